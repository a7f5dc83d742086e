"""The value of a stated term in words that a candidate reads: `16 weeks`, `20 to 26 sessions`, `money collected`.

In: the text of a value as written, and the term's name and shape. Out: words. Must not round or convert: what an offer
says is disclosed as it says it, with its unit.
"""

import re

from evaluator.offer.shapes import Part, Rows, Shape, Single, model_for, terms_of
from evaluator.offer.terms import Offer, OfferFile

_RANGE = re.compile(r"low (?P<low>.+?)(?:, likely (?P<likely>.+?))?, high (?P<high>.+)")
_SPAN = re.compile(r"(?P<low>[$0-9.,%]+)\s*[–-]\s*(?P<high>[$0-9.,%]+)")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTHS = "January February March April May June July August September October November December".split()
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
_LABELS = {
    "amount": "amount",
    "above_sessions": "above",
    "after_weeks": "after",
    "at_collections": "at collections of",
    "at_productivity": "at productivity of",
    "at_sessions": "at",
    "at_units": "at",
    "kept_after": "yours after",
    "from_collections": "from collections of",
    "from_sessions": "from",
    "from_week": "from week",
    "per_session": "a session",
    "starts_at": "starts at",
}
_SAY_THEMSELVES = frozenset(
    {
        "name",
        "amount",
        "paid",
        "per",
        "recoverable",
        "productivity_of",
        "share",
        "visit_type",
        "minutes",
        "mix",
        "service",
        "payer",
        "client_state",
        "licence",
    }
)
"""Keys of an entry whose value reads by itself."""


def shape_of(offer_file: OfferFile, path: tuple[str, ...]) -> Shape | None:
    """The shape of a term; none for a section of answers and for keys that people name."""
    shape: Shape | None = Part((Offer,))
    for place, key in enumerate(path):
        match shape:
            case Part():
                teller = offer_file.facts.get(".".join((*path[:place], shape.told_by or "")))
                model = model_for(shape, teller.said if teller is not None else None)
                if model is None or key not in terms_of(model):
                    return None
                shape = terms_of(model)[key].shape
            case Rows(model=model):
                shape = Part((model,))
            case _:
                shape = getattr(shape, "each", None)
    return shape


def value_in_words(key: str, said: str, shape: Shape | None) -> str:
    """A single value in words; `key` is the last part of the term's name."""
    if isinstance(shape, Single) and shape.words:
        known = _WORDS.get((key, said)) or (_PER.get(said) if key == "per" else None)
        return known or said.replace("_", " ")
    kind = shape.written.counts if isinstance(shape, Single) and shape.written is not None else ""
    if kind == "text":
        return said
    if kind == "day":
        return day_in_words(said)
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


def day_in_words(said: str) -> str:
    """`November 2, 2026` for `2026-11-02`."""
    found = _DAY.fullmatch(said.strip())
    return f"{_MONTHS[int(found[2]) - 1]} {int(found[3])}, {found[1]}" if found else said


def _with_unit(key: str, said: str, kind: str, *, bare: bool = False) -> str:
    """The number with its sign or unit, unless it is written with one."""
    if kind == "money":
        return said if said.startswith("$") else f"${said}"
    if kind == "share":
        return said if said.endswith("%") else f"{float(said) * 100:.10g}%"
    unit = _COUNTED.get(key, kind)
    if bare or not unit or not said[-1:].isdigit() or key == "from_week":
        return said
    return f"{said} {unit.removesuffix('s') if said == '1' and unit != 'people' else unit}"


def label_in_words(key: str) -> str:
    """What a key of a list or group is called before its value."""
    return _LABELS.get(key, key.replace("_", " "))


def with_ending(key: str, value: str) -> str:
    """The value of a key in a list, with what it is of."""
    return f"{value} of sessions" if key == "mix" else value


def reads_by_itself(key: str) -> bool:
    """Whether the value of a key in a list needs no name before it."""
    return key in _SAY_THEMSELVES
