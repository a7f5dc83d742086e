"""Section "A bad year, shared": what it takes from the practice, what sharing does to it, and what a leaver costs.

In: a cleaned Audit and the labels of its offers. Out: `SharedYearsView`, finished words and a drawing. Must not
compute.
"""

from dataclasses import dataclass
from typing import ClassVar

from evaluator.comparison.audit_model import Audit
from evaluator.economics.figures import Interval
from evaluator.economics.practice.bad_year_figures import BadYears, Leaver, PooledScenario
from evaluator.offer.shares import shown_share
from evaluator.report.charts import Drawing
from evaluator.report.ledger_chart import draw_shared
from evaluator.report.naming import Label
from evaluator.report.wording import counted, dollars, ends, half_up, percent, sentence, span, spelled

NOT_SO = "–"
_SHARING = (
    "Each bar is the same bad year of one clinician. If such years come to each clinician by themselves, those who "
    "share them still lose as much on average, but a year of theirs goes up and down less: with four who share, half "
    "as much as alone, with nine a third, whatever the chance of a bad year is (1 ÷ the square root of their number). "
    "What comes to all at once, such as an insurer that leaves the practice, is no smaller for being shared: against "
    "it stand only a reserve and more than one payer."
)


@dataclass(frozen=True, slots=True)
class SharedYearsView:
    """Scenarios in rows, one of them drawn by the number of those who share it, a leaver, and what is open."""

    name: ClassVar[str] = "shared_years"
    heading: ClassVar[str] = "A bad year, shared"

    intro: str
    clinicians: str
    rows: tuple[tuple[str, str, tuple[str, str, str, str, str]], ...]
    reserve: str | None
    title: str | None
    drawing: Drawing | None
    swings: tuple[tuple[str, str, str, str], ...]
    sharing: str
    leaver: tuple[tuple[str, str], ...]
    leaver_note: str
    questions: tuple[str, ...]
    formulas: tuple[str, ...]


def build_shared_years(audit: Audit, _labels: dict[str, Label]) -> SharedYearsView | None:
    """The section; nothing without books, or where they come to no split."""
    books = audit.practice
    if books is None or books.chosen is None:
        return None
    years, number = books.chosen.bad_years, books.clinicians
    return SharedYearsView(
        intro="An average clinician of your books, at your split, in a full year. What the practice loses is its part "
        "of the money after those costs that fall with it; rent, seats and your own work go on.",
        clinicians=counted(number, "clinician"),
        rows=tuple((sentence(one.label), sentence(one.says), _cells(one)) for one in years.scenarios),
        reserve=_reserve(years),
        title=_title(years, number),
        drawing=_drawing(years),
        swings=tuple(
            (
                plain_number(row.clinicians),
                _usd(row.each_usd),
                shown_share(row.swing),
                _usd(row.when_all_usd),
            )
            for row in years.pool
        ),
        sharing=_SHARING,
        leaver=_leaver(years.leaver, number),
        leaver_note=_leaver_note(years.leaver),
        questions=years.questions,
        formulas=(sentence(years.formula), sentence(years.leaver.formula)),
    )


def plain_number(number: int) -> str:
    """`alone`, `2`, `3`."""
    return "alone" if number == 1 else str(number)


def pooled_line(audit: Audit) -> str | None:
    """The finding as one sentence, for a terminal; nothing without books or a split."""
    books = audit.practice
    return None if books is None or books.chosen is None else _title(books.chosen.bad_years, books.clinicians)


def leaver_line(audit: Audit) -> str | None:
    """What a clinician who leaves takes along, as one sentence for a terminal."""
    if audit.practice is None or audit.practice.chosen is None:
        return None
    found = audit.practice.chosen.bad_years.leaver
    least = "" if found.empty_usd is not None else "at least "
    return f"A clinician who leaves costs you {least}{_usd(found.together_usd)} until the next one's caseload is full."


def _usd(amount: Interval) -> str:
    return span(amount.low, amount.high, dollars) or dollars(amount.likely)


