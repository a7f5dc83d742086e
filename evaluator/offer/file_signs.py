"""What a file is that is none of ours, by its first bytes, so that people are told in their own words.

In: the first bytes of a file. Out: what to call it. Must not trust the file's name, nor read it whole.
"""

from collections.abc import Mapping

ENOUGH = 1024
"""Bytes that tell."""

_SIGNS: Mapping[bytes, str] = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"PK\x03\x04": "a Word document, or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "a rich text document",
}
_PAGE = (b"<!doctype html", b"<html")


def foreign_kind(first: bytes) -> str | None:
    """What to call a file of another kind that starts with these bytes; none where no sign of one is known."""
    for sign, kind in _SIGNS.items():
        if first.startswith(sign):
            return kind
    return "a web page" if first.lstrip().lower().startswith(_PAGE) else None


def kind_by_signs(first: bytes) -> str | None:
    """What to call a file that starts with these bytes; none for plain text, which may be one of ours."""
    if not first:
        return "an empty file"
    kind = foreign_kind(first)
    if kind is not None:
        return kind
    try:
        # Cut within a sign of several bytes, a text is still one.
        first.decode("utf-8", errors="strict" if len(first) < ENOUGH else "ignore")
    except UnicodeDecodeError:
        return "no text file"
    return "no text file" if b"\0" in first else None
