"""Visits by week: the worked example to the cent, and what holds for any flow of patients."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator.economics.flow.causes import Flow
from evaluator.economics.flow.cohorts import by_week, drop_out_from, follow_ups_by_lag, full_week
from evaluator.economics.flow.filling import arrived, kept_visits
from evaluator.economics.volume import worked_weeks
from tests.economics.flow.written import changed, flows, one, projected

WEEKS = 52
weeks_off = st.integers(0, 12).map(lambda off: worked_weeks(one(off), WEEKS))


def test_the_first_weeks_and_those_after_a_week_off() -> None:
    """Weeks 1 to 5 as the cohorts come in, a full week from week 6, and the dip after the week off in week 10."""
    collected = projected().collected_usd[0]
    expected = [1_117.31, 1_871.76, 2_538.39, 3_127.43, 3_647.90, 3_980.16, 3_980.16]
    assert collected[:7] == pytest.approx(expected, abs=0.005)
    assert collected[9] == 0
    assert collected[10:12] == pytest.approx([3_225.71, 3_313.53], abs=0.005)


def test_a_full_week_of_the_example() -> None:
    flow = projected().planned.flow
    assert flow is not None
    week = full_week(flow)
    assert float(week.scheduled[0, 0]) == pytest.approx(50.416927, abs=5e-7)
    assert float(week.follow_ups[0, 0]) == pytest.approx(44.466927, abs=5e-7)
    assert float(kept_visits(flow, week)[0, 0]) == pytest.approx(45.080896, abs=5e-7)


def test_drop_out_from_the_share_that_completes() -> None:
    """With 8% after each visit, .92^11 = 39.96% reach the twelfth; with a quarter capped below it, 29.97%."""
    assert pytest.approx(0.2997, abs=5e-5) == 0.75 * 0.92**11
    assert drop_out_from(one(0.92**11), one(12))[0, 0] == pytest.approx(0.08)
    by_completion = projected(changed("drop_out: 6%", "completion: 50.6293%"))  # .94^11
    assert by_completion.collectible_usd[0] == pytest.approx(191_047.79, rel=1e-5)


def test_visits_fall_as_many_weeks_after_the_evaluation_as_their_number_says() -> None:
    """Five visits, two a week, nobody stops: visit 2 in the same week, 3 and 4 one week later, 5 two weeks later."""
    assert follow_ups_by_lag(one(5), one(2), one(0)).tolist() == [[1.0, 2.0, 1.0]]
    assert follow_ups_by_lag(one(1), one(2), one(0)).sum() == 0
    assert follow_ups_by_lag(one(2.5), one(1), one(0)).tolist() == [[0.0, 1.0, 0.5]]


@given(flows(), weeks_off)
def test_never_more_visits_than_slots(flow: Flow, worked: np.ndarray) -> None:
    slots = np.where(worked > 0, flow.slots, 0)
    for weeks, room in ((by_week(flow, worked, worked), slots * worked), (full_week(flow), flow.slots)):
        assert (weeks.scheduled <= np.broadcast_to(room, weeks.scheduled.shape) + 1e-9).all()
        assert (kept_visits(flow, weeks) <= weeks.scheduled + 1e-9).all()
        assert (weeks.unserved >= -1e-9).all()


@given(flows(), weeks_off)
def test_nothing_is_billed_that_was_not_delivered_and_nothing_beyond_the_cap(flow: Flow, worked: np.ndarray) -> None:
    weeks = by_week(flow, worked, worked)
    for one_class, delivered, billed in zip(flow.classes, weeks.delivered_by_class, weeks.billed_by_class, strict=True):
        assert (billed <= delivered + 1e-9).all()
        share = one_class.mix / sum(other.mix for other in flow.classes)
        evaluated = float((weeks.evaluations * share).sum())
        assert float(billed.sum()) <= (float(one_class.billed[0, 0]) - 1) * evaluated + 1e-6
    assert sum(float(arrived(flow, one_class).sum()) for one_class in weeks.delivered_by_class) == pytest.approx(
        float((flow.arrival * weeks.follow_ups).sum()), abs=1e-6
    )


@given(flows())
def test_every_planned_visit_of_a_cohort_is_somewhere(flow: Flow) -> None:
    """Planned = delivered in some week + stopped by drop-out + stopped by a cap, for one cohort with room and time."""
    roomy = replace(flow, slots=one(np.inf))
    once = np.zeros((1, WEEKS))
    once[0, 0] = 1.0
    weeks = by_week(roomy, np.ones((1, WEEKS)), once)
    cohort = float(weeks.evaluations.sum())
    planned = int(flow.planned_visits[0, 0])
    staying = (1 - float(flow.drop_out[0, 0])) ** np.arange(1, planned)
    mixes = sum(one_class.mix for one_class in flow.classes)
    for one_class, delivered in zip(flow.classes, weeks.delivered_by_class, strict=True):
        size = cohort * float((one_class.mix / mixes)[0, 0])
        dropped = size * float((1 - staying).sum())
        capped = size * float(staying[int(one_class.delivered[0, 0]) - 1 :].sum())
        assert float(delivered.sum()) + dropped + capped == pytest.approx(size * (planned - 1), abs=1e-6)


@given(flows())
def test_the_weeks_come_to_the_full_week_when_all_cohorts_are_there(flow: Flow) -> None:
    weeks, full = by_week(flow, np.ones((1, 260)), np.ones((1, 260))), full_week(flow)
    if np.isinf(flow.slots).all():
        assert weeks.scheduled[0, -1] == pytest.approx(float(full.scheduled[0, 0]), abs=1e-6)
    else:
        assert weeks.scheduled[0, -26:].mean() == pytest.approx(float(full.scheduled[0, 0]), rel=0.02, abs=1e-6)


@given(flows(), st.integers(1, 40))
def test_a_week_off_takes_its_visits_and_those_that_its_evaluations_would_have_led_to(flow: Flow, off: int) -> None:
    flow = replace(flow, slots=one(np.inf))
    every, without = np.ones((1, WEEKS)), np.ones((1, WEEKS))
    without[0, off] = 0
    before, after = by_week(flow, every, every).scheduled, by_week(flow, without, without).scheduled
    assert after[0, off] == 0
    assert (after <= before + 1e-9).all()
    lags = int((float(flow.planned_visits[0, 0]) - 1) // float(flow.visits_per_week[0, 0])) + 1
    assert after[0, off + lags + 1 :] == pytest.approx(before[0, off + lags + 1 :])


def test_a_short_schedule_loses_visits_and_says_how_many() -> None:
    """With 40 slots for 50.4 wanted, x of the evaluations and follow-ups find one: 5.95 x + 44.466927 x^2 = 40."""
    p = projected(changed("slots_per_week: 52", "slots_per_week: 40"))
    flow = p.planned.flow
    assert flow is not None
    week = full_week(flow)
    share = (-5.95 + np.sqrt(5.95**2 + 4 * 44.466927 * 40)) / (2 * 44.466927)
    assert float(week.served[0, 0]) == pytest.approx(share)
    assert float(week.scheduled[0, 0]) == pytest.approx(40)
    assert (p.volume.booked <= 40 + 1e-9).all()
    assert float(by_week(flow, p.inputs.worked, p.inputs.worked).unserved.sum()) > 0


@pytest.mark.parametrize("beyond", ["stopped", "not_billed", "billed"])
def test_visits_beyond_the_authorised_ones(beyond: str) -> None:
    """Visits 11 and 12 of a quarter of the patients: .94^10 + .94^11 of each; given or not, billed or not."""
    p, stopped = projected(changed("beyond_authorization: stopped", f"beyond_authorization: {beyond}")), projected()
    more = 5.95 * 0.25 * (0.94**10 + 0.94**11) * 0.88
    kept, money = p.full.kept.max() - stopped.full.kept.max(), p.collectible_usd[0] - stopped.collectible_usd[0]
    assert kept == pytest.approx(0 if beyond == "stopped" else more)
    assert money == pytest.approx(48 * more * 93.3107 if beyond == "billed" else 0, abs=0.001)
