"""Patients from referral to the last visit of their plan, and the services of a visit, as an offer may state them.

In: values converted by `values`. Out: frozen models. Must not compute visits or money, nor know prices.
"""

from typing import Literal

from pydantic import Field

from evaluator.offer.pay_extras import Section
from evaluator.offer.values import Line, Minutes, Money, People, Share, Visits

Beyond = Literal["not_billed", "stopped", "billed"]


class PatientFlow(Section):
    """A schedule that fills as patients are referred, evaluated and treated by a plan of care."""

    referrals_per_week: People | None = Field(None, description="Patients referred to this clinician in a week.")
    direct_access_per_week: People | None = Field(
        None, description="Patients a week who come to this clinician without a referral."
    )
    conversion: Share | None = Field(None, description="Share of them who come to an evaluation.")
    plan_of_care_visits: Visits | None = Field(
        None, description="Visits that the plan of care has on average, the evaluation among them."
    )
    visits_per_week: Visits | None = Field(None, description="Visits a week of one patient.")
    drop_out: Share | None = Field(None, description="Share of the patients who stop coming after each visit.")
    completion: Share | None = Field(None, description="Share who reach the last planned visit, instead of drop_out.")
    slots_per_week: Visits | None = Field(None, description="Visits a week for which the schedule has room.")
    evaluation_minutes: Minutes | None = Field(
        None, description="Minutes of an evaluation; session_minutes are those of a follow-up."
    )
    evaluation_documentation_minutes: Minutes | None = Field(
        None, description="Minutes of notes for an evaluation; documentation_minutes are those of a follow-up."
    )
    clinic_cost_per_visit: Money | None = Field(
        None, description="What a visit costs the clinic beside its clinician; for the margin of a visit only."
    )


class VisitCode(Section):
    """One service of an evaluation or of a follow-up visit, as it is billed."""

    code: Line = Field(description="The code, such as 97110.")
    visit: Literal["evaluation", "follow_up"] = Field(description="The kind of visit that has this service.")
    minutes: Minutes | None = Field(None, description="Timed minutes of it; left out for a service billed once.")
    price: Money | None = Field(None, description="Contracted amount for one unit, or for the service billed once.")
