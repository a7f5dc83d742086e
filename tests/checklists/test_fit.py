"""Ratings, fit, protection and the value that ranks, worked by hand.

In: a small catalogue and offers written for it. Out: pass or fail. Must not depend on the real checklists.
"""

from fractions import Fraction
from typing import get_args

import pytest

from evaluator.checklists.findings import Fit, Rating
from evaluator.checklists.fit import PriorityBand, Weighed, fit_band, fit_of, personal_gains, weigh
from evaluator.checklists.ratings import TITLES, ratings_of
from evaluator.checklists.score import Band, scorecard
from evaluator.offer import choices, priorities
from evaluator.offer.clinician import AboutMe
from tests.checklists.small import EMPLOYEES, RATINGS, SAID, about, assessed, catalogue
from tests.checklists.written import Said


def test_every_priority_can_be_rated_and_has_a_title() -> None:
    assert get_args(choices.Priority) == tuple(TITLES)
    assert tuple(priorities.Priorities.model_fields) == tuple(TITLES)
    assert set(priorities.PROFILES) == set(get_args(choices.Profile))


def weights(me: AboutMe) -> dict[str, int]:
    return {rating.priority: rating.weight for rating in ratings_of(me)}


def top(me: AboutMe) -> list[str]:
    return [rating.priority for rating in ratings_of(me) if rating.chosen]


def test_a_weight_is_the_rating_less_one_doubled_for_the_two_that_are_chosen() -> None:
    me = about(["schedule", "admin"], schedule=5, niche=2, ramp=1, admin=3, community=4, leadership=3)
    # 2 x 4, 1, 0, 2 x 2, 3, 2
    assert list(weights(me).values()) == [8, 1, 0, 4, 3, 2]


def test_without_a_choice_the_two_highest_count_double_if_no_third_is_as_high() -> None:
    assert top(about(schedule=5, niche=1, ramp=2, admin=4, community=1, leadership=1)) == ["schedule", "admin"]
    assert top(about(schedule=5, niche=1, ramp=4, admin=4, community=1, leadership=1)) == []
    assert top(about(schedule=5)) == []  # five are taken as 3


def test_all_rated_one_matter_alike() -> None:
    me = about(schedule=1, niche=1, ramp=1, admin=1, community=1, leadership=1)
    assert set(weights(me).values()) == {1}
    assert top(me) == []


def test_a_profile_is_a_start_and_own_ratings_come_before_it() -> None:
    start = AboutMe(profile="self_starter")
    # 2 x (5 - 1) for its two, 3 - 1 for the rest
    assert weights(start) == {"schedule": 2, "niche": 8, "ramp": 8, "admin": 2, "community": 2, "leadership": 2}
    assert top(AboutMe(profile="specialist")) == ["admin", "community"]
    assert top(AboutMe(profile="future_leader")) == ["community", "leadership"]
    mine = start.model_copy(update={"priorities": about(niche=4, schedule=5).priorities})
    assert (weights(mine)["niche"], weights(mine)["schedule"]) == (6, 4)  # still its two: 2 x 3; own: 5 - 1
    chosen = mine.model_copy(update={"most_important": ("schedule", "admin")})
    assert top(chosen) == ["schedule", "admin"]
    against = start.model_copy(update={"priorities": about(niche=1).priorities})
    assert top(against) == []  # ramp 5, then four threes: nothing stands out
    given = {rating.priority: rating.given for rating in ratings_of(mine)}
    assert given == {
        "schedule": "own",
        "niche": "own",
        "ramp": "profile",
        "admin": "assumed",
        "community": "assumed",
        "leadership": "assumed",
    }


def test_who_says_nothing_of_priorities_has_no_ratings() -> None:
    assert ratings_of(AboutMe()) == ()
    assert fit_of(catalogue(), assessed(SAID), ()) is None


def fit(said: dict[str, Said], ratings: tuple[Rating, ...] = RATINGS) -> Fit:
    found = fit_of(catalogue(), assessed(said), ratings)
    assert found is not None
    return found


