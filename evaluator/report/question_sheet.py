"""The questions to ask as Markdown: by offer and by whom to ask, ready to paste into e-mails.

In: a Comparison. Out: text. Must not word or weigh anything: questions and their order come from the Comparison.
"""

import re
from collections.abc import Iterator

from evaluator.comparison.model import Comparison, OfferResult
from evaluator.report.naming import Label, label_offers
from evaluator.report.sections.questions import IN_TABLE, by_whom, open_questions
from evaluator.report.wording import cleaned, day

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")


def render_question_sheet(comparison: Comparison) -> str:
    """The open questions of every offer, those that could change most first; the rest under "If there is time"."""
    safe = cleaned(comparison)
    labels = label_offers(safe)
    lines = [
        "# Questions to ask before signing",
        "",
        f"As of {day(safe.as_of)}. What is unanswered is left open, not assumed.",
    ]
    for offer in safe.offers:
        lines += ["", *_offer(offer, labels[offer.id])]
    return "\n".join(lines) + "\n"


def _offer(offer: OfferResult, label: Label) -> Iterator[str]:
    yield f"## {plain(label.title)}"
    asked = open_questions(offer)
    if not asked:
        yield from ("", "Nothing that matters is left open.")
        return
    yield from ("", "Thank you for the offer. Before I decide, could you answer these in writing?")
    for heading, some in ((None, asked[:IN_TABLE]), ("If there is time", asked[IN_TABLE:])):
        if some and heading:
            yield from ("", f"### {heading}")
        for group in by_whom(some):
            yield from ("", f"**{group.to}**", "")
            yield from map(plain, group.lines)


def plain(text: str) -> str:
    """Text from an offer, with the signs that Markdown would act on escaped."""
    return _MARKS.sub(r"\\\1", text)
