"""One rule for the digits of shares: of one figure, every output prints the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator.offer.shares import shown_rest, shown_share


@pytest.mark.parametrize(
    ("share", "alone", "among_parts", "cut"),
    [
        (0.0, "0%", "0.0%", "0%"),
        (0.0075, "0.8%", "0.8%", "0.7%"),  # 0.75%: half up, or cut where it is what is known
        (0.05, "5%", "5.0%", "5%"),
        (0.0996, "10%", "10.0%", "9.9%"),
        (0.125, "13%", "12.5%", "12%"),
        (0.3997, "40%", "40.0%", "39%"),
        (0.4 - 1e-16, "40%", "40.0%", "40%"),  # a sum of fractions
        (1.0, "100%", "100.0%", "100%"),
        (-0.023, "−2.3%", "−2.3%", "−2.3%"),
        (-0.0001, "0%", "0.0%", "0%"),
        (float("nan"), "not known", "not known", "not known"),
    ],
)
def test_digits_by_use(share: float, alone: str, among_parts: str, cut: str) -> None:
    assert shown_share(share) == alone
    assert shown_share(share, tenths=True) == among_parts
    assert shown_share(share, cut=True) == cut


@given(st.floats(0, 1), st.booleans())
def test_what_is_known_and_what_is_not_add_up_as_printed(share: float, tenths: bool) -> None:
    known = shown_share(share, tenths=tenths, cut=True)
    rest = shown_rest(share, tenths=tenths)
    assert round(float(known[:-1]) + float(rest[:-1]), 1) == 100
    assert float(known[:-1]) <= share * 100 + 1e-6  # never more than is known
