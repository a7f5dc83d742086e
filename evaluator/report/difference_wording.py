"""The sentences of a difference: its summary, what a change does, what becomes of a red flag.

In: a cleaned Difference or parts of it. Out: finished words. Must not compute.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from evaluator.comparison.difference_model import Change, Difference, Effect, FlagMove, Kind
from evaluator.economics.figures import Interval
from evaluator.report.wording import MINUS, cents, change, counted, listed, plain, spelled

KINDS: dict[Kind, str] = {
    "removed": "No longer mentioned",
    "now_vague": "Now vague",
    "now_refused": "Now refused",
    "evidence_lost": "Rests on less",
    "changed": "Changed",
    "added": "New",
    "answered": "Now answered",
    "evidence_gained": "Rests on more",
    "renamed": "Another name",
    "may_change": "Whether it can change",
    "reworded": "Same, put differently",
    "reordered": "Another order",
}
NAMED = 3
NO_EFFECT = "Moves neither pay nor score."
_MOVES = {
    ("raised", None): "is lifted",
    ("raised", "not_ruled_out"): "is no longer raised, and not ruled out either",
    ("raised", "suspected"): "is only suspected now",
    ("suspected", None): "is no longer suspected",
    ("suspected", "not_ruled_out"): "is no longer suspected, and not ruled out either",
    ("suspected", "raised"): "is raised, and was only suspected",
    ("not_ruled_out", None): "is ruled out",
    ("not_ruled_out", "raised"): "is raised",
    ("not_ruled_out", "suspected"): "is suspected",
    (None, "raised"): "is raised",
    (None, "suspected"): "is suspected",
    (None, "not_ruled_out"): "is not ruled out any more",
}


def summary_of(difference: Difference) -> str:
    """The difference in one or two sentences."""
    if difference.same:
        return "Both versions say the same."
    parts = [*_pay(difference), *_silence(difference), *_flags(difference.flags)]
    if not parts:
        parts = ["moves neither pay nor red flags"]
    joined = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])}{',' if len(parts) > 2 else ''} and {parts[-1]}"
    first, last = difference.before.verdict, difference.after.verdict
    verdict = f" The verdict goes from “{first.says}” to “{last.says}”." if first.id != last.id else ""
    return f"The new version {joined}.{verdict}"


def _pay(difference: Difference) -> Iterator[str]:
    hour = difference.whole.hourly_usd
    if not difference.after.pay_is_stated:
        yield "does not say what it pays" + (" any more" if difference.before.pay_is_stated else "")
    elif not difference.before.pay_is_stated:
        yield "says what it pays, which the old one does not"
    elif hour.likely:
        yield f"pays {_more_or_less(hour.likely)} an hour worked"
    elif hour.low:
        yield f"pays {_more_or_less(hour.low)} an hour worked in the worst case"


def _more_or_less(amount: float) -> str:
    return f"{cents(abs(amount))} {'more' if amount > 0 else 'less'} for"


def _silence(difference: Difference) -> Iterator[str]:
    gone = list(dict.fromkeys(one.items[0].label for one in difference.changes if is_gone(one)))
    if gone:
        more = [f"{len(gone) - NAMED + 1} more things"] if len(gone) > NAMED else []
        yield f"says nothing any more about {listed([*map(_inside, gone[: NAMED - 1 if more else NAMED]), *more])}"


def is_gone(one: Change) -> bool:
    """Whether a change is nothing but silence where something was stated."""
    return all(item.kind == "removed" for item in one.items)


def _inside(label: str) -> str:
    """A label inside a sentence: without its capital, unless it is a name or an abbreviation."""
    return label if label[1:2].isupper() else f"{label[:1].lower()}{label[1:]}"


def _flags(moves: Sequence[FlagMove]) -> Iterator[str]:
    raised = sum(move.after == "raised" for move in moves)
    lifted = sum(move.before == "raised" and move.after is None for move in moves)
    words = [
        f"{verb} {spelled(number).lower()} red flag{'' if number == 1 else 's'}"
        for verb, number in (("raises", raised), ("lifts", lifted))
        if number
    ]
    yield from words


def count_of(difference: Difference) -> str:
    """How many changes there are, by what they do."""
    gone = sum(map(is_gone, difference.changes))
    rest = [one for one in difference.changes if not is_gone(one)]
    by_direction = [
        (sum(one.direction == direction for one in rest), words)
        for direction, words in (
            ("worse", "for the worse"),
            ("better", "for the better"),
            ("open", "neither or still open"),
        )
    ]
    parts = [f"{number} {words}" for number, words in ((gone, "no longer mentioned"), *by_direction) if number]
    return f"{counted(len(difference.changes), 'change')}: {', '.join(parts)}." if parts else "No changes."


def flag_words(move: FlagMove) -> str:
    """What becomes of a red flag."""
    return f"“{move.title}” ({move.severity}) {_MOVES[(move.before, move.after)]}"


def effect_parts(effect: Effect) -> tuple[str, ...]:
    """What a change does by itself, one part for each figure that moves."""
    parts = []
    if effect.floor or effect.ceiling:
        ends = (("floor", effect.floor), ("ceiling", effect.ceiling))
        parts.append(f"score: {', '.join(f'{name} {signed(value)}' for name, value in ends if value)}")
    if _moves(effect.split):
        parts.append(f"effective split: {interval_words(effect.split, points, ' points')}")
    if _moves(effect.hourly_usd):
        parts.append(f"an hour worked: {interval_words(effect.hourly_usd, change)}")
    if not parts:
        return (NO_EFFECT,)
    listed_parts = "; ".join(parts)
    return tuple(f"{listed_parts[0].upper()}{listed_parts[1:]}.".replace("; ", ";\n").split("\n"))


def is_idle(effect: Effect) -> bool:
    """Whether none of the figures that are shown moves."""
    return not (effect.floor or effect.ceiling or _moves(effect.split) or _moves(effect.hourly_usd))


def _moves(found: Interval) -> bool:
    return bool(found.low or found.likely or found.high)


def interval_words(found: Interval, show: Callable[[float], str], unit: str = "") -> str:
    """The likely change with its unit, and worst and best where they print otherwise."""
    likely = f"{show(found.likely)}{unit}"
    ends = ends_words(found, show)
    return f"{likely} ({ends})" if ends else likely


def ends_words(found: Interval, show: Callable[[float], str]) -> str | None:
    """The changes of the worst and of the best case; none where both are as the likely one."""
    ends = show(found.low), show(found.high)
    return None if set(ends) == {show(found.likely)} else f"worst {ends[0]}, best {ends[1]}"


def signed(value: float) -> str:
    """Points of a score with their sign: `+2.1`, `−0.4`, `0.0`."""
    text = plain(value, 1)
    return text if value == 0 or text.startswith(MINUS) else f"+{text}"


def points(share: float) -> str:
    """A change of a share in percentage points, with its sign."""
    return signed(float(Decimal(repr(share)) * 100))
