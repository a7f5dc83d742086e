"""Questions about the terms of an offer, from the models that define them.

In: the name of a term. Out: a `Question` in the words of `wording.yaml`, and an answer as plain data. Must
not decide which term is asked, nor know checks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel

from evaluator.interview.questions import Choice, NotUnderstoodError, Question
from evaluator.interview.wording import AskedWords
from evaluator.offer.pay import Section
from evaluator.offer.shapes import Amounts, Part, Rows, Shape, Single, Term, model_for, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.walking import Path, Plain

_BARE = re.compile(r"[0-9]{1,3}(,[0-9]{3})+|[0-9]+(\.[0-9]+)?", re.ASCII)
_MANY_DIGITS = 10
_PIECES = re.compile(r";\s*|,\s+")
_PIECE = re.compile(r"(?P<name>.*\S)\s*(?::\s*|\s)(?P<amount>\S+)")
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
_AMOUNTS = {"money": "liability cover $480, software $1,200", "hours": "meetings 1, administration 2-3"}


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


@lru_cache(maxsize=10_000)
def term_at(path: Path, structure: str | None) -> Term | None:
    """The term at a path, under a pay structure; rows count by number. Nothing where there is none."""
    shape: Shape | None = Part((Offer,))
    term: Term | None = None
    for key in path:
        match shape:
            case Part():
                model = model_for(shape, structure)
                term = terms_of(model).get(key) if model is not None else None
                shape = term.shape if term else None
            case Rows(model=row) if key.isdigit():
                shape = Part((row,))
                term = Term(key, shape, False, "")
            case Amounts(each=each):
                shape, term = each, Term(key, each, False, "")
            case _:
                return None
        if term is None:
            return None
    return term


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
            return AMOUNTS_HINT.format(example=_AMOUNTS.get(kind, _AMOUNTS["money"]))
    return ""


def _sentence(word: str) -> str:
    said = readable(word)
    return f"{said[:1].upper()}{said[1:]}."


def readable(word: str) -> str:
    """A word of the format as people write it."""
    return word.replace("_", " ").replace("-", " ")


def in_dollars(text: str) -> str:
    """An amount or range of bare numbers with the sign that makes it readable; anything else as it is."""
    parts = [part.strip() for part in text.split("-")]
    if len(parts) > 2 or not all(_BARE.fullmatch(part) for part in parts):
        return text
    return "-".join(f"${int(part):,}" if part.isdigit() and len(part) < _MANY_DIGITS else f"${part}" for part in parts)


def value_of(term: Term, text: str) -> Plain:
    """An answer as plain data: amounts by name taken apart, all else as it was typed.

    Raises `NotUnderstoodError` for amounts that can't be told from their names.
    """
    text = text.strip()
    if isinstance(term.shape, Single) and term.shape.written is not None and term.shape.written.name == "state":
        return text.upper()
    if isinstance(term.shape, Single) and term.shape.written is not None and term.shape.written.name == "money":
        return in_dollars(text)
    if not isinstance(term.shape, Amounts) or text == "none":
        return text
    pieces = [piece for piece in _PIECES.split(text) if piece]
    if len(pieces) == 1 and not any(letter.isalpha() for letter in text):
        return text
    amounts: dict[str, Plain] = {}
    for piece in pieces:
        found = _PIECE.fullmatch(piece)
        if found is None or not any(sign.isdigit() for sign in found["amount"]):
            raise NotUnderstoodError(f"'{piece}' is not a name with its amount: expected words such as meetings 1")
        name = found["name"].rstrip(": ")
        if name in amounts:
            raise NotUnderstoodError(f"'{name}' is named twice: expected each name once")
        amounts[name] = found["amount"]
    return dict(amounts)
