"""What was said, written into the text of an offer file, each term below its question as a comment.

In: the text of a file and `Line`s. Out: the text with the lines at their places. Must not change or lose anything that
stands there already, except the mark that something was left out, which its answer replaces.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap

from evaluator.offer.document import Entry, Group, Listing, Node
from evaluator.offer.evidence import Evidence
from evaluator.offer.marks import Marks, held_mark, held_note, left_out_mark, lines_of, marks_in, row_mark
from evaluator.offer.problems import Notebook
from evaluator.offer.reading import parse_document
from evaluator.offer.values import VALUE_KEYS
from evaluator.offer.walking import Path, Plain
from evaluator.offer.writing import quoted

WIDTH = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A term or answer to write: `value` as a file words it; without one, it is marked as left out.

    `comment` is its question, `says` the answer as a sentence. `held` is what can't stand in a valid file yet, and so
    is written as a comment. The basis is written where it is given. `more` are rows that go behind those of a list
    that is there; `left` are the keys left out of its row number `row`, which is a line of its own.
    """

    path: Path
    value: Plain | None
    comment: str = ""
    held: bool = False
    evidence: Evidence | None = None
    quote: str | None = None
    where: str | None = None
    says: str = ""
    more: bool = False
    row: int = 0
    left: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The order of the sections, and the comments that stand above sections and groups, by path."""

    sections: Sequence[str]
    headings: Mapping[Path, str]


def with_lines(text: str, lines: Sequence[Line], wording: Wording, *, replace_marks: bool = True) -> str:
    """The text with these lines: in place of their marks, in the groups that are there, or in groups of their own.

    Without `replace_marks` no line of the text is touched, for texts where what looks like a mark is none.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    if text and not text.endswith(("\n", "\r")):
        text += end
    kept = lines_of(text)
    top = _top(text)
    writer = _Writer(kept, wording, marks_in(text) if replace_marks else _NO_MARKS)
    writer.write(top, [line for line in lines if not writer.replaced(line)], ())
    writer.forget(lines)
    return _edited(kept, writer, end)


_NO_MARKS = Marks({}, {}, ())


@lru_cache(maxsize=4)  # an interview writes into the same text after every answer
def _top(text: str) -> Group:
    return parse_document(text.encode(), Notebook("")).top


def _edited(kept: Sequence[str], writer: "_Writer", end: str) -> str:
    out: list[str] = []
    for number, line in enumerate(kept):
        inside = line
        for column, words in sorted(writer.inside.get(number, []), reverse=True):
            inside = inside[:column] + words + inside[column:]
        replaced = writer.instead.get(number)
        out += [inside] if replaced is None else [one + end for one in replaced]
        out += [one + end for one in writer.after.get(number, [])]
    return "".join(out)


