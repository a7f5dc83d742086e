"""Answers that take a check out, checks for owners alone, and the two depths: what counts, and for whom.

In: small offers written here. Out: pass or fail. Hand-worked scores have their arithmetic in comments.
"""

import pytest

from evaluator.checklists import Check, Checklist, assess, load_catalogue, scorecard
from evaluator.checklists.asking import gains, open_questions
from evaluator.checklists.assessing import SAID_NOT_TO_APPLY
from evaluator.checklists.score import items_of
from evaluator.offer.evidence import Evidence
from tests.checklists.written import Said, offer, the_catalogue

IN_WRITING = [one for one in Evidence if one.grade >= Evidence.POSTING.grade]
ONLY_SAID = [one for one in Evidence if one.grade < Evidence.POSTING.grade]
TAKING_OUT = [
    (checklist, check, word)
    for checklist, check in the_catalogue().pairs()
    for word, answer in (check.answers or {}).items()
    if answer.worth == "not applicable"
]
HEAD: dict[str, Said] = {"offer.engagement": "contractor", "offer.kind": "group"}


def test_there_is_something_to_test() -> None:
    assert len(IN_WRITING) == 4
    assert len(ONLY_SAID) == 2
    assert len(TAKING_OUT) > 30


@pytest.mark.parametrize("evidence", IN_WRITING, ids=str)
def test_in_writing_it_takes_the_check_out(evidence: Evidence) -> None:
    said = offer({"contract.client-contact": ("no_ongoing_clients", evidence.value)})
    assessment = assess(the_catalogue(), said)
    finding = assessment.finding("client-contact")
    assert (finding.outcome, finding.knownness) == ("not_applicable", 0.0)
    assert finding.says == "You see each client once or twice, so there is nobody to tell when you leave."
    assert "client-contact" not in assessment.unsure
    assert gains(the_catalogue(), assessment)["client-contact"] == 0
    assert "client-contact" not in [one.check for one in open_questions(the_catalogue(), assessment)]


@pytest.mark.parametrize("evidence", ONLY_SAID, ids=str)
def test_only_said_it_leaves_the_check_open_and_unsure(evidence: Evidence) -> None:
    said = offer({"contract.client-contact": ("no_ongoing_clients", evidence.value)})
    assessment = assess(the_catalogue(), said)
    finding = assessment.finding("client-contact")
    assert (finding.outcome, finding.says, finding.said) == ("not_stated", SAID_NOT_TO_APPLY, "no_ongoing_clients")
    assert "client-contact" in assessment.unsure
    assert "client-contact" in [one.check for one in open_questions(the_catalogue(), assessment)], "it is asked again"


def head_of(check: Check) -> dict[str, Said]:
    """The facts of a head to which the check applies."""
    rule = check.applies
    limits = () if rule is None else (
        ("kind", rule.kinds), ("discipline", rule.disciplines), ("engagement", rule.engagements),
        ("license_stage", rule.license_stages), ("state", rule.states),
    )  # fmt: skip
    head: dict[str, Said] = {f"offer.{name}": allowed[0] for name, allowed in limits if allowed}
    if rule is not None and rule.structures:
        head["pay.structure"] = rule.structures[0]
    return head


@pytest.mark.parametrize(
    ("checklist", "check", "word"), TAKING_OUT, ids=[f"{check.id}-{word}" for _, check, word in TAKING_OUT]
)
def test_every_such_answer_does_both(checklist: Checklist, check: Check, word: str) -> None:
    for evidence, outcome in (("posting", "not_applicable"), ("verbal", "not_stated")):
        said = offer({**head_of(check), f"{checklist.section}.{check.id}": (word, evidence)})
        assert assess(the_catalogue(), said).finding(check.id).outcome == outcome


def test_a_word_alone_never_raises_the_floor_or_closes_the_interval() -> None:
    """Silent and said, on one checklist: the word makes neither end better."""
    others: dict[str, Said] = {"contract.non-compete": "none", "contract.records-access": "none"}
    bands = []
    for more in ({}, {"contract.client-contact": ("no_ongoing_clients", "verbal")}):
        assessment = assess(the_catalogue(), offer({**HEAD, **others, **more}))
        score = scorecard(the_catalogue(), assessment)["contract"]
        bands.append((score.floor, score.ceiling))
    silent, said = bands
    assert said[0] <= silent[0]
    assert said[1] >= silent[1]


def test_what_is_taken_out_no_longer_weighs() -> None:
    before = items_of(the_catalogue(), assess(the_catalogue(), offer(HEAD)))["contract"]
    written: dict[str, Said] = {**HEAD, "contract.client-contact": "no_ongoing_clients"}
    after = items_of(the_catalogue(), assess(the_catalogue(), offer(written)))["contract"]
    assert sum(one.weight for one in before) - sum(one.weight for one in after) == 6  # a check of high weight


