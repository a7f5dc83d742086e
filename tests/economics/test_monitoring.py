"""Remote monitoring: prices, the month worked by hand, and the hours and pay it means to a clinician."""

from dataclasses import replace

import numpy as np
import pytest

from evaluator.economics import Appraisal, Reader, appraise, load_assumptions
from evaluator.economics.inputs import Array, MonitoringMonth
from evaluator.economics.monitoring import (
    billed_usd,
    clinician_hours,
    monitoring_prices,
    priced_year,
)
from evaluator.economics.projection import total
from evaluator.offer import OfferProblems, parse_offer
from evaluator.offer.clinician import AboutMe

CODES = load_assumptions().monitoring


def one(value: float) -> Array:
    return np.array([[value]])


MONTH = MonitoringMonth(
    patients=one(24),
    covered=one(1),
    sixteen_days=one(0.6),
    two_to_fifteen_days=one(0.3),
    managed_10_to_19=one(0.25),
    managed_20_to_39=one(0.5),
    managed_40_or_more=one(0.1),
    minutes_10_to_19=one(14),
    minutes_20_to_39=one(25),
    minutes_40_or_more=one(45),
    new_episodes=one(8),
    collected_share=one(0.95),
)


def test_a_month_of_the_july_2026_prices() -> None:
    """Supply 24 x (.6 + .3) x 51.44 = 1,111.104; management 24 x (.25 x 26.39 + .6 x 54.11 + .1 x 41.42) = 1,036.932;
    set-up 8 x 21.71 = 173.68. What a practice keeps of it is worked in tests/economics/practice.
    """
    prices = monitoring_prices(CODES, "musculoskeletal", 2026)
    assert billed_usd(MONTH, prices) == pytest.approx(2_321.716)
    assert clinician_hours(MONTH) == pytest.approx(8.2)


def test_a_year_before_the_new_codes_pays_nothing_for_short_months() -> None:
    """2025: 24 x .6 x 43.02 + 24 x (.6 x 50.14 + .1 x 39.14) + 8 x 19.73 = 619.488 + 815.952 + 157.84."""
    assert billed_usd(MONTH, monitoring_prices(CODES, "musculoskeletal", 2025)) == pytest.approx(1_593.28)


def test_each_code_says_its_rule_and_is_priced_or_left_to_carriers() -> None:
    assert {code for code, known in CODES.items() if not known.prices_usd} == {"98978", "98986"}
    assert all(known.label and known.rule for known in CODES.values())
    assert [priced_year(CODES, year) for year in (2024, 2025, 2026, 2030)] == [2025, 2025, 2026, 2026]


def test_a_carrier_priced_code_is_never_zero() -> None:
    with pytest.raises(LookupError, match="each carrier sets its own"):
        monitoring_prices(CODES, "cognitive_behavioral", 2026)
    stated = monitoring_prices(CODES, "cognitive_behavioral", 2026, one(30.0))
    assert float(stated.sixteen_days[0, 0]) == float(stated.two_days[0, 0]) == 30.0


def test_coverage_scales_what_is_billed_and_not_the_work() -> None:
    half = replace(MONTH, covered=one(0.5))
    prices = monitoring_prices(CODES, "musculoskeletal", 2026)
    assert billed_usd(half, prices) == pytest.approx(2_321.716 / 2)
    assert clinician_hours(half) == clinician_hours(MONTH)


OFFER = """
format: 1
offer: {{name: Plain year, engagement: employee, evidence: contract}}
pay: {{structure: per_session, rate: $50, missed_visit: {{per_no_show: $0, per_late_cancel: $0}}}}
caseload: {{sessions_per_week: 20, ramp: {{weeks: 0}}}}
attendance: {{no_show: 10%, late_cancel: 0%, refilled: 0%}}
collections: {{per_session: $100}}
hours: {{session_minutes: 60, documentation_minutes: 0, weekly: 2, weekly_paid: 0%, weeks_off: 4}}
costs: {{yearly: none, per_session: $0}}
benefits: none
{monitoring}
"""
MONITORING = (
    "monitoring: {{kind: {kind}, patients: 24, covered: 100%, sixteen_days: 60%, two_to_fifteen_days: 30%, "
    "managed_10_to_19: 25%, managed_20_to_39: 50%, managed_40_or_more: 10%, minutes_10_to_19: 14, "
    "minutes_20_to_39: 25, minutes_40_or_more: 45, new_episodes: 8, collected: 95%{more}}}"
)


def appraised(more: str, kind: str = "musculoskeletal") -> Appraisal:
    monitoring = MONITORING.format(kind=kind, more=more)
    offer = parse_offer(OFFER.format(monitoring=monitoring).encode(), file="plain.yaml", questions={})
    me = AboutMe.model_validate({"value_of_hour": "$40", "missed_slot_used": "50%"})
    return appraise(offer, Reader(me, load_assumptions(), 2026, "psychotherapy"))


@pytest.mark.parametrize(
    ("more", "pay", "paid"),
    [
        (", clinician_share: 40%", 0.4 * 2_205.6302, True),
        (", per_patient: $10", 240.0, True),
        (", clinician_share: 0%", 0.0, False),
    ],
)
def test_monitoring_is_pay_and_hours(more: str, pay: float, paid: bool) -> None:
    """Twelve months spread over 52 weeks, of which 48 are worked: x 12 x 48/52."""
    money = appraised(more).money
    months = 12 * 48 / 52
    steps = {step.step: step.amount_usd for step in money.waterfall}
    assert steps["other_pay"] == pytest.approx(months * pay, abs=0.01)
    assert money.monitoring_collected_usd == pytest.approx(months * 2_205.6302)
    assert money.hours.weekly == pytest.approx(48 * 2 + months * 8.2)
    assert money.hours.paid == pytest.approx(864 + (months * 8.2 if paid else 0))
    assert money.hours.worked == pytest.approx(money.hours.paid + money.hours.unpaid)
    taken_in = money.collected_usd + money.monitoring_collected_usd
    assert taken_in == pytest.approx(money.gross_pay_usd + money.practice_keeps_usd)
    assert money.unknowns == ()


def test_silence_about_pay_for_monitoring_is_open_and_counts_as_unpaid_work() -> None:
    silent = appraised("")
    assert [row.term for row in silent.money.unknowns] == ["monitoring.clinician_share"]
    likely = silent.projection(np.zeros((1, 1)))
    assert total(likely.other_usd) == 0
    none = appraised(", clinician_share: 0%").money.effective_hourly_usd
    assert silent.money.effective_hourly_usd.likely == none.likely


def test_a_supply_that_carriers_price_is_open() -> None:
    open_terms = [row.term for row in appraised(", clinician_share: 50%", "cognitive_behavioral").money.unknowns]
    assert open_terms == ["monitoring.supply"]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("sixteen_days: 60%, two_to_fifteen_days: 50%", "two_to_fifteen_days and sixteen_days exclude each other"),
        ("managed_20_to_39: 90%, managed_40_or_more: 20%", "add to 110%: expected at most 100%"),
    ],
)
def test_shares_that_exclude_each_other_are_no_more_than_all(more: str, says: str) -> None:
    text = OFFER.format(monitoring=f"monitoring: {{kind: respiratory, {more}}}")
    with pytest.raises(OfferProblems, match=says):
        parse_offer(text.encode(), file="plain.yaml", questions={})
