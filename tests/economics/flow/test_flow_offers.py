"""Offers with a flow of patients: bad years, silence, chance, and a therapist's offer beside it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml

from evaluator.economics import load_assumptions
from evaluator.economics.flow.filling import as_it_fills
from evaluator.economics.noise import noisy_year
from evaluator.economics.projection import Projection, project, total
from evaluator.economics.stress import stressed
from evaluator.offer import parse_offer
from evaluator.offer.clinician import AboutMe
from evaluator.report.view import build_view
from tests.comparison.samples import compared
from tests.economics.flow.written import CASE, appraised, changed, projected

SCENARIOS = load_assumptions().scenarios
TOUCHED = ("panel-loss", "no-show-spike", "denial-spike", "rate-cut", "referral-drought", "illness")


def under(scenario: str, severity: float = 1.0) -> Projection:
    appraisal = appraised()
    year = appraisal.year(np.zeros((1, len(appraisal.open_names))))
    real = stressed(year, [SCENARIOS[scenario]], severity)
    assert real is not None
    return project(year.inputs, real)


@pytest.mark.parametrize("scenario", TOUCHED)
def test_no_severity_is_the_year_as_planned(scenario: str) -> None:
    base, same = projected(), under(scenario, 0.0)
    assert same.keep_usd == pytest.approx(base.keep_usd)
    assert same.collected_usd == pytest.approx(base.collected_usd)


@pytest.mark.parametrize("scenario", TOUCHED)
def test_a_bad_year_brings_in_less(scenario: str) -> None:
    base, bad = projected(), under(scenario)
    assert total(bad.collected_usd)[0] < total(base.collected_usd)[0]
    assert bad.collectible_usd == pytest.approx(base.collectible_usd)
    assert total(bad.gross_pay_usd)[0] <= total(base.gross_pay_usd)[0]


def test_no_shows_of_follow_ups_triple_and_evaluations_still_come() -> None:
    """7% to 21% in weeks 20 to 31, so 74% of follow-ups arrive instead of 88%."""
    base, bad = projected(), under("no-show-spike")
    week = 24
    evaluations = 5.95
    follow_ups = base.volume.booked[0, week] - evaluations
    assert bad.volume.kept[0, week] == pytest.approx(evaluations + 0.74 * follow_ups)


def test_half_the_referrals_halve_the_full_week_once_all_cohorts_are_small() -> None:
    base, bad = projected(), under("referral-drought")
    assert bad.volume.booked[0, 28] == pytest.approx(base.volume.booked[0, 28] / 2)


def test_chance_keeps_the_mean_of_the_flow() -> None:
    appraisal = appraised()
    inputs = appraisal.year(np.zeros((1, len(appraisal.open_names)))).inputs
    drawn = project(replace(inputs, cases=400), noisy_year(as_it_fills(inputs), 400))
    assert total(drawn.volume.kept).mean() == pytest.approx(1935.9, rel=0.01)


SILENT = """
format: 1
offer: {name: Silent, discipline: physical_therapy, engagement: employee, evidence: posting}
pay: {structure: per_session, rate: $60}
patient_flow: {}
collections:
  payers:
    - {name: one, mix: 60%, allowed: $98}
    - {name: two, mix: 40%, codes: [{code: "97110", visit: follow_up, minutes: 30}]}
