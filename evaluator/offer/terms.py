"""The typed offer: what the sections of an offer file may say.

In: values already converted from text by `values`. Out: frozen models. Must not read files or compute money.

Every term is optional: one that was left out, vague or refused is `None` here, and only `OfferFile.facts` knows which
of the three it was. Shares are fractions, money is US dollars, times carry their unit in the name or the type.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field

from evaluator.offer.choices import Discipline, Engagement, Kind, LicenseStage
from evaluator.offer.evidence import Evidence, Fact, Place
from evaluator.offer.monitoring import Monitoring
from evaluator.offer.patient_flow import Beyond, PatientFlow, VisitCode
from evaluator.offer.pay import Pay, Section
from evaluator.offer.travel import Travel
from evaluator.offer.values import (
    Day,
    Hours,
    Line,
    Minutes,
    Money,
    NamedHours,
    NamedMoney,
    People,
    Share,
    State,
    Visits,
    WeeklySessions,
    Weeks,
    YesNo,
)


class About(Section):
    """What is offered, by whom, to whom."""

    name: Line = Field(description="A short name of the position.")
    organization: Line | None = Field(None, description="Who makes the offer.")
    kind: Kind | None = Field(None, description="What kind of organisation makes the offer.")
    discipline: Discipline | None = Field(None, description="The field of practice.")
    engagement: Engagement | None = Field(None, description="Employee (W-2), contractor (1099) or partner.")
    license_stage: LicenseStage | None = Field(None, description="The licence that the position is for.")
    state: State | None = Field(None, description="Two letters of the state where the work is done.")
    full_time_share: Share | None = Field(None, description="Share of full time; 100% is a full-time post.")
    as_of: Day | None = Field(None, description="The day on which the terms were as written here.")
    issued: Day | None = Field(None, description="The day on which the offer was given out.")
    good_until: Day | None = Field(None, description="The last day on which the offer can be accepted.")
    revision: Line | None = Field(None, description="Which version of the offer this is, such as 2.")
    revised_because: Line | None = Field(None, description="What changed since the version before, and why.")
    evidence: Evidence = Field(description="What every term below rests on unless it says otherwise.")


class RampStep(Section):
    """From a week on, a share of the full caseload."""

    from_week: Weeks = Field(description="First calendar week of this step; the first step starts at 1.")
    share: Share = Field(description="Share of the full caseload from that week on.")


class Ramp(Section):
    """How the caseload fills."""

    weeks: Weeks | None = Field(None, description="Calendar weeks until the caseload is full; 0 if it is full at once.")
    starts_at: Share | None = Field(None, description="Share of the full caseload in the first week.")
    shape: Literal["linear", "s_curve"] | None = Field(None, description="How it grows between start and full.")
    steps: tuple[RampStep, ...] | None = Field(None, description="A stepwise ramp instead of weeks and start.")


class NewClients(Section):
    """A caseload that fills as fast as new clients come."""

    per_week: WeeklySessions | None = Field(None, description="New clients a week who stay after intake.")
    sessions_per_client: WeeklySessions | None = Field(None, description="Sessions a week of one active client.")
    discharged_per_week: Share | None = Field(None, description="Share of the active clients who finish in a week.")
    at_start: People | None = Field(None, description="Active clients on the first day.")


class Caseload(Section):
    """How many sessions, and how soon."""

    sessions_per_week: WeeklySessions | None = Field(None, description="Sessions booked in a full working week.")
    ramp: Ramp = Field(Ramp(), description="How the caseload fills.")
    new_clients: NewClients | None = Field(None, description="Where the caseload is limited by referrals.")


class Attendance(Section):
    """Missed visits as shares of booked sessions."""

    no_show: Share | None = Field(None, description="Share of booked sessions to which nobody comes.")
    late_cancel: Share | None = Field(None, description="Share of booked sessions cancelled inside the notice window.")
    refilled: Share | None = Field(None, description="Share of such slots that are filled again in time.")
    rescheduled: Share | None = Field(
        None, description="Share of missed visits that are booked again in the same week, where patients have a plan."
    )


class Payer(Section):
    """One payer or kind of service, and what it pays."""

    name: Line = Field(description="A name for the payer or service.")
    mix: Share = Field(description="Share of the kept sessions; of the patients, where visits follow from referrals.")
    allowed: Money | None = Field(
        None,
        description="Contracted amount for one session or follow-up visit, payer's and patient's part together; what "
        "codes come to where they are stated instead.",
    )
    evaluation: Money | None = Field(None, description="Contracted amount for an evaluation visit, where it differs.")
    patient_part: Money | None = Field(None, description="What the patient owes of it; all of it for self-pay.")
    patient_share: Share | None = Field(None, description="The patient's part as a share of the contracted amount.")
    denied: Share | None = Field(None, description="Share of claims that are denied at first.")
    recovered: Share | None = Field(None, description="Share of denied claims that are paid in the end.")
    patient_part_collected: Share | None = Field(None, description="Share of the patient's part that is collected.")
    at_desk: Share | None = Field(None, description="Share of the patient's part that is collected at the visit.")
    collected_later: Share | None = Field(None, description="Share of the rest that is collected afterwards.")
    other_reductions: Share | None = Field(None, description="Other cuts of the payer's part, such as sequestration.")
    needs_authorization: YesNo | None = Field(None, description="Whether visits have to be authorised in advance.")
    authorized_visits: Visits | None = Field(
        None, description="Visits that the payer authorises for one episode of care, the evaluation among them."
    )
    beyond_authorization: Beyond | None = Field(None, description="What happens to planned visits beyond those.")
    yearly_threshold: Money | None = Field(
        None,
        description="Allowed amounts of one patient in a year above which claims need more, such as Medicare's KX.",
    )
    above_threshold: Beyond | None = Field(None, description="What happens to planned visits above that threshold.")
    prices: Literal["medicare"] | None = Field(
        None, description="Medicare, if the codes are paid by its national prices, its reduction and its threshold."
    )
    codes: tuple[VisitCode, ...] | None = Field(None, description="The services of a visit, instead of one amount.")
    unit_rule: Literal["eight_minute", "midpoint", "flat_visit"] | None = Field(
        None, description="How timed minutes become units: all together, each service by itself, or not at all."
    )
    several_services_reduced: YesNo | None = Field(
        None, description="Whether the payer reduces all but one of the services of a day."
    )


class Collections(Section):
    """What kept sessions bring in."""

    payers: tuple[Payer, ...] | None = Field(None, description="The payers and their shares of the sessions.")
    per_session: Money | None = Field(None, description="Collected for one kept session, if payers are not known.")


class WorkHours(Section):
    """The hours that the work takes."""

    session_minutes: Minutes | None = Field(None, description="Minutes of one session.")
    documentation_minutes: Minutes | None = Field(None, description="Minutes of notes for one kept session.")
    weekly: NamedHours | None = Field(None, description="Hours a worked week outside sessions and notes, by kind.")
    weekly_paid: Share | None = Field(None, description="Share of those weekly hours that is paid separately.")
    paid_hour: Money | None = Field(None, description="Pay for one such hour.")
    presence_per_week: Hours | None = Field(None, description="Hours a week that must be spent at work in any case.")
    contract_per_week: Hours | None = Field(None, description="Hours a week that a salary pays for.")
    weeks_off: Weeks | None = Field(None, description="Weeks a year in which no sessions are held.")


class Costs(Section):
    """What the clinician pays."""

    yearly: NamedMoney | None = Field(None, description="Costs a year by kind, or none.")
    per_session: Money | None = Field(None, description="Cost of each kept session.")


class BenefitsWhen(Section):
    """From when and from which volume there are benefits."""

    above_sessions: WeeklySessions | None = Field(
        None, description="Kept sessions a worked week from which there are benefits, on average over the month."
    )
    after_weeks: Weeks | None = Field(None, description="Weeks of waiting before benefits start.")


class Practice(Section):
    """Facts about the organisation that checks look at."""

    clinicians: People | None = Field(None, description="Clinicians who work there.")
    left_last_year: Share | None = Field(None, description="Share of clinicians who left in the last twelve months.")


class Control(Section):
    """What the practice decides about a contractor's work, where no checklist asks it."""

    required_meetings: YesNo | None = Field(None, description="Whether meetings are mandatory.")
    supervises: YesNo | None = Field(
        None, description="Whether the practice supervises the clinical work of a fully licensed contractor."
    )
    sets_prices: YesNo | None = Field(None, description="Whether the practice sets what clients pay.")
    supplies_tools: YesNo | None = Field(None, description="Whether the practice supplies tools and room.")
    open_ended: YesNo | None = Field(
        None, description="Whether the post has no end date and is part of the practice's usual work."
    )


