"""A value that an offer states, in words for people: `16 weeks`, `20 to 26 sessions`, `money collected`.

In: the text of a value as written, the last part of its term's name, and the term's shape. Out: words. Must not round
or convert: what an offer says is told as it says it, with its unit.
"""

import re
from datetime import date

from evaluator.offer.days import day_in_words
from evaluator.offer.shapes import Shape, Single

_RANGE = re.compile(r"low (?P<low>.+?)(?:, likely (?P<likely>.+?))?, high (?P<high>.+)")
_NUMBER = re.compile(r"[$]?[0-9][0-9,]*(?:[.][0-9]+)?%?")
_SPAN = re.compile(r"(?P<low>[$0-9.,%]+)\s*[–-]\s*(?P<high>[$0-9.,%]+)")
_COUNTED = {
    **dict.fromkeys(
        ("periods", "per_week", "sessions_per_client", "at_start", "referrals_per_week", "direct_access_per_week"), ""
    ),
    "units_per_session": "",
    "units_per_visit": "",
    "units": "",
    "at_units": "units",
}
"""Numbers that are not of sessions though they are written alike, with their unit."""

_PER = {"week": "a week", "month": "a month", "year": "a year"}
_WORDS = {
    ("of", "collected"): "the money collected for your sessions",
    ("of", "allowed"): "the amount that payers allow",
    ("of", "listed"): "the practice's listed fee",
    ("paid_for", "session_hours"): "hours in kept sessions",
    ("paid_for", "contract_hours"): "all hours of the contract",
    ("structure", "percentage"): "a share of what your sessions bring in",
    ("structure", "per_session"): "a fixed amount for each kept session",
    ("structure", "per_unit"): "a fixed amount for each billed unit",
    ("structure", "per_point"): "a fixed amount for each point that a visit is worth",
    ("structure", "salary"): "a fixed yearly salary",
    ("structure", "hourly"): "an amount for each hour",
    ("structure", "base_plus_commission"): "base pay, and a commission for each session",
    ("structure", "tiered"): "a rate that depends on volume",
    ("method", "each_tier"): "its own part only",
    ("method", "all_sessions"): "all sessions of the period",
    ("engagement", "employee"): "employee (W-2)",
    ("engagement", "contractor"): "contractor (1099), not an employee",
    ("engagement", "partner"): "partner, not an employee",
    ("kind", "group"): "group practice",
    ("kind", "integrated"): "integrated group",
    ("kind", "ipa"): "independent practice association",
    ("kind", "mso"): "management services organization",
    ("license_stage", "independent"): "independent licence",
    ("license_stage", "associate"): "associate, under supervision",
    ("paid", "once"): "once a period",
    ("paid", "each_above"): "for each above",
    ("paid", "all_sessions"): "for all of the period",
    ("paid", "taken_off_each_below"): "taken off for each below",
    ("recoverable", "yes"): "paid back out of later pay",
    ("recoverable", "no"): "yours to keep",
    ("productivity_of", "paid_hours"): "of paid hours",
    ("productivity_of", "booked_hours"): "of booked hours",
}


def value_in_words(key: str, said: str, shape: Shape | None) -> str:
    """A single value in words; `key` is the last part of the term's name. What is no number of its kind stays."""
    if isinstance(shape, Single) and shape.words:
        known = _WORDS.get((key, said)) or (_PER.get(said) if key == "per" else None)
        return known or said.replace("_", " ")
    kind = shape.written.counts if isinstance(shape, Single) and shape.written is not None else ""
    if kind == "text":
        return said
    if kind == "day":
        return written_day(said)
    found = _RANGE.fullmatch(said)
    if found is not None:
        low, high = _with_unit(key, found["low"], kind, bare=True), _with_unit(key, found["high"], kind)
        likely = f", likely {_with_unit(key, found['likely'], kind, bare=True)}" if found["likely"] else ""
        return f"{low} to {high}{likely}"
    span = _SPAN.fullmatch(said)
    if span is not None:
        low = span["low"] + ("%" if span["high"].endswith("%") and not span["low"].endswith("%") else "")
        return f"{_with_unit(key, low, kind, bare=True)} to {_with_unit(key, span['high'], kind)}"
    return _with_unit(key, said, kind)


def written_day(said: str) -> str:
    """`November 2, 2026` for `2026-11-02`; what is no such day stays."""
    try:
        return day_in_words(date.fromisoformat(said.strip()))
    except ValueError:
        return said


def _with_unit(key: str, said: str, kind: str, *, bare: bool = False) -> str:
    """The number with its sign or unit, unless it is written with one or is a word such as `none`."""
    if not _NUMBER.fullmatch(said):
        return said
    if kind == "money":
        return said if said.startswith("$") else f"${said}"
    if kind == "share":
        return said if said.endswith("%") else f"{float(said) * 100:.10g}%"
    unit = _COUNTED.get(key, kind)
    if bare or not unit or not said[-1:].isdigit() or key == "from_week":
        return said
    return f"{said} {unit.removesuffix('s') if said == '1' and unit != 'people' else unit}"
