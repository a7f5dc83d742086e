"""The sections of a practice file: what a practice takes in over a year, whom it pays, and what it spends on what.

In: values converted by `values`. Out: frozen models. Must not compute money or read files. Amounts are of one year
unless they say otherwise. Not to be mixed up with `terms.Practice`, which is what an offer says about an organisation.
"""

from typing import Literal

from pydantic import Field

from evaluator.offer.choices import Discipline, Kind
from evaluator.offer.pay_extras import Section
from evaluator.offer.remote_monitoring import RtmProgram
from evaluator.offer.values import (
    Day,
    ExactHours,
    ExactMoney,
    ExactPeople,
    ExactSessions,
    ExactShare,
    ExactWeeks,
    Line,
    Multiple,
    Share,
    SomeMoney,
    State,
    Weeks,
    YearlyHours,
    YesNo,
)

AllocateBy = Literal["headcount", "sessions", "collections", "room_hours", "new_clients"]
Function = Literal[
    "billing", "intake", "scheduling", "credentialing", "supervision", "technology", "marketing", "compliance"
]

_FUNCTION = "What the money does for clinicians, if it is one of these."


class AboutPractice(Section):
    """Whose books these are."""

    name: Line = Field(description="The name of the practice.")
    kind: Kind | None = Field(None, description="What kind of organisation it is.")
    discipline: Discipline | None = Field(None, description="The field of practice.")
    state: State | None = Field(None, description="Two letters of the state.")
    as_of: Day | None = Field(None, description="The last day of the year that these figures cover.")


class ClinicianPay(Section):
    """What clinicians are paid, and what the practice aims at."""

    share: ExactShare | None = Field(None, description="The split chosen: the clinicians' share of collections.")
    burden: ExactShare = Field(description="Payroll burden on top of pay, as a share of it; 0% for contractors.")
    target_margin: ExactShare | None = Field(
        None, description="Share of collections that is to be left to the practice after all costs."
    )


class OwnersWork(Section):
    """The owner's own work for the practice, outside sessions, at what it would cost to hire somebody for it."""

    hours_per_week: ExactHours = Field(description="Hours a week the owner works for the practice, outside sessions.")
    weeks: ExactWeeks = Field(description="Weeks a year with such hours.")
    market_wage: SomeMoney = Field(description="Pay for an hour of such work if somebody else did it.")
    allocate_by: AllocateBy = Field("headcount", description="How the cost of it is shared out among clinicians.")
    drawn: ExactMoney | None = Field(None, description="Dollars a year that the owner really takes for this work.")


class ClinicianBooks(Section):
    """One clinician's year. Leave out who has brought in nothing yet."""

    name: Line = Field(description="A name, or a letter to keep it private.")
    collections: SomeMoney = Field(description="Money collected for this clinician's sessions.")
    kept_sessions: ExactSessions = Field(description="Sessions kept.")
    share: ExactShare | None = Field(None, description="This clinician's own split, if it is not the common one.")
    weeks: ExactWeeks | None = Field(None, description="Weeks a year with sessions.")
    room_hours: YearlyHours | None = Field(None, description="Hours a year for which a room is kept.")
    new_clients: ExactPeople | None = Field(None, description="New clients taken in over the year.")


class CostStep(Section):
    """A shared cost from a number of clinicians on."""

    from_clinicians: ExactPeople = Field(description="Number of clinicians from which on it costs this; the first: 1.")
    yearly: ExactMoney = Field(description="Dollars a year from there on.")


class SharedCost(Section):
    """One pool of cost that all clinicians share."""

    name: Line = Field(description="What it is, such as rent.")
    yearly: ExactMoney | None = Field(None, description="Dollars a year.")
    steps: tuple[CostStep, ...] | None = Field(
        None, description="Dollars a year that rise in steps with the number of clinicians, in place of one amount."
    )
    allocate_by: AllocateBy = Field("headcount", description="How it is shared out among clinicians.")
    function: Function | None = Field(None, description=_FUNCTION)


class ClinicianCost(Section):
    """A cost that comes with each clinician."""

    name: Line = Field(description="What it is, such as a software seat.")
    yearly: ExactMoney = Field(description="Dollars a year for each clinician.")
    function: Function | None = Field(None, description=_FUNCTION)


class SessionCost(Section):
    """A cost that comes with each kept session."""

    name: Line = Field(description="What it is, such as claim fees.")
    amount: ExactMoney = Field(description="Dollars for each kept session.")
    function: Function | None = Field(None, description=_FUNCTION)


