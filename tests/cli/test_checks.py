"""`evaluator checks`: every filter keeps what it should and nothing else; JSON has everything about a check.

In: the real catalogue. Out: pass or fail. Must not repeat the words of checks.
"""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from evaluator.checklists import Check
from evaluator.cli import group
from evaluator.cli.checks import LIMITS
from tests.checklists.written import the_catalogue
from tests.cli.test_commands import run

CATALOGUE = the_catalogue()
CHECKS = list(CATALOGUE.by_id.values())


def invoked(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["checks", *arguments], standalone_mode=False)


def listed(*arguments: str) -> list[str]:
    return [one["id"] for one in json.loads(invoked(*arguments, "--format", "json").stdout)]


def kept(rule: Callable[[Check], bool]) -> list[str]:
    return [check.id for check in CHECKS if rule(check)]


def reaches(check: Check, name: str, word: str) -> bool:
    allowed = getattr(check.applies, name) if check.applies else None
    return allowed is None or word in allowed


FILTERS: list[tuple[str, Callable[[Check], bool]]] = [
    ("--in red-flags", lambda check: CATALOGUE.checklist_of[check.id].id == "red-flags"),
    ("--weight critical", lambda check: check.importance == "critical"),
    ("--weight low", lambda check: check.importance == "low"),
    ("--priority ramp", lambda check: "ramp" in check.priorities),
    ("--audience owner", lambda check: check.audience == "owner"),
    ("--audience everyone", lambda check: check.audience == "everyone"),
    ("--core", lambda check: check.core),
    ("--not-core", lambda check: not check.core),
    ("--engagement contractor", lambda check: reaches(check, "engagements", "contractor")),
    ("--kind platform", lambda check: reaches(check, "kinds", "platform")),
    ("--discipline physical_therapy", lambda check: reaches(check, "disciplines", "physical_therapy")),
    ("--license-stage independent", lambda check: reaches(check, "license_stages", "independent")),
    (
        "--in contract --engagement employee --not-core --weight high",
        lambda check: (
            CATALOGUE.checklist_of[check.id].id == "contract"
            and reaches(check, "engagements", "employee")
            and not check.core
            and check.importance == "high"
        ),
    ),
]


@pytest.mark.parametrize(("arguments", "rule"), FILTERS, ids=[arguments for arguments, _ in FILTERS])
def test_a_filter_keeps_what_it_says(arguments: str, rule: Callable[[Check], bool]) -> None:
    expected = kept(rule)
    assert listed(*arguments.split()) == expected
    assert 0 < len(expected) < len(CHECKS)


def test_a_check_without_a_limit_is_for_all_offers() -> None:
    for option, (_, words) in LIMITS.items():
        for word in words:
            names = listed(f"--{option.replace('_', '-')}", word)
            assert "pause-intake" in names
            assert set(names) <= {check.id for check in CHECKS}


def test_json_has_everything() -> None:
    everything = json.loads(invoked("--format", "json").stdout)
    assert [one["id"] for one in everything] == [check.id for check in CHECKS]
    for one in everything:
        check = CATALOGUE.by_id[one["id"]]
        assert one["checklist"] == CATALOGUE.checklist_of[check.id].id
        assert one["importance"] == check.importance
        assert one["whom"] == CATALOGUE.whom(check.id)
        assert {"title", "ask", "why", "request", "core", "audience"} <= set(one)
        assert list(one.get("answers", {})) == list(check.answers or {})


def test_text_names_the_checklist_once_and_counts() -> None:
    text = invoked("--in", "red-flags", "--weight", "critical").stdout
    lines = text.splitlines()
    assert lines[0] == "Red flags"
    assert lines.count("Red flags") == 1
    count = len(kept(lambda check: check.is_flag and check.importance == "critical"))
    assert lines[-1] == f"{count} checks."
    assert text.count(" (critical, red flag)") == count
    assert max(map(len, lines)) <= 80


def test_nothing_and_one() -> None:
    assert invoked("--in", "red-flags", "--not-core").stdout == "No check fits.\n"
    assert listed("--in", "red-flags", "--not-core") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--in", "autonmy"), "There is no checklist 'autonmy': expected one of autonomy, transparency"),
        (("--weight", "huge"), "'huge' is not one of 'critical', 'high', 'medium', 'low'"),
        (("--priority", "money"), "is not one of 'schedule'"),
        (("--kind", "clinic"), "is not one of 'platform'"),
    ],
)
def test_a_word_that_is_no_filter_is_refused(arguments: tuple[str, ...], message: str) -> None:
    done = run("checks", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in " ".join(done.stderr.split())
