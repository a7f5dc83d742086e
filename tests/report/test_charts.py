"""The geometry of the charts."""

from itertools import pairwise

from syrupy.assertion import SnapshotAssertion

from evaluator.report import charts
from evaluator.report.spreads import draw_hourly_axis


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


def test_labels_of_an_axis_never_touch_and_its_ends_are_always_there() -> None:
    # "$42.00" has 6 signs: (5 × 0.56 + 0.31 for the point) × 9 px = 28 px; 13 ticks on 150 px stand 12.5 px apart.
    scale = charts.Scale(42, 48, 0, 150)
    drawing = draw_hourly_axis(scale, [42 + half / 2 for half in range(13)], 150, "an axis")
    labels = [mark for mark in drawing.marks if isinstance(mark, charts.Text)]
    assert (labels[0].words, labels[-1].words) == ("$42.00", "$48.00")
    assert 3 <= len(labels) <= 4
    starts = {"start": 0.0, "middle": 0.5, "end": 1.0}
    spans = []
    for label in labels:
        width = charts.text_width(label.words, label.size)
        spans.append((label.x - starts[label.anchor] * width, label.x + (1 - starts[label.anchor]) * width))
    assert all(before[1] < after[0] for before, after in pairwise(spans))


def test_an_axis_with_room_keeps_every_label_and_one_tick_is_one_label() -> None:
    scale = charts.Scale(0, 100, 0, 300)
    assert len(draw_hourly_axis(scale, (0, 25, 50, 75, 100), 300, "an axis").marks) == 5
    assert len(draw_hourly_axis(scale, (0,), 300, "an axis").marks) == 1
    assert draw_hourly_axis(scale, (), 300, "an axis").marks == ()
