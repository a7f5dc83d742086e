"""`evaluator diff` in a real process: what it prints where, what it writes, how it ends."""

import json
from pathlib import Path

from tests.cli.test_commands import MAYA, ROOT, run
from tests.comparison.drafts import LAKESIDE, REVISED, replaced

OLD = str(ROOT / "offers" / "lakeside-group.yaml")
DAY = ("--as-of", "2026-11-22")


def second_draft(folder: Path) -> str:
    path = folder / "second-draft.yaml"
    path.write_text(replaced(LAKESIDE, *REVISED), encoding="utf-8")
    return str(path)


def test_two_drafts_to_the_terminal_and_to_files(tmp_path: Path) -> None:
    new = second_draft(tmp_path)
    targets = [tmp_path / f"changes.{suffix}" for suffix in ("html", "json", "md")]
    wanted = [part for target in targets for part in ("-o", str(target))]
    done = run("diff", OLD, new, "--for", MAYA, *DAY, *wanted)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == [f"Wrote {target}" for target in targets]
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert done.stdout.startswith("The new version pays")
    found = json.loads(targets[1].read_text("utf-8"))
    assert found["reader"] == "Maya"
    assert found["whole"]["hourly_usd"]["likely"] < 0


def test_the_gate_is_off_unless_asked_for_and_agrees_with_what_is_printed(tmp_path: Path) -> None:
    new = second_draft(tmp_path)
    worse = run("diff", OLD, new, *DAY, "--fail-on", "worse", "--format", "json")
    assert worse.returncode == 1
    assert worse.stderr.startswith("Worse: the worst case of an hour worked falls from $")
    assert json.loads(worse.stdout)["worse_because"]
    same = run("diff", OLD, OLD, *DAY, "--fail-on", "worse")
    assert same.returncode == 0
    assert same.stderr.startswith("Not worse:")
    assert same.stdout.startswith("Both versions say the same.\nThe two files are the same to the letter.\n")


def test_standard_input_and_what_can_not_be_run(tmp_path: Path) -> None:
    new = second_draft(tmp_path)
    piped = run("diff", OLD, "-", *DAY, "--format", "md", stdin=Path(new).read_text("utf-8"))
    assert piped.returncode == 0, piped.stderr
    assert piped.stdout.startswith("# What changed: Lakeside 60/40\n")
    assert run("diff", "-", "-", stdin=LAKESIDE).returncode == 2
    missing = run("diff", OLD, str(tmp_path / "none.yaml"))
    assert (missing.returncode, missing.stdout) == (2, "")
    named_as_output = tmp_path / "draft.json"
    named_as_output.write_text(LAKESIDE, encoding="utf-8")
    over = run("diff", OLD, str(named_as_output), "-o", str(named_as_output))
    assert (over.returncode, over.stdout) == (2, "")
    assert "never overwritten" in over.stderr
    assert named_as_output.read_text("utf-8") == LAKESIDE


def test_schema_of_the_difference() -> None:
    done = run("schema", "difference")
    assert done.returncode == 0
    assert json.loads(done.stdout)["title"] == "Difference"
