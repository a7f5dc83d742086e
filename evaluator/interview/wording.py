"""The interview's questions in plain words, as the file of the package says them.

In: `wording.yaml`. Out: `AskedWords`, read once in a process. Must not know which question is asked. Raises
`OfferProblems` with the place of every mistake.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from evaluator.checklists.checks import Part, Words
from evaluator.checklists.loading import validated
from evaluator.offer.problems import Notebook
from evaluator.offer.reading import load_document


class TermWords(Part):
    """How one term is asked for. `hint` tells what to type where the usual line does not, `answers` how each choice
    reads, `pick` what stands for the term in a list to pick from.
    """

    ask: Words
    hint: Words | None = None
    answers: Mapping[str, Words] = {}
    pick: Words | None = None


class WayWords(Part):
    """How it is asked in which of several ways a thing is stated: the question, and what stands for each way."""

    ask: Words
    answers: Mapping[str, Words]


class AskedWords(Part):
    """Questions by term; whether a list goes on, and what one of its rows is, by list; ways of stating a thing, by the
    usual one; and what the rows of a list have in common; what stands above the questions of a section; and what stands
    for groups and lists where they are picked from.
    """

    terms: Mapping[str, TermWords]
    lists: Mapping[str, Words]
    nouns: Mapping[str, Words]
    ways: Mapping[str, WayWords]
    rows: Mapping[str, Words]
    sections: Mapping[str, Words]
    picks: Mapping[str, Words]

    def answers(self) -> dict[tuple[str, str], str]:
        """How each choice reads, by term and word."""
        return {(name, word): says for name, term in self.terms.items() for word, says in term.answers.items()}


@cache
def load_wording() -> AskedWords:
    """The words of the package."""
    path = Path(__file__).parent / "wording.yaml"
    notebook = Notebook(str(path))
    return validated(AskedWords, load_document(path, notebook).top, notebook)
