"""What the practice's share does at a split: pays for all that is promised, or leaves somebody short (economics 2.17).

In: sums, spending by function, what is left at the split. Out: a `Diagnosis`. Must not say what to do about it.
"""

from collections.abc import Sequence

from evaluator.economics.practice.cost_base import CostBase
from evaluator.economics.practice.figures import Diagnosis, Figure, FunctionSpending, Outcome
from evaluator.economics.practice.outcome import residual_usd

CENT = 0.005
OUTCOME_LABELS: dict[Outcome, str] = {
    "sustainable": "Sustainable",
    "under_compensated_owner": "The owner goes short",
    "under_invested_infrastructure": "Too little for what is promised",
    "share_not_justified": "The share buys less than promised",
}
_SAYS: dict[Outcome, str] = {
    "sustainable": "The practice's share pays for what is promised and for the owner's work at a market wage.",
    "under_compensated_owner": "After what is spent for clinicians, too little is left for the owner's work.",
    "under_invested_infrastructure": "The practice's share does not reach, and what is promised to clinicians is not "
    "fully paid for.",
    "share_not_justified": "The practice's share would reach, yet less is spent on what is promised than it costs, so "
    "clinicians pay for work that they may end up doing themselves.",
}
_FORMULAS: dict[Outcome, str] = {
    "sustainable": "no function is spent less on than its market price, and the owner receives the market wage",
    "under_compensated_owner": "the owner's work at a market wage less what is available after spending on functions",
    "under_invested_infrastructure": "what functions lack of their market price, plus what the owner takes beyond what "
    "is available after spending on functions",
    "share_not_justified": "what functions lack of their market price",
}


def diagnose(
    base: CostBase,
    functions: Sequence[FunctionSpending],
    split: float,
    drawn_usd: float | None,
    unpaid_admin: Figure | None,
) -> Diagnosis:
    """The outcome at `split`. `drawn_usd` is what the owner really takes; None means whatever is left.

    A function without a market price counts at what is spent on it and is named as open: it can't be called short,
    and the books can't be called sustainable without a reservation.
    """
    residual = residual_usd(base, split)
    spent = sum(row.spent_usd for row in functions)
    needed = sum(row.spent_usd if row.needed_usd is None else row.needed_usd for row in functions)
    short = sum(row.shortfall_usd for row in functions)
    receives = base.owner_wage_usd + residual
    available = receives + spent
    # An owner who takes more than is left leaves as much of the listed costs without money.
    unpaid = max(0.0, (drawn_usd or 0.0) - receives) if drawn_usd is not None else 0.0
    owner_lacks = max(0.0, base.owner_wage_usd - receives - unpaid)
    reaches = available >= needed + base.owner_wage_usd - CENT
    gaps = _gaps(short, unpaid, owner_lacks, reaches=reaches)
    (outcome, gap), (also, also_gap) = gaps[0], gaps[1] if len(gaps) > 1 else (None, 0.0)
    other_shared = base.shared_usd - base.owner_wage_usd
    still_open = tuple(row.label for row in functions if row.needed_usd is None)
    is_complete = not still_open and base.owner_hours > 0
    label, says = _in_words(outcome, is_complete)
    return Diagnosis(
        outcome,
        label,
        gap,
        also,
        also_gap,
        gap / other_shared if other_shared > 0 else None,
        says,
        _FORMULAS[outcome],
        available=Figure(
            "Available for functions and the owner",
            available,
            "usd",
            "the practice's share less payroll burden and all costs that are not spent on a function",
        ),
        needed=Figure("Functions at market", needed, "usd", "market prices of the functions promised, added up"),
        spent=Figure("Spent on functions", spent, "usd", "cost lines that name a function, added up"),
        owner_wage=Figure(
            "The owner's work at market", base.owner_wage_usd, "usd", "hours a week × weeks × market wage"
        ),
        unpaid_admin=unpaid_admin,
        open_functions=still_open,
        is_complete=is_complete,
    )


def _in_words(outcome: Outcome, is_complete: bool) -> tuple[str, str]:
    """Label and sentence. Leaving something out of the books must not earn a clean bill."""
    if outcome == "sustainable" and not is_complete:
        return (
            "Sustainable as far as the books say",
            "The practice's share pays for all that the books name; what they leave out may still go short.",
        )
    return OUTCOME_LABELS[outcome], _SAYS[outcome]


def _gaps(short: float, unpaid: float, owner_lacks: float, *, reaches: bool) -> list[tuple[Outcome, float]]:
    """All that is true, the most pressing first."""
    found: list[tuple[Outcome, float]] = []
    if short > CENT and unpaid <= CENT and reaches:
        found.append(("share_not_justified", short))
    elif short + unpaid > CENT:
        found.append(("under_invested_infrastructure", short + unpaid))
    if owner_lacks > CENT:
        found.append(("under_compensated_owner", owner_lacks))
    return found or [("sustainable", 0.0)]
