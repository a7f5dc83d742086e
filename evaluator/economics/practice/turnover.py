"""Splits that put something aside for replacing clinicians, by what each source says a replacement costs (2.17).

In: a `CostBase`, the books' own turnover, published ranges. Out: a `Turnover`. Must not choose between sources.
"""

from collections.abc import Sequence

from evaluator.economics.assumptions import PublishedRange
from evaluator.economics.practice.cost_base import CostBase
from evaluator.economics.practice.figures import Turnover, TurnoverSource, TurnoverSplit
from evaluator.economics.practice.splits import common_split
from evaluator.offer.books import TurnoverBooks

FORMULA = (
    "as the split that covers costs and the margin, with pay taken × (1 + payroll burden + share of clinicians who "
    "leave × cost of a replacement as a share of pay)"
)
PUBLISHED = ("replacement_cost_claimed", "replacement_cost_literature")


def turnover_splits(
    base: CostBase, books: TurnoverBooks, ranges: dict[str, PublishedRange], margins: Sequence[float]
) -> Turnover:
    """For each source the split at the cheapest and the dearest case, at each margin."""
    published = ranges["turnover_rate"]
    rate = books.left_per_year
    low, high = (rate.low, rate.high) if rate is not None else (published.low, published.high)
    cases = [(low, 0), (high, 1)]
    sources = []
    for name, cost_low, cost_high, known in _costs(books, ranges):
        ends = (cost_low, cost_high)
        splits = tuple(
            TurnoverSplit(margin, rate_now, ends[end], common_split(base, margin, rate_now * ends[end]))
            for margin in margins
            for rate_now, end in cases
        )
        as_of, source = (known.as_of, known.source) if known else (None, "the practice file")
        sources.append(TurnoverSource(name, cost_low, cost_high, as_of, source, splits))
    return Turnover(low, high, rate is not None, tuple(sources), FORMULA)


def _costs(
    books: TurnoverBooks, ranges: dict[str, PublishedRange]
) -> list[tuple[str, float, float, PublishedRange | None]]:
    """Name, low and high end, and the publication if it is one; the practice's own estimate first."""
    own = books.cost_of_pay
    found: list[tuple[str, float, float, PublishedRange | None]] = []
    if own is not None:
        found.append(("Your own estimate", own.low, own.high, None))
    return found + [(ranges[name].label, ranges[name].low, ranges[name].high, ranges[name]) for name in PUBLISHED]


def replacement_range(books: TurnoverBooks, ranges: dict[str, PublishedRange]) -> tuple[float, float]:
    """Lowest and highest cost of a replacement as a share of pay: the own estimate, else over all published ranges."""
    if books.cost_of_pay is not None:
        return books.cost_of_pay.low, books.cost_of_pay.high
    return min(ranges[name].low for name in PUBLISHED), max(ranges[name].high for name in PUBLISHED)
