"""The notes on three common beliefs: when each fires, when it does not, and what it says.

In: offers made by hand, changed one figure at a time, and samples. Out: pass or fail.
"""

from dataclasses import replace

import pytest

from evaluator.checklists.findings import Finding, FlagState, RedFlag, Score
from evaluator.comparison.model import Note, OfferResult
from evaluator.comparison.notes import notes_on
from evaluator.economics.figures import Interval
from tests.comparison.samples import OFFERS, compared, having, read, sample, tree_of
from tests.report import fabricated


def made(
    name: str, split: float, hourly: float, structure: str = "share of collections", width: float = 0
) -> OfferResult:
    """An offer of which only the split, the pay for an hour and the structure matter; nothing else calls for a note."""
    money = replace(
        fabricated.GROUP.money,
        structure=structure,
        headline_split=Interval(split, split, split),
        effective_hourly_usd=Interval(hourly - width, hourly, hourly + width),
    )
    return replace(fabricated.GROUP, id=name.lower(), name=name, money=money, findings=(), red_flags=(), scores={})


def ids(*offers: OfferResult) -> list[str]:
    return [note.id for note in notes_on(offers)]


def test_two_offers_in_opposite_orders() -> None:
    first, second = made("High", 0.60, 44.03), made("Low", 0.55, 45.89)
    (note,) = notes_on([second, first])
    assert note == Note(
        "split-is-not-pay",
        "A higher split means higher pay.",
        "High is number 1 by split (60.0%) and number 2 by pay for each hour worked ($44.03). "
        "Low pays $45.89 with 55.0%.",
        ("high", "low"),
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((0.60, 46.0), (0.55, 45.0)),  # the same order
        ((0.60, 45.0), (0.60, 46.0)),  # one split
        ((0.60, 45.0), (0.55, 45.0)),  # the same pay
        ((0.60, 45.0), (0.55, 45.0 + 1e-9)),  # the same but for rounding
    ],
)
def test_two_offers_that_do_not_contradict(first: tuple[float, float], second: tuple[float, float]) -> None:
    assert ids(made("One", *first), made("Two", *second)) == []


def test_one_offer_alone_says_nothing_about_splits() -> None:
    assert ids(made("Only", 0.7, 20.0)) == []
    silent = replace(made("Silent", 0.5, 50.0), money=replace(made("x", 0.5, 50.0).money, pay_is_stated=False))
    assert ids(made("Only", 0.7, 20.0), silent) == []


def test_among_three_it_takes_two_places() -> None:
    # by split A, B, C; by pay C, A, B: A loses one place and B one
    assert ids(made("A", 0.7, 45.0), made("B", 0.6, 44.0), made("C", 0.5, 46.0)) == []
    # by pay B, C, A: A loses two places, to B, the best paid of those with a lower split
    (note,) = notes_on([made("A", 0.7, 44.0), made("B", 0.6, 46.0), made("C", 0.5, 45.0)])
    assert note.offers == ("a", "b")
    assert note.says.startswith("A is number 1 by split (70.0%) and number 3 by pay")


def test_the_example_is_never_an_offer_with_a_higher_split() -> None:
    # by split A, B, C, D; by pay A, D, C, B: B loses two places; A pays more but also has the higher split
    four = made("A", 0.8, 50.0), made("B", 0.7, 41.0), made("C", 0.6, 42.0), made("D", 0.5, 43.0)
    assert [note.offers for note in notes_on(four)] == [("b", "d")]


def test_offers_with_one_split_never_mislead_by_it() -> None:
    # C loses two places by pay, but nobody with a lower split pays more
    assert ids(made("A", 0.6, 46.0), made("B", 0.6, 45.0), made("C", 0.6, 44.0), made("D", 0.5, 40.0)) == []


def test_only_an_offer_that_states_a_split_can_mislead_with_it() -> None:
    assert ids(made("Salary", 0.60, 44.0, "salary"), made("Low", 0.55, 45.0)) == []
    (note,) = notes_on([made("High", 0.60, 44.0), made("Salary", 0.55, 45.0, "salary")])
    assert note.says.endswith("Salary pays $45.00 with what comes to 55.0%.")
    assert ids(made("Tiers", 0.60, 44.0, "share of collections, in tiers"), made("Low", 0.55, 45.0)) == [
        "split-is-not-pay"
    ]


def test_open_terms_are_not_forgotten() -> None:
    (note,) = notes_on([made("High", 0.60, 44.0, width=3), made("Low", 0.55, 45.0)])
    assert note.says.endswith(", if open terms turn out as assumed.")


def test_figures_are_rounded_as_in_the_report() -> None:
    # 0.6225 is 62.25%, half up 62.3%; a loss is shown as one
    (note,) = notes_on([made("High", 0.6225, -1.005), made("Low", 0.55, 45.0)])
    assert "(62.3%)" in note.says
    assert "(-$1.01)" in note.says


