"""What a PDF says of itself beside its ink: tags, headings, outline, fonts, links, attachments.

In: a PDF as bytes, opened with pikepdf. Out: plain tuples of what is found. Must not judge it; tests do.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import page as page_validation
import pikepdf

ACTING = frozenset({"/URI", "/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch"})


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """The PDF, open while the block runs."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield pdf


def ua_failures(data: bytes) -> list[str]:
    """What a PDF/UA-1 validator finds wrong, as lines to read."""
    found = page_validation.validate_pdf_bytes(data, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in found.failures]


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the structure tree: its type without the slash, those it stands in, and its alternative text."""

    kind: str
    inside: tuple[str, ...]
    alt: str | None
    parts: tuple[str, ...]


def tags(pdf: pikepdf.Pdf) -> list[Tag]:
    """The whole structure tree, in reading order."""
    found: list[Tag] = []
    waiting: list[tuple[pikepdf.Object, tuple[str, ...]]] = [(pdf.Root.StructTreeRoot, ())]
    while waiting:
        node, inside = waiting.pop()
        kind = str(node.get("/S", "")).removeprefix("/")
        children = _children(node)
        if kind:
            alt = str(node.Alt) if "/Alt" in node else None
            parts = tuple(str(child.get("/S", "")).removeprefix("/") for child in children)
            found.append(Tag(kind, inside, alt, parts))
        waiting += [(child, (*inside, kind) if kind else inside) for child in reversed(children)]
    return found


def _children(node: pikepdf.Object) -> list[pikepdf.Object]:
    below = node.get("/K")
    if below is None:
        return []
    parts = list(below) if isinstance(below, pikepdf.Array) else [below]
    return [part for part in parts if isinstance(part, pikepdf.Dictionary)]


def outline(pdf: pikepdf.Pdf) -> list[tuple[int, str, bool]]:
    """The bookmarks: how deep from 1 on, the words, and whether each leads to a page of the document."""
    own = {sheet.obj.objgen for sheet in pdf.pages}
    with pdf.open_outline() as held:
        return list(_bookmarks(held.root, 1, own))


def _bookmarks(
    items: list[pikepdf.OutlineItem], depth: int, own: set[tuple[int, int]]
) -> Iterator[tuple[int, str, bool]]:
    for item in items:
        target = item.destination
        leads = isinstance(target, pikepdf.Array) and target[0].objgen in own
        yield depth, " ".join(item.title.split()), leads
        yield from _bookmarks(item.children, depth + 1, own)


@dataclass(frozen=True, slots=True)
class Font:
    """A font as one page names it."""

    name: str
    embedded: bool
    subset: bool


def fonts(pdf: pikepdf.Pdf) -> set[Font]:
    """Every font that any page or form refers to."""
    return {
        _font(thing)
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "/DescendantFonts" not in thing
    }


def _font(font: pikepdf.Dictionary) -> Font:
    descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
    name = str(font.get("/BaseFont", "")).removeprefix("/")
    embedded = any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
    prefix, plus, _ = name.partition("+")
    return Font(name.split("+")[-1], embedded, bool(plus) and len(prefix) == 6 and prefix.isupper())


@dataclass(frozen=True, slots=True)
class Link:
    """An annotation: its subtype, whether it leads to a page of this document, and whether the tags know of it."""

    kind: str
    leads: bool
    tagged: bool


def links(pdf: pikepdf.Pdf) -> list[Link]:
    """Every annotation of every page."""
    own = {sheet.obj.objgen for sheet in pdf.pages}
    named = _named_targets(pdf)
    return [_link(one, own, named) for sheet in pdf.pages for one in sheet.get("/Annots", ())]


def _link(one: pikepdf.Object, own: set[tuple[int, int]], named: dict[str, pikepdf.Object]) -> Link:
    target = one.get("/Dest", one.get("/A", pikepdf.Dictionary()).get("/D"))
    if isinstance(target, pikepdf.String):
        target = named.get(str(target))
    leads = isinstance(target, pikepdf.Array) and target[0].objgen in own
    return Link(str(one.get("/Subtype", "")).removeprefix("/"), leads, "/StructParent" in one)


def _named_targets(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """The places that links may name."""
    names = pdf.Root.get("/Names", pikepdf.Dictionary())
    found = dict(pikepdf.NameTree(names.Dests)) if "/Dests" in names else {}
    return {str(name): one.D if isinstance(one, pikepdf.Dictionary) else one for name, one in found.items()}


def acting(pdf: pikepdf.Pdf) -> list[str]:
    """Whatever would run, or lead out of the document."""
    return [key for thing in pdf.objects for key in _keys(thing) if key in ACTING]


def _keys(thing: pikepdf.Object) -> Iterator[str]:
    """The keys of an object and of all that is written inside it; what it only refers to has its own turn."""
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            yield key
            if not _elsewhere(value):
                yield from _keys(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing.as_list():
            if not _elsewhere(value):
                yield from _keys(value)


def _elsewhere(value: object) -> bool:
    """Whether a value is an object of its own, or no object at all."""
    return not isinstance(value, pikepdf.Object) or value.is_indirect


def attached(pdf: pikepdf.Pdf) -> dict[str, bytes]:
    """The files inside, by name."""
    return {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}
