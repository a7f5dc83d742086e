"""What an offer says, as one short name that only the same offer has.

In: an `OfferFile`. Out: a fingerprint. Must not depend on how the file is laid out: comments, order of keys, blanks and
quotation marks, and whether a term names the evidence that holds for it anyway, change nothing; a word of the offer,
its evidence, a quote or a place in the contract does.
"""

import hashlib
import json
from dataclasses import fields
from datetime import date

from evaluator.offer.evidence import Fact
from evaluator.offer.terms import OfferFile

# Where a term stands in this file is layout; all else that a Fact holds was said by somebody.
_SAID = tuple(field.name for field in fields(Fact) if field.name != "place")
_SHOWN = 16


def fingerprint(offer_file: OfferFile) -> str:
    """64 hexadecimal digits: SHA-256 of all that the offer says, one fact a line, sorted by name.

    A waiver, the clinician file and the day of a report are no part of it.
    """
    about = offer_file.offer.offer
    lines = [
        json.dumps(["format", 1]),
        json.dumps(["offer.name", about.name]),
        json.dumps(["offer.as_of", _day(about.as_of)]),
    ]
    lines += sorted(json.dumps([_plain(getattr(fact, name)) for name in _SAID]) for fact in offer_file.facts.values())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def short_fingerprint(whole: str) -> str:
    """The first 16 digits in groups of four, for people to compare by eye: `3f2a 91c4 07be d8e0`.

    A word that stands in place of one, such as `withheld`, stays as it is.
    """
    if len(whole) < _SHOWN:
        return whole
    return " ".join(whole[start : start + 4] for start in range(0, _SHOWN, 4))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
