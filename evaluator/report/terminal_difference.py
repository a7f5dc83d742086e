"""A difference for the terminal.

In: a Difference, the width in columns, whether color is wanted. Out: text. Must not print; says the same words as the
documents, and meaning never hangs on color.
"""

from io import StringIO
from typing import TYPE_CHECKING

from evaluator.comparison.difference_model import Difference
from evaluator.report.difference_view import (
    ChangeView,
    DifferenceView,
    EffectRow,
    FigureCell,
    Side,
    build_difference_view,
)
from evaluator.report.terminal_lines import finished, open_console, say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

STYLES = {"removed": "bold red", "worse": "bold", "better": "bold", "open": "bold"}


def render_difference_text(difference: Difference, width: int, *, color: bool) -> str:
    """The difference for a terminal of this width (never narrower than 40), ending in a newline."""
    view = build_difference_view(difference)
    held = StringIO()
    console = open_console(held, width, color)
    say(console, view.summary, style="bold")
    for line in (view.counts, view.layout):
        if line:
            say(console, line)
    console.print()
    for head in view.heads:
        say(console, f"{head.name} · {head.detail} · fingerprint {head.fingerprint}", lead=f"{head.title}: ")
    console.print()
    if view.figures:
        _say_figures(console, view)
    for group in view.groups:
        say(console, group.title, style=STYLES[group.name])
        if group.intro:
            say(console, group.intro, style="dim")
        for one in group.changes:
            _say_change(console, one)
        console.print()
    if view.effects:
        _say_effects(console, view)
    if view.withheld:
        say(console, view.withheld, style="dim")
    say(console, view.notices[0], style="dim")
    say(console, f"Figures as of {view.date}.", style="dim")
    return finished(held)


def _grid(*columns: tuple[str, int | None]) -> "Table":
    """A table without lines; a column of no width takes what is left."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for side, width in columns:
        grid.add_column(justify="right" if side == "right" else "left", width=width, overflow="fold")
    return grid


def _say_figures(console: "Console", view: DifferenceView) -> None:
    from rich.text import Text

    grid = _grid(("left", None), ("left", None), ("left", None), ("left", None))
    grid.add_row(*(Text(words, style="bold") for words in ("Figures", "Old version", "New version", "Change")))
    for row in view.figures:
        grid.add_row(Text(row.label), *(Text(_cell(cell)) for cell in (row.old, row.new, row.change)))
    console.print(grid)
    if view.capped:
        say(console, view.capped, style="dim")
    if view.flags:
        console.print()
        say(console, "Red flags", style="bold")
        for line in view.flags:
            say(console, line, lead="  ")
    console.print()


def _cell(cell: FigureCell) -> str:
    return cell.says if cell.ends is None else f"{cell.says}\n{cell.ends}"


def _say_change(console: "Console", one: ChangeView) -> None:
    lead = f"{one.number:>3}. "
    for item in one.items:
        say(console, f"{item.label}  [{item.kind.lower()}]", style="bold", lead=lead)
        lead = "     "
        say(console, _side(item.old), lead="     was: ")
        say(console, _side(item.new), lead="     now: ")
    if one.inseparable:
        say(console, one.inseparable, style="dim", lead="     ")
    for line in (" ".join(one.effect), *(f"Red flag {flag}" for flag in one.flags)):
        say(console, line, style="dim", lead="     ")


def _side(side: Side) -> str:
    quote = f" “{side.quote}”" if side.quote else ""
    return f"{side.says}{quote}{f' ({side.rests_on})' if side.rests_on else ''}"


def _say_effects(console: "Console", view: DifferenceView) -> None:
    from rich.text import Text

    say(console, "What each change does by itself", style="bold")
    grid = _grid(("right", 3), ("left", None), ("right", 6), ("right", 7), ("right", 6), ("right", 9))
    heads = ("No.", "Change", "Floor", "Ceiling", "Split", "An hour")
    grid.add_row(*(Text(words, style="bold") for words in heads))
    for row in view.effects:
        style = "bold" if row.is_sum else ""
        grid.add_row(*(Text(words, style=style) for words in _cells(row)))
    console.print(grid)
    if view.idle:
        say(console, view.idle, style="dim")
    console.print()


def _cells(row: EffectRow) -> tuple[str, ...]:
    return (row.number, row.label, row.floor, row.ceiling, row.split, row.hour)
