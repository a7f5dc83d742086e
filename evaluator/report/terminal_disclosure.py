"""A disclosure sheet and its issuer's list as a terminal shows them.

In: a Disclosure or an IssuerList, a width in columns, and whether color is wanted. Out: text. Must not print.
"""

from io import StringIO
from typing import TYPE_CHECKING

from evaluator.comparison.disclosure_model import Disclosure, IssuerList
from evaluator.report.disclosure_view import NOT_STATED, NOTHING, PartView, RowView, build_sheet
from evaluator.report.issuer_list import KINDS, effect_of, heading_of, place_of
from evaluator.report.terminal_lines import finished, open_console, say
from evaluator.report.wording import cleaned

if TYPE_CHECKING:
    from rich.console import Console

_LABEL = 22
MOST_ISSUES = 12  # the file that `--issues` writes has them all


def render_sheet_text(disclosure: Disclosure, width: int, color: bool) -> str:
    """The sheet in lines of at most `width` columns (never less than 40), ending in a newline."""
    sheet = build_sheet(disclosure)
    held = StringIO()
    console = open_console(held, width, color)
    say(console, f"Offer disclosure: {sheet.name}", style="bold")
    say(console, f"{sheet.organization}, {sheet.engagement}")
    console.print()
    for line in sheet.about:
        for pair in line:
            say(console, pair.says, "dim" if pair.open else "", lead=f"{pair.label:<{_LABEL}}")
    for part in sheet.parts:
        _say_part(console, part)
    console.print()
    for pair in sheet.footer:
        say(console, pair.says, lead=f"{pair.label:<{_LABEL}}")
    for words in (sheet.key, sheet.withheld or sheet.verify, *sheet.notices):
        say(console, words, style="dim")
    return finished(held)


def _say_part(console: "Console", part: PartView) -> None:
    console.print()
    say(console, part.title, style="bold")
    for row in part.rows:
        say(console, row.says, "dim" if row.open else "", lead=f"{row.label:<{_LABEL}}")
        beside = _beside(row)
        if beside:
            say(console, beside, "dim", lead=" " * _LABEL)


def _beside(row: RowView) -> str:
    """What the other two columns hold; nothing where neither says anything."""
    if row.open or (row.change, row.rests) == (NOTHING, NOTHING):
        return ""
    lead = "whether it can change" if row.change == NOT_STATED else "can change"
    change = "" if row.change == NOTHING else f"{lead}: {row.change}; "
    return f"{change}rests on: {row.rests}"


def render_issues_text(found: IssuerList, width: int, color: bool, most: int | None = MOST_ISSUES) -> str:
    """The issuer's list in lines of at most `width` columns; the first `most`, and how many more there are."""
    safe = cleaned(found)
    held = StringIO()
    console = open_console(held, width, color)
    say(console, "For you, not on the sheet", style="bold")
    say(console, f"{heading_of(safe)}.")
    for number, issue in enumerate(safe.issues[:most], 1):
        say(console, f"{KINDS[issue.kind]}: {issue.says}", lead=f"{number:>3}. ")
        effect = effect_of(issue)
        say(console, f"{place_of(issue)}{'. ' if effect else ''}{effect[:1].upper()}{effect[1:]}", "dim", lead="     ")
    more = len(safe.issues) - len(safe.issues[:most])
    if more:
        say(console, f"{more} more: write them all with --issues issues.md.")
    return finished(held)
