"""Section "What the practice's share buys": one collected dollar as a picture, and every line of it as a table.

In: a cleaned Audit and the labels of its offers. Out: `ShareView`, finished words and a drawing. Must not compute: the
tenths of a cent come from the books, where they add up. A page of its own, so that an owner can hand it to clinicians.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from evaluator.comparison.audit_model import Audit
from evaluator.economics.practice.figures import PracticeFigures, ShareLedger, ShareLine
from evaluator.report.charts import Drawing
from evaluator.report.ledger_chart import Part, draw_dollar
from evaluator.report.naming import Label
from evaluator.report.wording import MINUS, cents, counted, day, dollars, listed

PAY = "Clinicians’ pay"
LACKING = "Lacking: more is spent than is collected"
MOST_PARTS = 20
OUR_OWN = ("payroll", "owner", "reserve")
_DOLLAR = 1_000


@dataclass(frozen=True, slots=True)
class ShareView:
    """The share ledger: the finding, a picture of one dollar, and the same as rows of year, session and dollar."""

    name: ClassVar[str] = "share"
    heading: ClassVar[str] = "What the practice’s share buys"

    intro: str
    title: str
    drawing: Drawing
    pay: tuple[str, str, str, str]
    rows: tuple[tuple[str, str, str, str], ...]
    whole: tuple[str, str, str, str]
    note: str


def build_share(audit: Audit, _labels: dict[str, Label]) -> ShareView | None:
    """The section; nothing without books, or where they come to no split."""
    books = audit.practice
    if books is None or books.chosen is None:
        return None
    buys, sessions = books.chosen.buys, books.kept_sessions.value
    title = _title(buys)
    rows = tuple(
        (_name(line), cents(line.amount_usd), cents(line.per_session_usd), of_dollar(line.of_dollar_tenths))
        for line in buys.lines
    )
    share = buys.practice_share_usd
    return ShareView(
        intro=_intro(books),
        title=title,
        drawing=_drawing(buys, title),
        pay=(PAY, cents(buys.pay_usd), cents(buys.pay_usd / sessions), of_dollar(buys.pay_tenths)),
        rows=rows,
        whole=("The practice’s share", cents(share), cents(share / sessions), of_dollar(_DOLLAR - buys.pay_tenths)),
        note="The lines add up to the practice’s share: in the year to the cent, of a dollar to a tenth of a cent. A "
        "session’s amount is the year’s by kept sessions. What a line buys is what the practice’s own books call it.",
    )


def of_dollar(tenths: int) -> str:
    """Tenths of a cent as cents of one collected dollar: `6.6¢`."""
    return f"{MINUS if tenths < 0 else ''}{abs(tenths) / 10:.1f}¢"


def _intro(books: PracticeFigures) -> str:
    year = f"the year to {day(books.as_of)}" if books.as_of else "the year of the books"
    people, collected = counted(books.clinicians, "clinician"), dollars(books.collections.value)
    return f"{books.name}, {people}, {year}: {collected} collected. This page may be given to clinicians as it is."


def _name(line: ShareLine) -> str:
    """The name in the books with a capital, so that our own lines and the owner's look alike."""
    return LACKING if line.kind == "left" and line.amount_usd < 0 else f"{line.name[:1].upper()}{line.name[1:]}"


def _in_sentence(line: ShareLine) -> str:
    """A line inside a sentence; a name of the books stays as it is."""
    return line.name if line.kind not in OUR_OWN else f"{line.name[:1].lower()}{line.name[1:]}"


def _title(buys: ShareLedger) -> str:
    """The finding: the two sides of a dollar, the three largest things bought, and what is left or lacks."""
    left = buys.lines[-1]
    largest = sorted(buys.lines[:-1], key=lambda line: -line.of_dollar_tenths)[:3]
    said = listed(
        [f"{_in_sentence(line)} ({of_dollar(line.of_dollar_tenths)})" for line in largest if line.of_dollar_tenths > 0]
    )
    of_each = f"Of each dollar collected, {of_dollar(buys.pay_tenths)} is clinicians’ pay and "
    of_each += f"{of_dollar(_DOLLAR - buys.pay_tenths)} the practice’s share"
    most = f"; most of the share goes to {said}" if said else ""
    tenths = left.of_dollar_tenths
    end = f"{of_dollar(tenths)} is left" if tenths > 0 else f"{of_dollar(-tenths)} is lacking" if tenths else ""
    return f"{of_each}{most}. {end}{'.' if end else ''}".strip()


def _drawing(buys: ShareLedger, title: str) -> Drawing:
    """The dollar, and every line that costs something or is left; a year that lacks money has no part for that."""
    share = _DOLLAR - buys.pay_tenths
    return draw_dollar(
        Part(buys.pay_tenths, of_dollar(buys.pay_tenths), "pay", dollars(buys.pay_usd)),
        Part(share, of_dollar(share), "share", dollars(buys.practice_share_usd)),
        _parts([line for line in buys.lines if line.of_dollar_tenths > 0]),
        f"One collected dollar, cut into its parts. {title}",
    )


def _parts(lines: Sequence[ShareLine]) -> list[Part]:
    """A part for each line; of very many, the smallest are drawn as one, and the table has them all."""
    if len(lines) <= MOST_PARTS:
        return [_part(_name(line), line.of_dollar_tenths, line.amount_usd) for line in lines]
    large = sorted(lines, key=lambda line: -line.of_dollar_tenths)[: MOST_PARTS - 1]
    small = [line for line in lines if line not in large]
    rest = _part(
        f"{counted(len(small), 'smaller line')}, in the table below",
        sum(line.of_dollar_tenths for line in small),
        sum(line.amount_usd for line in small),
    )
    return [*(_part(_name(line), line.of_dollar_tenths, line.amount_usd) for line in lines if line in large), rest]


def _part(name: str, tenths: int, usd: float) -> Part:
    return Part(tenths, of_dollar(tenths), name, dollars(usd))
