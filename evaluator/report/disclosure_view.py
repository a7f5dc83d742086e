"""A disclosure sheet as finished words, before any format is chosen.

In: a Disclosure, and how much room a cell has. Out: `SheetView`. Must not judge. A cell that is too long for its room
says so and points to the offer file, which has every word.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from evaluator.comparison.disclosed_rows import PAY_RANGE
from evaluator.comparison.disclosure_model import Disclosure, Part, Row, Stated
from evaluator.economics.posted_pay import PostedAmount, PostedPay
from evaluator.offer.fingerprint import short_fingerprint
from evaluator.report.anonymous import SAYS, WITHHELD
from evaluator.report.layout import Paper
from evaluator.report.wording import cents, cleaned, counted, day, dollars, listed

NOT_STATED = "not stated"
NOTHING = "–"
CUT = "…, see offer file"
_CHANGES = {
    "fixed": "fixed",
    "formula": "by formula",
    "discretion": "practice decides",
    "mixed": "differs, see offer file",
}
_EVIDENCE = {
    "contract": "contract",
    "policy": "policy",
    "offer_letter": "offer letter",
    "posting": "posting",
    "verbal": "spoken only",
    "third_party": "from others",
}
_SECTIONS = frozenset(
    "offer pay costs hours caseload patient_flow attendance transparency autonomy support contract benefits".split()
)
KEY = (
    "Fixed: changes only if both agree. By formula: changes by a stated rule. Practice decides: changes without your "
    "agreement."
)
VERIFY = (
    "The PDF of this sheet carries the offer file. To check that the two agree: evaluator verify sheet.pdf "
    "offer.yaml. The fingerprint is of all that the offer says; any change of it makes another."
)
_ON_TOP = ("position", "organization", "engagement")
_SHORT_QUOTE = 70
_QUOTED = frozenset(
    "contract.notice contract.non-compete contract.client-contact contract.stay-or-pay contract.contract-changes "
    "transparency.rate-changes transparency.pay-after-leaving".split()
)
"""Answers that stand for a range of terms, so that a short quote tells more than they do."""
ROOMS = (2000, 600, 420, 330, 260, 200, 160, 130)
"""Letters that a cell may hold, tried from the most to the least until the sheet fits its pages."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How many lines of the table a size of paper holds: above `roomy` rows are set closer, `most` surely fit on two
    pages, with the letters of a line counted low."""

    roomy: int
    most: int


PAPERS: dict[Paper, Sheet] = {"letter": Sheet(58, 130), "a4": Sheet(61, 138)}
"""The sheet is as wide on both, and 6% taller on A4."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and what stands beside it."""

    label: str
    says: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class RowView:
    """One row as it is printed. `open` marks one of which nothing is stated."""

    label: str
    says: str
    change: str
    rests: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class PartView:
    """Rows under a heading."""

    title: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """The whole sheet."""

    title: str
    name: str
    organization: str
    engagement: str
    about: tuple[tuple[Pair, ...], ...]
    parts: tuple[PartView, ...]
    footer: tuple[Pair, ...]
    key: str
    verify: str
    notices: tuple[str, ...]
    date: str
    created: str
    fingerprint: str
    dense: bool
    withheld: str | None = None


def build_sheet(disclosure: Disclosure, *, fitted_to: Paper | None = None) -> SheetView:
    """All words of the sheet; `fitted_to` shortens cells until two pages of that paper surely hold them."""
    safe = cleaned(disclosure)
    sheet = PAPERS[fitted_to or "letter"]
    for room in ROOMS if fitted_to else ROOMS[:1]:
        parts = tuple(_part(part, safe.pay, room) for part in safe.parts)
        if lines_of(parts) <= sheet.most:
            break
    is_anonymous = safe.fingerprint == WITHHELD
    return SheetView(
        title=f"Offer disclosure: {_cut(safe.name, 80)}",
        name=_cut(safe.name, 160),
        organization=_cut(safe.organization, 160) if safe.organization else f"organization {NOT_STATED}",
        engagement=_engagement(safe.about),
        about=_pairs(safe.about),
        parts=parts,
        footer=_footer(safe),
        key=KEY,
        verify="" if is_anonymous else VERIFY,
        notices=safe.notices,
        date=day(safe.as_of),
        created=safe.as_of.isoformat(),
        fingerprint=short_fingerprint(safe.fingerprint),
        dense=lines_of(parts) > sheet.roomy,
        withheld=SAYS if is_anonymous else None,
    )


