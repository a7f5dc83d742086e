"""The money terms of how an offer pays: its structure, missed visits, and all that stands beside.

In: a `TermCollector`. Out: nothing; it takes the terms. Must not compute money.
"""

from evaluator.economics.money_term import TermCollector
from evaluator.offer.pay import (
    AnyPay,
    BasePlusCommission,
    Hourly,
    Percentage,
    PerSession,
    PerUnit,
    Salary,
    Shared,
    Tier,
    Tiered,
)
from evaluator.offer.quantity import Quantity

PRODUCTIVITY_OF = ("paid_hours", "booked_hours")
AMOUNTS = (
    "pay.share",
    "pay.rate",
    "pay.salary",
    "pay.hourly_rate",
    "pay.unit_rate",
    "pay.base_salary",
    "pay.base_hourly",
    "pay.commission_per_session",
    "pay.commission_share",
)
"""The terms without which an offer does not say what it pays."""


def take_pay(c: TermCollector) -> None:
    """The terms of the pay structure. An offer that does not say how it pays is taken for a share of collections."""
    match c.file.offer.pay:
        case Salary() as pay:
            _salary(c, pay)
        case Hourly() as pay:
            c.take("pay.hourly_rate", pay.hourly_rate)
            c.take_word("pay.paid_for", pay.paid_for, ("session_hours", "contract_hours"))
            _if_said(c, "pay.guaranteed_hours", pay.guaranteed_hours, "pay.guaranteed_hours")
        case PerUnit() as pay:
            kind = "" if pay.structure == "per_unit" else ".point"
            c.take("pay.unit_rate", pay.unit_rate, f"pay.unit_rate{kind}")
            _units(c, pay, kind)
        case PerSession(rates=tuple() as rates) if rates:
            for index, rate in enumerate(rates):
                c.take(f"pay.rates.{index}.amount", rate.amount, "pay.rate", f"Pay for {rate.name}")
                c.take(f"pay.rates.{index}.mix", rate.mix, "pay.share", f"Share of sessions paid as {rate.name}")
        case PerSession() as pay:
            c.take("pay.rate", pay.rate)
        case BasePlusCommission() as pay:
            _base_plus_commission(c, pay)
        case Tiered() as pay:
            _tiered(c, pay)
        case pay:
            _percentage(c, pay)


def _units(c: TermCollector, pay: PerUnit, kind: str) -> None:
    """Units or points of a visit: by their minutes, by kind of visit, or on average."""
    if pay.minutes_per_unit is not None:
        c.told("pay.minutes_per_unit", pay.minutes_per_unit, "Minutes of a unit or point", "minutes")
    elif pay.units_by_visit:
        for index, row in enumerate(pay.units_by_visit):
            place, what = f"pay.units_by_visit.{index}.", row.visit_type
            c.told(place + "units", row.units, f"Units or points of a visit: {what}", "units")
            c.told(place + "mix", row.mix, f"Share of sessions of this kind: {what}", "share")
    else:
        c.take("pay.units_per_session", pay.units_per_session, f"pay.units_per_session{kind}")


def _salary(c: TermCollector, pay: Salary) -> None:
    c.take("pay.salary", pay.salary)
    if pay.bonus:
        c.take("pay.bonus.per_session", pay.bonus.per_session, "pay.rate", "Bonus for a session above the number")
        c.take("pay.bonus.above", pay.bonus.above, "caseload.sessions_per_week", "Sessions without a bonus")


def _percentage(c: TermCollector, pay: Percentage | None) -> None:
    c.take("pay.share", pay.share if pay else None)
    _shared(c, pay)
    if pay is None:
        return
    for index, later in enumerate(pay.later_shares or ()):
        label = f"Your share from week {later.from_week.likely:g}"
        c.told(f"pay.later_shares.{index}.from_week", later.from_week, "First week of a later share", "weeks")
        c.told(f"pay.later_shares.{index}.share", later.share, label, "share")
    if pay.own_clients:
        c.told("pay.own_clients.share", pay.own_clients.share, "Your share for clients you brought", "share")
        c.told("pay.own_clients.mix", pay.own_clients.mix, "Sessions with clients you brought", "share")
    for name, label in (("practice_at_most", "Most"), ("practice_at_least", "Least")):
        limit = getattr(pay, name)
        if limit is not None:
            c.told(f"pay.{name}", limit, f"{label} that the practice keeps in a year", "usd")


