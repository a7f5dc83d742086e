"""Remote monitoring of patients between visits, as an offer may describe it.

In: values converted by `values`. Out: a frozen model. Must not compute money, nor know prices.
"""

from typing import Literal

from pydantic import Field

from evaluator.offer.pay_extras import Section
from evaluator.offer.values import Minutes, Money, People, Share

Monitored = Literal["musculoskeletal", "respiratory", "cognitive_behavioral"]


class Monitoring(Section):
    """Patients watched between visits by device or app, a month at a full caseload; minutes are the clinician's own."""

    kind: Monitored = Field(description="What is monitored; it decides which codes are billed.")
    patients: People | None = Field(None, description="Patients of the clinician who are enrolled.")
    covered: Share | None = Field(None, description="Share of them whose payer pays for remote monitoring.")
    sixteen_days: Share | None = Field(None, description="Share of patients with 16 or more days of data in 30.")
    two_to_fifteen_days: Share | None = Field(None, description="Share of patients with 2 to 15 days of data in 30.")
    managed_10_to_19: Share | None = Field(None, description="Share managed for 10 to 19 minutes in the month.")
    managed_20_to_39: Share | None = Field(None, description="Share managed for 20 to 39 minutes in the month.")
    managed_40_or_more: Share | None = Field(None, description="Share managed for 40 minutes or more in the month.")
    minutes_10_to_19: Minutes | None = Field(None, description="Clinician's minutes for one managed 10 to 19 minutes.")
    minutes_20_to_39: Minutes | None = Field(None, description="Clinician's minutes for one managed 20 to 39 minutes.")
    minutes_40_or_more: Minutes | None = Field(None, description="Clinician's minutes for one managed 40 or more.")
    new_episodes: People | None = Field(None, description="Patients set up in a month, each once an episode of care.")
    supply: Money | None = Field(
        None, description="Allowed for a month's device supply, where it is not Medicare's national price."
    )
    collected: Share | None = Field(None, description="Share of what is billed that is collected in the end.")
    clinician_share: Share | None = Field(None, description="Share of what is collected that the clinician receives.")
    per_patient: Money | None = Field(None, description="Clinician's pay a month for each enrolled patient.")
