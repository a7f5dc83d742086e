"""What a measure found, and how it reads.

In: two ends of an interval and a unit. Out: `Reading`, and its text. Must not know offers or measures.
"""

import math
from dataclasses import dataclass

from evaluator.checklists.checks import Unit
from evaluator.offer.shares import shown_share

INFINITE = math.inf


@dataclass(frozen=True, slots=True)
class Reading:
    """What a measure found: the value lies between `low` and `high`, which are equal when it is known exactly."""

    low: float
    high: float


def show(reading: Reading, unit: Unit) -> str:
    """A reading as text, such as `$25`, `45%`, `20–26`, `35 or more` or `14 days`."""
    if reading.high == INFINITE:
        return f"{_show_one(reading.low, unit)} or more"
    low, high = _show_one(reading.low, unit), _show_one(reading.high, unit)
    text = low if low == high else f"{low}–{high}"
    if unit == "days":
        return f"{text} day" if text == "1" else f"{text} days"
    return text


def _show_one(value: float, unit: Unit) -> str:
    if unit == "dollars":
        cents = math.floor(value * 100 + 0.5 + 1e-9)
        return f"${cents // 100:,}" if cents % 100 == 0 else f"${cents // 100:,}.{cents % 100:02d}"
    if unit == "share":
        return shown_share(value + 1e-11)
    tenths = math.floor(value * 10 + 0.5 + 1e-9)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"
