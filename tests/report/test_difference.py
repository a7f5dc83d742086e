"""What a person reads of two versions: the same words in every format, and offer texts harmless in each.

In: two drafts of a sample, and two hostile ones. Out: pass, a stored text, one PDF opened again.
"""

import io
import json
from dataclasses import replace
from functools import cache

import page as page_validation
import pikepdf
import pytest
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from evaluator.cli.schema import schema_text
from evaluator.comparison.difference_figures import STATES
from evaluator.comparison.difference_model import Difference
from evaluator.report.difference_outputs import DIFFERENCE_FORMATS, render_difference
from evaluator.report.difference_view import build_difference_view
from evaluator.report.difference_wording import flag_words, summary_of
from evaluator.report.terminal_difference import render_difference_text
from tests.comparison.drafts import LAKESIDE, differing, drafts, read_text
from tests.report.fabricated import HOSTILE


@cache
def revised() -> Difference:
    return drafts()


@cache
def hostile() -> Difference:
    """The drafts, with every text that an offer can bring in replaced by one that would act."""
    found = revised()
    changes = tuple(
        replace(
            one,
            items=tuple(
                replace(
                    item,
                    label=f"Payers: {HOSTILE}",
                    old=replace(item.old, says=HOSTILE, quote=HOSTILE, where=HOSTILE),
                    new=replace(item.new, says=f"{HOSTILE} 2", quote=f"{HOSTILE} | 2\n# 3"),
                )
                for item in one.items
            ),
        )
        for one in found.changes
    )
    return replace(found, new=replace(found.new, name=HOSTILE, organization=HOSTILE, file=HOSTILE), changes=changes)


@cache
def same() -> Difference:
    return differing(read_text(LAKESIDE), read_text("# anew\n" + LAKESIDE))


@cache
def pdf() -> bytes:
    return render_difference(revised(), "pdf")


def test_the_text(snapshot: SnapshotAssertion) -> None:
    assert render_difference_text(revised(), 80, color=False) == snapshot


@pytest.mark.parametrize("found", [revised, hostile, same], ids=["revised", "hostile", "same"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_text_keeps_to_its_width_and_holds_no_escape(found, width: int) -> None:  # type: ignore[no-untyped-def]
    text = render_difference_text(found(), width, color=False)
    assert max(map(len, text.splitlines())) <= width
    assert all(line.isprintable() for line in text.splitlines())


def test_the_summary_tells_pay_silence_and_flags() -> None:
    assert summary_of(revised()) == (
        "The new version pays $2.94 less for an hour worked, says nothing any more about no-shows and records "
        "after you leave, and raises one red flag. The verdict goes from “Ask first” to “Stop: resolve first”."
    )
    assert summary_of(same()) == "Both versions say the same."
    assert build_difference_view(same()).layout is not None


def test_a_pay_that_is_not_stated_any_more_is_not_compared() -> None:
    found = replace(revised(), after=replace(revised().after, pay_is_stated=False))
    assert summary_of(found).startswith("The new version does not say what it pays any more, says nothing")


def test_every_move_of_a_red_flag_has_words() -> None:
    move = revised().flags[0]
    said = {
        flag_words(replace(move, before=before, after=after))
        for before in STATES
        for after in STATES
        if before != after
    }
    assert len(said) > 8


def test_every_change_is_in_every_format_and_numbers_agree() -> None:
    view = build_difference_view(revised())
    labels = {item.label for group in view.groups for one in group.changes for item in one.items}
    assert len(labels) == 14
    for format in ("md", "html"):
        text = render_difference(revised(), format).decode().replace("&#39;", "'").replace("&#8288;", "")
        assert all(label in text for label in labels), format
        assert "−$2.94" in text


def test_markdown_holds_no_markup_of_an_offer() -> None:
    text = render_difference(hostile(), "md").decode()
    assert "<script" not in text.replace(r"\<script", "")
    assert not any(line.startswith("# 3") for line in text.splitlines())
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert len({line.replace(r"\|", "").count("|") for line in tables}) == 2  # two tables, each with its columns


def test_html_holds_no_markup_of_an_offer_and_refers_to_nothing_outside() -> None:
    text = render_difference(hostile(), "html").decode()
    assert "<script" not in text
    assert "{{ 7*7 }}" in text
    assert "http://" not in text.replace("http://www.w3.org/", "")


def test_json_is_as_its_schema_says() -> None:
    schema = json.loads(schema_text("difference"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for found in (revised(), hostile(), same()):
        written = json.loads(render_difference(found, "json"))
        assert [error.message for error in validator.iter_errors(written)] == []
    assert list(validator.iter_errors({**written, "changes": [{"items": []}]}))


def test_the_pdf_is_accessible_titled_and_carries_both_versions() -> None:
    found = page_validation.validate_pdf_bytes(pdf(), profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in found.failures] == []
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        assert str(opened.docinfo["/Title"]) == "What changed: Lakeside 60/40"
        assert str(opened.Root.Lang) == "en-US"
        assert opened.Root.MarkInfo.Marked
        assert sorted(opened.attachments) == [
            "difference.json",
            "offer-1-first-draft.yaml",
            "offer-2-second-draft.yaml",
        ]
        assert opened.attachments["offer-1-first-draft.yaml"].get_file().read_bytes().decode() == LAKESIDE
        with opened.open_outline() as outline:
            titles = [" ".join(item.title.split()) for item in outline.root]
    assert titles == ["1 The answer", "2 What changed", "3 What each change does by itself"]


def test_every_format_is_the_same_twice() -> None:
    for format in DIFFERENCE_FORMATS:
        if format != "pdf":
            assert render_difference(revised(), format) == render_difference(drafts(), format)
