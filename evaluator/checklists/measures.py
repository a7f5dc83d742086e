"""The named numbers that a check may look at: from an offer to an interval, never to a guess.

In: a `Subject`, an offer as far as evidence of some grade goes. Out: a `Reading`, `Inapplicable`, or `None` for not
known. Must not judge (bounds stand in the checklists) and must not read anything but the offer and its answers.

What every measure must keep: **leaving a fact out never makes a good value certain**. What is not known widens the
interval, so silence can't rule anything out. `tests/checklists/test_never_pays.py` tries each of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from evaluator.checklists.checks import Unit, Worth
from evaluator.checklists.control import load_factors, states
from evaluator.checklists.early_load import FLOW, early_mean, early_share_of_steps
from evaluator.checklists.reading import INFINITE, Reading
from evaluator.checklists.stated_terms import GRADES, Terms
from evaluator.offer.evidence import Knownness
from evaluator.offer.quantity import Quantity

KEEPS_LITTLE = 0.70
FEWEST_ANSWERS = 8
PAID_BY_THE_CLOCK = ("salary", "base_plus_commission")
PAY_TERMS = tuple(
    f"pay.{name}"
    for name in ("share", "rate", "rates", "salary", "hourly_rate", "unit_rate", "base_salary", "base_hourly", "tiers")
)
WEAKEST = min(GRADES)
SERVICES = ("intake-steps", "claim-steps", "scheduling", "credentialing", "tools", "lead-sources")


@dataclass(frozen=True, slots=True)
class Inapplicable:
    """The measure has no meaning for this offer, with the reason as a sentence."""

    because: str


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer to a check as a measure sees it: word and worth if stated, and whether the check surely applies."""

    word: str | None
    worth: Worth | None
    grade: float
    applies: bool | None
    knownness: Knownness | None


@dataclass(frozen=True, slots=True)
class Subject:
    """An offer as far as evidence of `terms.least_grade` goes, with the answers that its checklists ask for.

    `figures` are numbers that the economics worked out beforehand, as intervals over all that is open.
    """

    terms: Terms
    asked: Mapping[str, Asked] = field(default_factory=dict)
    figures: Mapping[str, Reading] = field(default_factory=dict)

    def worth(self, check: str) -> Worth | None:
        """What the answer to a check is worth, if it was answered and the evidence is good enough."""
        answer = self._good_enough(check)
        return answer.worth if answer is not None else None

    def word(self, check: str) -> str | None:
        """The answer to a check, if it was answered and the evidence is good enough."""
        answer = self._good_enough(check)
        return answer.word if answer is not None else None

    def is_taken_out(self, check: str) -> bool:
        """Whether a check surely does not apply; also by an answer that says so, if the evidence is good enough."""
        answer = self.asked.get(check)
        return answer is not None and answer.applies is False

    def value(self, term: str) -> object:
        """The value of a term, or `None` where nothing good enough states it."""
        return self.terms.value(term)

    def is_none(self, term: str) -> bool:
        """Whether a group of amounts is stated to be empty as a whole."""
        return self.terms.is_none(term)

    def _good_enough(self, check: str) -> Asked | None:
        answer = self.asked.get(check)
        return answer if answer is not None and answer.grade >= self.terms.least_grade else None


