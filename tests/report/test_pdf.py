"""The PDF of comparisons made by hand: what it is called, what it carries, what it must never open.

How pages look and what they say of themselves is asked of real offers, in `tests/pages`. Here is what needs a
Comparison that no offer file gives, or one whose every word is known.
"""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from evaluator.report import outputs
from evaluator.report.interchange import read_comparison
from evaluator.report.layout import Layout
from tests.pages import tagged
from tests.pages.drawn import drawn
from tests.report import fabricated


@cache
def _pdf(name: str) -> bytes:
    return outputs.render(fabricated.EVERY[name], "pdf")


@pytest.fixture
def three() -> Iterator[pikepdf.Pdf]:
    with tagged.opened(_pdf("three")) as pdf:
        yield pdf


@pytest.mark.parametrize("name", ["three", "hostile"])
def test_it_is_accessible_and_nothing_in_it_acts_or_leads_outside(name: str) -> None:
    """Hostile here holds signs that the reader of offers refuses, in places that no offer's text reaches."""
    assert tagged.ua_failures(_pdf(name)) == []
    with tagged.opened(_pdf(name)) as pdf:
        assert tagged.acting(pdf) == []


def test_title_and_page_size(three: pikepdf.Pdf) -> None:
    assert str(three.docinfo["/Title"]) == "Three job offers compared"
    for sheet in three.pages:
        assert [float(edge) for edge in sheet.mediabox] == [0, 0, 612, 792]  # US Letter


def test_offers_and_comparison_travel_along(three: pikepdf.Pdf) -> None:
    held = tagged.attached(three)
    assert sorted(held) == [
        "comparison.json",
        "offer-1-lakeside-group.yaml",
        "offer-2-brightpath-platform.yaml",
        "offer-3-harbor-employee.yaml",
        "questions.md",
    ]
    assert read_comparison(held["comparison.json"]) == fabricated.THREE
    assert held["offer-1-lakeside-group.yaml"].decode() == fabricated.GROUP.source


def test_every_link_leads_to_a_place_in_the_report(three: pikepdf.Pdf) -> None:
    places = {str(name) for name in pikepdf.NameTree(three.Root.Names.Dests)}
    wanted = {str(note.Dest) for sheet in three.pages for note in sheet.get("/Annots", [])}
    assert wanted
    assert wanted <= places


def test_the_first_page_holds_the_answer() -> None:
    (first, *_) = drawn(_pdf("three"))
    said = " ".join(run.words for run in first.runs)
    for words in ("Likely ahead", "60.0%", "29.5%", "$44.03", "Ask these first"):
        assert words in said


def test_the_renderer_opens_nothing_even_if_markup_got_through(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("nobody should read this")
    lure = f'<html lang="en"><title>x</title><link rel="attachment" href="{secret.as_uri()}"><p>x</p></html>'
    monkeypatch.setattr(outputs, "_markup", lambda *_: lure)
    with pikepdf.open(io.BytesIO(outputs.render(fabricated.ONE, "pdf"))) as pdf:
        assert sorted(pdf.attachments) == ["comparison.json", "offer-1-lakeside-group.yaml", "questions.md"]


def test_the_same_comparison_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = outputs.render(fabricated.ONE, "pdf")
    assert outputs.render(fabricated.ONE, "pdf") == first
    assert b"D:20231114" in pikepdf_plain(first)  # 1,700,000,000 s after the epoch


def test_a_line_is_not_broken_after_its_first_word(monkeypatch: pytest.MonkeyPatch) -> None:
    # Somewhere among widths a quarter of a point apart, the words fit and the space behind them doesn't.
    words = "Weeks a year without sessions, where pay does not depend on leave: <strong>4 weeks</strong>"
    lines = "".join(f'<p style="width:{240 + step / 4}pt">{words}</p>' for step in range(320))
    monkeypatch.setattr(outputs, "_markup", lambda *_: f'<html lang="en"><title>x</title>{lines}')
    runs = [run.words.strip() for page in drawn(outputs.render(fabricated.ONE, "pdf")) for run in page.runs]
    assert sum(words.startswith("Weeks a year without") for words in runs) == 320
    assert "Weeks" not in runs


def test_six_offers_side_by_side_turn_their_pages_and_only_those() -> None:
    layout = Layout(paper="a4", sections=("checklists", "questions"))
    with tagged.opened(outputs.render(fabricated.SIX, "pdf", layout)) as pdf:
        sizes = [tuple(round(float(edge)) for edge in sheet.mediabox[2:]) for sheet in pdf.pages]
    lying, upright = (842, 595), (595, 842)  # points of A4
    assert set(sizes) == {lying, upright}
    first_lying = sizes.index(lying)
    turned = sizes.count(lying)
    assert sizes[first_lying : first_lying + turned] == [lying] * turned  # one section, in one piece
    assert sizes[-1] == upright


def test_a_loss_keeps_its_sign_at_the_end_of_a_line() -> None:
    words = outputs.render(replace(fabricated.ONE, notices=("It comes to −$0.12 or to +$4 an hour. " * 60,)), "pdf")
    runs = [run.words.strip() for page in drawn(words) for run in page.runs]
    assert sum(words.count("−$0.12") + words.count("+$4") for words in runs) == 120
    assert not any(words.endswith(("−", "+")) for words in runs)


@pytest.mark.parametrize("kind", ["checks", "changes"])
def test_rows_that_belong_together_never_part(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Each table starts a little lower on its page than the one before, so that some end it after their first row.
    rows = "".join(f"<tbody><tr><th>asked{n}</th></tr><tr><td>answered{n}</td></tr></tbody>" for n in (1, 2))
    table = f'<table class="{kind}"><thead><tr><th>Offer</th></tr></thead>{rows}</table>'
    parts = "".join(
        f'<div style="break-before:page"><p style="height:{590 + 4 * n}pt">x</p>{table}</div>' for n in range(30)
    )
    monkeypatch.setattr(outputs, "_markup", lambda *_: f'<html lang="en"><title>x</title>{parts}')
    pages = [" ".join(run.words for run in page.runs) for page in drawn(outputs.render(fabricated.ONE, "pdf"))]
    for n in (1, 2):
        assert sum(f"asked{n}" in words for words in pages) == 30
        assert all((f"asked{n}" in words) == (f"answered{n}" in words) for words in pages)
    assert any("asked1" in words and "asked2" not in words for words in pages)  # some do end their page


def pikepdf_plain(data: bytes) -> bytes:
    """The same PDF without compression."""
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(held, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return held.getvalue()
