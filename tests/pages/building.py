"""Builds the document of a page set, and keeps it for all tests of one run.

In: a `PageSet`. Out: `Made`: the PDF and the HTML, what WeasyPrint had to say, and the frame within which each page's
text belongs. Must not judge any of it.
"""

import fcntl
import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evaluator.checklists import load_catalogue
from evaluator.cli.inputs import narrowable_terms
from evaluator.comparison.audit import audit
from evaluator.comparison.audit_model import Gates
from evaluator.comparison.difference import difference
from evaluator.comparison.disclosure import disclose
from evaluator.economics import load_assumptions
from evaluator.offer import load_clinician
from evaluator.offer.clinician import AboutMe
from evaluator.offer.practice import load_books
from evaluator.report.audit_outputs import render_audit
from evaluator.report.difference_outputs import render_difference
from evaluator.report.disclosure_outputs import render_sheet
from evaluator.report.outputs import render
from tests.comparison.samples import AS_OF, OFFERS, compared
from tests.pages.sets import PageSet

Renderer = Callable[[str], bytes]
POINTS = 0.75  # a CSS px in points


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, from the lower left corner of the page, as PDF counts."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A page, and the part of it between its margins."""

    page: Box
    content: Box


@dataclass(frozen=True, slots=True)
class Made:
    """A page set as documents."""

    name: str
    pdf: bytes
    html: bytes
    log: tuple[str, ...]
    frames: tuple[Frame, ...]


def _comparison(one: PageSet) -> Renderer:
    about = OFFERS / "about" / f"{one.reader}.yaml"
    reader = load_clinician(about, narrowable_terms()).clinician if one.reader else AboutMe()
    if one.reader_name is not None:
        reader = reader.model_copy(update={"name": one.reader_name})
    found = compared(*(make() for make in one.offers), about=reader, draws=one.draws)
    return lambda format: render(found, format, one.layout)


def _audit(one: PageSet) -> Renderer:
    found = audit(
        tuple(make() for make in one.offers),
        catalogue=load_catalogue(),
        assumptions=load_assumptions(),
        as_of=AS_OF,
        gates=Gates("critical", (), None),
        draws=one.draws,
        practice=load_books(OFFERS / "about" / f"{one.practice}.yaml") if one.practice else None,
    )
    return lambda format: render_audit(found, format, one.layout)


def _sheet(one: PageSet) -> Renderer:
    (make,) = one.offers
    found = disclose(make(), catalogue=load_catalogue(), assumptions=load_assumptions(), as_of=AS_OF)
    return lambda format: render_sheet(found, format, one.layout)


def _difference(one: PageSet) -> Renderer:
    old, new = (make() for make in one.offers)
    found = difference(
        old, new, catalogue=load_catalogue(), about=AboutMe(), assumptions=load_assumptions(), as_of=AS_OF
    )
    return lambda format: render_difference(found, format, one.layout)


# A new kind of document is one more line here, and its sets in `sets`.
KINDS: dict[str, Callable[[PageSet], Renderer]] = {
    "comparison": _comparison,
    "audit": _audit,
    "sheet": _sheet,
    "difference": _difference,
}


def build(one: PageSet) -> Made:
    """The set's documents, built now."""
    write = KINDS[one.kind](one)
    return listened(one.name, lambda: write("pdf"), lambda: write("html"))


def listened(name: str, pdf: Callable[[], bytes], html: Callable[[], bytes] = lambda: b"") -> Made:
    """What these write, with the log and the frames of the pages caught on the way."""
    log: list[str] = []
    frames: list[Frame] = []
    with _log_into(log), _frames_into(frames):
        written = pdf()
    return Made(name, written, html(), tuple(log), tuple(frames))


def shelved(one: PageSet, shelf: Path) -> Made:
    """The set's documents, built by whichever process of this test run wants them first."""
    kept = shelf / one.name
    kept.mkdir(parents=True, exist_ok=True)
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        about = kept / "about.json"
        if not about.exists():
            made = build(one)
            (kept / "made.pdf").write_bytes(made.pdf)
            (kept / "made.html").write_bytes(made.html)
            about.write_text(json.dumps({"log": made.log, "frames": [asdict(frame) for frame in made.frames]}))
    said = json.loads(about.read_text())
    frames = tuple(Frame(Box(**frame["page"]), Box(**frame["content"])) for frame in said["frames"])
    pdf, html = (kept / "made.pdf").read_bytes(), (kept / "made.html").read_bytes()
    return Made(one.name, pdf, html, tuple(said["log"]), frames)


@contextmanager
def _log_into(lines: list[str]) -> Iterator[None]:
    """Everything from warnings upwards that any library logs meanwhile."""

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{record.name}: {record.getMessage()}")

    keeper = Keeper(logging.WARNING)
    # WeasyPrint's own logger hands nothing on to the root, so it is listened to by name.
    loggers = [logging.getLogger(name) for name in ("", "weasyprint")]
    for logger in loggers:
        logger.addHandler(keeper)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(keeper)


@contextmanager
def _frames_into(frames: list[Frame]) -> Iterator[None]:
    """The margins of each page as they were laid out. The PDF does not tell them, so the layout is asked."""
    import weasyprint

    render_pages = weasyprint.HTML.render

    def watched(self: Any, *arguments: Any, **options: Any) -> Any:
        document = render_pages(self, *arguments, **options)
        frames[:] = [_frame(page) for page in document.pages]
        return document

    weasyprint.HTML.render = watched
    try:
        yield
    finally:
        weasyprint.HTML.render = render_pages


def _frame(page: Any) -> Frame:
    box, height = page._page_box, page.height
    left, top = box.content_box_x(), box.content_box_y()
    edges = (left, height - top - box.height, left + box.width, height - top)
    return Frame(Box(0, 0, page.width * POINTS, height * POINTS), Box(*(edge * POINTS for edge in edges)))
