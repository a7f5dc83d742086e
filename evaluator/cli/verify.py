"""`evaluator verify`: whether a PDF carries exactly this offer.

In: a sheet or report as PDF, and an offer file. Out: a few sentences or JSON on stdout, and an exit code that says the
same.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evaluator.cli.inputs import read_catalogue, refuse_two_standard_inputs, say_remarks, stop, stop_with, tried
from evaluator.cli.options import own_checklists
from evaluator.offer.problems import Problem, printable, shown

if TYPE_CHECKING:
    from evaluator.checklists import Catalogue
    from evaluator.offer import OfferFile
    from evaluator.offer.loading import Given
    from evaluator.offer.sameness import Finding

MOST_TERMS = 12
LONGEST_VALUE = 56


@click.command("verify", short_help="Tell whether a PDF carries exactly this offer.")
@click.argument("pdf", metavar="PDF")
@click.argument("offer", metavar="OFFER")
@own_checklists("A checklist of your own, whose questions the offers answer. May be repeated.")
@click.option("--format", "stdout_format", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="What to print on standard output.")  # fmt: skip
def verify_command(pdf: str, offer: str, checklists: tuple[Path, ...], stdout_format: str) -> None:
    """Tell whether a PDF carries exactly this offer, and which terms differ if it does not.

    \b
    Examples:
      evaluator verify sheet.pdf offer.yaml
      evaluator verify report.pdf@2 offer.yaml --format json

    Exit codes: 0 the same, 1 not the same, 2 could not tell. Compared is what the offers say, not how the files are
    laid out. The fingerprint is no signature: whoever may change a PDF can change the fingerprints in it, too.
    """
    from evaluator.offer.sameness import look_for

    refuse_two_standard_inputs([pdf, offer])
    carried, wanted = _read(pdf, offer, read_catalogue(checklists))
    if carried[0].standing == "by itself":
        stop(f"{printable(pdf)}: is no PDF: expected the PDF first and the offer file after it")
    found = look_for(wanted, carried)
    if found.outcome == "same":
        say_remarks([found.nearest.offer])
    if stdout_format == "json":
        click.echo(_as_json(found, wanted))
    else:
        click.echo("\n".join(_as_text(found, wanted)))
    raise click.exceptions.Exit(0 if found.outcome == "same" else 1)


def _read(pdf: str, offer: str, catalogue: "Catalogue") -> tuple[tuple["Given", ...], "OfferFile"]:
    """What the PDF carries, also what was changed in it, and the offer to look for."""
    from evaluator.offer.loading import load_given, load_offer

    questions, problems = catalogue.questions(), list[Problem]()
    carried = tried(lambda: load_given(pdf, questions), problems)
    wanted = tried(lambda: load_offer(offer, questions), problems)
    if carried is None or wanted is None:
        stop_with(problems)
    return carried, wanted


def _as_text(found: "Finding", wanted: "OfferFile") -> Iterator[str]:
    from evaluator.offer.attachments import INSIDE
    from evaluator.offer.fingerprint import fingerprint, short_fingerprint

    pdf, _, name = (printable(part) for part in found.nearest.offer.file.rpartition(INSIDE))
    print_of = short_fingerprint
    match found.outcome:
        case "same":
            yield f"{pdf} carries exactly this offer, as {name}."
        case "printed_from_another":
            yield f"{pdf} carries this offer as {name}, but its pages show another:"
            yield "the attachment was changed after the PDF was made."
        case "attachment_changed":
            yield f"The pages of {pdf} were made from this offer, but the offer that it"
            yield f"carries as {name} was changed afterwards."
        case "differs":
            yield f"{pdf} does not carry this offer. Most like it is {name}."
    yield f"Fingerprint of {printable(wanted.file)}: {print_of(fingerprint(wanted))}"
    if found.outcome != "same":
        yield f"Fingerprint of what {pdf} carries: {print_of(fingerprint(found.nearest.offer))}"
        if found.nearest.printed is not None and found.nearest.standing == "changed":
            yield f"Fingerprint of what its pages show: {print_of(found.nearest.printed)}"
    if found.changed:
        yield f"Not the same in {len(found.changed)} term{'' if len(found.changed) == 1 else 's'}:"
    for term in found.changed[:MOST_TERMS]:
        yield f"  {printable(term.term)}"
        yield f"    in the PDF:   {shown(term.in_pdf, LONGEST_VALUE)[1:-1]}"
        yield f"    in the offer: {shown(term.in_offer, LONGEST_VALUE)[1:-1]}"
    if len(found.changed) > MOST_TERMS:
        yield f"  and {len(found.changed) - MOST_TERMS} more; --format json lists them all"


def _as_json(found: "Finding", wanted: "OfferFile") -> str:
    from evaluator.offer.attachments import INSIDE
    from evaluator.offer.fingerprint import fingerprint

    pdf, _, name = found.nearest.offer.file.rpartition(INSIDE)
    told = {
        "same": found.outcome == "same",
        "outcome": found.outcome,
        "standing": found.nearest.standing,
        "pdf": pdf,
        "carried_as": name,
        "offer": wanted.file,
        "fingerprint_of_offer": fingerprint(wanted),
        "fingerprint_carried": fingerprint(found.nearest.offer),
        "fingerprint_of_pages": found.nearest.printed,
        "changed": [{"term": one.term, "in_pdf": one.in_pdf, "in_offer": one.in_offer} for one in found.changed],
    }
    return json.dumps(told, indent=2)
