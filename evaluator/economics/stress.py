"""A year that goes badly: transforms of the engine's inputs (economics 2.19).

In: the inputs of a planned year, with the offer and the values they came from. Out: the inputs of the year as it turns
out. Must not compute pay. Each transform acts on other inputs than the rest, so that scenarios can be stacked in any
order; at severity 0 each leaves the year as it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from evaluator.economics.assumptions import Scenario
from evaluator.economics.inputs import (
    Array,
    BasePlusCommission,
    Inputs,
    Percentage,
    Salary,
    SessionMoney,
    Tiered,
    Values,
)
from evaluator.economics.payers import PayerRates, mean_money, payers_of
from evaluator.economics.volume import referral_ramp
from evaluator.offer.terms import Offer


@dataclass(frozen=True, slots=True)
class Year:
    """The inputs of a year with what they were built from."""

    offer: Offer
    values: Values
    inputs: Inputs

    @property
    def weeks(self) -> Array:
        """The weeks of the year, counted from 1, shape (1, weeks)."""
        return np.arange(1.0, self.inputs.weeks + 1)[None, :]

    def window(self, figures: Mapping[str, float]) -> Array:
        """1 in the scenario's weeks, 0 elsewhere, shape (1, weeks)."""
        start, length = figures["start"], figures["weeks"]
        return ((self.weeks >= start) & (self.weeks < start + length)).astype(float)


Transform = Callable[[Year, Mapping[str, float], float], Inputs | None]
TRANSFORMS: dict[str, Transform] = {}


def transform(function: Transform) -> Transform:
    """Register a transform under its name, as scenarios call it."""
    TRANSFORMS[function.__name__] = function
    return function


def stressed(year: Year, scenario: Scenario, severity: float = 1.0) -> Inputs | None:
    """The year under a scenario; `severity` 0 changes nothing, 1 is whole; none where the offer has no such risk."""
    return TRANSFORMS[scenario.transform](year, scenario.figures, severity)


@transform
def panel_loss(year: Year, figures: Mapping[str, float], severity: float) -> Inputs | None:
    """The largest insurer is lost: bookings shrink by its share, some places are refilled, later the gap closes."""
    payers = payers_of(year.offer, year.values)
    insured = [payer for payer in payers if payer.insured]
    if not insured or len(payers) < 2:
        return None
    lost = max(insured, key=lambda payer: float(payer.mix.mean()))
    share = lost.mix / np.asarray(sum(payer.mix for payer in payers))
    week, window = year.weeks, year.window(figures)
    end = figures["start"] + figures["weeks"]
    refilled = figures["refilled"] * np.minimum(1.0, (week - figures["start"]) / figures["refill_weeks"])
    at_end = figures["refilled"] * min(1.0, (figures["weeks"] - 1) / figures["refill_weeks"])
    after = (week >= end) * np.maximum(0.0, 1 - (week - end + 1) / figures["return_weeks"])
    booked = 1 - share * severity * (window * (1 - refilled) + after * (1 - at_end))
    # While the gap closes, the lost level of revenue and the full one are mixed, so money follows the sessions of each.
    at_lost_level = severity * (window + after * (1 - share * (1 - at_end)) / booked)
    without = mean_money([payer for payer in payers if payer is not lost], year.values)
    money = _mixed(without, year.inputs.money, at_lost_level)
    return replace(year.inputs, ramp=year.inputs.ramp * booked, money=money)


@transform
def no_show_spike(year: Year, figures: Mapping[str, float], severity: float) -> Inputs | None:
    """No-shows multiply for some weeks, to at most what late cancellations leave."""
    times = 1 + severity * (figures["times"] - 1) * year.window(figures)
    most = 1 - year.inputs.late_cancel
    return replace(year.inputs, no_show=np.minimum(most, year.inputs.no_show * times))


