"""The practice's year in five figures.

In: a practice file and its sums. Out: `Figure`s. Must not know splits.
"""

from evaluator.economics.practice.cost_base import CostBase
from evaluator.economics.practice.figures import Figure
from evaluator.offer.practice import PracticeFile

WEEKS_A_YEAR = 52


def collected(base: CostBase) -> Figure:
    """All money collected."""
    return Figure("Collections", base.collections_usd, "usd", "collections of all clinicians, added up")


def kept(base: CostBase) -> Figure:
    """All sessions kept."""
    return Figure("Kept sessions", base.kept_sessions, "sessions", "kept sessions of all clinicians, added up")


def shared(base: CostBase) -> Figure:
    """All shared costs at the present headcount."""
    words = "cost pools at the present number of clinicians + the owner's work at a market wage"
    return Figure("Shared costs", base.shared_usd, "usd", words)


def owner_wage(base: CostBase) -> Figure:
    """What the owner's work would cost at market; 0 where the books do not give the hours."""
    return Figure(
        "The owner's work at market", base.owner_wage_usd, "usd", "hours a week × weeks × what an hour costs at market"
    )


def reserve_weeks(practice: PracticeFile, base: CostBase) -> Figure | None:
    """Weeks of costs that go on without sessions for which the reserve lasts; None without either."""
    held = practice.reserve.held
    going_on = base.shared_usd - base.owner_wage_usd + base.per_clinician_usd * base.headcount
    if held is None or going_on <= 0:
        return None
    words = "reserve ÷ a week of shared costs without the owner's work and of costs of clinicians"
    return Figure("The reserve pays for", held / (going_on / WEEKS_A_YEAR), "weeks", words)


def largest_payer(practice: PracticeFile) -> Figure | None:
    """The part of collections that hangs on one payer; None where the books name no payers."""
    if not practice.payers:
        return None
    largest = max(practice.payers, key=lambda payer: payer.mix)
    return Figure(f"The largest payer, {largest.name}, brings", largest.mix, "share", "its share of collections")