def _shared(c: TermCollector, pay: Shared | None) -> None:
    """What a share is taken of, and what comes off before it."""
    basis = pay.of if pay else None
    if pay is None or basis is None:
        c.take("pay.of", None)
    else:
        value = ("collected", "allowed", "listed").index(basis)
        c.fixed("pay.of", "What the share is taken of", "basis", float(value), "stated")
        if basis == "listed":
            c.take("pay.listed_fee", pay.listed_fee)
    if basis == "collected":
        c.fixed("pay.clawback_share", "Part of uncollected money taken back from you", "share", 1.0, "stated")
    else:
        c.take("pay.clawback_share", pay.clawback_share if pay else None)
    c.take("pay.fees_off_the_top", pay.fees_off_the_top if pay else None)
    c.take("pay.deduction_per_session", pay.deduction_per_session if pay else None)


def _base_plus_commission(c: TermCollector, pay: BasePlusCommission) -> None:
    if pay.base_hourly is not None:
        c.take("pay.base_hourly", pay.base_hourly, "pay.hourly_rate", "Base pay for an hour of the contract")
    else:
        c.take("pay.base_salary", pay.base_salary)
    if pay.commission_share is not None:
        c.told("pay.commission_share", pay.commission_share, "Commission as a share", "share")
        _shared(c, pay)
    else:
        c.take("pay.commission_per_session", pay.commission_per_session)


def pays_by_amount(pay: Tiered) -> bool:
    """Whether the tiers are dollars for a session; else they are shares."""
    if pay.tiers:
        return pay.tiers[0].per_session is not None
    return pay.advertised_per_session is not None


def structure_in_words(pay: AnyPay | None) -> str:
    """How the offer pays, in a few words."""
    if isinstance(pay, Tiered):
        return "fixed amount per session, in tiers" if pays_by_amount(pay) else "share of collections, in tiers"
    return pay.label if pay else "not stated"


def _tiered(c: TermCollector, pay: Tiered) -> None:
    """The tiers. Without any, one tier of a usual rate: an advertised best is not what will be paid."""
    by_amount = pays_by_amount(pay)
    name, unit = ("per_session", "usd") if by_amount else ("share", "share")
    if not pay.tiers:
        c.take("pay.rate" if by_amount else "pay.share", None)
    for index, tier in enumerate(pay.tiers or ()):
        _tier(c, f"pay.tiers.{index}.", tier, name, unit)
    if pay.tiers:
        c.take_word("pay.method", pay.method, ("each_tier", "all_sessions"))
    if not by_amount:
        _shared(c, pay)
    advert = pay.advertised_per_session if by_amount else pay.advertised
    place = "pay.advertised_per_session" if by_amount else "pay.advertised"
    if advert is not None:
        c.told(place, advert, "The advertised rate", unit)


def _tier(c: TermCollector, place: str, tier: Tier, name: str, unit: str) -> None:
    if tier.from_sessions is not None:
        c.told(place + "from_sessions", tier.from_sessions, "Sessions from which a tier holds", "sessions")
    if tier.from_collections is not None:
        c.told(place + "from_collections", tier.from_collections, "Collections from which a tier holds", "usd")
    rate: Quantity | None = getattr(tier, name)
    if rate is not None:
        c.told(place + name, rate, "Rate of a tier", unit)


def take_missed_visits(c: TermCollector) -> None:
    """Pay for missed visits: open where such offers sometimes pay it, else nothing unless promised."""
    pay = c.file.offer.pay
    missed = pay.missed_visit if pay else None
    group = "pay.missed_visit."
    by_session = isinstance(pay, PerSession | PerUnit | Hourly) or (isinstance(pay, Tiered) and pays_by_amount(pay))
    for name, instead in (("per_no_show", "no_show_rate_share"), ("per_late_cancel", "late_cancel_rate_share")):
        stated, share = getattr(missed, name, None), getattr(missed, instead, None)
        if share is not None or c.state_of(group + instead) != "not_stated":
            c.take(group + instead, share, group + name)
            c.fixed(group + name, c.reader.assumptions.open_terms[group + name].label, "usd", 0.0, "absent")
        elif stated is not None or by_session or c.state_of(group + name) != "not_stated":
            c.take(group + name, stated)
        else:
            c.fixed(group + name, c.reader.assumptions.open_terms[group + name].label, "usd", 0.0, "absent")
    paid_part = getattr(missed, "paid_part", None)
    if paid_part is not None or c.state_of(group + "paid_part") != "not_stated":
        c.take(group + "paid_part", paid_part)
    of_money = pay is None or isinstance(pay, Percentage) or (isinstance(pay, Tiered) and not pays_by_amount(pay))
    fee = getattr(missed, "fee", None)
    if fee is None and not of_money and c.state_of(group + "fee") == "not_stated":
        for name in ("fee", "enforceable", "collected", "clinician_share"):
            c.fixed(group + name, c.reader.assumptions.open_terms[group + name].label, "usd", 0.0, "absent")
        return
    for name in ("fee", "enforceable", "collected", "clinician_share"):
        c.take(group + name, getattr(missed, name, None))


