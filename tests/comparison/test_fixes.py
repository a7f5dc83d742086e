"""What an audit promises of a fix comes true when the fix is written into the file and the file is read again."""

from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
import pytest

from evaluator.checklists import load_catalogue
from evaluator.comparison.audit_model import Fix
from evaluator.comparison.evaluate import Evaluation, evaluate
from evaluator.comparison.fixes import find_fixes
from evaluator.comparison.money_remedies import AMOUNT_OPEN, BY_CHECK, COSTS
from evaluator.comparison.reaching import GOOD_ENOUGH, reach
from evaluator.comparison.trying import Workbench
from evaluator.economics.projection import total
from evaluator.offer import parse_offer
from tests.comparison.audited import applied, bench_of
from tests.comparison.samples import OFFERS, SAMPLES, having, read, sample, tree_of

TRIED = [path for path in SAMPLES if path.stem in ("lakeside-group", "quiet-practice", "summit-quota", "turnpike-mill")]


def floor_of(one: Evaluation, checklist: str) -> float:
    return one.scores[checklist].floor if checklist in one.scores else 0.0


def own_costs(one: Evaluation) -> float:
    """What the clinician pays in a year, as the engine works it out."""
    likely = np.zeros((1, len(one.appraisal.open_names)))
    return float(total(one.appraisal.projection(likely).overhead_usd)[0])


def some_of(fixes: tuple[Fix, ...]) -> list[Fix]:
    """Every fix with a price that is not nothing, and every twelfth of the others, to keep the test short."""
    return [fix for number, fix in enumerate(fixes) if fix.cost_usd or fix.hourly_usd or number % 12 == 0]


@pytest.mark.parametrize("path", TRIED, ids=lambda path: path.stem)
def test_each_fix_written_into_the_file_changes_score_flags_and_money_as_promised(path: Path) -> None:
    tree = tree_of(path)
    offer = read(tree)
    bench = bench_of(offer)
    before = evaluate(offer, bench.catalogue, bench.reader)
    fixes, _ = find_fixes(bench)
    assert fixes
    for fix in some_of(fixes):
        after = evaluate(read(applied(tree, fix.changes)), bench.catalogue, bench.reader)
        old, new = before.scores["overall"], after.scores["overall"]
        assert new.uncapped_floor is not None
        assert old.uncapped_floor is not None
        assert new.uncapped_floor - old.uncapped_floor == pytest.approx(fix.overall_gain, abs=1e-9), fix.check
        gained = floor_of(after, fix.checklist) - floor_of(before, fix.checklist)
        assert gained == pytest.approx(fix.checklist_gain, abs=1e-9), fix.check
        gone = {flag.check for flag in before.assessment.red_flags} - {
            flag.check for flag in after.assessment.red_flags
        }
        assert gone == {flag.check for flag in fix.flags_lifted}, fix.check
        assert after.assessment.finding(fix.check).says == fix.says
        kept = before.appraisal.money.practice_keeps_usd - after.appraisal.money.practice_keeps_usd
        kept += own_costs(before) - own_costs(after) if any(change.value == "$0" for change in fix.changes) else 0.0
        assert kept == pytest.approx(fix.cost_usd or 0.0, abs=0.006), fix.check
        hourly = after.appraisal.money.effective_hourly_usd.likely - before.appraisal.money.effective_hourly_usd.likely
        assert hourly == pytest.approx(fix.hourly_usd or 0.0, abs=0.006), fix.check
        if fix.verdict is not None:
            assert after.verdict.says == fix.verdict


def test_no_fix_lowers_a_floor_and_the_order_is_by_gain() -> None:
    for name in ("lakeside-group", "summit-quota"):
        fixes, _ = find_fixes(bench_of(sample(name)))
        assert min(fix.overall_gain for fix in fixes) >= -1e-9
        without_grave = [
            round(fix.overall_gain, 6)
            for fix in fixes
            if not any(flag.severity in ("critical", "high") for flag in fix.flags_lifted)
        ]
        assert without_grave == sorted(without_grave, reverse=True)


def test_paid_hours_by_hand() -> None:
    # At Lakeside 3.5 hours a week outside sessions go unpaid over 48 worked weeks. 90% of them at $28.53 (the
    # profession's median hour): 3.5 x 0.9 x 28.53 x 48 = $4,313.74 a year, which is what the practice keeps less.
    fixes, _ = find_fixes(bench_of(sample("lakeside-group")))
    fix = next(fix for fix in fixes if fix.check == "paid-admin-time")
    assert fix.cost_usd == pytest.approx(3.5 * 0.9 * 28.53 * 48, abs=0.01)
    assert fix.hourly_usd is not None
    assert fix.hourly_usd > 0


def fix_of(name: str, check: str) -> Fix:
    return next(fix for fix in find_fixes(bench_of(sample(name)))[0] if fix.check == check)


def test_a_cost_that_the_practice_takes_over_by_hand() -> None:
    # Lakeside's clinicians pay $480 a year for liability cover. Paid by the practice, it costs as much.
    fix = fix_of("lakeside-group", "malpractice")
    assert ("costs", "yearly", "liability_cover") in {change.path for change in fix.changes}
    assert fix.cost_usd == pytest.approx(480)
    assert fix.hourly_usd is not None
    assert fix.hourly_usd > 0


