"""The measures from referral to cash, by name, and where planned visits are lost (economics 2.18).

In: a projection whose visits follow from referrals. Out: `FlowFigures`. Must not compute visits or pay.
"""

from collections.abc import Callable, Iterator
from typing import Literal, overload

import numpy as np

from evaluator.economics.figures import FlowFigures, FlowMetric, LostVisits
from evaluator.economics.flow.causes import Flow
from evaluator.economics.flow.cohorts import Visits, by_week, full_week
from evaluator.economics.flow.period import Period, period_of
from evaluator.economics.inputs import Array, PayrollTax
from evaluator.economics.projection import Projection, total

Of = Callable[[Period], float | None]
Unit = Literal["usd", "share", "visits", "units"]


def flow_figures(p: Projection, clinic_cost_usd: float | None) -> FlowFigures | None:
    """The figures of the likely case; none where visits do not follow from referrals.

    `clinic_cost_usd` is what a visit costs the clinic beside its clinician, if the offer says so.
    """
    flow = p.inputs.flow
    if flow is None:
        return None
    weeks, one_week = by_week(flow, p.inputs.worked, p.inputs.worked), full_week(flow)
    year = period_of(flow, weeks, p.inputs.worked, p.inputs.money)
    full = period_of(flow, one_week, np.ones((1, 1)), p.planned.money)
    each = _share(full.collected_usd, full.kept) or 0.0
    return FlowFigures(
        referrals=_plain(year.referrals),
        evaluations=_plain(year.evaluations),
        planned_visits=_plain(year.planned_visits),
        kept_visits=_plain(year.kept),
        lost=tuple(_lost(flow, weeks, year, each)),
        metrics=(*_of_periods(flow, year, full), *_of_costs(p, year, clinic_cost_usd)),
    )


def _of_periods(flow: Flow, year: Period, full: Period) -> Iterator[FlowMetric]:
    payers = all(one.is_a_payer for one in flow.classes)
    for name, (label, unit, formula, of, missing) in _MEASURES.items():
        if name in _OF_PAYERS and not payers:
            yield FlowMetric(name, label, unit, formula, None, None, _NO_PAYERS)
            continue
        in_year, in_week = (_plain(of(period)) for period in (year, full))
        yield FlowMetric(name, label, unit, formula, in_year, in_week, missing if in_year is None else "")


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole > 0 and np.isfinite(whole) else None


_NO_CODES = "no payer's codes with minutes are stated"
_NO_CAP = "no payer's authorised visits are stated"
_NO_DESK = "what is collected at the visit is not stated"
_NOBODY = "nobody comes"
_NO_PAYERS = "no payer's terms are stated"
_OF_PAYERS = ("unbillable_visits", "net_collection_rate")
"""What one amount for a visit can't tell: it would be nothing unbilled, and all that is allowed collected."""

_MEASURES: dict[str, tuple[str, Unit, str, Of, str]] = {
    "net_collected_per_visit": (
        "Net collected revenue per visit",
        "usd",
        "collected for the visits of the period ÷ visits kept, evaluations among them",
        lambda p: _share(p.collected_usd, p.kept),
        _NOBODY,
    ),
    "visits_per_referral": (
        "Visits per referral",
        "visits",
        "visits kept ÷ patients who wanted to come",
        lambda p: _share(p.kept, p.referrals),
        _NOBODY,
    ),
    "visits_per_episode": (
        "Visits per episode",
        "visits",
        "visits kept ÷ evaluations",
        lambda p: _share(p.kept, p.evaluations),
        _NOBODY,
    ),
    "conversion": (
        "Referral conversion",
        "share",
        "evaluations ÷ patients who wanted to come",
        lambda p: _share(p.evaluations, p.referrals),
        _NOBODY,
    ),
    "plan_completion": (
        "Plan-of-care completion",
        "share",
        "episodes that reach the planned last visit ÷ evaluations",
        lambda p: _share(p.completed_plans, p.evaluations),
        _NOBODY,
    ),
    "adherence": (
        "Plan adherence",
        "share",
        "visits kept ÷ planned visits of all who were evaluated",
        lambda p: _share(p.kept, p.planned_visits),
        _NOBODY,
    ),
    "utilization_booked": (
        "Schedule utilisation, booked",
        "share",
        "visits booked ÷ slots of the schedule",
        lambda p: _share(p.scheduled, p.slots),
        _NOBODY,
    ),
    "utilization_arrived": (
        "Schedule utilisation, arrived",
        "share",
        "visits kept ÷ slots of the schedule",
        lambda p: _share(p.kept, p.slots),
        _NOBODY,
    ),
    "arrival_rate": (
        "Arrival rate",
        "share",
        "visits kept ÷ visits booked",
        lambda p: _share(p.kept, p.scheduled),
        _NOBODY,
    ),
    "units_per_visit": (
        "Timed units per visit",
        "units",
        "billed timed units ÷ visits kept, of payers whose codes are stated",
        lambda p: _share(p.timed_units, p.visits_with_units),
        _NO_CODES,
    ),
    "authorization_capture": (
        "Authorisation capture",
        "share",
        "visits billed ÷ visits authorised, of payers that authorise",
        lambda p: _share(p.billed_of_authorized, p.authorized),
        _NO_CAP,
    ),
    "unbillable_visits": (
        "Visits given and not billed",
        "visits",
        "visits kept beyond what may be billed; none is the target",
        lambda p: p.unbillable,
        "",
    ),
    "copay_at_visit": (
        "Patients' part collected at the visit",
        "share",
        "patients' dollars collected at the desk ÷ patients' dollars due",
        lambda p: _share(p.patient_at_desk_usd, p.patient_due_usd),
        _NO_DESK,
    ),
    "net_collection_rate": (
        "Net collection rate",
        "share",
        "collected ÷ allowed",
        lambda p: _share(p.collected_usd, p.allowed_usd),
        _NOBODY,
    ),
    "value_of_a_referral": (
        "Value of a referral",
        "usd",
        "visits per referral × net collected revenue per visit",
        lambda p: _share(p.collected_usd, p.referrals),
        _NOBODY,
    ),
}


