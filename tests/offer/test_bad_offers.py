"""Every broken file in `tests/bad_offers` gets exactly the lines beside it, and files that cannot be kept here too."""

import time
from pathlib import Path

import pytest

from evaluator.offer import OfferProblems, load_offer
from evaluator.offer.reading import MOST_BYTES
from tests.offer.asked import HEAD, QUESTIONS

FOLDER = Path(__file__).parent.parent / "bad_offers"
FILES = sorted(FOLDER.glob("*.yaml"))


def lines(path: Path | str) -> str:
    with pytest.raises(OfferProblems) as caught:
        load_offer(path, QUESTIONS)
    return str(caught.value)


def test_there_are_enough_and_each_has_its_lines() -> None:
    assert len(FILES) >= 40
    assert {path.stem for path in FILES} == {path.stem for path in FOLDER.glob("*.expected")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_exact_lines(path: Path) -> None:
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").replace("{file}", str(path))
    started = time.perf_counter()
    assert lines(path) + "\n" == expected
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_lines_are_visible_letters_and_in_file_order(path: Path) -> None:
    with pytest.raises(OfferProblems) as caught:
        load_offer(path, QUESTIONS)
    problems = caught.value.problems
    assert all(str(problem).isprintable() for problem in problems)
    assert all(len(problem.message) < 300 for problem in problems)
    assert list(problems) == sorted(problems, key=lambda problem: (problem.line, problem.column))


def test_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.yaml"
    assert lines(path) == f"{path}: there is no such file: expected the path of a YAML file"


def test_folder(tmp_path: Path) -> None:
    assert lines(tmp_path) == f"{tmp_path}: this is a folder: expected the path of a YAML file"


def test_path_that_no_system_knows() -> None:
    assert lines("a\0b.yaml") == r"a\x00b.yaml: this file cannot be read: expected the path of a YAML file"


def test_name_with_an_escape_sequence(tmp_path: Path) -> None:
    assert "\x1b" not in lines(tmp_path / "\x1b[2J.yaml")


@pytest.mark.parametrize("size", [MOST_BYTES + 1, 40 * MOST_BYTES])
def test_huge_file_is_not_read_to_its_end(tmp_path: Path, size: int) -> None:
    path = tmp_path / "huge.yaml"
    path.write_bytes(b"#" * size)
    started = time.perf_counter()
    assert lines(path) == f"{path}: this file is too large: expected at most 256 KB"
    assert time.perf_counter() - started < 1


def test_endless_file() -> None:
    if Path("/dev/zero").exists():
        assert lines("/dev/zero") == "/dev/zero: this file is too large: expected at most 256 KB"


def test_more_problems_than_anybody_reads(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text(HEAD + "pay: {structure: salary}\nhours:\n" + "".join(f"  key{n}: 1\n" for n in range(5_000)))
    started = time.perf_counter()
    found = lines(path).splitlines()
    assert len(found) == 201
    assert found[-1].endswith("and at least 4800 more problems: mend these first")
    assert time.perf_counter() - started < 5


def test_too_many_keys(tmp_path: Path) -> None:
    path = tmp_path / "many.yaml"
    path.write_text(HEAD + "benefits:\n" + "".join(f"  b{n}: 1\n" for n in range(15_000)))
    assert lines(path).endswith("the file has more than 20,000 keys and values: expected one offer")
