"""The catalogue as a page of documentation.

In: a `Catalogue`. Out: Markdown, always the same for the same catalogue. `python -m evaluator.docs` writes
`docs/checks.md`; a test says when that is due. Must not say anything that the checklists don't.
"""

from collections.abc import Iterator

from evaluator.checklists.catalogue import Catalogue
from evaluator.checklists.check_words import COUNTS, CheckWords, words_of

_OPENING = """\
# What is checked

This page is made from the checklists in `evaluator/checklists/` by `python -m evaluator.docs`.

An offer file answers a check in the section named here, with one of the words listed. `vague` (asked, and answered
without a number or a rule) and `refused` (asked, and not answered) are possible everywhere. What is left out counts as
not stated.
"""


def checks_markdown(catalogue: Catalogue) -> str:
    """The page, with every checklist, every check and every source."""
    lines = [_OPENING, "What an answer is worth:", ""]
    lines += [*(f"- {worth}: {counts}" for worth, counts in COUNTS.items()), ""]
    for checklist in catalogue.checklists:
        lines += [f"## {checklist.title}", "", f"Section of the offer file: `{checklist.section}`", ""]
        for check in checklist.checks:
            lines += [*_check(words_of(check, catalogue)), ""]
    lines += ["## Sources", ""]
    cited = {source for check in catalogue.by_id.values() for source in check.sources}
    lines += [f"- {catalogue.source_in_words(name)}" for name in catalogue.sources if name in cited]
    return "\n".join(lines) + "\n"


def _check(words: CheckWords) -> Iterator[str]:
    yield from (f"### {words.title} (`{words.id}`)", "", f"**{words.ask}** {words.why}", "")
    yield f"{words.kind[0].upper()}{words.kind[1:]}. {words.depth} {words.audience}"
    yield from ("", words.decided, "", *_ways(words))
    for note in words.notes:
        yield from ("", note)
    yield from ("", f"What to request: {words.request}", "", f"Whom to ask: {words.whom}.")
    if words.priorities:
        yield from ("", f"Counts for: {'; '.join(words.priorities)}.")
    if words.limits:
        yield from ("", f"Applies to: {'; '.join(words.limits)}. Otherwise: {words.otherwise}")
    if words.law:
        yield from ("", f"What is reported of state laws: [`law:{words.law}`](state-law.md).")
    if words.flags:
        yield from ("", f"Watched by: {', '.join(f'`{flag}`' for flag in words.flags)}.")
    if words.sources:
        yield from ("", f"Sources: {'; '.join(words.sources)}.")


def _ways(words: CheckWords) -> Iterator[str]:
    """A table of answers; a list of whatever else decides."""
    if words.by_answers:
        yield from ("| answer | worth | in a report |", "|---|---|---|")
        yield from (f"| `{way.word}` | {way.worth} | {way.says} |" for way in words.ways)
        return
    for way in words.ways:
        worth = f" ({way.worth})" if way.worth else ""
        yield f"- {way.word}{worth}: {way.says}"
