"""The schemas held against the reader by a validator that knows nothing of either: samples, bad files, random ones."""

import tempfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evaluator.checklists import load_catalogue
from evaluator.offer import OfferProblems, load_clinician
from evaluator.offer.practice import load_practice
from evaluator.offer.schema import EXAMPLES, clinician_schema, offer_schema, practice_schema
from evaluator.offer.values import WRAPPING_KEYS
from tests.offer.asked import HEAD
from tests.offer.offers import offer_texts
from tests.offer.test_schema import OFFER, seen_as_text, seen_by_editor

ROOT = Path(__file__).parents[2]
CATALOGUE = load_catalogue()
REAL = jsonschema.Draft7Validator(
    offer_schema(CATALOGUE.questions(), CATALOGUE.descriptions(), CATALOGUE.answer_meanings())
)
CLINICIAN = jsonschema.Draft7Validator(clinician_schema())
PRACTICE = jsonschema.Draft7Validator(practice_schema())
SAMPLES = {
    **dict.fromkeys(sorted((ROOT / "offers").glob("*.yaml")), REAL),
    ROOT / "offers" / "about" / "maya.yaml": CLINICIAN,
    ROOT / "offers" / "about" / "robin.yaml": CLINICIAN,
    ROOT / "offers" / "about" / "lakeside-practice.yaml": PRACTICE,
}

SUM = "numbers that are added up or compared with each other"
EITHER = "two terms that exclude each other, but not where one of them is vague"
ONE_OF = "one of several terms is needed, and none by itself"
AS_TEXT = "an amount with its sign or unit is text, and texts are held against a pattern only"
VAGUE = "a term that its group cannot do without is vague, which is allowed elsewhere"
YAML = "YAML that other tools take, or take for something else"
CALENDAR = "a day that looks like one and is not in the calendar"
ONLY_OUR_READER = {
    **dict.fromkeys(
        "170-hours-in-sum falling-low-likely-high falling-range first-tier-above-nothing later-shares-out-of-order "
        "mix-of-130-percent mix-of-rates monitored-more-than-all more-missed-than-booked patient-part-above-allowed "
        "practice-keeps-at-least-more-than-at-most ramp-steps-out-of-order tiers-that-fall "
        "full-at-once-and-starts-at-20-percent good-until-before-issued".split(),
        SUM,
    ),
    **dict.fromkeys(
        "authorised-by-nobody clawback-of-collections drop-out-and-completion guarantee-kept-and-paid-back "
        "guaranteed-beside-contract-hours listed-fee-of-collections payer-with-amount-and-codes payers-and-one-amount "
        "points-told-twice productivity-for-each-session ramp-weeks-and-steps rate-and-rates referrals-and-a-caseload "
        "two-bases two-forms-of-missed-visit-pay".split(),
        EITHER,
    ),
    **dict.fromkeys(
        "bonus-without-a-number codes-without-a-follow-up missing-in-a-payer tiers-with-two-kinds-of-number "
        "tiers-with-two-kinds-of-rate tiers-without-a-period".split(),
        ONE_OF,
    ),
    **dict.fromkeys(
        "a-year-off completion-of-none fees-take-all mileage-of-70-dollars post-of-no-hours "
        "session-for-90-thousand".split(),
        AS_TEXT,
    ),
    **dict.fromkeys("vague-mix vague-structure".split(), VAGUE),
    **dict.fromkeys(
        "anchor control-character-as-escape cut-amount directive not-a-number repeated-key repeated-section".split(),
        YAML,
    ),
    "wrong-day": CALENDAR,
}
"""Bad files that the schema takes, each with the reason why it has to."""


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("seen", [seen_by_editor, seen_as_text])
def test_every_sample_is_valid(path: Path, seen: Any) -> None:
    errors = [error.message for error in SAMPLES[path].iter_errors(seen(path.read_text(encoding="utf-8")))]
    assert errors == []


@pytest.mark.parametrize(("name", "validator"), [("Offer", REAL), ("Clinician", CLINICIAN), ("Practice", PRACTICE)])
def test_the_example_of_a_schema_is_valid(name: str, validator: Any) -> None:
    jsonschema.Draft7Validator.check_schema(validator.schema)
    assert validator.schema["examples"] == [EXAMPLES[name]]
    assert [error.message for error in validator.iter_errors(EXAMPLES[name])] == []


BAD = sorted((ROOT / "tests" / "bad_offers").glob("*.yaml"))


