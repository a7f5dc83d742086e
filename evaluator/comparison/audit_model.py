"""The Audit: what an owner finds out about the own offers, beside what a candidate will find out.

In: two Comparisons, gates and fixes. Out: the records that every audit report, SARIF and JUnit file is made from. Must
not compute.
"""

from dataclasses import dataclass
from typing import Literal

from evaluator.checklists.findings import Outcome, Severity
from evaluator.comparison.model import Comparison
from evaluator.economics.practice.figures import PracticeFigures
from evaluator.offer.editing import Change

FailOn = Literal["critical", "high", "none"]
Reach = Literal["sound", "strong"]
GateState = Literal["held", "breached", "unknown"]


@dataclass(frozen=True, slots=True)
class MinScore:
    """The least floor, 0 to 100, that one checklist (or `overall`) must have."""

    checklist: str
    least: float


@dataclass(frozen=True, slots=True)
class Gates:
    """What the user wants to hold. `max_unknown` is the largest share of the weight that may be unknown, 0 to 1."""

    fail_on: FailOn = "critical"
    min_scores: tuple[MinScore, ...] = ()
    max_unknown: float | None = None

    @property
    def any_set(self) -> bool:
        """Whether there is any gate at all."""
        return self.fail_on != "none" or bool(self.min_scores) or self.max_unknown is not None


@dataclass(frozen=True, slots=True)
class GateResult:
    """One gate and one offer: whether it holds, in a sentence. `flags` are the red flags that breach it."""

    gate: Literal["flags", "score", "unknown", "anything_known"]
    state: GateState
    title: str
    says: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditOutcome:
    """How the audit ends for whoever called it: 0 every gate held, 1 one was breached, 3 too much is unknown.

    A breach is certain whatever the unknown turns out to be, so it comes first.
    """

    exit_code: Literal[0, 1, 3]
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class BothSides:
    """Where the money of one clinician goes over the years looked at, in dollars to the cent, likely case.

    Collections (remote monitoring among them) and collected missed-visit fees are what comes in; the clinician's pay
    and the practice's part are what becomes of it, and the two sides are equal. `practice_share` is of what comes in, 0
    where nothing does. The practice's part is before its costs.
    """

    collected_usd: float
    fees_usd: float
    clinician_usd: float
    practice_usd: float
    practice_share: float
    kept_sessions: float
    practice_per_session_usd: float
    pay_is_stated: bool


@dataclass(frozen=True, slots=True)
class LiftedFlag:
    """A red flag that a fix does away with, and how it stood before."""

    check: str
    title: str
    severity: Severity
    was: Literal["raised", "suspected", "not_ruled_out"]


@dataclass(frozen=True, slots=True)
class Fix:
    """The smallest change of the offer file that mends one finding, and what it was found to do.

    `do` tells the owner what to do, `says` is the finding once it is done, `request` what a candidate would ask for.
    `overall_gain` and `checklist_gain` are points of the floor, before caps. `cost_usd` is what the practice has less
    in a year (of collections, or by paying the clinician's costs) and `hourly_usd` what the clinician gains for an hour
    worked, likely case; both 0 where money was worked out and does not move, and none where there is no price.
    `unpriced` then says why: no term of an offer holds it, or its amount is for the practice to name. `verdict` is the
    verdict once only this is done, none where it stays.
    """

    check: str
    checklist: str
    title: str
    outcome: Outcome
    request: str
    do: str
    says: str
    changes: tuple[Change, ...]
    overall_gain: float
    checklist_gain: float
    flags_lifted: tuple[LiftedFlag, ...]
    cost_usd: float | None = None
    hourly_usd: float | None = None
    unpriced: Literal["no_term", "amount_open"] | None = None
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class Unfixed:
    """A bad or open finding that no single change of the file mends, and what to work towards."""

    check: str
    title: str
    request: str


@dataclass(frozen=True, slots=True)
class Reached:
    """The cheapest set of fixes that leads to a verdict: least cost a year, then fewest fixes.

    `exact` is true where every smaller or cheaper set was ruled out, false where a rule of thumb chose. Without
    `reachable`, all fixes together do not lead there, and `checks` names none.
    """

    verdict: Reach
    reachable: bool
    exact: bool
    checks: tuple[str, ...]
    floor: float
    cost_usd: float
    hourly_usd: float
    says: str


@dataclass(frozen=True, slots=True)
class AuditedOffer:
    """What an audit adds to the Comparison's result of one offer, by its id."""

    id: str
    both_sides: BothSides
    gates: tuple[GateResult, ...]
    fixes: tuple[Fix, ...] = ()
    unfixed: tuple[Unfixed, ...] = ()
    reached: Reached | None = None


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was read beside the offers, and the SHA-256 of its bytes, 64 hexadecimal digits."""

    kind: Literal["practice", "waivers"]
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Audit:
    """One or more own offers audited.

    `owner` has every check, `candidate` is the very Comparison that a clinician gets from the same files. `practice` is
    what the practice's own books come to; none without them. `inputs` are the files beside the offers, whose own
    fingerprints stand in the Comparisons; a waiver file without a waiver is not among them.
    """

    schema_version: Literal[1]
    gates: Gates
    outcome: AuditOutcome
    offers: tuple[AuditedOffer, ...]
    owner: Comparison
    candidate: Comparison
    practice: PracticeFigures | None = None
    inputs: tuple[InputFile, ...] = ()
    notices: tuple[str, ...] = ()
