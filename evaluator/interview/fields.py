"""Questions about the terms of an offer, from the models that define them.

In: the name of a term. Out: a `Question` whose texts are the models' descriptions, and an answer as plain data. Must
not decide which term is asked, nor know checks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel

from evaluator.interview.questions import Choice, NotUnderstoodError, Question
from evaluator.offer.pay import Section
from evaluator.offer.shapes import Amounts, Part, Rows, Shape, Single, Term, model_for, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.walking import Path, Plain

_PIECES = re.compile(r";\s*|,\s+")
_PIECE = re.compile(r"(?P<name>.*\S)\s*(?::\s*|\s)(?P<amount>\S+)")
NUMBER_HINT = "such as {example}, or a range such as {low}"
TEXT_HINTS = {"day": "such as 2026-11-02, or today", "state": "two capital letters, such as OH"}
_RANGES = {"money": "$50-$60", "share": "50-60%", "multiple": "90-150%"}
AMOUNTS_HINT = "names with amounts, such as: {example}; or one amount; or none"
_AMOUNTS = {"money": "liability cover $480, software $1,200", "hours": "meetings 1, administration 2-3"}


@dataclass(frozen=True, slots=True)
class Words:
    """Words for those of the format that don't explain themselves, by term and word.

    `asks` has questions for terms whose description asks nothing; `open` those to an employer about every open term.
    """

    choices: Mapping[tuple[str, str], str]
    asks: Mapping[str, str]
    open: Mapping[str, str]


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
    name = ".".join(key for key in path if not key.isdigit())
    asks = words.asks.get(name, "")
    parts = [term.description] if asks else []
    choices: tuple[Choice, ...] = ()
    match term.shape:
        case Single(words=allowed) if allowed:
            choices = tuple(Choice(word, words.choices.get((name, word), readable(word))) for word in allowed)
        case Single(written=written) if written is not None and term.shape.is_number:
            low = _RANGES.get(written.name, "20-26")
            parts.append(NUMBER_HINT.format(example=written.example, low=low))
        case Single(written=written) if written is not None:
            parts.append(TEXT_HINTS.get(written.name, ""))
        case Amounts(each=each):
            kind = each.written.name if each.written else "money"
            parts.append(AMOUNTS_HINT.format(example=_AMOUNTS.get(kind, _AMOUNTS["money"])))
    return Question(
        id=".".join(path),
        asks=asks or term.description or readable(path[-1]),
        form="choice" if choices else "text",
        section=section,
        path=path,
        hint=" ".join(part if part.endswith(".") else f"({part})" for part in parts if part),
        choices=choices,
        required=required,
        comment=term.description,
    )


def readable(word: str) -> str:
    """A word of the format as people write it."""
    return word.replace("_", " ").replace("-", " ")


def value_of(term: Term, text: str) -> Plain:
    """An answer as plain data: amounts by name taken apart, all else as it was typed.

    Raises `NotUnderstoodError` for amounts that can't be told from their names.
    """
    text = text.strip()
    if isinstance(term.shape, Single) and term.shape.written is not None and term.shape.written.name == "state":
        return text.upper()
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
