"""The hours that the work takes and how many of them are paid (economics 2.9).

In: weekly sessions and the times of the offer. Out: weekly hours by kind. Must not know money.
"""

from dataclasses import dataclass

import numpy as np

from evaluator.economics.inputs import Array, BasePlusCommission, Hourly, Inputs, PayTerms, Salary
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
    clock = _on_the_clock(inputs.pay)
    by_contract = np.minimum(worked, inputs.worked * inputs.contract_hours)
    paid = clock * by_contract + (1 - clock) * (in_sessions + weekly * inputs.weekly_paid_share)
    return WorkedHours(worked, paid, in_sessions, notes, missed, weekly, worked - load)


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
