"""Random offers for property tests: every money term stated, so that one engine run is the whole truth."""

from copy import deepcopy
from typing import Any

import numpy as np
from hypothesis import strategies as st

from evaluator.economics import Appraisal, Reader, appraise, load_assumptions
from evaluator.economics.projection import Projection
from evaluator.offer.clinician import AboutMe
from evaluator.offer.terms import Offer, OfferFile

Tree = dict[str, Any]
PLAIN = "percentage per_session salary"
ALL = f"{PLAIN} hourly per_unit base_plus_commission tiered"


def money(low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low * 100, high * 100).map(lambda cents: f"${cents / 100:.2f}")


def percent(low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low * 10, high * 10).map(lambda tenths: f"{tenths / 10}%")


def number(low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low * 4, high * 4).map(lambda quarters: str(quarters / 4))


_missed = st.fixed_dictionaries(
    {
        "fee": money(0, 100),
        "enforceable": percent(0, 100),
        "collected": percent(0, 100),
        "clinician_share": percent(0, 100),
        "per_no_show": money(0, 30),
        "per_late_cancel": money(0, 30),
    }
)
_percentage = st.fixed_dictionaries(
    {
        "structure": st.just("percentage"),
        "share": percent(20, 95),
        "of": st.just("collected"),
        "fees_off_the_top": percent(0, 10),
        "deduction_per_session": money(0, 10),
        "missed_visit": _missed,
    }
)
_per_session = st.fixed_dictionaries(
    {"structure": st.just("per_session"), "rate": money(20, 120), "missed_visit": _missed}
)
_salary = st.fixed_dictionaries(
    {
        "structure": st.just("salary"),
        "salary": money(30_000, 150_000),
        "bonus": st.fixed_dictionaries(
            {
                "per_session": money(0, 60),
                "above": st.integers(0, 1200).map(str),
                "per": st.sampled_from(["week", "month", "year"]),
            }
        ),
    }
)
_no_share = st.fixed_dictionaries({"per_no_show": money(0, 30), "per_late_cancel": money(0, 30)})
_hourly = st.fixed_dictionaries(
    {
        "structure": st.just("hourly"),
        "hourly_rate": money(15, 80),
        "paid_for": st.sampled_from(["session_hours", "contract_hours"]),
        "missed_visit": _no_share,
    }
)
_per_unit = st.fixed_dictionaries(
    {
        "structure": st.sampled_from(["per_unit", "per_point"]),
        "unit_rate": money(5, 40),
        "units_per_session": number(1, 5),
        "missed_visit": _no_share,
    }
)
_commission = st.one_of(
    st.fixed_dictionaries({"base_salary": money(10_000, 60_000), "commission_per_session": money(0, 40)}),
    st.fixed_dictionaries(
        {
            "base_hourly": money(10, 40),
            "commission_share": percent(0, 30),
            "of": st.just("collected"),
            "fees_off_the_top": percent(0, 10),
            "deduction_per_session": money(0, 10),
        }
    ),
).map(lambda terms: {"structure": "base_plus_commission", **terms})


@st.composite
def _tiered(draw: st.DrawFn) -> Tree:
    """Two to four rising tiers of shares or amounts, by sessions or collections."""
    size, by_sessions, by_amount = draw(st.integers(2, 4)), draw(st.booleans()), draw(st.booleans())
    rates = sorted(draw(st.lists(st.integers(200, 900), min_size=size, max_size=size, unique=True)))
    starts = sorted(draw(st.lists(st.integers(1, 1500), min_size=size - 1, max_size=size - 1, unique=True)))
    tiers = [{"per_session": f"${rate / 10:.2f}"} if by_amount else {"share": f"{rate / 10}%"} for rate in rates]
    for tier, start in zip(tiers[1:], starts, strict=True):
        tier["from_sessions" if by_sessions else "from_collections"] = (
            str(start) if by_sessions else f"${40 * start:.2f}"
        )
    return {
        "structure": "tiered",
        "per": draw(st.sampled_from(["week", "month", "year"])),
        "method": draw(st.sampled_from(["each_tier", "all_sessions"])),
        "tiers": tiers,
        "of": "collected",
        "fees_off_the_top": draw(percent(0, 10)),
        "deduction_per_session": draw(money(0, 10)),
        "missed_visit": draw(_missed),
    }


