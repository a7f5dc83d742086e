"""A difference as finished words, before any format is chosen.

In: a Difference. Out: `DifferenceView`, the one source of terminal, Markdown, HTML and PDF. No arithmetic comes after
it. Texts of the offers are made harmless here, once; markup is escaped by each output.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from evaluator.comparison.difference_model import (
    Change,
    Difference,
    Effect,
    Figures,
    Item,
    Statement,
    Version,
)
from evaluator.economics.figures import Interval
from evaluator.offer.fingerprint import short_fingerprint
from evaluator.offer.shares import shown_share
from evaluator.report.anonymous import SAYS, WITHHELD
from evaluator.report.difference_wording import (
    KINDS,
    count_of,
    effect_parts,
    ends_words,
    flag_words,
    is_gone,
    is_idle,
    points,
    signed,
    summary_of,
)
from evaluator.report.wording import cents, change, cleaned, counted, day, dollars, percent, place, plain, span

GROUPS = (
    ("removed", "No longer mentioned", "Stated before, and not said any more. Ask for each of them back, in writing."),
    ("worse", "For the worse", None),
    ("better", "For the better", None),
    ("open", "Neither or still open", None),
)
SAME_LAYOUT = "The two files are the same to the letter."
OTHER_LAYOUT = "The files differ only in how they are laid out: comments, order of keys, blanks or quotation marks."
CAPPED = "Red flags cap the overall score. What changes do is shown before the cap, or most would seem to do nothing."
POINTS = " points"
NOTHING = "–"
TOGETHER = "Together with each other"


@dataclass(frozen=True, slots=True)
class Head:
    """One of the two versions."""

    title: str
    name: str
    detail: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A figure, and its worst and best case below it."""

    says: str
    ends: str | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of both versions and its change."""

    label: str
    old: FigureCell
    new: FigureCell
    change: FigureCell


@dataclass(frozen=True, slots=True)
class Side:
    """What one version says on a thing, in its own words if the two quote differently, and what it rests on."""

    says: str
    quote: str | None
    rests_on: str | None


@dataclass(frozen=True, slots=True)
class ItemView:
    """One thing on which the versions differ."""

    label: str
    kind: str
    old: Side
    new: Side


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change with its number, what it does by itself, and the red flags that it moves."""

    number: str
    items: tuple[ItemView, ...]
    inseparable: str | None
    effect: tuple[str, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Changes that do alike to the reader."""

    name: str
    title: str
    intro: str | None
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class EffectRow:
    """A line of the table that adds up: a change, the rest, or the sum."""

    number: str
    label: str
    floor: str
    ceiling: str
    split: str
    hour: str
    ends: str | None
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """The whole document."""

    title: str
    reader: str | None
    date: str
    created: str
    summary: str
    counts: str
    layout: str | None
    heads: tuple[Head, ...]
    figures: tuple[FigureRow, ...]
    capped: str | None
    flags: tuple[str, ...]
    groups: tuple[GroupView, ...]
    effects: tuple[EffectRow, ...]
    idle: str | None
    notices: tuple[str, ...]
    withheld: str | None = None


def build_difference_view(difference: Difference) -> DifferenceView:
    """All words of a difference."""
    safe = cleaned(difference)
    numbered = list(enumerate(safe.changes, 1))
    rows, idle = _effects(safe, numbered)
    return DifferenceView(
        title=f"What changed: {safe.new.name}",
        reader=safe.reader,
        date=day(safe.as_of),
        created=safe.as_of.isoformat(),
        summary=summary_of(safe),
        counts="" if safe.same else count_of(safe),
        layout=_layout(safe),
        heads=(_head("Old version", safe.old), _head("New version", safe.new)),
        figures=() if safe.same else tuple(_figures(safe)),
        capped=CAPPED if not safe.same and _is_capped(safe) else None,
        flags=tuple(f"{flag_words(move)}." for move in safe.flags),
        groups=tuple(_groups(numbered)),
        effects=rows,
        idle=idle,
        notices=safe.notices,
        withheld=SAYS if safe.new.fingerprint == WITHHELD else None,
    )


def _layout(difference: Difference) -> str | None:
    if not difference.same:
        return None
    return SAME_LAYOUT if difference.old.sha256 == difference.new.sha256 else OTHER_LAYOUT


def _head(title: str, version: Version) -> Head:
    dated = f"terms of {day(version.offer_as_of)}" if version.offer_as_of else "terms not dated"
    parts = (version.organization, PurePath(version.file).name, dated)
    return Head(title, version.name, " · ".join(part for part in parts if part), short_fingerprint(version.fingerprint))


# --- figures of both --------------------------------------------------------------------------------------------------


def _is_capped(difference: Difference) -> bool:
    return any(
        (one.floor, one.ceiling) != (one.capped_floor, one.capped_ceiling)
        for one in (difference.before, difference.after)
    )


def _figures(difference: Difference) -> Iterator[FigureRow]:
    old, new, whole = difference.before, difference.after, difference.whole
    yield FigureRow(
        "Verdict", FigureCell(old.verdict.says), FigureCell(new.verdict.says), FigureCell(_same_or_other(old, new))
    )
    yield _interval_row("Pay for an hour worked", (old.hourly_usd, new.hourly_usd, whole.hourly_usd), cents, change)
    yield _interval_row("Effective split", (old.split, new.split, whole.split), percent, points, POINTS)
    takes = (old.take_home_usd, new.take_home_usd, whole.take_home_usd)
    yield _interval_row("Take-home a year", takes, dollars, lambda amount: change(amount, 0))
    capped = (old.capped_floor, old.capped_ceiling), (new.capped_floor, new.capped_ceiling)
    yield _score_row("Overall score, floor to ceiling", *capped)
    if _is_capped(difference):
        yield _score_row("Before red flags cap it", (old.floor, old.ceiling), (new.floor, new.ceiling))
    yield from _checklists(old, new)
    yield FigureRow(
        "Answered",
        FigureCell(shown_share(old.coverage, tenths=True, cut=True)),
        FigureCell(shown_share(new.coverage, tenths=True, cut=True)),
        FigureCell(f"{points(round(new.coverage - old.coverage, 9))}{POINTS}"),
    )


def _same_or_other(old: Figures, new: Figures) -> str:
    return "the same" if old.verdict.id == new.verdict.id else "changed"


def _interval_row(
    label: str,
    found: tuple[Interval, Interval, Interval],
    show: Callable[[float], str],
    show_change: Callable[[float], str],
    unit: str = "",
) -> FigureRow:
    """A figure with its worst and best case: of the old version, of the new one, and the change."""
    old, new = (FigureCell(show(one.likely), span(one.low, one.high, show)) for one in found[:2])
    moved = FigureCell(f"{show_change(found[2].likely)}{unit}", ends_words(found[2], show_change))
    return FigureRow(label, old, new, moved)


def _score_row(label: str, old: tuple[float, float] | None, new: tuple[float, float] | None) -> FigureRow:
    cells = [FigureCell("–" if one is None else f"{plain(one[0], 1)}–{plain(one[1], 1)}") for one in (old, new)]
    moved = "–"
    if old is not None and new is not None:
        moved = f"{signed(round(new[0] - old[0], 6))} and {signed(round(new[1] - old[1], 6))}"
    return FigureRow(label, cells[0], cells[1], FigureCell(moved))


def _checklists(old: Figures, new: Figures) -> Iterator[FigureRow]:
    first, last = ({one.id: one for one in figures.checklists} for figures in (old, new))
    for id, one in {**first, **last}.items():
        ends = [(found.floor, found.ceiling) if (found := side.get(id)) else None for side in (first, last)]
        yield _score_row(one.title, *ends)


# --- what changed -----------------------------------------------------------------------------------------------------


def _groups(numbered: list[tuple[int, Change]]) -> Iterator[GroupView]:
    for name, title, intro in GROUPS:
        here = tuple(_change(number, one) for number, one in numbered if _group_of(one) == name)
        if here:
            yield GroupView(name, title, intro, here)


def _group_of(one: Change) -> str:
    return "removed" if is_gone(one) else one.direction


def _change(number: int, one: Change) -> ChangeView:
    together = "These can only change together; no offer could say one without the others."
    return ChangeView(
        number=str(number),
        items=tuple(map(_item, one.items)),
        inseparable=together if len(one.items) > 1 else None,
        effect=effect_parts(one.effect),
        flags=tuple(f"{flag_words(move)}." for move in one.flags),
    )


def _item(item: Item) -> ItemView:
    quotes = (item.old.quote, item.new.quote)
    shown = quotes if quotes[0] != quotes[1] else (None, None)
    return ItemView(item.label, KINDS[item.kind], _side(item, item.old, shown[0]), _side(item, item.new, shown[1]))


def _side(item: Item, statement: Statement, quote: str | None) -> Side:
    rests_on = place(statement.evidence, statement.where, statement.line)
    dated = f"as of {day(statement.as_of)}" if statement.as_of else None
    can_change = f"can change: {statement.can_change}" if item.kind == "may_change" and statement.can_change else None
    return Side(statement.says, quote, ", ".join(part for part in (can_change, rests_on, dated) if part) or None)


def _effects(difference: Difference, numbered: list[tuple[int, Change]]) -> tuple[tuple[EffectRow, ...], str | None]:
    """The table that adds up, without changes that move nothing."""
    if difference.same:
        return (), None
    moving = [(number, one) for number, one in numbered if not is_idle(one.effect)]
    rows = [_row(str(number), _short(one), one.effect) for number, one in moving]
    if not is_idle(difference.together):
        rows.append(_row("", TOGETHER, difference.together))
    rows.append(_row("", "All changes", difference.whole, is_sum=True))
    return tuple(rows), _idle_words(len(numbered) - len(moving))


def _idle_words(number: int) -> str | None:
    if not number:
        return None
    return f"{counted(number, 'further change')} {'moves' if number == 1 else 'move'} neither pay nor score."


def _short(one: Change) -> str:
    more = len(one.items) - 1
    return f"{one.items[0].label}, and {more} more" if more else one.items[0].label


def _row(number: str, label: str, effect: Effect, *, is_sum: bool = False) -> EffectRow:
    cells = (
        signed(effect.floor),
        signed(effect.ceiling),
        points(effect.split.likely),
        change(effect.hourly_usd.likely),
    )
    still = () if is_sum else (signed(0.0), change(0.0))
    floor, ceiling, split, hour = (NOTHING if words in still else words for words in cells)
    return EffectRow(number, label, floor, ceiling, split, hour, ends_words(effect.hourly_usd, change), is_sum)
