"""Text to typed values, decided by the field that is filled and never by how the text looks.

In: the text of a scalar (or a small mapping for ranges). Out: `Quantity`, dates, lines of text. Must not know places.
Each converter raises `PydanticCustomError` with words that follow the name of the term: what is wrong, then what was
expected.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from evaluator.offer import limits
from evaluator.offer.limits import Limits
from evaluator.offer.problems import shown
from evaluator.offer.quantity import Quantity

LONGEST_NUMBER = 24
LONGEST_TEXT = 4_000
LONGEST_NAME = 80
MOST_MONEY = limits.MONEY.most
MOST_MULTIPLE = 100 * limits.MULTIPLE.most
RANGE_KEYS = ("low", "likely", "high")
VALUE_KEYS = ("value", "answer")
BASIS_KEYS = ("evidence", "quote", "where", "as_of", "change", "notice")
WRAPPING_KEYS = (*VALUE_KEYS, *BASIS_KEYS)
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]+)?")
_RANGE = re.compile(r"\s*(?P<low>[^\s–-][^–-]*?)\s*[–-]\s*(?P<high>[^\s–-].*?)\s*")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_STATE = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Written:
    """How a value is written: its name in schemas and forms, and a pattern that any accepted single text matches.

    `exact` marks a number in whose place no range may stand; `limits` are how far a number may go.
    """

    name: str
    pattern: str
    example: str
    exact: bool = False
    limits: Limits | None = None

    @property
    def counts(self) -> str:
        """What a number counts, such as `sessions`; `money` or `share` for these, the name for what is no number."""
        plain = self.limits is not None and self.name not in ("money", "share", "multiple")
        return self.limits.unit if plain and self.limits is not None else self.name


def wrong(text: object, what: str, expected: str) -> PydanticCustomError:
    """An error that shows what was read, says what is wrong with it, and what was expected."""
    return _bare(f"{shown(text)} {what}: expected {expected}")


def _bare(problem: str) -> PydanticCustomError:
    # The words travel as context: in the template itself, braces in a text from the file would be replaced.
    return PydanticCustomError("value", "{problem}", {"problem": problem})


def _number(text: str) -> float | None:
    """The number, or nothing if the text is not one number in digits."""
    if not text or len(text) > LONGEST_NUMBER or not text[-1].isdigit() or not _NUMBER.fullmatch(text):
        return None
    return float(text.replace(",", ""))


def parse_money(text: str) -> float:
    """Dollars from `150`, `$150` or `$1,500.50`; never negative."""
    bare = text.strip()
    value = _number(bare.removeprefix("$"))
    if bare.startswith("-") and _number(bare.removeprefix("-").removeprefix("$")) is not None:
        raise wrong(text, "is less than nothing", "an amount of $0 or more")
    if value is None:
        raise wrong(text, "is not an amount of money", "an amount such as $150 or $1,500.50")
    if value > MOST_MONEY:
        raise wrong(text, "is too much money", f"at most ${MOST_MONEY:,.0f}")
    return value


def parse_share(text: str) -> float:
    """A fraction from `60%` or `0.6`; a bare number above 1 is refused with both readings offered."""
    bare = text.strip()
    percent = bare.endswith("%")
    value = _number(bare.removesuffix("%").rstrip())
    if value is None:
        raise wrong(text, "is not a share", "a share such as 60% or 0.6")
    if not percent and 1 < value <= 100:
        raise wrong(text, "is not a share", f"{_trim(value)}% or {_trim(value / 100)}")
    # Dividing decimal digits, not the binary number, keeps 7% equal to 0.07.
    value = round(value / 100, 12) if percent else value
    if not 0 <= value <= 1:
        raise wrong(text, "is not a possible share", "a share between 0% and 100%")
    return value


def parse_multiple(text: str) -> float:
    """A fraction that may pass 1, only as a percentage: `150%` is 1.5. A bare number could mean either."""
    bare = text.strip()
    value = _number(bare.removesuffix("%").rstrip()) if bare.endswith("%") else None
    if value is None:
        raise wrong(text, "is not a percentage", "a percentage such as 30% or 150%")
    if not 0 <= value <= MOST_MULTIPLE:
        raise wrong(text, "is not a possible percentage here", f"a percentage between 0% and {MOST_MULTIPLE:,.0f}%")
    return round(value / 100, 12)


def _some_money(text: str) -> float:
    value = parse_money(text)
    if value == 0:
        raise wrong(text, "is not possible here", "an amount above $0")
    return value


def _trim(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def parse_plain(unit: str, most: float, *, zero: bool = True) -> Callable[[str], float]:
    """A converter for plain numbers of one unit; a unit word behind the number (`16 weeks`) is welcome."""
    expected = f"a number of {unit}"

    def parse(text: str) -> float:
        bare = text.strip()
        for word in (unit, unit.removesuffix("s")):
            bare = bare.removesuffix(word).rstrip()
        value = _number(bare)
        if value is None:
            raise wrong(text, f"is not {expected}", f"{expected} such as {_EXAMPLES.get(unit, '4')}")
        if value < 0:
            raise wrong(text, "is less than nothing", f"{expected} that is zero or more")
        if value == 0 and not zero:
            raise wrong(text, "is not possible here", f"{expected} above zero")
        if value > most:
            raise wrong(text, "is too much", f"at most {_trim(most)} {unit}")
        return value

    return parse


_EXAMPLES = {
    "hours": "2.5",
    "minutes": "53",
    "weeks": "16",
    "days": "30",
    "sessions": "25",
    "people": "12",
    "visits": "12",
    "miles": "8",
}


def parse_day(text: str) -> date:
    """A calendar day written `2026-11-02`."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise wrong(text, "is not a day", "a day such as 2026-11-02")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise wrong(text, "is not a day of the calendar", "a day such as 2026-11-02") from None


