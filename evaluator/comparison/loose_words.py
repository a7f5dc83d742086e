"""Words in an offer's free texts that sound like a term and name none, such as "competitive" or "up to".

In: an offer as read. Out: `LooseWord`s in file order. Must not judge the term. This is the one place that looks for
such words for the issuer's list: a better list of words is joined here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evaluator.offer import OfferFile

_ASKED = {
    r"competitive": "say the amount",
    r"up to": "say what everybody gets, and from when there is more",
    r"as needed": "say how often at most",
    r"flexible": "say who decides, and what the limits are",
    r"generous": "say the amount",
    r"attractive": "say the amount",
    r"negotiable": "say from where to where",
    r"a few": "say how many",
    r"most people": "say how many of how many",
    r"before you know it": "say in how many weeks",
}
_WORDS = re.compile(rf"\b(?:{'|'.join(_ASKED)})\b(?! (?:you|me|us)\b)", re.IGNORECASE)  # "up to you" is another thing


@dataclass(frozen=True, slots=True)
class LooseWord:
    """A loose word in what was said of a term, with what to say instead."""

    key: str
    line: int
    word: str
    text: str
    instead: str


def loose_words(offer_file: OfferFile) -> tuple[LooseWord, ...]:
    """The first loose word of each quote of an offer; a quote that several terms share counts once."""
    return tuple(_found(offer_file))


def _found(offer_file: OfferFile) -> Iterator[LooseWord]:
    seen = set[str]()
    for name, fact in offer_file.facts.items():
        if fact.quote is None or fact.quote in seen:
            continue
        seen.add(fact.quote)
        found = _WORDS.search(fact.quote)
        if found is not None:
            yield LooseWord(name, fact.place.line, found[0], fact.quote, _ASKED[found[0].casefold()])
