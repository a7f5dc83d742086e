"""Break-even where costs rise in steps, sessions above the cap, and remote monitoring, worked by hand."""

from pathlib import Path

import pytest

from evaluator.economics.practice import audit_practice
from evaluator.economics.practice.figures import AtChosenSplit, PracticeFigures
from evaluator.offer.practice import load_practice

HEAD = "format: 1\npractice: {name: Two}\n"
TWO = """\
clinicians:
  - {name: A, collections: $100000, kept_sessions: 1000, weeks: 40}
  - {name: B, collections: $100000, kept_sessions: 1300, weeks: 46}
"""


def audited(folder: Path, body: str, share: float = 0.5) -> tuple[PracticeFigures, AtChosenSplit]:
    path = folder / "practice.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    found = audit_practice(load_practice(path), share)
    assert found.chosen is not None
    return found, found.chosen


def steps(*levels: tuple[int, int]) -> str:
    rows = ", ".join(f"{{from_clinicians: {start}, yearly: {usd}}}" for start, usd in levels)
    return f"pay: {{burden: 0%}}\n{TWO}costs: {{shared: [{{name: rent, steps: [{rows}]}}]}}\n"


@pytest.mark.parametrize(
    ("levels", "clinicians", "exact", "gaps"),
    [
        # an average clinician leaves 50,000
        ([(1, 150_000)], 3, 3.0, ()),  # covered exactly
        ([(1, 160_000)], 4, 3.2, ()),
        # 3 would cover the first step, which ends at 2; 210,000 / 50,000 = 4.2 of the second
        ([(1, 150_000), (3, 210_000)], 5, 4.2, ()),
        # 3 covers the first step; 6 leave 300,000 and must cover 390,000, which 8 do
        ([(1, 150_000), (6, 390_000)], 3, 3.0, ((6, 7),)),
        # the second step is never covered before the third begins
        ([(1, 150_000), (4, 600_000), (6, 300_000)], 3, 3.0, ((4, 5),)),
    ],
)
def test_break_even_with_steps(
    tmp_path: Path, levels: list[tuple[int, int]], clinicians: int, exact: float, gaps: tuple[tuple[int, int], ...]
) -> None:
    found = audited(tmp_path, steps(*levels))[1].outcome.break_even
    assert (found.clinicians, found.not_between) == (clinicians, gaps)
    assert found.exact == pytest.approx(exact)


def test_a_split_that_leaves_nothing_never_breaks_even(tmp_path: Path) -> None:
    found = audited(tmp_path, steps((1, 1)), share=1.0)[1].outcome.break_even
    assert (found.clinicians, found.exact) == (None, None)


def test_sessions_above_the_cap_against_turnover(tmp_path: Path) -> None:
    # cap 25: A 1,000 / 40 = 25 is not above it; B 1,300 / 46 = 28.26, above by 1,300 - 25 x 46 = 150
    # a session of B brings 100,000 / 1,300 = 76.923077, of which 50% is kept, less 2: 36.461538 x 150 = 5,469.230769
    # pay 50,000; a replacement 20% to 200% of it: 10,000 to 100,000; worth it up to a rise of 5.469% or 54.692%
    body = (
        f"pay: {{burden: 0%}}\n{TWO}costs: {{per_session: [{{name: fees, amount: $2}}]}}\ncaseload: {{cap_per_week: 25"
    )
    found = audited(tmp_path, body + "}\n")[1].over_caseload
    (row,) = found.rows
    assert (row.name, row.above_cap_a_year) == ("B", 150)
    assert row.leaves_usd == pytest.approx(5_469.230769)
    assert (row.replacement_low_usd, row.replacement_high_usd) == (10_000, 100_000)
    assert row.worth_until_low == pytest.approx(0.05469231)
    assert row.worth_until_high == pytest.approx(0.5469231)
    assert (found.net_low_usd, found.net_high_usd) == (None, None)  # nothing is guessed
    assert [known.value for known in found.assumed] == ["90%–200% of a year's pay", "20%–30% of a year's pay"]
    # with a rise of 10%: 5,469.23 - 10,000 and 5,469.23 - 1,000
    told = audited(tmp_path, body + ", rise_in_leaving: 10%}\n")[1].over_caseload
    assert told.net_low_usd == pytest.approx(-4_530.769231)
    assert told.net_high_usd == pytest.approx(4_469.230769)


def test_own_estimate_of_a_replacement_stands_beside_both_sources(tmp_path: Path) -> None:
    found, chosen = audited(tmp_path, f"pay: {{burden: 0%}}\n{TWO}turnover: {{cost_of_pay: 40-150%}}\n")
    assert [(one.low, one.high) for one in found.turnover.sources] == [(0.4, 1.5), (0.9, 2.0), (0.2, 0.3)]
    assert not found.turnover.rate_is_stated
    assert (found.turnover.rate_low, found.turnover.rate_high) == (0.30, 0.35)
    # B is above 26 a week, too: 1,300 - 26 x 46 = 104; own estimate of 40% to 150% of 50,000
    assert chosen.over_caseload.rows[0].replacement_low_usd == 20_000
    assert chosen.over_caseload.rows[0].replacement_high_usd == 75_000


