"""Every number the engine needs of one offer, each stated, assumed of the reader, or open.

In: an offer as read and the reader. Out: `MoneyTerm`s by dotted name. Must not compute money.

A term that is left out, vague or refused takes the worst, likely and best case of the parameters; a stated range takes
its own ends; a stated point is a point. Nothing else ever becomes a number silently: what is assumed of the reader, or
counted as absent because an extra was not promised, is listed for the report.
"""

from collections.abc import Iterator, Mapping

from evaluator.economics.flow.flow_money_terms import (
    desk_parts,
    is_self_pay,
    take_codes,
    take_patient_flow,
    take_payer_visits,
)
from evaluator.economics.money_term import MoneyTerm, TermCollector
from evaluator.economics.monitoring_money_terms import take_monitoring
from evaluator.economics.pay_money_terms import (
    rewards_productivity,
    take_benefit_conditions,
    take_beside_pay,
    take_missed_visits,
    take_pay,
)
from evaluator.economics.reader import Reader
from evaluator.economics.travel import take_travel
from evaluator.offer.pay import BasePlusCommission, Hourly, Salary
from evaluator.offer.quantity import Quantity
from evaluator.offer.terms import OfferFile, Payer


def money_terms(offer_file: OfferFile, reader: Reader) -> Mapping[str, MoneyTerm]:
    """All money terms of an offer by dotted name, in the order of the offer file."""
    collector = TermCollector(offer_file, reader)
    _engagement(collector)
    take_pay(collector)
    take_missed_visits(collector)
    take_beside_pay(collector)
    if offer_file.offer.patient_flow is not None:
        take_patient_flow(collector)
    else:
        _caseload(collector)
        _attendance(collector)
    _collections(collector)
    _hours(collector)
    _costs_and_benefits(collector)
    take_benefit_conditions(collector)
    take_monitoring(collector)
    take_travel(collector)
    return collector.terms


def _engagement(c: TermCollector) -> None:
    engagement = c.file.offer.offer.engagement
    if engagement is None:
        c.take("offer.engagement", None)
    else:
        c.fixed("offer.engagement", "Contractor or employee", "engagement", float(engagement != "employee"), "stated")


def _caseload(c: TermCollector) -> None:
    caseload = c.file.offer.caseload
    c.take("caseload.sessions_per_week", caseload.sessions_per_week)
    wanted = c.reader.about.sessions_per_week
    if wanted is not None:
        c.at_most("caseload.sessions_per_week", wanted.likely)
    clients = caseload.new_clients
    if clients is not None:
        c.take("caseload.new_clients.per_week", clients.per_week)
        c.take("caseload.new_clients.sessions_per_client", clients.sessions_per_client)
        c.take("caseload.new_clients.discharged_per_week", clients.discharged_per_week)
        c.take("caseload.new_clients.at_start", clients.at_start)
    elif caseload.ramp.steps:
        for index, step in enumerate(caseload.ramp.steps):
            label = f"Caseload from week {step.from_week.likely:g}"
            c.take(f"caseload.ramp.steps.{index}.share", step.share, "caseload.ramp.starts_at", label)
    else:
        c.take("caseload.ramp.weeks", caseload.ramp.weeks)
        full_at_once = caseload.ramp.weeks is not None and caseload.ramp.weeks.high == 0
        if full_at_once and caseload.ramp.starts_at is None:
            c.fixed("caseload.ramp.starts_at", "Caseload in the first week", "share", 1.0, "stated")
        else:
            c.take("caseload.ramp.starts_at", caseload.ramp.starts_at)


def _attendance(c: TermCollector) -> None:
    attendance = c.file.offer.attendance
    c.take("attendance.no_show", attendance.no_show)
    c.take("attendance.late_cancel", attendance.late_cancel)
    c.take("attendance.refilled", attendance.refilled)


