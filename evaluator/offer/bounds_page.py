"""The page of bounds, and the lines on the bounds of one term.

In: the tables of bounds and the kinds of number. Out: Markdown and plain lines. Must not hold a bound of its own.
"""

from collections.abc import Iterator, Mapping, Sequence

from evaluator.offer.books import PracticeFile
from evaluator.offer.bounded import OFFER_BOUNDS, bounds_of
from evaluator.offer.bounds import Bound, Span, amount
from evaluator.offer.bounds_of_books import CLINICIAN_BOUNDS, PRACTICE_BOUNDS
from evaluator.offer.clinician import AboutMe
from evaluator.offer.limits import COUNT, Limits
from evaluator.offer.numbers import kinds_of_number
from evaluator.offer.terms import Offer
from evaluator.offer.values import Written

_WITHOUT_WORD = ("dollars", "share", "multiple", "count")


def bounds_markdown() -> str:
    """docs/bounds.md: for each number of each file what stops, what warns and why."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield "# How far a number may go"
    yield ""
    yield "This page is made by `python -m evaluator.docs`."
    yield "A number outside of what is possible stops the run, with its place; any end of a range counts. One outside"
    yield "of what is likely is a warning: `evaluator validate` tells it and the report prints it; the likely value of"
    yield "a range counts. A warning starts well outside of what offers say, where a careful reader would look twice."
    yield "Where no warning is given, every possible value is met in real offers, or what is usual depends on a period."
    tables: Sequence[tuple[str, Mapping[str, Written], tuple[Bound, ...]]] = (
        ("The offer file", kinds_of_number(Offer), OFFER_BOUNDS),
        ("The clinician file", kinds_of_number(AboutMe), CLINICIAN_BOUNDS),
        ("The practice file", kinds_of_number(PracticeFile), PRACTICE_BOUNDS),
    )
    for title, kinds, table in tables:
        yield from ("", f"## {title}", "", "| term | possible | no warning | why | source |", "|---|---|---|---|---|")
        for term, written in kinds.items():
            yield from _rows(term, written, bounds_of(table).get(term, ()))


def _rows(term: str, written: Written, bounds: Sequence[Bound]) -> Iterator[str]:
    limits = written.limits
    assert limits is not None
    if not bounds:
        yield f"| `{term}` | {_possible(limits, Span())} | | {limits.why} | |"
    for bound in bounds:
        when = f" ({bound.when})" if bound.when else " (as full time)" if bound.full_time else ""
        possible, likely = _possible(limits, bound.stop), _span(bound.warn, _unit(limits))
        yield f"| `{term}`{when} | {possible} | {likely} | {bound.why} | {bound.source} |"


def _possible(limits: Limits, stop: Span) -> str:
    """The stop range of a term: that of its kind, narrowed by its own."""
    least = limits.least if stop.least is None else stop.least
    most = limits.most if stop.most is None else stop.most
    above = stop.above_least if stop.least is not None else not limits.zero
    return _span(Span(least, most, above, stop.below_most), _unit(limits))


def _unit(limits: Limits) -> str:
    """The word behind a number; counts are of sessions, units or periods, as the term says."""
    return "count" if limits is COUNT else limits.unit


def _span(span: Span, unit: str) -> str:
    """A range in words; nothing for one that is open on both sides."""
    word = "" if unit in _WITHOUT_WORD else f" {unit}"
    low = "" if span.least is None else f"{'above' if span.above_least else 'from'} {amount(span.least, unit)}"
    high = "" if span.most is None else f"{'below' if span.below_most else 'to'} {amount(span.most, unit)}"
    if not low and not high:
        return ""
    return " ".join(part for part in (low, high if low else high.replace("to ", "up to ", 1)) if part) + word


def bound_lines(term: str) -> Iterator[str]:
    """What stops and what warns for one number of the offer or the clinician file, in plain lines; none for others."""
    for kinds, table in ((kinds_of_number(Offer), OFFER_BOUNDS), (kinds_of_number(AboutMe), CLINICIAN_BOUNDS)):
        written = kinds.get(term)
        if written is None or written.limits is None:
            continue
        bounds = bounds_of(table).get(term, ())
        stop = next((bound.stop for bound in bounds), Span())
        why = written.limits.why if stop == Span() else ""
        yield f"Possible: {_possible(written.limits, stop)}; anything else stops. {why}".rstrip()
        for bound in bounds:
            if _span(bound.warn, _unit(written.limits)):
                when = f", for {bound.when}" if bound.when else ", as full time" if bound.full_time else ""
                source = f" Source: {bound.source}." if bound.source else ""
                yield f"No warning{when}: {_span(bound.warn, _unit(written.limits))}. {bound.why}{source}"
        return
