"""What checks find: every answer of every check, terms, numbers, evidence and applicability.

In: offers made from the checklists' own answers, and a few written by hand. Out: pass or fail. Must not score.
"""

from pathlib import Path

import pytest

from evaluator.checklists import Assessment, Check, assess, load_catalogue, scorecard
from evaluator.checklists.assessing import REFUSED, SILENT, VAGUE
from evaluator.checklists.checks import WEIGHTS, Applies, outcome_of
from evaluator.checklists.findings import Finding
from evaluator.checklists.law import STATES, load_state_law
from evaluator.offer import Evidence
from tests.checklists.written import FULL_HEAD, THREE_CONTROLS, Said, offer, the_catalogue

PERCENTAGE: dict[str, Said] = {"pay.structure": "percentage"}
ANSWERS = [
    (checklist.section, check, word) for checklist, check in the_catalogue().pairs() for word in (check.answers or {})
]


def found(said: dict[str, Said], check: str, evidence: str = "contract") -> Finding:
    return assess(the_catalogue(), offer(said, evidence)).finding(check)


def head_for(check: Check) -> dict[str, Said]:
    """The head of an offer to which the check applies."""
    rule = check.applies
    head: dict[str, Said] = {**FULL_HEAD, **PERCENTAGE}
    if rule is None:
        return head
    limits = {
        "offer.engagement": rule.engagements,
        "offer.kind": rule.kinds,
        "offer.discipline": rule.disciplines,
        "offer.license_stage": rule.license_stages,
        "pay.structure": rule.structures,
    }
    head |= {name: allowed[0] for name, allowed in limits.items() if allowed is not None and head[name] not in allowed}
    return head if rule.law is None else {**head, **where_law(rule.law, rule, reaches=True)}


def where_law(topic: str, rule: Applies, reaches: bool) -> dict[str, Said]:
    """A state, and a status there, for which a law of the topic is reported to limit such a term, or not to."""
    for engagement in rule.engagements or ("contractor", "employee"):
        for state in sorted(STATES):
            if load_state_law().limiting(topic, state, "psychotherapy", engagement, "associate") is reaches:
                return {"offer.state": state, "offer.engagement": engagement}
    raise AssertionError(topic)


@pytest.mark.parametrize(("section", "check", "word"), ANSWERS, ids=lambda value: getattr(value, "id", str(value)))
def test_every_answer(section: str, check: Check, word: str) -> None:
    answer = (check.answers or {})[word]
    finding = found({**head_for(check), f"{section}.{check.id}": (word, "offer_letter")}, check.id)
    assert finding.outcome == outcome_of(answer.worth)
    assert finding.says == answer.says
    assert finding.worth == {"met": 1.0, "partly": 0.5}.get(answer.worth, 0.0)
    # An admission counts in full, and a check that an answer takes out counts for nothing.
    assert finding.knownness == {"not met": 1.0, "not applicable": 0.0}.get(answer.worth, 0.7)
    assert (finding.said, finding.evidence, finding.line) == (word, "offer_letter", 1)


@pytest.mark.parametrize("evidence", list(Evidence))
def test_evidence_of_a_good_and_of_a_bad_answer(evidence: Evidence) -> None:
    good = found({"autonomy.niche": "used_by_intake"}, "niche", evidence)
    half = found({"autonomy.niche": "agreed_informally"}, "niche", evidence)
    bad = found({"autonomy.niche": "assigned"}, "niche", evidence)
    assert (good.knownness, half.knownness) == (evidence.grade, evidence.grade)
    assert bad.knownness == (0.5 if evidence is Evidence.THIRD_PARTY else 1.0)
    assert (good.worth, half.worth, bad.worth) == (1.0, 0.5, 0.0)


def test_the_three_ways_of_not_knowing() -> None:
    silent = found({}, "niche")
    ways = [silent, found({"autonomy.niche": "vague"}, "niche"), found({"autonomy.niche": "refused"}, "niche")]
    assert [(one.outcome, one.knownness, one.worth, one.says) for one in ways] == [
        ("not_stated", 0.0, 0.0, SILENT),
        ("vague", 0.5, 0.0, VAGUE),
        ("refused", 1.0, 0.0, REFUSED),
    ]


def test_a_section_that_is_refused_as_a_whole() -> None:
    assessment = assess(the_catalogue(), offer({"contract": "refused"}))
    outcomes = {finding.check: finding.outcome for finding in assessment.findings if finding.checklist == "contract"}
    assert set(outcomes.values()) == {"refused"}
    assert len(outcomes) == len(next(one.checks for one in the_catalogue().checklists if one.id == "contract"))


def test_where_a_finding_comes_from() -> None:
    written = offer(
        {"autonomy.niche.answer": "assigned", "autonomy.niche.quote": "any client", "autonomy.niche.where": "§3"}
    )
    finding = assess(the_catalogue(), written).finding("niche")
    assert (finding.said, finding.quote, finding.where) == ("assigned", "any client", "§3")


