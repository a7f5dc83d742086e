"""The numbers of a file, each by the path of its place and by the dotted name of its term.

In: models, or what was read into them. Out: numbers with their paths, kinds of number by name. Must not judge them.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel

from evaluator.offer.quantity import Quantity
from evaluator.offer.shapes import Amounts, Part, Rows, Shape, Single, terms_of
from evaluator.offer.values import Written

Path = tuple[str, ...]


@cache
def kinds_of_number(model: type[BaseModel]) -> Mapping[str, Written]:
    """How each number of a file is written, by the dotted name of its term; places in lists are left out."""
    return dict(_kinds(model, ""))


def _kinds(model: type[BaseModel], above: str) -> Iterator[tuple[str, Written]]:
    for term in terms_of(model).values():
        yield from _kinds_below(term.shape, f"{above}{term.name}")


def _kinds_below(shape: Shape, name: str) -> Iterator[tuple[str, Written]]:
    match shape:
        case Single(written=written) | Amounts(each=Single(written=written)):
            if written is not None and written.limits is not None:
                yield name, written
        case Rows(model=row):
            yield from _kinds(row, f"{name}.")
        case Part(models=models):
            for one in models:
                yield from _kinds(one, f"{name}.")
        case _:
            pass


def numbers_in(read: object, path: Path = ()) -> Iterator[tuple[Path, str, Quantity]]:
    """Every number that was read, with the path of its place and the dotted name of its term.

    Amounts by name have the name of their group, `costs.yearly`; a number that is no range has three equal ends.
    """
    match read:
        case BaseModel():
            for name in type(read).model_fields:
                yield from numbers_in(getattr(read, name), (*path, name))
        case tuple():
            for number, row in enumerate(read):
                yield from numbers_in(row, (*path, str(number)))
        case Mapping():
            for name, each in read.items():
                yield from ((found, _dotted(path), number) for found, _, number in numbers_in(each, (*path, name)))
        case Quantity():
            yield path, _dotted(path), read
        case float():
            yield path, _dotted(path), Quantity.point(read)
        case _:
            pass


def _dotted(path: Path) -> str:
    return ".".join(part for part in path if not part.isdigit())
