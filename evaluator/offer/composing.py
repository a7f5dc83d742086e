"""YAML events to nodes, without recursion and with limits.

In: the event stream of either parser. Out: the mapping at the top, as `document` nodes. Must not resolve a tag,
follow an alias or merge a key: an offer needs none of them, and each can be made to cost minutes or to name code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from evaluator.offer.document import Entry, Group, Listing, Node, Text
from evaluator.offer.evidence import Place
from evaluator.offer.problems import Notebook, shown

QUESTION_MARK = "\ufdd0"
"""Stands for a question mark while the parsers read; no text may hold this code point."""

DEEPEST = 16
MOST_NODES = 20_000

_LONGEST_AMOUNT = 40
_ENDS_IN_DIGITS = re.compile(r"(?:^|[^0-9.])[0-9]{1,3}$")
_THREE_DIGITS = re.compile(r"[0-9]{3}(?:[^0-9]|$)")
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


class RefusedError(Exception):
    """A file that is refused as a whole."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place
        self.message = message


@dataclass(slots=True)
class _Open:
    """A group or list whose end has not come yet. `key` is the key that waits for its value."""

    place: Place
    is_group: bool
    in_flow: bool = False
    entries: dict[str, Entry] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    key: Text | None = None
    last_key: str = ""
    last_end: Place | None = None
    last_line: int = 0

    def close(self, event: yaml.Event) -> Node:
        # In braces it ends where they close; else with its last part, since the event comes only at what follows.
        end = event.end_mark
        last = end.line + 1 if self.in_flow and end is not None else max(self.last_line, self.place.line)
        column = end.column if self.in_flow and end is not None else 0
        if self.is_group:
            return Group(self.place, self.entries, last, column)
        return Listing(self.place, tuple(self.items), last, column)


def compose(events: Iterator[yaml.Event], notebook: Notebook) -> Group:
    """The mapping at the top. Notes repeated keys; raises `RefusedError` for all that an offer file may not hold."""
    stack: list[_Open] = []
    top: Node | None = None
    nodes = 0
    node: Node
    for event in events:
        if isinstance(event, _STARTS):
            nodes += 1
            place = _place(event)
            _refuse_if_strange(event, place, nodes, len(stack), notebook.what)
            around = stack[-1] if stack else None
            if isinstance(event, yaml.ScalarEvent):
                node = _text(event, place, around)
            else:
                stack.append(_opened(event, place, around))
                continue
        elif isinstance(event, _ENDS):
            node = stack.pop().close(event)
            around = stack[-1] if stack else None
        else:
            _refuse_strange_frame(event, top is not None, notebook.what)
            continue
        if around is None:
            top = node
        else:
            _add(around, node, event, notebook)
    return _mapping(top, notebook.keys)


