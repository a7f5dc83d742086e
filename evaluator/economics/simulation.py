"""Years drawn by chance (economics 2.15).

In: money terms. Out: values of each term over many draws, for the one engine. Must not compute pay.

Common random numbers: each term has a stream of uniform numbers of its own, keyed by the seed, whose it is and its
name. Terms of the reader or the market have the same luck in all offers; an offer's own terms are keyed by what the
offer says about money, so that adding or reordering offers changes no draw and equal offers tie in every one. Samples
come by inverse distribution functions, so one number gives both offers the same luck.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256

import numpy as np

from evaluator.economics.inputs import Array, Values
from evaluator.economics.money_term import MoneyTerm
from evaluator.economics.term_words import CHOICES

DRAWS = 4_000
SEED = 20_261_122
VISITS_BEHIND_A_RATE = 50.0
"""A stated rate of attendance or denial is taken as if it had been observed on so many visits."""

_RATES = ("attendance.no_show", "attendance.late_cancel", ".denied", ".recovered")
_GRID = 2_000


def drawn_values(terms: Mapping[str, MoneyTerm], draws: int = DRAWS, seed: int = SEED) -> Values:
    """A value of each term in each draw, shape (draws, 1), or (1, 1) for a term that chance does not touch."""
    return next(drawn_chunks(terms, draws, seed, draws))


def drawn_chunks(terms: Mapping[str, MoneyTerm], draws: int, seed: int, size: int) -> Iterator[Values]:
    """The draws of `drawn_values` in chunks of at most `size`, so that memory does not grow with their number."""
    own = _fingerprint(terms)
    streams = {
        name: stream(seed, "reader" if term.scope == "reader" else own, name)
        for name, term in terms.items()
        if is_uncertain(term)
    }
    for start in range(0, draws, size):
        count = min(size, draws - start)
        yield {
            name: quantile(term, streams[name].random(count))[:, None] if name in streams else np.array([[term.likely]])
            for name, term in terms.items()
        }


def is_uncertain(term: MoneyTerm) -> bool:
    """Whether chance touches a term: it is open, or a rate that is only ever estimated. Others are points."""
    return term.is_open or (is_rate(term) and 0 < term.likely < 1)


def is_rate(term: MoneyTerm) -> bool:
    """Whether a term is a rate of attendance, denial or recovery."""
    return term.unit == "share" and term.name.endswith(_RATES)


def quantile(term: MoneyTerm, luck: Array) -> Array:
    """The term's value at each probability: beta for a stated rate, triangular or thirds for an open term."""
    if not term.is_open:
        return beta_quantile(term.likely, VISITS_BEHIND_A_RATE, luck)
    if term.unit in CHOICES:
        return np.asarray(np.select([luck < 1 / 3, luck < 2 / 3], [term.worst, term.likely], term.best))
    if term.worst <= term.best:
        return triangular_quantile(term.worst, term.likely, term.best, luck)
    return triangular_quantile(term.best, term.likely, term.worst, 1 - luck)


def uniform(seed: int, whose: str, name: str, draws: int) -> Array:
    """The first uniform numbers in [0, 1) of a stream."""
    return stream(seed, whose, name).random(draws)


def stream(seed: int, whose: str, name: str) -> np.random.Generator:
    """The random numbers of a term: the same for the same seed, owner and name, however they are taken."""
    key = sha256(f"{seed}|{whose}|{name}".encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(key[:16], "big")))


def triangular_quantile(low: float, mode: float, high: float, luck: Array) -> Array:
    """The triangular distribution's inverse; a point if low and high are equal."""
    if high == low:
        return np.full_like(luck, low)
    turn = (mode - low) / (high - low)
    rising = low + np.sqrt(luck * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - luck) * (high - low) * (high - mode))
    return np.where(luck <= turn, rising, falling)


def beta_quantile(mean: float, visits: float, luck: Array) -> Array:
    """The inverse of beta(mean x visits, (1 - mean) x visits), from a table of midpoints; a point at 0 and 1."""
    if not 0 < mean < 1:
        return np.full_like(luck, mean)
    return np.interp(luck, _beta_table(mean, visits), np.arange(_GRID + 1) / _GRID)


@lru_cache(maxsize=256)
def _beta_table(mean: float, visits: float) -> Array:
    """The cumulative distribution at the ends of the grid's cells; kept, since every chunk asks for it again."""
    share = (np.arange(_GRID) + 0.5) / _GRID
    log_density = (mean * visits - 1) * np.log(share) + ((1 - mean) * visits - 1) * np.log1p(-share)
    weight = np.exp(log_density - log_density.max())
    return np.asarray(np.concatenate([[0.0], np.cumsum(weight)]) / weight.sum())


def share_of_wins(first: Array, second: Array) -> tuple[float, float]:
    """How often the first is larger, a tie counting half, and the standard error of that share."""
    share = float(np.mean((first > second) + 0.5 * (first == second)))
    return share, float(np.sqrt(share * (1 - share) / first.size))


def _fingerprint(terms: Mapping[str, MoneyTerm]) -> str:
    told = "|".join(f"{name}={term.worst!r},{term.likely!r},{term.best!r}" for name, term in sorted(terms.items()))
    return sha256(told.encode()).hexdigest()