def _pairs(about: Part) -> tuple[tuple[Pair, ...], ...]:
    """Who, what and when: three pairs in a line. What rests on less than the rest is not told apart here."""
    pairs = [_pair(row) for row in about.rows if row.id not in _ON_TOP]
    return tuple(tuple(pairs[start : start + 3]) for start in range(0, len(pairs), 3))


def _engagement(about: Part) -> str:
    """Whether the post is an employee's or a contractor's, said plainly at the top."""
    term = next(row for row in about.rows if row.id == "engagement").terms[0]
    return _reads(term) if term.state == "stated" else f"employee or contractor: {_reads(term)}"


def _pair(row: Row) -> Pair:
    says = "; ".join(_reads(one) for one in row.terms)
    return Pair(row.label, _cut(says, 90), open=all(one.state != "stated" for one in row.terms))


def _part(part: Part, pay: PostedPay, room: int) -> PartView:
    rows = {row.id: row for row in part.rows}
    return PartView(
        part.title,
        tuple(_pay_row(row, pay) if row.id == PAY_RANGE else _row(row, rows, room) for row in part.rows),
    )


def _row(row: Row, rows: dict[str, Row], room: int) -> RowView:
    if row.not_for:
        return RowView(row.label, _cut(f"does not apply: {row.not_for}", room), NOTHING, NOTHING)
    told = [one for one in row.terms if one.state != "not_stated"]
    if not told:
        return RowView(row.label, NOT_STATED, NOT_STATED, NOT_STATED, open=True)
    change = _change(told)
    if row.id == "rate" and change == NOT_STATED and _is_told(rows.get("rate-changes")):
        change = "see below"
    narrow = max(room // 4, 57)
    return RowView(row.label, _cut(_says(row.terms), room), _cut(change, narrow), _cut(_rests(told), narrow))


def _is_told(row: Row | None) -> bool:
    return row is not None and any(one.state == "stated" for one in row.terms)


def _says(terms: Sequence[Stated]) -> str:
    """All terms of a row: those of one group set apart by commas, others by semicolons, sentences by nothing."""
    text = ""
    before = ""
    for one in sorted(terms, key=lambda one: not one.reads.endswith(".")):
        group = one.key.rpartition(".")[0]
        together = group == before and group not in _SECTIONS
        between = "" if not text else " " if text.endswith((".", "…")) else ", " if together else "; "
        words = _reads(one if len(terms) > 1 else replace(one, name=""))
        text += between + (words[:1].upper() + words[1:] if between == " " else words)
        before = group
    return text


def _reads(one: Stated) -> str:
    name = f"{one.name}: " if one.name else ""
    match one.state:
        case "stated" if one.key in _QUOTED and one.quote and len(one.quote) <= _SHORT_QUOTE:
            return f"{one.reads.rstrip('.')}: “{one.quote}”."
        case "stated":
            return one.reads
        case "vague":
            quote = f" (“{one.quote}”)" if one.quote else ""
            return f"{name}said without a number or a rule{quote}"
        case "refused":
            return f"{name}asked, and not answered"
        case _:
            return f"{name}{NOT_STATED}"


def _change(told: Sequence[Stated]) -> str:
    """Whether the terms can change; where they differ, with the names of those that are not like most."""
    return _grouped([(_one_change(one), one.name) for one in told])


def _one_change(one: Stated) -> str:
    notice = None if one.notice_days is None else "no notice" if one.notice_days == 0 else _notice(one.notice_days)
    how = None if one.change is None else _CHANGES[one.change]
    return ", ".join(part for part in (how, notice) if part) or NOT_STATED


def _notice(days: int) -> str:
    return f"{counted(days, 'day')}'{'' if days != 1 else 's'} notice"


def _rests(told: Sequence[Stated]) -> str:
    return _grouped([(_basis(one), one.name) for one in told])


def _basis(one: Stated) -> str:
    words = _EVIDENCE.get(one.evidence or "", one.evidence or NOT_STATED)
    return f"{words}, {one.where}" if one.where else words


def _grouped(pairs: Sequence[tuple[str, str]]) -> str:
    """What holds for most of the names, then the others with theirs."""
    names: dict[str, list[str]] = {}
    for says, name in pairs:
        names.setdefault(says, []).append(name or "the rest")
    most = max(names, key=lambda says: len(names[says]))
    others = [f"{says} ({', '.join(dict.fromkeys(named))})" for says, named in names.items() if says != most]
    return "; ".join([most, *others])


def _pay_row(row: Row, pay: PostedPay) -> RowView:
    """The pay range as postings give it, from stated terms only."""
    if pay.year.low_usd is None and pay.hour.low_usd is None and pay.worked_hour.low_usd is None:
        missing = tuple(dict.fromkeys((*pay.year.missing, *pay.hour.missing)))
        return RowView(row.label, f"{NOT_STATED} (missing: {listed(missing)})", NOTHING, "worked out", open=True)
    a_year, an_hour = _PAY_WORDS[pay.basis]
    amounts = [(pay.year, a_year, dollars), (pay.hour, an_hour, cents)]
    if pay.basis == "sessions":
        amounts.append((pay.worked_hour, "an hour with notes and other stated work", cents))
    parts = [_amount(amount, words, show) for amount, words, show in amounts if amount.low_usd is not None]
    without = [words for amount, words, _ in amounts if amount.low_usd is None]
    if without:
        missing = tuple(dict.fromkeys(name for amount, _, _ in amounts for name in amount.missing))
        parts.append(f"{NOT_STATED}: {listed(without)} (missing: {listed(missing)})")
    return RowView(row.label, f"{'; '.join(parts)}. Before taxes and costs.", NOTHING, "worked out")


_PAY_WORDS = {
    "salary": ("a year, without bonuses", "for each hour of the contract"),
    "hourly": ("a year", "an hour"),
    "base_and_sessions": ("a year at a full caseload", "an hour with notes and other stated work"),
    "sessions": ("a year at a full caseload", "an hour in sessions"),
}


def _amount(amount: PostedAmount, words: str, show: Callable[[float], str]) -> str:
    assert amount.low_usd is not None
    assert amount.high_usd is not None
    low, high = show(amount.low_usd), show(amount.high_usd)
    return f"{low} {words}" if low == high else f"{low} to {high} {words}"


def _footer(disclosure: Disclosure) -> tuple[Pair, ...]:
    return (
        Pair("Issued", day(disclosure.issued) if disclosure.issued else NOT_STATED),
        Pair("Good until", day(disclosure.good_until) if disclosure.good_until else NOT_STATED),
        Pair("Revision", _cut(disclosure.revision, 40) if disclosure.revision else NOT_STATED),
        Pair("Fingerprint", short_fingerprint(disclosure.fingerprint)),
        Pair("Sheet made", day(disclosure.as_of)),
    )


def _cut(text: str, room: int) -> str:
    """The text, or as many whole words of it as there is room for, and where the rest is."""
    if len(text) <= room:
        return text
    kept = text[: room - len(CUT)]
    whole = kept.rpartition(" ")[0] if " " in kept[len(kept) // 2 :] else kept
    return whole.rstrip(" ,;:.") + CUT


def lines_of(parts: Sequence[PartView]) -> int:
    """Lines that the rows take, counted high: wide letters in narrow columns."""
    rows = [row for part in parts for row in part.rows]
    return sum(max(ceil(len(r.says) / 58), ceil(len(r.change) / 17), ceil(len(r.rests) / 19), 1) for r in rows)
