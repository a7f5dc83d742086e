"""`evaluator validate`: levels, the summary, exit codes, JSON that stands alone, and what an empty file needs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evaluator.cli import group
from tests.comparison.samples import OFFERS, SAMPLES

HEAD = "format: 1\noffer: {name: A post, evidence: contract}\n"
GOOD = HEAD
WARNED = HEAD + "hours: {session_minutes: 10}\n"
VAGUE = HEAD + "benefits: {value: vague, quote: competitive benefits}\n"
ODD = HEAD + "caseload: {ramp: {weeks: 12}}\ntransparency: {ramp-pay: no_number}\n"
IMPOSSIBLE = HEAD + "pay: {structure: percentage, of: collected}\ntransparency: {unpaid-claims: paid_anyway}\n"
BROKEN = HEAD + "pai: {structure: salary}\nhours: {weeks_off: 52}\n"


def validate(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["validate", *arguments], standalone_mode=False)


def written(folder: Path, **texts: str) -> list[str]:
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def code(done: Result) -> int:
    return int(done.return_value or 0)


@pytest.mark.parametrize(
    ("text", "ends", "strictly", "counted"),
    [
        (GOOD, 0, 0, "0 errors, 0 warnings in 1 file"),
        (WARNED, 0, 1, "0 errors, 1 warning in 1 file"),
        (VAGUE, 0, 1, "0 errors, 1 warning in 1 file"),
        (ODD, 0, 1, "0 errors, 1 warning in 1 file"),
        (IMPOSSIBLE, 2, 2, "1 error, 0 warnings in 1 file"),
        (BROKEN, 2, 2, "2 errors, 0 warnings in 1 file"),
    ],
    ids="good warned vague odd impossible broken".split(),
)
def test_levels_and_exit_codes(text: str, ends: int, strictly: int, counted: str, tmp_path: Path) -> None:
    (path,) = written(tmp_path, offer=text)
    done = validate(path)
    assert code(done) == ends
    assert done.stderr.splitlines()[-1] == counted
    assert ("a sound offer file" in done.stdout) == (ends == 0)
    assert code(validate(path, "--strict")) == strictly


def test_several_files_are_counted_together_and_told_in_their_order(tmp_path: Path) -> None:
    paths = written(tmp_path, a=GOOD, b=BROKEN, c=WARNED, d=IMPOSSIBLE)
    done = validate(*paths)
    assert code(done) == 2
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == [paths[0], paths[2]]
    assert done.stderr.splitlines() == [
        f"{paths[1]}:3:1: unknown key 'pai': did you mean 'pay'?",
        f"{paths[1]}:4:20: 52 weeks off: expected at most 51",
        f"{paths[2]}:3:26: warning: a session of 10 minutes is under 15: check the figure",
        (
            f"{paths[3]}:4:16: pay is a share of money collected here, and paid whoever pays the practice there "
            "(see pay.of at line 3, column 30): say what happens to a session that nobody pays for"
        ),
        "3 errors, 1 warning in 4 files",
    ]


def test_a_vague_word_is_told_with_its_text_and_what_to_ask(tmp_path: Path) -> None:
    (path,) = written(tmp_path, offer=VAGUE)
    assert validate(path).stderr.splitlines()[0] == (
        f"{path}:3:1: warning: benefits.quote is vague in 'competitive benefits': "
        "'competitive' names no figure: ask for the range"
    )


@pytest.mark.parametrize(
    "texts", [{"a": GOOD}, {"a": WARNED}, {"a": BROKEN}, {"a": VAGUE, "b": IMPOSSIBLE, "c": BROKEN}]
)
def test_json_holds_all_with_places_and_stands_alone(texts: dict[str, str], tmp_path: Path) -> None:
    paths = written(tmp_path, **texts)
    plain, done = validate(*paths), validate(*paths, "--format", "json")
    assert code(done) == code(plain)
    assert done.stderr == ""
    told = json.loads(done.stdout)
    assert told["files"] == paths
    levels = [one["level"] for one in told["findings"]]
    assert (levels.count("error"), levels.count("warning")) == (told["errors"], told["warnings"])
    assert len(plain.stderr.splitlines()) == len(levels) + 1
    for line, one in zip(plain.stderr.splitlines(), told["findings"], strict=False):
        level = "warning: " if one["level"] == "warning" else ""
        assert line == f"{one['file']}:{one['line']}:{one['column']}: {level}{one['message']}"
        assert one["place"] == f"{one['file']}:{one['line']}:{one['column']}"
        assert one["sort"] in ("problem", "implausible", "contradiction", "vague")
    assert [one["file"] for one in told["sound"]] == [line.partition(":")[0] for line in plain.stdout.splitlines()]


def test_json_of_a_bad_checklist_and_of_a_missing_file_stands_alone(tmp_path: Path) -> None:
    (own,) = written(tmp_path, own="- id: a\n")
    for arguments in (("--checklist", own), (str(tmp_path / "nowhere.yaml"),)):
        done = validate(*arguments, "--format", "json")
        assert code(done) == 2
        assert done.stderr == ""
        assert json.loads(done.stdout)["errors"] == 1


@pytest.mark.parametrize(("option", "file"), [("--clinician", "about/maya.yaml"), ("--waivers", "about/waivers.yaml")])
def test_json_of_other_files(option: str, file: str) -> None:
    if (OFFERS / file).exists():
        done = validate(option, str(OFFERS / file), "--format", "json")
        assert json.loads(done.stdout)["findings"] == []


def test_hostile_text_never_reaches_the_terminal_as_it_is(tmp_path: Path) -> None:
    (path,) = written(tmp_path, offer=HEAD + 'benefits: {value: vague, quote: "competitive \\e[2J pay"}\n')
    assert "\x1b" not in validate(path).output
    (path,) = written(tmp_path, offer=HEAD + 'benefits: {value: vague, quote: "competitive \\u202e pay"}\n')
    done = validate(path)
    assert "\u202e" not in done.output


def test_numbers_of_a_clinician_file_are_held_against_their_bounds(tmp_path: Path) -> None:
    odd, bad = written(
        tmp_path,
        odd="format: 1\nclinician: {weeks_off: 20, value_of_hour: $45}\n",
        bad="format: 1\nclinician: {weeks_off: 52}\n",
    )
    done = validate("--clinician", odd)
    assert (code(done), done.stdout) == (0, f"{odd}: a sound clinician file\n")
    assert done.stderr.splitlines()[0] == f"{odd}:2:24: warning: 20 weeks off is over 16: check the figure"
    assert validate("--clinician", bad).stderr.splitlines()[0] == f"{bad}:2:24: 52 weeks off: expected at most 51"


@pytest.mark.parametrize(
    ("option", "keys"),
    [
        ((), "'format: 1' and 'offer:'"),
        (("--clinician",), "'format: 1' and 'clinician:'"),
        (("--waivers",), "'format: 1' and 'waivers:'"),
        (("--checklist",), "'id:' and 'checks:'"),
    ],
)
@pytest.mark.parametrize(
    ("text", "is_"), [("", "empty"), ("# nothing\n", "empty"), ("- a\n", "a list"), ("word\n", "a single text")]
)
def test_an_empty_file_gets_what_that_file_needs(
    option: tuple[str, ...], keys: str, text: str, is_: str, tmp_path: Path
) -> None:
    (path,) = written(tmp_path, file=text)
    line = validate(*option, path).stderr.splitlines()[0]
    assert line == f"{path}:1:1: the file is {is_}: expected keys such as {keys}"


def test_samples_have_no_errors_and_few_warnings() -> None:
    done = validate(*map(str, SAMPLES))
    assert code(done) == 0
    errors, warnings = done.stderr.splitlines()[-1].split(", ")
    assert errors == "0 errors"
    assert int(warnings.split()[0]) < len(SAMPLES)
