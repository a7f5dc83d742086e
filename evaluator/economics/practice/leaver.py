"""A clinician who leaves: what the practice goes without while the seat is empty and fills again (economics 2.17).

In: a practice file, its sums, the split, the parameters. Out: a `Leaver`. Must not guess how long a seat stays empty,
nor add a published cost of replacement to what was worked out: such costs may hold part of it.
"""

import numpy as np

from evaluator.economics.assumptions import Assumptions
from evaluator.economics.figures import Interval
from evaluator.economics.inputs import Array
from evaluator.economics.intervals import spread
from evaluator.economics.practice.bad_year_figures import Leaver, ReplacementCost
from evaluator.economics.practice.cost_base import CostBase
from evaluator.economics.practice.steady_year import YEARS, steady_year
from evaluator.economics.practice.turnover import PUBLISHED
from evaluator.economics.practice.whole_year import WEEKS_A_YEAR
from evaluator.economics.projection import project, total
from evaluator.offer.practice import PracticeFile

FORMULA = (
    "empty seat: weeks ÷ 52 × what an average clinician leaves for shared costs in a year; filling again: full years "
    "lost while the next caseload fills × the same before the costs that come with a clinician, which run on"
)


def leaver(practice: PracticeFile, base: CostBase, split: float, known: Assumptions) -> Leaver:
    """An average clinician who leaves and is replaced, at `split`."""
    kept = (1 - base.of_collections - split * (1 + base.burden)) * base.collections_usd
    before_own = (kept - base.per_session_usd * base.kept_sessions) / base.headcount
    leaves = before_own - base.per_clinician_usd
    refill = _times(_years_lost(practice, known), before_own)
    weeks = practice.turnover.seat_empty
    empty = None
    if weeks is not None:
        empty = _times(Interval(weeks.low, weeks.likely, weeks.high), leaves / WEEKS_A_YEAR)
    together = refill if empty is None else _sum(refill, empty)
    rate, published = practice.turnover.left_per_year, known.practice_ranges["turnover_rate"]
    low, high = (rate.low, rate.high) if rate is not None else (published.low, published.high)
    return Leaver(
        empty_usd=empty,
        refill_usd=refill,
        together_usd=together,
        shared_usd=_times(together, 1 / base.headcount),
        replacements=_replacements(practice, known, split * base.collections_usd / base.headcount),
        leave_low=low * base.headcount,
        leave_high=high * base.headcount,
        rate_is_stated=rate is not None,
        formula=FORMULA,
    )


def _years_lost(practice: PracticeFile, known: Assumptions) -> Interval:
    """Full years of collections that a caseload lacks while it fills, the engine's full years less its filling ones."""
    filling = steady_year(practice, known, (), filling=True, years=YEARS)
    full = steady_year(practice, known, (), years=YEARS)
    names = tuple(name for name in filling.open_names if name.startswith("caseload.ramp."))
    columns = [filling.open_names.index(name) for name in names]
    planned = float(total(project(full.year(np.zeros((1, len(full.open_names)))).inputs).collected_usd)[0])

    def lost(choices: Array) -> Array:
        all_choices = np.zeros((len(choices), len(filling.open_names)))
        all_choices[:, columns] = choices
        collected = total(project(filling.year(all_choices).inputs).collected_usd)
        return np.asarray(YEARS * (1 - collected / planned) + np.zeros(len(choices)))[:, None]

    found = spread(lost, len(names))
    return Interval(*(round(float(end[0]), 9) for end in (found.low, found.likely, found.high)))


def _replacements(practice: PracticeFile, known: Assumptions, pay_usd: float) -> tuple[ReplacementCost, ...]:
    own = practice.turnover.cost_of_pay
    rows = [] if own is None else [ReplacementCost("Your own estimate", own.low * pay_usd, own.high * pay_usd)]
    published = (known.practice_ranges[name] for name in PUBLISHED)
    return (*rows, *(ReplacementCost(one.label, one.low * pay_usd, one.high * pay_usd) for one in published))


def _times(interval: Interval, factor: float) -> Interval:
    """Each end × factor, lowest first: where a clinician leaves nothing for shared costs, the factor is negative."""
    low, high = sorted((interval.low * factor, interval.high * factor))
    return Interval(low, interval.likely * factor, high)


def _sum(first: Interval, second: Interval) -> Interval:
    return Interval(first.low + second.low, first.likely + second.likely, first.high + second.high)
