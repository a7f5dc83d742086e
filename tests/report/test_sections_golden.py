"""The HTML of each section of one small comparison, one file for each, to be read in a diff."""

import re
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from evaluator.comparison.model import Comparison
from evaluator.report import outputs
from evaluator.report.layout import Layout
from evaluator.report.view import build_view
from tests.report import fabricated


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
    return replace(
        whole,
        offers=offers,
        how_sure=sure,
        lead=lead,
        ranking=ranking,
        checks=whole.checks[:12],
        assumptions=whole.assumptions[:3],
        kinds=None,
    )


SMALL = _small()
SECTIONS = [section.name for section in build_view(SMALL).sections]


@pytest.mark.parametrize("name", SECTIONS)
def test_the_html_of_a_section(name: str, snapshot: SnapshotAssertion) -> None:
    words = outputs.render(SMALL, "html", Layout(sections=(name.replace("_", "-"),))).decode()
    found = re.search(rf'<section id="{name}".*?</section>', words, re.DOTALL)
    assert found
    drawn = re.sub(r"(<svg[^>]*><title>[^<]*</title>).*?</svg>", r"\1</svg>", found.group(), flags=re.DOTALL)
    assert f"{drawn}\n" == snapshot(extension_class=_Page)
