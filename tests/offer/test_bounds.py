"""The tables of bounds: each row is about a term there is, holds just where it says, and is shown where it counts."""

import math

import pytest

from evaluator.offer import OfferFile, OfferProblems, parse_offer
from evaluator.offer.books import PracticeFile
from evaluator.offer.bounded import OFFER_BOUNDS, _hard_to_believe, _impossible
from evaluator.offer.bounds import Bound, amount
from evaluator.offer.bounds_of_books import CLINICIAN_BOUNDS, PRACTICE_BOUNDS
from evaluator.offer.bounds_page import bound_lines, bounds_markdown
from evaluator.offer.clinician import AboutMe
from evaluator.offer.numbers import kinds_of_number, numbers_in
from evaluator.offer.quantity import Quantity
from evaluator.offer.terms import Offer
from tests.offer.asked import HEAD, QUESTIONS

KINDS = {
    **{("offer", name): written for name, written in kinds_of_number(Offer).items()},
    **{("clinician", name): written for name, written in kinds_of_number(AboutMe).items()},
    **{("practice", name): written for name, written in kinds_of_number(PracticeFile).items()},
}
ROWS = [
    *(("offer", row) for row in OFFER_BOUNDS),
    *(("clinician", row) for row in CLINICIAN_BOUNDS),
    *(("practice", row) for row in PRACTICE_BOUNDS),
]
IDS = [f"{file}-{row.term}-{row.when or 'all'}" for file, row in ROWS]


def with_head(rest: str) -> OfferFile:
    return parse_offer((HEAD + rest).encode(), file="f", questions=QUESTIONS)


def stops(rest: str) -> list[str]:
    with pytest.raises(OfferProblems) as caught:
        with_head(rest)
    return [problem.message for problem in caught.value.problems]


def limits(file: str, row: Bound) -> tuple[float, float, str]:
    kind = KINDS[file, row.term].limits
    assert kind is not None
    return kind.least, kind.most, kind.unit


@pytest.mark.parametrize(("file", "row"), ROWS, ids=IDS)
def test_a_row_is_about_a_number_and_its_ranges_lie_within_each_other(file: str, row: Bound) -> None:
    least, most, _ = limits(file, row)
    assert row.warn.least is not None or row.warn.most is not None, "a row without a warning says nothing"
    low, high = row.warn.least or least, row.warn.most if row.warn.most is not None else most
    assert least <= (row.stop.least or least) <= low < high <= (row.stop.most or most) <= most
    assert row.why.endswith(".")
    assert row.says.count("{}") == 1


@pytest.mark.parametrize(("file", "row"), ROWS, ids=IDS)
def test_a_warning_starts_just_beyond_its_bound(file: str, row: Bound) -> None:
    _, _, unit = limits(file, row)
    for bound, beyond in ((row.warn.most, math.inf), (row.warn.least, -math.inf)):
        if bound is None:
            continue
        assert _hard_to_believe(row, bound, unit) is None
        message = _hard_to_believe(row, math.nextafter(bound, beyond), unit)
        assert message is not None
        assert message.endswith(row.ask)
        assert row.over or amount(bound, unit) in message


@pytest.mark.parametrize(
    ("file", "row"), [pair for pair in ROWS if pair[1].stop.most or pair[1].stop.least is not None]
)
def test_a_stop_starts_just_beyond_its_bound(file: str, row: Bound) -> None:
    _, _, unit = limits(file, row)
    for bound, is_part, beyond in (
        (row.stop.most, not row.stop.below_most, math.inf),
        (row.stop.least, not row.stop.above_least, -math.inf),
    ):
        if bound is None:
            continue
        assert (_impossible(row, Quantity.point(bound), unit) is None) == is_part
        assert _impossible(row, Quantity.point(math.nextafter(bound, beyond)), unit) is not None
        # Any end of a range counts, unlike for warnings.
        inside = Quantity(bound - 1, bound, bound + 1) if is_part else Quantity.point(bound)
        assert "expected" in (_impossible(row, inside, unit) or "")


def test_rows_of_one_term_stop_at_the_same_number() -> None:
    stop: dict[tuple[str, str], object] = {}
    for file, row in ROWS:
        assert stop.setdefault((file, row.term), row.stop) == row.stop, row.term


def test_the_page_has_every_number_of_every_file() -> None:
    page = bounds_markdown()
    for (_, name), written in KINDS.items():
        assert f"| `{name}`" in page
        assert written.limits is not None
    assert "| `hours.session_minutes` (anything but psychological assessment) | above 0 to 600 minutes |" in page
    assert "| `travel.mileage_rate` | from $0 to $20 | up to $1 |" in page
    assert "None" not in page


def test_explain_has_the_same_numbers() -> None:
    lines = list(bound_lines("travel.mileage_rate"))
    assert lines[0].startswith("Possible: from $0 to $20; anything else stops.")
    assert lines[1].startswith("No warning: up to $1.")
    assert list(bound_lines("pay.structure")) == []
    assert list(bound_lines("weeks_off"))[1].startswith("No warning: up to 16 weeks.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("hours: {session_minutes: 10}", "a session of 10 minutes is under 15: check the figure"),
        ("hours: {weekly: {admin: 21}}", "21 hours a week of one kind of other work is over 20: check the figure"),
        # One amount alone stands at its group.
        ("hours: {weekly: 21}", "21 hours a week of one kind of other work is over 20: check the figure"),
        ("pay: {structure: hourly, hourly_rate: $9}", "$9 an hour is under $12: check the figure"),
        ("pay: {structure: percentage, share: 15%}", "a share of 15% is under 20%: check the figure"),
        (
            "collections: {payers: [{name: a, mix: 100%, allowed: $900}]}",
            "$900 allowed for a session is over $500: check the figure",
        ),
        ("benefits: {health: $60,000}", "$60,000 a year for one benefit is over $50,000: check the figure"),
        (
            "travel: {mileage_rate: $1.50}",
            "$1.50 for a mile is over $1: dollars are meant, so write $0.70 for 70 cents",
        ),
        # The likely value of a range counts: 20 of 8 to 32 here.
        ("hours: {documentation_minutes: 10-60}", "35 minutes of notes for one session is over 30: check the figure"),
    ],
)
def test_warnings_of_a_file(text: str, message: str) -> None:
    assert [warning.message for warning in with_head(text).warnings] == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("hours: {weeks_off: 52}", "52 weeks off: expected at most 51"),
        ("travel: {mileage_rate: 70}", "$70 for a mile: expected at most $20"),
        ("pay: {structure: per_session, rate: $30,000}", "$30,000 a session: expected at most $20,000"),
        ("hours: {session_minutes: 0-50}", "a session of 0 minutes: expected more than 0"),
    ],
)
def test_stops_of_a_file(text: str, message: str) -> None:
    assert stops(text) == [message]


def test_a_stop_is_found_beside_another_mistake_of_its_section() -> None:
    assert stops("hours: {weeks_off: 52, session_minutes: long}") == [
        "52 weeks off: expected at most 51",
        "session_minutes 'long' is not a number of minutes: expected a number of minutes such as 53",
    ]


def test_every_number_is_found_with_its_place() -> None:
    offer = with_head(
        "pay: {structure: tiered, per: week, tiers: [{share: 50%}, {from_sessions: 20, share: 60%}]}\n"
        "costs: {yearly: {ehr: $900}}\n"
    ).offer
    found = {path: (name, number.likely) for path, name, number in numbers_in(offer)}
    assert found["pay", "tiers", "1", "share"] == ("pay.tiers.share", 0.6)
    assert found["costs", "yearly", "ehr"] == ("costs.yearly", 900)
