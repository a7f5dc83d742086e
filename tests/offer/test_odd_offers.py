"""Every file in `tests/odd_offers` is read, and warns with exactly the lines beside it; each judge has a file."""

import re
from pathlib import Path

import pytest

from evaluator.offer import OfferFile, load_offer, parse_offer
from evaluator.offer.odd_pairs import JUDGES
from evaluator.offer.oddness import Judge
from tests.offer.asked import QUESTIONS

FOLDER = Path(__file__).parent.parent / "odd_offers"
FILES = sorted(FOLDER.glob("*.yaml"))


@pytest.fixture(scope="module")
def read() -> dict[str, OfferFile]:
    return {path.stem: load_offer(path, QUESTIONS) for path in FILES}


def test_each_has_its_lines() -> None:
    assert {path.stem for path in FILES} == {path.stem for path in FOLDER.glob("*.expected")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_exact_lines(path: Path, read: dict[str, OfferFile]) -> None:
    warnings = read[path.stem].warnings
    lines = "".join(f"{{file}}:{one.place.line}:{one.place.column}: {one.message}\n" for one in warnings)
    assert lines == path.with_suffix(".expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("judge", JUDGES, ids=lambda judge: judge.__name__.strip("_"))
def test_every_judge_has_a_file(judge: Judge, read: dict[str, OfferFile]) -> None:
    assert any(list(judge(offer.offer)) for offer in read.values())


def test_every_sentence_of_the_judges_has_a_file(read: dict[str, OfferFile]) -> None:
    # One row, one file: what the source can say and what the files show are the same number of sentences.
    source = "".join(
        (Path(__file__).parents[2] / "evaluator" / "offer" / name).read_text(encoding="utf-8")
        for name in ("odd_pay.py", "odd_work.py")
    )
    said = {
        re.sub(r"[0-9.]+", "#", re.sub(r" \(see .*", "", one.message))
        for offer in read.values()
        for one in offer.warnings
    }
    assert source.count("yield Odd(") <= len(said)


def test_both_places_are_named_and_what_to_do(read: dict[str, OfferFile]) -> None:
    for offer in read.values():
        for judge in JUDGES:
            for odd in judge(offer.offer):
                (line,) = {one.message for one in offer.warnings if one.message.startswith(odd.says)}
                assert re.search(r" \(see [a-z_.]+ at line \d+, column \d+\): ", line), line
                assert line.endswith(odd.ask)
                assert "." not in odd.ask


def test_the_first_of_the_two_is_the_one_that_is_seen() -> None:
    # The warning stands at the later of the two, whichever that is.
    head = "format: 1\noffer: {name: x, evidence: posting}\n"
    one = parse_offer(
        (head + "caseload: {sessions_per_week: 25}\nbenefits_when: {above_sessions: 30}\n").encode(),
        file="f",
        questions=QUESTIONS,
    )
    two = parse_offer(
        (head + "benefits_when: {above_sessions: 30}\ncaseload: {sessions_per_week: 25}\n").encode(),
        file="f",
        questions=QUESTIONS,
    )
    assert [(w.place.line, "line 3" in w.message) for w in (*one.warnings, *two.warnings)] == [(4, True), (4, True)]
    assert "see caseload.sessions_per_week" in one.warnings[0].message
    assert "see benefits_when.above_sessions" in two.warnings[0].message


@pytest.mark.parametrize(
    "text",
    [
        # A range that may reach the number is no contradiction.
        "caseload: {sessions_per_week: 25-30}\nbenefits_when: {above_sessions: 30}",
        "caseload: {sessions_per_week: 25}\nbenefits_when: {above_sessions: 25}",
        # 25 a week are 110 in a month of 53/12 weeks, and 100 is within reach.
        "caseload: {sessions_per_week: 25}\npay: {structure: salary, bonus: {per_session: $9, above: 100, per: month}}",
        "pay: {structure: per_session, missed_visit: {fee: $75, clinician_share: 50%}}",
        "pay: {structure: per_session, missed_visit: {fee: $75, clinician_share: vague, per_no_show: $20}}",
        "pay: {structure: percentage, of: collected, lag_days: 30}",
        "costs: {yearly: {malpractice: $480, licence: $200}}",
        "hours: {weekly: {noteworthy meetings: 2}, documentation_minutes: 10}",
        "benefits: {health: $3,000}\nbenefits_when: {after_weeks: 12}",
    ],
)
def test_no_false_alarm(text: str) -> None:
    head = "format: 1\noffer: {name: x, evidence: posting, engagement: employee}\n"
    assert parse_offer((head + text).encode(), file="f", questions=QUESTIONS).warnings == ()
