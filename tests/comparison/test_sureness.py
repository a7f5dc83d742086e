"""How sure the order is: odds, break-evens that hold when put into the file, the worth of an answer, stress ranks."""

import numpy as np
import pytest

from evaluator.comparison import Comparison
from evaluator.comparison.sureness import value_of_answer
from tests.comparison.samples import OFFERS, SAMPLES, compared, having, read, sample, tree_of
from tests.pages.offers import silent

DRAWS = 400


def three(draws: int = DRAWS) -> Comparison:
    return compared(
        *(sample(name) for name in ("lakeside-group", "brightpath-platform", "harbor-employee")), draws=draws
    )


def test_without_draws_nothing_is_said_of_chance() -> None:
    comparison = three(draws=0)
    assert comparison.how_sure is None
    assert all(one.sureness is None for one in comparison.offers)


def test_odds_add_to_one_for_every_pair() -> None:
    together = three().how_sure
    assert together is not None
    assert len(together.odds) == 3
    for row in together.odds:
        assert row.p_first + row.p_second == pytest.approx(1)
        assert row.error == pytest.approx((row.p_first * row.p_second / DRAWS) ** 0.5, abs=1e-6)


def test_company_and_order_change_no_odds() -> None:
    few, many = three().how_sure, compared(*(sample(path.stem) for path in reversed(SAMPLES)), draws=DRAWS).how_sure
    assert few is not None
    assert many is not None
    known = {
        frozenset((row.first, row.second)): {row.first: row.p_first, row.second: row.p_second} for row in many.odds
    }
    for row in few.odds:
        assert known[frozenset((row.first, row.second))] == {row.first: row.p_first, row.second: row.p_second}


def test_equal_offers_have_even_odds() -> None:
    comparison = compared(sample("lakeside-group"), sample("lakeside-group"), draws=DRAWS)
    assert comparison.how_sure is not None
    assert comparison.how_sure.odds[0].p_first == 0.5


def test_no_odds_and_no_dollars_over_an_offer_that_does_not_state_its_pay() -> None:
    comparison = compared(
        *(sample(name) for name in ("lakeside-group", "quiet-practice", "harbor-employee")), draws=DRAWS
    )
    assert comparison.how_sure is not None
    stated = {"lakeside-group", "harbor-employee"}
    assert [{row.first, row.second} for row in comparison.how_sure.odds] == [stated]
    assert {id for row in comparison.how_sure.break_evens for id in (row.offer, row.rival)} == stated
    assert {row.offer for row in comparison.how_sure.worth_asking} <= stated
    own = {one.id: one.sureness for one in comparison.offers}
    assert own["quiet-practice"] is None
    # The others are ranked among themselves, as if it were not there.
    pair = compared(sample("lakeside-group"), sample("harbor-employee"), draws=DRAWS)
    assert {one.id: one.sureness for one in pair.offers} == {id: own[id] for id in stated}


def test_nothing_is_drawn_where_no_offer_states_its_pay() -> None:
    comparison = compared(sample("quiet-practice"), silent(), draws=DRAWS)
    assert comparison.how_sure is not None
    assert (comparison.how_sure.odds, comparison.how_sure.break_evens, comparison.how_sure.worth_asking) == ((), (), ())
    assert all(one.sureness is None for one in comparison.offers)


def test_a_break_even_holds_when_it_is_put_into_the_file() -> None:
    comparison = three()
    assert comparison.how_sure is not None
    row = next(
        row for row in comparison.how_sure.break_evens if (row.offer, row.name) == ("lakeside-group", "pay.share")
    )
    assert row.outcome == "crosses"
    (root,) = row.roots
    tree = tree_of(OFFERS / "lakeside-group.yaml")
    even = compared(read(having(tree, ("pay", "share"), root))).offers[0].money.effective_hourly_usd.likely
    harbor = comparison.offers[2].money.effective_hourly_usd.likely
    assert even == pytest.approx(harbor, abs=0.05)  # the root is printed to a tenth of a point, about 7 cents an hour
    assert root in row.says


def test_what_an_answer_is_worth() -> None:
    """The clinician's share of a missed-visit fee in case G against a rival known to pay 43.30 an hour.

    Knowing: (43.30 + 44.028442 + 45.239693) / 3 = 44.189378; not knowing: the best mean, 44.028442. The difference of
    0.160936 times 1,195.496875 hours is $192.40 a year.
    """
    hourly = np.array([[42.817191, 44.028442, 45.239693], [43.30, 43.30, 43.30]])
    assert value_of_answer(hourly) == pytest.approx(0.160936, abs=1e-6)
    assert value_of_answer(hourly) * 1_195.496875 == pytest.approx(192.40, abs=0.005)


def test_every_scenario_ranks_all_offers() -> None:
    comparison = three()
    for scenario in ("illness", "no-show-spike"):
        ranks = [
            row.rank
            for one in comparison.offers
            if one.sureness
            for row in one.sureness.stress
            if row.scenario == scenario
        ]
        assert sorted(ranks) == [1, 2, 3]


def test_the_tornado_is_sorted_and_spans_the_likely_value() -> None:
    lakeside = three().offers[0]
    assert lakeside.sureness is not None
    swings = [abs(bar.at_high_usd - bar.at_low_usd) for bar in lakeside.sureness.tornado]
    assert swings == sorted(swings, reverse=True)
    assert lakeside.sureness.tornado[0].name == "pay.missed_visit.clinician_share"
    assert swings[0] == pytest.approx(2.422502, abs=1e-5)  # case G


def test_scenarios_that_happen_together_are_one_more_row() -> None:
    offer = sample("lakeside-group")
    comparison = compared(offer, draws=DRAWS, together=("no-show-spike", "fee-rise"))
    sureness = comparison.offers[0].sureness
    assert sureness is not None
    change = {row.scenario: row.pay_change_usd for row in sureness.stress}
    assert change["together"] < change["no-show-spike"] < 0
    # nearly the sum of the two, since they hit different weeks and different parts of the pay
    assert change["together"] == pytest.approx(change["no-show-spike"] + change["fee-rise"], rel=0.05)
    with pytest.raises(KeyError):
        compared(offer, draws=DRAWS, together=("earthquake",))


def test_the_lowest_week_is_one_that_is_worked() -> None:
    """A salary pays $78,000 / 52 = $1,500 in every week worked; the weeks ill are not worked."""
    harbor = three().offers[2]
    assert harbor.sureness is not None
    ill = next(row for row in harbor.sureness.stress if row.scenario == "illness")
    assert ill.lowest_week_usd == pytest.approx(1_500)
    assert ill.pay_change_usd == pytest.approx(-6 * 1_500)
