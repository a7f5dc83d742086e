"""The bounds of what a clinician file and a practice file say.

In: nothing. Out: `CLINICIAN_BOUNDS` and `PRACTICE_BOUNDS`, one row for each term. Must not look at a file.
"""

from evaluator.offer.bounds import AN_HOUR, Bound, Span

CLINICIAN_BOUNDS: tuple[Bound, ...] = (
    Bound(
        "value_of_hour", "{} for an hour of your own time", "What hours of clinicians are paid.", Span(5, 300), AN_HOUR
    ),
    Bound("weeks_off", "{} weeks off", "Two to eight are usual.", Span(None, 16), Span(None, 51)),
    Bound("sessions_per_week", "{} wanted sessions a week", "Eight on each of five days.", Span(None, 75)),
    Bound(
        "state_income_tax", "a state income tax of {}", "The highest rate of any state is under 15%.", Span(None, 0.15)
    ),
    Bound("other_wages", "{} of other wages", "Ten times a usual wage.", Span(None, 500_000)),
    Bound("interest", "interest of {} a year", "More than credit cards ask.", Span(None, 0.36)),
    Bound("documentation_minutes", "{} minutes of notes for one session", "5 to 20 are usual.", Span(None, 60)),
)
"""By the names below the key `clinician`."""

PRACTICE_BOUNDS: tuple[Bound, ...] = (
    Bound("pay.share", "a share of {}", "Practices share 30% to 80%.", Span(0.20, 0.89)),
    Bound("pay.burden", "a payroll burden of {}", "Payroll tax and benefits come to 8% to 35%.", Span(None, 0.40)),
    Bound("pay.target_margin", "a margin of {}", "Practices aim at 5% to 25%.", Span(None, 0.40)),
    Bound("owner.hours_per_week", "{} hours a week of the owner", "Twelve on each of five days.", Span(None, 60)),
    Bound("owner.market_wage", "{} an hour for the owner's work", "What managers are paid.", Span(10, 250), AN_HOUR),
    Bound("owner.drawn", "{} taken by the owner", "More than most practices have left.", Span(None, 1_000_000)),
    Bound(
        "clinicians.collections", "{} collected by one clinician", "40 sessions a week at $250.", Span(None, 500_000)
    ),
    Bound("clinicians.kept_sessions", "{} kept sessions in a year", "75 in each of 50 weeks.", Span(None, 3_750)),
    Bound("clinicians.share", "a share of {}", "Practices share 30% to 80%.", Span(0.20, 0.89)),
    Bound("clinicians.room_hours", "{} hours of a room in a year", "60 in each of 52 weeks.", Span(None, 3_120)),
    Bound("clinicians.new_clients", "{} new clients in a year", "Over one on each day.", Span(None, 500)),
    Bound("costs.per_clinician.yearly", "{} a year for each clinician", "Beside pay.", Span(None, 30_000)),
    Bound("costs.per_session.amount", "a cost of {} for each session", "Beside pay.", Span(None, 60)),
    Bound("costs.of_collections.share", "a cost of {} of collections", "Billing takes 4% to 10%.", Span(None, 0.20)),
    Bound("reserve.of_collections", "{} of collections put aside", "2% to 10% are usual.", Span(None, 0.25)),
    Bound("turnover.left_per_year", "{} of clinicians leaving in a year", "Most would leave.", Span(None, 0.60)),
    Bound("turnover.cost_of_pay", "replacing at {} of a year's pay", "Published: 40% to 200%.", Span(None, 2.5)),
    Bound("caseload.cap_per_week", "a cap of {} sessions a week", "It would cap nobody.", Span(None, 75)),
    Bound("caseload.rise_in_leaving", "a rise of {} in leaving", "More than any study finds.", Span(None, 0.50)),
    Bound("unpaid_admin.hours_per_week", "{} unpaid hours a week", "More than half a week.", Span(None, 25)),
    Bound(
        "unpaid_admin.hour_worth", "{} for an hour of office work", "Office work: $15 to $60.", Span(None, 150), AN_HOUR
    ),
    Bound("rtm.platform", "{} for software, a patient and month", "$5 to $40 are asked.", Span(None, 100)),
    Bound("rtm.staff_minutes", "{} minutes of staff, a patient and month", "Two hours.", Span(None, 120)),
    Bound("rtm.staff_hour", "{} for an hour of staff", "$15 to $50 are paid.", Span(7.25, 100), AN_HOUR),
    Bound("rtm.clinician_hour", "{} for an hour of a clinician", "$25 to $110 are paid.", Span(12, 250), AN_HOUR),
)
