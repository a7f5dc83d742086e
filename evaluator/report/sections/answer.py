"""Section "The answer": the verdicts, who leads and how surely, the figures side by side, what to ask first.

In: a cleaned Comparison and the labels of its offers. Out: `AnswerView`, finished words and drawings. Must not judge:
verdicts, ranks and standings come from the Comparison.
"""

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import ClassVar

from evaluator.checklists.findings import RedFlag, Score
from evaluator.comparison.model import Comparison, Lead, OfferResult, Question
from evaluator.comparison.pay_headline import states_a_split
from evaluator.economics.figures import Interval
from evaluator.offer.shares import shown_share
from evaluator.report.naming import Label
from evaluator.report.score_cell import NOT_ASSESSED, NOT_FOR_THIS, ScoreCell, score_cell
from evaluator.report.sections.causes import cause_of
from evaluator.report.sections.matters import MattersView, build_matters
from evaluator.report.sections.questions import open_questions
from evaluator.report.wording import (
    cents,
    counted,
    dollars,
    half_up,
    listed,
    percent,
    sentence,
    span,
)

STANDINGS = {
    "ahead": "Ahead, whatever the open answers",
    "likely_ahead": "Likely ahead",
    "too_close": "Too close to call",
    "pay_not_stated": "Pay not stated",
}
MOST_BEFORE_QUESTIONS = 4  # offers whose figures leave room for the questions on the first page
MOST_DECIDING = 2  # deciding questions on the first page; all are in the section with the questions
_MOST_COLUMNS = 6  # checklists beside the overall score that one table holds
_BARS = {5: 68.0, 6: 48.0, 7: 34.0}  # px of a bar in a table of so many columns, so that its numbers stand beside it


@dataclass(frozen=True, slots=True)
class Verdict:
    """One offer's verdict and what it rests on, and in one sentence why its pay per hour comes out as it does."""

    label: Label
    verdict: str
    because: str
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the range that open terms leave, if they leave one; `implied` if no offer states it as such."""

    likely: str
    span: str | None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The main figures of one offer, and in a few words the pay that it states, if it does."""

    label: Label
    pay: str | None
    rank: str
    headline: Figure
    effective: Figure
    hourly: Figure
    take_home: Figure
    coverage: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Scores of all offers in some of the checklists."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Label, tuple[ScoreCell, ...]], ...]


@dataclass(frozen=True, slots=True)
class FirstQuestion:
    """One of the three questions to ask first; whom, if there are several offers, and why it comes first."""

    ask: str
    stake: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """Everything on the first page; with `many` offers the questions come before the table, to stay there."""

    name: ClassVar[str] = "answer"
    heading: ClassVar[str] = "The answer"

    standing: str
    lead: str
    margin: str | None
    decided_by: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    figures: tuple[FigureRow, ...]
    has_ranges: bool
    has_implied: bool
    unstated: tuple[str, ...]
    same: tuple[str, ...]
    scores: tuple[ScoreTable, ...]
    matters: MattersView
    first_questions: tuple[FirstQuestion, ...]
    ranked: bool = True
    many: bool = False


def build_answer(comparison: Comparison, labels: dict[str, Label]) -> AnswerView:
    """The first page of the report."""
    figures = tuple(_figure_row(offer, labels[offer.id]) for offer in comparison.offers)
    return AnswerView(
        standing=_standing(comparison),
        lead=sentence(comparison.lead.says),
        margin=_margin(comparison.lead, labels),
        decided_by=tuple(sentence(name) for name in comparison.lead.decided_by[:MOST_DECIDING]),
        verdicts=tuple(
            Verdict(
                labels[offer.id],
                offer.verdict.says,
                sentence(offer.verdict.because),
                cause_of(comparison, offer, labels),
            )
            for offer in comparison.offers
        ),
        figures=figures,
        has_ranges=any(
            cell.span for row in figures for cell in (row.headline, row.effective, row.hourly, row.take_home)
        ),
        has_implied=any(row.headline.implied for row in figures),
        unstated=_unstated(comparison, labels),
        same=_same(comparison, labels),
        scores=_score_tables(comparison, labels),
        matters=build_matters(comparison, labels),
        first_questions=_first_questions(comparison, labels),
        ranked=len(comparison.offers) > 1,
        many=len(comparison.offers) > MOST_BEFORE_QUESTIONS,
    )


def _standing(comparison: Comparison) -> str:
    """Who leads and how surely; of an offer alone, its verdict."""
    lead = comparison.lead
    return STANDINGS.get(lead.standing, comparison.offers[0].verdict.says)


def _margin(lead: Lead, labels: dict[str, Label]) -> str | None:
    if lead.difference_usd is None or lead.runner_up is None:
        return None
    gap, ahead, behind = lead.difference_usd, labels[lead.leader].mark, labels[lead.runner_up].mark
    if cents(gap.low) == cents(gap.high):
        return f"Pay per hour worked, {ahead} minus {behind}: {cents(gap.likely)}, however the open terms turn out."
    ends = f"from {cents(gap.low)} to {cents(gap.high)}"
    return f"Pay per hour worked, {ahead} minus {behind}: {ends} as the open terms turn out."


def _unstated(comparison: Comparison, labels: dict[str, Label]) -> tuple[str, ...]:
    """Of which offers the pay is assumed; the first sentence of all says it where there is one offer."""
    if len(comparison.offers) == 1:
        return ()
    return tuple(
        f"{labels[offer.id].mark} does not say what it pays. Its figures rest on what such offers usually pay, and it "
        "is ranked after offers that say."
        for offer in comparison.offers
        if not offer.money.pay_is_stated
    )


