"""A checklist of five checks, from a file to every place where a check shows, without a line of Python.

In: the worked example of `docs/own-checklists.md`, in real processes. Out: pass or fail.
"""

import html
import json
import re
from pathlib import Path

import jsonschema
import pytest

from tests.cli.test_commands import ROOT, run
from tests.offer.test_schema import seen_as_text

FOLDER = ROOT / "tests" / "own_checklists"
OWN, OFFER = FOLDER / "commute.yaml", FOLDER / "offer.yaml"
IDS = ("parking", "room-of-my-own", "step-free", "quick-pay", "nowhere-to-see-clients")
PAGE = (ROOT / "docs" / "own-checklists.md").read_text(encoding="utf-8")
WITH_OWN = ("--checklist", str(OWN))


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the report of the example in three formats."""
    folder = tmp_path_factory.mktemp("own")
    outputs = [part for name in ("c.html", "c.json", "q.md") for part in ("-o", str(folder / name))]
    done = run("compare", str(OFFER), *WITH_OWN, "--draws", "0", "--as-of", "2026-11-22", *outputs)
    assert done.returncode == 0, done.stderr
    assert "A: No room for my clients (raised, high)" in done.stdout
    return folder


def test_the_page_shows_the_files_that_are_tested() -> None:
    shown = re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)
    assert shown == [path.read_text(encoding="utf-8").partition("\n")[2] for path in (OWN, OFFER)]


def test_every_command_of_the_page_runs(tmp_path: Path) -> None:
    for path in (OWN, OFFER):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    commands = [line.split() for line in re.findall(r"^    evaluator (.*)$", PAGE, flags=re.MULTILINE)]
    assert len(commands) == 5
    for command in commands:
        done = run(*(command[: command.index(">")] if ">" in command else command), cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"commute.yaml", "offer.yaml", "report.html", "questions.md"}


def test_schema_takes_the_answers_and_shows_the_questions() -> None:
    schema = json.loads(run("schema", *WITH_OWN).stdout)
    own = schema["definitions"]["commute_answers"]["properties"]
    assert own["parking"]["description"] == "Is there a place to park, and who pays for it?"
    assert list(own) == ["parking", "room-of-my-own", "step-free"], "a number and a flag take no answers"
    offer = seen_as_text(OFFER.read_text(encoding="utf-8"))
    assert list(jsonschema.Draft7Validator(schema).iter_errors(offer)) == []
    offer["commute"]["parking"] = "sometimes"
    assert not jsonschema.Draft7Validator(schema).is_valid(offer)
    assert "commute" not in json.loads(run("schema").stdout)["properties"]


def test_score_by_hand(written: Path) -> None:
    """Weights 3, 6, 10 and 3; parking and pay met, room not met, entrance open: 6 of 22 to 16 of 22."""
    offer = json.loads((written / "c.json").read_text())["offers"][0]
    score = offer["scores"]["commute"]
    assert score["floor"] == pytest.approx(100 * 6 / 22)
    assert score["ceiling"] == pytest.approx(100 * 16 / 22)
    assert (score["applicable"], score["scored"]) == (4, True)
    assert [one["check"] for one in offer["findings"] if one["checklist"] == "commute"] == list(IDS)
    flag = next(one for one in offer["red_flags"] if one["check"] == IDS[4])
    assert (flag["state"], flag["quote"], flag["where"]) == ("raised", "rooms are shared", "§3")
    assert "27.3" in PAGE
    assert "72.7" in PAGE


def test_report(written: Path) -> None:
    text = text_of((written / "c.html").read_text(encoding="utf-8"))
    for words in (
        "Getting there and being there",
        "Parking",
        "A room of my own",
        "You take whichever room is free.",
        "You are paid 14 days after a session, within two weeks.",
        "No room for my clients",
        "Ask to see the room before you sign.",
        "Can a client in a wheelchair reach my room?",
    ):
        assert words in text


def test_questions_go_to_whom_the_checklist_says(written: Path) -> None:
    sheet = (written / "q.md").read_text(encoding="utf-8")
    group = sheet.partition("**A clinician who works there, or who left**")[2].partition("**")[0]
    assert "Can a client in a wheelchair reach my room?" in group


@pytest.mark.parametrize("id", IDS)
def test_explain_and_checks(id: str) -> None:
    told = run("explain", id, *WITH_OWN)
    assert (told.returncode, told.stderr) == (0, "")
    assert "What I look for in a workplace, my own list, 2026" in " ".join(told.stdout.split())
    assert max(map(len, told.stdout.splitlines())) <= 80
    assert run("explain", id).returncode == 2


def test_a_flag_is_named_by_the_check_it_watches() -> None:
    assert "- nowhere-to-see-clients: No room for my clients" in run("explain", "step-free", *WITH_OWN).stdout
    assert "takes the check out of the score" in run("explain", "room-of-my-own", *WITH_OWN).stdout


def test_checks_lists_them() -> None:
    done = run("checks", "--in", "commute", *WITH_OWN, "--format", "json")
    listed = json.loads(done.stdout)
    assert [one["id"] for one in listed] == list(IDS)
    assert [one["whom"] for one in listed] == ["colleagues", "hiring", "colleagues", "billing_office", "hiring"]


def test_validate_counts_its_questions(tmp_path: Path) -> None:
    done = run("validate", str(OFFER), *WITH_OWN)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{OWN}: a sound checklist with 5 checks, answered in the section commute\n")
    assert "2 of " in done.stdout
    slip = tmp_path / "slip.yaml"
    slip.write_text(OFFER.read_text(encoding="utf-8").replace("parking: paid_for", "parking: payed_for"))
    lost = run("validate", str(slip), *WITH_OWN)
    assert lost.returncode == 2
    assert lost.stderr.startswith(f"{slip}:17:12: parking 'payed_for' is not an answer: did you mean 'paid_for'?")
    without = run("validate", str(OFFER))
    assert without.returncode == 2
    assert "unknown key 'commute'" in without.stderr
    assert run("validate").returncode == 2


def test_a_schema_of_a_file_without_checks_takes_no_checklist() -> None:
    done = run("schema", "clinician", *WITH_OWN)
    assert (done.returncode, done.stdout) == (2, "")
    assert "expected the schema of one of offer, waivers" in done.stderr
