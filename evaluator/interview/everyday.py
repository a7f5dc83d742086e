"""Numbers and amounts as people type them, in the form that an offer file has.

In: what was typed, the kind of number, the words of the question. Out: the same in the file's form; what is not known
comes back as it was typed, for the reader's own message. Raises `NotUnderstoodError` where it could mean two things or
something else than was asked. Must not guess.
"""

import re
from collections.abc import Mapping

from evaluator.interview.questions import NotUnderstoodError
from evaluator.offer.problems import shown

NOT_KNOWN = frozenset(
    "idk|i don't know|i dont know|don't know|dont know|do not know|i do not know|dunno|no idea|not sure|i'm not sure|"
    "im not sure|unsure|unknown|not known|not stated|not said|n/a|na|n.a.|not applicable|skip|-|--".split("|")
)
"""What people type for not knowing."""
VAGUE_WORDS = frozenset(("vague", "they were vague", "it was vague"))
REFUSED_WORDS = frozenset(("refused", "they refused", "they refused to say"))
NOTHING = frozenset(("none", "nothing", "no", "zero", "nil"))
_OPEN_ENDED = frozenset(
    ("it depends", "depends", "varies", "it varies", "tbd", "negotiable", "competitive", "to be determined")
)

_WHOLE = {
    **dict.fromkeys(("all", "everything", "full time", "full-time"), "100%"),
    "half time": "50%",
    "half-time": "50%",
}
_WHOLE |= {"a third": "33%", "one third": "33%", "two thirds": "67%", "a quarter": "25%", "one quarter": "25%"}
_WHOLE |= {"three quarters": "75%", "a half": "50%", "half": "50%", "one half": "50%"}

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_ONES += "seventeen eighteen nineteen".split()
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_NUMBERS: Mapping[str, int] = {**{word: number for number, word in enumerate(_ONES)}, **_TENS}
_TIMES = {"hundred": 100, "thousand": 1000}
_PERIODS = {
    **dict.fromkeys(("yr", "yrs", "year", "years", "annum", "annually", "yearly"), "year"),
    **dict.fromkeys(("mo", "mos", "month", "months", "monthly"), "month"),
    **dict.fromkeys(("wk", "wks", "week", "weeks", "weekly"), "week"),
    **dict.fromkeys(("day", "days", "daily"), "day"),
    **dict.fromkeys(("hr", "hrs", "hour", "hours", "hourly"), "hour"),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), "minute"),
}
_ONE_OF = re.compile(rf"^an?\s+(?=(?:{'|'.join((*_PERIODS, *_TIMES))})\b)", re.IGNORECASE)
_SAME = {
    "visit": ("visit", "session"),
    "session": ("session", "visit"),
    "appointment": ("session", "visit"),
    "client": ("client", "patient"),
    "patient": ("patient", "client"),
    "clinician": ("clinician", "people"),
}
_NUMBER = r"\$?\d[\d,]*(?:\.\d+)?|\$?\.\d+"
_VALUE = re.compile(rf"(?P<number>(?:{_NUMBER})(?:\s*k\b)?(?:\s*%)?)\s*(?P<unit>.*)", re.IGNORECASE)
_RANGE = re.compile(
    rf"((?:{_NUMBER})\s*k?\s*%?)\s*(?:-|–|—|to|or|and)\s*((?:{_NUMBER})\s*k?\s*%?)(?!\S)(.*)", re.IGNORECASE
)
_SPLIT = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})(?:\s+split)?", re.IGNORECASE)
_OUT_OF = re.compile(r"(\d{1,6})\s+(?:out of|of|in)\s+(\d{1,6})\b.*", re.IGNORECASE)
_ROUGH = re.compile(r"(?:about|around|approx\.?|approximately|roughly|circa|~|maybe)\s*(\S.*)", re.IGNORECASE)
_ENDS = "up to|at least|at most|more than|less than|over|under|from|starting at|min(?:imum)?|max(?:imum)?|>|<"
_ONE_END = re.compile(rf"(?:{_ENDS})\s*\S.*|\S+\+", re.IGNORECASE)
_FILLERS = re.compile(r"^(?:per|a|an|each|every|for|/|of|one|kept|in|the|billed|full|long)\s+|^/\s*", re.IGNORECASE)


