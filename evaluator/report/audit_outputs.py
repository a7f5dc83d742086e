"""The formats in which an Audit can be written: one registered function each.

In: an Audit. Out: the bytes of a file, the same for the same input. Must not print or judge.
"""

from collections.abc import Callable

from evaluator.comparison.audit_model import Audit
from evaluator.report.anonymous import audit_without_names
from evaluator.report.audit_view import build_audit_view
from evaluator.report.layout import PLAIN, Layout
from evaluator.report.outputs import comparison_attached, view_as_html, view_as_pdf

AuditRenderer = Callable[[Audit, Layout], bytes]


def render_audit(audit: Audit, format: str, layout: Layout = PLAIN) -> bytes:
    """An Audit as a file of this format (`pdf`, `html`, `json`, `sarif`, `xml` for JUnit); `KeyError` for any other."""
    return AUDIT_FORMATS[format](audit_without_names(audit) if layout.anonymous else audit, layout)


def _pdf(audit: Audit, layout: Layout) -> bytes:
    attached = comparison_attached(audit.owner, _json(audit, layout), "audit.json")
    return view_as_pdf(build_audit_view(audit, layout), attached, audit.owner.as_of, layout=layout)


def _html(audit: Audit, layout: Layout) -> bytes:
    return view_as_html(build_audit_view(audit, layout), layout=layout)


def _json(audit: Audit, _layout: Layout) -> bytes:
    from evaluator.report.interchange import dump_record

    return dump_record(audit)


def _sarif(audit: Audit, _layout: Layout) -> bytes:
    from evaluator.report.sarif import dump_sarif

    return dump_sarif(audit)


def _junit(audit: Audit, _layout: Layout) -> bytes:
    from evaluator.report.junit import dump_junit

    return dump_junit(audit)


AUDIT_FORMATS: dict[str, AuditRenderer] = {"pdf": _pdf, "html": _html, "json": _json, "sarif": _sarif, "xml": _junit}
