"""What differs between two versions of an offer, and what each difference does.

In: nothing. Out: plain frozen records from which every output of `evaluator diff` is made. Must not compute.
Figures are rounded where they arise (dollars to the cent, scores and points to a tenth), and every change is the
difference of two rounded figures, so that columns add up exactly.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from evaluator.checklists.findings import FlagState, Severity, Verdict
from evaluator.economics.figures import Interval

Kind = Literal[
    "removed",
    "now_vague",
    "now_refused",
    "evidence_lost",
    "changed",
    "added",
    "answered",
    "evidence_gained",
    "renamed",
    "may_change",
    "reworded",
    "reordered",
]
"""How a statement differs. `removed` was stated and is not mentioned any more; `answered` was vague or refused before.

`evidence_lost` and `evidence_gained` say the same on weaker or stronger evidence; `may_change` says something else
on whether the term can change later, or with how much notice; `reworded` differs in its quote, its place, its day or in
how the same value is written.
"""
Direction = Literal["worse", "better", "open"]
"""What a change does to the reader: for the worse, for the better, or neither or still open."""
StatementState = Literal["stated", "vague", "refused", "not_mentioned"]


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two files. `fingerprint` is of what the offer says, `sha256` of the bytes of the file."""

    id: str
    name: str
    organization: str | None
    file: str
    offer_as_of: date | None
    fingerprint: str
    sha256: str
    source: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What one version says on something, in words, and what that rests on."""

    state: StatementState
    says: str
    evidence: str | None = None
    quote: str | None = None
    where: str | None = None
    as_of: date | None = None
    line: int | None = None
    can_change: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on which the versions differ. `term` or `check` names it as an offer file does."""

    label: str
    kind: Kind
    old: Statement
    new: Statement
    term: str | None = None
    check: str | None = None


@dataclass(frozen=True, slots=True)
class FlagMove:
    """A red flag whose state changes; none where nothing raises it and it is ruled out."""

    check: str
    title: str
    severity: Severity
    before: FlagState | None
    after: FlagState | None


@dataclass(frozen=True, slots=True)
class Effect:
    """Changes of figures: overall floor and ceiling before red flags cap them (points of 100), effective split (share),
    effective hourly value and yearly take-home (dollars).

    An interval holds the changes of its worst, likely and best end.
    """

    floor: float
    ceiling: float
    split: Interval
    hourly_usd: Interval
    take_home_usd: Interval


@dataclass(frozen=True, slots=True)
class Change:
    """What changes by itself, with what this change alone does to the old version.

    Several `items` could not be changed without each other: no offer could say one and not the other.
    """

    items: tuple[Item, ...]
    direction: Direction
    effect: Effect
    flags: tuple[FlagMove, ...]


@dataclass(frozen=True, slots=True)
class ChecklistFigures:
    """The score of one checklist, 0 to 100, and how much of it is answered, 0 to 1."""

    id: str
    title: str
    floor: float
    ceiling: float
    coverage: float
    scored: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one version. `floor` and `ceiling` are before red flags cap them, the capped ones stand beside."""

    floor: float
    ceiling: float
    capped_floor: float
    capped_ceiling: float
    coverage: float
    verdict: Verdict
    checklists: tuple[ChecklistFigures, ...]
    split: Interval
    hourly_usd: Interval
    take_home_usd: Interval
    pay_is_stated: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions of an offer: their figures, and what changes, the gravest first within its direction.

    `same` is true where both say the same, whatever the files look like. The effects of all changes and `together`
    (what they do only with each other) add to `whole` exactly. `worse_because` says in words why the new version counts
    as worse: its floor or its worst case of an hour falls, or a red flag is raised; empty where it does not.
    """

    schema_version: Literal[1]
    as_of: date
    version: str
    reader: str | None
    same: bool
    old: Version
    new: Version
    before: Figures
    after: Figures
    whole: Effect
    changes: tuple[Change, ...]
    together: Effect
    flags: tuple[FlagMove, ...]
    worse_because: tuple[str, ...]
    notices: tuple[str, ...]
