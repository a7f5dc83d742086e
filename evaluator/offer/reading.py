"""Files to documents: strict YAML, every scalar kept as text with its line and column.

In: a path, `-` for standard input, or bytes. Out: a `Document`; repeated keys go to a `Notebook`, and a file that is
refused as a whole raises `OfferProblems`. Must not build any object that the text asks for, nor know what a key
means.

PyYAML's C parser reads the good files. Whatever it does not like is read again by the pure Python parser, whose
outcome then counts, so that a message never depends on which of the two is installed.
"""

import hashlib
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from evaluator.offer.composing import QUESTION_MARK, RefusedError, compose
from evaluator.offer.document import Document, Group
from evaluator.offer.evidence import Place
from evaluator.offer.file_signs import ENOUGH, foreign_kind
from evaluator.offer.problems import Notebook, OfferProblems, refusal
from evaluator.offer.syntax import explain

MOST_BYTES = 256 * 1024
MOST_PDF_BYTES = 32 * 1024 * 1024
PDF_STARTS = b"%PDF-"

Events = Callable[[str], Iterator[yaml.Event]]


class _Parser(Protocol):
    def get_event(self) -> yaml.Event | None: ...


_c_parser: Callable[[str], _Parser] | None
try:
    from yaml._yaml import CParser

    _c_parser = CParser
except ImportError:  # PyYAML built without libyaml: slower, same results
    _c_parser = None

_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
# Behind a letter it is part of the text for the C parser only, so both are given a letter in its place.
_QUESTION_MARK = re.compile(r"\?(?<=[^\s:]\?)")
_COMMENT_BEHIND_BLOCK = re.compile(r"[|>][-+0-9]*#")
_ODD_LINE_END = re.compile("[\x85\u2028\u2029]")


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's pure Python parser without its composer, resolver and constructor."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def pure_events(text: str) -> Iterator[yaml.Event]:
    """Events of the pure Python parser."""
    return _drain(_PureParser(text))


def c_events(text: str) -> Iterator[yaml.Event]:
    """Events of the C parser; of the pure one where the C parser is not installed."""
    return _drain(_c_parser(text)) if _c_parser is not None else pure_events(text)


def _drain(parser: _Parser) -> Iterator[yaml.Event]:
    while (event := parser.get_event()) is not None:
        yield event


def load_document(path: str | Path, notebook: Notebook) -> Document:
    """The document in the file at `path`, or on standard input for `-`. A PDF is refused: only an offer may be one."""
    read = read_file(path, notebook.file)
    if read.startswith(PDF_STARTS):
        raise refusal(notebook.file, None, "this is a PDF: expected a YAML file, since only offers are read from PDFs")
    return parse_document(read, notebook)


def read_file(path: str | Path, file: str) -> bytes:
    """The bytes of a file, or of standard input for `-`: at most `MOST_BYTES`, or `MOST_PDF_BYTES` of a PDF.

    `file` is what messages call it. Raises `OfferProblems` for what is too large or can't be read.
    """
    if str(path) == "-":
        return _bounded(sys.stdin.buffer, file)
    try:
        with Path(path).open("rb") as stream:
            return _bounded(stream, file)
    except FileNotFoundError:
        raise refusal(file, None, "there is no such file: expected the path of a YAML file") from None
    except IsADirectoryError:
        raise refusal(file, None, "this is a folder: expected the path of a YAML file") from None
    except PermissionError:
        raise refusal(file, None, "this file may not be read: expected a file you have access to") from None
    except (OSError, ValueError):
        raise refusal(file, None, "this file cannot be read: expected the path of a YAML file") from None


def _bounded(stream: BinaryIO, file: str) -> bytes:
    read = stream.read(MOST_BYTES + 1)
    if read.startswith(PDF_STARTS):
        read += stream.read(MOST_PDF_BYTES + 1 - len(read))
        if len(read) > MOST_PDF_BYTES:
            most = MOST_PDF_BYTES // 1024 // 1024
            raise refusal(file, None, f"this PDF is too large: expected at most {most} MB")
        return read
    if len(read) > MOST_BYTES:
        raise refusal(file, None, f"this file is too large: expected at most {MOST_BYTES // 1024} KB")
    return read


def parse_document(read: bytes, notebook: Notebook, events: Events = c_events) -> Document:
    """The document in `read`. Repeated keys are noted; all else that is not plain YAML raises `OfferProblems`."""
    file = notebook.file
    if len(read) > MOST_BYTES:
        raise refusal(file, None, f"this file is too large: expected at most {MOST_BYTES // 1024} KB")
    text = _decode(read, file)
    # With a last line end there is nothing for the two parsers to count differently at the end of the text.
    yaml_text = _QUESTION_MARK.sub(QUESTION_MARK, _ODD_LINE_END.sub(" ", text)) + "\n"
    if _is_doubtful(yaml_text):
        events = pure_events
    trial = Notebook(file, what=notebook.what, keys=notebook.keys)
    try:
        top = _compose(yaml_text, events, trial)
    except OfferProblems:
        if events is pure_events:
            raise
        trial = Notebook(file, what=notebook.what, keys=notebook.keys)
        top = _compose(yaml_text, pure_events, trial)
    notebook.take_over(trial)
    return Document(file, hashlib.sha256(read).hexdigest(), text, top)


def _is_doubtful(text: str) -> bool:
    """Whether the two parsers may not be of one mind: tabs, a comment right behind `|`, a question mark with a blank or
    a colon before it (every other has got a letter in its place)."""
    return "\t" in text or "?" in text or _COMMENT_BEHIND_BLOCK.search(text) is not None


def _decode(read: bytes, file: str) -> str:
    """The text of a UTF-8 file without its byte order mark, and without any character that is not text."""
    kind = foreign_kind(read[:ENOUGH])
    if kind is not None:
        raise refusal(file, Place(1, 1), f"this is {kind}: expected a plain text file in YAML")
    if read.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refusal(file, Place(1, 1), "this file is UTF-16: expected it to be saved as UTF-8")
    body = read.removeprefix(b"\xef\xbb\xbf")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place_after(body[: error.start].decode("utf-8"))
        message = f"byte 0x{body[error.start]:02x} is not UTF-8: expected the file to be saved as UTF-8"
        raise refusal(file, place, message) from None
    bad = _UNREADABLE.search(text)
    if bad:
        name = "a NUL byte" if bad[0] == "\0" else f"an unprintable character (U+{ord(bad[0]):04X})"
        raise refusal(file, _place_after(text[: bad.start()]), f"there is {name} in the file: expected plain text")
    return text


def _place_after(text: str) -> Place:
    lines = re.split("\r\n|\r|\n", text)
    return Place(len(lines), len(lines[-1]) + 1)


def _compose(text: str, events: Events, notebook: Notebook) -> Group:
    """The mapping at the top of the text."""
    directive = re.match(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*%", text)
    if directive:
        first = notebook.keys.partition(" and ")[0]
        message = f"this line is a YAML directive: expected the {notebook.what} to start with a key such as {first}"
        raise refusal(notebook.file, _place_after(text[: directive.end() - 1]), message)
    try:
        return compose(events(text), notebook)
    except RefusedError as refused:
        raise refusal(notebook.file, refused.place, refused.message) from None
    except yaml.YAMLError as error:
        place, message = explain(error, text.replace(QUESTION_MARK, "?"))
        raise refusal(notebook.file, place, message) from None
    except (ValueError, OverflowError):
        # The pure scanner lets Python's own error through for an escape such as "\UFFFFFFFF".
        raise refusal(
            notebook.file, Place(1, 1), "there is an escape that is no character: expected plain text"
        ) from None