"""


def test_what_is_not_said_is_open_with_a_question_and_a_source() -> None:
    text = SILENT.replace("patient_flow: {}", "patient_flow: {referrals_per_week: vague}")
    appraisal = appraised(text)
    names = {row.term for row in appraisal.money.unknowns}
    flow = {"referrals_per_week", "conversion", "plan_of_care_visits", "visits_per_week", "drop_out", "slots_per_week"}
    assert {f"patient_flow.{name}" for name in flow} <= names
    assert {"attendance.rescheduled", "collections.payers.authorized_visits"} <= names
    assert {"collections.payers.at_desk", "collections.payers.collected_later"} <= names
    assert {"collections.payers.1.codes.0.price", "collections.payers.1.unit_rule"} <= names
    assert "collections.payers.0.evaluation" in names
    for row in appraisal.money.unknowns:
        assert row.ask.endswith("?"), row.term
        assert row.basis.endswith("."), row.term
    low, high = appraisal.money.effective_hourly_usd.low, appraisal.money.effective_hourly_usd.high
    assert low < appraisal.money.effective_hourly_usd.likely < high


def test_silence_never_bills_beyond_the_authorised_visits() -> None:
    silent = changed(", beyond_authorization: stopped", "")
    stated = appraised(changed("beyond_authorization: stopped", "beyond_authorization: billed")).money
    money = appraised(silent).money
    assert [row.term for row in money.unknowns] == ["collections.payers.beyond_authorization"]
    assert money.collected_usd < stated.collected_usd


PER_VISIT = changed(
    CASE["offer"][CASE["offer"].index("pay:") : CASE["offer"].index("patient_flow:")],
    "pay: {structure: per_session, rate: $60, missed_visit: {per_no_show: $0, per_late_cancel: $0}}\n",
)
LINES = [
    line.strip()
    for line in PER_VISIT[PER_VISIT.index("patient_flow:") : PER_VISIT.index("attendance:")].splitlines()[1:]
]


@pytest.mark.parametrize("line", LINES)
def test_taking_a_line_of_the_flow_away_never_promises_more(line: str) -> None:
    stated = appraised(PER_VISIT).money
    silent = appraised(PER_VISIT.replace(f"  {line}\n", "")).money
    assert f"patient_flow.{line.partition(':')[0]}" in [row.term for row in silent.unknowns]
    worse = silent.take_home_usd.low < stated.take_home_usd.likely
    assert worse or silent.effective_hourly_usd.low < stated.effective_hourly_usd.likely
    assert silent.kept_sessions <= stated.kept_sessions + 1e-6


def test_what_the_reader_wants_at_most_limits_the_slots() -> None:
    about = AboutMe.model_validate({"value_of_hour": "$40", "sessions_per_week": "30"})
    file = parse_offer(CASE["offer"].encode(), file="case.yaml", questions={})
    comparison = compared(file, about=about)
    assert comparison.offers[0].money.kept_sessions < 30 * 48


def test_a_therapist_and_a_physical_therapist_in_one_report() -> None:
    folder = Path(__file__).parents[2] / "cases"
    files = [
        parse_offer(yaml.safe_load(path.read_text("utf-8"))["offer"].encode(), file=path.name, questions={})
        for path in (folder / "a-contractor-60-40.yaml", folder / "e-physical-therapist.yaml")
    ]
    about = AboutMe.model_validate({"value_of_hour": "$40", "missed_slot_used": "50%"})
    comparison = compared(*files, about=about)
    assert [round(offer.money.effective_hourly_usd.likely, 2) for offer in comparison.offers] == [44.03, 53.79]
    assert comparison.lead.leader == "e-physical-therapist"
    assert build_view(comparison).sections


def test_pay_by_visit_type_follows_the_flow_and_not_a_stated_mix() -> None:
    """$90 for 5.95 evaluations and $70 for 39.130896 follow-ups in a full week; the mix of 50% counts for nothing.

    Over the year 285.6 evaluations and 1,650.302607 follow-ups.
    """
    salary = CASE["offer"][CASE["offer"].index("pay:") : CASE["offer"].index("patient_flow:")]
    rates = (
        "pay:\n  structure: per_session\n  rates:\n"
        "    - {name: evaluation, amount: $90, mix: 50%, visit_type: evaluation}\n"
        "    - {name: follow-up, amount: $70, mix: 50%, visit_type: follow-up}\n"
        "  missed_visit: {per_no_show: $0, per_late_cancel: $0}\n"
    )
    p = projected(changed(salary, rates))
    assert p.full_earned_usd[0] == pytest.approx(48 * (90 * 5.95 + 70 * 39.130896), abs=0.01)
    assert total(p.earned_usd)[0] == pytest.approx(90 * 285.6 + 70 * 1_650.302607, abs=0.01)
