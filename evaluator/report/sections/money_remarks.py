"""What is worth saying below an offer's account: when pay arrives, what the flow of clients can keep up, comparisons.

In: one offer of a cleaned Comparison, and the label of the first. Out: sentences. Must not compute: the engine's
figures are only put into words.
"""

from collections.abc import Iterator

from evaluator.comparison.model import Comparison, OfferResult
from evaluator.economics.figures import CashView
from evaluator.report.naming import Label
from evaluator.report.wording import dollars, percent, plain

WORTH_SAYING_USD = 50.0


def remarks_of(comparison: Comparison, offer: OfferResult, first: Label) -> tuple[str, ...]:
    """The sentences below one account, in the order in which a reader needs them."""
    return tuple(_remarks(comparison, offer, first))


def _remarks(comparison: Comparison, offer: OfferResult, first: Label) -> Iterator[str]:
    money = offer.money
    if money.supported_sessions is not None:
        yield f"This flow of new clients can keep up at most {plain(money.supported_sessions)} sessions a week."
    if money.cash is not None:
        yield _arrival(money.cash, "the year" if comparison.years == 1 else "the two years")
    if money.contractor_equivalent_split is not None:
        share = percent(money.contractor_equivalent_split)
        yield f"A contractor without costs would need {share} of the same collections to be left with as much."
    if offer.common_basis_split is not None and offer.id != comparison.offers[0].id:
        share = percent(offer.common_basis_split)
        yield f"Measured by what a full caseload brings in at {first.mark}, this offer keeps {share}."


def _arrival(cash: CashView, span: str) -> str:
    """When pay arrives, and how far own costs run ahead of it."""
    weeks = (
        "at once"
        if cash.lag_weeks == 0
        else f"{cash.lag_weeks} week{'s' if cash.lag_weeks > 1 else ''} after a session"
    )
    said = "" if cash.lag_is_stated else " (assumed, the offer does not say)"
    inside = f"Pay arrives {weeks}{said}: {dollars(cash.inside_usd)} of it inside {span}"
    after = f", {dollars(cash.after_usd)} afterwards" if cash.after_usd >= 1 else ""
    ahead = (
        f" At most, your own costs run {dollars(cash.peak_need_usd)} ahead of it."
        if cash.peak_need_usd >= WORTH_SAYING_USD
        else ""
    )
    return f"{inside}{after}.{ahead}"
