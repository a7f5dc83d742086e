"""What differs between two versions of an offer, and what it does: worked by hand, and what must always hold.

In: the contractor on 60% worked by hand in tests/cases, and samples. Out: pass.
"""

from dataclasses import astuple, replace
from datetime import date
from functools import cache

import pytest
import yaml
from hypothesis import given, settings

from evaluator.checklists import load_catalogue
from evaluator.comparison.compare import reader_of
from evaluator.comparison.difference_groups import NOT_OF_MONEY
from evaluator.comparison.difference_model import Change, Difference, Effect, Item
from evaluator.comparison.difference_words import Wording
from evaluator.comparison.evaluate import figures_of
from evaluator.economics import appraise, load_assumptions
from evaluator.offer import OfferFile, load_clinician
from evaluator.offer.aligning import align
from evaluator.offer.clinician import AboutMe
from tests.comparison.drafts import LAKESIDE, differing, drafts, read_text, replaced
from tests.comparison.samples import OFFERS, SAMPLES, Tree, having, read, sample, tree_of
from tests.offer.test_mixing import edits, readable

CASE = yaml.safe_load((OFFERS.parent / "tests" / "cases" / "a-contractor-60-40.yaml").read_text("utf-8"))


@cache
def revised() -> Difference:
    return drafts()


def contractor(tmp_path_factory: pytest.TempPathFactory, *changes: tuple[str, str]) -> Difference:
    me = tmp_path_factory.mktemp("me") / "me.yaml"
    me.write_text(CASE["clinician"], encoding="utf-8")
    return differing(
        read_text(CASE["offer"]), read_text(replaced(CASE["offer"], *changes)), load_clinician(me).clinician
    )


def items(difference: Difference) -> dict[str, Item]:
    return {item.label: item for change in difference.changes for item in change.items}


def change_of(difference: Difference, label: str) -> Change:
    return next(one for one in difference.changes if label in [item.label for item in one.items])


def numbers(effect: Effect) -> list[float]:
    return [
        effect.floor,
        effect.ceiling,
        *(end for part in (effect.split, effect.hourly_usd, effect.take_home_usd) for end in astuple(part)),
    ]


def test_sixty_to_fifty_five_percent_by_hand(tmp_path_factory: pytest.TempPathFactory) -> None:
    # tests/cases/a-contractor-60-40.yaml: collected 110,890.081266 as the caseload fills, missed visits pay 1,558.125,
    # costs 9,459, half of self-employment tax 7.064775% of the rest, unpaid time 14,787.625, 1,195.496875 hours worked.
    #   60%: .60 x .97 x 110,890.081266 + 1,558.125 = 66,096.152297; less costs 56,637.152297
    #        hour  56,637.152297 x .92935225 = 52,635.864920 / 1,195.496875 = 44.028442
    #   55%: .55 x .97 x 110,890.081266 + 1,558.125 = 60,717.983355; less costs 51,258.983355
    #        hour  51,258.983355 x .92935225 = 47,637.651515 / 1,195.496875 = 39.847574
    #        keep  47,637.651515 - 14,787.625 = 32,850.026515 / 128,104.065 = .256432, 29.5% before: -3.9 points
    #        take-home 51,258.983355 - 2 x 3,621.331840 = 44,016.319675, 48,634.577544 before
    found = contractor(tmp_path_factory, ("share: 60%", "share: 55%"))
    (change,) = found.changes
    assert found.before.hourly_usd.likely == 44.03
    assert found.after.hourly_usd.likely == 39.85
    assert change.effect.hourly_usd.likely == -4.18
    assert change.effect.split.likely == pytest.approx(0.256 - 0.295, abs=1e-9)
    assert change.effect.take_home_usd.likely == pytest.approx(44016.32 - 48634.58, abs=1e-9)
    assert change.effect == found.whole
    assert change.direction == "worse"
    (item,) = change.items
    assert (item.label, item.kind, item.old.says, item.new.says) == ("Your share", "changed", "60%", "55%")


@pytest.mark.parametrize("name", NOT_OF_MONEY)
def test_no_figure_of_money_looks_at_what_is_left_out_of_them(name: str) -> None:
    for id in ("lakeside-group", "harbor-employee", "turnpike-mill"):
        offer_file = sample(id)
        assumptions = load_assumptions()
        reader = reader_of(offer_file, AboutMe(), assumptions, date(2026, 5, 1))
        unsaid = offer_file.offer.offer.model_copy(update={name: None})
        changed = replace(offer_file, offer=offer_file.offer.model_copy(update={"offer": unsaid}))
        first, last = appraise(offer_file, reader), appraise(changed, reader)
        assert first.money == last.money
        assert figures_of(first, reader) == figures_of(last, reader)


