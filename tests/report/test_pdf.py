"""The PDF, opened again: readable, tagged, bookmarked, self-contained, the same twice."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import page as page_validation
import pikepdf
import pytest

from evaluator.report import outputs
from evaluator.report.interchange import read_comparison
from evaluator.report.view import build_view
from tests.report import fabricated


@cache
def _pdf(name: str) -> bytes:
    return outputs.render(fabricated.EVERY[name], "pdf")


@pytest.fixture
def three() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(_pdf("three"))) as pdf:
        yield pdf


@pytest.mark.parametrize("name", fabricated.EVERY)
def test_every_comparison_becomes_an_accessible_pdf(name: str) -> None:
    found = page_validation.validate_pdf_bytes(_pdf(name), profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in found.failures] == []


def test_title_language_tags_and_page_size(three: pikepdf.Pdf) -> None:
    assert str(three.docinfo["/Title"]) == "Three job offers compared"
    assert str(three.Root.Lang) == "en-US"
    assert three.Root.MarkInfo.Marked
    for sheet in three.pages:
        assert [float(edge) for edge in sheet.mediabox] == [0, 0, 612, 792]  # US Letter


def test_the_outline_lists_the_sections(three: pikepdf.Pdf) -> None:
    with three.open_outline() as outline:
        titles = [" ".join(item.title.split()) for item in outline.root]
    assert titles == [f"{s.number} {s.heading}" for s in build_view(fabricated.THREE).sections]


def test_offers_and_comparison_travel_along(three: pikepdf.Pdf) -> None:
    held = {name: three.attachments[name].get_file().read_bytes() for name in three.attachments}
    assert sorted(held) == [
        "comparison.json",
        "offer-1-lakeside-group.yaml",
        "offer-2-brightpath-platform.yaml",
        "offer-3-harbor-employee.yaml",
    ]
    assert read_comparison(held["comparison.json"]) == fabricated.THREE
    assert held["offer-1-lakeside-group.yaml"].decode() == fabricated.GROUP.source


@pytest.mark.parametrize("name", ["three", "hostile"])
def test_nothing_in_it_leads_outside_or_acts(name: str) -> None:
    with pikepdf.open(io.BytesIO(_pdf(name))) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary):
                assert not {"/URI", "/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch"} & set(thing.keys())
        assert all("/Annots" not in sheet for sheet in pdf.pages)


def test_only_the_fonts_of_the_project_are_used(three: pikepdf.Pdf) -> None:
    names = {
        str(thing.FontName).split("+")[-1]
        for thing in three.objects
        if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing
    }
    assert names
    assert all(name.startswith("Inter") for name in names)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler's pdftotext")
def test_its_text_can_be_read_and_every_page_is_numbered() -> None:
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=_pdf("three"), capture_output=True, check=True)
    sheets = done.stdout.decode().split("\f")[:-1]
    assert all(f"Page {number} of {len(sheets)}" in text for number, text in enumerate(sheets, 1))
    for words in ("Likely ahead", "60.0%", "29.5%", "$44.03", "Ask these first"):
        assert words in sheets[0]


def test_the_renderer_opens_nothing_even_if_markup_got_through(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("nobody should read this")
    lure = f'<html lang="en"><title>x</title><link rel="attachment" href="{secret.as_uri()}"><p>x</p></html>'
    monkeypatch.setattr(outputs, "_markup", lambda *_: lure)
    with pikepdf.open(io.BytesIO(outputs.render(fabricated.ONE, "pdf"))) as pdf:
        assert sorted(pdf.attachments) == ["comparison.json", "offer-1-lakeside-group.yaml"]


def test_the_same_comparison_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = outputs.render(fabricated.ONE, "pdf")
    assert outputs.render(fabricated.ONE, "pdf") == first
    assert b"D:20231114" in pikepdf_plain(first)  # 1,700,000,000 s after the epoch


def pikepdf_plain(data: bytes) -> bytes:
    """The same PDF without compression."""
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(held, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return held.getvalue()