def _same(comparison: Comparison, labels: dict[str, Label]) -> tuple[str, ...]:
    """Which offers are one and the same, so that nobody takes two columns for two offers."""
    files = {offer.id: PurePath(offer.file).name for offer in comparison.offers}
    rows = []
    for group in comparison.same_content:
        marks, names = listed([labels[id].mark for id in group]), listed(list(dict.fromkeys(files[id] for id in group)))
        times = "twice" if len(group) == 2 else f"{len(group)} times"
        rows.append(f"{marks} say exactly the same ({names}): it is one offer, shown {times}.")
    return tuple(rows)


def _figure(interval: Interval, show: object) -> Figure:
    assert callable(show)
    return Figure(show(interval.likely), span(interval.low, interval.high, show))


def _headline(offer: OfferResult) -> Figure:
    """The advertised split; anything but a percentage only implies one."""
    money = offer.money
    if not money.pay_is_stated:
        return Figure("not stated", None)
    return replace(_figure(money.headline_split, percent), implied=not states_a_split(money.structure))


def _figure_row(offer: OfferResult, label: Label) -> FigureRow:
    money, overall = offer.money, offer.scores.get("overall")
    return FigureRow(
        label=label,
        pay=offer.pay_headline,
        rank=str(offer.rank),
        headline=_headline(offer),
        effective=_figure(money.effective_split, percent),
        hourly=_figure(money.effective_hourly_usd, cents),
        take_home=_figure(money.take_home_usd, dollars),
        coverage="–" if overall is None else shown_share(overall.coverage, cut=True),
        flags=count_flags(offer.red_flags),
    )


def count_flags(flags: tuple[RedFlag, ...]) -> tuple[str, ...]:
    """How many flags are up and how many can't be ruled out, in words; `none` if there are none at all."""
    up = [flag for flag in flags if flag.state != "not_ruled_out"]
    critical = sum(flag.severity == "critical" for flag in up)
    open_ = len(flags) - len(up)
    parts = []
    if up:
        parts.append(f"{len(up)} raised" + (f" ({critical} critical)" if critical else ""))
    if open_:
        parts.append(f"{open_} not ruled out")
    return tuple(parts) or ("none",)


def _score_tables(comparison: Comparison, labels: dict[str, Label]) -> tuple[ScoreTable, ...]:
    found = [offer.scores for offer in comparison.offers]
    held = [text for text in comparison.checklists if any(text.id in one and one[text.id].scored for one in found)]
    tables = []
    for start in range(0, max(len(held), 1), _MOST_COLUMNS):
        part = held[start : start + _MOST_COLUMNS]
        overall = [("overall", "Overall")] if start == 0 else []
        columns = [*overall, *((text.id, text.title) for text in part)]
        rows = tuple(
            (
                labels[offer.id],
                tuple(
                    _score_cell(offer.scores.get(id), title, labels[offer.id], _BARS.get(len(columns), 84.0))
                    for id, title in columns
                ),
            )
            for offer in comparison.offers
        )
        tables.append(ScoreTable(tuple(title for _, title in columns), rows))
    return tuple(tables)


def _score_cell(score: Score | None, title: str, label: Label, width: float) -> ScoreCell:
    if score is None:
        return ScoreCell(None, NOT_ASSESSED)
    if not score.applicable:
        return ScoreCell(None, NOT_FOR_THIS)
    more = "" if score.scored else ", not scored"
    return score_cell(score.floor, score.ceiling, f"{title}, offer {label.mark}", more, width)


def _first_questions(comparison: Comparison, labels: dict[str, Label]) -> tuple[FirstQuestion, ...]:
    """One that could stop an offer, the one that moves pay most, the one that moves a score most; then the next."""
    asked = [(offer, question) for offer in comparison.offers for question in open_questions(offer)]
    critical = [pair for pair in asked if pair[1].critical]
    pay = sorted(asked, key=lambda pair: -pair[1].hourly_swing_usd)
    score = sorted(asked, key=lambda pair: -pair[1].score_gain)
    chosen: list[Question] = []
    for ranked in (critical, pay, score, critical, pay, score, asked, asked, asked):
        taken = {question.ask for question in chosen}
        fresh = next((question for _, question in ranked if question.ask not in taken), None)
        if fresh is not None and len(chosen) < 3:
            chosen.append(fresh)
    return tuple(
        FirstQuestion(
            ask=question.ask,
            stake=f"{_whom(question, asked, labels)}{_stake(question)}",
        )
        for question in chosen
    )


def _whom(question: Question, asked: list[tuple[OfferResult, Question]], labels: dict[str, Label]) -> str:
    """The offers that leave a question open, by their marks; nothing where there is but one offer."""
    if len(labels) == 1:
        return ""
    marks = dict.fromkeys(labels[offer.id].mark for offer, other in asked if other.ask == question.ask)
    return f"Ask {listed(list(marks))}. "


def _stake(question: Question) -> str:
    parts = []
    if question.critical:
        parts.append("a critical red flag is open until this is answered")
    if half_up(question.hourly_swing_usd, 2):
        parts.append(f"could move pay by {cents(question.hourly_swing_usd)} an hour")
    if half_up(question.score_gain, 1):
        parts.append(f"could settle {counted_points(question.score_gain)} of the score")
    return sentence("; ".join(parts))


def counted_points(gain: float) -> str:
    """A gain in points of 100, to one decimal place: `1 point`, `9.5 points`."""
    points = half_up(gain, 1)
    return counted(int(points), "point") if points == int(points) else f"{points} points"