def in_file_form(text: str, kind: str, asks: str, *, zero: bool) -> str:
    """What was typed for a number of a kind (`money`, `share`, `weeks`, …), as a file has it.

    `asks` are the words of the question: an amount "per session" is taken only where the question is about one.
    `zero` is whether the question says how nothing is written.
    """
    bare = " ".join(text.replace("’", "'").split()).rstrip(".!")
    folded = bare.casefold()
    if folded in NOTHING:
        return _nothing(text, kind, zero=zero)
    if folded in _OPEN_ENDED:
        raise NotUnderstoodError(f"{shown(text)} is no number: expected one, or vague if they said no more than that")
    if found := _ROUGH.fullmatch(bare):
        raise NotUnderstoodError(f"{shown(text)} is not exact: expected {found[1]} alone, or a range around it")
    if (found := _ONE_END.fullmatch(bare)) and any(sign.isdigit() for sign in found[0]):
        expected = "a range with both ends, or vague if they said no more than that"
        raise NotUnderstoodError(f"{shown(text)} has one end only: expected {expected}")
    if kind == "share" and folded in _WHOLE:
        return _WHOLE[folded]
    if kind == "share" and (found := _OUT_OF.fullmatch(_in_digits(bare))):
        return _out_of(text, int(found[1]), int(found[2]))
    if kind == "share" and (found := _SPLIT.fullmatch(bare)):
        return _split(text, found[1], found[2])
    return _value(_in_digits(bare.removeprefix("between ").removeprefix("Between ")), text, kind, asks)


def _nothing(text: str, kind: str, *, zero: bool) -> str:
    if not zero:
        expected = "a figure; Enter alone if you don't know it"
        raise NotUnderstoodError(f"{shown(text)} is no figure here: expected {expected}")
    return {"money": "$0", "share": "0%", "multiple": "0%"}.get(kind, "0")


def _split(text: str, first: str, second: str) -> str:
    if int(first) + int(second) != 100:
        raise NotUnderstoodError(f"{shown(text)} does not add to 100: expected one share, such as 60%")
    if first == second:
        return f"{first}%"
    raise NotUnderstoodError(
        f"{shown(text)} does not say who gets which part: expected the share that is asked for, {first}% or {second}%"
    )


def _out_of(text: str, part: int, whole: int) -> str:
    """`2 of 10` as 20%."""
    if not 0 < whole >= part:
        raise NotUnderstoodError(f"{shown(text)} is more than all: expected a share such as 20%")
    return f"{round(100 * part / whole, 1):g}%"


def _value(bare: str, text: str, kind: str, asks: str) -> str:
    """A number or range without its unit, converted where the unit is another one than that of the file."""
    if found := _RANGE.fullmatch(bare):
        low, high, unit = found[1].strip(), found[2].strip(), found[3].strip()
        if high[-1:].casefold() == "k" and low[-1:].casefold() != "k" and len(low) <= len(high) - 1:
            low += "k"
        if kind == "share" and high.endswith("%") and not low.endswith("%"):
            low += "%"
        ends = (_one(low, unit, text, kind, asks), _one(high, unit, text, kind, asks))
        return (
            "-".join(ends) if kind != "share" or not ends[1].endswith("%") else f"{ends[0].removesuffix('%')}-{ends[1]}"
        )
    found = _VALUE.fullmatch(bare)
    return text.strip() if found is None else _one(found["number"], found["unit"].strip(), text, kind, asks)


def _one(number: str, unit: str, text: str, kind: str, asks: str) -> str:
    number = number.replace(" ", "")
    if number[-1:].casefold() == "k":
        thousands = float(number[:-1].removeprefix("$").replace(",", "")) * 1000
        number = f"{'$' if number.startswith('$') else ''}{thousands:,.10g}" if kind == "money" else f"{thousands:.10g}"
        number = f"${thousands:,.0f}" if kind == "money" and thousands == int(thousands) else number
    unit = unit.strip(" .,")
    if kind == "share":
        return _share(number, unit, text)
    if kind == "money":
        unit = re.sub(r"^(dollars?|usd|bucks)\b\s*", "", unit, flags=re.IGNORECASE)
        if _is_about(unit, asks):
            return _dollars(number)
        if unit.casefold() in ("cent", "cents", "¢"):
            return f"${float(number) / 100:.10g}"
        raise NotUnderstoodError(
            f"{shown(text)} may be for something else: expected the amount that is asked for, alone"
        )
    if kind in ("weeks", "weeks_of_service", "days", "minutes", "hours"):
        return _time(number, unit, text, kind.partition("_")[0], asks)
    if _is_about(unit, asks):
        return number.removeprefix("$")
    return text.strip()


