"""What people type: understood where it can mean one thing, and asked again where it can mean two."""

from datetime import date

import pytest

from evaluator.interview import LEFT_OUT, NotUnderstoodError, answer, current_question, said
from evaluator.interview.fields import question_about
from evaluator.interview.typed import value_of
from evaluator.offer.glossary import term_at
from evaluator.offer.walking import Plain
from tests.interview.walking import begun, setting_of

TODAY = date(2026, 11, 22)


def taken(name: str, typed: str, structure: str = "percentage") -> Plain:
    path = tuple(name.split("."))
    term = term_at(path, structure)
    assert term is not None
    return value_of(path, structure, typed, question_about(path, term, setting_of().words, section=""), TODAY)


@pytest.mark.parametrize(
    ("name", "typed", "written"),
    [
        ("pay.share", "60", "60%"),
        ("pay.share", "0.6", "0.6"),
        ("pay.share", "sixty percent", "60%"),
        ("pay.share", "60 percent of collections", "60%"),
        ("pay.share", "50/50", "50%"),
        ("pay.share", "half", "50%"),
        ("pay.share", "between 50 and 60 percent", "50-60%"),
        ("pay.share", "50 to 60", "50-60%"),
        ("practice.left_last_year", "2 of 10", "20%"),
        ("practice.left_last_year", "one in five", "20%"),
        ("pay.fees_off_the_top", "none", "0%"),
        ("offer.full_time_share", "full time", "100%"),
        ("collections.payers.0.mix", "all", "100%"),
        ("hours.weeks_off", "four weeks", "4"),
        ("caseload.ramp.weeks", "3 months", "13"),  # a quarter of 52
        ("caseload.ramp.weeks", "1 year", "52"),
        ("pay.lag_days", "2 weeks", "14"),
        ("pay.lag_days", "1-2 weeks", "7-14"),
        ("hours.session_minutes", "an hour", "60"),
        ("hours.session_minutes", "45-53 min", "45-53"),
        ("hours.contract_per_week", "40 hrs/week", "40"),
        ("caseload.sessions_per_week", "25 sessions per week", "25"),
        ("caseload.sessions_per_week", "twenty-five", "25"),
        ("offer.state", "Ohio", "OH"),
        ("offer.state", "oh", "OH"),
        ("offer.as_of", "1 Jan 2027", "2027-01-01"),
        ("offer.as_of", "Jan. 1, 2027", "2027-01-01"),
        ("offer.as_of", "January 1st 2027", "2027-01-01"),
        ("offer.as_of", "1/31/2027", "2027-01-31"),
        ("offer.as_of", "today", "2026-11-22"),
        ("offer.as_of", "yesterday", "2026-11-21"),
        ("travel.mileage_rate", "67 cents", "$0.67"),
        ("costs.yearly", "nothing", "none"),
        ("costs.yearly", "$480 for malpractice, software $1,200 a year", {"malpractice": "$480", "software": "$1,200"}),
        ("hours.weekly", "meetings 1 hour, admin 2-3", {"meetings": "1", "admin": "2-3"}),
        ("hours.weekly", "3 hours a week", "3"),
        ("benefits", "health insurance vague, 401k match $2k", {"health insurance": "vague", "401k match": "$2,000"}),
    ],
)
def test_everyday_words_become_what_the_file_has(name: str, typed: str, written: Plain) -> None:
    assert taken(name, typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("$61", "$61"),
        ("61", "$61"),
        ("61 per session", "$61"),
        ("$61/session", "$61"),
        ("61 dollars a visit", "$61"),
        ("sixty-one", "$61"),
        ("one hundred twenty", "$120"),
        ("50-60.5", "$50-$60.5"),
        ("$50 to $60", "$50-$60"),
        ("1-2k", "$1,000-$2,000"),
        ("$1,500.50", "$1,500.50"),
    ],
)
def test_an_amount_for_a_session(typed: str, written: str) -> None:
    assert taken("pay.rate", typed, "per_session") == written


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("pay.share", "60/40", "does not say who gets which part: expected the share that is asked for, 60% or 40%"),
        ("pay.share", "60/30", "does not add to 100"),
        ("pay.share", "1", "could mean two things: expected 1% or 100%"),
        ("pay.share", "up to 70%", "has one end only: expected a range with both ends, or vague"),
        ("pay.share", "about 60%", "is not exact: expected 60% alone, or a range around it"),
        ("pay.share", "none", "is no figure here: expected a figure; Enter alone if you don't know it"),
        ("pay.share", "11 of 10", "is more than all"),
        ("pay.share", "competitive", "is no number: expected one, or vague"),
        ("pay.lag_days", "every other Friday", "is not a number of days: expected a number of days such as"),
        ("caseload.ramp.weeks", "90 days", "is in days: expected weeks, about 12.9 here"),
        ("hours.weeks_off", "20 days", "five working days are one week"),
        ("hours.session_minutes", "3 in 4", "is not a number of minutes"),
        ("offer.as_of", "1/2/2027", "could be two days: expected 2027-01-02 or 2027-02-01"),
        ("offer.as_of", "Nov 30", "has no year: expected it, too"),
        ("costs.yearly", "EHR 100 a month", "expected a name and an amount for a year"),
        ("costs.yearly", "$480 for malpractice and $90 for EHR", "is not a name with its amount"),
        ("hours.weekly", "meetings 1 admin 2", "is not a name with its amount"),
    ],
)
def test_what_could_mean_something_else_is_asked_again(name: str, typed: str, says: str) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        taken(name, typed)
    assert says in str(refused.value)


@pytest.mark.parametrize("typed", ["$61 per hour", "61/hr", "6000 a month"])
def test_an_amount_for_something_else_than_asked_is_not_taken(typed: str) -> None:
    with pytest.raises(NotUnderstoodError, match="may be for something else"):
        taken("pay.rate", typed, "per_session")


@pytest.mark.parametrize("typed", ["idk", "I don’t know.", "not sure", "n/a", "-", "Unknown"])
def test_words_for_not_knowing_leave_a_question_out(typed: str) -> None:
    interview = answer(begun(), said("percentage"))
    question = current_question(interview)
    assert question is not None
    assert answer(interview, said(typed)).told == answer(interview, LEFT_OUT).told


def test_vague_is_vague_and_a_question_mark_is_explained() -> None:
    interview = answer(begun(), said("percentage"))
    assert answer(interview, said("They were vague.")).offer.facts["pay.share"].said == "vague"
    with pytest.raises(NotUnderstoodError, match="Enter alone means"):
        answer(interview, said("?"))


def test_what_can_not_be_read_is_refused_in_a_row_that_is_not_finished_too() -> None:
    interview = begun()
    replies = {
        "pay.structure": said("salary"),
        "pick.pay": said("pay.one_time"),
        "pay.one_time.0.name": said("sign-on"),
    }
    while (question := current_question(interview)) is not None and question.id != "pay.one_time.0.amount":
        interview = answer(interview, replies.get(question.id, LEFT_OUT))
    with pytest.raises(NotUnderstoodError, match="is not an amount of money"):
        answer(interview, said("a lot"))
