"""The schemas take what the reader takes, as an editor would see it, and point at wrong keys and words."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given

from evaluator.offer.schema import clinician_schema, offer_schema
from tests.offer.asked import HEAD, QUESTIONS, SAMPLE, WORDING
from tests.offer.offers import offer_texts

OFFER = jsonschema.Draft7Validator(offer_schema(QUESTIONS, WORDING))
CLINICIAN = jsonschema.Draft7Validator(clinician_schema())
BAD = Path(__file__).parent.parent / "bad_offers"


def seen_by_editor(text: str) -> Any:
    """YAML 1.1 as most tools load it, with days as text, as JSON has them."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":merge", ":value"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader)  # noqa: S506 - a SafeLoader with fewer types


def seen_as_text(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - knows text only


def test_schemas_are_schemas() -> None:
    for validator in (OFFER, CLINICIAN):
        jsonschema.Draft7Validator.check_schema(validator.schema)
        assert json.loads(json.dumps(validator.schema)) == validator.schema


@pytest.mark.parametrize("seen", [seen_by_editor, seen_as_text])
def test_the_sample_is_valid(seen: Any) -> None:
    # Other tools cut `$1,500` in braces at the comma, so an editor is right to object to that.
    text = SAMPLE.replace("$1,500", "'$1,500'")
    assert [error.message for error in OFFER.iter_errors(seen(text))] == []


@given(offer_texts())
def test_what_the_reader_takes_is_valid(text: str) -> None:
    assert OFFER.is_valid(seen_as_text(text.replace("\u2028", " ")))


@pytest.mark.parametrize(
    "name",
    "unknown-key unknown-section unknown-key-in-a-payer unknown-answer unknown-question missing-offer missing-name "
    "missing-evidence missing-format wrong-format wrong-kind wrong-evidence-word wrong-evidence-on-a-term wrong-state "
    "share-of-60 share-of-130-percent negative-money not-a-number infinity exponent number-in-words list-for-a-value "
    "value-for-a-section value-for-pay value-for-a-list value-in-a-list empty-payers group-for-a-value "
    "evidence-with-unknown-key evidence-without-value value-and-answer missing-structure misspelt-structure".split(),
)
def test_bad_offers_are_invalid(name: str) -> None:
    text = (BAD / f"{name}.yaml").read_text(encoding="utf-8")
    assert not OFFER.is_valid(seen_as_text(text))


def test_a_question_is_explained_with_its_own_words() -> None:
    section = OFFER.schema["definitions"]["autonomy_answers"]
    assert section["properties"]["pause-intake"]["description"] == "Can I pause intake when I am full?"


def test_every_term_is_described() -> None:
    def undescribed(schema: Any, path: str) -> list[str]:
        found = []
        for key, value in schema.items() if isinstance(schema, dict) else enumerate(schema):
            if key == "properties" and "value" not in value:
                found += [f"{path}.{name}" for name, inner in value.items() if "description" not in inner]
            if isinstance(value, dict | list):
                found += undescribed(value, f"{path}.{key}")
        return found

    missing = {path.rsplit(".", 1)[-1] for path in undescribed(OFFER.schema, "")}
    # The words of a check are the caller's; ranges explain themselves.
    assert missing - {"low", "likely", "high"} == {"outside-work", "notice"}


def test_the_schema_stays_small_enough_for_an_editor() -> None:
    assert len(json.dumps(OFFER.schema)) < 140_000  # of which a tenth is what the words mean


def test_yes_and_no_in_every_dress() -> None:
    for word in ("yes", "no", "true", "false", "'yes'"):
        assert OFFER.is_valid(seen_by_editor(HEAD + f"autonomy: {{outside-work: {word}}}")), word
        assert not OFFER.is_valid(seen_by_editor(HEAD + f"autonomy: {{pause-intake: {word}}}")), word


def test_clinician_files() -> None:
    good = (
        "format: 1\nclinician: {value_of_hour: $45, weeks_off: 4, benefits_worth: {health: 80%}, filing_status: joint}"
    )
    assert CLINICIAN.is_valid(seen_by_editor(good))
    assert not CLINICIAN.is_valid(seen_by_editor(good.replace("weeks_off", "week_off")))
    assert not CLINICIAN.is_valid(seen_by_editor(good.replace("joint", "vague")))
