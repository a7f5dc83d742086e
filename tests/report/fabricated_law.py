"""A contractor's status, notes on law and waivers for comparisons made by hand.

In: a comparison made by hand. Out: the same with them. Must not look anything up in the table of laws.
"""

from dataclasses import replace
from datetime import date

from evaluator.checklists.findings import LawNote, SourceText
from evaluator.comparison.model import Comparison, ControlFact, OfferResult, Status, StatusTest, Waived

SOURCES = (SourceText("a-page", "A page on contractors, an agency, 2026"),)
FEDERAL = LawNote(
    "contractor-test", "Who may be a contractor", "permits", "Facts decide, not the label.", None, True, True, None,
    date(2026, 4, 28), ("a-page",),
)  # fmt: skip
OF_A_STATE = LawNote(
    "non-compete", "Non-competes", "limits", "This state is reported to limit them.", "a year's pay", False, False,
    date(2027, 6, 30), date(2026, 4, 1), ("a-page",),
)  # fmt: skip
STATES = ("yes", "no", "open")


def made_law(comparison: Comparison) -> Comparison:
    """With a status for the first offer, a federal note for every offer and a state's for those that name one."""
    first, *others = comparison.offers
    facts = tuple(
        ControlFact(f"fact-{n}", f"Fact {n + 1}", "behaviour", STATES[n % 3], f"The practice decides {n}.")  # type: ignore[arg-type]
        for n in range(12)
    )
    tests = tuple(
        StatusTest(title, f"{title} looks at facts.", ("a-page",)) for title in ("Taxes", "Wages", "State law")
    )
    offers = (_noted(replace(first, status=Status(4, 8, facts, tests))), *map(_noted, others))
    return replace(comparison, offers=offers, sources=SOURCES)


def _noted(offer: OfferResult) -> OfferResult:
    return replace(offer, law=(FEDERAL, *((OF_A_STATE,) if offer.state else ())))


def made_waived(comparison: Comparison) -> Comparison:
    """With a waiver that holds and one that has ended, both on findings of the first offer."""
    first, *others = comparison.offers
    checks = [finding.check for finding in first.findings[:2]]
    waived = tuple(
        Waived(check, "We look at it next year", "R. Doe", date(2026, 12, 31), holds)
        for check, holds in zip(checks, (True, False), strict=True)
    )
    remark = "The waiver of pause-intake (waivers.yaml, line 3) has nothing to accept: take it out."
    return replace(comparison, offers=(replace(first, waived=waived), *others), waiver_remarks=(remark,))


def spoiled_law(comparison: Comparison, text: str) -> Comparison:
    """With this text in every word about law and status, and in every waiver."""
    made = made_waived(made_law(comparison))
    first, *others = made.offers
    assert first.status is not None
    facts = tuple(replace(fact, title=text, says=text) for fact in first.status.facts)
    tests = tuple(replace(test, title=text, says=text) for test in first.status.tests)
    law = tuple(replace(note, title=text, says=text, depends_on=text) for note in first.law)
    waived = tuple(replace(one, reason=text, by=text) for one in first.waived)
    first = replace(first, status=replace(first.status, facts=facts, tests=tests), law=law, waived=waived)
    return replace(made, offers=(first, *others), sources=(SourceText("a-page", text),), waiver_remarks=(text,))
