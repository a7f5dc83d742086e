"""What an offer says it pays, in the few words that people know it by: `$78,000 a year`, `up to 70%`, `$61 a session`.

In: the pay of an offer as read, or what kind of pay it is. Out: words, none where no amount is stated. Must not compute
what a headline comes to.
"""

from collections.abc import Iterator, Sequence

from evaluator.economics.term_words import amount_in_words
from evaluator.offer.pay import BasePlusCommission, Hourly, Pay, Percentage, PerSession, PerUnit, Salary, Tiered
from evaluator.offer.quantity import Quantity

_A_SPLIT = "share of"
"""How the name of a pay structure starts that states a split itself."""


def states_a_split(structure: str) -> bool:
    """Whether the headline split of such pay is stated, and not worked out of what it pays."""
    return structure.startswith(_A_SPLIT)


def headline_in_words(structure: str, words: str | None, split: str) -> str:
    """How a sentence starts that goes on with what becomes of it: `A headline of $78,000 a year comes to 53.3%, which`.

    `words` is the stated pay in words, `split` the headline split as printed.
    """
    if words is None or states_a_split(structure):
        return f"A headline of {split}"
    return f"A headline of {words} comes to {split}, which"


def pay_headline(pay: Pay | None) -> str | None:
    """The stated amounts, from the lowest to the highest; fees, bonuses and benefits are no part of a headline."""
    return " and ".join(_parts(pay)) or None


def _parts(pay: Pay | None) -> Iterator[str]:
    match pay:
        case Percentage():
            yield from _each([pay.share], "share")
        case PerSession():
            rates = [rate.amount for rate in pay.rates or ()]
            yield from _each(rates or [pay.rate], "usd", " a session")
        case PerUnit():
            yield from _each([pay.unit_rate], "usd", " a unit" if pay.structure == "per_unit" else " a point")
        case Salary():
            yield from _each([pay.salary], "usd", " a year")
        case Hourly():
            yield from _each([pay.hourly_rate], "usd", " an hour in session" if _in_session(pay) else " an hour")
        case BasePlusCommission():
            yield from _each([pay.base_salary], "usd", " a year")
            yield from _each([pay.base_hourly], "usd", " an hour")
            yield from _each([pay.commission_per_session], "usd", " a session")
            yield from _each([pay.commission_share], "share")
        case Tiered():
            yield from _of_tiers(pay)


def _in_session(pay: Hourly) -> bool:
    return pay.paid_for == "session_hours"


def _of_tiers(pay: Tiered) -> Iterator[str]:
    """What is advertised; else from the lowest tier to the highest."""
    advertised = [*_each([pay.advertised], "share"), *_each([pay.advertised_per_session], "usd", " a session")]
    if advertised:
        yield from (f"up to {words}" for words in advertised)
        return
    tiers = pay.tiers or ()
    yield from _each([tier.share for tier in tiers], "share")
    yield from _each([tier.per_session for tier in tiers], "usd", " a session")


def _each(amounts: Sequence[Quantity | None], unit: str, per: str = "") -> Iterator[str]:
    """One phrase for amounts of one kind: a point or a range; none where none of them is stated."""
    known = [amount for amount in amounts if amount is not None]
    if known:
        ends = (min(one.low for one in known), max(one.high for one in known))
        low, high = (amount_in_words(end, unit) for end in ends)
        yield f"{low if low == high else f'{low}–{high}'}{per}"