Found = Reading | Inapplicable | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A named number: its unit, the terms it looks at (with words for a report), and the function that reads it.

    `checks` are checks whose answers it counts. `may_cap` is false for a number that falls when an answer is taken
    away; such a number may serve for a flag that does not cap the score, and for nothing else.
    """

    name: str
    unit: Unit
    says: str
    read: Callable[[Subject], Found]
    terms: Mapping[str, str] = field(default_factory=dict)
    checks: tuple[str, ...] = ()
    may_cap: bool = True


MEASURES: dict[str, Measure] = {}


def _measure(
    unit: Unit, terms: Mapping[str, str], checks: tuple[str, ...] = (), may_cap: bool = True
) -> Callable[[Callable[[Subject], Found]], Callable[[Subject], Found]]:
    def register(read: Callable[[Subject], Found]) -> Callable[[Subject], Found]:
        says = (read.__doc__ or "").split("\n")[0]
        MEASURES[read.__name__] = Measure(read.__name__, unit, says, read, terms, checks, may_cap)
        return read

    return register


@_measure(
    "dollars",
    {
        "pay.missed_visit.fee": "the fee for a missed visit",
        "pay.missed_visit.clinician_share": "your share of that fee",
        "pay.missed_visit.per_no_show": "pay for a no-show",
        "pay.missed_visit.per_late_cancel": "pay for a late cancellation",
        "pay.missed_visit.no_show_rate_share": "pay for a no-show as a share of the rate",
        "pay.missed_visit.late_cancel_rate_share": "pay for a late cancellation as a share of the rate",
    },
)
def missed_visit_pay_usd(subject: Subject) -> Found:
    """Dollars promised at least for one missed visit, no-shows and late cancellations counted alike.

    The clinician's share of the fee, once it is paid, plus fixed pay or a share of a stated rate per session. What is
    stated is the whole promise: a part that nobody mentions pays nothing, and a range promises its lower end (so one
    promise more never makes the pay less certain). Not known if neither a fee with a share nor any fixed pay is stated.
    """
    quantity = subject.terms.quantity
    fee, share = quantity("pay.missed_visit.fee"), quantity("pay.missed_visit.clinician_share")
    fixed = [quantity("pay.missed_visit.per_no_show"), quantity("pay.missed_visit.per_late_cancel")]
    parts = [one.low / 2 for one in fixed if one is not None]
    rate = quantity("pay.rate")
    by_rate = [quantity(f"pay.missed_visit.{name}_rate_share") for name in ("no_show", "late_cancel")]
    parts += [one.low * rate.low / 2 for one in by_rate if one is not None and rate is not None]
    if share is not None and share.high == 0:
        parts.append(0.0)
    elif fee is not None and share is not None:
        parts.append(fee.low * share.low)
    return Reading(sum(parts), sum(parts)) if parts else None


@_measure(
    "share",
    {
        "hours.weekly": "weekly hours outside sessions",
        "hours.weekly_paid": "how much of them is paid",
        "hours.contract_per_week": "the hours that a salary pays for",
    },
)
def paid_share_of_required_hours(subject: Subject) -> Found:
    """Share of the required weekly hours outside sessions that is paid.

    All of them under a salary, base pay or pay for each hour of the contract with stated hours, or where none are
    required; otherwise what the offer says is paid. That a share is paid counts as said even where the hours themselves
    are not stated.
    """
    terms = subject.terms
    paid = terms.quantity("hours.weekly_paid")
    if terms.is_none("hours.weekly"):
        return Reading(1, 1)
    for_each_hour = terms.structure == "hourly" and terms.value("pay.paid_for") == "contract_hours"
    if for_each_hour and terms.is_stated("hours.contract_per_week"):
        return Reading(1, 1)
    if terms.structure in PAID_BY_THE_CLOCK:
        if terms.is_stated("hours.contract_per_week"):
            return Reading(1, 1)
        return None if paid is None else Reading(paid.low, 1)
    return None if paid is None else Reading(paid.low, paid.high)


@_measure("days", {"pay.lag_days": "days until you are paid"})
def pay_lag_days(subject: Subject) -> Found:
    """Days from the session to the money."""
    days = subject.terms.quantity("pay.lag_days")
    return None if days is None else Reading(days.low, days.high)


@_measure(
    "sessions",
    {
        "caseload.sessions_per_week|patient_flow.slots_per_week": "sessions in a full week",
        "offer.full_time_share": "what share of full time the post is",
    },
)
def full_time_sessions_per_week(subject: Subject) -> Found:
    """Booked sessions a week asked of a full-time clinician; the slots, where visits follow from referrals.

    Where the share of full time is not stated, full time is the least that it can mean: the number of sessions is then
    the lower end and there is no upper one, so that leaving the share out can't hide an overloaded part-time post.
    """
    quantity = subject.terms.quantity
    sessions = quantity("caseload.sessions_per_week") or quantity("patient_flow.slots_per_week")
    if sessions is None:
        return None
    share = quantity("offer.full_time_share") or Quantity(0, 0.5, 1)
    low = sessions.low / share.high if share.high > 0 else INFINITE
    return Reading(low, sessions.high / share.low if share.low > 0 else INFINITE)


@_measure("services", {"pay.share": "the share you receive"}, checks=SERVICES)
def functions_left_to_clinician(subject: Subject) -> Found:
    """How many of intake, billing, scheduling, credentialing, tools and new clients are left to the clinician.

    A service counts as left when its check is answered with something that is not met; one that is open may be. Where
    the practice is known to keep less than 30%, none counts; where that is not known, perhaps none.
    """
    share = subject.terms.quantity("pay.share")
    if share is not None and share.low > KEEPS_LITTLE:
        return Reading(0, 0)
    left = possible = 0
    for check in SERVICES:
        asked = subject.asked.get(check)
        if asked is None or asked.applies is False:
            continue
        worth = subject.worth(check)
        left += worth == "not met" and asked.applies is True
        possible += worth is None or worth == "not met"
    surely_keeps_much = share is not None and share.high <= KEEPS_LITTLE
    return Reading(left if surely_keeps_much else 0, possible)


@_measure(
    "share",
    {
        "caseload.ramp.starts_at": "the share of a full caseload you start with",
        "caseload.ramp.weeks": "weeks until the caseload is full",
    },
)
def early_load_share(subject: Subject) -> Found:
    """Mean share of a full caseload over the first six weeks.

    The share grows from the start to full over the stated weeks; an unstated start, length or shape makes an interval.
    Has no meaning where new clients or referrals limit the caseload.
    """
    terms = subject.terms
    if terms.is_stated("caseload.new_clients.per_week"):
        return Inapplicable("Your caseload grows only as fast as new clients come.")
    if any(terms.is_stated(name) for name in FLOW):
        return Inapplicable("Your schedule fills only as fast as patients are referred.")
    steps = terms.value("caseload.ramp.steps")
    if isinstance(steps, tuple):
        weak = terms.weakest("caseload.ramp.steps") < terms.least_grade
        return None if weak else early_share_of_steps(steps)
    start, weeks = terms.quantity("caseload.ramp.starts_at"), terms.quantity("caseload.ramp.weeks")
    if start is None and weeks is None:
        return None
    start, weeks = start or Quantity(0, 0.5, 1), weeks or Quantity(0, 0, INFINITE)
    stated_shape = terms.value("caseload.ramp.shape")
    shapes = (stated_shape,) if isinstance(stated_shape, str) else ("linear", "s_curve")
    lows = [early_mean(start.low, weeks.high, shape) for shape in shapes]
    highs = [early_mean(start.high, weeks.low, shape) for shape in shapes]
    return Reading(min(lows), max(highs))


@_measure(
    "facts",
    {
        "control.required_meetings": "whether meetings are mandatory",
        "control.supervises": "whether your clinical work is supervised",
        "control.sets_prices": "who sets what your clients pay",
        "control.supplies_tools": "who supplies tools and room",
        "control.open_ended": "whether the post has an end date",
        "benefits": "which benefits you get",
    },
    checks=tuple(factor.check for factor in load_factors() if factor.check),
)
def control_factors(subject: Subject) -> Found:
    """How many of twelve things that an employer usually decides the practice decides; open ones may be any of them."""
    found = list(states(subject).values())
    if found.count("open") == len(found):
        return None
    return Reading(found.count("yes"), found.count("yes") + found.count("open"))


@_measure(
    "share",
    {
        "hours.weekly": "weekly hours outside sessions",
        "hours.weekly_paid": "how much of them is paid",
        "caseload.sessions_per_week": "sessions in a full week",
        "hours.session_minutes": "minutes of a session",
    },
)
def unpaid_hours_share(subject: Subject) -> Found:
    """Unpaid weekly hours outside sessions, as a share of the hours in sessions of a full week.

    Hours times the share of them that is not paid, over sessions times their length; none if all are paid. What is paid
    of the hours is as in `paid_share_of_required_hours`; not known, any of them may be. Notes are not counted. Hours
    named one by one are a least: only a single number for all of them, or `none`, has an upper end.
    """
    terms = subject.terms
    weekly = terms.value("hours.weekly")
    if not isinstance(weekly, Mapping) or terms.weakest("hours.weekly") < terms.least_grade:
        return None
    paid = paid_share_of_required_hours(subject)
    if paid == Reading(1, 1):
        return Reading(0, 0)
    sessions, minutes = terms.quantity("caseload.sessions_per_week"), terms.quantity("hours.session_minutes")
    if sessions is None or minutes is None or min(sessions.low, minutes.low) <= 0:
        return None
    low_paid, high_paid = (paid.low, paid.high) if isinstance(paid, Reading) else (0.0, 1.0)
    low = sum(hours.low for hours in weekly.values()) * (1 - high_paid)
    high = sum(hours.high for hours in weekly.values()) * (1 - low_paid)
    # Hours by kind are those that somebody named; another line may have named more. One number is all of them.
    in_all = set(weekly) == {"all"} or high == 0
    return Reading(
        low * 60 / (sessions.high * minutes.high), high * 60 / (sessions.low * minutes.low) if in_all else INFINITE
    )


@_measure("share", {"pay": "what the post pays"})
def lowest_pay_over_minimum_wage(subject: Subject) -> Found:
    """What is kept for each hour really worked, as a share of the highest minimum wage that may hold there.

    Both ends of the range that open terms leave count, so silence can't rule anything out. Not known where the offer
    does not say what it pays, and as firm as its statement of pay.
    """
    if subject.terms.standing_of_any(PAY_TERMS).grade < max(subject.terms.least_grade, WEAKEST):
        return None
    return subject.figures.get("over_minimum_wage")


@_measure("share", {"practice.left_last_year": "the share of clinicians who left"})
def left_last_year_share(subject: Subject) -> Found:
    """Share of the clinicians who left in the last twelve months."""
    left = subject.terms.quantity("practice.left_last_year")
    return None if left is None else Reading(left.low, left.high)


@_measure("share", {}, may_cap=False)
def vague_share(subject: Subject) -> Found:
    """Share of the answers given that were vague. Has no meaning with fewer than eight answers."""
    given = [asked.knownness for asked in subject.asked.values() if asked.knownness is not None]
    if len(given) < FEWEST_ANSWERS:
        return Inapplicable("Fewer than eight questions have been answered so far.")
    share = given.count(Knownness.VAGUE) / len(given)
    return Reading(share, share)
