"""Terms of pay that look wrong together.

In: a valid offer. Out: odd pairs. Must not say which of the two is wrong.
"""

from collections.abc import Iterator

from evaluator.offer.numbers import Path
from evaluator.offer.oddness import Judge, Odd, above_nothing, is_nothing
from evaluator.offer.pay import Percentage, PerSession, PerUnit, Salary, Shared, Tiered
from evaluator.offer.quantity import Quantity
from evaluator.offer.terms import Offer

_WEEKS = {"week": 1.0, "month": 53 / 12, "year": 53.0}
_SESSIONS: Path = ("caseload", "sessions_per_week")
_MISSED: Path = ("pay", "missed_visit")


def _missed_fee(offer: Offer) -> Iterator[Odd]:
    missed = offer.pay.missed_visit if offer.pay else None
    if missed is None:
        return
    fee, share = (*_MISSED, "fee"), (*_MISSED, "clinician_share")
    if is_nothing(missed.fee) and above_nothing(missed.clinician_share):
        yield Odd(
            fee, share, "a share of a fee that is $0 is a share of nothing", "ask what is paid for a missed visit"
        )
    for name in ("enforceable", "collected"):
        if is_nothing(getattr(missed, name)) and above_nothing(missed.clinician_share):
            says = f"a share of fees of which none is {name} is a share of nothing"
            yield Odd((*_MISSED, name), share, says, "ask what is paid for a missed visit")
    if is_nothing(missed.clinician_share) and above_nothing(missed.collected):
        says = "fees for missed visits are collected, and none of it is shared"
        yield Odd((*_MISSED, "collected"), share, says, "check that the practice keeps all of it")


def _missed_pay(offer: Offer) -> Iterator[Odd]:
    missed = offer.pay.missed_visit if offer.pay else None
    if missed is None:
        return
    paid = ("per_no_show", "per_late_cancel", "no_show_rate_share", "late_cancel_rate_share")
    for name in paid:
        amount = getattr(missed, name)
        if above_nothing(amount) and is_nothing(missed.paid_part):
            says = "missed visits are paid here, and no part of them is paid there"
            yield Odd((*_MISSED, name), (*_MISSED, "paid_part"), says, "say which holds")
        if above_nothing(amount) and above_nothing(missed.clinician_share) and above_nothing(missed.fee):
            says = "a missed visit is paid twice, by a set amount and by a share of its fee"
            yield Odd((*_MISSED, name), (*_MISSED, "clinician_share"), says, "check that both are meant")


def _tiers(offer: Offer) -> Iterator[Odd]:
    pay = offer.pay
    if not isinstance(pay, Tiered) or not pay.tiers:
        return
    for name, advertised in (("share", "advertised"), ("per_session", "advertised_per_session")):
        rates = [getattr(tier, name) for tier in pay.tiers]
        told = getattr(pay, advertised)
        known = [rate for rate in rates if rate is not None]
        if told is not None and known and told.low > max(rate.high for rate in known):
            says = "what is advertised is more than the highest tier pays"
            yield Odd(("pay", advertised), ("pay", "tiers"), says, "ask for the rule that pays it")
        for index in range(1, len(rates)):
            before, after = rates[index - 1], rates[index]
            if before is not None and after is not None and after.high < before.low:
                one, other = ("pay", "tiers", str(index - 1), name), ("pay", "tiers", str(index), name)
                yield Odd(one, other, "a higher tier pays less than the one before", "check the order of the tiers")


def _shares(offer: Offer) -> Iterator[Odd]:
    pay = offer.pay
    if not isinstance(pay, Percentage) or pay.share is None:
        return
    for index, later in enumerate(pay.later_shares or ()):
        if later.share.high < pay.share.low:
            path = ("pay", "later_shares", str(index), "share")
            yield Odd(("pay", "share"), path, "a later share is smaller than the first", "check which comes first")
    if pay.own_clients is not None and pay.own_clients.share.high < pay.share.low:
        says = "own clients are shared worse than those of the practice"
        yield Odd(("pay", "share"), ("pay", "own_clients", "share"), says, "check which share is which")


def _base_of_share(offer: Offer) -> Iterator[Odd]:
    pay = offer.pay
    if not isinstance(pay, Shared):
        return
    if pay.of == "collected" and pay.lag_days is not None and pay.lag_days.high < 7:
        says = "pay is a share of money collected and comes within a week, before payers have paid"
        yield Odd(("pay", "of"), ("pay", "lag_days"), says, "ask whether pay waits for payers")
    brought = offer.collections.per_session
    taken = pay.deduction_per_session
    if brought is not None and taken is not None and taken.low > brought.high:
        says = "more is taken from each session than it brings in"
        yield Odd(("collections", "per_session"), ("pay", "deduction_per_session"), says, "check both amounts")
    for index, payer in enumerate(offer.collections.payers or ()):
        if pay.listed_fee is not None and payer.allowed is not None and payer.allowed.low > pay.listed_fee.high:
            path = ("collections", "payers", str(index), "allowed")
            says = "a payer allows more than the listed fee, and payers pay no more than is asked"
            yield Odd(("pay", "listed_fee"), path, says, "check both amounts")


