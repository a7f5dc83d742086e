"""Section "Checklists side by side": every check, what each offer says to it, and what that rests on.

In: a cleaned Comparison and the labels of its offers. Out: `ChecklistsView`, finished words. Must not score.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import ClassVar

from evaluator.checklists.findings import ChecklistText, CheckText, Finding, Outcome
from evaluator.comparison.model import Comparison, OfferResult
from evaluator.report.naming import Label, grouped
from evaluator.report.score_cell import NOT_ASSESSED, NOT_FOR_THIS
from evaluator.report.waiver_words import waiver_note
from evaluator.report.wording import between, sentence

# A sign and a word for every outcome: the sign can be seen from afar, the word needs no legend.
SIGNS: dict[Outcome, tuple[str, str]] = {
    "met": ("✓", "Met"),
    "partly": ("½", "Partly"),
    "not_met": ("✗", "Not met"),
    "vague": ("≈", "Vague"),
    "refused": ("⊘", "Refused"),
    "not_stated": ("?", "Not stated"),
    "not_applicable": ("–", "Does not apply"),
}
_MEANS: dict[Outcome, str] = {
    "met": "as it should be",
    "partly": "in part, or with strings",
    "not_met": "the opposite is stated",
    "vague": "asked, answered without a number or a rule",
    "refused": "asked, not answered",
    "not_stated": "left out: ask",
    "not_applicable": "not counted, with the reason",
}
_RESTS_ON = {
    "contract": "contract",
    "policy": "policy",
    "offer_letter": "letter",
    "posting": "posting",
    "verbal": "said",
    "third_party": "others say",
}
"""What an answer rests on in one word, for narrow columns; the legend says what each word stands for."""

RED_FLAGS = "red-flags"
NOT_FOR_IT: tuple[Outcome, ...] = ("not_applicable",)
EMPTY: tuple[Outcome, ...] = ("not_applicable", "not_stated")
LONGEST_QUOTE = 220  # characters that a narrow column can hold; longer quotes are printed in full below the table


@dataclass(frozen=True, slots=True)
class Cell:
    """What one offer says to one check. `rests_on` names the evidence and the place."""

    outcome: Outcome
    sign: str
    word: str
    says: str | None
    quote: str | None
    rests_on: str | None
    note: str | None = None
    waived: str | None = None


@dataclass(frozen=True, slots=True)
class LongQuote:
    """A quote too long for its cell, in full, and where it belongs."""

    number: str
    mark: str
    title: str
    quote: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check across the offers of a table."""

    title: str
    ask: str
    weight: str
    cells: tuple[Cell, ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class CheckTable:
    """One checklist for one group of offers.

    `unstated` are the checks of the core that no offer answers, for a short list: a table of nothing but question marks
    tells no more. `silent` are the titles of checks beyond the core that none of the offers speaks to, `inapplicable`
    those of checks that none of them is for: a row of empty cells each would bury the answers that are there.
    """

    title: str
    part: str | None
    labels: tuple[Label, ...]
    scores: tuple[str, ...]
    rows: tuple[CheckRow, ...]
    notes: tuple[LongQuote, ...]
    unstated: tuple[CheckRow, ...] = ()
    silent: tuple[str, ...] = ()
    inapplicable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChecklistsView:
    """All checklists but the red flags, which have their own section; `left_out` names those for none of the offers."""

    name: ClassVar[str] = "checklists"
    heading: ClassVar[str] = "Checklists side by side"

    legend: tuple[tuple[str, str, str], ...]
    tables: tuple[CheckTable, ...]
    left_out: tuple[str, ...] = ()


def build_checklists(comparison: Comparison, labels: dict[str, Label]) -> ChecklistsView:
    """One table for each checklist and each group of offers."""
    groups = grouped(comparison.offers, sideways=True)
    numbers = count(1)
    tables, left_out = [], []
    for text in comparison.checklists:
        checks = tuple(check for check in comparison.checks if check.checklist == text.id)
        if text.id == RED_FLAGS or not checks:
            continue
        if all(_all_are(comparison.offers, check, NOT_FOR_IT) for check in checks):
            left_out.append(text.title)
            continue
        for group in groups:
            part = f"Offers {', '.join(labels[offer.id].mark for offer in group)}" if len(groups) > 1 else None
            tables.append(_table(text, part, checks, group, labels, numbers, group is groups[0]))
    legend = tuple((*SIGNS[outcome], _MEANS[outcome]) for outcome in SIGNS)
    return ChecklistsView(legend, tuple(tables), tuple(left_out))


def _table(
    text: ChecklistText,
    part: str | None,
    checks: tuple[CheckText, ...],
    offers: tuple[OfferResult, ...],
    labels: dict[str, Label],
    numbers: Iterator[int],
    first: bool,
) -> CheckTable:
    rows: list[CheckRow] = []
    unstated: list[CheckRow] = []
    notes: list[LongQuote] = []
    further = tuple(check.title for check in checks if not check.core and _all_are(offers, check, EMPTY))
    inapplicable = tuple(check.title for check in checks if check.core and _all_are(offers, check, NOT_FOR_IT))
    for check in checks:
        if _all_are(offers, check, NOT_FOR_IT if check.core else EMPTY):
            continue
        cells = []
        for offer in offers:
            cell = _cell(next((found for found in offer.findings if found.check == check.id), None))
            cell = replace(cell, waived=waiver_note(offer, check.id))
            if cell.quote and len(cell.quote) > LONGEST_QUOTE:
                notes.append(LongQuote(str(next(numbers)), labels[offer.id].mark, check.title, cell.quote))
                cell = replace(cell, quote=_opening(cell.quote), note=notes[-1].number)
            cells.append(cell)
        answered = any(cell.outcome != "not_stated" or cell.waived for cell in cells)
        row = CheckRow(check.title, check.ask, check.weight, tuple(cells), f"check-{check.id}" if first else None)
        (rows if answered else unstated).append(row)
    return CheckTable(
        title=text.title,
        part=part,
        labels=tuple(labels[offer.id] for offer in offers),
        scores=tuple(_score(offer, text.id) for offer in offers),
        rows=tuple(rows),
        notes=tuple(notes),
        unstated=tuple(unstated),
        silent=further,
        inapplicable=inapplicable,
    )


def _all_are(offers: tuple[OfferResult, ...], check: CheckText, outcomes: tuple[Outcome, ...]) -> bool:
    """Whether every offer's finding of the check is one of these outcomes."""
    found = [finding.outcome for offer in offers for finding in offer.findings if finding.check == check.id]
    return bool(found) and all(outcome in outcomes for outcome in found)


def _opening(quote: str) -> str:
    """The first words of a long quote."""
    return quote[: LONGEST_QUOTE // 2].rsplit(" ", 1)[0] + " …"


def _score(offer: OfferResult, checklist: str) -> str:
    score = offer.scores.get(checklist)
    if score is None:
        return NOT_ASSESSED
    if not score.applicable:
        return NOT_FOR_THIS
    return f"{between(score.floor, score.ceiling)} of 100{'' if score.scored else ', not scored'}"


def _cell(found: Finding | None) -> Cell:
    if found is None:
        return Cell("not_applicable", "–", "Not asked", None, None, None)
    sign, word = SIGNS[found.outcome]
    suspected = found.outcome == "not_met" and found.evidence == "third_party"
    # "Not stated" says it all; a second sentence in every empty cell would bury the answers that are there.
    says = None if found.outcome == "not_stated" else sentence(found.says)
    rests_on = None if found.outcome == "not_stated" else _place(found)
    return Cell(found.outcome, sign, f"{word}, suspected" if suspected else word, says, found.quote, rests_on)


def _place(found: Finding) -> str | None:
    return rests_on(found.evidence, found.where, found.line)


def rests_on(evidence: str | None, where: str | None, line: int | None) -> str | None:
    """`contract, §2, line 65`: what a statement rests on, its place in the employer's text, its line in the file."""
    kind = None if evidence is None else _RESTS_ON.get(evidence, evidence.replace("_", " "))
    return ", ".join(part for part in (kind, where, None if line is None else f"line {line}") if part) or None
