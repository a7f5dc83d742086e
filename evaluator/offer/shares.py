"""How a share is printed, in every output: with as many digits as its use asks for.

In: a share, 0 to 1 as a rule. Out: a percentage as text. Must not decide what a share means.
"""

import math
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

MINUS = "\N{MINUS SIGN}"
_TENTHS_BELOW = Decimal(10)
_SLACK = Decimal("1e-9")
"""Shares are sums of fractions, so 0.4 may come as 0.3999999999."""


def shown_share(share: float, *, tenths: bool = False, cut: bool = False) -> str:
    """A share as a percentage; `not known` for what is no number.

    A share that stands by itself has whole percents from 10% on and tenths below, where a whole percent would hide the
    difference between 0.6% and 1.4%: `38%`, `4.5%`, `5%`, `0.7%`. With `tenths`, one decimal always: for the parts of
    one whole, which add up to it, and for shares that are compared with each other: `58.0%` and `42.0%`. Rounds half
    up, away from zero; with `cut` towards zero, for what is known or reached, so that 39.97% never reads as the 40%
    that it misses.
    """
    if not math.isfinite(share):
        return "not known"
    percent = Decimal(repr(float(share))) * 100
    if cut:
        percent += _SLACK if percent > 0 else -_SLACK
    rounding = ROUND_DOWN if cut else ROUND_HALF_UP
    fine = percent.quantize(Decimal("0.1"), rounding)
    if not tenths and (abs(fine) >= _TENTHS_BELOW or fine == fine.to_integral_value()):
        fine = percent.quantize(Decimal(1), rounding)
    return f"{MINUS if fine < 0 else ''}{abs(fine):,}%"


def shown_rest(share: float, *, tenths: bool = False) -> str:
    """What is left of the whole beside a share of 0 to 1 that is shown `cut`: the two add up, `99.3%` beside `0.7%`."""
    known = Decimal(shown_share(share, tenths=tenths, cut=True).removesuffix("%"))
    return f"{100 - known}%"
