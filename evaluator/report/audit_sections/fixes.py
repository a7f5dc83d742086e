"""Section "What to mend first": each fix with its gain and its price, and the cheapest way to a verdict.

In: a cleaned Audit and the labels of its offers. Out: `FixesView`, finished words. Must not compute or reorder.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from evaluator.comparison.audit_model import Audit, AuditedOffer, Fix, LiftedFlag, Reached
from evaluator.offer.editing import Change
from evaluator.report.naming import Label
from evaluator.report.sections.checklists import SIGNS
from evaluator.report.wording import MINUS, cents, counted, dollars, half_up, listed, sentence

IN_TABLE = 20
_UNPRICED = {"no_term": "work or risk, no amount", "amount_open": "an amount that you have to name"}
_LIFTS = {"raised": "Lifts", "suspected": "Lifts the suspicion of", "not_ruled_out": "Rules out"}


@dataclass(frozen=True, slots=True)
class FixRow:
    """One fix: how it stands now, what to do, what to write into the file, and what that gains and costs."""

    number: str
    title: str
    now: str
    do: str
    write: tuple[str, ...]
    gain: tuple[str, ...]
    lifts: tuple[str, ...]
    price: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReachView:
    """The cheapest set of fixes that leads to a verdict."""

    title: str
    says: str
    price: str | None
    fixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferFixes:
    """The fixes of one offer."""

    label: Label
    rows: tuple[FixRow, ...]
    left_out: str | None
    reach: ReachView | None
    unfixed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FixesView:
    """Everything that could be mended."""

    name: ClassVar[str] = "fixes"
    heading: ClassVar[str] = "What to mend first"

    offers: tuple[OfferFixes, ...]


def build_fixes(audit: Audit, labels: dict[str, Label]) -> FixesView | None:
    """The fixes of every offer; nothing where nothing is to be mended."""
    titles = {text.id: text.title for text in audit.owner.checklists}
    offers = tuple(_offer(one, labels[one.id], titles) for one in audit.offers)
    if not any(one.rows or one.unfixed or one.reach for one in offers):
        return None
    return FixesView(offers)


def _offer(one: AuditedOffer, label: Label, titles: dict[str, str]) -> OfferFixes:
    more = len(one.fixes) - IN_TABLE
    left_out = f"{counted(more, 'smaller fix').removesuffix('s') + ('es' if more > 1 else '')} in the JSON file."
    return OfferFixes(
        label=label,
        rows=tuple(_row(number, fix, titles) for number, fix in enumerate(one.fixes[:IN_TABLE], 1)),
        left_out=left_out if more > 0 else None,
        reach=None if one.reached is None else reach_view(one.reached, one.fixes),
        unfixed=tuple((row.title, sentence(row.request)) for row in one.unfixed),
    )


def _row(number: int, fix: Fix, titles: dict[str, str]) -> FixRow:
    return FixRow(
        number=str(number),
        title=fix.title,
        now=f"{SIGNS[fix.outcome][1]}{', not in the contract' if fix.outcome == 'met' else ''}",
        do=sentence(fix.do),
        write=_written(fix.changes),
        gain=gain_words(fix, titles),
        lifts=lifted_words(fix.flags_lifted),
        price=_price(fix),
    )


def _written(changes: tuple[Change, ...]) -> tuple[str, ...]:
    """The changes as lines of the offer file; what only moves into the contract takes one line together."""
    anew = [f"{_name(change)}: {change.value}" for change in changes if change.value is not None]
    moved = [_name(change) for change in changes if change.value is None]
    return (*anew, *([f"into the contract as it stands: {', '.join(moved)}"] if moved else []))


def _name(change: Change) -> str:
    return " → ".join(change.path)


def gain_words(fix: Fix, titles: dict[str, str]) -> tuple[str, ...]:
    """`+2.6 points overall`, and what the checklist itself gains."""
    overall, own = half_up(fix.overall_gain, 1), half_up(fix.checklist_gain, 1)
    if not overall and not own:
        return ("no points by itself",)
    parts = [f"+{overall} points overall"] if overall else []
    title = titles.get(fix.checklist, fix.checklist)
    return (*parts, *([f"+{own} points in “{title}”"] if own else []))


def lifted_words(flags: Sequence[LiftedFlag]) -> tuple[str, ...]:
    """What becomes of red flags, those of one fate together: `Rules out “A” (critical) and “B” (high)`."""
    fates = dict.fromkeys(flag.was for flag in flags)
    named = {fate: [f"“{flag.title}” ({flag.severity})" for flag in flags if flag.was == fate] for fate in fates}
    return tuple(f"{_LIFTS[fate]} {listed(names)}" for fate, names in named.items())


def _price(fix: Fix) -> tuple[str, ...]:
    """The price, what is worked out as nothing, or why there is none."""
    if fix.unpriced is not None:
        return (_UNPRICED[fix.unpriced],)
    if fix.cost_usd == 0 and fix.hourly_usd == 0:
        only_written = all(change.value is None for change in fix.changes)
        return ("nothing new: promised already",) if only_written else ("nothing beyond what is assumed now",)
    return price_words(fix.cost_usd, fix.hourly_usd)


def price_words(cost: float | None, hourly: float | None) -> tuple[str, ...]:
    """What the practice has less or more in a year and the clinician for each hour; nothing without a price."""
    if cost is None or hourly is None:
        return ()
    sign = "" if not half_up(cost, 0) else MINUS if cost > 0 else "+"
    you = f"{sign}{dollars(abs(cost))} a year for you"
    her = f"{'+' if hourly >= 0 else MINUS}{cents(abs(hourly))} an hour for the clinician"
    return (you, her)


def reach_view(reached: Reached, fixes: tuple[Fix, ...]) -> ReachView:
    """The set in words, in the order of the fixes."""
    titles = tuple(fix.title for fix in fixes if fix.check in reached.checks)
    moves = abs(reached.cost_usd) >= 0.5 or abs(reached.hourly_usd) >= 0.005
    price = f"Together: {', '.join(price_words(reached.cost_usd, reached.hourly_usd))}." if moves else None
    name = {"sound": "Sound", "strong": "Strong"}[reached.verdict]
    return ReachView(f"The cheapest way to “{name}”", sentence(reached.says), price, titles)
