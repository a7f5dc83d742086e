"""Two versions of an offer laid side by side: which statement of the one belongs to which of the other.

In: two offers as read. Out: an `Alignment`: what is said in both, in one, or otherwise. Must not judge a difference.
Items of a list belong together by what they are called, not by their place; an item that was only renamed stays one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from evaluator.offer.evidence import Evidence, Fact, Knownness, Place
from evaluator.offer.matching import match_rows
from evaluator.offer.shapes import Amounts, Part, Rows, Shape, model_for, terms_of
from evaluator.offer.terms import Offer, OfferFile

Path = tuple[str, ...]
NAME, AS_OF = ("offer", "name"), ("offer", "as_of")
_NOWHERE = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Pair:
    """One statement as the old and as the new version have it; none where a version is silent.

    `path` names it in both: in place of its number an item of a list has a mark such as `#0`.
    """

    path: Path
    old: Fact | None
    new: Fact | None


@dataclass(frozen=True, slots=True, eq=False)
class Matter:
    """What can only change as one: a statement, a whole item of a list, or a group that one version says in one word.

    Two are the same only if they are one: sets of them are asked thousands of times, and all that they say compared.
    `reordered` is a list whose items stand in another order, and has no pairs.
    """

    path: Path
    pairs: tuple[Pair, ...]
    whole: bool = False
    reordered: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """All that both versions say: what differs as `matters`, what is alike as `alike`.

    `lists` has the items of each list by its path: their marks in the order of the old version, then of the new.
    """

    matters: tuple[Matter, ...]
    alike: tuple[Pair, ...]
    lists: Mapping[Path, tuple[tuple[str, ...], tuple[str, ...]]]


@dataclass(slots=True)
class Branch:
    """A key of an offer and what hangs below it."""

    fact: Fact | None = None
    below: dict[str, "Branch"] = field(default_factory=dict)

    @property
    def holds_more(self) -> bool:
        """Whether the statements stand below this key; an amount alone stands for itself."""
        alone = self.fact is not None and set(self.below) == {"all"} and self.below["all"].fact is not None
        return bool(self.below) and not (alone and self.fact and self.below["all"].fact.said == self.fact.said)  # type: ignore[union-attr]


def align(old: OfferFile, new: OfferFile) -> Alignment:
    """The two versions side by side, in the order of the old one; what only the new one has follows."""
    found = _Alignment()
    found.group((), _tree(old), _tree(new), (Part((Offer,)), Part((Offer,))))
    return Alignment(tuple(found.matters), tuple(found.alike), found.lists)


def _tree(offer_file: OfferFile) -> Branch:
    about, tree = offer_file.offer.offer, Branch()
    heads = [Fact(NAME, about.name, Knownness.STATED, Evidence.CONTRACT, _NOWHERE)]
    if about.as_of is not None:
        heads.append(replace(heads[0], path=AS_OF, said=about.as_of.isoformat()))
    for fact in (*heads, *offer_file.facts.values()):
        branch = tree
        for key in fact.path:
            branch = branch.below.setdefault(key, Branch())
        branch.fact = fact
    return tree


Shapes = tuple[Shape | None, Shape | None]


@dataclass(slots=True)
class _Alignment:
    matters: list[Matter] = field(default_factory=list)
    alike: list[Pair] = field(default_factory=list)
    lists: dict[Path, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)

    def term(self, path: Path, old: Branch | None, new: Branch | None, shapes: Shapes) -> None:
        """One key of both versions."""
        more = [one is not None and one.holds_more for one in (old, new)]
        if not any(more):
            self.pair(Pair(path, old.fact if old else None, new.fact if new else None))
        elif (old and new and not all(more)) or (not (old and new) and _is_list(shapes)):
            self.folded(path, old, new, shapes)
        else:
            self.basis(path, old, new)
            if _is_list(shapes):
                self.rows(path, old or Branch(), new or Branch(), shapes)
            else:
                self.group(path, old or Branch(), new or Branch(), shapes)

    def pair(self, pair: Pair) -> None:
        """One statement, among those that differ or those alike."""
        if said_of(pair.old) == said_of(pair.new):
            self.alike.append(pair)
        else:
            self.matters.append(Matter(pair.path, (pair,)))

    def basis(self, path: Path, old: Branch | None, new: Branch | None) -> None:
        """The quote, place and day of a list or of amounts as a whole; what it rests on follows from its parts."""
        facts = [_own_basis(one.fact) if one and one.fact else None for one in (old, new)]
        if any(facts):
            self.pair(Pair(path, facts[0], facts[1]))

    def group(self, path: Path, old: Branch, new: Branch, shapes: Shapes) -> None:
        """All keys of a group, and amounts that were only given another name."""
        keys = dict.fromkeys((*old.below, *new.below))
        renamed = _renamed(old, new) if isinstance(shapes[1] or shapes[0], Amounts) else {}
        inner = [_terms(shape, branch) for shape, branch in zip(shapes, (old, new), strict=True)]
        for key in keys:
            if key in renamed:
                other = renamed[key]
                pairs = (
                    Pair((*path, key), old.below[key].fact, None),
                    Pair((*path, other), None, new.below[other].fact),
                )
                self.matters.append(Matter((*path, key), pairs))
            elif key not in renamed.values():
                both = inner[0].get(key), inner[1].get(key)
                self.term((*path, key), old.below.get(key), new.below.get(key), both)

    def rows(self, path: Path, old: Branch, new: Branch, shapes: Shapes) -> None:
        """The items of a list, each beside its own."""
        matched = match_rows(_said_in_rows(old), _said_in_rows(new))
        self.lists[path] = (matched.old_order, matched.new_order)
        model = next(shape.model for shape in shapes if isinstance(shape, Rows))
        for mark, (first, second) in matched.marks.items():
            sides = old.below.get(first or ""), new.below.get(second or "")
            if all(sides):
                self.group((*path, mark), sides[0] or Branch(), sides[1] or Branch(), (Part((model,)), Part((model,))))
            else:
                self.folded((*path, mark), *sides, (Part((model,)), Part((model,))))
        if matched.reordered:
            self.matters.append(Matter(path, (), reordered=True))

    def folded(self, path: Path, old: Branch | None, new: Branch | None, shapes: Shapes) -> None:
        """All that stands at and below a key, as one."""
        sides = [
            list(_leaves(path, one, shape, self.lists)) if one else []
            for one, shape in zip((old, new), shapes, strict=True)
        ]
        pairs = (*(Pair(at, fact, None) for at, fact in sides[0]), *(Pair(at, None, fact) for at, fact in sides[1]))
        if pairs:
            self.matters.append(Matter(path, pairs, whole=True))


def said_of(fact: Fact | None) -> tuple[object, ...] | None:
    """All that somebody said in a statement; where it stands in the file is layout, and so is its number in a list."""
    if fact is None:
        return None
    return (
        *(fact.said, fact.knownness, fact.evidence, fact.quote, fact.where, fact.as_of),
        *(fact.change, fact.notice_days),
    )


def _own_basis(fact: Fact) -> Fact | None:
    own = (fact.quote, fact.where, fact.as_of, fact.change, fact.notice_days)
    if all(one is None for one in own):
        return None
    return replace(fact, said="", evidence=Evidence.CONTRACT)


def _is_list(shapes: Shapes) -> bool:
    return any(isinstance(shape, Rows) for shape in shapes)


def _terms(shape: Shape | None, branch: Branch) -> dict[str, Shape]:
    """The shapes of the keys below a branch."""
    match shape:
        case Part(told_by=told_by):
            teller = branch.below.get(told_by or "")
            model = model_for(shape, teller.fact.said if teller is not None and teller.fact is not None else None)
            return {} if model is None else {key: term.shape for key, term in terms_of(model).items()}
        case Amounts(each=each):
            return dict.fromkeys(branch.below, each)
        case _:
            return {}


def _renamed(old: Branch, new: Branch) -> dict[str, str]:
    """Amounts by name of which only the name is another, where no other amount could be meant."""
    gone = {key: said_of(one.fact) for key, one in old.below.items() if key not in new.below}
    come = {key: said_of(one.fact) for key, one in new.below.items() if key not in old.below}
    alike = {key: [other for other, said in come.items() if said == mine] for key, mine in gone.items()}
    return {
        key: found[0]
        for key, found in alike.items()
        if len(found) == 1 and sum(gone[key] == said for said in gone.values()) == 1
    }


def _said_in_rows(branch: Branch) -> dict[str, dict[str, str]]:
    """What each item of a list says, by its number and the name of the term."""
    return {
        number: {".".join(at): fact.said for at, fact in _leaves((), row, None, {})}
        for number, row in branch.below.items()
    }


def _leaves(
    path: Path, branch: Branch, shape: Shape | None, lists: dict[Path, tuple[tuple[str, ...], tuple[str, ...]]]
) -> Iterator[tuple[Path, Fact]]:
    """The statements at and below a branch; lists among them are noted with marks of their own."""
    if not branch.holds_more:
        if branch.fact is not None:
            yield path, branch.fact
        return
    own = _own_basis(branch.fact) if branch.fact is not None else None
    if own is not None:
        yield path, own
    if isinstance(shape, Rows):
        marks = tuple(f"#{place}" for place in range(len(branch.below)))
        lists[path] = (marks, marks)
        for mark, row in zip(marks, branch.below.values(), strict=True):
            yield from _leaves((*path, mark), row, Part((shape.model,)), lists)
        return
    inner = _terms(shape, branch)
    for key, one in branch.below.items():
        yield from _leaves((*path, key), one, inner.get(key), lists)
