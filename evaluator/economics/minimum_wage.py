"""Pay for each hour worked against the minimum wage.

In: an interval of pay per hour and a state. Out: the ratio at its least and its most. Must not say whether the wage law
reaches anybody: contractors and some salaried employees are outside it.
"""

from evaluator.economics.assumptions import Assumptions
from evaluator.economics.figures import Interval


def over_minimum_wage(hourly: Interval, state: str | None, assumptions: Assumptions) -> tuple[float, float]:
    """Pay for each hour worked as a multiple of the minimum wage, least and most; both at or above 0.

    The least is the worst pay over the highest figure of the state, the most is the best pay over its lowest one. Where
    the state is unknown, any state may be meant.
    """
    least, most = assumptions.minimum_wage.of(state)
    return max(hourly.low, 0.0) / most, max(hourly.high, 0.0) / least
