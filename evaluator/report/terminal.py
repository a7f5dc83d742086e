"""The summary that a terminal shows: who leads, the figures, verdicts, red flags, what to ask first.

In: a Comparison, a width in columns, and whether color is wanted. Out: text. Must not print, ask the environment, or
touch WeasyPrint. Color only echoes words; without it no escape sequence is written at all.
"""

from io import StringIO
from typing import TYPE_CHECKING

from evaluator.comparison.model import Comparison
from evaluator.report.naming import label_offers, named_with_pay
from evaluator.report.sections.answer import AnswerView, Figure, build_answer
from evaluator.report.sections.beliefs import belief_line, build_beliefs
from evaluator.report.sections.money import call_out_flips
from evaluator.report.sections.odds import leading_odds
from evaluator.report.sections.red_flags import RedFlagsView, build_red_flags
from evaluator.report.terminal_lines import finished, open_console, say
from evaluator.report.wording import cleaned, day

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

MOST_OPEN = 6  # open critical flags that are named; the report names every one
NARROWEST_TABLE = 72  # below so many columns the table would break amounts in two, and figures stand in a list
HEADINGS = ("Headline", "Effective", "Per hour", "Take-home", "Score")


def render_terminal(comparison: Comparison, width: int, color: bool) -> str:
    """The summary as lines of at most `width` columns (never less than 40), ending in a newline."""
    safe = cleaned(comparison)
    labels = label_offers(safe)
    held = StringIO()
    console = open_console(held, width, color)
    answer = build_answer(safe, labels)
    odds = leading_odds(safe, labels)
    beliefs = map(belief_line, build_beliefs(safe, labels))
    _say_lead(console, answer, [*([odds] if odds else []), *call_out_flips(safe, labels), *beliefs])
    _say_verdicts(console, answer)
    _say_figures(console, answer)
    _say_matters(console, answer)
    _say_flags(console, build_red_flags(safe, labels))
    _say_questions(console, answer)
    for notice in safe.notices[:1]:  # the report has them all
        say(console, notice, style="dim")
    say(console, f"Figures as of {day(safe.as_of)}.", style="dim")
    return finished(held)


def _say_lead(console: "Console", answer: AnswerView, also: list[str]) -> None:
    say(console, answer.standing, style="bold")
    say(console, answer.lead)
    if answer.margin:
        say(console, answer.margin)
    for said in also:
        say(console, said)
    if answer.decided_by:
        say(console, "What would decide it:")
        for name in answer.decided_by:
            say(console, name, lead="  - ")
    console.print()


def _say_verdicts(console: "Console", answer: AnswerView) -> None:
    for row, figures in zip(answer.verdicts, answer.figures, strict=True):
        say(console, named_with_pay(row.label, figures.pay), style="bold", lead=f"{row.label.mark}  ")
        say(console, " ".join(filter(None, (f"{row.verdict}.", row.because, row.cause))), lead="   ")
    console.print()


def _figure(figure: Figure) -> str:
    """The figure, and its range below it."""
    likely = f"{figure.likely} implied" if figure.implied else figure.likely
    return likely if figure.span is None else f"{likely}\n{figure.span}"


def _say_figures(console: "Console", answer: AnswerView) -> None:
    """The figures as a table, or as a list where a table has no room, and which of them no offer stands behind."""
    if console.width >= NARROWEST_TABLE:
        console.print(_figures(answer, console.width))
    else:
        _say_listed(console, answer)
    for line in (*answer.same, *answer.unstated):
        say(console, line)
    console.print()


def _say_listed(console: "Console", answer: AnswerView) -> None:
    for row, (_, scores) in zip(answer.figures, answer.scores[0].rows, strict=True):
        figures = (row.headline, row.effective, row.hourly, row.take_home)
        words = [*(_figure(one).replace("\n", ", ") for one in figures), scores[0].range]
        for number, (name, said) in enumerate(zip(HEADINGS, words, strict=True)):
            mark = "" if number else row.label.mark
            say(console, said, lead=f"{mark:<3}{name:<11}")


def _figures(answer: AnswerView, width: int) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    roomy = width >= 100
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 3 if roomy else 1, 0, 0), show_edge=False)
    for heading in ("", *HEADINGS, *(["Answered"] if roomy else [])):
        table.add_column(heading, justify="left", overflow="fold")
    for row, (_, scores) in zip(answer.figures, answer.scores[0].rows, strict=True):
        cells = (_figure(row.headline), _figure(row.effective), _figure(row.hourly), _figure(row.take_home))
        table.add_row(*map(Text, (row.label.mark, *cells, scores[0].range, *([row.coverage] if roomy else []))))
    return table


def _say_matters(console: "Console", answer: AnswerView) -> None:
    """The order by scores and how surely, and each offer's fit; nothing for one offer of which nothing is rated."""
    matters = answer.matters
    if matters.order:
        say(console, " ".join(filter(None, (matters.order, matters.stays))))
    if matters.rows:
        fits = (f"{row.label.mark} {row.fit.range} ({row.protection})" for row in matters.rows)
        say(console, f"Fit, and whether your top two are protected: {', '.join(fits)}.")
    if matters.order or matters.rows:
        console.print()


def _say_flags(console: "Console", flags: RedFlagsView) -> None:
    say(console, "Red flags", style="bold")
    up = [(part.label, flag) for part in flags.offers for flag in part.flags]
    for label, flag in up:
        style = "red" if flag.severity == "critical" else ""
        say(console, f"{flag.sign} {label.mark}: {flag.title} ({flag.state.lower()}, {flag.severity})", style, "  ")
    for open_flag in flags.open[:MOST_OPEN]:
        say(console, f"? {open_flag.offers}: {open_flag.title} (not ruled out, critical)", lead="  ")
    if len(flags.open) > MOST_OPEN:
        say(console, f"? {len(flags.open) - MOST_OPEN} more critical ones not ruled out.", lead="  ")
    lesser = len(flags.high) + len(flags.lesser)
    if lesser:
        say(console, f"{lesser} less grave not ruled out; the report lists them.", lead="  ")
    if not up and not flags.open and not lesser:
        say(console, "None raised, and all ruled out in writing.", lead="  ")
    for line in flags.waivers:
        say(console, line, lead="  ")
    console.print()


def _say_questions(console: "Console", answer: AnswerView) -> None:
    if not answer.first_questions:
        return
    say(console, "Ask these first", style="bold")
    for number, question in enumerate(answer.first_questions, 1):
        say(console, question.ask, lead=f"  {number}. ")
        say(console, question.stake, style="dim", lead="     ")
    console.print()
