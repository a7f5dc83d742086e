"""What is asked of drawn pages, each rule a function from what was drawn to the faults that a person should read.

In: `Drawn` pages and `Frame`s. Out: lines of text, none when all is well. Must not hold a name of a template, a style
or a section: a new look must pass or fail for what it looks like.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from tests.pages.building import Box, Frame
from tests.pages.drawn import Color, Drawn, Run, Shape

SLACK = 0.75  # points that ink may stand over an edge or into another box: serifs, rounding
EDGE = 14.0  # points, 5 mm: what printers at home leave blank
LEAST_CONTRAST = 4.5
LEAST_STEP = 12.0  # of 100 in lightness, between neighbours in a chart


def outside(pages: Sequence[Drawn], frames: Sequence[Frame]) -> list[str]:
    """Texts that leave their page's frame: they stand neither between the margins nor wholly in the band above or
    below, where running heads and feet are, clear of what a printer can't print."""
    if len(pages) != len(frames):
        return [f"{len(pages)} pages are drawn and {len(frames)} were laid out"]
    return [
        str(run)
        for page, frame in zip(pages, frames, strict=True)
        for run in page.runs
        if not _within(run.box, frame.content) and not _in_band(run.box, frame)
    ]


def _within(box: Box, frame: Box) -> bool:
    across = box.left >= frame.left - SLACK and box.right <= frame.right + SLACK
    return across and box.bottom >= frame.bottom - SLACK and box.top <= frame.top + SLACK


def _in_band(box: Box, frame: Frame) -> bool:
    page, content = frame.page, frame.content
    apart = box.bottom >= content.top - SLACK or box.top <= content.bottom + SLACK
    across = box.left >= content.left - SLACK and box.right <= content.right + SLACK
    return apart and across and box.top <= page.top - EDGE and box.bottom >= page.bottom + EDGE


def overlapping(pages: Sequence[Drawn]) -> list[str]:
    """Texts whose ink stands in another text's box."""
    return [f"{first} and {second}" for page in pages for first, second in _overlaps(page.runs)]


def _overlaps(runs: Sequence[Run]) -> Iterator[tuple[Run, Run]]:
    """Pairs that overlap, found by sweeping from left to right."""
    open_runs: list[Run] = []
    for run in sorted(runs, key=lambda one: one.box.left):
        open_runs = [one for one in open_runs if one.box.right > run.box.left + SLACK]
        for other in open_runs:
            if min(one.box.top for one in (run, other)) - max(one.box.bottom for one in (run, other)) > SLACK:
                yield other, run
        open_runs.append(run)


def too_faint(pages: Sequence[Drawn]) -> list[str]:
    """Texts with too little contrast to any color that they stand on, in color or out of a black-and-white printer."""
    faults = []
    for page in pages:
        for run in page.runs:
            for ground in run.grounds:
                colored, grey = contrast(run.ink, ground), contrast(greyed(run.ink), greyed(ground))
                if min(colored, grey) < LEAST_CONTRAST:
                    faults.append(f"{run}: {colored:.2f} in color, {grey:.2f} in grey ({run.ink} on {ground})")
    return faults


def greyed(color: Color) -> Color:
    """A color as a black-and-white printer sees it: luma of Rec. 601, which printer drivers take."""
    luma = round(0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2])
    return luma, luma, luma


def contrast(first: Color, second: Color) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lightness(color: Color) -> float:
    """How light a color looks, from 0 to 100 (CIE L*)."""
    luminance = _luminance(color)
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in color
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def alike(pages: Sequence[Drawn]) -> list[str]:
    """Parts of a chart that only color tells apart: areas that touch, and lines of one figure with the same dashes."""
    faults = []
    for page in pages:
        for figure in sorted({shape.figure for shape in page.shapes}):
            shapes = [shape for shape in page.shapes if shape.figure == figure]
            faults += [f"page {page.number}: {pair}" for pair in (*_alike_areas(shapes), *_alike_lines(shapes))]
    return faults


def _alike_areas(shapes: Sequence[Shape]) -> Iterator[str]:
    """Filled areas side by side, without a line between them, that print in the same grey."""
    filled = [shape for shape in shapes if shape.fill is not None]
    hatched = [shape.box for shape in shapes if shape.fill is None and shape.segments > 2]
    for first, second in combinations(filled, 2):
        if first.fill is None or second.fill is None or first.fill == second.fill or not _touch(first.box, second.box):
            continue
        outlined = any(one.stroke is not None and _step(one.stroke, one.fill) >= LEAST_STEP for one in (first, second))
        if outlined or any(_touch(box, one.box) for box in hatched for one in (first, second)):
            continue
        if _step(first.fill, second.fill) < LEAST_STEP:
            yield f"areas in {first.fill} and {second.fill} at {first.box} print alike"


def _alike_lines(shapes: Sequence[Shape]) -> Iterator[str]:
    """Curves, drawn alike but for a color of the same lightness."""
    curves = {(shape.stroke, shape.dash, shape.width) for shape in shapes if shape.fill is None and shape.segments > 8}
    for first, second in combinations(sorted(curves, key=str), 2):
        if first[1:] == second[1:] and _step(first[0], second[0]) < LEAST_STEP:
            yield f"lines in {first[0]} and {second[0]} print alike"


def _step(first: Color | None, second: Color | None) -> float:
    if first is None or second is None:
        return 100.0
    return abs(lightness(greyed(first)) - lightness(greyed(second)))


def _touch(first: Box, second: Box) -> bool:
    """Whether two areas lie side by side or over one another."""
    across = min(first.right, second.right) - max(first.left, second.left)
    up = min(first.top, second.top) - max(first.bottom, second.bottom)
    return min(across, up) > -SLACK and max(across, up) > SLACK
