"""Rows that stand in a file already: what they lack is asked by their names, and nothing that is there changes."""

import pytest

from evaluator.interview import (
    LEFT_OUT,
    Interview,
    NotUnderstoodError,
    Question,
    Reply,
    answer,
    current_question,
    not_finished,
    said,
    start,
)
from evaluator.offer import OfferProblems, parse_offer
from evaluator.offer.evidence import Evidence
from tests.interview.walking import setting_of, silent, walk

ROWS = """\
# my notes
format: 1
offer: {name: Rows, evidence: offer_letter, discipline: psychotherapy, engagement: employee}
pay:
  structure: tiered   # as they said
  per: month
  tiers:
    # the first
    - {share: 50%}
    - share: 60%   # no threshold
      # to be asked
  one_time:
    - name: sign-on bonus
      amount: {value: $3,000, evidence: contract, quote: "three thousand"}
  stipends: [{name: platform fee, amount: $100}]  # both
  bonuses:
  - {name: caseload, amount: $500}
collections:
  payers:
    - name: commercial
      mix: 60%
    - {name: self-pay, mix: 40%, allowed: $150}
"""
REPLIES = {
    "pay.tiers.1.from_sessions": said("80"),
    "pay.one_time.0.kept_after": said("1 year"),
    "pay.stipends.0.per": said("month"),
    "pay.bonuses.0.paid": said("once"),
    "pay.bonuses.0.per": said("month"),
    "row.pay.bonuses.at_sessions": said("at_sessions"),
    "pay.bonuses.0.at_sessions": said("100"),
    "collections.payers.0.allowed": said("$110"),
    "rest": said("no"),
}


def briefly(question: Question) -> Reply:
    return said("nothing") if question.id.startswith("checks.") else silent(question)


def resumed(text: str, replies: dict[str, Reply]) -> tuple[Interview, dict[str, Question]]:
    interview, asked = walk(start(setting_of(text)), replies, briefly)
    return interview, {question.id: question for question in asked}


def lines_kept(before: str, after: str) -> None:
    """Every line of the text before is there, in its order; in braces and brackets more may stand in between."""
    rest = iter(after.splitlines())
    for line in before.splitlines():
        assert any(_is_subsequence(line, other) for other in rest), line


def _is_subsequence(line: str, other: str) -> bool:
    if not {"{", "["} & set(line):
        return line == other
    signs = iter(other)
    return all(sign in signs for sign in line)


def test_each_row_is_asked_by_its_name_for_what_it_lacks() -> None:
    _, asked = resumed(ROWS, REPLIES)
    about = {id: question.asks for id, question in asked.items() if ".0." in id or ".1." in id or id.startswith("row.")}
    assert about["pay.stipends.0.per"].startswith("The regular amount 'platform fee': is that amount for a week")
    assert about["pay.bonuses.0.paid"] == "The bonus 'caseload': how is the bonus paid?"
    assert about["pay.one_time.0.kept_after"].startswith("The single payment 'sign-on bonus': after how many weeks")
    assert about["pay.tiers.1.from_sessions"].startswith("The second tier (60%): from how many kept sessions")
    assert about["collections.payers.0.allowed"].startswith("The payer 'commercial': what does this payer allow")
    # what a row has is not asked again, nor the number that another row of the bonus list would need
    assert not {"pay.stipends.0.amount", "pay.tiers.0.share", "collections.payers.1.allowed"} & set(about)
    assert not {"collections.per_session", "way.collections.per_session", "pay.share"} & set(asked)


def test_what_is_answered_goes_into_the_rows_and_every_line_stays() -> None:
    interview, _ = resumed(ROWS, REPLIES)
    text = interview.text
    assert text is not None
    lines_kept(ROWS, text)
    offer = parse_offer(text.encode(), file="x.yaml", questions=interview.setting.questions)
    facts = {name: fact.said for name, fact in offer.facts.items()}
    assert facts["pay.tiers.1.from_sessions"] == "80"
    assert facts["pay.one_time.0.kept_after"] == "52"
    assert (facts["pay.stipends.0.per"], facts["pay.stipends.0.amount"]) == ("month", "$100")
    assert facts["pay.bonuses.0.at_sessions"] == "100"
    assert facts["collections.payers.0.allowed"] == "$110"
    amount = offer.facts["pay.one_time.0.amount"]
    assert (amount.said, amount.quote, amount.evidence) == ("$3,000", "three thousand", Evidence.CONTRACT)
    assert not_finished(interview) == ()