def test_a_flag_that_watches_a_check_taken_out_does_not_apply() -> None:
    assessment = assess(
        the_catalogue(), offer({"autonomy.decline-referrals": "no_referrals", "autonomy.niche": "no_referrals"})
    )
    assert assessment.finding("any-client").outcome == "not_applicable"
    said = assess(the_catalogue(), offer({"autonomy.decline-referrals": ("no_referrals", "verbal")}))
    assert next(flag for flag in said.red_flags if flag.check == "any-client").state == "not_ruled_out"


def test_clinicians_are_not_asked_what_an_owner_asks() -> None:
    mine, whole = the_catalogue().for_clinicians, the_catalogue()
    assessment = assess(mine, offer(HEAD))
    owners = {check.id for check in whole.by_id.values() if check.audience == "owner"}
    assert owners
    assert not owners & {finding.check for finding in assessment.findings}
    assert not owners & {flag.check for flag in assessment.red_flags}
    assert not owners & {one.check for one in open_questions(mine, assessment, "full")}
    assert not owners & {text.id for text in mine.check_texts()}
    assert owners <= {finding.check for finding in assess(whole, offer(HEAD)).findings}


def test_an_offer_may_answer_an_owners_question_and_it_changes_nothing_for_a_clinician() -> None:
    checklist, check = next(
        pair for pair in the_catalogue().pairs() if pair[1].audience == "owner" and pair[1].answers is not None
    )
    word = next(iter(check.answers or {}))
    mine = the_catalogue().for_clinicians
    answered = offer({**HEAD, f"{checklist.section}.{check.id}": word})
    assert scorecard(mine, assess(mine, answered)) == scorecard(mine, assess(mine, offer(HEAD)))
    assert assess(the_catalogue(), answered).finding(check.id).outcome != "not_stated"


def test_a_checklist_of_an_audit_alone_disappears(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "audit.yaml"
    path.write_text(
        "id: audit\ntitle: Audit\nsection: audit\nchecks:\n"
        "  - {id: mine, title: M, ask: 'A?', why: W., request: R., weight: high, audience: owner,\n"
        "     answers: {yes: {worth: met, says: Y.}, no: {worth: not met, says: N.}}}\n",
        encoding="utf-8",
    )
    catalogue = load_catalogue([path])
    assert catalogue.checklists[-1].id == "audit"
    assert "audit" not in [one.id for one in catalogue.for_clinicians.checklists]
    assert catalogue.for_clinicians.whom("pause-intake") == "hiring"


def test_depth_by_hand(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """Core checks weigh 6, 3 and 1, the other 10: met, not met, open; the other is met.

    core: 6 of 10 to 7 of 10. full: (6 + 10) of 20 to (6 + 10 + 1) of 20.
    """
    rows = (("one", "high", "yes"), ("two", "medium", "yes"), ("three", "low", "yes"), ("four", "critical", "no"))
    path = tmp_path / "depth.yaml"
    path.write_text(
        "id: depth\ntitle: Depth\nsection: depth\nchecks:\n"
        + "".join(
            f"  - {{id: {id}, title: T, ask: 'A?', why: W., request: R., weight: {weight}, core: {core},\n"
            "     answers: {yes: {worth: met, says: Y.}, no: {worth: not met, says: N.}}}\n"
            for id, weight, core in rows
        ),
        encoding="utf-8",
    )
    catalogue = load_catalogue([path])
    said = offer({"depth.one": "yes", "depth.two": "no", "depth.four": "yes"}, catalogue=catalogue)
    assessment = assess(catalogue, said)
    core, full = (scorecard(catalogue, assessment, depth=depth)["depth"] for depth in ("core", "full"))
    assert (core.floor, core.ceiling, core.applicable) == (60.0, 70.0, 3)
    assert (full.floor, full.ceiling, full.applicable) == (80.0, 85.0, 4)
    assert assessment.finding("four").outcome == "met", "it is found in either depth"
    assert gains(catalogue, assessment, "core")["four"] == 0


def test_flags_count_in_both_depths() -> None:
    said = offer({**HEAD, "contract.non-compete": "long_or_wide", "offer.state": "CA"})
    assessment = assess(the_catalogue(), said)
    flags = {flag.check for flag in assessment.red_flags if flag.state == "raised"}
    assert "non-compete-against-law" in flags
    caps = [scorecard(the_catalogue(), assessment, depth=depth)["overall"].ceiling for depth in ("core", "full")]
    assert all(cap <= 39 for cap in caps)
