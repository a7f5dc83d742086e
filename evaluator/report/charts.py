"""The geometry of the charts: every length computed here, so that templates only draw.

In: plain numbers and finished words. Out: `Drawing`s in px, made of rectangles, lines, paths and text. Must not choose
what is shown. All are readable in greyscale: solid against hatched, dash patterns, direct labels; color only echoes.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from evaluator.report.wording import dollars, plain

INK, SOFT, GRID = "#1d2b33", "#55646d", "#c9d1d5"
SOLID, PALE, HATCH, GAIN = "#0f5268", "#d6e3e8", "#0f5268", "#8fb3c0"
DASHES = ("", "7 3", "2 2.5", "9 3 1.5 3", "13 4", "4 2 1.5 2 1.5 2")
_THIN = set("iljftrI.,:;'|!()[] ")
_WIDE = set("mwMW@%—…")


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; `fill` or `stroke` may be `none`."""

    kind: ClassVar[str] = "rect"
    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str = "none"


@dataclass(frozen=True, slots=True)
class Path:
    """A line or a set of lines in SVG path words; `dash` is empty for a solid one."""

    kind: ClassVar[str] = "path"
    d: str
    stroke: str
    width: float
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A word set at a point; `anchor` is start, middle or end."""

    kind: ClassVar[str] = "text"
    x: float
    y: float
    words: str
    anchor: str = "start"
    size: float = 10
    weight: int = 400
    fill: str = INK


@dataclass(frozen=True, slots=True)
class Drawing:
    """One chart: its size in px, what it says in words, and its marks in drawing order."""

    width: float
    height: float
    says: str
    marks: tuple[Rect | Path | Text, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A number line from `low` to `high`, drawn between `left` and `right` px."""

    low: float
    high: float
    left: float
    right: float

    def at(self, value: float) -> float:
        """Where a value lies, in px; values outside and unknown ones stay at the edge."""
        if not math.isfinite(value) or self.high <= self.low:
            return self.left
        inside = min(max(value, self.low), self.high)
        return round(self.left + (inside - self.low) / (self.high - self.low) * (self.right - self.left), 2)


def round_scale(values: Sequence[float], left: float, right: float) -> tuple[Scale, tuple[float, ...]]:
    """A scale from 0 (or the lowest value, if below) to the highest value, and round ticks on it, 0 among them."""
    known = [value for value in values if math.isfinite(value)]
    low, high = min(0.0, *known, 0.0), max(0.0, *known, 0.0)
    reach = (high - low) or 1.0
    size = 10 ** math.floor(math.log10(reach / 4))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor * 4 >= reach * 0.999)
    first, last = math.ceil(low / step), math.floor(high / step) or 1
    ticks = tuple(step * number for number in range(first, last + 1))
    return Scale(min(low, ticks[0]), max(high, ticks[-1]), left, right), ticks


def text_width(words: str, size: float) -> float:
    """A generous estimate of the width of a line of text, in px."""
    units = 0.0
    for sign in words:
        if sign in _THIN:
            units += 0.31
        elif sign in _WIDE or ord(sign) > 0x2E7F:
            units += 1.0
        else:
            units += 0.7 if sign.isupper() else 0.56
    return units * size


def fitted(words: str, width: float, size: float) -> str:
    """`words`, shortened with … if they would be wider than `width` px."""
    if text_width(words, size) <= width:
        return words
    while words and text_width(words + "…", size) > width:
        words = words[:-1]
    return words.rstrip() + "…"


def hatching(x: float, y: float, width: float, height: float, gap: float = 4) -> str:
    """The path of slanted lines that fill a rectangle, each cut exactly at its edges."""
    strokes = []
    start = math.floor((x - height) / gap) * gap + gap  # counted from 0, so that neighboring bars hatch in step
    while start < x + width:
        left, right = max(start, x), min(start + height, x + width)
        if right - left > 0.1:
            bottom, top = y + height - (left - start), y + height - (right - start)
            strokes.append(f"M{left:.1f} {bottom:.1f}L{right:.1f} {top:.1f}")
        start += gap
    return "".join(strokes)


def hatched(x: float, y: float, width: float, height: float) -> tuple[Rect | Path, ...]:
    """A hatched box; nothing where it would be too narrow to see."""
    if width < 0.3:
        return ()
    lines = hatching(x, y, width, height)
    box = Rect(round(x, 2), y, round(width, 2), height, "#ffffff", HATCH)
    return (box, Path(lines, HATCH, 0.8)) if lines else (box,)


def axis_labels(labels: Sequence[Text], gap: float = 5) -> tuple[Text, ...]:
    """The labels of an axis that don't touch each other: its two ends, and of the inner ones as many as have room."""
    if not labels:
        return ()
    first, *inner, last = labels if len(labels) > 1 else (labels[0], labels[0])
    kept = [first]
    for label in inner:
        if _ends(kept[-1])[1] + gap <= _ends(label)[0] and _ends(label)[1] + gap <= _ends(last)[0]:
            kept.append(label)
    return (*kept, last) if last is not first else (first,)


def _ends(label: Text) -> tuple[float, float]:
    """Where a label starts and ends, in px."""
    width = text_width(label.words, label.size)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, left + width


def draw_score(floor: float, ceiling: float, says: str, width: float = 84, height: float = 10) -> Drawing:
    """A score from 0 to 100: solid up to the floor, hatched on to the ceiling, empty beyond."""
    scale = Scale(0, 100, 0.5, width - 0.5)
    low, high = scale.at(floor), scale.at(ceiling)
    marks: list[Rect | Path | Text] = [Rect(0.5, 0.5, width - 1, height - 1, "#ffffff", GRID)]
    marks += hatched(low, 0.5, high - low, height - 1)
    if low > 0.8:
        marks.append(Rect(0.5, 0.5, round(low - 0.5, 2), height - 1, SOLID))
    return Drawing(width, height, says, tuple(marks))


