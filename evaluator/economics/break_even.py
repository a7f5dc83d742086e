"""Where a figure of one input makes two offers equal (economics 2.16).

In: a function of the input that is above zero where the first offer is ahead. Out: its roots and jumps. Must not know
what the input is.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from evaluator.economics.inputs import Array

POINTS = 201
PRECISION = 1e-6
STEPS = 60


@dataclass(frozen=True, slots=True)
class Crossing:
    """A value at which the sign changes; `rising` if the offer is ahead above it, `jump` if without equality."""

    value: float
    rising: bool
    jump: bool


def crossings(lead: Callable[[Array], Array], low: float, high: float) -> tuple[tuple[Crossing, ...], bool]:
    """All sign changes of `lead` between low and high, in order, and whether the offer is ahead at the low end.

    The range is scanned at 201 points and each change is bisected to a millionth of the range. A bracket across which
    the lead does not shrink is a jump, as a cliff in a table of tiers makes.
    """
    points = np.linspace(low, high, POINTS)
    leads = lead(points)
    ahead = leads > 0
    width = (high - low) * PRECISION
    found = tuple(
        _bisect(lead, float(points[i]), float(points[i + 1]), bool(ahead[i]), width)
        for i in np.flatnonzero(ahead[1:] != ahead[:-1])
    )
    return found, bool(ahead[0])


def _bisect(lead: Callable[[Array], Array], low: float, high: float, ahead_at_low: bool, width: float) -> Crossing:
    for _ in range(STEPS):
        if high - low <= width:
            break
        middle = (low + high) / 2
        if bool(lead(np.array([middle]))[0] > 0) == ahead_at_low:
            low = middle
        else:
            high = middle
    ends = lead(np.array([low, high]))
    scale = max(1.0, float(np.abs(ends).max()))
    return Crossing((low + high) / 2, not ahead_at_low, bool(abs(ends[1] - ends[0]) > 1e-3 * scale))
