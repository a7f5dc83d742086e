"""Vague words are found where they name nothing, with what to ask, and let go where a rule or another sense follows."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator.offer import OfferFile, parse_offer
from evaluator.offer.vague_words import VAGUE_WORDS
from evaluator.offer.vagueness import vague_statements, vague_words
from tests.offer.asked import QUESTIONS


def words(text: str) -> list[str]:
    return [vague.word for vague in vague_words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("up to 70%", ["up to 70%"]),
        ("Earn up to $91,000 a year!", ["up to $91,000"]),
        ("as much as 60 percent", ["as much as 60 percent"]),
        ("from $60", ["from $60"]),
        ("starting at 50%", ["starting at 50%"]),
        ("$50+ an hour", ["$50+"]),
        ("60%+ split", ["60%+"]),
        ("approximately 25 clients", ["approximately 25"]),
        ("about 25 after a few months", ["about 25"]),
        ("Competitive pay", ["Competitive"]),
        ("competitive salary and generous benefits", ["competitive", "generous"]),
        ("excellent benefits", ["excellent benefits"]),
        ("a full benefits package", ["full benefits package"]),
        ("flexible schedule", ["flexible"]),
        ("great flexibility", ["flexibility"]),
        ("supervision as needed", ["as needed"]),
        ("other duties as assigned", ["other duties as assigned"]),
        ("at market rate", ["market rate"]),
        ("industry-standard malpractice", ["industry-standard"]),
        ("above-average pay", ["above-average"]),
        ("unlimited PTO", ["unlimited PTO"]),
        ("uncapped bonus", ["uncapped"]),
        ("high earning potential", ["earning potential"]),
        ("potential to earn more", ["Potential to".lower()]),
        ("salary negotiable", ["negotiable"]),
        ("$60-$80 DOE", ["DOE"]),
        ("depends on experience", ["depends on experience"]),
        ("commensurate with experience", ["commensurate"]),
        ("rate to be determined", ["to be determined"]),
        ("split: TBD", ["TBD"]),
        ("at the practice's sole discretion", ["at the practice's sole discretion"]),
        ("decided case by case", ["case by case"]),
        ("reasonable notice", ["reasonable"]),
        ("paid in a timely manner", ["in a timely manner"]),
        ("occasional weekends", ["occasional"]),
        ("typically five to ten", ["typically"]),
        ("your caseload fills quickly", ["quickly"]),
        ("minimal paperwork", ["minimal"]),
        ("plenty of referrals", ["plenty of"]),
        ("terms subject to change", ["subject to change"]),
        ("health, dental, and more", ["and more"]),
        ("EHR, billing, etc.", ["etc."]),
        ("pay varies", ["varies"]),
        ("some evenings", ["some"]),
        ("highly compensated", ["highly compensated"]),
        ("as  needed,\nor up to\n20%", ["up to\n20%"]),
    ],
)
def test_found(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "60% of money collected",
        "from $60 to $80 a session",
        "from 55% - 60%",
        "from 25 sessions on",
        "benefits at 30+ clients a week",
        "up to 12 months back",
        "up to 5 miles",
        "flexible spending account",
        "records as required by law",
        "full pay for a no-show",
        "potential clients are told",
        "signed by J. Doe",
        "fair trade coffee",
        "fetch, sketch and etch",
        "Quick Street 5",
        "a competition",
        "fixed hours, nine to five",
        "supervision each Tuesday at 9",
        "the market in the lobby",
        "varies by payer as in the table",
        "most recent version",
    ],
)
def test_let_go(text: str) -> None:
    assert words(text) == []


def test_each_row_is_found_by_a_text_above_and_says_what_to_ask() -> None:
    for row in VAGUE_WORDS:
        assert ": ask" in row.ask
        assert "\n" not in row.ask


def test_a_suggestion_is_one_line_that_begins_with_the_word() -> None:
    (vague,) = vague_words("earn up to\n  70% here")
    assert (vague.start, vague.end, vague.word) == (5, 16, "up to\n  70%")
    assert vague.suggestion == ("'up to 70%' names the most, not what you get: ask for the rule and the lowest figure")


def test_overlapping_words_count_once() -> None:
    assert words("unlimited earning potential") == ["unlimited earning"]
    assert words("excellent benefits package and more") == ["excellent benefits", "and more"]
    assert words("competitive, competitive") == ["competitive", "competitive"]


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    found = vague_words(text)
    assert all(text[one.start : one.end] == one.word for one in found)
    assert all(one.suggestion.isprintable() or not one.word.isprintable() for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize("piece", ["up to ", "$1", "1,", "from $1 ", "as ", "at the a", "  ", "some\t"])
def test_long_texts_take_no_long_time(piece: str) -> None:
    started = time.perf_counter()
    vague_words((piece * 4_000)[:4_000])
    assert time.perf_counter() - started < 1


SAMPLE = """\
format: 1
offer:
  name: Flexible therapist
  organization: {value: A practice, quote: "negotiable, they said"}
  evidence: posting
pay:
  structure: per_session
  rates:
    - {name: sessions from $60, amount: $60, mix: 100%, service: "90837"}
caseload:
  sessions_per_week: {value: 25, quote: about 25, where: "page 3, etc."}
benefits: {value: vague, quote: competitive benefits}
autonomy:
  pause-intake: {answer: on_request, quote: as needed}
contract: {value: {notice: long}, evidence: contract, quote: reasonable notice}
"""


@pytest.fixture(scope="module")
def offer() -> OfferFile:
    return parse_offer(SAMPLE.encode(), file="f", questions=QUESTIONS)


def test_statements_of_an_offer(offer: OfferFile) -> None:
    found = [(".".join(one.path), one.place.line, one.word) for one in vague_statements(offer)]
    assert found == [
        ("offer.name", 3, "Flexible"),
        ("offer.organization.quote", 4, "negotiable"),
        ("pay.rates.0.name", 9, "from $60"),
        ("caseload.sessions_per_week.quote", 11, "about 25"),
        ("caseload.sessions_per_week.where", 11, "etc."),
        ("benefits.quote", 12, "competitive"),
        ("autonomy.pause-intake.quote", 14, "as needed"),
        ("contract.notice.quote", 15, "reasonable"),
    ]


def test_a_quote_around_several_terms_counts_once() -> None:
    text = "format: 1\noffer: {name: x, evidence: posting}\n"
    text += "costs: {yearly: {value: {a: $1, b: $2}, quote: generous allowance}}\n"
    found = vague_statements(parse_offer(text.encode(), file="f", questions=QUESTIONS))
    assert [one.word for one in found] == ["generous"]
