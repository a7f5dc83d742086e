"""What the reader wants and knows changes the figures as far as it should and no further."""

import pytest

from evaluator.economics import Appraisal, Reader, appraise, load_assumptions
from evaluator.economics.assumed import assumptions_used
from evaluator.economics.trace import build_trace
from evaluator.offer import OfferFile
from evaluator.offer.clinician import AboutMe
from tests.comparison.samples import maya, sample


def appraised(offer: OfferFile, **about: object) -> Appraisal:
    known = AboutMe.model_validate({**dict(maya()), **about})
    return appraise(offer, Reader(known, load_assumptions(), 2026, "psychotherapy"))


def said(appraisal: Appraisal) -> dict[str, str]:
    return {row.name: row.value for row in assumptions_used([appraisal]) if row.origin == "clinician"}


def test_a_stated_caseload_counts_up_to_what_is_wanted() -> None:
    # 48 weeks × 20 = 960 booked, 10% missed: 864 kept × 118.614875 = 102,483.252
    found = appraised(sample("lakeside-group"), sessions_per_week="20")
    assert found.money.full_ramp_collectible_usd == pytest.approx(102_483.252, abs=0.005)
    assert said(found)["clinician.sessions_per_week"] == "20 sessions"
    use = build_trace(found).lines[1].uses[0]
    assert (use.name, use.value, use.state, use.said) == ("caseload.sessions_per_week", "20 sessions", "reader", "25")


def test_wanting_more_than_is_stated_brings_no_more() -> None:
    offer = sample("lakeside-group")
    assert appraised(offer, sessions_per_week="40").money == appraised(offer).money


def test_where_the_offer_is_silent_the_wanted_number_is_assumed_and_the_question_stays() -> None:
    found = appraised(sample("quiet-practice"), sessions_per_week="18")
    term = found.terms["caseload.sessions_per_week"]
    assert (term.worst, term.likely, term.best, term.state) == (15, 18, 18, "not_stated")
    assert "caseload.sessions_per_week" in {row.term for row in found.money.unknowns}
    assert "You want 18" in term.basis


def test_one_value_closes_an_open_term_and_is_printed_as_the_readers() -> None:
    # The likely case of the vague ramp is 16 weeks anyway, so only the range goes.
    offer = sample("lakeside-group")
    before, after = appraised(offer), appraised(offer, narrow={"caseload.ramp.weeks": "16"})
    assert after.money.take_home_usd.likely == before.money.take_home_usd.likely
    assert after.money.take_home_usd.low > before.money.take_home_usd.low
    assert "caseload.ramp.weeks" not in {row.term for row in after.money.unknowns}
    assert said(after)["clinician.narrow.caseload.ramp.weeks"] == "16 weeks"


def test_narrowed_cases_are_those_of_the_report() -> None:
    found = appraised(sample("lakeside-group"), narrow={"caseload.ramp.weeks": {"worst": "20", "best": "10"}})
    row = next(row for row in found.money.unknowns if row.term == "caseload.ramp.weeks")
    assert (row.worst, row.likely, row.best) == ("20 weeks", "15 weeks", "10 weeks")
    assert row.basis == "Your own estimate, from your clinician file."


def test_leaving_the_usual_range_is_allowed_and_said() -> None:
    found = appraised(sample("lakeside-group"), narrow={"caseload.ramp.weeks": "40"})
    value = said(found)["clinician.narrow.caseload.ramp.weeks"]
    assert value == "40 weeks (beyond the usual 30 weeks to 8 weeks)"


def test_what_the_offer_states_is_not_narrowed_away() -> None:
    offer = sample("lakeside-group")
    assert appraised(offer, narrow={"pay.share": "90%"}).money == appraised(offer).money


def test_a_guess_of_the_pay_does_not_make_it_stated() -> None:
    found = appraised(sample("quiet-practice"), narrow={"pay.share": "60%"})
    assert found.terms["pay.share"].likely == 0.6
    assert not found.money.pay_is_stated
