"""The formats in which a Comparison can be written: one registered function each.

In: a Comparison. Out: the bytes of a file, the same for the same input. This is the only file that knows Jinja and
WeasyPrint, and both are imported when first used. Rendering opens the program's own templates and fonts, nothing else.
"""

import atexit
import os
import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib import import_module
from io import StringIO
from pathlib import Path, PurePath
from traceback import walk_tb
from types import ModuleType
from typing import TYPE_CHECKING

from evaluator.comparison.model import Comparison
from evaluator.offer.attachments import RECORD, own_name, record
from evaluator.offer.fingerprint import short_fingerprint
from evaluator.report.layout import PLAIN, Layout, Paper
from evaluator.resources import resource_folder

if TYPE_CHECKING:
    from jinja2 import Environment
    from pydyf import PDF
    from weasyprint import CSS, Attachment
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

Renderer = Callable[[Comparison, Layout], bytes]
FORMATS: dict[str, Renderer] = {}
Source = tuple[str, str, Callable[[], bool]]  # a template: its text, its file, whether it is still the same
WEIGHTS = (("Regular", 400), ("SemiBold", 600))


class PdfUnavailable(RuntimeError):
    """The PDF can't be made on this machine; the message says in one line what is missing."""


def output_format(suffix: str) -> Callable[[Renderer], Renderer]:
    """Register a function as the way to write files that end in `.suffix`."""

    def register(renderer: Renderer) -> Renderer:
        FORMATS[suffix] = renderer
        return renderer

    return register


class TemplateProblem(ValueError):
    """A mistake in a template of the user's own; the message names file and line and says what is wrong."""


def render(comparison: Comparison, format: str, layout: Layout = PLAIN) -> bytes:
    """A Comparison as a file of this format (`pdf`, `html`, `json`, `csv`, `md`); `KeyError` for any other.

    Raises `PdfUnavailable` where the libraries behind PDF are missing, `TemplateProblem` for a bad template of the
    user's own. Without names in every format where the layout asks for that.
    """
    if layout.anonymous:
        from evaluator.report.anonymous import anonymized

        comparison = anonymized(comparison)
    return FORMATS[format](comparison, layout)


