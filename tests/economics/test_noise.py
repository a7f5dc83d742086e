"""Chance week by week: the mean stays, only whole sessions, and a gap where pay has a threshold."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given, settings

from evaluator.economics import Reader, appraise, load_assumptions
from evaluator.economics.noise import jensen_gap, noisy_year
from evaluator.economics.projection import project
from evaluator.offer import parse_offer
from evaluator.offer.clinician import AboutMe
from tests.economics.random_offers import appraised, changed, offers
from tests.economics.test_stress import case_a

CHANCE = Path(__file__).parents[1] / "cases" / "chance"


def test_the_mean_of_noisy_years_is_the_smooth_year() -> None:
    """A share of collections is in proportion to sessions, so chance changes nothing but a little tax."""
    appraisal = case_a()
    inputs = appraisal.year(np.zeros((1, 0))).inputs
    noisy = project(replace(inputs, cases=2_000), noisy_year(inputs, 2_000))
    smooth = project(inputs)
    kept = noisy.volume.kept.sum(axis=1)
    assert kept.mean() == pytest.approx(smooth.volume.kept.sum(), rel=0.002)
    assert noisy.volume.booked.mean() == pytest.approx(smooth.volume.booked.mean(), rel=0.002)
    # each of 1,038.75 booked sessions is kept with 90%: the spread is sqrt(1,038.75 x .09) = 9.67, and rounding partial
    # sessions adds a little
    assert 9.2 < kept.std() < 10.8
    assert not jensen_gap(inputs, 2_000).notable
    assert (noisy.collectible_usd == smooth.collectible_usd[0]).all()


def test_whole_sessions_only() -> None:
    inputs = case_a().year(np.zeros((1, 0))).inputs
    volume = project(replace(inputs, cases=50), noisy_year(inputs, 50)).volume
    for sessions in (volume.booked, volume.kept):
        assert np.abs(sessions - np.round(sessions)).max() < 1e-9
    assert (volume.kept <= volume.booked).all()


@settings(max_examples=15)
@given(offers("salary"))
def test_a_bonus_above_a_number_gains_by_chance(tree: dict[str, Any]) -> None:
    """25 booked with 90% kept are 22.5 on average; a bonus above 22 pays more on average than at the average."""
    plain = changed(
        tree,
        pay__bonus={"per_session": "$40", "above": "22", "per": "week"},
        caseload={"sessions_per_week": "25", "ramp": {"weeks": "0", "starts_at": "100%"}},
        attendance={"no_show": "10%", "late_cancel": "0%", "refilled": "0%"},
    )
    inputs = appraised(plain).year(np.zeros((1, 0))).inputs
    smooth = project(inputs).earned_usd.sum()
    noisy = project(replace(inputs, cases=300), noisy_year(inputs, 300)).earned_usd.sum(axis=1)
    assert noisy.mean() > smooth


def test_a_bonus_for_a_full_week_is_worth_less_than_the_smooth_year_says() -> None:
    case = yaml.safe_load((CHANCE / "weekly-bonus.yaml").read_text(encoding="utf-8"))
    offer = parse_offer(case["offer"].encode(), file="bonus.yaml", questions={})
    appraisal = appraise(offer, Reader(AboutMe(), load_assumptions(), 2026, "psychotherapy"))
    inputs = appraisal.year(np.zeros((1, len(appraisal.open_names)))).inputs
    weekly_salary = 52_000 / 52
    smooth = project(inputs).gross_pay_usd[0] - weekly_salary
    assert smooth == pytest.approx(case["expect"]["smooth_bonus_a_week"])
    draws = 2_000
    noisy = project(replace(inputs, cases=draws), noisy_year(inputs, draws)).gross_pay_usd - weekly_salary
    assert set(np.unique(noisy.round(6))) <= {0.0, 100.0}
    # the spread of one week is 100 x sqrt(.7636 x .2364) = 42.5; of the mean of 104,000 weeks .13
    assert noisy.mean() == pytest.approx(case["expect"]["mean_bonus_a_week"], abs=0.5)
