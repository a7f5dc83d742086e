"""Section "The result": whether the gates held, the verdict that candidates and the owner see, the scores.

In: a cleaned Audit and the labels of its offers. Out: `ResultView`, finished words. Must not decide a gate.
"""

from dataclasses import dataclass
from typing import ClassVar

from evaluator.comparison.audit_model import Audit, GateState
from evaluator.report.audit_sections.books import diagnosis_line
from evaluator.report.naming import Label
from evaluator.report.sections.answer import ScoreTable, build_answer, count_flags
from evaluator.report.wording import between, sentence

GATE_WORDS: dict[GateState, tuple[str, str]] = {
    "held": ("✓", "Held"),
    "breached": ("✗", "Breached"),
    "unknown": ("?", "Can't be decided"),
}


@dataclass(frozen=True, slots=True)
class GateRow:
    """One gate for one offer."""

    label: Label
    title: str
    sign: str
    state: str
    says: str


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One offer: the verdict with every check, why, and the verdict that a candidate's report prints."""

    label: Label
    verdict: str
    because: str
    candidate: str
    score: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultView:
    """The first page of the audit. `books` is the diagnosis of the practice's own books, none without them."""

    name: ClassVar[str] = "audit_result"
    heading: ClassVar[str] = "The result"

    standing: str
    says: str
    books: str | None
    exit: str
    verdicts: tuple[VerdictRow, ...]
    gates: tuple[GateRow, ...]
    scores: tuple[ScoreTable, ...]
    same: tuple[str, ...]


def build_result(audit: Audit, labels: dict[str, Label]) -> ResultView:
    """The first page of the audit."""
    answer = build_answer(audit.owner, labels)
    return ResultView(
        standing=audit.outcome.title,
        says=audit.outcome.says,
        books=diagnosis_line(audit),
        exit=f"The command ends with exit code {audit.outcome.exit_code}.",
        verdicts=tuple(
            VerdictRow(
                label=labels[own.id],
                verdict=own.verdict.says,
                because=sentence(own.verdict.because),
                candidate=seen.verdict.says,
                score=between(own.scores["overall"].floor, own.scores["overall"].ceiling),
                flags=count_flags(own.red_flags),
            )
            for own, seen in zip(audit.owner.offers, audit.candidate.offers, strict=True)
        ),
        gates=tuple(
            GateRow(labels[offer.id], row.title, *GATE_WORDS[row.state], row.says)
            for offer in audit.offers
            for row in offer.gates
        ),
        scores=answer.scores,
        same=answer.same,
    )
