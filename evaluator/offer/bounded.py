"""The numbers of a file held against their bounds: what cannot be stops, what is hard to believe warns.

In: what was read, its places, and the tables of bounds. Out: problems in the walk's notebook, warnings as paths and
words. Must not hold a bound of its own, nor judge whether a figure is good.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel

from evaluator.offer.bounds import Bound, When, amount
from evaluator.offer.bounds_of_pay import PAY_BOUNDS
from evaluator.offer.bounds_of_work import WORK_BOUNDS
from evaluator.offer.evidence import Place
from evaluator.offer.numbers import Path, kinds_of_number, numbers_in
from evaluator.offer.quantity import Quantity
from evaluator.offer.readable import readable
from evaluator.offer.shapes import Part, model_for, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.walking import Walk

OFFER_BOUNDS = (*PAY_BOUNDS, *WORK_BOUNDS)
_LONG_SESSION_MINUTES = 53

Warned = Iterator[tuple[Path, str]]


def _is_therapy(offer: Offer) -> bool:
    return offer.offer.discipline == "physical_therapy"


def _is_long(offer: Offer) -> bool:
    minutes = offer.hours.session_minutes
    return not _is_therapy(offer) and minutes is not None and minutes.likely >= _LONG_SESSION_MINUTES


def _is_testing(offer: Offer) -> bool:
    return offer.offer.discipline == "psychological_assessment"


_WHEN: Mapping[When | None, Callable[[Offer], bool]] = {
    None: lambda _: True,
    "visits of physical therapy": _is_therapy,
    "sessions of 53 minutes or more": _is_long,
    "other sessions": lambda offer: not _is_therapy(offer) and not _is_long(offer),
    "psychological assessment": _is_testing,
    "anything but psychological assessment": lambda offer: not _is_testing(offer),
}


@cache
def bounds_of(rows: tuple[Bound, ...]) -> Mapping[str, tuple[Bound, ...]]:
    """The rows of a table by the term they are about."""
    found: dict[str, tuple[Bound, ...]] = {}
    for row in rows:
        found[row.term] = (*found.get(row.term, ()), row)
    return found


def out_of_bounds(offer: Offer) -> Warned:
    """The numbers of a valid offer that are hard to believe. A range is judged by its likely value."""
    part = offer.offer.full_time_share
    full_time = part.likely if part is not None and part.likely > 0 else 1.0
    rows, kinds = bounds_of(OFFER_BOUNDS), kinds_of_number(Offer)
    for path, term, number in numbers_in(offer):
        for bound in rows.get(term, ()):
            value = number.likely / full_time if bound.full_time else number.likely
            message = _hard_to_believe(bound, value, kinds[term].limits.unit) if _WHEN[bound.when](offer) else None  # type: ignore[union-attr]
            if message is not None:
                yield path, message


def plain_out_of_bounds(read: BaseModel, table: tuple[Bound, ...], above: Path) -> Warned:
    """The same for a file without evidence; its terms are named from below the path `above` on."""
    rows, kinds = bounds_of(table), kinds_of_number(type(read))
    for path, term, number in numbers_in(read):
        for bound in rows.get(term, ()):
            limits = kinds[term].limits
            message = _hard_to_believe(bound, number.likely, limits.unit if limits else "")
            if message is not None:
                yield (*above, *path), message


def _hard_to_believe(bound: Bound, value: float, unit: str) -> str | None:
    shown = amount(value, unit)
    if bound.warn.is_over(value):
        limit = amount(bound.warn.most or 0.0, unit)
        return f"{(bound.over or bound.says + f' is over {limit}').replace('{}', shown)}: {bound.ask}"
    if bound.warn.is_under(value):
        limit = amount(bound.warn.least or 0.0, unit)
        return f"{bound.says.replace('{}', shown)} is under {limit}: {bound.ask}"
    return None


def refuse_out_of_bounds(data: Mapping[str, Any], walk: Walk) -> None:
    """Note every number beyond the stop range of its term, in the sections that could be read."""
    kinds = kinds_of_number(Offer)
    for name, read in _sections(data):
        _refuse(numbers_in(read, (name,)), kinds, bounds_of(OFFER_BOUNDS), walk)


def refuse_plain_out_of_bounds(read: BaseModel, table: tuple[Bound, ...], above: Path, walk: Walk) -> None:
    """The same for a file without evidence, read as a whole."""
    found = (((*above, *path), term, number) for path, term, number in numbers_in(read))
    _refuse(found, kinds_of_number(type(read)), bounds_of(table), walk)


def _refuse(
    numbers: Iterator[tuple[Path, str, Quantity]],
    kinds: Mapping[str, Any],
    rows: Mapping[str, Sequence[Bound]],
    walk: Walk,
) -> None:
    for path, term, number in numbers:
        messages = (_impossible(bound, number, kinds[term].limits.unit) for bound in rows.get(term, ()))
        # Rows for several kinds of offers stop at the same number, so one line is enough.
        message = next((one for one in messages if one is not None), None)
        if message is not None:
            walk.notebook.note(_place(path, walk), message)


def _impossible(bound: Bound, number: Quantity, unit: str) -> str | None:
    over, under = bound.stop.is_over(number.high), bound.stop.is_under(number.low)
    if not over and not under:
        return None
    if bound.stops_as:
        return bound.stops_as
    says = bound.says.replace("{}", amount(number.high if over else number.low, unit))
    if over:
        words = "less than" if bound.stop.below_most else "at most"
        return f"{says}: expected {words} {amount(bound.stop.most or 0.0, unit)}"
    words = "more than" if bound.stop.above_least else "at least"
    return f"{says}: expected {words} {amount(bound.stop.least or 0.0, unit)}"


def _place(path: Path, walk: Walk) -> Place:
    """Where a number stands; one that stands alone for amounts by name, at its group."""
    return (walk.spots.get(path) or walk.spots[path[:-1]]).value


def _sections(data: Mapping[str, Any]) -> Iterator[tuple[str, BaseModel]]:
    """The sections of an offer as far as each can be read."""
    for name, term in terms_of(Offer).items():
        given = data.get(name)
        if isinstance(term.shape, Part) and isinstance(given, Mapping):
            word = given.get(term.shape.told_by) if term.shape.told_by else None
            model = model_for(term.shape, word if isinstance(word, str) else None)
            read = readable(model, given) if model is not None else None  # type: ignore[type-var]
            if read is not None:
                yield name, read