class _Writer:
    """Collects what goes after which line, inside which line, and instead of which."""

    def __init__(self, kept: Sequence[str], wording: Wording, marks: Marks) -> None:
        self.kept, self.wording, self.marks = kept, wording, marks
        self.held = {held.path: [one.number for one in marks.held if one.path == held.path] for held in marks.held}
        self.after: dict[int, list[str]] = {}
        self.inside: dict[int, list[tuple[int, str]]] = {}
        self.instead: dict[int, list[str]] = {}

    def replaced(self, line: Line) -> bool:
        """Write the line where the file marks it as left out or not finished, if it does."""
        if line.left is not None:
            number = self.marks.rows.get((line.path, line.row), (None,))[0]
        elif line.more and not line.held:
            return False
        else:
            waiting = self.held.get(line.path)
            number = waiting.pop(0) if waiting else self.marks.left_out.get(line.path)
        if number is None:
            return False
        indent = " " * (len(self.kept[number]) - len(self.kept[number].lstrip(" ")))
        self.instead[number] = [] if line.left == () else [*_key_lines(line, indent)]
        return True

    def forget(self, lines: Sequence[Line]) -> None:
        """Take away what was held of the lists and groups that are written now."""
        for path in {line.path for line in lines}:
            self.instead |= {number: [] for number in self.held.get(path, ())}

    def write(self, group: Group, lines: Sequence[Line], path: Path) -> None:
        """Write the lines below `path` into its group."""
        missing: list[tuple[str, list[Line]]] = []
        for key, under in _by_key(lines, len(path)):
            entry = group.entries.get(key)
            if entry is None:
                missing.append((key, under))
            else:
                self._below(entry, under, (*path, key))
        if not missing:
            return
        if not path:
            for key, under in missing:
                self._new_section(group, key, under)
        elif self._opens_with_brace(group):
            self._in_braces(group, missing)
        else:
            indent = " " * (group.place.column - 1)
            new = [text for key, under in missing for text in self._block((*path, key), under, indent)]
            self._append(self._end_of(group.last_line, len(indent)), new)

    def _below(self, entry: Entry, lines: Sequence[Line], path: Path) -> None:
        node = _bare(entry.node)
        if isinstance(node, Group):
            self.write(node, lines, path)
        elif isinstance(node, Listing):
            self._into_list(entry, node, lines, path)
        elif node.blank:
            indent = " " * (entry.key_place.column + 1)
            new = [
                text for key, under in _by_key(lines, len(path)) for text in self._block((*path, key), under, indent)
            ]
            self._append(self._end_of(entry.key_place.line, len(indent)), new)

    def _into_list(self, entry: Entry, listing: Listing, lines: Sequence[Line], path: Path) -> None:
        """Keys into the rows that are there; further rows behind them, and below the list what is only a comment."""
        for key, under in _by_key([line for line in lines if len(line.path) > len(path)], len(path)):
            item = listing.items[int(key)]
            if isinstance(item, Group):
                self.write(item, under, (*path, key))
        indent = " " * max(entry.key_place.column - 1, 2)
        for line in lines:
            if line.path != path or line.left == ():
                continue
            if isinstance(line.value, list) and not line.held:
                self._further_rows(listing, line.value)
            else:
                self._append(self._end_of(listing.last_line, len(indent)), _key_lines(line, indent))

    def _further_rows(self, listing: Listing, rows: Sequence[Plain]) -> None:
        """Rows behind the last one of a list: in its brackets, or each on a line of its own."""
        if listing.last_column:
            last = listing.items[-1]
            if isinstance(last, Group) and last.last_column:
                words = "".join(f", {in_flow(row)}" for row in rows)
                self.inside.setdefault(last.last_line - 1, []).append((last.last_column, words))
            return
        indent = " " * (listing.place.column - 1)
        number = self._end_of(listing.last_line, len(indent) + 1)
        self._append(number, [f"{indent}- {in_flow(row)}" for row in rows])

    def _new_section(self, top: Group, key: str, lines: Sequence[Line]) -> None:
        """A section of its own, behind the nearest section that comes before it."""
        order = list(self.wording.sections)
        before = order[: order.index(key)] if key in order else order
        there = [name for name in before if name in top.entries]
        anchor = top.entries[there[-1]] if there else None
        number = self._end_of(max(anchor.key_place.line, anchor.node.last_line), 1) if anchor else len(self.kept) - 1
        self._append(number, ["", *self._block((key,), lines, "")])

    def _block(self, path: Path, lines: Sequence[Line], indent: str) -> Iterator[str]:
        """The lines of one key, with comments; a group's heading, and its keys below it."""
        if all(line.path == path for line in lines):
            for line in lines:
                yield from comment_lines(line.comment, indent)
                yield from _key_lines(line, indent)
            return
        yield from comment_lines(self.wording.headings.get(path, ""), indent)
        yield f"{indent}{quoted(path[-1])}:"
        for key, under in _by_key(lines, len(path)):
            yield from self._block((*path, key), under, indent + "  ")

    def _in_braces(self, group: Group, missing: Sequence[tuple[str, Sequence[Line]]]) -> None:
        """Right behind the brace that opens: nothing that stands there moves apart from its partner."""
        for line in (line for _, under in missing for line in under if line.held):
            self._append(self._end_of(group.last_line, 2), [f"  {held_note(line.path, _value(line))}"])
        said = {key: [line for line in under if not _is_mark(line)] for key, under in missing}
        parts = [_flow(key, under, len(under[0].path) - 1) for key, under in said.items() if under]
        if parts:
            words = ", ".join(parts) + (", " if group.entries else "")
            self.inside.setdefault(group.place.line - 1, []).append((group.place.column, words))

    def _opens_with_brace(self, group: Group) -> bool:
        line = self.kept[group.place.line - 1]
        return line[group.place.column - 1 : group.place.column] == "{"

    def _append(self, number: int, new: Iterable[str]) -> None:
        self.after.setdefault(number, []).extend(new)

    def _end_of(self, last_line: int, indent: int) -> int:
        """The number (from 0) of the last line of a group that ends on `last_line`, its own comments included."""
        number = last_line - 1
        for following in range(last_line, len(self.kept)):
            line = self.kept[following]
            bare = line.lstrip(" ")
            if bare.startswith("#") and len(line) - len(bare) >= max(indent, 1):
                number = following
            elif bare.strip():
                break
        return number


