"""What the engine found out about the money of one offer: plain frozen records, part of the Comparison.

In: nothing. Out: intervals, waterfalls, hours, unknowns. Must not compute. Money is US dollars over the horizon, shares
are fractions of full-ramp collectible revenue.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Interval:
    """Worst, assumed and best case of one figure. All three are equal when nothing that matters is open."""

    low: float
    likely: float
    high: float


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a waterfall: the level after it, its amount, the level as a share of the base.

    `level_usd` and `amount_usd` are rounded to the cent, each amount being the difference of two rounded levels, so
    that the amounts add exactly to the last level. `formula` says in words how the step is computed. `subtotal` names
    the level when it has a name (contract, cash, W-2-equivalent, effective split).
    """

    step: str
    label: str
    level_usd: float
    amount_usd: float
    share: float
    formula: str
    subtotal: str | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of the whole horizon; worked = paid + unpaid. `parts` splits worked by kind, in hours."""

    worked: float
    paid: float
    unpaid: float
    sessions: float
    documentation: float
    missed: float
    weekly: float
    presence: float


@dataclass(frozen=True, slots=True)
class Unknown:
    """A term that the offer leaves open (or gives as a range), and what is assumed for it.

    `state` says how it is open. `worst`, `likely` and `best` are the cases, already in words (`30 weeks`). The swings
    are between best and worst with the other terms likely, and never negative.
    """

    term: str
    label: str
    state: Literal["not_stated", "vague", "refused", "range"]
    worst: str
    likely: str
    best: str
    basis: str
    ask: str
    hourly_swing_usd: float
    split_swing: float
    take_home_swing_usd: float


@dataclass(frozen=True, slots=True)
class CashView:
    """When pay arrives: what inside the horizon, what after it, and the most that own costs run ahead of pay.

    `lag_is_stated` is false where the weeks from session to pay are assumed.
    """

    lag_weeks: int
    lag_is_stated: bool
    inside_usd: float
    after_usd: float
    peak_need_usd: float


@dataclass(frozen=True, slots=True)
class FlowMetric:
    """One measure of the way from referral to cash, by name.

    `year` is over the year as the schedule fills, `full_week` in a week in which all cohorts are present; none where
    the terms do not say enough, and `missing` then says what for. `unit` is usd, share, visits or units.
    """

    name: str
    label: str
    unit: Literal["usd", "share", "visits", "units"]
    formula: str
    year: float | None
    full_week: float | None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class LostVisits:
    """A place on the way where planned visits of the year are lost, and what they would have brought in."""

    name: str
    label: str
    visits: float
    worth_usd: float


@dataclass(frozen=True, slots=True)
class FlowFigures:
    """From referral to cash: people, visits planned and kept in the year, where the others were lost, and measures.

    planned = kept + all that is lost.
    """

    referrals: float
    evaluations: float
    planned_visits: float
    kept_visits: float
    lost: tuple[LostVisits, ...]
    metrics: tuple[FlowMetric, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """The money of one offer; single figures and the waterfall are the likely case.

    `pay_is_stated` is false where the offer does not say what it pays, not even as a range: then all figures rest on
    what such offers usually pay. `supported_sessions` is the most sessions a week that the flow of new clients can ever
    keep up, none where clients do not limit the caseload. `contractor_equivalent_split` is the share of the same
    collections that a contractor without costs would need to be left with as much; none for a contractor.
    `monitoring_collected_usd` comes in for remote monitoring, beside `collected_usd` for sessions.
    `flow` is there where visits follow from referrals.
    """

    structure: str
    headline_split: Interval
    effective_split: Interval
    effective_hourly_usd: Interval
    take_home_usd: Interval
    full_ramp_collectible_usd: float
    keep_usd: float
    gross_pay_usd: float
    collected_usd: float
    fees_collected_usd: float
    practice_keeps_usd: float
    kept_sessions: float
    hours: Hours
    bridge: tuple[Step, ...]
    waterfall: tuple[Step, ...]
    cumulative_keep_usd: tuple[float, ...]
    unknowns: tuple[Unknown, ...]
    approximate: bool
    pay_is_stated: bool = True
    supported_sessions: float | None = None
    contractor_equivalent_split: float | None = None
    cash: CashView | None = None
    monitoring_collected_usd: float = 0.0
    flow: FlowFigures | None = None


@dataclass(frozen=True, slots=True)
class Assumption:
    """A value that no offer stated but that the figures use.

    `origin` tells a published parameter from what the clinician file says.
    """

    name: str
    label: str
    value: str
    origin: Literal["parameter", "clinician"]
    as_of: str
    source: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a tornado: effective hourly value with one input at its low and high end, the others as assumed.

    `low` and `high` are the input's two values in words, `at_low_usd` and `at_high_usd` the hourly values there.
    """

    name: str
    label: str
    low: str
    high: str
    at_low_usd: float
    at_high_usd: float


@dataclass(frozen=True, slots=True)
class StressResult:
    """One offer under one scenario; changes are against the unstressed year, shares use unstressed collectible revenue.

    `lowest_week_usd` is the lowest pay of a worked week in the scenario's window. `practice_change_usd` is what the
    scenario costs the practice.
    """

    scenario: str
    label: str
    says: str
    pay_change_usd: float
    keep_change_usd: float
    effective_split: float
    effective_hourly_usd: float
    lowest_week_usd: float
    practice_change_usd: float
    rank: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """One step of the split waterfall beside its Shapley value: what the step is worth averaged over all orders.

    `gap_share` is |step - Shapley value| as a share of collectible revenue; `depends_on_order` marks one above a point.
    """

    step: str
    label: str
    amount_usd: float
    shapley_usd: float
    gap_share: float
    depends_on_order: bool


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the money of one offer is: simulated hourly values (10th, 50th, 90th percentile), causes, stress.

    `noise_gap_usd` is what is kept on average when each visit is kept or missed by chance, less the smooth year's
    figure; none where it is under 1% of what is kept.
    """

    hourly_p10_usd: float
    hourly_p50_usd: float
    hourly_p90_usd: float
    tornado: tuple[Bar, ...]
    stress: tuple[StressResult, ...]
    attribution: tuple[Attribution, ...]
    noise_gap_usd: float | None = None
