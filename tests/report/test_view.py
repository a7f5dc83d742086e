"""The report as words: what is called out, grouped, ordered and left out."""

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from evaluator.comparison.model import Comparison, OfferResult
from evaluator.comparison.pay_headline import states_a_split
from evaluator.economics.figures import Assumption, Interval
from evaluator.economics.pay_money_terms import structure_in_words
from evaluator.offer.pay import BasePlusCommission, Hourly, Percentage, PerSession, PerUnit, Salary, Tiered
from evaluator.report.naming import Label, grouped, label_offers
from evaluator.report.sections.answer import build_answer
from evaluator.report.sections.beliefs import belief_line
from evaluator.report.sections.checklists import LONGEST_QUOTE, build_checklists
from evaluator.report.sections.kinds_of_post import build_kinds_of_post
from evaluator.report.sections.method import build_method
from evaluator.report.sections.money import build_money
from evaluator.report.sections.questions import build_questions
from evaluator.report.sections.red_flags import build_red_flags
from evaluator.report.view import SECTIONS, build_view
from tests.report import fabricated
from tests.report.fabricated_kinds import made_notes


def _labels(comparison: Comparison) -> dict[str, Label]:
    return label_offers(comparison)


@pytest.mark.parametrize("name", fabricated.EVERY)
def test_every_comparison_has_every_section_numbered(name: str) -> None:
    comparison = fabricated.EVERY[name]
    without_law = not any(offer.status or offer.law for offer in comparison.offers)
    without_flow = all(offer.money.flow is None for offer in comparison.offers)
    left_out = (comparison.how_sure is None) + without_law + without_flow + (not comparison.terms)
    shown = len(SECTIONS) - left_out
    assert [section.number for section in build_view(comparison).sections] == [str(n) for n in range(1, shown + 1)]


def test_the_answer_in_words(snapshot: SnapshotAssertion) -> None:
    answer = build_answer(fabricated.THREE, _labels(fabricated.THREE))
    assert replace(answer, scores=()) == snapshot


def test_the_headline_flip_is_called_out() -> None:
    view = build_money(fabricated.THREE, _labels(fabricated.THREE))
    # A has 60.0% and $44.03 an hour; the salary has 53.0% and $45.81
    assert view.called_out[0].startswith("The highest headline is not the highest pay per hour.")
    assert "60.0%" in view.called_out[0]
    assert "$45.81" in view.called_out[0]
    only_salary = fabricated.compare_by_hand(fabricated.SALARY)
    assert build_money(only_salary, _labels(only_salary)).called_out == ()


def test_an_offer_without_pay_never_has_the_headline() -> None:
    silent = replace(fabricated.SILENT, money=replace(fabricated.SILENT.money, headline_split=Interval(0.9, 0.9, 0.9)))
    comparison = fabricated.compare_by_hand(silent, fabricated.SALARY)
    labels = _labels(comparison)
    assert build_money(comparison, labels).called_out == ()
    answer = build_answer(comparison, labels)
    assert answer.figures[0].headline.likely == "not stated"
    assert answer.unstated
    assert answer.unstated[0].startswith("A does not say what it pays.")


def test_printed_steps_add_up_to_the_cent() -> None:
    for fall in build_money(fabricated.SIX, _labels(fabricated.SIX)).waterfalls:
        for block in (fall.bridge, fall.steps):
            level = None
            for row in block:
                left = _number(row.level)
                if level is not None and row.amount is not None:
                    assert round(level + _number(row.amount), 2) == left
                level = left


def _number(text: str) -> float:
    return float(text.replace("$", "").replace(",", "").replace("−", "-").replace("+", ""))


def test_a_step_that_changes_nothing_is_left_out_and_its_name_kept() -> None:
    view = build_money(fabricated.THREE, _labels(fabricated.THREE))
    salary = view.waterfalls[2]
    # payroll equalisation is 0.00 for the employee: the level is the one after "Your own costs"
    assert "Employer's payroll tax" not in [row.label for row in salary.steps]
    assert [row.subtotal for row in salary.steps if row.label == "Your own costs"] == ["W-2-equivalent split"]


def _with_curve(offer: OfferResult, curve: tuple[float, ...]) -> OfferResult:
    return replace(offer, money=replace(offer.money, cumulative_keep_usd=curve))


def test_the_week_of_overtaking() -> None:
    # A leads in weeks 1 and 2 (10, 20 against 5, 18), B from week 3 on (30 against 33)
    a = _with_curve(fabricated.GROUP, (10.0, 20.0, 30.0, 40.0))
    b = _with_curve(fabricated.SALARY, (5.0, 18.0, 33.0, 50.0))
    comparison = fabricated.compare_by_hand(a, b)
    assert build_money(comparison, _labels(comparison)).overtakes == (
        "From week 3 on, B has kept more than A in total.",
    )
    level = fabricated.compare_by_hand(a, _with_curve(fabricated.SALARY, (11.0, 22.0, 33.0, 44.0)))
    assert build_money(level, _labels(level)).overtakes == (
        "No offer overtakes another: the order is B, A throughout.",
    )


