"""The formats in which a Difference can be written: one registered function each.

In: a Difference. Out: the bytes of a file, the same for the same input. Must not print or judge.
"""

from collections.abc import Callable

from evaluator.comparison.difference_model import Difference
from evaluator.report.difference_view import build_difference_view
from evaluator.report.layout import PLAIN, Layout
from evaluator.report.outputs import Attached, Design, offer_attached, view_as_html, view_as_pdf

DifferenceRenderer = Callable[[Difference, Layout], bytes]
DESIGN = Design(
    "difference/difference.html.jinja",
    ("report.css", "print.css", "difference/difference.css"),
    ("report.css", "screen.css", "difference/difference.css", "difference/screen.css"),
)


def render_difference(difference: Difference, format: str, layout: Layout = PLAIN) -> bytes:
    """A Difference as a file of this format (`pdf`, `html`, `md`, `json`); `KeyError` for any other.

    Raises `PdfUnavailable` and `TemplateProblem` as `render` does. Without names in every format where the layout asks
    for that, and then no PDF carries the offers.
    """
    if layout.anonymous:
        from evaluator.report.anonymous_documents import difference_without_names

        difference = difference_without_names(difference)
    return DIFFERENCE_FORMATS[format](difference, layout)


def _pdf(difference: Difference, layout: Layout) -> bytes:
    attached = [Attached("difference.json", "All figures and findings of this document", _json(difference, layout))]
    for number, one in enumerate((difference.old, difference.new), 1):
        if one.source:  # else withheld
            attached.append(offer_attached(number, one.file, one.source, one.fingerprint))
    return view_as_pdf(build_difference_view(difference), attached, difference.as_of, DESIGN, layout)


def _html(difference: Difference, layout: Layout) -> bytes:
    return view_as_html(build_difference_view(difference), DESIGN, layout)


def _markdown(difference: Difference, _layout: Layout) -> bytes:
    from evaluator.report.difference_markdown import render_difference_markdown

    return render_difference_markdown(difference).encode("utf-8", "replace")


def _json(difference: Difference, _layout: Layout) -> bytes:
    from evaluator.report.interchange import dump_record

    return dump_record(difference)


DIFFERENCE_FORMATS: dict[str, DifferenceRenderer] = {"pdf": _pdf, "html": _html, "md": _markdown, "json": _json}
