"""What the practice's share buys, line by line, to the cent.

In: a practice file, its sums and its ledger. Out: a `ShareLedger`. Must not judge.

The running level is rounded and a line is the difference of two levels, so that the lines always add up: in cents of
the year, and in tenths of a cent of one collected dollar.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluator.economics.practice.collections_ledger import whole_cents
from evaluator.economics.practice.cost_base import CostBase
from evaluator.economics.practice.figures import CostKind, Ledger, ShareLedger, ShareLine
from evaluator.offer.practice import PracticeFile

_A_DOLLAR = 1_000  # tenths of a cent


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line of the books in dollars a year, unrounded."""

    name: str
    kind: CostKind
    function: str | None
    usd: float
    formula: str


def cost_lines(practice: PracticeFile, base: CostBase) -> Iterator[CostLine]:
    """Every cost of the books but clinicians' pay and its burden; the owner's work and the reserve come last."""
    for pool in (pool for pool in base.pools if not pool.is_owner):
        usd = pool.yearly_usd(base.headcount)
        yield CostLine(pool.name, "shared", pool.function, usd, "dollars a year at the present number of clinicians")
    for each in practice.costs.per_clinician or ():
        usd = each.yearly * base.headcount
        yield CostLine(each.name, "per_clinician", each.function, usd, "dollars for each clinician × clinicians")
    for session in practice.costs.per_session or ():
        usd = session.amount * base.kept_sessions
        yield CostLine(session.name, "per_session", session.function, usd, "dollars for each session × kept sessions")
    for part in practice.costs.of_collections or ():
        usd = part.share * base.collections_usd
        yield CostLine(part.name, "of_collections", part.function, usd, "share of collections × collections")
    if base.owner_wage_usd:
        words = "the owner's hours outside sessions × their market wage"
        yield CostLine("The owner's work", "owner", None, base.owner_wage_usd, words)
    if practice.reserve.of_collections:
        usd = practice.reserve.of_collections * base.collections_usd
        yield CostLine("Put aside as a reserve", "reserve", None, usd, "share put aside × collections")


def share_ledger(practice: PracticeFile, base: CostBase, ledger: Ledger) -> ShareLedger:
    """The practice's share as a list of what it pays for; the last line is what is left, or lacks."""
    payroll = CostLine(
        "Payroll taxes and insurance on clinicians' pay", "payroll", None, base.burden * ledger.pay_usd,
        "payroll burden × clinicians' pay",
    )  # fmt: skip
    whole = whole_cents(ledger.practice_share_usd)
    lines, level, shown = [], ledger.practice_share_usd, whole
    pay_tenths = _A_DOLLAR - _tenths(level, ledger)
    tenths = _A_DOLLAR - pay_tenths
    for line in (payroll, *cost_lines(practice, base)):
        level -= line.usd
        rounded, of_dollar = whole_cents(level), _tenths(level, ledger)
        lines.append(_line(line, shown - rounded, whole, tenths - of_dollar, base))
        shown, tenths = rounded, of_dollar
    left = CostLine("Left for the practice", "left", None, 0.0, "the practice's share less all lines above")
    lines.append(_line(left, shown, whole, tenths, base))
    return ShareLedger(ledger.pay_usd, pay_tenths, ledger.practice_share_usd, tuple(lines))


def _tenths(usd: float, ledger: Ledger) -> int:
    """Dollars of the year as tenths of a cent of one collected dollar, rounded half away from zero."""
    return whole_cents(usd * _A_DOLLAR / 100 / ledger.collections_usd)


def _line(line: CostLine, amount_cents: int, whole_cents_: int, tenths: int, base: CostBase) -> ShareLine:
    usd = amount_cents / 100
    return ShareLine(
        line.name,
        line.kind,
        line.function,
        usd,
        per_session_usd=usd / base.kept_sessions,
        of_collections=usd / base.collections_usd,
        of_practice_share=amount_cents / whole_cents_ if whole_cents_ else 0.0,
        of_dollar_tenths=tenths,
        formula=line.formula,
    )
