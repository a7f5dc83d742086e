"""What each sample offer is there to show: its verdict, how much of it is known, and that it stays short.

In: the files in `offers/`. Out: pass or fail. Must not pin a score: checks may be added without a change here.
"""

from pathlib import Path

import pytest

from evaluator.comparison import Comparison
from tests.comparison.samples import SAMPLES, compared, sample

# Every verdict that a reader can meet, but "weak", has a sample to look at.
VERDICTS = {
    "brightpath-platform": "ask_first",
    "cedar-network": "sound",
    "harbor-employee": "strong",
    "juniper-associate": "ask_first",
    "lakeside-group": "ask_first",
    "larkway-in-home": "ask_first",
    "maple-tiers": "mixed",
    "quiet-practice": "not_enough",
    "sandpiper-home-visits": "ask_first",
    "summit-quota": "stop",
    "tamarack-salary": "sound",
    "turnpike-mill": "stop",
    "willow-base-and-commission": "ask_first",
}
LONGEST = 200


@pytest.fixture(scope="module")
def together() -> Comparison:
    return compared(*(sample(path.stem) for path in SAMPLES))


def test_each_sample_earns_the_verdict_that_it_is_there_to_show(together: Comparison) -> None:
    assert {one.id: one.verdict.id for one in together.offers} == VERDICTS


def test_all_but_the_quiet_one_say_enough_to_be_judged(together: Comparison) -> None:
    known = {one.id: one.scores["overall"].coverage for one in together.offers}
    assert known.pop("quiet-practice") < 0.05
    assert min(known.values()) >= 0.45


def test_the_platform_raises_one_high_flag_and_the_salary_leaves_no_critical_one_open(together: Comparison) -> None:
    offers = {one.id: one for one in together.offers}
    raised = [flag for flag in offers["brightpath-platform"].red_flags if flag.state == "raised"]
    assert [flag.check for flag in raised if flag.severity == "high"] == ["sudden-pay-cut"]
    assert not [flag for flag in offers["harbor-employee"].red_flags if flag.severity == "critical"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_can_be_read_in_one_sitting_and_says_what_it_shows(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST
    assert lines[1].startswith("# Shows: ")
