"""Every format, from every comparison: complete, self-contained, harmless, the same twice."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

from evaluator.report import outputs
from evaluator.report.interchange import UnreadableComparison, comparison_schema, read_comparison
from evaluator.report.table import COLUMNS, guard_cell
from evaluator.report.view import SECTIONS, build_view
from evaluator.resources import resource_folder
from tests.report import fabricated

QUICK = [name for name in outputs.FORMATS if name != "pdf"]  # test_pdf sees to the slow one


@pytest.mark.parametrize("name", fabricated.EVERY)
@pytest.mark.parametrize("format", QUICK)
def test_every_format_renders_every_comparison_the_same_twice(format: str, name: str) -> None:
    first = outputs.render(fabricated.EVERY[name], format)
    assert first
    assert outputs.render(fabricated.EVERY[name], format) == first


def test_formats_are_known_by_their_suffix() -> None:
    assert set(outputs.FORMATS) == {"html", "pdf", "json", "csv", "md"}
    with pytest.raises(KeyError):
        outputs.render(fabricated.ONE, "docx")


def test_each_section_has_its_template_and_each_template_its_section() -> None:
    folder = resource_folder("templates") / "report" / "sections"
    held = {path.name.removesuffix(".html.jinja") for path in folder.iterdir()}
    assert held == {section.name for section in build_view(fabricated.WITH_FLOW).sections}
    assert len(held) == len(SECTIONS)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.headings: list[str] = []
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._in_heading = tag == "h2"

    def handle_data(self, data: str) -> None:
        if self._in_heading and data.strip():
            self.headings.append(" ".join(data.split()))

    def handle_endtag(self, tag: str) -> None:
        self._in_heading = False


def _page(name: str) -> _Page:
    page = _Page()
    page.feed(outputs.render(fabricated.EVERY[name], "html").decode())
    return page


def test_sections_of_the_html(snapshot: SnapshotAssertion) -> None:
    assert _page("three").headings == snapshot


@pytest.mark.parametrize("name", ["three", "hostile"])
def test_the_html_refers_to_nothing_outside(name: str) -> None:
    page = _page(name)
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(page.tags)
    assert not [
        value
        for key, value in page.attributes
        if (key == "href" and not (value or "").startswith("#"))
        or key in ("src", "action", "style")
        or key.startswith("on")
    ]
    style = outputs.render(fabricated.EVERY[name], "html").decode().split("</style>")[0]
    assert set(re.findall(r"url\((\w+):", style)) == {"data"}
    assert "@import" not in style


def test_hostile_text_has_the_same_markup_as_tame_text() -> None:
    tame = replace(fabricated.hostile(), reader="Sam")
    words = outputs.render(tame, "html").decode()
    assert "&lt;script&gt;" in words
    assert "{{ 7*7 }}" in words
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", words)


@pytest.mark.parametrize("name", [name for name in fabricated.EVERY if name != "hostile"])
def test_a_comparison_comes_back_from_json_as_it_was(name: str) -> None:
    assert read_comparison(outputs.render(fabricated.EVERY[name], "json")) == fabricated.EVERY[name]


def test_json_fits_its_published_schema() -> None:
    schema = json.loads(comparison_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    for comparison in (fabricated.SIX, fabricated.hostile()):
        jsonschema.validate(json.loads(outputs.render(comparison, "json")), schema)
    broken = json.loads(outputs.render(fabricated.ONE, "json"))
    del broken["lead"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_hostile_json_can_be_shown_in_a_terminal() -> None:
    text = outputs.render(fabricated.hostile(), "json").decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert read_comparison(text.encode()).reader == fabricated.HOSTILE.replace("\ud800", "\ufffd")


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"nonsense", b'{"schema_version": 2}', b"\xff"])
def test_what_is_no_comparison_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableComparison) as caught:
        read_comparison(data)
    assert "\n" not in str(caught.value)


def test_the_table_is_tidy_and_complete() -> None:
    rows = list(csv.DictReader(io.StringIO(outputs.render(fabricated.THREE, "csv").decode())))
    assert tuple(rows[0]) == COLUMNS
    assert len({(row["offer"], row["figure"]) for row in rows}) == len(rows)
    found = {(row["offer"], row["figure"]): row for row in rows}
    assert float(found["lakeside-group", "effective_split"]["likely"]) == 0.295449
    assert float(found["lakeside-group", "effective_hourly_usd"]["low"]) == 40.760635
    assert found["harbor-employee", "verdict"]["words"] == "Strong"


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1", "@sum", "\t=1", " =1", "'=1", "\uff1d1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert guard_cell(text).startswith("'")


def test_no_hostile_cell_is_a_formula() -> None:
    comparison = replace(
        fabricated.THREE,
        offers=tuple(replace(o, name="=cmd()", organization="\x1b@x") for o in fabricated.THREE.offers),
    )
    for row in csv.reader(io.StringIO(outputs.render(comparison, "csv").decode())):
        for cell in row:
            assert not cell.startswith(("=", "+", "@"))
            assert not (cell.startswith("-") and not _is_number(cell))


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_writing_replaces_a_file_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(b"old")
    outputs.write_output(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]
    with pytest.raises(FileNotFoundError):
        outputs.write_output(tmp_path / "missing" / "report.html", b"new")
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        outputs.write_output(tmp_path / "folder", b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "report.html"]


def test_html_needs_neither_weasyprint_nor_its_libraries(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("print('banner'); raise OSError('cannot load library pango')\n")
    code = (
        "from tests.report import fabricated as f\n"
        "from evaluator.report.outputs import PdfUnavailable, render\n"
        "assert render(f.ONE, 'html')\n"
        "try:\n    render(f.ONE, 'pdf')\n"
        "except PdfUnavailable as error:\n    print(error)\n"
    )
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(root)))}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.count("\n") == 1
    assert "Pango" in done.stdout
    assert done.stderr == ""
