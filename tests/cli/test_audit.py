"""`evaluator audit` in a real process: exit codes, what is printed, and what is refused."""

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.cli.test_commands import run
from tests.comparison.samples import OFFERS, compared, having, sample, tree_of

LAKESIDE, SUMMIT, QUIET = (
    str(OFFERS / f"{name}.yaml") for name in ("lakeside-group", "summit-quota", "quiet-practice")
)
DAY = ("--as-of", "2026-11-22")


@pytest.mark.parametrize(
    ("arguments", "code", "first"),
    [
        ((LAKESIDE,), 0, "Passed. The gate held."),
        ((SUMMIT,), 1, "Not passed. The gate is breached."),
        ((SUMMIT, "--fail-on", "none"), 0, "No gate was set."),
        ((LAKESIDE, SUMMIT), 1, "Not passed. 1 of 2 gates is breached."),
        ((LAKESIDE, "--max-unknown", "10%"), 3, "Too much is unknown. 1 of 2 gates can't be decided."),
        ((SUMMIT, "--max-unknown", "10%"), 1, "Not passed."),
        ((LAKESIDE, "--min-score", "autonomy=30"), 0, "Passed. Both gates held."),
        ((LAKESIDE, "--min-score", "autonomy=90"), 1, "Not passed."),
        ((LAKESIDE, "--min-score", "referral-to-cash=1"), 3, "Too much is unknown."),
    ],
    ids=lambda value: None if isinstance(value, str) else str(value)[-40:],
)
def test_the_first_line_and_the_exit_code_agree(arguments: tuple[str, ...], code: int, first: str) -> None:
    done = run("audit", *arguments, *DAY)
    assert (done.returncode, done.stderr) == (code, "")
    assert done.stdout.startswith(first)
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_an_offer_of_which_nothing_is_known_passes_nothing(tmp_path: Path) -> None:
    offer = tmp_path / "silent.yaml"
    offer.write_text("format: 1\noffer: {name: Silent, evidence: posting}\n")
    done = run("audit", str(offer), *DAY)
    assert done.returncode == 3
    assert "Nothing in this offer could be checked." in " ".join(done.stdout.split())


def test_the_format_changes_neither_verdict_nor_exit_code(tmp_path: Path) -> None:
    targets = [tmp_path / f"audit.{suffix}" for suffix in ("json", "sarif", "junit.xml", "html", "pdf")]
    wanted = [part for target in targets for part in ("-o", str(target))]
    done = run("audit", SUMMIT, *DAY, "--format", "sarif", *wanted)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["runs"][0]["invocations"][0]["exitCode"] == 1
    assert json.loads(targets[0].read_text())["outcome"]["exit_code"] == 1
    assert sorted(tmp_path.iterdir()) == sorted(targets)


def test_a_waived_flag_is_printed_and_breaches_nothing(tmp_path: Path) -> None:
    flags = compared(sample("summit-quota")).offers[0].red_flags
    raised = [flag.check for flag in flags if (flag.severity, flag.state) == ("critical", "raised")]
    waivers = tmp_path / "waivers.yaml"
    waivers.write_text(
        yaml.safe_dump(
            {
                "format": 1,
                "waivers": [
                    {"check": check, "reason": "Changes in May", "by": "R. Doe", "expires": "2027-06-01"}
                    for check in raised
                ],
            }
        )
    )
    done = run("audit", SUMMIT, *DAY, "--waivers", str(waivers))
    assert done.returncode == 0, done.stdout
    assert "A quota decides care" in done.stdout
    assert "Changes in May" in done.stdout
    late = run("audit", SUMMIT, "--as-of", "2027-06-02", "--waivers", str(waivers))
    assert late.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--min-score", "autonmy=3"), "there is no checklist 'autonmy'"),
        (("--min-score", "autonomy"), "is no score: expected a number from 0 to 100"),
        (("--min-score", "autonomy=101"), "is no score"),
        (("--min-score", "autonomy=nan"), "is no score"),
        (("--max-unknown", "40"), "is not a share"),
        (("-o", "audit.csv"), "expected one of .pdf, .html, .json, .sarif, .xml"),
        (("--practice", "missing.yaml"), "missing.yaml"),
        (("--waivers", "missing.yaml"), "missing.yaml"),
        (("--as-of", "1999-01-01"), "1999"),
    ],
)
def test_what_can_not_run_ends_with_2_and_prints_nothing(arguments: tuple[str, ...], message: str) -> None:
    done = run("audit", LAKESIDE, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_no_input_is_overwritten_by_a_report(tmp_path: Path) -> None:
    offer = tmp_path / "offer.json"
    offer.write_text(Path(LAKESIDE).read_text(encoding="utf-8"), encoding="utf-8")
    done = run("audit", str(offer), "-o", str(offer))
    assert done.returncode == 2
    assert "never overwritten" in done.stderr


def test_the_books_are_shown_beside_the_split(tmp_path: Path) -> None:
    books = OFFERS / "about" / "lakeside-practice.yaml"
    done = run("audit", LAKESIDE, *DAY, "--practice", str(books), "-o", str(tmp_path / "a.html"))
    assert done.returncode == 0, done.stderr
    assert re.search(r"Covers all costs: \d+\.\d%", done.stdout)
    assert "What the practice’s share buys" in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_an_owners_answers_count(tmp_path: Path) -> None:
    offer = tmp_path / "own.yaml"
    tree = having(tree_of(Path(LAKESIDE)), ("architecture", "services-delivered"), "three_or_more_missing")
    offer.write_text(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), encoding="utf-8")
    found = json.loads(run("audit", str(offer), *DAY, "--format", "json").stdout)
    outcome = {row["check"]: row["outcome"] for row in found["owner"]["offers"][0]["findings"]}
    assert outcome["services-delivered"] == "not_met"
    assert "services-delivered" not in {row["check"] for row in found["candidate"]["offers"][0]["findings"]}
