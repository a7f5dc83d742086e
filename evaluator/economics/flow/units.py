"""From timed minutes to billed units, by the rule of the payer (economics 1.10).

In: minutes of one visit, by service. Out: units. Must not know prices.

Minutes are arrays whose last axis is the services of the visit; an untimed service has no place here.
"""

import numpy as np

from evaluator.economics.inputs import Array

UNIT_MINUTES = 15
HALF_A_UNIT_OR_MORE = 8
RULES = ("eight_minute", "midpoint", "flat_visit")
"""How a payer counts: all timed minutes together, each service by itself, or not at all (a fixed amount a visit)."""


def units_of_time(minutes: Array) -> Array:
    """Whole units of some minutes: none below 8, then one more for each further 15 from 8 on (8 to 22 are one)."""
    return np.asarray(np.floor((minutes + (UNIT_MINUTES - HALF_A_UNIT_OR_MORE)) / UNIT_MINUTES))


def eight_minute_units(minutes: Array) -> Array:
    """Units by service under Medicare's rule: the total time decides how many, whole quarters of an hour come first,
    and what is left goes to the services with the most minutes left over."""
    whole = np.floor(minutes / UNIT_MINUTES)
    left = minutes - UNIT_MINUTES * whole
    more = units_of_time(minutes.sum(axis=-1, keepdims=True)) - whole.sum(axis=-1, keepdims=True)
    place = np.argsort(np.argsort(-left, axis=-1, kind="stable"), axis=-1, kind="stable")
    return np.asarray(whole + (place < more))


def midpoint_units(minutes: Array) -> Array:
    """Units by service where each one needs more than half of its own quarter of an hour: 8 minutes or more."""
    return units_of_time(minutes)


def billed_units(minutes: Array, rule: str) -> Array:
    """Units by service under a payer's rule; a payer with a fixed amount for a visit counts none."""
    match rule:
        case "eight_minute":
            return eight_minute_units(minutes)
        case "midpoint":
            return midpoint_units(minutes)
        case _:
            return np.zeros_like(minutes)
