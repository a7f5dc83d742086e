"""The rows of a disclosure sheet: which terms and answers stand where, always in this order.

In: nothing. Out: `ABOUT`, `PARTS` and `NOT_ON_SHEET`. Must not look at an offer. A new term must be given a row here or
a reason why it has none; a test holds us to it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A term, a group of terms or a check in a row.

    `key` is a dotted name of the offer file; several, set apart by `|`, are ways to say the same. `name` is what the
    row calls it, with `{}` where the value goes unless it comes last; with a name for each key, set apart by `|`, one
    more may follow for when none is stated. Without `always` it is printed only where the offer says something.
    """

    key: str
    name: str = ""
    always: bool = True

    @property
    def keys(self) -> tuple[str, ...]:
        """The dotted names, in the order in which they are looked for."""
        return tuple(self.key.split("|"))

    @property
    def names(self) -> tuple[str, ...]:
        """What the row calls each key, and last what it calls them all."""
        return tuple(self.name.split("|"))

    def name_of(self, place: int) -> str:
        """How the row words the key at this place."""
        return self.names[min(place, len(self.names) - 1)]


@dataclass(frozen=True, slots=True)
class RowPlan:
    """A row before any offer is looked at."""

    id: str
    label: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class PartPlan:
    """A part of the sheet before any offer is looked at."""

    title: str
    rows: tuple[RowPlan, ...]


def _row(id: str, label: str, *asked: Asked) -> RowPlan:
    return RowPlan(id, label, asked)


def _if_said(key: str, name: str) -> Asked:
    return Asked(key, name, always=False)


PAY_RANGE = "pay-of-the-post"
"""The row that is worked out from the others."""

ABOUT = PartPlan(
    "Who, what and when",
    (
        _row("position", "Position", Asked("offer.name")),
        _row("organization", "Offered by", Asked("offer.organization")),
        _row("kind", "Kind", Asked("offer.kind")),
        _row("engagement", "Employee or contractor", Asked("offer.engagement")),
        _row("discipline", "Field", Asked("offer.discipline")),
        _row("license", "Licence", Asked("offer.license_stage")),
        _row("state", "State", Asked("offer.state")),
        _row("full-time", "Share of full time", Asked("offer.full_time_share")),
        _row("issued", "Issued", Asked("offer.issued")),
        _row("good-until", "Good until", Asked("offer.good_until")),
        _row("revision", "Revision", Asked("offer.revision"), _if_said("offer.revised_because", "because")),
        _row("as-of", "Terms as of", Asked("offer.as_of")),
    ),
)

_PAY = PartPlan(
    "Pay",
    (
        _row("structure", "How you are paid", Asked("pay.structure")),
        _row(
            "rate",
            "Rate",
            Asked("pay.salary", "{} a year"),
            Asked("pay.hourly_rate", "{} an hour"),
            Asked("pay.paid_for", "for {}"),
            Asked("pay.share", "{} to you|your share"),
            Asked("pay.rate|pay.rates", "{} for a kept session|for a kept session|a kept session"),
            Asked("pay.unit_rate", "{} for a unit or point"),
            Asked(
                "pay.units_per_session|pay.units_by_visit|pay.minutes_per_unit",
                "{} units or points a visit|units or points|{} for a unit or point|units or points a visit",
            ),
            Asked("pay.base_salary|pay.base_hourly", "base of {} a year|base of {} an hour|base"),
            Asked(
                "pay.commission_share|pay.commission_per_session",
                "commission of {}|commission of {} a session|commission",
            ),
            _if_said("pay.advertised|pay.advertised_per_session", "advertised"),
            Asked("pay.tiers", "tiers"),
            Asked("pay.method", "a higher tier pays"),
            _if_said("pay.per", "counted over {}"),
            _if_said("pay.later_shares", "later"),
            _if_said("pay.own_clients", "own clients"),
        ),
        _row("of-what", "Of what", Asked("pay.of"), _if_said("pay.listed_fee", "listed fee")),
        _row(
            "extra-pay",
            "Bonuses, other pay",
            _if_said("pay.bonus.per_session", "bonus of {} a session|bonus"),
            _if_said("pay.bonus.above", "above {}|number that it takes"),
            _if_said("pay.bonus.per", "{}|period of the bonus"),
            _if_said("pay.bonuses", "bonuses"),
            _if_said("pay.bonus_cap", "all bonuses at most {}|cap on bonuses"),
            _if_said("pay.guarantee.amount", "guarantee of {}|guarantee"),
            _if_said("pay.guarantee.per", "{}|its period"),
            _if_said("pay.guarantee.periods", "for {} periods|for how long"),
            _if_said("pay.guarantee.recoverable", "{}|whether it is paid back"),
            _if_said("pay.guarantee.recoup_share", "with {} of later pay|how it is paid back"),
            _if_said("pay.guarantee.recoup_floor", "{} of it safe|later pay that is safe"),
            _if_said("pay.guarantee.balance_at_end", "the rest {} at the end|the rest at the end"),
            _if_said("pay.one_time", "once"),
            _if_said("pay.stipends", "stipends"),
            _if_said("monitoring.clinician_share|monitoring.per_patient", "remote monitoring"),
        ),
        RowPlan(PAY_RANGE, "Pay for the post", ()),
        _row("pay-day", "When paid", Asked("pay.lag_days", "{} after the session")),
        _row("rate-changes", "Changes of pay", Asked("transparency.rate-changes")),
    ),
)

