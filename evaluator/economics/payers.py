"""The payers of an offer, case by case: what each allows, denies and pays.

In: the offer and the values of its terms. Out: `PayerRates` and the money of a mean kept session. Must not know volume.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from evaluator.economics.collections import mean_session_money, session_money
from evaluator.economics.flow.code_prices import visit_of
from evaluator.economics.flow.flow_money_terms import is_self_pay
from evaluator.economics.inputs import Array, SessionMoney, Values
from evaluator.offer.terms import Offer, Payer


def _nothing() -> Array:
    return np.zeros((1, 1))


@dataclass(frozen=True, slots=True)
class PayerRates:
    """One payer: dollars of a session and rates, of shape (cases, 1), or (cases, weeks) in a year that goes badly.

    `allowed_usd` is a session's or a follow-up visit's; an evaluation's is the same where the offer has no visits.
    """

    name: str
    insured: bool
    mix: Array
    allowed_usd: Array
    patient_part_usd: Array
    denied: Array
    recovered: Array
    patient_part_collected: Array
    other_reductions: Array
    evaluation_allowed_usd: Array = field(default_factory=_nothing)
    evaluation_patient_usd: Array = field(default_factory=_nothing)
    evaluation_units: Array = field(default_factory=_nothing)
    follow_up_units: Array = field(default_factory=_nothing)
    at_desk: Array = field(default_factory=_nothing)
    may_need_authorization: bool = True

    def money(self) -> SessionMoney:
        """Where the allowed amount of one kept session goes."""
        return self._money(self.allowed_usd, self.patient_part_usd)

    def evaluation_money(self) -> SessionMoney:
        """Where the allowed amount of an evaluation visit goes."""
        return self._money(self.evaluation_allowed_usd, self.evaluation_patient_usd)

    def _money(self, allowed_usd: Array, patient_part_usd: Array) -> SessionMoney:
        return session_money(
            allowed_usd=allowed_usd,
            patient_part_usd=patient_part_usd,
            denied=self.denied,
            recovered=self.recovered,
            patient_part_collected=self.patient_part_collected,
            other_reductions=self.other_reductions,
        )


def payers_of(offer: Offer, values: Values) -> tuple[PayerRates, ...]:
    """The payers of an offer; none where it states only what a session brings in, or nothing at all."""
    return tuple(_rates(payer, index, values) for index, payer in enumerate(offer.collections.payers or ()))


def _rates(payer: Payer, index: int, values: Values) -> PayerRates:
    place = f"collections.payers.{index}."

    def value(name: str) -> Array:
        return values[place + name] if place + name in values else values[f"collections.payers.{name}"]

    if payer.codes:
        allowed, follow_up_units = visit_of(payer, "follow_up", place, values)
    else:
        allowed, follow_up_units = value("allowed"), _nothing()
    evaluation, evaluation_units = allowed, follow_up_units
    if place + "evaluation" in values:
        stated = values[place + "evaluation"]
        evaluation, evaluation_units = (stated if payer.evaluation else stated * allowed), _nothing()
    elif payer.codes and any(row.visit == "evaluation" for row in payer.codes):
        evaluation, evaluation_units = visit_of(payer, "evaluation", place, values)
    at_desk, collected = _patient_part_collected(place, values)
    return PayerRates(
        name=payer.name,
        insured=not is_self_pay(payer),
        mix=value("mix"),
        allowed_usd=allowed,
        patient_part_usd=_patient_part(place, values, allowed),
        denied=value("denied"),
        recovered=value("recovered"),
        patient_part_collected=collected,
        other_reductions=value("other_reductions"),
        evaluation_allowed_usd=evaluation,
        evaluation_patient_usd=_patient_part(place, values, evaluation),
        evaluation_units=evaluation_units,
        follow_up_units=follow_up_units,
        at_desk=at_desk,
        may_need_authorization=payer.needs_authorization != "no" and not is_self_pay(payer),
    )


def _patient_part(place: str, values: Values, allowed: Array) -> Array:
    """Dollars the patient owes of a visit: those stated, as far as the visit comes to them, or a share of it."""
    if place + "patient_part" in values:
        return np.minimum(values[place + "patient_part"], allowed)
    if place + "patient_share" in values:
        return values[place + "patient_share"] * allowed
    return values["collections.payers.patient_part"] * allowed


def _patient_part_collected(place: str, values: Values) -> tuple[Array, Array]:
    """Shares of the patient's part that come in at the desk, and in the end; the first is no number if unsaid."""
    for group in (place, "collections.payers."):
        if group + "patient_part_collected" in values:
            whole = values[group + "patient_part_collected"]
            return np.full((1, 1), np.nan), whole

    def value(name: str) -> Array:
        return values.get(place + name, values.get(f"collections.payers.{name}", _nothing()))

    desk = value("at_desk")
    return desk, desk + (1 - desk) * value("collected_later")


def mean_money(payers: Sequence[PayerRates], values: Values) -> SessionMoney:
    """The money of a mean kept session. Without payers, what is collected is all that is known."""
    if not payers:
        collected, none = values["collections.per_session"], np.zeros((1, 1))
        return SessionMoney(collected, collected, none, none, none)
    return mean_session_money([payer.money() for payer in payers], [payer.mix for payer in payers])
