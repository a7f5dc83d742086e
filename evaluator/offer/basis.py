"""What a term rests on, taken off the term: `{value: 10, evidence: verbal, quote: ...}` is the value 10 and a `Basis`.

In: a node and the basis that holds around it. Out: the bare node and its own basis; mistakes go to the notebook. Must
not know which terms exist.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from pydantic_core import PydanticCustomError

from evaluator.offer.document import Entry, Group, Listing, Node, Text
from evaluator.offer.evidence import Evidence, MayChange
from evaluator.offer.notice import parse_notice
from evaluator.offer.problems import Notebook, expected_one_of, shown
from evaluator.offer.values import BASIS_KEYS, VALUE_KEYS, parse_day, parse_line


@dataclass(frozen=True, slots=True)
class Basis:
    """Where something was said, in which words, at which place of which day's text, and whether it can change."""

    evidence: Evidence
    quote: str | None = None
    where: str | None = None
    as_of: date | None = None
    change: MayChange | None = None
    notice_days: int | None = None


BASIS_SAYS = {
    "evidence": "What the term rests on, where that is not what the whole offer rests on.",
    "quote": "The employer's own words.",
    "where": "The place in the document, such as a section.",
    "as_of": "The day on which it was so, such as 2026-11-02.",
    "change": "Whether it can change later: fixed (only if both agree), formula (by a stated rule), or discretion (the "
    "practice decides alone). Left out where the offer does not say.",
    "notice": "How many days ahead a change is told, such as 30 days.",
}
"""What each key beside a value means, in the words of the schema and of the page of terms."""


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
        if key == "change":
            basis = replace(basis, change=_change(entry, notebook))
            continue
        try:
            basis = _with_text(basis, key, parse_line(_plain(entry.node)))
        except PydanticCustomError as error:
            notebook.note(entry.node.place, f"{key} {error.message()}")
    if basis.change is MayChange.FIXED and basis.notice_days is not None:
        fixed, notice = group.entries["change"], group.entries["notice"]
        where = f"line {fixed.key_place.line}, column {fixed.key_place.column}"
        message = (
            f"'notice' contradicts 'change: fixed' at {where}: expected notice of a change only where there may be one"
        )
        notebook.note(notice.key_place, message)
    return basis


def _with_text(basis: Basis, key: str, text: str) -> Basis:
    """The basis with one more key. Raises `PydanticCustomError` for a day or a notice that is none."""
    match key:
        case "quote":
            return replace(basis, quote=text)
        case "where":
            return replace(basis, where=text)
        case "notice":
            return replace(basis, notice_days=parse_notice(text))
        case _:
            return replace(basis, as_of=parse_day(text))


def _evidence(entry: Entry, notebook: Notebook) -> Evidence | None:
    word = _one_of("evidence", tuple(member.value for member in Evidence), entry, notebook)
    return None if word is None else Evidence(word)


def _change(entry: Entry, notebook: Notebook) -> MayChange | None:
    word = _one_of("change", tuple(member.value for member in MayChange), entry, notebook)
    return None if word is None else MayChange(word)


def _one_of(key: str, words: Collection[str], entry: Entry, notebook: Notebook) -> str | None:
    if not isinstance(entry.node, Text):
        notebook.note(entry.node.place, f"{key} is not a single word: {expected_one_of('', words)}")
        return None
    word = entry.node.text.strip()
    if word not in words:
        notebook.note(entry.node.place, f"{key} {shown(word)} is not known: {expected_one_of(word, words)}")
        return None
    return word


def _plain(node: Node) -> object:
    """Something for a converter to accept or refuse: the text, or a list or group that has the right kind only."""
    if isinstance(node, Text):
        return node.text
    return [] if isinstance(node, Listing) else {}
