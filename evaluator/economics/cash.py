"""When the money arrives (economics 2.7).

In: a projection of one case and the weeks from a session to its pay. Out: a `CashView`. Must not change what is earned:
figures are accrued in the week of service, and a lag only shows as cash that comes later.
"""

import numpy as np

from evaluator.economics.figures import CashView
from evaluator.economics.projection import Projection

DAYS_A_WEEK = 7


def cash_view(projection: Projection, lag_days: float, *, stated: bool, case: int = 0) -> CashView:
    """What arrives inside the horizon, what after it, and the most that own costs run ahead of pay.

    Pay for the sessions of a week arrives a whole number of weeks later, rounded up; advances and what is paid back of
    them move at once.
    """
    weeks = int(np.ceil(lag_days / DAYS_A_WEEK - 1e-9))
    at_once = np.broadcast_to(projection.guarantee_usd, projection.gross_pay_usd.shape)[case]
    earned = projection.gross_pay_usd[case] - at_once
    arrives = np.concatenate([np.zeros(weeks), earned])[: earned.size] + at_once
    balance = np.cumsum(arrives - projection.overhead_usd[case])
    return CashView(
        lag_weeks=weeks,
        lag_is_stated=stated,
        inside_usd=round(float(arrives.sum()), 6),
        after_usd=round(float(earned.sum() + at_once.sum() - arrives.sum()), 6),
        peak_need_usd=round(max(0.0, -float(balance.min())), 6),
    )
