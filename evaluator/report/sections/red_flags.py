"""Section "Red flags": what is raised, with the employer's own words, and what nothing stated rules out.

In: a cleaned Comparison and the labels of its offers. Out: `RedFlagsView`, finished words. Must not raise or clear one.
"""

from dataclasses import dataclass
from typing import ClassVar

from evaluator.checklists.findings import RedFlag
from evaluator.comparison.model import Comparison, OfferResult
from evaluator.report.naming import Label
from evaluator.report.sections.checklists import LONGEST_QUOTE
from evaluator.report.waiver_words import waiver_note, waiver_summary
from evaluator.report.wording import place, sentence

_GRAVITY = {"critical": 0, "high": 1, "medium": 2, "low": 3}
STATES = {"raised": ("▲", "Raised"), "suspected": ("△", "Suspected"), "not_ruled_out": ("?", "Not ruled out")}


@dataclass(frozen=True, slots=True)
class Flag:
    """A raised or suspected flag of one offer. A quote too long for a narrow column is `in_full`, across the table."""

    title: str
    sign: str
    state: str
    severity: str
    says: str
    quote: str | None
    rests_on: str | None
    why: str
    request: str
    waived: str | None = None
    in_full: str | None = None


@dataclass(frozen=True, slots=True)
class OfferFlags:
    """The flags that are up in one offer, gravest first."""

    label: Label
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """A flag that at least one offer doesn't rule out, and the letters of those offers."""

    title: str
    severity: str
    why: str
    request: str
    offers: str


@dataclass(frozen=True, slots=True)
class RedFlagsView:
    """The section about red flags. `open` holds the critical ones that are open, `lesser` those that cap no score."""

    name: ClassVar[str] = "red_flags"
    heading: ClassVar[str] = "Red flags"

    offers: tuple[OfferFlags, ...]
    open: tuple[OpenFlag, ...]
    high: tuple[OpenFlag, ...] = ()
    lesser: tuple[str, ...] = ()
    waivers: tuple[str, ...] = ()


def build_red_flags(comparison: Comparison, labels: dict[str, Label]) -> RedFlagsView:
    """Flags that are up, by offer; flags that can't be ruled out, by flag."""
    still_open = _open_flags(comparison, labels)
    return RedFlagsView(
        offers=tuple(OfferFlags(labels[offer.id], _flags_up(offer)) for offer in comparison.offers),
        open=tuple(flag for flag in still_open if flag.severity == "critical"),
        high=tuple(flag for flag in still_open if flag.severity == "high"),
        lesser=tuple(f"{flag.title} ({flag.offers})" for flag in still_open if flag.severity in ("medium", "low")),
        waivers=tuple(filter(None, (waiver_summary(comparison.offers), *comparison.waiver_remarks))),
    )


def _by_gravity(flag: RedFlag) -> tuple[int, bool]:
    return _GRAVITY[flag.severity], flag.state == "suspected"


def _flags_up(offer: OfferResult) -> tuple[Flag, ...]:
    up = sorted((flag for flag in offer.red_flags if flag.state != "not_ruled_out"), key=_by_gravity)
    return tuple(_flag(flag, offer) for flag in up)


def _flag(flag: RedFlag, offer: OfferResult) -> Flag:
    sign, state = STATES[flag.state]
    long = flag.quote is not None and len(flag.quote) > LONGEST_QUOTE
    return Flag(
        title=flag.title,
        sign=sign,
        state=state,
        severity=flag.severity,
        says=sentence(flag.says),
        quote=None if long else flag.quote,
        in_full=flag.quote if long else None,
        rests_on=place(flag.evidence, flag.where, flag.line, offer.file),
        why=sentence(flag.why),
        request=sentence(flag.request),
        waived=waiver_note(offer, flag.check),
    )


def _open_flags(comparison: Comparison, labels: dict[str, Label]) -> tuple[OpenFlag, ...]:
    held: dict[str, tuple[RedFlag, list[str]]] = {}
    for offer in comparison.offers:
        for flag in offer.red_flags:
            if flag.state == "not_ruled_out":
                held.setdefault(flag.check, (flag, []))[1].append(labels[offer.id].mark)
    order = {check.id: number for number, check in enumerate(comparison.checks)}
    ranked = sorted(held.values(), key=lambda pair: (_GRAVITY[pair[0].severity], order.get(pair[0].check, len(order))))
    return tuple(
        OpenFlag(flag.title, flag.severity, sentence(flag.why), sentence(flag.request), ", ".join(marks))
        for flag, marks in ranked
    )