def test_what_two_changes_do_only_together_by_hand(tmp_path_factory: pytest.TempPathFactory) -> None:
    # Fees before the split from 3% to none is worth more on 60% than on 55%.
    #   fees alone:  .60 x 110,890.081266 + 1,558.125 - 9,459 = 58,633.173760 x .92935225 / 1,195.496875 = 45.58
    #   share alone: 39.85 (above); before: 44.03
    #   both:        .55 x 110,890.081266 + 1,558.125 - 9,459 = 53,088.669696 x .92935225 / 1,195.496875 = 41.27
    #   41.27 - 44.03 = -2.76 = -4.18 (share) + 1.55 (fees) - 0.13 (together)
    found = contractor(tmp_path_factory, ("share: 60%", "share: 55%"), ("fees_off_the_top: 3%", "fees_off_the_top: 0%"))
    alone = {one.items[0].label: one.effect.hourly_usd.likely for one in found.changes}
    assert alone == {"Your share": -4.18, "Fees taken before the split": 1.55}
    assert found.whole.hourly_usd.likely == -2.76
    assert found.together.hourly_usd.likely == -0.13


def test_whether_a_term_can_change_is_a_difference_of_its_own() -> None:
    before = {"value": "60%", "change": "fixed"}
    after = {"value": "60%", "change": "discretion", "notice": "30 days"}
    tree = having(tree_of(OFFERS / "lakeside-group.yaml"), ("pay", "share"), "60%")
    old, new = (having(tree, ("pay", "share"), said) for said in (before, after))
    (item,) = items(differing(read(old), read(new))).values()
    assert (item.label, item.kind) == ("Your share", "may_change")
    assert item.old.can_change == "no, unless both agree"
    assert item.new.can_change == "yes, the practice decides, 30 days' notice"


def test_every_kind_of_difference_is_told_from_the_others() -> None:
    found = items(revised())
    assert {label: item.kind for label, item in found.items()} == {
        "No-shows": "removed",
        "Records after you leave": "removed",
        "Non-compete": "changed",
        "Discharge": "evidence_lost",
        "Your share": "changed",
        "Quality review": "now_refused",
        "Weeks until the caseload is full": "answered",
        "Pausing intake": "evidence_gained",
        "Share of sessions of commercial two": "changed",
        "Share of sessions of self-pay": "changed",
        "What the practice's share buys": "changed",
        "Payers": "renamed",
        "Costs a year": "renamed",
        "Clinicians who work there": "reworded",
    }
    assert found["No-shows"].new.says == "not mentioned any more"
    assert found["Non-compete"].old.says == "There is no non-compete."
    assert found["Pausing intake"].old.says == found["Pausing intake"].new.says
    assert (found["Pausing intake"].old.evidence, found["Pausing intake"].new.evidence) == ("verbal", "contract")
    assert found["Costs a year"].new.says == "record system: $1,200"


def test_shares_of_sessions_that_must_add_up_change_together() -> None:
    labels = [item.label for item in change_of(revised(), "Share of sessions of self-pay").items]
    assert labels == ["Share of sessions of commercial two", "Share of sessions of self-pay"]


def test_what_is_not_mentioned_any_more_comes_first_and_never_counts_as_better() -> None:
    kinds = [one.items[0].kind for one in revised().changes]
    assert kinds[:2] == ["removed", "removed"]
    assert "removed" not in kinds[2:]
    # A cost that nobody mentions any more makes the figures better and nothing worse, and is no good news.
    silent = read_text(replaced(LAKESIDE, (', software: "$1,200"', "")))
    change = change_of(differing(read_text(LAKESIDE), silent), "Costs a year: software")
    assert change.effect.hourly_usd.low > 0
    assert change.effect.hourly_usd.likely > 0
    assert (change.effect.floor, change.flags) == (0.0, ())
    assert change.direction == "open"


def test_red_flags_are_told_with_the_change_that_moves_them() -> None:
    found = revised()
    moves = {move.title: (move.before, move.after) for move in found.flags}
    assert moves["Contractor in name only"] == ("not_ruled_out", "raised")
    assert moves["Full load at once"] == ("not_ruled_out", None)
    assert [move.title for move in change_of(found, "Non-compete").flags] == ["Contractor in name only"]
    assert found.worse_because == (
        "the worst case of an hour worked falls from $41.78 to $37.53",
        "the red flag “Contractor in name only” is raised",
    )


