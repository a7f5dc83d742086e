"""What the interview keeps in the comments of an offer file: what was left out, and what is not finished.

In: the text of a file. Out: `Marks`, with the line of each, and the same words again for writing. Must not read or
change anything that is no such comment.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evaluator.offer.walking import Path

LEFT_OUT = "not stated"
HELD = "not finished"
_SECTION = re.compile(r"([a-z][a-z0-9_]*):")
_MARK = re.compile(rf"( *)# ([a-z][a-z0-9_.-]*): {LEFT_OUT}")
_ROW = re.compile(rf"( *)# ([a-z][a-z0-9_.]*), entry ([1-9][0-9]{{0,3}}), {LEFT_OUT}: ([a-z0-9_]+(?:, [a-z0-9_]+)*)")
_HELD = re.compile(rf"( *)# {HELD}, ([a-z][a-z0-9_.]*): (\S.*)")
_LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


@dataclass(frozen=True, slots=True)
class Held:
    """A value that could not stand in the file yet, as it is written there, and on which line (from 0)."""

    number: int
    path: Path
    written: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The line (from 0) of what was left out, by path; of keys left out of a row, by list and row; what is held."""

    left_out: Mapping[Path, int]
    rows: Mapping[tuple[Path, int], tuple[int, tuple[str, ...]]]
    held: tuple[Held, ...]

    @property
    def paths(self) -> frozenset[Path]:
        """The paths of all that was left out, keys of rows among them."""
        of_rows = ((*path, str(row), key) for (path, row), (_, keys) in self.rows.items() for key in keys)
        return frozenset((*self.left_out, *of_rows))


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends."""
    return [line for line in _LINE_END.split(text) if line]


def marks_in(text: str) -> Marks:
    """All marks of a text."""
    left_out: dict[Path, int] = {}
    rows: dict[tuple[Path, int], tuple[int, tuple[str, ...]]] = {}
    held: list[Held] = []
    section = ""
    for number, line in enumerate(lines_of(text)):
        top = _SECTION.match(line)
        section, bare = top[1] if top else section, line.rstrip()
        if "#" not in bare:
            continue
        if mark := _MARK.fullmatch(bare):
            left_out[_path(mark, section)] = number
        elif mark := _ROW.fullmatch(bare):
            rows[_path(mark, section), int(mark[3]) - 1] = (number, tuple(mark[4].split(", ")))
        elif mark := _HELD.fullmatch(bare):
            held.append(Held(number, _path(mark, section), mark[3]))
    return Marks(left_out, rows, tuple(held))


def _path(mark: re.Match[str], section: str) -> Path:
    """The path that a mark names: what is indented belongs to the section above it."""
    keys = tuple(mark[2].split("."))
    return (section, *keys) if mark[1] else keys


def left_out_mark(path: Path) -> str:
    """The comment that says that a term was left out."""
    return f"# {_below(path)}: {LEFT_OUT}"


def row_mark(path: Path, row: int, keys: tuple[str, ...]) -> str:
    """The comment that says which keys of a row (from 0) were left out."""
    return f"# {_below(path)}, entry {row + 1}, {LEFT_OUT}: {', '.join(keys)}"


def held_mark(path: Path, written: str) -> str:
    """The comment that holds what can't stand in the file yet."""
    return f"# {HELD}, {_below(path)}: {written}"


def held_note(path: Path, written: str) -> str:
    """The same for a person alone, where the file has no line that it could stand on later."""
    return f"# {HELD}, in {path[0]}, {_below(path)}: {written}"


def _below(path: Path) -> str:
    return ".".join(path[1:] or path)
