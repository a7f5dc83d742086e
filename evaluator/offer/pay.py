"""Pay structures as offers word them, one class each; `economics/pay` has one case for each.

In: values converted by `values`. Out: frozen models, told apart by `structure`. Must not compute money.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from evaluator.offer.pay_extras import (
    Guarantee,
    LateNotes,
    MissedVisit,
    OneTime,
    Period,
    Section,
    Stipend,
    VolumeBonus,
)
from evaluator.offer.values import Count, Days, Hours, Line, Minutes, Money, Share, Weeks

__all__ = [
    "AnyPay",
    "BasePlusCommission",
    "Bonus",
    "Guarantee",
    "Hourly",
    "LateNotes",
    "LaterShare",
    "MissedVisit",
    "OneTime",
    "OwnClients",
    "Pay",
    "PerSession",
    "PerUnit",
    "Percentage",
    "Period",
    "Salary",
    "Section",
    "SessionRate",
    "Stipend",
    "Tier",
    "Tiered",
    "UnitsOfVisit",
    "VolumeBonus",
]


class AnyPay(Section):
    """The terms that every pay structure may state."""

    label: ClassVar[str] = ""

    missed_visit: MissedVisit = Field(MissedVisit(), description="Pay for missed visits.")
    lag_days: Days | None = Field(None, description="Days from the session to the money.")
    bonuses: tuple[VolumeBonus, ...] | None = Field(
        None, description="Extra pay once sessions or collections reach a number."
    )
    bonus_cap: Money | None = Field(None, description="The most that all bonuses together may come to in a year.")
    guarantee: Guarantee | None = Field(None, description="Pay that is guaranteed or advanced at first.")
    one_time: tuple[OneTime, ...] | None = Field(None, description="Sign-on, retention and other single payments.")
    stipends: tuple[Stipend, ...] | None = Field(
        None, description="Regular amounts in cash beside the pay for sessions."
    )
    run_out: Weeks | None = Field(
        None,
        description="Weeks of earned pay that are lost at the end, because money that comes after leaving is not paid.",
    )
    late_notes: LateNotes = Field(LateNotes(), description="Pay that is lost when notes are handed in late.")


class Shared(AnyPay):
    """What is shared where pay is a share of money."""

    of: Literal["collected", "allowed", "listed"] | None = Field(
        None, description="Share of what: money collected, the amount the payer allows, or the practice's listed fee."
    )
    listed_fee: Money | None = Field(None, description="The practice's listed fee for a session, with 'of: listed'.")
    fees_off_the_top: Share | None = Field(None, description="Fees taken from the money before it is shared.")
    deduction_per_session: Money | None = Field(None, description="Dollars taken from each session before sharing.")
    clawback_share: Share | None = Field(
        None, description="If paid on the allowed amount: share of what is not collected that is taken back."
    )


class LaterShare(Section):
    """A share that changes with time or a licence."""

    from_week: Weeks = Field(
        description="Calendar week of the post from which this share holds; 53 is the second year."
    )
    share: Share = Field(description="The share from that week on.")


class OwnClients(Section):
    """A share of its own for clients whom the clinician brings."""

    share: Share = Field(description="The share for clients whom the clinician brought.")
    mix: Share = Field(description="Share of the kept sessions that are with such clients.")


class Percentage(Shared):
    """A share of what the clinician's sessions bring in."""

    label: ClassVar[str] = "share of collections"

    structure: Literal["percentage"] = Field(description="A share of what sessions bring in.")
    share: Share | None = Field(None, description="The share that the clinician receives.")
    later_shares: tuple[LaterShare, ...] | None = Field(
        None, description="Shares that replace the first one from a week on, such as a step for each year."
    )
    own_clients: OwnClients | None = Field(
        None, description="A share of its own for clients whom the clinician brings."
    )
    practice_at_most: Money | None = Field(
        None, description="The most that the practice keeps of a year's collections; the rest goes to the clinician."
    )
    practice_at_least: Money | None = Field(
        None, description="What the practice keeps of a year's collections before the clinician is paid more."
    )


class SessionRate(Section):
    """One line of a rate table. The words beside the amount only say for what it is paid."""

    name: Line = Field(description="What the rate is for, such as 45 minutes.")
    amount: Money = Field(description="Pay for one kept session.")
    mix: Share = Field(description="Share of the sessions that are paid at this rate.")
    service: Line | None = Field(None, description="The service or code, such as 90837.")
    minutes: Minutes | None = Field(None, description="The length of such a session.")
    visit_type: Line | None = Field(None, description="The kind of visit, such as evaluation or follow-up.")
    payer: Line | None = Field(None, description="The payer for whose clients the rate is.")
    client_state: Line | None = Field(None, description="The state in which the client is.")
    licence: Line | None = Field(None, description="The licence for which the rate is.")