guarantees = st.fixed_dictionaries(
    {
        "amount": money(100, 6000),
        "per": st.sampled_from(["week", "month"]),
        "periods": st.integers(1, 12).map(str),
        "recoverable": st.just("yes"),
        "recoup_share": percent(0, 100),
        "recoup_floor": money(0, 6000),
        "balance_at_end": st.sampled_from(["owed", "forgiven"]),
    }
)
_bonus = st.fixed_dictionaries(
    {
        "amount": money(0, 50),
        "paid": st.sampled_from(["once", "each_above", "all_sessions"]),
        "at_sessions": st.integers(0, 1000).map(str),
        "per": st.sampled_from(["week", "month", "year"]),
    }
)
_beside = st.fixed_dictionaries(
    {},
    optional={
        "guarantee": guarantees,
        "bonuses": st.lists(_bonus, min_size=1, max_size=3),
        "bonus_cap": money(0, 10_000),
        "one_time": st.lists(
            st.fixed_dictionaries({"name": st.just("sign-on"), "amount": money(0, 9000), "kept_after": number(0, 100)}),
            min_size=1,
            max_size=2,
        ),
        "stipends": st.lists(
            st.fixed_dictionaries(
                {
                    "name": st.just("health"),
                    "amount": money(0, 600),
                    "per": st.sampled_from(["week", "month", "year"]),
                    "above_sessions": number(1, 30),
                    "after_weeks": number(0, 30),
                }
            ),
            min_size=1,
            max_size=2,
        ),
        "run_out": number(0, 8),
        "late_notes": st.fixed_dictionaries({"sessions": percent(0, 30), "unpaid": percent(0, 100)}),
    },
)
_benefits_when = st.fixed_dictionaries({}, optional={"above_sessions": number(1, 30), "after_weeks": number(0, 30)})
_ramps = st.one_of(
    st.fixed_dictionaries(
        {"weeks": number(0, 60), "starts_at": percent(0, 100), "shape": st.sampled_from(["linear", "s_curve"])}
    ),
    st.tuples(percent(0, 100), percent(0, 100)).map(
        lambda shares: {"steps": [{"from_week": "1", "share": shares[0]}, {"from_week": "7", "share": shares[1]}]}
    ),
)
_clients = st.fixed_dictionaries(
    {
        "per_week": number(1, 4),
        "sessions_per_client": st.sampled_from(["0.5", "0.75", "1"]),
        "discharged_per_week": percent(1, 10),
        "at_start": st.integers(0, 20).map(str),
    }
)
_caseload = st.one_of(
    st.fixed_dictionaries({"sessions_per_week": number(5, 40), "ramp": _ramps}),
    st.fixed_dictionaries({"sessions_per_week": number(5, 40), "new_clients": _clients}),
)


@st.composite
def payers(draw: st.DrawFn) -> list[Tree]:
    first = draw(st.integers(10, 90))
    rows = []
    for name, mix in (("one", first), ("two", 100 - first)):
        allowed = draw(st.integers(60, 200))
        rows.append(
            {
                "name": name,
                "mix": f"{mix}%",
                "allowed": f"${allowed}",
                "patient_part": f"${draw(st.integers(0, allowed))}",
                "denied": draw(percent(0, 30)),
                "recovered": draw(percent(0, 100)),
                "patient_part_collected": draw(percent(50, 100)),
                "other_reductions": draw(percent(0, 5)),
            }
        )
    return rows


@st.composite
def offers(draw: st.DrawFn, structures: str = PLAIN, engagement: str = "", beside: bool = False) -> Tree:
    """The tree of a fully stated offer, as text values; `beside` adds what may stand beside any pay."""
    pays: dict[str, st.SearchStrategy[Tree]] = {
        "percentage": _percentage,
        "per_session": _per_session,
        "salary": _salary,
        "hourly": _hourly,
        "per_unit": _per_unit,
        "base_plus_commission": _commission,
        "tiered": _tiered(),
    }
    return {
        "format": "1",
        "offer": {
            "name": "random",
            "evidence": "contract",
            "engagement": engagement or draw(st.sampled_from(["employee", "contractor", "partner"])),
        },
        "pay": {**draw(st.one_of([pays[name] for name in structures.split()])), **(draw(_beside) if beside else {})},
        "benefits_when": draw(_benefits_when) if beside else {},
        "caseload": draw(_caseload),
        "attendance": draw(
            st.fixed_dictionaries(
                {"no_show": percent(0, 30), "late_cancel": percent(0, 20), "refilled": percent(0, 100)}
            )
        ),
        "collections": {"payers": draw(payers())},
        "hours": draw(
            st.fixed_dictionaries(
                {
                    "session_minutes": st.sampled_from(["30", "45", "53", "60"]),
                    "documentation_minutes": number(0, 25),
                    "weekly": number(0, 15),
                    "weekly_paid": percent(0, 100),
                    "paid_hour": money(0, 60),
                    "presence_per_week": number(0, 45),
                    "contract_per_week": number(20, 45),
                    "weeks_off": number(0, 8),
                }
            )
        ),
        "costs": draw(st.fixed_dictionaries({"yearly": money(0, 6000), "per_session": money(0, 15)})),
        "benefits": draw(money(0, 15_000)),
    }


def changed(tree: Tree, **changes: Any) -> Tree:
    """A copy with some terms changed; `pay__share="70%"` reaches into groups."""
    copy = deepcopy(tree)
    for path, value in changes.items():
        *groups, last = path.split("__")
        group = copy
        for name in groups:
            group = group[name]
        group[last] = value
    return copy


def appraised(tree: Tree, hour_value: str = "$40") -> Appraisal:
    file = OfferFile("random", "random.yaml", "", "", Offer.model_validate(tree), {}, {})
    about = AboutMe.model_validate({"value_of_hour": hour_value, "missed_slot_used": "50%"})
    return appraise(file, Reader(about, load_assumptions(), 2026, "psychotherapy"))


def projected(tree: Tree, hour_value: str = "$40") -> Projection:
    appraisal = appraised(tree, hour_value)
    assert appraisal.open_names == ()
    return appraisal.projection(np.zeros((1, 0)))
