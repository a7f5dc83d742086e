"""The Comparison: the only contract between thinking and showing.

In: the findings of the checklists and the figures of the engine. Out: what every report, table and JSON file is made
from. Must not compute.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from evaluator.checklists.findings import (
    ChecklistText,
    CheckText,
    Finding,
    Fit,
    LawNote,
    Rating,
    RedFlag,
    Score,
    SourceText,
    Verdict,
    Whom,
)
from evaluator.checklists.kinds_of_post import KindsOfPost
from evaluator.comparison.terms_model import TermRow
from evaluator.economics.figures import Assumption, Interval, Money, Sureness

Standing = Literal["ahead", "likely_ahead", "too_close", "pay_not_stated", "only_one"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question to ask before signing. Exactly one of `term` and `check` names what it is about.

    `score_gain` is the share of the overall interval that a full answer would close, in points of 100;
    `hourly_swing_usd` the swing of effective hourly value between worst and best. Each is 0 where it has no effect.
    `whom` is who can answer. `already_said` marks what was answered on weak evidence: not to be asked again, but to be
    put into the contract.
    """

    ask: str
    score_gain: float
    hourly_swing_usd: float
    term: str | None = None
    check: str | None = None
    critical: bool = False
    already_said: bool = False
    whom: Whom = "hiring"


@dataclass(frozen=True, slots=True)
class Odds:
    """How often one offer pays more per hour than another over simulated years, with the error of that share.

    A tie counts half. `p_first` and `p_second` add to 1.
    """

    first: str
    second: str
    p_first: float
    p_second: float
    error: float


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Where one offer's figure for one input makes it equal another offer in effective hourly value.

    `offer` is the one whose input is changed, `rival` stays as it is. `outcome` is `crosses` (at `roots`, in words),
    `always` ahead, or `never` ahead over the range looked at; `jumps` are values at which it overtakes without
    equality. `says` is the whole sentence.
    """

    offer: str
    rival: str
    name: str
    label: str
    outcome: Literal["crosses", "always", "never"]
    roots: tuple[str, ...]
    jumps: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class WorthAsking:
    """What not knowing one open term costs in a year by choosing the wrong offer (expected value of the answer)."""

    offer: str
    term: str
    ask: str
    value_usd: float


@dataclass(frozen=True, slots=True)
class HowSure:
    """How sure the order of the offers is: odds for each pair, break-evens, the worth of each answer.

    Only offers that state their pay take part: of the others there is none of it, here or in their own sureness.
    `draws` simulated years, streams keyed by `seed` and the names of the inputs.
    """

    draws: int
    seed: int
    odds: tuple[Odds, ...]
    break_evens: tuple[BreakEven, ...]
    worth_asking: tuple[WorthAsking, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A common belief that these offers speak against: `belief` as people say it, `says` what is so here instead.

    `offers` are the ids of the offers that it is about.
    """

    id: Literal["split-is-not-pay", "leads-are-not-choice", "support-is-not-control", "control-is-not-support"]
    belief: str
    says: str
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Implausible:
    """A warning about a possible but unlikely value."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that somebody accepts, until when, and whether that still holds on the day of the report.

    A waiver changes no finding, score, flag or verdict.
    """

    check: str
    reason: str
    by: str
    expires: date
    holds: bool


@dataclass(frozen=True, slots=True)
class ControlFact:
    """One thing that an employer usually decides, and whether the practice decides it: yes, no, or open."""

    id: str
    title: str
    part: str
    state: Literal["yes", "no", "open"]
    says: str


@dataclass(frozen=True, slots=True)
class StatusTest:
    """One way in which law looks at a contractor's status: what it looks at and what is stated here, no conclusion."""

    title: str
    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """A contractor's status: the facts, how many surely and at most are the practice's to decide, and three tests."""

    least: int
    most: int
    facts: tuple[ControlFact, ...]
    tests: tuple[StatusTest, ...]


