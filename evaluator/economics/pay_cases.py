"""From the terms of how an offer pays to the pay arrays of the engine, case by case.

In: the offer and the value of each of its terms. Out: the pay classes of `inputs`. Must not know why a case is looked
at.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from evaluator.economics.inputs import (
    WEEKS_A_YEAR,
    Array,
    BasePlusCommission,
    Bonuses,
    Guarantee,
    Hourly,
    MissedVisits,
    OneTime,
    PayTerms,
    Percentage,
    PerSession,
    Productivity,
    Salary,
    SessionMoney,
    Stipend,
    Tiered,
    Values,
    VolumeBonus,
)
from evaluator.economics.money_term import MoneyTerm
from evaluator.economics.pay import pay_for_one_session
from evaluator.economics.pay_money_terms import pays_by_amount
from evaluator.offer import pay as offered
from evaluator.offer.terms import Offer

NONE: Array = np.zeros((1, 1))
EVALUATION = "evaluation"
WHOLE: Array = np.ones((1, 1))
PERIODS_A_YEAR = {"week": WEEKS_A_YEAR, "month": 12, "year": 1}


def pay_terms(offer: Offer, values: Values) -> PayTerms:
    """How the offer pays, with its bonuses; an offer that does not say is taken for a share of collections."""
    bonuses = _bonuses(offer.pay, values)
    match offer.pay:
        case offered.Salary():
            return Salary(values["pay.salary"], bonuses=bonuses)
        case offered.Hourly():
            return _hourly(values["pay.hourly_rate"], values["pay.paid_for"], values, bonuses, guaranteed=True)
        case offered.PerUnit() as pay:
            return _per_unit(offer, pay, values, bonuses)
        case offered.PerSession(rates=tuple() as rates) if rates:
            mix = [values[f"pay.rates.{index}.mix"] for index in range(len(rates))]
            paid = [values[f"pay.rates.{index}.amount"] for index in range(len(rates))]
            kinds = [rate.visit_type for rate in rates]
            return PerSession(_mean(paid, mix), _by_visit(offer, kinds, paid, mix), bonuses=bonuses)
        case offered.PerSession():
            return PerSession(values["pay.rate"], bonuses=bonuses)
        case offered.BasePlusCommission():
            return _base_plus_commission(values, bonuses)
        case offered.Tiered() as pay:
            return _tiered(pay, values, bonuses)
        case pay:
            return _percentage(pay, values, bonuses)


def _mean(paid: Sequence[Array], mix: Sequence[Array]) -> Array:
    return np.asarray(sum(m * p for m, p in zip(mix, paid, strict=True)) / sum(mix))


def _by_visit(
    offer: Offer, kinds: Sequence[str | None], paid: Sequence[Array], mix: Sequence[Array]
) -> tuple[Array, Array] | None:
    """Mean pay of an evaluation and of a follow-up, where visits follow from referrals and the table tells them apart.

    The flow then says how many of each there are, and the stated mix only weighs the rows of one kind.
    """
    first = [index for index, kind in enumerate(kinds) if (kind or "").casefold() == EVALUATION]
    later = [index for index, kind in enumerate(kinds) if kind and index not in first]
    if offer.patient_flow is None or not first or not later or len(first) + len(later) < len(kinds):
        return None
    means = [_mean([paid[index] for index in kind], [mix[index] for index in kind]) for kind in (first, later)]
    return means[0], means[1]


def _percentage(pay: offered.Percentage | None, values: Values, bonuses: Bonuses) -> Percentage:
    places = [f"pay.later_shares.{index}." for index in range(len(pay.later_shares or ()))] if pay else []
    own = "pay.own_clients."
    return Percentage(
        values["pay.share"],
        *_shared(values),
        later_shares=tuple((values[place + "from_week"], values[place + "share"]) for place in places),
        own_clients=(values[own + "mix"], values[own + "share"]) if own + "mix" in values else None,
        practice_at_most_usd=values.get("pay.practice_at_most"),
        practice_at_least_usd=values.get("pay.practice_at_least"),
        bonuses=bonuses,
    )


def _shared(values: Values) -> tuple[Array, Array, Array, Array, Array | None]:
    """Fees, deduction, whether the allowed or listed amount is shared, what is taken back, and the listed fee."""
    return (
        values["pay.fees_off_the_top"],
        values["pay.deduction_per_session"],
        np.minimum(1.0, values["pay.of"]),
        values["pay.clawback_share"],
        values.get("pay.listed_fee"),
    )


def _hourly(rate: Array, on_the_clock: Array, values: Values, bonuses: Bonuses, *, guaranteed: bool = False) -> Hourly:
    indirect = values["hours.weekly"] * values["hours.weekly_paid"] * values["hours.paid_hour"]
    return Hourly(
        rate,
        on_the_clock,
        values["hours.session_minutes"] / 60,
        values["hours.contract_per_week"],
        indirect,
        values.get("pay.guaranteed_hours", NONE) if guaranteed else NONE,
        bonuses=bonuses,
    )


def hours_on_the_clock(pay: PayTerms) -> Array:
    """Hours a week that are paid by the clock, and so are spent at work whatever there is to do."""
    match pay:
        case Hourly():
            return pay.on_the_clock * pay.contract_hours
        case BasePlusCommission():
            return hours_on_the_clock(pay.base)
        case _:
            return NONE


def _base_plus_commission(values: Values, bonuses: Bonuses) -> BasePlusCommission:
    base: Salary | Hourly
    if "pay.base_hourly" in values:
        base = _hourly(values["pay.base_hourly"], WHOLE, values, Bonuses())
    else:
        base = Salary(values["pay.base_salary"])
    commission: PerSession | Percentage
    if "pay.commission_share" in values:
        commission = Percentage(values["pay.commission_share"], *_shared(values))
    else:
        commission = PerSession(values["pay.commission_per_session"])
    return BasePlusCommission(base, commission, bonuses=bonuses)


def _tiered(pay: offered.Tiered, values: Values, bonuses: Bonuses) -> Tiered:
    by_amount = pays_by_amount(pay)
    rate = "per_session" if by_amount else "share"
    if pay.tiers:
        places = [f"pay.tiers.{index}." for index in range(len(pay.tiers))]
        rates = tuple(values[place + rate] for place in places)
        counts_sessions = any(tier.from_sessions is not None for tier in pay.tiers[1:])
        start = "from_sessions" if counts_sessions else "from_collections"
        starts = (NONE, *(values[place + start] for place in places[1:]))
    else:
        rates, starts, counts_sessions = (values["pay.rate" if by_amount else "pay.share"],), (NONE,), True
    advert = values.get("pay.advertised_per_session" if by_amount else "pay.advertised")
    return Tiered(
        starts,
        rates,
        counts_sessions,
        pay.per or "month",
        values.get("pay.method", NONE),
        np.maximum.reduce(np.broadcast_arrays(*rates)) if advert is None else advert,
        None if by_amount else Percentage(WHOLE, *_shared(values)),
        bonuses=bonuses,
    )


def _bonuses(pay: offered.AnyPay | None, values: Values) -> Bonuses:
    each = []
    for index, bonus in enumerate((pay.bonuses if pay else None) or ()):
        each.append(_bonus(bonus, f"pay.bonuses.{index}.", values))
    if isinstance(pay, offered.Salary) and pay.bonus:
        group = "pay.bonus."
        each.append(
            VolumeBonus(values[group + "per_session"], values[group + "above"], True, pay.bonus.per, "each_above")
        )
    return Bonuses(tuple(each), values.get("pay.bonus_cap"))


def _bonus(bonus: offered.VolumeBonus, place: str, values: Values) -> VolumeBonus:
    """One bonus. Units are counted as the visits that have them; dollars for a unit become dollars for a visit."""
    usd = values[place + "amount"]
    if bonus.at_productivity is not None:
        hours = Productivity(
            values["hours.session_minutes"] / 60, values["hours.contract_per_week"], values[place + "productivity_of"]
        )
        return VolumeBonus(usd, values[place + "at_productivity"], False, bonus.per, bonus.paid, hours)
    if bonus.at_units is not None:
        units = values[place + "units_per_visit"]
        dollars = usd if bonus.paid == "once" else usd * units
        return VolumeBonus(dollars, values[place + "at_units"] / np.maximum(units, 1e-9), True, bonus.per, bonus.paid)
    counts_sessions = bonus.at_sessions is not None
    at = values[place + ("at_sessions" if counts_sessions else "at_collections")]
    return VolumeBonus(usd, at, counts_sessions, bonus.per, bonus.paid)


def _per_unit(offer: Offer, pay: offered.PerUnit, values: Values, bonuses: Bonuses) -> PerSession:
    """Pay by the unit or point as pay by the session: units on average, by kind of visit, or by the minutes."""
    rate = values["pay.unit_rate"]
    if pay.minutes_per_unit is not None:
        each = values["pay.minutes_per_unit"]
        later = rate * values["hours.session_minutes"] / each
        first = values.get("patient_flow.evaluation_minutes")
        return PerSession(later, None if first is None else (rate * first / each, later), bonuses=bonuses)
    if pay.units_by_visit:
        rows = pay.units_by_visit
        paid = [rate * values[f"pay.units_by_visit.{index}.units"] for index in range(len(rows))]
        mix = [values[f"pay.units_by_visit.{index}.mix"] for index in range(len(rows))]
        kinds = [row.visit_type for row in rows]
        return PerSession(_mean(paid, mix), _by_visit(offer, kinds, paid, mix), bonuses=bonuses)
    return PerSession(rate * values["pay.units_per_session"], bonuses=bonuses)


def missed_visits(terms: Mapping[str, MoneyTerm], values: Values, pay: PayTerms, money: SessionMoney) -> MissedVisits:
    """Pay for missed visits in dollars; what is a share of a session's pay follows what a kept session pays."""
    group = "pay.missed_visit."
    paid_part = values.get(group + "paid_part", WHOLE)

    def fixed(name: str, instead: str) -> Array:
        name = instead if instead in terms else name
        share_of_session = terms[name].unit == "session_pay_share" or name == instead
        whole = pay_for_one_session(pay, money) if share_of_session else WHOLE
        return np.asarray(paid_part * values[name] * whole)

    return MissedVisits(
        values[group + "fee"],
        values[group + "enforceable"] * paid_part,
        values[group + "collected"],
        values[group + "clinician_share"],
        fixed(group + "per_no_show", group + "no_show_rate_share"),
        fixed(group + "per_late_cancel", group + "late_cancel_rate_share"),
    )


