"""What differs between two versions in words: what it is about, and what each version says on it.

In: a matter on which they differ, the catalogue, the money terms of both. Out: `Item`s. Must not weigh a difference.
No code name stands in a label or a value: words come from the checks, the money terms and the glossary.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from evaluator.checklists import Catalogue
from evaluator.comparison.difference_model import Item, Kind, Statement
from evaluator.comparison.value_words import value_in_words
from evaluator.economics.money_term import MoneyTerm
from evaluator.offer import OfferFile
from evaluator.offer.aligning import Alignment, Matter, Pair, Path
from evaluator.offer.evidence import Fact, Knownness
from evaluator.offer.glossary import STRUCTURE, term_at
from evaluator.offer.shapes import Rows

NOT_MENTIONED = "not mentioned"
NO_LONGER = "not mentioned any more"
_OPEN_WORDS = {Knownness.VAGUE: "asked, answered vaguely", Knownness.REFUSED: "asked, not answered"}
_CALLED = ("name", "visit_type", "code")
_FROM = {
    "from_week": "from week {}",
    "from_sessions": "from {} sessions",
    "from_collections": "from {} collected",
    "at_sessions": "at {} sessions",
    "at_collections": "at {} collected",
    "at_units": "at {} units",
    "at_productivity": "at {} productivity",
}
_BY_KIND = re.compile(r",? by kind|, or none")
_HEADS = {("offer", "name"): "The name of the position", ("offer", "as_of"): "The day of the terms"}


@dataclass(frozen=True)
class Wording:
    """The words for the differences between two versions."""

    old: OfferFile
    new: OfferFile
    alignment: Alignment
    catalogue: Catalogue
    terms: tuple[Mapping[str, MoneyTerm], Mapping[str, MoneyTerm]]

    def item(self, matter: Matter) -> Item:
        """One matter in words."""
        kind = self._kind(matter)
        first = matter.pairs[0] if matter.pairs else Pair(matter.path, None, None)
        fact = first.new or first.old
        check = fact.path[1] if fact is not None and self._is_answer(fact.path) else None
        term = None if check is not None else ".".join(fact.path if fact is not None else matter.path)
        if matter.whole or matter.reordered:
            term = ".".join(key for key in matter.path if not key.startswith("#"))
        return Item(
            label=self._label(matter),
            kind=kind,
            old=self._statement(matter, 0),
            new=self._statement(matter, 1),
            term=term,
            check=check,
        )

    def _is_answer(self, path: Path) -> bool:
        return len(path) == 2 and path[1] in self.catalogue.by_id and term_at(path, None) is None

    def _kind(self, matter: Matter) -> Kind:
        if matter.reordered:
            return "reordered"
        old = [pair.old for pair in matter.pairs if pair.old is not None]
        new = [pair.new for pair in matter.pairs if pair.new is not None]
        if not old or not new:
            return _one_sided(old, new)
        if len(matter.pairs) == 2 and self._is_renamed(matter):
            return "renamed"
        before, after = old[0].knownness, new[0].knownness
        if before is not after:
            return _OPENED.get(after, "answered")
        if matter.whole or not self._same_value(old[0], new[0]):
            return "renamed" if self._is_renamed(matter) else "changed"
        change = new[0].evidence.grade - old[0].evidence.grade
        if change:
            return "evidence_gained" if change > 0 else "evidence_lost"
        return "may_change" if _may_change(old[0]) != _may_change(new[0]) else "reworded"

    def _same_value(self, old: Fact, new: Fact) -> bool:
        """Whether two statements come to the same, such as 60% and 0.6."""
        if old.said == new.said:
            return True
        values = [self._typed(file, fact.path) for file, fact in ((self.old, old), (self.new, new))]
        return values[0] is not None and values[0] == values[1]

    def _typed(self, file: OfferFile, path: Path) -> object:
        found: object = file.offer
        for key in path:
            if isinstance(found, dict):
                found = found.get(key)
            elif isinstance(found, tuple):
                found = found[int(key)] if key.isdecimal() and int(key) < len(found) else None
            else:
                found = getattr(found, key, None)
        return found

    # --- what it is about ---------------------------------------------------------------------------------------------

    def _label(self, matter: Matter) -> str:
        if matter.path in _HEADS:
            return _HEADS[matter.path]
        if self._is_renamed(matter):
            return self._described(matter.path[:-1] if len(matter.pairs) == 2 else matter.path[:-2])
        if not matter.reordered:
            for fact, terms in ((matter.pairs[-1].new, self.terms[1]), (matter.pairs[0].old, self.terms[0])):
                path = matter.path if matter.whole else fact.path if fact is not None else ()
                if path and (found := self._named(path, terms)):
                    return found
        return self._described(matter.path)

    def _is_renamed(self, matter: Matter) -> bool:
        """Whether only the name of an item of a list, or of one of several amounts, is another."""
        if matter.whole or not matter.pairs:
            return False
        is_name = len(matter.path) > 2 and matter.path[-1] in _CALLED and matter.path[-2].startswith("#")
        return len(matter.pairs) == 2 or (is_name and None not in (matter.pairs[0].old, matter.pairs[0].new))

    def _named(self, path: Path, terms: Mapping[str, MoneyTerm]) -> str | None:
        """What checks and figures call it."""
        if self._is_answer(path):
            return self.catalogue.by_id[path[1]].title
        known = terms.get(".".join(path))
        return known.label if known is not None else None

    def _described(self, path: Path) -> str:
        """What the glossary calls it: the whole, and which item of a list or which of several amounts."""
        which = [self._items[path[:size]] for size in range(1, len(path) + 1) if path[:size] in self._items]
        sections = {one.section: one.title for one in self.catalogue.checklists}
        if path[0] in sections and term_at(path, None) is None:
            return f"All answers: {sections[path[0]]}" if len(path) == 1 else _plain(path[-1])
        bare = path
        while bare and bare[-1].startswith("#"):
            bare = bare[:-1]
        above = self._term_description(bare[:-1])
        says = self._term_description(bare) or _plain(bare[-1])
        if above == says and bare[-1] != "all":
            which = [*which, _plain(bare[-1])]
        return f"{says}: {', '.join(which)}" if which else says

    def _term_description(self, path: Path) -> str | None:
        for file in (self.new, self.old):
            structure = file.facts.get(".".join(STRUCTURE))
            term = term_at(path, structure.said if structure is not None else None)
            if term is not None and isinstance(term.shape, Rows):
                return _plain(term.name).capitalize()
            if term is not None and term.description:
                return _plain(_BY_KIND.sub("", term.description.partition(";")[0].removesuffix(".")))
        return None

    @cached_property
    def _items(self) -> Mapping[Path, str]:
        """What each item of a list is called, by the path of the item."""
        said: dict[Path, str] = {}
        for pair in (*self.alignment.alike, *(pair for one in self.alignment.matters for pair in one.pairs)):
            fact = pair.new or pair.old
            if fact is not None and len(pair.path) > 1:
                said[pair.path] = self._words(fact)
        return {
            (*path, mark): _called({key: said.get((*path, mark, key)) for key in (*_CALLED, *_FROM)}, place)
            for path, orders in self.alignment.lists.items()
            for place, mark in enumerate(orders[1], 1)
        }

    # --- what a version says ------------------------------------------------------------------------------------------

    def _statement(self, matter: Matter, side: int) -> Statement:
        if matter.reordered:
            order = [self._items[(*matter.path, mark)] for mark in self._there(matter.path, side)]
            return Statement("stated", ", ".join(order))
        facts = [fact for pair in matter.pairs if (fact := (pair.old, pair.new)[side]) is not None]
        if not facts:
            said_before = any(pair.old is not None for pair in matter.pairs)
            return Statement("not_mentioned", NO_LONGER if side and said_before else NOT_MENTIONED)
        weakest = min(facts, key=lambda fact: fact.evidence.grade)
        first = facts[0]
        return Statement(
            state=first.knownness.value if len(facts) == 1 else "stated",
            says=self._says(matter, facts, side),
            evidence=None if matter.path in _HEADS else weakest.evidence.value,
            quote=first.quote,
            where=first.where,
            as_of=first.as_of,
            line=None if matter.path in _HEADS else first.place.line,
            can_change=_may_change(first),
        )

    def _there(self, path: Path, side: int) -> list[str]:
        """The items of a list that a version has, in its order."""
        pairs = (*self.alignment.alike, *(pair for one in self.alignment.matters for pair in one.pairs))
        size = len(path)
        held = {
            pair.path[size]
            for pair in pairs
            if pair.path[:size] == path and len(pair.path) > size and (pair.old, pair.new)[side]
        }
        return [mark for mark in self.alignment.lists[path][side] if mark in held]

    def _says(self, matter: Matter, facts: list[Fact], side: int) -> str:
        if not matter.whole:
            fact = facts[0]
            renamed = len(matter.pairs) == 2
            return f"{_plain(fact.path[-1])}: {self._words(fact)}" if renamed else self._words(fact)
        if len(facts) == 1 and facts[0].path == matter.path:
            return self._words(facts[0])
        items: dict[Path, list[str]] = {}
        for pair in matter.pairs:
            held = (pair.old, pair.new)[side]
            if held is not None:
                marks = [size for size, key in enumerate(pair.path, 1) if key.startswith("#")]
                items.setdefault(pair.path[: max(marks, default=0)], []).append(self._part(held))
        return "; ".join(", ".join(parts) for parts in items.values())

    def _part(self, fact: Fact) -> str:
        """One statement of several, with what it is about."""
        key, words = fact.path[-1], self._words(fact)
        if fact.knownness is Knownness.STATED and key in _FROM:
            return _FROM[key].format(fact.said)
        return words if key in _CALLED else f"{_plain(key)} {words}"

    def _words(self, fact: Fact) -> str:
        """What a statement says, as its field puts it."""
        if fact.knownness is not Knownness.STATED:
            return _OPEN_WORDS[fact.knownness]
        if self._is_answer(fact.path):
            answers = self.catalogue.by_id[fact.path[1]].answers or {}
            found = answers.get(fact.said) or answers.get({"true": "yes", "false": "no"}.get(fact.said.casefold(), ""))
            return found.says if found is not None else _plain(fact.said)
        for file in (self.new, self.old):
            structure = file.facts.get(".".join(STRUCTURE))
            term = term_at(fact.path, structure.said if structure is not None else None)
            if term is not None:
                return value_in_words(fact.path[-1], fact.said, term.shape)
        return fact.said


_OPENED: Mapping[Knownness, Kind] = {Knownness.VAGUE: "now_vague", Knownness.REFUSED: "now_refused"}


def _may_change(fact: Fact) -> str | None:
    """Whether the term can change later and with how much notice, in words; none where it isn't said."""
    notice = None if fact.notice_days is None else f"{fact.notice_days} days' notice"
    return ", ".join(part for part in (fact.change and fact.change.says, notice) if part) or None


def _one_sided(old: list[Fact], new: list[Fact]) -> Kind:
    """The kind of a difference where only one version says something."""
    if old:
        stated = any(fact.knownness is Knownness.STATED for fact in old)
        return "removed" if stated else "changed"
    if len(new) == 1:
        return _OPENED.get(new[0].knownness, "added")
    return "added"


def _called(said: Mapping[str, str | None], place: int) -> str:
    """What an item of a list is called: by its name, else by when it holds, else by its number."""
    name = " ".join(word for key in _CALLED if (word := said[key]) is not None)
    start = next((words.format(word) for key, words in _FROM.items() if (word := said[key]) is not None), None)
    return name or start or f"number {place}"


def _plain(word: str) -> str:
    """A word of the file as people write it."""
    return word.replace("_", " ")
