"""What a practice decides about a contractor's work, counted by hand.

In: the twelve factors and small offers. Out: pass or fail. Must not judge the count; the checklists do.
"""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from evaluator.checklists import assess
from evaluator.checklists.assessing import _Answered
from evaluator.checklists.control import Factor, load_factors, state_of, states
from evaluator.checklists.measures import MEASURES, Subject
from evaluator.checklists.reading import Reading
from evaluator.checklists.stated_terms import is_term, terms_of
from tests.checklists.written import FULL_HEAD, NO_CONTROL, THREE_CONTROLS, Said, offer, the_catalogue

FACTORS = load_factors()
BY_ID = {factor.id: factor for factor in FACTORS}
OF_CHECKS = [factor for factor in FACTORS if factor.check]
OF_TERMS = [factor for factor in FACTORS if factor.term]
CONTRACTOR: dict[str, Said] = {**FULL_HEAD}
SECTIONS = {check: section for section, checks in the_catalogue().questions().items() for check in checks}


def subject(said: Mapping[str, Said], evidence: str = "contract", least_grade: float = 0.0) -> Subject:
    """The offer as a measure sees it, with what its checklists ask."""
    terms = terms_of(offer(said, evidence))
    return Subject(replace(terms, least_grade=least_grade), _Answered(the_catalogue(), terms).asked())


def count(said: Mapping[str, Said], evidence: str = "contract", least_grade: float = 0.0) -> tuple[float, float] | None:
    found = MEASURES["control_factors"].read(subject(said, evidence, least_grade))
    return (found.low, found.high) if isinstance(found, Reading) else None


def without(*names: str) -> dict[str, Said]:
    return {name: value for name, value in NO_CONTROL.items() if name not in names}


# --- the list ------------------------------------------------------------------------------------------------------


def test_there_are_twelve_factors_in_three_parts() -> None:
    assert len(BY_ID) == len(FACTORS) == 12
    assert [factor.part for factor in FACTORS] == ["behaviour"] * 6 + ["money"] * 2 + ["relationship"] * 4
    assert len({factor.check or factor.term for factor in FACTORS}) == 12  # no fact counts twice
    for factor in FACTORS:
        assert factor.says.endswith(".")
        assert factor.title[0].isupper()


@pytest.mark.parametrize("factor", OF_CHECKS, ids=lambda factor: factor.id)
def test_the_words_of_a_factor_are_answers_of_its_check(factor: Factor) -> None:
    check = the_catalogue().by_id[factor.check or ""]
    assert check.answers is not None
    assert set(factor.yes) < set(check.answers)
    assert check.audience != "owner"
    assert all(check.answers[word].worth != "not applicable" for word in factor.yes)


@pytest.mark.parametrize("factor", OF_TERMS, ids=lambda factor: factor.id)
def test_the_term_of_a_factor_can_be_stated_and_asked_for(factor: Factor) -> None:
    assert factor.term is not None
    assert is_term(factor.term)


def test_the_measure_counts_the_whole_list_and_nothing_else() -> None:
    assert set(MEASURES["control_factors"].terms) == {factor.term for factor in OF_TERMS}
    assert set(MEASURES["control_factors"].checks) == {factor.check for factor in OF_CHECKS}


# --- one factor ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("factor", "word"),
    [(factor, word) for factor in OF_CHECKS for word in the_catalogue().by_id[factor.check or ""].answers or {}],
    ids=lambda value: getattr(value, "id", str(value)),
)
def test_every_answer_is_a_yes_or_a_no(factor: Factor, word: str) -> None:
    said: dict[str, Said] = {**CONTRACTOR, f"{SECTIONS[factor.check or '']}.{factor.check}": word}
    assert state_of(factor, subject(said)) == ("yes" if word in factor.yes else "no")


@pytest.mark.parametrize("factor", [one for one in OF_TERMS if one.id != "benefits"], ids=lambda factor: factor.id)
def test_a_term_is_a_yes_a_no_or_open(factor: Factor) -> None:
    assert factor.term is not None
    for said, expected in (("yes", "yes"), ("no", "no"), ("vague", "open"), ("refused", "open")):
        assert state_of(factor, subject({factor.term: said})) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "open"),
        ({"benefits": "none"}, "no"),
        ({"benefits": "vague"}, "open"),
        ({"benefits.health": "$4,800"}, "yes"),
        ({"benefits.health": "$0-4800"}, "open"),  # perhaps nothing
        ({"benefits.health": "$0"}, "open"),  # others are not named
        ({"benefits.health": "$0", "benefits.retirement": "$1,200"}, "yes"),
    ],
)
def test_benefits(said: dict[str, Said], expected: str) -> None:
    assert state_of(BY_ID["benefits"], subject(said)) == expected


@pytest.mark.parametrize("evidence", ["contract", "posting", "verbal"])
def test_a_check_that_an_answer_takes_out_counts_as_no(evidence: str) -> None:
    """An answer that is not for this offer is still an answer: nobody decides which clients of no referrals come."""
    said: dict[str, Said] = {"autonomy.decline-referrals": "no_referrals"}
    assert state_of(BY_ID["clients"], subject(said, evidence)) == "no"


