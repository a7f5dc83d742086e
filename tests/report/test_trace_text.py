"""A trace can be read in a terminal: no line too long, every figure to the cent, nothing that a terminal would obey."""

import json
from dataclasses import replace

import pytest

from evaluator.economics import Reader, appraise, load_assumptions
from evaluator.economics.trace import Trace, build_trace
from evaluator.report.trace_text import dump_trace, render_trace
from tests.comparison.samples import SAMPLES, maya, sample


def trace_of(name: str) -> Trace:
    return build_trace(appraise(sample(name), Reader(maya(), load_assumptions(), 2026, "psychotherapy")))


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_terminal(path: object, width: int) -> None:
    text = render_trace(trace_of(getattr(path, "stem", "")), width)
    assert max(map(len, text.splitlines())) <= width


def test_figures_terms_cases_and_sources_are_there() -> None:
    text = render_trace(trace_of("lakeside-group"), 80)
    joined = " ".join(text.split())
    for words in (
        "Take-home $48,634.58",
        "Effective split 29.54%",
        "(pay.share): 60%, line 22; rests on the contract, §3.1",
        "quoted: “sixty percent of amounts collected for Contractor's services”",
        "assumed: worst 30 weeks, likely 16 weeks, best 8 weeks.",
        "Social Security wage base: $184,500 in 2026, assumed, as of 2026-10-15.",
        "Value of an hour of your own unpaid time: $40.00 an hour, yours.",
    ):
        assert words in joined
    assert joined.count("quoted: “sixty percent") == 1


def test_the_json_has_every_line_unrounded() -> None:
    trace = trace_of("lakeside-group")
    data = json.loads(dump_trace(trace))
    assert data["offer"] == "lakeside-group"
    assert [line["value"] for line in data["lines"]] == [line.value for line in trace.lines]
    share = next(use for line in data["lines"] for use in line["uses"] if use["name"] == "pay.share")
    assert (share["line"], share["evidence"], share["where"]) == (22, "contract", "§3.1")


def test_text_of_an_offer_cannot_act() -> None:
    trace = trace_of("lakeside-group")
    assert "\x1b" not in render_trace(replace(trace, name="\x1b[31mred\x1b[0m\u202e"), 80)
