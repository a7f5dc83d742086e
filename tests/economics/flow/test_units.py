"""Timed minutes to units: the published table, and how units fall to services."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator.economics.flow.units import billed_units, eight_minute_units, midpoint_units, units_of_time

TABLE = {0: range(8), 1: range(8, 23), 2: range(23, 38), 3: range(38, 53), 4: range(53, 68), 5: range(68, 83)}
"""Units and the minutes that make them, as Medicare's manual prints it."""


@pytest.mark.parametrize(("units", "minutes"), [(units, m) for units, row in TABLE.items() for m in row])
def test_the_eight_minute_table(units: int, minutes: int) -> None:
    assert units_of_time(np.array([float(minutes)])) == units
    assert eight_minute_units(np.array([float(minutes)])) == units


@pytest.mark.parametrize(
    ("minutes", "together", "apart"),
    [
        ((23, 22), (2, 1), (2, 1)),  # 45 in all: three units; the 8 left of the first beat the 7 of the second
        ((7, 7, 7), (1, 0, 0), (0, 0, 0)),  # 21 in all: one unit, though none reaches 8 by itself
        ((8, 8), (1, 0), (1, 1)),  # 16 in all: one unit, though each reaches 8 by itself
        ((18, 13, 10), (1, 1, 1), (1, 1, 1)),  # 41 in all: three units
        ((33, 7), (2, 1), (2, 0)),  # 40 in all: three; 3 and 7 are left over, so the second has the third unit
        ((5,), (0,), (0,)),
    ],
)
def test_units_fall_to_services(minutes: tuple[int, ...], together: tuple[int, ...], apart: tuple[int, ...]) -> None:
    given_minutes = np.array([float(minute) for minute in minutes])
    assert tuple(eight_minute_units(given_minutes)) == together
    assert tuple(midpoint_units(given_minutes)) == apart
    assert not billed_units(given_minutes, "flat_visit").any()


@given(st.lists(st.integers(0, 90), min_size=1, max_size=6))
def test_units_of_services_add_to_those_of_the_total(minutes: list[int]) -> None:
    array = np.array([float(minute) for minute in minutes])
    units = eight_minute_units(array)
    assert units.sum() == units_of_time(np.array(array.sum()))
    assert (units >= np.floor(array / 15)).all()
    assert (units <= np.floor(array / 15) + 1).all()