_STARTS = (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def _opened(event: yaml.MappingStartEvent | yaml.SequenceStartEvent, place: Place, around: _Open | None) -> _Open:
    """A group or list that starts here, where its parent has room for one."""
    if around is not None and around.is_group and around.key is None:
        raise RefusedError(place, "a group or list stands where a key was expected: expected a word and a colon")
    return _Open(place, isinstance(event, yaml.MappingStartEvent), in_flow=bool(event.flow_style))


def _refuse_strange_frame(event: yaml.Event, second: bool, what: str) -> None:
    """What is neither a part of the file nor its end: an alias, a directive, a second document."""
    if isinstance(event, yaml.AliasEvent):
        raise RefusedError(
            _place(event), "an alias (*) stands here: expected the value itself, or quotation marks around the text"
        )
    if not isinstance(event, yaml.DocumentStartEvent):
        return
    if event.version or event.tags:
        raise RefusedError(_place(event), "there is a YAML directive (%) in the file: expected plain keys and values")
    if second:
        raise RefusedError(_place(event), f"a second document starts here: expected one {what} in one file")


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    assert mark is not None
    return Place(mark.line + 1, mark.column + 1)


def _end(event: yaml.Event) -> Place | None:
    """Where a text without quotation marks ends: a comma right behind it may belong to it."""
    if not isinstance(event, yaml.ScalarEvent) or event.style or event.end_mark is None:
        return None
    return Place(event.end_mark.line + 1, event.end_mark.column + 1)


def _mapping(top: Node | None, keys: str) -> Group:
    match top:
        case Group():
            return top
        case Listing(place=place):
            raise RefusedError(place, f"the file is a list: expected keys such as {keys}")
        case Text(place=place, blank=False):
            raise RefusedError(place, f"the file is a single text: expected keys such as {keys}")
        case _:
            raise RefusedError(Place(1, 1), f"the file is empty: expected keys such as {keys}")


def _refuse_if_strange(
    event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent,
    place: Place,
    nodes: int,
    depth: int,
    what: str,
) -> None:
    if event.anchor is not None:
        raise RefusedError(
            place, "an anchor (&) stands here: expected a plain value, or quotation marks around the text"
        )
    if event.tag is not None:
        raise RefusedError(place, "a tag (!) stands here: expected a plain value, or quotation marks around the text")
    if nodes > MOST_NODES:
        raise RefusedError(place, f"the file has more than {MOST_NODES:,} keys and values: expected one {what}")
    if depth >= DEEPEST:
        raise RefusedError(place, f"groups are nested more than {DEEPEST} deep: expected sections and their terms")


def _text(event: yaml.ScalarEvent, place: Place, parent: _Open | None) -> Text:
    text = event.value.replace(QUESTION_MARK, "?")
    bad = _NOT_TEXT.search(text)
    if bad:
        raise RefusedError(place, f"the text holds an unprintable character (U+{ord(bad[0]):04X}): expected plain text")
    if text or event.style:
        return Text(place, text, last_line=_last_line(event))
    # Nothing stands nowhere: it gets the place of its key, or of the group around it.
    if parent is not None:
        place = parent.place if parent.key is None else parent.key.place
    return Text(place, "", blank=True, last_line=place.line)


def _last_line(event: yaml.ScalarEvent) -> int:
    """The last line of a text; that of a block of lines ends where the next one starts."""
    end = event.end_mark
    assert end is not None
    return end.line if end.column == 0 and event.style in ("|", ">") else end.line + 1


def _add(parent: _Open, node: Node, event: yaml.Event, notebook: Notebook) -> None:
    """Put a node that is whole, and ends with the event, where it belongs in the group or list around it."""
    if node.last_line > parent.last_line:
        parent.last_line = node.last_line
    if not parent.is_group:
        parent.items.append(node)
    elif parent.key is None:
        assert isinstance(node, Text)  # groups and lists as keys were refused where they start
        if node.text == "<<":
            raise RefusedError(node.place, "a merge key (<<) stands here: expected the keys themselves")
        parent.key = node
    elif parent.in_flow and _is_rest_of_amount(parent, node):
        key, parent.key = parent.key, None
        before = parent.entries[parent.last_key]
        assert isinstance(before.node, Text)
        joined = Text(before.node.place, f"{before.node.text},{key.text}", last_line=key.last_line)
        parent.entries[parent.last_key] = Entry(before.key_place, joined)
        parent.last_end = Place(key.place.line, key.place.column + len(key.text))
    else:
        key, parent.key = parent.key, None
        parent.last_key, parent.last_end = key.text, _end(event) if parent.in_flow else None
        first = parent.entries.get(key.text)
        if first is None:
            parent.entries[key.text] = Entry(key.place, node)
        else:
            where = f"line {first.key_place.line}, column {first.key_place.column}"
            notebook.note(key.place, f"key {shown(key.text)} is given again: expected once, as at {where}")


def _is_rest_of_amount(parent: _Open, node: Node) -> bool:
    """Whether in braces the key without a value is the `500` of `{ehr: $1,500}`, which YAML cuts at the comma.

    Read as YAML has it, the amount would be $1 and nobody would notice.
    """
    key, end = parent.key, parent.last_end
    if key is None or end is None or not (isinstance(node, Text) and node.blank):
        return False
    before = parent.entries.get(parent.last_key)
    return (
        before is not None
        and isinstance(before.node, Text)
        and len(before.node.text) <= _LONGEST_AMOUNT
        and key.place == Place(end.line, end.column + 1)
        and _ENDS_IN_DIGITS.search(before.node.text) is not None
        and _THREE_DIGITS.match(key.text) is not None
    )
