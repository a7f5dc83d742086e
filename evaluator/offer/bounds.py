"""What a bound of a term is: beyond one range a value cannot be, beyond the other it is hard to believe.

In: rows of the tables `bounds_of_pay`, `bounds_of_work` and `bounds_of_books`. Out: `Bound`s by term, in words too.
Must not look at an offer; `bounded` does.
"""

from dataclasses import dataclass
from typing import Literal

When = Literal[
    "visits of physical therapy",
    "sessions of 53 minutes or more",
    "other sessions",
    "psychological assessment",
    "anything but psychological assessment",
]
"""For which offers a row counts, where a term has several."""

CHECK = "check the figure"
OFFERS = "Public offers to clinicians and what readers said of them, 2008 to 2025"


@dataclass(frozen=True, slots=True)
class Span:
    """A range of numbers; an end that is left out is open to all sides, one marked as such is not part of it."""

    least: float | None = None
    most: float | None = None
    above_least: bool = False
    below_most: bool = False

    def is_over(self, value: float) -> bool:
        """Whether a value is too high."""
        return self.most is not None and (value >= self.most if self.below_most else value > self.most)

    def is_under(self, value: float) -> bool:
        """Whether a value is too low."""
        return self.least is not None and (value <= self.least if self.above_least else value < self.least)


@dataclass(frozen=True, slots=True)
class Bound:
    """What one number of a file may be. `term` is its dotted name, as docs/terms.md lists it.

    `says` is the number in words, `{}` for the amount, as in "a ramp of {} weeks". `over` and `stops_as` are messages
    to use in place of the usual ones, `ask` is what a warning ends with. A `full_time` amount is judged as if for full
    time. Beyond `stop`, which may only be narrower than the limits of the kind of number, a value ends the run.
    """

    term: str
    says: str
    why: str
    warn: Span = Span()
    stop: Span = Span()
    when: When | None = None
    over: str = ""
    stops_as: str = ""
    ask: str = CHECK
    source: str = ""
    full_time: bool = False


A_SESSION = Span(None, 20_000)
"""Dollars for one session, visit or unit: beyond, no rate is meant but a year's pay, or a comma is missing."""

AN_HOUR = Span(None, 5_000)
"""Dollars for one hour."""

UNITS = Span(None, 100)
"""Units or points of one visit."""

PATIENTS = Span(None, 10_000)
"""People whom one clinician could be said to see."""


def amount(value: float, unit: str) -> str:
    """A number as messages show it: `$1,500`, `$0.70`, `45%`, `7.5`."""
    if unit == "dollars":
        return f"${value:,.0f}" if value == round(value) else f"${value:,.2f}"
    if unit in ("share", "multiple"):
        return f"{round(100 * value, 4):,g}%"
    return f"{value:,.0f}" if value == round(value) else f"{value:,g}"
