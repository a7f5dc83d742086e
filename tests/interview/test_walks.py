"""Random walks: whatever is answered, in whatever order, the file is valid and says exactly that, also when resumed."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator.interview import (
    LEFT_OUT,
    REFUSED,
    VAGUE,
    Interview,
    NotUnderstoodError,
    Question,
    Reply,
    answer,
    current_question,
    go_back,
    rests_on,
    said,
    start,
    with_quote,
)
from evaluator.offer import Evidence, OfferFile, parse_offer
from tests.interview.test_rows_in_the_file import ROWS, lines_kept
from tests.interview.walking import setting_of

OFFERS = sorted((Path(__file__).parents[2] / "offers").glob("*.yaml"))
TYPED = (
    "60%",
    "$61",
    "25",
    "20-26",
    "40-60%",
    "$50-$60",
    "none",
    "meetings 1, software $1,200",
    'a: "b" #c {d}',
    "OH",
    "today",
)
STEPS = st.tuples(st.sampled_from("aaaaaaaavrlbeq"), st.integers(0, 1_000))


def reply_to(question: Question, kind: str, pick: int) -> Reply:
    if kind != "a" and not question.required and question.form != "several":
        return {"v": VAGUE, "r": REFUSED}.get(kind, LEFT_OUT)
    if question.form == "text":
        return said(TYPED[pick % len(TYPED)])
    words = [choice.word for choice in question.choices]
    if question.form == "several":
        return said(*words[pick % len(words) : pick % len(words) + 2])
    return said(words[pick % len(words)])


def stepped(interview: Interview, kind: str, pick: int) -> Interview:
    """The interview after one step; as it was, where the step could not be taken."""
    question = current_question(interview)
    try:
        match kind:
            case _ if question is None:
                return interview
            case "b":
                return go_back(interview)
            case "e":
                return rests_on(interview, [*Evidence][pick % 6].value)
            case "q":
                return with_quote(interview, 'their "own": words # here', "§4, page 2")
            case _:
                return answer(interview, reply_to(question, kind, pick))
    except NotUnderstoodError:
        return interview


def read(interview: Interview, text: str) -> OfferFile:
    return parse_offer(text.encode(), file="brook.yaml", questions=interview.setting.questions)


def says_what_was_told(interview: Interview) -> None:
    """The file has every answer, with what it rests on, and no fact that was not told."""
    assert interview.text is not None
    offer, held = read(interview, interview.text), interview.written[2]
    before = interview.setting.before
    told = {".".join(path) for path, one in interview.told.items() if one is not None}
    for path, one in interview.told.items():
        name = ".".join(path)
        if one is None:
            assert name not in offer.facts
        elif name in offer.facts and isinstance(one.value, str):
            fact = offer.facts[name]
            assert (fact.said, fact.evidence) == (one.value, one.evidence)
            assert (fact.quote, fact.where) == (one.quote, one.where)
        elif path[0] != "offer" and not any(path[: len(group)] == group for group in held):
            assert isinstance(one.value, dict) or f"# not finished, {'.'.join(path[1:-2])}" in interview.text, name
    known = told | set(before.facts if before is not None else ())
    for name in offer.facts:
        assert name in known or any(one.startswith(f"{name}.") or name.startswith(f"{one}.") for one in known), name


@settings(max_examples=25)
@given(st.lists(STEPS, min_size=5, max_size=45))
def test_a_random_walk_leaves_a_valid_file_that_says_what_was_answered(steps: list[tuple[str, int]]) -> None:
    interview = start(setting_of())
    for kind, pick in steps:
        interview = stepped(interview, kind, pick)
    if interview.text is not None:
        says_what_was_told(interview)


@settings(max_examples=15)
@given(st.lists(STEPS, min_size=12, max_size=30), st.lists(STEPS, min_size=5, max_size=20))
def test_going_on_with_a_file_loses_nothing(first: list[tuple[str, int]], then: list[tuple[str, int]]) -> None:
    interview = start(setting_of())
    for kind, pick in first:
        interview = stepped(interview, kind, pick)
    if interview.text is None:
        return
    begun = read(interview, interview.text)
    resumed = start(setting_of(interview.text))
    assert resumed.text == interview.text
    for kind, pick in then:
        question = current_question(resumed)
        assert question is None or ".".join(question.path or ("?",)) not in begun.facts or resumed.back is not None
        resumed = stepped(resumed, kind, pick)
    says_what_was_told(resumed)
    after = read(resumed, resumed.text or "")
    for name, fact in begun.facts.items():
        kept = after.facts[name]
        assert (kept.said, kept.evidence, kept.quote, kept.where) == (fact.said, fact.evidence, fact.quote, fact.where)


@settings(max_examples=5)
@given(st.lists(STEPS, min_size=10, max_size=40), st.lists(STEPS, min_size=5, max_size=30))
def test_rows_that_are_not_finished_keep_every_line_however_they_are_gone_on_with(
    first: list[tuple[str, int]], then: list[tuple[str, int]]
) -> None:
    text = ROWS
    for steps in (first, then):
        interview = start(setting_of(text))
        assert interview.text == text
        for kind, pick in steps:
            interview = stepped(interview, kind, pick)
        assert interview.text is not None
        lines_kept(ROWS, interview.text)
        text = interview.text


@pytest.mark.parametrize("path", OFFERS, ids=lambda path: path.stem)
def test_a_file_made_by_hand_keeps_every_line(path: Path) -> None:
    """Comments, quotes and order stay: the new file is the old one with lines put in between."""
    text = path.read_text(encoding="utf-8")
    interview = start(setting_of(text, path.name))
    before = read(interview, text)
    for number in range(6):
        question = current_question(interview)
        if question is None:
            break
        interview = stepped(interview, "vla"[number % 3], number)
    assert interview.text is not None
    after = interview.text.splitlines()
    at = -1
    for line in text.splitlines():
        at = next(place for place in range(at + 1, len(after)) if _holds(after[place], line))
    for name, fact in before.facts.items():
        kept = read(interview, interview.text).facts[name]
        assert (kept.said, kept.evidence, kept.quote, kept.where) == (fact.said, fact.evidence, fact.quote, fact.where)


def _holds(after: str, before: str) -> bool:
    """Whether a line is the one before, perhaps with more behind a brace that opens in it."""
    if after == before:
        return True
    head, brace, tail = before.partition("{")
    return bool(brace) and after.startswith(head + brace) and after.endswith(tail)


MARKED = """\
# mine
format: 1
offer: {name: x, evidence: posting}   # short
autonomy:
  # Can I pause?
  # pause-intake: not stated
  niche: {answer: agreed_informally, quote: "
    # personal-cap: not stated
    and so on"}
  # the end of it

# about the contract
contract: {value: {notice: vague}, evidence: contract}
support: refused
"""


def test_answers_take_the_place_of_their_marks_and_of_nothing_else() -> None:
    interview = start(setting_of(MARKED))
    replies = {
        "pay.structure": said("salary"),
        "checks.autonomy": said("each"),
        "autonomy.personal-cap": said("yes"),
        "checks.contract": said("each"),
        "contract.non-compete": said("none"),
        "again": said("yes"),
        "autonomy.pause-intake": said("on_request"),
    }
    asked = set()
    while (question := current_question(interview)) is not None:
        asked.add(question.id)
        fallback = said(question.choices[-1].word) if question.required else LEFT_OUT
        if question.form == "several":
            fallback = said()
        interview = answer(interview, replies.get(question.id, fallback))
    text = interview.text
    assert text is not None
    assert not {question for question in asked if question.startswith("support.")}
    # the mark inside the quotation is a part of the quotation
    assert '"\n    # personal-cap: not stated\n    and so on"' in text
    offer = read(interview, text)
    assert offer.answers["autonomy"] == {
        "niche": "agreed_informally",
        "personal-cap": "yes",
        "pause-intake": "on_request",
    }
    assert offer.facts["contract.non-compete"].evidence is Evidence.POSTING
    assert offer.facts["contract.notice"].evidence is Evidence.CONTRACT
    assert "offer: {" in text
    assert "# short" in text
    assert text.index("# mine") < text.index("format: 1")