class CollectionsCost(Section):
    """A cost that is a share of collections."""

    name: Line = Field(description="What it is, such as a billing service.")
    share: ExactShare = Field(description="Share of collections.")
    function: Function | None = Field(None, description=_FUNCTION)


class PracticeCosts(Section):
    """What the practice pays beside clinicians' pay and the owner's work."""

    shared: tuple[SharedCost, ...] | None = Field(None, description="Costs that all clinicians share, in pools.")
    per_clinician: tuple[ClinicianCost, ...] | None = Field(None, description="Costs that come with each clinician.")
    per_session: tuple[SessionCost, ...] | None = Field(None, description="Costs that come with each kept session.")
    of_collections: tuple[CollectionsCost, ...] | None = Field(
        None, description="Costs that are a share of collections."
    )


class FunctionAtMarket(Section):
    """What one function would cost if it were bought at market. What is spent on it is read off the cost lines."""

    function: Function = Field(description="Which function.")
    market: ExactMoney | None = Field(None, description="Dollars a year it costs at market, done as promised.")
    promised: YesNo = Field("yes", description="Whether clinicians are told that the practice's share pays for it.")
    done_by_owner: YesNo = Field("no", description="Whether the owner does it, in the owner's hours above.")


class ReserveBooks(Section):
    """What is put aside for slow months, denials and money that payers take back."""

    of_collections: ExactShare | None = Field(None, description="Share of collections put aside.")
    held: ExactMoney | None = Field(None, description="Dollars in the reserve.")


class TurnoverBooks(Section):
    """Clinicians who leave, and what that costs."""

    left_per_year: Share | None = Field(None, description="Share of clinicians who leave within a year.")
    cost_of_pay: Multiple | None = Field(
        None, description="Your own estimate of what replacing one costs, as a share of a year's pay, such as 40-90%."
    )
    seat_empty: Weeks | None = Field(
        None, description="Weeks from the last session of a clinician who leaves to the first of the next one."
    )
    refill: Weeks | None = Field(None, description="Weeks until the next clinician's caseload is full.")


class CaseloadBooks(Section):
    """How much is too much."""

    cap_per_week: ExactSessions | None = Field(None, description="Kept sessions a worked week that are the most.")
    rise_in_leaving: ExactShare | None = Field(
        None, description="By how much the chance of leaving within a year rises above the cap, such as 10%."
    )


class UnpaidAdmin(Section):
    """Office work that clinicians do unpaid."""

    hours_per_week: ExactHours = Field(description="Hours a worked week of each clinician.")
    hour_worth: ExactMoney | None = Field(None, description="What such an hour is worth.")


class AttendanceBooks(Section):
    """Missed visits of the year, over all clinicians."""

    no_show: ExactShare | None = Field(None, description="Share of booked sessions to which nobody came.")
    late_cancel: ExactShare | None = Field(
        None, description="Share of booked sessions that were cancelled inside the notice window."
    )


class PayerPart(Section):
    """One payer's part of the collections."""

    name: Line = Field(description="A name for the payer.")
    mix: ExactShare = Field(description="Its share of collections.")
    paid_by: Literal["insurer", "clients"] | None = Field(
        None, description="Who pays: an insurer that decides on claims, or the clients themselves."
    )
    patient_part: ExactShare | None = Field(
        None, description="Share of the allowed amounts that clients owe themselves."
    )
    denied: ExactShare | None = Field(None, description="Share of its claims that it denied at first.")
    recovered: ExactShare | None = Field(None, description="Share of those that it paid in the end.")


class PracticeFile(Section):
    """One practice file: what an owner knows about the own practice. Money is US dollars a year."""

    format: Literal["1"] = Field(description="The version of this file format.")
    practice: AboutPractice
    pay: ClinicianPay
    owner: OwnersWork | None = Field(None, description="The owner's own work for the practice, outside sessions.")
    clinicians: tuple[ClinicianBooks, ...] = Field(description="Each clinician's year.")
    costs: PracticeCosts = PracticeCosts()
    functions: tuple[FunctionAtMarket, ...] | None = Field(None, description="What each function costs at market.")
    reserve: ReserveBooks = ReserveBooks()
    turnover: TurnoverBooks = TurnoverBooks()
    caseload: CaseloadBooks = CaseloadBooks()
    unpaid_admin: UnpaidAdmin | None = Field(None, description="Office work that clinicians do unpaid.")
    rtm: RtmProgram | None = Field(None, description="Remote therapeutic monitoring, a month of it.")
    payers: tuple[PayerPart, ...] | None = Field(None, description="The payers and their shares of collections.")
    attendance: AttendanceBooks = AttendanceBooks()