def _quantity(parse: Callable[[str], float]) -> Callable[[object], Quantity]:
    """A point, a range `20-26`, or a mapping low / likely / high, all through one converter."""

    def convert(given: object) -> Quantity:
        if isinstance(given, Quantity):
            return given
        if isinstance(given, Mapping):
            return _from_mapping(given, parse)
        text = parse_words(given)
        found = _RANGE.fullmatch(text) if len(text) <= 2 * LONGEST_NUMBER else None
        if found:
            low_text, high_text = found["low"], found["high"]
            if high_text.endswith("%") and not low_text.endswith("%"):
                low_text += "%"
            return _ordered(parse(low_text), None, parse(high_text), text)
        return Quantity.point(parse(text))

    return convert


def _from_mapping(given: Mapping[str, object], parse: Callable[[str], float]) -> Quantity:
    unknown = [key for key in given if key not in RANGE_KEYS]
    if unknown or not {"low", "high"} <= set(given):
        keys = ", ".join(given) or "no keys"
        raise wrong(keys, "is not how a range is written", "{low: ..., likely: ..., high: ...}, likely may be left out")
    low, likely, high = (parse_words(given[key]) if key in given else None for key in RANGE_KEYS)
    assert low is not None
    assert high is not None
    text = ", ".join(f"{key} {given[key]}" for key in RANGE_KEYS if key in given)
    return _ordered(parse(low), None if likely is None else parse(likely), parse(high), text)


def _ordered(low: float, likely: float | None, high: float, text: str) -> Quantity:
    middle = (low + high) / 2 if likely is None else likely
    if not low <= middle <= high or not math.isfinite(high):
        raise wrong(text, "is a range that falls", "the low end first, then likely, then high")
    return Quantity(low, middle, high)


def parse_words(given: object) -> str:
    """The text of a single value; a list or a group of keys is an error."""
    if isinstance(given, str):
        return given
    kind = "list" if isinstance(given, list) else "group of keys"
    raise _bare(f"is a {kind}: expected a single value")


def parse_line(given: object) -> str:
    """Words: not empty, at most `LONGEST_TEXT` characters."""
    text = parse_words(given).strip()
    if not text:
        raise _bare("is empty: expected words")
    if len(text) > LONGEST_TEXT:
        raise _bare(f"is a text of {len(text):,} characters: expected at most {LONGEST_TEXT:,}")
    return text


def _yes_or_no(given: object) -> object:
    """`yes` and `no` as YAML's truth values may be written, too."""
    folded = given.strip().casefold() if isinstance(given, str) else ""
    return {"yes": "yes", "true": "yes", "no": "no", "false": "no"}.get(folded, given)


def _state(given: object) -> str:
    text = parse_words(given).strip()
    if not _STATE.fullmatch(text):
        raise wrong(text, "is not a state", "its two capital letters such as OH")
    return text


def is_range(given: object) -> bool:
    """Whether a group of keys is one range rather than amounts by name."""
    return isinstance(given, Mapping) and bool(given) and set(given) <= set(RANGE_KEYS)


def _by_name(given: object) -> object:
    """`none` or a group of amounts by name; a single amount or range gets the name `all`."""
    if isinstance(given, Mapping) and not is_range(given):
        for name in given:
            if not name.strip() or len(name) > LONGEST_NAME or name in WRAPPING_KEYS:
                raise wrong(name, "cannot name an amount", f"another name of 1 to {LONGEST_NAME} letters")
        return given
    if isinstance(given, list):
        raise _bare("is a list: expected 'none', one amount, or amounts by name")
    if isinstance(given, str) and given.strip() == "none":
        return {}
    return {"all": given}


def _plain(limits: Limits) -> BeforeValidator:
    return BeforeValidator(_quantity(parse_plain(limits.unit, limits.most, zero=limits.zero)))


def _exactly(limits: Limits) -> BeforeValidator:
    return _exact(parse_plain(limits.unit, limits.most, zero=limits.zero))


def _exact(parse: Callable[[str], float]) -> BeforeValidator:
    return BeforeValidator(lambda given: parse(parse_words(given)))