def _share(number: str, unit: str, text: str) -> str:
    word = unit.casefold().split(" ")[0] if unit else ""
    if word in ("percent", "pct", "percentage") or unit.casefold().startswith("per cent"):
        return f"{number}%"
    if unit and (word not in ("of", "share", "split") or any(sign.isdigit() for sign in unit)):
        return text.strip()
    if number.endswith("%"):
        return number
    try:
        value = float(number.replace(",", ""))
    except ValueError:
        return text.strip()
    if value == 1:
        raise NotUnderstoodError(f"{shown(text)} could mean two things: expected 1% or 100%")
    return f"{number}%" if 1 < value <= 100 else "0%" if value == 0 else number


def _dollars(number: str) -> str:
    bare = number.removeprefix("$").rstrip("%")
    return f"${int(bare):,}" if bare.isdigit() and len(bare) < 10 else f"${bare}"


def _time(number: str, unit: str, text: str, kind: str, asks: str) -> str:
    """A number of weeks, days, minutes or hours; from another unit only where that comes out even."""
    words = unit.casefold().split(" ")
    given = _PERIODS.get(words[0], "") if words[0] else ""
    wanted = kind.removesuffix("s")
    rest = " ".join(words[1:])
    if not unit or (given == wanted and _is_about(rest, f"{asks} week")):
        return number
    if given == "day" and wanted == "week" and " a year" in asks:
        raise NotUnderstoodError(f"{shown(text)} is in days: expected weeks; five working days are one week")
    days = {"day": 1.0, "week": 7.0, "month": 365 / 12, "year": 365.0}
    hours = {"minute": 1 / 60, "hour": 1.0}
    for scale in (days, hours):
        if given in scale and wanted in scale:
            value = float(number.replace(",", "")) * scale[given] / scale[wanted]
            if given in ("month", "year") and wanted == "week":
                value = float(number.replace(",", "")) * (52 if given == "year" else 52 / 12)
            if abs(value - round(value)) < 1e-6:
                return f"{round(value)}"
            raise NotUnderstoodError(f"{shown(text)} is in {given}s: expected {kind}, about {value:.3g} here")
    return number if _is_about(unit, asks) else text.strip()


def _is_about(unit: str, asks: str) -> bool:
    """Whether the words behind a number only say what the question is about."""
    asked = asks.casefold()
    bare = unit.casefold()
    if any(sign.isdigit() for sign in bare):
        return False
    while (shorter := _FILLERS.sub("", bare)) != bare:
        bare = shorter
    for word in re.split(r"[\s/]+", bare):
        if word in ("", "per", "a", "an", "each", "every", "for", "of", "the", "only"):
            continue
        stem = _PERIODS.get(word, word.rstrip("s"))
        if not any(re.search(rf"\b{re.escape(same)}(?:s|es)?\b", asked) for same in _SAME.get(stem, (stem,))):
            return False
    return True


def _in_digits(text: str) -> str:
    """The text with numbers in words as digits: `twenty-five` is 25, `half` is 50%."""
    if not re.search(r"[a-z]", text, re.IGNORECASE):
        return text
    text = _ONE_OF.sub("one ", text)
    out: list[str] = []
    total, current, open_number = 0, 0, False
    for word in re.split(r"\s+|(?<=[a-z])-(?=[a-z])", text):
        folded = word.casefold().strip(",")
        if folded in _NUMBERS:
            current, open_number = current + _NUMBERS[folded], True
        elif folded in _TIMES and open_number:
            current *= _TIMES[folded]
            if folded == "thousand":
                total, current = total + current, 0
        else:
            if open_number:
                out.append(str(total + current))
                total, current, open_number = 0, 0, False
            out.append(word)
    if open_number:
        out.append(str(total + current))
    return " ".join(out)
