"""What must hold for every offer (economics 2.20). Only properties that are true of all the offers drawn."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.economics.random_offers import appraised, changed, offers, projected

Tree = dict[str, Any]
CLOSE = 1e-6


def raised(percent: str, by: float) -> str:
    return f"{min(100.0, float(percent[:-1]) + by)}%"


@settings(max_examples=250)
@given(offers())
def test_steps_add_to_the_cent_and_both_sides_agree(tree: Tree) -> None:
    money = appraised(tree).money
    for steps in (money.waterfall, money.bridge):
        assert sum(round(step.amount_usd * 100) for step in steps) == round(steps[-1].level_usd * 100)
        for before, after in pairwise(steps):
            assert round((before.level_usd + after.amount_usd) * 100) == round(after.level_usd * 100)
    assert abs(money.waterfall[-1].level_usd - money.keep_usd) <= 0.005 + CLOSE
    assert abs(money.bridge[-1].level_usd - money.full_ramp_collectible_usd) <= 0.005 + CLOSE
    taken_in = money.collected_usd + money.fees_collected_usd
    assert taken_in == pytest.approx(money.gross_pay_usd + money.practice_keeps_usd, abs=1e-5)
    hours = money.hours
    parts = hours.sessions + hours.documentation + hours.missed + hours.weekly + hours.presence
    assert hours.worked == pytest.approx(parts, abs=1e-4)
    assert -1e-6 <= hours.unpaid <= hours.worked + 1e-6


@settings(max_examples=60)
@given(offers("percentage", "employee"))
def test_without_ramp_costs_and_unpaid_time_the_headline_is_the_effective_split(tree: Tree) -> None:
    plain = changed(
        tree,
        caseload={"sessions_per_week": "25", "ramp": {"weeks": "0", "starts_at": "100%"}},
        pay={"structure": "percentage", "share": tree["pay"]["share"], "of": "collected", "fees_off_the_top": "0%",
             "deduction_per_session": "$0", "missed_visit": {"fee": "$0", "enforceable": "0%", "collected": "0%",
                                                             "clinician_share": "0%"}},
        hours={"session_minutes": "60", "documentation_minutes": "0", "weekly": "0", "weekly_paid": "0%",
               "weeks_off": "4", "paid_hour": "$0"},
        attendance={"no_show": "0%", "late_cancel": "0%", "refilled": "0%"},
        costs={"yearly": "none", "per_session": "$0"},
        benefits="none",
    )  # fmt: skip
    money = appraised(plain).money
    assert money.effective_split.likely == pytest.approx(money.headline_split.likely, abs=1e-9)
    assert money.headline_split.likely == pytest.approx(float(tree["pay"]["share"][:-1]) / 100, abs=1e-9)


@settings(max_examples=60)
@given(offers(), st.integers(1, 10))
def test_more_unpaid_hours_never_pay(tree: Tree, more: int) -> None:
    base = changed(tree, hours__weekly_paid="0%", hours__contract_per_week="20")
    longer = changed(base, hours__weekly=str(float(base["hours"]["weekly"]) + more))
    before, after = projected(base), projected(longer)
    assert after.effective_split[0] <= before.effective_split[0] + CLOSE
    if before.effective_hourly_usd[0] >= 0:
        assert after.effective_hourly_usd[0] <= before.effective_hourly_usd[0] + CLOSE


@settings(max_examples=60)
@given(offers(), st.integers(1, 5000))
def test_more_costs_never_raise_what_is_kept(tree: Tree, more: int) -> None:
    dearer = changed(tree, costs__yearly=f"${float(tree['costs']['yearly'][1:]) + more:.2f}")
    assert projected(dearer).keep_usd[0] <= projected(tree).keep_usd[0] + CLOSE
    assert projected(dearer).effective_hourly_usd[0] <= projected(tree).effective_hourly_usd[0] + CLOSE


@settings(max_examples=60)
@given(offers("percentage"))
def test_a_higher_share_never_lowers_what_is_kept(tree: Tree) -> None:
    better = changed(tree, pay__share=raised(tree["pay"]["share"], 3))
    assert projected(better).keep_usd[0] >= projected(tree).keep_usd[0] - CLOSE


@settings(max_examples=60)
@given(offers(), st.integers(1, 20))
def test_a_longer_ramp_never_raises_gross_pay(tree: Tree, more: int) -> None:
    ramp = {"weeks": "8", "starts_at": "20%", "shape": "linear"}
    short = changed(tree, caseload={"sessions_per_week": "25", "ramp": ramp})
    long = changed(short, caseload__ramp__weeks=str(8 + more))
    if float(short["pay"].get("missed_visit", {"fee": "$0"})["fee"][1:]) >= 0:
        assert projected(long).gross_pay_usd.sum() <= projected(short).gross_pay_usd.sum() + CLOSE


@settings(max_examples=60)
@given(offers("percentage"))
def test_full_clawback_on_the_allowed_amount_is_pay_on_collections(tree: Tree) -> None:
    allowed = changed(tree, pay__of="allowed", pay__clawback_share="100%")
    assert projected(allowed).keep_usd[0] == pytest.approx(projected(tree).keep_usd[0], abs=1e-6)


@settings(max_examples=60)
@given(offers())
def test_splitting_a_payer_into_halves_changes_nothing(tree: Tree) -> None:
    first, second = tree["collections"]["payers"]
    half = {**first, "mix": f"{float(first['mix'][:-1]) / 2}%"}
    split = changed(tree, collections={"payers": [half, {**half, "name": "other half"}, second]})
    assert projected(split).keep_usd[0] == pytest.approx(projected(tree).keep_usd[0], abs=1e-5)
    assert projected(split).collectible_usd[0] == pytest.approx(projected(tree).collectible_usd[0], abs=1e-5)


def scaled(node: Any) -> Any:
    """Every amount of money doubled."""
    match node:
        case dict():
            return {key: scaled(value) for key, value in node.items()}
        case list():
            return [scaled(value) for value in node]
        case str() if node.startswith("$"):
            return f"${2 * float(node[1:]):.2f}"
    return node


@settings(max_examples=60)
@given(offers(engagement="employee"))
def test_doubling_all_money_leaves_shares_alone_without_equalisation(tree: Tree) -> None:
    double = projected(scaled(tree), hour_value="$80")
    assert double.effective_split[0] == pytest.approx(projected(tree).effective_split[0], abs=1e-9)


@settings(max_examples=60)
@given(offers("per_session salary"))
def test_pay_by_session_or_salary_does_not_depend_on_payers(tree: Tree) -> None:
    poorer = changed(tree, collections={"per_session": "$61"})
    assert projected(poorer).effective_hourly_usd[0] == pytest.approx(projected(tree).effective_hourly_usd[0], abs=1e-6)
    assert projected(poorer).take_home_usd[0] == pytest.approx(projected(tree).take_home_usd[0], abs=1e-6)


@settings(max_examples=60)
@given(offers())
def test_more_no_shows_never_raise_collections(tree: Tree) -> None:
    worse = changed(tree, attendance__no_show=raised(tree["attendance"]["no_show"], 10))
    assert projected(worse).collected_usd.sum() <= projected(tree).collected_usd.sum() + CLOSE


LEAVES = (
    ("attendance", "no_show"),
    ("hours", "documentation_minutes"),
    ("hours", "weekly"),
    ("costs", "yearly"),
    ("caseload", "sessions_per_week"),
)


@settings(max_examples=60)
@given(offers(), st.lists(st.sampled_from(LEAVES), min_size=1, max_size=4, unique=True))
def test_an_answer_inside_the_box_never_widens_the_interval(tree: Tree, silent: list[tuple[str, str]]) -> None:
    for group, name in silent:
        del tree[group][name]
    wide = appraised(tree)
    group, name = silent[0]
    term = wide.terms[f"{group}.{name}"]
    unit = {"share": f"{term.likely * 100}%", "usd": f"${term.likely}"}.get(term.unit, str(term.likely))
    tree[group][name] = unit
    narrow = appraised(tree)
    for figure in ("effective_split", "effective_hourly_usd", "take_home_usd"):
        before, after = getattr(wide.money, figure), getattr(narrow.money, figure)
        assert before.low - CLOSE <= after.low <= after.likely <= after.high <= before.high + CLOSE
