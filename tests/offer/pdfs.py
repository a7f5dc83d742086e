"""Small PDFs written by hand, sound ones and ones that mean harm.

In: names, texts, objects. Out: the bytes of PDFs. Must not need the program's own writer, which makes only good ones.
"""

import zlib
from collections.abc import Sequence

from evaluator.offer.attachments import RECORD

CATALOG = b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>"
PAGES = b"<< /Type /Pages /Kids [] /Count 0 >>"


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return out


def stream(data: bytes, about: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), about, data)


def text(words: str) -> bytes:
    """A text of any letters, as PDFs write it."""
    return b"<feff" + words.encode("utf-16-be").hex().encode() + b">"


def carrying(files: Sequence[tuple[str, bytes]], record: str = "", packing: bytes | None = None) -> bytes:
    """A PDF with these attachments, packed as usual or as `packing` says, and what it records of them."""
    leaves: list[bytes] = []
    objects = [CATALOG, PAGES, b""]
    for name, data in files:
        about = b"/Filter /FlateDecode" if packing is None else packing
        objects.append(stream(zlib.compress(data) if packing is None else data, about))
        leaves.append(
            b"(%d) << /Type /Filespec /UF %s /EF << /F %d 0 R >> >>" % (len(leaves), text(name), len(objects))
        )
    objects[2] = b"<< /Names [ %s ] >>" % b" ".join(leaves)
    return pdf(objects, b"/Info << /%s (%s) >>" % (RECORD.encode(), record.encode()))
