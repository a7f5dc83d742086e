"""The payers of an offer, case by case: what each allows, denies and pays.

In: the offer and the values of its terms. Out: `PayerRates` and the money of a mean kept session. Must not know volume.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evaluator.economics.collections import mean_session_money, session_money
from evaluator.economics.inputs import Array, SessionMoney, Values
from evaluator.economics.money_terms import is_self_pay
from evaluator.offer.terms import Offer


@dataclass(frozen=True, slots=True)
class PayerRates:
    """One payer: dollars of a session and rates, of shape (cases, 1), or (cases, weeks) in a year that goes badly."""

    name: str
    insured: bool
    mix: Array
    allowed_usd: Array
    patient_part_usd: Array
    denied: Array
    recovered: Array
    patient_part_collected: Array
    other_reductions: Array

    def money(self) -> SessionMoney:
        """Where the allowed amount of one kept session goes."""
        return session_money(
            allowed_usd=self.allowed_usd,
            patient_part_usd=self.patient_part_usd,
            denied=self.denied,
            recovered=self.recovered,
            patient_part_collected=self.patient_part_collected,
            other_reductions=self.other_reductions,
        )


def payers_of(offer: Offer, values: Values) -> tuple[PayerRates, ...]:
    """The payers of an offer; none where it states only what a session brings in, or nothing at all."""
    rows = []
    for index, payer in enumerate(offer.collections.payers or ()):

        def value(name: str, index: int = index) -> Array:
            own = f"collections.payers.{index}.{name}"
            return values[own] if own in values else values[f"collections.payers.{name}"]

        allowed, patient = value("allowed"), value("patient_part")
        stated_in_dollars = f"collections.payers.{index}.patient_part" in values
        rows.append(
            PayerRates(
                name=payer.name,
                insured=not is_self_pay(payer),
                mix=value("mix"),
                allowed_usd=allowed,
                patient_part_usd=patient if stated_in_dollars else patient * allowed,
                denied=value("denied"),
                recovered=value("recovered"),
                patient_part_collected=value("patient_part_collected"),
                other_reductions=value("other_reductions"),
            )
        )
    return tuple(rows)


def mean_money(payers: Sequence[PayerRates], values: Values) -> SessionMoney:
    """The money of a mean kept session. Without payers, what is collected is all that is known."""
    if not payers:
        collected, none = values["collections.per_session"], np.zeros((1, 1))
        return SessionMoney(collected, collected, none, none, none)
    return mean_session_money([payer.money() for payer in payers], [payer.mix for payer in payers])
