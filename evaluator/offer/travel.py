"""Driving between visits, as an offer may describe it.

In: values converted by `values`. Out: a frozen model. Must not compute hours or money.
"""

from pydantic import Field

from evaluator.offer.pay_extras import Section
from evaluator.offer.values import Miles, Minutes, Money


class Travel(Section):
    """Driving to visits at patients' homes: its time, its miles, and what is paid for them."""

    minutes_per_visit: Minutes | None = Field(None, description="Minutes of driving for one booked visit.")
    miles_per_visit: Miles | None = Field(None, description="Miles in one's own car for one booked visit.")
    paid_hour: Money | None = Field(None, description="Pay for an hour of driving; $0 if the visit pays for it.")
    mileage_rate: Money | None = Field(None, description="Dollars paid back for each mile.")
