"""The order by scores and fit: who is first, how surely, which offers can't be told apart, and what would tell.

In: offers written for a small catalogue, weighed by hand. Out: pass or fail. Must not depend on the real checklists.
"""

from dataclasses import replace

import pytest

from evaluator.checklists import ratings_of
from evaluator.comparison.compare import reader_of
from evaluator.comparison.evaluate import Evaluation, evaluate
from evaluator.comparison.model import ScoreOrder, Turn
from evaluator.comparison.order import order_by_scores
from evaluator.economics import load_assumptions
from evaluator.offer.clinician import AboutMe
from tests.checklists.small import about, catalogue
from tests.checklists.written import Said, offer
from tests.comparison.samples import AS_OF, compared, maya, sample

SMALL = catalogue()
ME = about(["schedule", "admin"], schedule=5, niche=2, ramp=1, admin=3, community=1, leadership=1)


def evaluated(id: str, me: AboutMe, **answers: Said) -> Evaluation:
    said = {f"{'first' if name in 'abc' else 'second'}.{name}": answer for name, answer in answers.items()}
    read = replace(offer(said, catalogue=SMALL), id=id)
    return evaluate(read, SMALL, reader_of(read, me, load_assumptions(), AS_OF))


def ordered(*offers: tuple[str, dict[str, Said]], me: AboutMe | None = None) -> ScoreOrder:
    reader = me or AboutMe()
    return order_by_scores([evaluated(id, reader, **said) for id, said in offers], SMALL, ratings_of(reader))


ALL_GOOD: dict[str, Said] = dict.fromkeys("abcdef", "good")
FIRST_GOOD: dict[str, Said] = {**dict.fromkeys("abc", "good"), "d": "half", "e": "bad", "f": "bad"}  # 100 and 25
SECOND_GOOD: dict[str, Said] = {**dict.fromkeys("bc", "bad"), "a": "half", **dict.fromkeys("def", "good")}  # 30, 100


def test_the_order_follows_the_overall_score_where_nothing_is_rated() -> None:
    found = ordered(("first", FIRST_GOOD), ("second", SECOND_GOOD), ("best", ALL_GOOD))
    assert found.by_fit is False
    # (100 + 25) / 2, (30 + 100) / 2
    assert [(row.offer, row.place, row.floor, row.ceiling) for row in found.rows] == [
        ("best", 1, 100, 100),
        ("second", 2, 65, 65),
        ("first", 3, 62.5, 62.5),
    ]
    assert (found.runs, found.stays_first, found.turns) == (4, 4, ())


def test_what_matters_to_the_reader_may_turn_the_order() -> None:
    found = ordered(("first", FIRST_GOOD), ("second", SECOND_GOOD), me=ME)
    # first: schedule a 6 of 9 = 66.7, admin b 3 and d half of 6 of 9 = 66.7, niche 0: (8 + 4) x 66.7 / 13 = 61.5
    # second: schedule a half of 6 and e 3 of 9 = 66.7, admin 6 of 9 = 66.7, niche 100: (12 x 66.7 + 100) / 13 = 69.2
    assert [row.offer for row in found.rows] == ["second", "first"]
    assert [row.floor for row in found.rows] == pytest.approx([(65 + 900 / 13) / 2, (62.5 + 800 / 13) / 2])
    other = about(["schedule", "admin"], schedule=5, niche=1, ramp=1, admin=5, community=1, leadership=1)
    more = ordered(("first", {**FIRST_GOOD, "d": "good"}), ("second", SECOND_GOOD), me=other)
    # first, d met: second checklist 50, overall 75; schedule 66.7, admin 100: fit 83.3; second: 65 and 66.7
    assert [row.floor for row in more.rows] == pytest.approx([(75 + 250 / 3) / 2, (65 + 200 / 3) / 2])
    assert [row.offer for row in more.rows] == ["first", "second"]


def test_the_order_is_tried_with_each_checklist_at_half_and_double_weight() -> None:
    found = ordered(("first", FIRST_GOOD), ("second", SECOND_GOOD))
    # Equal: 62.5 and 65.  First halved: (50 + 25) / 1.5 = 50 and (15 + 100) / 1.5 = 76.7.  First doubled:
    # (200 + 25) / 3 = 75 and (60 + 100) / 3 = 53.3.  Second halved is the same as first doubled, and the other way.
    assert (found.runs, found.stays_first) == (4, 2)
    assert found.turns == (Turn("first", 2.0, "first"), Turn("second", 0.5, "first"))


