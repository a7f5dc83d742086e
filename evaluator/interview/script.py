"""What comes next: the open questions in order, and how many are left.

In: an interview so far. Out: the current `Question`, and `Progress`. Must not take answers.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from evaluator.checklists.assessing import applies
from evaluator.checklists.checks import Check, Checklist
from evaluator.interview.money import head_questions, later_head_questions, money_questions
from evaluator.interview.openness import is_open
from evaluator.interview.questions import Choice, Question
from evaluator.interview.state import Interview
from evaluator.offer.walking import Path

SECONDS_A_QUESTION = 6
FEWEST_FOR_A_PICK = 4
EACH, PICK, NOTHING = "each", "pick", "nothing"
_HOW = (
    Choice(EACH, "Ask me one after the other."),
    Choice(PICK, "Let me pick from a list what the offer speaks of."),
    Choice(NOTHING, "The offer says nothing of it: leave all of it out."),
)


@dataclass(frozen=True, slots=True)
class Progress:
    """The number of the current question, of how many, and about how many minutes the rest takes."""

    number: int
    of: int
    minutes_left: int

    @property
    def says(self) -> str:
        """`12 of 61, about 6 minutes left`."""
        minutes = "about a minute" if self.minutes_left <= 1 else f"about {self.minutes_left} minutes"
        return f"{self.number} of {self.of}, {minutes} left"


def current_question(interview: Interview) -> Question | None:
    """The question to put now; none when there is nothing left to ask."""
    if interview.back is not None:
        return interview.trail[interview.back]
    return next(open_questions(interview), None)


def progress(interview: Interview) -> Progress:
    """How far the interview has come. What hangs on an answer not given yet is counted as if all were asked."""
    left = sum(question.weighs for question in open_questions(interview))
    done = len(interview.trail) if interview.back is None else interview.back
    minutes = math.ceil(left * SECONDS_A_QUESTION / 60)
    return Progress(done + 1, max(len(interview.trail) + left, done + 1), minutes)


def open_questions(interview: Interview) -> Iterator[Question]:
    """Every question that is open as things stand, in the order in which they come, each once."""
    seen: set[str] = set()
    for question in _all(interview):
        if question.id not in seen:
            seen.add(question.id)
            yield question


def _all(interview: Interview) -> Iterator[Question]:
    yield from head_questions(interview)
    yield from money_questions(interview)
    yield from _checks(interview, core=True)
    rest = open_checks(interview, core=False)
    later = [*later_head_questions(interview)]
    if rest or later:
        if "rest" not in interview.steered:
            yield _go_on(
                "rest", f"The most important is asked. Go on with the rest ({len(rest) + len(later)} more questions)?"
            )
        elif interview.steered["rest"] == ("yes",):
            yield from later
            yield from _checks(interview, core=False)
    left = [path for path in interview.setting.left_before if path not in interview.told]
    if left and "again" not in interview.steered:
        count = f"{len(left)} question{'' if len(left) == 1 else 's'}"
        yield _go_on("again", f"You left {count} out last time. Go through them now?")


def _go_on(id: str, asks: str) -> Question:
    choices = (Choice("yes", "Yes, go on."), Choice("no", "No, that is enough."))
    return Question(id, asks, "choice", "", choices=choices, required=True)


def open_checks(interview: Interview, *, core: bool) -> list[tuple[Checklist, Check]]:
    """The checks of one depth that take an answer, are or may be for this offer, and are open."""
    return [
        (checklist, check)
        for checklist, check in interview.setting.asked.pairs()
        if check.answers is not None
        and check.core == core
        and applies(check.applies, interview.offer) is not False
        and is_open(interview, (checklist.section, check.id))
    ]


def _checks(interview: Interview, *, core: bool) -> Iterator[Question]:
    asked = open_checks(interview, core=core)
    for checklist in interview.setting.asked.checklists:
        yield from _checklist(interview, checklist, [check for one, check in asked if one.id == checklist.id], core)


def _checklist(interview: Interview, checklist: Checklist, checks: list[Check], core: bool) -> Iterator[Question]:
    """The questions of one checklist; of a long one first how to go through it."""
    id = f"checks.{checklist.id}{'' if core else '.rest'}"
    how = interview.steered.get(id)
    if how is None and len(checks) >= FEWEST_FOR_A_PICK:
        asks = f"{checklist.title}: {len(checks)} questions. How shall we go through them?"
        yield Question(id, asks, "choice", checklist.section, choices=_HOW, required=True, weighs=1 + len(checks))
        return
    if how == (PICK,) and f"{id}.pick" not in interview.steered:
        choices = tuple(Choice(check.id, check.title) for check in checks)
        if choices:
            asks = f"{checklist.title}: what does the offer speak of?"
            hint = "What you don't pick is left out."
            yield Question(f"{id}.pick", asks, "several", checklist.section, choices=choices, hint=hint)
        return
    yield from (question_of(check, checklist) for check in checks)


def question_of(check: Check, checklist: Checklist) -> Question:
    """The question of a check, in the checklist's own words."""
    choices = tuple(Choice(word, answer.says) for word, answer in (check.answers or {}).items())
    path = (checklist.section, check.id)
    return Question(".".join(path), check.ask, "choice", checklist.section, path, choices=choices, comment=check.ask)


def left_out_by(interview: Interview, question: Question, words: tuple[str, ...]) -> tuple[Path, ...]:
    """The checks that a way to go through a checklist leaves out."""
    if not question.id.startswith("checks."):
        return ()
    name, _, picks = question.id.removeprefix("checks.").partition(".")
    core = "rest" not in picks.split(".")
    listed = [
        (checklist.section, check.id) for checklist, check in open_checks(interview, core=core) if checklist.id == name
    ]
    if question.id.endswith(".pick"):
        return tuple(path for path in listed if path[1] not in words)
    return tuple(listed) if words == (NOTHING,) else ()
