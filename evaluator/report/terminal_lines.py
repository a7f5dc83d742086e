"""Lines for a terminal: a console that writes into memory, paragraphs that hang under a lead.

In: words, a width in columns, and whether color is wanted. Out: lines of text. Must not print or ask the environment.
"""

from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST = 40


def open_console(held: StringIO, width: int, color: bool) -> "Console":
    """A console that writes into `held`, never narrower than 40 columns; without color no escape sequence at all."""
    from rich.console import Console

    return Console(
        file=held,
        width=max(width, NARROWEST),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )


def finished(held: StringIO) -> str:
    """What was written, without blanks at the ends of lines."""
    return "".join(f"{line.rstrip()}\n" for line in held.getvalue().splitlines())


def say(console: "Console", words: str, style: str = "", lead: str = "") -> None:
    """A paragraph; lines after the first hang under the words that follow `lead`."""
    from rich.table import Table
    from rich.text import Text

    if not lead:
        console.print(Text(words, style=style, overflow="fold"))
        return
    grid = Table.grid(padding=0)
    grid.add_column(width=len(lead))
    grid.add_column(overflow="fold")
    grid.add_row(Text(lead, style=style), Text(words, style=style))
    console.print(grid)