def test_findings_come_in_the_order_of_the_catalogue_with_nothing_left_out() -> None:
    findings = assess(the_catalogue(), offer({})).findings
    assert [finding.check for finding in findings] == list(the_catalogue().by_id)
    assert all(finding.says for finding in findings)
    with pytest.raises(KeyError):
        assess(the_catalogue(), offer({})).finding("no-such-check")


# --- terms ---------------------------------------------------------------------------------------------------------

BASE: dict[str, Said] = {
    **PERCENTAGE,
    "pay.of": "collected",
    "pay.fees_off_the_top": ("3%", "posting"),
    "pay.deduction_per_session": "$0",
}


def test_terms_are_met_when_all_are_stated_on_the_weakest_evidence() -> None:
    finding = found(BASE, "split-base")
    assert (finding.outcome, finding.knownness, finding.evidence, finding.said) == ("met", 0.5, "posting", "3%")


@pytest.mark.parametrize(
    ("change", "outcome", "says"),
    [
        ({"pay.of": None}, "not_stated", "2 of 3 stated; open: what the percentage is taken of."),
        ({"pay.of": "vague"}, "vague", VAGUE),
        ({"pay.of": "vague", "pay.fees_off_the_top": "refused"}, "refused", REFUSED),
        ({"pay.of": None, "pay.fees_off_the_top": "refused"}, "refused", REFUSED),
    ],
)
def test_terms_that_are_open_are_never_partly_met(change: dict[str, Said | None], outcome: str, says: str) -> None:
    merged = {**BASE, **change}
    finding = found({name: value for name, value in merged.items() if value is not None}, "split-base")
    assert (finding.outcome, finding.says) == (outcome, says)


SIX_NUMBERS: dict[str, Said] = {
    "caseload.sessions_per_week": "25",
    "hours.documentation_minutes": "10",
    "hours.weekly": "none",
    "costs.yearly.ehr": "$500",
    "caseload.ramp.weeks": "16",
}


@pytest.mark.parametrize(
    "pay",
    [
        {**PERCENTAGE, "pay.share": "60%"},
        {"pay.structure": "per_session", "pay.rate": "$61"},
        {
            "pay.structure": "per_session",
            "pay.rates.0.name": "a",
            "pay.rates.0.amount": "$61",
            "pay.rates.0.mix": "100%",
        },
        {"pay.structure": "salary", "pay.salary": "$80,000"},
    ],
    ids=["share", "rate", "rates", "salary"],
)
def test_the_pay_itself_may_be_stated_in_the_words_of_each_structure(pay: dict[str, Said]) -> None:
    assert found({**pay, **SIX_NUMBERS}, "computable-pay").outcome == "met"
    without = {name: value for name, value in pay.items() if name == "pay.structure"}
    assert found({**without, **SIX_NUMBERS}, "computable-pay").says == "5 of 6 stated; open: the pay itself."


def test_amounts_by_kind_are_stated_on_the_best_of_them_and_open_when_none_is() -> None:
    per_session = {"costs.per_session": "$0"}
    mixed = found({**per_session, "costs.yearly.ehr": ("$500", "verbal"), "costs.yearly.room": "$900"}, "own-costs")
    assert (mixed.outcome, mixed.knownness) == ("met", 1.0)
    assert found({**per_session, "costs.yearly.ehr": "vague"}, "own-costs").outcome == "vague"
    assert found({**per_session, "costs.yearly": "none"}, "own-costs").outcome == "met"


# --- numbers -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "outcome", "says"),
    [
        ("30", "met", "You are paid 30 days after the session."),
        ("31", "partly", "You wait 31 days after the session for your pay."),
        ("31-60", "partly", "You wait 31–60 days after the session for your pay."),
        ("61", "not_met", "You wait 61 days after the session for your pay."),
        ("20-40", "not_stated", "What is stated is too wide a range to decide it."),
        ("vague", "vague", VAGUE),
        ("refused", "refused", REFUSED),
    ],
)
def test_a_number_is_decided_only_if_its_whole_range_falls_into_one_band(days: str, outcome: str, says: str) -> None:
    finding = found({**PERCENTAGE, "pay.lag_days": (days, "posting")}, "pay-timing")
    assert (finding.outcome, finding.says) == (outcome, says)
    if outcome in ("met", "partly"):
        assert finding.knownness == 0.5


def test_a_number_is_known_as_far_as_the_strongest_facts_that_decide_it() -> None:
    # A fee of $75 and a share of 50% pay $37.50. The share is only verbal, so the whole is.
    half_verbal: dict[str, Said] = {
        **PERCENTAGE,
        "pay.missed_visit.fee": "$75",
        "pay.missed_visit.clinician_share": ("50%", "verbal"),
    }
    assert found(half_verbal, "missed-visits").knownness == 0.3
    # $60 for a no-show alone is (60 + 0)/2 = $30 and decides it by the contract; the verbal share adds nothing needed.
    assert found({**half_verbal, "pay.missed_visit.per_no_show": "$60"}, "missed-visits").knownness == 1.0