@pytest.mark.parametrize("path", [path for path in BAD if path.stem != "alias-bomb"], ids=lambda path: path.stem)
def test_a_bad_offer_is_invalid_or_only_our_reader_can_tell(path: Path) -> None:
    try:
        seen = seen_by_editor(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
        assert path.stem not in ONLY_OUR_READER, "no editor reads it"
        return
    assert OFFER.is_valid(seen) == (path.stem in ONLY_OUR_READER)


def test_no_reason_is_idle() -> None:
    assert set(ONLY_OUR_READER) <= {path.stem for path in BAD}


@given(offer_texts())
def test_random_offers_are_valid_as_an_editor_sees_them(text: str) -> None:
    assert OFFER.is_valid(seen_by_editor(text))


@pytest.mark.parametrize(
    ("term", "valid"),
    [
        ("travel: {mileage_rate: 20}", True),
        ("travel: {mileage_rate: 21}", False),
        ("travel: {mileage_rate: {value: 21, evidence: verbal}}", False),
        ("travel: {mileage_rate: {low: 1, high: 21}}", False),
        ("hours: {weeks_off: 51}", True),
        ("hours: {weeks_off: 52}", False),
        ("hours: {session_minutes: 0}", False),
        ("hours: {session_minutes: 601}", False),
        ("hours: {session_minutes: 600}", True),
        ("caseload: {sessions_per_week: 0}", False),
        ("caseload: {sessions_per_week: 151}", False),
        ("pay: {structure: percentage, fees_off_the_top: 1}", False),
        ("pay: {structure: percentage, fees_off_the_top: 0.99}", True),
        ("pay: {structure: per_session, rate: 20001}", False),
    ],
)
def test_the_schema_has_the_stops_of_the_tables(term: str, valid: bool) -> None:
    assert OFFER.is_valid(seen_by_editor(HEAD + term)) == valid


def enums(schema: Any) -> list[dict[str, Any]]:
    found = [schema] if isinstance(schema, dict) and "enum" in schema else []
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        found += enums(value) if isinstance(value, dict | list) else []
    return found


@pytest.mark.parametrize("validator", [REAL, CLINICIAN, PRACTICE], ids=["offer", "clinician", "practice"])
def test_every_word_one_may_choose_is_explained(validator: Any) -> None:
    for one in enums(validator.schema):
        if one["enum"] == list(WRAPPING_KEYS):
            continue  # keys that may not name an amount
        assert len(one["enumDescriptions"]) == len(one["enum"]), one["enum"]
        assert all(one["enumDescriptions"]), one["enum"]


def test_an_answer_is_explained_in_the_words_of_the_report() -> None:
    answers = REAL.schema["definitions"]["answer_pause-intake"]
    by_word = dict(zip(answers["enum"], answers["enumDescriptions"], strict=True))
    assert by_word["not_possible"] == "You can't pause intake."


CLINICIAN_VALUES = {
    "name": ["Maya", "7"],
    "value_of_hour": ["$45", "40-50", "{low: 40, high: 50}"],
    "weeks_off": ["4", "3-5 weeks", "0"],
    "sessions_per_week": ["22", "20-25 sessions"],
    "filing_status": ["joint", "head_of_household"],
    "income_tax": ["yes", "no", "true"],
    "state_income_tax": ["4%", "0.04"],
    "other_wages": ["$1,500.50", "0"],
    "interest": ["5%"],
    "documentation_minutes": ["10 minutes", "8-12"],
    "missed_slot_used": ["30%", "1"],
    "profile": ["specialist"],
    "priorities": ["{schedule: 5, admin: 2}", "{}"],
    "most_important": ["[schedule, admin]"],
    "benefits_worth": ["{health: 80%}", "{}"],
}


@st.composite
def clinician_texts(draw: st.DrawFn) -> str:
    keys = draw(st.lists(st.sampled_from(sorted(CLINICIAN_VALUES)), unique=True))
    lines = [f"  {key}: {_quoted(draw(st.sampled_from(CLINICIAN_VALUES[key])))}\n" for key in keys]
    return "format: 1\nclinician:\n" + "".join(lines) if lines else "format: 1\nclinician: {}\n"


@given(clinician_texts())
def test_random_clinician_files_are_valid(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "me.yaml"
        path.write_text(text, encoding="utf-8")
        load_clinician(path)
    assert CLINICIAN.is_valid(seen_by_editor(text))
    assert CLINICIAN.is_valid(seen_as_text(text))


def _quoted(value: str) -> str:
    return f"'{value}'" if "," in value and value[0] not in "[{" else value


def test_a_practice_file_with_any_key_left_out_is_judged_alike(tmp_path: Path) -> None:
    whole = seen_as_text((ROOT / "offers" / "about" / "lakeside-practice.yaml").read_text(encoding="utf-8"))
    path, judged = tmp_path / "practice.yaml", 0
    for section, inner in whole.items():
        for key in [None, *(inner if isinstance(inner, dict) else ())]:
            kept = {name: value for name, value in whole.items() if key is not None or name != section}
            if key is not None:
                kept[section] = {name: value for name, value in inner.items() if name != key}
            path.write_text(yaml.safe_dump(kept), encoding="utf-8")
            try:
                load_practice(path)
                sound = True
            except OfferProblems as problems:
                sound = "is missing" not in str(problems)
            assert PRACTICE.is_valid(kept) == sound, (section, key)
            judged += 1
    assert judged > 20