def _collections(c: TermCollector) -> None:
    collections = c.file.offer.collections
    if not collections.payers:
        c.take("collections.per_session", collections.per_session)
        return
    for index, payer in enumerate(collections.payers):
        place = f"collections.payers.{index}."
        what = "sessions" if c.file.offer.patient_flow is None else "patients"
        c.take(place + "mix", payer.mix, "pay.share", f"Share of {what} of {payer.name}")
        if payer.codes:
            take_codes(c, payer, place)
        else:
            c.take(place + "allowed", payer.allowed, "collections.per_session", f"Amount allowed by {payer.name}")
        take_payer_visits(c, payer, place)
        for name, stated in _payer_parts(payer, of_visits=c.file.offer.patient_flow is not None):
            if stated is None:
                shared = f"collections.payers.{name}"
                c.take(shared, None)
            else:
                entry = f"collections.payers.{'patient_part' if name == 'patient_share' else name}"
                unit_label = f"{c.reader.assumptions.open_terms[entry].label}: {payer.name}"
                c.take(place + name, stated, entry, unit_label)


def _payer_parts(payer: Payer, *, of_visits: bool) -> Iterator[tuple[str, Quantity | None]]:
    nothing = Quantity.point(0.0)
    self_pay = is_self_pay(payer)
    no_patient = any(part is not None and part.high == 0 for part in (payer.patient_part, payer.patient_share))
    never_denied = self_pay or (payer.denied is not None and payer.denied.high == 0)
    if payer.patient_share is not None:
        yield "patient_share", payer.patient_share
    else:
        yield "patient_part", payer.patient_part
    yield "denied", payer.denied or (nothing if self_pay else None)
    yield "recovered", payer.recovered or (nothing if never_denied else None)
    for name, stated in desk_parts(payer, of_visits=of_visits):
        yield name, stated or (nothing if no_patient else None)
    yield "other_reductions", payer.other_reductions or (nothing if self_pay else None)


def _hours(c: TermCollector) -> None:
    hours, reader = c.file.offer.hours, c.reader
    c.take("hours.session_minutes", hours.session_minutes)
    own_minutes = reader.about.documentation_minutes
    if own_minutes is not None:
        c.take("hours.documentation_minutes", own_minutes)
    else:
        c.take("hours.documentation_minutes", hours.documentation_minutes)
    c.take_sum("hours.weekly", hours.weekly)
    pay = c.file.offer.pay
    if isinstance(pay, Salary | BasePlusCommission):
        c.take("hours.presence_per_week", hours.presence_per_week)
        c.take("hours.contract_per_week", hours.contract_per_week)
        c.fixed("hours.weekly_paid", "Share of those weekly hours that is paid", "share", 0.0, "absent")
    else:
        presence = hours.presence_per_week or Quantity.point(0.0)
        c.take("hours.presence_per_week", presence)
        if (isinstance(pay, Hourly) and pay.paid_for != "session_hours") or rewards_productivity(pay):
            c.take("hours.contract_per_week", hours.contract_per_week)
        else:
            c.fixed("hours.contract_per_week", "Hours a week that the salary pays for", "hours", 0.0, "absent")
        if isinstance(pay, Hourly) and pay.paid_for == "contract_hours":
            c.fixed("hours.weekly_paid", "Share of those weekly hours that is paid", "share", 0.0, "absent")
        else:
            c.take("hours.weekly_paid", hours.weekly_paid)
    if isinstance(pay, Salary) or hours.weeks_off is not None:
        c.take("hours.weeks_off", hours.weeks_off)
    else:
        c.fixed("hours.weeks_off", "Weeks off a year", "weeks", reader.weeks_off, "reader")
    if hours.paid_hour is not None:
        c.take("hours.paid_hour", hours.paid_hour, "pay.rate", "Pay for one of those weekly hours")
    else:
        c.fixed("hours.paid_hour", "Pay for one of those weekly hours", "usd", reader.hour_value_usd, "reader")


def _costs_and_benefits(c: TermCollector) -> None:
    offer = c.file.offer
    employee = offer.offer.engagement == "employee"
    c.take_sum("costs.yearly", offer.costs.yearly, "costs.yearly.employee" if employee else "costs.yearly")
    if employee and offer.costs.per_session is None and c.state_of("costs.per_session") == "not_stated":
        c.fixed("costs.per_session", "Cost of each session that you carry", "usd", 0.0, "absent")
    else:
        c.take("costs.per_session", offer.costs.per_session)
    benefits = offer.benefits
    if benefits is None and not employee and c.state_of("benefits") == "not_stated":
        c.fixed("benefits", "Insurance and retirement benefits", "usd", 0.0, "absent")
    else:
        worth = {name: share.likely for name, share in c.reader.about.benefits_worth.items()}
        c.take_sum("benefits", benefits, worth=worth)
