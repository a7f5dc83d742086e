"""Shapley values beside the sequential steps: case A as worked elsewhere, efficiency, and neutral factors."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from evaluator.economics import Appraisal
from evaluator.economics.attribution import attribution
from tests.economics.random_offers import ALL, appraised, changed, offers
from tests.economics.test_stress import case_a


def rows_of(appraisal: Appraisal) -> dict[str, float]:
    choices = np.zeros((1, len(appraisal.open_names)))
    rows = attribution(appraisal.year(choices).inputs, appraisal.projection(choices), appraisal.money.waterfall)
    return {row.step: row.shapley_usd for row in rows}


def test_case_a() -> None:
    values = rows_of(case_a())
    assert {name: round(value, 2) for name, value in values.items() if value} == {
        "rate_terms": -2_076.79,
        "missed_visits": 1_621.18,
        "ramp": -8_751.82,
        "overhead": -9_691.70,
        "payroll_equalisation": -4_701.25,
        "unpaid_time": -15_413.81,
    }


@settings(max_examples=40)
@given(offers(ALL, beside=True))
def test_the_values_add_to_what_lies_between_headline_and_kept(tree: dict[str, Any]) -> None:
    appraisal = appraised(tree)
    projection = appraisal.projection(np.zeros((1, 0)))
    between = projection.keep_usd[0] - projection.headline_usd[0]
    assert sum(rows_of(appraisal).values()) == pytest.approx(between, abs=0.01)


@settings(max_examples=20)
@given(offers(engagement="employee"))
def test_a_neutral_factor_gets_nothing(tree: dict[str, Any]) -> None:
    values = rows_of(appraised(changed(tree, benefits="none")))
    assert values["payroll_equalisation"] == 0
    assert values["benefits"] == 0
