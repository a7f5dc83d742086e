"""How many sessions are booked, kept and missed in each week (economics 2.1 to 2.3).

In: caseload, ramp and attendance as arrays. Out: weekly sessions. Must not know money.
"""

from dataclasses import dataclass

import numpy as np

from evaluator.economics.inputs import WEEKS_A_YEAR, Array, Inputs

S_CURVE_STEEPNESS = 10.0


@dataclass(frozen=True, slots=True)
class Volume:
    """Sessions by case and week, of shape (cases, weeks)."""

    booked: Array
    kept: Array
    no_shows: Array
    late_cancels: Array
    worked: Array  # (cases or 1, weeks): share of each week that is worked

    @property
    def missed(self) -> Array:
        """No-shows and late cancellations that nobody filled."""
        return self.no_shows + self.late_cancels


def worked_weeks(weeks_off: Array, weeks: int) -> Array:
    """Share of each week that is worked, shape (cases, weeks); `weeks_off` a year of shape (cases, 1), 2.1.

    Off weeks are spread evenly: week ⌊52j/(U+1) + ½⌋ for j = 1…U. A part of a week off lies in the last place.
    """
    worked = np.ones((weeks_off.shape[0], weeks))
    for case, off in enumerate(weeks_off[:, 0]):
        whole = int(np.ceil(off))
        for j in range(1, whole + 1):
            place = int(np.floor(WEEKS_A_YEAR * j / (whole + 1) + 0.5)) - 1
            worked[case, place::WEEKS_A_YEAR] = min(1.0, j - off) if j > off else 0.0
    return worked


def linear_ramp(weeks_to_full: Array, starts_at: Array, weeks: int) -> Array:
    """Share of the full caseload, growing evenly; 0 weeks means full at once. Shape (cases, weeks)."""
    return starts_at + (1 - starts_at) * _progress(weeks_to_full, weeks)


def s_curve_ramp(weeks_to_full: Array, starts_at: Array, weeks: int) -> Array:
    """Share of the full caseload along a logistic curve that starts and ends exactly. Shape (cases, weeks)."""
    grown = 1 / (1 + np.exp(-S_CURVE_STEEPNESS * (_progress(weeks_to_full, weeks) - 0.5)))
    first, last = (1 / (1 + np.exp(-S_CURVE_STEEPNESS * (x - 0.5))) for x in (0.0, 1.0))
    return np.asarray(starts_at + (1 - starts_at) * (grown - first) / (last - first))


def _progress(weeks_to_full: Array, weeks: int) -> Array:
    week = np.arange(weeks, dtype=np.float64)[None, :]
    return np.where(weeks_to_full > 0, np.minimum(1.0, week / np.maximum(weeks_to_full, 1e-9)), 1.0)


def stepped_ramp(from_week: Array, share: Array, weeks: int) -> Array:
    """Share of the last step that has begun; `from_week`, shape (steps,), counts from 1; `share` is (cases, steps)."""
    week = np.arange(1, weeks + 1)
    step = np.maximum(np.searchsorted(from_week, week, side="right") - 1, 0)
    return np.asarray(share[:, step])


def referral_ramp(
    new_per_week: Array,
    sessions_per_client: Array,
    discharged: Array,
    at_start: Array,
    sessions_per_week: Array,
    worked: Array,
) -> Array:
    """Share of the full caseload, shape (cases, weeks), when it fills as new clients come (stock and flow, 2.2).

    Discharges go on in off weeks, intakes do not. The loop stays because each week's stock needs the last one's.
    """
    ceiling = sessions_per_week / sessions_per_client
    cases = max(array.shape[0] for array in (new_per_week, ceiling, discharged, at_start, worked))
    clients = np.broadcast_to(at_start, (cases, 1)).astype(np.float64)
    ramp = np.empty((cases, worked.shape[-1]))
    for week in range(worked.shape[-1]):
        staying = (1 - discharged) * clients
        clients = staying + np.minimum(new_per_week * worked[:, [week]], np.maximum(0.0, ceiling - staying))
        ramp[:, [week]] = np.minimum(1.0, sessions_per_client * clients / sessions_per_week)
    return ramp


def sessions(inputs: Inputs, ramp: Array) -> Volume:
    """Weekly sessions under a ramp; ones for a caseload that is full from the first week (2.3)."""
    booked = inputs.sessions_per_week * (inputs.worked * ramp)
    open_share = 1 - inputs.refilled
    no_shows = booked * (inputs.no_show * open_share)
    late_cancels = booked * (inputs.late_cancel * open_share)
    return Volume(booked, booked - no_shows - late_cancels, no_shows, late_cancels, inputs.worked)
