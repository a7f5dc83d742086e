"""What an issuer may want to settle, as words: for a terminal, as Markdown and as JSON. No part of the public sheet.

In: an IssuerList. Out: text or bytes. Must not choose or order anything.
"""

from collections.abc import Callable

from evaluator.comparison.disclosure_model import Issue, IssuerList
from evaluator.report.question_sheet import plain
from evaluator.report.wording import cents, cleaned, counted, day

KINDS = {
    "contradiction": "Contradictory or implausible",
    "not_stated": "Not stated",
    "vague": "Vague",
    "refused": "Asked, not answered",
    "loose_words": "A word without a number",
    "only_said": "Only spoken",
    "change_not_stated": "Not marked",
}


def effect_of(issue: Issue) -> str:
    """What a candidate gains from an answer: points, dollars, or that a grave red flag hangs on it."""
    parts = [
        "a critical red flag is open until it is answered" if issue.critical else "",
        f"settles {issue.score_points:.1f} of 100 points" if issue.score_points >= 0.05 else "",
        f"moves pay by up to {cents(issue.hourly_usd)} an hour" if issue.hourly_usd >= 0.005 else "",
    ]
    return "; ".join(part for part in parts if part)


def place_of(issue: Issue) -> str:
    """The key to fill in, and the line where something stands already."""
    return f"{issue.key} (line {issue.line})" if issue.line is not None else issue.key


def heading_of(found: IssuerList) -> str:
    """How many there are, in a line."""
    return f"{counted(len(found.issues), 'point')} to settle, most useful to a candidate first"


def _markdown(found: IssuerList) -> bytes:
    safe = cleaned(found)
    lines = [f"# To settle before the sheet goes out: {plain(safe.name)}", ""]
    lines += [f"For the issuer, not for the sheet. {heading_of(safe)}. As of {day(safe.as_of)}.", ""]
    for number, issue in enumerate(safe.issues, 1):
        effect = effect_of(issue)
        lines.append(f"{number}. **{KINDS[issue.kind]}**, `{place_of(issue)}`: {plain(issue.says)}")
        lines += [f"   {effect[:1].upper()}{effect[1:]}."] if effect else []
    return ("\n".join(lines) + "\n").encode()


def _json(found: IssuerList) -> bytes:
    from evaluator.report.interchange import dump_record

    return dump_record(found)


ISSUE_FORMATS: dict[str, Callable[[IssuerList], bytes]] = {"md": _markdown, "json": _json}
"""The ways to write the list, by suffix."""
