"""What the pay of an offer says that cannot be.

In: the pay section as far as it could be read, and its places. Out: problems in the notebook. Must not change a value,
nor judge whether the pay is good.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from evaluator.offer.pay import (
    AnyPay,
    BasePlusCommission,
    Hourly,
    LaterShare,
    Percentage,
    PerSession,
    PerUnit,
    Salary,
    Shared,
    Tier,
    Tiered,
    VolumeBonus,
)
from evaluator.offer.quantity import Quantity
from evaluator.offer.readable import is_stated, place_in_words, readable
from evaluator.offer.walking import Path, Walk

PAY: Path = ("pay",)
LISTS = ("bonuses", "one_time", "stipends", "later_shares", "tiers", "units_by_visit")
REACHED = ("at_sessions", "at_units", "at_collections", "at_productivity")
_MODELS: dict[str, type[AnyPay]] = {
    "percentage": Percentage,
    "per_session": PerSession,
    "per_unit": PerUnit,
    "per_point": PerUnit,
    "salary": Salary,
    "hourly": Hourly,
    "base_plus_commission": BasePlusCommission,
    "tiered": Tiered,
}
_MISSED: Path = ("pay", "missed_visit")
EITHER_OR: tuple[tuple[Path, Path], ...] = (
    (("pay", "rate"), ("pay", "rates")),
    (("pay", "units_per_session"), ("pay", "units_by_visit")),
    (("pay", "units_per_session"), ("pay", "minutes_per_unit")),
    (("pay", "units_by_visit"), ("pay", "minutes_per_unit")),
    (("pay", "base_salary"), ("pay", "base_hourly")),
    (("pay", "commission_per_session"), ("pay", "commission_share")),
    (("pay", "advertised"), ("pay", "advertised_per_session")),
    ((*_MISSED, "per_no_show"), (*_MISSED, "no_show_rate_share")),
    ((*_MISSED, "per_late_cancel"), (*_MISSED, "late_cancel_rate_share")),
)


def refuse_impossible_pay(data: Mapping[str, Any], walk: Walk) -> None:
    """Note every impossibility and contradiction of the pay section."""
    for name in LISTS:
        if data.get(name) == []:
            walk.notebook.note(walk.spots["pay", name].value, f"{name} is an empty list: expected at least one entry")
    pay = readable(_MODELS.get(str(data.get("structure")), AnyPay), data)
    if isinstance(pay, Shared):
        _refuse_sharing(pay, walk)
    if isinstance(pay, Percentage):
        _refuse_limits(pay, walk)
    if isinstance(pay, Hourly):
        _refuse_guaranteed_hours(pay, walk)
    _refuse_later_shares(_rows(LaterShare, data, "later_shares"), walk)
    _refuse_bonuses(_rows(VolumeBonus, data, "bonuses"), walk)
    if isinstance(pay, AnyPay):
        _refuse_guarantee(pay, walk)
    if data.get("structure") == "tiered":
        _refuse_tiers(_rows(Tier, data, "tiers"), walk)


def _rows(model: Any, data: Mapping[str, Any], name: str) -> Sequence[Any]:
    """The rows of a list; none if one of them could not be read, since that has been noted."""
    given = data.get(name)
    rows = [readable(model, row) for row in given] if isinstance(given, list) else []
    return () if None in rows else rows


def _refuse_sharing(pay: Shared, walk: Walk) -> None:
    of = walk.spots.get(("pay", "of"))
    if of is not None and pay.of == "collected" and is_stated(("pay", "clawback_share"), walk):
        where = place_in_words(of.value)
        message = f"clawback_share contradicts 'of: collected' at {where}: expected it only with 'of: allowed'"
        walk.notebook.note(walk.spots["pay", "clawback_share"].key, message)
    if of is not None and pay.of not in (None, "listed") and is_stated(("pay", "listed_fee"), walk):
        where = place_in_words(of.value)
        message = f"listed_fee contradicts 'of: {pay.of}' at {where}: expected it only with 'of: listed'"
        walk.notebook.note(walk.spots["pay", "listed_fee"].key, message)


def _refuse_guaranteed_hours(pay: Hourly, walk: Walk) -> None:
    if pay.guaranteed_hours is not None and pay.paid_for == "contract_hours":
        where = place_in_words(walk.spots["pay", "paid_for"].value)
        message = (
            f"guaranteed_hours contradicts 'paid_for: contract_hours' at {where}: expected contract_per_week alone"
        )
        walk.notebook.note(walk.spots["pay", "guaranteed_hours"].key, message)


def _refuse_limits(pay: Percentage, walk: Walk) -> None:
    least, most = pay.practice_at_least, pay.practice_at_most
    if least is not None and most is not None and least.high > most.low:
        where = place_in_words(walk.spots["pay", "practice_at_most"].value)
        message = f"practice_at_least is more than practice_at_most at {where}: expected at most as much"
        walk.notebook.note(walk.spots["pay", "practice_at_least"].value, message)


def _refuse_later_shares(rows: Sequence[LaterShare], walk: Walk) -> None:
    before = Quantity.point(1.0)
    for index, row in enumerate(rows):
        if not _rises(before, row.from_week):
            place = walk.spots["pay", "later_shares", str(index), "from_week"].value
            walk.notebook.note(place, "this share does not start after the one before: expected from_week to rise")
        before = row.from_week


def _refuse_bonuses(rows: Sequence[VolumeBonus], walk: Walk) -> None:
    for index, bonus in enumerate(rows):
        place = walk.spots["pay", "bonuses", str(index)].key
        stated = [name for name in REACHED if getattr(bonus, name) is not None]
        if len(stated) != 1:
            many = "no number" if not stated else f"{len(stated)} numbers" if len(stated) > 2 else "two numbers"
            message = f"this bonus has {many} to reach: expected one of {', '.join(REACHED[:-1])} and {REACHED[-1]}"
            walk.notebook.note(place, message)
        elif bonus.paid in ("each_above", "taken_off_each_below") and stated[0] not in ("at_sessions", "at_units"):
            message = f"paid '{bonus.paid}' counts sessions: expected at_sessions, or another way to be paid"
            walk.notebook.note(walk.spots["pay", "bonuses", str(index), "paid"].value, message)
        elif bonus.at_productivity is not None and bonus.paid != "once":
            message = f"paid '{bonus.paid}' does not go with at_productivity: expected 'once'"
            walk.notebook.note(walk.spots["pay", "bonuses", str(index), "paid"].value, message)


def _refuse_guarantee(pay: AnyPay, walk: Walk) -> None:
    if pay.guarantee is None or pay.guarantee.recoverable != "no":
        return
    group: Path = ("pay", "guarantee")
    where = place_in_words(walk.spots[*group, "recoverable"].value)
    for name in ("recoup_share", "recoup_floor", "balance_at_end"):
        if is_stated((*group, name), walk):
            message = f"{name} contradicts 'recoverable: no' at {where}: expected it only where pay is paid back"
            walk.notebook.note(walk.spots[*group, name].key, message)


def _refuse_tiers(rows: Sequence[Tier], walk: Walk) -> None:
    """Tiers have one kind of rate and one kind of number, the first starts at nothing, and each starts later."""
    kinds = {"share" if row.share is not None else "per_session" for row in rows}
    counts = {"from_sessions" if row.from_sessions is not None else "from_collections" for row in rows[1:]}
    for index, row in enumerate(rows):
        place = walk.spots["pay", "tiers", str(index)].key
        if (row.share is None) == (row.per_session is None) or len(kinds) > 1:
            message = "a tier needs one rate: expected share in every tier, or per_session in every tier"
            walk.notebook.note(place, message)
            return
        start = row.from_sessions or row.from_collections
        if index == 0:
            if start is not None and start.high > 0:
                walk.notebook.note(place, "the first tier starts above nothing: expected it without a number to reach")
                return
        elif start is None or len(counts) > 1 or (row.from_sessions is not None and row.from_collections is not None):
            message = "a tier needs one start: expected from_sessions in every later tier, or from_collections"
            walk.notebook.note(place, message)
            return
        elif not _rises(_start(rows[index - 1]), start):
            walk.notebook.note(place, "this tier does not start above the one before: expected the numbers to rise")
    if len(rows) > 1 and not is_stated(("pay", "per"), walk):
        message = "key 'per' is missing in pay: expected one of: week, month, year"
        walk.notebook.note(walk.spots["pay", "tiers"].key, message)


def _start(tier: Tier) -> Quantity:
    return tier.from_sessions or tier.from_collections or Quantity.point(0.0)


def _rises(before: Quantity, after: Quantity) -> bool:
    return after.low > before.low and after.high > before.high
