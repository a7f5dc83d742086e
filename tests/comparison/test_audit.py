"""The audit as a whole: both sides of the money, every check for the owner, and the candidate's own report."""

from pathlib import Path

import pytest

from evaluator.checklists import load_catalogue
from evaluator.comparison.audit import audit, both_sides
from evaluator.economics import load_assumptions
from evaluator.offer.clinician import AboutMe
from tests.comparison.samples import AS_OF, SAMPLES, compared, read, sample, tree_of, without


def test_the_candidates_view_is_the_comparison_that_a_clinician_gets() -> None:
    offers = [sample("lakeside-group"), sample("harbor-employee")]
    found = audit(offers, catalogue=load_catalogue(), assumptions=load_assumptions(), as_of=AS_OF)
    assert found.candidate == compared(*offers, about=AboutMe())
    asked = {check.id for check in found.candidate.checks}
    of_owners = {check.id for check in found.owner.checks} - asked
    assert of_owners == {check.id for check in load_catalogue().by_id.values() if not check.for_everyone}
    assert of_owners
    assert [one.id for one in found.offers] == [one.id for one in found.owner.offers]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_comes_in_is_what_becomes_of_it_to_the_cent(path: Path) -> None:
    money = compared(sample(path.stem)).offers[0].money
    sides = both_sides(money)
    assert round(sides.collected_usd + sides.fees_usd - sides.clinician_usd - sides.practice_usd, 2) == 0
    assert sides.practice_usd == pytest.approx(money.practice_keeps_usd, abs=0.02)


def test_silence_lifts_no_floor_of_an_owners_audit() -> None:
    tree = tree_of(SAMPLES[0].parent / "lakeside-group.yaml")
    tree["architecture"] = {"services-delivered": "none_missing", "first-weeks-pooled": "clinician_carries"}
    told = audit([read(tree)], catalogue=load_catalogue(), assumptions=load_assumptions(), as_of=AS_OF)
    silent = audit(
        [read(without(tree, ("architecture", "first-weeks-pooled")))],
        catalogue=load_catalogue(),
        assumptions=load_assumptions(),
        as_of=AS_OF,
    )
    assert silent.owner.offers[0].scores["architecture"].floor <= told.owner.offers[0].scores["architecture"].floor
    assert silent.owner.offers[0].scores["overall"].floor <= told.owner.offers[0].scores["overall"].floor
    bad = next(fix for fix in told.offers[0].fixes if fix.check == "first-weeks-pooled")
    assert bad.outcome == "not_met"
    assert bad.overall_gain > 0
