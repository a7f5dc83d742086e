"""Who leads, where an offer says nothing of its pay: no lead may be told in dollars that nobody offered.

In: two samples. Out: pass. Must not read anything outside the project.
"""

from dataclasses import replace

from evaluator.report.naming import label_offers
from evaluator.report.sections.answer import build_answer
from evaluator.report.sections.odds import leading_odds
from evaluator.report.terminal import render_terminal
from tests.comparison.samples import compared, sample


def test_an_offer_without_its_pay_is_not_set_against_another_by_money() -> None:
    found = compared(sample("quiet-practice"), sample("harbor-employee"), draws=50)
    assert (found.lead.standing, found.lead.leader, found.lead.difference_usd) == (
        "pay_not_stated",
        "harbor-employee",
        None,
    )
    assert "Quiet Street does not say what it pays" in found.lead.says
    assert any("What is the pay, in writing?" in ask for ask in found.lead.decided_by)
    assert leading_odds(found, label_offers(found)) is None
    words = render_terminal(found, width=80, color=False)
    assert words.startswith("Pay not stated\n")
    assert "paid more per hour than Quiet Street" not in words.partition("What would decide it")[0]


def test_two_of_them_are_not_put_in_order_by_money() -> None:
    silent = sample("quiet-practice")
    found = compared(silent, replace(silent, id="another"), draws=0)
    assert found.lead.standing == "pay_not_stated"
    assert found.lead.says.startswith("Neither Quiet Street nor Quiet Street says what it pays")


def test_a_silent_offer_in_third_place_changes_nothing_for_the_first_two() -> None:
    two = compared(sample("harbor-employee"), sample("lakeside-group"), draws=0)
    three = compared(sample("harbor-employee"), sample("quiet-practice"), sample("lakeside-group"), draws=0)
    assert three.lead == two.lead


def test_an_offer_alone_is_told_by_what_is_left_of_its_headline() -> None:
    found = compared(sample("lakeside-group"), draws=0)
    money = found.offers[0].money
    # 60.0% in its contract; the other two figures are those of the account.
    assert found.lead.says == (
        f"A headline of 60.0% becomes {money.effective_split.likely:.1%} of what a full caseload could bring in: "
        f"${money.effective_hourly_usd.likely:.2f} for each hour really worked."
    )
    answer = build_answer(found, label_offers(found))
    assert answer.standing == found.offers[0].verdict.says
    assert not answer.ranked
    assert not any("Ask A" in question.stake for question in answer.first_questions)


def test_a_salary_alone_states_no_split_and_silence_no_figure() -> None:
    assert compared(sample("harbor-employee"), draws=0).lead.says.startswith(
        "A headline of $78,000 a year comes to 53."
    )
    found = compared(sample("quiet-practice"), draws=0)
    assert found.lead.says.startswith("Quiet Street does not say what it pays.")
    assert "$" not in found.lead.says
    assert build_answer(found, label_offers(found)).unstated == ()  # said once is enough
