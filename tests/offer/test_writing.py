"""Writing an offer loses nothing that was said: what is read from the written text is what was written."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from evaluator.checklists import load_catalogue
from evaluator.offer import Fact, OfferFile, Place, Questions, loading, parse_offer
from evaluator.offer.fingerprint import fingerprint
from evaluator.offer.writing import dump_offer
from tests.offer.asked import HEAD, QUESTIONS, SAMPLE
from tests.offer.offers import offer_texts

SAMPLES = sorted((Path(__file__).parents[2] / "offers").glob("*.yaml"))


def parse(text: str, questions: Questions = QUESTIONS) -> OfferFile:
    return parse_offer(text.encode(), file="f.yaml", questions=questions)


def placeless(offer_file: OfferFile) -> dict[str, Fact]:
    return {name: replace(fact, place=Place(1, 1)) for name, fact in offer_file.facts.items()}


def unplaced(message: str) -> str:
    """A warning without the place of the other term that it names, which is layout."""
    return re.sub(r" at line \d+, column \d+", "", message)


def assert_nothing_is_lost(text: str, questions: Questions = QUESTIONS) -> None:
    before = parse(text, questions)
    written = dump_offer(before)
    after = parse(written, questions)
    assert after.offer == before.offer
    assert after.answers == before.answers
    assert placeless(after) == placeless(before)
    assert list(after.facts) == list(before.facts)
    assert [unplaced(warning.message) for warning in after.warnings] == [
        unplaced(warning.message) for warning in before.warnings
    ]
    assert fingerprint(after) == fingerprint(before)
    assert dump_offer(after) == written


def test_the_sample() -> None:
    assert_nothing_is_lost(SAMPLE)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_with_the_real_questions(path: Path) -> None:
    assert_nothing_is_lost(path.read_text(encoding="utf-8"), load_catalogue().questions())


@given(offer_texts())
def test_any_offer(text: str) -> None:
    assert_nothing_is_lost(text)
    before = parse(text)
    seen_by_others = yaml.safe_load(dump_offer(before))
    assert set(seen_by_others) == {"format", "offer"} | {fact.path[0] for fact in before.facts.values()}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(offer_texts(everything=True))
def test_any_term_beside_any_other(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Whether terms go together is another question: the writer loses nothing of offers that can't be meant, either."""
    with monkeypatch.context() as patch:
        patch.setattr(loading, "refuse_impossible", lambda *_: None)
        patch.setattr(loading, "implausible", lambda *_: ())
        assert_nothing_is_lost(text)


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "pay: refused",
        "costs: {yearly: {value: {a: $1, b: {value: $2, evidence: contract}}, evidence: verbal, quote: q}}",
        "costs: {yearly: {value: none, evidence: verbal}}",
        "costs: {yearly: {all: $500}}",
        "benefits: {value: {a: $1}, as_of: 2026-10-01}",
        "costs: {yearly: $500}",
        'costs: {yearly: {"a: b # c": $1, "-": $2, "?": vague, "yes": $3}}',
        "collections: {payers: {value: [{name: a, mix: 100%, allowed: $9}], evidence: contract, where: Annex B}}",
        "collections: {payers: {value: [{name: a, mix: 100%, allowed: $9}], change: formula, notice: 1 day}}",
        "costs: {yearly: {value: {a: $1, b: {value: $2, change: fixed}}, change: discretion}}",
        "caseload: {sessions_per_week: {value: vague, change: discretion, notice: 0}}",
        "autonomy: {value: {pause-intake: {answer: on_request, change: fixed}}, change: discretion, notice: 14}",
        "autonomy: {value: {pause-intake: on_request}, evidence: verbal}",
        "autonomy: {pause-intake: {answer: vague, quote: we will see}, outside-work: 'True'}",
    ],
)
def test_awkward_ones(rest: str) -> None:
    assert_nothing_is_lost(HEAD + rest)


def test_it_reads_well() -> None:
    text = dump_offer(
        parse(HEAD + "pay: {structure: percentage, share: {value: 60%, evidence: verbal, quote: 'sixty'}}")
    )
    assert (
        text
        == """\
format: 1
offer:
  name: Staff therapist
  evidence: posting
pay:
  structure: percentage
  share: {value: 60%, evidence: verbal, quote: sixty}
"""
    )


def test_a_group_with_nothing_in_it_says_nothing() -> None:
    """As a blank key does; the offer must not count as limited by new clients because of two braces."""
    offer = parse_offer(HEAD.encode() + b"caseload: {new_clients: {}}\n", file="a.yaml", questions=QUESTIONS)
    assert offer.offer.caseload.new_clients is None
    assert parse_offer(dump_offer(offer).encode(), file="a.yaml", questions=QUESTIONS).offer == offer.offer
    vague = parse_offer(
        HEAD.encode() + b"caseload: {new_clients: {per_week: vague}}\n", file="a.yaml", questions=QUESTIONS
    )
    assert vague.offer.caseload.new_clients is not None
