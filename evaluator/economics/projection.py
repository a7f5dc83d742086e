"""The one economic engine: many cases of one offer, projected over the weeks of the horizon.

In: `Inputs`. Out: `Projection`, arrays by case and week that every interval, waterfall and question is read from.
Must not round, format or know offers.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from evaluator.economics.extra_pay import benefits, other_pay, timing_loss, waiting_loss
from evaluator.economics.flow.filling import as_it_fills
from evaluator.economics.guarantee import guaranteed_pay
from evaluator.economics.hours import WorkedHours, work_hours
from evaluator.economics.income_tax import tax_on_top
from evaluator.economics.inputs import WEEKS_A_YEAR, Array, Inputs
from evaluator.economics.monitoring import caseload_weeks
from evaluator.economics.pay import advertised, earned, fees_collected, missed_visit_pay
from evaluator.economics.payroll_tax import additional_medicare_tax, employee_tax, employer_half, self_employment_tax
from evaluator.economics.travel import own_costs
from evaluator.economics.volume import Volume, sessions


def total(weekly: Array) -> Array:
    """Sum over the weeks, shape (cases,)."""
    return np.asarray(weekly.sum(axis=-1))


def share_of(part: Array, whole: Array) -> Array:
    """Part of whole; 0 of nothing, for an offer under which no money could ever come in."""
    return np.where(whole > 0, part / np.where(whole > 0, whole, 1.0), 0.0)


@dataclass(frozen=True)
class Projection:
    """One offer projected. Weekly arrays have shape (cases, weeks), the others (cases,); all dollars or hours.

    `full_*` is the caseload full from the first week, the rest the real ramp. What only some readers ask for is worked
    out when it is asked: thousands of simulated years want no more than pay for an hour. What several figures rest on
    is then kept.
    """

    planned: Inputs
    inputs: Inputs
    volume: Volume
    earned_usd: Array
    missed_usd: Array
    other_usd: Array
    guarantee_usd: Array
    timing_usd: Array
    gross_pay_usd: Array
    benefits_usd: Array
    overhead_usd: Array
    half_usd: Array  # the employer's half that a contractor carries, by tax year, shape (cases, years)
    worked: WorkedHours

    @property
    def full(self) -> Volume:
        """Sessions of the year as planned, with a caseload that is full from the first week."""
        return sessions(self.planned, np.ones((1, self.planned.weeks)))

    @cached_property
    def collectible_usd(self) -> Array:
        """Full-ramp collectible revenue, the base of every split."""
        return self._of_cases(self.planned.money.collected_usd * self.full.kept)

    @property
    def headline_usd(self) -> Array:
        """Pay by the advertised rule at a full caseload."""
        full = self.full
        return self._of_cases(advertised(self.planned.pay, self.planned.money.collected_usd * full.kept, full))

    @property
    def full_earned_usd(self) -> Array:
        """Pay for sessions by the real rule at a full caseload."""
        return self._of_cases(earned(self.planned.pay, self.planned.money, self.full))

    @property
    def full_missed_usd(self) -> Array:
        """Pay for missed visits at a full caseload."""
        return self._of_cases(missed_visit_pay(self.planned.missed, self.full))

    @property
    def full_other_usd(self) -> Array:
        """Other pay at a full caseload."""
        return self._of_cases(other_pay(self.planned, self.full))

    @property
    def fees_usd(self) -> Array:
        """Missed-visit fees that clients pay, by week."""
        return fees_collected(self.inputs.missed, self.volume) + np.zeros((self.inputs.cases, 1))

    @property
    def collected_usd(self) -> Array:
        """Collections for kept sessions, by week."""
        return self.inputs.money.collected_usd * self.volume.kept + np.zeros((self.inputs.cases, 1))

    @property
    def monitoring_usd(self) -> Array:
        """Collections for remote monitoring, by week; no part of the base of any split."""
        month, nothing = self.inputs.monitoring, np.zeros((self.inputs.cases, 1))
        weeks = caseload_weeks(month, self.volume, self.inputs.sessions_per_week)
        return np.asarray(weeks * (0.0 if month is None else month.collected_usd) + nothing)

    @property
    def payroll_usd(self) -> Array:
        """The employer's half of payroll tax that a contractor carries, spread over the weeks by net earnings."""
        positive = np.maximum(self.gross_pay_usd - self.overhead_usd, 0.0)
        year_total = np.maximum(_by_year(positive), 1e-9)
        return np.repeat(self.half_usd / year_total, WEEKS_A_YEAR, axis=-1) * positive

    @property
    def personal_tax_usd(self) -> Array:
        """The reader's own payroll tax of the horizon."""
        tax, contractor = self.inputs.tax, self.inputs.contractor
        net, wages = _by_year(self.gross_pay_usd - self.overhead_usd), _by_year(self.gross_pay_usd)
        as_employee = employee_tax(wages, tax) + additional_medicare_tax(wages, tax)
        levied = tax.self_employed_base_share * net
        as_contractor = self_employment_tax(net, tax) + additional_medicare_tax(levied, tax)
        return np.asarray((contractor * as_contractor + (1 - contractor) * as_employee).sum(axis=-1))

    @property
    def income_tax_usd(self) -> Array:
        """Federal income tax of the horizon; zero where the reader does not count it.

        An employee's own costs are not deducted from wages.
        """
        known, contractor = self.inputs.income_tax, self.inputs.contractor
        if known is None:
            return np.zeros(self.inputs.cases)
        net = _by_year(self.gross_pay_usd - self.overhead_usd)
        wages = (1 - contractor) * _by_year(self.gross_pay_usd)
        return np.asarray(tax_on_top(contractor * net, self.half_usd, wages, known).sum(axis=-1))

    @property
    def state_tax_usd(self) -> Array:
        """The state's flat share of pay less own costs, of the horizon."""
        net = _by_year(self.gross_pay_usd - self.overhead_usd)
        return np.asarray((self.inputs.state_tax_share * np.maximum(net, 0.0)).sum(axis=-1))

    @property
    def accrued_usd(self) -> Array:
        """Pay by week before a guarantee and before what is lost by when it falls due."""
        return self.earned_usd + self.missed_usd + self.other_usd

    @property
    def unpaid_time_usd(self) -> Array:
        """Unpaid hours by week at the value of an hour."""
        return self.inputs.hour_value_usd * self.worked.unpaid

    @property
    def waiting_usd(self) -> Array:
        """What waiting for pay costs by week, to a reader who counts interest; no part of pay, cash or taxes."""
        return waiting_loss(self.inputs, self.gross_pay_usd) + np.zeros((self.inputs.cases, 1))

    @property
    def weekly_keep_usd(self) -> Array:
        """What is kept of each week: pay and benefits less waiting, costs, the employer's half and unpaid time."""
        kept = self.gross_pay_usd - self.waiting_usd + self.benefits_usd
        return kept - self.overhead_usd - self.payroll_usd - self.unpaid_time_usd

    @cached_property
    def equivalent_usd(self) -> Array:
        """What is kept before unpaid time is priced: the W-2-equivalent level, shape (cases,)."""
        kept = total(self.gross_pay_usd) + total(self.benefits_usd) - total(self.overhead_usd)
        waiting = total(waiting_loss(self.inputs, self.gross_pay_usd))
        return np.asarray(kept - waiting - total(self.half_usd))

    @property
    def keep_usd(self) -> Array:
        """KEEP of 2.11, shape (cases,)."""
        return self.equivalent_usd - total(self.unpaid_time_usd)

    @property
    def headline_split(self) -> Array:
        """Advertised pay at a full caseload as a share of full-ramp collectible revenue."""
        return share_of(self.headline_usd, self.collectible_usd)

    @property
    def effective_split(self) -> Array:
        """KEEP as a share of full-ramp collectible revenue."""
        return share_of(self.keep_usd, self.collectible_usd)

    @property
    def effective_hourly_usd(self) -> Array:
        """W-2-equivalent pay per hour really worked (2.13); all hours divide, so unpaid time is not priced again."""
        return self.equivalent_usd / np.maximum(total(self.worked.worked), 1e-9)

    @property
    def take_home_usd(self) -> Array:
        """Cash a year after own costs and payroll tax, and after those income taxes that the reader counts (2.10)."""
        cash = total(self.gross_pay_usd) - total(self.overhead_usd) - self.personal_tax_usd
        return (cash - self.income_tax_usd - self.state_tax_usd) / self.inputs.years

    def _of_cases(self, weekly: Array) -> Array:
        """Sum over the weeks for every case, also where all cases are alike."""
        return total(weekly) + np.zeros(self.planned.cases)


