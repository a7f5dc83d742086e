"""A year that goes badly: what changes in a planned year (economics 2.19).

In: a planned year. Out: the inputs of the year as it turns out. Must not compute pay. Each transform acts on a part of
its own (bookings, intake, payers, attendance, worked weeks, pay terms), so that scenarios can be stacked in any order;
at severity 0 each leaves the year as it is.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from evaluator.economics.assumptions import Scenario
from evaluator.economics.flow.filling import as_it_fills
from evaluator.economics.flow.visit_classes import with_payers
from evaluator.economics.inputs import Array, BasePlusCommission, Inputs, Percentage, Salary, Tiered, Values
from evaluator.economics.payers import PayerRates, mean_money, payers_of
from evaluator.economics.volume import referral_ramp
from evaluator.offer.terms import Offer


@dataclass(frozen=True, slots=True)
class Year:
    """A year, with what its inputs were built from.

    `payers` make up the money of a session. `bookings` is the share of planned sessions that is booked, `intake` the
    share of each week in which new clients come; both of shape (1, weeks) or (cases, weeks).
    """

    offer: Offer
    values: Values
    inputs: Inputs
    payers: tuple[PayerRates, ...]
    bookings: Array
    intake: Array

    @property
    def weeks(self) -> Array:
        """The weeks of the year, counted from 1, shape (1, weeks)."""
        return np.arange(1.0, self.inputs.weeks + 1)[None, :]

    def window(self, figures: Mapping[str, float]) -> Array:
        """1 in the scenario's weeks, 0 elsewhere, shape (1, weeks)."""
        start, length = figures["start"], figures["weeks"]
        return ((self.weeks >= start) & (self.weeks < start + length)).astype(float)


def planned_year(offer: Offer, values: Values, inputs: Inputs) -> Year:
    """The year as planned."""
    return Year(offer, values, inputs, payers_of(offer, values), np.ones((1, inputs.weeks)), inputs.worked)


Transform = Callable[[Year, Mapping[str, float], float], Year | None]
TRANSFORMS: dict[str, Transform] = {}


def transform(function: Transform) -> Transform:
    """Register a transform under its name, as scenarios call it."""
    TRANSFORMS[function.__name__] = function
    return function


def stressed(year: Year, scenarios: Iterable[Scenario], severity: float = 1.0) -> Inputs | None:
    """The year under scenarios that happen together, in any order; none where the offer has none of these risks.

    `severity` 0 changes nothing, 1 is whole.
    """
    changed = None
    for scenario in scenarios:
        changed = TRANSFORMS[scenario.transform](changed or year, scenario.figures, severity) or changed
    return None if changed is None else _inputs_of(changed)


def _inputs_of(year: Year) -> Inputs:
    """The inputs of a changed year: caseload by its intake and bookings, money by its payers."""
    if year.inputs.flow is not None:
        planned = payers_of(year.offer, year.values)
        flow = with_payers(year.inputs.flow, planned, year.payers)
        return as_it_fills(replace(year.inputs, flow=flow), year.intake, year.bookings)
    ramp = year.inputs.ramp
    if year.offer.caseload.new_clients is not None:
        group = "caseload.new_clients."
        ramp = referral_ramp(
            year.values[group + "per_week"],
            year.values[group + "sessions_per_client"],
            year.values[group + "discharged_per_week"],
            year.values[group + "at_start"],
            year.inputs.sessions_per_week,
            year.intake,
        )
    money = mean_money(year.payers, year.values) if year.payers else year.inputs.money
    return replace(year.inputs, ramp=ramp * year.bookings, money=money)


@transform
def panel_loss(year: Year, figures: Mapping[str, float], severity: float) -> Year | None:
    """The largest insurer is lost: bookings shrink by its share, some places are refilled, later the gap closes."""
    insured = [index for index, payer in enumerate(year.payers) if payer.insured]
    if not insured or len(year.payers) < 2:
        return None
    planned = payers_of(year.offer, year.values)
    lost = max(insured, key=lambda index: float(planned[index].mix.mean()))
    share = planned[lost].mix / np.asarray(sum(payer.mix for payer in planned))
    week, window = year.weeks, year.window(figures)
    end = figures["start"] + figures["weeks"]
    refilled = figures["refilled"] * np.minimum(1.0, (week - figures["start"]) / figures["refill_weeks"])
    at_end = figures["refilled"] * min(1.0, (figures["weeks"] - 1) / figures["refill_weeks"])
    after = (week >= end) * np.maximum(0.0, 1 - (week - end + 1) / figures["return_weeks"])
    booked = 1 - share * severity * (window * (1 - refilled) + after * (1 - at_end))
    # While the gap closes, the lost level of revenue and the full one are mixed, so money follows the sessions of each.
    gone = severity * (window + after * (1 - share * (1 - at_end)) / booked)
    others = 1 + gone * share / np.maximum(1 - share, 1e-12)
    payers = tuple(
        replace(payer, mix=payer.mix * (1 - gone if index == lost else others))
        for index, payer in enumerate(year.payers)
    )
    return replace(year, bookings=year.bookings * booked, payers=payers)


