"""Section "Questions to ask": what is open, what was only said, and an e-mail, for each offer.

In: a cleaned Comparison and the labels of its offers. Out: `QuestionsView`, finished words. Must not weigh: gains,
swings and the order come from the Comparison.
"""

from dataclasses import dataclass
from typing import ClassVar

from evaluator.checklists.findings import WHOM, Whom
from evaluator.comparison.model import Comparison, OfferResult, Question
from evaluator.report.naming import Label
from evaluator.report.wording import cents, counted, half_up, ordinal, sentence

IN_TABLE = 15  # what is left out would each change little; the attached JSON has every question
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
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class OnlySaid:
    """What was answered on weak evidence: the title of the check and the answer in words."""

    title: str
    says: str
    critical: bool
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Addressed:
    """Numbered questions to one person, in their order."""

    to: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferQuestions:
    """The open questions for one offer, how many smaller ones are left out, and the first ten by whom to ask.

    `said` holds what has an answer already, but not in the contract.
    """

    label: Label
    rows: tuple[QuestionRow, ...]
    left_out: str | None
    said: tuple[OnlySaid, ...]
    letters: tuple[Addressed, ...]


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """The section with all questions."""

    name: ClassVar[str] = "questions"
    heading: ClassVar[str] = "Questions to ask"

    offers: tuple[OfferQuestions, ...]
    sheet: str | None = None


def build_questions(comparison: Comparison, labels: dict[str, Label]) -> QuestionsView:
    """Questions of every offer."""
    titles = {check.id: check.title for check in comparison.checks}
    return QuestionsView(
        tuple(_offer_questions(offer, labels[offer.id], titles) for offer in comparison.offers),
        "They are attached to the PDF as questions.md, by whom to ask, ready to paste into e-mails.",
    )


def open_questions(offer: OfferResult) -> tuple[Question, ...]:
    """The questions that have no answer yet, in their order; what was only said is not asked again."""
    return tuple(question for question in offer.questions if not question.already_said)


def _offer_questions(offer: OfferResult, label: Label, titles: dict[str, str]) -> OfferQuestions:
    asked = open_questions(offer)
    by_score = _places([question.score_gain for question in asked], 1)
    by_pay = _places([question.hourly_swing_usd for question in asked], 2)
    flags = {flag.check for flag in offer.red_flags}
    rows = tuple(
        _row(number + 1, question, question.check in flags, by_score.get(number), by_pay.get(number))
        for number, question in enumerate(asked[:IN_TABLE])
    )
    letters = by_whom(asked[:IN_LETTER])
    return OfferQuestions(label, rows, _left_out(len(asked) - len(rows)), _only_said(offer, titles), letters)


def by_whom(asked: tuple[Question, ...]) -> tuple[Addressed, ...]:
    """The questions by who can answer them, each group in its order and numbered from 1; nobody without a question."""
    groups: dict[Whom, list[str]] = {}
    for question in asked:
        groups.setdefault(question.whom, []).append(question.ask)
    return tuple(
        Addressed(title, tuple(f"{number}. {ask}" for number, ask in enumerate(groups[whom], 1)))
        for whom, title in WHOM.items()
        if whom in groups
    )


def _left_out(number: int) -> str | None:
    if number <= 0:
        return None
    verb = "is" if number == 1 else "are"
    return f"{counted(number, 'smaller question')} {verb} left out here; the JSON file lists every one."


def _only_said(offer: OfferResult, titles: dict[str, str]) -> tuple[OnlySaid, ...]:
    answers = {finding.check: finding.says for finding in offer.findings}
    return tuple(
        OnlySaid(
            titles.get(question.check or "", question.ask),
            sentence(answers.get(question.check or "", "")),
            question.critical,
            _anchor(question),
        )
        for question in offer.questions
        if question.already_said
    )


def _places(gains: list[float], places: int) -> dict[int, int]:
    """The place, from 1, of every gain that does not print as zero."""
    ranked = sorted(
        (number for number, gain in enumerate(gains) if half_up(gain, places) > 0), key=lambda number: -gains[number]
    )
    return {number: place for place, number in enumerate(ranked, 1)}


def _row(place: int, question: Question, flagged: bool, score_place: int | None, pay_place: int | None) -> QuestionRow:
    return QuestionRow(
        number=str(place),
        ask=question.ask,
        critical=question.critical,
        score=f"{half_up(question.score_gain, 1)} points" if score_place else "a red flag" if flagged else "–",
        score_rank=ordinal(score_place) if score_place else None,
        pay=f"{cents(question.hourly_swing_usd)} an hour" if pay_place else "–",
        pay_rank=ordinal(pay_place) if pay_place else None,
        anchor=_anchor(question),
    )


def _anchor(question: Question) -> str | None:
    """Where the checklists show what is stated to this question; none for a question about a term."""
    return f"check-{question.check}" if question.check else None
