"""Stress scenarios on case A, worked by two differently written programs, and what must hold for every scenario."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator.economics import Appraisal, Reader, appraise, load_assumptions
from evaluator.economics.projection import Projection, project
from evaluator.economics.stress import TRANSFORMS, Year, stressed
from evaluator.offer import parse_offer
from evaluator.offer.clinician import AboutMe
from tests.economics.random_offers import appraised, offers

SCENARIOS = load_assumptions().scenarios
CASE_A = Path(__file__).parents[1] / "cases" / "a-contractor-60-40.yaml"


def case_a() -> Appraisal:
    case = yaml.safe_load(CASE_A.read_text(encoding="utf-8"))
    offer = parse_offer(case["offer"].encode(), file="a.yaml", questions={})
    about = AboutMe.model_validate({"value_of_hour": "$40", "missed_slot_used": "50%"})
    return appraise(offer, Reader(about, load_assumptions(), 2026, "psychotherapy"))


def year_of(appraisal: Appraisal) -> Year:
    return appraisal.year(np.zeros((1, len(appraisal.open_names))))


def under(appraisal: Appraisal, scenario: str, severity: float = 1.0) -> Projection | None:
    year = year_of(appraisal)
    real = stressed(year, [SCENARIOS[scenario]], severity)
    return None if real is None else project(year.inputs, real)


# pay, what is kept, effective split, effective hourly value, lowest pay of a worked week from week 17 on
@pytest.mark.parametrize(
    ("scenario", "pay", "keep", "split", "hourly", "lowest"),
    [
        (None, 66_096.15, 37_848.24, 0.295449, 44.028442, 1_590.76),
        ("panel-loss", 45_872.36, 23_494.42, 0.183401, 40.258492, 681.44),
        ("no-show-spike", 64_475.14, 36_234.79, 0.282854, 43.620770, 1_428.66),
        ("denial-spike", 64_879.55, 36_717.59, 0.286623, 43.082684, 1_480.16),
    ],
)
def test_stress_on_case_a(
    scenario: str | None, pay: float, keep: float, split: float, hourly: float, lowest: float
) -> None:
    appraisal = case_a()
    year = year_of(appraisal)
    projection = project(year.inputs) if scenario is None else under(appraisal, scenario)
    assert projection is not None
    weekly = projection.gross_pay_usd[0]
    worked = year.inputs.worked[0] > 0
    assert weekly.sum() == pytest.approx(pay, abs=0.005)
    assert projection.keep_usd[0] == pytest.approx(keep, abs=0.005)
    assert projection.effective_split[0] == pytest.approx(split, abs=5e-7)
    assert projection.effective_hourly_usd[0] == pytest.approx(hourly, abs=5e-7)
    assert weekly[16:][worked[16:]].min() == pytest.approx(lowest, abs=0.005)


def test_every_scenario_has_its_transform_and_every_transform_its_scenario() -> None:
    assert {scenario.transform for scenario in SCENARIOS.values()} == set(TRANSFORMS)


@settings(max_examples=25)
@given(offers(), st.sampled_from(sorted(SCENARIOS)))
def test_at_severity_zero_nothing_happens(tree: dict[str, Any], scenario: str) -> None:
    appraisal = appraised(tree)
    quiet = under(appraisal, scenario, severity=0.0)
    if quiet is not None:
        base = project(year_of(appraisal).inputs)
        assert quiet.keep_usd[0] == pytest.approx(base.keep_usd[0], abs=1e-6)
        assert quiet.collectible_usd[0] == base.collectible_usd[0]


@settings(max_examples=25)
@given(offers(), st.sampled_from(["panel-loss", "denial-spike", "rate-cut", "referral-drought", "no-show-spike"]))
def test_no_scenario_brings_in_more(tree: dict[str, Any], scenario: str) -> None:
    appraisal = appraised(tree)
    worse = under(appraisal, scenario)
    if worse is not None and scenario != "panel-loss":  # losing the worst payer may raise the mean of the rest
        assert worse.collected_usd.sum() <= project(year_of(appraisal).inputs).collected_usd.sum() + 1e-6
    if worse is not None:
        assert worse.volume.kept.sum() <= project(year_of(appraisal).inputs).volume.kept.sum() + 1e-9


@settings(max_examples=25)
@given(offers(), st.permutations(sorted(SCENARIOS)))
def test_scenarios_stack_in_any_order(tree: dict[str, Any], order: list[str]) -> None:
    year = year_of(appraised(tree))
    one = stressed(year, [SCENARIOS[name] for name in sorted(SCENARIOS)])
    other = stressed(year, [SCENARIOS[name] for name in order])
    assert one is not None
    assert other is not None
    kept, shuffled = (project(year.inputs, real).keep_usd[0] for real in (one, other))
    assert kept == pytest.approx(shuffled, rel=1e-9, abs=1e-6)


@settings(max_examples=25)
@given(offers("salary"))
def test_a_salary_without_a_quota_keeps_its_pay_when_sessions_are_missed(tree: dict[str, Any]) -> None:
    del tree["pay"]["bonus"]
    appraisal = appraised(tree)
    worse = under(appraisal, "no-show-spike")
    assert worse is not None
    base = project(year_of(appraisal).inputs)
    assert worse.gross_pay_usd.sum() == pytest.approx(base.gross_pay_usd.sum(), abs=1e-6)
