"""The cases worked by hand in tests/cases, through the real reader of offer files."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from evaluator.economics import Appraisal, Reader, appraise, load_assumptions
from evaluator.economics.guarantee import draw_ledger
from evaluator.offer import load_clinician, parse_offer

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
USD, SHARE = 0.005, 5e-7


def _appraisal(case: dict[str, Any], folder: Path) -> Appraisal:
    offer = parse_offer(case["offer"].encode(), file="case.yaml", questions={})
    me = folder / "me.yaml"
    me.write_text(case["clinician"], encoding="utf-8")
    about = load_clinician(me).clinician
    reader = Reader(
        about, load_assumptions(), int(str(case["as_of"])[:4]), offer.offer.offer.discipline or "psychotherapy"
    )
    return appraise(offer, reader)


def _draw(appraisal: Appraisal) -> list[list[float]]:
    """Earned, advanced, paid back and still owed in each period of a guarantee, in the likely case."""
    likely = appraisal.projection(np.zeros((1, len(appraisal.open_names))))
    assert likely.inputs.guarantee is not None
    ledger = draw_ledger(likely.inputs.guarantee, likely.accrued_usd)
    columns = (ledger.earned_usd, ledger.advanced_usd, ledger.recouped_usd, ledger.balance_usd)
    return [[float(column[0, period]) for column in columns] for period in range(columns[0].shape[1])]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_engine_agrees_with_the_arithmetic(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    money, expect = _appraisal(case, tmp_path).money, case["expect"]
    expect.pop("draw", None)
    steps = {step.step: step for step in money.waterfall}
    bridge = {step.step: step for step in money.bridge}
    for name, value in expect.items():
        match name:
            case "levels":
                assert {step: steps[step].level_usd for step in value} == value
            case "steps":
                assert {step: steps[step].amount_usd for step in value} == pytest.approx(value, abs=1e-9)
            case "shares":
                assert {step: steps[step].share for step in value} == pytest.approx(value, abs=SHARE + 1e-9)
            case "bridge":
                assert {step: bridge[step].amount_usd for step in value} == pytest.approx(value, abs=1e-9)
            case "hours":
                assert {kind: getattr(money.hours, kind) for kind in value} == pytest.approx(value, abs=USD)
            case "swings":
                swings = {row.term: row for row in money.unknowns}
                for figure, by_term in value.items():
                    assert {term: getattr(swings[term], figure) for term in by_term} == pytest.approx(by_term, abs=1e-6)
            case _ if isinstance(value, list):
                interval = getattr(money, name)
                limit = SHARE if name.endswith("split") else USD
                assert [interval.low, interval.likely, interval.high] == pytest.approx(value, abs=limit)
            case _:
                figure = getattr(money, name)
                likely = getattr(figure, "likely", figure)
                assert likely == pytest.approx(value, abs=SHARE if name.endswith("split") else USD), name


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_both_sides_of_every_dollar_agree(path: Path, tmp_path: Path) -> None:
    money = _appraisal(yaml.safe_load(path.read_text(encoding="utf-8")), tmp_path).money
    taken_in = money.collected_usd + money.fees_collected_usd
    assert taken_in == pytest.approx(money.gross_pay_usd + money.practice_keeps_usd, abs=0.005)
    assert money.hours.worked == pytest.approx(money.hours.paid + money.hours.unpaid, abs=1e-5)
    assert money.cumulative_keep_usd[-1] == pytest.approx(money.keep_usd, abs=0.005)


@pytest.mark.parametrize(
    "path", [path for path in CASES if "\n  draw:" in path.read_text("utf-8")], ids=lambda p: p.stem
)
def test_the_account_of_a_guarantee_agrees_with_the_arithmetic(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    for found, row in zip(_draw(_appraisal(case, tmp_path)), case["expect"]["draw"], strict=True):
        assert found == pytest.approx(row, abs=USD)
