"""Section "Terms side by side": what each offer says of pay, hours and the rest, and what that rests on.

In: a cleaned Comparison and the labels of its offers. Out: `TermsView`, finished words; none where nothing is said.
Must not compute: where an offer says nothing of a term that another names, the cell says so.
"""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from evaluator.comparison.model import Comparison
from evaluator.comparison.terms_model import TermCell, TermRow, TermState
from evaluator.report.naming import Label, grouped
from evaluator.report.sections.checklists import rests_on

DIFFERS = "≠"
_INSTEAD: dict[TermState, str] = {
    "vague": "asked, answered vaguely",
    "refused": "asked, not answered",
    "not_stated": "not stated",
    "not_for": "–",
}
_AFTER_ITEM = re.compile(r"(?<=;) ")  # the semicolon stays, so nothing of a text is lost
LONGEST_QUOTE = 160  # characters beside a vague answer; the checklists print long quotes in full


@dataclass(frozen=True, slots=True)
class Cell:
    """What one offer says of one term, a line for each item of a list. `state` is the name of its style."""

    state: TermState
    lines: tuple[str, ...]
    quote: str | None
    rests_on: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One term across the offers of a table. `differs` holds a sign where they don't all say the same, else nothing."""

    label: str
    differs: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The terms of one part of the offer file."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TermsTable:
    """All terms for one group of offers."""

    part: str | None
    labels: tuple[Label, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class TermsView:
    """One table for each group of offers. `marks` tells whether there is more than one, so that terms can differ."""

    name: ClassVar[str] = "terms"
    heading: ClassVar[str] = "Terms side by side"

    marks: bool
    tables: tuple[TermsTable, ...]


def build_terms(comparison: Comparison, labels: dict[str, Label]) -> TermsView | None:
    """Every term that any of the offers says something of, in the order of the offer file."""
    if not comparison.terms:
        return None
    groups = grouped(comparison.offers, sideways=True)
    places = {offer.id: place for place, offer in enumerate(comparison.offers)}
    tables = []
    for group in groups:
        part = f"Offers {', '.join(labels[offer.id].mark for offer in group)}" if len(groups) > 1 else None
        columns = [places[offer.id] for offer in group]
        parts = tuple(
            Part(title, tuple(_row(row, columns) for row in rows))
            for title, rows in groupby(comparison.terms, key=lambda row: row.section)
        )
        tables.append(TermsTable(part, tuple(labels[offer.id] for offer in group), parts))
    return TermsView(len(comparison.offers) > 1, tuple(tables))


def _row(row: TermRow, columns: list[int]) -> Row:
    return Row(row.label, DIFFERS if row.differs else "", tuple(_cell(row.cells[column]) for column in columns))


def _cell(cell: TermCell) -> Cell:
    quote = cell.quote if cell.state == "vague" and cell.quote and len(cell.quote) <= LONGEST_QUOTE else None
    return Cell(
        state=cell.state,
        lines=tuple(_AFTER_ITEM.split(_INSTEAD.get(cell.state, cell.says))),
        quote=quote,
        rests_on=rests_on(cell.evidence, cell.where, cell.line),
    )
