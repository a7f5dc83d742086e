"""Options that several commands have in the same words.

In: nothing. Out: decorators for Click commands. Must not load anything: help starts from here.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


def own_checklists(says: str) -> Callable[[Command], Command]:
    """The option `--checklist FILE`, which every command that knows the catalogue has."""
    kind = click.Path(path_type=Path)
    return click.option("--checklist", "checklists", multiple=True, metavar="FILE", type=kind, help=says)
