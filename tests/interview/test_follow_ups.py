"""Questions that follow from nothing that was said, or belong to another field, are not asked."""

import pytest

from evaluator.interview import LEFT_OUT, Question, Reply, answer, current_question, go_back, said, so_far
from tests.interview.walking import begun, silent, walk

PAYER = {
    "way.collections.per_session": said("collections.payers"),
    "collections.payers.0.name": said("all"),
    "collections.payers.0.mix": said("100%"),
    "collections.payers.0.allowed": said("$120"),
}


def briefly(question: Question) -> Reply:
    return said("nothing") if question.id.startswith("checks.") else silent(question)


def asked(replies: dict[str, Reply], **head: str) -> list[str]:
    _, questions = walk(begun(**head), {"pay.structure": said("salary"), "rest": said("no"), **replies}, briefly)
    return [question.id for question in questions]


def test_a_psychotherapist_is_not_asked_about_evaluations_authorized_visits_or_timed_minutes() -> None:
    ids = asked(PAYER, discipline="psychotherapy")
    about = {id.rpartition(".")[2] for id in ids if id.startswith("collections.payers.0.")}
    assert {"patient_part", "denied", "patient_part_collected"} <= about
    assert not about & {"evaluation", "at_desk", "authorized_visits", "above_threshold", "unit_rule"}
    assert "collections.payers.0.evaluation" in asked(PAYER, discipline="physical_therapy")


def test_who_pays_alone_has_no_claims() -> None:
    ids = asked({**PAYER, "collections.payers.0.patient_part": said("120")}, discipline="psychotherapy")
    assert not {"collections.payers.0.denied", "collections.payers.0.other_reductions"} & set(ids)
    assert "collections.payers.0.patient_part_collected" in ids
    # nothing is denied: nothing is recovered
    ids = asked({**PAYER, "collections.payers.0.denied": said("0")}, discipline="psychotherapy")
    assert "collections.payers.0.recovered" not in ids


@pytest.mark.parametrize(
    ("replies", "wanted"),
    [
        ({"pay.missed_visit.fee": LEFT_OUT}, False),
        ({"pay.missed_visit.fee": said("$0")}, False),
        ({"pay.missed_visit.fee": said("$75")}, True),
    ],
)
def test_a_fee_that_nobody_named_has_no_share(replies: dict[str, Reply], wanted: bool) -> None:
    ids = asked({**replies, "pay.structure": said("percentage")}, engagement="contractor")
    assert ("pay.missed_visit.clinician_share" in ids) is wanted


@pytest.mark.parametrize(("word", "wanted"), [("no", False), ("yes", True)])
def test_only_a_draw_is_paid_back(word: str, wanted: bool) -> None:
    replies = {
        "pick.pay": said("pay.guarantee"),
        "pay.guarantee.per": said("month"),
        "pay.guarantee.amount": said("$4,000 a month"),
        "pay.guarantee.recoverable": said(word),
    }
    assert ("pay.guarantee.balance_at_end" in asked(replies)) is wanted


def test_a_bonus_for_sessions_has_no_productivity() -> None:
    bonus = {"pick.pay": said("pay.bonuses"), "pay.bonuses.0.amount": said("$500"), "pay.bonuses.0.per": said("month")}
    bonus |= {"pay.bonuses.0.paid": said("once"), "pay.bonuses.0.at_sessions": said("100")}
    ids = asked({**bonus, "row.pay.bonuses.at_sessions": said("at_sessions")})
    assert "pay.bonuses.0.at_sessions" in ids
    assert "pay.bonuses.0.productivity_of" not in ids
    bonus["pay.bonuses.0.at_productivity"] = said("90%")
    assert "pay.bonuses.0.productivity_of" in asked({**bonus, "row.pay.bonuses.at_sessions": said("at_productivity")})


def test_no_other_hours_are_not_paid_and_a_first_version_changed_nothing() -> None:
    assert "hours.weekly_paid" not in asked({"hours.weekly": said("none")})
    assert "hours.weekly_paid" in asked({"hours.weekly": said("meetings 1")})
    assert "offer.revised_because" not in asked({"rest": said("yes"), "offer.revision": said("first")})


def test_nobody_has_to_think_of_a_name_for_a_row() -> None:
    replies = {"pick.pay": said("pay.one_time"), "pay.one_time.0.name": LEFT_OUT, "pay.one_time.0.amount": said("$500")}
    interview, _ = walk(begun(), {"pay.structure": said("salary"), "rest": said("no"), **replies}, briefly)
    assert interview.offer.facts["pay.one_time.0.name"].said == "single payment"
    replies["pay.one_time.0.amount"] = LEFT_OUT
    interview, _ = walk(begun(), {"pay.structure": said("salary"), "rest": said("no"), **replies}, briefly)
    assert "pay.one_time" not in interview.offer.facts
    assert interview.text is not None
    assert "single payment:" not in interview.text


def test_going_back_to_what_was_not_known_points_at_no_answer() -> None:
    interview = answer(begun(), said("per_session"))
    question = current_question(interview)
    assert question is not None
    assert question.id == "way.pay.rate"
    back = go_back(answer(interview, LEFT_OUT))
    assert so_far(back, question) == ""
    assert so_far(go_back(answer(interview, said("pay.rates"))), question) == "pay.rates"


def test_pay_that_was_vague_may_be_left_out_after_all() -> None:
    interview = answer(begun(), Reply("vague"))
    interview = answer(go_back(interview), LEFT_OUT)
    assert interview.text is not None
    assert "pay" not in interview.offer.facts
