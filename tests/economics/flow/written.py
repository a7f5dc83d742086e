"""The worked example of a physical therapist, and flows of patients made for tests."""

from pathlib import Path
from typing import Any

import numpy as np
import yaml
from hypothesis import strategies as st

from evaluator.economics import Appraisal, Reader, appraise, load_assumptions
from evaluator.economics.flow.causes import Flow, VisitClass
from evaluator.economics.inputs import Array, SessionMoney
from evaluator.economics.projection import Projection
from evaluator.offer import parse_offer
from evaluator.offer.clinician import AboutMe

CASE: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "e-physical-therapist.yaml").read_text(encoding="utf-8")
)


def appraised(text: str = CASE["offer"]) -> Appraisal:
    """An offer as text, seen by the reader of the worked example."""
    about = AboutMe.model_validate({"value_of_hour": "$40", "missed_slot_used": "50%"})
    file = parse_offer(text.encode(), file="case.yaml", questions={})
    return appraise(file, Reader(about, load_assumptions(), 2026, "physical_therapy"))


def projected(text: str = CASE["offer"]) -> Projection:
    """The likely case of an offer."""
    appraisal = appraised(text)
    return appraisal.projection(np.zeros((1, len(appraisal.open_names))))


def changed(old: str, new: str) -> str:
    """The worked example with some words replaced; they must be there."""
    assert old in CASE["offer"]
    return str(CASE["offer"].replace(old, new))


def one(value: float) -> Array:
    return np.array([[float(value)]])


def visit_class(mix: float, delivered: float, billed: float) -> VisitClass:
    money = SessionMoney(one(100), one(90), one(5), one(2), one(3))
    zero = one(0)
    return VisitClass(
        "class", one(mix), one(delivered), one(billed), one(billed), money, money, zero, zero, zero, zero, zero, one(1)
    )


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """Flows with one or two payers, of which one may cap its visits."""
    planned = draw(st.integers(1, 24))
    cap = draw(st.integers(1, 30))
    mix = draw(st.sampled_from([0.2, 0.5, 1.0]))
    classes = [visit_class(mix, min(planned, cap), min(planned, cap))]
    if mix < 1:
        classes.append(visit_class(1 - mix, planned, min(planned, draw(st.integers(1, 30)))))

    def share(most: float = 1.0) -> Array:
        return one(draw(st.integers(0, 100)) / 100 * most)

    return Flow(
        referrals=one(draw(st.integers(0, 120)) / 4),
        conversion=share(),
        planned_visits=one(planned),
        visits_per_week=one(draw(st.sampled_from([0.5, 1, 1.5, 2, 2.5, 3, 5]))),
        drop_out=share(0.5),
        slots=one(draw(st.sampled_from([5, 20, 45.5, 60, np.inf]))),
        rescheduled=share(),
        no_show=share(0.4),
        late_cancel=share(0.4),
        evaluation_hours=one(1),
        follow_up_hours=one(0.75),
        evaluation_documentation_hours=one(0.25),
        follow_up_documentation_hours=one(0.1),
        classes=tuple(classes),
    )
