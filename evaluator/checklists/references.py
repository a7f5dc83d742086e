"""What checklist files say of each other: names that are taken twice, and names of things that are not there.

In: the files as read, sound or not. Out: notes in their notebooks, at the place of each mistake. Must not stop: all
that is wrong is told at once.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from evaluator.checklists.checks import Check
from evaluator.checklists.law import load_state_law
from evaluator.checklists.loading import Key, Loaded
from evaluator.checklists.measures import MEASURES
from evaluator.checklists.stated_terms import is_term
from evaluator.offer.problems import did_you_mean, expected_one_of, shown
from evaluator.offer.terms import Offer

_MARKS = {"dollars": "$", "share": "%"}
_SOURCES = "expected one of the file's own sources, or one that `evaluator checks --format json` names"
_SAMPLES = {"$": "$25", "%": "10%"}

Note = Callable[..., None]
"""Takes a message and the path, from its check on, of what it is about."""


@dataclass(frozen=True, slots=True)
class Known:
    """What all files together have: every id with its check (none if that check is not sound), and every source."""

    checks: Mapping[str, Check | None]
    sources: Collection[str]


def refuse_repeated_names(loaded: Sequence[Loaded], built_in: int) -> None:
    """Ids and sections name things in offer files and reports, so each may stand for one thing only.

    The first `built_in` files are the package's own.
    """
    seen = {"overall": "the overall score"}
    sections = dict.fromkeys(Offer.model_fields, "a part of every offer file")
    for number, one in enumerate(loaded):
        whose = f"the built-in checklist {one.text('title')}" if number < built_in else one.file
        id, section = one.text("id"), one.text("section")
        _take(one, seen, id, whose if number < built_in else f"the checklist in {whose}", "id")
        _take(one, sections, section, f"the section of {whose}", "section")
        for position in range(one.length("checks")):
            path = ("checks", position, "id")
            own = f"line {one.place(*path).line}" if number >= built_in else ""
            _take(one, seen, one.text(*path), f"a check in {whose}{f', {own}' if own else ''}", *path)


def _take(one: Loaded, taken: dict[str, str], name: str, by: str, *path: Key) -> None:
    """Note a name that is taken; otherwise it is now."""
    word = "section" if path == ("section",) else "id"
    if name and name in taken:
        verb = "is taken by" if word == "id" else "is"
        one.notebook.note(one.place(*path), f"{shown(name)} {verb} {taken[name]}: expected another {word}")
    taken.setdefault(name, by)


def refuse_missing_names(loaded: Sequence[Loaded], sources: Collection[str]) -> None:
    """Everything that a check names must exist: sources, terms, measures, topics of law, watched checks, answers."""
    checks: dict[str, Check | None] = {}
    for one in loaded:
        for number in range(one.length("checks")):
            checks.setdefault(one.text("checks", number, "id"), one.checks.get(number))
    own = [name for one in loaded for name in one.keys("sources")]
    known = Known(checks, (*sources, *own))
    for one in loaded:
        for number, check in one.checks.items():
            _look_at(check, known, _note_taker(one, number))


def _note_taker(one: Loaded, number: int) -> Note:
    def note(message: str, *path: Key) -> None:
        one.notebook.note(one.place("checks", number, *path), message)

    return note


def _look_at(check: Check, known: Known, note: Note) -> None:
    for position, source in enumerate(check.sources):
        if source not in known.sources:
            note(
                f"there is no source {shown(source)}: {did_you_mean(source, known.sources, _SOURCES)}",
                "sources",
                position,
            )
    for name in (name for group in check.term_groups for name in group):
        if not is_term(name):
            note(f"there is no term {shown(name)} in an offer file: expected a name such as pay.share", "terms")
    _look_at_measure(check, note)
    topic, topics = check.applies.law if check.applies else None, load_state_law().topics
    if topic is not None and topic not in topics:
        note(f"there is no topic {shown(topic)}: {expected_one_of(topic, topics)}", "applies", "law")
    _look_at_watches(check, known, note)


def _look_at_watches(check: Check, known: Known, note: Note) -> None:
    for position, watch in enumerate(check.watches or ()):
        place = ("watches", position, "check")
        if watch.check not in known.checks:
            askable = [id for id, other in known.checks.items() if other is None or _can_be_watched(other)]
            expected = did_you_mean(watch.check, askable, "expected one that `evaluator checks` lists")
            note(f"there is no check {shown(watch.check)} to watch: {expected}", *place)
            continue
        watched = known.checks[watch.check]
        if watched is None:
            continue  # what is wrong with that check is told at its own place
        if not _can_be_watched(watched):
            why = "is a red flag itself" if watched.is_flag else "only looks whether terms are stated"
            note(f"{watch.check} {why}: expected a check with answers or a number", *place)
            continue
        if check.for_everyone and not watched.for_everyone:
            note(f"{watch.check} is for owners alone: expected a check for everyone", *place)
        for answer in watch.raised_by or ():
            if answer not in (watched.answers or {}):
                expected = expected_one_of(answer, watched.answers or {})
                note(f"{shown(answer)} is no answer of {watch.check}: {expected}", "watches", position, "raised_by")


def _can_be_watched(check: Check) -> bool:
    return not check.is_flag and check.terms is None


def _look_at_measure(check: Check, note: Note) -> None:
    if check.measure is None:
        return
    measure = MEASURES.get(check.measure)
    if measure is None:
        note(f"there is no measure {shown(check.measure)}: {expected_one_of(check.measure, MEASURES)}", "measure")
        return
    mark = _MARKS.get(measure.unit, "")
    for name, bound in (("met", check.met), ("partly", check.partly)):
        if bound is not None and bound.mark != mark:
            sample = _SAMPLES.get(mark, "10")
            note(f"{check.measure} counts {measure.unit}: expected a bound such as 'at most {sample}'", name)
    if not measure.may_cap and (not check.is_flag or check.importance in ("critical", "high")):
        note(f"{check.measure} falls when an answer is taken away: expected it in a red flag of medium or low severity")
