"""What a user may choose about a report: paper, sections, names left out, templates of their own."""

import dataclasses
from pathlib import Path

import pytest

from evaluator.comparison.audit_model import InputFile
from evaluator.comparison.model import Comparison
from evaluator.report import outputs
from evaluator.report.anonymous import anonymized, audit_without_names
from evaluator.report.layout import SECTION_NAMES, Layout
from evaluator.report.sections.method import LIMITS
from evaluator.report.terminal import render_terminal
from evaluator.report.view import build_view
from tests.report import fabricated, fabricated_audit


def test_the_names_of_sections_are_those_of_the_report() -> None:
    assert tuple(one.name.replace("_", "-") for one in build_view(fabricated.WITH_FLOW).sections) == tuple(
        name for name in SECTION_NAMES if name not in _absent(fabricated.WITH_FLOW)
    )
    every = {
        one.name.replace("_", "-") for name in fabricated.EVERY for one in build_view(fabricated.EVERY[name]).sections
    }
    assert every == set(SECTION_NAMES)


def _absent(comparison: Comparison) -> set[str]:
    return set(SECTION_NAMES) - {one.name.replace("_", "-") for one in build_view(comparison).sections}


def test_only_the_sections_asked_for_are_printed_with_their_numbers_and_the_limits() -> None:
    view = build_view(fabricated.THREE, Layout(sections=("answer", "red-flags")))
    whole = {one.name: one.number for one in build_view(fabricated.THREE).sections}
    assert [(one.name, one.number) for one in view.sections] == [
        ("answer", whole["answer"]),
        ("red_flags", whole["red_flags"]),
    ]
    words = outputs.render(fabricated.THREE, "html", Layout(sections=("answer",))).decode()
    assert "Where the money goes" not in words
    assert all(limit in words for limit in LIMITS)
    assert 'href="#red_flags"' not in words  # a link leads only to what is printed


@pytest.mark.parametrize("sections", [None, ("method",), ("answer", "method")])
def test_the_limits_stand_once(sections: tuple[str, ...] | None) -> None:
    words = outputs.render(fabricated.THREE, "html", Layout(sections=sections)).decode()
    assert words.count(LIMITS[0]) == 1


def test_the_paper_is_a4_where_asked() -> None:
    assert b"@page{size:A4}" in outputs.render(fabricated.ONE, "html", Layout(paper="a4"))
    assert b"size:A4" not in outputs.render(fabricated.ONE, "html")


def _named() -> Comparison:
    """An offer whose quotes name the employer in full and in short, beside one that shares a word with it."""
    finding = dataclasses.replace(
        fabricated.GROUP.findings[0], quote="Willowmere may end this; WILLOWMERE Wellness LLC decides, Willowmeres not"
    )
    offer = dataclasses.replace(
        fabricated.GROUP,
        name="Evening post",
        organization="Willowmere Wellness LLC",
        file="/files/ann/willowmere.yaml",
        source="offer: {organization: Willowmere Wellness LLC}",
        findings=(finding, *fabricated.GROUP.findings[1:]),
    )
    lead = dataclasses.replace(fabricated.THREE.lead, says="Evening post leads, said Ann Archer.")
    others = fabricated.THREE.offers[1:]
    return dataclasses.replace(fabricated.THREE, offers=(offer, *others), lead=lead, reader="Ann Archer")


@pytest.mark.parametrize("format", ["html", "json", "csv", "md"])
def test_without_names_no_format_tells_who_is_meant(format: str) -> None:
    words = outputs.render(_named(), format, Layout(anonymous=True)).decode().lower()
    for name in ("willowmere wellness", "willowmere ", "willowmere.", "evening post", "ann archer", "/files/ann"):
        assert name not in words
    assert "offer a" in words


def test_a_word_that_only_contains_a_name_stays_and_so_does_every_figure() -> None:
    bare = anonymized(_named())
    assert bare.offers[0].findings[0].quote == "employer A may end this; employer A decides, Willowmeres not"
    assert [offer.money for offer in bare.offers] == [
        dataclasses.replace(offer.money, unknowns=bare.offers[n].money.unknowns)
        for n, offer in enumerate(_named().offers)
    ]
    assert [offer.id for offer in bare.offers] == ["offer-a", "offer-b", "offer-c"]
    assert (bare.lead.leader, bare.lead.runner_up) == ("offer-c", "offer-a")
    assert set(bare.ranking) == {"offer-a", "offer-b", "offer-c"}
    assert anonymized(bare) == bare


def test_only_texts_change_their_kind_stays() -> None:
    before, after = fabricated.THREE.offers[0].findings[0], anonymized(_named()).offers[0].findings[0]
    assert type(after.evidence) is type(before.evidence)


def test_without_names_files_beside_the_offers_are_not_named_either() -> None:
    found = dataclasses.replace(
        fabricated_audit.summit(), inputs=(InputFile("practice", "willowmere-books.yaml", "0" * 64),)
    )
    assert audit_without_names(found).inputs == (InputFile("practice", "practice.yaml", "withheld"),)


def test_without_names_no_offer_is_attached_and_the_report_says_so() -> None:
    bare = anonymized(_named())
    assert [one.name for one in outputs.comparison_attached(bare, b"{}")] == ["comparison.json"]
    view = build_view(_named(), Layout(anonymous=True))
    assert view.withheld is not None
    assert "Ann" not in render_terminal(bare, width=80, color=False)


def test_a_template_of_ones_own_is_laid_over_ours(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "answer.html.jinja").write_text("<p>Mine: {{ body.standing }}</p>")
    (tmp_path / "screen.css").write_text("p { color: #123456 }")
    words = outputs.render(fabricated.THREE, "html", Layout(templates=tmp_path)).decode()
    assert "<p>Mine: Likely ahead</p>" in words
    assert "#123456" in words
    assert "Where the money goes" in words  # what is missing is ours


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{% if %}", ":1: Expected an expression"),
        ("\n\n{{ body.no_such_word }}", ":3: "),
        ("\n{{ ''.__class__.__mro__ }}", ":2: "),
        ("{{ body.verdicts.__init__.__globals__ }}", ":1: "),
        ('{% include "../../../etc/hostname" %}', ":1: "),
        ('{% include "out.jinja" %}', ":1: "),
    ],
)
def test_a_bad_template_is_told_in_one_line_with_its_place(tmp_path: Path, text: str, says: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("nobody should read this")
    folder = tmp_path / "own"
    (folder / "sections").mkdir(parents=True)
    (folder / "sections" / "answer.html.jinja").write_text(text)
    (folder / "out.jinja").symlink_to(secret)
    with pytest.raises(outputs.TemplateProblem) as caught:
        outputs.render(fabricated.THREE, "html", Layout(templates=folder))
    assert str(caught.value).startswith(f"{folder / 'sections' / 'answer.html.jinja'}{says}")
    assert "\n" not in str(caught.value)


def test_a_template_changes_nothing_that_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "report.html.jinja").write_text("{{ view.anchors.add('x') }}")
    with pytest.raises(outputs.TemplateProblem):
        outputs.render(fabricated.THREE, "html", Layout(templates=tmp_path))
