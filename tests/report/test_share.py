"""What the practice's share buys, as a picture and a table: they agree, add up, and stay inside the page."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from evaluator.economics import load_assumptions
from evaluator.economics.practice import audit_practice
from evaluator.economics.practice.bad_years import bad_years
from evaluator.economics.practice.cost_base import cost_base
from evaluator.offer.practice import PracticeFile, load_practice
from evaluator.report import charts
from evaluator.report.audit_outputs import render_audit
from evaluator.report.audit_sections.share import MOST_PARTS, ShareView, build_share
from evaluator.report.audit_sections.shared_years import SharedYearsView, build_shared_years, leaver_line, pooled_line
from evaluator.report.audit_view import build_audit_view
from evaluator.report.ledger_chart import WIDTH, Part, draw_dollar, draw_shared
from tests.report.fabricated_audit import with_books
from tests.report.test_books import BOOKS

SMALL = """\
format: 1
practice: {name: "<b>Two</b> {{ 7*7 }}"}
pay: {share: %s, burden: 0%%}
clinicians: [{name: A, collections: $100000, kept_sessions: 1000}]
costs:
  shared: [%s]
"""


def books(folder: Path, share: str, costs: str) -> PracticeFile:
    path = folder / "practice.yaml"
    path.write_text(SMALL % (share, costs), encoding="utf-8")
    return load_practice(path)


@cache
def sample() -> PracticeFile:
    return load_practice(BOOKS)


def share_of(practice: PracticeFile) -> ShareView:
    view = build_share(with_books(audit_practice(practice, None)), {})
    assert view is not None
    return view


def years_of(practice: PracticeFile) -> SharedYearsView:
    view = build_shared_years(with_books(audit_practice(practice, None)), {})
    assert view is not None
    return view


def as_tenths(words: str) -> int:
    assert words.endswith("¢")
    return round(float(words[:-1].replace("−", "-")) * 10)


def as_cents(words: str) -> int:
    return round(float(re.sub(r"[$,]", "", words).replace("−", "-")) * 100)


def words_in(drawing: charts.Drawing) -> list[str]:
    return [mark.words for mark in drawing.marks if isinstance(mark, charts.Text)]


def test_the_table_adds_up_as_it_is_printed() -> None:
    view = share_of(sample())
    assert sum(as_tenths(row[3]) for row in view.rows) == as_tenths(view.whole[3])
    assert as_tenths(view.pay[3]) + as_tenths(view.whole[3]) == 1_000
    assert sum(as_cents(row[1]) for row in view.rows) == as_cents(view.whole[1])
    assert as_cents(view.pay[1]) + as_cents(view.whole[1]) == 54_500_000


def test_the_picture_says_what_the_table_says() -> None:
    view = share_of(sample())
    words = words_in(view.drawing)
    for name, _, _, of_dollar in view.rows[:-1]:
        assert of_dollar in words
        assert name in words
    assert "share ends" in words  # the sample spends more than its share
    assert view.title in view.drawing.says


def test_the_title_is_the_finding() -> None:
    # 60% pay; 42,000, 36,000 and 36,000 of 545,000 are 7.7, 6.6 and 6.6 cents (rounded along the running level);
    # 29,622.50 too much is 5.4 cents
    assert share_of(sample()).title == (
        "Of each dollar collected, 60.0¢ is clinicians’ pay and 40.0¢ the practice’s share; most of the share goes to "
        "intake desk (7.7¢), rent (6.7¢) and the owner's work (6.6¢). 5.4¢ is lacking."
    )


def test_what_is_left_is_a_part_of_its_own(tmp_path: Path) -> None:
    # 50,000 of the share, 30,000 of rent: 30.0 and 20.0 cents
    view = share_of(books(tmp_path, "50%", "{name: rent, yearly: $30000}"))
    assert [row[3] for row in view.rows] == ["0.0¢", "30.0¢", "20.0¢"]
    assert view.title.endswith("20.0¢ is left.")
    assert "share ends" not in words_in(view.drawing)


@pytest.mark.parametrize("share", ["0%", "100%"])
def test_all_or_nothing_is_drawn_too(tmp_path: Path, share: str) -> None:
    view = share_of(books(tmp_path, share, "{name: rent, yearly: $30000}"))
    assert as_tenths(view.pay[3]) == (0 if share == "0%" else 1_000)
    assert inside(view.drawing)


def test_very_many_lines_fit_a_page_and_the_table_has_them_all(tmp_path: Path) -> None:
    costs = ", ".join(f"{{name: '{'long name ' * 6}{n}', yearly: ${400 + n}}}" for n in range(60))
    view = share_of(books(tmp_path, "50%", costs))
    assert len(view.rows) == 62
    assert sum(words.endswith("¢") for words in words_in(view.drawing)) <= MOST_PARTS + 2
    assert "smaller lines, in the table below" in " ".join(words_in(view.drawing))
    assert view.drawing.height < 500
    assert inside(view.drawing)


def inside(drawing: charts.Drawing) -> bool:
    """Whether every mark and every word lies on the drawing, and no two labels of a column touch."""
    for mark in drawing.marks:
        if isinstance(mark, charts.Rect):
            assert mark.x >= 0
            assert mark.y >= 0
            assert mark.x + mark.width <= drawing.width
            assert mark.y + mark.height <= drawing.height + 0.1
        elif isinstance(mark, charts.Text):
            wide = charts.text_width(mark.words, mark.size) * 0.9
            left = mark.x - wide if mark.anchor == "end" else mark.x
            assert left >= 0, mark.words
            assert left + wide <= drawing.width + 1, mark.words
            assert mark.size / 2 <= mark.y <= drawing.height
    for column in {mark.x for mark in drawing.marks if isinstance(mark, charts.Text)}:
        rows = sorted(mark.y for mark in drawing.marks if isinstance(mark, charts.Text) and mark.x == column)
        assert all(below - above > 10 for above, below in pairwise(rows))
    return True


def test_the_pictures_stay_on_their_page() -> None:
    assert inside(share_of(sample()).drawing)
    drawing = years_of(sample()).drawing
    assert drawing is not None
    assert inside(drawing)
    assert drawing.width == WIDTH


def test_the_parts_of_the_share_are_to_scale() -> None:
    pay, share = Part(600, "60.0¢", "pay", "$6"), Part(400, "40.0¢", "share", "$4")
    drawing = draw_dollar(pay, share, [Part(100, "a", "one", "$1"), Part(300, "b", "two", "$3")], "a dollar")
    paid, kept, one, two = [mark for mark in drawing.marks if isinstance(mark, charts.Rect)]
    assert paid.height / kept.height == pytest.approx(1.5, abs=0.001)
    assert two.height / one.height == pytest.approx(3, abs=0.001)
    assert one.height + two.height == pytest.approx(paid.height + kept.height, abs=0.02)
    assert one.fill != two.fill  # told apart without color


def test_a_shared_loss_is_drawn_to_scale() -> None:
    drawing = draw_shared([("one alone", 900.0, "$900"), ("3 share it", 300.0, "$300")], "a loss")
    alone, three = [mark.width for mark in drawing.marks if isinstance(mark, charts.Rect)]
    assert alone / three == pytest.approx(3, rel=1e-3)


def test_a_bad_year_is_told_from_all_sides() -> None:
    practice = sample()
    found, view = bad_years(practice, cost_base(practice), 0.6, load_assumptions()), years_of(practice)
    assert [title for title, _, _ in view.rows] == [f"{one.label}." for one in found.scenarios]
    by_title = {title: cells for title, _, cells in view.rows}
    assert by_title["Six weeks ill and unpaid."][4] == "–"  # one clinician's own
    assert by_title["Insurers cut their rates by 28.6%."][2:4] == ("–", "–")  # nobody is spared, so nobody shares it
    assert "–" in by_title["Three times the no-shows for twelve weeks."][1]  # late cancellations are not in the books
    assert view.reserve is not None
    assert "Your reserve is $30,000." in view.reserve
    assert view.title is not None
    assert "$15,156" in view.title
    assert "$3,031" in view.title  # 15,156 / 5
    assert ("Clinicians who leave in a year, by your books", "1") in view.leaver


def test_books_that_say_little_get_questions_and_no_pretense(tmp_path: Path) -> None:
    practice = books(tmp_path, "50%", "{name: rent, yearly: $30000}")
    view = years_of(practice)
    assert ("While the seat is empty", "not given") in view.leaver
    assert any(name.startswith("Together, at least") for name, _ in view.leaver)
    assert any(ask.startswith("Which payers are there") for ask in view.questions)
    audit = with_books(audit_practice(practice, None))
    assert "at least" in (leaver_line(audit) or "")
    assert "nobody to share it with" in (pooled_line(audit) or "")


def test_names_of_the_books_are_text_and_nothing_else(tmp_path: Path) -> None:
    practice = books(tmp_path, "50%", "{name: '<i>rent</i> {{ 6*7 }}', yearly: $30000}")
    text = render_audit(with_books(audit_practice(practice, None)), "html").decode()
    assert "<i>" not in text
    assert "<b>" not in text
    assert text.count("&lt;i&gt;rent&lt;/i&gt; {{ 6*7 }}") >= 2  # in the picture and in the table


def test_without_a_split_neither_section_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "practice.yaml"
    path.write_text((SMALL % ("1%", "{name: rent, yearly: $3}")).replace("share: 1%, ", ""), encoding="utf-8")
    names = [one.name for one in build_audit_view(with_books(audit_practice(load_practice(path), None))).sections]
    assert "books" in names
    assert not {"share", "shared_years"} & set(names)
