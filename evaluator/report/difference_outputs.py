"""The formats in which a Difference can be written: one registered function each.

In: a Difference. Out: the bytes of a file, the same for the same input. Must not print or judge.
"""

from collections.abc import Callable

from evaluator.comparison.difference_model import Difference
from evaluator.report.difference_view import build_difference_view
from evaluator.report.outputs import Attached, Design, offer_attached, view_as_html, view_as_pdf

DifferenceRenderer = Callable[[Difference], bytes]
DESIGN = Design(
    "difference/difference.html.jinja",
    ("report.css", "print.css", "difference/difference.css"),
    ("report.css", "screen.css", "difference/difference.css"),
)


def render_difference(difference: Difference, format: str) -> bytes:
    """A Difference as a file of this format (`pdf`, `html`, `md`, `json`); `KeyError` for any other."""
    return DIFFERENCE_FORMATS[format](difference)


def _pdf(difference: Difference) -> bytes:
    attached = [Attached("difference.json", "All figures and findings of this document", _json(difference))]
    for number, one in enumerate((difference.old, difference.new), 1):
        attached.append(offer_attached(number, one.file, one.source, one.fingerprint))
    return view_as_pdf(build_difference_view(difference), attached, difference.as_of, DESIGN)


def _html(difference: Difference) -> bytes:
    return view_as_html(build_difference_view(difference), DESIGN)


def _markdown(difference: Difference) -> bytes:
    from evaluator.report.difference_markdown import render_difference_markdown

    return render_difference_markdown(difference).encode("utf-8", "replace")


def _json(difference: Difference) -> bytes:
    from evaluator.report.interchange import dump_record

    return dump_record(difference)


DIFFERENCE_FORMATS: dict[str, DifferenceRenderer] = {"pdf": _pdf, "html": _html, "md": _markdown, "json": _json}
