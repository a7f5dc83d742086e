"""The conversation of an interview: a question, an answer, the file saved, until nothing is left or somebody pauses.

In: an interview, and a front that shows questions and brings back what was answered. Out: the interview as it ended.
Must not know how a front talks to people, nor what is asked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from evaluator.interview import (
    Interview,
    NotUnderstoodError,
    Question,
    Reply,
    answer,
    current_question,
    go_back,
    last_said,
    progress,
    rests_on,
    so_far,
    with_quote,
)

DONT_KNOW = "I don't know, or it was left out."
VAGUE_SAYS = "They were vague: no number, no rule."
REFUSED_SAYS = "They refused to say."

Wish = Literal["back", "pause", "evidence", "quote", "where"]


@dataclass(frozen=True, slots=True)
class Command:
    """Something that is wanted instead of an answer; `text` is the evidence, the quote or the place."""

    wish: Wish
    text: str = ""


class Front(Protocol):
    """Whoever talks to the person."""

    def ask(self, question: Question, heading: str, count: str, before: str) -> Reply | Command:
        """Put a question and wait. `heading` is empty within a section, `before` is what was answered earlier."""

    def say(self, text: str) -> None:
        """Tell something that needs no answer."""


def converse(
    interview: Interview, front: Front, save: Callable[[Interview], None], first_result: Callable[[Interview], str]
) -> tuple[Interview, bool]:
    """The interview as it ended, and whether it was paused. It is saved after every answer.

    `KeyboardInterrupt` comes through; what was said is saved by then.
    """
    section, shown = "", False
    while (question := current_question(interview)) is not None:
        if not shown and question.section not in ("offer", "pay", "") and interview.back is None:
            shown = True
            front.say(first_result(interview))
        heading = "" if question.section == section else _heading(interview, question.section)
        heading, section = "" if heading and question.asks.startswith(heading) else heading, question.section
        step = front.ask(question, heading, progress(interview).says, so_far(interview, question))
        if isinstance(step, Command) and step.wish == "pause":
            return interview, True
        try:
            interview = answer(interview, step) if isinstance(step, Reply) else _obey(interview, step, front)
        except NotUnderstoodError as problem:
            front.say(f"{str(problem)[:1].upper()}{str(problem)[1:]}.")
            continue
        save(interview)
    return interview, False


def _heading(interview: Interview, section: str) -> str:
    titles = interview.setting.words.asked.sections
    return titles.get(section, "") or interview.setting.wording.headings.get((section,), "")


def _obey(interview: Interview, command: Command, front: Front) -> Interview:
    """The interview after a command; says what came of it."""
    match command.wish:
        case "back":
            return go_back(interview)
        case "evidence":
            after = rests_on(interview, command.text)
            front.say(f"From now on, answers rest on {after.evidence.says}.")
            return after
        case "quote":
            after = with_quote(interview, quote=command.text)
        case _:
            after = with_quote(interview, where=command.text)
    last = last_said(after)
    assert last is not None
    asked = next(question.asks for question in reversed(after.trail) if question.path == last[0])
    front.say(f"Added to your answer to: {asked}")
    return after
