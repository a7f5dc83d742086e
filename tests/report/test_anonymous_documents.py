"""A sheet, its issuer's list and a difference without names: in no format, nor in what a PDF carries; no figure moves.

In: an offer that names its employer wherever a text may stand, and its second draft. Out: pass, two PDFs opened again.
"""

import dataclasses
import io
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from jsonschema import Draft202012Validator

from evaluator.cli.schema import schema_text
from evaluator.comparison.difference_model import Difference
from evaluator.comparison.disclosure_model import Disclosure, Issue, IssueKind, IssuerList
from evaluator.offer.clinician import AboutMe
from evaluator.report.anonymous import SAYS, WITHHELD
from evaluator.report.anonymous_documents import difference_without_names, issues_without_names, sheet_without_names
from evaluator.report.difference_outputs import render_difference
from evaluator.report.difference_view import OTHER_LAYOUT, SAME_LAYOUT, build_difference_view
from evaluator.report.disclosure_outputs import render_sheet
from evaluator.report.disclosure_view import VERIFY, build_sheet
from evaluator.report.layout import Layout
from evaluator.report.outputs import TemplateProblem
from evaluator.report.terminal_difference import render_difference_text
from evaluator.report.terminal_disclosure import render_issues_text, render_sheet_text
from tests.comparison.disclosed import sheet
from tests.comparison.drafts import differing, read_text, replaced

TELLING = """\
# from Ms. Harrowgate
format: 1
offer:
  name: Harrowgate evenings
  organization: Dr. Zwick & Harrowgate Wellness LLC
  kind: group
  discipline: psychotherapy
  engagement: contractor
  state: OH
  evidence: offer_letter
  revision: Zwick 2
  revised_because: Harrowgate moved
pay:
  structure: percentage
  share: {value: 60%, evidence: contract, where: "Zwick handbook, https://zwick.example/jobs",
    quote: "ZWICK pays 60%; harrowgate at jo@zwick.example or (614) 555-0100"}
  of: collected
  one_time: [{name: Zwick signing bonus, amount: $500}]
costs:
  yearly: {liability_cover: $480}
contract:
  notice: {answer: vague, quote: "as Zwick & Harrowgate see fit, @zwickharrowgate"}
"""
NAMES = re.compile(r"zwick|harrowgate|telling|555-0100|mia|zork", re.IGNORECASE)
ANONYMOUS = Layout(anonymous=True)


@cache
def told() -> Disclosure:
    return sheet(read_text(TELLING, "/files/mia/telling-zwick.yaml"))


@cache
def changed() -> Difference:
    later = replaced(TELLING, ("value: 60%", "value: 55%"), ("Harrowgate evenings", "Harrowgate nights"))
    found = differing(
        read_text(TELLING, "/files/mia/telling.yaml"), read_text(later, "telling-2.yaml"), AboutMe(name="Mia Zork")
    )
    assert NAMES.search(render_difference(found, "json").decode())
    return found


def listed() -> IssuerList:
    kind: IssueKind = "loose_words"
    issue = Issue(
        kind, "pay.share", "“ZWICK pays, harrowgate not”, at zwick.example, names no number; Harrowgate says so", line=7
    )
    return IssuerList(1, told().as_of, told().name, told().file, (issue,))