PLAIN = """
format: 1
offer: {name: Plain, engagement: contractor, evidence: contract}
pay: {structure: percentage, share: 60%, of: collected, fees_off_the_top: 0%, deduction_per_session: $0,
  missed_visit: {per_no_show: $0, per_late_cancel: $0}}
caseload: {sessions_per_week: 10, ramp: {weeks: 0}}
attendance: {no_show: 0%, late_cancel: 0%, refilled: 0%}
collections: {payers: [{name: one, mix: 100%, allowed: $100, patient_part: $0, denied: 10%, recovered: 50%,
  patient_part_collected: 100%, other_reductions: 0%}]}
hours: {session_minutes: 60, documentation_minutes: 0, weekly: {admin: 1, meetings: 1}, weekly_paid: 0%, paid_hour: $30,
  weeks_off: 4}
costs: {yearly: none, per_session: $0}
transparency: {unpaid-claims: only_if_paid}
support: {consultation: none}
"""


def plain_fix(check: str) -> Fix:
    offer = parse_offer(PLAIN.encode(), file="plain.yaml", questions=load_catalogue().questions())
    return next(fix for fix in find_fixes(bench_of(offer))[0] if fix.check == check)


def test_pay_for_every_session_whoever_pays_by_hand() -> None:
    # 480 sessions a year at $100, of which 10% are denied and half of those paid in the end: $95 collected, $57 paid.
    # Of the amount allowed it is $60, so the practice keeps $3 x 480 less; the clinician works 480 + 96 hours.
    fix = plain_fix("unpaid-claims")
    assert fix.cost_usd == pytest.approx(1_440)
    assert fix.hourly_usd is not None
    assert 0 < fix.hourly_usd <= 1_440 / 576  # less what a contractor pays on it as payroll tax


def test_a_fix_without_a_price_says_why() -> None:
    fixes, _ = find_fixes(bench_of(sample("lakeside-group")))
    for fix in fixes:
        assert (fix.cost_usd is None) == (fix.hourly_usd is None) == (fix.unpriced is not None), fix.check
        if all(change.value is None for change in fix.changes):
            assert fix.cost_usd == 0, fix.check  # promised already, so nothing new is paid
    why = {fix.check: fix.unpriced for fix in fixes}
    assert why["ramp-pay"] == "amount_open"
    assert why["quality-review"] == "no_term"


def test_every_check_that_is_told_to_be_priced_exists() -> None:
    known = load_catalogue().by_id
    assert all(check in known for check in (*AMOUNT_OPEN, *COSTS, *BY_CHECK))


def test_a_measure_of_what_has_happened_is_named_and_not_mended() -> None:
    fixes, unfixed = find_fixes(bench_of(sample("summit-quota")))
    assert "turnover" in {one.check for one in unfixed}
    assert "turnover" not in {fix.check for fix in fixes}


def test_reaching_a_verdict_comes_true_in_the_file() -> None:
    for name in ("juniper-associate", "lakeside-group"):
        tree = tree_of(OFFERS / f"{name}.yaml")
        bench = bench_of(read(tree))
        fixes, _ = find_fixes(bench)
        found = reach(bench, fixes, "sound")
        assert found.reachable
        assert not found.exact
        chosen = [fix for fix in fixes if fix.check in found.checks]
        assert len(chosen) == len(found.checks)
        for fix in chosen:
            tree = applied(tree, [one for one in fix.changes if one.value is None])
        for fix in chosen:
            tree = applied(tree, [one for one in fix.changes if one.value is not None])
        after = evaluate(read(tree), load_catalogue(), bench.reader)
        assert after.verdict.id in GOOD_ENOUGH["sound"]
        assert after.scores["overall"].floor == pytest.approx(found.floor)


def nearly_sound() -> Workbench:
    """Juniper with most of what it lacks made good, so that few fixes are left."""
    tree = tree_of(OFFERS / "juniper-associate.yaml")
    bench = bench_of(read(tree))
    fixes, _ = find_fixes(bench)
    found = reach(bench, fixes, "sound")
    for fix in [fix for fix in fixes if fix.check in found.checks][4:]:
        tree = applied(tree, fix.changes)
    tree = having(tree, ("hours", "weekly_paid"), "0%")
    return bench_of(read(tree))


def test_the_exact_set_is_the_cheapest_and_smallest_of_all() -> None:
    bench = nearly_sound()
    fixes = find_fixes(bench)[0][:7]
    found = reach(bench, fixes, "sound")
    assert found.exact

    def leads(some: tuple[Fix, ...]) -> bool:
        tried = bench.tried([change for fix in some for change in fix.changes])
        return tried is not None and tried.verdict.id in GOOD_ENOUGH["sound"]

    smallest = next((size for size in range(8) for some in combinations(fixes, size) if leads(some)), None)
    assert found.reachable == (smallest is not None)
    assert smallest is not None
    assert smallest > 0
    assert len(found.checks) == smallest


def test_one_more_fix_never_takes_a_verdict_further_away() -> None:
    """What both ways of finding the cheapest set rest on. The sets are drawn at random, always the same ones."""
    draw = Random(6)  # not for secrets
    order = ("stop", "not_enough", "weak", "ask_first", "mixed", "sound", "strong")
    for name in ("harbor-employee", "summit-quota"):
        bench = bench_of(sample(name))
        fixes, _ = find_fixes(bench)
        places = list(range(len(fixes)))
        draw.shuffle(places)
        before, floor = -1, 0.0
        for size in range(0, len(places), 6):
            changes = [change for place in sorted(places[:size]) for change in fixes[place].changes]
            tried = bench.tried(sorted(dict.fromkeys(changes), key=lambda change: change.value is None))
            assert tried is not None
            rank = order.index(tried.verdict.id)
            assert rank >= before
            assert tried.scores["overall"].floor >= floor - 1e-9
            before, floor = rank, tried.scores["overall"].floor


def test_where_nothing_leads_there_it_says_so() -> None:
    bench = bench_of(sample("quiet-practice"))
    found = reach(bench, find_fixes(bench)[0], "strong")
    assert not found.reachable
    assert found.checks == ()
    assert "do not lead" in found.says
