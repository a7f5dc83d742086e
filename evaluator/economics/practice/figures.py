"""What a practice's own books come to: plain frozen records for the owner's audit.

In: nothing. Out: figures, ledgers, splits, a diagnosis. Must not compute. Money is US dollars a year unless a name says
otherwise, shares are fractions, a split is the clinician's share of collections. Every `formula` is in words.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from evaluator.economics.practice.bad_year_figures import BadYears

Unit = Literal["usd", "share", "clinicians", "sessions", "hours", "weeks", "usd_per_hour", "usd_per_session"]
CostKind = Literal["shared", "per_clinician", "per_session", "of_collections", "payroll", "owner", "reserve", "left"]
AllocationKey = Literal["headcount", "sessions", "collections", "room_hours", "new_clients", "own_pools"]
Outcome = Literal["sustainable", "under_compensated_owner", "under_invested_infrastructure", "share_not_justified"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, unrounded, with its unit and the formula in words."""

    label: str
    value: float
    unit: Unit
    formula: str


@dataclass(frozen=True, slots=True)
class Known:
    """A published figure that the books do not give: value in words, the day it was current, and its source."""

    label: str
    value: str
    as_of: date
    source: str


@dataclass(frozen=True, slots=True)
class ClinicianLedger:
    """One clinician's dollars, to the cent: collections = pay + practice's share, exactly.

    `contribution_usd` is what is left of the practice's share after payroll burden and the costs that come with this
    clinician (per clinician, per session, of collections, reserve), before any shared cost; it may be negative.
    """

    name: str
    collections_usd: float
    kept_sessions: float
    split: float
    pay_usd: float
    practice_share_usd: float
    contribution_usd: float


@dataclass(frozen=True, slots=True)
class Ledger:
    """Both sides of every dollar collected, to the cent; the totals are the sums of the rows."""

    rows: tuple[ClinicianLedger, ...]
    collections_usd: float
    pay_usd: float
    practice_share_usd: float
    formula: str


@dataclass(frozen=True, slots=True)
class ShareLine:
    """One thing that the practice's share buys. `amount_usd` is to the cent and positive for a cost.

    The last line, of kind `left`, is what is left for the practice; negative where the share does not reach.
    `function` is what the money does for clinicians (`billing`), none where the line names none.
    `per_session_usd` is of one kept session; `of_collections` and `of_practice_share` are fractions, the latter 0 where
    the practice keeps nothing. `of_dollar_tenths` is of one collected dollar, in tenths of a cent.
    """

    name: str
    kind: CostKind
    function: str | None
    amount_usd: float
    per_session_usd: float
    of_collections: float
    of_practice_share: float
    of_dollar_tenths: int
    formula: str


@dataclass(frozen=True, slots=True)
class ShareLedger:
    """What the practice's share buys: lines that add up to it, to the cent. May be given to clinicians as it is.

    `pay_tenths` is clinicians' pay of one collected dollar, in tenths of a cent; with those of the lines it is 1,000.
    """

    pay_usd: float
    pay_tenths: int
    practice_share_usd: float
    lines: tuple[ShareLine, ...]


@dataclass(frozen=True, slots=True)
class TargetSplit:
    """The split that covers all costs and leaves `margin` (a share of collections) to the practice; 0 covers costs.

    It may be below 0 or above 1, where no split can do it. `is_own_target` marks the margin that the books name.
    """

    margin: float
    split: float
    is_own_target: bool


@dataclass(frozen=True, slots=True)
class ClinicianSplit:
    """The split of one clinician under one way to share out the shared costs, and that clinician's part of them."""

    name: str
    split: float
    shared_cost_usd: float


@dataclass(frozen=True, slots=True)
class KeySplits:
    """Each clinician's split under one allocation key. `weighted_mean` (by collections) equals the common split."""

    key: AllocationKey
    label: str
    margin: float
    rows: tuple[ClinicianSplit, ...]
    weighted_mean: float


@dataclass(frozen=True, slots=True)
class BreakEven:
    """From how many average clinicians on the shared costs are covered at one split.

    `clinicians` is None where an average clinician leaves nothing for shared costs ('never'). `exact` is the number
    before it is rounded up. `not_between` has the ranges of headcounts above it where a step in costs is not covered
    again, first and last included.
    """

    clinicians: int | None
    exact: float | None
    not_between: tuple[tuple[int, int], ...]
    formula: str


@dataclass(frozen=True, slots=True)
class SplitOutcome:
    """What one split would leave. `contribution` is of an average clinician, before shared costs."""

    split: float
    is_chosen: bool
    residual: Figure
    owner_receives: Figure
    owner_hourly: Figure | None
    contribution: Figure
    break_even: BreakEven


