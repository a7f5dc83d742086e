"""Drawings of spreads: the strip of an offer's simulated pay, and the bars of a tornado.

In: plain numbers and finished words. Out: `Drawing`s in px on a scale that need not start at 0. Must not choose what is
shown. Readable in greyscale: what lies below the middle is hatched, what lies above it is solid.
"""

import math
from collections.abc import Sequence

from evaluator.report.charts import GRID, INK, PALE, SOFT, SOLID, Drawing, Path, Rect, Scale, Text, axis_labels, hatched
from evaluator.report.wording import dollars

_HEIGHT = 20.0


def close_scale(values: Sequence[float], left: float, right: float) -> tuple[Scale, tuple[float, ...]]:
    """A scale from a round number at or below the lowest value to one at or above the highest, and its round ticks.

    It does not reach down to 0, because a spread is read by its ends and not by its length from 0.
    """
    known = [value for value in values if math.isfinite(value)] or [0.0]
    low, high = min(known), max(known)
    reach = max(high - low, 1.0)
    size = 10 ** math.floor(math.log10(reach / 4))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor * 4 >= reach * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(step * number for number in range(first, max(last, first + 1) + 1))
    return Scale(ticks[0], ticks[-1], left, right), ticks


def draw_hourly_axis(scale: Scale, ticks: Sequence[float], width: float, says: str, height: float = 13) -> Drawing:
    """The tick labels above a column of strips or bars, in dollars an hour; the outermost two are kept inside."""
    places = 0 if all(abs(tick - round(tick)) < 1e-9 for tick in ticks) else 2
    marks = []
    for number, tick in enumerate(ticks):
        anchor = "start" if number == 0 else "end" if number == len(ticks) - 1 else "middle"
        marks.append(Text(scale.at(tick), height - 4, dollars(tick, places), anchor, 9, 400, SOFT))
    return Drawing(width, height, says, axis_labels(marks))


def draw_strip(
    spread: tuple[float, float, float], scale: Scale, ticks: Sequence[float], width: float, says: str
) -> Drawing:
    """Eight years of ten as a pale bar, the middle year as a dark line through it."""
    low, middle, high = (scale.at(value) for value in spread)
    marks: list[Rect | Path | Text] = _grid(scale, ticks)
    marks.append(Rect(low, 4, round(max(high - low, 1.0), 2), _HEIGHT - 8, PALE, SOLID))
    marks.append(Path(f"M{middle} 1V{_HEIGHT - 1}", INK, 2.4))
    return Drawing(width, _HEIGHT, says, tuple(marks))


def draw_swing(
    ends: tuple[float, float], base: float, scale: Scale, ticks: Sequence[float], width: float, says: str
) -> Drawing:
    """One bar of a tornado: hatched from its lower end to the base, solid from the base to its higher end."""
    left, middle, right = scale.at(min(ends)), scale.at(base), scale.at(max(ends))
    marks: list[Rect | Path | Text] = _grid(scale, ticks)
    if left < middle:
        marks += hatched(left, 4, min(middle, right) - left, _HEIGHT - 8)
    if right > middle:
        start = max(left, middle)
        marks.append(Rect(start, 4, round(max(right - start, 0.4), 2), _HEIGHT - 8, SOLID, SOLID))
    marks.append(Path(f"M{middle} 0V{_HEIGHT}", INK, 1.2))
    return Drawing(width, _HEIGHT, says, tuple(marks))


def _grid(scale: Scale, ticks: Sequence[float]) -> list[Rect | Path | Text]:
    return [Path(f"M{scale.at(tick)} 0V{_HEIGHT}", GRID, 0.6) for tick in ticks]