def flagged(offer: OfferResult, check: str, state: FlagState = "raised") -> OfferResult:
    flag = RedFlag(check, "A flag", "high", state, "It is so.", "It matters.", "Ask.")
    return replace(offer, red_flags=(*offer.red_flags, flag))


def answering(offer: OfferResult, check: str, outcome: str, says: str = "It is so.") -> OfferResult:
    finding = Finding(check, "autonomy", outcome, says, "high", 1.0, 0.0)  # type: ignore[arg-type]
    return replace(offer, findings=(*offer.findings, finding))


def scoring(offer: OfferResult, support: float, autonomy: float, scored: bool = True) -> OfferResult:
    scores = {"support": Score(support, 95.0, 1.0, 80.0, scored), "autonomy": Score(autonomy, 95.0, 1.0, 80.0)}
    return replace(offer, scores=scores)


PLAIN = made("Plain", 0.6, 44.0)


def test_referrals_as_a_lever() -> None:
    offer = answering(flagged(PLAIN, "leads-as-lever"), "pause-intake", "not_met", "After a pause you get fewer.")
    (note,) = notes_on([offer])
    assert (note.id, note.offers) == ("leads-are-not-choice", ("plain",))
    assert "Plain: After a pause you get fewer. Ask for a line" in note.says
    for state in ("suspected", "not_ruled_out"):
        assert ids(flagged(PLAIN, "leads-as-lever", state)) == []
    assert ids(flagged(PLAIN, "no-systems")) == []


def test_two_offers_share_one_note_on_referrals() -> None:
    both = [
        answering(flagged(replace(PLAIN, id=name.lower(), name=name), "leads-as-lever"), "decline-referrals", "not_met")
        for name in ("North", "South")
    ]
    (note,) = notes_on(both)
    assert note.offers == ("north", "south")
    assert "North: It is so. South: It is so." in note.says


def test_support_and_autonomy_together() -> None:
    offer = scoring(answering(PLAIN, "quality-review", "met"), 87.5, 76.9)
    (note,) = notes_on([offer])
    assert (note.id, note.offers) == ("support-is-not-control", ("plain",))
    assert "Plain has 88 of 100 for support and 77 for autonomy" in note.says


@pytest.mark.parametrize(
    ("support", "autonomy", "outcome", "scored"),
    [
        (59.9, 80.0, "met", True),  # support is not high
        (80.0, 59.9, "met", True),  # the belief would be borne out
        (80.0, 80.0, "partly", True),
        (80.0, 80.0, "not_stated", True),
        (80.0, 80.0, "met", False),  # too few checks to score
    ],
)
def test_support_is_not_praised_on_less(support: float, autonomy: float, outcome: str, scored: bool) -> None:
    assert ids(scoring(answering(PLAIN, "quality-review", outcome), support, autonomy, scored)) == []


def test_the_line_for_support_is_part_of_it() -> None:
    assert ids(scoring(answering(PLAIN, "quality-review", "met"), 60.0, 60.0)) == ["support-is-not-control"]


def test_control_is_never_called_support() -> None:
    offer = answering(flagged(PLAIN, "control-as-support"), "quality-review", "not_met", "You are watched unawares.")
    (note,) = notes_on([offer])
    assert (note.id, note.offers) == ("control-is-not-support", ("plain",))
    assert note.says.endswith("Plain: You are watched unawares.")
    praised = scoring(answering(flagged(PLAIN, "control-as-support"), "quality-review", "met"), 90.0, 90.0)
    assert ids(praised) == ["control-is-not-support"]
    assert ids(flagged(PLAIN, "control-as-support", "suspected")) == []


def test_notes_of_real_offers() -> None:
    notes = compared(sample("harbor-employee"), sample("summit-quota"), sample("lakeside-group")).notes
    # Whether Harbor is praised for support hangs on how many checks it answers: that note is left to the cases above.
    assert [(note.id, note.offers) for note in notes if note.id != "support-is-not-control"] == [
        # by split Lakeside 60.0%, Harbor 53.3%, Summit 46.6%; by the hour $44.03, $45.89, $45.10
        ("split-is-not-pay", ("lakeside-group", "harbor-employee")),
        ("control-is-not-support", ("summit-quota",)),
    ]
    tree = tree_of(OFFERS / "lakeside-group.yaml")
    lever = read(having(tree, ("autonomy", "pause-intake"), "costs_referrals"))
    (note,) = compared(lever).notes
    assert note.id == "leads-are-not-choice"
    assert "After a pause you get fewer referrals or less pay." in note.says


def test_an_offer_that_says_nothing_calls_for_no_note() -> None:
    assert compared(sample("quiet-practice")).notes == ()
