"""Whether a PDF carries an offer, and if it doesn't, which terms are not the same.

In: the offers that a PDF gave, and the one to look for. Out: a `Finding` in plain words. Must not weigh what a change
means; that is for those who compare offers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from evaluator.offer.evidence import Fact, Knownness
from evaluator.offer.fingerprint import fingerprint
from evaluator.offer.loading import Given
from evaluator.offer.terms import OfferFile

NOT_STATED = "not stated"

Outcome = Literal["same", "differs", "printed_from_another", "attachment_changed"]


@dataclass(frozen=True, slots=True)
class ChangedTerm:
    """A term by its name in an offer file, as each of the two says it."""

    term: str
    in_pdf: str
    in_offer: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of looking for an offer in a PDF.

    `nearest` is the offer of the PDF that is the one looked for, or most like it. `same`: it says exactly the same, and
    the PDF does not say that its pages were made from another. `printed_from_another`: the attachment is the offer, the
    pages are not. `attachment_changed`: the pages are the offer, the attachment is not.
    """

    outcome: Outcome
    nearest: Given
    changed: tuple[ChangedTerm, ...]


def look_for(offer: OfferFile, carried: Sequence[Given]) -> Finding:
    """The offer among those of a PDF, of which there is at least one."""
    wanted = fingerprint(offer)
    exact = [one for one in carried if fingerprint(one.offer) == wanted]
    sound = [one for one in exact if one.standing != "changed"]
    if sound:
        return Finding("same", sound[0], ())
    if exact:
        return Finding("printed_from_another", exact[0], ())
    printed = [one for one in carried if one.printed == wanted]
    if printed:
        return Finding("attachment_changed", printed[0], changed_terms(printed[0].offer, offer))
    namesakes = [one for one in carried if one.offer.id == offer.id] or carried
    nearest = min(namesakes, key=lambda one: len(changed_terms(one.offer, offer)))
    return Finding("differs", nearest, changed_terms(nearest.offer, offer))


def changed_terms(in_pdf: OfferFile, in_offer: OfferFile) -> tuple[ChangedTerm, ...]:
    """Every term that the two do not say in the same words and on the same grounds, in the order of the offer file."""
    return (*_of_the_file(in_pdf, in_offer), *_of_the_facts(in_pdf, in_offer))


def _of_the_file(in_pdf: OfferFile, in_offer: OfferFile) -> Iterator[ChangedTerm]:
    for name in ("name", "as_of", "evidence"):
        first, second = (getattr(one.offer.offer, name) for one in (in_pdf, in_offer))
        if first != second:
            yield ChangedTerm(f"offer.{name}", *(NOT_STATED if said is None else str(said) for said in (first, second)))


def _of_the_facts(in_pdf: OfferFile, in_offer: OfferFile) -> Iterator[ChangedTerm]:
    names = dict.fromkeys((*in_offer.facts, *in_pdf.facts))
    pairs = {name: (in_pdf.facts.get(name), in_offer.facts.get(name)) for name in names}
    changed = {name: pair for name, pair in pairs.items() if _grounds(pair[0]) != _grounds(pair[1])}
    for name, (first, second) in changed.items():
        follows = all(one is None or one.knownness is Knownness.STATED for one in (first, second))
        if follows and any(other.startswith(f"{name}.") for other in changed):
            continue  # a list or a group of amounts, of which the changed part is named by itself
        same_words = first is not None and second is not None and _value(first) == _value(second)
        yield ChangedTerm(name, _in_words(first, whole=same_words), _in_words(second, whole=same_words))


def _grounds(fact: Fact | None) -> tuple[object, ...] | None:
    """All that a fact says; where it stands in its file is layout."""
    if fact is None:
        return None
    return fact.said, fact.knownness, fact.evidence, fact.quote, fact.where, fact.as_of


def _value(fact: Fact) -> str:
    return fact.said if fact.knownness is Knownness.STATED else fact.knownness.value


def _in_words(fact: Fact | None, *, whole: bool) -> str:
    """The value; with what it rests on where the values are the same."""
    if fact is None:
        return NOT_STATED
    if not whole:
        return _value(fact)
    more = [fact.evidence.says, fact.where, f'"{fact.quote}"' if fact.quote else None, fact.as_of]
    return f"{_value(fact)}, resting on {', '.join(str(part) for part in more if part)}"