def test_fit_by_hand() -> None:
    found = fit(SAID)
    scores = {one.priority: (one.floor, one.ceiling, one.applicable) for one in found.priorities}
    # schedule: a 6 and e 3, both met: 9/9.  admin: b 3 silent, d 6 partly on talk: .3 x .5 x 6 = .9 of 9 = 10;
    # known .3 x 6 = 1.8 of 9, so 10 + 80 = 90 at best.  niche: f silent.
    assert scores == {"schedule": (100, 100, 2), "admin": (10, 90, 2), "niche": (0, 100, 1)}
    # (8 x 100 + 4 x 10 + 1 x 0) / 13 = 840/13;  (8 x 100 + 4 x 90 + 1 x 100) / 13 = 1260/13
    assert found.uncapped_floor == float(Fraction(840, 13))
    assert found.uncapped_ceiling == float(Fraction(1260, 13))
    # admin is one of the two and its floor is under 50, its ceiling isn't: the floor is capped, the ceiling not
    assert (found.floor, found.ceiling) == (49, float(Fraction(1260, 13)))
    assert (found.protection.id, found.protection.priorities) == ("not_yet", ("admin",))
    assert "little admin outside sessions keeps 10 of 100; 50 is needed" in found.protection.because
    # (8 x 1 + 4 x .2 + 0) / 13
    assert found.coverage == pytest.approx(8.8 / 13)


def test_a_chosen_priority_that_stays_under_50_caps_both_ends() -> None:
    # admin: b and d not met: 0 of 100, whatever else
    found = fit({**SAID, "first.b": "bad", "second.d": "bad", "second.f": "good"})
    # (800 + 0 + 100) / 13 = 69.2 before the cap
    assert (found.floor, found.ceiling) == (49, 49)
    assert found.uncapped_floor == float(Fraction(900, 13))
    assert (found.protection.id, found.protection.says) == ("not_protected", "Does not protect your top two")


def test_keeping_quiet_about_what_goes_unprotected_does_not_lift_the_floor() -> None:
    ratings = ratings_of(about(["schedule", "admin"], schedule=2, niche=5, ramp=1, admin=2, community=1, leadership=1))
    told: dict[str, Said] = {"first.a": "good", "second.e": "good", "second.f": "good", "first.b": "bad"}
    # weights 2, 4 and 2: (2 x 100 + 4 x 100 + 2 x 0) / 8 = 75 with admin at 0 of 100
    open_, shut = fit(told, ratings), fit({**told, "second.d": "bad"}, ratings)
    assert (shut.uncapped_floor, shut.floor, shut.ceiling) == (75, 49, 49)
    # d unsaid: admin could still reach 6/9, and the ceiling (600 + 2 x 66.7) / 8 = 91.7 is free; the floor is not
    assert (open_.uncapped_floor, open_.floor) == (75, 49)
    assert open_.ceiling == pytest.approx(91.666667)


def test_a_fit_below_the_cap_is_left_as_it_is() -> None:
    found = fit({"first.a": "bad", "second.e": "bad", "first.b": "bad", "second.d": "bad", "second.f": "good"})
    assert (found.floor, found.ceiling) == (float(Fraction(100, 13)), float(Fraction(100, 13)))


def test_fifty_at_the_floor_is_protected() -> None:
    # admin: b and d partly, in the contract: 50 of 100
    found = fit({**SAID, "first.b": "half", "second.d": "half"})
    assert (found.protection.id, found.protection.priorities) == ("protected", ())
    assert found.floor == float(Fraction(8 * 100 + 4 * 50, 13))


def test_what_nobody_chose_and_what_no_check_covers() -> None:
    assert fit(SAID, ratings_of(about(schedule=4))).protection.id == "none_chosen"
    other = fit(SAID, ratings_of(about(["schedule", "leadership"])))
    assert other.protection.id == "one_protected"
    assert "No check on a path to leadership or ownership applies" in other.protection.because
    assert fit(SAID, ratings_of(about(["ramp", "leadership"]))).protection.id == "not_assessable"


def test_nothing_that_matters_applies() -> None:
    only_leading = ratings_of(about(schedule=1, niche=1, ramp=5, admin=1, community=1, leadership=5))
    assert fit_of(catalogue(), assessed(SAID), only_leading) is None
    alone = weigh(catalogue(), assessed(SAID), only_leading).value()
    assert alone == weigh(catalogue(), assessed(SAID)).value()


def test_the_value_that_ranks_by_hand() -> None:
    # first: a 6 met, b 3 silent, c 1 not met: 60 to 90.
    # second: d .9, e 3, f 0 of 12: 32.5; known 1.8 + 3 = 4.8 of 12: to 92.5.  Overall 46.25 to 91.25.
    weighed = weigh(catalogue(), assessed(SAID), RATINGS)
    overall = weigh(catalogue(), assessed(SAID)).value()
    assert (overall.floor, overall.ceiling) == (Fraction(185, 4), Fraction(365, 4))
    # half of it and half of 49 to 1260/13
    value = weighed.value()
    assert value.floor == (Fraction(185, 4) + 49) / 2
    assert value.ceiling == (Fraction(365, 4) + Fraction(1260, 13)) / 2
    # with the first checklist at double weight: (2 x 60 + 32.5) / 3 and (2 x 90 + 92.5) / 3
    double = weigh(catalogue(), assessed(SAID)).value({"first": Fraction(2)})
    assert (double.floor, double.ceiling) == (Fraction(305, 6), Fraction(545, 6))


