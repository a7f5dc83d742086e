"""`evaluator diff`: two versions of an offer.

In: the old and the new file, what the reader brings, where to write. Out: what changed and what each change does.
"""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evaluator.checklists.findings import Depth
from evaluator.cli.inputs import read_all, read_catalogue, stop
from evaluator.cli.options import layout_options, own_checklists, parse_as_of
from evaluator.cli.targets import (
    checked_targets,
    refuse_overwriting,
    rendered,
    wants_color,
    width_of_terminal,
    write_target,
)

if TYPE_CHECKING:  # the engine and the report are loaded once there is something to tell apart, not for --help
    from evaluator.comparison.difference_model import Difference
    from evaluator.report.layout import Layout

EXIT_WORSE = 1


@click.command("diff", short_help="What changed between two versions of an offer, and what that does.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE",
              help="Write it here: .pdf, .html, .md or .json. Repeats.")  # fmt: skip
@click.option("--for", "clinician", metavar="FILE", help="Your clinician file: the worth of an hour, and more.")
@click.option("--format", "stdout_format", type=click.Choice(["text", "json", "html", "md"]), default="text",
              show_default=True, help="What to print on standard output.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(["worse", "none"]), default="none", show_default=True,
              help="Exit with 1 if the new version is worse: a lower overall floor, a lower worst case of an hour "
              "worked, or a red flag raised.")  # fmt: skip
@own_checklists("A checklist of your own, beside the built-in ones. May be repeated.")
@click.option("--depth", type=click.Choice(["core", "full"]), default="core", show_default=True,
              help="Which checks are scored: the most important ones, or all.")  # fmt: skip
@layout_options()
@click.option(
    "--as-of", metavar="DAY", callback=parse_as_of, help="Day of the figures, which decides the tax year.  [today]"
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="Colour in the text; meaning never hangs on it.")  # fmt: skip
def diff_command(
    old: str,
    new: str,
    outputs: tuple[str, ...],
    clinician: str | None,
    stdout_format: str,
    fail_on: str,
    checklists: tuple[Path, ...],
    depth: Depth,
    as_of: date,
    color: str,
    layout: "Layout",
) -> None:
    """Tell what changed between two versions of an offer: terms and answers in words, what is not mentioned any more,
    what rests on more or on less, and what each change alone does to score, split and pay for an hour worked.

    \b
    Examples:
      evaluator diff first-draft.yaml second-draft.yaml
      evaluator diff first.yaml second.yaml --for me.yaml -o changes.pdf

    OLD and NEW are offer files; one of them may be - for standard input. Nothing leaves your machine.
    """
    from evaluator.comparison.difference import difference
    from evaluator.economics import UnknownTaxYearError, load_assumptions
    from evaluator.report.difference_outputs import DIFFERENCE_FORMATS, render_difference

    targets = checked_targets(outputs, (old, new, clinician, *map(str, checklists)), DIFFERENCE_FORMATS)
    catalogue = read_catalogue(checklists)
    named = read_all((old, new), clinician, catalogue, one_each=True)
    for target in targets:
        refuse_overwriting(target, named.about.current_job)
    try:
        found = difference(
            *named.offers[:2],
            catalogue=catalogue,
            about=named.about,
            assumptions=load_assumptions(),
            as_of=as_of,
            depth=depth,
        )
    except UnknownTaxYearError as error:
        stop(f"--as-of {as_of}: {error.args[0]}")
    if layout.anonymous:
        from evaluator.report.anonymous_documents import difference_without_names

        found = difference_without_names(found)
    for target in targets:
        write_target(target, lambda format: render_difference(found, format, layout))
    _show(found, stdout_format, color, layout)
    for target in targets:
        if stdout_format == "text":
            click.echo(f"Wrote {target}", err=True)
    if fail_on == "worse":
        _judge(found)


def _show(found: "Difference", stdout_format: str, color: str, layout: "Layout") -> None:
    if stdout_format != "text":
        from evaluator.report.difference_outputs import render_difference

        sys.stdout.buffer.write(rendered(lambda: render_difference(found, stdout_format, layout)))
        return
    from evaluator.report.terminal_difference import render_difference_text

    wanted = wants_color(color)
    click.echo(render_difference_text(found, width_of_terminal(), color=wanted), color=wanted, nl=False)


def _judge(found: "Difference") -> None:
    """Say on standard error whether the new version is worse, and end with 1 if it is."""
    if not found.worse_because:
        click.echo("Not worse: neither floor nor worst case falls, and no red flag is raised.", err=True)
        return
    from evaluator.report.wording import cleaned

    click.echo(f"Worse: {'; '.join(cleaned(found).worse_because)}.", err=True)
    raise click.exceptions.Exit(EXIT_WORSE)
