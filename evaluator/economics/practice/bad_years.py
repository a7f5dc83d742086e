"""A bad year from the practice's side: what one clinician's costs, what sharing it does, what hits all (2.17, 2.19).

In: a practice file, its sums, the split, the parameters. Out: `BadYears`. Must not fill in what the books leave open:
each figure runs from its best to its worst case, and the question is named.
"""

import math
from collections.abc import Sequence
from functools import partial

import numpy as np

from evaluator.economics.assumptions import Assumptions, Scenario
from evaluator.economics.figures import Interval
from evaluator.economics.inputs import Array
from evaluator.economics.intervals import spread
from evaluator.economics.practice.bad_year_figures import BadYears, PooledScenario, PoolRow
from evaluator.economics.practice.cost_base import CostBase
from evaluator.economics.practice.leaver import leaver
from evaluator.economics.practice.steady_year import SteadyYear, readings, steady_year
from evaluator.economics.projection import project, total
from evaluator.economics.stress import stressed
from evaluator.offer.practice import PracticeFile

SIZES = (1, 2, 3, 5, 10, 20)
FORMULA = (
    "collections lost × (1 less costs of collections less split × (1 + payroll burden)) less the costs of the sessions "
    "that are not held; shared costs, the costs of each clinician and the owner's work go on. Shared by all: ÷ "
    "clinicians. All at once: × clinicians"
)
_NOTHING = 1e-9
_NO_PAYERS = "Which payers are there, and which share of collections comes from each?"


def bad_years(
    practice: PracticeFile, base: CostBase, split: float, known: Assumptions, severity: float = 1.0
) -> BadYears:
    """Every scenario of the parameters that takes something from the practice, at `split`; at `severity` 0 none does.

    An average clinician is meant throughout: mean collections, mean kept sessions.
    """
    years = [steady_year(practice, known, row) for row in readings(practice.payers or ())]
    scenarios = []
    for name, scenario in known.scenarios.items():
        found = _struck(years, scenario, _Rates(base, split), severity)
        if found is not None:
            scenarios.append(_pooled(name, scenario, found, base.headcount))
    shared = [one for one in scenarios if one.strikes != "all"]
    worst = max(shared, key=lambda one: one.pay_lost_usd.likely, default=None)
    return BadYears(
        scenarios=tuple(scenarios),
        pooled=None if worst is None else worst.scenario,
        pool=() if worst is None else pool_rows(worst.pay_lost_usd, base.headcount),
        leaver=leaver(practice, base, split, known),
        reserve_usd=practice.reserve.held,
        questions=_questions(practice, years, known),
        formula=FORMULA,
    )


class _Rates:
    """What lost collections and lost sessions come to for the clinician and for the practice."""

    def __init__(self, base: CostBase, split: float) -> None:
        self.collections = base.collections_usd / base.headcount
        self.kept = base.kept_sessions / base.headcount
        self.split = split
        self.of_dollar = 1 - base.of_collections - split * (1 + base.burden)
        self.of_session = base.per_session_usd

    def losses(self, collections_lost: Array, kept_lost: Array) -> Array:
        """Share of collections, dollars of pay and dollars of the practice, shape (cases, 3)."""
        usd = collections_lost * self.collections
        practice = usd * self.of_dollar - kept_lost * self.kept * self.of_session
        return np.stack([collections_lost, usd * self.split, practice], axis=-1)


def _struck(
    years: Sequence[SteadyYear], scenario: Scenario, rates: _Rates, severity: float
) -> tuple[Interval, Interval, Interval] | None:
    """The three losses over all that is open; none where they are nothing in every case."""
    found = [spread(partial(_losses, one, scenario, rates, severity), len(one.open_names)) for one in years]
    low = np.min([one.low for one in found], axis=0)
    high = np.max([one.high for one in found], axis=0)
    if np.all(np.abs([low, high]) < _NOTHING):
        return None
    ends = zip(low, found[0].likely, high, strict=True)
    share, pay, practice = (Interval(*(round(float(end), 9) for end in three)) for three in ends)
    return share, pay, practice


def _losses(one: SteadyYear, scenario: Scenario, rates: _Rates, severity: float, choices: Array) -> Array:
    year = one.year(choices)
    turned = stressed(year, [scenario], severity)
    if turned is None:
        return np.zeros((len(choices), 3))
    planned, real = project(year.inputs), project(turned)
    collections = 1 - total(real.collected_usd) / total(planned.collected_usd)
    kept = 1 - total(real.volume.kept) / total(planned.volume.kept)
    return rates.losses(*np.broadcast_arrays(collections, kept, np.zeros(len(choices)))[:2])


def _pooled(
    name: str, scenario: Scenario, losses: tuple[Interval, Interval, Interval], clinicians: int
) -> PooledScenario:
    share, pay, practice = losses
    return PooledScenario(
        name,
        scenario.label,
        scenario.says,
        scenario.strikes,
        share,
        pay,
        practice,
        shared_usd=times(practice, 1 / clinicians),
        all_lost_usd=times(practice, clinicians),
    )


def pool_rows(lost: Interval, clinicians: int) -> tuple[PoolRow, ...]:
    """What one clinician's loss is to each of n who share it, for common sizes and the practice's own.

    With n clinicians sharing, each bears 1/n of one member's loss. Where risks strike independently, the spread of a
    mean of n is 1/√n of that of one; what hits all at once is the whole loss for each, however many share it.
    """
    return tuple(
        PoolRow(size, times(lost, 1 / size), 1 / math.sqrt(size), lost) for size in sorted({*SIZES, clinicians})
    )


def times(interval: Interval, factor: float) -> Interval:
    """An interval with each end multiplied by a factor that is not negative."""
    return Interval(interval.low * factor, interval.likely * factor, interval.high * factor)


def _questions(practice: PracticeFile, years: Sequence[SteadyYear], known: Assumptions) -> tuple[str, ...]:
    """What the books would have to say, in the words of the questions to employers."""
    asked = [] if practice.payers else [_NO_PAYERS]
    unsaid = [row.name for row in practice.payers or () if row.paid_by is None]
    if unsaid:
        asked.append(f"Who pays for the sessions of {', '.join(unsaid)}: an insurer, or the clients themselves?")
    named = [name for name in years[0].open_names if name in known.open_terms]
    asked += [known.open_terms[name].ask for name in named]
    if practice.turnover.seat_empty is None:
        asked.append("How many weeks does a seat stay empty after a clinician has left?")
    if practice.turnover.refill is None:
        asked.append(known.open_terms["caseload.ramp.weeks"].ask)
    return tuple(asked)
