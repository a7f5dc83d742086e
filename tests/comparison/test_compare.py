"""Ranking, the lead, questions, and what must not depend on the company an offer is in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from evaluator.checklists import load_catalogue
from evaluator.comparison import compare
from evaluator.economics import UnknownTaxYearError, load_assumptions
from evaluator.offer import parse_offer
from evaluator.offer.clinician import AboutMe
from evaluator.report.naming import label_offers
from tests.comparison.samples import AS_OF, SAMPLES, compared, having, maya, read, sample, tree_of, without

THREE = ("lakeside-group", "brightpath-platform", "harbor-employee")


def test_ranked_by_pay_per_hour_then_take_home() -> None:
    comparison = compared(*(sample(name) for name in THREE))
    hourly = {one.id: one.money.effective_hourly_usd.likely for one in comparison.offers}
    # Cases A, B with 5-8% no-shows, and C: 44.03, 45.89 and 43.34 dollars an hour.
    assert comparison.ranking == ("harbor-employee", "lakeside-group", "brightpath-platform")
    assert hourly == pytest.approx(
        {"lakeside-group": 44.028442, "brightpath-platform": 43.344648, "harbor-employee": 45.894928}, abs=1e-5
    )
    assert [one.rank for one in comparison.offers] == [2, 3, 1]


def test_columns_follow_the_order_given_and_nothing_else_does() -> None:
    offers = [sample(path.stem) for path in SAMPLES]
    forward, backward = compared(*offers, about=AboutMe()), compared(*reversed(offers), about=AboutMe())
    assert [one.id for one in forward.offers] == [one.id for one in reversed(backward.offers)]
    there, back = (
        {one.id: replace(one, common_basis_split=None) for one in comparison.offers}
        for comparison in (forward, backward)
    )
    assert there == back
    assert forward.ranking == backward.ranking
    assert forward.lead == backward.lead


def test_an_offer_has_the_same_figures_alone_and_in_company() -> None:
    together = {one.id: one for one in compared(*(sample(path.stem) for path in SAMPLES)).offers}
    for path in SAMPLES:
        alone = compared(sample(path.stem)).offers[0]
        in_company = replace(together[path.stem], rank=1, common_basis_split=alone.common_basis_split)
        assert in_company == alone


def test_equal_offers_share_a_rank() -> None:
    twin = replace(sample("harbor-employee"), id="twin")
    comparison = compared(sample("harbor-employee"), twin, sample("lakeside-group"))
    assert [one.rank for one in comparison.offers] == [1, 1, 3]
    assert comparison.lead.standing == "too_close"
    assert comparison.lead.difference_usd is None  # of an offer and itself no difference is told


def test_files_of_one_name_stay_two_offers() -> None:
    comparison = compared(sample("harbor-employee"), sample("harbor-employee"))
    assert comparison.ranking == ("harbor-employee", "harbor-employee-2")


def test_ahead_whatever_the_answers_likely_ahead_and_too_close() -> None:
    lakeside = next(path for path in SAMPLES if path.stem == "lakeside-group")
    tree = tree_of(lakeside)
    poorer = having(tree, ("pay", "share"), "40%")
    assert compared(read(tree, "a.yaml"), read(poorer, "b.yaml")).lead.standing == "ahead"
    # 58% against 60%: likely values differ by more than 3%, but the open terms can turn it around.
    near = having(tree, ("pay", "share"), "57%")
    likely = compared(read(tree, "a.yaml"), read(near, "b.yaml")).lead
    assert likely.standing == "likely_ahead"
    assert likely.decided_by
    close = having(tree, ("pay", "share"), "59.5%")
    assert compared(read(tree, "a.yaml"), read(close, "b.yaml")).lead.standing == "too_close"


def test_a_shared_unknown_moves_both_offers_together() -> None:
    """Notes travel with the reader: leaving them open in both must not blur a difference that they can't make.

    Two offers that differ only in their share, silent on notes: for each length of notes the better share is ahead, so
    the difference stays above zero although the two intervals overlap.
    """
    lakeside = next(path for path in SAMPLES if path.stem == "lakeside-group")
    silent = without(tree_of(lakeside), ("hours", "documentation_minutes"))
    silent = having(silent, ("pay", "missed_visit", "clinician_share"), "50%")
    silent = having(silent, ("caseload", "ramp", "weeks"), "16")
    comparison = compared(read(silent, "a.yaml"), read(having(silent, ("pay", "share"), "57%"), "b.yaml"))
    better, poorer = (one.money.effective_hourly_usd for one in comparison.offers)
    assert better.low < poorer.high
    assert comparison.lead.standing == "ahead"


def test_questions_hold_the_first_of_both_rankings() -> None:
    lakeside = compared(sample("lakeside-group")).offers[0]
    ordinary = [one for one in lakeside.questions if not one.critical and not one.already_said]
    first = ordinary[:4]  # after those behind a critical flag that is open
    by_money = max(lakeside.questions, key=lambda question: question.hourly_swing_usd)
    by_score = max(ordinary, key=lambda question: question.score_gain)
    assert by_money in first
    assert by_score in first
    assert by_money.term == "pay.missed_visit.clinician_share"
    assert by_money.hourly_swing_usd == pytest.approx(2.4225, abs=1e-4)  # case G
    for question in lakeside.questions:
        assert (question.term is None) != (question.check is None)


def test_unknown_critical_flags_are_asked_about_first() -> None:
    quiet = compared(sample("quiet-practice")).offers[0]
    critical = [question.critical for question in quiet.questions if not question.already_said]
    assert critical[0]
    assert critical == sorted(critical, reverse=True)


def test_what_was_said_already_is_not_asked_again() -> None:
    lakeside = compared(sample("lakeside-group")).offers[0]
    said = [question.already_said for question in lakeside.questions]
    assert said == sorted(said)
    by_check = {question.check: question.already_said for question in lakeside.questions if question.check}
    assert by_check["pause-intake"]  # said in talk, so worth having in writing
    assert not by_check["take-backs"]  # not stated
    assert not by_check["quality-review"]  # asked, and answered vaguely


def test_a_year_without_parameters_is_refused() -> None:
    with pytest.raises(UnknownTaxYearError, match="2024 to 2027"):
        compared(sample("harbor-employee"), as_of=date(2031, 1, 1))


def test_every_assumption_has_a_source() -> None:
    comparison = compared(*(sample(path.stem) for path in SAMPLES))
    assert comparison.assumptions
    for row in comparison.assumptions:
        assert row.source
        assert row.value
    assert any(row.origin == "clinician" and row.value == "$40.00 an hour" for row in comparison.assumptions)
    assumed = compared(sample("harbor-employee"), about=AboutMe()).assumptions
    assert any(row.name == "reader.hour_value_psychotherapy_usd" and row.as_of for row in assumed)
    assert maya().value_of_hour is not None


def test_shares_of_one_base_can_be_set_side_by_side() -> None:
    """What cases A, B and C keep as shares of A's collectible revenue.

    37,848.24 / 128,104.065 = .295449; 86,522.20 / 128,104.065 = .675406; 30,157.42 / 128,104.065 = .235413
    """
    cases = Path(__file__).parents[1] / "cases"
    offers = [
        parse_offer(yaml.safe_load(path.read_text(encoding="utf-8"))["offer"].encode(), file=path.name, questions={})
        for path in sorted(cases.glob("[abc]-*.yaml"))
    ]
    shares = [one.common_basis_split for one in compared(*offers).offers]
    assert shares == pytest.approx([0.295449, 0.675406, 0.235413], abs=5e-7)


def test_notices_say_which_taxes_take_home_is_after() -> None:
    offer = sample("harbor-employee")
    assert compared(offer).notices[-1].endswith("before income tax. No state tax is counted.")
    federal = AboutMe.model_validate({**dict(maya()), "income_tax": "Yes"})
    assert "Take-home is after federal income tax;" in compared(offer, about=federal).notices[-1]
    assert compared(offer, about=federal).notices[-1].endswith("No state tax is counted.")
    both = AboutMe.model_validate({**dict(federal), "state_income_tax": "4%"})
    assert "federal income tax and state income tax at the flat share" in compared(offer, about=both).notices[-1]
    assert "No state tax" not in compared(offer, about=both).notices[-1]


def test_income_tax_changes_take_home_and_nothing_else() -> None:
    offers = [sample("harbor-employee"), sample("lakeside-group")]
    taxed = AboutMe.model_validate({**dict(maya()), "income_tax": "yes", "state_income_tax": "5%"})
    for before, after in zip(compared(*offers).offers, compared(*offers, about=taxed).offers, strict=True):
        assert after.money.take_home_usd.likely < before.money.take_home_usd.likely
        assert after.money.effective_hourly_usd == before.money.effective_hourly_usd
        assert after.money.waterfall == before.money.waterfall
    assert {row.name for row in compared(*offers, about=taxed).assumptions} >= {
        "clinician.income_tax",
        "clinician.state_income_tax",
        "income_tax.bracket_tops_usd",
    }
    plain = {row.name: row.value for row in compared(*offers).assumptions}
    assert plain["reader.state_income_tax"] == "not counted"
    assert "income_tax.bracket_tops_usd" not in plain


def test_the_present_job_is_marked_and_ranked_like_every_other() -> None:
    offers = [sample(name) for name in THREE]
    plain = compared(*offers)
    marked = compare(
        offers, catalogue=load_catalogue(), about=maya(), assumptions=load_assumptions(), as_of=AS_OF, baseline=1
    )
    assert [one.baseline for one in marked.offers] == [False, True, False]
    assert replace(marked, offers=tuple(replace(one, baseline=False) for one in marked.offers)) == plain
    assert [label.title for label in label_offers(marked).values()] == [
        "Lakeside 60/40",
        f"{plain.offers[1].name} (your present job)",
        "Harbor salary",
    ]


def test_a_leader_by_money_whose_terms_warn_is_said_to_be_one() -> None:
    summit = compared(sample("summit-quota"), sample("lakeside-group")).lead
    assert summit.leader == "summit-quota"
    assert summit.says.endswith("That is about money alone. The verdict on Summit per session is: Stop: resolve first.")
    harbor = compared(sample("harbor-employee"), sample("lakeside-group")).lead
    assert "verdict" not in harbor.says
