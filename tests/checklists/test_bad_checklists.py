"""Every broken checklist in `tests/bad_checklists` gets exactly the lines beside it, all of them at once.

In: the files. Out: pass or fail. Must not look at an offer.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from evaluator.checklists import load_catalogue
from evaluator.cli import group
from evaluator.offer import OfferProblems
from tests.cli.test_bad_offers import counted
from tests.cli.test_commands import ROOT, run

FOLDER = Path(__file__).parents[1] / "bad_checklists"
FILES = sorted(FOLDER.glob("*.yaml"))
OFFER = str(ROOT / "offers" / "lakeside-group.yaml")


def expected(path: Path, name: str | None = None) -> str:
    return path.with_suffix(".expected").read_text(encoding="utf-8").replace("{file}", name or str(path))


def test_each_has_its_lines() -> None:
    assert {path.stem for path in FILES} == {path.stem for path in FOLDER.glob("*.expected")}
    assert len(expected(FOLDER / "everything.yaml").splitlines()) >= 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_exact_lines_in_file_order(path: Path) -> None:
    with pytest.raises(OfferProblems) as caught:
        load_catalogue([path])
    assert f"{caught.value}\n" == expected(path)
    problems = caught.value.problems
    assert all(str(problem).isprintable() and len(problem.message) < 300 for problem in problems)
    assert list(problems) == sorted(problems)


@pytest.mark.parametrize(
    "command", [("compare", OFFER), ("validate", OFFER), ("explain", "tools"), ("checks",), ("schema",)]
)
def test_every_command_tells_all_and_prints_nothing(command: tuple[str, ...], tmp_path: Path) -> None:
    path = FOLDER / "everything.yaml"
    writes = ["-o", str(tmp_path / "c.json")] if command[0] == "compare" else []
    arguments = [*command, "--checklist", str(path), *writes]
    done = CliRunner().invoke(group, arguments, standalone_mode=False)
    told = expected(path) + (counted(expected(path)) if command[0] == "validate" else "")
    assert (done.return_value, done.stdout, done.stderr) == (2, "", told)
    assert list(tmp_path.iterdir()) == []


def test_in_a_real_process() -> None:
    done = run("validate", "--checklist", "tests/bad_checklists/everything.yaml")
    path = FOLDER / "everything.yaml"
    assert (done.returncode, done.stdout) == (2, "")
    told = expected(path, "tests/bad_checklists/everything.yaml")
    assert done.stderr == told + counted(told)


def test_two_bad_checklists_and_one_that_is_not_there(tmp_path: Path) -> None:
    first, second = FOLDER / "no-checks.yaml", FOLDER / "hostile.yaml"
    with pytest.raises(OfferProblems) as caught:
        load_catalogue([first, second, tmp_path / "none.yaml"])
    said = str(caught.value).splitlines()
    assert sorted(line.rpartition("/")[2].partition(":")[0] for line in said) == [
        "hostile.yaml",
        "no-checks.yaml",
        "none.yaml",
    ]


def test_the_same_list_twice_is_a_repeated_name() -> None:
    own = ROOT / "tests" / "own_checklists" / "commute.yaml"
    with pytest.raises(OfferProblems) as caught:
        load_catalogue([own, own])
    assert f"'commute' is taken by the checklist in {own}: expected another id" in str(caught.value)
