"""The options on how a report is laid out, as a user gives them."""

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


def test_without_names_the_summary_and_the_audit_name_nobody() -> None:
    for verb in ("compare", "audit"):
        done = CliRunner().invoke(group, [verb, OFFER, "--draws", "0", "--anonymous"])
        assert "Offer A" in done.stdout
        assert "Lakeside" not in done.stdout


def test_explaining_an_offer_is_not_done_without_names() -> None:
    done = CliRunner().invoke(group, ["compare", OFFER, "--anonymous", "--explain-money", "lakeside-group"])
    assert done.exit_code == 2
    assert done.stderr.startswith("--anonymous: ")
