"""Pay guaranteed at first: a floor, or a draw that is paid back (economics 2.6).

In: weekly pay and the guarantee. Out: weekly dollars beyond what is earned, and the ledger of a draw. Must not know how
the pay was earned.
"""

from dataclasses import dataclass

import numpy as np

from evaluator.economics.inputs import Array, Guarantee
from evaluator.economics.periods import by_period, spread_like


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was earned, advanced, paid back and is still owed in each period, all of shape (cases, periods)."""

    earned_usd: Array
    advanced_usd: Array
    recouped_usd: Array
    balance_usd: Array


def guaranteed_pay(guarantee: Guarantee | None, pay: Array) -> Array:
    """Dollars beyond what is earned, by week.

    A floor pays what is missing. A draw that is owed at the end is a loan and worth exactly nothing; one whose balance
    is forgiven is worth what was advanced less what was paid back.
    """
    if guarantee is None:
        return np.zeros((1, pay.shape[-1]))
    ledger = draw_ledger(guarantee, pay)
    as_draw = guarantee.forgiven * (ledger.advanced_usd - ledger.recouped_usd)
    worth = np.where(guarantee.recoverable > 0, as_draw, ledger.advanced_usd)
    return spread_like(worth, np.ones((1, pay.shape[-1])), guarantee.per)


def draw_ledger(guarantee: Guarantee, pay: Array) -> Ledger:
    """The running account of a guarantee; nothing is paid back where it is not recoverable."""
    earned = by_period(pay, guarantee.per)
    period = np.arange(1, earned.shape[-1] + 1)[None, :]
    promised = np.where(period <= guarantee.periods, guarantee.usd, 0.0)
    advanced = np.maximum(0.0, promised - earned)
    safe = np.where(period <= guarantee.periods, guarantee.usd, guarantee.recoup_floor_usd)
    could_recoup = guarantee.recoverable * guarantee.recoup_share * np.maximum(0.0, earned - safe)
    recouped, balance = np.zeros_like(earned), np.zeros_like(earned)
    owed = np.zeros(earned.shape[:1])
    # The loop stays because each period's balance needs the last one's.
    for index in range(earned.shape[-1]):
        recouped[:, index] = np.minimum(owed, could_recoup[:, index])
        owed = owed + advanced[:, index] - recouped[:, index]
        balance[:, index] = owed
    return Ledger(earned, advanced, recouped, balance)
