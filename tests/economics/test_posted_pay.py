"""The pay of a post as an advertisement would give it, worked by hand; nothing unsaid is ever filled in."""

from datetime import date

import pytest

from evaluator.checklists import load_catalogue
from evaluator.comparison.compare import reader_of
from evaluator.economics import load_assumptions
from evaluator.economics.posted_pay import PostedPay, posted_pay
from evaluator.offer import parse_offer
from evaluator.offer.clinician import AboutMe

HEAD = "format: 1\noffer: {name: A, engagement: contractor, evidence: contract}\n"
REST = """attendance: {no_show: 5%, late_cancel: 5%, refilled: 0%}
hours: {session_minutes: 60, documentation_minutes: 15, weekly: {meetings: 2}, weekly_paid: 0%, weeks_off: 4}
"""


def pay_of(text: str) -> PostedPay:
    offer = parse_offer((HEAD + text).encode(), file="a.yaml", questions=load_catalogue().questions())
    return posted_pay(offer, reader_of(offer, AboutMe(), load_assumptions(), date(2026, 11, 22)))


def test_a_salary_and_its_hour_of_the_contract() -> None:
    pay = pay_of('pay: {structure: salary, salary: "$78,000-$83,200"}\nhours: {contract_per_week: 40}')
    assert (pay.basis, pay.year.low_usd, pay.year.high_usd) == ("salary", 78_000, 83_200)
    assert (pay.hour.low_usd, pay.hour.high_usd) == (37.5, 40)  # 78,000 / (52 x 40), 83,200 / (52 x 40)


def test_a_salary_without_its_hours_has_no_hourly_pay() -> None:
    pay = pay_of('pay: {structure: salary, salary: "$78,000"}')
    assert pay.year.low_usd == 78_000
    assert (pay.hour.low_usd, pay.hour.missing) == (None, ("hours of the contract",))


def test_an_hourly_rate_and_a_year_of_it() -> None:
    stated = "pay: {structure: hourly, hourly_rate: $40-$44, paid_for: contract_hours}\n"
    pay = pay_of(stated + "hours: {contract_per_week: 30, weeks_off: 2}")
    assert (pay.hour.low_usd, pay.hour.high_usd) == (40, 44)
    assert (pay.year.low_usd, pay.year.high_usd) == (60_000, 66_000)  # 30 hours in 50 weeks at $40 and $44
    assert pay_of(stated).year.missing == ("hours of the contract", "weeks off")


def test_a_rate_by_the_session() -> None:
    missed = "missed_visit: {per_no_show: $20, per_late_cancel: $20}"
    pay = pay_of(f"pay: {{structure: per_session, rate: $100, {missed}}}\ncaseload: {{sessions_per_week: 20}}\n{REST}")
    # 20 booked, a tenth missed: 18 kept at $100 and 2 missed at $20 are $1,840 a week, over 48 weeks.
    assert pay.year.low_usd == pay.year.high_usd == pytest.approx(88_320)
    assert pay.hour.low_usd == pytest.approx(100)
    # 18 x 1.25 hours in sessions and notes, and 2 of meetings: 24.5 hours a week.
    assert pay.worked_hour.low_usd == pytest.approx(1840 / 24.5)


def test_a_range_of_sessions_gives_a_range_of_pay() -> None:
    missed = "missed_visit: {per_no_show: $0, per_late_cancel: $0}"
    text = f"pay: {{structure: per_session, rate: $100, {missed}}}\ncaseload: {{sessions_per_week: 20-30}}\n{REST}"
    pay = pay_of(text)
    assert (pay.year.low_usd, pay.year.high_usd) == pytest.approx((86_400, 129_600))  # 18 and 27 kept, 48 weeks


def test_a_share_hangs_on_what_comes_in() -> None:
    share = "pay: {structure: percentage, share: 60%, of: collected, fees_off_the_top: 0%, deduction_per_session: $0, "
    share += "missed_visit: {fee: $0, clinician_share: 0%}}\n"
    booked = f"caseload: {{sessions_per_week: 20}}\n{REST}"
    told = pay_of(f"{share}{booked}collections: {{per_session: $120}}")
    assert told.hour.low_usd == pytest.approx(72)  # 60% of $120 for a session of an hour
    assert told.year.low_usd == pytest.approx(72 * 18 * 48)
    silent = pay_of(share + booked)
    assert silent.year.low_usd is silent.hour.low_usd is None
    assert silent.hour.missing


@pytest.mark.parametrize("silent", ["weeks_off: 4", "no_show: 5%", "refilled: 0%", "sessions_per_week: 20"])
def test_nothing_unsaid_is_filled_in(silent: str) -> None:
    missed = "missed_visit: {per_no_show: $0, per_late_cancel: $0}"
    text = f"pay: {{structure: per_session, rate: $100, {missed}}}\ncaseload: {{sessions_per_week: 20}}\n{REST}"
    assert silent in text
    left = text.replace(f", {silent}", "").replace(f"{silent}, ", "").replace(f"{{{silent}}}", "{}")
    assert pay_of(text).year.low_usd is not None
    assert pay_of(left).year.low_usd is None
    assert pay_of(left).year.missing


def test_no_word_on_pay() -> None:
    assert pay_of("").year.missing == ("how the work is paid",)
