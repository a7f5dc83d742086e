"""A YAML file as it stands: groups, lists and texts, each with its place and the last line that belongs to it.

In: nothing. Out: `Text`, `Listing`, `Group` and `Document`. Must not know what the keys mean; every scalar is text,
because the field that it fills decides its type.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from evaluator.offer.evidence import Place


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar. `blank` is true for a key with nothing behind it, which says nothing; `""` is not blank."""

    place: Place
    text: str
    blank: bool = False
    last_line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    place: Place
    items: tuple["Node", ...]
    last_line: int = field(default=0, compare=False)
    last_column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a group with the place of the key and what stands behind it."""

    key_place: Place
    node: "Node"


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping, in file order. One in braces, as a list in brackets, ends in `last_column`; for others it is 0."""

    place: Place
    entries: dict[str, Entry]
    last_line: int = field(default=0, compare=False)
    last_column: int = field(default=0, compare=False)


Node = Text | Listing | Group


@dataclass(frozen=True, slots=True)
class Document:
    """One file: where it came from, its fingerprint, its text, and the mapping at its top."""

    file: str
    sha256: str
    text: str
    top: Group


def without(group: Group, paths: Collection[tuple[str, ...]]) -> Group:
    """The group without the keys at these paths; `value` of a term that is written with its basis is no step."""
    kept: dict[str, Entry] = {}
    for key, entry in group.entries.items():
        if (key,) in paths:
            continue
        node, below = entry.node, {path[1:] for path in paths if path[0] == key}
        if below and isinstance(node, Group):
            wrapped = "value" in node.entries
            node = without(node, {("value", *path) for path in below} if wrapped else below)
        kept[key] = Entry(entry.key_place, node)
    return replace(group, entries=kept)