def _more_than_it_brings(offer: Offer) -> Iterator[Odd]:
    pay = offer.pay
    if not isinstance(pay, PerSession) or pay.rate is None:
        return
    brought = offer.collections.per_session
    if brought is not None and pay.rate.low > brought.high:
        says = "a session pays more than it brings in"
        yield Odd(("pay", "rate"), ("collections", "per_session"), says, "check both amounts")
    payers = [payer.allowed for payer in offer.collections.payers or ()]
    known = [allowed for allowed in payers if allowed is not None]
    if known and len(known) == len(payers) and pay.rate.low > max(allowed.high for allowed in known):
        says = "a session pays more than any payer allows for it"
        yield Odd(("pay", "rate"), ("collections", "payers"), says, "check both amounts")


def _out_of_reach(offer: Offer) -> Iterator[Odd]:
    """Numbers of sessions to reach that a full caseload does not hold."""
    booked = offer.caseload.sessions_per_week
    if booked is None:
        return
    for path, what, number, weeks in _to_reach(offer):
        if number is not None and number.low > booked.high * weeks:
            says = f"{what} at {number.low:g} sessions, and a full caseload books {booked.high:g} a week"
            yield Odd(_SESSIONS, path, says, "ask how many reach it")


def _to_reach(offer: Offer) -> Iterator[tuple[Path, str, Quantity | None, float]]:
    """Numbers of sessions at which something starts: path, what starts, the number, weeks over which it is counted."""
    yield ("benefits_when", "above_sessions"), "benefits start", offer.benefits_when.above_sessions, 1.0
    pay = offer.pay
    if pay is None:
        return
    for index, stipend in enumerate(pay.stipends or ()):
        yield ("pay", "stipends", str(index), "above_sessions"), "a stipend starts", stipend.above_sessions, 1.0
    for index, bonus in enumerate(pay.bonuses or ()):
        if bonus.paid != "taken_off_each_below":
            path = ("pay", "bonuses", str(index), "at_sessions")
            yield path, "a bonus starts", bonus.at_sessions, _WEEKS[bonus.per]
    if isinstance(pay, Salary) and pay.bonus is not None:
        yield ("pay", "bonus", "above"), "a bonus starts", pay.bonus.above, _WEEKS[pay.bonus.per]
    if isinstance(pay, Tiered) and pay.per is not None:
        for index, tier in enumerate(pay.tiers or ()):
            path = ("pay", "tiers", str(index), "from_sessions")
            yield path, "a tier starts", tier.from_sessions, _WEEKS[pay.per]


def _quota_above_caseload(offer: Offer) -> Iterator[Odd]:
    """Pay that is taken off below a number which a full caseload stays under."""
    booked = offer.caseload.sessions_per_week
    for index, bonus in enumerate((offer.pay.bonuses if offer.pay else None) or ()):
        quota = bonus.at_sessions
        if bonus.paid != "taken_off_each_below" or booked is None or quota is None:
            continue
        if quota.low > booked.high * _WEEKS[bonus.per]:
            says = f"pay is taken off below {quota.low:g} sessions, and a full caseload books {booked.high:g} a week"
            yield Odd(_SESSIONS, ("pay", "bonuses", str(index), "at_sessions"), says, "check the quota")


def _caps_and_guarantees(offer: Offer) -> Iterator[Odd]:
    pay = offer.pay
    if pay is None:
        return
    for index, bonus in enumerate(pay.bonuses or ()):
        if pay.bonus_cap is not None and bonus.paid == "once" and pay.bonus_cap.high < bonus.amount.low:
            path = ("pay", "bonuses", str(index), "amount")
            says = "the cap of all bonuses is less than this one"
            yield Odd(("pay", "bonus_cap"), path, says, "check whether the cap is for a shorter period")
    if isinstance(pay, Salary) and pay.guarantee is not None and pay.guarantee.amount is not None:
        says = "a salary is paid in any case and needs no guarantee"
        yield Odd(("pay", "structure"), ("pay", "guarantee"), says, "ask what the guarantee adds")


def _lengths(offer: Offer) -> Iterator[Odd]:
    """Minutes in the pay table that the sessions of this offer do not have."""
    pay, minutes = offer.pay, offer.hours.session_minutes
    if minutes is None:
        return
    if isinstance(pay, PerSession) and pay.rates:
        lengths = [rate.minutes for rate in pay.rates]
        known = [length for length in lengths if length is not None]
        if len(known) == len(lengths) and not (
            min(length.low for length in known) <= minutes.likely <= max(length.high for length in known)
        ):
            says = f"no rate is for sessions of {minutes.likely:g} minutes"
            yield Odd(("pay", "rates"), ("hours", "session_minutes"), says, "check the length of a session")
    if isinstance(pay, PerUnit) and pay.minutes_per_unit is not None and pay.minutes_per_unit.low > minutes.high:
        says = "one unit takes longer than a session"
        yield Odd(("pay", "minutes_per_unit"), ("hours", "session_minutes"), says, "check both lengths")


ODD_IN_PAY: tuple[Judge, ...] = (
    _missed_fee,
    _missed_pay,
    _tiers,
    _shares,
    _base_of_share,
    _more_than_it_brings,
    _out_of_reach,
    _quota_above_caseload,
    _caps_and_guarantees,
    _lengths,
)
