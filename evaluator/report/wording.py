"""How numbers, dates and the words of an offer are printed.

In: plain numbers and text. Out: finished text. Must not decide what is shown. Display rounds half up (away from zero);
a number that is not known prints as "not known". `cleaned` makes offer text harmless before anything else sees it.
"""

import dataclasses
import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import PurePath
from typing import Any, TypeVar

from evaluator.offer.days import day_in_words
from evaluator.offer.evidence import Evidence
from evaluator.offer.shares import MINUS as MINUS
from evaluator.offer.shares import shown_share

NOT_KNOWN = "not known"
_WORDS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
_EVIDENCE = {kind.value: kind.says for kind in Evidence}
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[@-Z\\-_]"
)
_SILENT = {"Cc", "Cf", "Cs", "Co", "Cn"}  # control, invisible and bidi, half characters, private, unassigned
_MOST_MARKS = 3
Record = TypeVar("Record")


def half_up(number: float, places: int) -> Decimal:
    """`number` to so many decimal places, ties away from zero as a reader would round the decimal number shown."""
    return Decimal(repr(float(number))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def plain(number: float, places: int = 0) -> str:
    """A number with thousands separators and a true minus sign."""
    if not math.isfinite(number):
        return NOT_KNOWN
    rounded = half_up(number, places)
    return f"{MINUS if rounded < 0 else ''}{abs(rounded):,.{places}f}"


def dollars(amount: float, places: int = 0) -> str:
    """Money in whole dollars (or to the cent with two places): `$48,635`, `−$2,305.87`."""
    text = plain(amount, places)
    if text == NOT_KNOWN:
        return text
    return f"{MINUS}${text[1:]}" if text.startswith(MINUS) else f"${text}"


def cents(amount: float) -> str:
    """Money to the cent."""
    return dollars(amount, 2)


def change(amount: float, places: int = 2) -> str:
    """A change of money to the cent (or in whole dollars with 0 places), always with its sign; no change is `$0.00`."""
    text = dollars(amount, places)
    return text if text == NOT_KNOWN or text.startswith(MINUS) or half_up(amount, places) == 0 else f"+{text}"


def percent(share: float) -> str:
    """A share among the parts of one whole, or beside others that it is compared with: 0.2954 gives `29.5%`.

    A share by itself is `shown_share`; the rule for both is there.
    """
    return shown_share(share, tenths=True)


def between(low: float, high: float) -> str:
    """Two scores as whole numbers: `46–59`, or one number where they print alike."""
    first, last = str(half_up(low, 0)), str(half_up(high, 0))
    return first if first == last else f"{first}–{last}"


def span(low: float, high: float, show: Callable[[float], str]) -> str | None:
    """`$40.76–$47.32`, or none when both ends print alike; `−$0.12 to $4.39`, as a minus beside a dash misleads."""
    first, last = show(low), show(high)
    if first == last:
        return None
    return f"{first} to {last}" if MINUS in first + last else f"{first}–{last}"


def ends(low: float, high: float, show: Callable[[float], str]) -> str:
    """A range of a table or a figure, as `span` writes it, or the one number where both ends print alike."""
    return span(low, high, show) or show(low)


def day(when: date) -> str:
    """`November 2, 2026`."""
    return day_in_words(when)


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `13th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def counted(number: int, thing: str) -> str:
    """`1 question`, `2 questions`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def spelled(number: int) -> str:
    """A small number as a word with a capital; figures above twelve."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"


def listed(names: Sequence[str]) -> str:
    """`A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def sentence(text: str) -> str:
    """`text` with a capital first letter and a full stop, whatever it came with."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…”" else f"{text}."


def evidence_says(kind: str | None) -> str | None:
    """What a statement rests on, in words; a word that is not one of the kinds is printed as it stands."""
    return None if kind is None else _EVIDENCE.get(kind, kind.replace("_", " "))


def place(evidence: str | None, where: str | None, line: int | None, file: str | None = None) -> str | None:
    """What a statement rests on, where it stands in the employer's document, and where in the offer file."""
    in_file = f"line {line}" if line is not None else None
    if in_file and file:
        in_file = f"{in_file} of {PurePath(file).name}"
    return ", ".join(part for part in (evidence_says(evidence), where, in_file) if part) or None


def clean(text: str) -> str:
    """`text` without anything that could act instead of being read.

    Terminal escape sequences, control, bidirectional and invisible characters, half characters and piles of accents go;
    every kind of white space becomes one plain space. What is left is still untrusted text and must be escaped by its
    output: in markup by the templates, in CSV by the writer.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    kept: list[str] = []
    marks = 0
    for sign in _ESCAPES.sub("", text):
        category = unicodedata.category(sign)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if sign.isspace() or category in ("Zl", "Zp"):
            kept.append(" ")
        elif category not in _SILENT and marks <= _MOST_MARKS:
            kept.append(sign)
    return " ".join("".join(kept).split())


def cleaned(record: Record) -> Record:
    """A copy of a record with every text in it cleaned, however deep."""
    return _cleaned(record)  # type: ignore[return-value]


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if value is None or isinstance(value, (float, int)):
        return value  # by far the most; the rest is asked only of what may hold a text
    if isinstance(value, tuple):
        return tuple([_cleaned(item) for item in value])
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{name: _cleaned(getattr(value, name)) for name in _field_names(type(value))})
    return value


@cache
def _field_names(record: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(record))
