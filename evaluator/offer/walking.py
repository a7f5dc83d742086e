"""The walk through an offer: takes the evidence off every term and remembers where each one stands.

In: the nodes of a document and the shapes of the models. Out: plain data for the models, a `Fact` for every term that
was given in any way, and the places of all keys. Must not convert values or judge them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from pydantic import BaseModel

from evaluator.offer.basis import Basis, lacks_value, unwrap
from evaluator.offer.document import Entry, Group, Listing, Node, Text
from evaluator.offer.evidence import Fact, Knownness, Place
from evaluator.offer.problems import Notebook, expected_one_of, shown
from evaluator.offer.shapes import Amounts, Part, Rows, Several, Shape, Single, Term, model_for, terms_of
from evaluator.offer.values import BASIS_KEYS, RANGE_KEYS

Path = tuple[str, ...]
Plain = str | list["Plain"] | dict[str, "Plain"]

NOT_GIVEN = {"vague": Knownness.VAGUE, "refused": Knownness.REFUSED}
_LONGEST_SAID = 200

# What names and dates the file itself is written plainly: it rests on nothing but the file.
OF_THE_FILE = frozenset({("format",), ("offer",), ("offer", "name"), ("offer", "evidence"), ("offer", "as_of")})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a key and its value stand."""

    key: Place
    value: Place


