"""The decision guide: ten questions, their answers, and which model each answer speaks for or against.

In: `decision-guide.yaml`, or a file like it. Out: a `DecisionGuide`. Must not weigh answers (`fitting_models` does)
or ask anybody. Raises `OfferProblems` with the place of every mistake.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, RootModel, model_validator
from pydantic_core import PydanticCustomError

from evaluator.checklists.business_models import FOLDER, not_empty, note_unknown_sources
from evaluator.checklists.checks import Part, Slug, Word, Words
from evaluator.checklists.loading import place_at, validated
from evaluator.offer.choices import Kind
from evaluator.offer.problems import Notebook, expected_one_of, shown
from evaluator.offer.reading import load_document

UNKNOWN = "unknown"
"""How a file of answers says "I don't know"."""

Chosen = Mapping[str, str]
"""The word of the chosen answer, by the id of its question. A question that is not in it was not answered."""


class GuideAnswer(Part):
    """An answer as a person would say it, and for each model that it speaks for or against a sentence that says why."""

    says: Words
    for_: dict[Kind, Words] = Field(default_factory=dict, alias="for")
    against: dict[Kind, Words] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _speaks_one_way(self) -> "GuideAnswer":
        both = [kind for kind in self.for_ if kind in self.against]
        if both:
            raise PydanticCustomError("checklist", f"speaks for and against {', '.join(both)}: expected one of the two")
        return self


class GuideQuestion(Part):
    """One question with its answers, in the order in which they are shown."""

    id: Slug
    title: Words
    ask: Words
    answers: dict[Word, GuideAnswer]

    @model_validator(mode="after")
    def _leaves_a_choice(self) -> "GuideQuestion":
        if len(self.answers) < 2:
            raise PydanticCustomError("checklist", "there is only one answer: expected at least two")
        if UNKNOWN in self.answers:
            raise PydanticCustomError("checklist", f"'{UNKNOWN}' means I don't know: expected another word")
        return self


class DecisionGuide(Part):
    """All questions, in the order in which they are asked."""

    sources: Annotated[tuple[Slug, ...], BeforeValidator(not_empty)]
    questions: Annotated[tuple[GuideQuestion, ...], BeforeValidator(not_empty)]

    @property
    def by_id(self) -> Mapping[str, GuideQuestion]:
        """The questions by their ids, in order."""
        return {question.id: question for question in self.questions}


class _Answers(RootModel[dict[str, Word]]):
    """A file of answers: words by question."""


def load_decision_guide(path: Path | None = None) -> DecisionGuide:
    """The guide of the package, or of another file like it. Read once in a process. Raises `OfferProblems`."""
    return _load(path or FOLDER / "decision-guide.yaml")


@cache
def _load(path: Path) -> DecisionGuide:
    notebook = Notebook(str(path))
    top = load_document(path, notebook).top
    guide = validated(DecisionGuide, top, notebook)
    note_unknown_sources(guide.sources, (), top, notebook)
    seen: set[str] = set()
    for number, question in enumerate(guide.questions):
        if question.id in seen:
            message = f"{shown(question.id)} is asked twice: expected another id"
            notebook.note(place_at(top, ("questions", number, "id")), message)
        seen.add(question.id)
    notebook.stop_if_any()
    return guide


def load_answers(path: str | Path, guide: DecisionGuide) -> dict[str, str]:
    """The answers in a file (`-` for standard input): one line a question, `up-front: none`.

    A question that is left out, or answered `unknown`, is not in the result. Raises `OfferProblems` with the place of
    every question or answer that the guide does not have.
    """
    notebook = Notebook(str(path))
    top = load_document(path, notebook).top
    given = validated(_Answers, top, notebook).root
    questions = guide.by_id
    for name, word in given.items():
        if name not in questions:
            message = f"there is no question {shown(name)}: {expected_one_of(name, questions)}"
            notebook.note(place_at(top, (name,), key=True), message)
        elif word not in questions[name].answers and word != UNKNOWN:
            allowed = (*questions[name].answers, UNKNOWN)
            message = f"{shown(word)} is no answer of {name}: {expected_one_of(word, allowed)}"
            notebook.note(place_at(top, (name,)), message)
    notebook.stop_if_any()
    return {question: given[question] for question in questions if given.get(question, UNKNOWN) != UNKNOWN}


def answers_form(guide: DecisionGuide) -> str:
    """A file of answers to fill in: every question with its words as comments, every answer `unknown`."""
    lines = [f"# Put one of the words behind each question; {UNKNOWN} means I don't know."]
    for question in guide.questions:
        lines += ["", f"# {question.ask}"]
        lines += [f"#   {word}: {answer.says}" for word, answer in question.answers.items()]
        lines.append(f"{question.id}: {UNKNOWN}")
    return "\n".join(lines) + "\n"
