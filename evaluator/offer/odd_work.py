"""Terms of status, caseload, payers, hours, costs and benefits that look wrong together.

In: a valid offer. Out: odd pairs. Must not say which of the two is wrong, nor what somebody is in law.
"""

from collections.abc import Iterator

from evaluator.offer.oddness import Judge, Odd, above_nothing, is_nothing, named, words_like
from evaluator.offer.pay import Salary
from evaluator.offer.terms import Offer

_SELF_EMPLOYED = words_like(
    "self[- _]?employ\\w*|se tax|quarterly tax\\w*|estimated tax\\w*|llc|accountant|bookkeep\\w*|business licen[cs]e"
)
_AS_EMPLOYEE = words_like(
    "pto|paid time off|paid leave|paid vacation|vacation|sick (?:pay|days?|leave)|holidays?|overtime|withholding|"
    "unemployment|workers'? comp\\w*|fica|payroll tax\\w*|w-?2"
)
_NOTES = words_like("notes?|documentation|charting|paperwork")
_SELF_PAY = words_like("self[- ]?pay|cash|private[- ]?pay|out[- ]of[- ]pocket")
_FULL_WEEK_HOURS = 36
_STATUS = ("offer", "engagement")


def _status(offer: Offer) -> Iterator[Odd]:
    engagement = offer.offer.engagement
    if engagement == "employee":
        for name in named(offer.costs.yearly, _SELF_EMPLOYED):
            says = f"an employee has no costs of self-employment such as {name}"
            yield Odd(_STATUS, ("costs", "yearly", name), says, "ask whether this post is W-2 or 1099")
    if engagement == "contractor":
        for name in named(offer.benefits, _AS_EMPLOYEE):
            says = f"contractors seldom get {name}, which goes with employment"
            yield Odd(_STATUS, ("benefits", name), says, "ask whether this post is W-2 or 1099")
        if isinstance(offer.pay, Salary):
            says = "a contractor with a salary is paid as an employee is"
            yield Odd(_STATUS, ("pay", "structure"), says, "ask whether this post is W-2 or 1099")


def _ramp(offer: Offer) -> Iterator[Odd]:
    ramp, start = offer.caseload.ramp, ("caseload", "ramp", "starts_at")
    if above_nothing(ramp.weeks) and ramp.starts_at is not None and ramp.starts_at.low >= 1:
        says = "a caseload that starts full has no weeks to fill"
        yield Odd(("caseload", "ramp", "weeks"), start, says, "check both")
    shares = [step.share for step in ramp.steps or ()]
    for index in range(1, len(shares)):
        if shares[index].high < shares[index - 1].low:
            one, other = (("caseload", "ramp", "steps", str(n), "share") for n in (index - 1, index))
            yield Odd(one, other, "the caseload shrinks while it fills", "check the order of the steps")


def _new_clients(offer: Offer) -> Iterator[Odd]:
    new, booked = offer.caseload.new_clients, offer.caseload.sessions_per_week
    if new is None or booked is None or new.at_start is None or new.sessions_per_client is None:
        return
    if new.at_start.low * new.sessions_per_client.low > booked.high:
        says = "the clients of the first day already need more sessions than a full caseload has"
        path = ("caseload", "new_clients", "at_start")
        yield Odd(("caseload", "sessions_per_week"), path, says, "check both")


def _attendance(offer: Offer) -> Iterator[Odd]:
    seen = offer.attendance
    if offer.patient_flow is not None and seen.refilled is not None:
        says = "refilled does not count where visits follow from plans of care"
        yield Odd(("patient_flow",), ("attendance", "refilled"), says, "use rescheduled")
    if is_nothing(seen.no_show) and is_nothing(seen.late_cancel):
        for name in ("refilled", "rescheduled"):
            if above_nothing(getattr(seen, name)):
                says = f"{name} is a share of missed visits, and none are missed"
                yield Odd(("attendance", "no_show"), ("attendance", name), says, "ask how many visits are missed")


def _payers(offer: Offer) -> Iterator[Odd]:
    for index, payer in enumerate(offer.collections.payers or ()):
        path = ("collections", "payers", str(index))
        if is_nothing(payer.denied) and above_nothing(payer.recovered):
            says = "recovered is a share of denied claims, and none are denied"
            yield Odd((*path, "denied"), (*path, "recovered"), says, "ask for the share of denied claims")
        if above_nothing(payer.denied) and _SELF_PAY.search(payer.name):
            says = "clients who pay for themselves have no claims to be denied"
            yield Odd((*path, "name"), (*path, "denied"), says, "leave denied out, or name the payer")
        part, allowed = payer.patient_part, payer.allowed
        if above_nothing(payer.denied) and part is not None and allowed is not None and part.low >= allowed.high > 0:
            says = "the patient owes all of it, so there is no claim to be denied"
            yield Odd((*path, "patient_part"), (*path, "denied"), says, "check both")


