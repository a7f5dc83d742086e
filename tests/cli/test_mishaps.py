"""What a newcomer does by mistake: one clear line, the right exit code, never a traceback, nothing written."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner

from evaluator.cli import group
from tests.comparison.samples import OFFERS

ROOT = Path(__file__).parents[2]
OFFER = str(OFFERS / "harbor-employee.yaml")
CLINICIAN = str(OFFERS / "about" / "maya.yaml")
PRACTICE = str(OFFERS / "about" / "lakeside-practice.yaml")
ONLY_ONCE = "Standard input (-) can be read only once.\n"


def told(*arguments: str) -> tuple[int, str]:
    """The exit code and what stderr says; nothing may be on stdout."""
    done = CliRunner().invoke(group, arguments, standalone_mode=False, input=Path(OFFER).read_text())
    assert done.exception is None, done.exception
    assert done.stdout == ""
    return int(done.return_value or 0), done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["compare", CLINICIAN], "this is a clinician file (--for): expected an offer file"),
        (["compare", OFFER, "--for", OFFER], "this is an offer file: expected a clinician file (--for)"),
        (["compare", OFFER, "--for", PRACTICE], "this is a practice file (--practice): expected a clinician file"),
        (["compare", OFFER, "--waivers", OFFER], "this is an offer file: expected a waiver file (--waivers)"),
        (["compare", OFFER, "--checklist", OFFER], "this is an offer file: expected a checklist (--checklist)"),
        (["audit", OFFER, "--practice", OFFER], "this is an offer file: expected a practice file (--practice)"),
        (["audit", PRACTICE], "this is a practice file (--practice): expected an offer file"),
    ],
)
def test_a_file_in_the_place_of_another_is_one_line(arguments: list[str], says: str) -> None:
    code, stderr = told(*arguments)
    assert code == 2
    assert says in stderr
    assert stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "-", "-"],
        ["compare", "-", "--waivers", "-"],
        ["validate", "-", "-"],
        ["diff", "-", "-"],
        ["verify", "-", "-"],
        ["audit", "-", "--practice", "-"],
    ],
)
def test_standard_input_is_read_once(arguments: list[str]) -> None:
    assert told(*arguments) == (2, ONLY_ONCE)


@pytest.mark.parametrize("verb", ["compare", "audit", "disclose", "diff"])
def test_no_file_is_made_twice(verb: str, tmp_path: Path) -> None:
    offers = [OFFER, OFFER] if verb == "diff" else [OFFER]
    (tmp_path / "below").mkdir()
    twice = ["-o", str(tmp_path / "x.json"), "-o", str(tmp_path / "below" / ".." / "x.json")]
    code, stderr = told(verb, *offers, *twice)
    assert code == 2
    assert "x.json: is named twice" in stderr
    assert not (tmp_path / "x.json").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is played by /dev/full")
def test_a_full_disk_behind_standard_output_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = program("checks", stdout=full)
    assert (done.returncode, done.stderr) == (2, "Standard output can't be written: No space left on device\n")


def test_an_interruption_while_the_program_is_loaded_is_one_line(tmp_path: Path) -> None:
    # A library that is interrupted as it is imported, at the very point where the command line asks for it.
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n")
    done = program("checks", path=f"{tmp_path}{os.pathsep}{ROOT}")
    assert (done.returncode, done.stderr) == (130, "Interrupted.\n")


def program(
    *arguments: str, stdout: IO[str] | int = subprocess.PIPE, path: str = str(ROOT)
) -> subprocess.CompletedProcess[str]:
    """The program itself, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "evaluator", *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        timeout=60,
        check=False,
    )