def guarantee(pay: offered.AnyPay | None, values: Values) -> Guarantee | None:
    """The guarantee of an offer, if any; without a stated floor the guaranteed amount is safe from paying back."""
    if pay is None or pay.guarantee is None:
        return None
    place = "pay.guarantee."
    amount = values[place + "amount"]
    stated_in_dollars = pay.guarantee.recoup_floor is not None
    floor = values.get(place + "recoup_floor")
    if floor is None:
        floor = amount
    elif not stated_in_dollars:
        floor = floor * amount
    return Guarantee(
        amount,
        pay.guarantee.per,
        values[place + "periods"],
        values[place + "recoverable"],
        values.get(place + "recoup_share", WHOLE),
        floor,
        values.get(place + "balance_at_end", NONE),
    )


def stipends(pay: offered.AnyPay | None, values: Values) -> tuple[Stipend, ...]:
    """The stipends of an offer, as dollars a week."""
    found = []
    for index, stipend in enumerate((pay.stipends if pay else None) or ()):
        place = f"pay.stipends.{index}."
        weekly = values[place + "amount"] * PERIODS_A_YEAR[stipend.per] / WEEKS_A_YEAR
        found.append(
            Stipend(weekly, values.get(place + "above_sessions", NONE), values.get(place + "after_weeks", NONE))
        )
    return tuple(found)


def one_time(pay: offered.AnyPay | None, values: Values) -> tuple[OneTime, ...]:
    """The single payments of an offer."""
    places = [f"pay.one_time.{index}." for index in range(len((pay.one_time if pay else None) or ()))]
    return tuple(OneTime(values[place + "amount"], values[place + "kept_after"]) for place in places)
