"""What must hold for every structure of pay and all that stands beside it (economics 2.20)."""

from copy import deepcopy
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator.economics.guarantee import draw_ledger
from evaluator.economics.periods import by_period
from evaluator.economics.projection import Projection
from tests.economics.random_offers import ALL, appraised, changed, guarantees, offers, projected
from tests.economics.test_properties import scaled

Tree = dict[str, Any]
CLOSE = 1e-6


def without(tree: Tree, *names: str) -> Tree:
    copy = deepcopy(tree)
    for name in names:
        copy["pay"].pop(name, None)
    return copy


def gross(projection: Projection) -> float:
    return float(projection.gross_pay_usd.sum())


@settings(max_examples=150)
@given(offers(ALL, beside=True))
def test_steps_add_to_the_cent_and_both_sides_agree(tree: Tree) -> None:
    money = appraised(tree).money
    assert sum(round(step.amount_usd * 100) for step in money.waterfall) == round(money.waterfall[-1].level_usd * 100)
    assert abs(money.waterfall[-1].level_usd - money.keep_usd) <= 0.005 + CLOSE
    taken_in = money.collected_usd + money.fees_collected_usd
    assert taken_in == pytest.approx(money.gross_pay_usd + money.practice_keeps_usd, abs=1e-5)
    assert -1e-6 <= money.hours.unpaid <= money.hours.worked + 1e-6


@settings(max_examples=50)
@given(offers(ALL, beside=True), guarantees)
def test_a_draw_that_is_owed_changes_nothing(tree: Tree, guarantee: Tree) -> None:
    with_draw = changed(tree, pay__guarantee={**guarantee, "balance_at_end": "owed"})
    plain = without(tree, "guarantee")
    assert np.array_equal(projected(with_draw).weekly_keep_usd, projected(plain).weekly_keep_usd)
    assert projected(with_draw).take_home_usd == projected(plain).take_home_usd


@settings(max_examples=50)
@given(offers(ALL, beside=True), guarantees)
def test_a_floor_pays_at_least_as_much_as_a_draw(tree: Tree, guarantee: Tree) -> None:
    floor = {name: guarantee[name] for name in ("amount", "per", "periods")}
    kept = projected(changed(tree, pay__guarantee={**floor, "recoverable": "no"}))
    drawn = projected(changed(tree, pay__guarantee=guarantee))
    assert kept.guarantee_usd.sum() >= drawn.guarantee_usd.sum() - CLOSE
    assert drawn.guarantee_usd.sum() >= -CLOSE


@settings(max_examples=50)
@given(offers(ALL), guarantees)
def test_the_account_of_a_guarantee_adds_up(tree: Tree, guarantee: Tree) -> None:
    p = projected(changed(tree, pay__guarantee=guarantee))
    assert p.inputs.guarantee is not None
    ledger = draw_ledger(p.inputs.guarantee, p.accrued_usd)
    assert (ledger.balance_usd >= -CLOSE).all()
    running = np.cumsum(ledger.advanced_usd - ledger.recouped_usd, axis=-1)
    assert ledger.balance_usd == pytest.approx(running, abs=1e-6)
    promised, periods = float(guarantee["amount"][1:]), int(guarantee["periods"])
    paid = ledger.earned_usd + ledger.advanced_usd - ledger.recouped_usd
    assert (paid[:, :periods] >= promised - CLOSE).all()


@settings(max_examples=40)
@given(offers("tiered"))
def test_all_sessions_at_the_tier_reached_pay_no_less_than_each_tier_at_its_own(tree: Tree) -> None:
    cliff = projected(changed(tree, pay__method="all_sessions"))
    each = projected(changed(tree, pay__method="each_tier"))
    assert gross(cliff) >= gross(each) - CLOSE
    assert float(each.full_earned_usd[0]) <= float(each.headline_usd[0]) + CLOSE


