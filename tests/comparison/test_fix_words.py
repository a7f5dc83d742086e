"""Every fix of an audit says what to do, and a fix by count says how far it gets."""

import pytest

from evaluator.checklists import load_catalogue
from evaluator.comparison.audit_model import Fix
from evaluator.comparison.fixes import find_fixes
from tests.comparison.audited import bench_of
from tests.comparison.samples import sample

VERBS = frozenset(
    "Add Ask Attach Block Bring Change Choose Compare Connect Count Deliver Give Go Have Keep Let Link List Look Make "
    "Name Pay Plan Promise Put Record Report Send Set Start State Take Track Use Work Write".split()
)


def fixes_of(name: str) -> dict[str, Fix]:
    return {fix.check: fix for fix in find_fixes(bench_of(sample(name)))[0]}


@pytest.mark.parametrize("name", ["lakeside-group", "quiet-practice", "turnpike-mill"])
def test_every_fix_opens_with_a_verb_that_tells_what_to_do(name: str) -> None:
    for fix in fixes_of(name).values():
        assert fix.do.split()[0] in VERBS, fix.do
        assert fix.do != fix.says
        assert "{" not in fix.do
        assert not fix.do.startswith("Ask for"), fix.do  # that is what a candidate would do


def test_who_decides_is_counted_by_hand() -> None:
    # Lakeside leaves eight of the twelve to its clinicians in some text, supplies tools and room, and has no end date;
    # open are discipline and benefits. Left to clinicians, they make ten.
    do = fixes_of("lakeside-group")["status-match"].do
    assert do == (
        "Let clinicians decide, and say in the contract that they are not disciplined for a low number of sessions and "
        "arrange their own benefits: that makes 10 of the 12 things that an employer usually decides."
    )
    # Quiet Street says nothing about any of them, so all twelve are new.
    assert fixes_of("quiet-practice")["status-match"].do.endswith("that makes 12 of the 12 things that an employer "
                                                                  "usually decides.")  # fmt: skip


def test_what_is_said_already_only_moves_into_the_contract() -> None:
    fixes = fixes_of("lakeside-group")
    assert fixes["pause-intake"].do == (
        "Put into the contract what the offer says already: “Intake pauses when you ask, at no cost to you.”"
    )
    assert fixes["late-notes-pay"].do == (
        "Change to this, and put it into the contract: “Your pay does not depend on when notes are done.”"
    )
    assert fixes["take-backs"].do == "Promise this in the contract: “The practice bears what payers take back.”"
    assert fixes["pay-timing"].do == "Pay at the latest 30 days after the session."


def test_every_check_on_numbers_that_a_fix_can_reach_has_words_for_the_owner() -> None:
    # Flags on turnover, on services left out and on the wage floor hang on too many terms for one fix.
    without = {"undelivered-services", "turnover", "vague-answers", "below-minimum-wage", "costs-above-share"}
    for check in load_catalogue().by_id.values():
        if (check.measure or check.terms) and check.id not in without:
            assert check.mend, check.id
