"""A rate that depends on the sessions or collections of a period (economics 2.5).

In: tiers and weekly sessions. Out: weekly dollars. Must not know other pay structures.
"""

from collections.abc import Sequence

import numpy as np

from evaluator.economics.inputs import Array, Tiered
from evaluator.economics.periods import by_period, reached, spread_like
from evaluator.economics.volume import Volume


def tier_pay(pay: Tiered, shared_usd: Array, collected_usd: Array, volume: Volume) -> Array:
    """Dollars in each week: the period's pay, spread over its weeks by kept sessions.

    `shared_usd` is what is shared of one session, 1 where the tiers are amounts per session.
    """
    kept = volume.kept
    counted = kept if pay.counts_sessions else collected_usd * kept
    rate = mean_rate(pay.starts, pay.rates, pay.all_at_top, by_period(np.asarray(counted), pay.per))
    return spread_like(rate * by_period(np.asarray(shared_usd * kept), pay.per), kept, pay.per)


def mean_rate(starts: Sequence[Array], rates: Sequence[Array], all_at_top: Array, counted: Array) -> Array:
    """The rate that all of a period's volume earns on average; the first tier's where there is no volume."""
    ends = (*starts[1:], np.full((1, 1), np.inf))
    top = np.asarray(rates[0] + 0 * counted)
    by_parts = np.zeros_like(top)
    for start, end, rate in zip(starts, ends, rates, strict=True):
        top = np.where(reached(counted, start) > 0, rate, top)
        by_parts = by_parts + rate * np.clip(counted - start, 0.0, np.maximum(end - start, 0.0))
    marginal = np.where(counted > 0, by_parts / np.where(counted > 0, counted, 1.0), rates[0])
    return np.asarray(all_at_top * top + (1 - all_at_top) * marginal)
