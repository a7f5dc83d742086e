"""The summary for a terminal: fits, is complete, obeys nothing that an offer says."""

import os
import re
import subprocess
import sys
from dataclasses import replace
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


@pytest.mark.parametrize("width", [40, 71, 72, 76, 80])
def test_no_amount_is_broken_in_two(width: int) -> None:
    comparison = fabricated.THREE
    text = render_terminal(comparison, width, color=False)
    for offer in comparison.offers:
        for amount in offer.money.take_home_usd.low, offer.money.take_home_usd.likely, offer.money.take_home_usd.high:
            assert f"${amount:,.0f}" in text, f"of {offer.name}, at {width} columns"


def test_an_offer_that_does_not_say_what_it_pays_is_said_to() -> None:
    # The page says so below its figures; without it, a lead over such an offer would look like one over a promise.
    first, second, *others = fabricated.THREE.offers
    silent = replace(second, money=replace(second.money, pay_is_stated=False))
    text = " ".join(
        render_terminal(replace(fabricated.THREE, offers=(first, silent, *others)), 80, color=False).split()
    )
    assert "B does not say what it pays. Its figures rest on what such offers usually pay" in text
    assert "does not say what it pays" not in render_terminal(fabricated.THREE, 80, color=False)


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


def test_an_offer_is_named_with_the_pay_that_it_states() -> None:
    said = replace(fabricated.ONE.offers[0], pay_headline="up to 70%")
    words = render_terminal(replace(fabricated.ONE, offers=(said,)), width=80, color=False)
    assert f"A  {said.name}, up to 70%\n" in words
    assert f"A  {said.name}\n" in render_terminal(fabricated.ONE, width=80, color=False)
