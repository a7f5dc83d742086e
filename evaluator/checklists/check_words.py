"""All that is to say of a check, in finished words, for `evaluator explain` and for the pages of documentation.

In: a `Check` and its `Catalogue`. Out: `CheckWords`, the same for every place that shows them. Must not lay out: lines,
tables and marks belong to whoever shows the words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evaluator.checklists.catalogue import Catalogue
from evaluator.checklists.checks import WEIGHTS, Answer, Applies, AtLeast, Check, Watch
from evaluator.checklists.findings import WHOM
from evaluator.checklists.law_words import limiting_places, state_name
from evaluator.checklists.measures import MEASURES
from evaluator.checklists.ratings import TITLES

COUNTS = {
    "met": "counts in full",
    "partly": "counts half",
    "not met": "counts nothing",
    "not applicable": "takes the check out of the score, once a posting or better says so",
}
"""What each worth of an answer does to a score."""

_DIMENSIONS = {
    "kinds": "kind",
    "disciplines": "discipline",
    "engagements": "engagement",
    "license_stages": "licence stage",
    "structures": "pay structure",
}
_CAPS = {
    "critical": "raised, it keeps the overall score at 39 at most, or at 59 while only a third party says so",
    "high": "one that is raised keeps the overall score at 79 at most, two at 69, three at 59",
    "medium": "it is shown, and leaves the score as it is",
    "low": "it is shown, and leaves the score as it is",
}


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a check may come out: what leads to it, what that is worth, and the sentence of a report.

    `word` is what an offer file says (an answer, or names of terms or checks), or a bound in words. `worth` is empty
    where only the list as a whole decides.
    """

    word: str
    worth: str
    says: str


@dataclass(frozen=True, slots=True)
class CheckWords:
    """A check in words. `decided` opens the list of `ways`; `notes` say what holds beside them."""

    id: str
    title: str
    checklist: str
    section: str
    kind: str
    depth: str
    audience: str
    ask: str
    why: str
    by_answers: bool
    decided: str
    ways: tuple[Way, ...]
    notes: tuple[str, ...]
    request: str
    whom: str
    priorities: tuple[str, ...]
    limits: tuple[str, ...]
    otherwise: str | None
    law: str | None
    flags: tuple[str, ...]
    sources: tuple[str, ...]


def words_of(check: Check, catalogue: Catalogue) -> CheckWords:
    """Everything about a check of the catalogue, in words."""
    checklist = catalogue.checklist_of[check.id]
    rule = check.applies
    return CheckWords(
        id=check.id,
        title=check.title,
        checklist=checklist.title,
        section=checklist.section,
        kind=_kind(check),
        depth=_depth(check),
        audience=_AUDIENCE[check.audience],
        ask=check.ask,
        why=check.why,
        by_answers=check.answers is not None,
        decided=_decided(check, checklist.section),
        ways=tuple(_ways(check, catalogue)),
        notes=tuple(_notes(check)),
        request=check.request,
        whom=WHOM[catalogue.whom(check.id)],
        priorities=tuple(TITLES[one] for one in check.priorities),
        limits=() if rule is None else tuple(_limits(rule)),
        otherwise=None if rule is None else rule.because,
        law=None if rule is None else rule.law,
        flags=tuple(flags_watching(check.id, catalogue)),
        sources=tuple(catalogue.source_in_words(name) for name in check.sources),
    )


_AUDIENCE = {
    "everyone": "Part of every comparison.",
    "owner": "For a practice that looks at its own offers; no part of a clinician's comparison.",
}


def _kind(check: Check) -> str:
    if check.is_flag:
        return f"red flag, {check.importance}"
    return f"weight {check.importance} ({WEIGHTS[check.importance]})"


def _depth(check: Check) -> str:
    if check.is_flag:
        return f"Looked at in every depth; {_CAPS[check.importance]}."
    return (
        "Scored by default (core)." if check.core else "Scored with `--depth full`; else shown where an offer answers."
    )


def _decided(check: Check, section: str) -> str:
    if check.answers is not None:
        return f"Answers, in the section `{section}` of the offer file:"
    if check.measure is not None:
        return f"Decided by a number ({check.measure}): {MEASURES[check.measure].says}"
    if check.terms is not None:
        return "Met when all of this is stated:"
    rule = check.raised_when
    if isinstance(rule, AtLeast):
        return f"Watches these checks, and is raised when at least {rule.at_least} of them are answered so:"
    if len(check.watches or ()) == 1:
        return "Watches this check, and is raised when it is answered so:"
    word = "all of them are" if rule == "all" else "any of them is"
    return f"Watches these checks, and is raised when {word} answered so:"


def _ways(check: Check, catalogue: Catalogue) -> Iterator[Way]:
    if check.answers is not None:
        yield from (Way(word, answer.worth, answer.says) for word, answer in check.answers.items())
    elif check.measure is not None and check.met is not None:
        yield Way(check.met.text, "met", _blank(check.says["met"]))
        if check.partly is not None:
            yield Way(check.partly.text, "partly", _blank(check.says["partly"]))
        yield Way("everything else", "not met", _blank(check.says["not_met"]))
        if check.refused is not None:
            yield Way("a refusal to say", "not met", check.says["refused"])
    elif check.terms is not None:
        yield from (Way(names.replace("|", " or "), "", words) for names, words in check.terms.items())
    else:
        for watch in check.watches or ():
            yield from _watched(watch, catalogue)


def _watched(watch: Watch, catalogue: Catalogue) -> Iterator[Way]:
    """The answers of a watched check that point to the flag; for one without answers, whatever is not met."""
    watched = catalogue.by_id[watch.check]
    answers: Mapping[str, Answer] = watched.answers or {}
    words = watch.raised_by or tuple(word for word, answer in answers.items() if answer.worth == "not met")
    if words:
        yield from (Way(f"{watch.check}: {word}", "", answers[word].says) for word in words)
    else:
        yield Way(f"{watch.check}: not met", "", _blank(watched.says["not_met"]))


def _notes(check: Check) -> Iterator[str]:
    """What holds beside the list: the sentences of the outcomes that no single line of it stands for."""
    if check.terms is not None:
        yield f"In a report: {check.says['met']}"
        yield "What is missing counts as not stated."
    elif check.watches is not None:
        yield f"Raised: {check.says['raised']}"
        yield f"Ruled out by what a posting or better says: {check.says['clear']}"


def _blank(sentence: str) -> str:
    """A sentence about a number, with an ellipsis where an offer's own number will stand."""
    return sentence.replace("{value}", "…")


def _limits(rule: Applies) -> Iterator[str]:
    """The offers that a check is for, one limit at a time."""
    for name, word in _DIMENSIONS.items():
        allowed = getattr(rule, name)
        if allowed is not None:
            yield f"{word}: {', '.join(one.replace('_', ' ') for one in allowed)}"
    if rule.states is not None:
        yield f"state: {', '.join(map(state_name, rule.states))}"
    if rule.law is not None:
        yield f"state law: {limiting_places(rule.law)}"


def flags_watching(id: str, catalogue: Catalogue) -> Iterator[str]:
    """The ids of the red flags that look at a check, by watching it or by counting its answer."""
    for other in catalogue.by_id.values():
        watched = any(watch.check == id for watch in other.watches or ())
        counted = other.is_flag and other.measure is not None and id in MEASURES[other.measure].checks
        if watched or counted:
            yield other.id
