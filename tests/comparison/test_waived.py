"""Waivers through a whole comparison: what they meet, what is remarked, and that nothing else changes.

In: sample offers and waivers made here. Out: pass or fail.
"""

from dataclasses import replace
from datetime import date

from evaluator.checklists import load_catalogue
from evaluator.comparison import Comparison, compare
from evaluator.economics import load_assumptions
from evaluator.offer.waivers import Waiver
from tests.comparison.samples import AS_OF, maya, sample

LAKESIDE, HARBOR = "lakeside-group", "harbor-employee"
LATER, BEFORE = date(2027, 3, 31), date(2026, 11, 21)


def waiver(check: str, offer: str | None = None, expires: date = LATER, line: int = 3) -> Waiver:
    return Waiver(check, offer, "fine with me", "R. Doe", expires, "waivers.yaml", line)


def compared(*waivers: Waiver) -> Comparison:
    return compare(
        [sample(LAKESIDE), sample(HARBOR)],
        catalogue=load_catalogue(),
        about=maya(),
        assumptions=load_assumptions(),
        as_of=AS_OF,
        draws=0,
        waivers=waivers,
    )


def outcome(comparison: Comparison, offer: str, check: str) -> str:
    found = next(one for one in comparison.offers if one.id == offer)
    return next(finding.outcome for finding in found.findings if finding.check == check)


def waived(comparison: Comparison) -> dict[str, list[tuple[str, bool]]]:
    return {offer.id: [(one.check, one.holds) for one in offer.waived] for offer in comparison.offers}


PLAIN = compared()
FULL = compared(
    waiver("paid-admin-time", LAKESIDE),
    waiver("unpaid-claims", expires=BEFORE, line=4),
    waiver("pause-intake", HARBOR, line=5),
    waiver("split-not-calculated", LAKESIDE, line=6),
    waiver("tools", "quiet-practice", line=7),
)


def test_nothing_else_changes() -> None:
    """Findings, flags, scores, verdicts, questions, order: all the same but what is said of the waivers."""
    without = replace(
        FULL, offers=tuple(replace(offer, waived=()) for offer in FULL.offers), waiver_remarks=PLAIN.waiver_remarks
    )
    assert without == PLAIN
    assert PLAIN.waiver_remarks == ()


def test_what_a_waiver_meets() -> None:
    assert outcome(PLAIN, LAKESIDE, "paid-admin-time") == "not_met"
    assert outcome(PLAIN, HARBOR, "pause-intake") == "partly"
    found = waived(FULL)
    assert ("paid-admin-time", True) in found[LAKESIDE]
    assert ("split-not-calculated", True) in found[LAKESIDE], "a red flag is waived like any other check"
    assert "paid-admin-time" not in [check for check, _ in found[HARBOR]], "it names the other offer"
    assert "pause-intake" not in [check for check, _ in found[HARBOR]], "there is nothing to accept"


def test_one_without_an_offer_is_for_all() -> None:
    for_all = waived(compared(waiver("ramp-pay")))
    open_in = [one for one in (LAKESIDE, HARBOR) if outcome(PLAIN, one, "ramp-pay") not in ("met", "not_applicable")]
    assert [one for one, found in for_all.items() if found] == open_in
    assert LAKESIDE in open_in


def test_one_for_an_offer_leaves_the_others_alone() -> None:
    open_in_both = next(
        finding.check
        for finding in PLAIN.offers[0].findings
        if {outcome(PLAIN, one, finding.check) for one in (LAKESIDE, HARBOR)} <= {"not_stated", "not_met"}
    )
    assert waived(compared(waiver(open_in_both, HARBOR))) == {LAKESIDE: [], HARBOR: [(open_in_both, True)]}


def test_remarks_on_what_has_ended_and_what_meets_nothing() -> None:
    assert FULL.waiver_remarks == (
        "The waiver of unpaid-claims (waivers.yaml, line 4) ended on 2026-11-21: look at it again.",
        "The waiver of pause-intake (waivers.yaml, line 5) has nothing to accept: take it out.",
    )


def test_the_last_day_still_holds() -> None:
    last = compared(waiver("paid-admin-time", LAKESIDE, expires=AS_OF))
    assert waived(last)[LAKESIDE] == [("paid-admin-time", True)]
    assert last.waiver_remarks == ()
    ended = compared(waiver("paid-admin-time", LAKESIDE, expires=BEFORE))
    assert waived(ended)[LAKESIDE] == [("paid-admin-time", False)]
    assert len(ended.waiver_remarks) == 1


def test_one_that_is_for_an_audit_alone_meets_nothing_here() -> None:
    catalogue = load_catalogue()
    owners = next(id for id, check in catalogue.by_id.items() if not check.for_everyone)
    assert compared(waiver(owners)).waiver_remarks == (
        f"The waiver of {owners} (waivers.yaml, line 3) has nothing to accept: take it out.",
    )
