"""Text to numbers, days and words: what each field takes, and that it takes nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from evaluator.offer import Quantity
from evaluator.offer.values import Hours, Line, Minutes, Money, Share, State, WeeklySessions, Weeks, parse_share


def read(kind: object, given: object) -> object:
    return TypeAdapter(kind).validate_python(given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Money, "150", 150),
        (Money, "$150", 150),
        (Money, "$1,500.50", 1500.5),
        (Money, "$.50", 0.5),
        (Money, " $0 ", 0),
        (Share, "60%", 0.6),
        (Share, "60 %", 0.6),
        (Share, "0.6", 0.6),
        (Share, "7%", 0.07),
        (Share, "1", 1),
        (Share, "100%", 1),
        (Weeks, "16 weeks", 16),
        (Weeks, "1 week", 1),
        (Minutes, "53", 53),
        (Hours, "0.5 hours", 0.5),
    ],
)
def test_points(kind: object, text: str, value: float) -> None:
    assert read(kind, text) == Quantity.point(value)


@pytest.mark.parametrize(
    ("kind", "given", "value"),
    [
        (WeeklySessions, "20-26", Quantity(20, 23, 26)),
        (WeeklySessions, "20 – 26", Quantity(20, 23, 26)),
        (Share, "40-60%", Quantity(0.4, 0.5, 0.6)),
        (Share, "40%-60%", Quantity(0.4, 0.5, 0.6)),
        (Share, "0.4-0.6", Quantity(0.4, 0.5, 0.6)),
        (Money, "$1,000-$2,000", Quantity(1000, 1500, 2000)),
        (WeeklySessions, {"low": "20", "likely": "25", "high": "26"}, Quantity(20, 25, 26)),
        (WeeklySessions, {"low": "20", "high": "26"}, Quantity(20, 23, 26)),
    ],
)
def test_ranges(kind: object, given: object, value: Quantity) -> None:
    assert read(kind, given) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Money, text)
        for text in ["", "$", "-1", "$-1", "1e3", "1_000", "1,50", "1,5000", "١٢", "0x1F", "nan", "inf", "1.", "5%"]
    ]
    + [(Share, text) for text in ["60", "101%", "-1%", "%", "1.5", "60%%", "½"]]
    + [(WeeklySessions, text) for text in ["0", "200", "26-20", "20-", "-26", "20-26-30", "many"]]
    + [(State, text) for text in ["oh", "Ohio", "O", ""]]
    + [(Line, ""), (Line, " "), (Line, "x" * 4_001)],
)
def test_refused(kind: object, text: str) -> None:
    with pytest.raises(ValidationError):
        read(kind, text)


def test_a_share_over_one_is_offered_both_readings() -> None:
    with pytest.raises(ValidationError, match=r"expected 60% or 0\.6"):
        read(Share, "60")


@given(st.integers(0, 1000))
def test_percent_and_fraction_are_one_number(tenths: int) -> None:
    assert parse_share(f"{tenths / 10}%") == parse_share(f"{tenths / 1000:.3f}")


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    for kind in (Money, Share, WeeklySessions):
        try:
            quantity = read(kind, text)
        except ValidationError:
            continue
        assert isinstance(quantity, Quantity)
        assert 0 <= quantity.low <= quantity.likely <= quantity.high <= 10_000_000
