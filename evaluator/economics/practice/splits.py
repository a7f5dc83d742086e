"""The split that covers costs, at target margins and for each way to share out the shared costs (economics 2.17).

In: a `CostBase`. Out: `TargetSplit`s and `KeySplits`. Must not know the split chosen.
"""

from collections.abc import Sequence

from evaluator.economics.practice.cost_base import KEY_LABELS, CostBase, key_shares
from evaluator.economics.practice.figures import AllocationKey, ClinicianSplit, KeySplits, TargetSplit

TARGETS_FORMULA = (
    "(collections less costs of collections, the margin, costs of sessions, costs of clinicians and shared costs, "
    "the owner's work at a market wage among them) ÷ (collections × (1 + payroll burden))"
)
KEYS_FORMULA = (
    "the same for one clinician: own collections less own costs, the margin and a part of the shared costs, ÷ (own "
    "collections × (1 + payroll burden)); the mean by collections is the common split, whichever way is taken"
)


def common_split(base: CostBase, margin: float = 0.0, turnover_cost: float = 0.0) -> float:
    """The split that covers all costs and leaves `margin`, a share of collections.

    `turnover_cost` is what is put aside for replacing clinicians, as a share of pay. The result may be negative or
    above 1, where no split can do it.
    """
    return base.before_pay(margin) / ((1 + base.burden + turnover_cost) * base.collections_usd)


def target_splits(base: CostBase, margins: Sequence[float], own_target: float | None) -> tuple[TargetSplit, ...]:
    """The common split at no margin, at `margins`, and at the practice's own target, by rising margin."""
    own = () if own_target is None else (own_target,)
    wanted = sorted({0.0, *margins, *own})
    return tuple(TargetSplit(margin, common_split(base, margin), margin == own_target) for margin in wanted)


def splits_by_key(base: CostBase, margin: float) -> tuple[KeySplits, ...]:
    """Each clinician's split under every key for which the books have the numbers, and with each pool's own key."""
    found = []
    for key, label in KEY_LABELS.items():
        parts = key_shares(key, base.clinicians)
        if parts is not None:
            found.append(_key_splits(base, margin, key, label, [part * base.shared_usd for part in parts]))
    own_label = "each cost in its own way, as the books say"
    return (*found, _key_splits(base, margin, "own_pools", own_label, _by_own_pools(base)))


def _by_own_pools(base: CostBase) -> list[float]:
    shared = [0.0] * base.headcount
    for pool in base.pools:
        parts = key_shares(pool.key, base.clinicians)
        assert parts is not None, "the reader refuses a key without its numbers"
        for index, part in enumerate(parts):
            shared[index] += part * pool.yearly_usd(base.headcount)
    return shared


def _key_splits(base: CostBase, margin: float, key: AllocationKey, label: str, shared: Sequence[float]) -> KeySplits:
    rows = []
    for clinician, part in zip(base.clinicians, shared, strict=True):
        left = (1 - margin) * clinician.collections - base.own_costs(clinician) - part
        rows.append(ClinicianSplit(clinician.name, left / ((1 + base.burden) * clinician.collections), part))
    weighted = sum(row.split * one.collections for row, one in zip(rows, base.clinicians, strict=True))
    return KeySplits(key, label, margin, tuple(rows), weighted / base.collections_usd)
