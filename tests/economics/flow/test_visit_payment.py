"""Prices of the fee schedule, and what is left of a visit after the reduction, worked by hand."""

import numpy as np
import pytest

from evaluator.economics import load_assumptions
from evaluator.economics.fee_schedule import UnknownPriceError
from evaluator.economics.flow.visit_payment import allowed_for_visit, visits_up_to

SCHEDULE = load_assumptions().fee_schedule
PRICES = {  # national, outside a facility: relative values x conversion factor, to the cent
    "97110": (28.79, 29.06),
    "97112": (32.02, 32.73),
    "97140": (27.17, 27.72),
    "97150": (17.47, 18.04),
    "97530": (34.61, 35.07),
    "97535": (32.02, 32.40),
    "97161": (98.01, 97.86),
    "97162": (98.01, 97.86),
    "97163": (98.01, 97.86),
    "97164": (67.60, 67.47),
}


def visit(*lines: tuple[str, float], reduced: bool = True) -> float:
    units = np.array([units for _, units in lines])
    price = np.array([SCHEDULE.price_usd(code, 2026) for code, _ in lines])
    practice = np.array([SCHEDULE.practice_usd(code, 2026) for code, _ in lines])
    less = np.array([SCHEDULE.reduced_price_usd(code, 2026) for code, _ in lines]) if reduced else price
    return float(allowed_for_visit(units, price, practice, less))


@pytest.mark.parametrize("code", PRICES)
def test_prices_of_both_years(code: str) -> None:
    assert (SCHEDULE.price_usd(code, 2025), SCHEDULE.price_usd(code, 2026)) == PRICES[code]


def test_every_code_is_checked_here() -> None:
    assert set(SCHEDULE.codes) == set(PRICES)
    assert {year for code in SCHEDULE.codes.values() for year in code.values} == set(SCHEDULE.files)


def test_a_treatment_visit_of_three_units() -> None:
    """29.06 + 33.4009 x (.45 + .205 + .01) = 22.21 + 33.4009 x (.43 + .195 + .01) = 21.21: 72.48 instead of 85.84."""
    assert visit(("97110", 2), ("97140", 1)) == pytest.approx(72.48)
    assert visit(("97110", 2), ("97140", 1), reduced=False) == pytest.approx(85.84)


def test_an_evaluation_with_one_unit_of_exercise() -> None:
    """97.86 + 22.21 = 120.07."""
    assert visit(("97161", 1), ("97110", 1)) == pytest.approx(120.07)


def test_the_order_of_the_lines_changes_nothing() -> None:
    assert visit(("97140", 1), ("97110", 2)) == visit(("97110", 2), ("97140", 1))


def test_a_service_without_a_unit_keeps_nobody_elses_price_down() -> None:
    assert visit(("97530", 0), ("97110", 1)) == pytest.approx(29.06)


@pytest.mark.parametrize(
    ("code", "year", "says"),
    [("97999", 2026, "no price for the code 97999"), ("97110", 2027, "in 2027"), ("97110", 2024, "2025 to 2026")],
)
def test_what_is_not_there_is_refused(code: str, year: int, says: str) -> None:
    with pytest.raises(UnknownPriceError, match=says):
        SCHEDULE.price_usd(code, year)


def test_a_part_that_was_not_read_is_not_made_up() -> None:
    with pytest.raises(UnknownPriceError, match="97150 in 2026 is not known"):
        SCHEDULE.reduced_price_usd("97150", 2026)


def test_visits_below_the_yearly_threshold() -> None:
    """2,480 in 2026: 120.07 and then (2,480 - 120.07) / 72.48 = 32.56, so 33 visits."""
    limit = np.array([SCHEDULE.threshold_usd(2026)])
    assert visits_up_to(limit, np.array([120.07]), np.array([72.48])) == 33
    assert visits_up_to(np.array([100.0]), np.array([120.07]), np.array([72.48])) == 0
    assert [SCHEDULE.threshold_usd(year) for year in (2024, 2025, 2026)] == [2_330, 2_410, 2_480]
    assert SCHEDULE.figures["medical_review_usd"].of(2026) == 3_000
