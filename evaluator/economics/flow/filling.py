"""A flow of patients as the engine's volume and money: a full week for what is planned, each week as it fills.

In: inputs with a `Flow`. Out: inputs whose bookings, missed visits, money and minutes are those of the flow. Must not
compute pay.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluator.economics.flow.causes import Flow, VisitClass
from evaluator.economics.flow.cohorts import Visits, by_week, full_week
from evaluator.economics.inputs import Array, Hourly, Inputs, PayTerms, PerSession, SessionMoney

MONEY = ("allowed_usd", "collected_usd", "denied_usd", "reduced_usd", "bad_debt_usd")
VOLUME = ("ramp", "no_show", "late_cancel", "session_hours", "documentation_hours")


def with_full_week(inputs: Inputs, flow: Flow) -> Inputs:
    """The inputs of an offer whose full caseload is the full week of the flow; made-up visits count in the flow."""
    week = full_week(flow)
    return replace(
        inputs,
        flow=flow,
        sessions_per_week=week.scheduled,
        ramp=np.ones((1, inputs.weeks)),
        refilled=np.zeros((1, 1)),
        missed_hours=flow.follow_up_hours,
        **_per_visit(inputs.pay, flow, week),
    )


def full_week_money(flow: Flow) -> SessionMoney:
    """Dollars of a mean kept visit of a full week."""
    week = full_week(flow)
    return _money(flow, week, kept_visits(flow, week))


def as_it_fills(inputs: Inputs, come: Array | None = None, bookings: Array | float = 1.0) -> Inputs:
    """The same offer week by week; unchanged where no flow of patients fills the schedule.

    `come` is the share of each week's new patients who come, the worked share of the week unless a bad year changes it;
    `bookings` the share of planned visits that is booked.
    """
    flow = inputs.flow
    if flow is None:
        return inputs
    weeks = by_week(flow, inputs.worked, inputs.worked if come is None else come)
    full = inputs.sessions_per_week * inputs.worked
    ramp = bookings * weeks.scheduled / np.where(full > 0, full, 1.0)
    return replace(inputs, ramp=ramp * (full > 0), **_per_visit(inputs.pay, flow, weeks))


def filled_where(inputs: Inputs, real: NDArray[np.bool_]) -> Inputs:
    """The inputs as they fill in the cases marked, shape (cases, 1), and those of a full caseload in the others."""
    if inputs.flow is None:
        return replace(inputs, ramp=np.where(real, inputs.ramp, 1.0))
    now = as_it_fills(inputs)

    def either(name: str, of: Callable[[Inputs], object] = lambda one: one) -> Array:
        return np.asarray(np.where(real, getattr(of(now), name), getattr(of(inputs), name)))

    money = SessionMoney(*(either(name, lambda one: one.money) for name in MONEY))
    pay = inputs.pay
    if isinstance(pay, Hourly):
        pay = replace(pay, session_hours=either("session_hours"))
    elif isinstance(pay, PerSession) and isinstance(now.pay, PerSession):
        pay = replace(pay, rate_usd=np.where(real, now.pay.rate_usd, pay.rate_usd))
    changed: dict[str, Any] = {name: either(name) for name in VOLUME}
    return replace(inputs, money=money, pay=pay, **changed)


def kept_visits(flow: Flow, visits: Visits) -> Array:
    """Visits to which the patient came, evaluations among them."""
    return np.asarray(visits.evaluations + flow.arrival * visits.follow_ups)


def arrived(flow: Flow, follow_ups: Array) -> Array:
    """Follow-ups kept of those that the plans of care call for, with missed ones that were made up."""
    return np.asarray(flow.arrival * flow.bookings_a_visit * follow_ups)


def _per_visit(pay: PayTerms, flow: Flow, visits: Visits) -> dict[str, Any]:
    """Shares of booked slots, dollars and hours of a mean kept visit, and pay that goes by those hours."""
    follow_ups, kept = flow.arrival * visits.follow_ups, kept_visits(flow, visits)
    hours = _part(visits.evaluations * flow.evaluation_hours + follow_ups * flow.follow_up_hours, kept)
    return {
        "pay": _pay_of(pay, hours, visits.evaluations, follow_ups),
        "session_hours": hours,
        "no_show": _part(flow.no_show * visits.follow_ups, visits.scheduled),
        "late_cancel": _part(flow.late_cancel * visits.follow_ups, visits.scheduled),
        "money": _money(flow, visits, kept),
        "documentation_hours": _part(
            visits.evaluations * flow.evaluation_documentation_hours + follow_ups * flow.follow_up_documentation_hours,
            kept,
        ),
    }


def _pay_of(pay: PayTerms, hours: Array, evaluations: Array, follow_ups: Array) -> PayTerms:
    """Pay by the hour of a session with the hours of a mean visit, and pay by visit type with the mean rate."""
    match pay:
        case Hourly():
            return replace(pay, session_hours=hours)
        case PerSession(by_visit=tuple() as by_visit):
            paid = evaluations * by_visit[0] + follow_ups * by_visit[1]
            return replace(pay, rate_usd=_part(paid, evaluations + follow_ups))
        case _:
            return pay


def _money(flow: Flow, visits: Visits, kept: Array) -> SessionMoney:
    """Dollars of a mean kept visit. What is delivered and not billed brings in nothing."""
    whole = np.asarray(sum(one.mix for one in flow.classes))
    first = [visits.evaluations * one.mix / whole for one in flow.classes]
    later = [arrived(flow, one) for one in visits.delivered_by_class]
    weighted = sum(one.weight * (a + b) for one, a, b in zip(flow.classes, first, later, strict=True))
    scale = _part(kept, np.asarray(weighted))  # 1 unless a bad year moves patients between payers
    billed = [arrived(flow, one) for one in visits.billed_by_class]

    def mean(of: Callable[[SessionMoney], Array], classes: Sequence[VisitClass] = flow.classes) -> Array:
        dollars = sum(
            one.weight * (a * np.minimum(1.0, one.billed) * of(one.evaluation) + b * of(one.follow_up))
            for one, a, b in zip(classes, first, billed, strict=True)
        )
        return _part(np.asarray(scale * dollars), kept)

    return SessionMoney(*(mean(lambda money, name=name: getattr(money, name)) for name in MONEY))  # type: ignore[misc]


def _part(part: Array, whole: Array) -> Array:
    """Part of whole, 0 where there is no whole."""
    return np.asarray(part / np.where(whole > 0, whole, 1.0) * (whole > 0))
