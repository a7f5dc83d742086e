"""When the money arrives: case A with a lag of six weeks, and what must hold for every lag."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator.economics.cash import cash_view
from evaluator.economics.projection import project
from tests.economics.random_offers import Tree, offers, projected
from tests.economics.test_stress import case_a


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
