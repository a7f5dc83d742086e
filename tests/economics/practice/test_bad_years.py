"""Bad years from the practice's side, worked by hand, and what sharing them does and does not help."""

import math
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings

from evaluator.economics import load_assumptions
from evaluator.economics.figures import Interval
from evaluator.economics.practice.bad_year_figures import BadYears, PooledScenario
from evaluator.economics.practice.bad_years import bad_years, pool_rows
from evaluator.economics.practice.cost_base import cost_base
from evaluator.offer.practice import PracticeFile, load_practice
from tests.economics.practice.random_books import books

KNOWN = load_assumptions()
# Two clinicians who each collect 52,000 of 520 sessions in 52 weeks. Of a dollar lost, costs of collections (5%), the
# split (50%) and its burden (10% of it) fall too, so the practice bears 1 - .05 - .5 x 1.1 = .40, less $2 a session.
TWO = """\
format: 1
practice: {name: Two}
pay: {share: 50%, burden: 10%}
clinicians:
  - {name: A, collections: $52000, kept_sessions: 520, weeks: 52}
  - {name: B, collections: $52000, kept_sessions: 520, weeks: 52}
costs:
  shared: [{name: rent, yearly: $20000}]
  per_clinician: [{name: seat, yearly: $1000}]
  per_session: [{name: claims, amount: $2}]
  of_collections: [{name: billing, share: 5%}]
"""
ATTENDANCE = "attendance: {no_show: 10%, late_cancel: 0%}\n"
PAYERS = """\
payers:
  - {name: insurer, mix: 60%, paid_by: insurer, patient_part: 0%, denied: 10%, recovered: 50%}
  - {name: self-pay, mix: 40%, paid_by: clients}
"""
TURNOVER = "turnover: {left_per_year: 50%, cost_of_pay: 20-40%, seat_empty: 4-8 weeks, refill: 10 weeks}\n"


def read(folder: Path, text: str) -> PracticeFile:
    path = folder / "practice.yaml"
    path.write_text(text, encoding="utf-8")
    return load_practice(path)


def found(folder: Path, text: str, severity: float = 1.0) -> BadYears:
    practice = read(folder, text)
    return bad_years(practice, cost_base(practice), 0.5, KNOWN, severity)


def of(years: BadYears, scenario: str) -> PooledScenario:
    return next(one for one in years.scenarios if one.scenario == scenario)


@pytest.mark.parametrize(
    ("scenario", "share", "kept"),
    [
        # Lost: weeks 14 to 39, of which places are refilled by .3 x u/13 in the u-th week after, at most .3:
        # .3/13 x (0 + ... + 12) + 13 x .3 = 5.7. So .6 x (26 - 5.7) = 12.18 weeks, and while the gap of .6 x .7 closes
        # over eight weeks .42 x (7 + 6 + ... + 0)/8 = 1.47. Together 13.65 of 52.
        ("panel-loss", 13.65 / 52, 13.65 / 52),
        # 90% kept becomes 70% in 12 of 52 weeks
        ("no-show-spike", 12 / 52 * 0.2 / 0.9, 12 / 52 * 0.2 / 0.9),
        # of the insurer's 60%: paid 1 - .1 x .5 = .95 becomes 1 - .3 x (1 - .5 x .8) = .82, in 13 of 52 weeks
        ("denial-spike", 0.6 * 13 / 52 * 0.13 / 0.95, 0.0),
        # of the insurer's 60%, 28.6% in 39 of 52 weeks
        ("rate-cut", 0.6 * 39 / 52 * 0.286, 0.0),
        ("illness", 6 / 52, 6 / 52),
    ],
)
def test_one_clinicians_bad_year_by_hand(tmp_path: Path, scenario: str, share: float, kept: float) -> None:
    one = of(found(tmp_path, TWO + ATTENDANCE + PAYERS), scenario)
    practice = share * 52_000 * 0.40 - kept * 520 * 2
    for interval, expected in (
        (one.collections_lost, share),
        (one.pay_lost_usd, share * 52_000 * 0.50),
        (one.practice_lost_usd, practice),
        (one.shared_usd, practice / 2),
        (one.all_lost_usd, practice * 2),
    ):
        # nothing that matters is open, so both ends are the figure itself
        assert (interval.low, interval.likely, interval.high) == pytest.approx((expected,) * 3, abs=1e-5)