@transform
def denial_spike(year: Year, figures: Mapping[str, float], severity: float) -> Inputs | None:
    """Insurers deny more claims for some weeks, and fewer denials are recovered."""
    window = year.window(figures)
    times = 1 + severity * (figures["times"] - 1) * window
    kept = 1 - severity * (1 - figures["recovered"]) * window

    def worse(payer: PayerRates) -> PayerRates:
        return replace(payer, denied=np.minimum(1.0, payer.denied * times), recovered=payer.recovered * kept)

    return _with_insurers(year, worse)


@transform
def rate_cut(year: Year, figures: Mapping[str, float], severity: float) -> Inputs | None:
    """Insurers allow less; what the patient owes of it stays, as far as the new amount reaches."""
    share = 1 - severity * figures["cut"] * year.window(figures)

    def cut(payer: PayerRates) -> PayerRates:
        allowed = payer.allowed_usd * share
        return replace(payer, allowed_usd=allowed, patient_part_usd=np.minimum(payer.patient_part_usd, allowed))

    return _with_insurers(year, cut)


@transform
def referral_drought(year: Year, figures: Mapping[str, float], severity: float) -> Inputs | None:
    """Fewer new clients come; only for a caseload that fills as they come."""
    if year.offer.caseload.new_clients is None:
        return None
    come = 1 - severity * (1 - figures["share"]) * year.window(figures)
    group = "caseload.new_clients."
    ramp = referral_ramp(
        year.values[group + "per_week"],
        year.values[group + "sessions_per_client"],
        year.values[group + "discharged_per_week"],
        year.values[group + "at_start"],
        year.values["caseload.sessions_per_week"],
        year.inputs.worked * come,
    )
    return replace(year.inputs, ramp=ramp)


@transform
def illness(year: Year, figures: Mapping[str, float], severity: float) -> Inputs | None:
    """No work for some weeks and no pay for them, whatever the structure: sick pay is not promised unless stated."""
    working = 1 - severity * year.window(figures)
    inputs = replace(year.inputs, worked=year.inputs.worked * working)
    pay = inputs.pay
    if isinstance(pay, Salary):
        return replace(inputs, pay=_without_weeks(pay, working))
    if isinstance(pay, BasePlusCommission) and isinstance(pay.base, Salary):
        return replace(inputs, pay=replace(pay, base=_without_weeks(pay.base, working)))
    return inputs


def _without_weeks(pay: Salary, working: Array) -> Salary:
    return replace(pay, yearly_usd=pay.yearly_usd * working)


@transform
def fee_rise(year: Year, figures: Mapping[str, float], severity: float) -> Inputs | None:
    """Fees before the split rise; only where there is a split."""
    pay = year.inputs.pay
    more = severity * figures["points"] * year.window(figures)

    def dearer(split: Percentage) -> Percentage:
        return replace(split, fees_off_the_top=np.minimum(1.0, split.fees_off_the_top + more))

    match pay:
        case Percentage():
            return replace(year.inputs, pay=dearer(pay))
        case Tiered(shared=Percentage() as shared):
            return replace(year.inputs, pay=replace(pay, shared=dearer(shared)))
        case BasePlusCommission(commission=Percentage() as commission):
            return replace(year.inputs, pay=replace(pay, commission=dearer(commission)))
        case _:
            return None


def _with_insurers(year: Year, change: Callable[[PayerRates], PayerRates]) -> Inputs | None:
    payers = payers_of(year.offer, year.values)
    if not any(payer.insured for payer in payers):
        return None
    changed = [change(payer) if payer.insured else payer for payer in payers]
    return replace(year.inputs, money=mean_money(changed, year.values))


def _mixed(first: SessionMoney, second: SessionMoney, share: Array) -> SessionMoney:
    """The money of a session that is `share` like the first and otherwise like the second."""

    def mix(name: str) -> Array:
        return np.asarray(share * getattr(first, name) + (1 - share) * getattr(second, name))

    return SessionMoney(*(mix(name) for name in SessionMoney.__slots__))