RTM = """\
rtm:
  {device: musculoskeletal, enrolled: 24, days_16: 60%, days_2: 30%, managed_10: 25%, managed_20: 50%, managed_40: 10%,
   new_episodes: 8, collected: 95%, platform: $12, staff_minutes: 10, staff_hour: $22,
   clinician_minutes: {at_10: 14, at_20: 25, at_40: 45}, clinician_hour: $45}
"""


def test_a_month_of_remote_monitoring(tmp_path: Path) -> None:
    # supply 24 x (.6 + .3) x 51.44 = 1,111.104; management 24 x (.25 x 26.39 + .6 x 54.11 + .1 x 41.42) = 1,036.932
    # set-up 8 x 21.71 = 173.68; together 2,321.716, x .95 = 2,205.6302, less 24 x 12 = 288 and 24 x 10 / 60 x 22 = 88
    # clinicians 24 x (.25 x 14 + .5 x 25 + .1 x 45) / 60 = 8.2 hours; 12 x (1,829.6302 - 8.2 x 45) = 17,527.5624
    rtm = audited(tmp_path, f"pay: {{burden: 9.25%}}\n{TWO}{RTM}")[0].rtm
    assert rtm is not None
    assert rtm.gross.value == pytest.approx(2_321.716)
    assert rtm.collected.value == pytest.approx(2_205.6302)
    assert rtm.net.value == pytest.approx(1_829.6302)
    assert rtm.net_yearly.value == pytest.approx(21_955.5624)
    assert rtm.clinician_hours.value == pytest.approx(8.2)
    assert rtm.net_yearly_after_hours is not None
    assert rtm.net_yearly_after_hours.value == pytest.approx(17_527.5624)
    # 1,829.6302 / 8.2
    assert rtm.net_per_added_hour is not None
    assert rtm.net_per_added_hour.value == pytest.approx(223.125634)
    # 21,955.5624 / (200,000 x 1.0925)
    assert rtm.split_rise.value == pytest.approx(0.10048312)
    assert rtm.unpriced == ()
    assert len(rtm.prices) == 5  # one price for both kinds of supply


def test_supply_without_a_national_price_is_named_and_not_guessed(tmp_path: Path) -> None:
    behavioral = RTM.replace("musculoskeletal", "behavioral")
    rtm = audited(tmp_path, f"pay: {{burden: 0%}}\n{TWO}{behavioral}")[0].rtm
    assert rtm is not None
    assert len(rtm.unpriced) == 2
    assert rtm.gross.value == pytest.approx(2_321.716 - 1_111.104)
    own = behavioral.replace("$45}", "$45, prices: {supply_16_days: $40, supply_2_days: $20}}")
    priced = audited(tmp_path, f"pay: {{burden: 0%}}\n{TWO}{own}")[0].rtm
    assert priced is not None
    assert priced.unpriced == ()
    assert priced.gross.value == pytest.approx(1_210.612 + 24 * (0.6 * 40 + 0.3 * 20))


def test_reserve_largest_payer_and_unpaid_office_work(tmp_path: Path) -> None:
    body = (
        "reserve: {held: $6000, of_collections: 1%}\npayers: [{name: one, mix: 70%}, {name: two, mix: 30%}]\n"
        "unpaid_admin: {hours_per_week: 2, hour_worth: $30}\n"
        "costs: {shared: [{name: rent, yearly: $42000}], per_clinician: [{name: seat, yearly: $5000}]}\n"
    )
    found, chosen = audited(tmp_path, f"pay: {{burden: 0%}}\n{TWO}{body}")
    assert found.reserve is not None
    assert found.reserve.value == pytest.approx(6)  # 6,000 / ((42,000 + 2 x 5,000) / 52)
    assert found.largest_payer is not None
    assert (found.largest_payer.value, "one" in found.largest_payer.label) == (0.7, True)
    assert chosen.diagnosis.unpaid_admin is not None
    assert chosen.diagnosis.unpaid_admin.value == 2 * (40 + 46) * 30
    assert next(line.amount_usd for line in chosen.buys.lines if line.kind == "reserve") == 2_000


def test_half_a_cent_goes_to_one_side_only(tmp_path: Path) -> None:
    # 50% of $1.01 is 50.5 cents: 51 for the clinician and 50 for the practice, not 51 for both
    tiny = "clinicians: [{name: A, collections: $1.01, kept_sessions: 1}]\n"
    ledger = audited(tmp_path, f"pay: {{burden: 0%}}\n{tiny}")[1].ledger
    for row in (ledger, ledger.rows[0]):
        assert (row.pay_usd, row.practice_share_usd, row.collections_usd) == (0.51, 0.50, 1.01)
