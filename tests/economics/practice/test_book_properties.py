"""What holds for every practice's books, on random ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator.economics.practice import audit_practice
from evaluator.economics.practice.collections_ledger import collections_ledger, whole_cents
from evaluator.economics.practice.cost_base import cost_base
from evaluator.economics.practice.diagnosis import CENT
from evaluator.economics.practice.outcome import residual_usd, split_outcome
from evaluator.economics.practice.share_ledger import share_ledger
from evaluator.economics.practice.splits import common_split
from evaluator.offer.practice import PracticeFile
from tests.economics.practice.random_books import books

SHARES = st.floats(0, 1)
FEWER = settings(max_examples=60)


@settings(max_examples=500)
@given(books())
def test_both_sides_of_every_dollar_to_the_cent(practice: PracticeFile) -> None:
    base, common, whole = cost_base(practice), practice.pay.share or 0.0, whole_cents
    ledger = collections_ledger(base, [common if row.share is None else row.share for row in practice.clinicians])
    buys = share_ledger(practice, base, ledger)
    for row in ledger.rows:
        assert whole(row.collections_usd) == whole(row.pay_usd) + whole(row.practice_share_usd)
    for name in ("collections_usd", "pay_usd", "practice_share_usd"):
        assert whole(getattr(ledger, name)) == sum(whole(getattr(row, name)) for row in ledger.rows)
    assert whole(ledger.collections_usd) == whole(ledger.pay_usd) + whole(ledger.practice_share_usd)
    assert whole(ledger.collections_usd) == sum(whole(row.collections) for row in practice.clinicians)
    # what the share buys adds up to it, and its last line is what is left
    assert sum(whole(line.amount_usd) for line in buys.lines) == whole(ledger.practice_share_usd)
    # and so does one dollar of it, in tenths of a cent
    assert buys.pay_tenths + sum(line.of_dollar_tenths for line in buys.lines) == 1_000
    # however many lines there are, rounding never adds up to more than half a cent
    left = base.before_pay() - (1 + practice.pay.burden) * ledger.pay_usd
    assert buys.lines[-1].amount_usd == pytest.approx(left, abs=0.00501)


@FEWER
@given(books())
def test_the_mean_by_collections_is_the_common_split_whichever_key(practice: PracticeFile) -> None:
    found = audit_practice(practice, None)
    assert practice.pay.target_margin is not None
    common = common_split(cost_base(practice), practice.pay.target_margin)
    assert {row.key for row in found.keys} == {
        "headcount",
        "sessions",
        "collections",
        "room_hours",
        "new_clients",
        "own_pools",
    }
    for row in found.keys:
        assert row.weighted_mean == pytest.approx(common, rel=1e-9, abs=1e-9)
        assert sum(each.shared_cost_usd for each in row.rows) == pytest.approx(found.shared_costs.value)


@FEWER
@given(books(), st.floats(0, 0.2))
def test_a_target_split_leaves_its_margin(practice: PracticeFile, margin: float) -> None:
    base = cost_base(practice)
    left = residual_usd(base, common_split(base, margin))
    assert left == pytest.approx(margin * base.collections_usd, abs=1e-4)


@FEWER
@given(books(), SHARES, SHARES)
def test_a_higher_split_never_leaves_more(practice: PracticeFile, one: float, other: float) -> None:
    low, high = (split_outcome(cost_base(practice), split) for split in sorted((one, other)))
    assert high.residual.value <= low.residual.value + 1e-9
    assert high.break_even.clinicians is None or (low.break_even.clinicians or 0) <= high.break_even.clinicians


@FEWER
@given(books(), SHARES)
def test_break_even_is_what_counting_finds(practice: PracticeFile, split: float) -> None:
    base = cost_base(practice)
    outcome = split_outcome(base, split)
    each, found = outcome.contribution.value, outcome.break_even
    most = 40
    covered = [n for n in range(1, most) if each > 0 and n * each >= base.shared_with(n) - 1e-6]
    if found.clinicians is None or found.clinicians >= most:
        assert covered == []
        return
    assert covered[0] == found.clinicians
    not_between = {n for first, last in found.not_between for n in range(first, min(last, most - 1) + 1)}
    assert not_between == set(range(found.clinicians, most)) - set(covered)


@FEWER
@given(books(), SHARES)
def test_the_diagnosis_agrees_with_the_money(practice: PracticeFile, split: float) -> None:
    chosen = audit_practice(practice, split).chosen
    assert chosen is not None
    found, left = chosen.diagnosis, chosen.outcome.residual.value
    assert found.gap_usd >= 0
    assert (found.gap_usd == 0) == (found.outcome == "sustainable")
    gaps = {found.outcome: found.gap_usd, found.also: found.also_gap_usd}
    assert gaps.get("under_compensated_owner", 0.0) == pytest.approx(max(0.0, -left), abs=2 * CENT)
    # what is available, less what is spent, is what the owner receives
    receives = chosen.outcome.owner_receives.value
    assert found.available.value - found.spent.value == pytest.approx(receives, abs=1e-6)
