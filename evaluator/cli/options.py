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


def parse_share_option(_context: click.Context, _option: click.Parameter, value: str | None) -> float | None:
    """A share such as 40% as a fraction, none where the option is not given."""
    if value is None:
        return None
    from pydantic_core import PydanticCustomError

    from evaluator.offer.values import parse_share

    try:
        return parse_share(value)
    except PydanticCustomError as error:
        raise click.BadParameter(error.message()) from None
