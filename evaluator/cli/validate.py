"""`evaluator validate`: every problem of every file at once.

In: offer, clinician or waiver files, and checklists of the user's own. Out: a line for each good file on stdout, a line
for each problem on stderr.
"""

from pathlib import Path

import click

from evaluator.checklists import Catalogue
from evaluator.checklists.catalogue import BUILT_IN
from evaluator.cli.inputs import narrowable_terms, read_catalogue, stop_with, tried
from evaluator.cli.options import own_checklists
from evaluator.offer import Knownness, OfferFile, Problem, load_clinician, load_offer
from evaluator.offer.waivers import load_waivers


@click.command("validate", short_help="Check files and show every problem at once, with its place.")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--clinician", "kind", flag_value="clinician", help="The files are clinician files, not offers.")
@click.option("--waivers", "kind", flag_value="waivers", help="The files are waiver files, not offers.")
@own_checklists("A checklist of your own, whose answers the offers may use; it is checked too. May be repeated.")
def validate_command(files: tuple[str, ...], kind: str | None, checklists: tuple[Path, ...]) -> None:
    """Check offer files, and show all problems at once as file:line:column.

    \b
    Examples:
      evaluator validate my-offer.yaml
      evaluator validate --clinician me.yaml
      evaluator validate --checklist mine.yaml

    Ends with 2 if a file has a problem. A warning names something implausible but possible and changes no exit code.
    """
    if not files and not checklists:
        raise click.UsageError("Missing argument 'FILE...'.")
    problems: list[Problem] = []
    catalogue = read_catalogue(checklists)
    for path, checklist in zip(checklists, catalogue.checklists[len(BUILT_IN) :], strict=True):
        count = f"{len(checklist.checks)} check{'' if len(checklist.checks) == 1 else 's'}"
        click.echo(f"{path}: a sound checklist with {count}, answered in the section {checklist.section}")
    for file in files:
        _check_file(file, kind, catalogue, problems)
    if problems:
        stop_with(problems)


def _check_file(file: str, kind: str | None, catalogue: Catalogue, problems: list[Problem]) -> None:
    """Say that a file is sound, or add its problems."""
    if kind == "clinician":
        if tried(lambda: load_clinician(file, narrowable_terms()), problems) is not None:
            click.echo(f"{file}: a sound clinician file")
        return
    if kind == "waivers":
        waivers = tried(lambda: load_waivers(file, catalogue.by_id), problems)
        if waivers is not None:
            click.echo(f"{file}: a sound waiver file with {len(waivers)} waiver{'' if len(waivers) == 1 else 's'}")
        return
    offer = tried(lambda: load_offer(file, catalogue.questions()), problems)
    if offer is not None:
        _report(offer, catalogue)


def _report(offer: OfferFile, catalogue: Catalogue) -> None:
    """One line of what is stated, and a line for each warning."""
    asked = sum(len(checks) for checks in catalogue.questions().values())
    answered = sum(len(answers) for answers in offer.answers.values())
    open_words = sum(fact.knownness is not Knownness.STATED for fact in offer.facts.values())
    vague = f", {open_words} vague or refused" if open_words else ""
    click.echo(f"{offer.file}: a sound offer file; {answered} of {asked} checklist questions answered{vague}")
    for warning in offer.warnings:
        place = warning.place
        click.echo(f"{offer.file}:{place.line}:{place.column}: warning: {warning.message}", err=True)
