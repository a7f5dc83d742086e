"""The arrays that the engine works on.

In: nothing. Out: `Inputs` and the pay classes. Must not compute.

The first axis is *cases* (worst/likely/best, corners of unknown terms, one offer of many), the last is *weeks*. A field
has shape (cases, 1) or (1, 1) unless it says (cases, weeks) or (1, weeks). Money is US dollars, shares are fractions,
times are hours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from evaluator.economics.flow.causes import Flow

Array = NDArray[np.float64]
Values = Mapping[str, Array]
"""The value of each money term in each case, of shape (cases, 1), or (1, 1) where it does not vary."""

WEEKS_A_YEAR = 52


def _nothing() -> Array:
    return np.zeros((1, 1))


@dataclass(frozen=True, slots=True)
class VolumeBonus:
    """Extra pay once the count of a period reaches a number: once, for each one above it, or for all of the period."""

    usd: Array
    at: Array
    counts_sessions: bool  # else collected dollars, or hours
    per: str  # week, month or year
    paid: str  # once, each_above, all_sessions or taken_off_each_below
    productivity: "Productivity | None" = None  # `at` is then a share of hours


@dataclass(frozen=True, slots=True)
class Productivity:
    """Hours in kept sessions as a share of the contract's hours, or of booked hours where `of_booked` is 1."""

    session_hours: Array
    contract_hours: Array
    of_booked: Array


@dataclass(frozen=True, slots=True)
class Bonuses:
    """The bonuses of an offer, and the most that they may come to in a year."""

    each: tuple[VolumeBonus, ...] = ()
    cap_usd: Array | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithBonuses:
    """What every pay structure has."""

    bonuses: Bonuses = Bonuses()


@dataclass(frozen=True, slots=True)
class Percentage(WithBonuses):
    """A share of collections: `allowed_basis` 0 means collected, 1 allowed, between is a mixture of cases.

    With `listed_usd` the listed fee stands in place of the allowed amount. `later_shares` are pairs of a week and the
    share from that week on. `own_clients` is their share of sessions and the share of money paid for them.
    """

    share: Array
    fees_off_the_top: Array
    deduction_usd: Array
    allowed_basis: Array
    clawback_share: Array
    listed_usd: Array | None = None
    later_shares: tuple[tuple[Array, Array], ...] = ()
    own_clients: tuple[Array, Array] | None = None
    practice_at_most_usd: Array | None = None
    practice_at_least_usd: Array | None = None


@dataclass(frozen=True, slots=True)
class PerSession(WithBonuses):
    """A fixed amount for each kept session; `by_visit` are those of an evaluation and of a follow-up, if told apart."""

    rate_usd: Array
    by_visit: tuple[Array, Array] | None = None


@dataclass(frozen=True, slots=True)
class Salary(WithBonuses):
    """A yearly salary."""

    yearly_usd: Array


@dataclass(frozen=True, slots=True)
class Hourly(WithBonuses):
    """An amount for each hour: `on_the_clock` 0 means hours in kept sessions, 1 all hours of the contract.

    `indirect_usd` is paid each worked week for hours outside sessions; nothing where all hours are on the clock.
    """

    rate_usd: Array
    on_the_clock: Array
    session_hours: Array
    contract_hours: Array
    indirect_usd: Array
    guaranteed_hours: Array = field(default_factory=_nothing)  # a worked week, paid even with fewer in sessions


@dataclass(frozen=True, slots=True)
class BasePlusCommission(WithBonuses):
    """Base pay with a commission for each kept session on top."""

    base: Salary | Hourly
    commission: "PerSession | Percentage"


@dataclass(frozen=True, slots=True)
class Tiered(WithBonuses):
    """A rate that depends on the sessions or collections of a period. Tiers rise; the first starts at zero.

    `rates` are shares of what `shared` leaves of a session's money, or dollars per session if `shared` is none.
    `all_at_top` 0 pays each tier's part at its own rate, 1 everything at the rate of the tier reached.
    """

    starts: tuple[Array, ...]
    rates: tuple[Array, ...]
    counts_sessions: bool  # else collected dollars
    per: str
    all_at_top: Array
    advertised: Array
    shared: Percentage | None


PayTerms = Percentage | PerSession | Salary | Hourly | BasePlusCommission | Tiered


@dataclass(frozen=True, slots=True)
class SessionMoney:
    """Dollars of one kept session: allowed = collected + denied + reduced + bad debt."""

    allowed_usd: Array
    collected_usd: Array
    denied_usd: Array
    reduced_usd: Array
    bad_debt_usd: Array


@dataclass(frozen=True, slots=True)
class MissedVisits:
    """What a missed visit brings. The fee is shared if it is collected; the fixed amounts are owed in any case."""

    fee_usd: Array
    enforceable_share: Array
    collected_share: Array
    clinician_share: Array
    per_no_show_usd: Array
    per_late_cancel_usd: Array