def test_wide_tables_hold_four_offers_at_most() -> None:
    sizes = [[len(group) for group in grouped(fabricated.SIX.offers[:n])] for n in range(1, 7)]
    assert sizes == [[1], [2], [3], [4], [3, 2], [3, 3]]


def test_five_and_six_stay_together_on_a_page_turned_sideways_and_eight_do_not() -> None:
    offers = (*fabricated.SIX.offers, *fabricated.SIX.offers[:3])
    sizes = [[len(group) for group in grouped(offers[:n], sideways=True)] for n in range(4, 10)]
    assert sizes == [[4], [5], [6], [4, 3], [4, 4], [3, 3, 3]]


def test_a_long_quote_is_printed_in_full_below_its_table() -> None:
    view = build_checklists(fabricated.QUOTES, _labels(fabricated.QUOTES))
    notes = [note for table in view.tables for note in table.notes]
    assert notes
    assert all(note.quote == fabricated.QUOTE_300 for note in notes)
    assert [note.number for note in notes] == [str(n) for n in range(1, len(notes) + 1)]


def test_a_long_quote_of_a_red_flag_stands_across_its_table() -> None:
    flags = [
        flag for part in build_red_flags(fabricated.QUOTES, _labels(fabricated.QUOTES)).offers for flag in part.flags
    ]
    assert any(flag.in_full == fabricated.QUOTE_300 for flag in flags)
    assert all(flag.quote is None or len(flag.quote) <= LONGEST_QUOTE for flag in flags)


def test_not_stated_says_it_once_and_rests_on_nothing() -> None:
    comparison = fabricated.compare_by_hand(fabricated.SILENT)
    tables = build_checklists(comparison, _labels(comparison)).tables
    assert not [row for table in tables for row in table.rows]  # what nobody answers is a list, not a table
    cells = [c for t in tables for r in t.unstated for c in r.cells]
    assert cells
    assert all((cell.word, cell.says, cell.rests_on) == ("Not stated", None, None) for cell in cells)


def test_flags_come_gravest_first_and_open_ones_name_their_offers() -> None:
    view = build_red_flags(fabricated.SIX, _labels(fabricated.SIX))
    platform = view.offers[1].flags
    assert [flag.severity for flag in platform] == ["critical", "high", "high"]
    assert (view.open[0].title, view.open[0].severity, view.open[0].offers) == ("Non-compete", "critical", "A, D, E")


def test_questions_carry_both_rankings() -> None:
    rows = build_questions(fabricated.THREE, _labels(fabricated.THREE)).offers[0].rows
    assert (rows[0].pay, rows[0].pay_rank) == ("$2.59 an hour", "1st")
    assert [row.score_rank for row in rows if row.score_rank][:3] == ["1st", "2nd", "3rd"]


def test_the_letter_holds_ten_questions_at_most() -> None:
    for part in build_questions(fabricated.SIX, _labels(fabricated.SIX)).offers:
        assert sum(len(letter.lines) for letter in part.letters) == min(10, len(part.rows))


def test_what_was_said_is_not_asked_again_but_named_to_be_put_in_writing() -> None:
    said = [question for question in fabricated.GROUP.questions if question.already_said]
    assert len(said) == 2  # two answers of this offer rest on a posting
    part = build_questions(fabricated.THREE, _labels(fabricated.THREE)).offers[0]
    letters = {line.split(". ", 1)[1] for letter in part.letters for line in letter.lines}
    asked = {row.ask for row in part.rows} | letters
    assert not asked & {question.ask for question in said}
    assert [line.title for line in part.said] == ["Caseload ceiling", "What the share is of"]
    assert {line.says for line in part.said} == {"It works in some cases, and only when somebody agrees."}


def test_what_was_said_is_never_among_the_first_to_ask() -> None:
    heavy = tuple(replace(question, already_said=True, score_gain=99.0) for question in fabricated.GROUP.questions[:9])
    open_ = fabricated.GROUP.questions[9]
    comparison = fabricated.compare_by_hand(replace(fabricated.GROUP, questions=(*heavy, open_)))
    assert [question.ask for question in build_answer(comparison, _labels(comparison)).first_questions] == [open_.ask]


def test_fifteen_questions_are_listed_and_the_rest_counted() -> None:
    part = build_questions(fabricated.SIX, _labels(fabricated.SIX)).offers[3]
    # 3 open terms and 19 checks are open where nothing is stated: 22 - 15 = 7
    assert len(part.rows) == 15
    assert part.left_out == "7 smaller questions are left out here; the JSON file lists every one."
    assert build_questions(fabricated.ONE, _labels(fabricated.ONE)).offers[0].left_out is None


def test_a_question_that_only_settles_a_red_flag_says_so() -> None:
    rows = build_questions(fabricated.THREE, _labels(fabricated.THREE)).offers[1].rows
    flag = next(check for check in fabricated.CHECKS if check.id == "clawback")
    assert [row.score for row in rows if row.ask == flag.ask] == ["a red flag"]


