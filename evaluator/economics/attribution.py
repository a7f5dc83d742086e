"""Each step of the split waterfall beside its Shapley value (economics 2.12).

In: a year of one case. Out: `Attribution`s. Must not change the waterfall: the two figures stand beside each other and
are never mixed.
"""

from collections.abc import Mapping
from math import factorial

import numpy as np
from numpy.typing import NDArray

from evaluator.economics.figures import Attribution, Step
from evaluator.economics.hours import work_hours
from evaluator.economics.inputs import Array, Inputs
from evaluator.economics.pay import advertised, earned, missed_visit_pay, paid_weekly_hours
from evaluator.economics.payroll_tax import employer_half
from evaluator.economics.projection import Projection, total
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

    def part(name: str, weekly: Array) -> Array:
        return np.where(real[name][:, 0], total(weekly), 0.0)

    volume = sessions(inputs, np.where(real["ramp"], inputs.ramp, 1.0))
    collectible = inputs.money.collected_usd * volume.kept.sum(axis=-1, keepdims=True)
    by_advert = (advertised(inputs.pay, collectible, volume) + 0.0 * collectible)[:, 0]
    pay = np.where(real["rate_terms"][:, 0], total(earned(inputs.pay, inputs.money, volume)), by_advert)
    pay = pay + part("missed_visits", missed_visit_pay(inputs.missed, volume))
    pay = pay + part("other_pay", paid_weekly_hours(inputs))
    benefits = inputs.benefits_usd * inputs.years + inputs.benefits_share_of_pay * pay[:, None]
    costs = inputs.yearly_costs_usd * inputs.years + inputs.session_cost_usd * total(volume.kept)[:, None]
    overhead = np.where(real["overhead"], costs, 0.0)
    half = inputs.contractor * employer_half(pay[:, None] - overhead, inputs.tax)
    kept = pay + np.where(real["benefits"], benefits, 0.0)[:, 0] - overhead[:, 0]
    kept = kept - np.where(real["payroll_equalisation"], half, 0.0)[:, 0]
    return np.asarray(kept - part("unpaid_time", inputs.hour_value_usd * work_hours(inputs, volume).unpaid))


def _shapley(kept: Array, subsets: NDArray[np.bool_], column: int, weights: Array) -> float:
    """The weighted mean of what a factor adds to each set of the others."""
    without = np.flatnonzero(~subsets[:, column])
    sizes = subsets[without].sum(axis=1)
    return float((weights[sizes] * (kept[without + 2**column] - kept[without])).sum())