def _cells(one: PooledScenario) -> tuple[str, str, str, str, str]:
    """Collections and pay of the clinician hit, the practice's loss, each one's part of it, and if all are hit."""
    alone = one.strikes == "all"
    share = span(one.collections_lost.low, one.collections_lost.high, percent) or percent(one.collections_lost.likely)
    return (
        share,
        _usd(one.pay_lost_usd),
        NOT_SO if alone else _usd(one.practice_lost_usd),
        NOT_SO if alone else _usd(one.shared_usd),
        NOT_SO if one.strikes == "one" else _usd(one.all_lost_usd),
    )


def _reserve(years: BadYears) -> str | None:
    """The reserve beside the worst that can come to all."""
    common = [one for one in years.scenarios if one.strikes != "one"]
    if not common:
        return None
    worst = max(common, key=lambda one: one.all_lost_usd.high)
    most = f"The most that comes to all at once here: {_usd(worst.all_lost_usd)} ({_lower(worst.label)})."
    if years.reserve_usd is None:
        return f"{most} Your books name no reserve to set against it."
    return f"{most} Your reserve is {dollars(years.reserve_usd)}."


def _title(years: BadYears, number: int) -> str | None:
    """What sharing does to the bad year that costs a clinician most."""
    one = next((one for one in years.scenarios if one.scenario == years.pooled), None)
    own = next((row for row in years.pool if row.clinicians == number), None)
    if one is None or own is None:
        return None
    what = f"{one.label}: {_usd(one.pay_lost_usd)} of pay"
    if number == 1:
        return f"{what} for a clinician, and nobody to share it with."
    shared = f"{what} for a clinician alone, {_usd(own.each_usd)} each if {spelled(number).lower()} share it"
    return (
        f"{shared}, and still {_usd(own.when_all_usd)} each if it comes to all."
        if one.strikes == "either"
        else f"{shared}."
    )


def _drawing(years: BadYears) -> Drawing | None:
    if not years.pool:
        return None
    rows = [(_sharers(row.clinicians), row.each_usd.likely, _usd(row.each_usd)) for row in years.pool]
    one = next(one for one in years.scenarios if one.scenario == years.pooled)
    if one.strikes == "either":
        all_hit = years.pool[0].when_all_usd
        rows.append(("all hit at once", all_hit.likely, _usd(all_hit)))
    return draw_shared(rows, f"What the loss is for each who shares it: {'; '.join(f'{a} {c}' for a, _, c in rows)}")


def _sharers(number: int) -> str:
    return "one alone" if number == 1 else f"{number} share it"


def _leaver(found: Leaver, number: int) -> tuple[tuple[str, str], ...]:
    """Rows of what a leaver costs, the published costs of a replacement beside and never in the sum."""
    leave = span(found.leave_low, found.leave_high, _people) or _people(found.leave_low)
    source = "by your books" if found.rate_is_stated else "by published rates, for your books give none"
    return (
        ("While the seat is empty", "not given" if found.empty_usd is None else _usd(found.empty_usd)),
        ("While the next caseload fills", _usd(found.refill_usd)),
        ("Together" if found.empty_usd else "Together, at least", _usd(found.together_usd)),
        (f"Shared by {counted(number, 'clinician')}, each", _usd(found.shared_usd)),
        (f"Clinicians who leave in a year, {source}", leave),
        *(
            (f"Beside it, a replacement: {_lower(one.name)}", ends(one.low_usd, one.high_usd, dollars))
            for one in found.replacements
        ),
    )


def _leaver_note(found: Leaver) -> str:
    least = "" if found.empty_usd else " How long a seat stays empty is not in your books, so the sum is the least."
    return (
        "Published costs of a replacement differ up to tenfold and may hold part of the same loss, so they stand "
        f"beside the sum and are not in it.{least}"
    )


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _people(number: float) -> str:
    return str(half_up(number, 1)).removesuffix(".0")
