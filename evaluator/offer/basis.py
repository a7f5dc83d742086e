"""What a term rests on, taken off the term: `{value: 10, evidence: verbal, quote: ...}` is the value 10 and a `Basis`.

In: a node and the basis that holds around it. Out: the bare node and its own basis; mistakes go to the notebook. Must
not know which terms exist.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from pydantic_core import PydanticCustomError

from evaluator.offer.document import Entry, Group, Listing, Node, Text
from evaluator.offer.evidence import Evidence
from evaluator.offer.problems import Notebook, expected_one_of, shown
from evaluator.offer.values import BASIS_KEYS, VALUE_KEYS, parse_day, parse_line


@dataclass(frozen=True, slots=True)
class Basis:
    """Where something was said, in which words, at which place of which day's text."""

    evidence: Evidence
    quote: str | None = None
    where: str | None = None
    as_of: date | None = None


def is_wrapped(node: Node) -> bool:
    """Whether the node is a value with its basis around it."""
    return isinstance(node, Group) and any(key in node.entries for key in VALUE_KEYS)


def lacks_value(node: Node) -> bool:
    """Whether the node gives a basis but no value for it."""
    return isinstance(node, Group) and not is_wrapped(node) and any(key in node.entries for key in BASIS_KEYS)


def unwrap(node: Node, around: Basis, notebook: Notebook) -> tuple[Node | None, Basis]:
    """The bare value and its basis. A plain value has the basis that holds around it; a wrapped one only its evidence.

    A wrapped value that is blank is a mistake and comes back as nothing.
    """
    if not isinstance(node, Group) or not is_wrapped(node):
        return node, around
    for key, entry in node.entries.items():
        if key not in VALUE_KEYS and key not in BASIS_KEYS:
            allowed = ("value", *BASIS_KEYS)
            notebook.note(entry.key_place, f"unknown key {shown(key)}: {expected_one_of(key, allowed)}")
    given = [node.entries[key] for key in VALUE_KEYS if key in node.entries]
    if len(given) > 1:
        first = given[0].key_place
        where = f"line {first.line}, column {first.column}"
        notebook.note(given[1].key_place, f"'answer' contradicts 'value' at {where}: expected one of the two")
    bare: Node | None = given[0].node
    if isinstance(bare, Text) and bare.blank:
        notebook.note(given[0].key_place, "nothing stands here: expected a value, or the term left out as a whole")
        bare = None
    return bare, _basis(node, around, notebook)


def _basis(group: Group, around: Basis, notebook: Notebook) -> Basis:
    basis = Basis(around.evidence)
    for key in BASIS_KEYS:
        entry = group.entries.get(key)
        if entry is None or (isinstance(entry.node, Text) and entry.node.blank):
            continue
        if key == "evidence":
            basis = replace(basis, evidence=_evidence(entry, notebook) or around.evidence)
            continue
        try:
            text = parse_line(_plain(entry.node))
            if key == "quote":
                basis = replace(basis, quote=text)
            elif key == "where":
                basis = replace(basis, where=text)
            else:
                basis = replace(basis, as_of=parse_day(text))
        except PydanticCustomError as error:
            notebook.note(entry.node.place, f"{key} {error.message()}")
    return basis


def _evidence(entry: Entry, notebook: Notebook) -> Evidence | None:
    words: Collection[str] = tuple(member.value for member in Evidence)
    if not isinstance(entry.node, Text):
        notebook.note(entry.node.place, f"evidence is not a single word: {expected_one_of('', words)}")
        return None
    word = entry.node.text.strip()
    if word not in words:
        notebook.note(entry.node.place, f"evidence {shown(word)} is not known: {expected_one_of(word, words)}")
        return None
    return Evidence(word)


def _plain(node: Node) -> object:
    """Something for a converter to accept or refuse: the text, or a list or group that has the right kind only."""
    if isinstance(node, Text):
        return node.text
    return [] if isinstance(node, Listing) else {}
