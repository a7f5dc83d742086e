"""The formats in which a disclosure sheet can be written: one registered function each.

In: a Disclosure. Out: the bytes of a file, the same for the same input. Must not print or judge.
"""

from collections.abc import Callable

from evaluator.comparison.disclosure_model import Disclosure
from evaluator.report.disclosure_view import SheetView, build_sheet
from evaluator.report.layout import PLAIN, Layout
from evaluator.report.outputs import Design, offer_attached, view_as_html, view_as_pdf
from evaluator.report.question_sheet import plain

SHEET = Design(
    "disclosure/sheet.html.jinja",
    ("disclosure/sheet.css", "disclosure/print.css"),
    ("disclosure/sheet.css", "disclosure/screen.css"),
)
SheetRenderer = Callable[[Disclosure, Layout], bytes]


def render_sheet(disclosure: Disclosure, format: str, layout: Layout = PLAIN) -> bytes:
    """A sheet as a file of this format (`pdf`, `html`, `md`, `json`); `KeyError` for any other.

    Raises `PdfUnavailable` and `TemplateProblem` as `render` does. Without names in every format where the layout asks
    for that, and then no PDF carries the offer.
    """
    if layout.anonymous:
        from evaluator.report.anonymous_documents import sheet_without_names

        disclosure = sheet_without_names(disclosure)
    return SHEET_FORMATS[format](disclosure, layout)


def _pdf(disclosure: Disclosure, layout: Layout) -> bytes:
    carried = (disclosure,) if disclosure.source else ()  # else withheld
    attached = [offer_attached(1, one.file, one.source, one.fingerprint) for one in carried]
    view = build_sheet(disclosure, fitted_to=layout.paper)
    return view_as_pdf(view, attached, disclosure.as_of, SHEET, layout)


def _html(disclosure: Disclosure, layout: Layout) -> bytes:
    return view_as_html(build_sheet(disclosure), SHEET, layout)


def _json(disclosure: Disclosure, _layout: Layout) -> bytes:
    from evaluator.report.interchange import dump_record

    return dump_record(disclosure)


def _markdown(disclosure: Disclosure, _layout: Layout) -> bytes:
    return _as_markdown(build_sheet(disclosure)).encode()


def _as_markdown(sheet: SheetView) -> str:
    lines = [
        f"# {plain(sheet.name)}",
        "",
        f"Offer disclosure: {plain(sheet.organization)}, {plain(sheet.engagement)}",
        "",
    ]
    lines += [f"- {pair.label}: {plain(pair.says)}" for line in sheet.about for pair in line]
    for part in sheet.parts:
        lines += ["", f"## {part.title}", "", "| term | what the offer says | can this change? | rests on |"]
        lines.append("|---|---|---|---|")
        lines += [
            f"| {row.label} | {plain(row.says)} | {plain(row.change)} | {plain(row.rests)} |" for row in part.rows
        ]
    lines += [
        "",
        *(f"- {pair.label}: {plain(pair.says)}" for pair in sheet.footer),
        "",
        sheet.key,
        "",
        sheet.withheld or sheet.verify,
    ]
    return "\n".join([*lines, "", *sheet.notices]) + "\n"


SHEET_FORMATS: dict[str, SheetRenderer] = {"pdf": _pdf, "html": _html, "md": _markdown, "json": _json}
