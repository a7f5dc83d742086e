"""`evaluator verify`: whether a PDF carries exactly this offer.

In: a sheet or report as PDF, and an offer file. Out: a few sentences or JSON on stdout, and an exit code that says the
same.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evaluator.cli.inputs import (
    STANDARD_INPUT,
    read_catalogue,
    refuse_two_standard_inputs,
    say_remarks,
    stop,
    stop_with,
    tried,
)
from evaluator.cli.options import own_checklists
from evaluator.offer.file_signs import ENOUGH, kind_by_signs
from evaluator.offer.problems import Problem, printable, shown

if TYPE_CHECKING:
    from evaluator.checklists import Catalogue
    from evaluator.offer import OfferFile
    from evaluator.offer.loading import Given
    from evaluator.offer.sameness import Finding

EXPECTED_PDF = "expected a sheet or report that evaluator wrote as PDF, and the offer file after it"
EXPECTED_OFFER = "expected the offer file, or a PDF that carries it"
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
    _refuse_what_is_no_pdf(pdf, offer)
    _refuse_what_is_no_offer(offer)
    carried, wanted = _read(pdf, offer, read_catalogue(checklists))
    if carried[0].standing == "by itself":  # from standard input, of which nothing could be said beforehand
        stop(f"{printable(pdf)}: this is not a PDF: {EXPECTED_PDF}")
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
    problems = list(_of_attachments(problems))
    wanted = tried(lambda: load_offer(offer, questions), problems)
    if carried is None or wanted is None:
        stop_with(problems)
    return carried, wanted


def _refuse_what_is_no_pdf(pdf: str, offer: str) -> None:
    """End the command with one line on what was given in place of a sheet or report."""
    from evaluator.offer.reading import PDF_STARTS

    first = _first_bytes(pdf, EXPECTED_PDF)
    if first is None or first.startswith(PDF_STARTS):
        return
    other = _first_bytes(offer, EXPECTED_OFFER)
    if other is not None and other.startswith(PDF_STARTS):
        turned = f"evaluator verify {printable(offer)} {printable(pdf)}"
        stop(f"{printable(pdf)}: this is not a PDF, and {printable(offer)} is one: expected the PDF first: {turned}")
    kind = kind_by_signs(first)
    stop(f"{printable(pdf)}: this is {kind or 'a text file, such as an offer file'}, not a PDF: {EXPECTED_PDF}")


def _refuse_what_is_no_offer(offer: str) -> None:
    """The same for what was given in place of the offer; a text or a PDF may hold one."""
    from evaluator.offer.reading import PDF_STARTS

    first = _first_bytes(offer, EXPECTED_OFFER)
    kind = None if first is None or first.startswith(PDF_STARTS) else kind_by_signs(first)
    if kind is not None:
        stop(f"{printable(offer)}: this is {kind}: {EXPECTED_OFFER}")


def _first_bytes(path: str, expected: str) -> bytes | None:
    """How a file begins; nothing of standard input, which can be read only once. Ends the command without a file."""
    from evaluator.offer.attachments import split_choice

    if path == STANDARD_INPUT:
        return None
    place, _ = split_choice(path)
    try:
        with Path(place).open("rb") as stream:
            return stream.read(ENOUGH)
    except FileNotFoundError:
        stop(f"{printable(path)}: there is no such file: {expected}")
    except IsADirectoryError:
        stop(f"{printable(path)}: this is a folder: {expected}")
    except (OSError, ValueError):
        return None  # the reader says why


def _of_attachments(problems: Iterable[Problem]) -> Iterator[Problem]:
    """What is wrong inside an attachment as one line: nobody mends keys in a PDF."""
    from evaluator.offer.attachments import INSIDE

    told: set[str] = set()
    for problem in problems:
        pdf, sign, name = problem.file.rpartition(INSIDE)
        if not sign:
            yield problem
        elif problem.file not in told:
            told.add(problem.file)
            yield Problem(pdf, 0, 0, f"it carries {printable(name)}, which is no offer file: {EXPECTED_PDF}")


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
