"""From how many clinicians on the shared costs are covered, also where they rise in steps (economics 2.17).

In: shared costs by headcount, and what an average clinician leaves for them. Out: a `BreakEven`. Must not know splits.
"""

import math
from itertools import pairwise

from evaluator.economics.practice.cost_base import CostBase
from evaluator.economics.practice.figures import BreakEven

FORMULA = (
    "shared costs ÷ what an average clinician leaves for them, rounded up; where shared costs rise in steps, the "
    "smallest number that covers the costs of its own step"
)
_NUDGE = 1e-9  # so that 5 clinicians who cover the costs exactly are 5, not 6


def break_even(base: CostBase, contribution_usd: float) -> BreakEven:
    """The headcount that covers shared costs if an average clinician leaves `contribution_usd` a year for them."""
    if contribution_usd <= 0:
        return BreakEven(None, None, (), FORMULA)
    first: int | None = None
    exact: float | None = None
    gaps = []
    for start, end in _stretches(base):
        wanted = base.shared_with(start) / contribution_usd
        enough = max(start, math.ceil(wanted - _NUDGE))
        reaches = end is None or enough <= end
        if first is None:
            first, exact = (enough, wanted) if reaches else (None, None)
        elif enough > start:
            gaps.append((start, min(enough - 1, enough if end is None else end)))
    return BreakEven(first, exact, tuple(gaps), FORMULA)


def _stretches(base: CostBase) -> list[tuple[int, int | None]]:
    """Headcounts, first and last, between which shared costs stay the same; the last stretch has no end."""
    starts = sorted({1, *(start for pool in base.pools for start, _ in pool.steps)})
    return [(start, after - 1) for start, after in pairwise(starts)] + [(starts[-1], None)]
