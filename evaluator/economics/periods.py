"""Weeks counted together as months or years, and what a period pays put back into its weeks (economics 2.0).

In: weekly arrays. Out: arrays by period and back. Must not know what is counted.
"""

import numpy as np
from numpy.typing import NDArray

from evaluator.economics.inputs import WEEKS_A_YEAR, Array

ROUNDING = 1e-9
"""A number counts as reached when only the rounding of sums is missing."""


def period_of_week(weeks: int, per: str) -> NDArray[np.intp]:
    """Index of the period in which each week falls, counting from 0; months follow ⌈12·w/52⌉ inside a year."""
    week = np.arange(1, weeks + 1)
    year = (week - 1) // WEEKS_A_YEAR
    if per == "week":
        return week - 1
    if per == "year":
        return year
    return 12 * year + -(-12 * (week - WEEKS_A_YEAR * year) // WEEKS_A_YEAR) - 1


def by_period(weekly: Array, per: str) -> Array:
    """Sums over each period, shape (cases, periods)."""
    return np.asarray(np.add.reduceat(weekly, _first_weeks(weekly.shape[-1], per), axis=-1))


def to_weeks(by_period: Array, weeks: int, per: str) -> Array:
    """The period's figure in each of its weeks, shape (cases, weeks)."""
    return np.asarray(by_period[:, period_of_week(weeks, per)])


def spread_like(amounts: Array, weekly: Array, per: str) -> Array:
    """Amounts by period spread over its weeks in proportion to `weekly`; evenly where that is nothing."""
    weeks = weekly.shape[-1]
    together = to_weeks(by_period(weekly, per), weeks, per)
    length = to_weeks(by_period(np.ones((1, weeks)), per), weeks, per)
    share = np.where(together > 0, weekly / np.where(together > 0, together, 1.0), 1 / length)
    return np.asarray(to_weeks(amounts, weeks, per) * share)


def counted_so_far(weekly: Array, per: str) -> Array:
    """The count of the period up to and with each week, shape (cases, weeks)."""
    starts = _first_weeks(weekly.shape[-1], per)
    running = np.cumsum(weekly, axis=-1)
    before_period = np.concatenate([np.zeros((weekly.shape[0], 1)), running], axis=-1)[:, starts]
    return np.asarray(running - to_weeks(before_period, weekly.shape[-1], per))


def reached(count: Array, at: Array) -> Array:
    """1 where a count has reached a number, else 0."""
    return np.where(count >= at - ROUNDING * np.maximum(1.0, at), 1.0, 0.0)


def _first_weeks(weeks: int, per: str) -> NDArray[np.intp]:
    period = period_of_week(weeks, per)
    return np.flatnonzero(np.r_[True, period[1:] != period[:-1]])
