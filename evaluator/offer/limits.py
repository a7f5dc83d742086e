"""How far the numbers of an offer file may go at all, by kind of number: beyond, a value stops the run.

In: nothing. Out: `Limits`, one for each kind of number. Must not know which terms are of which kind (their types in
`values` do), nor what is merely unlikely (`bounds` does).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the most that a kind of number may be, both included unless `zero` is false, and why."""

    unit: str
    most: float
    why: str
    zero: bool = True

    @property
    def least(self) -> float:
        """Every number of an offer file starts at nothing."""
        return 0.0


MONEY = Limits("dollars", 10_000_000, "No single amount of an offer passes ten million dollars.")
SOME_MONEY = Limits("dollars", 10_000_000, "Nothing at all would make a share of it meaningless.", zero=False)
SHARE = Limits("share", 1, "A share is a part of a whole.")
MULTIPLE = Limits("multiple", 10, "More than ten times a year's pay is a slip of the pen.")
HOURS = Limits("hours", 168, "A week has 168 hours.")
YEARLY_HOURS = Limits("hours", 8_784, "The longest year has 8,784 hours.")
MINUTES = Limits("minutes", 600, "Ten hours at one stretch are no single session, visit or note.")
WEEKS = Limits("weeks", 104, "Offers are worked out over at most two years.")
SERVICE_WEEKS = Limits("weeks", 1_040, "Twenty years.")
WEEKS_OF_YEAR = Limits("weeks", 52, "A year has 52 weeks, and books without a worked week have no figures.", zero=False)
DAYS = Limits("days", 1_000, "Money that takes almost three years does not come.")
COUNT = Limits("sessions", 100_000, "More than anybody holds in a lifetime.")
SOME_SESSIONS = Limits(
    "sessions", 100_000, "More than anybody holds in a lifetime; none would bring nothing.", zero=False
)
WEEKLY_SESSIONS = Limits("sessions", 150, "Thirty on each of five days; none at all would be no post.", zero=False)
PEOPLE = Limits("people", 100_000, "More than any organisation in the field.")
VISITS = Limits("visits", 1_000, "Three a day for a year; none at all would be no plan of care.", zero=False)
MILES = Limits("miles", 500, "A day's drive for one visit.")
