"""How sure the order of the offers is, and the money of each (report.md, section 6).

In: evaluations in order of rank. Out: `HowSure` for all, `Sureness` for each that states its pay. Must not change a
figure of the money, nor give odds over an assumed pay: they would look like knowledge of what nobody has said.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from evaluator.comparison.break_evens import break_evens
from evaluator.comparison.evaluate import Evaluation
from evaluator.comparison.model import HowSure, Odds, WorthAsking
from evaluator.economics.assumptions import Scenario
from evaluator.economics.attribution import attribution
from evaluator.economics.figures import StressResult, Sureness
from evaluator.economics.inputs import Array
from evaluator.economics.noise import jensen_gap
from evaluator.economics.projection import Projection, project, total
from evaluator.economics.sensitivity import drawn_hourly, hourly_at, tornado
from evaluator.economics.simulation import SEED, share_of_wins
from evaluator.economics.stress import stressed

MOST_WORTH_ASKING = 10


def how_sure(
    ranked: Sequence[Evaluation], draws: int, together: Sequence[str] = ()
) -> tuple[HowSure, Mapping[str, Sureness]]:
    """Odds, break-evens and the worth of answers over the offers that state their pay, and the sureness of each, by id.

    `together` names scenarios of the parameters that one more stress row stacks; `KeyError` for a name that is none.
    """
    ranked = [one for one in ranked if one.appraisal.money.pay_is_stated]
    drawn = {one.offer_file.id: drawn_hourly(one.appraisal, draws) for one in ranked}
    stress = _stress(ranked, together)
    own = {one.offer_file.id: _sureness(one, drawn[one.offer_file.id], stress[one.offer_file.id]) for one in ranked}
    overall = HowSure(draws, SEED, _odds(drawn), break_evens(ranked), _worth_asking(ranked))
    return overall, own


def _odds(drawn: Mapping[str, Array]) -> tuple[Odds, ...]:
    rows = []
    for first, second in combinations(drawn, 2):
        share, error = share_of_wins(drawn[first], drawn[second])
        rows.append(Odds(first, second, round(share, 6), round(1 - share, 6), round(error, 6)))
    return tuple(rows)


def _sureness(evaluation: Evaluation, drawn: Array, stress: tuple[StressResult, ...]) -> Sureness:
    appraisal = evaluation.appraisal
    likely = np.zeros((1, len(appraisal.open_names)))
    low, middle, high = (round(float(value), 6) for value in np.quantile(drawn, [0.1, 0.5, 0.9]))
    shares = attribution(appraisal.year(likely).inputs, appraisal.projection(likely), appraisal.money.waterfall)
    noise = jensen_gap(appraisal.year(likely).inputs)
    gap = round(noise.gap_usd / appraisal.reader.years, 6) if noise.notable else None
    return Sureness(low, middle, high, tornado(appraisal), stress, shares, gap)


def _stress(ranked: Sequence[Evaluation], together: Sequence[str]) -> Mapping[str, tuple[StressResult, ...]]:
    """Every scenario over these offers at once, so that each row knows its rank; an offer without the risk has no row.

    `together` names scenarios that one more row lets happen in the same year.
    """
    if not ranked:
        return {}
    rows: dict[str, list[StressResult]] = {one.offer_file.id: [] for one in ranked}
    known = ranked[0].appraisal.reader.assumptions.scenarios
    years = {one.offer_file.id: one.appraisal.year(np.zeros((1, len(one.appraisal.open_names)))) for one in ranked}
    planned = {id: project(year.inputs) for id, year in years.items()}
    for name, label, says, scenarios in _rows(known, together):
        turned = {id: stressed(year, scenarios) for id, year in years.items()}
        real = {id: planned[id] if now is None else project(years[id].inputs, now) for id, now in turned.items()}
        order = sorted(real, key=lambda id: -float(real[id].effective_hourly_usd[0]))
        start = min(int(scenario.figures["start"]) for scenario in scenarios)
        for id, now in turned.items():
            if now is not None:
                figures = _stress_figures(planned[id], real[id], start)
                rows[id].append(StressResult(name, label, says, *figures, rank=order.index(id) + 1))
    return {id: tuple(listed) for id, listed in rows.items()}


def _rows(
    known: Mapping[str, Scenario], together: Sequence[str]
) -> Iterator[tuple[str, str, str, tuple[Scenario, ...]]]:
    for name, scenario in known.items():
        yield name, scenario.label, scenario.says, (scenario,)
    if together:
        stacked = tuple(known[name] for name in dict.fromkeys(together))
        says = " ".join(scenario.says for scenario in stacked)
        yield "together", " + ".join(scenario.label for scenario in stacked), says, stacked


def _stress_figures(
    planned: Projection, real: Projection, start: int
) -> tuple[float, float, float, float, float, float]:
    """Change of pay and of what is kept, split, hourly value, lowest pay of a worked week from the start on, and what
    changes for the practice."""

    def practice(year: Projection) -> float:
        return float(total(year.collected_usd + year.monitoring_usd + year.fees_usd - year.gross_pay_usd)[0])

    weekly = real.gross_pay_usd[0][start - 1 :]
    worked = real.inputs.worked[0][start - 1 :] > 0
    return (
        round(float(total(real.gross_pay_usd)[0] - total(planned.gross_pay_usd)[0]), 6),
        round(float(real.keep_usd[0] - planned.keep_usd[0]), 6),
        round(float(real.effective_split[0]), 9),
        round(float(real.effective_hourly_usd[0]), 6),
        round(float(weekly[worked].min()) if worked.any() else 0.0, 6),
        round(practice(real) - practice(planned), 6),
    )


def _worth_asking(ranked: Sequence[Evaluation]) -> tuple[WorthAsking, ...]:
    """What not knowing each open term costs in a year: the expected best choice knowing it, less the best not knowing.

    A term takes its worst, likely and best value with equal chance, the others are likely; one that travels with the
    reader moves every offer that leaves it open. Dollars an hour become dollars a year by the hours of the offer asked.
    """
    if len(ranked) < 2:
        return ()
    base = np.array([one.appraisal.money.effective_hourly_usd.likely for one in ranked])
    rows = []
    for place, one in enumerate(ranked):
        for name in one.appraisal.open_names:
            hourly = np.repeat(base[:, None], 3, axis=1)
            hourly[place] = _at_three(one, name)
            if one.appraisal.terms[name].scope == "reader":
                for other_place, other in enumerate(ranked):
                    if name in other.appraisal.open_names:
                        hourly[other_place] = _at_three(other, name)
            value = value_of_answer(hourly) * one.appraisal.money.hours.worked / one.appraisal.reader.years
            if value >= 1:
                rows.append(WorthAsking(one.offer_file.id, name, one.appraisal.terms[name].ask, round(value, 6)))
    rows.sort(key=lambda row: (-row.value_usd, row.term, row.offer))
    return tuple(rows[:MOST_WORTH_ASKING])


def value_of_answer(hourly: Array) -> float:
    """What knowing adds to the best choice, dollars an hour, never negative; shape (offers, equally likely values)."""
    return float(hourly.max(axis=0).mean() - hourly.mean(axis=1).max())


def _at_three(evaluation: Evaluation, name: str) -> Array:
    term = evaluation.appraisal.terms[name]
    return hourly_at(evaluation.appraisal, {name: np.array([term.worst, term.likely, term.best])})
