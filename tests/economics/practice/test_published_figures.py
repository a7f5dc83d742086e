"""What the audit takes from publications has a unit, a day and a source, is used, and the two ranges stay apart."""

from pathlib import Path

import pytest

from evaluator.economics import load_assumptions

KNOWN = load_assumptions()
FOLDER = Path(__file__).parents[3] / "evaluator" / "economics" / "practice"
CODE = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))


@pytest.mark.parametrize("name", [*KNOWN.practice, *KNOWN.practice_ranges])
def test_a_figure_is_sourced_and_used(name: str) -> None:
    known = KNOWN.practice.get(name) or KNOWN.practice_ranges[name]
    assert known.unit
    assert known.label
    assert len(known.source) > 8
    assert f'"{name}"' in CODE


def test_what_a_replacement_costs_is_told_by_both_sources() -> None:
    claimed, literature = (KNOWN.practice_ranges[f"replacement_cost_{name}"] for name in ("claimed", "literature"))
    assert (claimed.low, claimed.high) == (0.9, 2.0)
    assert (literature.low, literature.high) == (0.2, 0.3)
    assert claimed.source != literature.source
