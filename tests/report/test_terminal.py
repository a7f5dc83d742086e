"""The summary for a terminal: fits, is complete, obeys nothing that an offer says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from evaluator.report.terminal import render_terminal
from tests.report import fabricated


@pytest.mark.parametrize("name", fabricated.EVERY)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_asked(width: int, name: str) -> None:
    lines = render_terminal(fabricated.EVERY[name], width, color=False).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_the_summary(snapshot: SnapshotAssertion) -> None:
    assert render_terminal(fabricated.THREE, 80, color=False) == snapshot


@pytest.mark.parametrize("color", [False, True])
def test_nothing_an_offer_says_reaches_the_terminal_as_a_command(color: bool) -> None:
    text = render_terminal(fabricated.hostile(), 80, color=color)
    bare = re.sub(r"\x1b\[[\d;]*m", "", text) if color else text
    assert all(line.isprintable() for line in bare.splitlines())
    assert "<script>" in bare


def test_without_color_there_is_no_escape_sequence_and_the_words_are_the_same() -> None:
    plain, colored = (render_terminal(fabricated.SIX, 80, color=color) for color in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[" in colored
    assert [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", colored).splitlines()] == plain.splitlines()


def test_the_summary_imports_neither_weasyprint_nor_jinja() -> None:
    code = (
        "import sys\n"
        "from tests.report import fabricated as f\n"
        "from evaluator.report import outputs\n"
        "from evaluator.report.terminal import render_terminal\n"
        "render_terminal(f.THREE, 80, color=False)\n"
        "print(sorted({'weasyprint', 'jinja2', 'pydyf', 'fontTools'} & set(sys.modules)))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout == "[]\n"


def test_a_note_is_one_line_of_the_summary() -> None:
    text = " ".join(render_terminal(fabricated.SIX, 80, color=False).split())
    for note in fabricated.SIX.notes:
        assert text.count(f"“{note.belief}” {note.says}") == 1
    assert "“" not in render_terminal(fabricated.THREE, 80, color=False)
