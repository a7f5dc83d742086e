"""The terms of the offer file, the clinician file and the practice file by dotted name, with what each means.

In: the models. Out: descriptions. Must not say anything that the models don't.
"""

from collections.abc import Iterator

from pydantic import BaseModel

from evaluator.offer.books import PracticeFile
from evaluator.offer.clinician import AboutMe
from evaluator.offer.shapes import Part, Rows, terms_of
from evaluator.offer.terms import Offer


def term_descriptions() -> dict[str, str]:
    """What each term of an offer file means, by dotted name, in the order of the file; list items are left out."""
    return dict(_descriptions(Offer, ""))


def clinician_descriptions() -> dict[str, str]:
    """What each key of a clinician file means, in the order of the file."""
    return {name: says for name, says in _descriptions(AboutMe, "") if says}


def practice_descriptions() -> dict[str, str]:
    """What each key of a practice file means, by dotted name, in the order of the file."""
    return dict(_descriptions(PracticeFile, ""))


def _descriptions(model: type[BaseModel], above: str) -> Iterator[tuple[str, str]]:
    for term in terms_of(model).values():
        name = f"{above}{term.name}"
        if term.description:
            yield name, term.description
        match term.shape:
            case Part(models):
                for one in models:
                    yield from _descriptions(one, f"{name}.")
            case Rows(row):
                yield from _descriptions(row, f"{name}.")
