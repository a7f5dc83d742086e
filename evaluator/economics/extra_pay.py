"""Pay beside the pay for sessions, and pay that is lost by when it falls due (economics 2.5 and 2.7).

In: inputs and weekly sessions. Out: weekly dollars. Must not know how sessions are paid.
"""

import numpy as np

from evaluator.economics.inputs import WEEKS_A_YEAR, Array, Hourly, Inputs, OneTime, Stipend
from evaluator.economics.monitoring import caseload_weeks, pay_usd
from evaluator.economics.periods import by_period, reached, to_weeks
from evaluator.economics.travel import pay_for_driving
from evaluator.economics.volume import Volume


def other_pay(inputs: Inputs, volume: Volume) -> Array:
    """Weekly hours that are paid separately, driving, remote monitoring, stipends and single payments, by week."""
    parts = [paid_weekly_hours(inputs) + pay_for_driving(inputs, volume)]
    parts += [_stipend(stipend, volume) for stipend in inputs.stipends]
    parts += [_one_time(payment, inputs.weeks) for payment in inputs.one_time]
    if inputs.monitoring is not None:
        parts.append(pay_usd(inputs.monitoring) * caseload_weeks(inputs.monitoring, volume, inputs.sessions_per_week))
    return np.asarray(sum(parts))


def paid_weekly_hours(inputs: Inputs) -> Array:
    """Dollars for the weekly hours outside sessions that are paid separately; hourly pay has them in itself."""
    if isinstance(inputs.pay, Hourly):
        return np.zeros((1, inputs.weeks))
    return inputs.worked * inputs.weekly_hours * inputs.weekly_paid_share * inputs.paid_hour_usd


def benefits(inputs: Inputs, volume: Volume, pay: Array) -> Array:
    """What benefits are worth in each week, from their first week and from their number of sessions on."""
    weekly = inputs.benefits_usd / WEEKS_A_YEAR
    if inputs.benefits_share_of_pay.any():
        weekly = weekly + inputs.benefits_share_of_pay * pay
    return np.asarray(weekly * _eligible(volume, inputs.benefits_above_sessions, inputs.benefits_after_weeks))


def timing_loss(inputs: Inputs, earned: Array, pay: Array) -> Array:
    """Dollars of earned pay that are lost in each week: late notes, and the last weeks of the horizon at exit."""
    if not inputs.unpaid_late_notes.any() and not inputs.run_out_weeks.any():
        return np.zeros((1, inputs.weeks))  # as with most offers, which so save five passes over cases and weeks
    late = inputs.unpaid_late_notes * earned
    left = inputs.weeks - np.arange(1, inputs.weeks + 1)
    lost_at_exit = np.clip(inputs.run_out_weeks - left, 0.0, 1.0)
    return np.asarray(late + lost_at_exit * (pay - late))


def waiting_loss(inputs: Inputs, pay: Array) -> Array:
    """What waiting for pay costs in each week: 1 - (1 + interest)^(-lag / a year) of it.

    It is a loss of value only to a reader who counts interest: the practice gains nothing by it, no tax knows it, and
    no cash is missing in the end.
    """
    if not inputs.waiting_cost.any():
        return np.zeros((1, inputs.weeks))
    return np.asarray(inputs.waiting_cost * pay)


def _stipend(stipend: Stipend, volume: Volume) -> Array:
    return stipend.weekly_usd * _eligible(volume, stipend.above_sessions, stipend.after_weeks)


def _eligible(volume: Volume, above_sessions: Array, after_weeks: Array) -> Array:
    """1 in weeks after the wait, in months whose kept sessions a worked week reach the number; between in part."""
    weeks = volume.kept.shape[-1]
    if not above_sessions.any() and not after_weeks.any():
        return np.ones((1, weeks))
    waited = np.clip(np.arange(1, weeks + 1) - after_weeks, 0.0, 1.0)
    worked = by_period(volume.worked, "month")
    mean = by_period(volume.kept, "month") / np.where(worked > 0, worked, 1.0)
    return np.asarray(waited * to_weeks(reached(mean, above_sessions), weeks, "month"))


def _one_time(payment: OneTime, weeks: int) -> Array:
    """The payment in the week in which it is yours for good; nothing if that lies beyond the horizon."""
    week = np.maximum(1.0, np.ceil(payment.kept_after_weeks))
    return np.asarray(payment.usd * (np.arange(1, weeks + 1) == week))
