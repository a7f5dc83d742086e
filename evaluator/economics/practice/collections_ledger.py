"""Both sides of every dollar collected: clinicians' pay and the practice's share, to the cent.

In: a `CostBase` and each clinician's split. Out: a `Ledger`. Must not round anything but dollars to cents.
"""

from collections.abc import Sequence

from evaluator.economics.practice.cost_base import CostBase
from evaluator.economics.practice.figures import ClinicianLedger, Ledger
from evaluator.economics.rounding import cents

FORMULA = "collections × the clinician's split is pay, rounded to the cent; the rest of collections is the practice's"


def collections_ledger(base: CostBase, splits: Sequence[float]) -> Ledger:
    """The ledger with one split (0 to 1) for each clinician of the books, in their order."""
    rows = []
    for clinician, split in zip(base.clinicians, splits, strict=True):
        collections = whole_cents(clinician.collections)
        pay = whole_cents(split * clinician.collections)
        kept = collections - pay
        contribution = kept / 100 - base.burden * pay / 100 - base.own_costs(clinician)
        rows.append(
            ClinicianLedger(
                clinician.name,
                collections / 100,
                clinician.kept_sessions,
                split,
                pay / 100,
                kept / 100,
                cents(contribution),
            )
        )
    # Sums are taken in whole cents: adding dollars as binary fractions would drift.
    collected = sum(whole_cents(row.collections_usd) for row in rows)
    paid = sum(whole_cents(row.pay_usd) for row in rows)
    return Ledger(tuple(rows), collected / 100, paid / 100, (collected - paid) / 100, FORMULA)


def whole_cents(usd: float) -> int:
    """Dollars as whole cents, rounded half away from zero."""
    return round(cents(usd) * 100)
