"""Properties that hold under a condition only; the plain version of each is false (economics 2.20).

A longer ramp can raise what is kept where pay is fixed, more no-shows can where missed visits pay more than kept ones.
"""

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from evaluator.economics.projection import Projection
from tests.economics.random_offers import changed, money, offers, percent, projected

CLOSE = 1e-6

PLAIN_PAY = st.one_of(
    st.fixed_dictionaries(
        {
            "structure": st.just("percentage"),
            "share": percent(30, 90),
            "of": st.just("collected"),
            "fees_off_the_top": percent(0, 8),
            "deduction_per_session": money(0, 5),
            "missed_visit": st.just({"fee": "$0", "enforceable": "0%", "collected": "0%", "clinician_share": "0%"}),
        }
    ),
    st.fixed_dictionaries(
        {
            "structure": st.just("per_session"),
            "rate": money(25, 120),
            "missed_visit": st.just({"per_no_show": "$0", "per_late_cancel": "$0"}),
        }
    ),
)


@st.composite
def plain_offers(draw: st.DrawFn) -> dict[str, Any]:
    """Pay in proportion to kept sessions, without floor, benefits or required presence."""
    tree = draw(offers("per_session"))
    ramp = {"weeks": str(draw(st.integers(0, 20))), "starts_at": draw(percent(0, 90)), "shape": "linear"}
    return changed(
        tree,
        pay=draw(PLAIN_PAY),
        caseload={"sessions_per_week": "24", "ramp": ramp},
        hours__presence_per_week="0",
        hours__weekly_paid="0%",
        benefits="none",
        costs__per_session=draw(money(0, 10)),
    )


def a_session_adds(year: Projection) -> bool:
    """Whether one more kept session adds to what is kept, after costs, payroll tax and its unpaid time."""
    kept = year.volume.kept.sum()
    pay, unpaid = year.earned_usd.sum() / max(kept, 1e-9), year.worked.documentation.sum() / max(kept, 1e-9)
    cost = float(year.inputs.session_cost_usd[0, 0])
    missed = year.worked.missed.sum() / max(kept, 1e-9)
    return bool((pay - cost) * 0.92 > 40 * (unpaid + missed) + 0.01)


@settings(max_examples=60)
@given(plain_offers(), st.integers(1, 25))
def test_a_longer_ramp_keeps_less_where_a_session_adds(tree: dict[str, Any], more: int) -> None:
    longer = changed(tree, caseload__ramp__weeks=str(int(tree["caseload"]["ramp"]["weeks"]) + more))
    before, after = projected(tree), projected(longer)
    assume(a_session_adds(before))
    assert after.keep_usd[0] <= before.keep_usd[0] + CLOSE
    assert after.effective_hourly_usd[0] <= before.effective_hourly_usd[0] + CLOSE


@settings(max_examples=60)
@given(plain_offers(), st.integers(1, 20))
def test_more_no_shows_keep_less_where_they_pay_less_than_sessions(tree: dict[str, Any], points: int) -> None:
    worse = changed(tree, attendance__no_show=f"{float(tree['attendance']['no_show'][:-1]) + points}%")
    before, after = projected(tree), projected(worse)
    assume(a_session_adds(before))
    assert after.keep_usd[0] <= before.keep_usd[0] + CLOSE


def test_the_plain_version_is_false_for_a_salary() -> None:
    """Fewer sessions at the same salary cost less: each of them costs its own $10, and pays nothing."""
    tree = {
        "format": "1",
        "offer": {"name": "salary", "evidence": "contract", "engagement": "employee"},
        "pay": {"structure": "salary", "salary": "$70,000"},
        "caseload": {"sessions_per_week": "25", "ramp": {"weeks": "4", "starts_at": "20%"}},
        "attendance": {"no_show": "6%", "late_cancel": "4%", "refilled": "0%"},
        "collections": {"per_session": "$110"},
        "hours": {
            "session_minutes": "53",
            "documentation_minutes": "10",
            "weekly": "8",
            "presence_per_week": "40",
            "contract_per_week": "40",
            "weeks_off": "4",
        },
        "costs": {"yearly": "$0", "per_session": "$10"},
        "benefits": "none",
    }
    longer = changed(tree, caseload__ramp__weeks="30")
    assert projected(longer).keep_usd[0] > projected(tree).keep_usd[0]