def test_pay_of_another_kind_is_one_change() -> None:
    tree = tree_of(OFFERS / "lakeside-group.yaml")
    salaried = having(tree, ("pay",), {"structure": "salary", "salary": "$70,000", "lag_days": "42"})
    found = differing(read(tree), read(salaried))
    change = change_of(found, "Salary")
    assert {"Your share", "Fees taken before the split"} <= {item.label for item in change.items}
    assert change.items[0].old.says == "a share of what your sessions bring in"
    assert change.items[0].new.says == "a fixed yearly salary"
    adds_up(found)


def adds_up(found: Difference) -> None:
    for place, whole in enumerate(numbers(found.whole)):
        parts = sum(numbers(one.effect)[place] for one in found.changes) + numbers(found.together)[place]
        assert parts == pytest.approx(whole, abs=1e-6)


def test_columns_add_up_to_the_difference_of_the_figures() -> None:
    found = revised()
    adds_up(found)
    for name in ("split", "hourly_usd", "take_home_usd"):
        before, after, whole = (astuple(getattr(one, name)) for one in (found.before, found.after, found.whole))
        assert [round(b - a, 3) for a, b in zip(before, after, strict=True)] == pytest.approx(list(whole), abs=1e-9)


def mirrored(old: OfferFile, new: OfferFile) -> None:
    there, back = differing(old, new), differing(new, old)
    assert numbers(there.whole) == pytest.approx([-number for number in numbers(back.whole)], abs=1e-9)
    assert there.before == back.after
    assert {(move.check, move.before, move.after) for move in there.flags} == {
        (move.check, move.after, move.before) for move in back.flags
    }
    turn = {
        "added": "removed",
        "removed": "added",
        "evidence_gained": "evidence_lost",
        "evidence_lost": "evidence_gained",
    }
    kinds = sorted(turn.get(item.kind, "another") for one in there.changes for item in one.items)
    assert kinds == sorted(item.kind if item.kind in turn else "another" for one in back.changes for item in one.items)


def test_the_other_way_round_is_the_mirror_image() -> None:
    old = read_text(LAKESIDE)
    mirrored(old, read_text(replaced(LAKESIDE, ("no_show: 6%, ", ""), ("share: {value: 60%", "share: {value: 62%"))))
    better = differing(read_text(replaced(LAKESIDE, ("share: {value: 60%", "share: {value: 62%"))), old)
    assert [one.direction for one in better.changes] == ["worse"]


@settings(max_examples=8)
@given(edits())
def test_random_edits_add_up_and_mirror(pair: tuple[Tree, Tree]) -> None:
    old, new = map(readable, pair)
    if old is None or new is None:
        return
    adds_up(differing(old, new))


def test_the_same_words_in_another_layout_are_the_same_offer() -> None:
    found = differing(read_text(LAKESIDE), read_text("# a comment\n" + LAKESIDE))
    assert found.same
    assert found.changes == ()
    assert found.old.sha256 != found.new.sha256
    assert set(numbers(found.whole)) == {0.0}
    assert found.worse_because == ()


def test_a_new_order_of_a_list_moves_nothing() -> None:
    lines = LAKESIDE.splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if "name: self-pay" in line)
    first = next(number for number, line in enumerate(lines) if "name: commercial one" in line)
    found = differing(
        read_text(LAKESIDE),
        read_text("".join([*lines[:first], lines[place], *lines[first:place], *lines[place + 1 :]])),
    )
    (change,) = found.changes
    assert (change.items[0].kind, change.items[0].label) == ("reordered", "Payers")
    assert change.items[0].old.says == "commercial one, commercial two, self-pay"
    assert change.items[0].new.says == "self-pay, commercial one, commercial two"
    assert set(numbers(change.effect)) == {0.0}


def test_no_code_name_stands_in_any_label_or_value() -> None:
    offers = [sample(path.stem) for path in SAMPLES]
    for place, old in enumerate(offers):
        new = offers[place - 1]
        alignment = align(old, new)
        wording = Wording(old, new, alignment, load_catalogue(), ({}, {}))
        for matter in alignment.matters:
            item = wording.item(matter)
            for words in (item.label, item.old.says, item.new.says):
                assert words
                assert "_" not in words, words
                assert "#" not in words, words


def test_the_readers_own_numbers_count() -> None:
    own = differing(
        read_text(LAKESIDE),
        read_text(replaced(LAKESIDE, ("value: 10, evidence: verbal", "value: 20, evidence: verbal"))),
        AboutMe.model_validate({"documentation_minutes": "10"}),
    )
    (change,) = own.changes
    assert change.items[0].old.says == "10 minutes"
    assert change.effect.hourly_usd.likely == 0.0
