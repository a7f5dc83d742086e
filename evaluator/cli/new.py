"""`evaluator new`: the interview that documents an offer, and the form to fill in without one.

In: answers from the keyboard or a pipe, and the file to go on with, if it is there. Out: the offer file, saved after
every answer, and at the end its first result on stdout. Must not decide what is asked.
"""

import shlex
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from evaluator.cli.inputs import read_catalogue, stop, stop_with
from evaluator.cli.options import own_checklists, parse_as_of
from evaluator.cli.targets import wants_color, width_of_terminal
from evaluator.offer.choices import Discipline

if TYPE_CHECKING:
    from evaluator.cli.interviewing import Front
    from evaluator.comparison import Comparison
    from evaluator.interview import Interview, Setting

DEFAULT_FILE = "my-offer.yaml"
YAML_SUFFIXES = (".yaml", ".yml", "")
SCHEMA_FILE = "offer.schema.json"


@click.command("new", short_help="Write down an offer: an interview, or a form to fill in.")
@click.argument("file", required=False, metavar="[FILE]")
@click.option(
    "--blank", is_flag=True, help="Write the form with every question, and ask nothing; without FILE to stdout."
)
@click.option(
    "--discipline", type=click.Choice(get_args(Discipline)), help="With --blank: only the questions of this field."
)
@own_checklists("A checklist of your own, whose questions are asked too. May be repeated.")
@click.option("--as-of", metavar="DAY", callback=parse_as_of, help="The day of the first result.  [today]")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="Colour; meaning never hangs on it.")  # fmt: skip
def new_command(
    file: str | None, blank: bool, discipline: str | None, checklists: tuple[Path, ...], as_of: date, color: str
) -> None:
    """Write down an offer by answering questions; no need to know how the file is written.

    \b
    Examples:
      evaluator new lakeside.yaml
      evaluator new --blank lakeside.yaml

    Asks only what applies, the most important first. You may say that you don't know, that they were vague or that they
    refused, go back, and stop at any time: what you said is saved, and the same command goes on from there. Answers may
    come from a pipe, one a line. Nothing leaves your machine.
    """
    if discipline is not None and not blank:
        stop("--discipline: only with --blank; the interview asks for it")
    target = None if blank and file is None else Path(file or DEFAULT_FILE)
    if target is not None:
        _refuse(target, named=file is not None, blank=blank)
    setting = _setting(target, checklists, as_of)
    if blank:
        _write_form(setting, target, discipline)
        return
    assert target is not None
    _interview(setting, target, as_of, color)


def _refuse(target: Path, *, named: bool, blank: bool) -> None:
    """Stop where nothing can be written, or something would be written over."""
    if target.is_dir():
        stop(f"{target}: is a folder: expected a file to write")
    if target.suffix.lower() not in YAML_SUFFIXES:
        stop(f"{target}: an offer file is text and ends in .yaml: expected a name such as {target.stem}.yaml")
    if not target.parent.is_dir():
        stop(f"{target}: there is no folder {target.parent}")
    if target.exists() and blank:
        stop(f"{target}: is there already, and a form is never written over a file")
    if target.exists() and not named:
        stop(f"{target}: is there already. To go on with it:  evaluator new {target}")


def _setting(target: Path | None, checklists: tuple[Path, ...], as_of: date) -> "Setting":
    from evaluator.economics import load_assumptions
    from evaluator.interview import new_setting
    from evaluator.offer import OfferProblems
    from evaluator.offer.problems import Notebook
    from evaluator.offer.reading import load_document

    catalogue, text, above = read_catalogue(checklists), None, ""
    try:
        if target is not None and target.exists():
            text = load_document(target, Notebook(str(target))).text
        elif target is not None and (target.parent / SCHEMA_FILE).is_file():
            above = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"
        return new_setting(catalogue, load_assumptions(), as_of, str(target or DEFAULT_FILE), text, above)
    except OfferProblems as found:
        stop_with(found.problems)


def _write_form(setting: "Setting", target: Path | None, discipline: str | None) -> None:
    from evaluator.interview.blank import blank_form

    form = blank_form(setting, discipline)
    if target is None:
        click.echo(form, nl=False)
        return
    _save(target, form)
    click.echo(f"Wrote {target}", err=True)


