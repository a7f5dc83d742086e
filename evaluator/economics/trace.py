"""The calculation of one offer, line by line: every figure with its formula in words and what it rests on.

In: an appraised offer. Out: a `Trace`, whose values are read off the projection that made the figures. Must not compute
any figure in a second way, nor format one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from evaluator.economics.appraising import Appraisal
from evaluator.economics.cases import case_values
from evaluator.economics.figures import Step
from evaluator.economics.inputs import Array
from evaluator.economics.payers import payers_of
from evaluator.economics.projection import Projection, total
from evaluator.economics.trace_flow import evaluations, visits
from evaluator.economics.trace_line import GUARANTEE, OTHER_PAY, PAYROLL, TIMING, TraceLine, first_of, sum_of
from evaluator.economics.trace_sources import Sources, TermUse
from evaluator.economics.trace_take_home import take_home
from evaluator.economics.waterfall import revenue_bridge, split_waterfall

CASELOAD = ("caseload", "patient_flow", "attendance.rescheduled")
MINUTES = ("hours.session_minutes", "patient_flow.evaluation_minutes")
NOTES = ("hours.documentation_minutes", "patient_flow.evaluation_documentation_minutes")
ALLOWED = ("allowed", "codes", "unit_rule", "several_services_reduced")


@dataclass(frozen=True, slots=True)
class Trace:
    """The lines of one offer in the order in which each can be worked out from those above it."""

    offer: str
    name: str
    file: str
    lines: tuple[TraceLine, ...]


def build_trace(appraisal: Appraisal) -> Trace:
    """The whole calculation of one offer, every open term at its likely case."""
    likely = appraisal.projection(np.zeros((1, len(appraisal.open_names))))
    sources = Sources(appraisal)
    lines = [
        *_volume(appraisal, likely, sources),
        *_session_money(appraisal, likely, sources),
        *_bridge(likely, sources),
        *_hours(likely, sources),
        *_waterfall(appraisal, likely, sources),
        *take_home(appraisal, likely, sources),
        *_ranking(appraisal, likely),
        *_both_sides(likely),
    ]
    lines += _remaining(sources)
    file = appraisal.offer_file
    return Trace(file.id, file.offer.offer.name, file.file, tuple(lines))


def _volume(appraisal: Appraisal, p: Projection, sources: Sources) -> Iterator[TraceLine]:
    flow = p.inputs.flow
    if flow is None:
        return _sessions(p, sources)
    return visits(p, flow, len(appraisal.offer_file.offer.collections.payers or ()), sources)


def _sessions(p: Projection, sources: Sources) -> Iterator[TraceLine]:
    section = "Sessions"

    def line(label: str, value: float, formula: str, *groups: str, unit: str = "sessions") -> TraceLine:
        return TraceLine(section, label, value, unit, formula, sources.terms(*groups))

    yield line(
        "Worked weeks",
        sum_of(p.inputs.worked),
        "52 weeks a year less weeks off, spread evenly",
        "hours.weeks_off",
        unit="weeks",
    )
    yield line(
        "Booked, caseload full from the first week",
        sum_of(p.full.booked),
        "worked weeks × sessions a week at full caseload",
        "caseload.sessions_per_week",
    )
    yield line(
        "Booked, with the time it takes to fill",
        sum_of(p.volume.booked),
        "for each worked week, sessions a week × share of the caseload reached, added up",
        *CASELOAD,
    )
    yield line(
        "Missed by no-shows",
        sum_of(p.volume.no_shows),
        "booked × share of no-shows × (1 − share of such slots filled again)",
        "attendance.no_show",
        "attendance.refilled",
    )
    yield line(
        "Missed by late cancellations",
        sum_of(p.volume.late_cancels),
        "booked × share of late cancellations × (1 − share of such slots filled again)",
        "attendance.late_cancel",
        "attendance.refilled",
    )
    yield line("Kept", sum_of(p.volume.kept), "booked with the time it takes to fill − missed")
    yield line(
        "Kept, caseload full from the first week",
        sum_of(p.full.kept),
        "booked at a full caseload × (1 − missed share)",
        "attendance",
    )


def _session_money(appraisal: Appraisal, p: Projection, sources: Sources) -> Iterator[TraceLine]:
    section = "What a kept session brings in"
    values = case_values(appraisal.terms, np.zeros((1, len(appraisal.open_names))), appraisal.open_names)
    payers = payers_of(appraisal.offer_file.offer, values)
    for index, payer in enumerate(payers):
        money, own = payer.money(), f"collections.payers.{index}"

        def line(
            what: str, value: Array, formula: str, *terms: str, place: str = own, of: str = payer.name
        ) -> TraceLine:
            groups = [f"{group}.{term}" for term in terms for group in (place, "collections.payers")]
            return TraceLine(section, f"{of}: {what}", first_of(value), "usd", formula, sources.terms(*groups))

        yield line(
            "allowed", money.allowed_usd, "contracted amount of one session, or what its codes come to", *ALLOWED
        )
        yield line(
            "denied for good",
            money.denied_usd,
            "allowed × share denied at first × (1 − share of denials recovered)",
            *("denied", "recovered"),
        )
        yield line(
            "other cuts",
            money.reduced_usd,
            "payer's part of what is not denied for good × other cuts",
            *("patient_part", "patient_share", "other_reductions"),
        )
        yield line(
            "patient's part not collected",
            money.bad_debt_usd,
            "patient's part of what is not denied for good × (1 − share collected)",
            *("patient_part", "patient_share", "patient_part_collected", "at_desk", "collected_later"),
        )
        yield line(
            "collected",
            money.collected_usd,
            "allowed − denied for good − other cuts − patient's part not collected",
            "mix",
        )
        if p.inputs.flow is not None:
            yield from evaluations(payer, index, sources)
    mean = p.planned.money
    if payers:
        formula = "each payer's amount × its share of kept sessions, added up, ÷ the sum of the shares"
        if p.inputs.flow is not None:
            formula = "evaluations and follow-ups of each payer in a full week × their amounts, ÷ visits kept"
        yield TraceLine(section, "Mean allowed", first_of(mean.allowed_usd), "usd", formula)
        yield TraceLine(section, "Mean collected", first_of(mean.collected_usd), "usd", formula)
    else:
        uses = sources.terms("collections")
        collected = first_of(mean.collected_usd)
        yield TraceLine(section, "Mean collected", collected, "usd", "as given for one session", uses)


def _bridge(p: Projection, sources: Sources) -> Iterator[TraceLine]:
    section = "From booked sessions to full-ramp collectible revenue"
    for step in revenue_bridge(p):
        formula = f"{step.formula}, caseload full from the first week"
        yield TraceLine(section, step.label, step.amount_usd, "usd", formula)
    yield TraceLine(
        section,
        "Full-ramp collectible revenue",
        first_of(p.collectible_usd),
        "usd",
        "mean collected × kept sessions, caseload full from the first week; equals the lines above added up",
        sources.terms("caseload.sessions_per_week", "attendance"),
    )


def _hours(p: Projection, sources: Sources) -> Iterator[TraceLine]:
    w, section = p.worked, "Hours in the year"

    def line(label: str, weekly: Array, formula: str, *groups: str, own: tuple[str, ...] = ()) -> TraceLine:
        uses, mine = sources.terms(*groups), sources.parameters(*own)
        return TraceLine(section, label, sum_of(weekly), "hours", formula, uses, mine)

    yield line("In sessions", w.sessions, "kept sessions × minutes of a session ÷ 60", *MINUTES)
    yield line("Notes", w.documentation, "kept sessions × minutes of notes ÷ 60", *NOTES)
    yield line(
        "Missed visits",
        w.missed,
        "missed sessions × minutes of a session ÷ 60 × (1 − share of the slot used for other work)",
        "hours.session_minutes",
        own=("missed_slot_used",),
    )
    weekly = "worked weeks × weekly hours outside sessions and notes"
    if p.inputs.driving is not None:
        weekly += ", and booked visits × minutes of driving ÷ 60"
    if p.inputs.monitoring is not None:
        weekly += (
            ", and the minutes of patients watched between visits, 12 months spread over 52 weeks, worked ones only"
        )
    yield line("Weekly work", w.weekly, weekly, "hours.weekly", "monitoring", "travel")
    yield line(
        "Required presence",
        w.presence,
        "hours of presence a week beyond what the work itself takes",
        "hours.presence_per_week",
    )
    yield line("Worked", w.worked, "all of the above added up")
    yield line(
        "Paid",
        w.paid,
        "for a salary the hours it pays for, as far as they are worked; else hours in sessions and paid weekly hours",
        "hours.contract_per_week",
        "hours.weekly_paid",
    )
    yield line("Unpaid", w.unpaid, "worked − paid")


def _waterfall(appraisal: Appraisal, p: Projection, sources: Sources) -> Iterator[TraceLine]:
    section = "From the headline to the effective split"
    for step in split_waterfall(p):
        uses = _step_terms(step.step, sources)
        own = sources.parameters(*_STEP_PARAMETERS.get(step.step, ()))
        yield TraceLine(section, step.label, step.amount_usd, "usd", step.formula, uses, own)
        if step.subtotal:
            yield _subtotal(section, step)
    money = appraisal.money
    base = "÷ full-ramp collectible revenue"
    headline, effective = money.headline_split, money.effective_split
    yield TraceLine(section, "Headline split", headline.likely, "share", f"what the offer says {base}", span=headline)
    yield TraceLine(
        section, "Effective split", effective.likely, "share", f"the lines above added up {base}", span=effective
    )


def _subtotal(section: str, step: Step) -> TraceLine:
    label = f"{step.subtotal[:1].upper()}{step.subtotal[1:]}, in dollars" if step.subtotal else ""
    return TraceLine(section, label, step.level_usd, "usd", "the lines above added up")


def _step_terms(step: str, sources: Sources) -> tuple[TermUse, ...]:
    if step in ("headline", "rate_terms"):
        return sources.terms("pay", without=("pay.missed_visit", *OTHER_PAY, *GUARANTEE, *TIMING))
    return sources.terms(*_STEP_TERMS.get(step, ()))


_STEP_TERMS: dict[str, tuple[str, ...]] = {
    "missed_visits": ("pay.missed_visit", "attendance"),
    "other_pay": OTHER_PAY,
    "ramp": CASELOAD,
    "guarantee": GUARANTEE,
    "timing": TIMING,
    "benefits": ("benefits", "benefits_when"),
    "overhead": ("costs", "travel"),
    "payroll_equalisation": ("offer.engagement",),
}
_STEP_PARAMETERS: dict[str, tuple[str, ...]] = {
    "benefits": ("benefits_worth",),
    "payroll_equalisation": PAYROLL,
    "unpaid_time": ("value_of_hour",),
}


def _ranking(appraisal: Appraisal, p: Projection) -> Iterator[TraceLine]:
    section, money = "The two figures that rank", appraisal.money
    yield TraceLine(section, "What you keep", first_of(p.keep_usd), "usd", "effective split, in dollars")
    unpaid = sum_of(p.unpaid_time_usd)
    yield TraceLine(section, "Value of unpaid hours", unpaid, "usd", "unpaid hours × value of an hour")
    yield TraceLine(
        section,
        "Pay per hour worked",
        money.effective_hourly_usd.likely,
        "usd_per_hour",
        "(what you keep + value of unpaid hours) ÷ hours worked; unpaid hours count once, in the hours",
        span=money.effective_hourly_usd,
    )
    home = money.take_home_usd
    yield TraceLine(
        section, "Take-home", home.likely, "usd", "as above; it decides where the first is equal", span=home
    )


def _both_sides(p: Projection) -> Iterator[TraceLine]:
    section = "Both sides of every dollar"
    collected, fees, gross = sum_of(p.collected_usd), sum_of(p.fees_usd), sum_of(p.gross_pay_usd)
    taken_in = total(p.collected_usd) + total(p.monitoring_usd) + total(p.fees_usd)
    keeps = first_of(taken_in - total(p.gross_pay_usd))
    yield TraceLine(section, "Collected", collected, "usd", "mean collected × kept sessions, with the real ramp")
    yield TraceLine(section, "Missed-visit fees collected", fees, "usd", "what clients pay for missed visits")
    monitored = "what comes in for patients watched between visits, over the worked weeks"
    if p.inputs.monitoring is not None:
        yield TraceLine(section, "Remote monitoring collected", sum_of(p.monitoring_usd), "usd", monitored)
    yield TraceLine(section, "Your gross pay", gross, "usd", "as above")
    yield TraceLine(section, "The practice keeps", keeps, "usd", "all that is collected, above − your gross pay")


def _remaining(sources: Sources) -> Iterator[TraceLine]:
    """Terms that the structure of pay leaves without effect, named so that nothing is left out in silence."""
    uses = sources.rest()
    if uses:
        yield TraceLine("Read, without effect here", "Other terms", 0.0, "usd", "they change no figure above", uses)
