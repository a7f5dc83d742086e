"""Why an offer comes out where it does, in one sentence: worked by hand, and true of every figure it names."""

from dataclasses import replace

import pytest

from evaluator.comparison.model import Comparison, OfferResult
from evaluator.economics.figures import Hours, Interval, Money, Step
from evaluator.report.naming import label_offers
from evaluator.report.sections.causes import cause_of
from tests.report import fabricated

# The leader: 1,000 of 1,000 hours paid, $50,000 left, so $50.00 for a paid hour and for an hour worked.
LEADER = ((("headline", 50_000.0), ("overhead", 0.0)), 1_000.0, 1_000.0)


def _money(like: Money, steps: tuple[tuple[str, float], ...], worked: float, paid: float) -> Money:
    """The money of an offer whose steps add up to what is left for the hours worked."""
    left = sum(amount for _, amount in steps)
    level, rows = 0.0, []
    for number, (step, amount) in enumerate(steps):
        level += amount
        rows.append(Step(step, step.capitalize(), level, amount if number else level, 0.5, ""))
    hours = Hours(worked, paid, worked - paid, paid, 0.0, 0.0, 0.0, 0.0)
    hourly = left / worked
    return replace(like, waterfall=tuple(rows), hours=hours, effective_hourly_usd=Interval(hourly, hourly, hourly))


def _cause(steps: tuple[tuple[str, float], ...], worked: float, paid: float, years: int = 1) -> str | None:
    leader = replace(fabricated.GROUP, money=_money(fabricated.GROUP.money, *LEADER))
    other = replace(fabricated.SALARY, money=_money(fabricated.GROUP.money, steps, worked, paid))
    comparison = _two(leader, other, years)
    return cause_of(comparison, other, label_offers(comparison))


def _two(leader: OfferResult, other: OfferResult, years: int = 1) -> Comparison:
    lead = replace(fabricated.THREE.lead, leader=leader.id, runner_up=other.id)
    return replace(fabricated.THREE, offers=(leader, other), lead=lead, years=years)


def test_more_for_a_paid_hour_but_unpaid_hours_bring_it_below() -> None:
    # $60,000 over 1,000 paid hours is $60.00; over 1,500 worked it is $40.00, below $50.00.
    assert _cause((("headline", 60_000.0),), 1_500.0, 1_000.0) == (
        "Pays more for each paid hour than A ($60.00 against $50.00), but 500 unpaid hours a year bring it below A."
    )


def test_close_by_is_not_called_below() -> None:
    # $60,000 over 1,210 hours is $49.59: less than 3% under $50.00.
    said = _cause((("headline", 60_000.0),), 1_210.0, 1_000.0)
    assert said is not None
    assert said.endswith("210 unpaid hours a year bring it close to A for each hour worked.")


def test_less_for_a_paid_hour_names_the_step_that_takes_most() -> None:
    # $52,000 less $20,000 of own costs over 1,000 hours is $32.00. The advert pays $2 more an hour, the costs take $20.
    assert _cause((("headline", 52_000.0), ("overhead", -20_000.0)), 1_000.0, 1_000.0) == (
        "Pays less for each paid hour than A ($32.00 against $50.00), mainly through the costs you carry."
    )


def test_less_for_a_paid_hour_and_more_of_them_unpaid() -> None:
    said = _cause((("headline", 40_000.0),), 1_250.0, 1_000.0, years=2)
    assert said == (
        "Pays less for each paid hour than A ($40.00 against $50.00), mainly because the advertised pay is less, "
        "and leaves 250 unpaid hours in two years (0 with A)."
    )


def test_the_leader_is_told_its_largest_steps() -> None:
    comparison = fabricated.THREE
    leader = next(one for one in comparison.offers if one.id == comparison.lead.leader)
    steps = sorted(leader.money.waterfall[1:], key=lambda step: -abs(step.amount_usd))
    said = cause_of(comparison, leader, label_offers(comparison))
    assert said is not None
    assert said.lower().index(steps[0].label.lower()) < said.lower().index(steps[1].label.lower())


@pytest.mark.parametrize("who", ["leader", "other"])
def test_where_the_pay_is_not_stated_no_cause_is_told(who: str) -> None:
    silent = replace(fabricated.GROUP.money, pay_is_stated=False)
    leader = replace(fabricated.GROUP, money=silent) if who == "leader" else fabricated.GROUP
    other = replace(fabricated.SALARY, money=silent) if who == "other" else fabricated.SALARY
    comparison = _two(leader, other)
    assert cause_of(comparison, other, label_offers(comparison)) is None