def write_output(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one move, so that nobody ever reads half a file; `OSError` leaves no trace."""
    beside = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


@output_format("html")
def render_html(comparison: Comparison, layout: Layout = PLAIN) -> bytes:
    """One HTML file with everything in it: styles, fonts, charts. Refers to nothing outside."""
    from evaluator.report.view import build_view

    return view_as_html(build_view(comparison, layout), layout=layout)


@output_format("pdf")
def render_pdf(comparison: Comparison, layout: Layout = PLAIN) -> bytes:
    """A tagged PDF (PDF/UA-1) that carries the offer files, the Comparison and the questions as attachments."""
    from evaluator.report.question_sheet import render_question_sheet
    from evaluator.report.view import build_view

    attached = comparison_attached(comparison, render_json(comparison, layout))
    sheet = render_question_sheet(comparison).encode()
    attached.append(Attached("questions.md", "The open questions, ready to paste into e-mails", sheet))
    return view_as_pdf(build_view(comparison, layout), attached, comparison.as_of, layout=layout)


@output_format("json")
def render_json(comparison: Comparison, _layout: Layout = PLAIN) -> bytes:
    """The Comparison itself, as the published schema has it."""
    from evaluator.report.interchange import dump_comparison

    return dump_comparison(comparison)


@output_format("csv")
def render_csv(comparison: Comparison, _layout: Layout = PLAIN) -> bytes:
    """One row for each offer and figure."""
    from evaluator.report.table import dump_table

    return dump_table(comparison)


@output_format("md")
def render_md(comparison: Comparison, _layout: Layout = PLAIN) -> bytes:
    """The summary and the questions to ask, by whom to ask, as Markdown."""
    from evaluator.report.markdown import render_markdown

    return render_markdown(comparison).encode()


@dataclass(frozen=True, slots=True)
class Attached:
    """A file inside a PDF. Of an offer the PDF records the `fingerprint`, by which a change is noticed later."""

    name: str
    about: str
    data: bytes
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class Design:
    """What one kind of document looks like: its template and its style sheets for paper and for the screen.

    All are names below `templates/report`, or below `templates` itself for another kind of document.
    """

    template: str
    print_styles: tuple[str, ...]
    screen_styles: tuple[str, ...]


# WeasyPrint 70 breaks a line after its first word when the words fit but the space behind them doesn't, and an element
# follows. Such a space goes into the element, where that has words of plain text: not one with a ground, nor one whose
# words stay together, as the line could no longer break before it.
_SPACE_BEFORE = re.compile(r' (<strong>|<span class="(?:level|place|question|quote|rests|says|stake|waived)">)')
_SIGN_OF_MONEY = re.compile(r"([−+])\$")  # a line that ends with the sign turns a loss into a gain; &#8288; joins them
REPORT = Design("report.html.jinja", ("report.css", "print.css"), ("report.css", "screen.css"))


def view_as_html(view: object, design: Design = REPORT, layout: Layout = PLAIN) -> bytes:
    """Any document as one HTML file with everything in it."""
    styles = (_font_faces("woff2"), *(_read(name, layout.templates) for name in design.screen_styles))
    return _markup(view, "\n".join((*styles, _paper(layout))), design, layout.templates).encode()


def view_as_pdf(
    view: object, attached: Sequence[Attached], as_of: date, design: Design = REPORT, layout: Layout = PLAIN
) -> bytes:
    """Any document as a tagged PDF that carries these files; `PdfUnavailable` where the libraries are missing."""
    weasyprint = _import_weasyprint()
    fetcher, fonts, style = _print_style(design.print_styles, layout.paper, layout.templates)
    markup = _SPACE_BEFORE.sub(r"\1 ", _markup(view, "", design, layout.templates))
    document = weasyprint.HTML(string=markup, url_fetcher=fetcher)
    written = document.write_pdf(
        stylesheets=[style],
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        attachments=_attachments(attached, as_of),
        finisher=lambda _, pdf: _record_offers(pdf, attached),
    )
    return bytes(written)


def comparison_attached(comparison: Comparison, data: bytes, name: str = "comparison.json") -> list[Attached]:
    """All figures as JSON, and each offer as it was read."""
    files = [Attached(name, "All figures and findings of this report", data)]
    for number, offer in enumerate(comparison.offers, 1):
        if offer.source:  # else withheld
            files.append(offer_attached(number, offer.file, offer.source, offer.fingerprint))
    return files


def offer_attached(number: int, file: str, text: str, fingerprint: str) -> Attached:
    """An offer file as the PDF carries it, with its mark. `number` counts the offers of the PDF from 1."""
    about = f"An offer as it was read; what it says has the fingerprint {short_fingerprint(fingerprint)}"
    data = text.encode("utf-8", "replace")
    return Attached(f"offer-{number}-{file_name_of(own_name(file))}", about, data, fingerprint)


def _markup(view: object, style: str, design: Design, own: Path | None = None) -> str:
    """The document as HTML. A mistake in a template of the user's own is a `TemplateProblem`, one in ours a bug."""
    try:
        words = _templates(own).get_template(design.template).render(view=view, style=_safe(style))
    except Exception as error:
        place = None if own is None else _place_in(own, error)
        if place is None:
            raise
        raise TemplateProblem(f"{place}: {str(error) or type(error).__name__}") from error
    return _SIGN_OF_MONEY.sub(r"\1&#8288;$", words)


def _place_in(own: Path, error: Exception) -> str | None:
    """`folder/answer.html.jinja:12`: where in the user's folder an error comes from; none if from elsewhere."""
    places = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    if (line := getattr(error, "lineno", None)) and (filename := getattr(error, "filename", None)):
        places.append((filename, line))
    inside = [place for place in places if Path(place[0]).is_relative_to(own)]
    return f"{inside[-1][0]}:{inside[-1][1]}" if inside else None


@cache
def _templates(own: Path | None = None) -> "Environment":
    """Every template, those of the user's own folder first. A template can show what it is given, and no more."""
    from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class _Inside(FileSystemLoader):
        """Files of the folders themselves; a link that leads out of them is not there."""

        def get_source(self, environment: "Environment", template: str) -> Source:
            found = super().get_source(environment, template)
            if not any(Path(found[1]).resolve().is_relative_to(Path(one).resolve()) for one in self.searchpath):
                raise TemplateNotFound(template)
            return found

    return ImmutableSandboxedEnvironment(
        loader=_Inside([*([own] if own else []), *_folders()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _safe(style: str) -> str:
    """Our own CSS, marked as needing no escape."""
    from markupsafe import Markup

    return Markup(style)


def _folders() -> tuple[Path, Path]:
    """Where templates and styles are looked for: the report's own first, then those of other kinds of document."""
    templates = resource_folder("templates")
    return templates / "report", templates


def _read(name: str, own: Path | None = None) -> str:
    """A style sheet by its name: the user's own if there is one, else the report's, else another document's."""
    folders = (*([own] if own else []), *_folders())
    inside = (folder / name for folder in folders if (folder / name).resolve().is_relative_to(folder.resolve()))
    return next(path for path in inside if path.is_file()).read_text("utf-8")


def _paper(layout: Layout) -> str:
    return "@page{size:A4}@page sideways{size:A4 landscape}" if layout.paper == "a4" else ""


@cache
def _font_faces(kind: str) -> str:
    """The fonts as CSS with the files inside: plain `ttf` embeds fastest in PDF, `woff2` is smallest in HTML."""
    faces = []
    for name, weight in WEIGHTS:
        data = b64encode((_folders()[0] / "fonts" / f"Inter-{name}.{kind}").read_bytes()).decode()
        faces.append(f"@font-face{{font-family:Inter;font-weight:{weight};src:url(data:font/{kind};base64,{data})}}")
    return "\n".join(faces)


def _import_weasyprint() -> ModuleType:
    """The WeasyPrint module. Its own banner about missing libraries is replaced by one line."""
    try:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            return import_module("weasyprint")
    except (ImportError, OSError) as error:
        raise PdfUnavailable(
            "PDF needs the Pango libraries (libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0): "
            "install them, or write .html instead"
        ) from error


@cache
def _print_style(
    names: tuple[str, ...], paper: Paper = "letter", own: Path | None = None
) -> "tuple[URLFetcher, FontConfiguration, CSS]":
    """What all PDFs of one run share. The fetcher opens only what stands in the document itself."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    # Let go before the interpreter takes WeasyPrint apart, or its clean-up complains on standard error.
    atexit.register(_print_style.cache_clear)
    fetcher, fonts = URLFetcher(allowed_protocols={"data"}), FontConfiguration()
    text = "\n".join((_font_faces("ttf"), *(_read(name, own) for name in names), _paper(Layout(paper))))
    return fetcher, fonts, CSS(string=text, font_config=fonts, url_fetcher=fetcher)


def _record_offers(pdf: "PDF", attached: Sequence[Attached]) -> None:
    """Note in the information of the document which offers its pages were made from."""
    from pydyf import String

    offers = [(one.name, one.data, one.fingerprint) for one in attached if one.fingerprint is not None]
    if offers:
        pdf.info[RECORD] = String(record(offers))


def _attachments(attached: Sequence[Attached], as_of: date) -> "list[Attachment]":
    from weasyprint import Attachment

    made = _attached_on(as_of)
    return [
        Attachment(
            string=one.data,
            name=one.name,
            description=one.about,
            created=made,
            modified=made,
            relationship="Source",
        )
        for one in attached
    ]


def _attached_on(as_of: date) -> datetime:
    """The date on attachments: SOURCE_DATE_EPOCH if set, else the day of the report. Never the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 12:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)


def file_name_of(path: str) -> str:
    """The last part of a path, in letters that every file system takes, ending in `.yaml`."""
    stem = PurePath(path).name.removesuffix(".yml").removesuffix(".yaml")
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_") else "-" for sign in stem)
    return f"{plain.strip('-')[:60] or 'offer'}.yaml"