class PerSession(AnyPay):
    """A fixed amount for each kept session."""

    label: ClassVar[str] = "fixed amount per session"

    structure: Literal["per_session"] = Field(description="A fixed amount for each kept session.")
    rate: Money | None = Field(None, description="Pay for one kept session, if all are paid alike.")
    rates: tuple[SessionRate, ...] | None = Field(None, description="Pay by kind of session, with the mix of kinds.")


class UnitsOfVisit(Section):
    """Units or points that one kind of visit is worth."""

    visit_type: Line = Field(description="The kind of visit, such as evaluation or follow-up.")
    units: Count = Field(description="Units or points of such a visit.")
    mix: Share = Field(description="Share of the sessions that are of this kind.")


class PerUnit(AnyPay):
    """A fixed amount for each billed unit, or for each point that a visit is worth."""

    label: ClassVar[str] = "fixed amount per unit or point"

    structure: Literal["per_unit", "per_point"] = Field(description="A fixed amount for each billed unit or point.")
    unit_rate: Money | None = Field(None, description="Pay for one unit or point.")
    units_per_session: Count | None = Field(None, description="Units or points of a kept session, on average.")
    units_by_visit: tuple[UnitsOfVisit, ...] | None = Field(
        None, description="Units or points by kind of visit, instead of their average."
    )
    minutes_per_unit: Minutes | None = Field(
        None, description="Minutes that one unit or point stands for, instead of their number."
    )


class Bonus(Section):
    """Extra pay for kept sessions above a number."""

    per_session: Money = Field(description="Dollars for each kept session above the number.")
    above: Count = Field(description="The number of kept sessions a period that earns nothing extra.")
    per: Period = Field(description="The period over which sessions are counted.")


class Salary(AnyPay):
    """A fixed yearly salary, with a bonus or without."""

    label: ClassVar[str] = "salary"

    structure: Literal["salary"] = Field(description="A fixed yearly salary.")
    salary: Money | None = Field(None, description="Gross pay a year.")
    bonus: Bonus | None = Field(None, description="Extra pay above a quota.")


class Hourly(AnyPay):
    """An amount for each hour in sessions, or for each hour on the clock."""

    label: ClassVar[str] = "hourly pay"

    structure: Literal["hourly"] = Field(description="An amount for each hour.")
    hourly_rate: Money | None = Field(None, description="Pay for one hour.")
    paid_for: Literal["session_hours", "contract_hours"] | None = Field(
        None, description="Which hours: those in kept sessions, or all hours of the contract."
    )
    guaranteed_hours: Hours | None = Field(
        None, description="Hours a worked week that are paid even if fewer are in sessions, with 'session_hours'."
    )


class BasePlusCommission(Shared):
    """A salary or hourly base, and an amount or a share for each kept session on top."""

    label: ClassVar[str] = "base pay and commission"

    structure: Literal["base_plus_commission"] = Field(description="Base pay, and a commission for each session.")
    base_salary: Money | None = Field(None, description="The base a year, where it is a salary.")
    base_hourly: Money | None = Field(None, description="The base for each hour of the contract, where it is hourly.")
    commission_per_session: Money | None = Field(None, description="Dollars for each kept session on top of the base.")
    commission_share: Share | None = Field(None, description="Share of what sessions bring in, on top of the base.")


class Tier(Section):
    """One tier: from which number on, and what it pays."""

    from_sessions: Count | None = Field(None, description="Kept sessions of the period from which the tier holds.")
    from_collections: Money | None = Field(None, description="Collections of the period from which the tier holds.")
    share: Share | None = Field(None, description="The share in this tier.")
    per_session: Money | None = Field(None, description="Pay for one kept session in this tier.")


class Tiered(Shared):
    """A share or an amount per session that rises with sessions or collections."""

    label: ClassVar[str] = "tiers"

    structure: Literal["tiered"] = Field(description="A rate that depends on volume.")
    advertised: Share | None = Field(None, description="The share that is advertised, such as 70% for 'up to 70%'.")
    advertised_per_session: Money | None = Field(None, description="The amount per session that is advertised.")
    tiers: tuple[Tier, ...] | None = Field(None, description="The tiers, lowest first.")
    per: Period | None = Field(None, description="The period over which sessions or collections are counted.")
    method: Literal["each_tier", "all_sessions"] | None = Field(
        None,
        description="Each tier pays its own part at its own rate, or all sessions take the rate of the tier reached.",
    )


Pay = Annotated[
    Percentage | PerSession | PerUnit | Salary | Hourly | BasePlusCommission | Tiered, Field(discriminator="structure")
]
