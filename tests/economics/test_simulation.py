"""Draws by inverse distribution, common luck, odds; break-evens with all roots and jumps."""

import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given, settings

from evaluator.economics.break_even import crossings
from evaluator.economics.projection import project
from evaluator.economics.sensitivity import drawn_hourly
from evaluator.economics.simulation import (
    DRAWS,
    SEED,
    beta_quantile,
    drawn_chunks,
    drawn_values,
    share_of_wins,
    triangular_quantile,
    uniform,
)
from tests.economics.random_offers import appraised, changed, offers
from tests.economics.test_stress import case_a

CHANCE = Path(__file__).parents[1] / "cases" / "chance"
LUCK = (np.arange(20_000) + 0.5) / 20_000


def test_four_ninths() -> None:
    case = yaml.safe_load((CHANCE / "four-ninths.yaml").read_text(encoding="utf-8"))
    (low, high), odds = case["fee"], case["expect"]["odds"]
    fee = low + (high - low) * LUCK
    share, _ = share_of_wins(case["share"] * fee, np.full_like(fee, case["rival"]))
    assert share == pytest.approx(odds, abs=1e-4)
    drawn = low + (high - low) * uniform(SEED, "a", "fee", DRAWS)
    share, error = share_of_wins(case["share"] * drawn, np.full_like(drawn, case["rival"]))
    assert abs(share - odds) < 4 * error
    assert error == pytest.approx(0.00786, abs=2e-4)  # sqrt(4/9 x 5/9 / 4,000)


def test_triangular_has_its_mean_and_its_mode() -> None:
    drawn = triangular_quantile(5, 10, 20, LUCK)
    assert drawn.mean() == pytest.approx(35 / 3, abs=1e-3)  # (5 + 10 + 20) / 3
    assert triangular_quantile(5, 10, 20, np.array([0.0, 1 / 3, 1.0])) == pytest.approx([5, 10, 20])  # (10-5)/(20-5)
    assert triangular_quantile(7, 7, 7, LUCK).tolist() == [7.0] * LUCK.size


def test_beta_has_its_mean_and_its_spread() -> None:
    drawn = beta_quantile(0.06, 50, LUCK)
    assert drawn.mean() == pytest.approx(0.06, abs=2e-4)
    assert drawn.var() == pytest.approx(0.06 * 0.94 / 51, rel=0.01)  # m (1 - m) / (visits + 1)
    assert beta_quantile(0.0, 50, LUCK).max() == 0


def test_streams_depend_on_owner_and_name_only() -> None:
    assert (uniform(1, "reader", "x", 9) == uniform(1, "reader", "x", 9)).all()
    assert (uniform(1, "reader", "x", 9) != uniform(1, "reader", "y", 9)).any()
    assert (uniform(1, "reader", "x", 9) != uniform(1, "other", "x", 9)).any()
    assert (uniform(1, "reader", "x", 9) != uniform(2, "reader", "x", 9)).any()


@settings(max_examples=20)
@given(offers())
def test_equal_offers_tie_in_every_draw(tree: dict[str, Any]) -> None:
    del tree["hours"]["documentation_minutes"], tree["costs"]["yearly"]
    first, second = appraised(tree), appraised(tree)
    one, two = (project(each.year_of(drawn_values(each.terms, 200)).inputs) for each in (first, second))
    assert (one.effective_hourly_usd == two.effective_hourly_usd).all()


@settings(max_examples=20)
@given(offers())
def test_without_spread_every_draw_is_the_base(tree: dict[str, Any]) -> None:
    certain = changed(tree, attendance={"no_show": "0%", "late_cancel": "0%", "refilled": "0%"})
    for payer in certain["collections"]["payers"]:
        payer |= {"denied": "0%", "recovered": "0%"}
    appraisal = appraised(certain)
    drawn = project(appraisal.year_of(drawn_values(appraisal.terms, 50)).inputs)
    assert drawn.effective_hourly_usd[0] == pytest.approx(appraisal.money.effective_hourly_usd.likely, abs=1e-5)


def test_all_roots_are_found() -> None:
    found, ahead = crossings(lambda x: (x - 2) * (x - 5) * (x - 7.5), 0, 10)
    assert not ahead
    assert [crossing.value for crossing in found] == pytest.approx([2, 5, 7.5], abs=1e-4)
    assert [crossing.rising for crossing in found] == [True, False, True]
    assert not any(crossing.jump for crossing in found)


def test_never_always_and_a_jump() -> None:
    assert crossings(lambda x: x + 1, 0, 10) == ((), True)
    assert crossings(lambda x: -x - 1, 0, 10) == ((), False)
    found, _ = crossings(lambda x: np.where(x < 4.2, -3.0, 5.0), 0, 10)
    assert [(round(crossing.value, 3), crossing.jump) for crossing in found] == [(4.2, True)]


def test_chunks_hold_the_same_draws_and_bound_memory() -> None:
    appraisal = case_a()
    whole = drawn_values(appraisal.terms, 2_500)
    chunks = list(drawn_chunks(appraisal.terms, 2_500, SEED, 1_000))
    assert len(chunks) == 3
    for name, value in whole.items():
        if len(value) > 1:
            assert (np.concatenate([chunk[name] for chunk in chunks]) == value).all()
    drawn_hourly(appraisal, 1_000)  # what is made once is made
    peaks = []
    for draws in (2_000, 20_000):
        tracemalloc.start()
        drawn_hourly(appraisal, draws)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # ten times the draws need the room of their results, 8 bytes each, and no more
    assert peaks[1] - peaks[0] < 18_000 * 8 * 1.5
