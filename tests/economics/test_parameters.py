"""Every parameter has a unit, a date and a source, is used, and open terms are ordered as they claim."""

from pathlib import Path

import pytest

from evaluator.economics import UnknownTaxYearError, load_assumptions
from evaluator.offer.glossary import term_descriptions

PACKAGE = Path(__file__).parents[2] / "evaluator"
ASSUMPTIONS = load_assumptions()
FOR_SEVERAL_TERMS = ("volume_for_extras", "wait_for_extras")
CODE = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "economics").rglob("*.py"))


@pytest.mark.parametrize("name", [*ASSUMPTIONS.payroll_tax, *ASSUMPTIONS.reader])
def test_a_parameter_is_sourced_and_used(name: str) -> None:
    known = {**ASSUMPTIONS.payroll_tax, **ASSUMPTIONS.reader}[name]
    assert known.unit
    assert known.label
    assert len(known.source) > 8
    assert f'"{name}"' in CODE or name.startswith("hour_value_")


@pytest.mark.parametrize("name", ASSUMPTIONS.open_terms)
def test_an_open_term_is_a_term_with_a_question(name: str) -> None:
    known = ASSUMPTIONS.open_terms[name]
    terms = term_descriptions()
    assert name in terms or name.rpartition(".")[0] in terms or name in FOR_SEVERAL_TERMS
    assert known.ask.endswith("?")
    assert known.basis.endswith(".")
    assert f'"{name}"' in CODE or f'"{name.rpartition(".")[2]}"' in CODE or f'"{name.rpartition(".")[0]}{{' in CODE
    ends = sorted((known.worst, known.best))
    assert ends[0] <= known.likely <= ends[1]
    assert known.worst != known.best


def test_the_wage_bases_are_those_of_the_table() -> None:
    assert [ASSUMPTIONS.wage_base_usd(year) for year in (2024, 2025, 2026, 2027)] == [
        168_600,
        176_100,
        184_500,
        192_300,
    ]
    with pytest.raises(UnknownTaxYearError, match="2028"):
        ASSUMPTIONS.wage_base_usd(2028)