def project(inputs: Inputs, real: Inputs | None = None) -> Projection:
    """Project every case of one offer over the horizon. Pure; no rounding anywhere.

    `real` is the year as it turns out where that differs from what was planned, as under stress. The full caseload, the
    headline and collectible revenue always follow `inputs`, so that shares keep one base.
    """
    now = real or as_it_fills(inputs)
    volume = sessions(now, now.ramp)
    earned_usd = earned(now.pay, now.money, volume)
    missed_usd = missed_visit_pay(now.missed, volume)
    other_usd = other_pay(now, volume)
    accrued = np.broadcast_to(earned_usd + missed_usd + other_usd, (inputs.cases, inputs.weeks))
    guarantee = guaranteed_pay(now.guarantee, accrued)
    timing = -timing_loss(now, earned_usd, accrued)
    pay = accrued + (guarantee + timing)
    overhead = own_costs(now, volume)
    return Projection(
        planned=inputs,
        inputs=now,
        volume=volume,
        earned_usd=np.broadcast_to(earned_usd, pay.shape),
        missed_usd=np.broadcast_to(missed_usd, pay.shape),
        other_usd=np.broadcast_to(other_usd, pay.shape),
        guarantee_usd=np.broadcast_to(guarantee, pay.shape),
        timing_usd=np.broadcast_to(timing, pay.shape),
        gross_pay_usd=pay,
        benefits_usd=np.broadcast_to(benefits(now, volume, pay), pay.shape),
        overhead_usd=np.broadcast_to(overhead, pay.shape),
        half_usd=now.contractor * employer_half(_by_year(pay) - _by_year(overhead), now.tax),
        worked=work_hours(now, volume),
    )


def _by_year(weekly: Array) -> Array:
    return np.asarray(weekly.reshape(weekly.shape[0], -1, WEEKS_A_YEAR).sum(axis=-1))
