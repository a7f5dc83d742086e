"""What the pages say of themselves: to a screen reader, in the outline, to whoever opens what is attached."""

import json
import re

import pytest

from tests.pages import tagged
from tests.pages.building import Made
from tests.pages.planting import planted
from tests.pages.reading import headings_of, read_html

HEADINGS = re.compile(r"H[1-6]")


def test_a_validator_of_pdf_ua_finds_nothing(made: Made) -> None:
    assert tagged.ua_failures(made.pdf) == []


def test_language_title_and_tags_are_there(made: Made) -> None:
    with tagged.opened(made.pdf) as pdf:
        assert str(pdf.Root.Lang) == "en-US"
        assert str(pdf.docinfo["/Title"]).strip()
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_every_font_is_the_projects_own_and_holds_only_what_is_used(made: Made) -> None:
    with tagged.opened(made.pdf) as pdf:
        found = tagged.fonts(pdf)
    assert found
    assert [font for font in found if not (font.embedded and font.subset and font.name.startswith("Inter"))] == []


@pytest.fixture(scope="module")
def structure(made: Made) -> list[tagged.Tag]:
    """The tags of the set, read once."""
    with tagged.opened(made.pdf) as pdf:
        return tagged.tags(pdf)


def test_headings_come_in_order(structure: list[tagged.Tag]) -> None:
    kinds = [tag.kind for tag in structure if HEADINGS.fullmatch(tag.kind)]
    assert kinds.count("H1") == 1
    assert skipped(kinds) == []


def skipped(kinds: list[str]) -> list[tuple[str, str]]:
    """Pairs in which a heading is more than one level below the one before; the first must be the title."""
    return [pair for pair in zip(["H0", *kinds], kinds, strict=False) if int(pair[1][1]) > int(pair[0][1]) + 1]


def test_the_outline_is_the_headings(made: Made) -> None:
    """Every section is in it, in order; deeper ones may be left out, but nothing stands there that is no heading."""
    with tagged.opened(made.pdf) as pdf:
        marks = tagged.outline(pdf)
    headings = headings_of(made.html)
    assert [words for depth, words, _ in marks if depth == 1] == [words for level, words in headings if level == 2]
    assert [words for _, words, _ in marks if words not in {words for _, words in headings}] == []
    assert [words for _, words, leads in marks if not leads] == []


def test_table_heads_are_tagged(structure: list[tagged.Tag]) -> None:
    """Every table has a row of heads, or a head in each of its rows; rows and cells stand where they belong."""
    rows = [tag for tag in structure if tag.kind == "TR"]
    assert [tag for tag in rows if tag.inside[-1] not in ("THead", "TBody", "TFoot", "Table")] == []
    assert [tag for tag in rows if tag.inside[-1] == "THead" and "TH" not in tag.parts] == []
    assert [tag for tag in structure if tag.kind in ("TH", "TD") and tag.inside[-1] != "TR"] == []
    if [tag for tag in structure if tag.kind == "Table" and "THead" not in tag.parts]:
        assert [tag for tag in rows if "TH" not in tag.parts] == []


def test_every_figure_says_what_it_shows(structure: list[tagged.Tag]) -> None:
    assert [tag for tag in structure if tag.kind == "Figure" and not (tag.alt or "").strip()] == []


def test_every_link_leads_somewhere_and_is_tagged(made: Made) -> None:
    with tagged.opened(made.pdf) as pdf:
        found = tagged.links(pdf)
        assert tagged.acting(pdf) == []
    assert [link for link in found if not (link.kind == "Link" and link.leads and link.tagged)] == []


def test_what_is_attached_can_be_read(made: Made) -> None:
    with tagged.opened(made.pdf) as pdf:
        files = tagged.attached(pdf)
    assert bool(files) is (made.name != "sheet-anonymous")  # it carries the offer alone, and without names none
    for name, data in files.items():
        assert data.decode()
        if name.endswith(".json"):
            assert json.loads(data)


def test_the_html_is_whole_without_anything_from_outside(made: Made) -> None:
    page = read_html(made.html)
    assert {"script", "img", "iframe", "object", "embed", "form", "base", "link"} & set(page.tags) == set()
    assert [name for name, _ in page.attributes if name.startswith("on")] == []
    assert [value for name, value in page.attributes if name in ("src", "action", "srcset", "poster")] == []
    assert [value for name, value in page.attributes if name == "href" and not (value or "").startswith("#")] == []


def test_every_place_that_the_html_refers_to_is_there_once(made: Made) -> None:
    page = read_html(made.html)
    places = [value for name, value in page.attributes if name == "id"]
    assert len(places) == len(set(places))
    wanted = {(value or "").removeprefix("#") for name, value in page.attributes if name == "href"}
    for name in ("aria-labelledby", "aria-describedby", "headers", "for"):
        wanted |= {part for key, value in page.attributes if key == name for part in (value or "").split()}
    assert wanted <= set(places)


def test_a_hostile_text_stays_a_text(made: Made) -> None:
    text = made.html.decode()
    assert "<script" not in text.lower()
    assert "onerror=y>" not in text
    assert "{% raw" not in text or "{% raw %}" in text  # printed as it was written, not run


# --- each rule is shown to see what it is for ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("<h1>One</h1><h3>Three</h3>", [("H1", "H3")]),
        ("<h2>Two</h2>", [("H0", "H2")]),
        ("<h1>One</h1><h2>Two</h2><h3>Three</h3><h2>Two</h2>", []),
    ],
)
def test_a_skipped_heading_is_seen(body: str, wrong: list[tuple[str, str]]) -> None:
    with tagged.opened(planted(body).pdf) as pdf:
        assert skipped([tag.kind for tag in tagged.tags(pdf) if HEADINGS.fullmatch(tag.kind)]) == wrong


def test_planted_faults_of_structure_are_seen() -> None:
    body = """<h1 id="top">One</h1><table><tr><td>No head</td></tr></table><p><a href="#top">There</a></p>
      <svg width="9" height="9"><rect width="9" height="9"/></svg><p><a href="https://example.org">Out</a></p>"""
    with tagged.opened(planted(body).pdf) as pdf:
        found = tagged.tags(pdf)
        assert [tag.kind for tag in found if tag.kind == "Table" and "THead" not in tag.parts]
        assert [tag.kind for tag in found if tag.kind == "Figure" and not tag.alt]
        assert sorted(link.leads for link in tagged.links(pdf)) == [False, True]
        assert "/URI" in tagged.acting(pdf)
        assert not all(font.name.startswith("Inter") for font in tagged.fonts(pdf))
