"""The practice worked by hand in tests/cases/practice, through the real reader of practice files."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from evaluator.economics.practice import PracticeFigures, audit_practice
from evaluator.offer.practice import load_practice

CASE = Path(__file__).parents[2] / "cases" / "practice" / "f-the-split-calculated.yaml"
USD, SHARE = 0.005, 5e-7


@pytest.fixture
def case() -> Any:
    return yaml.safe_load(CASE.read_text(encoding="utf-8"))


def audited(folder: Path, books: str, share: float | None = None) -> PracticeFigures:
    path = folder / "practice.yaml"
    path.write_text(books, encoding="utf-8")
    return audit_practice(load_practice(path), share)


def test_the_split_at_each_margin(case: Any, tmp_path: Path) -> None:
    found = audited(tmp_path, case["books"])
    expected = case["expect"]["targets"]
    assert {target.margin: target.split for target in found.targets} == pytest.approx(expected, abs=SHARE)
    assert [target.margin for target in found.targets if target.is_own_target] == [0.08]
    assert found.chosen is None
    assert found.left_out[0].startswith("No split is named")


def test_what_each_split_leaves(case: Any, tmp_path: Path) -> None:
    for split, row in case["expect"]["at"].items():
        chosen = audited(tmp_path, case["books"], split).chosen
        assert chosen is not None
        assert not chosen.from_books
        outcome = chosen.outcome
        assert outcome.residual.value == pytest.approx(row["residual"], abs=USD)
        assert outcome.owner_receives.value == pytest.approx(row["owner_receives"], abs=USD)
        assert outcome.contribution.value == pytest.approx(row["contribution"], abs=USD)
        assert outcome.break_even.clinicians == row["clinicians"]
        assert outcome.break_even.exact == pytest.approx(row["exact"], abs=SHARE)
        # the last line of what the share buys is the same figure, to the cent
        assert chosen.buys.lines[-1].amount_usd == pytest.approx(row["residual"], abs=0.0051)


def test_the_split_of_each_clinician_by_key(case: Any, tmp_path: Path) -> None:
    keys = {row.key: row for row in audited(tmp_path, case["books"]).keys}
    assert set(keys) == {"headcount", "sessions", "collections", "own_pools"}  # no room hours, no new clients here
    for key, expected in case["expect"]["keys"].items():
        assert [row.split for row in keys[key].rows] == pytest.approx(expected, abs=SHARE)
        assert keys[key].weighted_mean == pytest.approx(0.477022, abs=SHARE)
    # every pool here is shared out by headcount
    assert keys["own_pools"].rows == keys["headcount"].rows


def test_the_split_with_a_reserve_for_turnover(case: Any, tmp_path: Path) -> None:
    turnover = audited(tmp_path, case["books"]).turnover
    claimed, literature = turnover.sources
    assert [(source.low, source.high) for source in (claimed, literature)] == [(0.9, 2.0), (0.2, 0.3)]
    assert all(source.as_of and source.source for source in turnover.sources)
    assert turnover.rate_is_stated
    at_90 = next(row for row in claimed.splits if row.margin == 0.08 and row.cost_of_pay == 0.9)
    assert at_90.split == pytest.approx(case["expect"]["turnover_at_90_percent_of_pay"], abs=SHARE)
    # 30% leave: 1.0925 + .3 x .9 = 1.3625; 284,025 / (545,000 x 1.3625) = .382493
    dearer = audited(tmp_path, case["books"].replace("left_per_year: 20%", "left_per_year: 30%")).turnover.sources[0]
    split = next(row.split for row in dearer.splits if row.margin == 0.08 and row.cost_of_pay == 0.9)
    assert split == pytest.approx(0.382493, abs=SHARE)


@pytest.mark.parametrize(
    ("name", "drawn"), [("owner_takes_what_is_left", ""), ("owner_takes_36000", ", drawn: $36000")]
)
def test_who_goes_short_at_60(case: Any, tmp_path: Path, name: str, drawn: str) -> None:
    books = case["books"].replace("market_wage: $75", f"market_wage: $75{drawn}")
    chosen = audited(tmp_path, books, 0.6).chosen
    assert chosen is not None
    expected, found = case["expect"]["diagnosis_at_60"][name], chosen.diagnosis
    assert found.outcome == expected["outcome"]
    assert found.also is None
    assert found.gap_usd == pytest.approx(expected["gap"], abs=USD)
    assert found.gap_of_shared_costs == pytest.approx(expected["of_shared"], abs=SHARE)
    assert found.available.value == pytest.approx(138_002.50, abs=USD)
    assert found.needed.value == found.spent.value == pytest.approx(131_625, abs=USD)


def test_a_split_that_pays_for_all_is_sustainable(case: Any, tmp_path: Path) -> None:
    chosen = audited(tmp_path, case["books"], 0.55).chosen
    assert chosen is not None
    assert (chosen.diagnosis.outcome, chosen.diagnosis.gap_usd) == ("sustainable", 0)
    assert (chosen.diagnosis.label, chosen.diagnosis.is_complete) == ("Sustainable", True)


def test_a_function_bought_too_cheaply_is_not_justified_or_not_affordable(case: Any, tmp_path: Path) -> None:
    # supervision would cost 20,000 at market and 13,000 is spent: 7,000 short
    books = case["books"].replace("supervision, market: $13000", "supervision, market: $20000")
    rich, poor = (audited(tmp_path, books, split).chosen for split in (0.5, 0.6))
    assert rich is not None
    assert poor is not None
    # 50%: available 138,002.50 + .1 x 595,412.50 = 197,543.75, needed 138,625 + 36,000
    assert (rich.diagnosis.outcome, rich.diagnosis.also) == ("share_not_justified", None)
    assert rich.diagnosis.gap_usd == pytest.approx(7_000, abs=USD)
    assert (poor.diagnosis.outcome, poor.diagnosis.also) == (
        "under_invested_infrastructure",
        "under_compensated_owner",
    )
    assert poor.diagnosis.gap_usd == pytest.approx(7_000, abs=USD)
    assert poor.diagnosis.also_gap_usd == pytest.approx(29_622.50, abs=USD)


def test_money_spent_twice_on_one_function_does_not_make_up_for_another(case: Any, tmp_path: Path) -> None:
    # 7,000 too little for supervision, 7,000 more than the market asks for marketing: the sum is right all the same
    books = case["books"].replace("supervision, market: $13000", "supervision, market: $20000")
    chosen = audited(tmp_path, books.replace("marketing, market: $14400", "marketing, market: $7400"), 0.5).chosen
    assert chosen is not None
    assert chosen.diagnosis.needed.value == pytest.approx(chosen.diagnosis.spent.value)
    assert (chosen.diagnosis.outcome, chosen.diagnosis.gap_usd) == ("share_not_justified", 7_000)


def test_what_the_owner_does_and_what_nobody_promises_is_not_called_for(case: Any, tmp_path: Path) -> None:
    dear = case["books"].replace("supervision, market: $13000", "supervision, market: $90000, {0}")
    for words in ("promised: no", "done_by_owner: yes"):
        chosen = audited(tmp_path, dear.replace("{0}", words), 0.5).chosen
        assert chosen is not None
        assert chosen.diagnosis.outcome == "sustainable", words


def test_a_function_without_a_market_price_is_left_open(case: Any, tmp_path: Path) -> None:
    books = case["books"].replace("  - {function: supervision, market: $13000}\n", "")
    chosen = audited(tmp_path, books, 0.5).chosen
    assert chosen is not None
    assert chosen.diagnosis.outcome == "sustainable"
    assert chosen.diagnosis.open_functions == ("Supervision and consultation",)
    assert chosen.diagnosis.label == "Sustainable as far as the books say"
    assert not chosen.diagnosis.is_complete
