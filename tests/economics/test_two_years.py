"""Two years: the second tax year has its own wage base, and two alike years are one year in shares."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from evaluator.economics import Money, Reader, appraise, load_assumptions
from evaluator.offer.clinician import AboutMe
from evaluator.offer.terms import Offer, OfferFile
from tests.economics.random_offers import changed, offers

ABOUT = AboutMe.model_validate({"value_of_hour": "$40", "missed_slot_used": "50%"})


def money_over(tree: dict[str, Any], years: int, tax_year: int = 2026) -> Money:
    file = OfferFile("random", "random.yaml", "", "", Offer.model_validate(tree), {}, {})
    return appraise(file, Reader(ABOUT, load_assumptions(), tax_year, "psychotherapy", years)).money


@settings(max_examples=30)
@given(offers("percentage per_session", engagement="employee"))
def test_two_alike_years_are_one_year_in_shares(tree: dict[str, Any]) -> None:
    steady = changed(tree, caseload={"sessions_per_week": "25", "ramp": {"weeks": "0", "starts_at": "100%"}})
    one, two = money_over(steady, 1), money_over(steady, 2)
    assert two.effective_split.likely == pytest.approx(one.effective_split.likely, abs=1e-9)
    assert two.effective_hourly_usd.likely == pytest.approx(one.effective_hourly_usd.likely, abs=1e-5)
    assert two.keep_usd == pytest.approx(2 * one.keep_usd, abs=1e-4)
    assert two.hours.worked == pytest.approx(2 * one.hours.worked, abs=1e-4)
    assert len(two.cumulative_keep_usd) == 104


def test_the_second_year_has_its_own_wage_base() -> None:
    """A salary above the wage base: 6.2% of 184,500 in 2026 and of 192,300 in 2027, 1.45% of 250,000 in both.

    2026: 250,000 - 11,439.00 - 3,625 - .9% x 50,000 (450) = 234,486.00
    2027: 250,000 - 11,922.60 - 3,625 - 450               = 234,002.40; the mean is 234,244.20
    """
    tree = {
        "format": "1",
        "offer": {"name": "high", "evidence": "contract", "engagement": "employee"},
        "pay": {"structure": "salary", "salary": "$250,000"},
        "caseload": {"sessions_per_week": "25", "ramp": {"weeks": "0"}},
        "costs": {"yearly": "none", "per_session": "$0"},
    }
    assert money_over(tree, 1).take_home_usd.likely == pytest.approx(234_486.00, abs=0.005)
    assert money_over(tree, 2).take_home_usd.likely == pytest.approx(234_244.20, abs=0.005)


def test_a_ramp_weighs_half_as_much_over_two_years() -> None:
    tree = {
        "format": "1",
        "offer": {"name": "ramp", "evidence": "contract", "engagement": "employee"},
        "pay": {"structure": "per_session", "rate": "$60"},
        "caseload": {"sessions_per_week": "25", "ramp": {"weeks": "16", "starts_at": "20%"}},
        "hours": {"weeks_off": "0"},
    }
    one, two = (money_over(tree, years) for years in (1, 2))
    lost = [next(step.amount_usd for step in money.waterfall if step.step == "ramp") for money in (one, two)]
    assert lost[0] == pytest.approx(lost[1], abs=0.02)  # the same 6.8 full weeks
    assert two.full_ramp_collectible_usd == pytest.approx(2 * one.full_ramp_collectible_usd, abs=1e-4)
    assert np.diff(two.cumulative_keep_usd[60:]).std() < 0.02  # every week of the second year alike, but for cents
