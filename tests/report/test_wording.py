"""Numbers, dates and offer text as they are printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator.report import wording


@pytest.mark.parametrize(
    ("number", "places", "shown"),
    [
        (2.5, 0, "3"),
        (-2.5, 0, "−3"),
        (1.005, 2, "1.01"),
        (0.125, 2, "0.13"),
        (-0.001, 2, "0.00"),
        (1234.56, 1, "1,234.6"),
    ],
)
def test_numbers_round_half_up_as_decimals(number: float, places: int, shown: str) -> None:
    assert wording.plain(number, places) == shown


def test_money_and_shares() -> None:
    assert wording.dollars(48_634.577544) == "$48,635"
    assert wording.cents(-2_305.87) == "−$2,305.87"
    assert wording.change(1_800.0) == "+$1,800.00"
    assert wording.change(0.0) == "$0.00"
    assert wording.percent(0.295449) == "29.5%"
    assert wording.percent(0.1245) == "12.5%"  # 12.45 rounds half up, though the float lies below it
    assert wording.percent(float("nan")) == wording.dollars(float("inf")) == "not known"


def test_ranges_collapse_when_both_ends_print_alike() -> None:
    assert wording.span(0.5999, 0.6001, wording.percent) is None
    assert wording.span(40.760635, 47.316971, wording.cents) == "$40.76–$47.32"
    assert wording.span(-0.12, 4.39, wording.cents) == "−$0.12 to $4.39"
    assert wording.between(45.9, 82.8) == "46–83"
    assert wording.between(76.6, 77.4) == "77"


def test_words() -> None:
    assert wording.day(date(2026, 11, 2)) == "November 2, 2026"
    assert [
        wording.ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)
    ] == "1st 2nd 3rd 4th 11th 12th 13th 21st 112th".split()
    assert wording.listed(["A", "B", "C"]) == "A, B and C"
    assert wording.sentence("only 0% is stated") == "Only 0% is stated."
    assert wording.place("contract", "§4.2", 40, "offers/lake.yaml") == "the contract, §4.2, line 40 of lake.yaml"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b2Jgone", "gone"),
        ("\x1b]0;title\x07after", "after"),
        ("abc\u202egnp.exe", "abcgnp.exe"),
        ("a\ud800b\x00c\ufffed", "abcd"),
        ("two\nlines\tand\u2028more", "two lines and more"),
        ("zero\u200bwidth", "zerowidth"),
        ("pile" + "\u0301" * 50, "pile" + "\u0301" * 3),
        ("Müller – 60 % ✓", "Müller – 60 % ✓"),
    ],
)
def test_text_is_made_harmless(text: str, shown: str) -> None:
    assert wording.clean(text) == shown


@given(st.text())
def test_cleaned_text_is_printable_and_stays_as_it_is(text: str) -> None:
    shown = wording.clean(text)
    assert all(sign.isprintable() for sign in shown)
    assert wording.clean(shown) == shown
