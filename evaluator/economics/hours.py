"""The hours that the work takes and how many of them are paid (economics 2.9).

In: weekly sessions and the times of the offer. Out: weekly hours by kind. Must not know money.
"""

from dataclasses import dataclass

import numpy as np

from evaluator.economics.inputs import Array, Inputs, Salary
from evaluator.economics.volume import Volume


@dataclass(frozen=True, slots=True)
class WorkedHours:
    """Hours by week, for each case or alike for all.

    worked = sessions + documentation + missed + weekly + presence = paid + unpaid.
    """

    worked: Array
    paid: Array
    sessions: Array
    documentation: Array
    missed: Array
    weekly: Array
    presence: Array

    @property
    def unpaid(self) -> Array:
        """Hours worked that no pay covers."""
        return self.worked - self.paid


def work_hours(inputs: Inputs, volume: Volume) -> WorkedHours:
    """Hours of each week. `presence` is time that must be spent at work beyond what the work itself takes."""
    in_sessions = volume.kept * inputs.session_hours
    notes = volume.kept * inputs.documentation_hours
    missed = volume.missed * inputs.session_hours * (1 - inputs.missed_slot_used)
    weekly = inputs.worked * inputs.weekly_hours
    load = in_sessions + notes + missed + weekly
    worked = np.maximum(inputs.worked * inputs.presence_hours, load)
    if isinstance(inputs.pay, Salary):
        paid = np.minimum(worked, inputs.worked * inputs.contract_hours)
    else:
        paid = in_sessions + weekly * inputs.weekly_paid_share
    return WorkedHours(worked, paid, in_sessions, notes, missed, weekly, worked - load)
