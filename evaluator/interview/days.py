"""Days as people type them, in the form that an offer file has.

In: what was typed, and which day it is. Out: the day as `2027-01-31`; what is not known comes back as it was typed.
Raises `NotUnderstoodError` where it could be two days. Must not guess.
"""

import re
from datetime import date, timedelta

from evaluator.interview.questions import NotUnderstoodError
from evaluator.offer.days import MONTHS
from evaluator.offer.problems import shown

_MONTHS = tuple(month.casefold() for month in MONTHS)
_WRITTEN = (
    (r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+) (\d{4})", (1, 2, 3)),
    (r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})", (2, 1, 3)),
)
"""A day of a month of a year, each with the places of the three."""


def day_of(text: str, today: date) -> str:
    """A day as a file has it: from `today`, `1 Jan 2027`, `Jan. 1, 2027` or `1/31/2027`."""
    bare = " ".join(text.casefold().replace(",", " ").replace(".", " ").split())
    if bare in ("today", "yesterday"):
        return (today - timedelta(days=bare == "yesterday")).isoformat()
    if found := re.fullmatch(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", bare):
        return _from_slashes(text, int(found[1]), int(found[2]), int(found[3]))
    for pattern, order in _WRITTEN:
        if found := re.fullmatch(pattern, bare):
            day, month, year = (found[place] for place in order)
            number = next((n for n, name in enumerate(_MONTHS, 1) if len(month) >= 3 and name.startswith(month[:4])), 0)
            return _iso(int(year), number, int(day)) or text.strip()
    if re.fullmatch(r"\d{1,2}[a-z]* [a-z]+|[a-z]+ \d{1,2}[a-z]*|\d{1,2}/\d{1,2}", bare):
        raise NotUnderstoodError(f"{shown(text)} has no year: expected it, too, such as Nov 2, 2026")
    return text.strip()


def _from_slashes(text: str, first: int, second: int, year: int) -> str:
    both = [day for day in (_iso(year, first, second), _iso(year, second, first)) if day is not None]
    if len(set(both)) == 2:
        raise NotUnderstoodError(f"{shown(text)} could be two days: expected {both[0]} or {both[1]}")
    return both[0] if both else text.strip()


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
