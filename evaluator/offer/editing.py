"""An offer with some of its terms changed, as if the file had said so.

In: an `OfferFile` and `Change`s. Out: another `OfferFile`. Must not touch the file itself. What is not changed stays as
it was said; comments are lost where a term and not an answer is changed, since the file is written anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaluator.offer.evidence import Evidence, Fact, Knownness, Place
from evaluator.offer.loading import Questions, parse_offer
from evaluator.offer.terms import OfferFile
from evaluator.offer.writing import dump_offer

_NOWHERE = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Change:
    """One term or answer as it would stand: `value` as an offer file words it, resting on `evidence`.

    Without a value, what is said there (and below it) stays, and only what it rests on changes.
    """

    path: tuple[str, ...]
    value: str | None = None
    evidence: Evidence = Evidence.CONTRACT


def change_offer(offer_file: OfferFile, changes: Sequence[Change], questions: Questions) -> OfferFile:
    """The offer with these changes. Raises `OfferProblems` where they make it impossible (a share of 130%)."""
    facts = dict(offer_file.facts)
    for change in changes:
        facts = _changed(facts, change)
    edited = replace(offer_file, facts=facts)
    if not all(_is_answer(change, questions) for change in changes):
        read = parse_offer(dump_offer(edited).encode(), file=offer_file.file, questions=questions)
        return replace(read, id=offer_file.id)
    answers = {section: dict(words) for section, words in offer_file.answers.items()}
    for change in changes:
        if change.value is not None:
            answers[change.path[0]][change.path[1]] = change.value
    return replace(edited, answers=answers)


def _is_answer(change: Change, questions: Questions) -> bool:
    return len(change.path) == 2 and change.path[1] in questions.get(change.path[0], {})


def _changed(facts: dict[str, Fact], change: Change) -> dict[str, Fact]:
    name, size = ".".join(change.path), len(change.path)
    if change.value is None:
        return {
            key: replace(fact, evidence=change.evidence) if fact.path[:size] == change.path else fact
            for key, fact in facts.items()
        }
    kept = {
        key: fact
        for key, fact in facts.items()
        if fact.path[:size] != change.path and change.path[: len(fact.path)] != fact.path
    }
    kept[name] = Fact(change.path, change.value, Knownness.STATED, change.evidence, _NOWHERE)
    return kept