@dataclass(slots=True)
class Walk:
    """One walk through one document. Without `evidence_allowed`, values are taken as they stand and make no facts.

    `sha256` is the fingerprint of the file, for files that keep none themselves.
    """

    notebook: Notebook
    evidence_allowed: bool = True
    sha256: str = ""
    facts: dict[str, Fact] = field(default_factory=dict)
    spots: dict[Path, Spot] = field(default_factory=dict)

    def group(self, model: type[BaseModel], group: Group, path: Path, around: Basis) -> dict[str, Plain]:
        """Plain data of a group, without the terms that are blank, vague or refused. Unknown keys stay in."""
        terms = terms_of(model)
        data: dict[str, Plain] = {}
        for key, entry in group.entries.items():
            if key in terms:
                before = len(self.facts)
                plain = self.term(terms[key].shape, entry, (*path, key), around)
                if plain is not None and not (_is_silent(terms[key], plain) and len(self.facts) == before):
                    data[key] = plain
            else:
                self.spots[(*path, key)] = Spot(entry.key_place, entry.node.place)
                data[key] = ""
        return data

    def term(self, shape: Shape, entry: Entry, path: Path, around: Basis) -> Plain | None:
        """Plain data of one term; nothing if it says nothing. Takes off its evidence and makes its facts."""
        self.spots[path] = Spot(entry.key_place, entry.node.place)
        if isinstance(entry.node, Text) and entry.node.blank:
            return None
        if not self.evidence_allowed or path in OF_THE_FILE:
            return self._bare(shape, entry.node, path, around)
        if isinstance(shape, (Single, Amounts)) and lacks_value(entry.node):
            keys = ", ".join(("value", *BASIS_KEYS))
            self.notebook.note(entry.key_place, f"{path[-1]} has no value: expected 'value' among its keys {keys}")
            return None
        bare, basis = unwrap(entry.node, around, self.notebook)
        if bare is None:
            return None
        self.spots[path] = Spot(entry.key_place, bare.place)
        knownness = NOT_GIVEN.get(bare.text.strip()) if isinstance(bare, Text) else None
        if knownness is not None:
            assert isinstance(bare, Text)
            self._state(path, bare.text, basis, knownness)
            return None
        return self._bare(shape, bare, path, basis)

    def _bare(self, shape: Shape, node: Node, path: Path, basis: Basis) -> Plain:
        match shape, node:
            case Part(), Group():
                return self._part(shape, node, path, basis)
            case Rows(model=model), Listing():
                return self._rows(model, node, path, basis)
            case Several(), Listing(items=items):
                self.spots |= {(*path, str(number)): Spot(item.place, item.place) for number, item in enumerate(items)}
            case Amounts(), Group() if not set(node.entries) <= set(RANGE_KEYS) or not node.entries:
                return self._amounts(shape, node, path, basis)
            case Amounts(single=True), _:
                said = _said(node)
                self._state(path, said, basis)
                if said.strip() != "none":
                    self._state((*path, "all"), said, basis)
            case Single(), _:
                self._state(path, _said(node), basis)
            case _:
                pass  # a value where a group was expected, or the other way round: the model says so
        plain = plain_data(node)
        return plain.strip() if isinstance(shape, Single) and shape.words and isinstance(plain, str) else plain

    def _part(self, part: Part, group: Group, path: Path, basis: Basis) -> Plain:
        word = None
        if part.told_by is not None and part.told_by in group.entries:
            teller, _ = unwrap(group.entries[part.told_by].node, basis, Notebook(""))
            word = teller.text.strip() if isinstance(teller, Text) else None
        model = model_for(part, word)
        if model is not None:
            return self.group(model, group, path, basis)
        entry = group.entries.get(part.told_by or "")
        if entry is None:
            return {}
        plain = self.term(Single(), entry, (*path, part.told_by or ""), basis)
        return {} if plain is None else {part.told_by or "": word or ""}

    def _rows(self, model: type[BaseModel], listing: Listing, path: Path, basis: Basis) -> Plain:
        self._state(path, "", basis)
        rows: list[Plain] = []
        names: list[str] = []
        for index, node in enumerate(listing.items):
            place = (*path, str(index))
            self.spots[place] = Spot(node.place, node.place)
            before = len(self.facts)
            rows.append(self.group(model, node, place, basis) if isinstance(node, Group) else plain_data(node))
            names.append(self._row_said(before))
        said = "; ".join(names)
        self._state(path, said[:_LONGEST_SAID], self._weakest(path, basis))
        return rows

    def _amounts(self, shape: Amounts, group: Group, path: Path, basis: Basis) -> Plain:
        self._state(path, "", basis)
        data: dict[str, Plain] = {}
        for name, entry in group.entries.items():
            if name[:1].isdigit() and isinstance(entry.node, Text) and entry.node.blank:
                message = f"{shown(name)} stands without an amount: expected a name and an amount such as 'ehr: $1,500'"
                self.notebook.note(entry.key_place, message)
            plain = self.term(shape.each, entry, (*path, name), basis)
            if plain is not None:
                data[name] = plain
        said = ", ".join(f"{name} {self._worded((*path, name))}" for name in group.entries) or "none"
        self._state(path, said[:_LONGEST_SAID], self._weakest(path, basis))
        return data

    def _row_said(self, before: int) -> str:
        """The row whose facts are all but the first `before`: its name, or its values if it has none."""
        said = {fact.path[-1]: fact.said for fact in islice(self.facts.values(), before, None)}
        return said.get("name") or " ".join(said.values())

    def _worded(self, path: Path) -> str:
        fact = self.facts.get(".".join(path))
        return fact.said if fact else "not stated"

    def _weakest(self, path: Path, basis: Basis) -> Basis:
        """The basis of a list or of amounts: its own words, and the weakest evidence among its parts."""
        below = [fact.evidence for fact in self.facts.values() if fact.path[: len(path)] == path and fact.path != path]
        evidence = min(below, key=lambda evidence: evidence.grade, default=basis.evidence)
        return replace(basis, evidence=evidence)

    def _state(self, path: Path, said: str, basis: Basis, knownness: Knownness = Knownness.STATED) -> None:
        if self.evidence_allowed and path not in OF_THE_FILE:
            key = self.spots[path].key if path in self.spots else self.spots[path[:-1]].key
            self.facts[".".join(path)] = Fact(
                path,
                said,
                knownness,
                basis.evidence,
                key,
                basis.quote,
                basis.where,
                basis.as_of,
                basis.change,
                basis.notice_days,
            )

    def answers(
        self, section: str, entry: Entry, questions: Mapping[str, Sequence[str]], around: Basis
    ) -> dict[str, str]:
        """The answers of one checklist section by check id; vague and refused ones leave a fact only."""
        path = (section,)
        self.spots[path] = Spot(entry.key_place, entry.node.place)
        if isinstance(entry.node, Text) and entry.node.blank:
            return {}
        node, basis = unwrap(entry.node, around, self.notebook)
        if isinstance(node, Text) and node.text.strip() in NOT_GIVEN:
            self._state(path, node.text, basis, NOT_GIVEN[node.text.strip()])
            return {}
        if not isinstance(node, Group):
            what = f"is {shown(node.text)}" if isinstance(node, Text) else "is a list"
            if node is not None:
                self.notebook.note(node.place, f"{section} {what}: expected a group of questions with their answers")
            return {}
        found: dict[str, str] = {}
        for check, given in node.entries.items():
            if check in questions:
                answer = self._answer((section, check), given, questions[check], basis)
                if answer is not None:
                    found[check] = answer
            elif not self.notebook.full:
                hint = expected_one_of(check, questions, f"evaluator checks --in {section.replace('_', '-')}")
                self.notebook.note(given.key_place, f"unknown question {shown(check)}: {hint}")
        return found

    def _answer(self, path: Path, entry: Entry, allowed: Sequence[str], around: Basis) -> str | None:
        plain = self.term(Single(words=tuple(allowed)), entry, path, around)
        if plain is None:
            return None
        if not isinstance(plain, str):
            kind = "list" if isinstance(plain, list) else "group of keys"
            message = f"{path[-1]} is a {kind}: expected a single answer"
        else:
            if plain in allowed:
                return plain
            if {"yes", "no"} <= set(allowed) and plain.casefold() in _YES_OR_NO:
                return _YES_OR_NO[plain.casefold()]
            message = f"{path[-1]} {shown(plain)} is not an answer: {expected_one_of(plain, allowed)}"
        self.notebook.note(self.spots[path].value, message)
        return None


_YES_OR_NO = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}


def _is_silent(term: Term, plain: Plain) -> bool:
    """Whether a group holds nothing at all: then it says as little as a key with nothing behind it."""
    return plain == {} and not term.required and isinstance(term.shape, Part) and term.shape.told_by is None


def plain_data(node: Node) -> Plain:
    """Texts, lists and dictionaries without places. The composer's limit on depth bounds the recursion."""
    match node:
        case Text(text=text):
            return text
        case Listing(items=items):
            return [plain_data(item) for item in items]
        case Group(entries=entries):
            return {key: plain_data(entry.node) for key, entry in entries.items()}


def _said(node: Node) -> str:
    """A value as written; a range as `low 20, likely 22, high 26`."""
    match node:
        case Text(text=text):
            return text.strip()
        case Group(entries=entries) if set(entries) <= set(RANGE_KEYS):
            return ", ".join(f"{key} {_said(entries[key].node)}" for key in RANGE_KEYS if key in entries)
        case _:
            return ""
