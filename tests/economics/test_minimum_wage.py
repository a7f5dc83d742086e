"""Pay for an hour against the minimum wage, by hand.

In: intervals of pay and states. Out: pass or fail. Must not say whom a wage law reaches.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator.economics import load_assumptions
from evaluator.economics.figures import Interval
from evaluator.economics.minimum_wage import over_minimum_wage

ASSUMED = load_assumptions()
MINIMUM = ASSUMED.minimum_wage
HIGHEST = 17.95  # the District of Columbia's, the highest of the table of 2026
STATES = st.sampled_from([*MINIMUM.states, "TX", None])
HOURLY = st.tuples(*[st.floats(-50, 200)] * 2).map(lambda ends: Interval(min(ends), sum(ends) / 2, max(ends)))


@pytest.mark.parametrize(
    ("hourly", "state", "expected"),
    [
        ((11, 22, 33), "OH", (1, 3)),  # 11/11 and 33/11
        ((8.5, 10, 12.8), "NY", (0.5, 0.8)),  # 8.50/17 in the city, 12.80/16 upstate
        ((14.5, 14.5, 14.5), "TX", (2, 2)),  # no figure of its own: the federal 7.25
        ((8.975, 20, 29), None, (0.5, 4)),  # anywhere: 8.975/17.95 and 29/7.25
        ((-12, 5, 22), "OH", (0, 2)),  # own costs may exceed the pay; no pay is below none
        ((-12, -5, -1), "OH", (0, 0)),
    ],
)
def test_the_least_over_the_highest_and_the_most_over_the_lowest(
    hourly: tuple[float, float, float], state: str | None, expected: tuple[float, float]
) -> None:
    assert over_minimum_wage(Interval(*hourly), state, ASSUMED) == pytest.approx(expected)


def test_the_figures_of_an_unknown_state_span_all_others() -> None:
    assert MINIMUM.of(None) == (MINIMUM.federal, HIGHEST)
    for state in [*MINIMUM.states, "TX"]:
        least, most = MINIMUM.of(state)
        assert MINIMUM.federal <= least <= most <= HIGHEST


@given(HOURLY, STATES)
def test_naming_the_state_never_widens_the_range(hourly: Interval, state: str | None) -> None:
    low, high = over_minimum_wage(hourly, state, ASSUMED)
    widest_low, widest_high = over_minimum_wage(hourly, None, ASSUMED)
    assert 0 <= widest_low <= low <= high <= widest_high


@given(HOURLY, st.floats(0, 20), STATES)
def test_more_pay_is_never_less_of_the_minimum_wage(hourly: Interval, more: float, state: str | None) -> None:
    raised = Interval(hourly.low + more, hourly.likely + more, hourly.high + more)
    before, after = over_minimum_wage(hourly, state, ASSUMED), over_minimum_wage(raised, state, ASSUMED)
    assert before[0] <= after[0]
    assert before[1] <= after[1]
