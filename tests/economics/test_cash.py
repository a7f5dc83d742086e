"""When the money arrives: case A with a lag of six weeks, and what must hold for every lag."""

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator.economics import Appraisal, Reader, appraise, load_assumptions
from evaluator.economics.attribution import attribution
from evaluator.economics.cash import cash_view
from evaluator.economics.figures import Step
from evaluator.economics.projection import Projection, project
from evaluator.offer import parse_offer
from evaluator.offer.clinician import AboutMe
from tests.economics.random_offers import Tree, offers, projected
from tests.economics.test_stress import CASE_A, case_a


def test_six_weeks_on_case_a() -> None:
    """66,096.15 is earned; what is earned in the last six weeks, 6 x 1,590.7594 = 9,544.56, comes after the year."""
    projection = project(case_a().year(np.zeros((1, 0))).inputs)
    cash = cash_view(projection, 42, stated=True)
    assert cash.lag_weeks == 6
    assert cash.inside_usd == pytest.approx(56_551.58, abs=0.01)
    assert cash.after_usd == pytest.approx(9_544.57, abs=0.01)
    # six weeks without pay: 6 x 1,980 / 52 = 228.46, and $8 a kept session, 22.5 a week x 20% to 45% of the ramp:
    # 8 x 22.5 x (.2 + .25 + .3 + .35 + .4 + .45) = 8 x 22.5 x 1.95 = 351.00
    assert cash.peak_need_usd == pytest.approx(579.46, abs=0.01)


def test_a_part_of_a_week_counts_as_a_week() -> None:
    projection = project(case_a().year(np.zeros((1, 0))).inputs)
    assert [cash_view(projection, days, stated=True).lag_weeks for days in (0, 1, 7, 8, 14)] == [0, 1, 1, 2, 2]


@settings(max_examples=30)
@given(offers(), st.integers(0, 400))
def test_nothing_is_lost_and_a_longer_wait_never_helps(tree: Tree, days: int) -> None:
    projection = projected(tree)
    cash, longer = (cash_view(projection, wait, stated=True) for wait in (days, days + 7))
    assert cash.inside_usd + cash.after_usd == pytest.approx(projection.gross_pay_usd.sum(), abs=1e-4)
    assert longer.inside_usd <= cash.inside_usd + 1e-6
    assert longer.peak_need_usd >= cash.peak_need_usd - 1e-6


def _of(appraisal: Appraisal) -> tuple[Projection, tuple[Step, ...]]:
    return appraisal.projection(np.zeros((1, 0))), appraisal.money.waterfall


def test_waiting_costs_what_the_reader_says() -> None:
    """Six weeks at 5% a year take 1 - 1.05^(-6/52) = .561384% of the 66,096.152297 earned in case A: 371.05.

    Without interest nothing is lost, and days that are not stated stay open only for a reader who counts it.
    """
    case = yaml.safe_load(CASE_A.read_text(encoding="utf-8"))
    told = parse_offer(
        case["offer"].replace("of: collected", "of: collected\n  lag_days: 42").encode(), file="a.yaml", questions={}
    )
    silent = parse_offer(case["offer"].encode(), file="a.yaml", questions={})
    free, dear = (
        Reader(AboutMe.model_validate({"value_of_hour": "$40", **more}), load_assumptions(), 2026, "psychotherapy")
        for more in ({}, {"interest": "5%"})
    )
    timing = {step.step: step.amount_usd for step in appraise(told, dear).money.waterfall}["timing"]
    assert timing == pytest.approx(-66_096.152297 * (1 - 1.05 ** (-6 / 52)), abs=0.011)
    assert timing == pytest.approx(-371.05, abs=0.02)
    assert {step.step: step.amount_usd for step in appraise(told, free).money.waterfall}["timing"] == 0
    # a loss of value alone: neither the practice's money, nor cash, nor tax know of it
    counted, ignored = (appraise(told, reader).money for reader in (dear, free))
    assert counted.practice_keeps_usd == ignored.practice_keeps_usd
    assert counted.take_home_usd == ignored.take_home_usd
    assert counted.cash == ignored.cash
    assert counted.keep_usd == pytest.approx(ignored.keep_usd - 371.0517, abs=0.001)
    rows = attribution(appraise(told, dear).year(np.zeros((1, 0))).inputs, *_of(appraise(told, dear)))
    assert sum(row.shapley_usd for row in rows) == pytest.approx(sum(row.amount_usd for row in rows), abs=0.02)
    assert appraise(silent, dear).open_names == ("pay.lag_days",)
    assert appraise(silent, free).open_names == ()