_FEES = PartPlan(
    "Fees and deductions",
    (
        _row(
            "off-the-top",
            "Off before share",
            Asked("pay.fees_off_the_top", "{} in fees|fees"),
            Asked("pay.deduction_per_session", "{} a session|deduction a session"),
            _if_said("pay.practice_at_most", "practice keeps at most"),
            _if_said("pay.practice_at_least", "practice keeps first"),
        ),
        _row(
            "unpaid",
            "Payer doesn't pay",
            Asked("transparency.unpaid-claims", "{}|unpaid claims"),
            Asked("transparency.take-backs", "{}|take-backs"),
            _if_said("pay.clawback_share", "{} of what is not collected is taken back from you|taken back from you"),
        ),
        _row(
            "late-notes",
            "Late notes",
            Asked("contract.late-notes-pay", "{}|the rule"),
            _if_said("pay.late_notes.sessions", "{} of notes late|notes that are late"),
            _if_said("pay.late_notes.unpaid", "{} of those sessions unpaid|late sessions that stay unpaid"),
        ),
        _row(
            "own-costs",
            "Costs you carry",
            Asked("costs.yearly", "a year"),
            Asked("costs.per_session", "{} a session|a session"),
        ),
    ),
)

_CASELOAD = PartPlan(
    "Caseload",
    (
        _row("sessions", "Full caseload", Asked("caseload.sessions_per_week|patient_flow.slots_per_week", "{} a week")),
        _row(
            "ramp",
            "How it fills",
            Asked(
                "caseload.ramp.weeks|caseload.ramp.steps|caseload.new_clients|patient_flow.referrals_per_week",
                "full after {}|steps|new clients|{} referred a week|time until it is full",
            ),
            _if_said("caseload.ramp.starts_at", "starts at {}|start"),
            _if_said("caseload.ramp.shape", "growth: {}|growth"),
            _if_said("patient_flow.direct_access_per_week", "{} more without a referral|without a referral"),
            _if_said("patient_flow.conversion", "{} of them evaluated|evaluated"),
            _if_said("patient_flow.plan_of_care_visits", "plans of {}|plans of care"),
            _if_said("patient_flow.drop_out|patient_flow.completion", "{} stop after each visit|{} finish|who stays"),
        ),
        _row(
            "quota",
            "Quota",
            Asked("transparency.productivity", "{}|sessions"),
            _if_said("referral_to_cash.productivity-target", "{}|productivity"),
        ),
    ),
)

_TIME = PartPlan(
    "Your time, paid and unpaid",
    (
        _row(
            "session",
            "One session",
            Asked("hours.session_minutes", "{}|length"),
            Asked("hours.documentation_minutes", "{} of notes|notes"),
            _if_said("patient_flow.evaluation_minutes", "evaluation {}|evaluation"),
            _if_said("patient_flow.evaluation_documentation_minutes", "{} of its notes|its notes"),
        ),
        _row(
            "weekly",
            "Other weekly work",
            Asked("hours.weekly", "{}|hours"),
            Asked("hours.weekly_paid", "{} of it paid|part of it that is paid"),
            _if_said("hours.paid_hour", "{} for such an hour|pay for it"),
        ),
        _row(
            "presence",
            "Hours and weeks",
            _if_said("hours.contract_per_week", "{} a week in the contract|hours of the contract"),
            _if_said("hours.presence_per_week", "{} a week at work in any case|hours at work in any case"),
            _if_said("pay.guaranteed_hours", "{} a week paid in any case|hours paid in any case"),
            Asked("hours.weeks_off", "{} off a year|weeks off"),
        ),
        _row(
            "travel",
            "Travel",
            Asked("travel.minutes_per_visit", "{} of driving a visit|driving"),
            _if_said("travel.miles_per_visit", "{} a visit|miles a visit"),
            _if_said("travel.paid_hour", "{} for an hour of it|pay for driving"),
            _if_said("travel.mileage_rate", "{} for a mile|pay for miles"),
        ),
    ),
)

