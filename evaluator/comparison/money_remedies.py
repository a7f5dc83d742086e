"""What an answer means for the money terms of the offer, so that keeping the promise has a price.

In: a check that is answered in words, an offer on a workbench. Out: changes of money terms beside the answer. Must not
put in an amount that the file does not state: where one is missing, the check is among those whose amount is open.
"""

from collections.abc import Callable, Mapping

from evaluator.comparison.trying import Workbench
from evaluator.offer.editing import Change
from evaluator.offer.pay import Shared

Changes = tuple[Change, ...]
COSTS: Mapping[str, tuple[str, ...]] = {
    "malpractice": ("liability_cover", "liability_insurance", "liability", "malpractice", "malpractice_insurance"),
    "supervision": ("supervision", "supervision_fee"),
    "specialty-setup": ("materials", "test_kits", "tests", "scoring"),
}
"""Names that offer files give to yearly costs which the answer moves from the clinician to the practice."""
AMOUNT_OPEN = frozenset(
    {*COSTS, "ramp-pay", "pay-before-panels", "first-weeks-pooled", "slow-weeks", "panel-gap", "continuing-education",
     "consultation", "method-training", "mentoring", "associate-employment", "unfilled-slots"}
)  # fmt: skip
"""Checks whose good answer is a promise of money, of an amount that only the practice can name."""


def money_changes(check: str, bench: Workbench) -> Changes:
    """The terms that the good answer to this check changes, as an offer file would state them; none where it says too
    little, or where no term is meant."""
    if check in COSTS:
        return _costs_taken_over(COSTS[check], bench)
    found = BY_CHECK.get(check)
    return found(bench) if found else ()


def _costs_taken_over(names: tuple[str, ...], bench: Workbench) -> Changes:
    stated = bench.offer_file.offer.costs.yearly or {}
    return tuple(_set(f"costs.yearly.{name}", "$0") for name in names if name in stated and stated[name].likely)


def _room(bench: Workbench) -> Changes:
    each = bench.offer_file.offer.costs.per_session
    changes = [_set("costs.per_session", "$0")] if each is not None and each.likely else []
    return (*changes, *_costs_taken_over(("room", "rent", "office"), bench))


def _late_notes(bench: Workbench) -> Changes:
    pay = bench.offer_file.offer.pay
    said = pay is not None and (pay.late_notes.sessions is not None or pay.late_notes.unpaid is not None)
    return (_set("pay.late_notes.unpaid", "0%"),) if said else ()


def _paid_anyway(bench: Workbench) -> Changes:
    """A share of what is allowed, of which nothing is taken back, in place of a share of what comes in."""
    pay = bench.offer_file.offer.pay
    if not isinstance(pay, Shared) or pay.of != "collected":
        return ()
    return (_set("pay.of", "allowed"), _set("pay.clawback_share", "0%"))


def _nothing_taken_back(bench: Workbench) -> Changes:
    pay = bench.offer_file.offer.pay
    is_open = isinstance(pay, Shared) and pay.of == "allowed"
    return (_set("pay.clawback_share", "0%"),) if is_open else ()


def _paid_to_the_end(bench: Workbench) -> Changes:
    pay = bench.offer_file.offer.pay
    return (_set("pay.run_out", "0 weeks"),) if pay is not None and pay.run_out is not None else ()


def _set(name: str, value: str) -> Change:
    return Change(tuple(name.split(".")), value)


BY_CHECK: Mapping[str, Callable[[Workbench], Changes]] = {
    "room-charge": _room,
    "late-notes-pay": _late_notes,
    "unpaid-claims": _paid_anyway,
    "take-backs": _nothing_taken_back,
    "pay-after-leaving": _paid_to_the_end,
}
