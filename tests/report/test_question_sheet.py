"""The sheet of questions: by offer and by whom to ask, in their order, with nothing that Markdown would act on.

In: comparisons written by hand. Out: pass or fail.
"""

import re
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from evaluator.checklists.findings import WHOM, Whom
from evaluator.comparison.model import Question
from evaluator.report import outputs
from evaluator.report.question_sheet import plain, render_question_sheet
from tests.report import fabricated


def question(ask: str, whom: Whom = "hiring", already_said: bool = False) -> Question:
    return replace(
        fabricated.GROUP.questions[0], ask=ask, whom=whom, already_said=already_said, critical=False, check="tools"
    )


def sheet_of(*questions: Question) -> str:
    offer = replace(fabricated.GROUP, questions=questions)
    return render_question_sheet(fabricated.compare_by_hand(offer))


def test_the_sheet(snapshot: SnapshotAssertion) -> None:
    assert render_question_sheet(fabricated.THREE) == snapshot


@pytest.mark.parametrize("name", fabricated.EVERY)
def test_every_offer_has_its_part_and_every_open_question_is_there(name: str) -> None:
    comparison = fabricated.EVERY[name]
    sheet = render_question_sheet(comparison)
    assert sheet.count("\n## ") == len(comparison.offers)
    asked = sum(not one.already_said for offer in comparison.offers for one in offer.questions)
    assert len(re.findall(r"^\d+\. ", sheet, flags=re.MULTILINE)) == asked
    whole = outputs.render(comparison, "md").decode()
    assert whole.startswith("# ")
    assert all(line in whole for line in sheet.splitlines())


def test_grouped_by_whom_and_numbered_in_their_order() -> None:
    sheet = sheet_of(
        question("Who bills?", "billing_office"),
        question("May I pause?"),
        question("Is it lawful?", "lawyer"),
        question("May I decline?"),
    )
    assert sheet.partition("in writing?\n\n")[2] == (
        "**Whoever makes the offer**\n\n1. May I pause?\n2. May I decline?\n\n"
        "**Whoever runs billing and the office**\n\n1. Who bills?\n\n"
        "**A lawyer in your state**\n\n1. Is it lawful?\n"
    )


def test_those_that_could_change_most_come_first_and_the_rest_under_a_heading() -> None:
    sheet = sheet_of(*(question(f"Question {number}?") for number in range(1, 21)))
    first, _, rest = sheet.partition("### If there is time")
    assert re.findall(r"Question (\d+)\?", first) == [str(number) for number in range(1, 16)]
    assert re.findall(r"Question (\d+)\?", rest) == [str(number) for number in range(16, 21)]
    assert "### " not in sheet_of(*(question(f"Question {number}?") for number in range(15)))


def test_what_was_said_already_is_not_asked_again() -> None:
    sheet = sheet_of(question("May I pause?", already_said=True), question("May I decline?"))
    assert "May I pause?" not in sheet
    assert "Nothing that matters is left open." in sheet_of(question("May I pause?", already_said=True))
    assert "in writing?" not in sheet_of()


def test_everybody_who_can_be_asked_has_a_heading() -> None:
    sheet = sheet_of(*(question(f"For {whom}?", whom) for whom in WHOM))
    assert [line.strip("*") for line in sheet.splitlines() if line.startswith("**")] == list(WHOM.values())


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("[click](javascript:x)", r"\[click\](javascript:x)"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("*bold* _slant_ `code`", r"\*bold\* \_slant\_ \`code\`"),
        ("# heading | cell ~gone~", r"\# heading \| cell \~gone\~"),
        ("back\\slash", r"back\\slash"),
        ("![pic](http://x/y.png)", r"!\[pic\](http://x/y.png)"),
    ],
)
def test_hostile_text_stays_text(hostile: str, shown: str) -> None:
    assert plain(hostile) == shown
    sheet = render_question_sheet(
        fabricated.compare_by_hand(replace(fabricated.GROUP, name=hostile, questions=(question(hostile),)))
    )
    assert f"1. {shown}\n" in sheet
    assert sheet.splitlines()[4].startswith("## ")
    assert shown in sheet.splitlines()[4]


def test_an_offer_cannot_add_lines_or_commands() -> None:
    sheet = sheet_of(question("One\n\n# Two\r\n- three\x1b[2J\u202e"))
    assert all(line.isprintable() for line in sheet.splitlines())
    assert "\n# Two" not in sheet
    assert "\n- three" not in sheet
    hostile = render_question_sheet(fabricated.EVERY["hostile"])
    assert "<script" not in hostile.replace(r"\<script", "")
    assert all(line.isprintable() for line in hostile.splitlines())
