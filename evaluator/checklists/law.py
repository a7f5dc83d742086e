"""The table of state laws: what is reported to limit a term of an offer, where, for whom and since when.

In: `state-law.yaml`, or a file like it. Out: a `StateLaw` that tells whether a law of a topic limits such an offer,
and the notes that a reader should see. Must not judge an offer: what is reported is never a conclusion.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from evaluator.checklists.checks import Part, Slug, Words
from evaluator.checklists.findings import LawNote, LawStatus
from evaluator.checklists.loading import load_sources, place_at, validated
from evaluator.offer.choices import Discipline, Engagement, LicenseStage
from evaluator.offer.problems import Notebook, expected_one_of, shown
from evaluator.offer.reading import load_document
from evaluator.offer.values import Day, wrong

LIMITING: tuple[LawStatus, ...] = ("bars", "limits")
STATES = frozenset(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI".split()
)
"""The codes of the postal service: fifty states, the District of Columbia and the territories."""

_FOLDER = Path(__file__).parent


def _code(given: object) -> str:
    if not isinstance(given, str) or given not in STATES:
        raise wrong(given, "is not a state", "its two capital letters such as OH")
    return given


def _everywhere(given: object) -> object:
    """`all` reads as nothing: a federal law limits no state."""
    if given == "all":
        return None
    if not isinstance(given, list) or not given:
        raise wrong(given, "is not a list of states", "one such as [CA, NY], or all")
    return given


def _listed(given: object) -> object:
    if isinstance(given, list) and not given:
        raise wrong("[]", "is empty", "at least one entry, or no such key")
    return given


class Law(Part):
    """What is reported of one law or rule, and whom it reaches. A list that is absent limits nothing.

    `states` is `None` for a federal law. `start` is the first day, `until` the last, on which it holds for a new
    contract; absent is open. `depends_on` names a fact that no offer's head holds, such as a year's pay: without that
    fact nobody can say that the law reaches an offer. `as_of` is the day of the report that the entry rests on.
    """

    states: Annotated[tuple[Annotated[str, BeforeValidator(_code)], ...] | None, BeforeValidator(_everywhere)]
    status: LawStatus
    start: Day | None = Field(None, alias="from")
    until: Day | None = None
    disciplines: Annotated[tuple[Discipline, ...] | None, BeforeValidator(_listed)] = None
    engagements: Annotated[tuple[Engagement, ...] | None, BeforeValidator(_listed)] = None
    license_stages: Annotated[tuple[LicenseStage, ...] | None, BeforeValidator(_listed)] = None
    depends_on: Words | None = None
    says: Words
    sources: Annotated[tuple[Slug, ...], BeforeValidator(_listed)]
    as_of: Day

    def holds(self, on: date) -> bool:
        """Whether the law holds for a contract made on this day."""
        return (self.start is None or self.start <= on) and (self.until is None or on <= self.until)

    def reaches(self, where: "Where") -> bool | None:
        """Whether the law is for such an offer; `None` where the offer's head does not say enough to tell."""
        pairs: tuple[tuple[tuple[str, ...] | None, str | None], ...] = (
            (self.states, where.state),
            (self.disciplines, where.discipline),
            (self.engagements, where.engagement),
            (self.license_stages, where.license_stage),
        )
        limits = [(reached, stated) for reached, stated in pairs if reached is not None]
        if any(stated is not None and stated not in reached for reached, stated in limits):
            return False
        unknown = self.depends_on is not None or any(stated is None for _, stated in limits)
        return None if unknown else True

    @model_validator(mode="after")
    def _days_in_order(self) -> "Law":
        if self.start is not None and self.until is not None and self.until < self.start:
            raise wrong(self.until, "ends the law before it begins", f"a day from {self.start} on")
        return self


class Topic(Part):
    """A kind of term that laws limit, with what is reported of each law."""

    title: Words
    laws: Annotated[tuple[Law, ...], BeforeValidator(_listed)]


@dataclass(frozen=True, slots=True)
class Where:
    """The facts of an offer's head that decide which laws reach it; `None` where it does not say."""

    state: str | None
    discipline: str | None
    engagement: str | None
    license_stage: str | None


class StateLaw(Part):
    """The table. `as_of` is the day of the newest report in it, and stands in for an offer that has no day."""

    as_of: Day
    topics: dict[Slug, Topic]

    def limiting(
        self,
        topic: str,
        state: str | None,
        discipline: str | None,
        engagement: str | None,
        license_stage: str | None,
        on: date | None = None,
        by: Sequence[LawStatus] = LIMITING,
    ) -> bool | None:
        """Whether a law of the topic is reported to bar or limit such a term in a contract made on this day.

        `by` asks for other words than those two: `("bars",)` leaves out what is only limited.

        `None` where a fact that decides is unknown: the state, another fact of the head, or what an entry depends on.
        A state without an entry is `False`. Stating one more fact never changes a `True` or a `False`. Raises
        `KeyError` for an unknown topic.
        """
        where, day = Where(state, discipline, engagement, license_stage), on or self.as_of
        laws = (law for law in self.topics[topic].laws if law.status in by and law.holds(day))
        reached = [law.reaches(where) for law in laws]
        if any(reached):
            return True
        return None if None in reached else False

    def notes(
        self,
        state: str | None,
        discipline: str | None,
        engagement: str | None,
        license_stage: str | None,
        on: date | None = None,
    ) -> tuple[LawNote, ...]:
        """What is reported for such an offer, in the table's order: federal notes, and those of a stated state.

        A note whose law may reach the offer is among them, and one whose law is still to begin; one that is past, or
        for somebody else, is not.
        """
        where, day = Where(state, discipline, engagement, license_stage), on or self.as_of
        return tuple(self._notes(where, day))

    def _notes(self, where: Where, day: date) -> Iterator[LawNote]:
        for name, topic in self.topics.items():
            for law in topic.laws:
                of_here = law.states is None or where.state is not None
                past = law.until is not None and law.until < day
                if of_here and not past and law.reaches(where) is not False:
                    yield LawNote(
                        topic=name,
                        title=topic.title,
                        status=law.status,
                        says=law.says,
                        depends_on=law.depends_on,
                        in_force=law.holds(day),
                        federal=law.states is None,
                        starts=law.start,
                        as_of=law.as_of,
                        sources=law.sources,
                    )


def load_state_law(path: Path | None = None) -> StateLaw:
    """The table of the package, or another file like it. Read once in a process. Raises `OfferProblems`."""
    return _load(path or _FOLDER / "state-law.yaml")


@cache
def _load(path: Path) -> StateLaw:
    notebook = Notebook(str(path))
    top = load_document(path, notebook).top
    table = validated(StateLaw, top, notebook)
    known = load_sources(_FOLDER / "sources.yaml")
    for name, topic in table.topics.items():
        for number, law in enumerate(topic.laws):
            place = ("topics", name, "laws", number)
            if law.as_of > table.as_of:
                message = f"{shown(law.as_of)} is after the day of the table: expected at most {table.as_of}"
                notebook.note(place_at(top, (*place, "as_of")), message)
            for position, source in enumerate(law.sources):
                if source not in known:
                    message = f"there is no source {shown(source)}: {expected_one_of(source, known)}"
                    notebook.note(place_at(top, (*place, "sources", position)), message)
    notebook.stop_if_any()
    return table
