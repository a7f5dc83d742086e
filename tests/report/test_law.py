"""The section on status and law: facts by offer, tests apart, each note once with whom it is for.

In: comparisons made by hand. Out: pass or fail.
"""

from dataclasses import replace

from evaluator.report.naming import label_offers
from evaluator.report.sections.law import LawView, build_law
from evaluator.report.view import build_view
from tests.report import fabricated
from tests.report.fabricated_law import made_law

THREE = made_law(fabricated.THREE)


def view() -> LawView:
    built = build_law(THREE, label_offers(THREE))
    assert built is not None
    return built


def test_facts_stand_in_words_and_signs() -> None:
    first = [row.cells for row in view().facts[:3]]
    assert first == [(("●", "the practice decides"),), (("○", "you decide"),), (("?", "not stated"),)]


def test_the_count_is_a_range_while_facts_are_open() -> None:
    assert (
        view().tests[0].count.endswith("twelve things that an employer usually decides, the practice decides 4 to 8.")
    )
    assert [test.title for test in view().tests[0].tests] == ["Taxes", "Wages", "State law"]
    assert view().tests[0].tests[0].sources == "A page on contractors, an agency, 2026"


def test_each_note_is_told_once_with_the_offers_it_is_for() -> None:
    everywhere, *states = view().places
    marks = ", ".join(label.mark for label in label_offers(THREE).values())
    assert [note.title for note in everywhere.notes] == [f"Who may be a contractor ({marks})"]
    assert [place.title for place in states] == sorted({offer.state for offer in THREE.offers if offer.state})


def test_a_law_that_is_still_to_begin_and_hangs_on_a_fact_says_so() -> None:
    note = view().places[1].notes[0]
    assert "Not yet in force: from June 30, 2027." in note.says
    assert note.says.endswith("Whether it reaches you depends on a year's pay.")
    assert note.rests_on == "A page on contractors, an agency, 2026; as of April 1, 2026"


def test_the_section_is_left_out_where_there_is_nothing_to_say() -> None:
    bare = replace(THREE, offers=tuple(replace(offer, status=None, law=()) for offer in THREE.offers))
    assert build_law(bare, label_offers(bare)) is None
    assert "law" not in {section.name for section in build_view(bare).sections}
