"""Walks through interviews for the tests of this room.

In: what to answer. Out: the interview, and the questions that were asked on the way. Must not look into the interview.
"""

from collections.abc import Callable, Mapping
from datetime import date

from evaluator.checklists import load_catalogue
from evaluator.economics import load_assumptions
from evaluator.interview import (
    LEFT_OUT,
    Interview,
    Question,
    Reply,
    Setting,
    answer,
    current_question,
    new_setting,
    said,
    start,
)

TODAY = date(2026, 11, 22)
MOST = 400  # questions; no interview is as long


def setting_of(text: str | None = None, name: str = "brook.yaml") -> Setting:
    """The setting of a new file, or of one that is gone on with."""
    return new_setting(load_catalogue(), load_assumptions(), TODAY, name, text)


def silent(question: Question) -> Reply:
    """The reply of somebody who knows nothing and wants to be asked everything."""
    if not question.required:
        return said() if question.form == "several" else LEFT_OUT
    if question.id.startswith("checks."):
        return said("each")
    if question.id.endswith(".another"):
        return said("no")
    return said(question.choices[0].word if question.choices else question.suggested or "Brook")


def walk(
    interview: Interview, replies: Mapping[str, Reply], otherwise: Callable[[Question], Reply] = silent
) -> tuple[Interview, list[Question]]:
    """Answer until nothing is left: by question id, else as `otherwise` says."""
    asked: list[Question] = []
    while (question := current_question(interview)) is not None:
        asked.append(question)
        assert len(asked) < MOST
        interview = answer(interview, replies.get(question.id) or otherwise(question))
    return interview, asked


def begun(**head: str) -> Interview:
    """An interview whose head is answered with these words, the rest of the head left out."""
    interview = start(setting_of())
    replies = {f"offer.{key}": said(word) for key, word in {"evidence": "posting", "name": "Brook", **head}.items()}
    while (question := current_question(interview)) is not None and question.section == "offer":
        interview = answer(interview, replies.get(question.id, LEFT_OUT))
    return interview
