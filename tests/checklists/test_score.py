"""The scoring rule to the letter: the worked example, caps, verdicts and edges.

In: weights, knownness and worth written by hand. Out: pass or fail. Must not go through an offer, but for the caps.
"""

from dataclasses import replace
from fractions import Fraction

import pytest

from evaluator.checklists.assessing import Assessment
from evaluator.checklists.findings import FlagState, RedFlag, Score, Severity
from evaluator.checklists.score import Band, Item, band_of, cap_of, caps_of, score_of, verdict

CONTRACT, OFFER_LETTER, POSTING, VERBAL = Fraction(1), Fraction(7, 10), Fraction(1, 2), Fraction(3, 10)
HALF, NOTHING, ALL = Fraction(1, 2), Fraction(0), Fraction(1)

WORKED = [
    Item(10, CONTRACT, ALL),  # met, contract
    Item(6, VERBAL, ALL),  # met, verbal
    Item(6, POSTING, HALF),  # partly, posting
    Item(3, ALL, NOTHING),  # not met, verbal: an admission counts in full
    Item(3, NOTHING, NOTHING),  # not stated
    Item(1, HALF, NOTHING),  # vague
]


def test_worked_example() -> None:
    # W = 10+6+6+3+3+1 = 29;  M = 10 + 6*.3 + 6*.5 + 3 + 0 + 1*.5 = 18.3;  Q = 10 + 1.8 + 1.5 = 13.3
    # C = 18.3/29;  F = 1330/29;  H = F + 100*(29 - 18.3)/29 = 2400/29
    assert band_of(WORKED) == Band(Fraction(1330, 29), Fraction(2400, 29), Fraction(183, 290))
    score = score_of(WORKED)
    assert score.quality == float(Fraction(13300, 183))
    assert score.quality is not None
    shown = (score.quality, 100 * score.coverage, score.floor, score.ceiling)
    assert [round(value, 1) for value in shown] == [72.7, 63.1, 45.9, 82.8]
    # F = K * C, exactly
    assert Fraction(13300, 183) * Fraction(183, 290) == Fraction(1330, 29)


def test_worked_example_with_the_verbal_promise_in_the_contract() -> None:
    # Q = 13.3 - 1.8 + 6 = 17.5;  F = 1750/29 = 60.34
    better = [WORKED[0], replace(WORKED[1], knownness=CONTRACT), *WORKED[2:]]
    assert band_of(better).floor == Fraction(1750, 29)
    assert round(score_of(better).floor, 1) == 60.3


def test_nothing_stated() -> None:
    score = score_of([Item(10, NOTHING, NOTHING)] * 3)
    assert (score.floor, score.ceiling, score.coverage, score.quality) == (0, 100, 0, None)


def test_nothing_applicable() -> None:
    score = score_of([])
    assert (score.floor, score.ceiling, score.coverage, score.quality, score.scored) == (0, 100, 0, None, False)


@pytest.mark.parametrize(("applicable", "scored"), [(1, False), (2, False), (3, True)])
def test_fewer_than_three_checks_are_shown_and_not_scored(applicable: int, scored: bool) -> None:
    score = score_of([Item(6, CONTRACT, ALL)] * applicable)
    assert (score.scored, score.applicable, score.floor) == (scored, applicable, 100)


def test_a_check_that_may_not_apply_only_lowers_the_floor_and_only_raises_the_ceiling() -> None:
    sure = [Item(3, CONTRACT, HALF), Item(3, NOTHING, NOTHING)]  # F = 25, H = 75
    good = Item(6, CONTRACT, ALL, surely=False)  # with it F = (1.5+6)/12 = 62.5, H = (1.5+3+6)/12 = 87.5
    bad = Item(6, ALL, NOTHING, surely=False)  # with it F = 12.5, H = 37.5
    silent = Item(6, NOTHING, NOTHING, surely=False)  # with it F = 12.5, H = 87.5
    assert [_ends([*sure, one]) for one in (good, bad, silent)] == [
        (25, 87.5),
        (12.5, 75),
        (12.5, 87.5),
    ]