def take_beside_pay(c: TermCollector) -> None:
    """Bonuses, guarantee, single payments, stipends, run-out and late notes: nothing where they are not promised.

    The days to the money are a money term only for a reader to whom waiting costs something.
    """
    pay = c.file.offer.pay
    if c.reader.interest:
        c.take("pay.lag_days", pay.lag_days if pay else None)
    if pay is None:
        return
    _bonuses(c, pay)
    _guarantee(c, pay)
    for index, payment in enumerate(pay.one_time or ()):
        place = f"pay.one_time.{index}."
        c.told(place + "amount", payment.amount, payment.name, "usd")
        label = None if payment.kept_after is None else f"Weeks of service until the {payment.name} is yours"
        c.take(place + "kept_after", payment.kept_after, "pay.one_time.kept_after", label)
    for index, stipend in enumerate(pay.stipends or ()):
        place = f"pay.stipends.{index}."
        c.told(place + "amount", stipend.amount, f"Stipend: {stipend.name}", "usd")
        _if_said(c, place + "above_sessions", stipend.above_sessions, "volume_for_extras")
        _if_said(c, place + "after_weeks", stipend.after_weeks, "wait_for_extras")
    _if_said(c, "pay.run_out", pay.run_out, "pay.run_out")
    late = {"pay.late_notes.sessions": pay.late_notes.sessions, "pay.late_notes.unpaid": pay.late_notes.unpaid}
    if any(stated is not None or c.state_of(name) != "not_stated" for name, stated in late.items()):
        for name, stated in late.items():
            c.take(name, stated)


def take_benefit_conditions(c: TermCollector) -> None:
    """From which volume and after which wait there are benefits, where the offer says so."""
    when = c.file.offer.benefits_when
    _if_said(c, "benefits_when.above_sessions", when.above_sessions, "volume_for_extras")
    _if_said(c, "benefits_when.after_weeks", when.after_weeks, "wait_for_extras")


def _if_said(c: TermCollector, name: str, stated: Quantity | None, entry: str) -> None:
    """A condition that holds only if the offer has a word about it; a vague or refused one is open."""
    if stated is not None or c.state_of(name) != "not_stated":
        c.take(name, stated, entry)


def _bonuses(c: TermCollector, pay: AnyPay) -> None:
    for index, bonus in enumerate(pay.bonuses or ()):
        place, what = f"pay.bonuses.{index}.", bonus.name or "bonus"
        c.told(place + "amount", bonus.amount, f"Dollars of the {what}", "usd")
        if bonus.at_sessions is not None:
            c.told(place + "at_sessions", bonus.at_sessions, f"Sessions that the {what} takes", "sessions")
        if bonus.at_collections is not None:
            c.told(place + "at_collections", bonus.at_collections, f"Collections that the {what} takes", "usd")
        if bonus.at_units is not None:
            c.told(place + "at_units", bonus.at_units, f"Billed units that the {what} takes", "units")
            c.take(place + "units_per_visit", bonus.units_per_visit, "pay.units_per_session", "Billed units of a visit")
        if bonus.at_productivity is not None:
            c.told(place + "at_productivity", bonus.at_productivity, f"Productivity that the {what} takes", "share")
            c.take_word(
                place + "productivity_of", bonus.productivity_of, PRODUCTIVITY_OF, "pay.bonuses.productivity_of"
            )
    _if_said(c, "pay.bonus_cap", pay.bonus_cap, "pay.bonus_cap")


def rewards_productivity(pay: AnyPay | None) -> bool:
    """Whether a bonus counts hours in sessions as a share of paid hours, so that those have to be known."""
    return any(bonus.at_productivity is not None for bonus in (pay.bonuses if pay else None) or ())


def _guarantee(c: TermCollector, pay: AnyPay) -> None:
    """A guarantee. How it is paid back matters only where what is left of it at the end is not owed."""
    promised = pay.guarantee
    if promised is None:
        return
    place, weekly = "pay.guarantee.", ".week" if promised.per == "week" else ""
    c.take(place + "amount", promised.amount, f"pay.guarantee.amount{weekly}")
    c.take(place + "periods", promised.periods, f"pay.guarantee.periods{weekly}")
    c.take_word(place + "recoverable", promised.recoverable, ("no", "yes"))
    if promised.recoverable == "no":
        return
    c.take_word(place + "balance_at_end", promised.balance_at_end, ("owed", "forgiven"))
    matters = promised.balance_at_end != "owed"
    if promised.recoup_share is not None or matters:
        c.take(place + "recoup_share", promised.recoup_share)
    if promised.recoup_floor is not None or matters:
        c.take(place + "recoup_floor", promised.recoup_floor)
