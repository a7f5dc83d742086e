"""Each step of the account beside its average over all orders in which the steps could be taken.

In: a cleaned Comparison and the labels of its offers. Out: `OrderTable`s of up to three offers, finished words. Must
not average: the engine does.
"""

from dataclasses import dataclass

from evaluator.comparison.model import Comparison, OfferResult
from evaluator.economics.figures import Attribution
from evaluator.report.naming import Label, grouped
from evaluator.report.sections.money import step_name
from evaluator.report.wording import change, half_up, listed


@dataclass(frozen=True, slots=True)
class OrderCell:
    """A step in one offer: at its place in the account, averaged, and whether the two are far apart."""

    in_order: str
    averaged: str
    depends: bool


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A step in up to three offers, and in words where it depends on the order."""

    name: str
    depends: str | None
    cells: tuple[OrderCell, ...]


@dataclass(frozen=True, slots=True)
class OrderTable:
    """The steps of up to three offers."""

    labels: tuple[Label, ...]
    rows: tuple[OrderRow, ...]


def order_tables(comparison: Comparison, labels: dict[str, Label]) -> tuple[OrderTable, ...]:
    """Tables of the steps that change anything in at least one of their offers."""
    known = tuple(offer for offer in comparison.offers if offer.sureness and offer.sureness.attribution)
    return tuple(_table(group, labels) for group in grouped(known) if group)


def _table(offers: tuple[OfferResult, ...], labels: dict[str, Label]) -> OrderTable:
    names: dict[str, str] = {}
    held: dict[tuple[str, str], Attribution] = {}
    for offer in offers:
        for one in offer.sureness.attribution if offer.sureness else ():
            if half_up(one.amount_usd, 0) or half_up(one.shapley_usd, 0):
                names.setdefault(one.step, step_name(one.step, one.label))
                held[offer.id, one.step] = one
    order = {step.step: place for offer in offers for place, step in enumerate(offer.money.waterfall)}
    steps = sorted(names, key=lambda step: order.get(step, len(order)))
    marks = tuple(labels[offer.id] for offer in offers)
    rows = []
    for step in steps:
        cells = tuple(_cell(held.get((offer.id, step))) for offer in offers)
        rows.append(OrderRow(names[step], _depends(cells, marks), cells))
    return OrderTable(marks, tuple(rows))


def _depends(cells: tuple[OrderCell, ...], labels: tuple[Label, ...]) -> str | None:
    where = [label.mark for cell, label in zip(cells, labels, strict=True) if cell.depends]
    if not where:
        return None
    return f"depends on the order in {listed(where)}" if len(labels) > 1 else "depends on the order"


def _cell(one: Attribution | None) -> OrderCell:
    if one is None:
        return OrderCell("–", "–", False)
    return OrderCell(change(one.amount_usd, 0), change(one.shapley_usd, 0), one.depends_on_order)
