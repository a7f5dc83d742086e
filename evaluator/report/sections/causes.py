"""Why an offer comes out where it does by pay per hour worked: one plain sentence each, from the attributed steps.

In: a cleaned Comparison and the labels of its offers. Out: sentences, or none where the pay is not stated. Must not
guess at reasons: pay per hour worked is pay per paid hour × paid hours ÷ hours worked, and each sentence names the
factor or the step of the account in which two offers differ most.
"""

from evaluator.comparison.lead import TOO_CLOSE
from evaluator.comparison.model import Comparison, OfferResult
from evaluator.economics.figures import Money, Step
from evaluator.report.naming import Label
from evaluator.report.wording import cents, change, half_up, plain

WORTH_NAMING_USD = 50.0
SAME_PAID_HOUR_USD = 0.05  # a difference that would read as none beside figures of tens of dollars
_MAINLY = {
    "headline": "because the advertised pay is less",
    "rate_terms": "through the fine print of the rate",
    "missed_visits": "through pay for missed visits",
    "other_pay": "through other pay",
    "ramp": "through the time it takes to fill the caseload",
    "guarantee": "through guaranteed pay",
    "timing": "through when pay arrives",
    "benefits": "through benefits",
    "overhead": "through the costs you carry",
    "payroll_equalisation": "through the payroll tax you carry",
}


def cause_of(comparison: Comparison, offer: OfferResult, labels: dict[str, Label]) -> str | None:
    """What sets this offer apart from the leader; for the leader, or an offer alone, its largest steps."""
    leader = next((one for one in comparison.offers if one.id == comparison.lead.leader), offer)
    if not (offer.money.pay_is_stated and leader.money.pay_is_stated) or not offer.money.waterfall:
        return None
    if offer.id == leader.id:
        return _largest_steps(offer.money)
    if min(offer.money.hours.paid, leader.money.hours.paid) <= 0:
        return None
    span = "a year" if comparison.years == 1 else "in two years"
    return _against(offer.money, leader.money, labels[leader.id].mark, span)


def _largest_steps(money: Money) -> str | None:
    """`From headline to effective split: unpaid hours −$14,788, filling the caseload −$10,260.`"""
    steps = sorted(money.waterfall[1:], key=lambda step: -abs(step.amount_usd))
    told = [step for step in steps[:2] if abs(step.amount_usd) >= WORTH_NAMING_USD]
    if not told:
        return None
    named = ", ".join(f"{_lower(step)} {change(step.amount_usd, 0)}" for step in told)
    return f"Largest {'steps' if len(told) > 1 else 'step'} from headline to effective split: {named}."


def _against(money: Money, leader: Money, mark: str, span: str) -> str | None:
    """How this offer differs from the leader per paid hour and in unpaid hours, and what that comes to."""
    mine, theirs = _per_paid_hour(money), _per_paid_hour(leader)
    gap = leader.effective_hourly_usd.likely - money.effective_hourly_usd.likely
    if gap < 0.005:
        return None
    close = gap < TOO_CLOSE * abs(leader.effective_hourly_usd.likely)
    unpaid = f"{plain(money.hours.unpaid)} unpaid hours {span}"
    both = f"({cents(mine)} against {cents(theirs)})"
    if mine - theirs >= SAME_PAID_HOUR_USD:
        end = f"bring it close to {mark} for each hour worked" if close else f"bring it below {mark}"
        return f"Pays more for each paid hour than {mark} {both}, but {unpaid} {end}."
    if theirs - mine < SAME_PAID_HOUR_USD:
        return f"Pays as much for each paid hour as {mark}; {unpaid} put it behind."
    more_unpaid = _unpaid_share(money) > _unpaid_share(leader) + 0.005
    and_hours = f", and leaves {unpaid} ({plain(leader.hours.unpaid)} with {mark})" if more_unpaid else ""
    through = _largest_gap(money, leader)
    most = f", mainly {_MAINLY[through]}" if through else ""
    return f"Pays less for each paid hour than {mark} {both}{most}{and_hours}."


def _per_paid_hour(money: Money) -> float:
    """Pay and benefits less own costs and payroll tax for each paid hour, in dollars."""
    return money.effective_hourly_usd.likely * money.hours.worked / money.hours.paid


def _unpaid_share(money: Money) -> float:
    return money.hours.unpaid / money.hours.worked


def _largest_gap(money: Money, leader: Money) -> str | None:
    """The step that takes most more, for each paid hour, here than with the leader; none where none prints."""
    theirs = {step.step: _amount(step, number) for number, step in enumerate(leader.waterfall)}
    gaps = {
        step.step: theirs.get(step.step, 0.0) / leader.hours.paid - _amount(step, number) / money.hours.paid
        for number, step in enumerate(money.waterfall)
        if step.step in _MAINLY
    }
    most = max(gaps, key=lambda name: gaps[name], default=None)
    return most if most is not None and half_up(gaps[most], 2) > 0 else None


def _amount(step: Step, number: int) -> float:
    """What a step adds; the first step of an account is its level."""
    return step.amount_usd if number else step.level_usd


def _lower(step: Step) -> str:
    return step.label[:1].lower() + step.label[1:]
