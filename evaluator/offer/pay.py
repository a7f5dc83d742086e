"""Pay structures as offers word them, one class each; `economics/pay` has one method for each.

In: values converted by `values`. Out: frozen models, told apart by `structure`. Must not compute money.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from evaluator.offer.values import Count, Days, Line, Money, Share


class Section(BaseModel):
    """Base of every section: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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


class AnyPay(Section):
    """The terms that every pay structure may state."""

    label: ClassVar[str] = ""

    missed_visit: MissedVisit = Field(MissedVisit(), description="Pay for missed visits.")
    lag_days: Days | None = Field(None, description="Days from the session to the money.")


class Percentage(AnyPay):
    """A share of what the clinician's sessions bring in."""

    label: ClassVar[str] = "share of collections"

    structure: Literal["percentage"] = Field(description="A share of what sessions bring in.")
    share: Share | None = Field(None, description="The share that the clinician receives.")
    of: Literal["collected", "allowed"] | None = Field(
        None, description="Share of what: money collected, or the amount the payer allows."
    )
    fees_off_the_top: Share | None = Field(None, description="Fees taken from the money before it is shared.")
    deduction_per_session: Money | None = Field(None, description="Dollars taken from each session before sharing.")
    clawback_share: Share | None = Field(
        None, description="If paid on the allowed amount: share of what is not collected that is taken back."
    )


class SessionRate(Section):
    """One line of a rate table."""

    name: Line = Field(description="What the rate is for, such as 45 minutes.")
    amount: Money = Field(description="Pay for one kept session.")
    mix: Share = Field(description="Share of the sessions that are paid at this rate.")


class PerSession(AnyPay):
    """A fixed amount for each kept session."""

    label: ClassVar[str] = "fixed amount per session"

    structure: Literal["per_session"] = Field(description="A fixed amount for each kept session.")
    rate: Money | None = Field(None, description="Pay for one kept session, if all are paid alike.")
    rates: tuple[SessionRate, ...] | None = Field(None, description="Pay by kind of session, with the mix of kinds.")


class Bonus(Section):
    """Extra pay for kept sessions above a number."""

    per_session: Money = Field(description="Dollars for each kept session above the number.")
    above: Count = Field(description="The number of kept sessions a period that earns nothing extra.")
    per: Literal["week", "month", "year"] = Field(description="The period over which sessions are counted.")


class Salary(AnyPay):
    """A fixed yearly salary, with a bonus or without."""

    label: ClassVar[str] = "salary"

    structure: Literal["salary"] = Field(description="A fixed yearly salary.")
    salary: Money | None = Field(None, description="Gross pay a year.")
    bonus: Bonus | None = Field(None, description="Extra pay above a quota.")


Pay = Annotated[Percentage | PerSession | Salary, Field(discriminator="structure")]