@dataclass(frozen=True, slots=True)
class FunctionSpending:
    """One function (`billing`): what it costs at market and what the lines of the books that name it come to.

    `needed_usd` is 0 where it is not promised or the owner does it in the hours that are counted already; None where
    no market price is given. `shortfall_usd` is what is missing up to the market price, never negative. `is_promised`
    is None where the books do not list the function.
    """

    function: str
    label: str
    needed_usd: float | None
    spent_usd: float
    shortfall_usd: float
    done_by_owner: bool
    is_promised: bool | None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What the practice's share does at the chosen split, most pressing outcome first.

    `gap_usd` belongs to the first outcome: what the owner lacks of a market wage, what infrastructure lacks of its
    price; 0 if sustainable. `also` holds the other outcome where two are true. `gap_of_shared_costs` is the gap as a
    share of the shared costs without the owner's work; None without such costs. `open_functions` have no market price
    in the books, so nothing is concluded about them. `is_complete` is false where there are any, or where the owner's
    hours are not given: then 'sustainable' holds only as far as the books go, and `label` and `says` say so. `says` is
    one sentence, with the formula in `formula`.
    """

    outcome: Outcome
    label: str
    gap_usd: float
    also: Outcome | None
    also_gap_usd: float
    gap_of_shared_costs: float | None
    says: str
    formula: str
    available: Figure
    needed: Figure
    spent: Figure
    owner_wage: Figure
    unpaid_admin: Figure | None
    open_functions: tuple[str, ...]
    is_complete: bool


@dataclass(frozen=True, slots=True)
class TurnoverSplit:
    """The split at a margin when turnover is set aside for, at one cost of replacing a clinician (a share of pay)."""

    margin: float
    rate: float
    cost_of_pay: float
    split: float


@dataclass(frozen=True, slots=True)
class TurnoverSource:
    """What replacing a clinician costs according to one source, as shares of yearly pay, low and high."""

    name: str
    low: float
    high: float
    as_of: date | None
    source: str
    splits: tuple[TurnoverSplit, ...]


@dataclass(frozen=True, slots=True)
class Turnover:
    """Splits with a reserve for turnover, by source. `rate_is_stated` is false where the rate is a published one."""

    rate_low: float
    rate_high: float
    rate_is_stated: bool
    sources: tuple[TurnoverSource, ...]
    formula: str


@dataclass(frozen=True, slots=True)
class OverCap:
    """One clinician whose kept sessions a worked week are above the cap, and what those sessions leave the practice.

    `worth_until_low` and `worth_until_high`: how much the chance of leaving within a year may rise, in the dearest and
    the cheapest case of a replacement, before the extra sessions cost more than they leave; a fraction that may pass 1
    (they pay even if the clinician surely leaves). 0 where they leave nothing; None where a replacement costs nothing.
    """

    name: str
    sessions_per_week: float
    above_cap_a_year: float
    leaves_usd: float
    replacement_low_usd: float
    replacement_high_usd: float
    worth_until_low: float | None
    worth_until_high: float | None


@dataclass(frozen=True, slots=True)
class OverCaseload:
    """Sessions above the cap, priced against turnover.

    `net_low_usd` and `net_high_usd` are what the extra sessions leave less the rise in the chance of leaving × the cost
    of a replacement, over all rows; None where the books do not say by how much that chance rises. `assumed` says what
    comes from a published figure.
    """

    cap_per_week: float
    rows: tuple[OverCap, ...]
    rise_in_leaving: float | None
    net_low_usd: float | None
    net_high_usd: float | None
    formula: str
    assumed: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Rtm:
    """Remote therapeutic monitoring at the present caseload. All figures are of one month unless they say otherwise.

    `unpriced` names what no price is known for; it counts as nothing, and the program then earns at least this much.
    """

    gross: Figure
    collected: Figure
    net: Figure
    net_yearly: Figure
    net_yearly_after_hours: Figure | None
    clinician_hours: Figure
    net_per_added_hour: Figure | None
    split_rise: Figure
    unpriced: tuple[str, ...]
    prices: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class AtChosenSplit:
    """All that needs a chosen split. `from_books` is false where the caller chose it."""

    split: float
    from_books: bool
    ledger: Ledger
    buys: ShareLedger
    outcome: SplitOutcome
    diagnosis: Diagnosis
    over_caseload: OverCaseload
    bad_years: BadYears


@dataclass(frozen=True, slots=True)
class PracticeFigures:
    """The audit of a practice's books.

    `targets` start with the split that covers costs (margin 0) and rise by margin. `keys` are at the margin that the
    books name, else at 0. `tried` are common splits and the chosen one, lowest first. `chosen` is None where neither
    the books nor the caller name a split. `left_out` says in whole sentences what could not be worked out, and why.
    """

    name: str
    as_of: date | None
    clinicians: int
    collections: Figure
    kept_sessions: Figure
    shared_costs: Figure
    owner_wage: Figure
    targets: tuple[TargetSplit, ...]
    targets_formula: str
    keys: tuple[KeySplits, ...]
    keys_formula: str
    tried: tuple[SplitOutcome, ...]
    chosen: AtChosenSplit | None
    functions: tuple[FunctionSpending, ...]
    turnover: Turnover
    reserve: Figure | None
    largest_payer: Figure | None
    rtm: Rtm | None
    left_out: tuple[str, ...]
