"""`evaluator audit`: the own offers checked before candidates do.

In: offer files, gates, waivers, the practice's books, where to write. Out: a summary on stdout, reports, SARIF, JUnit,
and the exit code that the gates decide.
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
    read_practice,
    read_waivers,
    refuse_two_standard_inputs,
    stop,
)
from evaluator.cli.options import layout_options, own_checklists, parse_as_of, parse_share_option
from evaluator.cli.targets import checked_targets, rendered, wants_color, width_of_terminal, write_target
from evaluator.offer.problems import expected_one_of, shown
from evaluator.report.layout import AUDIT_SECTION_NAMES, Layout

if TYPE_CHECKING:  # the engine and the report are loaded once there is something to audit, not for --help
    from evaluator.checklists import Catalogue
    from evaluator.comparison.audit_model import Audit, FailOn, MinScore, Reach


@click.command("audit", short_help="Check your own offer before candidates do, and gate it in CI.")
@click.argument("offers", nargs=-1, required=True, metavar="OFFER...")
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE",
              help="Write a report here: .pdf, .html, .json, .sarif, or .xml (JUnit). Repeats.")  # fmt: skip
@click.option("--practice", "practice_file", metavar="FILE",
              help="Your books: what your share buys, and the split that they ask for.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(["critical", "high", "none"]), default="critical", show_default=True,
              help="Exit with 1 if a red flag this grave is raised and not waived.")  # fmt: skip
@click.option("--min-score", "min_scores", multiple=True, metavar="CHECKLIST=N",
              help="Exit with 1 if the floor of this checklist (or of overall) is below N. Repeats.")  # fmt: skip
@click.option("--max-unknown", metavar="SHARE", callback=parse_share_option,
              help="Exit with 3 if more than this share of what matters is unknown, such as 40%.")  # fmt: skip
@click.option("--reach", "to_reach", type=click.Choice(["sound", "strong"]),
              help="Also find the cheapest set of fixes that leads to this verdict.")  # fmt: skip
@click.option("--waivers", "waiver_file", metavar="FILE",
              help="Findings that you accept for a while; they breach no gate and change no score.")  # fmt: skip
@own_checklists("A checklist of your own, beside the built-in ones. May be repeated.")
@click.option("--depth", type=click.Choice(["core", "full"]), default="core", show_default=True,
              help="Which checks are scored: the most important ones, or all.")  # fmt: skip
@layout_options(AUDIT_SECTION_NAMES)
@click.option("--format", "stdout_format", type=click.Choice(["text", "json", "html", "sarif", "xml"]), default="text",
              show_default=True, help="What to print on standard output.")  # fmt: skip
@click.option(
    "--as-of", metavar="DAY", callback=parse_as_of, help="Day of the report, which decides the tax year.  [today]"
)
@click.option("--draws", type=click.IntRange(0, 100_000), default=1_000, show_default=True,
              help="Simulated years of the candidate's view; 0 leaves out bad years, too.")  # fmt: skip
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="Colour in the summary; meaning never hangs on it.")  # fmt: skip
def audit_command(
    offers: tuple[str, ...],
    outputs: tuple[str, ...],
    practice_file: str | None,
    fail_on: "FailOn",
    min_scores: tuple[str, ...],
    max_unknown: float | None,
    to_reach: "Reach | None",
    waiver_file: str | None,
    checklists: tuple[Path, ...],
    depth: Depth,
    stdout_format: str,
    as_of: date,
    draws: int,
    color: str,
    layout: Layout,
) -> None:
    """Check your own offers before candidates do: red flags, both sides of the money, what to mend first.

    \b
    Examples:
      evaluator audit my-offer.yaml -o audit.pdf
      evaluator audit offers/*.yaml --fail-on high -o audit.sarif

    Exit codes: 0 every gate held, 1 a gate was breached, 2 the audit could not run, 3 too much is unknown to tell.
    OFFER is an offer file, a PDF that carries offers (report.pdf@2 is its second), or - for standard input. Nothing
    leaves your machine.
    """
    from evaluator.comparison.audit import audit
    from evaluator.comparison.audit_model import Gates
    from evaluator.economics import UnknownTaxYearError, load_assumptions
    from evaluator.report.audit_outputs import AUDIT_FORMATS, render_audit

    read = (*offers, practice_file, waiver_file, *map(str, checklists))
    targets = checked_targets(outputs, read, AUDIT_FORMATS)
    catalogue = read_catalogue(checklists)
    gates = Gates(fail_on, tuple(_min_score(given, catalogue) for given in min_scores), max_unknown)
    refuse_two_standard_inputs(read)
    named = read_all(offers, None, catalogue)
    waivers, practice = read_waivers(waiver_file, catalogue), read_practice(practice_file)
    try:
        found = audit(
            named.offers,
            catalogue=catalogue,
            assumptions=load_assumptions(),
            as_of=as_of,
            gates=gates,
            depth=depth,
            waivers=waivers,
            draws=draws,
            to_reach=to_reach,
            practice=practice,
        )
    except UnknownTaxYearError as error:
        stop(f"--as-of {as_of}: {error.args[0]}")
    for target in targets:
        write_target(target, lambda format: render_audit(found, format, layout))
    _show(found, stdout_format, color, layout)
    if stdout_format == "text":
        for target in targets:
            click.echo(f"Wrote {target}", err=True)
    raise click.exceptions.Exit(found.outcome.exit_code)


def _min_score(given: str, catalogue: "Catalogue") -> "MinScore":
    """`support=60` as a gate; ends the command for a checklist that there is not, or a number that is no score."""
    from evaluator.comparison.audit_model import MinScore

    checklist, _, number = given.partition("=")
    known = ("overall", *(one.id for one in catalogue.checklists))
    if checklist not in known:
        stop(f"--min-score {given}: there is no checklist {shown(checklist)}: {expected_one_of(checklist, known)}")
    plain = number.strip()
    if not (plain.isascii() and plain.replace(".", "", 1).isdigit() and len(plain) <= 8 and float(plain) <= 100):
        stop(f"--min-score {given}: {shown(number)} is no score: expected a number from 0 to 100")
    return MinScore(checklist, float(plain))


def _show(found: "Audit", stdout_format: str, color: str, layout: Layout) -> None:
    from evaluator.report.anonymous import audit_without_names
    from evaluator.report.audit_outputs import render_audit

    if stdout_format != "text":
        sys.stdout.buffer.write(rendered(lambda: render_audit(found, stdout_format, layout)))
        return
    from evaluator.report.terminal_audit import render_audit_text

    wanted = wants_color(color)
    shown_as = audit_without_names(found) if layout.anonymous else found
    click.echo(render_audit_text(shown_as, width=width_of_terminal(), color=wanted), color=wanted, nl=False)
