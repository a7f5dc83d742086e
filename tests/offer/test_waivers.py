"""Waiver files: read strictly, every problem at once, offers by the name of their file.

In: files written here. Out: pass or fail. Must not compare offers.
"""

import hashlib
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from evaluator.offer import OfferProblems
from evaluator.offer.schema import waivers_schema
from evaluator.offer.waivers import Waiver, load_waivers
from tests.offer.test_schema import seen_as_text

CHECKS = {"pause-intake": "Pausing intake", "tools": "Tools"}
GOOD = """\
format: 1
waivers:
  - {check: pause-intake, offer: lakeside-group, reason: fine with me, by: R. Doe, expires: 2027-03-31}
  - check: tools
    reason: I bring my own
    by: R. Doe
    expires: 2026-06-30
"""
VALIDATOR = jsonschema.Draft7Validator(waivers_schema(CHECKS))


def written(folder: Path, text: str) -> Path:
    path = folder / "waivers.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(OfferProblems) as caught:
        load_waivers(written(folder, text), CHECKS)
    return [f"{one.line}:{one.column}: {one.message}" for one in caught.value.problems]


def test_waivers_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    sha256 = hashlib.sha256(GOOD.encode()).hexdigest()
    assert load_waivers(path, CHECKS) == (
        Waiver("pause-intake", "lakeside-group", "fine with me", "R. Doe", date(2027, 3, 31), str(path), 3, sha256),
        Waiver("tools", None, "I bring my own", "R. Doe", date(2026, 6, 30), str(path), 4, sha256),
    )


@pytest.mark.parametrize("named", ["lakeside-group", "lakeside-group.yaml", "Lakeside Group.yml"])
def test_an_offer_is_meant_by_the_name_of_its_file(named: str, tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.replace("offer: lakeside-group", f"offer: {named}"))
    assert load_waivers(path, CHECKS)[0].offer == "lakeside-group"


@pytest.mark.parametrize(
    ("line", "instead", "expected"),
    [
        ("check: tools", "check: tolls", "4:12: there is no check 'tolls': did you mean 'tools'?"),
        (
            "check: tools",
            "check: qqq",
            "4:12: there is no check 'qqq': expected one that `evaluator checks` lists",
        ),
        ("    by: R. Doe\n", "", "'by' is missing"),
        ("    reason: I bring my own\n", "", "'reason' is missing"),
        ("    expires: 2026-06-30\n", "", "'expires' is missing"),
        ("expires: 2026-06-30", "expires: 2026-06-31", "7:14: "),
        ("expires: 2026-06-30", "expires: next year", "7:14: "),
        ("    by: R. Doe\n", "    bye: R. Doe\n", "6:5: unknown key 'bye': did you mean 'by'?"),
        ("format: 1\n", "", "'format' is missing"),
        ("format: 1", "format: 2", "1:9: "),
    ],
)
def test_mistakes_have_their_place(tmp_path: Path, line: str, instead: str, expected: str) -> None:
    assert line in GOOD
    text = GOOD.replace(line, instead, 1)
    assert any(expected in message for message in problems(tmp_path, text)), problems(tmp_path, text)
    assert not VALIDATOR.is_valid(seen_as_text(text)) or "expires" in line


def test_all_mistakes_come_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("check: tools", "check: tolls").replace("check: pause-intake", "check: pause-intakes")
    found = problems(tmp_path, text)
    assert [one.partition(" ")[0] for one in found] == ["3:13:", "4:12:"]


def test_a_missing_file_and_a_list(tmp_path: Path) -> None:
    with pytest.raises(OfferProblems, match="there is no such file"):
        load_waivers(tmp_path / "none.yaml", CHECKS)
    assert problems(tmp_path, "- check: tools\n")


def test_the_schema_takes_what_the_reader_takes_and_names_the_checks() -> None:
    jsonschema.Draft7Validator.check_schema(VALIDATOR.schema)
    assert VALIDATOR.is_valid(seen_as_text(GOOD))
    row = VALIDATOR.schema["definitions"]["WaiverRow"]["properties"]["check"]
    assert {"const": "tools", "description": "Tools"} in row["anyOf"]
    assert row["description"] == "The id of the check or red flag."