_MISSED = PartPlan(
    "Missed visits",
    (
        _row(
            "missed-pay",
            "What you get",
            Asked(
                "pay.missed_visit.per_no_show|pay.missed_visit.no_show_rate_share|pay.missed_visit.clinician_share",
                "{} for a no-show|{} of the rate for a no-show|{} of the fee to you|paid to you",
            ),
            _if_said(
                "pay.missed_visit.per_late_cancel|pay.missed_visit.late_cancel_rate_share",
                "{} for a late cancel|{} of the rate for a late cancel",
            ),
            _if_said("pay.missed_visit.clinician_share", "{} of the fee to you|your share of the fee"),
            _if_said("pay.missed_visit.fee", "the client owes {}|the client's fee"),
            _if_said("pay.missed_visit.enforceable", "charged for {} of them|how often it is charged"),
            _if_said("pay.missed_visit.collected", "{} of fees collected|fees collected"),
            _if_said("pay.missed_visit.paid_part", "the rule covers {}"),
        ),
        _row(
            "missed-often",
            "How many",
            Asked("attendance.no_show", "{} no-shows|no-shows"),
            Asked("attendance.late_cancel", "{} late cancels|late cancels"),
            _if_said("attendance.refilled|attendance.rescheduled", "{} filled again|{} booked again"),
        ),
        _row("empty-slots", "Empty slots", Asked("transparency.unfilled-slots")),
    ),
)

_BENEFITS = PartPlan(
    "Benefits and supervision",
    (
        _row(
            "benefits",
            "Benefits a year",
            Asked("benefits", "{}|benefits"),
            _if_said("benefits_when", "from"),
        ),
        _row("malpractice", "Malpractice cover", Asked("support.malpractice")),
        _row("education", "Education", Asked("support.continuing-education")),
        _row("supervision", "Supervision", Asked("support.supervision")),
        _row("consultation", "Consultation", Asked("support.consultation")),
    ),
)

_AUTONOMY = PartPlan(
    "Who decides",
    (
        _row("availability", "Your hours", Asked("autonomy.availability")),
        _row("pause", "Pausing intake", Asked("autonomy.pause-intake")),
        _row("decline", "Declining referrals", Asked("autonomy.decline-referrals")),
        _row("treatment", "Length of treatment", Asked("autonomy.treatment-length")),
        _row("codes", "Billing codes", Asked("autonomy.billing-codes")),
        _row("outside", "Work elsewhere", Asked("autonomy.outside-work")),
    ),
)

_LEAVING = PartPlan(
    "Leaving",
    (
        _row("notice", "Notice", Asked("contract.notice")),
        _row("non-compete", "Non-compete", Asked("contract.non-compete")),
        _row("clients", "Your clients", Asked("contract.client-contact")),
        _row("pay-back", "Paying back", Asked("contract.stay-or-pay")),
        _row(
            "run-out",
            "Pay after leaving",
            Asked("transparency.pay-after-leaving", "{}|the rule"),
            _if_said("pay.run_out", "{} of earned pay lost|earned pay that is lost"),
        ),
        _row("contract-changes", "Contract changes", Asked("contract.contract-changes")),
    ),
)

PARTS = (_PAY, _FEES, _CASELOAD, _TIME, _MISSED, _BENEFITS, _AUTONOMY, _LEAVING)

NOT_ON_SHEET = {
    "offer.evidence": "it stands beside every term",
    "format": "it is about the file",
    "collections": "what payers pay is the practice's; the sheet counts it in the pay for the post",
    "practice": "it is about the practice, not about the offer",
    "control": "tests of a contractor's status ask it, not a candidate",
    "monitoring": "the sheet has what the clinician gets of it",
    "patient_flow.visits_per_week": "it shapes the schedule, not the offer",
    "patient_flow.clinic_cost_per_visit": "it is about the practice, not about the offer",
}
"""Terms without a row of their own, and why."""
