"""Section "The split that your costs ask for": the practice's own books, calculated against chosen, and who goes short.

In: a cleaned Audit and the labels of its offers. Out: `BooksView`, finished words. Must not compute.
"""

from dataclasses import dataclass
from typing import ClassVar

from evaluator.comparison.audit_model import Audit
from evaluator.economics.practice.figures import AtChosenSplit, Diagnosis, Figure, OverCaseload, PracticeFigures
from evaluator.offer.shares import shown_share
from evaluator.report.naming import Label
from evaluator.report.wording import cents, counted, dollars, ends, half_up, percent, sentence


@dataclass(frozen=True, slots=True)
class BooksView:
    """The practice's books in tables: each a heading row and rows of cells."""

    name: ClassVar[str] = "books"
    heading: ClassVar[str] = "The split that your costs ask for"

    intro: str
    diagnosis: str | None
    diagnosis_says: str | None
    diagnosis_formula: str | None
    splits: tuple[tuple[str, str], ...]
    clinicians: tuple[tuple[str, str, str, str, str, str], ...]
    keys: tuple[tuple[str, tuple[str, ...]], ...]
    key_names: tuple[str, ...]
    functions: tuple[tuple[str, str, str, str], ...]
    outcomes: tuple[tuple[str, str, str, str, str], ...]
    turnover: tuple[tuple[str, str, str], ...]
    over: tuple[tuple[str, str, str, str, str], ...]
    over_says: str | None
    further: tuple[tuple[str, str], ...]
    formulas: tuple[str, ...]
    left_out: tuple[str, ...]


def build_books(audit: Audit, labels: dict[str, Label]) -> BooksView | None:
    """The section; nothing without a practice file."""
    books = audit.practice
    if books is None:
        return None
    chosen = books.chosen
    return BooksView(
        intro=f"{books.name}: {counted(books.clinicians, 'clinician')}, {_value(books.collections)} collected in the "
        "year of the books.",
        diagnosis=None if chosen is None else chosen.diagnosis.label,
        diagnosis_says=None if chosen is None else _diagnosis_says(chosen.diagnosis),
        diagnosis_formula=None if chosen is None else sentence(chosen.diagnosis.formula),
        splits=split_rows(audit, labels),
        clinicians=() if chosen is None else _clinicians(chosen),
        keys=_by_key(books),
        key_names=tuple(key.label for key in books.keys),
        functions=_functions(books),
        outcomes=_outcomes(books),
        turnover=_turnover(books),
        over=() if chosen is None else _over(chosen.over_caseload),
        over_says=None if chosen is None or not chosen.over_caseload.rows else _over_says(chosen.over_caseload),
        further=_further(books),
        formulas=(sentence(books.targets_formula), sentence(books.keys_formula), sentence(books.turnover.formula)),
        left_out=tuple(sentence(line) for line in books.left_out),
    )


def split_rows(audit: Audit, labels: dict[str, Label]) -> tuple[tuple[str, str], ...]:
    """The clinician's share of collections: what covers costs, at each margin, as chosen, and in each offer."""
    books = audit.practice
    if books is None:
        return ()
    rows = [
        (
            "Covers all costs" if not one.margin else f"Leaves {shown_share(one.margin)} to the practice",
            _split(one.split),
        )
        for one in books.targets
    ]
    if books.chosen is not None:
        origin = "The split in your books" if books.chosen.from_books else "The split of the offer, tried on your books"
        rows.append((origin, _split(books.chosen.split)))
    rows += [
        (
            f"The clinician's part in the first year of offer {labels[one.id].mark}",
            percent(1 - one.both_sides.practice_share),
        )
        for one in audit.offers
    ]
    return tuple(rows)


def _split(share: float) -> str:
    """A split; one that is no split at all says so."""
    return percent(share) if 0 <= share <= 1 else f"{percent(share)}, which no split can be"


def _value(figure: Figure) -> str:
    match figure.unit:
        case "usd":
            return dollars(figure.value)
        case "usd_per_hour" | "usd_per_session":
            return cents(figure.value)
        case "share":
            return shown_share(figure.value)
        case _:
            return f"{half_up(figure.value, 1)} {figure.unit}"


def _clinicians(chosen: AtChosenSplit) -> tuple[tuple[str, str, str, str, str, str], ...]:
    ledger = chosen.ledger
    rows = [
        (
            row.name,
            cents(row.collections_usd),
            percent(row.split),
            cents(row.pay_usd),
            cents(row.practice_share_usd),
            cents(row.contribution_usd),
        )
        for row in ledger.rows
    ]
    whole = (cents(ledger.collections_usd), "", cents(ledger.pay_usd), cents(ledger.practice_share_usd), "")
    return (*rows, ("All", *whole))


