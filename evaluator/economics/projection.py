"""The one economic engine: many cases of one offer, projected over the weeks of the horizon.

In: `Inputs`. Out: `Projection`, arrays by case and week that every interval, waterfall and question is read from.
Must not round, format or know offers.
"""

from dataclasses import dataclass

import numpy as np

from evaluator.economics.extra_pay import benefits, other_pay, timing_loss
from evaluator.economics.guarantee import guaranteed_pay
from evaluator.economics.hours import WorkedHours, work_hours
from evaluator.economics.income_tax import tax_on_top
from evaluator.economics.inputs import WEEKS_A_YEAR, Array, Inputs
from evaluator.economics.pay import advertised, earned, fees_collected, missed_visit_pay
from evaluator.economics.payroll_tax import additional_medicare_tax, employee_tax, employer_half, self_employment_tax
from evaluator.economics.volume import Volume, sessions


def total(weekly: Array) -> Array:
    """Sum over the weeks, shape (cases,)."""
    return np.asarray(weekly.sum(axis=-1))


@dataclass(frozen=True, slots=True)
class Projection:
    """One offer projected. Weekly arrays have shape (cases, weeks), the others (cases,); all dollars or hours.

    `full_*` is the caseload full from the first week, the rest the real ramp. `payroll_usd` is the employer's half that
    a contractor carries, spread over the weeks by net earnings.
    """

    inputs: Inputs
    full: Volume
    volume: Volume
    collectible_usd: Array
    headline_usd: Array
    full_earned_usd: Array
    full_missed_usd: Array
    full_other_usd: Array
    earned_usd: Array
    missed_usd: Array
    other_usd: Array
    guarantee_usd: Array
    timing_usd: Array
    fees_usd: Array
    collected_usd: Array
    benefits_usd: Array
    overhead_usd: Array
    payroll_usd: Array
    worked: WorkedHours
    personal_tax_usd: Array
    income_tax_usd: Array
    state_tax_usd: Array

    @property
    def gross_pay_usd(self) -> Array:
        """Pay by week: sessions, missed visits, other pay and guarantee, less what is lost by when it falls due."""
        return self.accrued_usd + self.guarantee_usd + self.timing_usd

    @property
    def accrued_usd(self) -> Array:
        """Pay by week before a guarantee and before what is lost by when it falls due."""
        return self.earned_usd + self.missed_usd + self.other_usd

    @property
    def unpaid_time_usd(self) -> Array:
        """Unpaid hours by week at the value of an hour."""
        return self.inputs.hour_value_usd * self.worked.unpaid

    @property
    def weekly_keep_usd(self) -> Array:
        """What is kept of each week: pay and benefits less costs, the employer's half and unpaid time."""
        return self.gross_pay_usd + self.benefits_usd - self.overhead_usd - self.payroll_usd - self.unpaid_time_usd

    @property
    def keep_usd(self) -> Array:
        """KEEP of 2.11, shape (cases,)."""
        return total(self.weekly_keep_usd)

    @property
    def headline_split(self) -> Array:
        """Advertised pay at a full caseload as a share of full-ramp collectible revenue."""
        return self.headline_usd / self.collectible_usd

    @property
    def effective_split(self) -> Array:
        """KEEP as a share of full-ramp collectible revenue."""
        return self.keep_usd / self.collectible_usd

    @property
    def effective_hourly_usd(self) -> Array:
        """W-2-equivalent pay per hour really worked (2.13); all hours divide, so unpaid time is not priced again."""
        return (self.keep_usd + total(self.unpaid_time_usd)) / np.maximum(total(self.worked.worked), 1e-9)

    @property
    def take_home_usd(self) -> Array:
        """Cash a year after own costs and payroll tax, and after those income taxes that the reader counts (2.10)."""
        cash = total(self.gross_pay_usd) - total(self.overhead_usd) - self.personal_tax_usd
        return (cash - self.income_tax_usd - self.state_tax_usd) / self.inputs.years


