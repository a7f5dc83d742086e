"""The pages as they are drawn: nothing leaves its page, nothing covers anything, everything can be read in grey."""

import re

from tests.pages import rules
from tests.pages.building import Made, listened
from tests.pages.drawn import Drawn, drawn
from tests.pages.planting import planted

COUNT = re.compile(r"Page \d+ of \d+")


def test_no_text_leaves_its_page_or_its_margins(made: Made, pages: tuple[Drawn, ...]) -> None:
    assert rules.outside(pages, made.frames) == []


def test_no_text_overlaps_another(pages: tuple[Drawn, ...]) -> None:
    assert rules.overlapping(pages) == []


def test_every_text_has_contrast_in_color_and_in_grey(pages: tuple[Drawn, ...]) -> None:
    assert rules.too_faint(pages) == []


def test_charts_can_be_told_apart_without_color(pages: tuple[Drawn, ...]) -> None:
    assert rules.alike(pages) == []


def test_every_page_says_which_of_how_many_it_is(made: Made, pages: tuple[Drawn, ...]) -> None:
    for page, frame in zip(pages, made.frames, strict=True):
        feet = " ".join(run.words for run in page.runs if run.box.top < frame.content.bottom)
        assert f"{page.number} of {len(pages)}" in " ".join(feet.split())


def test_every_page_but_the_first_says_what_it_is_a_page_of(made: Made, pages: tuple[Drawn, ...]) -> None:
    """The first has the title itself. A sheet has its fingerprint at the foot, by which its pages are told apart."""
    for page, frame in list(zip(pages, made.frames, strict=True))[1:]:
        around = [run for run in page.runs if run.box.bottom > frame.content.top or run.box.top < frame.content.bottom]
        assert [run.words for run in around if not COUNT.fullmatch(run.words.strip())]


def test_no_page_is_empty(made: Made, pages: tuple[Drawn, ...]) -> None:
    for page, frame in zip(pages, made.frames, strict=True):
        assert [run for run in page.runs if run.box.bottom > frame.content.bottom and run.box.top < frame.content.top]


def test_nothing_is_a_picture_of_dots(pages: tuple[Drawn, ...]) -> None:
    """Charts are vectors; a raster image would be something that failed to become one."""
    assert sum(page.images for page in pages) == 0


def test_the_log_of_the_renderer_is_empty(made: Made) -> None:
    assert made.log == ()


# --- each rule is shown to see what it is for ----------------------------------------------------------------------


def test_planted_faults_of_place_are_seen() -> None:
    body = """<p>Sound.</p>
      <p style="white-space: nowrap">This runs on and on over the margin and then over the edge of the little page</p>
      <p style="position: relative; top: -3.4em; left: 1em">Right over the first</p>
      <p style="position: relative; left: -12px">A little into the margin</p>"""
    made = planted(body)
    pages = drawn(made.pdf)
    (over, into) = rules.outside(pages, made.frames)
    assert "This runs on" in over
    assert "A little into" in into
    assert any("Right over" in pair for pair in rules.overlapping(pages))


def test_planted_faults_of_color_are_seen() -> None:
    body = """<p>Sound.</p><p style="color: #999">Grey on white</p><p style="background: #234; color: #fff">White</p>
      <p style="background: #234; color: #345">Dark on dark</p>
      <p style="background: #777; color: #c00">Red of the same grey</p>
      <p style="color: #000; opacity: .3">Nearly not there</p>
      <svg width="200" height="40" viewBox="0 0 200 40" role="img" aria-label="x"><rect x="0" y="0" width="100"
      height="40" fill="#c00"/><rect x="100" y="0" width="100" height="40" fill="#363"/><text x="2" y="20"
      fill="#300">In a chart</text></svg>"""
    pages = drawn(planted(body).pdf)
    faint = rules.too_faint(pages)
    for words in ("Grey on white", "Dark on dark", "Red of the same grey", "Nearly not there", "In a chart"):
        assert any(words in fault for fault in faint), words
    assert len(faint) == 5
    assert len(rules.alike(pages)) == 1


def test_white_on_red_is_not_black_on_red() -> None:
    # By hand: white has luminance 1, black 0, so 1.05/0.05 = 21; equal colors 1.
    assert rules.contrast((255, 255, 255), (0, 0, 0)) == 21
    assert rules.contrast((9, 9, 9), (9, 9, 9)) == 1
    # #767676 on white is the well-known lightest grey that passes: 4.54; #777777 does not: 4.48.
    assert rules.contrast((0x76,) * 3, (255,) * 3) > 4.5 > rules.contrast((0x77,) * 3, (255,) * 3)
    assert rules.greyed((255, 0, 0)) == (76, 76, 76)
    assert rules.lightness((255, 255, 255)) > 99.9


def test_a_warning_of_the_renderer_is_caught() -> None:
    made = planted("<p style='colour: red; color: nonesuch'>x</p>")
    assert any("colour" in line or "nonesuch" in line for line in made.log)
    assert listened("nothing", lambda: b"").log == ()
