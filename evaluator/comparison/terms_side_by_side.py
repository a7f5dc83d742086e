"""The terms of the offers side by side: what each says in words, what that rests on, and where they differ.

In: the evaluated offers and the catalogue. Out: `TermRow`s in the order of the offer file. Must not judge or compute.
A term that one offer names and another doesn't is not stated there; one that a way of pay can't have is not for it.
"""

from collections.abc import Iterator, Sequence

from evaluator.checklists import Catalogue
from evaluator.comparison.disclosed_terms import Disclosing
from evaluator.comparison.evaluate import Evaluation
from evaluator.comparison.terms_model import TermCell, TermRow
from evaluator.offer import OfferFile
from evaluator.offer.glossary import term_descriptions

_LABELS = {
    "offer.organization": "Employer",
    "offer.kind": "Kind of organisation",
    "offer.discipline": "Field",
    "offer.engagement": "Employee or contractor",
    "offer.license_stage": "Licence",
    "offer.state": "State",
    "offer.full_time_share": "Share of full time",
    "offer.issued": "Issued",
    "offer.good_until": "Good until",
    "offer.revision": "Revision",
    "offer.revised_because": "Revised because",
    "pay.structure": "How pay is worked out",
    "pay.share": "Clinician's share",
    "pay.of": "Share of what",
    "pay.rate": "Pay for one session",
    "pay.rates": "Pay by kind of session",
    "pay.salary": "Salary a year",
    "pay.fees_off_the_top": "Fees before sharing",
    "pay.deduction_per_session": "Taken from each session first",
    "pay.lag_days": "From session to money",
    "pay.missed_visit.fee": "Missed-visit fee",
    "pay.missed_visit.enforceable": "Missed visits that may be charged",
    "pay.missed_visit.collected": "Missed-visit fees collected",
    "pay.missed_visit.clinician_share": "Clinician's share of such a fee",
    "pay.missed_visit.per_no_show": "Fixed pay for a no-show",
    "pay.bonuses": "Bonuses",
    "pay.one_time": "Single payments",
    "pay.stipends": "Stipends",
    "pay.bonus.per_session": "Bonus for each session above",
    "pay.bonus.above": "Sessions before the bonus",
    "pay.bonus.per": "Bonus counted over",
    "pay.guarantee.amount": "Guaranteed or advanced at first",
    "pay.guarantee.per": "Guarantee: each",
    "pay.guarantee.periods": "Guarantee: how many times",
    "pay.guarantee.recoverable": "Guarantee: to be paid back",
    "pay.guarantee.recoup_share": "Guarantee: share of later pay that pays it back",
    "pay.guarantee.recoup_floor": "Guarantee: pay safe from paying back",
    "pay.guarantee.balance_at_end": "Guarantee: what is left at the end",
    "pay.late_notes.sessions": "Sessions with late notes",
    "pay.late_notes.unpaid": "Of these, never paid",
    "pay.clawback_share": "Taken back of what is not collected",
    "pay.per": "Tiers counted over",
    "pay.method": "How tiers work",
    "pay.paid_for": "Hours that are paid",
    "caseload.sessions_per_week": "Sessions in a full week",
    "caseload.ramp.weeks": "Weeks until full",
    "caseload.ramp.starts_at": "Share of it in the first week",
    "caseload.ramp.shape": "How it grows",
    "caseload.ramp.steps": "Growth in steps",
    "caseload.new_clients.per_week": "New clients a week",
    "caseload.new_clients.sessions_per_client": "Sessions a week of a client",
    "caseload.new_clients.discharged_per_week": "Clients who finish in a week",
    "caseload.new_clients.at_start": "Clients on the first day",
    "patient_flow.referrals_per_week": "Referrals a week",
    "patient_flow.direct_access_per_week": "Patients a week without a referral",
    "patient_flow.conversion": "Of these, come to an evaluation",
    "patient_flow.plan_of_care_visits": "Visits in a plan of care",
    "patient_flow.visits_per_week": "Visits a week of one patient",
    "patient_flow.drop_out": "Patients who stop after each visit",
    "patient_flow.completion": "Patients who reach the last visit",
    "patient_flow.slots_per_week": "Visits a week that there is room for",
    "patient_flow.evaluation_minutes": "One evaluation",
    "patient_flow.evaluation_documentation_minutes": "Notes for an evaluation",
    "attendance.no_show": "No-shows",
    "attendance.late_cancel": "Late cancellations",
    "attendance.refilled": "Slots filled again",
    "collections.payers": "Payers",
    "hours.session_minutes": "One session",
    "hours.documentation_minutes": "Notes for a session",
    "hours.weekly": "Other hours a week",
    "hours.weekly_paid": "Share of those that is paid",
    "hours.paid_hour": "Pay for such an hour",
    "hours.presence_per_week": "Hours at work in any case",
    "hours.contract_per_week": "Hours the salary pays for",
    "hours.weeks_off": "Weeks off a year",
    "costs.yearly": "Own costs a year",
    "costs.per_session": "Own cost of a session",
    "benefits": "Benefits a year",
    "practice.clinicians": "Clinicians there",
    "practice.left_last_year": "Left in the last year",
    "control.required_meetings": "Meetings are mandatory",
    "control.supervises": "Practice supervises clinical work",
    "control.sets_prices": "Practice sets the prices",
    "control.supplies_tools": "Practice supplies tools and room",
    "control.open_ended": "Open-ended, its usual work",
}
"""Short names for the rows of common terms; the others have the description that the model gives them."""
_SECTIONS = {
    "offer": "The offer",
    "pay": "Pay",
    "caseload": "Caseload, and how soon it fills",
    "attendance": "Missed visits, as shares of booked sessions",
    "collections": "What kept sessions bring in",
    "hours": "Hours",
    "costs": "Costs you carry",
    "travel": "Travel",
    "benefits": "Benefits",
    "benefits_when": "When benefits start",
    "patient_flow": "Patients, from referral to the last visit",
    "monitoring": "Remote monitoring",
    "practice": "The practice",
    "control": "What the practice decides, where no checklist asks it",
}
"""Headings for the parts of an offer file; a part without one has the description that the model gives it."""
_FIRST = "pay.structure"


