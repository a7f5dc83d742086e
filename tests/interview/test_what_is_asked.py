"""What the interview asks: all that is core and applies, nothing that doesn't, and in which order."""

from itertools import product

import pytest

from evaluator.checklists.assessing import applies
from evaluator.interview import (
    LEFT_OUT,
    REFUSED,
    VAGUE,
    NotUnderstoodError,
    Question,
    Reply,
    answer,
    current_question,
    go_back,
    progress,
    said,
    start,
    with_quote,
)
from evaluator.offer import parse_offer
from evaluator.offer.glossary import term_at
from tests.interview.walking import begun, setting_of, silent, walk

DISCIPLINES = ("psychotherapy", "psychological_assessment", "physical_therapy")
ENGAGEMENTS = ("employee", "contractor", "partner")


@pytest.mark.parametrize(("discipline", "engagement"), list(product(DISCIPLINES, ENGAGEMENTS)))
def test_every_core_check_that_applies_is_asked_and_no_other(discipline: str, engagement: str) -> None:
    replies = {
        "offer.discipline": said(discipline),
        "offer.engagement": said(engagement),
        "offer.license_stage": said("independent"),
        "pay.structure": said("salary"),
        "rest": said("no"),
    }
    interview, asked = walk(start(setting_of()), replies)
    catalogue = interview.setting.catalogue
    wanted = [
        check.id
        for _, check in catalogue.for_clinicians.pairs()
        if check.answers and check.core and applies(check.applies, interview.offer) is not False
    ]
    found = [
        question.path[1] for question in asked if question.path and question.path[1:2] and _is_check(question.path)
    ]
    assert found == wanted
    assert len(wanted) > 50


def _is_check(path: tuple[str, ...]) -> bool:
    catalogue = setting_of().catalogue
    return path[-1] in catalogue.by_id and catalogue.checklist_of[path[-1]].section == path[0]


def test_the_rest_is_asked_when_it_is_wanted_and_no_check_of_an_owner_is() -> None:
    replies = {"offer.discipline": said("psychotherapy"), "rest": said("yes")}
    interview, asked = walk(start(setting_of()), replies)
    catalogue = interview.setting.catalogue
    found = {question.path[1] for question in asked if question.path and _is_check(question.path)}
    wanted = {
        check.id
        for _, check in catalogue.for_clinicians.pairs()
        if check.answers and applies(check.applies, interview.offer) is not False
    }
    assert found == wanted
    assert not any(catalogue.by_id[name].audience == "owner" for name in found)


STRUCTURES = {
    "percentage": {"pay.share", "pay.of", "pay.fees_off_the_top"},
    "per_session": {"pay.missed_visit.per_no_show"},
    "per_unit": {"pay.unit_rate"},
    "salary": {"pay.salary", "hours.contract_per_week", "hours.weeks_off"},
    "hourly": {"pay.hourly_rate", "pay.paid_for", "hours.contract_per_week"},
    "base_plus_commission": {"hours.contract_per_week"},
    "tiered": {"pay.per", "pay.method", "row.pay.tiers.share"},
}


@pytest.mark.parametrize("structure", STRUCTURES)
def test_the_pay_structure_decides_which_terms_of_money_are_asked(structure: str) -> None:
    replies = {"pay.structure": said(structure), "checks.autonomy": said("nothing"), "rest": said("no")}
    _, asked = walk(begun(engagement="contractor", discipline="psychotherapy"), replies)
    ids = {question.id for question in asked}
    assert STRUCTURES[structure] <= ids
    others = set().union(*(terms for name, terms in STRUCTURES.items() if name != structure)) - STRUCTURES[structure]
    shared = {"pay.of", "pay.fees_off_the_top", "pay.missed_visit.per_no_show", "hours.contract_per_week"}
    assert not (others - shared) & ids
    assert all(term_at(question.path, structure) for question in asked if question.path and question.path[0] == "pay")


