"""What a practice pays in the clinician's place under another version of an offer.

In: two versions of an offer. Out: dollars. Must not know why the versions differ.
"""

from evaluator.offer.terms import Offer


def taken_over_usd(before: Offer, after: Offer, kept_sessions: float, years: int) -> float:
    """Dollars of the clinician's own costs that another version of the offer no longer has, over all years.

    Yearly costs that are then 0, and what each session costs less. The practice is taken to pay them instead.
    """
    now, then = before.costs.yearly or {}, after.costs.yearly or {}
    gone = sum(cost.likely for name, cost in now.items() if name in then and cost.likely and not then[name].likely)
    each = (before.costs.per_session, after.costs.per_session)
    saved = each[0].likely - each[1].likely if each[0] is not None and each[1] is not None else 0.0
    return gone * years + max(0.0, saved) * kept_sessions