@dataclass(frozen=True, slots=True)
class Guarantee:
    """Pay guaranteed in the first `periods`: a floor, or a draw paid back out of later pay if `recoverable` is 1."""

    usd: Array
    per: str  # week or month
    periods: Array
    recoverable: Array
    recoup_share: Array
    recoup_floor_usd: Array
    forgiven: Array  # 1 if what is left at the end need not be paid back


@dataclass(frozen=True, slots=True)
class Stipend:
    """A regular amount in cash, from a week on and from a number of kept sessions a worked week on."""

    weekly_usd: Array
    above_sessions: Array
    after_weeks: Array


@dataclass(frozen=True, slots=True)
class OneTime:
    """A single payment that is yours for good after so many weeks."""

    usd: Array
    kept_after_weeks: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitoringMonth:
    """A month of remote monitoring at a full caseload. The shares of patients are fractions, minutes the clinician's.

    `collected_usd` is what comes in for the month; the clinician gets `clinician_share` of it, and `per_patient_usd`.
    """

    patients: Array
    covered: Array
    sixteen_days: Array
    two_to_fifteen_days: Array
    managed_10_to_19: Array
    managed_20_to_39: Array
    managed_40_or_more: Array
    minutes_10_to_19: Array
    minutes_20_to_39: Array
    minutes_40_or_more: Array
    new_episodes: Array
    collected_share: Array
    clinician_share: Array = field(default_factory=_nothing)
    per_patient_usd: Array = field(default_factory=_nothing)
    collected_usd: Array = field(default_factory=_nothing)


@dataclass(frozen=True, slots=True)
class Driving:
    """Driving for one booked visit; `own_cost_usd` is what the car costs beyond what is paid back, or less."""

    hours: Array
    paid_hour_usd: Array
    own_cost_usd: Array


@dataclass(frozen=True, slots=True)
class PayrollTax:
    """The payroll-tax figures of each tax year in the horizon, shape (1, years), and the reader's own situation."""

    wage_base_usd: Array
    social_security_rate: float
    medicare_rate: float
    self_employed_base_share: float
    self_employed_floor_usd: float
    additional_medicare_rate: float
    additional_medicare_over_usd: float
    other_wages_usd: float


@dataclass(frozen=True, slots=True)
class IncomeTax:
    """The income-tax figures of each tax year in the horizon, for one filing status, shape (1, years).

    `bracket_tops_usd` has shape (1, years, brackets - 1), `bracket_rates` (brackets,).
    """

    standard_deduction_usd: Array
    bracket_tops_usd: Array
    bracket_rates: Array
    business_share: float
    business_over_usd: Array
    business_band_usd: Array
    other_wages_usd: float


@dataclass(frozen=True, slots=True)
class Inputs:
    """One offer, many cases. `cases` is their number, which every field's first axis has unless it is 1."""

    cases: int
    worked: Array  # (cases or 1, weeks): share of each week that is worked
    ramp: Array  # (cases or 1, weeks): share of the full caseload
    sessions_per_week: Array
    no_show: Array
    late_cancel: Array
    refilled: Array
    money: SessionMoney
    pay: PayTerms
    missed: MissedVisits
    session_hours: Array
    documentation_hours: Array
    missed_slot_used: Array
    weekly_hours: Array
    weekly_paid_share: Array
    paid_hour_usd: Array
    presence_hours: Array
    contract_hours: Array
    yearly_costs_usd: Array
    session_cost_usd: Array
    benefits_usd: Array
    benefits_share_of_pay: Array
    contractor: Array  # 1 carries both halves of payroll tax, 0 does not
    hour_value_usd: Array
    tax: PayrollTax
    guarantee: Guarantee | None = None
    stipends: tuple[Stipend, ...] = ()
    one_time: tuple[OneTime, ...] = ()
    unpaid_late_notes: Array = field(
        default_factory=_nothing
    )  # share of the pay for sessions that is lost for late notes
    waiting_cost: Array = field(default_factory=_nothing)  # share of pay that waiting for it costs
    run_out_weeks: Array = field(default_factory=_nothing)  # weeks of pay lost at the end of the horizon
    benefits_above_sessions: Array = field(default_factory=_nothing)
    benefits_after_weeks: Array = field(default_factory=_nothing)
    income_tax: IncomeTax | None = None  # not counted unless the reader asks for it
    state_tax_share: float = 0.0  # of pay less own costs
    monitoring: MonitoringMonth | None = None
    driving: Driving | None = None
    missed_hours: Array | None = None  # of a missed slot, where it is not a mean session's
    flow: "Flow | None" = None  # where visits follow from referrals; the fields above are then those of a full week

    @property
    def weeks(self) -> int:
        """Weeks of the horizon, a multiple of 52."""
        return int(self.worked.shape[-1])

    @property
    def years(self) -> float:
        """Years of the horizon."""
        return self.weeks / WEEKS_A_YEAR
