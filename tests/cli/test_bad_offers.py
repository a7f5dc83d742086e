"""Every broken file through the command: exactly its lines on stderr, exit code 2, and nothing printed or written."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from evaluator.cli import group
from tests.cli.test_commands import run
from tests.comparison.samples import OFFERS

ROOT = OFFERS.parent
FILES = sorted((ROOT / "tests" / "bad_offers").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_exact_lines_exit_code_and_nothing_else(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    done = CliRunner().invoke(group, ["compare", str(path), "-o", str(target)], standalone_mode=False)
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").replace("{file}", str(path))
    assert done.return_value == 2
    assert done.stdout == ""
    assert done.stderr == expected
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["several-problems", "alias-bomb", "nul-byte", "python-tag", "10000-digits"])
def test_in_a_real_process(name: str, tmp_path: Path) -> None:
    path = f"tests/bad_offers/{name}.yaml"
    done = run("compare", path, "-o", str(tmp_path / "report.pdf"))
    expected = (ROOT / path).with_suffix(".expected").read_text(encoding="utf-8").replace("{file}", path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", expected)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "bad_practices").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_broken_practice_file_is_told_line_by_line(path: Path) -> None:
    done = CliRunner().invoke(group, ["validate", "--practice", str(path)], standalone_mode=False)
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").replace("{file}", str(path))
    assert (done.return_value, done.stdout, done.stderr) == (2, "", expected + counted(expected))


def counted(expected: str) -> str:
    """The last line of `validate`, of one file with these mistakes."""
    mistakes = expected.count("\n")
    return f"{mistakes} error{'' if mistakes == 1 else 's'}, 0 warnings in 1 file\n"


def test_a_sound_practice_file_is_said_to_be_one() -> None:
    books = "offers/about/lakeside-practice.yaml"
    done = run("validate", "--practice", books)
    assert (done.returncode, done.stdout) == (0, f"{books}: a sound practice file with 5 clinicians\n")
    assert done.stderr == "0 errors, 0 warnings in 1 file\n"
