"""Section "What a candidate sees": the main lines of the very report that a clinician would print.

In: a cleaned Audit and the labels of its offers. Out: `CandidateView`, finished words. Must not compute.
"""

from dataclasses import dataclass
from typing import ClassVar

from evaluator.comparison.audit_model import Audit
from evaluator.report.naming import Label
from evaluator.report.sections.answer import FigureRow, build_answer
from evaluator.report.sections.questions import open_questions
from evaluator.report.wording import sentence

FIRST = 5


@dataclass(frozen=True, slots=True)
class SeenOffer:
    """One offer through a candidate's eyes."""

    label: Label
    verdict: str
    because: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CandidateView:
    """Figures, verdicts, and what a candidate will ask first."""

    name: ClassVar[str] = "candidate"
    heading: ClassVar[str] = "What a candidate sees"

    figures: tuple[FigureRow, ...]
    offers: tuple[SeenOffer, ...]


def build_candidate(audit: Audit, labels: dict[str, Label]) -> CandidateView:
    """The summary of the candidate's report."""
    answer = build_answer(audit.candidate, labels)
    return CandidateView(
        figures=answer.figures,
        offers=tuple(
            SeenOffer(
                labels[offer.id],
                offer.verdict.says,
                sentence(offer.verdict.because),
                tuple(question.ask for question in open_questions(offer)[:FIRST]),
            )
            for offer in audit.candidate.offers
        ),
    )
