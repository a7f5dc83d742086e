"""Worst and best case of a figure over all open terms (economics 2.14).

In: a function from choices to figures. Out: intervals and swings. Must not know what the terms mean.

With up to six open terms every combination of worst, likely and best is computed; with up to ten, every combination
of worst and best. A quota or required presence can put the extreme between the ends, so a search then changes one term
at a time for as long as the figure gets more extreme. With more than ten terms only the search is left, and the result
is marked approximate.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from evaluator.economics.inputs import Array

MOST_WITH_MIDDLES = 6
MOST_CORNERS = 10

Figures = Callable[[Array], Array]
"""From choices of shape (cases, open terms), -1 worst, 0 likely, 1 best, to figures of shape (cases, figures)."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Low, likely and high of each figure, shape (figures,); `swings`, best minus worst, (open terms, figures)."""

    low: Array
    likely: Array
    high: Array
    swings: Array
    approximate: bool


def spread(figures: Figures, open_terms: int) -> Spread:
    """The interval of each figure over all open terms, and the swing of each term with the others likely."""
    singles = _single_flips(open_terms)
    around = figures(singles)
    likely = around[0]
    swings = around[1 + open_terms :] - around[1 : 1 + open_terms]
    if open_terms <= MOST_CORNERS:
        tried = _grid(open_terms, (-1.0, 0.0, 1.0) if open_terms <= MOST_WITH_MIDDLES else (-1.0, 1.0))
        found = figures(tried)
    else:
        tried, found = singles, around
    searched = open_terms > MOST_WITH_MIDDLES
    low = _extreme(figures, tried, found, around, 1.0, searched)
    high = _extreme(figures, tried, found, around, -1.0, searched)
    return Spread(low, likely, high, swings, open_terms > MOST_CORNERS)


def _grid(open_terms: int, levels: tuple[float, ...]) -> Array:
    """Every combination of the levels, shape (levels^open terms, open terms)."""
    return np.array(list(product(levels, repeat=open_terms))).reshape(len(levels) ** open_terms, open_terms)


def _single_flips(open_terms: int) -> Array:
    """The likely case, then each term at worst with the others likely, then each at best."""
    each = np.eye(open_terms)
    return np.concatenate([np.zeros((1, open_terms)), -each, each])


def _extreme(figures: Figures, tried: Array, found: Array, around: Array, sign: float, searched: bool) -> Array:
    """The lowest value of each figure (sign 1) or the highest (sign -1), shape (figures,)."""
    extremes = (sign * found).min(axis=0)
    if searched:
        for figure in range(found.shape[1]):
            starts = [tried[(sign * found[:, figure]).argmin()], _one_at_a_time(sign * around[:, figure])]
            reached = [_descend(figures, start, figure, sign) for start in starts]
            extremes[figure] = min(extremes[figure], *reached)
    return np.asarray(sign * extremes)


def _one_at_a_time(values: Array) -> Array:
    """The corner that single flips point to: each term at the end that lowers the value by itself."""
    open_terms = values.size // 2
    return np.where(values[1 : 1 + open_terms] <= values[1 + open_terms :], -1.0, 1.0)


def _descend(figures: Figures, start: Array, figure: int, sign: float) -> float:
    """The lowest value reached by changing one term at a time to another of its three levels."""
    place = start
    best = sign * float(figures(place[None, :])[0, figure])
    for _ in range(3 * place.size):
        moves = np.concatenate([np.where(np.eye(place.size) > 0, level, place) for level in (-1.0, 0.0, 1.0)])
        values = sign * figures(moves)[:, figure]
        lowest = int(values.argmin())
        if values[lowest] >= best:
            break
        best, place = float(values[lowest]), moves[lowest]
    return best


def difference(
    first: Figures, second: Figures, shared: Sequence[tuple[int, int]], open_first: int, open_second: int
) -> tuple[float, float, float]:
    """Low, likely and high of first minus second, with shared terms varied together.

    The figures have one column. `shared` pairs the column of a term in the first offer with its column in the second.
    For each choice of the shared terms the lowest difference is the first's lowest minus the second's highest.
    """
    low, high = np.inf, -np.inf
    for choice in _grid(len(shared), (-1.0, 0.0, 1.0)):
        first_low, first_high = _bounds(first, open_first, {a: c for (a, _), c in zip(shared, choice, strict=True)})
        second_low, second_high = _bounds(second, open_second, {b: c for (_, b), c in zip(shared, choice, strict=True)})
        low, high = min(low, first_low - second_high), max(high, first_high - second_low)
    likely = float(first(np.zeros((1, open_first)))[0, 0] - second(np.zeros((1, open_second)))[0, 0])
    return min(low, likely), likely, max(high, likely)


def _bounds(figures: Figures, open_terms: int, held: dict[int, float]) -> tuple[float, float]:
    """Lowest and highest value of the first figure with some terms held."""
    free = [term for term in range(open_terms) if term not in held]

    def of_free(choices: Array) -> Array:
        everything = np.zeros((choices.shape[0], open_terms))
        everything[:, free] = choices
        for term, choice in held.items():
            everything[:, term] = choice
        return figures(everything)[:, :1]

    found = spread(of_free, len(free))
    return float(found.low[0]), float(found.high[0])
