"""Dollars to the cent, the one place that rounds (economics 2.0).

In: dollars. Out: dollars and cents. Must not be used inside a calculation, except where a claim itself is in cents.
"""

import numpy as np
from numpy.typing import NDArray


def cents(usd: float) -> float:
    """Dollars rounded half away from zero to the cent, after a nudge that lets decimal ties behave like decimals."""
    sign = 1.0 if usd >= 0 else -1.0
    return sign * float(np.floor((abs(usd) + 1e-9) * 100 + 0.5)) / 100


def cents_each(usd: NDArray[np.float64]) -> NDArray[np.float64]:
    """The same for every element."""
    return np.asarray(np.sign(usd) * np.floor((np.abs(usd) + 1e-9) * 100 + 0.5) / 100)
