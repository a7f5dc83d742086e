"""The arrays that the engine works on.

In: nothing. Out: `Inputs` and the pay classes. Must not compute.

The first axis is *cases* (worst/likely/best, corners of unknown terms, one offer of many), the last is *weeks*. A field
has shape (cases, 1) or (1, 1) unless it says (cases, weeks) or (1, weeks). Money is US dollars, shares are fractions,
times are hours.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Values = Mapping[str, Array]
"""The value of each money term in each case, of shape (cases, 1), or (1, 1) where it does not vary."""

WEEKS_A_YEAR = 52


@dataclass(frozen=True, slots=True)
class Percentage:
    """A share of collections: `allowed_basis` 0 means collected, 1 allowed, between is a mixture of cases."""

    share: Array
    fees_off_the_top: Array
    deduction_usd: Array
    allowed_basis: Array
    clawback_share: Array


@dataclass(frozen=True, slots=True)
class PerSession:
    """A fixed amount for each kept session."""

    rate_usd: Array


@dataclass(frozen=True, slots=True)
class Salary:
    """A yearly salary with extra pay for kept sessions above a number in each period."""

    yearly_usd: Array
    bonus_usd: Array
    bonus_above: Array
    bonus_per: str  # week, month or year


PayTerms = Percentage | PerSession | Salary


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

    @property
    def weeks(self) -> int:
        """Weeks of the horizon, a multiple of 52."""
        return int(self.worked.shape[-1])

    @property
    def years(self) -> float:
        """Years of the horizon."""
        return self.weeks / WEEKS_A_YEAR
