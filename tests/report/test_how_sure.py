"""Section 6: odds, spreads, bars, bad years and the order of steps, as words and as rows."""

import csv
import io
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from evaluator.comparison.model import Comparison, Odds
from evaluator.report import outputs
from evaluator.report.charts import Path, Rect, Scale
from evaluator.report.naming import label_offers
from evaluator.report.sections.how_sure import MOST_BARS, HowSureView, build_how_sure
from evaluator.report.sections.odds import leading_odds
from evaluator.report.spreads import close_scale, draw_strip, draw_swing
from evaluator.report.terminal import render_terminal
from evaluator.report.view import build_view
from tests.report import fabricated
from tests.report.fabricated_sureness import made_sure


def _section(comparison: Comparison) -> HowSureView:
    view = build_how_sure(comparison, label_offers(comparison))
    assert view is not None
    return view


def _with_odds(share: float, error: float) -> Comparison:
    sure = fabricated.SURE.how_sure
    assert sure
    odds = (Odds("harbor-employee", "lakeside-group", share, 1 - share, error),)
    return replace(fabricated.SURE, how_sure=replace(sure, odds=odds))


def test_without_simulation_there_is_no_section() -> None:
    assert build_how_sure(fabricated.THREE, label_offers(fabricated.THREE)) is None
    assert "how_sure" not in [section.name for section in build_view(fabricated.THREE).sections]
    names = [section.name for section in build_view(fabricated.SURE).sections]
    assert names[-3:] == ["questions", "how_sure", "method"]


def test_the_section_in_words(snapshot: SnapshotAssertion) -> None:
    view = _section(fabricated.SURE)
    assert (view.odds, view.turning, view.not_turning, view.worth_asking, view.bad_years, view.step_order) == snapshot


@pytest.mark.parametrize(
    ("share", "error", "ending"),
    [
        # 0.71 of 4,000: error √(0.71 × 0.29 / 4,000) = 0.00717; 1.96 of it is 0.0141
        (0.71, 0.007174608, "in 71 of 100 (±1.4)."),
        (0.9975, 0.00079, "in 99.8 of 100 (±0.2)."),
        (1.0, 0.0, "in every one."),
        (0.5, 0.0079, "in 50 of 100 (±1.5)."),
    ],
)
def test_odds_in_plain_words(share: float, error: float, ending: str) -> None:
    said = _section(_with_odds(share, error)).odds[0]
    assert said.startswith("In 4,000 simulated years, Licensed therapist (C) paid more per hour than Staff therapist")
    assert said.endswith(ending)


def test_the_likelier_winner_is_named_first_but_the_leader_in_the_summary() -> None:
    unlikely = _with_odds(0.3, 0.0072)
    assert (
        "Staff therapist, evenings (A) paid more per hour than Licensed therapist (C) in 70 of"
        in (_section(unlikely).odds[0])
    )
    said = leading_odds(unlikely, label_offers(unlikely))
    assert said
    assert "Licensed therapist (C) paid more per hour than Staff therapist, evenings (A) in 30 of 100" in said


def test_many_pairs_become_a_grid_whose_halves_add_to_a_hundred() -> None:
    view = _section(fabricated.SIX)
    assert len(view.odds) == 4  # the leader against each of the others that state their pay
    assert view.grid
    cells = [row for _, row in view.grid.rows]
    for one in range(5):
        assert cells[one][one] == ""
        for other in range(one):
            assert abs(int(cells[one][other]) + int(cells[other][one]) - 100) <= 1
    assert _section(fabricated.SURE).grid is None


def test_a_tornado_has_eight_bars_lower_end_left_longest_first() -> None:
    group, _, salary = _section(fabricated.SURE).tornados
    assert len(group.swings) == MOST_BARS
    assert group.left_out == "2 smaller bars left out here; the JSON file has them all."
    assert salary.left_out is None
    gaps = []
    for swing in group.swings:
        lower, higher = (float(words.strip("$")) for words in (swing.lower_usd, swing.higher_usd))
        assert lower <= higher
        gaps.append(higher - lower)
    assert gaps == sorted(gaps, reverse=True)


def test_an_offer_that_does_not_state_its_pay_has_no_odds_but_a_reason_and_a_question() -> None:
    view = _section(fabricated.SIX)  # D does not say what it pays
    assert [part.label.mark for part in view.tornados] == ["A", "B", "C", "E", "F"]
    assert [row.label.mark for row in view.strips] == ["A", "B", "C", "E", "F"]
    assert view.grid
    assert view.grid.columns == ("A", "B", "C", "E", "F")
    assert not any("Therapist wanted" in said for said in (*view.odds, *view.turning, *view.not_turning))
    (said,) = view.unstated
    assert said.startswith("Therapist wanted (D) does not say what it pays. Odds, spreads and break-evens would only")
    assert "Ask first: " in said
    assert said.endswith("?")
    assert "$" not in said
    assert not _section(fabricated.SURE).unstated