def test_pay_that_is_not_said_brings_no_questions_about_its_terms() -> None:
    for reply in (LEFT_OUT, VAGUE, REFUSED):
        interview, asked = walk(begun(), {"pay.structure": reply, "rest": said("no")})
        assert [question.id for question in asked if question.id.startswith(("pay.", "pick.pay"))] == ["pay.structure"]
        assert interview.offer.offer.pay is None
    assert interview.offer.facts["pay"].said == "refused"


def test_one_way_of_stating_a_thing_shuts_out_the_others() -> None:
    replies = {
        "pay.structure": said("per_session"),
        "way.pay.rate": said("pay.rate"),
        "pay.rate": said("$61"),
        "way.collections.per_session": said("collections.payers"),
        "collections.payers.0.name": said("all"),
        "collections.payers.0.mix": said("100%"),
        "collections.payers.0.allowed": said("$120"),
        "rest": said("no"),
    }
    interview, asked = walk(begun(), replies)
    ids = {question.id for question in asked}
    assert not {"pay.rates.0.name", "collections.per_session"} & ids
    payers = interview.offer.offer.collections.payers
    assert payers is not None
    assert payers[0].allowed is not None
    assert payers[0].allowed.likely == 120


def test_a_physical_therapist_is_asked_how_visits_come_about() -> None:
    replies = {
        "pay.structure": said("salary"),
        "way.caseload.sessions_per_week": said("patient_flow"),
        "patient_flow.referrals_per_week": said("6-7"),
        "rest": said("no"),
    }
    interview, asked = walk(begun(discipline="physical_therapy", engagement="employee"), replies)
    ids = [question.id for question in asked]
    assert "patient_flow.plan_of_care_visits" in ids
    assert "caseload.sessions_per_week" not in ids
    assert "way.caseload.ramp.weeks" not in ids
    assert interview.offer.offer.patient_flow is not None
    assert "way.caseload.sessions_per_week" not in {question.id for question in walk(begun(), {})[1]}


LATER = ["offer.issued", "offer.good_until", "offer.revision", "offer.revised_because"]


def briefly(question: Question) -> Reply:
    """The reply of somebody who leaves whole checklists out."""
    return said("nothing") if question.id.startswith("checks.") else silent(question)


def test_dates_and_version_are_asked_in_the_full_part_only_and_once() -> None:
    _, short = walk(begun(), {"pay.structure": LEFT_OUT, "rest": said("no")}, briefly)
    assert not {question.id for question in short} & set(LATER)
    replies = {"pay.structure": LEFT_OUT, "rest": said("yes"), "offer.issued": said("today")}
    _, full = walk(begun(), {**replies, "offer.revision": said("2")}, briefly)
    assert [question.id for question in full if question.id in LATER] == LATER
    interview, first = walk(begun(), {**replies, "offer.revision": said("1")}, briefly)
    assert [question.id for question in first if question.id in LATER] == LATER[:3]
    assert interview.text is not None
    _, resumed = walk(start(setting_of(interview.text)), {"again": said("no")}, briefly)
    assert not {question.id for question in resumed} & set(LATER[:3])


def test_lists_to_pick_from_are_offered_again_only_with_what_was_left_out() -> None:
    replies = {"pay.structure": said("salary"), "rest": said("no")}
    interview, asked = walk(begun(), replies, briefly)
    assert {"pick.pay", "pick.rest"} <= {question.id for question in asked}
    for again, offered in (("no", set()), ("yes", {"pick.pay", "pick.rest"})):
        _, then = walk(start(setting_of(interview.text)), {"again": said(again), "rest": said("no")}, briefly)
        assert {question.id for question in then if question.id.startswith("pick.")} == offered
    early = start(
        setting_of("format: 1\noffer: {name: x, evidence: verbal}\npay: {structure: salary, salary: $70,000}\n")
    )
    assert "pick.pay" in {question.id for question in walk(early, {"rest": said("no")}, briefly)[1]}


def test_a_quote_is_not_put_with_an_older_answer() -> None:
    interview = begun()
    for reply in (said("percentage"), said("60%"), LEFT_OUT):
        interview = answer(interview, reply)
    with pytest.raises(NotUnderstoodError, match="last question has no answer"):
        with_quote(interview, "their words")
    interview = with_quote(go_back(interview), "their words")
    assert interview.offer.facts["pay.share"].quote == "their words"


