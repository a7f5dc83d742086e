"""What matters to the reader, in words: the table, the order and how surely, what would separate offers."""

import csv
import io
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from evaluator.comparison.model import Comparison, NotSeparable, Ordered, ScoreOrder, Turn
from evaluator.report import outputs
from evaluator.report.naming import label_offers
from evaluator.report.sections.matters import HOW_TO_RATE, MattersView, build_matters
from evaluator.report.terminal import render_terminal
from tests.report import fabricated
from tests.report.fabricated_fit import RATINGS, made_to_matter


def built(comparison: Comparison) -> MattersView:
    return build_matters(comparison, label_offers(comparison))


def test_what_matters_in_words(snapshot: SnapshotAssertion) -> None:
    view = built(fabricated.MATTERS)
    assert [tuple(cell.range for cell in row.cells) for row in view.rows] == [
        (*["42–74"] * 5, "not assessed"),
        (*["0–49"] * 5, "not assessed"),
        (*["100"] * 5, "not assessed"),
    ]
    assert replace(view, rows=()) == snapshot


def test_who_rates_nothing_reads_one_line_on_how_to() -> None:
    view = built(fabricated.THREE)
    assert view == MattersView((), (), None, None, None, None, (), HOW_TO_RATE)
    words = outputs.render(fabricated.THREE, "html").decode()
    assert HOW_TO_RATE in words
    assert "What matters to you" not in words


def order(**changed: object) -> Comparison:
    rows = tuple(Ordered(id, place, 50.0, 60.0) for place, id in enumerate(("harbor-employee", "lakeside-group"), 1))
    rows = (*rows, Ordered("brightpath-platform", 3, 20.0, 39.0))
    plain = ScoreOrder(False, rows, 6, 6, (), (), 0)
    return replace(fabricated.THREE, score_order=replace(plain, **changed))  # type: ignore[arg-type]


def test_the_order_without_ratings_is_by_the_overall_score_alone() -> None:
    view = built(order())
    assert view.order == "By overall score alone: C, then A, then B."
    assert view.stays == "C stays first in all 6 tries with one checklist counted half or double."


def test_level_offers_are_named_together() -> None:
    level = tuple(
        Ordered(id, 1 if place < 2 else 3, 50.0, 60.0)
        for place, id in enumerate(("harbor-employee", "lakeside-group", "brightpath-platform"))
    )
    view = built(order(rows=level, runs=0, stays_first=0))
    assert view.order == "By overall score alone: C and A level, then B."
    assert view.stays is None


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ((Turn("support", 2.0, "lakeside-group"),), "A is first with Support doubled."),
        (
            (Turn("autonomy", 0.5, "lakeside-group"), Turn("support", 2.0, "brightpath-platform")),
            "A is first with Autonomy halved, and B is first with Support doubled.",
        ),
        (
            tuple(Turn(name, 2.0, "lakeside-group") for name in ("autonomy", "transparency", "support")),
            "A is first with Autonomy doubled, Transparency doubled or Support doubled.",
        ),
        (
            tuple(Turn(name, 2.0, "lakeside-group") for name in ("autonomy", "transparency", "support", "more")),
            "A is first with Autonomy doubled, Transparency doubled or 2 more.",
        ),
    ],
)
def test_where_the_order_turns(turns: tuple[Turn, ...], expected: str) -> None:
    stays = built(order(turns=turns, stays_first=6 - len(turns))).stays
    assert stays is not None
    kept = f"C stays first in {6 - len(turns)} of 6 tries with one checklist counted half or double; "
    assert stays == kept + expected


def test_pairs_that_can_not_be_told_apart() -> None:
    pair = NotSeparable("lakeside-group", "brightpath-platform", ())
    assert built(order(not_separable=(pair,), pairs_not_separable=1)).close == (
        "Not separable yet: A and B. Nothing that is open would."
    )
    many = built(order(not_separable=(pair,) * 10, pairs_not_separable=12)).close
    assert many == "Not separable yet: A and B; A and B; A and B; 9 more pairs. Nothing that is open would."


def test_each_question_is_asked_once() -> None:
    asks = built(fabricated.MATTERS).asks
    assert asks == (
        "Ask A and B: Can I pause intake when I am full?",
        "Have A put into the contract what was said: Billing and denials.",
    )


def test_the_terminal_says_it_in_a_few_lines() -> None:
    text = render_terminal(fabricated.MATTERS, 80, color=False)
    start = text.index("By score and fit")
    assert text[start : text.index("\n\n", start)].splitlines() == [
        "By score and fit, money apart: C, then B, then A. C stays first in 4 of 6 tries",
        "with one checklist counted half or double; A is first with Autonomy doubled or",
        "Support halved.",
        "Fit, and whether your top two are protected: A 42–74 (not yet: ask), B 0–49 (not",
        "protected), C 100 (protected).",
    ]


def test_the_table_file_has_the_fit_and_the_place() -> None:
    rows = list(csv.DictReader(io.StringIO(outputs.render(fabricated.MATTERS, "csv").decode())))
    found = {(row["offer"], row["figure"]): row for row in rows}
    assert len(found) == len(rows)
    mine = found["lakeside-group", "fit"]
    assert (mine["unit"], float(mine["low"]), mine["likely"], float(mine["high"])) == ("of 100", 41.5, "", 73.5)
    assert float(found["lakeside-group", "fit.schedule"]["low"]) == 41.5
    assert ("lakeside-group", "fit.leadership") not in found
    assert found["brightpath-platform", "fit.protection"]["words"] == "Does not protect your top two"
    assert float(found["harbor-employee", "place_by_scores"]["likely"]) == 1
    assert float(found["harbor-employee", "value_by_scores"]["low"]) == 81


def test_what_was_taken_for_the_reader_is_told() -> None:
    assert built(fabricated.MATTERS).note == "Not rated by you, taken as 3 of 5: niche and community."
    own = tuple(replace(rating, given="own") for rating in RATINGS)
    assert built(replace(fabricated.MATTERS, ratings=own)).note is None
    ones = tuple(replace(rating, given="own", rating=1) for rating in RATINGS)
    assert built(replace(fabricated.MATTERS, ratings=ones)).note == "All are rated 1, so all count alike."


def test_one_offer_alone_has_a_fit_and_no_order() -> None:
    alone = replace(made_to_matter(fabricated.THREE), offers=fabricated.MATTERS.offers[:1])
    row = (Ordered("lakeside-group", 1, 40.0, 60.0),)
    view = built(replace(alone, score_order=ScoreOrder(True, row, 0, 0, (), (), 0)))
    assert (view.order, view.stays, view.close, len(view.rows)) == (None, None, None, 1)
