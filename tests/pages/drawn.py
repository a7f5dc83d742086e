"""What a PDF really draws, read back with PDFium: texts, fills and lines with their places and colors.

In: a PDF as bytes. Out: a `Drawn` for each page, in points from its lower left corner. Must not know style sheets,
templates or WeasyPrint, so that it sees what a printer sees.
"""

import ctypes
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from pypdfium2 import raw

from tests.pages.building import Box

Color = tuple[int, int, int]
Picture = npt.NDArray[np.uint8]
SCALE = 2  # pixels for a point, when the ground beneath a text is looked at
LEAST_SHARE = 0.15  # of a text's box: less is an edge or a thin line, not the ground it stands on


@dataclass(frozen=True, slots=True)
class Run:
    """One piece of text on one line: its words, the box around its ink, its color, and the colors it stands on.

    `mark` is what the PDF calls it: Artifact, Figure, Span and so on, empty where it says nothing.
    """

    page: int
    words: str
    box: Box
    ink: Color
    grounds: tuple[Color, ...]
    mark: str

    def __str__(self) -> str:
        edges = ", ".join(f"{edge:.0f}" for edge in (self.box.left, self.box.bottom, self.box.right, self.box.top))
        return f"page {self.page}: {self.words[:60]!r} at {edges}"


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled or stroked path of a figure. `figure` is the figure's number on the page; `dash` holds the dash lengths
    of a stroke; a `fill` or `stroke` that is not painted is None."""

    figure: int
    box: Box
    segments: int
    fill: Color | None
    stroke: Color | None
    width: float
    dash: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page."""

    number: int
    size: Box
    runs: tuple[Run, ...]
    shapes: tuple[Shape, ...]
    images: int


def drawn(data: bytes) -> tuple[Drawn, ...]:
    """Every page of a PDF."""
    pdf = pdfium.PdfDocument(data)
    try:
        return tuple(_page(pdf[index], index + 1) for index in range(len(pdf)))
    finally:
        pdf.close()


def _page(page: Any, number: int) -> Drawn:
    words = page.get_textpage()
    found = list(page.get_objects(max_depth=6))
    texts = [one for one in found if one.type == raw.FPDF_PAGEOBJ_TEXT]
    shapes = tuple(_shape(one) for one in found if one.type == raw.FPDF_PAGEOBJ_PATH and _mark(one) == "Figure")
    images = sum(one.type == raw.FPDF_PAGEOBJ_IMAGE for one in found)
    height = page.get_height()
    pictures = _Pictures(_without_text(page, texts), _as_printed(page, texts), height)
    runs = tuple(_run(group, words, number, pictures) for group in _lines(texts, words))
    size = Box(0, 0, page.get_width(), height)
    return Drawn(number, size, tuple(run for run in runs if run.words.strip()), shapes, images)


def _lines(texts: list[Any], words: Any) -> list[list[Any]]:
    """Text objects that belong together. WeasyPrint writes a line as one; but a label of a chart comes sign by sign."""
    lines: list[list[Any]] = []
    for one in texts:
        if lines and _goes_on(lines[-1][-1], one, words):
            lines[-1].append(one)
        else:
            lines.append([one])
    return lines


def _goes_on(last: Any, one: Any, words: Any) -> bool:
    """Whether a sign of a chart's label stands right after another, on the same line."""
    if _mark(one) != "Figure" or max(len(_words(part, words).strip()) for part in (last, one)) > 1:
        return False
    before, after = _box(last), _box(one)
    size = max(before.top - before.bottom, after.top - after.bottom)
    level = min(before.top, after.top) - max(before.bottom, after.bottom) > -0.5 * size
    return level and -0.2 * size < after.left - before.right < 0.8 * size


def _run(group: list[Any], words: Any, number: int, pictures: "_Pictures") -> Run:
    boxes = [_box(one) for one in group]
    box = Box(
        min(one.left for one in boxes),
        min(one.bottom for one in boxes),
        max(one.right for one in boxes),
        max(one.top for one in boxes),
    )
    grounds = pictures.grounds(box)
    ink = _ink(group[0], grounds[0]) if group[0].container is None else pictures.ink(box, grounds[0])
    said = "".join(_words(one, words) for one in group)
    return Run(number, said, box, ink, grounds, _mark(group[0]))


def _ink(one: Any, ground: Color) -> Color:
    """The color of a text as it is seen, a part of the ground's if it lets that through."""
    ink, alpha = _color(raw.FPDFPageObj_GetFillColor, one)
    red, green, blue = (round(alpha * own + (1 - alpha) * under) for own, under in zip(ink, ground, strict=True))
    return red, green, blue


