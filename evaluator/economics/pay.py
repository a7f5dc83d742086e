"""What each pay structure earns, one case for each class of `offer/pay` (economics 2.5 and 2.11).

In: terms and weekly sessions. Out: weekly dollars. Must not know ramps, costs or taxes.
"""

from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from evaluator.economics.inputs import (
    WEEKS_A_YEAR,
    Array,
    Inputs,
    MissedVisits,
    PayTerms,
    Percentage,
    PerSession,
    Salary,
    SessionMoney,
)
from evaluator.economics.volume import Volume


def earned(pay: PayTerms, money: SessionMoney, volume: Volume) -> Array:
    """Dollars earned in each week under the real rule, shape (cases, weeks), before missed-visit pay."""
    match pay:
        case Percentage():
            return np.asarray(_percentage_of_session(pay, money) * volume.kept)
        case PerSession():
            return np.asarray(pay.rate_usd * volume.kept)
        case Salary():
            return np.asarray(pay.yearly_usd / WEEKS_A_YEAR + _bonus(pay, volume.kept))
        case _:
            assert_never(pay)


def advertised(pay: PayTerms, collectible: Array, full: Volume) -> Array:
    """Dollars of the horizon by the advertised rule at a full caseload, shape (cases, 1): the headline."""
    match pay:
        case Percentage():
            return pay.share * collectible
        case PerSession():
            return np.asarray(pay.rate_usd * full.kept.sum(axis=-1, keepdims=True))
        case Salary():
            return np.asarray(pay.yearly_usd * full.kept.shape[-1] / WEEKS_A_YEAR)
        case _:
            assert_never(pay)


def _percentage_of_session(pay: Percentage, money: SessionMoney) -> Array:
    """Dollars from one kept session: the share of what is left after fees and deductions, never below zero."""
    taken_back = pay.clawback_share * (money.allowed_usd - money.collected_usd)
    on_allowed = money.allowed_usd - taken_back
    base = pay.allowed_basis * on_allowed + (1 - pay.allowed_basis) * money.collected_usd
    return np.asarray(pay.share * np.maximum(0.0, (1 - pay.fees_off_the_top) * base - pay.deduction_usd))


def missed_visit_pay(missed: MissedVisits, volume: Volume) -> Array:
    """Dollars for missed visits in each week: the clinician's part of collected fees plus fixed amounts."""
    shared = fees_collected(missed, volume) * missed.clinician_share
    return shared + missed.per_no_show_usd * volume.no_shows + missed.per_late_cancel_usd * volume.late_cancels


def fees_collected(missed: MissedVisits, volume: Volume) -> Array:
    """Dollars of missed-visit fees that clients pay in each week."""
    return missed.fee_usd * missed.enforceable_share * missed.collected_share * volume.missed


def paid_weekly_hours(inputs: Inputs) -> Array:
    """Dollars for the weekly hours outside sessions that are paid separately, by week."""
    return inputs.worked * inputs.weekly_hours * inputs.weekly_paid_share * inputs.paid_hour_usd


def _bonus(pay: Salary, kept: Array) -> Array:
    """Dollars for kept sessions above the number, earned in the weeks in which they fall.

    The sessions of a period count in order: a week earns on what it adds above the number. Periods are weeks, the 4-4-5
    months of 2.0, or years.
    """
    period = period_of_week(kept.shape[-1], pay.bonus_per)
    starts = np.flatnonzero(np.r_[True, period[1:] != period[:-1]])
    running = np.cumsum(kept, axis=-1)
    before_period = np.concatenate([np.zeros((kept.shape[0], 1)), running], axis=-1)[:, starts]
    counted = running - before_period[:, period]
    above = np.maximum(0.0, counted - pay.bonus_above)
    previous = np.maximum(0.0, counted - kept - pay.bonus_above)
    return np.asarray(pay.bonus_usd * (above - previous))


def period_of_week(weeks: int, per: str) -> NDArray[np.intp]:
    """Index of the period in which each week falls, counting from 0; months follow ⌈12·w/52⌉ inside a year."""
    week = np.arange(1, weeks + 1)
    year = (week - 1) // WEEKS_A_YEAR
    if per == "week":
        return week - 1
    if per == "year":
        return year
    return 12 * year + -(-12 * (week - WEEKS_A_YEAR * year) // WEEKS_A_YEAR) - 1
