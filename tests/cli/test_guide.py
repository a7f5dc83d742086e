"""`evaluator guide` in a real process: by pipe, by file, back, I don't know, and every way of going wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def guide(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
    return subprocess.run(
        [sys.executable, "-m", "evaluator", "guide", *arguments],
        input=stdin, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=60, check=False,
    )  # fmt: skip


# What suits a platform, by number or by word; the seventh question is not answered.
ANSWERS = ["1", "no_ownership", "1", "1", "1", "2", "", "2", "2", "1"]


def piped(answers: list[str]) -> str:
    return "".join(f"{answer}\n" for answer in answers)


def test_answers_by_pipe() -> None:
    done = guide(stdin=piped(ANSWERS))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Platform fits your answers best, and well.\n")
    assert "9 of 10 questions are answered." in done.stdout
    assert "1. Platform: fits well (9 for, 0 against)" in done.stdout
    said = " ".join(done.stdout.split())
    assert "It asks for little or no money at the start. (You said: None, or as little as possible.)" in said
    assert "Before you choose (Platform), ask:" in done.stdout
    assert "Still open: - Do you need shared help with billing, marketing or compliance?" in said
    assert "not legal, tax or financial advice" in said
    assert max(map(len, (done.stdout + done.stderr).splitlines())) <= 80
    assert "Type the number" in done.stderr
    assert "Type the number" not in done.stdout


def test_json_is_all_that_is_printed_and_each_reason_names_its_answer() -> None:
    done = guide("--format", "json", stdin=piped(ANSWERS))
    found = json.loads(done.stdout)
    assert (found["leading"], found["answered"]) == (["platform"], 9)
    reasons = [reason for fit in found["fits"] for reason in (*fit["speaks_for"], *fit["speaks_against"])]
    assert {reason["question"] for reason in reasons} <= {
        "up-front", "control", "autonomy", "office-work", "income", "colleagues", "brand", "taxes", "growth",
    }  # fmt: skip
    assert all(reason["answered"] and reason["says"] for reason in reasons)


def test_back_and_other_answers() -> None:
    # a first answer, then back, and another; back at the first question stays there
    changed = guide("--format", "json", stdin=piped(["b", "3", "b", *ANSWERS]))
    assert json.loads(changed.stdout) == json.loads(guide("--format", "json", stdin=piped(ANSWERS)).stdout)
    assert "(so far: A large part of my savings" in changed.stderr
    # an answer taken back for "I don't know" counts for nothing
    assert json.loads(guide("--format", "json", stdin=piped(["3", "b", *[""] * 10])).stdout)["answered"] == 0


@pytest.mark.parametrize("unknown", ["", "0", "?", "I don't know", "unknown"])
def test_not_knowing_counts_for_nothing(unknown: str) -> None:
    done = guide("--format", "json", stdin=piped([unknown] * 10))
    found = json.loads(done.stdout)
    assert (found["answered"], found["leading"]) == (0, [])
    assert [fit["net"] for fit in found["fits"]] == [0] * 6
    assert all(fit["fit"] is None for fit in found["fits"])


def test_nonsense_is_asked_again() -> None:
    done = guide(stdin=piped(["7", "-1", "\x1b[31m", "non", "x" * 10_000, "9" * 5_000, "½", *ANSWERS]))
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("That is none of the answers: type a number from 0 to 3") == 7
    assert "\x1b" not in done.stdout + done.stderr
    assert "Did you mean 1, none?" in " ".join(done.stderr.split())


def test_answers_that_end_too_early_are_one_clear_line() -> None:
    done = guide(stdin="1\n2\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("The answers ended before question 3 of 10: expected one line for each question.\n")
    assert "Traceback" not in done.stderr


def test_a_form_filled_in_gives_the_same_as_the_interview(tmp_path: Path) -> None:
    form = guide("--blank")
    assert form.returncode == 0
    assert form.stdout.count("unknown\n") == 10
    words = {"up-front": "none", "control": "no_ownership", "autonomy": "essential", "office-work": "none",
             "income": "now", "colleagues": "sometimes", "brand": "indifferent", "taxes": "own_business",
             "growth": "clinical"}  # fmt: skip
    text = form.stdout
    for question, word in words.items():
        text = text.replace(f"\n{question}: unknown\n", f"\n{question}: {word}\n")
    path = tmp_path / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    by_file = guide("--answers", str(path))
    assert by_file.returncode == 0, by_file.stderr
    assert by_file.stderr == ""
    assert by_file.stdout == guide(stdin=piped(ANSWERS)).stdout
    assert guide("--answers", "-", stdin=text).stdout == by_file.stdout


def test_mistakes_in_a_file_are_all_told_with_their_places() -> None:
    done = guide("--answers", "-", "--format", "json", stdin="up-front: lots\ncontrl: share\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "-:1:11: 'lots' is no answer of up-front: did you mean 'a_lot'?",
        "-:2:1: there is no question 'contrl': did you mean 'control'?",
    ]
    missing = guide("--answers", "nowhere.yaml")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert missing.stderr.startswith("nowhere.yaml: ")
