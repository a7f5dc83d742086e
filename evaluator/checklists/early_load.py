"""How full the calendar is over the first six weeks, for the measure of that name.

In: start, length and shape of a ramp, or its steps. Out: shares of a full caseload. Must not read an offer.
"""

import math

from evaluator.checklists.reading import Reading
from evaluator.offer.terms import RampStep

EARLY_WEEKS = 6
RAMP_STEEPNESS = 10.0
FLOW = tuple(f"patient_flow.{name}" for name in ("referrals_per_week", "plan_of_care_visits", "slots_per_week"))
"""Terms of which one is enough to say that the schedule fills by referrals."""


def early_mean(start: float, weeks: float, shape: str) -> float:
    """Mean share of a full caseload over the first six weeks of a ramp, 0 to 1."""
    return sum(start + (1 - start) * _grown(week, weeks, shape) for week in range(EARLY_WEEKS)) / EARLY_WEEKS


def _grown(weeks_past: int, weeks: float, shape: str) -> float:
    """How far the caseload has grown from its start, 0 to 1, after so many weeks; the method's ramp shapes."""
    x = 1.0 if weeks <= weeks_past else weeks_past / weeks
    if shape == "linear":
        return x

    def logistic(at: float) -> float:
        return 1 / (1 + math.exp(-RAMP_STEEPNESS * (at - 0.5)))

    return (logistic(x) - logistic(0)) / (logistic(1) - logistic(0))


def early_share_of_steps(steps: tuple[RampStep, ...]) -> Reading:
    """Each week at the share of the last step reached; before the first step anything, after the last perhaps full."""
    lows, highs = [], []
    for week in range(1, EARLY_WEEKS + 1):
        surely = [step for step in steps if step.from_week.high <= week]
        perhaps = [step for step in steps if step.from_week.low <= week]
        later = [step for step in steps if step.from_week.low > week]
        lows.append(surely[-1].share.low if surely else 0.0)
        high = perhaps[-1].share.high if perhaps else 1.0
        # A table that ends short of a full caseload says nothing of when it becomes full.
        highs.append(high if surely and (later or high >= 1) else 1.0)
    return Reading(sum(lows) / EARLY_WEEKS, sum(highs) / EARLY_WEEKS)
