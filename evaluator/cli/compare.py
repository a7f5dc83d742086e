"""`evaluator compare`: the main job.

In: offer files, the clinician file, where to write. Out: a summary on stdout and the report in each format asked for.
"""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evaluator.checklists.findings import Depth
from evaluator.cli.inputs import (
    read_all,
    read_catalogue,
    read_waivers,
    refuse_two_standard_inputs,
    stop,
)
from evaluator.cli.options import layout_options, own_checklists, parse_as_of, parse_scenarios
from evaluator.cli.targets import (
    checked_targets,
    refuse_overwriting,
    rendered,
    wants_color,
    width_of_terminal,
    write_target,
)
from evaluator.report.layout import SECTION_NAMES, Layout

if TYPE_CHECKING:
    from evaluator.cli.inputs import Named
    from evaluator.comparison import Comparison
    from evaluator.economics import Assumptions
    from evaluator.economics.trace import Trace


@click.command("compare", short_help="Compare offers: scores, pay for each hour worked, questions.")
@click.argument("offers", nargs=-1, required=True, metavar="OFFER...")
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE",
              help="Write a report here: .pdf, .html, .md (with the questions), .json, .csv. Repeats.")  # fmt: skip
@click.option(
    "--for", "clinician", metavar="FILE", help="Your clinician file: the worth of an hour, weeks off, and more."
)
@click.option("--format", "stdout_format", type=click.Choice(["text", "json", "csv", "html", "md"]), default="text",
              show_default=True, help="What to print on standard output.")  # fmt: skip
@own_checklists("A checklist of your own, beside the built-in ones. May be repeated.")
@click.option(
    "--as-of", metavar="DAY", callback=parse_as_of, help="Day of the report, which decides the tax year.  [today]"
)
@click.option("--explain-money", "explained", metavar="ID",
              help="Print how the money of this offer (its id or file name) is worked out, line by line.")  # fmt: skip
@click.option("--draws", type=click.IntRange(0, 100_000), default=4_000, show_default=True,
              help="Simulated years that tell how sure the order is; 0 leaves that part out.")  # fmt: skip
@click.option("--years", type=click.IntRange(1, 2), default=1, show_default=True,
              help="Years from the first day that the figures cover.")  # fmt: skip
@click.option("--together", multiple=True, metavar="SCENARIO", callback=parse_scenarios,
              help="Bad-year scenarios that happen in the same year, as one more row. May be repeated.")  # fmt: skip
@click.option("--depth", type=click.Choice(["core", "full"]), default="core", show_default=True,
              help="Which checks are scored: the most important ones, or all.")  # fmt: skip
@layout_options(SECTION_NAMES)
@click.option("--waivers", "waiver_file", metavar="FILE",
              help="Findings that you accept for a while; shown beside each, changing no score.")  # fmt: skip
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="Colour in the summary; meaning never hangs on it.")  # fmt: skip
def compare_command(
    offers: tuple[str, ...],
    outputs: tuple[str, ...],
    clinician: str | None,
    stdout_format: str,
    checklists: tuple[Path, ...],
    as_of: date,
    explained: str | None,
    draws: int,
    years: int,
    together: tuple[str, ...],
    depth: Depth,
    waiver_file: str | None,
    color: str,
    layout: Layout,
) -> None:
    """Compare one or more offers and say which pays more for each hour really worked.

    \b
    Examples:
      evaluator compare lakeside.yaml harbor.yaml -o comparison.pdf
      evaluator compare offers/*.yaml --for me.yaml -o summary.md
      evaluator compare lakeside.yaml --explain-money lakeside

    OFFER is an offer file, a PDF that carries offers (report.pdf@2 is its second), or - for standard input. What an
    offer does not say is shown as a range and as a question to ask. Nothing leaves your machine.
    """
    from evaluator.comparison import compare
    from evaluator.economics import UnknownTaxYearError, load_assumptions
    from evaluator.report.outputs import FORMATS, render

    _refuse_what_explaining_cannot(explained, stdout_format, layout)
    read = (*offers, clinician, waiver_file, *map(str, checklists))
    refuse_two_standard_inputs(read)
    targets = checked_targets(outputs, read, FORMATS)
    catalogue = read_catalogue(checklists)
    named = read_all(offers, clinician, catalogue)
    waivers = read_waivers(waiver_file, catalogue)
    for target in targets:
        refuse_overwriting(target, named.about.current_job)
    about, assumptions = named.about, load_assumptions()
    try:
        trace = None
        if explained is not None:
            trace = _trace(named, explained, assumptions, as_of, years)
            draws = draws if targets else 0
        comparison = compare(
            named.offers,
            catalogue=catalogue,
            about=about,
            assumptions=assumptions,
            as_of=as_of,
            draws=draws,
            together=together,
            years=years,
            baseline=named.baseline,
            depth=depth,
            waivers=waivers,
        )
    except UnknownTaxYearError as error:
        stop(f"--as-of {as_of}: {error.args[0]}")
    for target in targets:
        write_target(target, lambda format: render(comparison, format, layout))
    if trace is None:
        _show(comparison, stdout_format, color, layout)
    else:
        _show_trace(trace, stdout_format)
    for target in targets:
        if stdout_format == "text":
            click.echo(f"Wrote {target}", err=True)


def _refuse_what_explaining_cannot(explained: str | None, stdout_format: str, layout: Layout) -> None:
    if explained is not None and layout.anonymous:
        stop("--anonymous: --explain-money prints the terms of one offer as they stand, names and all")
    if explained is not None and stdout_format not in ("text", "json"):
        stop(f"--format {stdout_format}: --explain-money is printed as text or json")


def _trace(named: "Named", explained: str, assumptions: "Assumptions", as_of: date, years: int) -> "Trace":
    """How the money of one offer is worked out. The trace is not imported where nobody asks for it."""
    from evaluator.comparison.explain import NoSuchOfferError, explain_money

    try:
        return explain_money(
            named.offers, explained, about=named.about, assumptions=assumptions, as_of=as_of, years=years
        )
    except NoSuchOfferError as error:
        stop(f"--explain-money: {error.args[0]}")


def _show_trace(trace: "Trace", stdout_format: str) -> None:
    from evaluator.report.trace_text import dump_trace, render_trace

    if stdout_format == "json":
        sys.stdout.buffer.write(dump_trace(trace))
    else:
        click.echo(render_trace(trace, width=width_of_terminal()), nl=False)


def _show(comparison: "Comparison", stdout_format: str, color: str, layout: Layout) -> None:
    if stdout_format != "text":
        from evaluator.report.outputs import render

        sys.stdout.buffer.write(rendered(lambda: render(comparison, stdout_format, layout)))
        return
    from evaluator.report.terminal import render_terminal

    wanted = wants_color(color)
    if layout.anonymous:
        from evaluator.report.anonymous import anonymized

        comparison = anonymized(comparison)
    click.echo(render_terminal(comparison, width=width_of_terminal(), color=wanted), color=wanted, nl=False)
