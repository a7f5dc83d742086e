"""What is spent on each function that clinicians are told they get, beside what it costs at market.

In: a practice file and its cost lines. Out: `FunctionSpending`s. Must not judge.
"""

from collections.abc import Iterable
from typing import get_args

from evaluator.economics.practice.figures import FunctionSpending
from evaluator.economics.practice.share_ledger import CostLine
from evaluator.offer.books import Function, FunctionAtMarket
from evaluator.offer.practice import PracticeFile

_LABELS: dict[str, str] = {
    "billing": "Billing and claims",
    "intake": "Intake of new clients",
    "scheduling": "Scheduling",
    "credentialing": "Credentialing",
    "supervision": "Supervision and consultation",
    "technology": "Technology",
    "marketing": "Marketing",
    "compliance": "Compliance",
}


def function_spending(practice: PracticeFile, lines: Iterable[CostLine]) -> tuple[FunctionSpending, ...]:
    """Every function there is, in a fixed order. What is spent is the sum of the cost lines that name it."""
    spent: dict[str, float] = {}
    for line in lines:
        if line.function is not None:
            spent[line.function] = spent.get(line.function, 0.0) + line.usd
    listed = {row.function: row for row in practice.functions or ()}
    return tuple(_spending(name, listed.get(name), spent.get(name, 0.0)) for name in get_args(Function))


def _spending(name: str, listed: FunctionAtMarket | None, spent_usd: float) -> FunctionSpending:
    if listed is None:
        return FunctionSpending(name, _LABELS[name], None, spent_usd, 0.0, False, None)
    promised, by_owner = listed.promised == "yes", listed.done_by_owner == "yes"
    needed = 0.0 if by_owner or not promised else listed.market
    shortfall = max(0.0, needed - spent_usd) if needed is not None else 0.0
    return FunctionSpending(name, _LABELS[name], needed, spent_usd, shortfall, by_owner, promised)
