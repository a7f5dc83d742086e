"""Everything that the checklists ask, as one catalogue.

In: the checklist files of the package and, if wanted, files of the user's own. Out: a `Catalogue`. Must not look at an
offer. Raises `OfferProblems` with the place of every mistake, including what one file says wrongly of another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from evaluator.checklists.checks import Check, Checklist, Source
from evaluator.checklists.findings import ChecklistText, CheckText, SourceText, Whom
from evaluator.checklists.loading import Loaded, load_checklist, load_sources
from evaluator.checklists.references import refuse_missing_names, refuse_repeated_names
from evaluator.offer.problems import OfferProblems, Problem

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

    def answer_meanings(self) -> Mapping[str, Mapping[str, str]]:
        """What each answer of each check says, as reports word it, by check id and answer."""
        return {
            check.id: {word: answer.says for word, answer in check.answers.items()}
            for _, check in self.pairs()
            if check.answers is not None
        }

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
        return tuple(SourceText(id, self.source_in_words(id)) for id in self.sources)

    def source_in_words(self, id: str) -> str:
        """A source as it is cited: title, organisation, year. Raises `KeyError` for an unknown id."""
        source = self.sources[id]
        return f"{source.title}, {source.organisation}, {source.year}"

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
    sources = dict(load_sources(folder / "sources.yaml"))
    loaded: list[Loaded] = []
    problems: list[Problem] = []
    for path in [*(folder / f"{name}.yaml" for name in BUILT_IN), *extra]:
        try:
            loaded.append(load_checklist(path))
        except OfferProblems as refused:
            problems += refused.problems
    refuse_repeated_names(loaded, len(BUILT_IN))
    refuse_missing_names(loaded, sources)
    for one in loaded:
        try:
            one.notebook.stop_if_any()
        except OfferProblems as found:
            problems += found.problems
        sources |= one.checklist.sources if one.checklist else {}
    if problems:
        raise OfferProblems(problems)
    return Catalogue(tuple(one.checklist for one in loaded if one.checklist), sources)