def test_further_rows_go_behind_those_that_are_there() -> None:
    more = {
        **REPLIES,
        "rows.more": said("pay.one_time", "pay.stipends", "pay.tiers"),
        "pay.one_time.1.name": said("moving"),
        "pay.one_time.1.amount": said("1000"),
        "pay.stipends.1.name": said("phone"),
        "pay.stipends.1.amount": said("$50"),
        "pay.stipends.1.per": said("month"),
        "pay.tiers.2.share": said("65%"),
        "pay.tiers.2.from_sessions": said("120"),
    }
    interview, asked = resumed(ROWS, more)
    # payers share all sessions among them: there is no other
    offered = {choice.word: choice.says for choice in asked["rows.more"].choices}
    assert set(offered) == {"pay.tiers", "pay.one_time", "pay.stipends", "pay.bonuses"}
    assert offered["pay.bonuses"] == "Another bonus."
    assert interview.text is not None
    lines_kept(ROWS, interview.text)
    pay = interview.offer.offer.pay
    assert pay is not None
    assert [(row.name, row.amount.likely) for row in pay.one_time or ()] == [("sign-on bonus", 3000), ("moving", 1000)]
    assert [(row.name, row.amount.likely) for row in pay.stipends or ()] == [("platform fee", 100), ("phone", 50)]
    assert [interview.offer.facts[f"pay.tiers.{row}.share"].said for row in range(3)] == ["50%", "60%", "65%"]
    assert "phone, amount: $50, per: month}]  # both" in interview.text


def test_what_is_left_out_of_a_row_is_not_asked_the_next_time_unless_somebody_wants_to() -> None:
    first, asked = resumed(ROWS, REPLIES)
    assert "collections.payers.0.denied" in asked
    assert first.text is not None
    assert "  # payers, entry 1, not stated: patient_part, denied" in first.text
    again, then = resumed(first.text, {"rest": said("no"), "again": said("no")})
    assert not [id for id in then if id.startswith(("collections.payers", "pay.bonuses", "pay.stipends"))]
    assert again.text == first.text
    replies = {"again": said("yes"), "collections.payers.0.denied": said("8%"), "rest": said("no")}
    last, third = resumed(first.text, replies)
    assert third["collections.payers.0.denied"].asks.startswith("The payer 'commercial': ")
    assert last.text is not None
    assert last.offer.facts["collections.payers.0.denied"].said == "8%"
    left = next(line for line in last.text.splitlines() if line.startswith("  # payers, entry 1, not stated: "))
    assert "patient_part" in left
    assert "denied" not in left


def test_a_row_that_stays_unfinished_is_named_at_the_end_and_nothing_is_lost() -> None:
    interview, _ = resumed(ROWS, {**REPLIES, "pay.bonuses.0.per": LEFT_OUT})
    assert interview.text is not None
    lines_kept(ROWS, interview.text)
    assert len(not_finished(interview)) == 1
    assert "key 'per' is missing in an entry of bonuses" in not_finished(interview)[0]
    assert "{paid: once, at_sessions: 100, name: caseload, amount: $500}" in interview.text.replace(
        "{paid: once, name", "{paid: once, at_sessions: 100, name"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("amount: $100}", "amount: lots}"),
        ("mix: 40%", "mix: forty"),
        ("name: Rows", "nam: Rows"),
        ("per: month", "par: x"),
    ],
)
def test_a_file_that_is_wrong_in_more_than_what_it_lacks_is_refused_as_before(before: str, after: str) -> None:
    with pytest.raises(OfferProblems):
        setting_of(ROWS.replace(before, after))


def test_a_group_that_lacks_a_key_is_finished_too() -> None:
    text = (
        "format: 1\noffer: {name: x, evidence: posting}\n"
        "pay:\n  structure: salary\n  guarantee:\n    amount: $4,000 # at first\n"
    )
    interview, asked = resumed(text, {"pay.guarantee.per": said("month"), "rest": said("no")})
    assert "pay.guarantee.amount" not in asked
    assert interview.text is not None
    lines_kept(text, interview.text)
    assert interview.offer.facts["pay.guarantee.per"].said == "month"
    assert not_finished(interview) == ()