@transform
def no_show_spike(year: Year, figures: Mapping[str, float], severity: float) -> Year | None:
    """No-shows multiply for some weeks, to at most what late cancellations leave."""
    times = 1 + severity * (figures["times"] - 1) * year.window(figures)
    inputs, flow = year.inputs, year.inputs.flow
    if flow is not None:
        flow = replace(flow, no_show=np.minimum(1 - flow.late_cancel, flow.no_show * times))
    no_show = np.minimum(1 - inputs.late_cancel, inputs.no_show * times)
    return replace(year, inputs=replace(inputs, no_show=no_show, flow=flow))


@transform
def denial_spike(year: Year, figures: Mapping[str, float], severity: float) -> Year | None:
    """Insurers deny more claims for some weeks, and fewer denials are recovered."""
    window = year.window(figures)
    times = 1 + severity * (figures["times"] - 1) * window
    kept = 1 - severity * (1 - figures["recovered"]) * window

    def worse(payer: PayerRates) -> PayerRates:
        return replace(payer, denied=np.minimum(1.0, payer.denied * times), recovered=payer.recovered * kept)

    return _with_insurers(year, worse)


@transform
def rate_cut(year: Year, figures: Mapping[str, float], severity: float) -> Year | None:
    """Insurers allow less; what the patient owes of it stays, as far as the new amount reaches."""
    share = 1 - severity * figures["cut"] * year.window(figures)

    def cut(payer: PayerRates) -> PayerRates:
        allowed = payer.allowed_usd * share
        evaluation = payer.evaluation_allowed_usd * share
        return replace(
            payer,
            allowed_usd=allowed,
            patient_part_usd=np.minimum(payer.patient_part_usd, allowed),
            evaluation_allowed_usd=evaluation,
            evaluation_patient_usd=np.minimum(payer.evaluation_patient_usd, evaluation),
        )

    return _with_insurers(year, cut)


@transform
def referral_drought(year: Year, figures: Mapping[str, float], severity: float) -> Year | None:
    """Fewer new clients or referrals come; only where the caseload fills as they come."""
    if year.offer.caseload.new_clients is None and year.inputs.flow is None:
        return None
    come = 1 - severity * (1 - figures["share"]) * year.window(figures)
    return replace(year, intake=year.intake * come)


@transform
def illness(year: Year, figures: Mapping[str, float], severity: float) -> Year | None:
    """No work for some weeks and no pay for them, whatever the structure: sick pay is not promised unless stated."""
    working = 1 - severity * year.window(figures)
    inputs = replace(year.inputs, worked=year.inputs.worked * working)
    year = replace(year, intake=year.intake * working) if inputs.flow is not None else year
    pay = inputs.pay
    if isinstance(pay, Salary):
        inputs = replace(inputs, pay=_without_weeks(pay, working))
    elif isinstance(pay, BasePlusCommission) and isinstance(pay.base, Salary):
        inputs = replace(inputs, pay=replace(pay, base=_without_weeks(pay.base, working)))
    return replace(year, inputs=inputs)


def _without_weeks(pay: Salary, working: Array) -> Salary:
    return replace(pay, yearly_usd=pay.yearly_usd * working)


@transform
def fee_rise(year: Year, figures: Mapping[str, float], severity: float) -> Year | None:
    """Fees before the split rise; only where there is a split."""
    pay = year.inputs.pay
    more = severity * figures["points"] * year.window(figures)

    def dearer(split: Percentage) -> Percentage:
        return replace(split, fees_off_the_top=np.minimum(1.0, split.fees_off_the_top + more))

    match pay:
        case Percentage():
            return replace(year, inputs=replace(year.inputs, pay=dearer(pay)))
        case Tiered(shared=Percentage() as shared):
            return replace(year, inputs=replace(year.inputs, pay=replace(pay, shared=dearer(shared))))
        case BasePlusCommission(commission=Percentage() as commission):
            return replace(year, inputs=replace(year.inputs, pay=replace(pay, commission=dearer(commission))))
        case _:
            return None


def _with_insurers(year: Year, change: Callable[[PayerRates], PayerRates]) -> Year | None:
    if not any(payer.insured for payer in year.payers):
        return None
    return replace(year, payers=tuple(change(payer) if payer.insured else payer for payer in year.payers))
