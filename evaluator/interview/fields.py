"""Questions about the terms of an offer, from the models that define them.

In: the name of a term. Out: a `Question` in the words of `wording.yaml`. Must not decide which term is asked, nor know
checks, nor take answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from evaluator.interview.questions import Choice, Question
from evaluator.interview.wording import AskedWords
from evaluator.offer.pay import Section
from evaluator.offer.shapes import Amounts, Part, Rows, Single, Term
from evaluator.offer.walking import Path

UNIT_HINT = "In {unit}, such as {example}, or a range."
TEXT_HINTS = {"day": "Such as 2026-11-02, or today.", "state": "Two letters, such as OH.", "text": "A few words."}
_COUNT = "A number, such as 25, or a range such as 20-26."
_NUMBER_HINTS = {
    "money": "In dollars, such as $150, or a range such as $120-$150.",
    "share": "In percent, such as 60%, or a range such as 50-60%.",
    **dict.fromkeys(("sessions", "sessions_a_week", "people", "visits"), _COUNT),
    "weeks": "In weeks, such as 16, or a range such as 12-16.",
    "minutes": "In minutes, such as 30, or a range such as 25-30.",
}
AMOUNTS_HINT = "Such as {example}; one amount for all; or none."
AMOUNTS = {"money": "liability cover $480, software $1,200", "hours": "meetings 1, administration 2-3"}


@dataclass(frozen=True, slots=True)
class Words:
    """Words for those of the format that don't explain themselves, by term and word.

    `open` names the terms that figures would have to guess; `asked` has the questions.
    """

    choices: Mapping[tuple[str, str], str]
    open: frozenset[str]
    asked: AskedWords

    def picks(self, name: str, term: Term) -> str:
        """What stands for a term in a list to pick from."""
        spoken = self.asked.terms.get(name)
        return (
            (spoken.pick if spoken is not None else self.asked.picks.get(name))
            or term.description
            or readable(term.name)
        )

    def asks(self, path: Path, term: Term) -> str:
        """The question that asks for a term; its description where there is none."""
        spoken = self.asked.terms.get(name_of(path))
        return spoken.ask if spoken is not None else term.description or readable(term.name)


def row_model(term: Term) -> type[BaseModel]:
    """The model of a list's rows, or of a group."""
    match term.shape:
        case Rows(model=model):
            return model
        case Part(models=models):
            return models[0]
        case _:
            return Section


def question_about(path: Path, term: Term, words: Words, *, section: str, required: bool = False) -> Question:
    """The question that asks for a term of one value, of a few words, or of amounts by name."""
    name = name_of(path)
    spoken = words.asked.terms.get(name)
    asks = words.asks(path, term)
    allowed = term.shape.words if isinstance(term.shape, Single) else ()
    choices = tuple(Choice(word, words.choices.get((name, word), _sentence(word))) for word in allowed)
    return Question(
        id=".".join(path),
        asks=asks,
        form="choice" if choices else "text",
        section=section,
        path=path,
        hint=(spoken.hint if spoken is not None else None) or ("" if choices else _usual_hint(term)),
        choices=choices,
        required=required,
        comment=asks,
    )


def name_of(path: Path) -> str:
    """The dotted name of a term, whichever row of a list it stands in."""
    return ".".join(key for key in path if not key.isdigit())


def _usual_hint(term: Term) -> str:
    """What to type for a term, with an example."""
    match term.shape:
        case Single(written=written) if written is not None and term.shape.is_number:
            fallback = UNIT_HINT.format(unit=written.name.replace("_", " "), example=written.example)
            return _NUMBER_HINTS.get(written.name, fallback)
        case Single(written=written) if written is not None:
            return TEXT_HINTS.get(written.name, "")
        case Amounts(each=each):
            kind = each.written.name if each.written else "money"
            return AMOUNTS_HINT.format(example=AMOUNTS.get(kind, AMOUNTS["money"]))
    return ""


def _sentence(word: str) -> str:
    said = readable(word)
    return f"{said[:1].upper()}{said[1:]}."


def readable(word: str) -> str:
    """A word of the format as people write it."""
    return word.replace("_", " ").replace("-", " ")
