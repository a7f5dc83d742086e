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
    low, high = found.min(axis=0), found.max(axis=0)
    if open_terms > MOST_WITH_MIDDLES:
        lowest, highest = _searched(figures, tried, found, around)
        low, high = np.minimum(low, lowest), np.maximum(high, highest)
    return Spread(low, likely, high, swings, open_terms > MOST_CORNERS)


def _grid(open_terms: int, levels: tuple[float, ...]) -> Array:
    """Every combination of the levels, shape (levels^open terms, open terms)."""
    return np.array(list(product(levels, repeat=open_terms))).reshape(len(levels) ** open_terms, open_terms)


def _single_flips(open_terms: int) -> Array:
    """The likely case, then each term at worst with the others likely, then each at best."""
    each = np.eye(open_terms)
    return np.concatenate([np.zeros((1, open_terms)), -each, each])


def _searched(figures: Figures, tried: Array, found: Array, around: Array) -> tuple[Array, Array]:
    """The lowest and the highest value of each figure that a search reaches, each of shape (figures,).

    Every figure is searched in both directions, from the most extreme case tried so far and from where the single
    flips point to.
    """
    starts, columns, signs = [], [], []
    for sign in (1.0, -1.0):
        for column in range(found.shape[1]):
            starts += [tried[(sign * found[:, column]).argmin()], _one_at_a_time(sign * around[:, column])]
            columns += [column, column]
            signs += [sign, sign]
    lowest = _descend(figures, np.array(starts), np.array(columns), np.array(signs))
    lows, highs = lowest.reshape(2, -1, 2).min(axis=2)
    return lows, -highs


def _one_at_a_time(values: Array) -> Array:
    """The corner that single flips point to: each term at the end that lowers the value by itself."""
    open_terms = values.size // 2
    return np.where(values[1 : 1 + open_terms] <= values[1 + open_terms :], -1.0, 1.0)


def _descend(figures: Figures, places: Array, columns: Array, signs: Array) -> Array:
    """The lowest value (times its sign) that each search reaches by changing one term at a time, shape (searches,).

    `places` are where the searches start, shape (searches, open terms); a search looks at the figure of its column.
    All take each step together, so that a step is one run of the engine, with every place in it once.
    """
    best = signs * figures(places)[np.arange(columns.size), columns]
    going = np.arange(columns.size)
    for _ in range(3 * places.shape[1]):
        apart, which = np.unique(places[going], axis=0, return_inverse=True)
        moves = _moves(apart)
        found = figures(moves.reshape(-1, places.shape[1])).reshape(*moves.shape[:2], -1)
        values = signs[going, None] * found[which.ravel(), :, columns[going]]
        chosen, reached = values.argmin(axis=1), values.min(axis=1)
        better = reached < best[going]
        if not better.any():
            break
        going = going[better]
        best[going] = reached[better]
        places[going] = moves[which.ravel()[better], chosen[better]]
    return np.asarray(best)


def _moves(places: Array) -> Array:
    """Each place with one term at another of its three levels, shape (places, 2 x open terms, open terms)."""
    open_terms = places.shape[1]
    levels = np.repeat([-1.0, 0.0, 1.0], open_terms)
    moved = np.where(np.tile(np.eye(open_terms), (3, 1)) > 0, levels[:, None], places[:, None, :])
    another = np.tile(places, 3) != levels
    return np.asarray(moved[another]).reshape(len(places), 2 * open_terms, open_terms)


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
