"""Section "Status and law": what the practice decides about a contractor's work, and what is reported of the law there.

In: a cleaned Comparison and the labels of its offers. Out: `LawView`, finished words. Must not conclude: facts are
counted, reports are told with their date and source, and a lawyer in the state says what they mean.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from evaluator.checklists.findings import ADVICE, LawNote
from evaluator.comparison.model import Comparison, OfferResult, Status
from evaluator.report.naming import Label
from evaluator.report.wording import day, spelled

STATES = {"yes": ("●", "the practice decides"), "no": ("○", "you decide"), "open": ("?", "not stated")}
NOT_IN_FORCE = "Not yet in force"


@dataclass(frozen=True, slots=True)
class FactRow:
    """One thing that an employer usually decides, and who decides it in each contractor's offer: sign and word."""

    title: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Test:
    """One way in which law looks at the facts of one offer, with what it rests on."""

    title: str
    says: str
    sources: str


@dataclass(frozen=True, slots=True)
class OfferTests:
    """The count and the three tests of one offer."""

    label: Label
    count: str
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What is reported of one law: topic, sentence with conditions, date and sources."""

    title: str
    says: str
    rests_on: str


@dataclass(frozen=True, slots=True)
class Place:
    """The laws of one state, or those that hold everywhere, and the offers they are for."""

    title: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class LawView:
    """The section. Facts and tests are of contractors' offers only."""

    name: ClassVar[str] = "law"
    heading: ClassVar[str] = "Status and law where you work"

    labels: tuple[Label, ...]
    facts: tuple[FactRow, ...]
    tests: tuple[OfferTests, ...]
    places: tuple[Place, ...]
    advice: str


def build_law(comparison: Comparison, labels: dict[str, Label]) -> LawView | None:
    """The section, or nothing where no offer is a contractor's and no law is reported."""
    sources = {source.id: source.says for source in comparison.sources}
    contractors = [(offer, offer.status) for offer in comparison.offers if offer.status is not None]
    places = tuple(_places(comparison, labels, sources))
    if not contractors and not places:
        return None
    return LawView(
        labels=tuple(labels[offer.id] for offer, _ in contractors),
        facts=_facts([status for _, status in contractors]),
        tests=tuple(_tests(offer, status, labels, sources) for offer, status in contractors),
        places=places,
        advice=f"Nothing here says what the law is for your contract. {ADVICE}",
    )


def _facts(contractors: list[Status]) -> tuple[FactRow, ...]:
    if not contractors:
        return ()
    return tuple(
        FactRow(fact.title, tuple(STATES[status.facts[row].state] for status in contractors))
        for row, fact in enumerate(contractors[0].facts)
    )


def _tests(offer: OfferResult, status: Status, labels: dict[str, Label], sources: dict[str, str]) -> OfferTests:
    number = f"{status.least}" if status.least == status.most else f"{status.least} to {status.most}"
    things = spelled(len(status.facts)).lower()
    count = f"Of {things} things that an employer usually decides, the practice decides {number}."
    tests = tuple(Test(test.title, test.says, _listed(test.sources, sources)) for test in status.tests)
    return OfferTests(labels[offer.id], count, tests)


def _places(comparison: Comparison, labels: dict[str, Label], sources: dict[str, str]) -> Iterator[Place]:
    """First what holds everywhere, then state by state; the same note is told once, with the offers it is for."""
    held: dict[str, dict[LawNote, list[str]]] = {}
    for offer in comparison.offers:
        for note in offer.law:
            where = "Everywhere" if note.federal else offer.state or ""
            held.setdefault(where, {}).setdefault(note, []).append(labels[offer.id].mark)
    for where in sorted(held, key=lambda where: (where != "Everywhere", where)):
        notes = tuple(
            Note(f"{note.title} ({', '.join(marks)})", _says(note), _rests_on(note, sources))
            for note, marks in held[where].items()
        )
        yield Place(where, notes)


def _says(note: LawNote) -> str:
    starts = f" {NOT_IN_FORCE}: from {day(note.starts)}." if not note.in_force and note.starts else ""
    hangs = f" Whether it reaches you depends on {note.depends_on}." if note.depends_on else ""
    return f"{note.says}{starts}{hangs}"


def _rests_on(note: LawNote, sources: dict[str, str]) -> str:
    return f"{_listed(note.sources, sources)}; as of {day(note.as_of)}"


def _listed(ids: tuple[str, ...], sources: dict[str, str]) -> str:
    return "; ".join(sources.get(id, id) for id in ids)
