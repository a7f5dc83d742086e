"""The options on how a report is laid out, as a user gives them."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from evaluator.cli import group
from evaluator.resources import resource_folder

OFFER = str(resource_folder("offers") / "lakeside-group.yaml")


@pytest.mark.parametrize(
    ("verb", "asked", "says"),
    [
        ("compare", "anser", "did you mean 'answer'?"),
        ("audit", "bok,fixes", "did you mean 'books'?"),
        ("audit", ",", "expected names"),
    ],
)
def test_a_section_that_there_is_not_is_refused_with_a_suggestion(verb: str, asked: str, says: str) -> None:
    done = CliRunner().invoke(group, [verb, OFFER, "--sections", asked])
    assert done.exit_code == 2
    assert says in done.stderr


def test_a_bad_template_ends_the_command_in_one_line_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "report.html.jinja").write_text("ok\n{{ nothing_like_it }}")
    target = tmp_path / "report.html"
    done = CliRunner().invoke(
        group, ["compare", OFFER, "--draws", "0", "--templates", str(tmp_path), "-o", str(target)]
    )
    assert done.exit_code == 2
    assert done.stderr == f"{(tmp_path / 'report.html.jinja').resolve()}:2: 'nothing_like_it' is undefined\n"
    assert not target.exists()


@pytest.mark.parametrize(("verb", "offers"), [("disclose", (OFFER,)), ("diff", (OFFER, OFFER))])
def test_the_sheet_and_the_difference_take_the_same_options(verb: str, offers: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "disclosure").mkdir()
    (tmp_path / "difference").mkdir()
    for name in ("disclosure/sheet", "difference/difference"):
        (tmp_path / f"{name}.html.jinja").write_text("Mine: {{ view.title }} {{ style }}")
    target = tmp_path / "made.html"
    options = ("--paper", "a4", "--anonymous", "--templates", str(tmp_path), "-o", str(target))
    done = CliRunner().invoke(group, [verb, *offers, *options])
    assert done.exit_code == 0, done.stderr
    assert "Offer A" in done.stdout
    assert "Lakeside" not in done.stdout
    assert re.match(r"Mine: [ \w:]+Offer A ", target.read_text())
    assert "size:A4" in target.read_text()
    printed = CliRunner().invoke(group, [verb, *offers, *options[:5], "--format", "json"])
    assert json.loads(printed.stdout)
    assert "Lakeside" not in printed.stdout
    (tmp_path / "disclosure" / "sheet.html.jinja").write_text("{{ no_such }}")
    (tmp_path / "difference" / "difference.html.jinja").write_text("{{ no_such }}")
    wrong = CliRunner().invoke(group, [verb, *offers, *options[3:5], "--format", "html"])
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert wrong.stderr.endswith(".html.jinja:1: 'no_such' is undefined\n")


def test_neither_has_sections_to_choose_from() -> None:
    for verb in ("disclose", "diff"):
        assert "--sections" not in CliRunner().invoke(group, [verb, "--help"]).stdout


def test_what_is_written_for_the_issuer_names_nobody_either(tmp_path: Path) -> None:
    target = tmp_path / "issues.md"
    done = CliRunner().invoke(group, ["disclose", OFFER, "--anonymous", "--issues", str(target), "--show", "issues"])
    assert done.exit_code == 0
    assert "Lakeside" not in done.stdout + target.read_text()
    assert target.read_text().startswith("# To settle before the sheet goes out: Offer A\n")


def test_without_names_the_summary_and_the_audit_name_nobody() -> None:
    for verb in ("compare", "audit"):
        done = CliRunner().invoke(group, [verb, OFFER, "--draws", "0", "--anonymous"])
        assert "Offer A" in done.stdout
        assert "Lakeside" not in done.stdout


def test_explaining_an_offer_is_not_done_without_names() -> None:
    done = CliRunner().invoke(group, ["compare", OFFER, "--anonymous", "--explain-money", "lakeside-group"])
    assert done.exit_code == 2
    assert done.stderr.startswith("--anonymous: ")
