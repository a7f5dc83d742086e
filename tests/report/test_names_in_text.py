"""Names and addresses in a text: found where they stand as words, and nowhere else."""

import time

import pytest

from evaluator.report.names_in_text import NO_ADDRESS, mixed, replacer, short_forms, telling_words, without_addresses

CLEAR = replacer(
    {"Harrowgate Wellness LLC": "employer A", "Abe": "Offer A", "-": "a file"}, {"Harrowgate": "employer A"}
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("HARROWGATE WELLNESS LLC's rule", "employer A's rule"),
        ("Harrowgate pays, Harrowgates does not", "employer A pays, Harrowgates does not"),
        ("HARROWGATE pays, harrowgate not", "employer A pays, harrowgate not"),  # as written, or in capitals
        ("abe", "Offer A"),  # the whole text is the name
        ("Ask Abe, not babe or abet", "Ask Offer A, not babe or abet"),
        ("you abe", "you abe"),  # a short name is looked for as it is written
        ("-", "-"),  # standard input is no name
        ("", ""),
    ],
)
def test_names_are_found_as_whole_words(text: str, says: str) -> None:
    assert CLEAR(text) == says


def test_words_between_quotation_marks_are_replaced_as_quotes_are() -> None:
    loud = mixed(lambda text: text.replace("Full", "A"), lambda text: text.lower().replace("full", "A"))
    assert loud("Full days are full: “FULL days”") == "A days are full: “A days”"


def test_without_names_nothing_is_found() -> None:
    assert replacer({})("anything at all") == "anything at all"


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Dr. Chen & Partners", ("Chen & Partners", "Chen &", "Chen", "ChenPartners")),
        ("The Willow Group", ("Willow Group", "Willow", "WillowGroup")),
        ("The", ("The",)),
    ],
)
def test_short_forms(name: str, forms: tuple[str, ...]) -> None:
    assert short_forms(name) == forms


def test_words_that_tell_a_name_are_not_those_of_every_practice() -> None:
    assert telling_words("Zwick & Harrowgate Family Therapy, PLLC of Ohio") == ("Zwick", "Harrowgate", "Ohio")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/jobs/12?a=b",
        "www.example.com",
        "example-clinic.health/jobs",
        "jo.smith+jobs@example.co.uk",
        "@example_clinic",
        "(614) 555-0100",
        "614-555-0100",
        "+1 614 555 0100",
        "1200 Old Mill Road",
        "7 N. Main St.",
    ],
)
def test_addresses_go(address: str) -> None:
    assert without_addresses(f"write to {address} today") == f"write to {NO_ADDRESS} today"


@pytest.mark.parametrize(
    "text",
    [
        "60/40 of $1,200.50 by 2026-11-02, code 97110",
        "5 days a week, 3.5 hours; see §3.1 and p. 12",
        "8% no-shows e.g. 25 sessions. Contract changes",
        "We pay 90 days. No fee",
    ],
)
def test_what_is_no_address_stays(text: str) -> None:
    assert without_addresses(text) == text


@pytest.mark.parametrize(
    "text", ["a." * 20_000, "a" * 40_000 + "@", "1 " * 20_000, "1 Aa" + " Aa" * 10_000, "www." * 9000]
)
def test_a_long_text_takes_no_time(text: str) -> None:
    started = time.perf_counter()
    without_addresses(text)
    assert time.perf_counter() - started < 2
