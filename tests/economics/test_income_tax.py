"""Federal income tax by hand, for each rule: brackets, standard deduction, half of SE tax, the business deduction."""

from dataclasses import replace

import numpy as np
import pytest

from evaluator.economics import Reader, UnknownTaxYearError, appraise, load_assumptions
from evaluator.economics.income_tax import bracket_tax, business_deduction, income_tax, income_tax_figures, tax_on_top
from evaluator.economics.inputs import IncomeTax
from evaluator.offer.clinician import AboutMe
from tests.comparison.samples import maya, sample

TABLE = load_assumptions().income_tax
PACKAGE_YEARS = (2024, 2025, 2026)
NONE = np.zeros((1, 1))


def figures(year: int, **about: object) -> IncomeTax:
    return income_tax_figures(Reader(AboutMe.model_validate(about), load_assumptions(), year, "psychotherapy"), 52)


def usd(amount: float) -> np.ndarray:
    return np.array([[float(amount)]])


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        # 100,000 net: half of SE tax 7,064.775 leaves 92,935.225.
        # 2024: − 14,600 = 78,335.225; business deduction min(20% × 92,935.225, 20% × 78,335.225) = 15,667.045;
        #   taxable 62,668.18: 1,160 + 12% × 35,550 + 22% × 15,518.18 = 1,160 + 4,266 + 3,414.00 = 8,840.00
        (2024, 8_840.00),
        # 2025: − 15,750 = 77,185.225 × 80% = 61,748.18: 1,192.50 + 4,386 + 22% × 13,273.18 = 8,498.60
        (2025, 8_498.60),
        # 2026: − 16,100 = 76,835.225 × 80% = 61,468.18: 1,240 + 4,560 + 22% × 11,068.18 = 8,235.00
        (2026, 8_235.00),
    ],
)
def test_a_single_contractor_with_100000(year: int, expected: float) -> None:
    tax = income_tax(usd(100_000), usd(7_064.775), NONE, figures(year))
    assert tax[0, 0] == pytest.approx(expected, abs=0.005)


def test_wages_earn_no_business_deduction() -> None:
    # 2026: 80,000 − 16,100 = 63,900: 1,240 + 4,560 + 22% × 13,500 = 8,770
    assert income_tax(NONE, NONE, usd(80_000), figures(2026))[0, 0] == pytest.approx(8_770.00, abs=1e-6)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        # 2026, wages 300,000
        # joint: 267,800: 2,480 + 9,120 + 22% × 110,600 + 24% × 56,400 = 2,480 + 9,120 + 24,332 + 13,536
        ("joint", 49_468.00),
        # single: 283,900: 1,240 + 4,560 + 12,166 + 24% × 96,075 + 32% × 54,450 + 35% × 27,675
        #   = 17,966 + 23,058 + 17,424 + 9,686.25
        ("single", 68_134.25),
        ("separate", 68_134.25),
        # head of household: 275,850: 1,770 + 12% × 49,750 + 22% × 38,250 + 24% × 96,050 + 32% × 54,450 + 35% × 19,650
        #   = 1,770 + 5,970 + 8,415 + 23,052 + 17,424 + 6,877.50
        ("head_of_household", 63_508.50),
    ],
)
def test_each_filing_status_has_its_brackets(status: str, expected: float) -> None:
    tax = income_tax(NONE, NONE, usd(300_000), figures(2026, filing_status=status))
    assert tax[0, 0] == pytest.approx(expected, abs=1e-6)


def test_the_top_bracket_of_separate_is_half_of_joint() -> None:
    # 2026 taxable 500,000: single is in 35% up to 640,600; separate pays 37% from 384,350: 2% × 115,650 more
    more = bracket_tax(usd(500_000), figures(2026, filing_status="separate")) - bracket_tax(
        usd(500_000), figures(2026, filing_status="single")
    )
    assert more[0, 0] == pytest.approx(2_313.00, abs=1e-6)


@pytest.mark.parametrize(
    ("taxable", "expected"),
    [
        (150_000, 30_000.00),  # 20% of 180,000 is 36,000, but at most 20% of 150,000
        (201_750, 36_000.00),  # at the threshold all of it
        (239_250, 18_000.00),  # half of the band of 75,000: half of it
        (276_750, 0.0),  # at its end nothing
        (400_000, 0.0),
    ],
)
def test_the_business_deduction_fades_out_for_work_in_health(taxable: float, expected: float) -> None:
    found = business_deduction(usd(180_000), usd(taxable), figures(2026))
    assert found[0, 0] == pytest.approx(expected, abs=1e-6)


