"""The practice file: what it takes, and every broken one in `tests/bad_practices` with exactly the lines beside it."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from evaluator.offer import OfferProblems
from evaluator.offer.glossary import practice_descriptions
from evaluator.offer.practice import PracticeFile, load_practice
from evaluator.offer.schema import practice_schema
from tests.economics.practice.random_books import FUNCTIONS

SAMPLE = Path(__file__).parents[2] / "offers" / "about" / "lakeside-practice.yaml"
FOLDER = Path(__file__).parent.parent / "bad_practices"
FILES = sorted(FOLDER.glob("*.yaml"))
SCHEMA = jsonschema.Draft7Validator(practice_schema())
HEAD = "format: 1\npractice: {name: Somewhere}\npay: {burden: 0%}\n"
ONE = "clinicians: [{name: A, collections: '$1,000.50', kept_sessions: 10}]\n"

# What only sums and comparisons find; a schema knows nothing of these.
BEYOND_A_SCHEMA = {
    "amount-and-steps",
    "claims-of-clients",
    "cost-without-an-amount",
    "key-of-nothing",
    "key-without-its-numbers",
    "missed-by-all",
    "monitored-more-than-once",
    "more-than-all-collections",
    "named-twice",
    "nothing-collected",
    "owner-without-hours",
    "payers-of-97-percent",
    "steps-out-of-order",
}


def read(folder: Path, text: str) -> PracticeFile:
    path = folder / "practice.yaml"
    path.write_text(text, encoding="utf-8")
    return load_practice(path)


def seen_as_text(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - knows text only


def test_the_sample_says_all_that_an_audit_asks() -> None:
    books = load_practice(SAMPLE)
    assert (books.pay.share, books.pay.burden, books.pay.target_margin) == (0.6, 0.0925, 0.08)
    assert [row.collections for row in books.clinicians] == [130_000, 118_000, 95_000, 142_000, 60_000]
    assert {row.function for row in books.functions or ()} == set(FUNCTIONS)
    assert books.costs.shared is not None
    assert books.costs.shared[0].steps is not None
    assert (books.turnover.cost_of_pay, books.owner is not None) != (None, False)


def test_the_smallest_file(tmp_path: Path) -> None:
    books = read(tmp_path, HEAD + ONE)
    assert books.clinicians[0].collections == 1_000.50
    assert (books.owner, books.functions, books.rtm, books.pay.share) == (None, None, None, None)


def test_what_a_replacement_costs_may_be_more_than_a_years_pay(tmp_path: Path) -> None:
    cost = read(tmp_path, HEAD + ONE + "turnover: {cost_of_pay: 90-200%}\n").turnover.cost_of_pay
    assert cost is not None
    assert (cost.low, cost.high) == (0.9, 2.0)


def test_there_are_enough_broken_files_and_each_has_its_lines() -> None:
    assert len(FILES) >= 12
    assert {path.stem for path in FILES} == {path.stem for path in FOLDER.glob("*.expected")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_exact_lines(path: Path) -> None:
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").replace("{file}", str(path))
    with pytest.raises(OfferProblems) as caught:
        load_practice(path)
    assert f"{caught.value}\n" == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_editor_objects_to_what_is_wrong_in_itself(path: Path) -> None:
    assert SCHEMA.is_valid(seen_as_text(path.read_text(encoding="utf-8"))) == (path.stem in BEYOND_A_SCHEMA)


def test_the_schema_takes_the_sample() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA.schema)
    assert [error.message for error in SCHEMA.iter_errors(seen_as_text(SAMPLE.read_text(encoding="utf-8")))] == []


def test_no_range_is_offered_where_none_is_taken() -> None:
    money = SCHEMA.schema["definitions"]["exact_money"]["anyOf"]
    assert not any(choice.get("type") == "object" for choice in money)
    assert not SCHEMA.is_valid(seen_as_text(HEAD + ONE.replace("'$1,000.50'", "$900-1000")))


def test_every_key_is_described() -> None:
    said = practice_descriptions()
    assert {"owner.market_wage", "costs.shared.steps.yearly", "rtm.prices.set_up", "payers.mix"} <= set(said)
    assert all(says.endswith(".") for says in said.values())
