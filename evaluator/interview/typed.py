"""An answer that was typed, as plain data for the file, read by itself before it is put there.

In: the path and term that an answer is for, and its text. Out: plain data. Raises `NotUnderstoodError` for what the
file could not hold. Must not look at other answers.
"""

import re
from datetime import date
from typing import Annotated

from pydantic import TypeAdapter, ValidationError

from evaluator.checklists.law_words import STATE_NAMES
from evaluator.interview.days import day_of
from evaluator.interview.everyday import NOTHING, in_file_form
from evaluator.interview.questions import NotUnderstoodError, Question
from evaluator.offer.glossary import term_at
from evaluator.offer.problems import shown
from evaluator.offer.shapes import Amounts, Part, Single, model_for
from evaluator.offer.walking import NOT_GIVEN, Path, Plain

_PIECES = re.compile(r";\s*|,\s+(?:and\s+)?")
_AMOUNT = r"(?P<amount>\$?\.?[0-9][0-9,.]*k?(?:\s*(?:-|–|to)\s*\$?[0-9][0-9,.]*k?)?)"
_PER = {
    "money": r"(?:\s*dollars)?(?:\s*(?:a|per|each|every|/)\s*(?:year|yr)|\s+(?:yearly|annually))?",
    "hours": r"(?:\s*(?:hours?|hrs?|h))?(?:\s*(?:a|per|each|every|/)\s*(?:week|wk)|\s+weekly)?",
}
_HAS_AMOUNT = re.compile(r"\$|(?<!\S)[0-9][0-9.,]*(?!\S)")
_OF = {"money": "for a year", "hours": "for a week"}
_SAYS_ZERO = re.compile(r"(?<![\d.,])\$?0%?(?![\d.])")


def value_of(path: Path, structure: str | None, text: str, question: Question, today: date) -> Plain:
    """An answer in the form of the file: everyday numbers and days, amounts by name taken apart."""
    text = text.strip()
    term = term_at(path, structure)
    if term is None:
        return text
    if isinstance(term.shape, Amounts):
        return _amounts(text, term.shape.each, question)
    if not isinstance(term.shape, Single) or term.shape.written is None:
        return text
    value = _in_file_form(text, term.shape, question, today)
    _refuse_unreadable(path, value, structure)
    return value


def _in_file_form(text: str, shape: Single, question: Question, today: date) -> str:
    assert shape.written is not None
    match shape.written.name:
        case "state":
            named = {name.casefold(): code for code, name in STATE_NAMES.items()}
            return named.get(" ".join(text.casefold().split()), text.upper().replace(".", ""))
        case "day":
            return day_of(text, today)
        case _ if shape.is_number:
            zero = bool(_SAYS_ZERO.search(question.hint))
            return in_file_form(text, shape.written.name, f"{question.asks} {question.hint}", zero=zero)
        case _:
            return text


def _amounts(text: str, each: Single, question: Question) -> Plain:
    """Amounts by name, one amount for all, or none."""
    if text.casefold().rstrip(".") in NOTHING:
        return "none"
    kind = each.written.name if each.written is not None else "money"
    unknown = "(?:(?P<open>vague|refused)|"
    last = rf"(?P<name>.*\S)\s*(?::\s*|\s){unknown}{_AMOUNT}{_PER[kind]})"
    first = rf"(?P<open>)?{_AMOUNT}{_PER[kind]}\s+(?P<name>.*\D)"
    asks = f"{question.asks} {question.hint}"
    if found := re.fullmatch(rf"{_AMOUNT}{_PER[kind]}", text, re.IGNORECASE):
        return in_file_form(found["amount"], kind, asks, zero=True)
    amounts: dict[str, Plain] = {}
    for piece in filter(None, _PIECES.split(text)):
        named = re.fullmatch(last, piece, re.IGNORECASE) or re.fullmatch(first, piece, re.IGNORECASE)
        if named is None or _HAS_AMOUNT.search(named["name"]):
            expected = f"a name and an amount {_OF[kind]}, or vague in place of one; a comma between two"
            raise NotUnderstoodError(f"{shown(piece)} is not a name with its amount: expected {expected}")
        name = named["name"].rstrip(": ").removeprefix("for ").removeprefix("of ")
        if name in amounts:
            raise NotUnderstoodError(f"'{name}' is named twice: expected each name once")
        amounts[name] = named["open"] or in_file_form(named["amount"], kind, asks, zero=True)
    return dict(amounts)


def _refuse_unreadable(path: Path, value: str, structure: str | None) -> None:
    """Raise where a value by itself can't be read, also in a row that is not finished, which nobody else reads yet."""
    above = term_at(path[:-1], structure)
    if above is None or not isinstance(above.shape, Part):
        return
    model = model_for(above.shape, structure)
    field = model.model_fields.get(path[-1]) if model is not None else None
    if field is None or value in NOT_GIVEN:
        return
    # The empty text stands for the metadata of a field that has none.
    try:
        reader: TypeAdapter[object] = TypeAdapter(Annotated[(field.annotation, *field.metadata, "")])  # type: ignore[arg-type]
        reader.validate_python(value)
    except ValidationError as error:
        raise NotUnderstoodError(str(error.errors(include_url=False)[0]["msg"])) from None