def carried(pdf: bytes) -> dict[str, str]:
    """All that a PDF carries beside its pages, and what it says of itself."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        held = {
            name: f"{one.description} {one.get_file().read_bytes().decode()}"
            for name, one in opened.attachments.items()
        }
        return {**held, **{str(key): str(value) for key, value in opened.docinfo.items()}}


@pytest.mark.parametrize("format", ["md", "json", "html"])
def test_no_format_of_the_sheet_names_anybody(format: str) -> None:
    assert NAMES.search(render_sheet(told(), format).decode())
    words = render_sheet(told(), format, ANONYMOUS).decode()
    words = re.sub(r"base64,[^)]*", "", words)
    assert NAMES.search(words) is None
    assert "Offer A" in words
    assert "Employer A" in words


def test_the_pdf_of_the_sheet_carries_no_offer_and_no_fingerprint() -> None:
    found = carried(render_sheet(told(), "pdf", ANONYMOUS))
    assert not [name for name in found if name.endswith((".yaml", ".json"))]
    assert NAMES.search(repr(found)) is None
    assert "/Offers" not in found
    assert told().fingerprint[:16] not in repr(found)


def test_the_pdf_of_the_difference_carries_the_figures_without_names() -> None:
    found = carried(render_difference(changed(), "pdf", ANONYMOUS))
    assert [name for name in found if "." in name] == ["difference.json"]
    assert NAMES.search(repr(found)) is None


@pytest.mark.parametrize("format", ["md", "json", "html"])
def test_no_format_of_the_difference_names_anybody(format: str) -> None:
    words = re.sub(r"base64,[^)]*", "", render_difference(changed(), format, ANONYMOUS).decode())
    assert NAMES.search(words) is None
    assert "Offer A" in words
    assert "Offer B" in words


def test_the_terminal_and_the_issuers_list_name_nobody_either() -> None:
    texts = (
        render_sheet_text(sheet_without_names(told()), 80, color=False),
        render_issues_text(issues_without_names(listed(), told()), 80, color=False),
        render_difference_text(difference_without_names(changed()), 80, color=False),
    )
    for words in texts:
        assert NAMES.search(words) is None, words
    for words in (texts[0], texts[2]):
        assert SAYS in " ".join(words.split())


def test_the_sheet_says_what_is_left_out_instead_of_how_to_verify() -> None:
    view = build_sheet(sheet_without_names(told()))
    assert (view.verify, view.withheld, view.fingerprint) == ("", SAYS, WITHHELD)
    assert build_sheet(told()).verify == VERIFY
    assert build_sheet(told()).withheld is None
    assert VERIFY not in render_sheet(told(), "md", ANONYMOUS).decode()


def test_an_employer_that_the_offer_does_not_name_stays_not_stated() -> None:
    unnamed = dataclasses.replace(told(), organization=None)
    assert build_sheet(sheet_without_names(unnamed)).organization == "organization not stated"


def test_no_figure_moves_and_once_is_enough() -> None:
    bare = sheet_without_names(told())
    assert bare.pay == told().pay
    assert [len(part.rows) for part in bare.parts] == [len(part.rows) for part in told().parts]
    assert sheet_without_names(bare) == bare
    found = difference_without_names(changed())
    assert (found.before, found.after, found.whole) == (changed().before, changed().after, changed().whole)
    assert difference_without_names(found) == found


def test_two_files_that_are_laid_out_otherwise_are_still_told_apart() -> None:
    old = read_text(TELLING, "old.yaml")
    for new, says in ((TELLING, SAME_LAYOUT), (f"{TELLING}\n# more", OTHER_LAYOUT)):
        found = difference_without_names(differing(old, read_text(new, "new.yaml")))
        assert build_difference_view(found).layout == says
        assert (found.old.name, found.new.name) == ("Offer A", "Offer A")


def test_the_json_is_still_as_its_schema_says() -> None:
    validator = Draft202012Validator(json.loads(schema_text("difference")))
    written = json.loads(render_difference(changed(), "json", ANONYMOUS))
    assert [error.message for error in validator.iter_errors(written)] == []


def sheet_in(layout: Layout) -> bytes:
    return render_sheet(told(), "html", layout)


def difference_in(layout: Layout) -> bytes:
    return render_difference(changed(), "html", layout)


@pytest.mark.parametrize(("name", "render"), [("disclosure/sheet", sheet_in), ("difference/difference", difference_in)])
def test_a_template_and_a_style_of_ones_own_are_laid_over_ours(
    name: str, render: Callable[[Layout], bytes], tmp_path: Path
) -> None:
    layout = Layout("a4", templates=tmp_path)
    (tmp_path / name).parent.mkdir()
    (tmp_path / f"{name}.css").write_text("p { color: #123456 }")
    assert b"#123456" in render(layout)
    assert b"@page{size:A4}" in render(layout)
    other = tmp_path / "other"
    (other / name).parent.mkdir(parents=True)
    (other / f"{name}.html.jinja").write_text("<p>Mine: {{ view.title }}</p>")
    assert render(Layout(templates=other)).startswith(b"<p>Mine: ")


@pytest.mark.parametrize("text", ["\n{{ view.nothing }}", "\n{{ ''.__class__.__mro__ }}", "\n{% include '../../x' %}"])
def test_a_bad_one_is_told_with_its_place(text: str, tmp_path: Path) -> None:
    for name in ("disclosure/sheet.html.jinja", "difference/difference.html.jinja"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    for render in (sheet_in, difference_in):
        with pytest.raises(TemplateProblem, match=r"\.html\.jinja:2: "):
            render(Layout(templates=tmp_path))
