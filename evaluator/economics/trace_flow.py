"""The lines of a trace from referrals to kept visits, and what an evaluation brings in.

In: a projection whose visits follow from referrals, its payers. Out: `TraceLine`s. Must not compute any figure in a
second way: visits come from the cohorts that the engine uses.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from evaluator.economics.flow.causes import Flow
from evaluator.economics.flow.cohorts import by_week, full_week
from evaluator.economics.payers import PayerRates
from evaluator.economics.projection import Projection
from evaluator.economics.trace_line import TraceLine, first_of, sum_of
from evaluator.economics.trace_sources import Sources

GROUP = "patient_flow."
PLAN = ("plan_of_care_visits", "visits_per_week", "drop_out", "completion")
LIMITS = ("authorized_visits", "beyond_authorization", "yearly_threshold", "above_threshold")


def visits(p: Projection, flow: Flow, payers: int, sources: Sources) -> Iterator[TraceLine]:
    """Referrals, evaluations, follow-ups, what found no slot, what was missed and kept, and a full week."""
    section, weeks, full = (
        "Sessions that follow from referrals",
        by_week(flow, p.inputs.worked, p.inputs.worked),
        full_week(flow),
    )

    def line(label: str, value: float, formula: str, *groups: str, unit: str = "visits") -> TraceLine:
        return TraceLine(section, label, value, unit, formula, sources.terms(*groups))

    limits = [f"collections.payers.{place}{name}" for place in _places(payers) for name in LIMITS]
    off = "52 weeks a year less weeks off, spread evenly"
    yield line("Worked weeks", sum_of(p.inputs.worked), off, "hours.weeks_off", unit="weeks")
    yield line(
        "Patients who want to come",
        sum_of(flow.referrals * p.inputs.worked),
        "referrals and people without one a week × worked weeks",
        *(GROUP + name for name in ("referrals_per_week", "direct_access_per_week")),
        unit="clients",
    )
    yield line(
        "Evaluations",
        sum_of(weeks.evaluations),
        "patients who want to come × share who come to an evaluation, as far as the schedule has room",
        *(GROUP + name for name in ("conversion", "slots_per_week")),
    )
    yield line(
        "Follow-ups booked",
        sum_of(weeks.follow_ups),
        "for each evaluation the visits of its plan that are not lost to drop-out, to the end of an authorisation, to "
        "a week off or to a full schedule, and a second booking for missed ones that are made up",
        *(GROUP + name for name in PLAN),
        "attendance.rescheduled",
        *limits,
    )
    yield line("Found no slot", sum_of(weeks.unserved), "visits for which the schedule had no room; they are lost")
    yield from _missed_and_kept(p, line)
    yield line(
        "Kept in a full week",
        first_of(full.evaluations + flow.arrival * full.follow_ups),
        "the same in a week in which the patients of all earlier weeks are there",
    )


def _missed_and_kept(p: Projection, line: Callable[..., TraceLine]) -> Iterator[TraceLine]:
    both = "evaluations + follow-ups booked"
    yield line("Booked, with the time it takes to fill", sum_of(p.volume.booked), both)
    for label, missed, term in (
        ("Missed by no-shows", p.volume.no_shows, "attendance.no_show"),
        ("Missed by late cancellations", p.volume.late_cancels, "attendance.late_cancel"),
    ):
        yield line(label, sum_of(missed), "follow-ups booked × share of them; an evaluation that counts was kept", term)
    yield line("Kept", sum_of(p.volume.kept), "booked with the time it takes to fill − missed")
    full = "visits kept in a full week × worked weeks"
    yield line("Kept, all cohorts present from the first week", sum_of(p.full.kept), full)


def _places(payers: int) -> Sequence[str]:
    return ("", *(f"{index}." for index in range(payers)))


def evaluations(payer: PayerRates, index: int, sources: Sources) -> Iterator[TraceLine]:
    """What one payer's evaluation is allowed and brings in."""
    section, money = "What a kept session brings in", payer.evaluation_money()
    uses = sources.terms(f"collections.payers.{index}.evaluation", f"collections.payers.{index}.codes")
    allowed, collected = float(np.ravel(money.allowed_usd)[0]), float(np.ravel(money.collected_usd)[0])
    formula = "contracted amount of an evaluation visit, or what its codes come to"
    yield TraceLine(section, f"{payer.name}: evaluation allowed", round(allowed, 6), "usd", formula, uses)
    less = "evaluation allowed, less the same shares as of a session"
    yield TraceLine(section, f"{payer.name}: evaluation collected", round(collected, 6), "usd", less)