@dataclass(frozen=True, slots=True)
class OfferResult:
    """Everything found out about one offer.

    `common_basis_split` is what is kept as a share of the first offer's full-ramp collectible revenue: shares of one
    base can be set side by side, while each offer's own effective split explains that offer. `baseline` marks the
    reader's present job. `sha256` is of the file's bytes, `fingerprint` of what the offer says. `fit` is with what
    matters to the reader; none where the reader rates nothing. `pay_headline` is the stated pay in a few words.
    """

    id: str
    name: str
    organization: str | None
    kind: str | None
    discipline: str | None
    engagement: str | None
    state: str | None
    file: str
    sha256: str
    fingerprint: str
    offer_as_of: date | None
    rank: int
    verdict: Verdict
    scores: dict[str, Score]
    red_flags: tuple[RedFlag, ...]
    findings: tuple[Finding, ...]
    money: Money
    questions: tuple[Question, ...]
    warnings: tuple[Implausible, ...]
    source: str
    sureness: Sureness | None = None
    common_basis_split: float | None = None
    baseline: bool = False
    waived: tuple[Waived, ...] = ()
    status: Status | None = None
    law: tuple[LawNote, ...] = ()
    fit: Fit | None = None
    pay_headline: str | None = None


@dataclass(frozen=True, slots=True)
class Ordered:
    """The place of one offer by scores, from 1, and the value that gives it: half overall score and half fit, 0 to 100.

    The overall score alone where there is no fit. Equal values share a place.
    """

    offer: str
    place: int
    floor: float
    ceiling: float


@dataclass(frozen=True, slots=True)
class Turn:
    """Another first offer, where one checklist counts half or double (`factor` 0.5 or 2)."""

    checklist: str
    factor: float
    first: str


@dataclass(frozen=True, slots=True)
class Separating:
    """A question that would help to tell two offers apart, and of which of them it is still open.

    `gain` is in points of the values that rank, both offers together. `already_said` marks what was answered on weak
    evidence: not to be asked again, but to be put into the contract.
    """

    check: str
    ask: str
    offers: tuple[str, ...]
    gain: float
    critical: bool
    already_said: bool


@dataclass(frozen=True, slots=True)
class NotSeparable:
    """Two offers whose values overlap and differ by less than 5 at the floor, with what would separate them."""

    first: str
    second: str
    questions: tuple[Separating, ...]


@dataclass(frozen=True, slots=True)
class ScoreOrder:
    """The order of the offers by what the checklists found and, with ratings, by fit. Money has no part in it.

    `by_fit` is false where the overall score alone ranks. The weight of each checklist is halved and doubled in turn:
    in `stays_first` of so many `runs` the first offer stays first, and `turns` are the others. With one offer, or two
    in first place, there are no runs. `not_separable` holds the first pairs of `pairs_not_separable`.
    """

    by_fit: bool
    rows: tuple[Ordered, ...]
    runs: int
    stays_first: int
    turns: tuple[Turn, ...]
    not_separable: tuple[NotSeparable, ...]
    pairs_not_separable: int


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads by effective hourly value, and how surely.

    `difference_usd` is leader minus runner-up per hour, unknowns that both share varied together; none where one of the
    two does not say what it pays, since then no lead can be told in dollars. `decided_by` names the questions that
    would decide it, largest swing first.
    """

    standing: Standing
    leader: str
    runner_up: str | None
    difference_usd: Interval | None
    says: str
    decided_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One or more offers, evaluated alike and put in order.

    `terms` are what the offers say of pay, hours and the rest, in the order of the file, one cell for each offer.
    `kinds` tells what kind of post each offer is; `notes` are common beliefs that the offers speak against.
    `same_content` are the ids of offers that say exactly the same, by their fingerprints; none is left out for it.
    """

    schema_version: Literal[1]
    as_of: date
    version: str
    reader: str | None
    ranking: tuple[str, ...]
    lead: Lead
    offers: tuple[OfferResult, ...]
    checklists: tuple[ChecklistText, ...]
    checks: tuple[CheckText, ...]
    assumptions: tuple[Assumption, ...]
    notices: tuple[str, ...]
    kinds: KindsOfPost | None = None
    notes: tuple[Note, ...] = ()
    how_sure: HowSure | None = None
    years: int = 1
    same_content: tuple[tuple[str, ...], ...] = ()
    waiver_remarks: tuple[str, ...] = ()
    sources: tuple[SourceText, ...] = ()
    ratings: tuple[Rating, ...] = ()
    score_order: ScoreOrder | None = None
    terms: tuple[TermRow, ...] = ()