def test_a_mix_that_does_not_add_up_is_completed_by_another_row() -> None:
    text = (
        "format: 1\noffer: {name: x, evidence: posting, discipline: psychotherapy}\n"
        "pay: {structure: salary}\n"
        "collections: {payers: [{name: commercial, mix: 60%, allowed: $120}]} # one more?\n"
    )
    replies = {
        "rows.more": said("collections.payers"),
        "collections.payers.1.name": said("self-pay"),
        "collections.payers.1.mix": said("40"),
        "collections.payers.1.allowed": said("150"),
        "rest": said("no"),
    }
    interview, _ = resumed(text, replies)
    assert [row["name"] for row in _payers(interview)] == ["commercial", "self-pay"]
    assert interview.text is not None
    assert (
        "{name: commercial, mix: 60%, allowed: $120}, {name: self-pay, mix: 40%, allowed: $150}]} # one more?"
        in interview.text
    )


def _payers(interview: Interview) -> list[dict[str, str]]:
    facts = interview.offer.facts
    rows = range(len(interview.offer.offer.collections.payers or ()))
    return [{"name": facts[f"collections.payers.{row}.name"].said} for row in rows]


HALF = """\
format: 1
offer: {name: x, evidence: posting, discipline: psychotherapy, engagement: employee}
pay:
  structure: salary
  # Sign-on, retention and other single payments.
  # not finished, one_time: [{name: sign-on, amount: {value: vague, evidence: verbal, quote: generous}}]
  lag_days: 14
"""


def test_what_a_comment_holds_is_taken_up_again_and_written_once_it_is_whole() -> None:
    interview = start(setting_of(HALF))
    assert interview.text == HALF
    told = interview.told["pay", "one_time", "0", "amount"]
    assert told is not None
    assert (told.value, told.evidence, told.quote) == ("vague", Evidence.VERBAL, "generous")
    text = HALF.replace("{value: vague, ", "{value: $500, ").replace("[{name: sign-on, ", "[{")
    interview, asked = resumed(text, {"pay.one_time.0.name": said("sign-on"), "rest": said("no")})
    assert "pay.one_time.0.amount" not in asked
    assert interview.text is not None
    assert "not finished" not in interview.text
    fact = interview.offer.facts["pay.one_time.0.amount"]
    assert (fact.said, fact.evidence, fact.quote) == ("$500", Evidence.VERBAL, "generous")


def test_what_looks_like_such_a_comment_in_a_quotation_is_none() -> None:
    text = (
        "format: 1\noffer: {name: x, evidence: posting}\npay:\n  structure: salary\n"
        '  salary: {value: $70,000, quote: "we\n'
        "    # not finished, one_time: [{name: sign-on, amount: $500}]\n"
        '    pay"}\n'
    )
    assert not start(setting_of(text)).told


def test_a_row_half_told_beside_a_group_in_braces_is_kept_as_a_note() -> None:
    text = "format: 1\noffer: {name: x, evidence: posting}\npay: {structure: salary, salary: $70,000} # short\n"
    interview = start(setting_of(text))
    replies = {"pick.pay": said("pay.one_time"), "pay.one_time.0.name": said("sign-on")}
    while (question := current_question(interview)) is not None and question.id != "pay.one_time.0.amount":
        interview = answer(interview, replies.get(question.id) or silent(question))
    assert interview.text is not None
    assert "# not finished, in pay, one_time: [{name: sign-on}]" in interview.text
    lines_kept(text, interview.text)


def test_what_is_vague_of_a_row_in_the_file_takes_nothing_else_away() -> None:
    text = ROWS.replace("amount: $500}", "amount: $500, paid: once, per: month, at_sessions: 100}")
    interview = start(setting_of(text))
    replies = {"pay.stipends.0.per": said("refused"), **REPLIES}
    while (question := current_question(interview)) is not None and question.id != "pay.stipends.0.above_sessions":
        interview = answer(interview, replies.get(question.id) or silent(question))
        assert interview.text is not None
        lines_kept(text, interview.text)
    with pytest.raises(NotUnderstoodError):
        answer(interview, said("lots"))