def test_the_dollars_of_a_lost_panel(tmp_path: Path) -> None:
    # .2625 x 52,000 = 13,650 of collections; pay 6,825; practice 13,650 x .4 - 136.5 sessions x 2 = 5,187
    one = of(found(tmp_path, TWO + ATTENDANCE + PAYERS), "panel-loss")
    assert one.pay_lost_usd.likely == pytest.approx(6_825)
    assert one.practice_lost_usd.likely == pytest.approx(5_187)
    assert one.shared_usd.likely == pytest.approx(2_593.50)
    assert one.all_lost_usd.likely == pytest.approx(10_374)


def test_nobody_shares_what_hits_all_and_illness_hits_one(tmp_path: Path) -> None:
    years = found(tmp_path, TWO + ATTENDANCE + PAYERS)
    assert {one.scenario: one.strikes for one in years.scenarios} == {
        "panel-loss": "either",
        "no-show-spike": "either",
        "denial-spike": "either",
        "rate-cut": "all",
        "illness": "one",
    }
    assert years.pooled == "panel-loss"


def test_sharing_by_number_of_clinicians() -> None:
    # The lost panel of the 60/40 contractor of tests/cases: 20,223.80 of pay, 6,741.27 for each of three.
    lost = Interval(20_223.80, 20_223.80, 20_223.80)
    rows = {row.clinicians: row for row in pool_rows(lost, 7)}
    assert sorted(rows) == [1, 2, 3, 5, 7, 10, 20]
    assert rows[3].each_usd.likely == pytest.approx(6_741.27, abs=0.005)
    assert rows[3].when_all_usd.likely == 20_223.80
    assert rows[1].swing == 1.0
    assert rows[7].swing == pytest.approx(1 / math.sqrt(7))


@pytest.mark.parametrize("chance", [0.05, 0.3, 0.8])
def test_the_swing_is_the_law_of_pooling_whatever_the_chance(chance: float) -> None:
    """All 2^5 years of five clinicians who are hit or not, each by itself: the spread of their mean loss."""
    clinicians, mean, square = 5, 0.0, 0.0
    for hit in product((0, 1), repeat=clinicians):
        weight = math.prod(chance if one else 1 - chance for one in hit)
        mean += weight * sum(hit) / clinicians
        square += weight * (sum(hit) / clinicians) ** 2
    alone = math.sqrt(chance * (1 - chance))
    assert mean == pytest.approx(chance)  # what is lost on average does not shrink
    row = next(row for row in pool_rows(Interval(1, 1, 1), clinicians) if row.clinicians == clinicians)
    assert math.sqrt(square - mean**2) / alone == pytest.approx(row.swing)


def test_at_severity_zero_nothing_is_lost(tmp_path: Path) -> None:
    years = found(tmp_path, TWO + ATTENDANCE + PAYERS, severity=0.0)
    assert (years.scenarios, years.pooled, years.pool) == ((), None, ())


@settings(max_examples=15, deadline=None)
@given(books())
def test_at_severity_zero_nothing_is_lost_in_any_books(practice: PracticeFile) -> None:
    assert bad_years(practice, cost_base(practice), 0.5, KNOWN, 0.0).scenarios == ()


def test_half_as_severe_loses_less(tmp_path: Path) -> None:
    whole, half = (found(tmp_path, TWO + ATTENDANCE + PAYERS, severity) for severity in (1.0, 0.5))
    for one in whole.scenarios:
        assert 0 < of(half, one.scenario).collections_lost.likely < one.collections_lost.likely


