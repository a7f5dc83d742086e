"""One line of a trace, and how its value is read off a projection.

In: arrays of a projection. Out: `TraceLine`s and plain numbers. Must not compute beyond adding up weeks.
"""

from dataclasses import dataclass

import numpy as np

from evaluator.economics.figures import Assumption, Interval
from evaluator.economics.inputs import Array
from evaluator.economics.projection import total
from evaluator.economics.trace_sources import TermUse

PAYROLL = ("payroll_tax", "filing_status", "other_wages")
OTHER_PAY = (
    "hours.weekly",
    "hours.weekly_paid",
    "hours.paid_hour",
    "monitoring",
    "travel",
    "pay.stipends",
    "pay.one_time",
)
GUARANTEE = ("pay.guarantee",)
TIMING = ("pay.run_out", "pay.late_notes", "pay.lag_days")


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One figure of the likely case.

    `value` is in `unit` (`usd`, `usd_per_hour`, `share`, `weeks`, `sessions`, `hours`), to a millionth; steps of the
    two waterfalls are to the cent, as in the Comparison. `span` is the range over all open terms, where the report
    gives one. `formula` names other lines by their labels.
    """

    section: str
    label: str
    value: float
    unit: str
    formula: str
    uses: tuple[TermUse, ...] = ()
    parameters: tuple[Assumption, ...] = ()
    span: Interval | None = None


def sum_of(weekly: Array) -> float:
    """The sum over the weeks of the first case, to a millionth."""
    return first_of(total(weekly))


def first_of(cases: Array) -> float:
    """The value of the first case, to a millionth."""
    return round(float(np.ravel(cases)[0]), 6)