def _week(offer: Offer) -> Iterator[Odd]:
    """Hours of a week that do not fit into the hours of the contract."""
    hours, booked = offer.hours, offer.caseload.sessions_per_week
    contract = ("hours", "contract_per_week")
    if hours.contract_per_week is None:
        return
    overlap = offer.offer.discipline == "physical_therapy"
    if booked is not None and hours.session_minutes is not None and not overlap:
        paid = hours.weekly_paid.low if hours.weekly_paid is not None else 0.0
        taken = booked.low * hours.session_minutes.low / 60
        taken += paid * sum(amount.low for amount in (hours.weekly or {}).values())
        if taken > hours.contract_per_week.high:
            most = f"{hours.contract_per_week.high:g}"
            says = f"sessions and paid hours come to {taken:g} a week, and the contract pays for {most}"
            yield Odd(("caseload", "sessions_per_week"), contract, says, "ask what happens with the rest")
    if hours.presence_per_week is not None and hours.presence_per_week.low > hours.contract_per_week.high:
        says = "more hours must be spent at work than the contract pays for"
        yield Odd(contract, ("hours", "presence_per_week"), says, "ask whether the rest is paid")
    part = offer.offer.full_time_share
    if part is not None and part.high < 0.8 and hours.contract_per_week.low >= _FULL_WEEK_HOURS:
        says = f"{hours.contract_per_week.low:g} hours a week are a full-time post, and this one is part-time"
        yield Odd(("offer", "full_time_share"), contract, says, "check both")


def _other_hours(offer: Offer) -> Iterator[Odd]:
    hours = offer.hours
    if hours.weekly is not None and above_nothing(hours.documentation_minutes):
        for name in named(hours.weekly, _NOTES):
            says = f"notes are counted twice, for each session and as {name} in the week"
            yield Odd(("hours", "documentation_minutes"), ("hours", "weekly", name), says, "keep one of the two")
    if is_nothing(hours.weekly_paid) and above_nothing(hours.paid_hour):
        says = "there is a rate for hours outside sessions, and none of them is paid"
        yield Odd(("hours", "weekly_paid"), ("hours", "paid_hour"), says, "ask which hours are paid at it")
    if hours.weekly is not None and not any(amount.high > 0 for amount in hours.weekly.values()):
        for name in ("weekly_paid", "paid_hour"):
            if above_nothing(getattr(hours, name)):
                says = "there are no hours outside sessions to be paid"
                yield Odd(("hours", "weekly"), ("hours", name), says, "ask for the hours outside sessions")


def _benefits(offer: Offer) -> Iterator[Odd]:
    if offer.benefits is None or any(amount.high > 0 for amount in offer.benefits.values()):
        return
    for name in ("above_sessions", "after_weeks"):
        if getattr(offer.benefits_when, name) is not None:
            says = "there is a condition for benefits, and there are no benefits"
            yield Odd(("benefits",), ("benefits_when", name), says, "name the benefits, or leave the condition out")


def _travel(offer: Offer) -> Iterator[Odd]:
    travel = offer.travel
    if travel is None:
        return
    pairs = (("minutes_per_visit", "paid_hour"), ("miles_per_visit", "mileage_rate"))
    for driven, paid in pairs:
        if is_nothing(getattr(travel, driven)) and above_nothing(getattr(travel, paid)):
            says = "driving is paid, and there is none"
            yield Odd(("travel", driven), ("travel", paid), says, "ask how far visits are apart")


def _monitoring(offer: Offer) -> Iterator[Odd]:
    seen = offer.monitoring
    if seen is None:
        return
    for nothing in ("patients", "covered"):
        for paid in ("clinician_share", "per_patient"):
            if is_nothing(getattr(seen, nothing)) and above_nothing(getattr(seen, paid)):
                says = "remote monitoring is paid, and there is none to be paid for"
                yield Odd(("monitoring", nothing), ("monitoring", paid), says, "ask how many patients are enrolled")


ODD_IN_WORK: tuple[Judge, ...] = (
    _status,
    _ramp,
    _new_clients,
    _attendance,
    _payers,
    _week,
    _other_hours,
    _benefits,
    _travel,
    _monitoring,
)
