"""The geometry of the charts."""

from itertools import pairwise

from syrupy.assertion import SnapshotAssertion

from evaluator.report import charts


def test_hatching_stays_inside_its_rectangle() -> None:
    x, y, width, height = 10.3, 2.0, 31.7, 12.0
    strokes = charts.hatching(x, y, width, height).split("M")[1:]
    assert len(strokes) > 5
    for stroke in strokes:
        for spot in stroke.split("L"):
            across, down = map(float, spot.split())
            assert x - 0.06 <= across <= x + width + 0.06
            assert y - 0.06 <= down <= y + height + 0.06


def test_a_scale_holds_every_value_and_has_round_ticks() -> None:
    scale, ticks = charts.round_scale([168_448.0, 37_848.24], 0, 100)
    assert list(ticks) == [0.0, 50_000.0, 100_000.0, 150_000.0]
    assert scale.at(168_448.0) == 100
    assert scale.at(0) == 0
    scale, ticks = charts.round_scale([-3_000.0, 9_000.0], 0, 100)
    assert scale.low == -3_000
    assert 0 in ticks
    assert 1 < len(ticks) < 8
    charts.round_scale([], 0, 1)
    charts.round_scale([float("nan")], 0, 1)


def test_a_loss_is_hatched_from_the_new_level_to_the_old_one() -> None:
    scale = charts.Scale(0, 100, 0, 100)
    drawing = charts.draw_step(80, 60, False, scale, (0, 50, 100), (100, 20), "a step")
    solid, taken = [mark for mark in drawing.marks if isinstance(mark, charts.Rect)]
    assert (solid.x, solid.width) == (0, 60)
    assert (taken.x, taken.width) == (60, 20)


def test_a_gain_is_drawn_behind_what_was_there() -> None:
    scale = charts.Scale(0, 100, 0, 100)
    drawing = charts.draw_step(60, 80, True, scale, (), (100, 20), "a step")
    before, gained = [mark for mark in drawing.marks if isinstance(mark, charts.Rect)]
    assert (before.width, gained.x, gained.width) == (60, 60, 20)


def test_labels_at_the_end_of_lines_never_overlap() -> None:
    drawing = charts.draw_keep([(f"Offer {n}", (0.0, 100.0 + n / 100)) for n in range(6)], "six that end alike")
    heights = sorted(
        mark.y for mark in drawing.marks if isinstance(mark, charts.Text) and mark.words.startswith("Offer")
    )
    assert len(heights) == 6
    assert all(below - above >= 14.9 for above, below in pairwise(heights))
    assert heights[0] > 0
    assert heights[-1] < drawing.height


def test_six_lines_have_six_dash_patterns() -> None:
    assert len(set(charts.DASHES)) == 6


def test_long_names_are_shortened_to_fit() -> None:
    assert charts.fitted("Lakeside", 200, 10) == "Lakeside"
    short = charts.fitted("W" * 60, 100, 10)
    assert short.endswith("…")
    assert charts.text_width(short, 10) <= 100


def test_a_score_bar(snapshot: SnapshotAssertion) -> None:
    assert charts.draw_score(45.9, 82.8, "Autonomy, offer A: 46–83 of 100", width=40) == snapshot
