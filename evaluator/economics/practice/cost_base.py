"""What a practice's costs hang on: clinicians, sessions, collections, or nothing but time (economics 2.17).

In: a practice file. Out: a `CostBase`. Must not know splits or judge.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluator.offer.books import AllocateBy, ClinicianBooks, SharedCost
from evaluator.offer.practice import PracticeFile

KEY_LABELS: dict[AllocateBy, str] = {
    "headcount": "the same for each clinician",
    "sessions": "by kept sessions",
    "collections": "by collections",
    "room_hours": "by room hours",
    "new_clients": "by new clients",
}


@dataclass(frozen=True, slots=True)
class Pool:
    """One shared cost: dollars a year from a number of clinicians on, and how they are shared out.

    The first step starts at 1 clinician, and the numbers rise. `is_owner` marks the owner's work at a market wage.
    """

    name: str
    steps: tuple[tuple[int, float], ...]
    key: AllocateBy
    function: str | None
    is_owner: bool = False

    def yearly_usd(self, clinicians: int) -> float:
        """Dollars a year with so many clinicians; those of the first step for less than one."""
        reached = [usd for start, usd in self.steps if start <= max(clinicians, 1)]
        return reached[-1]


@dataclass(frozen=True, slots=True)
class CostBase:
    """The sums that splits are worked out from. `of_collections` includes what is put aside as a reserve."""

    clinicians: tuple[ClinicianBooks, ...]
    collections_usd: float
    kept_sessions: float
    pools: tuple[Pool, ...]
    per_clinician_usd: float
    per_session_usd: float
    of_collections: float
    burden: float
    owner_wage_usd: float
    owner_hours: float

    @property
    def headcount(self) -> int:
        """Number of clinicians in the books."""
        return len(self.clinicians)

    @property
    def shared_usd(self) -> float:
        """All shared costs at the present headcount, the owner's work included."""
        return self.shared_with(self.headcount)

    def shared_with(self, clinicians: int) -> float:
        """All shared costs with so many clinicians, the owner's work included."""
        return sum(pool.yearly_usd(clinicians) for pool in self.pools)

    def before_pay(self, margin: float = 0.0) -> float:
        """What collections leave for pay and its burden after all costs and a margin; may be negative."""
        return (
            (1 - self.of_collections - margin) * self.collections_usd
            - self.per_session_usd * self.kept_sessions
            - self.per_clinician_usd * self.headcount
            - self.shared_usd
        )

    def own_costs(self, clinician: ClinicianBooks) -> float:
        """The costs that come with one clinician, pay and its burden left out."""
        return (
            self.of_collections * clinician.collections
            + self.per_session_usd * clinician.kept_sessions
            + self.per_clinician_usd
        )


def cost_base(practice: PracticeFile) -> CostBase:
    """The sums of a practice file."""
    costs, owner = practice.costs, practice.owner
    pools = [_pool(cost) for cost in costs.shared or ()]
    owner_hours = owner.hours_per_week * owner.weeks if owner else 0.0
    owner_wage = owner_hours * owner.market_wage if owner else 0.0
    if owner is not None:
        pools.append(Pool("the owner's work", ((1, owner_wage),), owner.allocate_by, None, is_owner=True))
    return CostBase(
        clinicians=practice.clinicians,
        collections_usd=sum(row.collections for row in practice.clinicians),
        kept_sessions=sum(row.kept_sessions for row in practice.clinicians),
        pools=tuple(pools),
        per_clinician_usd=sum(row.yearly for row in costs.per_clinician or ()),
        per_session_usd=sum(row.amount for row in costs.per_session or ()),
        of_collections=sum(row.share for row in costs.of_collections or ()) + (practice.reserve.of_collections or 0.0),
        burden=practice.pay.burden,
        owner_wage_usd=owner_wage,
        owner_hours=owner_hours,
    )


def key_shares(key: AllocateBy, clinicians: Sequence[ClinicianBooks]) -> tuple[float, ...] | None:
    """Each clinician's part of a cost that is shared out by `key`, adding to 1; None where a number is missing."""
    match key:
        case "headcount":
            numbers: list[float | None] = [1.0 for _ in clinicians]
        case "sessions":
            numbers = [row.kept_sessions for row in clinicians]
        case "collections":
            numbers = [row.collections for row in clinicians]
        case "room_hours":
            numbers = [row.room_hours for row in clinicians]
        case "new_clients":
            numbers = [row.new_clients for row in clinicians]
    known = [number for number in numbers if number is not None]
    whole = sum(known)
    if len(known) < len(numbers) or whole <= 0:
        return None
    return tuple(number / whole for number in known)


def _pool(cost: SharedCost) -> Pool:
    steps = cost.steps or ()
    levels = tuple((int(step.from_clinicians), step.yearly) for step in steps) or ((1, cost.yearly or 0.0),)
    return Pool(cost.name, levels, cost.allocate_by, cost.function)
