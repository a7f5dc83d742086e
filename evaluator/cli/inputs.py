"""Reading what the user named on the command line, with every problem of every file shown at once.

In: paths. Out: offers, the clinician file, the catalogue. Ends the command with exit code 2 if anything is wrong.
Must not load what reads them before there is something to read: help starts from here too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from evaluator.cli import EXIT_INVALID
from evaluator.offer.problems import OfferProblems, Problem, printable

if TYPE_CHECKING:
    from evaluator.checklists import Catalogue
    from evaluator.offer import OfferFile, Questions
    from evaluator.offer.clinician import AboutMe
    from evaluator.offer.practice import Books
    from evaluator.offer.waivers import Waiver

Loaded = TypeVar("Loaded")

STANDARD_INPUT = "-"


def stop(message: str) -> NoReturn:
    """End the command: one line on stderr, exit code 2."""
    click.echo(message, err=True)
    raise click.exceptions.Exit(EXIT_INVALID)


def refuse_two_standard_inputs(named: Sequence[str | None]) -> None:
    """End the command where standard input is named for more than one file: the second would find nothing."""
    if list(named).count(STANDARD_INPUT) > 1:
        stop("Standard input (-) can be read only once.")


def stop_with(problems: Sequence[Problem]) -> NoReturn:
    """End the command with every problem on a line of its own."""
    for problem in problems:
        click.echo(str(problem), err=True)
    raise click.exceptions.Exit(EXIT_INVALID)


def tried(load: Callable[[], Loaded], problems: list[Problem]) -> Loaded | None:
    """What `load` returns, or none with its problems added to the list."""
    try:
        return load()
    except OfferProblems as found:
        problems.extend(found.problems)
        return None


def read_catalogue(extra: Sequence[Path]) -> "Catalogue":
    """The built-in checklists and the user's own."""
    from evaluator.checklists import load_catalogue

    problems: list[Problem] = []
    catalogue = tried(lambda: load_catalogue(extra), problems)
    if catalogue is None:
        stop_with(problems)
    return catalogue


@dataclass(frozen=True, slots=True)
class Named:
    """What the user named: the offers, the reader, and the place of the reader's present job among the offers."""

    offers: tuple["OfferFile", ...]
    about: "AboutMe"
    baseline: int | None = None


def read_all(offers: Sequence[str], clinician: str | None, catalogue: "Catalogue", *, one_each: bool = False) -> Named:
    """All offers and the clinician file (an empty one if none is named). Every problem of every file is shown.

    A PDF may carry several offers; with `one_each` that is a problem, which names the choice. A present job that the
    clinician file names joins the offers at the end, unless it is one of them already.
    """
    from evaluator.offer import load_clinician, load_offer, load_offers
    from evaluator.offer.clinician import AboutMe

    refuse_two_standard_inputs([*offers, clinician])
    problems: list[Problem] = []
    in_clinician_file: list[Problem] = []
    about = AboutMe()
    if clinician is not None:
        loaded = tried(lambda: load_clinician(clinician, narrowable_terms()), in_clinician_file)
        about = loaded.clinician if loaded else about
    questions = catalogue.questions()

    def load(path: str) -> tuple["OfferFile", ...]:
        return (load_offer(path, questions),) if one_each else load_offers(path, questions)

    read = [(path, tried(partial(load, path), problems) or ()) for path in offers]
    baseline = None if about.current_job is None else _read_job(about.current_job, read, questions, problems)
    if problems or in_clinician_file:
        stop_with(list(dict.fromkeys([*problems, *in_clinician_file])))
    named = tuple(offer for _, found in read for offer in found)
    say_remarks(named)
    return Named(named, about, baseline)


Read = list[tuple[str, tuple["OfferFile", ...]]]
"""What was given, and the offers found there: none where it has problems, several in a PDF."""


def _read_job(job: str, read: Read, questions: "Questions", problems: list[Problem]) -> int:
    """The place of the present job among the offers. It is read and added as the last one unless it is there."""
    from evaluator.offer import load_offer

    place = _place_of_file(job, read)
    if place is not None:
        return place
    present = tried(lambda: load_offer(job, questions), problems)
    place = None if present is None else _place_of_attachment(present, read)
    if place is not None:
        return place
    read.append((job, () if present is None else (present,)))
    return sum(len(found) for _, found in read[:-1])


def _place_of_file(job: str, read: Read) -> int | None:
    """The place of the present job among the offers read, where its file was given; none in a PDF of several offers."""
    before = 0
    for path, found in read:
        if (path == job or same_file(Path(path), Path(job))) and len(found) < 2:
            return before
        before += len(found)
    return None


def _place_of_attachment(job: "OfferFile", read: Read) -> int | None:
    """The place of the present job among the offers read, where it came in the same PDF as one of them."""
    from evaluator.offer.attachments import INSIDE

    name = job.file.rpartition(INSIDE)[2]
    for place, offer in enumerate(offer for _, found in read for offer in found):
        same_pdf = job.carrier and offer.carrier and same_file(Path(job.carrier), Path(offer.carrier))
        if same_pdf and offer.file.rpartition(INSIDE)[2] == name:
            return place
    return None


def say_remarks(offers: Sequence["OfferFile"]) -> None:
    """What is to be known of offers that came in a PDF, on stderr."""
    for offer in offers:
        for remark in offer.remarks:
            click.echo(f"{printable(offer.file)}: warning: {remark}", err=True)


def read_waivers(path: str | None, catalogue: "Catalogue") -> tuple["Waiver", ...]:
    """The waivers in a file, none without one."""
    if path is None:
        return ()
    from evaluator.offer.waivers import load_waivers

    problems: list[Problem] = []
    waivers = tried(lambda: load_waivers(path, catalogue.by_id), problems)
    if waivers is None:
        stop_with(problems)
    return waivers


def read_practice(path: str | None) -> "Books | None":
    """The practice's books, none without a file."""
    if path is None:
        return None
    from evaluator.offer.practice import load_books

    problems: list[Problem] = []
    practice = tried(lambda: load_books(path), problems)
    if problems:
        stop_with(problems)
    return practice


def same_file(first: Path, second: Path) -> bool:
    """Whether two paths lead to one file, there or not."""
    if first.exists() and second.exists():
        return first.samefile(second)
    return first.resolve() == second.resolve()


def narrowable_terms() -> dict[str, str]:
    """The terms whose cases a clinician file may narrow, with their units."""
    from evaluator.economics import load_assumptions

    return {name: term.unit for name, term in load_assumptions().open_terms.items()}
