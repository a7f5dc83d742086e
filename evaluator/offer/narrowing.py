"""What the reader knows better than the parameters about a term that an offer leaves open.

In: the cases of a term as a clinician file writes them, and the term's unit. Out: `Narrowed` and numbers. Must not know
the parameters themselves, nor which terms there are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from evaluator.offer.problems import expected_one_of, shown, suggestion
from evaluator.offer.values import parse_money, parse_plain, parse_share, parse_words, wrong
from evaluator.offer.walking import Walk

CASE_KEYS = ("worst", "likely", "best")
WORDS = {
    "basis": ("collected", "allowed", "listed"),
    "engagement": ("employee", "contractor"),
    "method": ("each_tier", "all_sessions"),
    "paid_for": ("session_hours", "contract_hours"),
    "recoverable": ("no", "yes"),
    "balance": ("owed", "forgiven"),
    "beyond": ("not_billed", "stopped", "billed"),
    "unit_rule": ("eight_minute", "midpoint", "flat_visit"),
    "reduced": ("no", "yes"),
    "productivity_of": ("paid_hours", "booked_hours"),
}
"""Units of terms that are one of a few words: the offer file's words, in the order of their values from 0."""

Units = Mapping[str, str]
"""The unit of each term whose cases may be narrowed, by the term's name."""

_MOST = 100_000
_NARROW = ("clinician", "narrow")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The cases of one term as written; all three texts are equal where one value was given."""

    worst: str
    likely: str | None
    best: str


def parse_narrowed(given: object) -> Narrowed:
    """One value, or a group of worst, likely and best, of which likely may be left out."""
    if isinstance(given, Narrowed):
        return given
    if not isinstance(given, Mapping):
        text = parse_words(given).strip()
        return Narrowed(text, text, text)
    if not {"worst", "best"} <= set(given) <= set(CASE_KEYS):
        keys = ", ".join(map(str, given)) or "no keys"
        raise wrong(
            keys, "is not how the cases of a term are written", "worst, likely and best, likely may be left out"
        )
    likely = parse_words(given["likely"]).strip() if "likely" in given else None
    return Narrowed(parse_words(given["worst"]).strip(), likely, parse_words(given["best"]).strip())


def cases_in(unit: str, narrowed: Narrowed) -> tuple[float, float, float]:
    """Worst, likely and best as numbers of a unit; likely is the middle if left out (of words, the worst).

    Raises `PydanticCustomError`, as every converter, for a text that is no such number, or a likely case outside.
    """
    parse = _parser(unit)
    worst, best = parse(narrowed.worst), parse(narrowed.best)
    if narrowed.likely is None:
        return worst, worst if unit in WORDS else (worst + best) / 2, best
    likely = parse(narrowed.likely)
    if not min(worst, best) <= likely <= max(worst, best):
        raise wrong(narrowed.likely, "is not between the other two", "the likely case between worst and best")
    return worst, likely, best


def _parser(unit: str) -> Callable[[str], float]:
    if unit in WORDS:
        return lambda text: _place_of(text, WORDS[unit])
    if unit == "usd":
        return parse_money
    if unit.endswith("share") or unit == "share_of_pay":
        return parse_share
    return parse_plain(unit, _MOST)


def _place_of(text: str, words: tuple[str, ...]) -> float:
    if text not in words:
        problem = f"{shown(text)} is not known: {expected_one_of(text, words)}"
        raise PydanticCustomError("value", "{problem}", {"problem": problem})
    return float(words.index(text))


def refuse_narrowing(narrow: Mapping[str, Narrowed], units: Units, walk: Walk) -> None:
    """Note every name that is no such term, and every case that is not in the term's unit."""
    for name, narrowed in narrow.items():
        spot = walk.spots.get((*_NARROW, name)) or walk.spots[_NARROW]
        if name not in units:
            near = suggestion(name, units)
            lists = "`evaluator schema clinician` lists them"
            hint = f"did you mean '{near}'?" if near else f"expected a term such as caseload.ramp.weeks; {lists}"
            walk.notebook.note(spot.key, f"unknown term {shown(name)} in narrow: {hint}")
            continue
        try:
            cases_in(units[name], narrowed)
        except PydanticCustomError as error:
            walk.notebook.note(spot.value, f"{name} {error.message()}")
