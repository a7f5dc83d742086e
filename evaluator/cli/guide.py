"""`evaluator guide`: ten questions, and which business models fit the answers.

In: answers from the keyboard, a pipe or a file. Out: on stdout the models with their reasons, as text or JSON; the
questions go to stderr. Must not weigh answers itself, nor give a conclusion of law or tax.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

import click

from evaluator.cli.inputs import stop, stop_with, tried
from evaluator.cli.typed_lines import next_line
from evaluator.offer.problems import Problem

if TYPE_CHECKING:
    from evaluator.checklists.decision_guide import GuideQuestion
    from evaluator.checklists.fitting_models import Guidance, HowWell, ModelFit, Reason

WIDTH = 78
BACK = ("b", "back")
SKIP = ("", "?", "0", "i don't know")
ADVICE = (
    "This is a guide, not legal, tax or financial advice. What a model means for your taxes and what the law of your "
    "state allows differs from case to case: ask an accountant, and a lawyer in your state."
)
_FITS: Mapping["HowWell | None", str] = {
    "well": "fits well",
    "partly": "fits in part",
    "undecided": "your answers don't decide",
    "badly": "more speaks against it than for it",
    None: "not said, too little is answered",
}


@click.command("guide", short_help="Ten questions that end in which business models fit you.")
@click.option("--answers", metavar="FILE", help="Take the answers from this file instead of asking; - for a pipe.")
@click.option("--blank", is_flag=True, help="Print a file of answers to fill in, and ask nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def guide_command(answers: str | None, blank: bool, form: str) -> None:
    """Ask ten questions and say which business models fit, how well, and why.

    \b
    Examples:
      evaluator guide
      evaluator guide --answers my-answers.yaml --format json

    Type the number of an answer. An empty line means "I don't know" and counts for nothing; b goes back. Not legal, tax
    or financial advice.
    """
    from evaluator.checklists.business_models import load_business_models
    from evaluator.checklists.decision_guide import answers_form, load_answers, load_decision_guide
    from evaluator.checklists.fitting_models import weigh

    guide = load_decision_guide()
    if blank:
        click.echo(answers_form(guide), nl=False)
        return
    problems: list[Problem] = []
    chosen = _interview(guide.questions) if answers is None else tried(lambda: load_answers(answers, guide), problems)
    if chosen is None:
        stop_with(problems)
    guidance = weigh(guide, load_business_models(), chosen)
    if form == "json":
        click.echo(json.dumps({**asdict(guidance), "notice": ADVICE}, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_as_text(guidance)))


def _interview(questions: tuple["GuideQuestion", ...]) -> dict[str, str]:
    """The answers of somebody at the keyboard, or of a pipe with one answer a line."""
    from evaluator.checklists.decision_guide import UNKNOWN

    chosen: dict[str, str] = {}
    _say("Type the number of an answer. An empty line means I don't know; b goes back; Ctrl-C stops.")
    place = 0
    while place < len(questions):
        question = questions[place]
        _show(question, f"{place + 1} of {len(questions)}", chosen.get(question.id))
        answer = _answer(question)
        if answer is None:
            _stop_at_the_end(place, len(questions))
        if answer in BACK:
            place = max(place - 1, 0)
            continue
        chosen.pop(question.id, None)
        if answer != UNKNOWN:
            chosen[question.id] = answer
        place += 1
    return {question.id: chosen[question.id] for question in questions if question.id in chosen}


def _show(question: "GuideQuestion", count: str, before: str | None) -> None:
    _say("")
    _say(f"{count}. {question.ask}")
    for number, answer in enumerate(question.answers.values(), 1):
        _say(f"  {number}  {answer.says}")
    _say("  0  I don't know.")
    if before is not None:
        _say(f"  (so far: {question.answers[before].says})")


def _answer(question: "GuideQuestion") -> str | None:
    """The word of the chosen answer, `unknown`, or a word for going back; none where there are no more lines.

    Asks again until it is one of these.
    """
    from evaluator.checklists.decision_guide import UNKNOWN

    words = list(question.answers)
    while True:
        line = next_line()
        if line is None:
            return None
        said = line.casefold()
        if said in (*SKIP, UNKNOWN):
            return UNKNOWN
        if said in BACK or said in words:
            return said
        if said.isascii() and said.isdigit() and 1 <= int(said[:3]) <= len(words):
            return words[int(said[:3]) - 1]
        near = get_close_matches(said[:40], words, 1)
        hint = f" Did you mean {words.index(near[0]) + 1}, {near[0]}?" if near else ""
        _say(f"That is none of the answers: type a number from 0 to {len(words)}, or b to go back.{hint}")


def _stop_at_the_end(place: int, count: int) -> NoReturn:
    stop(f"The answers ended before question {place + 1} of {count}: expected one line for each question.")


def _say(line: str) -> None:
    indent = " " * (len(line) - len(line.lstrip()) + (3 if line.startswith("  ") else 0))
    click.echo(click.wrap_text(line, WIDTH, "", indent) if line else "", err=True)


def _as_text(guidance: "Guidance") -> Iterator[str]:
    """The guidance as lines: who leads, every model with its reasons, what to ask, what is still open."""
    yield _wrapped(guidance.says)
    yield ""
    counted = f"{guidance.answered} of {guidance.asked} questions are answered."
    yield _wrapped(f"{counted} Each answer counts one for a model, one against it, or nothing.")
    for fit in guidance.fits:
        yield from ("", *_model(fit))
    for fit in guidance.fits:
        if fit.model in guidance.leading:
            yield from ("", _wrapped(f"Before you choose ({fit.title}), ask:"))
            yield from (_wrapped(ask, "  - ") for ask in fit.ask)
    if guidance.open:
        yield from ("", "Still open:")
        yield from (_wrapped(ask, "  - ") for ask in guidance.open)
    yield from ("", _wrapped(ADVICE))


def _model(fit: "ModelFit") -> Iterator[str]:
    place = "" if fit.fit is None else f"{fit.rank}{'=' if fit.shared else '.'} "
    counted = f"{len(fit.speaks_for)} for, {len(fit.speaks_against)} against"
    yield _wrapped(f"{place}{fit.title}: {_FITS[fit.fit]} ({counted})")
    yield from (_reason(reason, "+") for reason in fit.speaks_for)
    yield from (_reason(reason, "-") for reason in fit.speaks_against)


def _reason(reason: "Reason", sign: str) -> str:
    return _wrapped(f"{reason.says} (You said: {reason.answered})", f"   {sign} ")


def _wrapped(text: str, lead: str = "") -> str:
    return click.wrap_text(text, WIDTH, lead, " " * len(lead))
