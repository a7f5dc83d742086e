"""The summary of an audit that a terminal shows: the result, the money, what to mend first, what a candidate sees.

In: an Audit, a width in columns, and whether color is wanted. Out: text. Must not print or decide an exit code.
"""

from io import StringIO
from typing import TYPE_CHECKING

from evaluator.comparison.audit_model import Audit
from evaluator.report.audit_sections.books import diagnosis_line, split_rows
from evaluator.report.audit_sections.both_sides import build_both_sides
from evaluator.report.audit_sections.candidate import build_candidate
from evaluator.report.audit_sections.fixes import FixesView, FixRow, build_fixes
from evaluator.report.audit_sections.result import ResultView, build_result
from evaluator.report.audit_sections.share import build_share
from evaluator.report.audit_sections.shared_years import leaver_line, pooled_line
from evaluator.report.naming import Label, label_offers
from evaluator.report.sections.red_flags import build_red_flags
from evaluator.report.terminal_lines import finished, open_console, say
from evaluator.report.wording import cleaned, day

if TYPE_CHECKING:
    from rich.console import Console

FIRST = 5


def render_audit_text(audit: Audit, width: int, color: bool) -> str:
    """The summary as lines of at most `width` columns (never less than 40), ending in a newline."""
    safe = cleaned(audit)
    labels = label_offers(safe.owner)
    held = StringIO()
    console = open_console(held, width, color)
    _say_result(console, build_result(safe, labels))
    _say_flags(console, safe, labels)
    _say_money(console, safe, labels)
    _say_books(console, safe, labels)
    fixes = build_fixes(safe, labels)
    if fixes is not None:
        _say_fixes(console, fixes)
    _say_candidate(console, safe, labels)
    for notice in safe.owner.notices[:1]:
        say(console, notice, style="dim")
    say(console, f"Figures as of {day(safe.owner.as_of)}.", style="dim")
    return finished(held)


def _say_result(console: "Console", view: ResultView) -> None:
    say(console, f"{view.standing}. {view.says}", style="bold")
    for said in view.same:
        say(console, said)
    console.print()
    for row in view.verdicts:
        say(console, row.label.title, style="bold", lead=f"{row.label.mark}  ")
        say(console, f"{row.verdict} ({row.score} of 100). {row.because}", lead="   ")
        for gate in view.gates:
            if gate.label == row.label:
                style = "red" if gate.sign == "✗" else ""
                say(console, f"{gate.title}: {gate.state.lower()}. {gate.says}", style, lead=f"   {gate.sign} ")
    console.print()


def _say_flags(console: "Console", audit: Audit, labels: dict[str, Label]) -> None:
    view = build_red_flags(audit.owner, labels)
    up = [(part.label, flag) for part in view.offers for flag in part.flags]
    if not up and not view.waivers:
        return
    say(console, "Red flags raised", style="bold")
    for label, flag in up:
        say(console, f"{flag.sign} {label.mark}: {flag.title} ({flag.state.lower()}, {flag.severity})", lead="  ")
        if flag.waived:
            say(console, flag.waived, style="dim", lead="      ")
    for line in view.waivers:
        say(console, line, lead="  ")
    console.print()


def _say_money(console: "Console", audit: Audit, labels: dict[str, Label]) -> None:
    view = build_both_sides(audit, labels)
    say(console, "Both sides of every dollar", style="bold")
    for row in view.rows:
        words = (
            f"{row.collected} collected and {row.fees} in missed-visit fees: {row.clinician} ({row.clinician_share}) "
            f"to the clinician, {row.practice} ({row.practice_share}) to the practice."
        )
        say(console, words, lead=f"  {row.label.mark}: ")
    if view.unstated:
        say(console, view.unstated, lead="  ")
    console.print()


def _say_books(console: "Console", audit: Audit, labels: dict[str, Label]) -> None:
    if audit.practice is None:
        return
    say(console, "Your books", style="bold")
    share = build_share(audit, labels)
    for line in (diagnosis_line(audit), share.title if share else None, pooled_line(audit), leaver_line(audit)):
        if line is not None:
            say(console, line, lead="  ")
    say(console, "The clinician’s share of what is collected, by your costs and as chosen:", lead="  ")
    for name, split in split_rows(audit, labels):
        say(console, f"{name}: {split}", lead="    ")
    console.print()


def _say_fixes(console: "Console", view: FixesView) -> None:
    say(console, "What to mend first", style="bold")
    for part in view.offers:
        if part.rows:
            say(console, part.label.title, lead=f"{part.label.mark}  ")
        for row in part.rows[:FIRST]:
            say(console, f"{row.title} (now: {row.now.lower()}). {row.do}", lead=f"  {row.number}. ")
            say(console, _effect(row), style="dim", lead="     ")
        if part.reach is not None:
            price = f" {part.reach.price}" if part.reach.price else ""
            say(console, f"{part.reach.title}: {part.reach.says}{price}", lead="  ")
    console.print()


def _effect(row: FixRow) -> str:
    price = f"price: {', '.join(row.price)}"
    return f"{'; '.join((*row.lifts, *row.gain, price))}."


def _say_candidate(console: "Console", audit: Audit, labels: dict[str, Label]) -> None:
    view = build_candidate(audit, labels)
    say(console, "What a candidate sees", style="bold")
    for row, part in zip(view.figures, view.offers, strict=True):
        span = f" ({row.hourly.span})" if row.hourly.span else ""
        say(
            console,
            f"{part.verdict}. Effective split {row.effective.likely}, {row.hourly.likely}{span} an hour worked.",
            lead=f"  {part.label.mark}: ",
        )
        for ask in part.questions[:1]:
            say(console, f"First question: {ask}", style="dim", lead="     ")
    console.print()
