"""Offer files that travel inside a PDF: what they are called, what the PDF records of them, and how one is chosen.

In: the bytes of a PDF, or the name that somebody typed. Out: `Attachment`s with the record that belongs to each; a PDF
that can't be taken raises `OfferProblems` with one line. Must not trust a name, a size or a record: a PDF is input like
any other. It is read by a process of its own (`pdf_reading`), and nothing is written anywhere.
"""

import hashlib
import json
import re
import sys
from base64 import b64decode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from evaluator.offer import pdf_reading
from evaluator.offer.pdf_reading import Found
from evaluator.offer.problems import printable, refusal, shown
from evaluator.offer.reading import MOST_BYTES

INSIDE = " » "
"""Stands between the name of a PDF and the name of what it carries."""
CHOICE = "@"
"""Stands between the name of a PDF and the number or short name of one of its offers."""
RECORD = pdf_reading.RECORD.removeprefix("/")

_PATIENCE = 60  # seconds; the process that reads stops itself after 10 seconds of work
_LONGEST_NAME = 80
_NUMBERED = re.compile(r"offer-[0-9]{1,4}-(?=.)")
_RECORDED = re.compile(r"(\S{1,200}) ([0-9a-f]{64}) ([0-9a-f]{64})")
_CHOSEN = re.compile(r"[a-z0-9-]{1,80}")


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a PDF says of an offer that it was made with: the name of the attachment, SHA-256 of its bytes, and the
    fingerprint that stands on the pages."""

    name: str
    sha256: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A YAML file inside a PDF; `recorded` is none for one that the PDF was not made with."""

    name: str
    data: bytes
    recorded: Recorded | None


def record(offers: Iterable[tuple[str, bytes, str]]) -> str:
    """What is kept in a PDF of the offers attached to it: of name, bytes and fingerprint of each, one text."""
    return "; ".join(f"{name} {hashlib.sha256(data).hexdigest()} {said}" for name, data, said in offers)


def own_name(file: str) -> str:
    """The name that an offer file has by itself: `lakeside.yaml` for `report.pdf » offer-1-lakeside.yaml`."""
    _, inside, attached = file.rpartition(INSIDE)
    return _NUMBERED.sub("", attached, count=1) if inside else PurePath(file).name


def split_choice(path: str | Path) -> tuple[str, str | None]:
    """`report.pdf@2` as the PDF and the offer chosen in it; a file that is really called so is that file."""
    whole = str(path)
    file, sign, choice = whole.rpartition(CHOICE)
    if not sign or not file or not _CHOSEN.fullmatch(choice):
        return whole, None
    try:
        meant = Path(file).is_file() and not Path(whole).exists()
    except OSError:  # a name that is too long to be one
        meant = False
    return (file, choice) if meant else (whole, None)


def chosen(offers: Sequence[str], choice: str, file: str) -> int:
    """The place of the offer that `choice` means, by number from 1 or by short name, among these short names."""
    if choice.isdigit() and 1 <= int(choice) <= len(offers):
        return int(choice) - 1
    if list(offers).count(choice) == 1:
        return list(offers).index(choice)
    count = "1" if len(offers) == 1 else f"1 to {len(offers)}"
    raise refusal(file, None, f"there is no offer {shown(choice)} in this PDF: expected {count}, or {_names(offers)}")


def one_of_several(offers: Sequence[str], file: str) -> str:
    """The message where one offer is asked for and a PDF carries more."""
    examples = ", ".join(f"{printable(file)}{CHOICE}{number} ({name})" for number, name in enumerate(offers[:6], 1))
    return f"this PDF carries {len(offers)} offers: expected one of them, written as {examples}"


def _names(offers: Sequence[str]) -> str:
    return ", ".join(offers[:12]) + (" and so on" if len(offers) > 12 else "")


def attachments(read: bytes, file: str) -> tuple[Attachment, ...]:
    """The offers that a PDF carries: those it was made with in the order of the pages, then any other YAML file.

    `file` is what messages call the PDF. Raises `OfferProblems` where there is none, where one of those that it was
    made with is gone, and for whatever is broken, locked, too large or too many.
    """
    found = _read_apart(read, file)
    recorded = {one.name: one for one in map(_parsed, found["record"].split("; ")) if one is not None}
    carried: dict[str, Attachment] = {}
    for one in found["carried"]:
        name = _harmless(one["name"])
        if name in carried:
            raise refusal(file, None, f"two attachments of this PDF are called {shown(name)}: expected one")
        if "refused" in one:
            raise refusal(f"{file}{INSIDE}{name}", None, one["refused"])
        carried[name] = Attachment(name, b64decode(one["data"]), recorded.get(name))
    lost = [name for name in recorded if name not in carried]
    if lost:
        message = f"this PDF was made with {shown(lost[0], 80)}, which is not in it any more: ask for the PDF again"
        raise refusal(file, None, message)
    if not carried:
        raise refusal(file, None, "there is no offer in this PDF: expected a sheet or report made by evaluator")
    order = list(recorded)
    return tuple(
        sorted(carried.values(), key=lambda one: order.index(one.name) if one.name in recorded else len(order))
    )


def _parsed(line: str) -> Recorded | None:
    found = _RECORDED.fullmatch(line)
    return Recorded(*found.groups()) if found else None


def _harmless(name: str) -> str:
    """The last part of a name, visible letters only, short, and not taken for a path or for another attachment."""
    last = re.split(r"[/\\]", name)[-1]
    return printable(last).replace("»", "-")[-_LONGEST_NAME:]


def _read_apart(read: bytes, file: str) -> Found:
    """What `pdf_reading` finds, run as a process of its own."""
    import subprocess  # only a PDF pays for this import

    command = [sys.executable, "-P", "-B", pdf_reading.__file__, str(MOST_BYTES)]
    try:
        done = subprocess.run(command, input=read, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise refusal(file, None, "reading this PDF takes too long: expected an offer sheet or a report") from None
    if done.returncode:
        raise refusal(file, None, "reading this PDF takes too much time or memory: expected a sheet or a report")
    found: Found = json.loads(done.stdout)
    if "refused" in found:
        raise refusal(file, None, found["refused"])
    return found