def test_a_scorecard_with_weights_moves_the_mean_and_nothing_else() -> None:
    equal = scorecard(catalogue(), assessed(SAID))
    named = scorecard(catalogue(), assessed(SAID), weights={"first": Fraction(1)})
    double = scorecard(catalogue(), assessed(SAID), weights={"first": Fraction(2)})
    assert equal == named
    assert {**double, "overall": equal["overall"]} == equal
    assert (double["overall"].floor, double["overall"].ceiling) == pytest.approx((305 / 6, 545 / 6))


def test_red_flags_cap_the_value_that_ranks() -> None:
    checklists = {"first": Band(Fraction(80), Fraction(90), Fraction(1))}
    assert Weighed(checklists, None, (39, 79), False).value() == Band(Fraction(39), Fraction(79), Fraction(1))


def band(rating: Rating, floor: int, ceiling: int, *, surely: bool = True) -> PriorityBand:
    return PriorityBand(rating, Band(Fraction(floor), Fraction(ceiling), Fraction(1)), surely, 6, 1)


def test_a_priority_that_may_not_apply_counts_where_it_does_harm() -> None:
    schedule, niche = RATINGS[0], RATINGS[1]  # weights 8 and 1
    good = fit_band([band(schedule, 60, 80), band(niche, 90, 100, surely=False)])
    bad = fit_band([band(schedule, 60, 80), band(niche, 0, 10, surely=False)])
    assert good is not None
    assert bad is not None
    assert good.uncapped == Band(Fraction(60), Fraction(8 * 80 + 100, 9), Fraction(1))
    assert bad.uncapped == Band(Fraction(8 * 60, 9), Fraction(80), Fraction(1))


def test_a_chosen_priority_that_may_not_apply_caps_the_floor_only() -> None:
    # at worst it applies and goes unprotected; at best it doesn't apply at all
    found = fit_band([band(RATINGS[0], 0, 10, surely=False), band(RATINGS[1], 90, 100)])
    assert found is not None
    assert found.band == Band(Fraction(10), Fraction(100), Fraction(1))


def test_where_no_check_may_apply_the_overall_score_stands_in_where_it_is_worse_or_better() -> None:
    fit_alone = fit_band([band(RATINGS[1], 20, 100, surely=False)])
    value = Weighed({"first": Band(Fraction(10), Fraction(30), Fraction(1))}, fit_alone, (100, 100), False).value()
    # without a fit 10 to 30, with it (10 + 20) / 2 to (30 + 100) / 2
    assert value == Band(Fraction(10), Fraction(65), Fraction(1))


def test_leaving_out_what_would_take_a_priority_away_does_not_help() -> None:
    """The niche check is for employees; a good answer to it must not count for somebody who may be a contractor."""
    used = catalogue(last=EMPLOYEES)
    said: dict[str, Said] = {**SAID, "second.f": "good"}

    def floor(**more: Said) -> float:
        found = fit_of(used, assessed({**said, **more}, used), RATINGS)
        assert found is not None
        return found.uncapped_floor

    contractor, employee = floor(**{"offer.engagement": "contractor"}), floor(**{"offer.engagement": "employee"})
    # (800 + 40) / 12 = 70 without the niche, (800 + 40 + 100) / 13 = 72.3 with it
    assert (contractor, employee) == (70, float(Fraction(940, 13)))
    assert floor() == min(contractor, employee)


def test_gains_by_hand_and_their_sum_is_the_width_of_the_interval() -> None:
    points = personal_gains(catalogue(), assessed(SAID), RATINGS)
    # b: half of 100 x 3 / 10 / 2 checklists, and half of 100 x 4/13 x 3/9 by admin
    assert points["b"] == pytest.approx(7.5 + 50 * 4 / 13 * 3 / 9)
    # d is known by .3: half of 100 x 4.2 / 12 / 2, and half of 100 x 4/13 x 4.2/9
    assert points["d"] == pytest.approx(8.75 + 50 * 4 / 13 * 4.2 / 9)
    # f: half of 100 x 3 / 12 / 2, and half of 100 x 1/13 x 3/3
    assert points["f"] == pytest.approx(6.25 + 50 / 13)
    assert points["a"] == points["c"] == points["e"] == 0
    # half of 45 points of the overall score, half of (1260 - 840) / 13 points of the fit
    assert sum(points.values()) == pytest.approx(22.5 + 210 / 13)
    alone = personal_gains(catalogue(), assessed(SAID))
    assert sum(alone.values()) == pytest.approx(45)
