"""From money terms to the arrays of the engine, case by case.

In: money terms and, for each case, the value of each open one. Out: `Inputs`. Must not know why a case is looked at.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from evaluator.economics.flow.filling import full_week_money, with_full_week
from evaluator.economics.flow.visit_classes import flow_of
from evaluator.economics.income_tax import income_tax_figures
from evaluator.economics.inputs import (
    WEEKS_A_YEAR,
    Array,
    Inputs,
    PayrollTax,
    Values,
)
from evaluator.economics.money_term import MoneyTerm
from evaluator.economics.monitoring_money_terms import monitoring_month
from evaluator.economics.pay_cases import guarantee, hours_on_the_clock, missed_visits, one_time, pay_terms, stipends
from evaluator.economics.payers import mean_money, payers_of
from evaluator.economics.reader import Reader
from evaluator.economics.travel import driving
from evaluator.economics.volume import linear_ramp, referral_ramp, s_curve_ramp, stepped_ramp, worked_weeks
from evaluator.offer.terms import Offer, OfferFile


def case_values(terms: Mapping[str, MoneyTerm], choices: Array, open_names: Sequence[str]) -> Values:
    """The value of each term in each case, each of shape (cases, 1), or (1, 1) for a term that is not open.

    `choices` has shape (cases, open terms) and holds -1 for worst, 0 for likely and 1 for best.
    """
    values: dict[str, Array] = {name: np.array([[term.likely]]) for name, term in terms.items()}
    if open_names:
        ends = np.array([(terms[name].worst, terms[name].likely, terms[name].best) for name in open_names])
        worst, likely, best = ends.T[:, :, None]
        found = np.where(choices.T < 0, worst, np.where(choices.T > 0, best, likely))
        values |= {name: found[row, :, None] for row, name in enumerate(open_names)}
    return values


def build_inputs(offer_file: OfferFile, terms: Mapping[str, MoneyTerm], values: Values, reader: Reader) -> Inputs:
    """The engine's inputs for the cases in `values`, over the years that the reader looks at."""
    offer, weeks = offer_file.offer, reader.weeks
    worked = worked_weeks(values["hours.weeks_off"], weeks)
    pay, payers, nothing = pay_terms(offer, values), payers_of(offer, values), np.zeros((1, 1))
    flow = flow_of(offer, values, payers)
    money = mean_money(payers, values) if flow is None else full_week_money(flow)
    late = values.get("pay.late_notes.sessions", nothing) * values.get("pay.late_notes.unpaid", nothing)
    inputs = Inputs(
        cases=max(value.shape[0] for value in values.values()),
        worked=worked,
        ramp=_ramp(offer, values, worked, weeks) if flow is None else np.ones((1, weeks)),
        sessions_per_week=values.get("caseload.sessions_per_week", nothing),
        no_show=values["attendance.no_show"],
        late_cancel=values["attendance.late_cancel"],
        refilled=values.get("attendance.refilled", nothing),
        money=money,
        pay=pay,
        missed=missed_visits(terms, values, pay, money),
        session_hours=values["hours.session_minutes"] / 60,
        documentation_hours=values["hours.documentation_minutes"] / 60,
        missed_slot_used=np.array([[reader.missed_slot_used]]),
        weekly_hours=values["hours.weekly"],
        weekly_paid_share=values["hours.weekly_paid"],
        paid_hour_usd=values["hours.paid_hour"],
        presence_hours=np.maximum(values["hours.presence_per_week"], hours_on_the_clock(pay)),
        contract_hours=values["hours.contract_per_week"],
        yearly_costs_usd=values["costs.yearly"],
        session_cost_usd=values["costs.per_session"],
        benefits_usd=_when(terms["benefits"].unit == "usd", values["benefits"]),
        benefits_share_of_pay=_when(terms["benefits"].unit != "usd", values["benefits"]),
        contractor=values["offer.engagement"],
        hour_value_usd=np.array([[reader.hour_value_usd]]),
        tax=payroll_tax(reader, weeks),
        guarantee=guarantee(offer.pay, values),
        stipends=stipends(offer.pay, values),
        one_time=one_time(offer.pay, values),
        unpaid_late_notes=late,
        waiting_cost=1 - (1 + reader.interest) ** (-values.get("pay.lag_days", nothing) / (7 * WEEKS_A_YEAR)),
        run_out_weeks=values.get("pay.run_out", nothing),
        benefits_above_sessions=values.get("benefits_when.above_sessions", nothing),
        benefits_after_weeks=values.get("benefits_when.after_weeks", nothing),
        income_tax=income_tax_figures(reader, weeks) if reader.counts_income_tax else None,
        state_tax_share=reader.state_tax_share,
        driving=driving(offer.travel, values, reader),
        monitoring=monitoring_month(offer.monitoring, values, reader),
    )
    return inputs if flow is None else with_full_week(inputs, flow)


def payroll_tax(reader: Reader, weeks: int) -> PayrollTax:
    """The tax figures of the years that the horizon touches."""
    known = reader.assumptions.payroll_tax
    years = range(reader.tax_year, reader.tax_year + weeks // WEEKS_A_YEAR)
    return PayrollTax(
        wage_base_usd=np.array([[reader.assumptions.wage_base_usd(year) for year in years]]),
        social_security_rate=known["social_security_rate"].only,
        medicare_rate=known["medicare_rate"].only,
        self_employed_base_share=known["self_employed_base_share"].only,
        self_employed_floor_usd=known["self_employed_floor_usd"].only,
        additional_medicare_rate=known["additional_medicare_rate"].only,
        additional_medicare_over_usd=known["additional_medicare_over_usd"].by_filing_status[reader.filing_status],
        other_wages_usd=reader.other_wages_usd,
    )


def _when(condition: bool, value: Array) -> Array:
    return value if condition else np.zeros((1, 1))


def _ramp(offer: Offer, values: Values, worked: Array, weeks: int) -> Array:
    caseload = offer.caseload
    if caseload.new_clients is not None:
        group = "caseload.new_clients."
        return referral_ramp(
            values[group + "per_week"],
            values[group + "sessions_per_client"],
            values[group + "discharged_per_week"],
            values[group + "at_start"],
            values["caseload.sessions_per_week"],
            worked,
        )
    if caseload.ramp.steps:
        steps = caseload.ramp.steps
        shares = [values[f"caseload.ramp.steps.{index}.share"] for index in range(len(steps))]
        together = np.concatenate(np.broadcast_arrays(*shares), axis=-1)
        return stepped_ramp(np.array([step.from_week.likely for step in steps]), together, weeks)
    shape = s_curve_ramp if caseload.ramp.shape == "s_curve" else linear_ramp
    return shape(values["caseload.ramp.weeks"], values["caseload.ramp.starts_at"], weeks)
