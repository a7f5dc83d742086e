"""Section "Questions to ask": for each offer, ordered by what an answer could change, and as an e-mail.

In: a cleaned Comparison and the labels of its offers. Out: `QuestionsView`, finished words. Must not weigh: gains,
swings and the order come from the Comparison.
"""

from dataclasses import dataclass
from typing import ClassVar

from evaluator.comparison.model import Comparison, OfferResult, Question
from evaluator.report.naming import Label
from evaluator.report.wording import cents, half_up, ordinal

IN_LETTER = 10  # nobody answers a longer e-mail


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question; `score` and `pay` say what an answer could change and its place in that ranking, or nothing."""

    number: str
    ask: str
    critical: bool
    score: str
    score_rank: str | None
    pay: str
    pay_rank: str | None


@dataclass(frozen=True, slots=True)
class OfferQuestions:
    """The questions for one offer, and the first ten of them as the lines of an e-mail."""

    label: Label
    rows: tuple[QuestionRow, ...]
    letter: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """The section with all questions."""

    name: ClassVar[str] = "questions"
    heading: ClassVar[str] = "Questions to ask"

    offers: tuple[OfferQuestions, ...]


def build_questions(comparison: Comparison, labels: dict[str, Label]) -> QuestionsView:
    """Questions of every offer."""
    return QuestionsView(tuple(_offer_questions(offer, labels[offer.id]) for offer in comparison.offers))


def _offer_questions(offer: OfferResult, label: Label) -> OfferQuestions:
    by_score = _places([question.score_gain for question in offer.questions], 1)
    by_pay = _places([question.hourly_swing_usd for question in offer.questions], 2)
    rows = tuple(
        _row(number + 1, question, by_score.get(number), by_pay.get(number))
        for number, question in enumerate(offer.questions)
    )
    letter = tuple(f"{row.number}. {row.ask}" for row in rows[:IN_LETTER])
    return OfferQuestions(label, rows, letter)


def _places(gains: list[float], places: int) -> dict[int, int]:
    """The place, from 1, of every gain that does not print as zero."""
    ranked = sorted(
        (number for number, gain in enumerate(gains) if half_up(gain, places) > 0), key=lambda number: -gains[number]
    )
    return {number: place for place, number in enumerate(ranked, 1)}


def _row(place: int, question: Question, score_place: int | None, pay_place: int | None) -> QuestionRow:
    return QuestionRow(
        number=str(place),
        ask=question.ask,
        critical=question.critical,
        score=f"{half_up(question.score_gain, 1)} points" if score_place else "–",
        score_rank=ordinal(score_place) if score_place else None,
        pay=f"{cents(question.hourly_swing_usd)} an hour" if pay_place else "–",
        pay_rank=ordinal(pay_place) if pay_place else None,
    )
