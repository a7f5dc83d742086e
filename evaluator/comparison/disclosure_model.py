"""The Disclosure: what one offer says, row by row in a fixed order, for a recruiter's sheet.

In: nothing. Out: the records that every form of the sheet is made from. Must not compute. What the offer leaves open
stands in its row as not stated; nothing is left out for being good or bad.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from evaluator.economics.posted_pay import PostedPay

State = Literal["stated", "vague", "refused", "not_stated"]
Changes = Literal["fixed", "formula", "discretion", "mixed"]


@dataclass(frozen=True, slots=True)
class Stated:
    """One term or answer in a row, in words, with what it rests on and whether it can change.

    `key` is where it stands (or would stand) in the offer file, `name` what the row calls it, empty where the row is
    about nothing else. `says` is the value and `reads` the value as the row has it, both empty unless it is stated.
    `change` and `notice_days` are none where not stated.
    """

    key: str
    name: str
    state: State
    says: str = ""
    reads: str = ""
    change: Changes | None = None
    notice_days: int | None = None
    evidence: str | None = None
    where: str | None = None
    quote: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the sheet. `not_for` says why it does not apply; then there is nothing in `terms`."""

    id: str
    label: str
    terms: tuple[Stated, ...]
    not_for: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong together."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One offer disclosed. `fingerprint` is of all that the offer says; `pay` is worked out from stated terms only."""

    schema_version: Literal[1]
    as_of: date
    version: str
    name: str
    organization: str | None
    issued: date | None
    good_until: date | None
    revision: str | None
    terms_as_of: date | None
    fingerprint: str
    about: Part
    parts: tuple[Part, ...]
    pay: PostedPay
    notices: tuple[str, ...]
    file: str
    source: str


IssueKind = Literal["contradiction", "not_stated", "vague", "refused", "loose_words", "only_said", "change_not_stated"]


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that the issuer may want to settle before the sheet goes out.

    `key` is where to write it in the offer file. `score_points` is the part of the overall interval (of 100) that an
    answer would close, `hourly_usd` what it could change in pay for an hour worked; 0 where it has no effect.
    """

    kind: IssueKind
    key: str
    says: str
    critical: bool = False
    score_points: float = 0.0
    hourly_usd: float = 0.0
    line: int | None = None


@dataclass(frozen=True, slots=True)
class IssuerList:
    """What is unstated, vague, only said or contradictory, in the order of what a candidate gains from knowing."""

    schema_version: Literal[1]
    as_of: date
    name: str
    file: str
    issues: tuple[Issue, ...]