def test_only_a_percentage_is_a_split_that_an_offer_states() -> None:
    figures = build_answer(fabricated.THREE, _labels(fabricated.THREE)).figures
    assert [row.headline.implied for row in figures] == [False, True, True]
    said = replace(fabricated.THREE.offers[2], pay_headline="$78,000 a year")
    known = replace(fabricated.THREE, offers=(*fabricated.THREE.offers[:2], said))
    assert build_answer(known, _labels(known)).figures[2].pay == "$78,000 a year"
    assert states_a_split(structure_in_words(Percentage(structure="percentage")))
    assert states_a_split(structure_in_words(Tiered(structure="tiered")))
    amounts = (PerSession, PerUnit, Salary, Hourly, BasePlusCommission)
    assert not any(states_a_split(other.label) for other in amounts)


def test_missed_visits_are_two_different_steps() -> None:
    view = build_money(fabricated.THREE, _labels(fabricated.THREE))
    for fall in view.waterfalls:
        names = [row.label for row in (*fall.bridge, *fall.steps)]
        assert len(set(names)) == len(names)
    formulas = [label for label, _ in view.formulas]
    assert {"Missed visits, not collected", "Pay for missed visits"} <= set(formulas)
    assert "Missed visits" not in formulas


def test_open_terms_that_move_nothing_share_one_sentence() -> None:
    idle = replace(
        fabricated.GROUP.money.unknowns[0],
        label="Part of a fee",
        hourly_swing_usd=0.001,
        split_swing=0.0,
        take_home_swing_usd=0.2,
    )
    money = replace(fabricated.GROUP.money, unknowns=(*fabricated.GROUP.money.unknowns, idle))
    comparison = fabricated.compare_by_hand(replace(fabricated.GROUP, money=money))
    part = build_method(comparison, _labels(comparison)).unknowns[0]
    assert len(part.rows) == 3
    assert part.idle == "Also open, but moving none of these figures on its own: Part of a fee (3%)."


def test_values_without_a_date_stand_together_under_their_rule() -> None:
    rule = "not mentioned by the offer, so counted as nothing"
    undated = tuple(Assumption(name, name.title(), "none", "parameter", "", rule) for name in ("stipend", "bonus"))
    other = Assumption("tax", "State tax", "0%", "parameter", "", "Not modelled")
    comparison = replace(fabricated.ONE, assumptions=(*fabricated.ASSUMPTIONS, *undated, other))
    view = build_method(comparison, _labels(comparison))
    assert view.absent == (
        ("Not mentioned by the offer, so counted as nothing.", ("Stipend", "Bonus")),
        ("Not modelled.", ("State tax: 0%",)),
    )
    assert [label for label, _ in view.own] == ["What an hour of your unpaid time is worth"]
    assert len(view.assumptions) == 3


def test_the_method_names_every_input_by_its_fingerprint() -> None:
    view = build_method(fabricated.SIX, _labels(fabricated.SIX))
    assert [row.sha256 for row in view.inputs] == [offer.sha256 for offer in fabricated.SIX.offers]
    assert [row.fingerprint.replace(" ", "") for row in view.inputs] == [
        offer.fingerprint[:16] for offer in fabricated.SIX.offers
    ]
    assert view.notices == fabricated.NOTICES


def test_nothing_hostile_is_left_in_any_word_of_the_view() -> None:
    words = list(_texts(build_view(fabricated.hostile())))
    assert len(words) > 500
    assert all(word.isprintable() for word in words)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in _texts(item)]
    names = getattr(value, "__dataclass_fields__", {})
    return [text for name in names for text in _texts(getattr(value, name))]


def test_a_note_on_splits_takes_the_place_of_the_same_sentence() -> None:
    labels = _labels(fabricated.THREE)
    (said,) = build_money(fabricated.THREE, labels).called_out
    assert said.startswith("The highest headline is not the highest pay per hour.")
    noted = made_notes(fabricated.THREE)  # its note on splits is about A, which has the highest headline
    assert build_money(noted, labels).called_out == ()
    beliefs = build_money(noted, labels).beliefs
    assert [row.offers for row in beliefs] == ["A"] * 4
    assert belief_line(beliefs[2]) == "“More support means less autonomy.” Staff therapist, evenings has both. (A)"


def test_a_single_offer_needs_no_letter_in_its_notes() -> None:
    noted = made_notes(fabricated.ONE)
    assert {row.offers for row in build_money(noted, _labels(noted)).beliefs} == {""}


def test_kinds_are_named_for_every_offer_and_explained_once() -> None:
    view = build_kinds_of_post(fabricated.SIX, _labels(fabricated.SIX))
    assert view is not None
    assert [row.label.mark for row in view.rows] == list("ABCDEF")
    titles = [column.title for table in view.tables for column in table.columns]
    assert len(set(titles)) == len(titles)
    marks = {column.title: column.offers for table in view.tables for column in table.columns}
    assert marks["Contractor (1099)"] == "A, B, D, E, F"
    assert len(set(view.sources)) == len(view.sources)


def test_a_comparison_saved_without_kinds_has_no_such_section() -> None:
    old = replace(fabricated.THREE, kinds=None)
    assert build_kinds_of_post(old, _labels(old)) is None
    assert "kinds_of_post" not in [section.name for section in build_view(old).sections]
