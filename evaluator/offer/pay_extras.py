"""What may stand beside any pay structure: missed visits, bonuses, guarantees, single payments, stipends, late notes.

In: values converted by `values`. Out: frozen models. Must not compute money, nor know pay structures.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from evaluator.offer.values import Count, Line, Money, ServiceWeeks, Share, WeeklySessions, Weeks

Period = Literal["week", "month", "year"]


class Section(BaseModel):
    """Base of every section: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class MissedVisit(Section):
    """What the clinician gets when a client does not come."""

    fee: Money | None = Field(None, description="The fee that a client is charged for a missed visit.")
    enforceable: Share | None = Field(
        None, description="Share of missed visits for which the fee may be charged at all."
    )
    collected: Share | None = Field(None, description="Share of the charged fees that is really collected.")
    clinician_share: Share | None = Field(None, description="Share of a collected fee that the clinician receives.")
    per_no_show: Money | None = Field(
        None, description="Fixed pay for a no-show, owed whether or not a fee is collected."
    )
    per_late_cancel: Money | None = Field(None, description="Fixed pay for a late cancellation.")
    no_show_rate_share: Share | None = Field(
        None, description="Pay for a no-show as a share of what a kept session pays, instead of a fixed amount."
    )
    late_cancel_rate_share: Share | None = Field(
        None, description="Pay for a late cancellation as a share of what a kept session pays."
    )
    paid_part: Share | None = Field(
        None, description="Share of missed visits that the rule pays for, after the reasons that it leaves out."
    )


class VolumeBonus(Section):
    """Extra pay once the sessions or collections of a period reach a number, or pay taken off below it."""

    name: Line | None = Field(None, description="What the bonus is called.")
    amount: Money = Field(description="Dollars of the bonus.")
    paid: Literal["once", "each_above", "all_sessions", "taken_off_each_below"] = Field(
        description="Once in the period, for each session above the number, or for all sessions of the period; or "
        "taken off for each session below the number, which then counts in proportion to the weeks worked."
    )
    at_sessions: Count | None = Field(None, description="Kept sessions of the period that it takes.")
    at_collections: Money | None = Field(None, description="Collections of the period that it takes.")
    at_units: Count | None = Field(
        None, description="Billed units of the period that it takes; dollars are for a unit."
    )
    units_per_visit: Count | None = Field(None, description="Billed units of a kept visit, on average, with at_units.")
    at_productivity: Share | None = Field(
        None, description="Hours in kept sessions as a share of other hours that it takes, with 'paid: once'."
    )
    productivity_of: Literal["paid_hours", "booked_hours"] | None = Field(
        None, description="The hours that productivity is a share of: those of the contract, or those booked."
    )
    per: Period = Field(description="The period over which is counted.")


class Guarantee(Section):
    """Pay that is guaranteed in the first periods, as a floor or as a draw that is paid back."""

    amount: Money | None = Field(None, description="The least that is paid in each period.")
    per: Literal["week", "month"] = Field(description="The period of the amount.")
    periods: Count | None = Field(None, description="For how many periods, from the first day.")
    recoverable: Literal["yes", "no"] | None = Field(None, description="Whether it is paid back out of later pay.")
    recoup_share: Share | None = Field(None, description="Share of later pay above the floor that goes to paying back.")
    recoup_floor: Money | None = Field(
        None, description="Pay of a later period that is safe from paying back; the guaranteed amount if not stated."
    )
    balance_at_end: Literal["owed", "forgiven"] | None = Field(
        None, description="Whether what is left of the draw at the end is owed or forgiven."
    )


class OneTime(Section):
    """A single payment that may have to be paid back."""

    name: Line = Field(description="What it is, such as sign-on bonus.")
    amount: Money = Field(description="Dollars.")
    kept_after: ServiceWeeks | None = Field(
        None, description="Weeks of service after which it is yours for good; 0 if it is never paid back."
    )


class Stipend(Section):
    """A regular amount in cash."""

    name: Line = Field(description="What it is for, such as health insurance.")
    amount: Money = Field(description="Dollars for each period.")
    per: Period = Field(description="The period of the amount.")
    above_sessions: WeeklySessions | None = Field(
        None, description="Kept sessions a worked week from which it is paid, on average over the month."
    )
    after_weeks: Weeks | None = Field(None, description="Weeks of waiting before it starts.")


class LateNotes(Section):
    """A deadline for notes after which a session is not paid."""

    sessions: Share | None = Field(None, description="Share of the sessions whose notes come after the deadline.")
    unpaid: Share | None = Field(None, description="Share of such sessions that stays unpaid for good.")
