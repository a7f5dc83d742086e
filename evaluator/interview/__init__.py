"""The interview that documents an offer: questions that follow from what was said so far, and the file that says it.

In: a `Setting`, replies. Out: the names below, all that the command line uses. Must not print or ask.
"""

from evaluator.interview.answering import answer, go_back, last_said, not_finished, rests_on, so_far, start, with_quote
from evaluator.interview.everyday import NOT_KNOWN, REFUSED_WORDS, VAGUE_WORDS
from evaluator.interview.questions import (
    LEFT_OUT,
    REFUSED,
    VAGUE,
    Choice,
    NotUnderstoodError,
    Question,
    Reply,
    said,
)
from evaluator.interview.script import Progress, current_question, progress
from evaluator.interview.setting import Setting, new_setting
from evaluator.interview.state import Interview

__all__ = [
    "LEFT_OUT",
    "NOT_KNOWN",
    "REFUSED",
    "REFUSED_WORDS",
    "VAGUE",
    "VAGUE_WORDS",
    "Choice",
    "Interview",
    "NotUnderstoodError",
    "Progress",
    "Question",
    "Reply",
    "Setting",
    "answer",
    "current_question",
    "go_back",
    "last_said",
    "new_setting",
    "not_finished",
    "progress",
    "rests_on",
    "said",
    "so_far",
    "start",
    "with_quote",
]
