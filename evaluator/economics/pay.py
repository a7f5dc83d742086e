"""What each pay structure earns, one case for each class of `offer/pay` (economics 2.5 and 2.11).

In: terms and weekly sessions. Out: weekly dollars. Must not know ramps, costs or taxes.
"""

from typing import assert_never

import numpy as np

from evaluator.economics.bonuses import bonus_pay
from evaluator.economics.inputs import (
    WEEKS_A_YEAR,
    Array,
    BasePlusCommission,
    Hourly,
    MissedVisits,
    PayTerms,
    Percentage,
    PerSession,
    Salary,
    SessionMoney,
    Tiered,
)
from evaluator.economics.periods import by_period, spread_like
from evaluator.economics.tiers import tier_pay
from evaluator.economics.volume import Volume


def earned(pay: PayTerms, money: SessionMoney, volume: Volume) -> Array:
    """Dollars earned in each week under the real rule, shape (cases, weeks), before missed-visit pay."""
    return np.asarray(_for_sessions(pay, money, volume) + bonus_pay(pay.bonuses, money, volume))


def advertised(pay: PayTerms, collected_usd: Array, full: Volume) -> Array:
    """Dollars of each week by the advertised rule, (cases, weeks); at a full caseload their sum is the headline."""
    match pay:
        case Percentage():
            return pay.share * collected_usd
        case PerSession():
            return np.asarray(pay.rate_usd * full.kept)
        case Salary():
            return _salary(pay, full)
        case Hourly():
            return _hourly(pay, full)
        case BasePlusCommission():
            return advertised(pay.base, collected_usd, full) + advertised(pay.commission, collected_usd, full)
        case Tiered():
            return np.asarray(pay.advertised * (full.kept if pay.shared is None else collected_usd))
        case _:
            assert_never(pay)


def pay_for_one_session(pay: PayTerms, money: SessionMoney) -> Array:
    """Dollars that one kept session pays, before bonuses: none under a salary, the first tier's under tiers."""
    match pay:
        case Percentage():
            return pay.share * _shared(pay, money)
        case PerSession():
            return pay.rate_usd
        case Salary():
            return np.zeros((1, 1))
        case Hourly():
            return np.asarray((1 - pay.on_the_clock) * pay.rate_usd * pay.session_hours)
        case BasePlusCommission():
            return pay_for_one_session(pay.base, money) + pay_for_one_session(pay.commission, money)
        case Tiered():
            return np.asarray(pay.rates[0] * (1.0 if pay.shared is None else _shared(pay.shared, money)))
        case _:
            assert_never(pay)


def _for_sessions(pay: PayTerms, money: SessionMoney, volume: Volume) -> Array:
    match pay:
        case Percentage():
            return _percentage(pay, money, volume)
        case PerSession():
            return np.asarray(pay.rate_usd * volume.kept)
        case Salary():
            return _salary(pay, volume)
        case Hourly():
            return _hourly(pay, volume)
        case BasePlusCommission():
            return _for_sessions(pay.base, money, volume) + _for_sessions(pay.commission, money, volume)
        case Tiered():
            shared = np.ones((1, 1)) if pay.shared is None else _shared(pay.shared, money)
            return tier_pay(pay, shared, money.collected_usd, volume)
        case _:
            assert_never(pay)


def _percentage(pay: Percentage, money: SessionMoney, volume: Volume) -> Array:
    """Dollars by week at the share of each week; own clients have their own; a year's cap and floor come last."""
    share = pay.share
    week = np.arange(1, volume.kept.shape[-1] + 1)
    for from_week, later in pay.later_shares:
        share = np.where(week >= from_week, later, share)
    if pay.own_clients is not None:
        mix, own = pay.own_clients
        share = (1 - mix) * share + mix * own
    paid = share * _shared(pay, money) * volume.kept
    if pay.practice_at_most_usd is None and pay.practice_at_least_usd is None:
        return np.asarray(paid)
    collected = by_period(money.collected_usd * volume.kept, "year")
    by_year = by_period(paid, "year")
    if pay.practice_at_most_usd is not None:
        by_year = np.maximum(by_year, collected - pay.practice_at_most_usd)
    if pay.practice_at_least_usd is not None:
        by_year = np.minimum(by_year, np.maximum(0.0, collected - pay.practice_at_least_usd))
    return spread_like(by_year, volume.kept, "year")


def _shared(pay: Percentage, money: SessionMoney) -> Array:
    """Dollars of one kept session that are shared: what is left after fees and deductions, never below zero."""
    whole = money.allowed_usd if pay.listed_usd is None else pay.listed_usd
    taken_back = pay.clawback_share * (whole - money.collected_usd)
    base = pay.allowed_basis * (whole - taken_back) + (1 - pay.allowed_basis) * money.collected_usd
    return np.maximum(0.0, (1 - pay.fees_off_the_top) * base - pay.deduction_usd)


def _salary(pay: Salary, volume: Volume) -> Array:
    return np.asarray(pay.yearly_usd / WEEKS_A_YEAR + 0 * volume.kept)


def _hourly(pay: Hourly, volume: Volume) -> Array:
    in_sessions = pay.rate_usd * pay.session_hours * volume.kept + pay.indirect_usd * volume.worked
    if pay.guaranteed_hours.any():
        in_sessions = np.maximum(in_sessions, pay.rate_usd * pay.guaranteed_hours * volume.worked)
    on_the_clock = pay.rate_usd * pay.contract_hours * volume.worked
    return np.asarray((1 - pay.on_the_clock) * in_sessions + pay.on_the_clock * on_the_clock + 0 * volume.kept)


def missed_visit_pay(missed: MissedVisits, volume: Volume) -> Array:
    """Dollars for missed visits in each week: the clinician's part of collected fees plus fixed amounts."""
    shared = missed.fee_usd * missed.enforceable_share * missed.collected_share * missed.clinician_share
    of_late_cancels = (shared + missed.per_late_cancel_usd) * volume.late_cancels
    return (shared + missed.per_no_show_usd) * volume.no_shows + of_late_cancels


def fees_collected(missed: MissedVisits, volume: Volume) -> Array:
    """Dollars of missed-visit fees that clients pay in each week."""
    return missed.fee_usd * missed.enforceable_share * missed.collected_share * volume.missed