@settings(max_examples=40)
@given(offers("tiered"))
def test_tiers_that_pay_alike_are_one_rate(tree: Tree) -> None:
    rate = tree["pay"]["tiers"][0]
    tiers = [{**tier, **rate} for tier in tree["pay"]["tiers"]]
    flat = {"structure": "per_session", "rate": rate.get("per_session"), "missed_visit": tree["pay"]["missed_visit"]}
    if "share" in rate:
        shared = {
            name: tree["pay"][name] for name in ("of", "fees_off_the_top", "deduction_per_session", "missed_visit")
        }
        flat = {"structure": "percentage", "share": rate["share"], **shared}
    assert gross(projected(changed(tree, pay__tiers=tiers))) == pytest.approx(gross(projected(changed(tree, pay=flat))))


@settings(max_examples=40)
@given(offers("tiered"), st.integers(0, 3))
def test_a_higher_rate_of_one_tier_never_lowers_pay(tree: Tree, which: int) -> None:
    better = deepcopy(tree)
    tier = better["pay"]["tiers"][which % len(better["pay"]["tiers"])]
    if "share" in tier:
        tier["share"] = f"{float(tier['share'][:-1]) + 5}%"
    else:
        tier["per_session"] = f"${float(tier['per_session'][1:]) + 5:.2f}"
    assert gross(projected(better)) >= gross(projected(tree)) - CLOSE


@settings(max_examples=40)
@given(offers(ALL, beside=True))
def test_bonuses_never_take_and_their_cap_holds_each_year(tree: Tree) -> None:
    with_bonus, plain = projected(tree), projected(without(tree, "bonuses", "bonus_cap"))
    salary_bonus = "bonus" in tree["pay"]
    extra = with_bonus.earned_usd - plain.earned_usd
    if not salary_bonus:
        assert by_period(extra, "year").min() >= -CLOSE
        if "bonus_cap" in tree["pay"]:
            assert by_period(extra, "year").max() <= float(tree["pay"]["bonus_cap"][1:]) + CLOSE


@settings(max_examples=40)
@given(offers(ALL, beside=True))
def test_late_notes_run_out_and_waits_never_pay(tree: Tree) -> None:
    kinder = without(tree, "late_notes", "run_out")
    assert gross(projected(tree)) <= gross(projected(kinder)) + CLOSE
    at_once = changed(tree, benefits_when={})
    assert projected(tree).benefits_usd.sum() <= projected(at_once).benefits_usd.sum() + CLOSE


@settings(max_examples=40)
@given(offers("percentage"), st.integers(0, 90_000))
def test_a_cap_on_the_practice_never_lowers_pay_and_a_floor_never_raises_it(tree: Tree, usd: int) -> None:
    plain = gross(projected(tree))
    assert gross(projected(changed(tree, pay__practice_at_most=f"${usd}"))) >= plain - CLOSE
    assert gross(projected(changed(tree, pay__practice_at_least=f"${usd}"))) <= plain + CLOSE


@settings(max_examples=50)
@given(offers(ALL, engagement="employee", beside=True))
def test_doubling_all_money_leaves_shares_alone_without_equalisation(tree: Tree) -> None:
    double = projected(scaled(tree), hour_value="$80")
    assert double.effective_split[0] == pytest.approx(projected(tree).effective_split[0], abs=1e-9)


@settings(max_examples=50)
@given(offers("hourly per_unit"))
def test_pay_by_hour_or_unit_does_not_depend_on_payers(tree: Tree) -> None:
    poorer = changed(tree, collections={"per_session": "$61"})
    assert projected(poorer).effective_hourly_usd[0] == pytest.approx(projected(tree).effective_hourly_usd[0], abs=1e-6)


@settings(max_examples=50)
@given(offers(ALL), st.integers(1, 20))
def test_a_longer_ramp_never_raises_gross_pay(tree: Tree, more: int) -> None:
    ramp = {"weeks": "8", "starts_at": "20%", "shape": "linear"}
    short = changed(tree, caseload={"sessions_per_week": "25", "ramp": ramp})
    long = changed(short, caseload__ramp__weeks=str(8 + more))
    assert gross(projected(long)) <= gross(projected(short)) + CLOSE