def test_a_sure_half_stays_a_half_when_somebody_promises_the_whole() -> None:
    # $20 for a late cancellation is (20 + 0)/2 = $10, partly, by the contract; with $80 for a no-show it would be met.
    sure: dict[str, Said] = {**PERCENTAGE, "pay.missed_visit.per_late_cancel": "$20"}
    half = found({**sure, "pay.missed_visit.per_no_show": ("$80", "verbal")}, "missed-visits")
    assert (half.outcome, half.knownness, half.said) == ("partly", 1.0, "$10")  # .5 x 1 > 1 x .3
    whole = found({**sure, "pay.missed_visit.per_no_show": ("$80", "offer_letter")}, "missed-visits")
    assert (whole.outcome, whole.knownness, whole.said) == ("met", 0.7, "$50")


def test_a_bad_number_from_a_third_party_is_suspected() -> None:
    said: dict[str, Said] = {**PERCENTAGE, "pay.lag_days": ("90", "third_party")}
    finding = found(said, "pay-timing")
    assert (finding.outcome, finding.knownness, finding.evidence) == ("not_met", 0.5, "third_party")


# --- applicability -------------------------------------------------------------------------------------------------


def other_value(rule: Applies) -> dict[str, Said]:
    """One fact that takes an offer out of the check's reach."""
    if rule.engagements is not None:
        return {"offer.engagement": next(e for e in ("partner", "employee") if e not in rule.engagements)}
    if rule.license_stages is not None:
        return {"offer.license_stage": "independent"}
    if rule.disciplines is not None:
        others = ("physical_therapy", "psychotherapy")
        return {"offer.discipline": next(other for other in others if other not in rule.disciplines)}
    if rule.law is not None:
        return where_law(rule.law, rule, reaches=False)
    if rule.structures is not None:
        return {"pay.structure": next(one for one in ("salary", "per_session") if one not in rule.structures)}
    kinds = ("ipa", "partnership", "mso")
    return {"offer.kind": next(kind for kind in kinds if kind not in (rule.kinds or ()))}


LIMITED = [check for check in the_catalogue().by_id.values() if check.applies is not None]


@pytest.mark.parametrize("check", LIMITED, ids=lambda check: check.id)
def test_a_check_that_does_not_apply_says_why(check: Check) -> None:
    assert check.applies is not None
    finding = found({**head_for(check), **other_value(check.applies)}, check.id)
    assert (finding.outcome, finding.says) == ("not_applicable", check.applies.because)
    assert (finding.knownness, finding.worth) == (0.0, 0.0)


@pytest.mark.parametrize("check", LIMITED, ids=lambda check: check.id)
def test_silence_never_makes_a_check_inapplicable(check: Check) -> None:
    assessment = assess(the_catalogue(), offer({}))
    finding = assessment.finding(check.id)
    assert finding.outcome == "not_stated"
    assert check.id in assessment.unsure


def test_a_bad_answer_can_not_raise_a_flag_that_may_not_apply() -> None:
    said: dict[str, Said] = dict(THREE_CONTROLS)
    open_engagement = states(assess(the_catalogue(), offer(said)))
    assert open_engagement["contractor-in-name"] == "not_ruled_out"
    contractor = states(assess(the_catalogue(), offer({**said, "offer.engagement": "contractor"})))
    assert contractor["contractor-in-name"] == "raised"
    employee = states(assess(the_catalogue(), offer({**said, "offer.engagement": "employee"})))
    assert "contractor-in-name" not in employee


def states(assessment: Assessment) -> dict[str, str]:
    return {flag.check: flag.state for flag in assessment.red_flags}


# --- checklists of one's own ---------------------------------------------------------------------------------------


def test_a_checklist_of_ones_own_with_five_checks(tmp_path: Path) -> None:
    words = ("quiet", "warm", "near", "safe", "clean")
    entry = (
        "  - {{id: {0}-office, title: A {0} office, ask: 'Is it {0}?', why: I care. I do., request: Ask.,"
        " weight: medium,"
        " answers: {{yes: {{worth: met, says: It is {0}.}}, no: {{worth: not met, says: It is not {0}.}}}}}}\n"
    )
    path = tmp_path / "mine.yaml"
    path.write_text("id: office\ntitle: The office\nsection: office\nchecks:\n" + "".join(map(entry.format, words)))
    catalogue = load_catalogue([path])
    said: dict[str, Said] = {
        "office.quiet-office": "yes",
        "office.warm-office": ("yes", "verbal"),
        "office.near-office": "no",
        "office.safe-office": "vague",
    }
    assessment = assess(catalogue, offer(said, catalogue=catalogue))
    own = [finding for finding in assessment.findings if finding.checklist == "office"]
    assert [finding.says for finding in own] == ["It is quiet.", "It is warm.", "It is not near.", VAGUE, SILENT]
    score = scorecard(catalogue, assessment)["office"]
    # Five of weight 3, W = 15: F = 100*3*(1 + .3)/15 = 26;  M = 3*(1 + .3 + 1 + .5) = 8.4, C = .56, H = 26 + 44 = 70
    assert (score.floor, score.ceiling, score.coverage, score.scored) == (26, 70, 0.56, True)
    assert WEIGHTS["medium"] == 3
    assert next(iter(scorecard(catalogue, assessment))) == "overall"