def _written(limits: Limits, name: str | None = None, *, exact: bool = False) -> Written:
    """How a plain number is written; unless it must be exact, a range may stand in its place."""
    number = rf"(([0-9]{{1,3}}(,[0-9]{{3}})+|[0-9]+)(\.[0-9]+)?|\.[0-9]+)(\s*{limits.unit.removesuffix('s')}s?)?"
    pattern = rf"^{number}$" if exact else rf"^{number}( ?[-–] ?{number})?$"
    return Written(name or limits.unit, pattern, _EXAMPLES[limits.unit], exact=exact, limits=limits)


_DOLLARS = r"\$?(([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?|\.[0-9]+)"
_PERCENT = r"((0*[0-9]{1,2}(\.[0-9]+)?|\.[0-9]+|0*100(\.0+)?)\s*%|[01](\.[0-9]+)?|\.[0-9]+)"

Money = Annotated[
    Quantity,
    BeforeValidator(_quantity(parse_money)),
    Written("money", rf"^{_DOLLARS}( ?[-–] ?{_DOLLARS})?$", "$150", limits=limits.MONEY),
]
Share = Annotated[
    Quantity,
    BeforeValidator(_quantity(parse_share)),
    Written("share", rf"^({_PERCENT}|[0-9]+(\.[0-9]+)?%? ?[-–] ?{_PERCENT})$", "60%", limits=limits.SHARE),
]
Hours = Annotated[Quantity, _plain(limits.HOURS), _written(limits.HOURS)]
Minutes = Annotated[Quantity, _plain(limits.MINUTES), _written(limits.MINUTES)]
Weeks = Annotated[Quantity, _plain(limits.WEEKS), _written(limits.WEEKS)]
ServiceWeeks = Annotated[Quantity, _plain(limits.SERVICE_WEEKS), _written(limits.SERVICE_WEEKS, "weeks_of_service")]
Days = Annotated[Quantity, _plain(limits.DAYS), _written(limits.DAYS)]
Count = Annotated[Quantity, _plain(limits.COUNT), _written(limits.COUNT)]
People = Annotated[Quantity, _plain(limits.PEOPLE), _written(limits.PEOPLE)]
WeeklySessions = Annotated[
    Quantity, _plain(limits.WEEKLY_SESSIONS), _written(limits.WEEKLY_SESSIONS, "sessions_a_week")
]
Visits = Annotated[Quantity, _plain(limits.VISITS), _written(limits.VISITS)]
Miles = Annotated[Quantity, _plain(limits.MILES), _written(limits.MILES)]
Multiple = Annotated[
    Quantity,
    BeforeValidator(_quantity(parse_multiple)),
    Written(
        "multiple",
        r"^[0-9]+(\.[0-9]+)?%?( ?[-–] ?[0-9]+(\.[0-9]+)?)?\s*%$",
        "90-200%",
        limits=limits.MULTIPLE,
    ),
]

# Numbers of somebody's own books: known, so not a range.
ExactMoney = Annotated[
    float,
    _exact(parse_money),
    Written("exact_money", rf"^{_DOLLARS}$", "$1,500", exact=True, limits=limits.MONEY),
]
SomeMoney = Annotated[
    float,
    _exact(_some_money),
    Written("exact_money_above_0", rf"^{_DOLLARS}$", "$95,000", exact=True, limits=limits.SOME_MONEY),
]
ExactShare = Annotated[
    float, _exact(parse_share), Written("exact_share", rf"^{_PERCENT}$", "8%", exact=True, limits=limits.SHARE)
]
ExactHours = Annotated[float, _exactly(limits.HOURS), _written(limits.HOURS, "exact_hours", exact=True)]
YearlyHours = Annotated[
    float, _exactly(limits.YEARLY_HOURS), _written(limits.YEARLY_HOURS, "exact_hours_a_year", exact=True)
]
ExactMinutes = Annotated[float, _exactly(limits.MINUTES), _written(limits.MINUTES, "exact_minutes", exact=True)]
ExactWeeks = Annotated[float, _exactly(limits.WEEKS_OF_YEAR), _written(limits.WEEKS_OF_YEAR, "exact_weeks", exact=True)]
ExactSessions = Annotated[
    float, _exactly(limits.SOME_SESSIONS), _written(limits.SOME_SESSIONS, "exact_sessions", exact=True)
]
ExactPeople = Annotated[float, _exactly(limits.PEOPLE), _written(limits.PEOPLE, "exact_people", exact=True)]
NamedMoney = Annotated[dict[str, Money], BeforeValidator(_by_name)]
NamedHours = Annotated[dict[str, Hours], BeforeValidator(_by_name)]
Day = Annotated[
    date,
    BeforeValidator(lambda given: parse_day(parse_words(given))),
    Written("day", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2026-11-02"),
]
Line = Annotated[str, BeforeValidator(parse_line), Written("text", r"\S", "words")]
YesNo = Annotated[Literal["yes", "no"], BeforeValidator(_yes_or_no)]
State = Annotated[str, BeforeValidator(_state), Written("state", "^[A-Z]{2}$", "OH")]