def test_what_is_taken_out_stays_a_no_on_the_strictest_reading() -> None:
    posted = subject({"autonomy.decline-referrals": "no_referrals"}, "posting", least_grade=1.0)
    assert state_of(BY_ID["clients"], posted) == "no"
    said = subject({"autonomy.decline-referrals": "no_referrals"}, "verbal", least_grade=0.5)
    assert state_of(BY_ID["clients"], said) == "open"


# --- the count -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, None),
        (NO_CONTROL, (0, 0)),
        ({**NO_CONTROL, "control.sets_prices": "yes", "autonomy.outside-work": "barred"}, (2, 2)),
        ({**NO_CONTROL, **THREE_CONTROLS}, (3, 3)),
        ({**NO_CONTROL, **THREE_CONTROLS, "benefits": "none", "contract.non-compete": "short_and_local"}, (4, 4)),
        (THREE_CONTROLS, (3, 12)),  # 3 of 12, and the nine others are open
        ({"control.sets_prices": "no"}, (0, 11)),
        (without("benefits"), (0, 1)),
        (without("benefits", "contract.non-compete", "control.supervises"), (0, 3)),
        ({**without("benefits"), "control.sets_prices": "yes", "autonomy.availability": "practice_sets"}, (2, 3)),
        ({**NO_CONTROL, "autonomy.clinical-method": "vague", "control.open_ended": "refused"}, (0, 2)),
    ],
)
def test_the_count_by_hand(said: dict[str, Said], expected: tuple[float, float] | None) -> None:
    assert count({**CONTRACTOR, **said}) == expected


def test_all_twelve() -> None:
    said: dict[str, Said] = {factor.term: "yes" for factor in OF_TERMS if factor.term and factor.id != "benefits"}
    said["benefits.health"] = "$4,800"
    said |= {f"{SECTIONS[factor.check or '']}.{factor.check}": factor.yes[0] for factor in OF_CHECKS}
    assert count({**CONTRACTOR, **said}) == (12, 12)
    assert set(states(subject({**CONTRACTOR, **said})).values()) == {"yes"}


def test_weaker_evidence_is_out_of_sight() -> None:
    # Eleven are denied in the contract and one by word alone: at the strength of a posting that one is open.
    said: dict[str, Said] = {**NO_CONTROL, "control.supervises": ("no", "verbal")}
    assert count(said, least_grade=0.5) == (0, 1)
    assert count(said, least_grade=0.3) == (0, 0)
    # So is an answer to a check.
    word: dict[str, Said] = {**NO_CONTROL, "autonomy.outside-work": ("free", "verbal")}
    assert count(word, least_grade=0.5) == (0, 1)


@pytest.mark.parametrize(
    ("said", "evidence", "outcome", "knownness"),
    [
        (NO_CONTROL, "contract", "met", 1.0),
        (NO_CONTROL, "verbal", "met", 0.3),
        ({**NO_CONTROL, "control.sets_prices": "yes"}, "posting", "partly", 0.5),
        ({**NO_CONTROL, **THREE_CONTROLS}, "verbal", "not_met", 1.0),  # an admission in any form
        ({**NO_CONTROL, **THREE_CONTROLS}, "third_party", "not_met", 0.5),
        (THREE_CONTROLS, "posting", "not_met", 1.0),  # whatever the others are
        (without("benefits"), "contract", "not_stated", 0.0),  # none or one
        ({**without("benefits"), "control.sets_prices": "yes"}, "contract", "partly", 1.0),  # one or two
        ({**without("benefits", "contract.non-compete"), "control.sets_prices": "yes"}, "contract", "not_stated", 0.0),
    ],
)
def test_what_the_check_makes_of_the_count(
    said: dict[str, Said], evidence: str, outcome: str, knownness: float
) -> None:
    finding = assess(the_catalogue(), offer({**CONTRACTOR, **said}, evidence)).finding("status-match")
    assert (finding.outcome, finding.knownness) == (outcome, knownness)


@pytest.mark.parametrize(
    ("left_out", "says"),
    [
        ("benefits", "What is stated does not decide it; open: which benefits you get."),
        ("autonomy.availability", "What is stated does not decide it; answers that it counts are open."),
    ],
)
def test_what_is_open_is_said(left_out: str, says: str) -> None:
    finding = assess(the_catalogue(), offer({**CONTRACTOR, **without(left_out)})).finding("status-match")
    assert (finding.outcome, finding.says) == ("not_stated", says)


@pytest.mark.parametrize("engagement", ["employee", "partner"])
def test_only_a_contractor_is_asked(engagement: str) -> None:
    said: dict[str, Said] = {**CONTRACTOR, **THREE_CONTROLS, "offer.engagement": engagement}
    finding = assess(the_catalogue(), offer(said)).finding("status-match")
    assert finding.outcome == "not_applicable"