def _ends(items: list[Item]) -> tuple[float, float]:
    band = band_of(items)
    return float(band.floor), float(band.ceiling)


@pytest.mark.parametrize(
    ("critical", "high", "suspected_critical", "cap"),
    [
        (0, 0, 0, 100),
        (0, 1, 0, 79),
        (0, 2, 0, 69),
        (0, 3, 0, 59),
        (0, 7, 0, 59),
        (0, 0, 1, 59),
        (0, 1, 1, 59),
        (1, 0, 0, 39),
        (2, 5, 1, 39),
    ],
)
def test_caps(critical: int, high: int, suspected_critical: int, cap: int) -> None:
    assert cap_of({"critical": critical, "high": high, "medium": 9, "low": 9}, suspected_critical) == cap


def flag(severity: Severity, state: FlagState) -> RedFlag:
    return RedFlag("a-flag", "A flag", severity, state, "It is so.", "It matters.", "Ask.")


@pytest.mark.parametrize(
    ("flags", "floor_cap", "ceiling_cap"),
    [
        ([], 100, 100),
        ([("critical", "raised")], 39, 39),
        ([("critical", "suspected")], 39, 59),  # at worst it is true
        ([("critical", "not_ruled_out")], 39, 100),
        ([("high", "not_ruled_out")], 79, 100),
        ([("high", "raised"), ("high", "not_ruled_out")], 69, 79),
        ([("high", "raised"), ("high", "raised"), ("high", "not_ruled_out")], 59, 69),
        ([("high", "suspected")], 79, 100),
        ([("medium", "raised"), ("low", "raised")], 100, 100),
    ],
)
def test_raised_flags_cap_the_ceiling_and_open_ones_the_floor_too(
    flags: list[tuple[Severity, FlagState]], floor_cap: int, ceiling_cap: int
) -> None:
    assert caps_of(flag(*one) for one in flags) == (floor_cap, ceiling_cap)


def verdict_of(
    floor: float, ceiling: float, coverage: float, *flags: tuple[Severity, FlagState], scored: bool = True
) -> str:
    score = Score(floor, ceiling, coverage, None, scored)
    found = verdict(score, Assessment((), tuple(flag(*one) for one in flags)))
    assert found.says
    assert found.because.endswith(".")
    return found.id


@pytest.mark.parametrize(
    ("expected", "numbers", "flags"),
    [
        ("stop", (30, 39, 0.9), [("critical", "raised")]),
        ("stop", (0, 39, 0.1), [("critical", "raised")]),  # before "not enough"
        ("not_enough", (10, 50, 0.399), []),  # before "weak"
        ("weak", (10, 59.999, 0.4), []),
        ("weak", (10, 59, 0.8), [("critical", "suspected")]),  # the cap of a suspected critical flag is 59
        ("ask_first", (39, 60, 0.4), [("critical", "not_ruled_out")]),
        ("ask_first", (39, 100, 0.9), [("critical", "not_ruled_out")]),
        ("strong", (75, 90, 0.9), []),
        ("strong", (75, 90, 0.9), [("medium", "raised")]),
        ("sound", (74.999, 90, 0.9), []),
        ("sound", (60, 90, 0.9), [("high", "raised")]),
        ("mixed", (59.999, 90, 0.9), []),
    ],
)
def test_verdicts_in_their_order(
    expected: str, numbers: tuple[float, float, float], flags: list[tuple[Severity, FlagState]]
) -> None:
    assert verdict_of(*numbers, *flags) == expected


def test_an_offer_to_which_too_little_applies_is_not_assessable() -> None:
    assert verdict_of(0, 100, 0, scored=False) == "not_assessable"


def test_a_number_that_misses_its_bound_never_reads_as_the_bound() -> None:
    found = verdict(Score(10, 59.97, 0.9, None), Assessment((), ()))
    assert "59.9" in found.because