def test_a_critical_flag_is_last_and_equal_offers_share_a_place_whatever_the_input_order() -> None:
    stopped = evaluated("a-best", AboutMe(), **ALL_GOOD)
    stopped = replace(stopped, weighed=replace(stopped.weighed, stopped=True))
    one, twin = evaluated("one", AboutMe(), **FIRST_GOOD), evaluated("twin", AboutMe(), **FIRST_GOOD)
    for offers in ([stopped, one, twin], [twin, stopped, one]):
        found = order_by_scores(offers, SMALL)
        assert [(row.offer, row.place) for row in found.rows] == [("one", 1), ("twin", 1), ("a-best", 3)]
        assert found.runs == 0  # nobody is first alone
        assert [(pair.first, pair.second) for pair in found.not_separable] == [("one", "twin")]
        assert found.not_separable[0].questions == ()  # all is known: they are alike


def test_offers_too_close_at_the_floor_come_with_what_would_separate_them() -> None:
    quiet: dict[str, Said] = {"a": "good", "b": "good", "c": "good", "d": "half", "e": ("good", "verbal")}
    found = ordered(("sure", FIRST_GOOD), ("quiet", quiet))
    # sure: 62.5.  quiet: 100 and d 3 + e .9 of 12 = 32.5: floor 66.25; open e 2.1 and f 3 of 12: ceiling 87.5.
    # They differ by 3.75, but nothing of the other reaches up to 66.25: apart.
    assert found.not_separable == ()
    closer = ordered(("sure", {**FIRST_GOOD, "f": ("good", "offer_letter")}), ("quiet", quiet))
    # sure: d 3 + f 2.1 of 12 = 42.5: floor 71.25, to 75; quiet 66.25 to 87.5: they overlap and differ by 5: apart
    assert closer.not_separable == ()
    closest = ordered(("sure", {**FIRST_GOOD, "f": ("good", "posting")}), ("quiet", quiet))
    # sure: d 3 + f 1.5 of 12 = 37.5: floor 68.75, to 81.25; the floors differ by 2.5
    assert [(pair.first, pair.second) for pair in closest.not_separable] == [("sure", "quiet")]
    rows = [(row.check, row.offers, row.already_said, row.gain) for row in closest.not_separable[0].questions]
    # f is open in quiet: 100 x 3 / 12 / 2 = 12.5; what was said already stands behind it: e 100 x 2.1 / 12 / 2
    assert rows == [("f", ("quiet",), False, 12.5), ("e", ("quiet",), True, 8.75)]


def test_a_question_that_is_open_in_both_is_asked_of_both() -> None:
    quiet: dict[str, Said] = {"a": "good", "b": "good", "c": "good", "d": "half"}
    found = ordered(("one", quiet), ("two", {**quiet, "c": "half"}))
    asked = found.not_separable[0].questions
    assert [(row.check, row.offers, row.gain) for row in asked] == [
        ("e", ("one", "two"), 25),
        ("f", ("one", "two"), 25),
    ]


def test_many_offers_alike_are_counted_and_the_first_pairs_told() -> None:
    found = ordered(*((f"offer-{number}", FIRST_GOOD) for number in range(6)))
    assert (len(found.not_separable), found.pairs_not_separable) == (10, 15)


def test_one_offer_has_a_fit_and_no_order_to_try() -> None:
    found = ordered(("alone", FIRST_GOOD), me=ME)
    assert (found.by_fit, found.runs, len(found.rows), found.not_separable) == (True, 0, 1, ())


def test_money_and_fit_stay_two_things() -> None:
    names = ("summit-quota", "harbor-employee", "lakeside-group")
    rated, unrated = (
        compared(*map(sample, names), about=me)
        for me in (maya(), maya().model_copy(update={"priorities": None, "most_important": None}))
    )
    assert rated.ranking == unrated.ranking
    assert rated.lead == unrated.lead
    assert [replace(one, fit=None) for one in rated.offers] == list(unrated.offers)
    assert unrated.ratings == ()
    assert rated.score_order is not None
    assert unrated.score_order is not None
    assert (rated.score_order.by_fit, unrated.score_order.by_fit) == (True, False)
    assert [row.offer for row in rated.score_order.rows][-1] == "summit-quota"  # a critical flag is raised
    floors = {row.offer: row.floor for row in unrated.score_order.rows}
    assert floors == pytest.approx({one.id: one.scores["overall"].floor for one in unrated.offers})
