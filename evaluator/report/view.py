"""The report as finished words and drawings, before any format is chosen.

In: a Comparison. Out: `ReportView`, the one source of HTML, PDF and the terminal summary. No arithmetic and no rounding
comes after it. Offer text is made harmless here, once, before any section sees it; markup is escaped by the templates.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from evaluator.comparison.model import Comparison
from evaluator.report.anonymous import SAYS, anonymized
from evaluator.report.layout import PLAIN, Layout
from evaluator.report.naming import Label, label_offers
from evaluator.report.sections.answer import build_answer
from evaluator.report.sections.checklists import ChecklistsView, build_checklists
from evaluator.report.sections.how_sure import build_how_sure
from evaluator.report.sections.kinds_of_post import build_kinds_of_post
from evaluator.report.sections.law import build_law
from evaluator.report.sections.method import LIMITS, build_method
from evaluator.report.sections.money import build_money
from evaluator.report.sections.patient_flow import build_patient_flow
from evaluator.report.sections.questions import build_questions
from evaluator.report.sections.red_flags import build_red_flags
from evaluator.report.sections.terms import build_terms
from evaluator.report.wording import cleaned, day, spelled


class SectionView(Protocol):
    """What every section has: the name of its template, which is also its anchor, and its heading."""

    name: ClassVar[str]
    heading: ClassVar[str]


# The sections in the order in which they are printed; their numbers follow from it. One that has nothing to say is left
# out.
SECTIONS: tuple[Callable[[Comparison, dict[str, Label]], SectionView | None], ...] = (
    build_answer,
    build_money,
    build_patient_flow,
    build_checklists,
    build_red_flags,
    build_kinds_of_post,
    build_law,
    build_questions,
    build_how_sure,
    build_terms,
    build_method,
)


MOST_WITHOUT_CONTENTS = 3  # sections that are found without a list of them


@dataclass(frozen=True, slots=True)
class Numbered:
    """A section with its number."""

    number: str
    name: str
    heading: str
    body: SectionView


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole report; `closing` holds the limits where the section that has them is left out.

    `anchors` are the places that a link may lead to, `contents` is true where a list of the sections is of use.
    """

    title: str
    reader: str | None
    date: str
    created: str
    labels: tuple[Label, ...]
    sections: tuple[Numbered, ...]
    withheld: str | None = None
    closing: tuple[str, ...] = ()
    anchors: frozenset[str] = frozenset()
    contents: bool = False


def build_view(comparison: Comparison, layout: Layout = PLAIN) -> ReportView:
    """All words and drawings of the report on a Comparison, in the sections that are asked for."""
    safe = cleaned(anonymized(comparison) if layout.anonymous else comparison)
    labels = label_offers(safe)
    bodies = [body for build in SECTIONS if (body := build(safe, labels)) is not None]
    sections = numbered(bodies, layout)
    return ReportView(
        title=report_title(len(safe.offers)),
        reader=safe.reader,
        date=day(safe.as_of),
        created=safe.as_of.isoformat(),
        labels=tuple(labels[offer.id] for offer in safe.offers),
        sections=sections,
        anchors=anchors_in(sections),
        contents=len(sections) > MOST_WITHOUT_CONTENTS,
        withheld=SAYS if layout.anonymous else None,
        closing=() if layout.holds("method") else (*LIMITS, *safe.notices),
    )


def numbered(bodies: Sequence[SectionView], layout: Layout) -> tuple[Numbered, ...]:
    """The sections that are asked for. Each keeps the number that it has in the whole report."""
    every = (Numbered(str(n), body.name, body.heading, body) for n, body in enumerate(bodies, 1))
    return tuple(one for one in every if layout.holds(one.name))


def anchors_in(sections: Sequence[Numbered]) -> frozenset[str]:
    """Every place in these sections that has a name of its own: the sections, and each check in the checklists."""
    names = {section.name for section in sections}
    for body in (section.body for section in sections):
        if isinstance(body, ChecklistsView):
            rows = (row for table in body.tables for row in (*table.rows, *table.unstated))
            names |= {row.anchor for row in rows if row.anchor}
    return frozenset(names)


def report_title(offers: int) -> str:
    """`Three job offers compared`; one offer is examined."""
    return "One job offer examined" if offers == 1 else f"{spelled(offers)} job offers compared"
