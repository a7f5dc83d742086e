"""`evaluator validate`: every problem of every file at once.

In: offer or clinician files. Out: a line for each good file on stdout, a line for each problem on stderr.
"""

from pathlib import Path

import click

from evaluator.checklists import Catalogue
from evaluator.cli.inputs import narrowable_terms, read_catalogue, stop_with, tried
from evaluator.cli.options import own_checklists
from evaluator.offer import Knownness, OfferFile, Problem, load_clinician, load_offer


@click.command("validate", short_help="Check files and show every problem at once, with its place.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--clinician", is_flag=True, help="The files are clinician files, not offers.")
@own_checklists("A checklist of your own, whose answers the offers may use. May be repeated.")
def validate_command(files: tuple[str, ...], clinician: bool, checklists: tuple[Path, ...]) -> None:
    """Check offer files, and show all problems at once as file:line:column.

    \b
    Examples:
      evaluator validate my-offer.yaml
      evaluator validate --clinician me.yaml

    Ends with 2 if a file has a problem. A warning names something implausible but possible and changes no exit code.
    """
    problems: list[Problem] = []
    catalogue = read_catalogue(checklists)
    for file in files:
        if clinician:
            if tried(lambda file=file: load_clinician(file, narrowable_terms()), problems) is not None:  # type: ignore[misc]
                click.echo(f"{file}: a sound clinician file")
            continue
        offer = tried(lambda file=file: load_offer(file, catalogue.questions()), problems)  # type: ignore[misc]
        if offer is not None:
            _report(offer, catalogue)
    if problems:
        stop_with(problems)


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
