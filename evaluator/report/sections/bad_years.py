"""What a year that goes badly does to each offer: a block for each scenario, a line for each offer.

In: a cleaned Comparison and the labels of its offers. Out: `StressTable`s, finished words. Must not compute: changes,
ranks and lowest weeks come from the Comparison.
"""

from dataclasses import dataclass

from evaluator.comparison.model import Comparison
from evaluator.economics.figures import StressResult
from evaluator.report.naming import Label
from evaluator.report.wording import cents, change, dollars, half_up, listed, ordinal, sentence


@dataclass(frozen=True, slots=True)
class StressRow:
    """One offer in a bad year; alone it has no rank."""

    label: Label
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StressTable:
    """One scenario: what happens, each offer that it touches, and those that have no such risk."""

    title: str
    says: str
    spared: str | None
    rows: tuple[StressRow, ...]


def stress_tables(comparison: Comparison, labels: dict[str, Label]) -> tuple[StressTable, ...]:
    """A table for every scenario that touches at least one offer, in the order in which the offers list them."""
    found: dict[str, StressResult] = {}
    by_offer: dict[tuple[str, str], StressResult] = {}
    known = [offer for offer in comparison.offers if offer.sureness is not None]
    for offer in known:
        for result in offer.sureness.stress if offer.sureness else ():
            found.setdefault(result.scenario, result)
            by_offer[offer.id, result.scenario] = result
    alone = len(known) == 1  # an offer that does not state its pay has no rows and no part in the ranks
    tables = []
    for scenario, result in found.items():
        spared = [labels[offer.id].mark for offer in known if (offer.id, scenario) not in by_offer]
        tables.append(
            StressTable(
                title=sentence(result.label),
                says=sentence(result.says),
                spared=f"No such risk: {listed(spared)}." if spared else None,
                rows=tuple(
                    StressRow(labels[offer.id], _cells(by_offer[offer.id, scenario], alone))
                    for offer in known
                    if (offer.id, scenario) in by_offer
                ),
            )
        )
    return tuple(tables)


def _cells(result: StressResult, alone: bool) -> tuple[str, ...]:
    return (
        _changed(result.pay_change_usd),
        cents(result.effective_hourly_usd),
        dollars(result.lowest_week_usd),
        *(() if alone else (ordinal(result.rank),)),
        _changed(result.practice_change_usd),
    )


def _changed(amount: float) -> str:
    return change(amount, 0) if half_up(amount, 0) else "no change"
