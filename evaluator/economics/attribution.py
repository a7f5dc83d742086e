"""Each step of the split waterfall beside its Shapley value (economics 2.12).

In: a year of one case. Out: `Attribution`s. Must not change the waterfall: the two figures stand beside each other and
are never mixed.
"""

from collections.abc import Mapping
from math import factorial

import numpy as np
from numpy.typing import NDArray

from evaluator.economics.extra_pay import benefits, other_pay, timing_loss, waiting_loss
from evaluator.economics.figures import Attribution, Step
from evaluator.economics.flow.filling import filled_where
from evaluator.economics.guarantee import guaranteed_pay
from evaluator.economics.hours import work_hours
from evaluator.economics.inputs import Array, Inputs
from evaluator.economics.pay import advertised, earned, missed_visit_pay
from evaluator.economics.payroll_tax import employer_half
from evaluator.economics.periods import by_period
from evaluator.economics.projection import Projection, total
from evaluator.economics.travel import own_costs
from evaluator.economics.volume import sessions

FACTORS = (
    "rate_terms",
    "missed_visits",
    "other_pay",
    "ramp",
    "guarantee",
    "timing",
    "benefits",
    "overhead",
    "payroll_equalisation",
    "unpaid_time",
)
NOTABLE = 0.01


def attribution(inputs: Inputs, projection: Projection, waterfall: tuple[Step, ...]) -> tuple[Attribution, ...]:
    """The Shapley value of each factor over all orders, beside the step. `inputs` and `projection` hold one case."""
    size = len(FACTORS)
    subsets = ((np.arange(2**size)[:, None] >> np.arange(size)) & 1).astype(bool)
    kept = kept_with(inputs, dict(zip(FACTORS, subsets.T[:, :, None], strict=True)))
    weights = np.array([factorial(k) * factorial(size - k - 1) / factorial(size) for k in range(size)])
    steps = {step.step: step for step in waterfall}
    base = float(projection.collectible_usd[0])
    rows = []
    for column, name in enumerate(FACTORS):
        value = _shapley(kept, subsets, column, weights)
        step = steps[name]
        gap = abs(step.amount_usd - value) / base if base else 0.0
        rows.append(Attribution(name, step.label, step.amount_usd, round(value, 6), round(gap, 9), gap > NOTABLE))
    return tuple(rows)


def kept_with(inputs: Inputs, real: Mapping[str, NDArray[np.bool_]]) -> Array:
    """KEEP when the factors marked in `real` are real and the others neutral, shape (sets,); each mark is (sets, 1).

    Neutral means the advertised rule, a caseload full from the first week, and nothing for every other factor.
    """

    def part(name: str, weekly: Array, neutral: Array | float = 0.0) -> Array:
        return np.where(real[name], weekly, neutral)

    inputs = filled_where(inputs, real["ramp"])
    volume = sessions(inputs, inputs.ramp)
    by_advert = advertised(inputs.pay, inputs.money.collected_usd * volume.kept, volume)
    for_sessions = part("rate_terms", earned(inputs.pay, inputs.money, volume), by_advert)
    pay = for_sessions + part("missed_visits", missed_visit_pay(inputs.missed, volume))
    pay = pay + part("other_pay", other_pay(inputs, volume))
    lost = part("timing", timing_loss(inputs, for_sessions, pay))
    pay = pay + part("guarantee", guaranteed_pay(inputs.guarantee, pay)) - lost
    overhead = part("overhead", own_costs(inputs, volume))
    half = inputs.contractor * employer_half(by_period(pay - overhead, "year"), inputs.tax)
    waiting = part("timing", waiting_loss(inputs, pay))
    kept = total(pay - waiting + part("benefits", benefits(inputs, volume, pay)) - overhead)
    kept = kept - np.where(real["payroll_equalisation"], half, 0.0).sum(axis=-1)
    return np.asarray(kept - total(part("unpaid_time", inputs.hour_value_usd * work_hours(inputs, volume).unpaid)))


def _shapley(kept: Array, subsets: NDArray[np.bool_], column: int, weights: Array) -> float:
    """The weighted mean of what a factor adds to each set of the others."""
    without = np.flatnonzero(~subsets[:, column])
    sizes = subsets[without].sum(axis=1)
    return float((weights[sizes] * (kept[without + 2**column] - kept[without])).sum())
