"""What a payer allows for one visit: units times prices, less the reduction for several services (economics 1.10).

In: units and prices by service. Out: dollars of the visit. Must not know who pays it.

The last axis is the services of the visit. Each line is rounded to the cent and then added, as claims are.
"""

import numpy as np

from evaluator.economics.inputs import Array
from evaluator.economics.rounding import cents_each


def allowed_for_visit(units: Array, price_usd: Array, practice_usd: Array, reduced_price_usd: Array) -> Array:
    """Dollars of a visit; the unit with the highest practice-expense part keeps its price, all others are reduced.

    Without a reduction, `reduced_price_usd` equals `price_usd`. Shape of the arguments without the last axis.
    """
    billed = units > 0
    dearest = np.argmax(np.where(billed, practice_usd + np.zeros_like(units), -1.0), axis=-1)
    first = (np.arange(units.shape[-1]) == dearest[..., None]) & billed
    lines = cents_each(price_usd * first) + cents_each(reduced_price_usd) * np.maximum(units - first, 0.0)
    return np.asarray(lines.sum(axis=-1))


def visits_up_to(limit_usd: Array, evaluation_usd: Array, follow_up_usd: Array) -> Array:
    """Visits of one patient, the evaluation first, whose allowed amounts stay within a yearly limit."""
    after = np.maximum(0.0, limit_usd - evaluation_usd)
    follow_ups = np.floor((after + 1e-9) / np.where(follow_up_usd > 0, follow_up_usd, 1.0))
    enough = np.where(follow_up_usd > 0, follow_ups, np.inf)
    return np.where(limit_usd + 1e-9 >= evaluation_usd, 1 + enough, 0.0)