def test_a_silent_offer_alone_has_nothing_but_the_reason() -> None:
    view = _section(made_sure(fabricated.compare_by_hand(fabricated.SILENT)))
    assert len(view.unstated) == 1
    assert (view.intro, view.strips, view.odds, view.grid, view.tornados, view.bad_years) == (
        None,
        (),
        (),
        None,
        (),
        (),
    )


def test_a_bar_turns_round_where_more_is_worse() -> None:
    alone = made_sure(fabricated.ONE)
    sureness = alone.offers[0].sureness
    assert sureness
    bar = replace(sureness.tornado[0], low="5 minutes", high="20 minutes", at_low_usd=46.0, at_high_usd=41.0)
    offer = replace(alone.offers[0], sureness=replace(sureness, tornado=(bar,)))
    swing = _section(replace(alone, offers=(offer,))).tornados[0].swings[0]
    assert (swing.lower, swing.lower_usd, swing.higher, swing.higher_usd) == (
        "20 minutes",
        "$41.00",
        "5 minutes",
        "$46.00",
    )


def test_an_offer_without_a_risk_is_named_and_has_no_row() -> None:
    cut = next(table for table in _section(fabricated.SURE).bad_years if table.title.startswith("Insurers cut"))
    assert cut.spared == "No such risk: C."
    assert [row.label.mark for row in cut.rows] == ["A", "B"]


def test_one_offer_alone_has_no_rank_no_odds_and_no_wrong_choice() -> None:
    view = _section(made_sure(fabricated.ONE))
    assert (view.odds, view.worth_asking, view.compares, view.ranked) == ((), (), False, False)
    assert {len(row.cells) for table in view.bad_years for row in table.rows} == {4}


def test_steps_that_depend_on_the_order_say_in_which_offers() -> None:
    # 1,900 of 128,104 is 1.48 points, of 126,669 1.50 and of 147,055 1.29: all above one
    rows = {row.name: row.depends for row in _section(fabricated.SURE).step_order[0].rows}
    assert rows["Filling the caseload"] == "depends on the order in A, B and C"
    assert rows["Your own costs"] is None
    alone = _section(made_sure(fabricated.ONE)).step_order[0]
    assert {row.depends for row in alone.rows} == {None, "depends on the order"}


def test_thresholds_and_chance_are_remarked_on_where_notable() -> None:
    remarks = [row.by_chance for row in _section(fabricated.SURE).strips]
    assert remarks[:2] == [None, None]
    assert remarks[2]
    assert "about $640 less a year" in remarks[2]


def test_the_terminal_says_the_odds_in_one_sentence() -> None:
    text = " ".join(render_terminal(fabricated.SURE, 80, color=False).split())
    assert "In 4,000 simulated years, Licensed therapist (C) paid more per hour than Staff therapist" in text
    assert "simulated" not in render_terminal(fabricated.THREE, 80, color=False)


def test_the_table_has_odds_spreads_and_bad_years() -> None:
    rows = list(csv.DictReader(io.StringIO(outputs.render(fabricated.SURE, "csv").decode())))
    assert len({(row["offer"], row["figure"]) for row in rows}) == len(rows)
    found = {(row["offer"], row["figure"]): row for row in rows}
    assert float(found["harbor-employee", "odds_over.lakeside-group"]["likely"]) == 0.71
    assert float(found["lakeside-group", "odds_over.harbor-employee"]["likely"]) == pytest.approx(0.29)
    assert float(found["lakeside-group", "simulated_hourly_usd"]["low"]) == pytest.approx(44.028442 - 2.9)
    assert float(found["lakeside-group", "stress.illness.pay_change_usd"]["likely"]) == -7640.0
    assert ("harbor-employee", "stress.rate-cut.rank") not in found


def test_a_close_scale_holds_every_value_without_reaching_to_zero() -> None:
    scale, ticks = close_scale([41.13, 46.43, 45.41], 10, 290)
    assert list(ticks) == [40.0, 42.0, 44.0, 46.0, 48.0]
    assert (scale.at(40), scale.at(48)) == (10, 290)
    close_scale([], 0, 1)
    close_scale([5.0, 5.0, float("nan")], 0, 1)


def test_a_strip_spans_its_ends_and_marks_the_middle() -> None:
    drawing = draw_strip((20, 50, 60), Scale(0, 100, 0, 100), (), 100, "a spread")
    bar = next(mark for mark in drawing.marks if isinstance(mark, Rect))
    assert (bar.x, bar.width) == (20, 40)
    assert any(isinstance(mark, Path) and mark.d.startswith("M50.0 ") for mark in drawing.marks)


def test_a_swing_is_hatched_below_the_base_and_solid_above() -> None:
    drawing = draw_swing((30, 70), 60, Scale(0, 100, 0, 100), (), 100, "a bar")
    below, above = [mark for mark in drawing.marks if isinstance(mark, Rect)]
    assert (below.x, below.width) == (30, 30)
    assert (above.x, above.width) == (60, 10)
    assert below.fill != above.fill
