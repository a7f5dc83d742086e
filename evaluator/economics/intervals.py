"""Worst and best case of a figure over all open terms (economics 2.14).

In: a function from choices to figures. Out: intervals and swings. Must not know what the terms mean.

With up to ten open terms every corner of the box is computed. Above that, a search from the likely case flips one
term at a time for as long as the figure gets worse (or better); the result is then marked approximate.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from evaluator.economics.inputs import Array

MOST_EXACT = 10

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
    approximate = open_terms > MOST_EXACT
    if approximate:
        low = _search(figures, singles, around, lower=True)
        high = _search(figures, singles, around, lower=False)
    else:
        corners = figures(all_corners(open_terms))
        low, high = corners.min(axis=0), corners.max(axis=0)
    return Spread(
        np.minimum(np.minimum(low, likely), around.min(axis=0)),
        likely,
        np.maximum(np.maximum(high, likely), around.max(axis=0)),
        swings,
        approximate,
    )


def all_corners(open_terms: int) -> Array:
    """Every choice of worst or best, shape (2^open terms, open terms)."""
    return np.array(list(product((-1.0, 1.0), repeat=open_terms))).reshape(2**open_terms, open_terms)


def _single_flips(open_terms: int) -> Array:
    """The likely case, then each term at worst with the others likely, then each at best."""
    each = np.eye(open_terms)
    return np.concatenate([np.zeros((1, open_terms)), -each, each])


def _search(figures: Figures, singles: Array, around: Array, *, lower: bool) -> Array:
    """The most extreme value found for each figure, by flipping terms one at a time from the best guess."""
    sign = 1.0 if lower else -1.0
    open_terms = singles.shape[1]
    found = np.empty(around.shape[1])
    for figure in range(around.shape[1]):
        values = sign * around[:, figure]
        worse_at_worst = values[1 : 1 + open_terms] <= values[1 + open_terms :]
        corner = np.where(worse_at_worst, -1.0, 1.0)
        found[figure] = sign * _descend(figures, corner, figure, sign)
    return found


def _descend(figures: Figures, corner: Array, figure: int, sign: float) -> float:
    best = sign * float(figures(corner[None, :])[0, figure])
    for _ in range(2 * corner.size):
        flips = corner * (1 - 2 * np.eye(corner.size))
        values = sign * figures(flips)[:, figure]
        place = int(values.argmin())
        if values[place] >= best:
            break
        best, corner = float(values[place]), flips[place]
    return best


def difference(
    first: Figures, second: Figures, shared: Sequence[tuple[int, int]], open_first: int, open_second: int
) -> tuple[float, float, float]:
    """Low, likely and high of first minus second, with shared terms varied together.

    The figures have one column. `shared` pairs the column of a term in the first offer with its column in the second.
    For each choice of the shared terms the lowest difference is the first's lowest minus the second's highest.
    """
    low, high = np.inf, -np.inf
    for choice in all_corners(len(shared)) if shared else np.zeros((1, 0)):
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
