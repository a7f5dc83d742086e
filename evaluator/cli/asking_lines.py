"""An interview by plain lines: numbered answers, one line an answer, the end of the input is a pause.

In: lines on standard input, from a pipe or a keyboard. Out: replies and commands; the questions go to standard error.
Must not decide what is asked.
"""

import re
from difflib import get_close_matches

import click

from evaluator.cli.interviewing import DONT_KNOW, REFUSED_SAYS, VAGUE_SAYS, Command, Wish
from evaluator.cli.typed_lines import next_line
from evaluator.interview import (
    LEFT_OUT,
    NOT_KNOWN,
    REFUSED,
    REFUSED_WORDS,
    VAGUE,
    VAGUE_WORDS,
    Question,
    Reply,
    said,
)

WIDTH = 78
_FEWEST_LETTERS = 2
HOW = (
    "Type the number of an answer, or a figure where one is asked for. An empty line means that you don't know or "
    "that it was left out; v that they were vague, r that they refused to say. b goes back, q saves and pauses. What "
    "answers rest on from now on: /evidence contract (or policy, offer_letter, posting, verbal, third_party). To the "
    "last answer you may add their own words, /quote and the words, and the place, /where and the place. ? shows this "
    "again."
)
_SHORT: dict[str, Wish] = {"b": "back", "/back": "back", "q": "pause", "/pause": "pause"}
_LONG: dict[str, Wish] = {"/evidence": "evidence", "/quote": "quote", "/where": "where"}


class Lines:
    """Asks on standard error and reads a line for each question."""

    def __init__(self) -> None:
        self.say(HOW)

    def say(self, text: str) -> None:
        """A paragraph, on standard error."""
        for line in ("", *text.splitlines()):
            click.echo(click.wrap_text(line, WIDTH) if line else "", err=True)

    def ask(self, question: Question, heading: str, count: str, before: str) -> Reply | Command:
        """Show the question and read until a line can be taken for an answer or a command."""
        self._show(question, heading, count, before)
        while True:
            line = next_line()
            if line is None:
                return Command("pause")
            found = _understood(question, line)
            if not isinstance(found, str):
                return found
            self.say(found)

    def _show(self, question: Question, heading: str, count: str, before: str) -> None:
        if heading:
            self.say(heading.upper())
        self.say(f"{count}")
        click.echo(click.wrap_text(question.asks, WIDTH), err=True)
        if question.hint:
            click.echo(click.wrap_text(question.hint, WIDTH, "  ", "  "), err=True)
        for number, choice in enumerate(question.choices, 1):
            _numbered(str(number), choice.says)
        if question.form == "several":
            _numbered("0", "Nothing of these. (Several numbers: with blanks between them.)")
        elif question.form == "choice" and not question.required:
            _numbered("0", DONT_KNOW)
            _numbered("v", VAGUE_SAYS)
            _numbered("r", REFUSED_SAYS)
        if before:
            click.echo(f"  (so far: {before})", err=True)
        elif question.suggested:
            click.echo(f"  (an empty line takes: {question.suggested})", err=True)


def _numbered(mark: str, text: str) -> None:
    click.echo(click.wrap_text(text, WIDTH, f" {mark:>2}  ", " " * 5), err=True)


def _understood(question: Question, line: str) -> Reply | Command | str:
    """The reply or command that a line is; a sentence for one that is neither."""
    word, _, rest = line.partition(" ")
    # Small letters only: a capital one may be somebody's name.
    if line in _SHORT:
        return Command(_SHORT[line])
    if word in _LONG:
        return Command(_LONG[word], rest.strip()) if rest.strip() else f"{word} needs words behind it."
    if line and not line.strip("?"):
        return HOW
    if word.startswith("/"):
        return f"There is no command {word}: expected /evidence, /quote, /where, /back or /pause."
    if question.form == "several":
        return _several(question, line)
    if line == "v" or line.casefold() in VAGUE_WORDS:
        return VAGUE
    if line == "r" or line.casefold() in REFUSED_WORDS:
        return REFUSED
    if question.form == "text":
        return said(line) if line else LEFT_OUT if not question.required else said("")
    return _choice(question, line)


def _choice(question: Question, line: str) -> Reply | str:
    if line in ("", "0") or line.casefold().rstrip(".!") in NOT_KNOWN:
        return LEFT_OUT
    found = _word(question, line)
    return said(found) if found is not None else _none_of_these(question, line)


def _several(question: Question, line: str) -> Reply | str:
    parts = [part for part in line.replace(",", " ").split() if part != "0"]
    words = [_word(question, part) for part in parts]
    for part, word in zip(parts, words, strict=True):
        if word is None:
            return _none_of_these(question, part)
    return said(*dict.fromkeys(word for word in words if word is not None))


def _word(question: Question, text: str) -> str | None:
    words = [choice.word for choice in question.choices]
    folded = text.casefold().rstrip(".")
    if folded in words:
        return folded
    if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= len(words):
        return words[int(text[:4]) - 1]
    if folded in ("y", "n"):
        folded = {"y": "yes", "n": "no"}[folded]
    # Words that only one of the answers has, such as W-2 or 1099.
    fitting = [one.word for one in question.choices if _holds(one.says.casefold(), folded)]
    return fitting[0] if len(fitting) == 1 else None


def _holds(says: str, typed: str) -> bool:
    """Whether an answer has these words in it, as whole words."""
    return len(typed) >= _FEWEST_LETTERS and re.search(rf"(?<!\w){re.escape(typed)}(?!\w)", says) is not None


def _none_of_these(question: Question, text: str) -> str:
    words = [choice.word for choice in question.choices]
    near = get_close_matches(text[:40].casefold().replace(" ", "_"), words, 1)
    hint = f" Did you mean {words.index(near[0]) + 1}, {near[0]}?" if near else ""
    return f"That is none of the answers: type a number from 0 to {len(words)}, or b to go back.{hint}"
