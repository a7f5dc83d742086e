"""A part of "The answer": how each offer fits what matters to the reader, and the order that follows.

In: a cleaned Comparison and the labels of its offers. Out: `MattersView`, finished words and drawings. Must not weigh:
fit, places, tries and questions come from the Comparison. Money stays out of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from evaluator.checklists.findings import Fit, Rating
from evaluator.comparison.model import Comparison, ScoreOrder, Separating, Turn
from evaluator.report.naming import Label
from evaluator.report.score_cell import NOT_ASSESSED, ScoreCell, score_cell
from evaluator.report.wording import counted, listed

HEADS = {
    "schedule": "Schedule",
    "niche": "Niche",
    "ramp": "Fast start",
    "admin": "Little admin",
    "community": "Community",
    "leadership": "Path to lead",
}
"""The titles of the priorities as heads of narrow columns."""

TOP_TWO = {
    "protected": "protected",
    "one_protected": "one protected, one not assessed",
    "not_yet": "not yet: ask",
    "not_protected": "not protected",
    "none_chosen": "–",
    "not_assessable": "no check applies",
}
"""Whether an offer protects the chosen two, as a cell under the head "Your top two"."""

CHOSEN = "\N{BLACK DIAMOND}"
HOW_TO_RATE = (
    "Six things may matter to you more or less: rate them, or name a profile, in the file that you give with --for "
    "(“evaluator schema clinician” explains it), and this page shows which offer fits you."
)
_BAR, _FIT_BAR = 28.0, 58.0  # px; six narrow columns and a wider one for the fit stand side by side
_MOST_PAIRS, _MOST_ASKED, _MOST_TURNS, _MOST_SPELLED = 3, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Column:
    """One priority as the head of a column: its title, marked if it is one of the top two, and its rating."""

    title: str
    rating: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class MattersRow:
    """One offer: a cell for each priority, its fit, and whether it protects the top two."""

    label: Label
    cells: tuple[ScoreCell, ...]
    fit: ScoreCell
    protection: str


@dataclass(frozen=True, slots=True)
class MattersView:
    """The table of fits, empty where the reader rates nothing, and the order of the offers in sentences.

    `order` and `stays` are none with one offer. `close` says which offers can't be told apart yet, `asks` what would
    separate them. `how_to_rate` stands in for the table.
    """

    columns: tuple[Column, ...]
    rows: tuple[MattersRow, ...]
    note: str | None
    order: str | None
    stays: str | None
    close: str | None
    asks: tuple[str, ...]
    how_to_rate: str | None


def build_matters(comparison: Comparison, labels: dict[str, Label]) -> MattersView:
    """What matters to the reader, and the order by scores."""
    order, ratings = comparison.score_order, comparison.ratings
    several = order is not None and len(order.rows) > 1
    return MattersView(
        columns=tuple(_column(rating) for rating in ratings),
        rows=tuple(_row(offer.fit, labels[offer.id], ratings) for offer in comparison.offers) if ratings else (),
        note=_note(ratings) if ratings else None,
        order=_order(order, labels) if order and several else None,
        stays=_stays(order, labels, comparison) if order and order.runs else None,
        close=_close(order, labels) if order and order.not_separable else None,
        asks=_asks(order, labels, comparison) if order else (),
        how_to_rate=None if ratings else HOW_TO_RATE,
    )


def _column(rating: Rating) -> Column:
    title = HEADS.get(rating.priority, rating.title)
    return Column(title, f"{CHOSEN} {rating.rating} of 5" if rating.chosen else f"{rating.rating} of 5", rating.chosen)


def _row(fit: Fit | None, label: Label, ratings: Sequence[Rating]) -> MattersRow:
    found = {score.priority: score for score in fit.priorities} if fit else {}
    cells = tuple(
        score_cell(
            found[rating.priority].floor,
            found[rating.priority].ceiling,
            f"{rating.title}, offer {label.mark}",
            width=_BAR,
        )
        if rating.priority in found
        else ScoreCell(None, NOT_ASSESSED)
        for rating in ratings
    )
    if fit is None:
        return MattersRow(label, cells, ScoreCell(None, NOT_ASSESSED), "–")
    whole = score_cell(fit.floor, fit.ceiling, f"Fit, offer {label.mark}", width=_FIT_BAR)
    return MattersRow(label, cells, whole, TOP_TWO[fit.protection.id])


def _note(ratings: Sequence[Rating]) -> str | None:
    taken = [HEADS.get(rating.priority, rating.title).lower() for rating in ratings if rating.given == "assumed"]
    if taken:
        return f"Not rated by you, taken as 3 of 5: {listed(taken)}."
    return "All are rated 1, so all count alike." if all(rating.rating == 1 for rating in ratings) else None


def _order(order: ScoreOrder, labels: dict[str, Label]) -> str:
    """`By overall score alone: C, then A and B level.`"""
    groups = [[labels[row.offer].mark for row in rows] for _, rows in groupby(order.rows, lambda row: row.place)]
    words = [f"{listed(marks)} level" if len(marks) > 1 else marks[0] for marks in groups]
    basis = "By score and fit, money apart" if order.by_fit else "By overall score alone"
    return f"{basis}: {(', then ' if len(words) <= _MOST_SPELLED else ', ').join(words)}."


def _stays(order: ScoreOrder, labels: dict[str, Label], comparison: Comparison) -> str:
    """`C stays first in 5 of 6 tries with one checklist counted half or double; A is first with Support doubled.`"""
    first, tries = labels[order.rows[0].offer].mark, "tries with one checklist counted half or double"
    if not order.turns:
        return f"{first} stays first in all {order.runs} {tries}."
    titles = {text.id: text.title for text in comparison.checklists}
    others = dict.fromkeys(turn.first for turn in order.turns)
    told = [f"{labels[other].mark} is first with {_tries(order.turns, other, titles)}" for other in others]
    return f"{first} stays first in {order.stays_first} of {order.runs} {tries}; {', and '.join(told)}."


def _tries(turns: Sequence[Turn], first: str, titles: dict[str, str]) -> str:
    """`Autonomy halved or Support doubled`; of more than three only the first two."""
    tries = [
        f"{titles.get(turn.checklist, turn.checklist)} {'doubled' if turn.factor > 1 else 'halved'}"
        for turn in turns
        if turn.first == first
    ]
    if len(tries) > _MOST_TURNS:
        tries = [*tries[: _MOST_TURNS - 1], f"{len(tries) - _MOST_TURNS + 1} more"]
    return f"{', '.join(tries[:-1])} or {tries[-1]}" if len(tries) > 1 else tries[0]


def _close(order: ScoreOrder, labels: dict[str, Label]) -> str:
    shown = order.not_separable[:_MOST_PAIRS]
    pairs = [f"{labels[pair.first].mark} and {labels[pair.second].mark}" for pair in shown]
    more = order.pairs_not_separable - len(shown)
    told = "; ".join(pairs) + (f"; {counted(more, 'more pair')}" if more > 0 else "")
    end = "What would separate them:" if any(pair.questions for pair in shown) else "Nothing that is open would."
    return f"Not separable yet: {told}. {end}"


def _asks(order: ScoreOrder, labels: dict[str, Label], comparison: Comparison) -> tuple[str, ...]:
    """The first questions over all pairs that are shown, each once and to everybody it is open with."""
    found: dict[tuple[str, bool], list[Separating]] = {}
    for pair in order.not_separable[:_MOST_PAIRS]:
        for question in pair.questions:
            found.setdefault((question.check, question.already_said), []).append(question)
    ranked = sorted(found.values(), key=lambda same: _weight(same[0], max(one.gain for one in same)))
    titles = {check.id: check.title for check in comparison.checks}
    return tuple(_ask(same, labels, titles) for same in ranked[:_MOST_ASKED])


def _weight(question: Separating, gain: float) -> tuple[bool, bool, float]:
    return question.already_said, not question.critical, -gain


def _ask(same: Sequence[Separating], labels: dict[str, Label], titles: dict[str, str]) -> str:
    offers = {offer for question in same for offer in question.offers}
    marks = listed([label.mark for id, label in labels.items() if id in offers])
    if same[0].already_said:
        return f"Have {marks} put into the contract what was said: {titles.get(same[0].check, same[0].ask)}."
    return f"Ask {marks}: {same[0].ask}"