def test_nothing_is_asked_twice() -> None:
    _, asked = walk(begun(engagement="contractor"), {"pay.structure": said("percentage"), "rest": said("yes")})
    ids = [question.id for question in asked]
    assert len(ids) == len(set(ids))


def test_a_long_checklist_may_be_picked_from_or_left_out() -> None:
    replies = {
        "pay.structure": LEFT_OUT,
        "checks.autonomy": said("nothing"),
        "checks.support": said("pick"),
        "checks.support.pick": said("supervision", "malpractice"),
        "rest": said("no"),
    }
    interview, asked = walk(begun(license_stage="associate"), replies)
    assert not [question for question in asked if question.section == "autonomy" and question.path]
    assert {question.id for question in asked if question.section == "support" and question.path} == {
        "support.supervision",
        "support.malpractice",
    }
    assert interview.text is not None
    assert "# pause-intake: not stated" in interview.text


def test_progress_counts_up_and_reaches_its_end() -> None:
    interview, numbers, last = begun(), [], None
    while (question := current_question(interview)) is not None:
        last = progress(interview)
        numbers.append(last.number)
        interview = answer(interview, silent(question))
    assert numbers == list(range(11, 11 + len(numbers)))
    assert last is not None
    assert last.number == last.of
    assert last.says.endswith("about a minute left")


@pytest.mark.parametrize(
    ("id", "typed", "says"),
    [
        ("pay.share", "1", "'1' could mean two things: expected 1% or 100%"),
        ("pay.share", "a lot", "'a lot' is not a share: expected a share such as 60% or 0.6"),
        ("pay.share", "70-60%", "'70-60%' is a range that falls: expected the low end first"),
        ("caseload.sessions_per_week", "400", "'400' is too much: expected at most 150 sessions"),
        ("hours.weekly", "meetings", "'meetings' is not a name with its amount"),
        ("hours.weekly", "meetings 1, meetings 2", "'meetings' is named twice"),
        ("costs.yearly", "software lots2", "'software lots2' is not a name with its amount: expected"),
    ],
)
def test_bad_input_gets_the_readers_own_message_and_changes_nothing(id: str, typed: str, says: str) -> None:
    interview = begun()
    replies = {"pay.structure": said("percentage")}
    while (question := current_question(interview)) is not None and question.id != id:
        interview = answer(interview, replies.get(question.id) or silent(question))
    before = interview.text
    with pytest.raises(NotUnderstoodError, match=says.split(":")[0].replace("'", ".")) as refused:
        answer(interview, said(typed))
    assert str(refused.value).startswith(says)
    assert interview.text == before
    assert current_question(interview) == question


def test_a_list_that_does_not_add_up_is_not_called_finished() -> None:
    interview = begun()
    replies = {
        "pay.structure": said("per_session"),
        "way.collections.per_session": said("collections.payers"),
        "collections.payers.0.name": said("commercial"),
        "collections.payers.0.mix": said("60%"),
        "collections.payers.0.allowed": said("$120"),
    }
    while (question := current_question(interview)) is not None and not question.id.endswith(".another"):
        interview = answer(interview, replies.get(question.id) or silent(question))
    assert interview.text is not None
    assert "# not finished, payers: [{name: commercial, mix: 60%, allowed: $120}]" in interview.text
    with pytest.raises(NotUnderstoodError, match="adds to 60%: expected 100%"):
        answer(interview, said("no"))
    more = {
        "collections.payers.1.name": said("self-pay"),
        "collections.payers.1.mix": said("40%"),
        "collections.payers.1.allowed": said("$150"),
    }
    interview = answer(interview, said("yes"))
    while (question := current_question(interview)) is not None and question.section in ("collections", "hours"):
        assert question.id != "collections.payers.1.another"  # 60% and 40% are all sessions: there is no other payer
        interview = answer(interview, more.get(question.id) or silent(question))
    payers = interview.offer.offer.collections.payers
    assert payers is not None
    assert [payer.name for payer in payers] == ["commercial", "self-pay"]