def _functions(books: PracticeFigures) -> tuple[tuple[str, str, str, str], ...]:
    return tuple(
        (
            one.label,
            "not given" if one.needed_usd is None else dollars(one.needed_usd),
            "you do it" if one.done_by_owner else dollars(one.spent_usd),
            dollars(one.shortfall_usd) if half_up(one.shortfall_usd, 0) else "none",
        )
        for one in books.functions
        if one.is_promised
    )


def _outcomes(books: PracticeFigures) -> tuple[tuple[str, str, str, str, str], ...]:
    return tuple(
        (
            f"{percent(one.split)}{' (chosen)' if one.is_chosen else ''}",
            _value(one.residual),
            _value(one.owner_receives),
            _value(one.contribution),
            "never" if one.break_even.clinicians is None else f"from {counted(one.break_even.clinicians, 'clinician')}",
        )
        for one in books.tried
    )


def _turnover(books: PracticeFigures) -> tuple[tuple[str, str, str], ...]:
    rows = []
    for source in books.turnover.sources:
        low = min((one.split for one in source.splits if not one.margin), default=None)
        high = max((one.split for one in source.splits if not one.margin), default=None)
        if low is not None and high is not None:
            cost = f"{ends(source.low, source.high, shown_share)} of a year's pay"
            rows.append((source.name, cost, ends(low, high, _split)))
    return tuple(rows)


def _over(found: OverCaseload) -> tuple[tuple[str, str, str, str, str], ...]:
    """Clinicians above the cap: what the extra sessions leave, and what losing the clinician would cost."""
    return tuple(
        (
            row.name,
            str(half_up(row.sessions_per_week, 1)),
            dollars(row.leaves_usd),
            ends(row.replacement_low_usd, row.replacement_high_usd, dollars),
            _until(row.worth_until_low, row.worth_until_high),
        )
        for row in found.rows
    )


def _until(low: float | None, high: float | None) -> str:
    """By how much the chance of leaving may rise before the extra sessions cost more than they leave."""
    if low is None or high is None:
        return "any: a replacement costs nothing"
    return ends(low, high, lambda rise: f"{shown_share(min(rise, 1.0))}{' or more' if rise > 1 else ''}")


def _over_says(found: OverCaseload) -> str:
    """The whole, where the books say by how much the chance of leaving rises; else what the last column is."""
    cap = f"The cap is {half_up(found.cap_per_week, 0)} kept sessions a week."
    if found.net_low_usd is None or found.net_high_usd is None or found.rise_in_leaving is None:
        return f"{cap} The last column is how much the chance of leaving may rise before the extra sessions don't pay."
    rise = shown_share(found.rise_in_leaving)
    left = f"from {dollars(found.net_low_usd)} to {dollars(found.net_high_usd)}"
    return f"{cap} If the chance of leaving rises by {rise}, the extra sessions leave {left} a year after turnover."


def _further(books: PracticeFigures) -> tuple[tuple[str, str], ...]:
    """Reserve, the largest payer, and remote monitoring, as far as the books speak of them."""
    figures = [figure for figure in (books.reserve, books.largest_payer) if figure is not None]
    if books.rtm is not None:
        monitored = (books.rtm.net_yearly, books.rtm.net_yearly_after_hours, books.rtm.net_per_added_hour)
        figures += [figure for figure in monitored if figure is not None]
    return tuple((figure.label, _value(figure)) for figure in figures)


def diagnosis_line(audit: Audit) -> str | None:
    """The diagnosis as one sentence with its gap, for a terminal; nothing without books or a split."""
    if audit.practice is None or audit.practice.chosen is None:
        return None
    found = audit.practice.chosen.diagnosis
    return f"{sentence(found.label)} {_diagnosis_says(found)}"


def _diagnosis_says(found: Diagnosis) -> str:
    gap = f" The gap: {dollars(found.gap_usd)} a year." if half_up(found.gap_usd, 0) else ""
    return f"{sentence(found.says)}{gap}"


def _by_key(books: PracticeFigures) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """One row for each clinician, one column for each way to share out costs: there are few ways, maybe many people."""
    rows = tuple(
        (rows[0].name, tuple(_split(row.split) for row in rows))
        for rows in zip(*(key.rows for key in books.keys), strict=True)
    )
    return (*rows, ("All, by collections", tuple(_split(key.weighted_mean) for key in books.keys))) if rows else ()
