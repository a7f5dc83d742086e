"""What an offer says that is possible but hard to believe: a slip of the pen, or a claim to look at twice.

In: a valid offer and the places of its terms. Out: `Implausible` warnings in file order. Must not change a value,
stop a run, or judge whether an offer is good.
"""

from collections.abc import Callable, Iterator

from evaluator.offer.pay import Hourly, Percentage, PerSession, Salary, Tiered
from evaluator.offer.quantity import Quantity
from evaluator.offer.terms import Implausible, Offer
from evaluator.offer.walking import Path, Spot

Warned = Iterator[tuple[Path, str]]

_CHECK = "check the figure"
_LONG_SESSION_MINUTES = 53
_MOST_VISITS = 75  # of physical therapy, which are short and may overlap: fifteen on each of five days
_LEAST_HOURLY, _MOST_HOURLY = 12, 250


def implausible(offer: Offer, spots: dict[Path, Spot]) -> tuple[Implausible, ...]:
    """Every implausible term of a valid offer. A range is judged by its likely value."""
    found = [Implausible(spots[path].value, message) for judge in _JUDGES for path, message in judge(offer)]
    return tuple(sorted(found, key=lambda warning: (warning.place, warning.message)))


def _caseload(offer: Offer) -> Warned:
    sessions, minutes = offer.caseload.sessions_per_week, offer.hours.session_minutes
    long = minutes is not None and minutes.likely >= _LONG_SESSION_MINUTES
    visits = offer.offer.discipline == "physical_therapy"
    most = _MOST_VISITS if visits else 35 if long else 40
    if sessions is not None and sessions.likely > most:
        kind = "visits" if visits else f"sessions of {_LONG_SESSION_MINUTES} minutes or more" if long else "sessions"
        yield ("caseload", "sessions_per_week"), f"{sessions.likely:g} {kind} a week is over {most}: {_CHECK}"
    ramp = offer.caseload.ramp
    if ramp.weeks is not None and ramp.weeks.likely > 52:
        yield ("caseload", "ramp", "weeks"), f"a ramp of {ramp.weeks.likely:g} weeks is longer than a year: {_CHECK}"
    if ramp.steps and ramp.steps[-1].from_week.likely > 53:
        yield ("caseload", "ramp", "steps"), f"a ramp that still rises after a year is unusual: {_CHECK}"


def _pay(offer: Offer) -> Warned:
    match offer.pay:
        case Percentage(share=share):
            yield from _share(share, ("pay", "share"))
        case Tiered(tiers=tiers):
            for index, tier in enumerate(tiers or ()):
                yield from _share(tier.share, ("pay", "tiers", str(index), "share"))
                yield from _session(tier.per_session, ("pay", "tiers", str(index), "per_session"))
        case PerSession(rate=rate, rates=rates):
            yield from _session(rate, ("pay", "rate"))
            for index, line in enumerate(rates or ()):
                yield from _session(line.amount, ("pay", "rates", str(index), "amount"))
        case Hourly(hourly_rate=rate) if rate is not None and not _LEAST_HOURLY <= rate.likely <= _MOST_HOURLY:
            yield (
                ("pay", "hourly_rate"),
                f"${rate.likely:,.0f} an hour is outside ${_LEAST_HOURLY} to ${_MOST_HOURLY}: {_CHECK}",
            )
        case Salary(salary=salary) if salary is not None:
            yield from _salary(salary, offer)


def _share(share: Quantity | None, path: Path) -> Warned:
    if share is not None and share.likely >= 0.9:
        yield path, f"a share of {100 * share.likely:g}% leaves the practice very little: {_CHECK}"


def _session(amount: Quantity | None, path: Path) -> Warned:
    if amount is not None and amount.likely > 400:
        yield path, f"${amount.likely:,.0f} a session is over $400: {_CHECK}"


def _salary(salary: Quantity, offer: Offer) -> Warned:
    part = offer.offer.full_time_share
    full_time = salary.likely / part.likely if part is not None and part.likely > 0 else salary.likely
    if full_time < 20_000:
        yield ("pay", "salary"), f"a full-time salary of ${full_time:,.0f} is under $20,000: {_CHECK}"
    if full_time > 400_000:
        yield ("pay", "salary"), f"a full-time salary of ${full_time:,.0f} is over $400,000: {_CHECK}"


def _attendance(offer: Offer) -> Warned:
    for key in ("no_show", "late_cancel"):
        share = getattr(offer.attendance, key)
        if share is not None and share.likely > 0.4:
            words = key.replace("_", "-")
            yield ("attendance", key), f"a {words} share of {100 * share.likely:g}% is over 40%: {_CHECK}"


def _hours(offer: Offer) -> Warned:
    notes = offer.hours.documentation_minutes
    if notes is not None and notes.likely > 30:
        path = ("hours", "documentation_minutes")
        yield path, f"{notes.likely:g} minutes of notes for one session is over 30: {_CHECK}"


def _patient_flow(offer: Offer) -> Warned:
    flow = offer.patient_flow
    if flow is None:
        return
    for key, most, what in _MOST_OF_FLOW:
        stated = getattr(flow, key)
        if stated is not None and stated.likely > most:
            yield ("patient_flow", key), f"{stated.likely:g} {what} is over {most}: {_CHECK}"
    if flow.drop_out is not None and flow.drop_out.likely > 0.4:
        share = f"{100 * flow.drop_out.likely:g}%"
        yield ("patient_flow", "drop_out"), f"{share} who stop after each visit is over 40%: {_CHECK}"
    if offer.attendance.refilled is not None:
        words = "refilled does not count where visits follow from plans of care: use rescheduled"
        yield ("attendance", "refilled"), words


_MOST_OF_FLOW = (
    ("referrals_per_week", 25, "referrals a week for one clinician"),
    ("plan_of_care_visits", 40, "visits in a plan of care"),
    ("slots_per_week", 75, "visits a week in the schedule of one clinician"),
    ("evaluation_minutes", 120, "minutes of an evaluation"),
)


def _monitoring(offer: Offer) -> Warned:
    patients = offer.monitoring.patients if offer.monitoring else None
    if patients is not None and patients.likely > 100:
        path = ("monitoring", "patients")
        yield path, f"{patients.likely:g} patients in remote monitoring by one clinician is over 100: {_CHECK}"


_JUDGES: tuple[Callable[[Offer], Warned], ...] = (
    _caseload,
    _pay,
    _attendance,
    _hours,
    _patient_flow,
    _monitoring,
)
