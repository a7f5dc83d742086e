"""From an offer's terms to the flow of its patients, case by case.

In: the offer, the values of its terms, its payers' rates. Out: a `Flow`. Must not compute visits by week.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from evaluator.economics.flow.causes import Flow, VisitClass
from evaluator.economics.flow.cohorts import drop_out_from
from evaluator.economics.flow.visit_payment import visits_up_to
from evaluator.economics.inputs import Array, SessionMoney, Values
from evaluator.economics.payers import PayerRates, mean_money
from evaluator.offer.terms import Offer

NOT_BILLED, STOPPED, BILLED = 0.0, 1.0, 2.0
ONE = np.ones((1, 1))
NO_LIMIT = np.full((1, 1), np.inf)


def flow_of(offer: Offer, values: Values, payers: Sequence[PayerRates]) -> Flow | None:
    """The flow of an offer, none where a caseload is stated instead."""
    if offer.patient_flow is None:
        return None
    group = "patient_flow."
    planned = np.maximum(1.0, values[group + "plan_of_care_visits"])
    completion = values.get(group + "completion")
    drop_out = values[group + "drop_out"] if completion is None else drop_out_from(completion, planned)
    return Flow(
        referrals=values[group + "referrals_per_week"] + values.get(group + "direct_access_per_week", 0 * ONE),
        conversion=values[group + "conversion"],
        planned_visits=planned,
        visits_per_week=values[group + "visits_per_week"],
        drop_out=drop_out,
        slots=values[group + "slots_per_week"],
        rescheduled=values["attendance.rescheduled"],
        no_show=values["attendance.no_show"],
        late_cancel=values["attendance.late_cancel"],
        evaluation_hours=values[group + "evaluation_minutes"] / 60,
        follow_up_hours=values["hours.session_minutes"] / 60,
        evaluation_documentation_hours=values[group + "evaluation_documentation_minutes"] / 60,
        follow_up_documentation_hours=values["hours.documentation_minutes"] / 60,
        classes=tuple(_class(payer, index, values, planned) for index, payer in enumerate(payers))
        or (_everybody(mean_money((), values), planned),),
    )


def with_payers(flow: Flow, planned: Sequence[PayerRates], now: Sequence[PayerRates]) -> Flow:
    """The same patients with what their payers pay in a bad year; a payer's share of visits weighs its money."""
    if not now:
        return flow
    return replace(
        flow,
        classes=tuple(
            replace(one, evaluation=rates.evaluation_money(), follow_up=rates.money(), weight=rates.mix / before.mix)
            for one, before, rates in zip(flow.classes, planned, now, strict=True)
        ),
    )


def _everybody(money: SessionMoney, planned: Array) -> VisitClass:
    """One class for an offer that states only what a visit brings in."""
    nothing = 0 * ONE
    return VisitClass(
        name="all visits",
        mix=ONE,
        delivered=planned,
        billed=planned,
        authorized=NO_LIMIT,
        evaluation=money,
        follow_up=money,
        evaluation_units=nothing,
        follow_up_units=nothing,
        patient_part_evaluation_usd=nothing,
        patient_part_follow_up_usd=nothing,
        at_desk=nothing,
        weight=ONE,
        is_a_payer=False,
    )


def _class(payer: PayerRates, index: int, values: Values, planned: Array) -> VisitClass:
    own, shared = f"collections.payers.{index}.", "collections.payers."

    def value(name: str) -> Array | None:
        return values.get(own + name, values.get(shared + name))

    authorized = _value_if(own, values, "authorized_visits", payer.may_need_authorization)
    delivered, billed = _within(planned, planned, authorized, value("beyond_authorization"))
    threshold = values.get(own + "yearly_threshold")
    if threshold is not None:
        limit = visits_up_to(threshold, payer.evaluation_allowed_usd, payer.allowed_usd)
        delivered, billed = _within(delivered, billed, limit, value("above_threshold"))
    return VisitClass(
        name=payer.name,
        mix=payer.mix,
        delivered=delivered,
        billed=billed,
        authorized=authorized,
        evaluation=payer.evaluation_money(),
        follow_up=payer.money(),
        evaluation_units=payer.evaluation_units,
        follow_up_units=payer.follow_up_units,
        patient_part_evaluation_usd=payer.evaluation_patient_usd,
        patient_part_follow_up_usd=payer.patient_part_usd,
        at_desk=payer.at_desk,
        weight=ONE,
    )


def _value_if(own: str, values: Values, name: str, applies: bool) -> Array:
    """A limit of a payer's own, the one that silent payers share, or none where the payer sets none."""
    if not applies:
        return NO_LIMIT
    return values.get(own + name, values.get(f"collections.payers.{name}", NO_LIMIT))


def _within(delivered: Array, billed: Array, limit: Array, beyond: Array | None) -> tuple[Array, Array]:
    """Visits delivered and billed within a limit, by what happens beyond it; silence stops them."""
    what = STOPPED * ONE if beyond is None else beyond
    kept = np.where(what == STOPPED, np.minimum(delivered, limit), delivered)
    paid = np.where(what == BILLED, billed, np.minimum(billed, limit))
    return kept, np.minimum(paid, kept)
