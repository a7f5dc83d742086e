"""What one split leaves: for the practice, for the owner's work, and of an average clinician (economics 2.17).

In: a `CostBase` and a split. Out: a `SplitOutcome`. Must not judge.
"""

from evaluator.economics.practice.break_even import break_even
from evaluator.economics.practice.cost_base import CostBase
from evaluator.economics.practice.figures import Figure, SplitOutcome


def residual_usd(base: CostBase, split: float) -> float:
    """What is left of collections after all costs, the owner's work at a market wage among them, and all pay."""
    return base.before_pay() - split * (1 + base.burden) * base.collections_usd


def split_outcome(base: CostBase, split: float, *, is_chosen: bool = False) -> SplitOutcome:
    """What `split` would leave in such a year; the mean by collections where clinicians' splits differ."""
    residual = residual_usd(base, split)
    receives = base.owner_wage_usd + residual
    contribution = (residual + base.shared_usd) / base.headcount
    hourly = None
    if base.owner_hours > 0:
        words = "what the owner receives ÷ the owner's hours outside sessions"
        hourly = Figure("Owner's real pay for an hour", receives / base.owner_hours, "usd_per_hour", words)
    return SplitOutcome(
        split,
        is_chosen,
        residual=Figure(
            "Left after everybody's pay",
            residual,
            "usd",
            "collections less pay with its burden, all costs, and the owner's work at a market wage",
        ),
        owner_receives=Figure(
            "What the owner receives", receives, "usd", "the owner's work at a market wage + what is left after it"
        ),
        owner_hourly=hourly,
        contribution=Figure(
            "What an average clinician leaves for shared costs",
            contribution,
            "usd",
            "mean collections less pay with its burden, costs of collections, of sessions and of a clinician",
        ),
        break_even=break_even(base, contribution),
    )
