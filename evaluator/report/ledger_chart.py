"""The geometry of two charts of a practice's books: one collected dollar cut into parts, and a loss that is shared.

In: plain numbers and finished words. Out: `Drawing`s in px. Must not choose what is shown. Readable in greyscale: solid
for pay, light and hatched in turn for what the share buys, each part with its label beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from evaluator.report.charts import GRID, INK, PALE, SOFT, SOLID, Drawing, Path, Rect, Text, fitted, hatched

WIDTH = 672.0
_DOLLAR_LEFT, _SHARE_LEFT, _COLUMN = 70.0, 196.0, 60.0
_AMOUNT, _NAME = 322.0, 332.0
_GAP, _TOP = 18.0, 10.0
Mark = Rect | Path | Text


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the dollar: its size, never negative, and its words."""

    size: float
    amount: str
    name: str
    dollars: str


def draw_dollar(pay: Part, share: Part, parts: Sequence[Part], says: str) -> Drawing:
    """One collected dollar as a column, and beside it the practice's share drawn larger, cut into what it buys.

    Each part has its amount, name and dollars of a year beside it. Parts that come to more than the share go on below a
    line where the share ends.
    """
    reach = max(sum(part.size for part in parts), share.size) or 1.0
    height = max(_GAP * len(parts) + 6.0, 230.0)
    bottom = _TOP + height
    paid = round(_TOP + pay.size / ((pay.size + share.size) or 1.0) * height, 2)
    ends = round(_TOP + share.size / reach * height, 2)
    marks: list[Mark] = [
        *_column_of_dollar(pay, share, paid, bottom),
        *(Path(f"M{_DOLLAR_LEFT + _COLUMN} {one}L{_SHARE_LEFT} {other}", SOFT, 0.7, "3 2")
          for one, other in ((paid, _TOP), (bottom, ends))),
    ]  # fmt: skip
    edges = [_TOP]
    for part in parts:
        edges.append(round(edges[-1] + part.size / reach * height, 2))
    middles = [(top + below) / 2 for top, below in pairwise(edges)]
    spots = _spread(middles, _GAP, _TOP + 6, bottom - 4)
    for number, (part, middle, spot) in enumerate(zip(parts, middles, spots, strict=True)):
        marks += _box(number, edges[number], round(edges[number + 1] - edges[number], 2))
        marks += _label(part, middle, spot)
    if reach > share.size:
        marks.append(Path(f"M{_SHARE_LEFT - 9} {ends}H{_SHARE_LEFT + _COLUMN + 9}", INK, 2))
        marks.append(Text(_SHARE_LEFT - 4, ends - 4, "share ends", "end", 9, 600))
    return Drawing(WIDTH, round(bottom + _TOP, 2), says, tuple(marks))


def _column_of_dollar(pay: Part, share: Part, paid: float, bottom: float) -> tuple[Mark, ...]:
    """Pay solid above, the share light below, each with its words at its left."""
    marks: list[Mark] = []
    for part, top, end, fill in ((pay, _TOP, paid, SOLID), (share, paid, bottom, PALE)):
        if end - top < 0.4:
            continue
        middle = round((top + end) / 2, 2)
        marks.append(Rect(_DOLLAR_LEFT, top, _COLUMN, round(end - top, 2), fill, SOLID))
        marks.append(Text(_DOLLAR_LEFT - 8, middle - 2, part.amount, "end", 11, 600))
        marks.append(Text(_DOLLAR_LEFT - 8, middle + 11, part.name, "end", 10))
    return tuple(marks)


def _box(number: int, top: float, height: float) -> tuple[Rect | Path, ...]:
    if height < 0.4:
        return ()
    if number % 2:
        return hatched(_SHARE_LEFT, top, _COLUMN, height)
    return (Rect(_SHARE_LEFT, top, _COLUMN, height, PALE, SOLID),)


def _label(part: Part, middle: float, spot: float) -> tuple[Path | Text, ...]:
    right = _SHARE_LEFT + _COLUMN
    return (
        Path(f"M{right + 1} {round(middle, 2)}L{right + 14} {spot}H{right + 22}", SOFT, 0.6),
        Text(_AMOUNT, spot + 3.5, part.amount, "end", 10, 600),
        Text(_NAME, spot + 3.5, fitted(part.name, WIDTH - _NAME - 90, 10), "start", 10),
        Text(WIDTH - 2, spot + 3.5, part.dollars, "end", 10),
    )


def _spread(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Heights in order, as near as possible to the wanted ones, at least `gap` apart and inside the column."""
    placed, floor = [], top
    for height in wanted:
        placed.append(max(height, floor))
        floor = placed[-1] + gap
    ceiling = bottom
    for number in reversed(range(len(placed))):
        placed[number] = round(min(placed[number], ceiling), 2)
        ceiling = placed[number] - gap
    return placed


def draw_shared(rows: Sequence[tuple[str, float, str]], says: str) -> Drawing:
    """One loss by the number of those who share it: a bar from 0 for each, its words at its end."""
    left, right, step = 150.0, WIDTH - 130.0, 20.0
    most = max((size for _, size, _ in rows), default=0.0) or 1.0
    marks: list[Rect | Path | Text] = []
    for number, (name, size, words) in enumerate(rows):
        y, end = 4 + number * step, round(left + max(size, 0.0) / most * (right - left), 2)
        marks.append(Text(left - 8, y + 10.5, name, "end", 10))
        if end - left > 0.4:
            marks.append(Rect(left, y, round(end - left, 2), 13, SOLID, SOLID))
        marks.append(Text(end + 7, y + 10.5, words, "start", 10, 600))
    height = 4 + step * len(rows)
    marks.insert(0, Path(f"M{left} 0V{height}", GRID, 0.8))
    return Drawing(WIDTH, height, says, tuple(marks))