def test_what_the_books_leave_out_is_an_interval_and_a_question(tmp_path: Path) -> None:
    silent = found(tmp_path, TWO + PAYERS)
    told = found(tmp_path, TWO + ATTENDANCE.replace("10%", "6%").replace("0%}", "5%}") + PAYERS)
    spike, known = (of(years, "no-show-spike").practice_lost_usd for years in (silent, told))
    assert spike.low < known.likely < spike.high
    assert known.low == known.high
    assert any("no-shows" in ask for ask in silent.questions)
    assert not any("no-shows" in ask for ask in told.questions)


def test_without_payers_nothing_is_said_of_them_but_a_question(tmp_path: Path) -> None:
    years = found(tmp_path, TWO + ATTENDANCE)
    assert {one.scenario for one in years.scenarios} == {"no-show-spike", "illness"}
    assert years.questions[0].startswith("Which payers are there")


def test_a_payer_of_unknown_kind_may_be_either(tmp_path: Path) -> None:
    open_kind = PAYERS.replace("mix: 40%, paid_by: clients", "mix: 40%")
    open_years, told = found(tmp_path, TWO + ATTENDANCE + open_kind), found(tmp_path, TWO + ATTENDANCE + PAYERS)
    cut, known = (of(years, "rate-cut").collections_lost for years in (open_years, told))
    assert cut.low == pytest.approx(known.likely)
    assert cut.high > known.high
    assert any("self-pay" in ask for ask in open_years.questions)


def test_a_leaver_by_hand(tmp_path: Path) -> None:
    # Of 52,000 the practice keeps 20,800, less 520 x 2 = 1,040 for sessions: 19,760; less the seat 1,000: 18,760.
    # Empty for 4 to 8 weeks: x 4/52, 6/52, 8/52. Filling over 10 weeks from a share of the caseload that the books do
    # not give (none, a fifth, half): week t of 10 lacks (1 - start) x (1 - (t - 1)/10), so 5.5 x (1 - start) weeks.
    found_ = found(tmp_path, TWO + ATTENDANCE + PAYERS + TURNOVER).leaver
    assert found_.empty_usd is not None
    assert (found_.empty_usd.low, found_.empty_usd.likely, found_.empty_usd.high) == pytest.approx(
        (18_760 * 4 / 52, 18_760 * 6 / 52, 18_760 * 8 / 52)
    )
    refill = [19_760 * 5.5 * (1 - start) / 52 for start in (0.5, 0.2, 0.0)]
    assert (found_.refill_usd.low, found_.refill_usd.likely, found_.refill_usd.high) == pytest.approx(refill, abs=1e-4)
    assert found_.together_usd.high == pytest.approx(refill[2] + 18_760 * 8 / 52, abs=1e-4)
    assert found_.shared_usd.likely == pytest.approx(found_.together_usd.likely / 2)
    # half of two leave; an average clinician is paid 26,000: own estimate 20% to 40% of it, beside both publications
    assert (found_.leave_low, found_.leave_high, found_.rate_is_stated) == (1.0, 1.0, True)
    ends = [end for one in found_.replacements for end in (one.low_usd, one.high_usd)]
    assert ends == pytest.approx([5_200, 10_400, 23_400, 52_000, 5_200, 7_800])


def test_how_long_a_seat_stays_empty_is_never_guessed(tmp_path: Path) -> None:
    years = found(tmp_path, TWO + ATTENDANCE + PAYERS)
    assert years.leaver.empty_usd is None
    assert years.leaver.together_usd == years.leaver.refill_usd
    assert years.leaver.refill_usd.low < years.leaver.refill_usd.high
    assert not years.leaver.rate_is_stated
    assert sum("seat stay empty" in ask or "full caseload" in ask for ask in years.questions) == 2
