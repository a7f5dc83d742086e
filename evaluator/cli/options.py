"""Options that several commands have in the same words.

In: nothing. Out: decorators for Click commands, and what their values mean. Must not load anything: help starts from
here.
"""

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from evaluator.cli.inputs import stop
from evaluator.report.layout import Layout

Command = TypeVar("Command", bound=Callable[..., object])
NO_NAMES = "Leave out the names of employers and of the reader, and attach no offer."


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


def parse_as_of(_context: click.Context, _option: click.Parameter, value: str | None) -> date:
    """The day of the report: today unless given. The only place where the clock is read."""
    if value is None:
        return date.today()  # noqa: DTZ011  # the reader's own calendar day is meant
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day such as 2026-11-22") from None


def parse_scenarios(_context: click.Context, _option: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of bad-year scenarios, each one of those in the parameters."""
    from evaluator.economics import load_assumptions

    known = load_assumptions().scenarios
    for name in names:
        if name not in known:
            stop(f"--together {name}: no such scenario: expected one of {', '.join(known)}")
    return names


def layout_options(
    names: tuple[str, ...] = (), anonymous: str = NO_NAMES
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The options on how a report is laid out, given to the command as one `layout`; `names` are its sections, if any.

    `anonymous` is what the command says of leaving names out.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def laid_out(*args: Any, paper: str, anonymous: bool, **others: Any) -> None:
            sections: tuple[str, ...] | None = others.pop("sections", None)
            templates: Path | None = others.pop("own_templates")
            layout = Layout("a4" if paper == "a4" else "letter", sections, anonymous, templates)
            command(*args, layout=layout, **others)

        for option in reversed(_layout_options(names, anonymous)):
            laid_out = option(laid_out)
        return laid_out

    return decorate


def _layout_options(names: tuple[str, ...], anonymous: str) -> tuple[Callable[[Command], Command], ...]:
    folder = click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True)
    sections = click.option(
        "--sections", metavar="NAMES", callback=lambda _context, _option, text: _parse(text, names),
        help=f"Print only these sections, with commas between: {', '.join(names)}. "
        "The limits are always printed.  [all]",
    )  # fmt: skip
    return (
        click.option("--paper", type=click.Choice(["letter", "a4"]), default="letter", show_default=True,
                     help="Size of the pages of a PDF."),
        *((sections,) if names else ()),
        click.option("--anonymous", is_flag=True, help=anonymous),
        click.option("--templates", "own_templates", metavar="FOLDER", type=folder,
                     help="Your own templates and styles, laid over the program's; any that is missing is ours."),
    )  # fmt: skip


def _parse(text: str | None, names: tuple[str, ...]) -> tuple[str, ...] | None:
    """The sections asked for, in the order of the report; a bad parameter for a name that there is not."""
    if text is None:
        return None
    from evaluator.offer.problems import expected_one_of, shown

    asked = [name.strip().lower().replace("_", "-") for name in text.split(",") if name.strip()]
    for name in asked:
        if name not in names:
            raise click.BadParameter(f"there is no section {shown(name)}: {expected_one_of(name, names)}")
    if not asked:
        raise click.BadParameter(f"expected names of sections: {', '.join(names)}")
    return tuple(name for name in names if name in asked)
