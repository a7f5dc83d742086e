"""`evaluator disclose`: what is printed, what is written, and what is refused; once in a real process, else within."""

import json
from pathlib import Path

import pytest

from evaluator.cli import main
from tests.cli.test_commands import run
from tests.comparison.samples import OFFERS

LAKESIDE, QUIET = (str(OFFERS / f"{name}.yaml") for name in ("lakeside-group", "quiet-practice"))
DAY = ("--as-of", "2026-11-05")


def test_the_sheet_and_the_list_fit_into_80_columns() -> None:
    done = run("disclose", LAKESIDE, *DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Offer disclosure: Lakeside 60/40\n")
    assert "For you, not on the sheet" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("show", "sheet", "issues"), [("both", True, True), ("sheet", True, False), ("issues", False, True)]
)
def test_what_is_shown(show: str, capsys: pytest.CaptureFixture[str], *, sheet: bool, issues: bool) -> None:
    assert main(["disclose", QUIET, *DAY, "--show", show]) == 0
    printed = capsys.readouterr().out
    assert ("Offer disclosure: Quiet Street" in printed) is sheet
    assert ("For you, not on the sheet" in printed) is issues


def test_files_are_written_and_named_and_nobody_else_sees_the_list(tmp_path: Path) -> None:
    sheets = [tmp_path / f"sheet.{suffix}" for suffix in ("pdf", "html", "md", "json")]
    lists = [tmp_path / f"issues.{suffix}" for suffix in ("md", "json")]
    wanted = [part for one in sheets for part in ("-o", str(one))]
    wanted += [part for one in lists for part in ("--issues", str(one))]
    done = run("disclose", LAKESIDE, *DAY, "--format", "json", *wanted)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == json.loads(sheets[3].read_text())
    assert sorted(tmp_path.iterdir()) == sorted([*sheets, *lists])
    assert json.loads(lists[1].read_text())["issues"][0]["key"]
    assert "`pay.missed_visit.clinician_share`" in lists[0].read_text()
    assert "To settle" not in sheets[2].read_text()
    assert sheets[0].read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((LAKESIDE, QUIET), "unexpected extra argument"),
        ((LAKESIDE, "-o", LAKESIDE), "no known format by its name"),
        ((LAKESIDE, "-o", "sheet.csv"), "no known format by its name: expected one of .pdf, .html, .md, .json"),
        ((LAKESIDE, "--issues", "issues.pdf"), "no known format by its name: expected one of .md, .json"),
        ((LAKESIDE, "--issues", "both.md", "-o", "both.md"), "named for the sheet and for the list"),
        (("nowhere.yaml",), "there is no such file"),
        ((LAKESIDE, "--max-unknown", "40"), "expected 40% or 0.4"),
        ((LAKESIDE, "--as-of", "1999-01-01"), "--as-of 1999-01-01"),
    ],
)
def test_what_is_refused(
    arguments: tuple[str, ...],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["disclose", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert says in " ".join(told.err.split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("most", "code"), [("100%", 0), ("0%", 3)])
def test_the_gate_on_the_unknown_is_that_of_the_audit(most: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["disclose", LAKESIDE, *DAY, "--max-unknown", most, "--show", "sheet"]) == code
    sheet = capsys.readouterr().err
    assert main(["audit", LAKESIDE, *DAY, "--max-unknown", most, "--fail-on", "none", "--draws", "0"]) == code
    audit = capsys.readouterr().out
    assert ("Too much is unknown" in sheet) is (code == 3)
    if code:  # the share that both of them name
        named = sheet.split("unknown: ")[1].split("%")[0]
        assert named[:-1] in " ".join(audit.split())
