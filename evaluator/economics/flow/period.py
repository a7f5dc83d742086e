"""What a period of a flow of patients comes to: a year as it fills, or one full week (economics 2.18).

In: a flow and its visits. Out: totals of the likely case as plain numbers. Must not divide them into measures.
"""

from dataclasses import dataclass

import numpy as np

from evaluator.economics.flow.causes import Flow, VisitClass
from evaluator.economics.flow.cohorts import Visits
from evaluator.economics.flow.filling import arrived, kept_visits
from evaluator.economics.inputs import Array, SessionMoney


@dataclass(frozen=True, slots=True)
class Period:
    """Totals of one period, visits and dollars. Units and patients' dollars are of payers whose terms tell them."""

    referrals: float
    evaluations: float
    scheduled: float
    kept: float
    slots: float
    completed_plans: float
    planned_visits: float
    unserved: float
    allowed_usd: float
    collected_usd: float
    authorized: float
    billed_of_authorized: float
    unbillable: float
    timed_units: float
    visits_with_units: float
    patient_due_usd: float
    patient_at_desk_usd: float


def period_of(flow: Flow, visits: Visits, worked: Array, money: SessionMoney) -> Period:
    """The totals of the weeks in `visits`, first case; `worked` and `money` are of the same weeks."""
    kept = kept_visits(flow, visits)
    evaluations = _sum(visits.evaluations)
    whole = sum(one.mix for one in flow.classes)
    parts = [
        _of_class(flow, one, visits.evaluations * one.mix / whole, delivered, billed)
        for one, delivered, billed in zip(flow.classes, visits.delivered_by_class, visits.billed_by_class, strict=True)
    ]
    completes = (1 - flow.drop_out) ** (flow.planned_visits - 1)
    reached = sum(one.mix / whole * (one.delivered >= flow.planned_visits) for one in flow.classes)
    slots = np.where(worked > 0, flow.slots, 0.0) * worked
    added = [sum(part[place] for part in parts) for place in range(7)]
    return Period(
        _sum(flow.referrals * worked),
        evaluations,
        _sum(visits.scheduled),
        _sum(kept),
        _sum(slots),
        evaluations * _first(completes * reached),
        evaluations * _first(flow.planned_visits),
        _sum(visits.unserved),
        _sum(money.allowed_usd * kept),
        _sum(money.collected_usd * kept),
        *added,
    )


def _of_class(flow: Flow, one: VisitClass, evaluated: Array, delivered: Array, billed: Array) -> tuple[float, ...]:
    """Authorised visits and the billed ones of them, unbillable visits, units and their visits, due and at the desk."""
    first, later = _sum(evaluated), _sum(arrived(flow, billed))
    paid_first = first * min(1.0, _first(one.billed))
    given = first + _sum(arrived(flow, delivered))
    capped = bool(np.isfinite(one.authorized).all())
    units = _first(one.evaluation_units) * paid_first + _first(one.follow_up_units) * later
    coded = _first(one.evaluation_units) + _first(one.follow_up_units) > 0
    due = _first(one.patient_part_evaluation_usd) * paid_first + _first(one.patient_part_follow_up_usd) * later
    desk = _first(one.at_desk)
    known = not np.isnan(desk)
    return (
        first * _first(one.authorized) if capped else 0.0,
        paid_first + later if capped else 0.0,
        given - paid_first - later,
        units,
        given if coded else 0.0,
        due if known else 0.0,
        due * desk if known else 0.0,
    )


def _sum(weekly: Array) -> float:
    return float(np.atleast_2d(weekly)[0].sum())


def _first(value: Array) -> float:
    return float(np.ravel(value)[0])
