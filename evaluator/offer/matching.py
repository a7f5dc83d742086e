"""Which item of an old list is which of a new one: by what it is called, and else by what it says.

In: what the items of both lists say. Out: `Rows`. Must not go by place where there is a name.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Said = Mapping[str, str]
"""What one item says, by the name of the term."""

NAMES = ("name", "code", "visit", "visit_type")
THRESHOLDS = (
    *("from_week", "from_sessions", "from_collections"),
    *("at_sessions", "at_collections", "at_units", "at_productivity"),
)
ALIKE_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Rows:
    """The items of both lists: a mark for each, with its number in the old and in the new list (none: not there).

    The orders hold every mark; one that a list does not have follows the one before it in the other list.
    """

    marks: Mapping[str, tuple[str | None, str | None]]
    old_order: tuple[str, ...]
    new_order: tuple[str, ...]

    @property
    def reordered(self) -> bool:
        """Whether items that are in both lists stand in another order."""
        return self.old_order != self.new_order


def match_rows(old: Mapping[str, Said], new: Mapping[str, Said]) -> Rows:
    """Items of the same name first, in order; then those that say mostly the same; then nameless ones by place."""
    partner = _by_name(old, new)
    _by_likeness(old, new, partner)
    _by_place(old, new, partner)
    marks: dict[str, tuple[str | None, str | None]] = {}
    for number in old:
        marks[f"#{len(marks)}"] = (number, partner.get(number))
    taken = set(partner.values())
    for number in new:
        if number not in taken:
            marks[f"#{len(marks)}"] = (None, number)
    in_old = [mark for mark, (first, _) in marks.items() if first is not None]
    by_new = {second: mark for mark, (_, second) in marks.items() if second is not None}
    in_new = [by_new[number] for number in new]
    return Rows(marks, _merged(in_old, in_new), _merged(in_new, in_old))


def _merged(lead: list[str], other: list[str]) -> tuple[str, ...]:
    """All marks: those of `lead` in their order, each of the others right behind the one before it in its own list."""
    merged = list(lead)
    before: str | None = None
    for mark in other:
        if mark not in merged:
            merged.insert(merged.index(before) + 1 if before is not None else 0, mark)
        before = mark
    return tuple(merged)


def _called(said: Said) -> tuple[str, ...]:
    """What an item is called: its names, or else from when it holds."""
    names = [" ".join(said[key].casefold().split()) for key in NAMES if key in said]
    return tuple(names) or tuple(said[key] for key in THRESHOLDS if key in said)


def _by_name(old: Mapping[str, Said], new: Mapping[str, Said]) -> dict[str, str]:
    partner: dict[str, str] = {}
    free = list(new)
    for number, said in old.items():
        called = _called(said)
        found = next((other for other in free if called and _called(new[other]) == called), None)
        if found is not None:
            partner[number] = found
            free.remove(found)
    return partner


def _by_likeness(old: Mapping[str, Said], new: Mapping[str, Said], partner: dict[str, str]) -> None:
    """Join what says mostly the same beside its name, the most alike first."""
    pairs = sorted(
        (-_alike(old[first], new[second]), place, first, second)
        for place, first in enumerate(old)
        for second in new
        if first not in partner and second not in partner.values()
    )
    for likeness, _, first, second in pairs:
        if -likeness >= ALIKE_ENOUGH and first not in partner and second not in partner.values():
            partner[first] = second


def _alike(old: Said, new: Said) -> float:
    """The share of all that either says beside its name that both say alike."""
    keys = [key for key in {*old, *new} if key not in NAMES and key not in THRESHOLDS]
    return sum(old.get(key) == new.get(key) for key in keys) / len(keys) if keys else 0.0


def _by_place(old: Mapping[str, Said], new: Mapping[str, Said], partner: dict[str, str]) -> None:
    """Nameless items, such as tiers, that stand at the same place."""
    for number in old:
        unnamed = number in new and not any(key in said for said in (old[number], new[number]) for key in NAMES)
        if unnamed and number not in partner and number not in partner.values():
            partner[number] = number