class Offer(Section):
    """One offer. `answers` holds checklist answers by section and check id."""

    format: Literal["1"] = Field(description="The version of this file format.")
    offer: About
    pay: Pay | None = Field(None, description="How the work is paid.")
    caseload: Caseload = Caseload()
    patient_flow: PatientFlow | None = Field(
        None, description="Where visits follow from referrals and plans of care, instead of a caseload."
    )
    attendance: Attendance = Attendance()
    collections: Collections = Collections()
    hours: WorkHours = WorkHours()
    costs: Costs = Costs()
    travel: Travel | None = Field(None, description="Driving to visits at patients' homes.")
    benefits: NamedMoney | None = Field(None, description="Dollars a year by kind, beyond paid leave, or none.")
    benefits_when: BenefitsWhen = BenefitsWhen()
    monitoring: Monitoring | None = Field(None, description="Remote monitoring of patients between visits.")
    practice: Practice = Practice()
    control: Control = Control()


@dataclass(frozen=True, slots=True)
class Implausible:
    """Something implausible but possible, printed in the report."""

    place: Place
    message: str


_TOP = Place(1, 1)


@dataclass(frozen=True, slots=True)
class OfferFile:
    """An offer as read: the typed terms, the answers, and what each rests on.

    `answers[section][check]` is the word given; vague and refused answers are absent there. `facts` has one entry for
    every term and answer that was given in any way, keyed by dotted path (`pay.share`, `autonomy.pause-intake`,
    `collections.payers.0.allowed`), including vague and refused ones. `sha256` is of the file's bytes;
    `name_place` is where the name of the post stands, which is no fact. `carrier` is the path of the PDF that the file
    was attached to; `remarks` are sentences on that for whoever gave it.
    """

    id: str
    file: str
    sha256: str
    text: str
    offer: Offer
    answers: Mapping[str, Mapping[str, str]]
    facts: Mapping[str, Fact]
    warnings: tuple[Implausible, ...] = ()
    name_place: Place = _TOP
    carrier: str | None = None
    remarks: tuple[str, ...] = ()

    @property
    def as_of(self) -> date | None:
        """The day of the terms, if stated."""
        return self.offer.offer.as_of