def test_a_loss_earns_no_deduction_and_saves_tax_on_other_wages() -> None:
    # 2026, other wages 60,000: 43,900 taxed 1,240 + 12% × 31,500 = 5,020; with a loss of 5,000: 38,900, 600 less
    rates = figures(2026, other_wages="$60,000")
    assert tax_on_top(usd(-5_000), NONE, NONE, rates)[0, 0] == pytest.approx(-600.00, abs=1e-6)


def test_only_what_the_offer_adds_is_counted() -> None:
    # 2026, wages of 20,000 on top of 60,000: 43,900 to 63,900: 12% × 6,500 + 22% × 13,500 = 780 + 2,970
    rates = figures(2026, other_wages="$60,000")
    assert tax_on_top(NONE, NONE, usd(20_000), rates)[0, 0] == pytest.approx(3_750.00, abs=1e-6)


def test_income_below_the_standard_deduction_is_not_taxed() -> None:
    assert income_tax(NONE, NONE, usd(16_100), figures(2026))[0, 0] == 0.0
    assert income_tax(usd(-40_000), NONE, NONE, figures(2026))[0, 0] == 0.0


def test_cases_and_years_are_taxed_alike_one_by_one() -> None:
    rates = income_tax_figures(Reader(AboutMe(), load_assumptions(), 2025, "psychotherapy"), 104)
    business = np.array([[50_000.0, 100_000.0], [100_000.0, 250_000.0], [0.0, 400_000.0]])
    together = income_tax(business, 0.07 * business, NONE, rates)
    assert together.shape == (3, 2)
    for year in (0, 1):
        alone = figures(2025 + year)
        for case in range(3):
            one = income_tax(usd(business[case, year]), usd(0.07 * business[case, year]), NONE, alone)
            assert together[case, year] == pytest.approx(one[0, 0], abs=1e-9)


def test_a_year_without_brackets_is_refused() -> None:
    with pytest.raises(UnknownTaxYearError, match=r"no income-tax parameters for 2027: .* 2024 to 2026"):
        figures(2027)


@pytest.mark.parametrize("name", TABLE)
def test_every_figure_is_sourced_and_complete(name: str) -> None:
    known = TABLE[name]
    assert known.unit
    assert known.label
    assert len(known.source) > 8
    if known.years:
        assert set(known.years) == set(PACKAGE_YEARS)
        for by_status in known.years.values():
            assert set(by_status) == {"single", "joint", "separate", "head_of_household"}
    else:
        assert known.value is not None or known.shares


def test_brackets_rise_and_separate_is_half_of_joint() -> None:
    for by_status in TABLE["bracket_tops_usd"].years.values():
        for tops in by_status.values():
            assert isinstance(tops, tuple)
            assert list(tops) == sorted(set(tops))
            assert len(tops) == len(TABLE["bracket_rates"].shares) - 1
        joint, separate = by_status["joint"], by_status["separate"]
        assert isinstance(joint, tuple)
        assert separate == tuple(top / 2 for top in joint)


def test_take_home_of_an_offer_is_less_the_tax_and_the_states_share() -> None:
    # The 60/40 contractor of case A, whose net is 56,637.152297 and half of SE tax 4,001.287377:
    #   52,635.86492 − 16,100 = 36,535.86492 × 80% = 29,228.691936: 1,240 + 12% × 16,828.691936 = 3,259.443032
    #   state 4% × 56,637.152297 = 2,265.486092
    offer, about = sample("lakeside-group"), maya()
    without = appraise(offer, Reader(about, load_assumptions(), 2026, "psychotherapy")).money
    asked = AboutMe.model_validate({**dict(about), "income_tax": "yes", "state_income_tax": "4%"})
    money = appraise(offer, Reader(asked, load_assumptions(), 2026, "psychotherapy")).money
    less = without.take_home_usd.likely - money.take_home_usd.likely
    assert less == pytest.approx(3_259.443032 + 2_265.486092, abs=0.005)
    assert replace(money, take_home_usd=without.take_home_usd, unknowns=without.unknowns) == without
