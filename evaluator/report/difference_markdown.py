"""A difference as Markdown, for an e-mail or for a change request of an offer that is kept under version control.

In: a Difference. Out: text. Must not word anything: words come from the view. Whatever an offer says is escaped.
"""

from collections.abc import Iterator

from evaluator.comparison.difference_model import Difference
from evaluator.report.difference_view import (
    ChangeView,
    DifferenceView,
    FigureCell,
    ItemView,
    Side,
    build_difference_view,
)
from evaluator.report.question_sheet import plain


def render_difference_markdown(difference: Difference) -> str:
    """The summary, the figures of both versions, every change, and what each does by itself."""
    return "\n".join(_lines(build_difference_view(difference))) + "\n"


def _lines(view: DifferenceView) -> Iterator[str]:
    yield f"# {plain(view.title)}"
    yield from ("", f"**{plain(view.summary)}**", "")
    yield from (line for line in (view.counts, view.layout) if line)
    yield ""
    for head in view.heads:
        yield f"- {head.title}: {plain(head.name)} ({plain(head.detail)}), fingerprint {head.fingerprint}"
    yield from _figures(view)
    for group in view.groups:
        yield from ("", f"## {group.title}")
        if group.intro:
            yield from ("", group.intro)
        yield ""
        for one in group.changes:
            yield from _change(one)
    yield from _effects(view)
    yield from ("", view.withheld) if view.withheld else ()
    yield from ("", *view.notices[:1], f"Figures as of {view.date}.")


def _figures(view: DifferenceView) -> Iterator[str]:
    if view.figures:
        yield from ("", "| Figure | Old version | New version | Change |", "|---|---|---|---|")
        for row in view.figures:
            cells = (_cell(cell) for cell in (row.old, row.new, row.change))
            yield f"| {plain(row.label)} | {' | '.join(cells)} |"
    if view.capped:
        yield from ("", view.capped)
    if view.flags:
        yield from ("", "Red flags:", "")
        yield from (f"- {plain(line)}" for line in view.flags)


def _cell(cell: FigureCell) -> str:
    return plain(cell.says if cell.ends is None else f"{cell.says} ({cell.ends})")


def _change(one: ChangeView) -> Iterator[str]:
    indent = " " * (len(one.number) + 2)
    lead = f"{one.number}. "
    for item in one.items:
        yield from _item(item, lead, indent)
        lead = indent
    words = (one.inseparable, *one.effect, *(f"**Red flag {plain(flag)}**" for flag in one.flags))
    yield f"{indent}- {' '.join(part for part in words if part)}"


def _item(item: ItemView, lead: str, indent: str) -> Iterator[str]:
    yield f"{lead}**{plain(item.label)}** ({item.kind.lower()})"
    yield f"{indent}- was: {_side(item.old)}"
    yield f"{indent}- now: {_side(item.new)}"


def _side(side: Side) -> str:
    quote = f" “{side.quote}”" if side.quote else ""
    return plain(f"{side.says}{quote}{f' ({side.rests_on})' if side.rests_on else ''}")


def _effects(view: DifferenceView) -> Iterator[str]:
    if not view.effects:
        return
    yield from ("", "## What each change does by itself", "")
    yield "| No. | Change | Floor | Ceiling | Split, points | An hour worked | |"
    yield "|---:|---|---:|---:|---:|---:|---|"
    for row in view.effects:
        strong = "**" if row.is_sum else ""
        cells = (
            f"{strong}{plain(words)}{strong}" for words in (row.label, row.floor, row.ceiling, row.split, row.hour)
        )
        yield f"| {row.number} | {' | '.join(cells)} | {row.ends or ''} |"
    if view.idle:
        yield from ("", view.idle)