def draw_axis(scale: Scale, ticks: Sequence[float], width: float, says: str, height: float = 13) -> Drawing:
    """The tick labels above a column of bars, in thousands of dollars; the outermost two are kept inside."""
    marks = []
    for number, tick in enumerate(ticks):
        anchor = "start" if number == 0 else "end" if scale.at(tick) > width - 20 else "middle"
        words = "$0" if tick == 0 else f"{dollars(tick / 1000, 0 if tick % 1000 == 0 else 1)}k"
        marks.append(Text(scale.at(tick), height - 4, words, anchor, 9, 400, SOFT))
    return Drawing(width, height, says, axis_labels(marks))


def draw_step(
    before: float | None,
    after: float,
    named: bool,
    scale: Scale,
    ticks: Sequence[float],
    size: tuple[float, float],
    says: str,
) -> Drawing:
    """One row of a waterfall: what is left as a bar from 0, what was taken hatched, what was added light.

    `before` is none for the first row of a block; `named` levels are dark, the ones between are pale. `size` is the
    width and height of the row, so that the grid runs on from row to row.
    """
    (width, height), thick = size, 14.0
    top = round((height - thick) / 2, 2)
    marks: list[Rect | Path | Text] = [Path(f"M{scale.at(tick)} 0V{height}", GRID, 0.6) for tick in ticks]
    left, level = scale.at(0), scale.at(after)
    start = level if before is None else scale.at(before)
    fill = SOLID if named or before is None else PALE
    solid = min(start, level) if start > left and level > left else level
    if abs(solid - left) > 0.2:
        marks.append(Rect(min(left, solid), top, round(abs(solid - left), 2), thick, fill, SOLID))
    if level < start:
        marks += hatched(max(level, scale.left), top, start - level, thick)
    elif level - start > 0.2:
        marks.append(Rect(start, top, round(level - start, 2), thick, GAIN, SOLID))
    if before is not None:
        marks.append(Path(f"M{start} 0V{top}", SOLID, 1))
    marks.append(Path(f"M{level} {top + thick}V{height}", SOLID, 1))
    return Drawing(width, height, says, tuple(marks))


def draw_hours(paid: float, unpaid: float, most: float, says: str, width: float = 250) -> Drawing:
    """Paid hours solid, unpaid hours hatched behind them, on a scale shared by all offers."""
    scale = Scale(0, most, 0.5, width - 0.5)
    end, last = scale.at(paid), scale.at(paid + unpaid)
    marks: list[Rect | Path | Text] = [Rect(0.5, 2, round(end - 0.5, 2), 13, SOLID, SOLID)] if end > 0.7 else []
    marks += hatched(end, 2, last - end, 13)
    return Drawing(width, 17, says, tuple(marks))


def draw_keep(lines: Sequence[tuple[str, Sequence[float]]], says: str) -> Drawing:
    """What each offer lets you keep, week by week: one line for each, told apart by dashes and a label at its end."""
    width, height, bottom, names = 690.0, 190.0, 166.0, 206.0
    weeks = max((len(values) for _, values in lines), default=0)
    across = Scale(1, max(weeks, 2), 44, width - names)
    up, ticks = round_scale([value for _, values in lines for value in values], bottom, 10)
    marks: list[Rect | Path | Text] = []
    for tick in ticks:
        y = up.at(tick)
        marks.append(Path(f"M{across.left} {y}H{across.right}", SOFT if tick == 0 else GRID, 0.8 if tick == 0 else 0.6))
        label = "$0" if tick == 0 else f"{dollars(tick / 1000, 0 if tick % 1000 == 0 else 1)}k"
        marks.append(Text(across.left - 6, y + 3.5, label, "end", 9.5, 400, SOFT))
    for week in _week_ticks(weeks):
        marks.append(Path(f"M{across.at(week)} {bottom}v4", SOFT, 0.8))
        marks.append(Text(across.at(week), bottom + 15, plain(week), "middle", 9.5, 400, SOFT))
    marks.append(Text(across.right + 8, bottom + 15, "week", "start", 9.5, 400, SOFT))
    ends = _apart([up.at(values[-1]) if values else bottom for _, values in lines], 15, 12, bottom)
    for number, (name, values) in enumerate(lines):
        dash = DASHES[number % len(DASHES)]
        spots = [f"{across.at(week)} {up.at(value)}" for week, value in enumerate(values, 1)]
        if not spots:
            continue
        marks.append(Path("M" + "L".join(spots), INK, 1.8, dash))
        end, x = up.at(values[-1]), across.at(len(values))
        marks.append(Path(f"M{x + 2} {end}L{across.right + 12} {ends[number]}", SOFT, 0.6))
        marks.append(Path(f"M{across.right + 12} {ends[number]}h20", INK, 1.8, dash))
        room = names - 38
        marks.append(Text(across.right + 37, ends[number] + 3.5, fitted(name, room, 10), "start", 10, 600))
    return Drawing(width, height, says, tuple(marks))


def _week_ticks(weeks: int) -> tuple[int, ...]:
    return tuple(week for week in (1, 13, 26, 39, 52, 65, 78, 91, 104) if week <= weeks)


def _apart(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Heights as near as possible to the wanted ones, in their order and at least `gap` apart."""
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    placed = [0.0] * len(wanted)
    floor = top
    for number in order:
        placed[number] = max(wanted[number], floor)
        floor = placed[number] + gap
    ceiling = bottom
    for number in reversed(order):
        placed[number] = round(min(placed[number], ceiling), 2)
        ceiling = placed[number] - gap
    return placed
