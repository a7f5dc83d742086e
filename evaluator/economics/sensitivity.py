"""What one offer's effective hourly value hangs on: draws, tornado, stress (economics 2.15, 2.16, 2.19).

In: an appraisal. Out: hourly values and `Bar`s. Must not compare offers.
"""

from collections.abc import Mapping

import numpy as np

from evaluator.economics.appraising import Appraisal
from evaluator.economics.figures import Bar
from evaluator.economics.inputs import Array
from evaluator.economics.money_term import MoneyTerm
from evaluator.economics.projection import project
from evaluator.economics.simulation import DRAWS, SEED, drawn_chunks, is_uncertain, quantile
from evaluator.economics.term_words import amount_in_words

CHUNK = 2_000
TENTH, NINE_TENTHS = 0.1, 0.9


def hourly_at(appraisal: Appraisal, changes: Mapping[str, Array]) -> Array:
    """Effective hourly value with some terms at other values, the rest likely; each change has shape (cases,)."""
    values = {name: np.array([[term.likely]]) for name, term in appraisal.terms.items()}
    values |= {name: np.asarray(change, dtype=float)[:, None] for name, change in changes.items()}
    return project(appraisal.year_of(values).inputs).effective_hourly_usd


def drawn_hourly(appraisal: Appraisal, draws: int = DRAWS, seed: int = SEED) -> Array:
    """Effective hourly value of each simulated year, shape (draws,); in chunks that fit the processor's cache."""
    hourly = np.empty(draws)
    for number, chunk in enumerate(drawn_chunks(appraisal.terms, draws, seed, CHUNK)):
        start = number * CHUNK
        hourly[start : start + CHUNK] = project(appraisal.year_of(chunk).inputs).effective_hourly_usd
    return hourly


def tornado(appraisal: Appraisal) -> tuple[Bar, ...]:
    """A bar for each uncertain term, longest first, ties by name.

    An open term stands at its worst and best, a rate at its 10th and 90th percentile. Bars under a cent are left out.
    """
    bars = []
    for name, term in appraisal.terms.items():
        if not is_uncertain(term):
            continue
        low, high = _ends(term)
        at_low, at_high = hourly_at(appraisal, {name: np.array([low, high])})
        if abs(at_high - at_low) < 0.005:
            continue
        words = (amount_in_words(low, term.unit), amount_in_words(high, term.unit))
        bars.append(Bar(name, term.label, *words, round(float(at_low), 6), round(float(at_high), 6)))
    return tuple(sorted(bars, key=lambda bar: (-abs(bar.at_high_usd - bar.at_low_usd), bar.name)))


def _ends(term: MoneyTerm) -> tuple[float, float]:
    if term.is_open:
        return term.worst, term.best
    low, high = quantile(term, np.array([TENTH, NINE_TENTHS]))
    return float(low), float(high)
