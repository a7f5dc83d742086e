"""The sheet as people see it: words, order, pages, tags; one page for a usual offer, two for the fullest."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache

import page as page_validation
import pikepdf
import pytest
from syrupy.assertion import SnapshotAssertion

from evaluator.checklists import load_catalogue
from evaluator.comparison.disclosure_model import Disclosure
from evaluator.offer import parse_offer
from evaluator.report.disclosure_outputs import SHEET_FORMATS, render_sheet
from evaluator.report.disclosure_view import CUT, PAPERS, SheetView, build_sheet, lines_of
from evaluator.report.layout import Layout
from tests.comparison.disclosed import sheet, sheet_of
from tests.comparison.fullest import fullest_offers
from tests.comparison.samples import SAMPLES, having, read, tree_of

NAMES = [path.stem for path in SAMPLES]
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler's pdftotext")
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')


@cache
def pdf_of(name: str) -> bytes:
    return render_sheet(sheet_of(name), "pdf")


@cache
def a4_of(name: str) -> bytes:
    return render_sheet(sheet_of(name), "pdf", Layout("a4"))


@cache
def fullest() -> dict[str, Disclosure]:
    return {name: sheet(offer) for name, offer in fullest_offers()}


@cache
def fullest_pdf() -> bytes:
    """The one of them that takes the most lines."""
    longest = max(fullest().values(), key=lambda one: lines_of(build_sheet(one, fitted_to="letter").parts))
    return render_sheet(longest, "pdf")


def pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def dictionaries(opened: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    return (one for one in opened.objects if isinstance(one, pikepdf.Dictionary))


def text_of(pdf: bytes, *options: str) -> str:
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def words(view: SheetView) -> list[str]:
    return [view.name, *(word for part in view.parts for word in (part.title, *(row.label for row in part.rows)))]


def test_the_sheet_in_words(snapshot: SnapshotAssertion) -> None:
    assert render_sheet(sheet_of("lakeside-group"), "md").decode() == snapshot


@pytest.mark.parametrize("name", NAMES)
def test_a_usual_offer_takes_one_page(name: str) -> None:
    assert pages(pdf_of(name)) == 1
    assert CUT not in repr(build_sheet(sheet_of(name), fitted_to="letter").parts)


def densest() -> list[str]:
    """The three samples whose sheets take the most lines."""
    return sorted(NAMES, key=lambda name: lines_of(build_sheet(sheet_of(name)).parts))[-3:]


@pytest.mark.parametrize("place", range(3))
def test_it_takes_one_page_of_a4_too_where_lines_break_as_on_letter(place: int) -> None:
    name = densest()[place]
    with pikepdf.open(io.BytesIO(a4_of(name))) as opened:
        assert [round(float(edge)) for edge in opened.pages[0].mediabox] == [0, 0, 595, 842]
        assert len(opened.pages) == 1
    if shutil.which("pdftotext") is not None:
        assert text_of(a4_of(name), "-raw") == text_of(pdf_of(name), "-raw")


def test_a4_holds_more_lines_for_it_is_as_wide_and_taller() -> None:
    height = {"letter": 279.4 - 18.5, "a4": 297 - 18.5}  # mm between the margins
    assert PAPERS["a4"].most <= PAPERS["letter"].most * height["a4"] / height["letter"]  # 130 × 278.5 / 260.9 = 138.8
    assert PAPERS["a4"].roomy <= PAPERS["letter"].roomy * height["a4"] / height["letter"]  # 58 × 1.067 = 61.9
    for name, one in fullest().items():
        assert lines_of(build_sheet(one, fitted_to="a4").parts) <= PAPERS["a4"].most, name


def test_the_fullest_offer_takes_two_pages() -> None:
    assert pages(fullest_pdf()) == 2
    for name, one in fullest().items():
        view = build_sheet(one, fitted_to="letter")
        assert lines_of(view.parts) <= PAPERS["letter"].most, name
        assert CUT in repr(view.parts), name  # what is left out is said to be


def test_an_offer_that_answers_everything_with_long_vague_words_fits_too() -> None:
    vague = f'{{value: vague, quote: "{" ".join(["mmmmmmmm"] * 30)}"}}'
    sections = "pay caseload hours costs travel attendance benefits autonomy transparency support contract".split()
    head = f"format: 1\noffer: {{name: {'W' * 300}, organization: {'M' * 300}, evidence: verbal}}\n"
    text = head + "".join(f"{section}: {vague}\n" for section in sections)
    offer = parse_offer(text.encode(), file="vague.yaml", questions=load_catalogue().questions())
    assert pages(render_sheet(sheet(offer), "pdf")) <= 2


@needs_poppler
@pytest.mark.parametrize("name", [*NAMES[:3], "fullest"])
def test_no_word_lies_outside_its_page(name: str) -> None:
    pdf = fullest_pdf() if name == "fullest" else pdf_of(name)
    found = [tuple(map(float, word)) for word in WORD.findall(text_of(pdf, "-bbox"))]
    assert len(found) > 300
    margin = 25
    assert all(left >= margin and right <= 612 - margin for left, _, right, _ in found)
    assert all(top >= 20 and bottom <= 792 - 10 for _, top, _, bottom in found)


@needs_poppler
@pytest.mark.parametrize("name", ["lakeside-group", "quiet-practice", "tamarack-salary"])
def test_the_rows_stand_in_their_order(name: str) -> None:
    text = " ".join(text_of(pdf_of(name), "-raw").split())
    place = 0
    for word in words(build_sheet(sheet_of(name), fitted_to="letter")):
        place = text.index(word, place) + len(word)
    assert "Fingerprint" in text[place:]


@pytest.mark.parametrize("name", ["lakeside-group", "quiet-practice", "fullest"])
def test_it_is_an_accessible_pdf(name: str) -> None:
    pdf = fullest_pdf() if name == "fullest" else pdf_of(name)
    found = page_validation.validate_pdf_bytes(pdf, profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in found.failures] == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "en-US"
        assert str(opened.docinfo["/Title"]).startswith("Offer disclosure: ")
        assert [float(edge) for edge in opened.pages[0].mediabox] == [0, 0, 612, 792]


def test_its_table_has_tagged_heads() -> None:
    with pikepdf.open(io.BytesIO(pdf_of("lakeside-group"))) as opened:
        kinds = [
            str(one.S) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one
        ]
    assert {"/Table", "/TR", "/TH", "/TD", "/H1", "/H2"} <= set(kinds)
    rows = sum(len(part.rows) for part in sheet_of("lakeside-group").parts)
    assert kinds.count("/TH") >= rows + 4


def test_the_offer_travels_along() -> None:
    with pikepdf.open(io.BytesIO(pdf_of("lakeside-group"))) as opened:
        assert list(opened.attachments) == ["offer-1-lakeside-group.yaml"]
        held = opened.attachments["offer-1-lakeside-group.yaml"]
        assert held.get_file().read_bytes().decode() == sheet_of("lakeside-group").source


def test_the_same_offer_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for format in SHEET_FORMATS:
        assert render_sheet(sheet_of("harbor-employee"), format) == render_sheet(sheet_of("harbor-employee"), format)


def test_html_holds_everything_and_refers_to_nothing() -> None:
    html = render_sheet(sheet_of("lakeside-group"), "html").decode()
    for word in words(build_sheet(sheet_of("lakeside-group"))):
        assert word.replace("'", "&#39;") in html
    assert not re.search(r'(?:src|href)="(?!data:)', html)
    assert 'scope="col"' in html
    assert 'scope="row"' in html


def test_text_from_an_offer_is_text_in_every_format() -> None:
    lure = "<script>alert(1)</script>[x](http://x.example)|\x1b[31m"
    tree = having(tree_of(SAMPLES[0]), ("offer", "name"), "plain")
    tree = having(tree, ("offer", "organization"), lure.replace("\x1b", ""))
    found = sheet(read(tree))
    assert "<script>" not in render_sheet(found, "html").decode()
    assert not re.search(r"(?<!\\)\]\(http", render_sheet(found, "md").decode())


def test_what_is_blank_says_so() -> None:
    view = build_sheet(sheet_of("quiet-practice"))
    blank = [row for part in view.parts for row in part.rows if row.label != "Pay for the post" and row.open]
    assert len(blank) > 30
    assert {(row.says, row.change, row.rests) for row in blank} == {("not stated",) * 3}
    benefits = next(row for part in view.parts for row in part.rows if row.label == "Benefits a year")
    assert benefits.says == "said without a number or a rule (“competitive benefits”)"


def test_can_this_change_in_words() -> None:
    view = build_sheet(sheet_of("lakeside-group"))
    change = {row.label: row.change for part in view.parts for row in part.rows}
    assert change["Rate"] == "practice decides, 60 days' notice"
    assert change["Of what"] == "fixed"
    assert change["Off before share"] == "by formula; not stated (deduction a session)"
    assert change["When paid"] == "not stated"
    assert {row.label: row.change for part in build_sheet(sheet_of("maple-tiers")).parts for row in part.rows}[
        "Rate"
    ] == "see below"


def test_the_issuers_list_is_no_part_of_the_sheet() -> None:
    for format in ("md", "json", "html"):
        text = render_sheet(sheet_of("lakeside-group"), format).decode()
        assert "settle" not in text
        assert "Only spoken" not in text
