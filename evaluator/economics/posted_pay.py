"""The pay of a post as an advertisement would give it: from low to high, for a year and for an hour.

In: an offer as read and the reader that every figure of the engine takes. Out: `PostedPay`. Must not fill in what the
offer does not say: a figure that hangs on a term that is not stated is none, and the term is named.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from evaluator.economics.cases import build_inputs, case_values
from evaluator.economics.inputs import WEEKS_A_YEAR, Array, Values
from evaluator.economics.intervals import spread
from evaluator.economics.money_term import MoneyTerm
from evaluator.economics.money_terms import money_terms
from evaluator.economics.projection import Projection, project, total
from evaluator.economics.reader import Reader
from evaluator.offer.pay import BasePlusCommission, Hourly, Salary
from evaluator.offer.quantity import Quantity
from evaluator.offer.terms import OfferFile

NOT_SAID = ("not_stated", "vague", "refused", "reader")
Basis = Literal["salary", "hourly", "base_and_sessions", "sessions"]

Figure = Callable[[Projection], Array]


@dataclass(frozen=True, slots=True)
class PostedAmount:
    """Dollars from low to high, equal for a point; none where terms that it hangs on are missing (named in words)."""

    low_usd: float | None
    high_usd: float | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostedPay:
    """What the post pays before taxes and own costs, without benefits, bonuses of a salary, and single payments.

    `basis` says what `year` and `hour` are: a salary and its hour of the contract; an hourly rate and a year of it; or
    pay for sessions at a full caseload and for each hour in them. `worked_hour` is the latter with the stated hours of
    notes and other work counted, too; a base is for all hours, so that it has no other hour.
    """

    basis: Basis
    year: PostedAmount
    hour: PostedAmount
    worked_hour: PostedAmount


def posted_pay(offer_file: OfferFile, reader: Reader) -> PostedPay:
    """The pay of the post. Raises `UnknownTaxYearError` as the engine does."""
    match offer_file.offer.pay:
        case Salary(salary=salary):
            return _of_salary(salary, offer_file)
        case Hourly(hourly_rate=rate, paid_for="contract_hours"):
            return _of_hours(rate, offer_file)
        case None:
            nothing = PostedAmount(None, None, ("how the work is paid",))
            return PostedPay("sessions", nothing, nothing, nothing)
        case _:
            return _of_sessions(offer_file, reader)


def _of_salary(salary: Quantity | None, offer_file: OfferFile) -> PostedPay:
    year = _stated(salary, "the salary")
    hours = offer_file.offer.hours.contract_per_week
    hour = _divided(year, hours)
    return PostedPay("salary", year, hour, hour)


def _of_hours(rate: Quantity | None, offer_file: OfferFile) -> PostedPay:
    hour = _stated(rate, "the hourly rate")
    hours, weeks_off = offer_file.offer.hours.contract_per_week, offer_file.offer.hours.weeks_off
    missing = [*hour.missing, *([] if hours else ["hours of the contract"]), *([] if weeks_off else ["weeks off"])]
    if rate is None or hours is None or weeks_off is None:
        return PostedPay("hourly", PostedAmount(None, None, tuple(missing)), hour, hour)
    least = rate.low * hours.low * (WEEKS_A_YEAR - weeks_off.high)
    most = rate.high * hours.high * (WEEKS_A_YEAR - weeks_off.low)
    return PostedPay("hourly", PostedAmount(least, most), hour, hour)


def _stated(amount: Quantity | None, words: str) -> PostedAmount:
    return PostedAmount(None, None, (words,)) if amount is None else PostedAmount(amount.low, amount.high)


def _divided(year: PostedAmount, hours: Quantity | None) -> PostedAmount:
    """A year's pay over the hours of the contract, fifty-two weeks of them."""
    if year.low_usd is None or year.high_usd is None or hours is None or hours.low <= 0:
        return PostedAmount(None, None, (*year.missing, *([] if hours else ["hours of the contract"])))
    return PostedAmount(year.low_usd / (WEEKS_A_YEAR * hours.high), year.high_usd / (WEEKS_A_YEAR * hours.low))


def _of_sessions(offer_file: OfferFile, reader: Reader) -> PostedPay:
    terms = money_terms(offer_file, reader)
    ranges = tuple(name for name, term in terms.items() if term.is_open and term.state == "range")

    def run(values: Values) -> Projection:
        return project(build_inputs(offer_file, terms, values, reader))

    def amount(figure: Figure) -> PostedAmount:
        missing = _missing(terms, ranges, lambda values: figure(run(values)))
        if missing:
            return PostedAmount(None, None, missing)
        found = spread(lambda choices: figure(run(case_values(terms, choices, ranges)))[:, None], len(ranges))
        return PostedAmount(float(found.low[0]), float(found.high[0]))

    worked = amount(_worked_hour)
    if isinstance(offer_file.offer.pay, BasePlusCommission):
        return PostedPay("base_and_sessions", amount(_year), worked, worked)
    return PostedPay("sessions", amount(_year), amount(_session_hour), worked)


def _year(run: Projection) -> Array:
    """Pay for sessions and missed visits at a full caseload, a year."""
    return (run.full_earned_usd + run.full_missed_usd) / run.inputs.years


def _session_hour(run: Projection) -> Array:
    """Pay for sessions over the hours in them."""
    return run.full_earned_usd / np.maximum(_of_all(run, run.full.kept * run.planned.session_hours), 1e-9)


def _worked_hour(run: Projection) -> Array:
    """Pay for sessions and missed visits over the hours in sessions, of notes, and by kind in the week."""
    planned, full = run.planned, run.full
    in_sessions = full.kept * (planned.session_hours + planned.documentation_hours)
    hours = _of_all(run, in_sessions + planned.worked * planned.weekly_hours)
    return (run.full_earned_usd + run.full_missed_usd) / np.maximum(hours, 1e-9)


def _of_all(run: Projection, weekly: Array) -> Array:
    return total(weekly) + np.zeros(run.planned.cases)


def _missing(
    terms: Mapping[str, MoneyTerm], ranges: Sequence[str], figure: Callable[[Values], Array]
) -> tuple[str, ...]:
    """The terms that the offer does not say and that move the figure, by their labels.

    Each is tried by itself at its worst, likely and best, with the stated ranges at their low, middle and high ends.
    """
    levels = np.array([[level] * len(ranges) for level in (-1.0, 0.0, 1.0)])
    values = case_values(terms, levels, ranges)
    base = figure(values)
    found = []
    for name, term in terms.items():
        if term.state not in NOT_SAID:
            continue
        tried = [figure({**values, name: np.full((3, 1), value)}) for value in _other_values(term)]
        if any(not np.allclose(one, base, rtol=1e-9, atol=1e-9) for one in tried):
            found.append(term.label[:1].lower() + term.label[1:])
    return tuple(dict.fromkeys(found))


def _other_values(term: MoneyTerm) -> tuple[float, ...]:
    """Values that the term might have instead; what is taken from the reader could be more or less, too."""
    if term.is_open:
        return term.worst, term.best
    return (term.likely / 2, term.likely + 1) if term.state == "reader" else ()
