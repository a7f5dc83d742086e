"""`evaluator disclose`: the one-page sheet of an offer, and for its issuer what is still open in it.

In: one offer file, where to write. Out: the sheet and the issuer's list on stdout and in files. The sheet never holds
the issuer's list.
"""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evaluator.cli.inputs import read_all, read_catalogue, stop
from evaluator.cli.options import layout_options, own_checklists, parse_as_of, parse_share_option
from evaluator.cli.targets import checked_targets, rendered, wants_color, width_of_terminal, write_target

if TYPE_CHECKING:
    from evaluator.checklists import Catalogue
    from evaluator.comparison.disclosure_model import Disclosure, IssuerList
    from evaluator.offer import OfferFile
    from evaluator.report.layout import Layout

EXIT_UNKNOWN = 3
NO_NAMES = "Leave out the names of the employer and of the offer, and attach no offer: a sheet to ask others about."


@click.command("disclose", short_help="The one-page sheet of an offer, and what is still open in it.")
@click.argument("offer", metavar="OFFER")
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE",
              help="Write the sheet here: .pdf, .html, .md or .json. Repeats.")  # fmt: skip
@click.option("--issues", "issue_files", multiple=True, metavar="FILE",
              help="Write what you may want to settle first: .md or .json. Not for the public. Repeats.")  # fmt: skip
@click.option("--show", type=click.Choice(["both", "sheet", "issues"]), default="both", show_default=True,
              help="What to print as text: the sheet, the list for you, or both.")  # fmt: skip
@click.option("--max-unknown", metavar="SHARE", callback=parse_share_option,
              help="Exit with 3 if more than this share of what matters is unknown, as in audit.")  # fmt: skip
@own_checklists("A checklist of your own, beside the built-in ones. May be repeated.")
@layout_options(anonymous=NO_NAMES)
@click.option("--format", "stdout_format", type=click.Choice(["text", "json", "html", "md"]), default="text",
              show_default=True, help="What to print on standard output; all but text is the sheet alone.")  # fmt: skip
@click.option("--as-of", metavar="DAY", callback=parse_as_of, help="Day on which the sheet is made.  [today]")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="Colour in the text; meaning never hangs on it.")  # fmt: skip
def disclose_command(
    offer: str,
    outputs: tuple[str, ...],
    issue_files: tuple[str, ...],
    show: str,
    max_unknown: float | None,
    checklists: tuple[Path, ...],
    stdout_format: str,
    as_of: date,
    color: str,
    layout: "Layout",
) -> None:
    """Disclose one offer on a page: every term in a fixed order, blanks as "not stated", and whether it can change.

    \b
    Examples:
      evaluator disclose our-offer.yaml -o sheet.pdf
      evaluator disclose our-offer.yaml --show issues --issues issues.md

    The PDF carries the offer file. Beside the sheet, and never on it: what is unstated, vague, only spoken or
    contradictory, most useful to a candidate first, with the key to fill in.
    OFFER is an offer file, or - for standard input. Nothing leaves your machine.
    """
    from evaluator.economics import UnknownTaxYearError
    from evaluator.report.disclosure_outputs import SHEET_FORMATS, render_sheet
    from evaluator.report.issuer_list import ISSUE_FORMATS

    read = (offer, *map(str, checklists))
    targets = checked_targets(outputs, read, SHEET_FORMATS)
    lists = checked_targets(issue_files, read, ISSUE_FORMATS)
    for both in {target.resolve() for target in targets} & {target.resolve() for target in lists}:
        stop(f"{both.name}: is named for the sheet and for the list: expected two files")
    catalogue = read_catalogue(checklists)
    named = read_all((offer,), None, catalogue, one_each=True)
    try:
        sheet, issues, unknown = _disclosed(named.offers[0], catalogue, as_of)
    except UnknownTaxYearError as error:
        stop(f"--as-of {as_of}: {error.args[0]}")
    if layout.anonymous:
        sheet, issues = _without_names(sheet, issues)
    for target in targets:
        write_target(target, lambda format: render_sheet(sheet, format, layout))
    for target in lists:
        write_target(target, lambda format: ISSUE_FORMATS[format](issues))
    if stdout_format == "text":
        _print(sheet, issues, show, color)
        for target in (*targets, *lists):
            click.echo(f"Wrote {target}", err=True)
    else:
        sys.stdout.buffer.write(rendered(lambda: render_sheet(sheet, stdout_format, layout)))
    _gate(unknown, max_unknown)


def _disclosed(offer: "OfferFile", catalogue: "Catalogue", as_of: date) -> tuple["Disclosure", "IssuerList", float]:
    """The sheet, the list for its issuer, and the share that is unknown by the checks of an audit."""
    from evaluator.checklists import assess, scorecard
    from evaluator.comparison.compare import reader_of
    from evaluator.comparison.disclosure import disclose
    from evaluator.comparison.evaluate import evaluate, figures_of
    from evaluator.comparison.gates import unknown_share
    from evaluator.comparison.issuer import list_issues
    from evaluator.economics import load_assumptions
    from evaluator.offer.clinician import AboutMe

    assumptions = load_assumptions()
    reader = reader_of(offer, AboutMe(), assumptions, as_of)
    sheet = disclose(offer, catalogue=catalogue, assumptions=assumptions, as_of=as_of)
    asked = catalogue.for_clinicians
    evaluation = evaluate(offer, asked, reader)
    of_owner = assess(catalogue, offer, figures_of(evaluation.appraisal, reader))
    unknown = unknown_share(scorecard(catalogue, of_owner)["overall"])
    return sheet, list_issues(evaluation, asked, sheet, as_of), unknown


def _without_names(sheet: "Disclosure", issues: "IssuerList") -> tuple["Disclosure", "IssuerList"]:
    from evaluator.report.anonymous_documents import issues_without_names, sheet_without_names

    return sheet_without_names(sheet), issues_without_names(issues, sheet)


def _print(sheet: "Disclosure", issues: "IssuerList", show: str, color: str) -> None:
    from evaluator.report.terminal_disclosure import render_issues_text, render_sheet_text

    wanted, width = wants_color(color), width_of_terminal()
    if show != "issues":
        click.echo(render_sheet_text(sheet, width, wanted), color=wanted, nl=show == "both")
    if show != "sheet":
        most = None if show == "issues" else 12
        click.echo(render_issues_text(issues, width, wanted, most), color=wanted, nl=False)


def _gate(unknown: float, most: float | None) -> None:
    from evaluator.comparison.gates import shown_unknown, too_much_unknown

    if most is not None and too_much_unknown(unknown, most):
        click.echo(
            f"Too much is unknown: {shown_unknown(unknown, most)} of what matters, more than {most * 100:g}%.", err=True
        )
        raise click.exceptions.Exit(EXIT_UNKNOWN)
