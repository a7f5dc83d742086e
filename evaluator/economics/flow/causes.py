"""What a flow of patients is made of: the arrays from which the visits of every week follow (economics 2.18).

In: nothing. Out: `Flow` and `VisitClass`. Must not compute. Shapes as in `economics.inputs`: (cases, 1) or (1, 1),
and (cases, weeks) for what a bad year changes week by week.
"""

from dataclasses import dataclass

from evaluator.economics.inputs import Array, SessionMoney


@dataclass(frozen=True, slots=True)
class VisitClass:
    """The patients of one payer.

    `mix` is their share of evaluations. `delivered` and `billed` are visits of one episode, the evaluation among them.
    `weight` is how much of their money is there, 1 unless a bad year changes it. `is_a_payer` is false for the one
    class of an offer that says only what a visit brings in.
    """

    name: str
    mix: Array
    delivered: Array
    billed: Array
    authorized: Array  # no limit is infinite
    evaluation: SessionMoney
    follow_up: SessionMoney
    evaluation_units: Array
    follow_up_units: Array
    patient_part_evaluation_usd: Array
    patient_part_follow_up_usd: Array
    at_desk: Array
    weight: Array
    is_a_payer: bool = True


@dataclass(frozen=True, slots=True)
class Flow:
    """Patients a week, their plans of care, the schedule they come to, and the payers they have.

    `no_show` and `late_cancel` are shares of booked follow-ups; an evaluation that is counted has been kept.
    """

    referrals: Array
    conversion: Array
    planned_visits: Array
    visits_per_week: Array
    drop_out: Array
    slots: Array  # visits a worked week; no limit is infinite
    rescheduled: Array
    no_show: Array
    late_cancel: Array
    evaluation_hours: Array
    follow_up_hours: Array
    evaluation_documentation_hours: Array
    follow_up_documentation_hours: Array
    classes: tuple[VisitClass, ...]

    @property
    def arrival(self) -> Array:
        """Share of booked follow-ups that are kept."""
        return 1 - self.no_show - self.late_cancel

    @property
    def bookings_a_visit(self) -> Array:
        """Slots that one follow-up takes: a missed visit that is booked again takes a second one."""
        return 1 + (1 - self.arrival) * self.rescheduled
