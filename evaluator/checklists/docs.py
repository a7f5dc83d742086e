"""The catalogue as a page of documentation.

In: a `Catalogue`. Out: Markdown, always the same for the same catalogue. `python -m evaluator.checklists.docs` writes
`docs/checks.md`; a test says when that is due. Must not say anything that the checklists don't.
"""

from collections.abc import Iterator
from pathlib import Path

from evaluator.checklists.catalogue import Catalogue, load_catalogue
from evaluator.checklists.checks import WEIGHTS, Applies, AtLeast, Check
from evaluator.checklists.measures import MEASURES

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"

_OPENING = """\
# What is checked

This page is made from the checklists in `evaluator/checklists/` by `python -m evaluator.checklists.docs`.

An offer file answers a check in the section named here, with one of the words listed. `vague` (asked, and answered
without a number or a rule) and `refused` (asked, and not answered) are possible everywhere. What is left out counts as
not stated.
"""
_DIMENSIONS = {
    "kinds": "kind",
    "disciplines": "discipline",
    "engagements": "engagement",
    "license_stages": "licence stage",
    "states": "state",
    "structures": "pay structure",
}


def checks_markdown(catalogue: Catalogue) -> str:
    """The page, with every checklist, every check and every source."""
    lines = [_OPENING]
    for checklist in catalogue.checklists:
        lines += [f"## {checklist.title}", "", f"Section of the offer file: `{checklist.section}`", ""]
        for check in checklist.checks:
            lines += [*_check(check, catalogue), ""]
    lines += ["## Sources", ""]
    cited = {source for check in catalogue.by_id.values() for source in check.sources}
    lines += [f"- {_source(catalogue, name)}" for name in catalogue.sources if name in cited]
    return "\n".join(lines) + "\n"


def _check(check: Check, catalogue: Catalogue) -> Iterator[str]:
    yield f"### {check.title} (`{check.id}`)"
    yield ""
    yield f"**{check.ask}** {check.why}"
    yield ""
    if check.is_flag:
        yield f"Red flag, {check.importance}."
    else:
        yield f"Weight: {check.importance} ({WEIGHTS[check.importance]})."
    yield ""
    yield from _decided(check)
    yield ""
    yield f"What to request: {check.request}"
    if check.applies is not None:
        yield ""
        yield f"Applies to: {_limits(check.applies)}. Otherwise: {check.applies.because}"
    if check.sources:
        yield ""
        yield f"Sources: {'; '.join(_source(catalogue, name) for name in check.sources)}."


def _decided(check: Check) -> Iterator[str]:
    """How the check is decided, as a table or a list."""
    if check.answers is not None:
        yield "| answer | worth | in a report |"
        yield "|---|---|---|"
        for word, answer in check.answers.items():
            yield f"| `{word}` | {answer.worth} | {answer.says} |"
    elif check.measure is not None and check.met is not None:
        yield f"Decided by a number: {MEASURES[check.measure].says}"
        yield ""
        yield f"- met: {check.met.text}"
        if check.partly is not None:
            yield f"- partly: {check.partly.text}"
        yield "- not met: everything else"
        if check.refused is not None:
            yield "- a refusal raises the flag"
    elif check.terms is not None:
        yield "Met when all of this is stated:"
        yield ""
        for names, words in check.terms.items():
            yield f"- {words} ({' or '.join(f'`{name}`' for name in names.split('|'))})"
    else:
        rule = check.raised_when
        count = f"at least {rule.at_least} of these are" if isinstance(rule, AtLeast) else f"{rule} of these is"
        yield f"Raised when {count.replace('all of these is', 'all of these are')} answered:"
        yield ""
        for watch in check.watches or ():
            words = ", ".join(f"`{word}`" for word in watch.raised_by or ()) or "anything that is not met"
            yield f"- `{watch.check}`: {words}"


def _limits(rule: Applies) -> str:
    parts = []
    for name, word in _DIMENSIONS.items():
        allowed = getattr(rule, name)
        if allowed is not None:
            parts.append(f"{word} {', '.join(one.replace('_', ' ') for one in allowed)}")
    return "; ".join(parts)


def _source(catalogue: Catalogue, name: str) -> str:
    source = catalogue.sources[name]
    return f"*{source.title}*, {source.organisation}, {source.year}"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(checks_markdown(load_catalogue()), encoding="utf-8")