def test_a_list_that_can_stand_is_asked_about_to_its_end() -> None:
    replies = {
        "pay.structure": said("tiered"),
        "pay.per": said("week"),
        "row.pay.tiers.share": said("share"),
        "pay.tiers.0.share": said("50%"),
        "pay.tiers.0.another": said("yes"),
        "row.pay.tiers.from_sessions": said("from_sessions"),
        "pay.tiers.1.share": said("60%"),
        "pay.tiers.1.from_sessions": said("20"),
        "way.collections.per_session": said("collections.payers"),
        "collections.payers.0.name": said("all"),
        "collections.payers.0.mix": said("100%"),
        "collections.payers.0.allowed": said("$120"),
        "collections.payers.0.denied": said("8%"),
        "rest": said("no"),
    }
    interview, asked = walk(begun(), replies)
    ids = [question.id for question in asked]
    assert "pay.tiers.1.another" in ids
    assert ids.index("collections.payers.0.denied") > ids.index("collections.payers.0.allowed")
    assert "collections.payers.0.another" not in ids  # its 100% are all sessions
    assert len([name for name in interview.offer.facts if name.startswith("pay.tiers.")]) == 3


def test_a_row_without_what_it_needs_stays_as_a_comment() -> None:
    replies = {
        "pay.structure": said("per_session"),
        "pick.pay": said("pay.bonuses"),
        "pay.bonuses.0.amount": said("$500"),
        "rest": said("no"),
    }
    interview, _ = walk(begun(), replies)
    assert interview.text is not None
    assert "# not finished, bonuses: [{amount: $500}]" in interview.text
    vague, _ = walk(begun(), {**replies, "pay.bonuses.0.amount": VAGUE})
    assert vague.offer.facts["pay.bonuses"].said == "vague"


def test_going_back_changes_an_answer_and_keeps_those_after_it() -> None:
    interview = begun()
    for reply in (said("percentage"), said("60%"), said("collected")):
        interview = answer(interview, reply)
    interview = go_back(go_back(interview))
    question = current_question(interview)
    assert question is not None
    assert question.id == "pay.share"
    interview = answer(interview, said("55%"))
    assert interview.offer.facts["pay.share"].said == "55%"
    assert interview.offer.facts["pay.of"].said == "collected"
    after = current_question(interview)
    assert after is not None
    assert after.id == "pay.fees_off_the_top"


def test_another_pay_structure_takes_the_terms_of_the_first_along() -> None:
    interview = begun()
    for reply in (said("percentage"), said("60%"), said("collected")):
        interview = answer(interview, reply)
    interview = go_back(go_back(go_back(interview)))
    interview = answer(interview, said("salary"))
    assert interview.structure == "salary"
    assert "pay.share" not in interview.offer.facts
    question = current_question(interview)
    assert question is not None
    assert question.id == "pay.salary"


def test_back_at_the_first_question_stays_there() -> None:
    interview = start(setting_of())
    assert go_back(interview) == interview
    assert interview.text is None  # nothing to save before there is a name


def test_the_finished_file_is_a_valid_offer_with_each_question_above_its_answer() -> None:
    replies = {
        "pay.structure": said("percentage"),
        "pay.share": said("60%"),
        "autonomy.pause-intake": said("on_request"),
    }
    interview, _ = walk(begun(), {**replies, "rest": said("no")})
    assert interview.text is not None
    read = parse_offer(interview.text.encode(), file="brook.yaml", questions=interview.setting.questions)
    assert read.answers["autonomy"] == {"pause-intake": "on_request"}
    lines = interview.text.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("  pause-intake:"))
    assert lines[at - 1].strip() == "# Can I pause intake when I am full, how fast, and does anything happen to me?"
    assert lines[at].endswith("# Intake pauses when you ask, at no cost to you.")
    assert "# Autonomy" in lines
    assert max(map(len, lines)) <= 120
