"""Dollars to the cent, the one place that rounds (economics 2.0).

In: dollars. Out: dollars and cents. Must not be used inside a calculation, except where a claim itself is in cents.
"""

from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the parameters round, too, and are read where no NumPy is needed
    from evaluator.economics.inputs import Array


def cents(usd: float) -> float:
    """Dollars rounded half away from zero to the cent, after a nudge that lets decimal ties behave like decimals."""
    sign = 1.0 if usd >= 0 else -1.0
    return sign * floor((abs(usd) + 1e-9) * 100 + 0.5) / 100


def cents_each(usd: "Array") -> "Array":
    """The same for every element."""
    import numpy as np

    return np.asarray(np.sign(usd) * np.floor((np.abs(usd) + 1e-9) * 100 + 0.5) / 100)
