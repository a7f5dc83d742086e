"""The measures of the worked example, each beside its arithmetic, and where its planned visits are lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator.economics.figures import FlowFigures, FlowMetric
from tests.economics.flow.written import appraised, changed

WITH_COST = changed("  evaluation_minutes: 55", "  clinic_cost_per_visit: $28\n  evaluation_minutes: 55")
# name: in the year, in a full week
EXPECTED: dict[str, tuple[float | None, float | None]] = {
    "net_collected_per_visit": (88.846591, 88.289337),  # 171,998.347565 / 1,935.902607; 3,980.162367 / 45.080896
    "visits_per_referral": (5.761615, 6.440128),  # 1,935.902607 / 336; 45.080896 / 7
    "visits_per_episode": (6.778370, 7.576621),  # / 285.6; / 5.95
    "conversion": (0.85, 0.85),
    "plan_completion": (0.379724, 0.379724),  # .75 x .94^11
    "adherence": (0.564864, 0.631385),  # 6.778370 / 12; 7.576621 / 12
    "utilization_booked": (0.865763, 0.969556),  # 2,160.943871 / 2,496; 50.416927 / 52
    "utilization_arrived": (0.775602, 0.866940),
    "arrival_rate": (0.895860, 0.894162),
    "net_collection_rate": (0.958338, None),  # 171,998.347565 / 179,475.629031
    "value_of_a_referral": (511.899844, 568.594624),
    "cost_per_visit": (86.126489, None),  # (93,062.909001 x 1.0765 + 12,345) / 1,935.902607 = 58.126489, + 28
    "clinician_cost_per_visit": (58.126489, None),
    "margin_per_visit": (2.720102, None),
}


def figures(text: str = WITH_COST) -> FlowFigures:
    found = appraised(text).money.flow
    assert found is not None
    return found


def metrics(text: str = WITH_COST) -> dict[str, FlowMetric]:
    return {metric.name: metric for metric in figures(text).metrics}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_measures_of_the_example(name: str) -> None:
    metric, (year, full_week) = metrics()[name], EXPECTED[name]
    assert metric.year == pytest.approx(year, abs=2e-6)
    if full_week is not None:
        assert metric.full_week == pytest.approx(full_week, abs=2e-6)


def test_every_measure_has_a_formula_and_a_value_or_a_reason() -> None:
    for metric in metrics().values():
        assert metric.formula
        assert metric.year is not None or metric.missing, metric.name
    without = metrics(WITH_COST.replace("  clinic_cost_per_visit: $28\n", ""))
    assert without["margin_per_visit"].year is None
    assert without["margin_per_visit"].missing == "the clinic's own cost of a visit is not stated"


def test_units_authorisations_and_the_desk() -> None:
    """Medicare: 1 unit in 5.95 x .4 evaluations, 3 in its follow-ups; capped: 10 visits for 5.95 x .25 episodes a week.

    Desk: only the commercial payers tell the desk from later, and both say 90%.
    """
    found = metrics()
    staying = [0.94**j for j in range(1, 12)]
    follow_ups = 0.88 * sum(staying)
    assert found["units_per_visit"].full_week == pytest.approx((1 + 3 * follow_ups) / (1 + follow_ups), abs=1e-6)
    billed = 1 + 0.88 * sum(staying[:9])
    assert found["authorization_capture"].full_week == pytest.approx(billed / 10, abs=1e-6)
    assert found["unbillable_visits"].year == 0
    assert found["copay_at_visit"].year == pytest.approx(0.9)


def test_visits_given_and_not_billed_are_counted() -> None:
    given_away = metrics(WITH_COST.replace("beyond_authorization: stopped", "beyond_authorization: not_billed"))
    more = 5.95 * 0.25 * (0.94**10 + 0.94**11) * 0.88
    assert given_away["unbillable_visits"].full_week == pytest.approx(more, abs=1e-6)


def test_one_amount_for_a_visit_does_not_tell_what_is_allowed_or_billed() -> None:
    payers = WITH_COST[WITH_COST.index("  payers:") : WITH_COST.index("hours:")]
    silent = metrics(WITH_COST.replace(payers, "  per_session: $84\n"))
    assert silent["net_collected_per_visit"].year == pytest.approx(84)
    for name in ("net_collection_rate", "unbillable_visits"):
        assert (silent[name].year, silent[name].full_week) == (None, None)
        assert silent[name].missing == "no payer's terms are stated"


def test_where_planned_visits_are_lost() -> None:
    """285.6 x 12 = 3,427.2 planned, 1,935.902607 kept; 285.6 x (11 - sum of .94^1 to .94^11) stopped by drop-out."""
    found = figures()
    lost = {row.name: row.visits for row in found.lost}
    staying = [0.94**j for j in range(1, 12)]
    assert found.planned_visits == pytest.approx(3_427.2)
    assert lost["drop_out"] == pytest.approx(285.6 * (11 - sum(staying)), abs=1e-5)
    assert lost["authorization"] == pytest.approx(285.6 * 0.25 * sum(staying[9:]), abs=1e-5)
    assert lost["no_slot"] == 0
    assert lost["missed"] == pytest.approx(2_160.943871 - 1_935.902607, abs=1e-5)
    assert sum(lost.values()) + found.kept_visits == pytest.approx(found.planned_visits, abs=1e-4)
    drop_out = next(row for row in found.lost if row.name == "drop_out")
    assert drop_out.worth_usd == pytest.approx(drop_out.visits * 88.289337, rel=1e-6)


@settings(max_examples=30)
@given(st.integers(10, 60), st.integers(0, 100), st.sampled_from(["1", "2", "2.5", "3"]), st.integers(2, 20))
def test_planned_visits_are_kept_or_lost_somewhere(slots: int, again: int, per_week: str, planned: int) -> None:
    text = WITH_COST.replace("slots_per_week: 52", f"slots_per_week: {slots}")
    text = text.replace("rescheduled: 0%", f"rescheduled: {again}%").replace(
        "visits_per_week: 2", f"visits_per_week: {per_week}"
    )
    found = figures(text.replace("plan_of_care_visits: 12", f"plan_of_care_visits: {planned}"))
    assert sum(row.visits for row in found.lost) + found.kept_visits == pytest.approx(found.planned_visits, abs=1e-4)
    assert all(row.visits >= -1e-6 for row in found.lost)
    assert all(metric.year is None or metric.year <= 1 + 1e-9 for metric in found.metrics if metric.unit == "share")


def test_an_offer_without_referrals_has_no_such_figures() -> None:
    plain = (
        "format: 1\noffer: {name: Plain, evidence: contract}\npay: {structure: salary, salary: $80,000}\n"
        "caseload: {sessions_per_week: 40}\n"
    )
    assert appraised(plain).money.flow is None
