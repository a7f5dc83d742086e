"""The hours that the work takes and how many of them are paid (economics 2.9).

In: weekly sessions and the times of the offer. Out: weekly hours by kind. Must not know money.
"""

from dataclasses import dataclass

import numpy as np

from evaluator.economics.inputs import Array, BasePlusCommission, Hourly, Inputs, PayTerms, Salary
from evaluator.economics.monitoring import caseload_weeks, clinician_hours, paid_hours
from evaluator.economics.travel import hours_driven, hours_driven_paid
from evaluator.economics.volume import Volume


@dataclass(frozen=True, slots=True)
class WorkedHours:
    """Hours by week, for each case or alike for all; the parts are worked out when they are asked for.

    worked = sessions + documentation + missed + weekly + presence = paid + unpaid.
    """

    inputs: Inputs
    volume: Volume
    worked: Array

    @property
    def sessions(self) -> Array:
        """Hours in kept sessions."""
        return self.volume.kept * self.inputs.session_hours

    @property
    def documentation(self) -> Array:
        """Hours of notes."""
        return self.volume.kept * self.inputs.documentation_hours

    @property
    def missed(self) -> Array:
        """Hours of missed slots that serve for nothing else."""
        return self.volume.missed * _per_missed(self.inputs)

    @property
    def weekly(self) -> Array:
        """Hours outside sessions and notes, those of driving and of remote monitoring among them."""
        return _weekly(self.inputs, self.volume)

    @property
    def presence(self) -> Array:
        """Hours that must be spent at work beyond what the work itself takes."""
        return self.worked - _load(self.inputs, self.volume)

    @property
    def paid(self) -> Array:
        """Hours that pay covers: those of the contract on the clock, else sessions and separately paid hours."""
        clock = _on_the_clock(self.inputs.pay)
        by_contract = np.minimum(self.worked, self.inputs.worked * self.inputs.contract_hours)
        separately = self.inputs.worked * self.inputs.weekly_hours * self.inputs.weekly_paid_share
        separately = separately + hours_driven_paid(self.inputs, self.volume)
        monitored = self.inputs.monitoring
        if monitored is not None:
            weeks = caseload_weeks(monitored, self.volume, self.inputs.sessions_per_week)
            separately = separately + paid_hours(monitored) * weeks
        covered = self.sessions + separately
        if isinstance(self.inputs.pay, Hourly) and self.inputs.pay.guaranteed_hours.any():
            guaranteed = np.minimum(self.worked, self.inputs.worked * self.inputs.pay.guaranteed_hours)
            covered = np.maximum(covered, guaranteed)
        return clock * by_contract + (1 - clock) * covered

    @property
    def unpaid(self) -> Array:
        """Hours worked that no pay covers."""
        return self.worked - self.paid


def work_hours(inputs: Inputs, volume: Volume) -> WorkedHours:
    """The hours of each week: what the work takes, and never less than required presence."""
    present = np.maximum(inputs.worked * inputs.presence_hours, _load(inputs, volume))
    return WorkedHours(inputs, volume, present)


def _load(inputs: Inputs, volume: Volume) -> Array:
    """Hours that the work itself takes in each week."""
    per_kept = inputs.session_hours + inputs.documentation_hours
    return volume.kept * per_kept + volume.missed * _per_missed(inputs) + _weekly(inputs, volume)


def _per_missed(inputs: Inputs) -> Array:
    """Hours of one missed slot that serve for nothing else."""
    slot = inputs.session_hours if inputs.missed_hours is None else inputs.missed_hours
    return np.asarray(slot * (1 - inputs.missed_slot_used))


def _weekly(inputs: Inputs, volume: Volume) -> Array:
    """Weekly hours outside sessions and notes, driving, and monitoring patients between visits."""
    weekly = inputs.worked * inputs.weekly_hours + hours_driven(inputs, volume)
    if inputs.monitoring is None:
        return weekly
    weeks = caseload_weeks(inputs.monitoring, volume, inputs.sessions_per_week)
    return np.asarray(weekly + clinician_hours(inputs.monitoring) * weeks)


def _on_the_clock(pay: PayTerms) -> Array | float:
    """1 where pay covers the hours of the contract, 0 where it covers sessions and separately paid hours."""
    match pay:
        case Salary():
            return 1.0
        case Hourly():
            return pay.on_the_clock
        case BasePlusCommission():
            return _on_the_clock(pay.base)
        case _:
            return 0.0