@lru_cache(maxsize=2_000)  # an interview writes the same questions after every answer
def comment_lines(comment: str, indent: str) -> tuple[str, ...]:
    """A comment, wrapped; nothing for no words."""
    lead = f"{indent}# "
    return tuple(wrap(comment, WIDTH, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False))


def _by_key(lines: Sequence[Line], depth: int) -> Iterator[tuple[str, list[Line]]]:
    keys = dict.fromkeys(line.path[depth] for line in lines)
    yield from ((key, [line for line in lines if line.path[depth] == key]) for key in keys)


def _bare(node: Node) -> Node:
    """The group inside a value that is written with its basis."""
    if isinstance(node, Group):
        for key in VALUE_KEYS:
            if key in node.entries:
                return node.entries[key].node
    return node


def _is_mark(line: Line) -> bool:
    return line.value is None or line.held


def _flow(key: str, lines: Sequence[Line], depth: int) -> str:
    """A key and all below it on one line."""
    if len(lines) == 1 and len(lines[0].path) <= depth + 1:
        return f"{quoted(key)}: {_value(lines[0])}"
    under = _by_key(lines, depth + 1)
    return f"{quoted(key)}: {{{', '.join(_flow(name, below, depth + 1) for name, below in under)}}}"


def _key_lines(line: Line, indent: str) -> Iterator[str]:
    """The line of a key, with the answer as a sentence behind it, or below where that is too long."""
    told = f"{indent}{_told(line)}"
    if not line.says or line.value is None:
        yield told
    elif len(told) + len(line.says) + 4 <= WIDTH:
        yield f"{told}  # {line.says}"
    else:
        yield told
        yield from comment_lines(line.says, indent + "  ")


def _told(line: Line) -> str:
    """The key and what is said, or the mark of what was left out; what is held stays a comment."""
    if line.left is not None:
        return row_mark(line.path, line.row, line.left)
    if line.value is None:
        return left_out_mark(line.path)
    if line.held:
        return held_mark(line.path, _value(line))
    return f"{quoted(line.path[-1])}: {_value(line)}"


def _value(line: Line) -> str:
    assert line.value is not None
    said = in_flow(line.value)
    basis = [
        *([f"evidence: {line.evidence}"] if line.evidence is not None else []),
        *([f"quote: {quoted(line.quote)}"] if line.quote is not None else []),
        *([f"where: {quoted(line.where)}"] if line.where is not None else []),
    ]
    return "{" + ", ".join([f"value: {said}", *basis]) + "}" if basis else said


def in_flow(plain: Plain) -> str:
    """A value on one line, as it may stand anywhere in a file."""
    match plain:
        case str():
            return quoted(plain)
        case list():
            return "[" + ", ".join(map(in_flow, plain)) + "]"
        case dict():
            return "{" + ", ".join(f"{quoted(key)}: {in_flow(value)}" for key, value in plain.items()) + "}"
