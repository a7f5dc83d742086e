"""Everything that the checklists ask, as one catalogue.

In: the checklist files of the package and, if wanted, files of the user's own. Out: a `Catalogue`. Must not look at an
offer. Raises `OfferProblems` with the place of every mistake, including what one file says wrongly of another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Protocol

from evaluator.checklists.checks import Check, Checklist, Source
from evaluator.checklists.findings import ChecklistText, CheckText, SourceText, Whom
from evaluator.checklists.law import load_state_law
from evaluator.checklists.loading import Loaded, load_checklist, load_sources
from evaluator.checklists.measures import MEASURES
from evaluator.checklists.stated_terms import is_term
from evaluator.offer.problems import Notebook, expected_one_of, shown
from evaluator.offer.terms import Offer

BUILT_IN = (
    "autonomy",
    "transparency",
    "support",
    "red-flags",
    "contract",
    "architecture",
    "referral-to-cash",
)
"""The checklists of the package, in the order in which reports print them."""

_MARKS = {"dollars": "$", "share": "%"}


@dataclass(frozen=True)
class Catalogue:
    """All checklists in order, and the sources that they cite. Ids are unique over the whole catalogue."""

    checklists: tuple[Checklist, ...]
    sources: Mapping[str, Source]

    @cached_property
    def by_id(self) -> Mapping[str, Check]:
        """Every check by its id, in report order."""
        return {check.id: check for _, check in self.pairs()}

    @cached_property
    def checklist_of(self) -> Mapping[str, Checklist]:
        """The checklist that a check belongs to, by the check's id."""
        return {check.id: checklist for checklist, check in self.pairs()}

    def pairs(self) -> Iterator[tuple[Checklist, Check]]:
        """Every check with its checklist, in report order."""
        return ((checklist, check) for checklist in self.checklists for check in checklist.checks)

    @cached_property
    def for_clinicians(self) -> "Catalogue":
        """The catalogue without the checks of an owner's audit. Offer files may answer those all the same."""
        kept = (
            checklist.model_copy(update={"checks": tuple(check for check in checklist.checks if check.for_everyone)})
            for checklist in self.checklists
        )
        return Catalogue(tuple(checklist for checklist in kept if checklist.checks), self.sources)

    def questions(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The answers that an offer file may use, by section and check id. A section may hold no answers at all."""
        sections: dict[str, dict[str, Sequence[str]]] = {checklist.section: {} for checklist in self.checklists}
        for checklist, check in self.pairs():
            if check.answers is not None:
                sections[checklist.section][check.id] = tuple(check.answers)
        return sections

    def descriptions(self) -> Mapping[str, Mapping[str, str]]:
        """The question behind each check that takes an answer, by section and check id, as `questions` lists them."""
        return {section: {id: self.by_id[id].ask for id in asked} for section, asked in self.questions().items()}

    def whom(self, id: str) -> Whom:
        """Who can answer a check. Raises `KeyError` for an unknown id."""
        return self.by_id[id].whom or self.checklist_of[id].whom

    def check_texts(self) -> tuple[CheckText, ...]:
        """The words of every check, in report order."""
        return tuple(
            CheckText(
                check.id, checklist.id, check.title, check.ask, check.why, check.request, check.importance, check.core
            )
            for checklist, check in self.pairs()
        )

    def source_texts(self) -> tuple[SourceText, ...]:
        """Everything that checks and laws may cite, by id."""
        return tuple(
            SourceText(id, f"{source.title}, {source.organisation}, {source.year}")
            for id, source in self.sources.items()
        )

    def checklist_texts(self) -> tuple[ChecklistText, ...]:
        """The names of the checklists, in report order."""
        return tuple(ChecklistText(checklist.id, checklist.title) for checklist in self.checklists)


def load_catalogue(extra: Sequence[Path] = ()) -> Catalogue:
    """The catalogue of the package, followed by checklists of the user's own. Files are read once in a process.

    Raises `OfferProblems` with every mistake and its place.
    """
    return _load(tuple(Path(path) for path in extra))


@cache
def _load(extra: tuple[Path, ...]) -> Catalogue:
    folder = Path(__file__).parent
    loaded = [load_checklist(path) for path in [*(folder / f"{name}.yaml" for name in BUILT_IN), *extra]]
    sources = load_sources(folder / "sources.yaml")
    for one in loaded:
        sources |= one.checklist.sources
    catalogue = Catalogue(tuple(one.checklist for one in loaded), sources)
    notebooks = [Notebook(one.file) for one in loaded]
    _refuse_repeated_names(loaded, notebooks)
    for notebook in notebooks:
        notebook.stop_if_any()  # with two checks of one name, nobody knows which of them the others mean
    for one, notebook in zip(loaded, notebooks, strict=True):
        for number, check in enumerate(one.checklist.checks):
            _check_references(one, number, check, catalogue, notebook)
    for notebook in notebooks:
        notebook.stop_if_any()
    return catalogue


def _refuse_repeated_names(loaded: Sequence[Loaded], notebooks: Sequence[Notebook]) -> None:
    """Ids and sections name things in offer files and reports, so each may stand for one thing only."""
    seen = {"overall": "the overall score"}
    sections = dict.fromkeys(Offer.model_fields, "a part of every offer file")
    for one, notebook in zip(loaded, notebooks, strict=True):
        checklist = one.checklist
        if checklist.id in seen:
            notebook.note(
                one.place("id"), f"{shown(checklist.id)} is taken by {seen[checklist.id]}: expected another id"
            )
        if checklist.section in sections:
            taken = sections[checklist.section]
            notebook.note(one.place("section"), f"{shown(checklist.section)} is {taken}: expected another section")
        seen[checklist.id] = f"a checklist in {one.file}"
        sections[checklist.section] = f"the section of a checklist in {one.file}"
        for number, check in enumerate(checklist.checks):
            if check.id in seen:
                taken = seen[check.id]
                notebook.note(
                    one.place("checks", number, "id"), f"{shown(check.id)} is taken by {taken}: expected another id"
                )
            seen[check.id] = f"a check in {one.file}"


def _check_references(one: Loaded, number: int, check: Check, catalogue: Catalogue, notebook: Notebook) -> None:
    """Everything that a check names must exist: sources, terms, measures, watched checks and their answers."""

    def note(message: str, *path: str | int) -> None:
        notebook.note(one.place("checks", number, *path), message)

    for position, source in enumerate(check.sources):
        if source not in catalogue.sources:
            expected = expected_one_of(source, catalogue.sources)
            note(f"there is no source {shown(source)}: {expected}", "sources", position)
    for name in (name for group in check.term_groups for name in group):
        if not is_term(name):
            note(f"there is no term {shown(name)} in an offer file: expected a name such as pay.share", "terms")
    _check_measure(check, note)
    topic, topics = check.applies.law if check.applies else None, load_state_law().topics
    if topic is not None and topic not in topics:
        note(f"there is no topic {shown(topic)}: {expected_one_of(topic, topics)}", "applies", "law")
    _check_watches(check, catalogue, note)


def _check_watches(check: Check, catalogue: Catalogue, note: "_Note") -> None:
    for position, watch in enumerate(check.watches or ()):
        watched = catalogue.by_id.get(watch.check)
        if watched is None or watched.is_flag or watched.terms is not None:
            askable = [id for id, other in catalogue.by_id.items() if not other.is_flag and other.terms is None]
            message = f"there is no check {shown(watch.check)} to watch: {expected_one_of(watch.check, askable)}"
            note(message, "watches", position, "check")
            continue
        if check.for_everyone and not watched.for_everyone:
            note(f"{watch.check} is for owners alone: expected a check for everyone", "watches", position, "check")
        for answer in watch.raised_by or ():
            if answer not in (watched.answers or {}):
                expected = expected_one_of(answer, watched.answers or {})
                note(f"{shown(answer)} is no answer of {watch.check}: {expected}", "watches", position, "raised_by")


def _check_measure(check: Check, note: "_Note") -> None:
    if check.measure is None:
        return
    measure = MEASURES.get(check.measure)
    if measure is None:
        note(f"there is no measure {shown(check.measure)}: {expected_one_of(check.measure, MEASURES)}", "measure")
        return
    expected = _MARKS.get(measure.unit, "")
    for name, bound in (("met", check.met), ("partly", check.partly)):
        if bound is not None and bound.mark != expected:
            note(
                f"{check.measure} counts {measure.unit}: expected a bound such as 'at most {_sample(expected)}'",
                name,
            )
    if not measure.may_cap and (not check.is_flag or check.importance in ("critical", "high")):
        note(f"{check.measure} falls when an answer is taken away: expected it in a red flag of medium or low severity")


def _sample(mark: str) -> str:
    return {"$": "$25", "%": "10%"}.get(mark, "10")


class _Note(Protocol):
    """Signature of the note-taker: a message and the path of what it is about."""

    def __call__(self, message: str, *path: str | int) -> None: ...
