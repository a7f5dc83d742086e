"""What a bad year does to a practice, shared by its clinicians: plain frozen records.

In: nothing. Out: pooled scenarios, a leaver. Must not compute. Losses are positive dollars; every interval runs over
what the books leave open.
"""

from dataclasses import dataclass
from typing import Literal

from evaluator.economics.figures import Interval


@dataclass(frozen=True, slots=True)
class PooledScenario:
    """One bad year of an average clinician, and what it costs whom.

    `collections_lost` is a share of that clinician's year. `pay_lost_usd` is what the clinician's pay falls by at the
    split of the books, `practice_lost_usd` what the practice's part falls by after the costs that fall with it;
    `shared_usd` is the latter, divided by all clinicians. `all_lost_usd` is the practice's loss if everybody is hit at
    once. `strikes` tells which of the two can happen.
    """

    scenario: str
    label: str
    says: str
    strikes: Literal["one", "all", "either"]
    collections_lost: Interval
    pay_lost_usd: Interval
    practice_lost_usd: Interval
    shared_usd: Interval
    all_lost_usd: Interval


@dataclass(frozen=True, slots=True)
class PoolRow:
    """One size of practice: what one clinician's bad year costs each if all share it, and if all are hit.

    `swing` is the usual up and down of a clinician's pooled year as a share of that of a clinician alone, for risks
    that strike independently: 1 ÷ √clinicians, whatever their chance.
    """

    clinicians: int
    each_usd: Interval
    swing: float
    when_all_usd: Interval


@dataclass(frozen=True, slots=True)
class ReplacementCost:
    """What replacing an average clinician costs, in dollars, by one source."""

    name: str
    low_usd: float
    high_usd: float


@dataclass(frozen=True, slots=True)
class Leaver:
    """An average clinician who leaves: what the practice goes without until the next one's caseload is full.

    `empty_usd` is none where the books don't say how long a seat stays empty; the loss is then more than
    `refill_usd`. `together_usd` is both, or the second alone. `replacements` may hold part of the same loss, so they
    are never added to it. `leave_low` and `leave_high` are clinicians a year.
    """

    empty_usd: Interval | None
    refill_usd: Interval
    together_usd: Interval
    shared_usd: Interval
    replacements: tuple[ReplacementCost, ...]
    leave_low: float
    leave_high: float
    rate_is_stated: bool
    formula: str


@dataclass(frozen=True, slots=True)
class BadYears:
    """Bad years from the practice's side. `pooled` is the scenario that `pool` shows by number of clinicians.

    `questions` are what the books would have to say for the intervals to close. `reserve_usd` is what is put aside,
    none where the books don't say.
    """

    scenarios: tuple[PooledScenario, ...]
    pooled: str | None
    pool: tuple[PoolRow, ...]
    leaver: Leaver
    reserve_usd: float | None
    questions: tuple[str, ...]
    formula: str
