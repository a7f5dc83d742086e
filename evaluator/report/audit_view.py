"""The owner's audit report as finished words and drawings, before any format is chosen.

In: an Audit. Out: `ReportView`, as a comparison's, so that the same pages print it. What an owner shares with a
clinician (red flags, checklists, method) is built by the same sections from the owner's Comparison.
"""

from collections.abc import Callable

from evaluator.comparison.audit_model import Audit
from evaluator.comparison.model import Comparison
from evaluator.report.anonymous import SAYS, audit_without_names
from evaluator.report.audit_sections.books import build_books
from evaluator.report.audit_sections.both_sides import build_both_sides
from evaluator.report.audit_sections.candidate import build_candidate
from evaluator.report.audit_sections.fixes import build_fixes
from evaluator.report.audit_sections.method import build_audit_method
from evaluator.report.audit_sections.result import build_result
from evaluator.report.audit_sections.share import build_share
from evaluator.report.audit_sections.shared_years import build_shared_years
from evaluator.report.layout import PLAIN, Layout
from evaluator.report.naming import Label, label_offers
from evaluator.report.sections.checklists import build_checklists
from evaluator.report.sections.method import LIMITS
from evaluator.report.sections.red_flags import build_red_flags
from evaluator.report.view import MOST_WITHOUT_CONTENTS, ReportView, SectionView, anchors_in, numbered
from evaluator.report.wording import cleaned, day, spelled

AuditSection = Callable[[Audit, dict[str, Label]], SectionView | None]


def _of_owner(build: Callable[[Comparison, dict[str, Label]], SectionView | None]) -> AuditSection:
    """A section of the comparison's report, on the owner's Comparison."""
    return lambda audit, labels: build(audit.owner, labels)


# In the order in which they are printed; one that has nothing to say is left out.
AUDIT_SECTIONS: tuple[AuditSection, ...] = (
    build_result,
    build_both_sides,
    build_books,
    build_shared_years,
    build_share,
    build_fixes,
    _of_owner(build_red_flags),
    build_candidate,
    _of_owner(build_checklists),
    build_audit_method,
)


def build_audit_view(audit: Audit, layout: Layout = PLAIN) -> ReportView:
    """All words and drawings of the report on an Audit, in the sections that are asked for."""
    safe = cleaned(audit_without_names(audit) if layout.anonymous else audit)
    labels = label_offers(safe.owner)
    bodies = [body for build in AUDIT_SECTIONS if (body := build(safe, labels)) is not None]
    sections = numbered(bodies, layout)
    return ReportView(
        title=audit_title(len(safe.offers)),
        reader=None,
        date=day(safe.owner.as_of),
        created=safe.owner.as_of.isoformat(),
        labels=tuple(labels[offer.id] for offer in safe.owner.offers),
        sections=sections,
        anchors=anchors_in(sections),
        contents=len(sections) > MOST_WITHOUT_CONTENTS,
        withheld=SAYS if layout.anonymous else None,
        closing=() if layout.holds("method") else (*LIMITS, *safe.owner.notices),
    )


def audit_title(offers: int) -> str:
    """`Two offers audited`."""
    return "One offer audited" if offers == 1 else f"{spelled(offers)} offers audited"
