"""The bounds of what an offer says beside pay: caseload, visits, payers, hours, costs, benefits, travel, monitoring.

In: nothing. Out: `WORK_BOUNDS`, one row for each term. Must not look at an offer.

A warning starts where a careful reader would look again: well outside what offers say, not outside of what is usual.
"""

from typing import Final

from evaluator.offer.bounds import A_SESSION, AN_HOUR, OFFERS, PATIENTS, Bound, Span

_THERAPY: Final = "visits of physical therapy"
_LONG: Final = "sessions of 53 minutes or more"
_OTHER: Final = "other sessions"
_TESTING: Final = "psychological assessment"
_NO_TESTING: Final = "anything but psychological assessment"
_MISSED_WHY = "Practices report 5% to 25% of missed visits; more than 40% would be no full caseload."
_ALLOWED_WHY = "Payers allow about $60 to $250 for a session or visit."
_TESTING_WHY = "One assessment may be a whole day of testing, scoring and writing."
_PER_SESSION = ("collections.per_session", "{} collected for a session")
_ALLOWED = ("collections.payers.allowed", "{} allowed for a session")
_MILEAGE = "Standard mileage rate for business, Internal Revenue Service, 2026"

WORK_BOUNDS: tuple[Bound, ...] = (
    Bound(
        "offer.full_time_share",
        "a post of {} of full time",
        "Less than half a day a week is hardly a post, and none at all is none.",
        Span(0.10, None),
        Span(0, None, above_least=True),
    ),
    Bound(
        "caseload.sessions_per_week",
        "{} visits a week",
        "Visits are short and may overlap: fifteen on each of five days.",
        Span(None, 75),
        when=_THERAPY,
        source=OFFERS,
    ),
    Bound(
        "caseload.sessions_per_week",
        "{} sessions of 53 minutes or more a week",
        "Seven full sessions on each of five days leave hardly time for notes.",
        Span(None, 35),
        when=_LONG,
        source=OFFERS,
    ),
    Bound(
        "caseload.sessions_per_week",
        "{} sessions a week",
        "Eight sessions on each of five days.",
        Span(None, 40),
        when=_OTHER,
        source=OFFERS,
    ),
    Bound(
        "caseload.ramp.weeks",
        "a ramp of {} weeks",
        "Caseloads fill in 8 to 26 weeks.",
        Span(None, 52),
        over="a ramp of {} weeks is longer than a year",
        source=OFFERS,
    ),
    Bound(
        "caseload.ramp.steps.from_week",
        "a step in week {}",
        "Caseloads fill in 8 to 26 weeks.",
        Span(None, 53),
        over="a ramp that still rises after a year is unusual",
    ),
    Bound("caseload.new_clients.per_week", "{} new clients a week", "Three on each day.", Span(None, 15)),
    Bound(
        "caseload.new_clients.sessions_per_client",
        "{} sessions a week of one client",
        "Most come each week or every other week, intensive care three times.",
        Span(0.2, 3),
        Span(None, 7),
    ),
    Bound(
        "caseload.new_clients.discharged_per_week",
        "{} of the clients finishing in a week",
        "Half of the caseload would be new every two weeks.",
        Span(None, 0.30),
    ),
    Bound(
        "caseload.new_clients.at_start",
        "{} clients on the first day",
        "More than a caseload.",
        Span(None, 80),
        PATIENTS,
    ),
    Bound(
        "patient_flow.referrals_per_week",
        "{} referrals a week for one clinician",
        "Five a day.",
        Span(None, 25),
        PATIENTS,
    ),
    Bound(
        "patient_flow.direct_access_per_week",
        "{} patients a week without a referral for one clinician",
        "Five a day.",
        Span(None, 25),
        PATIENTS,
    ),
    Bound("patient_flow.conversion", "{} of the referred who come", "Half to nine in ten come.", Span(0.20, None)),
    Bound(
        "patient_flow.plan_of_care_visits",
        "{} visits in a plan of care",
        "Plans have 6 to 24 visits.",
        Span(None, 40),
    ),
    Bound(
        "patient_flow.visits_per_week",
        "{} visits a week of one patient",
        "Two or three a week are usual, and a week has seven days.",
        Span(None, 5),
        Span(None, 7),
    ),
    Bound(
        "patient_flow.drop_out",
        "{} who stop after each visit",
        "Hardly anybody would see a third visit.",
        Span(None, 0.40),
    ),
    Bound(
        "patient_flow.completion",
        "{} who complete their plan",
        "Where nobody completes a plan, no share who stop follows from it.",
        Span(0.10, None),
        Span(0, None, above_least=True),
        stops_as="nobody's drop-out follows from this completion: expected drop_out instead",
    ),
    Bound(
        "patient_flow.slots_per_week",
        "{} visits a week in the schedule of one clinician",
        "Fifteen on each of five days.",
        Span(None, 75),
        source=OFFERS,
    ),
    Bound("patient_flow.evaluation_minutes", "{} minutes of an evaluation", "30 to 90 are usual.", Span(20, 120)),
    Bound(
        "patient_flow.evaluation_documentation_minutes",
        "{} minutes of notes for an evaluation",
        "10 to 40 are usual.",
        Span(None, 60),
    ),
    Bound(
        "patient_flow.clinic_cost_per_visit",
        "a cost of {} for a visit, without its clinician,",
        "More than most visits bring in.",
        Span(None, 150),
        A_SESSION,
    ),
    Bound("attendance.no_show", "a no-show share of {}", _MISSED_WHY, Span(None, 0.40)),
    Bound("attendance.late_cancel", "a late-cancel share of {}", _MISSED_WHY, Span(None, 0.40)),
    Bound("attendance.refilled", "{} of missed slots filled again", "At short notice few can come.", Span(None, 0.80)),
    Bound(_ALLOWED[0], _ALLOWED[1], _ALLOWED_WHY, Span(20, 500), A_SESSION, when=_NO_TESTING, source=OFFERS),
    Bound(_ALLOWED[0], _ALLOWED[1], _TESTING_WHY, Span(20, 5_000), A_SESSION, when=_TESTING),
    Bound("collections.payers.evaluation", "{} allowed for an evaluation", _ALLOWED_WHY, Span(30, 800), A_SESSION),
    Bound(
        "collections.payers.patient_part",
        "a patient's part of {}",
        _ALLOWED_WHY,
        Span(None, 500),
        A_SESSION,
        when=_NO_TESTING,
    ),
    Bound("collections.payers.denied", "{} of claims denied", "5% to 20% are reported.", Span(None, 0.40)),
    Bound(
        "collections.payers.patient_part_collected",
        "{} of the patients' part collected",
        "Most of it is collected where anybody asks.",
        Span(0.30, None),
    ),
    Bound(
        "collections.payers.other_reductions",
        "other reductions of {}",
        "Medicare's sequestration is 2%.",
        Span(None, 0.25),
    ),
    Bound("collections.payers.authorized_visits", "{} authorised visits", "6 to 30 are usual.", Span(None, 60)),
    Bound(
        "collections.payers.yearly_threshold",
        "a yearly threshold of {}",
        "Medicare's has been between $2,000 and $2,500 since 2018.",
        Span(500, 20_000),
    ),
    Bound("collections.payers.codes.minutes", "{} minutes of one service", "Two hours.", Span(None, 120)),
    Bound("collections.payers.codes.price", "{} for one unit of a service", _ALLOWED_WHY, Span(None, 500), A_SESSION),
    Bound(_PER_SESSION[0], _PER_SESSION[1], _ALLOWED_WHY, Span(20, 500), A_SESSION, when=_NO_TESTING, source=OFFERS),
    Bound(_PER_SESSION[0], _PER_SESSION[1], _TESTING_WHY, Span(20, 5_000), A_SESSION, when=_TESTING),
    Bound(
        "hours.session_minutes",
        "a session of {} minutes",
        "Sessions run from 20 to 60 minutes, groups to 120; no minutes at all are no session.",
        Span(15, 120),
        Span(0, None, above_least=True),
        when=_NO_TESTING,
        source=OFFERS,
    ),
    Bound(
        "hours.session_minutes",
        "a session of {} minutes",
        _TESTING_WHY,
        Span(15, 480),
        Span(0, None, above_least=True),
        when=_TESTING,
    ),
    Bound(
        "hours.documentation_minutes",
        "{} minutes of notes for one session",
        "5 to 20 are usual.",
        Span(None, 30),
        when=_NO_TESTING,
        source=OFFERS,
    ),
    Bound(
        "hours.documentation_minutes",
        "{} minutes of notes for one session",
        _TESTING_WHY,
        Span(None, 300),
        when=_TESTING,
    ),
    Bound("hours.weekly", "{} hours a week of one kind of other work", "Half of a week.", Span(None, 20)),
    Bound("hours.paid_hour", "{} for an hour of other work", "Offers pay $10 to $50.", Span(7.25, 150), AN_HOUR),
    Bound("hours.presence_per_week", "{} hours a week at work", "Twelve on each of five days.", Span(None, 60)),
    Bound("hours.contract_per_week", "{} hours a week of the contract", "Full time is 36 to 45.", Span(4, 60)),
    Bound(
        "hours.weeks_off",
        "{} weeks off",
        "Two to eight are usual, and a year off throughout would leave no week of work.",
        Span(None, 12),
        Span(None, 51),
    ),
    Bound("costs.yearly", "{} a year for one kind of cost", "Rent is the largest, at most.", Span(None, 30_000)),
    Bound(
        "costs.per_session", "a cost of {} for each session", "Supplies and room: $5 to $30.", Span(None, 60), A_SESSION
    ),
    Bound("benefits", "{} a year for one benefit", "Family health cover is the dearest.", Span(None, 50_000)),
    Bound(
        "benefits_when.above_sessions",
        "benefits from {} sessions a week",
        "Offers ask for 20 to 30.",
        Span(None, 35),
        source=OFFERS,
    ),
    Bound(
        "benefits_when.after_weeks",
        "{} weeks until benefits",
        "30 to 90 days are usual; for group health cover, federal rules name 90 days.",
        Span(None, 26),
        source="Waiting period limit for group health plans, 45 CFR 147.116",
    ),
    Bound("practice.clinicians", "{} clinicians", "More than the largest platforms name.", Span(None, 50_000)),
    Bound("practice.left_last_year", "{} of clinicians who left", "Most would have left.", Span(None, 0.60)),
    Bound("travel.minutes_per_visit", "{} minutes of driving for a visit", "10 to 30 are usual.", Span(None, 60)),
    Bound("travel.miles_per_visit", "{} miles for a visit", "5 to 25 are usual.", Span(None, 60)),
    Bound(
        "travel.paid_hour", "{} for an hour of driving", "Seldom more than an hour of visits.", Span(None, 100), AN_HOUR
    ),
    Bound(
        "travel.mileage_rate",
        "{} for a mile",
        "A mile by car is paid at 20 to 75 cents.",
        Span(None, 1),
        Span(None, 20),
        ask="dollars are meant, so write $0.70 for 70 cents",
        source=_MILEAGE,
    ),
    Bound(
        "monitoring.patients",
        "{} patients in remote monitoring by one clinician",
        "Each takes 10 to 40 minutes a month.",
        Span(None, 100),
        PATIENTS,
    ),
    Bound("monitoring.minutes_10_to_19", "{} minutes for one patient", "10 to 19 are billed.", Span(None, 40)),
    Bound("monitoring.minutes_20_to_39", "{} minutes for one patient", "20 to 39 are billed.", Span(None, 60)),
    Bound("monitoring.minutes_40_or_more", "{} minutes for one patient", "40 or more are billed.", Span(None, 120)),
    Bound("monitoring.new_episodes", "{} patients set up in a month", "Three a day.", Span(None, 60), PATIENTS),
    Bound(
        "monitoring.supply", "{} for a month's supply", "Medicare pays about $40 to $60.", Span(None, 300), A_SESSION
    ),
    Bound("monitoring.per_patient", "{} a month for each patient", "About what is billed.", Span(None, 150), A_SESSION),
)
