"""The YAML files that a PDF carries, taken out by a process of its own that can do little harm.

In: a PDF on standard input, the most bytes of one file as argument. Out: one JSON object on standard output. Must not
import the rest of the program, nor write a file: it is started by its path, with bounds on memory, time and output,
because the library that reads PDFs has no bounds of its own on what a few bytes may unpack to.
"""

import json
import sys
import zlib
from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

if TYPE_CHECKING:
    import pikepdf

MOST_MEMORY = 1024 * 1024 * 1024
MOST_SECONDS = 10
MOST_ATTACHMENTS = 200
MOST_FULL_FILES = 16
MOST_NODES = 1_000
LONGEST_NAME = 200
LONGEST_RECORD = 64 * 1024
RECORD = "/EvaluatorOffers"
"""The entry of the document's information that says which offers it was made with."""

BROKEN = "this PDF is broken or cut off: expected a sound one, or the offer file itself"


class Carried(TypedDict):
    """One YAML file: its bytes in base64, or why it is refused."""

    name: str
    data: NotRequired[str]
    refused: NotRequired[str]


class Found(TypedDict):
    """What a PDF carries and records, or why it is refused as a whole."""

    record: str
    carried: list[Carried]
    refused: NotRequired[str]


class RefusedPdfError(Exception):
    """A PDF, or one of its attachments, that is not taken; the message says why in one line."""


def read_pdf(read: bytes, most: int) -> Found:
    """The YAML files in a PDF, of at most `most` bytes each. Raises `RefusedPdfError`."""
    import pikepdf

    try:
        # No attempt to mend: a file that lost a part is refused, and nobody waits for the search for its objects.
        with pikepdf.open(BytesIO(read), attempt_recovery=False, suppress_warnings=True) as pdf:
            carried: list[Carried] = []
            for name, spec in _yaml_files(pdf):
                carried.append(_carried(name, spec, most))
                if sum(len(one.get("data", "")) for one in carried) > MOST_FULL_FILES * most:
                    raise RefusedPdfError("the offers in this PDF are too large: expected less in one PDF")
            return {"record": _record(pdf), "carried": carried}
    except pikepdf.PasswordError:
        raise RefusedPdfError("this PDF is locked by a password: expected one that opens without") from None
    except MemoryError:
        raise RefusedPdfError("this PDF unpacks to too much: expected an offer sheet or a report") from None
    except RefusedPdfError:
        raise
    except Exception:  # noqa: BLE001  # whatever a crafted PDF may set off is a broken PDF to its reader
        raise RefusedPdfError(BROKEN) from None


def _yaml_files(pdf: "pikepdf.Pdf") -> Iterator[tuple[str, Any]]:
    """Name and file specification of each attachment whose name ends in .yaml or .yml, in the order of the PDF."""
    for count, (key, spec) in enumerate(_attachments(pdf), 1):
        if count > MOST_ATTACHMENTS:
            raise RefusedPdfError(f"this PDF carries more than {MOST_ATTACHMENTS} attachments: expected at most those")
        name = str(spec.get("/UF", spec.get("/F", key)))[:LONGEST_NAME] if hasattr(spec, "keys") else str(key)
        if name.casefold().endswith((".yaml", ".yml")):
            yield name, spec


def _attachments(pdf: "pikepdf.Pdf") -> Iterator[tuple[Any, Any]]:
    """Key and value of each leaf of the tree of attachments. A tree that loops or is too large is refused."""
    names: Any = pdf.Root.get("/Names", {})
    waiting, seen = [names.get("/EmbeddedFiles", {})], set[Any]()
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        number = getattr(node, "objgen", (0, 0))
        if number != (0, 0) and number in seen:
            raise RefusedPdfError("the list of attachments in this PDF leads back to itself: expected a sound PDF")
        seen.add(number)
        leaves: Any = node.get("/Names", [])
        kids: Any = node.get("/Kids", [])
        if max(len(leaves) // 2, len(kids)) > MOST_ATTACHMENTS:
            raise RefusedPdfError(f"this PDF carries more than {MOST_ATTACHMENTS} attachments: expected at most those")
        for place in range(0, len(leaves) - 1, 2):
            yield leaves[place], leaves[place + 1]
        waiting += [kids[place] for place in reversed(range(len(kids)))]
    raise RefusedPdfError("the list of attachments in this PDF has no end: expected a sound PDF")


def _carried(name: str, spec: Any, most: int) -> Carried:
    try:
        return {"name": name, "data": b64encode(_unpacked(spec, most)).decode()}
    except RefusedPdfError as refused:
        return {"name": name, "refused": str(refused)}


def _unpacked(spec: Any, most: int) -> bytes:
    """The attached file, at most `most` bytes of it ever unpacked."""
    import pikepdf

    files = spec.get("/EF", {})
    stream = files.get("/UF", files.get("/F"))
    if not isinstance(stream, pikepdf.Stream):
        raise RefusedPdfError("there is nothing in this attachment: expected an offer file")
    packed = _packed(stream)
    raw = bytes(stream.read_raw_bytes())
    if not packed:
        data, whole = raw, True
    else:
        unpacking = zlib.decompressobj()
        try:
            data = unpacking.decompress(raw, most + 1)
        except zlib.error:
            raise RefusedPdfError("this attachment cannot be unpacked: expected an unbroken one") from None
        whole = unpacking.eof
    if len(data) > most:
        raise RefusedPdfError(f"this attachment is too large: expected at most {most // 1024} KB")
    if not whole:
        raise RefusedPdfError("this attachment cannot be unpacked: expected an unbroken one")
    return data


def _packed(stream: Any) -> bool:
    """Whether a stream has to be unpacked, once; any other way of packing is refused."""
    import pikepdf

    filters, settings = stream.get("/Filter"), stream.get("/DecodeParms")
    names = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    plain = settings is None or (isinstance(settings, pikepdf.Dictionary) and "/Predictor" not in settings)
    if names in ([], [None]):
        return False
    if len(names) == 1 and names[0] == pikepdf.Name.FlateDecode and plain:
        return True
    raise RefusedPdfError("this attachment is packed in an unusual way: expected plain text or the usual packing")


def _record(pdf: "pikepdf.Pdf") -> str:
    info: Any = pdf.trailer.get("/Info", {})
    record = info.get(RECORD)
    return str(record)[:LONGEST_RECORD] if record is not None else ""


def _bound() -> None:
    """Little memory, little time, no file written, no picture of the memory left behind."""
    import resource

    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS refuses some; time is bounded there too, by whoever waits
            continue


def main() -> None:
    """What the process does."""
    _bound()
    found: Found = {"record": "", "carried": []}
    try:
        found = read_pdf(sys.stdin.buffer.read(), int(sys.argv[1]))
    except ImportError:
        found["refused"] = "PDFs cannot be read here, because the library pikepdf is missing: install it"
    except RefusedPdfError as refused:
        found["refused"] = str(refused)
    sys.stdout.buffer.write(json.dumps(found).encode())


if __name__ == "__main__":
    main()