def _of_costs(p: Projection, year: Period, clinic_cost_usd: float | None) -> Iterator[FlowMetric]:
    """Cost and margin of a visit in the year. Pay of a week off belongs to all visits, so a week has no such figure."""
    pay, benefits = float(total(p.gross_pay_usd)[0]), float(total(p.benefits_usd)[0])
    employer = 0.0 if float(p.inputs.contractor[0, 0]) else _employers_half(p.gross_pay_usd[:1], p.inputs.tax)
    clinician = _share(pay + employer + benefits, year.kept)
    cost = None if clinician is None or clinic_cost_usd is None else clinician + clinic_cost_usd
    revenue = _share(year.collected_usd, year.kept)
    margin = None if cost is None or revenue is None else revenue - cost
    missing = "the clinic's own cost of a visit is not stated" if cost is None else ""
    for name, label, formula, value, why in (
        (
            "clinician_cost_per_visit",
            "Clinician's cost per visit",
            "(pay + employer's payroll tax + benefits) ÷ visits kept",
            clinician,
            "",
        ),
        ("cost_per_visit", "Cost per visit", "clinician's cost + clinic's cost of a visit", cost, missing),
        ("margin_per_visit", "Margin per visit", "net collected revenue per visit − cost per visit", margin, missing),
    ):
        yield FlowMetric(name, label, "usd", formula, _plain(value), None, why)


def _employers_half(pay_usd: Array, tax: PayrollTax) -> float:
    """Payroll tax of the employer on these wages: Social Security up to the wage base, and Medicare."""
    yearly = pay_usd.reshape(1, -1, 52).sum(axis=-1)
    capped = np.minimum(yearly, tax.wage_base_usd)
    return float((tax.social_security_rate * capped + tax.medicare_rate * yearly).sum())


def _lost(flow: Flow, weeks: Visits, year: Period, each_usd: float) -> Iterator[LostVisits]:
    """Planned visits that were not kept, by what took them; the rest fell into weeks off or after the year's end."""
    dropped, capped = _by_drop_out_and_caps(flow, year.evaluations)
    no_slot = float((weeks.unserved - (weeks.wanted_evaluations - weeks.evaluations))[0].sum())
    booked = year.scheduled - year.evaluations
    again = float(np.ravel(flow.bookings_a_visit)[0])
    missed = booked / again - (year.kept - year.evaluations)
    rest = year.planned_visits - year.kept - dropped - capped - no_slot / again - missed
    for name, label, visits in (
        ("drop_out", "Patients who stopped coming", dropped),
        ("authorization", "Visits that no authorisation or threshold allowed", capped),
        ("no_slot", "Follow-ups for which the schedule had no room", no_slot / again),
        ("missed", "Missed visits that were not made up", missed),
        ("weeks_off", "Visits that fell into weeks off, or after the year's end", rest),
    ):
        yield LostVisits(name, label, _plain(visits), _plain(visits * each_usd))


def _by_drop_out_and_caps(flow: Flow, evaluations: float) -> tuple[float, float]:
    """Planned follow-ups of the evaluated that drop-out took, and those of who stayed that a limit took."""
    planned, stop = float(np.ravel(flow.planned_visits)[0]), float(np.ravel(flow.drop_out)[0])
    number = np.arange(2, int(np.ceil(planned)) + 1)
    part, staying = np.clip(planned - (number - 1), 0.0, 1.0), (1 - stop) ** (number - 1)
    mix = [float(np.ravel(one.mix)[0]) for one in flow.classes]
    given = [np.clip(float(np.ravel(one.delivered)[0]) - (number - 1), 0.0, 1.0) for one in flow.classes]
    capped = sum(share * float((staying * (part - own)).sum()) for share, own in zip(mix, given, strict=True))
    return evaluations * float((part * (1 - staying)).sum()), evaluations * capped / sum(mix)


@overload
def _plain(value: float) -> float: ...
@overload
def _plain(value: None) -> None: ...
def _plain(value: float | None) -> float | None:
    """Unrounded for any reader, and the same on every machine: a millionth."""
    return None if value is None else round(value, 6) + 0.0
