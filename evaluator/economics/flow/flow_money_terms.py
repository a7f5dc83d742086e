"""The money terms of a flow of patients and of what payers allow for their visits.

In: a `TermCollector`. Out: nothing; it takes the terms. Must not compute money.
"""

from evaluator.economics.fee_schedule import UnknownPriceError
from evaluator.economics.flow.units import RULES
from evaluator.economics.money_term import TermCollector
from evaluator.offer.patient_flow import VisitCode
from evaluator.offer.quantity import Quantity
from evaluator.offer.terms import Payer

BEYOND = ("not_billed", "stopped", "billed")
STATED_ONLY_IF_GIVEN = ("direct_access_per_week",)
GROUP = "patient_flow."


def take_patient_flow(c: TermCollector) -> None:
    """Referrals, plans of care, slots and attendance of follow-ups. Only people without a referral may be left out."""
    flow = c.file.offer.patient_flow
    if flow is None:
        return
    for name in ("referrals_per_week", "conversion", "plan_of_care_visits", "visits_per_week"):
        c.take(GROUP + name, getattr(flow, name))
    if flow.direct_access_per_week is not None:
        c.told(GROUP + "direct_access_per_week", flow.direct_access_per_week, "Patients without a referral", "clients")
    if flow.completion is not None:
        c.told(GROUP + "completion", flow.completion, "Patients who reach the last planned visit", "share")
    else:
        c.take(GROUP + "drop_out", flow.drop_out)
    c.take(GROUP + "slots_per_week", flow.slots_per_week)
    wanted = c.reader.about.sessions_per_week
    if wanted is not None:
        c.at_most(GROUP + "slots_per_week", wanted.likely)
    c.take(GROUP + "evaluation_minutes", flow.evaluation_minutes)
    c.take(GROUP + "evaluation_documentation_minutes", flow.evaluation_documentation_minutes)
    attendance = c.file.offer.attendance
    c.take("attendance.no_show", attendance.no_show, "attendance.no_show.visit")
    c.take("attendance.late_cancel", attendance.late_cancel, "attendance.late_cancel.visit")
    c.take("attendance.rescheduled", attendance.rescheduled)


def take_payer_visits(c: TermCollector, payer: Payer, place: str) -> None:
    """What a payer allows for an evaluation, which visits it authorises, and the threshold of a year."""
    if c.file.offer.patient_flow is None:
        return
    if payer.codes is None or not any(row.visit == "evaluation" for row in payer.codes):
        c.take(place + "evaluation", payer.evaluation, "collections.payers.evaluation", f"Evaluation: {payer.name}")
    if payer.needs_authorization != "no" and not is_self_pay(payer):
        _authorization(c, payer, place)
    if payer.yearly_threshold is not None:
        label = f"Yearly threshold of {payer.name}"
        c.told(place + "yearly_threshold", payer.yearly_threshold, label, "usd")
    elif payer.prices == "medicare":
        known = c.reader.assumptions.fee_schedule
        year = known.priced_year(c.reader.tax_year)
        figure = known.figures["therapy_threshold_usd"]
        source = f"{figure.source}, for {year}, as of {figure.as_of}."
        c.published(
            place + "yearly_threshold", f"Yearly threshold of {payer.name}", "usd", known.threshold_usd(year), source
        )
    if place + "yearly_threshold" in c.terms:
        c.take_word(place + "above_threshold", payer.above_threshold, BEYOND, "collections.payers.above_threshold")


def _authorization(c: TermCollector, payer: Payer, place: str) -> None:
    """Visits authorised. Payers of which nothing is said share one open term, since it is one question to ask."""
    entry = "collections.payers.authorized_visits"
    stated = payer.authorized_visits is not None
    name = place + "authorized_visits" if stated or payer.needs_authorization == "yes" else entry
    c.take(name, payer.authorized_visits, entry, f"Visits authorised by {payer.name}" if stated else None)
    entry = "collections.payers.beyond_authorization"
    name = place + "beyond_authorization" if payer.beyond_authorization else entry
    c.take_word(name, payer.beyond_authorization, BEYOND, entry)


def take_codes(c: TermCollector, payer: Payer, place: str) -> None:
    """The services of a payer's visits: minutes, prices and rules. A price that is not stated is open."""
    c.take_word(place + "unit_rule", payer.unit_rule, RULES, "collections.payers.unit_rule")
    reduced = "yes" if payer.prices == "medicare" else payer.several_services_reduced
    entry = "collections.payers.several_services_reduced"
    c.take_word(place + "several_services_reduced", reduced, ("no", "yes"), entry)
    for index, row in enumerate(payer.codes or ()):
        own = f"{place}codes.{index}."
        if row.minutes is not None:
            c.told(own + "minutes", row.minutes, f"Minutes of {row.code}, {payer.name}", "minutes")
        if row.price is None and payer.prices == "medicare" and _take_national(c, row, own):
            continue
        kind = "" if row.minutes is not None else f".{row.visit}"
        c.take(own + "price", row.price, f"collections.payers.codes.price{kind}", f"Price of {row.code}")
        figure = c.reader.assumptions.fee_schedule.figures["usual_practice_share"]
        source = f"{figure.source}, as of {figure.as_of}."
        c.published(own + "practice", f"{figure.label}: {row.code}", "share", figure.of(0), source)


def _take_national(c: TermCollector, row: VisitCode, own: str) -> bool:
    """Medicare's price of a service and its practice-expense part as a share of it; false if it has none."""
    known = c.reader.assumptions.fee_schedule
    year = known.priced_year(c.reader.tax_year)
    file = known.files[year]
    source = f"{file.source}, as of {file.as_of}."
    try:
        price, practice = known.exact_usd(row.code, year), known.practice_usd(row.code, year)
    except UnknownPriceError:
        return False
    c.published(own + "price", f"Medicare's price of {row.code}", "usd", price, source)
    c.published(own + "practice", f"Practice-expense part of {row.code}", "share", practice / price, source)
    return True


def is_self_pay(payer: Payer) -> bool:
    """Whether the patient owes the whole amount, so that there is no claim to deny."""
    if payer.patient_share is not None:
        return payer.patient_share.low >= 1
    if payer.patient_part is None or payer.allowed is None:
        return False
    return payer.patient_part.low >= payer.allowed.high


def desk_parts(payer: Payer, *, of_visits: bool) -> tuple[tuple[str, Quantity | None], ...]:
    """How the patient's part is collected: as one share, or at the desk and later, as the file has it."""
    two_steps = payer.at_desk is not None or payer.collected_later is not None
    if payer.patient_part_collected is not None or not (two_steps or of_visits):
        return (("patient_part_collected", payer.patient_part_collected),)
    return (("at_desk", payer.at_desk), ("collected_later", payer.collected_later))
