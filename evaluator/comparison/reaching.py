"""The cheapest set of fixes that leads to a verdict.

In: an offer on a workbench, its fixes, the verdict wanted. Out: `Reached`. Must not promise what was not evaluated: the
set named was made and evaluated as a whole. It rests on one property of the scores, which tests hold: making one more
fix never takes a verdict further away.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from evaluator.comparison.audit_model import Fix, Reach, Reached
from evaluator.comparison.trying import Tried, Workbench
from evaluator.offer.editing import Change

GOOD_ENOUGH: dict[Reach, tuple[str, ...]] = {"sound": ("sound", "strong"), "strong": ("strong",)}
NAMES: dict[Reach, str] = {"sound": "Sound, close the gaps", "strong": "Strong"}
MOST_EXACT = 12
MOST_PRICED = 6
Chosen = frozenset[int]
_Fill = Callable[["_Search", Chosen, Chosen], Chosen]


def reach(bench: Workbench, fixes: Sequence[Fix], wanted: Reach) -> Reached:
    """The set of fixes that leads to the verdict at the least cost a year and, among those, with the fewest fixes.

    Exact for up to `MOST_EXACT` fixes; above that, the least cost is still exact for up to `MOST_PRICED` fixes that
    cost money, and the number of the others is found by leaving out one at a time.
    """
    search = _Search(bench, fixes, wanted)
    if search.leads(frozenset()):
        return _reached(search, frozenset(), True, f"The verdict is {search.verdict(frozenset())} already.")
    whole = frozenset(range(len(fixes)))
    if not search.leads(whole):
        says = f"Even all {len(fixes)} fixes together do not lead to it: {search.verdict(whole)}."
        return Reached(wanted, False, True, (), search.floor(whole), 0.0, 0.0, says)
    exact = len(fixes) <= MOST_EXACT
    chosen = _cheapest(search, _fewest if exact else _pruned)
    number = f"{len(chosen)} fix{'' if len(chosen) == 1 else 'es'}"
    how = (
        "No cheaper and no smaller set of fixes leads there."
        if exact
        else "Found by rule of thumb: none of them can be left out, but another set might be smaller."
    )
    return _reached(search, chosen, exact, f"{number} lead to {search.verdict(chosen)}. {how}")


@dataclass
class _Search:
    """What sets of fixes lead to, each evaluated once."""

    bench: Workbench
    fixes: Sequence[Fix]
    wanted: Reach
    seen: dict[Chosen, Tried | None] = field(default_factory=dict)

    def tried(self, chosen: Chosen) -> Tried | None:
        """The offer with these fixes made in file order; nothing where they contradict each other."""
        if chosen not in self.seen:
            self.seen[chosen] = self.bench.tried(self.changes(chosen))
        return self.seen[chosen]

    def changes(self, chosen: Chosen) -> tuple[Change, ...]:
        """All changes of these fixes; what is said anew comes after what is only written down."""
        listed = [change for place in sorted(chosen) for change in self.fixes[place].changes]
        return tuple(dict.fromkeys(sorted(listed, key=lambda change: change.value is None)))

    def leads(self, chosen: Chosen) -> bool:
        """Whether these fixes lead to the verdict wanted."""
        tried = self.tried(chosen)
        return tried is not None and tried.verdict.id in GOOD_ENOUGH[self.wanted]

    def cost(self, chosen: Chosen) -> float:
        """Dollars a year of these fixes together, to the cent; saving money makes none cheaper than free."""
        tried = self.tried(chosen)
        return float("inf") if tried is None else max(round(self.bench.cost_usd(tried), 2), 0.0)

    def verdict(self, chosen: Chosen) -> str:
        """The verdict in words."""
        tried = self.tried(chosen)
        return "the changes contradict each other" if tried is None else f"“{tried.verdict.says}”"

    def floor(self, chosen: Chosen) -> float:
        """The overall floor, with the caps of red flags."""
        tried = self.tried(chosen)
        return 0.0 if tried is None else tried.scores["overall"].floor

    @property
    def priced(self) -> Chosen:
        """The fixes that cost money."""
        return frozenset(place for place, fix in enumerate(self.fixes) if (fix.cost_usd or 0.0) > 0)


def _cheapest(search: _Search, fill: _Fill) -> Chosen:
    """Which fixes that cost money are needed, then as few of the free ones as `fill` can do with."""
    free = frozenset(range(len(search.fixes))) - search.priced
    leading = [one for one in _paid_sets(search) if search.leads(one | free)]
    least = min(search.cost(one) for one in leading)
    sets = [fill(search, one, free) for one in leading if search.cost(one) <= least + 0.005]
    return min(sets, key=lambda chosen: (len(chosen), sorted(chosen)))


def _paid_sets(search: _Search) -> list[Chosen]:
    """Every set of the fixes that cost money; where there are many, only all of them, with the dearest left out."""
    priced = sorted(search.priced, key=lambda place: -(search.fixes[place].cost_usd or 0.0))
    if len(priced) <= MOST_PRICED:
        return [frozenset(some) for size in range(len(priced) + 1) for some in combinations(priced, size)]
    free, kept = frozenset(range(len(search.fixes))) - search.priced, frozenset(priced)
    for place in priced:
        if search.leads(free | (kept - {place})):
            kept -= {place}
    return [kept]


def _fewest(search: _Search, base: Chosen, free: Chosen) -> Chosen:
    """The smallest set of free fixes beside `base`, by trying every size from the least; exact.

    A fix without which even all others fail is in every set, and a branch that fails with all that is left is cut.
    """
    needed = frozenset(place for place in free if not search.leads(base | (free - {place})))
    open_ones = sorted(free - needed)

    def found(chosen: Chosen, start: int, more: int) -> Chosen | None:
        if more == 0:
            return chosen if search.leads(chosen) else None
        if not search.leads(chosen | frozenset(open_ones[start:])):
            return None
        for place in range(start, len(open_ones) - more + 1):
            answer = found(chosen | {open_ones[place]}, place + 1, more - 1)
            if answer is not None:
                return answer
        return None

    for size in range(len(open_ones) + 1):
        answer = found(base | needed, 0, size)
        if answer is not None:
            return answer
    return base | free


def _pruned(search: _Search, base: Chosen, free: Chosen) -> Chosen:
    """The shortest run of fixes in their order of gain that leads there, less each one that it can do without."""
    order = sorted(free)
    low, high = 0, len(order)
    while low < high:
        middle = (low + high) // 2
        if search.leads(base | frozenset(order[:middle])):
            high = middle
        else:
            low = middle + 1
    kept = base | frozenset(order[:high])
    for place in reversed(order[:high]):
        if search.leads(kept - {place}):
            kept -= {place}
    return kept


def _reached(search: _Search, chosen: Chosen, exact: bool, says: str) -> Reached:
    tried = search.tried(chosen)
    assert tried is not None
    return Reached(
        verdict=search.wanted,
        reachable=True,
        exact=exact,
        checks=tuple(search.fixes[place].check for place in sorted(chosen)),
        floor=search.floor(chosen),
        cost_usd=search.bench.cost_usd(tried),
        hourly_usd=search.bench.hourly_usd(tried),
        says=says,
    )
