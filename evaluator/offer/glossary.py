"""The terms of the offer file, the clinician file and the practice file by dotted name, with what each means.

In: the models. Out: descriptions. Must not say anything that the models don't.
"""

from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from evaluator.offer.shapes import Amounts, Part, Rows, Shape, Term, model_for, terms_of
from evaluator.offer.terms import Offer


def term_descriptions() -> dict[str, str]:
    """What each term of an offer file means, by dotted name, in the order of the file; list items are left out."""
    return dict(_descriptions(Offer, ""))


def clinician_descriptions() -> dict[str, str]:
    """What each key of a clinician file means, in the order of the file."""
    from evaluator.offer.clinician import AboutMe

    return {name: says for name, says in _descriptions(AboutMe, "") if says}


def practice_descriptions() -> dict[str, str]:
    """What each key of a practice file means, by dotted name, in the order of the file."""
    from evaluator.offer.books import PracticeFile  # many models, which only an audit needs

    return dict(_descriptions(PracticeFile, ""))


STRUCTURE = ("pay", "structure")
"""The one term whose word decides which other terms there may be."""


@lru_cache(maxsize=10_000)  # an interview asks after every answer
def term_at(path: tuple[str, ...], structure: str | None) -> Term | None:
    """The term at a path of an offer with this pay structure; none for an answer, or where there is no such key.

    The row of a list, which counts by number, is a term without words of its own: its shape is a group. Amounts by
    name have the words of the whole, with the shape of one amount.
    """
    shape: Shape = Part((Offer,))
    term: Term | None = None
    for key in path:
        match shape:
            case Part():
                model = model_for(shape, structure)
                term = terms_of(model).get(key) if model is not None else None
            case Rows(model=row) if key.isdigit():
                term = Term(key, Part((row,)), False, "")
            case Amounts(each=each):
                assert term is not None
                term = Term(term.name, each, term.required, term.description)
            case _:
                return None
        if term is None:
            return None
        shape = term.shape
    return term


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
