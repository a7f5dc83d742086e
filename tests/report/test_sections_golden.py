"""The HTML of each section of one small document of each kind, one file for each, to be read in a diff."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from evaluator.comparison.model import Comparison
from evaluator.report import outputs
from evaluator.report.audit_outputs import render_audit
from evaluator.report.audit_view import AUDIT_SECTIONS
from evaluator.report.difference_outputs import render_difference
from evaluator.report.disclosure_outputs import render_sheet
from evaluator.report.layout import AUDIT_SECTION_NAMES, SECTION_NAMES, Layout
from evaluator.report.view import SECTIONS
from evaluator.resources import resource_folder
from tests.report import fabricated, fabricated_audit
from tests.report.fabricated_difference import DIFFERENCE
from tests.report.fabricated_flow import with_flow
from tests.report.fabricated_kinds import few_words
from tests.report.fabricated_sheet import SHEET

GOLDENS = Path(__file__).parent / "__snapshots__" / Path(__file__).stem
TEMPLATES = resource_folder("templates")


class _Page(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "html"


def _small() -> Comparison:
    """Two offers of a comparison with every section, with few checks, questions and values each."""
    whole = fabricated.with_terms(fabricated.SURE)
    offers = tuple(
        replace(offer, questions=offer.questions[:3], red_flags=offer.red_flags[:3]) for offer in whole.offers[:2]
    )
    sure = whole.how_sure
    ids = {offer.id for offer in offers}
    if sure is not None:
        sure = replace(
            sure,
            odds=tuple(pair for pair in sure.odds if {pair.first, pair.second} <= ids),
            break_evens=tuple(row for row in sure.break_evens if {row.offer, row.rival} <= ids),
            worth_asking=tuple(row for row in sure.worth_asking if row.offer in ids),
        )
    lead = replace(whole.lead, leader=offers[0].id, runner_up=offers[1].id)
    ranking = tuple(one for one in whole.ranking if one in ids)
    small = replace(
        whole,
        offers=offers,
        how_sure=sure,
        lead=lead,
        ranking=ranking,
        checks=whole.checks[:12],
        assumptions=whole.assumptions[:3],
    )
    return few_words(with_flow(small))


SMALL = _small()
DIFFERENCE_SECTIONS = re.findall(
    r'<section id="([a-z_]+)">', (TEMPLATES / "difference" / "difference.html.jinja").read_text("utf-8")
)


def section_in(html: bytes, name: str) -> str:
    """The section of this name, with drawings cut to their titles."""
    found = re.search(rf'<section id="{name}".*?</section>', html.decode(), re.DOTALL)
    assert found, name
    drawn = re.sub(r"(<svg[^>]*><title>[^<]*</title>).*?</svg>", r"\1</svg>", found.group(), flags=re.DOTALL)
    return f"{drawn}\n"


@pytest.mark.parametrize("name", SECTION_NAMES)
def test_the_html_of_a_section(name: str, snapshot: SnapshotAssertion) -> None:
    html = outputs.render(SMALL, "html", Layout(sections=(name,)))
    assert section_in(html, name.replace("-", "_")) == snapshot(extension_class=_Page)


@pytest.mark.parametrize("name", AUDIT_SECTION_NAMES)
def test_the_html_of_a_section_of_an_audit(name: str, snapshot: SnapshotAssertion) -> None:
    html = render_audit(fabricated_audit.small(), "html", Layout(sections=(name,)))
    anchor = "audit_result" if name == "result" else name.replace("-", "_")
    assert section_in(html, anchor) == snapshot(extension_class=_Page)


@pytest.mark.parametrize("name", DIFFERENCE_SECTIONS)
def test_the_html_of_a_section_of_a_difference(name: str, snapshot: SnapshotAssertion) -> None:
    assert section_in(render_difference(DIFFERENCE, "html"), name) == snapshot(extension_class=_Page)


def test_the_html_of_a_sheet(snapshot: SnapshotAssertion) -> None:
    found = re.search(r"<body.*</body>", render_sheet(SHEET, "html").decode(), re.DOTALL)
    assert found
    assert f"{found.group()}\n" == snapshot(extension_class=_Page)


def test_every_section_that_is_built_has_a_golden_and_no_golden_is_left_over() -> None:
    assert len(SECTION_NAMES) == len(SECTIONS)  # a section that is built and has no name would have none
    assert len(AUDIT_SECTION_NAMES) == len(AUDIT_SECTIONS)
    assert len(DIFFERENCE_SECTIONS) == 3
    wanted = {
        *(f"test_the_html_of_a_section[{name}]" for name in SECTION_NAMES),
        *(f"test_the_html_of_a_section_of_an_audit[{name}]" for name in AUDIT_SECTION_NAMES),
        *(f"test_the_html_of_a_section_of_a_difference[{name}]" for name in DIFFERENCE_SECTIONS),
        "test_the_html_of_a_sheet",
    }
    assert {path.stem for path in GOLDENS.iterdir()} == wanted
