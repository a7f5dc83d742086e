"""From the services of a visit to what its payer allows and the timed units in it, case by case.

In: a payer's codes and the values of their terms. Out: dollars and units of one visit. Must not know who comes.
"""

import numpy as np

from evaluator.economics.flow.units import RULES, billed_units
from evaluator.economics.flow.visit_payment import allowed_for_visit
from evaluator.economics.inputs import Array, Values
from evaluator.offer.patient_flow import VisitCode
from evaluator.offer.terms import Payer

PRACTICE_PART_LOST = 0.5


def visit_of(payer: Payer, kind: str, place: str, values: Values) -> tuple[Array, Array]:
    """Allowed dollars and timed units of an evaluation or follow-up visit, each of shape (cases, 1).

    A payer with a fixed amount for a visit allows the sum of the prices, each once, and counts no units.
    """
    rows = [(f"{place}codes.{index}.", row) for index, row in enumerate(payer.codes or ()) if row.visit == kind]
    shared = "collections.payers."
    rule = values.get(place + "unit_rule", values.get(shared + "unit_rule"))
    reduced = values.get(place + "several_services_reduced", values.get(shared + "several_services_reduced"))
    assert rule is not None
    assert reduced is not None
    price, practice = _together(rows, values, "price"), _together(rows, values, "practice")
    timed = np.array([row.minutes is not None for _, row in rows])
    minutes = _together(rows, values, "minutes")
    units = _by_rule(minutes * timed, rule[..., None])
    lines = np.where(timed, np.where(rule[..., None] == RULES.index("flat_visit"), 1.0, units), 1.0)
    cut = np.where(reduced[..., None] > 0, PRACTICE_PART_LOST * practice * price, 0.0)
    lines, price, cut = np.broadcast_arrays(lines, price, cut)
    allowed = allowed_for_visit(lines, price, practice * price, price - cut)
    return allowed, np.asarray((units * timed).sum(axis=-1))


def _together(rows: list[tuple[str, VisitCode]], values: Values, name: str) -> Array:
    """One term of every service, shape (cases, 1, services); a service without it counts as none."""
    each = [values.get(own + name, np.zeros((1, 1))) for own, _ in rows]
    return np.stack(np.broadcast_arrays(*each), axis=-1)


def _by_rule(minutes: Array, rule: Array) -> Array:
    """Units under the rule of each case."""
    found = np.zeros(np.broadcast_shapes(minutes.shape, rule.shape))
    for place, name in enumerate(RULES):
        found = np.where(rule == place, billed_units(minutes, name), found)
    return found