def _box(one: Any) -> Box:
    """The bounds of an object on its page, through all forms that it is wrapped in."""
    left, bottom, right, top = one.get_bounds()
    corners = [(left, bottom), (left, top), (right, bottom), (right, top)]
    holder = one.container
    while holder is not None:
        a, b, c, d, e, f = holder.get_matrix().get()
        corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
        holder = holder.container
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(up), max(across), max(up))


def _words(one: Any, words: Any) -> str:
    size = raw.FPDFTextObj_GetText(one.raw, words.raw, None, 0)
    held = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(one.raw, words.raw, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), size)
    return held.raw.decode("utf-16le", "replace").rstrip("\0")


def _mark(one: Any) -> str:
    """What the marked content that holds an object is called."""
    while one.container is not None:
        one = one.container
    for index in range(raw.FPDFPageObj_CountMarks(one.raw)):
        held, size = ctypes.create_string_buffer(120), ctypes.c_ulong()
        target = ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort))
        raw.FPDFPageObjMark_GetName(raw.FPDFPageObj_GetMark(one.raw, index), target, len(held), size)
        return held.raw[: size.value].decode("utf-16le").rstrip("\0")
    return ""


def _color(read: Any, one: Any) -> tuple[Color, float]:
    """A color and how opaque it is, from 0 to 1."""
    parts = [ctypes.c_uint() for _ in range(4)]
    read(one.raw, *parts)
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue), alpha / 255


def _shape(one: Any) -> Shape:
    fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(one.raw, fill_mode, stroked)
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(one.raw, width)
    count = max(raw.FPDFPageObj_GetDashCount(one.raw), 0)
    dashes = (ctypes.c_float * max(count, 1))()
    raw.FPDFPageObj_GetDashArray(one.raw, dashes, count)
    return Shape(
        figure=raw.FPDFPageObj_GetMarkedContentID(one.raw),
        box=_box(one),
        segments=raw.FPDFPath_CountSegments(one.raw),
        fill=_color(raw.FPDFPageObj_GetFillColor, one)[0] if fill_mode.value else None,
        stroke=_color(raw.FPDFPageObj_GetStrokeColor, one)[0] if stroked.value else None,
        width=width.value,
        dash=tuple(round(dash, 2) for dash in dashes[:count]),
    )


def _without_text(page: Any, texts: list[Any]) -> Picture:
    """The page as a picture, all text left out: what texts stand on."""
    for one in texts:
        raw.FPDFPageObj_SetIsActive(one.raw, False)
    picture = _picture(page, SCALE)
    for one in texts:
        raw.FPDFPageObj_SetIsActive(one.raw, True)
    return picture


def _as_printed(page: Any, texts: list[Any]) -> Picture | None:
    """The page as a sharper picture, if a text of it is wrapped in a form: a form may be let through by half, and what
    color its texts have then is written nowhere."""
    return _picture(page, 2 * SCALE) if any(one.container is not None for one in texts) else None


def _picture(page: Any, scale: int) -> Picture:
    picture: Picture = page.render(scale=scale, rev_byteorder=True).to_numpy()
    return picture[:, :, :3]


@dataclass(frozen=True, slots=True)
class _Pictures:
    """A page's pictures: the ground without its texts, and the page as printed where that is needed."""

    ground: Picture
    printed: Picture | None
    height: float

    def grounds(self, box: Box) -> tuple[Color, ...]:
        """The colors that take a real share of the box, the largest first; white for one outside of the page."""
        part = _cut(self.ground, box, self.height, SCALE)
        if not len(part):
            return ((255, 255, 255),)
        packed, counts = np.unique(part[:, 0] << 16 | part[:, 1] << 8 | part[:, 2], return_counts=True)
        order = np.argsort(-counts, kind="stable")
        kept = [int(packed[i]) for i in order if counts[i] >= LEAST_SHARE * len(part)] or [int(packed[order[0]])]
        return tuple((color >> 16, color >> 8 & 255, color & 255) for color in kept)

    def ink(self, box: Box, ground: Color) -> Color:
        """The color in the box that differs most from the ground."""
        assert self.printed is not None
        part = _cut(self.printed, box, self.height, 2 * SCALE)
        if not len(part):
            return ground
        apart = np.abs(part.astype(np.int64) - np.array(ground)).sum(axis=1)
        red, green, blue = (int(value) for value in part[int(np.argmax(apart))])
        return red, green, blue


def _cut(picture: Picture, box: Box, height: float, scale: int) -> npt.NDArray[np.uint32]:
    """The pixels of a box, one a row."""
    top, bottom = int((height - box.top) * scale), int((height - box.bottom) * scale) + 1
    left, right = int(box.left * scale), int(box.right * scale) + 1
    part = picture[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
    return part.reshape(-1, 3).astype(np.uint32)