def terms_side_by_side(evaluations: Sequence[Evaluation], catalogue: Catalogue) -> tuple[TermRow, ...]:
    """Every term that any of the offers says something of; answers to checks stand with their checklists."""
    disclosing = [Disclosing(one.offer_file, catalogue, one.assessment) for one in evaluations]
    described = term_descriptions()
    keys = {key for one in evaluations for key in _said_keys(one.offer_file) if key in described}
    rows = []
    places = {key: place for place, key in enumerate(described)}
    places[_FIRST] = places["pay"]  # what kind of pay it is comes before its parts
    for key in sorted(keys, key=lambda key: (places[key], key)):
        cells = tuple(_cell(one, key) for one in disclosing)
        told = {(cell.state, cell.says) for cell in cells if cell.state != "not_for"}
        label = _LABELS.get(key, described[key].rstrip("."))
        part = key.partition(".")[0]
        section = _SECTIONS.get(part, described[part].rstrip("."))
        rows.append(TermRow(key, section, label, len(told) > 1, cells))
    return tuple(rows)


def _said_keys(offer_file: OfferFile) -> Iterator[str]:
    """The terms of which something is said; lists and amounts by name count as one."""
    for fact in offer_file.facts.values():
        part = any(".".join(fact.path[:size]) in offer_file.facts for size in range(1, len(fact.path)))
        if not part:
            yield fact.name


def _cell(one: Disclosing, key: str) -> TermCell:
    if not one.is_possible(key):
        return TermCell("not_for")
    said = one.term(key)
    if said is None:
        return TermCell("not_stated")
    return TermCell(said.state, said.says, said.quote, said.evidence, said.where, said.line)
