"""Every shape of pay on one plain year, worked by hand in tests/cases/pay, through the real reader of offer files."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from evaluator.checklists.checks import STRUCTURES
from evaluator.economics import Appraisal, Reader, appraise, load_assumptions
from evaluator.offer import load_clinician, parse_offer
from evaluator.offer.shapes import Single, terms_of

CASE = yaml.safe_load((Path(__file__).parents[1] / "cases" / "pay" / "shapes.yaml").read_text(encoding="utf-8"))
SHAPES = {shape["name"]: shape for shape in CASE["shapes"]}


def appraised(shape: dict[str, Any], folder: Path) -> Appraisal:
    sections = [CASE["offer"], f"pay: {shape['pay'].replace('NO_FEE', CASE['no_fee'])}\n"]
    sections += [f"{name}: {shape.get(name, CASE[name])}\n" for name in ("hours", "benefits")]
    sections += [f"{name}: {shape[name]}\n" for name in ("benefits_when", "travel") if name in shape]
    offer = parse_offer("".join(sections).encode(), file="shape.yaml", questions={})
    me = folder / "me.yaml"
    me.write_text(CASE["clinician"], encoding="utf-8")
    return appraise(offer, Reader(load_clinician(me).clinician, load_assumptions(), 2026, "psychotherapy"))


@pytest.mark.parametrize("name", SHAPES)
def test_each_shape_pays_what_the_arithmetic_says(name: str, tmp_path: Path) -> None:
    shape = SHAPES[name]
    money = appraised(shape, tmp_path).money
    steps = {step.step: step.amount_usd for step in money.waterfall}
    expected = {**dict.fromkeys(steps, 0.0), **shape["steps"], "unpaid_time": steps["unpaid_time"]}
    assert steps == pytest.approx(expected, abs=0.001)
    for figure, hours in shape.get("figures", {}).items():
        assert getattr(money.hours, figure) == pytest.approx(hours, abs=0.005)


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_is_left_open(name: str, tmp_path: Path) -> None:
    assert appraised(SHAPES[name], tmp_path).money.unknowns == ()


def test_every_structure_has_a_case() -> None:
    shown = {
        word
        for model in STRUCTURES
        if isinstance(shape := terms_of(model)["structure"].shape, Single)
        for word in shape.words
    }
    assert {yaml.safe_load(shape["pay"])["structure"] for shape in SHAPES.values()} == shown


def test_hours_paid_by_the_clock_are_spent_at_work(tmp_path: Path) -> None:
    """48 weeks x 30 hours at $35: nobody is paid for 30 hours and away after 21."""
    shape = {**SHAPES["hourly for all hours of the contract"]}
    shape["hours"] = shape["hours"].replace("presence_per_week: 30, ", "")
    money = appraised(shape, tmp_path).money
    assert money.hours.worked == pytest.approx(1440.0)
    assert money.effective_hourly_usd.likely == pytest.approx(35.0)
