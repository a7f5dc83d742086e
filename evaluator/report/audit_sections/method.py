"""Section "Method" of an audit: that of a comparison, and the files that only an owner brings.

In: a cleaned Audit and the labels of its offers. Out: `MethodView`. Must not read files: the Audit carries what they
are called and their fingerprints.
"""

from dataclasses import replace
from pathlib import PurePath

from evaluator.comparison.audit_model import Audit
from evaluator.report.naming import Label
from evaluator.report.sections.method import FileRow, MethodView, build_method

_WHAT = {"practice": "Practice file", "waivers": "Waivers"}


def build_audit_method(audit: Audit, labels: dict[str, Label]) -> MethodView:
    """The method of the owner's Comparison, with the fingerprints of books and waivers."""
    rows = tuple(FileRow(_WHAT[one.kind], PurePath(one.file).name, one.sha256) for one in audit.inputs)
    return replace(build_method(audit.owner, labels), files=rows)
