"""Schedule SE line by line: base x .9235, 12.4% of it up to the wage base, 2.9% of all, 0.9% above 200,000."""

from dataclasses import replace

import numpy as np
import pytest

from evaluator.economics import Reader, load_assumptions
from evaluator.economics.cases import payroll_tax
from evaluator.economics.payroll_tax import additional_medicare_tax, employee_tax, employer_half, self_employment_tax
from evaluator.offer.clinician import AboutMe


def tax(year: int, **about: object):  # type: ignore[no-untyped-def]
    return payroll_tax(Reader(AboutMe.model_validate(about), load_assumptions(), year, "psychotherapy"), 52)


@pytest.mark.parametrize(
    ("net", "year", "whole", "half", "additional"),
    [
        # 80,000 x .9235 = 73,880; x 12.4% = 9,161.12; x 2.9% = 2,142.52
        (80_000, 2025, 11_303.64, 5_651.82, 0),
        (80_000, 2026, 11_303.64, 5_651.82, 0),
        # 92,350 x 15.3% = 14,129.55
        (100_000, 2024, 14_129.55, 7_064.775, 0),
        (100_000, 2026, 14_129.55, 7_064.775, 0),
        # 230,875 is above the base: 12.4% x 176,100 = 21,836.40; 2.9% x 230,875 = 6,695.375; .9% x 30,875 = 277.875
        (250_000, 2025, 28_531.775, 14_265.8875, 277.875),
        # 12.4% x 184,500 = 22,878
        (250_000, 2026, 29_573.375, 14_786.6875, 277.875),
        # 433 x .9235 = 399.88 is under 400
        (433, 2026, 0, 0, 0),
        # 434 x .9235 = 400.799; x 15.3%
        (434, 2026, 61.322247, 30.6611235, 0),
        (-5_000, 2026, 0, 0, 0),
    ],
)
def test_self_employment_tax(net: float, year: int, whole: float, half: float, additional: float) -> None:
    rates = tax(year)
    earnings = np.array([[float(net)]])
    assert self_employment_tax(earnings, rates)[0, 0] == pytest.approx(whole, abs=1e-6)
    assert employer_half(earnings, rates)[0, 0] == pytest.approx(half, abs=1e-6)
    assert additional_medicare_tax(0.9235 * earnings, rates)[0, 0] == pytest.approx(additional, abs=1e-6)


def test_employee_tax_stops_at_the_wage_base() -> None:
    # 6.2% x 184,500 = 11,439 at most; 1.45% x 200,000 = 2,900
    assert employee_tax(np.array([[200_000.0]]), tax(2026))[0, 0] == pytest.approx(14_339.00, abs=1e-6)
    assert employee_tax(np.array([[78_000.0]]), tax(2026))[0, 0] == pytest.approx(5_967.00, abs=1e-6)


def test_wages_from_another_job_use_up_the_wage_base() -> None:
    # 184,500 - 150,000 leaves 34,500: 12.4% x 34,500 = 4,278; 2.9% x 92,350 = 2,678.15
    rates = tax(2026, other_wages="$150,000")
    assert self_employment_tax(np.array([[100_000.0]]), rates)[0, 0] == pytest.approx(6_956.15, abs=1e-6)
    # the additional tax starts where both together pass 200,000: .9% x (150,000 + 92,350 - 200,000) = 381.15
    assert additional_medicare_tax(np.array([[92_350.0]]), rates)[0, 0] == pytest.approx(381.15, abs=1e-6)


def test_two_tax_years_have_their_own_wage_bases() -> None:
    rates = payroll_tax(Reader(AboutMe(), load_assumptions(), 2026, "psychotherapy"), 104)
    two = employee_tax(np.array([[200_000.0, 200_000.0]]), rates)
    assert two[0, 1] - two[0, 0] == pytest.approx(0.062 * (192_300 - 184_500), abs=1e-6)
    assert replace(rates, other_wages_usd=0.0) == rates
