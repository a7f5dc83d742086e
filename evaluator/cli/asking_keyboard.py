"""An interview at the keyboard: arrows, and typing to filter.

In: a terminal on both ends. Out: replies and commands. This is the only file that knows questionary, which is imported
when the interview starts: it refuses to start on a pipe. Must not decide what is asked.
"""

import shutil
from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from evaluator.cli.interviewing import DONT_KNOW, REFUSED_SAYS, VAGUE_SAYS, Command
from evaluator.interview import LEFT_OUT, REFUSED, VAGUE, Question, Reply, said
from evaluator.offer import Evidence

if TYPE_CHECKING:
    from questionary import Question as Prompt

KEYS = "Enter: answer · Shift-Tab: back · Tab: evidence, quote, place · Ctrl-C: save and pause"
HOW = (
    "Arrows and Enter choose an answer; typing a few letters finds it in a long list. Where a figure is asked for, "
    "type it; Enter alone means that you don't know or that it was left out, vague that they were vague, refused "
    "that they refused to say."
)
_MORE = object()  # Tab was typed; no text, which could be an answer
_WIDEST = 100


class Keyboard:
    """Asks with lists and lines on the terminal."""

    def __init__(self, color: bool) -> None:
        self.color = color
        self.width = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
        self.say(HOW)
        self.say(KEYS)

    def say(self, text: str) -> None:
        """A paragraph."""
        click.echo("")
        for line in text.splitlines():
            click.echo("\n".join(wrap(line, self.width - 2)))

    def ask(self, question: Question, heading: str, count: str, before: str) -> Reply | Command:
        """Put the question; a wish for evidence, a quote or a place is asked about until it is clear."""
        if heading:
            click.echo("")
            click.secho("\n".join(wrap(heading, self.width - 2)), bold=self.color or None)
        while True:
            click.echo("")
            click.secho(f"{count}", dim=self.color or None)
            found = self._put(question, before)
            if found is not _MORE:
                assert isinstance(found, (Reply, Command))
                return found
            command = self._more()
            if command is not None:
                return command

    def _put(self, question: Question, before: str) -> object:
        match question.form:
            case "choice":
                return self._choice(question, before)
            case "several":
                return self._several(question, before)
            case _:
                return self._text(question, before)

    def _choice(self, question: Question, before: str) -> object:
        """The answers, with not knowing first, so that Enter alone never claims anything."""
        from questionary import Choice, Separator, select

        answers = [self._option(choice.says, said(choice.word)) for choice in question.choices]
        if question.required:
            listed: list[Choice | Separator] = [*answers]
        else:
            unknown = [Choice(VAGUE_SAYS, VAGUE), Choice(REFUSED_SAYS, REFUSED)]
            listed = [Choice(DONT_KNOW, LEFT_OUT), *answers, *unknown]
        earlier = {"vague": VAGUE, "refused": REFUSED}.get(before, said(before))
        chosen = next((one for one in listed if one.value == earlier), None) if before else None
        return self._run(
            select(
                self._asks(question) + "\n",
                choices=listed,
                default=chosen,
                qmark="",
                instruction=f" {self._hint(question.hint)}\n" if question.hint else " ",
                use_search_filter=True,
                use_jk_keys=False,
                style=self._style(),
            )
        )

    def _several(self, question: Question, before: str) -> object:
        from questionary import checkbox

        picked = before.split(", ")
        options = [self._option(choice.says, choice.word, choice.word in picked) for choice in question.choices]
        found = self._run(
            checkbox(
                self._asks(question) + "\n",
                choices=options,
                qmark="",
                instruction=" " + self._hint(f"Space picks, Enter goes on. {question.hint}") + "\n",
                use_search_filter=True,
                use_jk_keys=False,
                style=self._style(),
            )
        )
        return said(*found) if isinstance(found, list) else found

    def _text(self, question: Question, before: str) -> object:
        from questionary import text

        lines = [self._hint(line) for line in (question.hint, _taken(question)) if line]
        typed = "\n ".join((*lines, ">")).lstrip()
        found = self._run(
            text(f"{self._asks(question)}\n", default=before, qmark="", instruction=typed, style=self._style())
        )
        if not isinstance(found, str):
            return found
        return said(found) if found.strip() else LEFT_OUT

    def _more(self) -> Command | None:
        """What is wanted beside an answer; none if nothing after all."""
        from questionary import Choice, select

        wishes = [
            *(Choice(f"From now on, answers rest on {one.says}.", Command("evidence", one.value)) for one in Evidence),
            Choice("Add their own words to the last answer.", "quote"),
            Choice("Add the place to the last answer, such as a section or a page.", "where"),
            Choice("Nothing: go back to the question.", None),
        ]
        chosen = self._run(
            select("What would you like?", choices=wishes, qmark="", instruction=" ", style=self._style())
        )
        if chosen not in ("quote", "where"):
            return chosen if isinstance(chosen, Command) and chosen.wish == "evidence" else None
        from questionary import text

        words = self._run(text("Type it:", qmark="", style=self._style()))
        if not isinstance(words, str) or not words.strip():
            return None
        return Command("quote" if chosen == "quote" else "where", words.strip())

    def _run(self, prompt: "Prompt") -> object:
        """What the person chose or typed; Shift-Tab and Tab end the question with a wish."""
        from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings

        own = KeyBindings()

        @own.add("s-tab", eager=True)
        def _back(event: Any) -> None:
            event.app.exit(result=Command("back"))

        @own.add("tab", eager=True)
        def _wish(event: Any) -> None:
            event.app.exit(result=_MORE)

        app = prompt.application
        app.key_bindings = merge_key_bindings([*([app.key_bindings] if app.key_bindings else []), own])
        result: object = prompt.unsafe_ask()
        return result

    def _asks(self, question: Question) -> str:
        return "\n ".join(wrap(question.asks, self.width - 4))

    def _hint(self, text: str) -> str:
        """What explains a question, below it and further in."""
        return "\n  ".join(wrap(text, self.width - 4))

    def _option(self, says: str, value: object, checked: bool = False) -> Any:
        from questionary import Choice

        return Choice("\n     ".join(wrap(says, self.width - 8)), value, checked=checked)

    def _style(self) -> Any:
        from questionary import Style

        colored: Sequence[tuple[str, str]] = [
            ("question", "bold"),
            ("pointer", "fg:ansicyan bold"),
            ("instruction", ""),
        ]
        plain = [("question", "bold"), ("pointer", "bold"), ("answer", "bold"), ("highlighted", "bold")]
        return Style([*colored, ("highlighted", "fg:ansicyan"), ("answer", "fg:ansicyan")] if self.color else plain)


def _taken(question: Question) -> str:
    return f"Enter alone takes: {question.suggested}" if question.suggested else ""
