"""A practice's programme of remote therapeutic monitoring, as its practice file gives it.

In: values converted by `values`. Out: frozen models. Must not compute money. Figures are of one month.
"""

from typing import Literal

from pydantic import Field

from evaluator.offer.pay_extras import Section
from evaluator.offer.values import ExactMinutes, ExactMoney, ExactPeople, ExactShare

Device = Literal["musculoskeletal", "respiratory", "behavioral"]


class RtmPrices(Section):
    """What payers allow for remote monitoring, where it is not Medicare's price for the device."""

    set_up: ExactMoney | None = Field(None, description="Setting up and teaching, once for each episode.")
    supply_16_days: ExactMoney | None = Field(None, description="Device supply, 16 to 30 days of data in 30.")
    supply_2_days: ExactMoney | None = Field(None, description="Device supply, 2 to 15 days of data in 30.")
    first_10_minutes: ExactMoney | None = Field(None, description="Management of 10 to 19 minutes in the month.")
    first_20_minutes: ExactMoney | None = Field(None, description="Management, first 20 minutes in the month.")
    further_20_minutes: ExactMoney | None = Field(None, description="Management, the next 20 minutes in the month.")


class RtmMinutes(Section):
    """A clinician's minutes a month for one patient, by the length of management that is billed."""

    at_10: ExactMinutes | None = Field(None, description="For a patient with 10 to 19 minutes billed.")
    at_20: ExactMinutes | None = Field(None, description="For a patient with 20 to 39 minutes billed.")
    at_40: ExactMinutes | None = Field(None, description="For a patient with 40 minutes or more billed.")


class RtmProgram(Section):
    """Remote therapeutic monitoring, a month of it."""

    device: Device = Field(description="What is monitored; behavioral supply has no national price.")
    enrolled: ExactPeople = Field(description="Patients enrolled.")
    days_16: ExactShare = Field(description="Share of them with 16 to 30 days of data in 30.")
    days_2: ExactShare = Field(description="Share of them with 2 to 15 days of data in 30.")
    managed_10: ExactShare = Field(description="Share of them with 10 to 19 minutes of management.")
    managed_20: ExactShare = Field(description="Share of them with 20 to 39 minutes of management.")
    managed_40: ExactShare = Field(description="Share of them with 40 minutes or more of management.")
    new_episodes: ExactPeople = Field(description="Patients set up in the month.")
    collected: ExactShare = Field(
        description="Share of the allowed amounts that is collected, patients' part included."
    )
    platform: ExactMoney = Field(description="Cost of the software for each patient and month.")
    staff_minutes: ExactMinutes = Field(description="Minutes of staff for each patient and month.")
    staff_hour: ExactMoney = Field(description="Cost of an hour of staff.")
    clinician_minutes: RtmMinutes = Field(RtmMinutes(), description="Clinicians' minutes.")
    clinician_hour: ExactMoney | None = Field(None, description="What an hour of a clinician is paid for this work.")
    prices: RtmPrices = Field(RtmPrices(), description="Prices that payers allow.")
