"""Driving between visits: hours, pay for them, and what one's own car costs beyond what is paid back.

In: the terms of driving and weekly visits. Out: weekly hours and dollars. Must not know how visits are paid.

A visit that the patient misses has been driven to, so that booked visits count.
"""

import numpy as np

from evaluator.economics.inputs import WEEKS_A_YEAR, Array, Driving, Inputs, Values
from evaluator.economics.money_term import TermCollector
from evaluator.economics.reader import Reader
from evaluator.economics.volume import Volume
from evaluator.offer.travel import Travel

TERMS = ("minutes_per_visit", "miles_per_visit", "paid_hour", "mileage_rate")


def take_travel(c: TermCollector) -> None:
    """The terms of driving, all open unless stated; none where the offer has no driving."""
    offered = c.file.offer.travel
    for name in TERMS if offered is not None else ():
        c.take(f"travel.{name}", getattr(offered, name))


def driving(offered: Travel | None, values: Values, reader: Reader) -> Driving | None:
    """The driving of each case; a mile costs what the tax authority counts for it."""
    if offered is None:
        return None
    return Driving(
        hours=values["travel.minutes_per_visit"] / 60,
        paid_hour_usd=values["travel.paid_hour"],
        own_cost_usd=values["travel.miles_per_visit"]
        * (reader.parameter("mile_cost_usd").only - values["travel.mileage_rate"]),
    )


def hours_driven(inputs: Inputs, volume: Volume) -> Array | float:
    """Hours of driving in each week."""
    return 0.0 if inputs.driving is None else np.asarray(inputs.driving.hours * volume.booked)


def hours_driven_paid(inputs: Inputs, volume: Volume) -> Array | float:
    """Those of them that some pay by the hour covers."""
    known = inputs.driving
    return 0.0 if known is None else np.asarray(known.hours * volume.booked * (known.paid_hour_usd > 0))


def pay_for_driving(inputs: Inputs, volume: Volume) -> Array | float:
    """Dollars in each week for hours of driving."""
    known = inputs.driving
    return 0.0 if known is None else np.asarray(known.hours * known.paid_hour_usd * volume.booked)


def own_costs(inputs: Inputs, volume: Volume) -> Array:
    """The clinician's own costs in each week: yearly ones, those of a session, and the car beyond what is paid back."""
    costs = inputs.yearly_costs_usd / WEEKS_A_YEAR + inputs.session_cost_usd * volume.kept
    if inputs.driving is not None:
        costs = costs + inputs.driving.own_cost_usd * volume.booked
    return np.asarray(costs)
