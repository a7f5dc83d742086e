"""`evaluator explain`: what anything with a name means, offline.

In: an id. Out: its explanation on stdout, from the same texts as the report and the documentation. Must not load the
catalogue before it is asked: completion and help start from here too.
"""

from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from evaluator.cli.inputs import read_catalogue, stop
from evaluator.cli.options import own_checklists

if TYPE_CHECKING:
    from evaluator.cli.explainable import Library

WIDTH = 78


def complete_name(context: click.Context, _argument: click.Parameter, begun: str) -> list[CompletionItem]:
    """Names for the shell, with what each is; those of the user's own checklists too where they can be read."""
    from evaluator.checklists import load_catalogue
    from evaluator.cli.explainable import Library
    from evaluator.offer import OfferProblems

    try:
        catalogue = load_catalogue(tuple(context.params.get("checklists") or ()))
    except OfferProblems:
        catalogue = load_catalogue()
    return [CompletionItem(name, help=title) for name, title in Library(catalogue).completions(begun)]


@click.command("explain", short_help="Explain a check, a term, a law or a figure.")
@click.argument("name", metavar="ID", shell_complete=complete_name)
@click.option("--state", metavar="CODE", help="For state laws and the minimum wage: only this state, such as OH.")
@own_checklists("A checklist of your own, beside the built-in ones. May be repeated.")
def explain_command(name: str, state: str | None, checklists: tuple[Path, ...]) -> None:
    """Explain anything that has a name.

    \b
    Examples:
      evaluator explain pause-intake
      evaluator explain non-compete --state OH

    ID is a check, a checklist, a topic of state law, a term of the offer or the clinician file, a published figure, a
    bad-year scenario, a sign of control, a measure or a priority. Where a name means several things, put the kind
    before it, as in law:non-compete or control:tools.
    """
    from evaluator.cli.explainable import Library

    code = None if state is None else _known_state(state)
    library = Library(read_catalogue(checklists))
    meanings = library.meanings(name, code)
    if not meanings:
        stop(_nothing(name, code, library))
    first, *others = meanings
    lines = list(first.kind.lines(first.name, code))
    also = [one.full_name for one in others if (first.kind.word, one.kind.word) != ("term", "parameter")]
    if also:
        lines += ["", f"Also: {', '.join(also)}"]
    click.echo("\n".join(_wrapped(line) for line in lines))


def _known_state(given: str) -> str:
    from evaluator.checklists.law_words import STATE_NAMES
    from evaluator.offer.problems import expected_one_of

    by_name = {name.casefold(): code for code, name in STATE_NAMES.items()}
    code = by_name.get(given.strip().casefold(), given.strip().upper())
    if code not in STATE_NAMES:
        hint = expected_one_of(given, STATE_NAMES.values()) if len(given) > 2 else "expected a code such as OH"
        stop(f"--state {given}: is no state: {hint}")
    return code


def _nothing(name: str, state: str | None, library: "Library") -> str:
    from evaluator.offer.problems import shown

    if state is not None and library.meanings(name):
        topics = next(kind for kind in library.kinds if kind.word == "law").titles
        return f"--state is for state laws and the minimum wage: expected one of {', '.join(topics)}, minimum-wage"
    near = library.like(name)
    hint = f"Did you mean {near}?" if near else "`evaluator checks` lists the checks."
    return f"Nothing is called {shown(name)}. {hint}"


def _wrapped(line: str) -> str:
    """A line as lines of at most `WIDTH`; ids are not broken at their hyphens, so that they can be copied."""
    indent = " " * (len(line) - len(line.lstrip()))
    hanging = indent + ("  " if line.lstrip().startswith("- ") else "")
    return fill(line.strip(), WIDTH, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False)
