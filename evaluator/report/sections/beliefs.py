"""Common beliefs that the offers speak against, as the section about money and the terminal say them.

In: a cleaned Comparison and the labels of its offers. Out: `Belief`s, finished words. Must not decide which are shown.
"""

from dataclasses import dataclass

from evaluator.comparison.model import Comparison
from evaluator.report.naming import Label
from evaluator.report.wording import sentence


@dataclass(frozen=True, slots=True)
class Belief:
    """A belief as people say it, what is so here instead, and the letters of the offers that show it.

    The letters are empty with a single offer.
    """

    belief: str
    says: str
    offers: str


def build_beliefs(comparison: Comparison, labels: dict[str, Label]) -> tuple[Belief, ...]:
    """The notes of a Comparison, in its order."""
    several = len(comparison.offers) > 1
    return tuple(
        Belief(
            note.belief, sentence(note.says), ", ".join(labels[offer].mark for offer in note.offers) if several else ""
        )
        for note in comparison.notes
    )


def belief_line(belief: Belief) -> str:
    """The belief and what is so instead, as one line of a terminal."""
    return f"“{belief.belief}” {belief.says}{f' ({belief.offers})' if belief.offers else ''}"