def _interview(setting: "Setting", target: Path, as_of: date, color: str) -> None:
    from evaluator.cli.interviewing import converse
    from evaluator.interview import not_finished, start

    def save(interview: "Interview") -> None:
        if interview.text is not None:
            _save(target, interview.text)

    front = _front(wants_color(color))
    if setting.before is not None:
        front.say(f"Going on with {target}; what it says already stays as it is, and is not asked again.")
        if setting.unfinished:
            front.say("Some of it is not finished: you are asked for what is missing.")
    try:
        ended, paused = converse(start(setting), front, save, lambda now: _first_result(now, as_of))
    except (KeyboardInterrupt, EOFError):
        click.echo(_paused(target), err=True)
        raise click.exceptions.Exit(130) from None
    if paused:
        click.echo(_paused(target), err=True)
        return
    _show(ended, as_of, color)
    missing = not_finished(ended)
    click.echo(_still_missing(target, missing) if missing else _what_next(target), err=True)


def _front(color: bool) -> "Front":
    """Lists and arrows where somebody sits at a terminal, plain lines where it is a pipe."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        from evaluator.cli.asking_keyboard import Keyboard

        return Keyboard(color)
    from evaluator.cli.asking_lines import Lines

    return Lines()


def _what_next(target: Path) -> str:
    """Where the offer is saved, and the commands that people want next."""
    file, report = shlex.quote(str(target)), shlex.quote(str(target.with_suffix(".pdf")))
    return (
        f"\nWrote {target}. What you can do next:\n"
        f"The report, to keep or to print:\n  evaluator compare {file} -o {report}\n"
        f"Side by side with another offer:\n  evaluator compare {file} OTHER.yaml\n"
        f"To fill in what you learn later:\n  evaluator new {file}"
    )


def _still_missing(target: Path, missing: tuple[str, ...]) -> str:
    """What other commands would stop at, and the way on."""
    return (
        f"\nWrote {target}. Before other commands can read it, this has to be finished:\n"
        + "".join(f"  {problem}\n" for problem in missing)
        + f"To go on:\n  evaluator new {shlex.quote(str(target))}"
    )


def _paused(target: Path) -> str:
    if target.exists():
        return f"\nPaused. What you said is saved in {target}. To go on:\n  evaluator new {shlex.quote(str(target))}"
    return "\nPaused. Nothing is saved yet: the offer has no name so far."


def _save(target: Path, text: str) -> None:
    from evaluator.report.outputs import write_output

    try:
        write_output(target, text.encode())
    except OSError as error:
        stop(f"{target}: can't be written: {error.strerror or error}")


def _compared(interview: "Interview", as_of: date) -> "Comparison":
    """The offer so far, by the same calculation as any comparison, without simulated years."""
    from evaluator.comparison import compare
    from evaluator.economics import UnknownTaxYearError
    from evaluator.offer.clinician import AboutMe

    setting = interview.setting
    try:
        return compare(
            [interview.offer],
            catalogue=setting.catalogue,
            about=AboutMe(),
            assumptions=setting.assumptions,
            as_of=as_of,
        )
    except UnknownTaxYearError as error:
        stop(f"--as-of {as_of}: {error.args[0]}")


def _first_result(interview: "Interview", as_of: date) -> str:
    """A first result in three lines, once the pay is known."""
    from evaluator.report.naming import label_offers
    from evaluator.report.sections.answer import build_answer
    from evaluator.report.wording import cleaned

    comparison = cleaned(_compared(interview, as_of))
    if not comparison.offers[0].money.pay_is_stated:
        return "A first result comes once the pay is known. Without it, only the checklists can be judged."
    row = build_answer(comparison, label_offers(comparison)).figures[0]
    parts = (
        "A first result, from what is answered so far:",
        f"  Headline split: {row.headline.likely}{' (implied by the pay)' if row.headline.implied else ''}",
        f"  Effective split, after all that comes off: {row.effective.span or row.effective.likely}",
        f"  Pay for each hour worked: {row.hourly.span or row.hourly.likely}",
        "What is still open makes it this wide; each answer narrows it.",
    )
    return "\n".join(parts)


def _show(interview: "Interview", as_of: date, color: str) -> None:
    from evaluator.report.terminal import render_terminal

    wanted = wants_color(color)
    comparison = _compared(interview, as_of)
    click.echo(render_terminal(comparison, width=width_of_terminal(), color=wanted), color=wanted, nl=False)