def project(inputs: Inputs, real: Inputs | None = None) -> Projection:
    """Project every case of one offer over the horizon. Pure; no rounding anywhere.

    `real` is the year as it turns out where that differs from what was planned, as under stress. The full caseload, the
    headline and collectible revenue always follow `inputs`, so that shares keep one base.
    """
    now = real or inputs
    full = sessions(inputs, np.ones((1, inputs.weeks)))
    volume = sessions(now, now.ramp)
    collectible = inputs.money.collected_usd * full.kept
    other_usd = other_pay(now, volume)
    earned_usd = earned(now.pay, now.money, volume)
    missed_usd = missed_visit_pay(now.missed, volume)
    accrued = np.broadcast_to(earned_usd + missed_usd + other_usd, (inputs.cases, inputs.weeks))
    guarantee = guaranteed_pay(now.guarantee, accrued)
    timing = -timing_loss(now, earned_usd, accrued)
    pay = accrued + guarantee + timing
    overhead = now.yearly_costs_usd / WEEKS_A_YEAR + now.session_cost_usd * volume.kept
    overhead, worth = (np.broadcast_to(array, accrued.shape) for array in (overhead, benefits(now, volume, pay)))
    payroll, personal = _payroll(now, pay, overhead)
    federal, state = _income_taxes(now, pay, overhead)
    cases = np.zeros((inputs.cases, 1))
    return Projection(
        inputs=now,
        full=full,
        volume=volume,
        collectible_usd=total(collectible + cases),
        headline_usd=total(advertised(inputs.pay, collectible, full) + cases),
        full_earned_usd=total(earned(inputs.pay, inputs.money, full) + cases),
        full_missed_usd=total(missed_visit_pay(inputs.missed, full) + cases),
        full_other_usd=total(other_pay(inputs, full) + cases),
        earned_usd=earned_usd + cases,
        missed_usd=missed_usd + cases,
        other_usd=other_usd + cases,
        guarantee_usd=guarantee,
        timing_usd=timing,
        fees_usd=fees_collected(now.missed, volume) + cases,
        collected_usd=now.money.collected_usd * volume.kept + cases,
        benefits_usd=worth,
        overhead_usd=overhead,
        payroll_usd=payroll,
        worked=work_hours(now, volume),
        personal_tax_usd=personal,
        income_tax_usd=federal,
        state_tax_usd=state,
    )


def _payroll(inputs: Inputs, pay: Array, overhead: Array) -> tuple[Array, Array]:
    """The employer's half by week, and the reader's own payroll tax of the horizon, (cases, weeks) and (cases,)."""
    tax, contractor = inputs.tax, inputs.contractor
    net = pay - overhead
    net_by_year = _by_year(net)
    half = contractor * employer_half(net_by_year, tax)
    positive = np.maximum(net, 0.0)
    year_total = np.maximum(_by_year(positive), 1e-9)
    weekly = np.repeat(half / year_total, WEEKS_A_YEAR, axis=-1) * positive
    wages = _by_year(pay)
    as_employee = employee_tax(wages, tax) + additional_medicare_tax(wages, tax)
    levied = tax.self_employed_base_share * net_by_year
    as_contractor = self_employment_tax(net_by_year, tax) + additional_medicare_tax(levied, tax)
    personal = contractor * as_contractor + (1 - contractor) * as_employee
    return weekly, np.asarray(personal.sum(axis=-1))


def _income_taxes(inputs: Inputs, pay: Array, overhead: Array) -> tuple[Array, Array]:
    """Federal and state income tax of the horizon, each (cases,); zero where the reader does not count it.

    An employee's own costs are not deducted from wages for federal tax; the state's flat share is of pay less costs.
    """
    net, contractor = _by_year(pay - overhead), inputs.contractor
    state = inputs.state_tax_share * np.maximum(net, 0.0).sum(axis=-1)
    if inputs.income_tax is None:
        return np.zeros(inputs.cases), state
    half = contractor * employer_half(net, inputs.tax)
    federal = tax_on_top(contractor * net, half, (1 - contractor) * _by_year(pay), inputs.income_tax)
    return np.asarray(federal.sum(axis=-1)), state


def _by_year(weekly: Array) -> Array:
    return np.asarray(weekly.reshape(weekly.shape[0], -1, WEEKS_A_YEAR).sum(axis=-1))
