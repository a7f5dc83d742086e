"""Words in the free texts of an offer that sound like a term and name none, each with what to ask instead.

In: a text, or an offer file. Out: `Vague` and `VagueStatement`s, in order. Must not judge who wrote a word, nor change
a score: a vague word is a question.

False alarms cost more than misses here, so a phrase that is followed by its own rule or used in another sense is let
go: "from 25 sessions on", "flexible spending account", "etc." in a name of a street.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from evaluator.offer.evidence import Fact, Place
from evaluator.offer.terms import OfferFile
from evaluator.offer.vague_words import VAGUE_WORDS


@dataclass(frozen=True, slots=True)
class Vague:
    """A vague word or phrase in a text: as it stands there, from and to which letter, and what to ask, in one line."""

    word: str
    start: int
    end: int
    suggestion: str


@dataclass(frozen=True, slots=True)
class VagueStatement:
    """A vague word in a free text of an offer file: which term's, where, the whole text, and what to ask.

    `path` is the term's, with `quote` or `where` behind it if the word stands in what the term rests on.
    """

    path: tuple[str, ...]
    place: Place
    word: str
    text: str
    suggestion: str


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row.pattern, re.IGNORECASE), row.ask) for row in VAGUE_WORDS)


def vague_words(text: str) -> tuple[Vague, ...]:
    """Every vague word or phrase of a text, first to last; of two that overlap, the one that starts first or is longer.

    Takes any text, empty or long, in time that grows with its length alone.
    """
    found = [
        Vague(match[0], match.start(), match.end(), f"'{_short(match[0])}' {ask}")
        for pattern, ask in _patterns()
        for match in pattern.finditer(text)
    ]
    kept: list[Vague] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _short(word: str) -> str:
    return " ".join(word.split())


def vague_statements(offer_file: OfferFile) -> tuple[VagueStatement, ...]:
    """Every vague word in the names, texts, quotes and places of an offer, in file order.

    The name of the post and of the organisation are texts too; a quote that several terms share from around them
    counts once. Numbers, days and words of a list are no free texts.
    """
    found: dict[tuple[Place, str, str], VagueStatement] = {}
    for path, place, text in _texts(offer_file):
        for vague in vague_words(text):
            statement = VagueStatement(path, place, vague.word, text, vague.suggestion)
            found.setdefault((place, text, vague.word), statement)
    seen: set[tuple[str, str]] = set()
    once = []
    for one in sorted(found.values(), key=lambda one: one.place):
        if (one.text, one.word) not in seen:
            once.append(one)
        seen.add((one.text, one.word))
    return tuple(once)


def _texts(offer_file: OfferFile) -> Iterator[tuple[tuple[str, ...], Place, str]]:
    """The free texts of an offer, each with the path of its term and its place."""
    about = offer_file.offer.offer
    top = offer_file.name_place
    yield ("offer", "name"), top, about.name
    for fact in offer_file.facts.values():
        if fact.path == ("offer", "organization") or _is_free(fact, offer_file.facts):
            yield fact.path, fact.place, fact.said
        for key, text in (("quote", fact.quote), ("where", fact.where)):
            if text is not None:
                yield (*fact.path, key), fact.place, text


_FREE = ("name", "service", "visit_type", "payer", "client_state", "licence", "code")


def _is_free(fact: Fact, facts: Mapping[str, Fact]) -> bool:
    """Whether a term holds words of the writer's own: names of rows, and what rates are for."""
    return fact.path[-1] in _FREE and len(fact.path) > 2 and ".".join(fact.path) in facts
