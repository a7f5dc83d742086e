"""Ramps and weeks off against closed forms and hand counts."""

import numpy as np
import pytest

from evaluator.economics.periods import period_of_week
from evaluator.economics.volume import linear_ramp, referral_ramp, s_curve_ramp, stepped_ramp, worked_weeks


def one(value: float) -> np.ndarray:
    return np.array([[value]])


@pytest.mark.parametrize(("off", "weeks"), [(4, [10, 21, 31, 42]), (5, [9, 17, 26, 35, 43]), (0, [])])
def test_weeks_off_are_spread_evenly(off: int, weeks: list[int]) -> None:
    worked = worked_weeks(one(off), 52)[0]
    assert [week + 1 for week in np.flatnonzero(worked == 0)] == weeks


def test_a_part_of_a_week_off_is_a_part() -> None:
    assert worked_weeks(one(3.5), 52).sum() == pytest.approx(48.5)


@pytest.mark.parametrize("ramp", [linear_ramp, s_curve_ramp])
@pytest.mark.parametrize(("weeks", "start", "lost"), [(16, 0.2, 6.8), (10, 0.5, 2.75), (0, 0.0, 0.0)])
def test_both_shapes_lose_the_same_full_weeks(ramp, weeks: float, start: float, lost: float) -> None:  # type: ignore[no-untyped-def]
    # (1 - start) x (weeks + 1) / 2 full weeks are lost: .8 x 17 / 2 = 6.8; .5 x 11 / 2 = 2.75; none without a ramp
    shares = ramp(one(weeks), one(start), 52)[0]
    assert (1 - shares).sum() == pytest.approx(lost, abs=1e-9)
    assert shares[-1] == pytest.approx(1)


def test_a_ramp_by_steps_takes_the_last_one_begun() -> None:
    shares = stepped_ramp(np.array([1.0, 5.0, 9.0]), np.array([[0.4, 0.7, 1.0]]), 12)[0]
    assert shares.tolist() == [0.4] * 4 + [0.7] * 4 + [1.0] * 4


def test_clients_come_stay_and_leave() -> None:
    # 2 clients; 2 x .95 + 2 = 3.9; 3.9 x .95 + 2 = 5.705; in sessions x .75: 1.5, 2.925, 4.27875
    worked = np.ones((1, 52))
    shares = referral_ramp(one(2), one(0.75), one(0.05), one(0), one(24), worked)[0]
    assert (24 * shares[:3]).tolist() == pytest.approx([1.5, 2.925, 4.27875])
    # without a ceiling the stock tends to 2 / .05 = 40 clients, 30 sessions: 24 a week is reached, 40 a week never
    assert shares[-1] == 1
    wide = referral_ramp(one(2), one(0.75), one(0.05), one(0), one(40), np.ones((1, 520)))[0]
    assert 40 * wide[-1] == pytest.approx(30, abs=1e-6)


def test_months_have_four_four_and_five_weeks() -> None:
    months = period_of_week(104, "month")
    assert np.bincount(months).tolist() == [4, 4, 5] * 8
    assert period_of_week(104, "year").tolist() == [0] * 52 + [1] * 52
    assert period_of_week(3, "week").tolist() == [0, 1, 2]
