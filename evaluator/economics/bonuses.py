"""Extra pay once sessions or collections reach a number (economics 2.5).

In: bonuses and weekly sessions. Out: weekly dollars. Must not know what else is paid.

The sessions of a period count in order: a week earns what its own sessions add to the bonus of the period so far.
"""

import numpy as np

from evaluator.economics.inputs import Array, Bonuses, Productivity, SessionMoney, VolumeBonus
from evaluator.economics.periods import by_period, counted_so_far, reached, spread_like, to_weeks
from evaluator.economics.volume import Volume

TAKEN_OFF = "taken_off_each_below"


def bonus_pay(bonuses: Bonuses, money: SessionMoney, volume: Volume) -> Array | float:
    """Dollars of all bonuses in each week, less what is taken off below a number.

    Over the cap of a year, which holds for bonuses alone, every week of it gives up the same share.
    """
    taken_off = sum(_taken_off(bonus, volume) for bonus in bonuses.each if bonus.paid == TAKEN_OFF)
    extra = [_one(bonus, money, volume) for bonus in bonuses.each if bonus.paid != TAKEN_OFF]
    return _capped(np.asarray(sum(extra)), bonuses) - taken_off if extra else 0.0 - taken_off


def _taken_off(bonus: VolumeBonus, volume: Volume) -> Array:
    """Dollars for each session that a period's worked weeks fall short of the number, spread over those weeks."""
    whole = by_period(np.ones((1, volume.kept.shape[-1])), bonus.per)
    expected = bonus.at * by_period(volume.worked, bonus.per) / whole
    short = np.maximum(0.0, expected - by_period(volume.kept, bonus.per))
    return spread_like(bonus.usd * short, volume.worked + 0 * volume.kept, bonus.per)


def _capped(paid: Array, bonuses: Bonuses) -> Array:
    if bonuses.cap_usd is None:
        return paid
    whole = by_period(paid, "year")
    left = np.minimum(1.0, bonuses.cap_usd / np.where(whole > 0, whole, 1.0))
    return paid * to_weeks(np.where(whole > 0, left, 1.0), paid.shape[-1], "year")


def _productive(bonus: VolumeBonus, productivity: Productivity, volume: Volume) -> Array:
    """Dollars in the periods whose hours in kept sessions reach the share, spread over their sessions.

    A period without any hours to be a share of earns nothing.
    """
    by_contract = by_period(volume.worked, bonus.per) * productivity.contract_hours
    booked = by_period(volume.booked, bonus.per) * productivity.session_hours
    whole = np.where(productivity.of_booked > 0, booked, by_contract)
    kept = by_period(volume.kept, bonus.per) * productivity.session_hours
    share = np.where(whole > 0, kept / np.where(whole > 0, whole, 1.0), 0.0)
    return spread_like(bonus.usd * reached(share, bonus.at) * (whole > 0), volume.kept, bonus.per)


def _one(bonus: VolumeBonus, money: SessionMoney, volume: Volume) -> Array:
    if bonus.productivity is not None:
        return _productive(bonus, bonus.productivity, volume)

    def so_far(sessions: Array, count: Array) -> Array:
        match bonus.paid:
            case "each_above":
                return np.asarray(bonus.usd * np.maximum(0.0, count - bonus.at))
            case "once":
                return bonus.usd * reached(count, bonus.at) * (count > 0)
            case _:
                return bonus.usd * sessions * reached(count, bonus.at)

    kept = volume.kept
    counted = kept if bonus.counts_sessions else np.asarray(money.collected_usd * kept)
    sessions_now, count_now = counted_so_far(kept, bonus.per), counted_so_far(counted, bonus.per)
    return so_far(sessions_now, count_now) - so_far(sessions_now - kept, count_now - counted)
