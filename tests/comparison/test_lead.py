"""Who leads, where an offer says nothing of its pay: no lead may be told in dollars that nobody offered.

In: two samples. Out: pass. Must not read anything outside the project.
"""

from dataclasses import replace

from evaluator.report.naming import label_offers
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
