"""`evaluator validate`: every problem of every file at once.

In: offer, clinician, practice or waiver files, and checklists of the user's own. Out: a line for each good file on
stdout, a line for each problem and each warning on stderr; or all of it as JSON on stdout.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from evaluator.cli.findings_of_files import Told, findings_in
from evaluator.cli.inputs import narrowable_terms, refuse_two_standard_inputs, tried
from evaluator.cli.options import own_checklists
from evaluator.offer.problems import Problem

if TYPE_CHECKING:
    from evaluator.checklists import Catalogue
    from evaluator.offer import OfferFile


@click.command("validate", short_help="Check files and show every problem at once, with its place.")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--clinician", "kind", flag_value="clinician", help="The files are clinician files, not offers.")
@click.option("--practice", "kind", flag_value="practice", help="The files are practice files, not offers.")
@click.option("--waivers", "kind", flag_value="waivers", help="The files are waiver files, not offers.")
@click.option("--strict", is_flag=True, help="Let warnings count: end with 1 if there are any.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="JSON has every finding with its place, for editors and CI.")  # fmt: skip
@own_checklists("A checklist of your own, whose answers the offers may use; it is checked too. May be repeated.")
def validate_command(
    files: tuple[str, ...], kind: str | None, strict: bool, form: str, checklists: tuple[Path, ...]
) -> None:
    """Check offer files, or PDFs that carry offers, and show all problems at once as file:line:column.

    \b
    Examples:
      evaluator validate my-offer.yaml
      evaluator validate --strict --format json our-posting.yaml
      evaluator validate --clinician me.yaml

    An error is something that cannot be, and ends with 2. A warning changes no exit code unless you say --strict: a
    figure that is hard to believe, two statements that look wrong together, or a word that names nothing, such as
    "competitive". `evaluator explain TERM` tells the bounds of a term.
    """
    from evaluator.checklists import load_catalogue
    from evaluator.checklists.catalogue import BUILT_IN

    if not files and not checklists:
        raise click.UsageError("Missing argument 'FILE...'.")
    refuse_two_standard_inputs(files)
    told = Told(as_json=form == "json")
    in_checklists: list[Problem] = []
    catalogue = tried(lambda: load_catalogue(checklists), in_checklists)
    told.problems(in_checklists)
    told.files += [*map(str, checklists)]
    if catalogue is None:
        told.end(strict=strict)
        return
    for path, checklist in zip(checklists, catalogue.checklists[len(BUILT_IN) :], strict=True):
        count = f"{len(checklist.checks)} check{'' if len(checklist.checks) == 1 else 's'}"
        told.say(str(path), f"a sound checklist with {count}, answered in the section {checklist.section}")
    for file in files:
        problems: list[Problem] = []
        told.files.append(file)
        _check_file(file, kind, catalogue, problems, told)
        told.problems(problems)
    told.end(strict=strict)


def _check_file(file: str, kind: str | None, catalogue: "Catalogue", problems: list[Problem], told: Told) -> None:
    """Say that a file is sound, with its warnings, or add its problems. Only what such a file needs is loaded."""
    match kind:
        case "clinician":
            _check_clinician(file, problems, told)
        case "practice":
            _check_practice(file, problems, told)
        case "waivers":
            _check_waivers(file, catalogue, problems, told)
        case _:
            _check_offers(file, catalogue, problems, told)


def _check_clinician(file: str, problems: list[Problem], told: Told) -> None:
    from evaluator.offer.loading import load_clinician_with_warnings

    clinician = tried(lambda: load_clinician_with_warnings(file, narrowable_terms()), problems)
    if clinician is not None:
        told.say(file, "a sound clinician file")
        told.warnings(file, clinician[1])


def _check_practice(file: str, problems: list[Problem], told: Told) -> None:
    from evaluator.offer.practice import load_books

    books = tried(lambda: load_books(file), problems)
    if books is not None:
        count = len(books.practice.clinicians)
        told.say(file, f"a sound practice file with {count} clinician{'' if count == 1 else 's'}")
        told.warnings(file, books.warnings)


def _check_waivers(file: str, catalogue: "Catalogue", problems: list[Problem], told: Told) -> None:
    from evaluator.offer.waivers import load_waivers

    waivers = tried(lambda: load_waivers(file, catalogue.by_id), problems)
    if waivers is not None:
        told.say(file, f"a sound waiver file with {len(waivers)} waiver{'' if len(waivers) == 1 else 's'}")


def _check_offers(file: str, catalogue: "Catalogue", problems: list[Problem], told: Told) -> None:
    from evaluator.offer import load_offers

    for offer in tried(lambda: load_offers(file, catalogue.questions()), problems) or ():
        findings = findings_in(offer)
        if not any(finding.level == "error" for finding in findings):
            told.say(offer.file, _summary(offer, catalogue))
        told.tell(findings)


def _summary(offer: "OfferFile", catalogue: "Catalogue") -> str:
    """What is stated, in one line."""
    from evaluator.offer import Knownness

    asked = sum(len(checks) for checks in catalogue.questions().values())
    answered = sum(len(answers) for answers in offer.answers.values())
    open_words = sum(fact.knownness is not Knownness.STATED for fact in offer.facts.values())
    vague = f", {open_words} vague or refused" if open_words else ""
    return f"a sound offer file; {answered} of {asked} checklist questions answered{vague}"
