"""What a term of an offer rests on.

In: the words an offer file may use. Out: `Evidence`, `Fact` and `Place`. Knows nothing of YAML, checks or money.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Evidence(StrEnum):
    """Where a statement was made, strongest first."""

    CONTRACT = "contract"
    POLICY = "policy"
    OFFER_LETTER = "offer_letter"
    POSTING = "posting"
    VERBAL = "verbal"
    THIRD_PARTY = "third_party"

    @property
    def grade(self) -> float:
        """How much of a favourable claim counts, 0 to 1."""
        return _GRADES[self]

    @property
    def says(self) -> str:
        """The evidence in words that read well after "rests on"."""
        return _WORDS[self]


_GRADES = {
    Evidence.CONTRACT: 1.0,
    Evidence.POLICY: 0.9,
    Evidence.OFFER_LETTER: 0.7,
    Evidence.POSTING: 0.5,
    Evidence.VERBAL: 0.3,
    Evidence.THIRD_PARTY: 0.2,
}
_WORDS = {
    Evidence.CONTRACT: "the contract",
    Evidence.POLICY: "a policy the contract incorporates",
    Evidence.OFFER_LETTER: "the offer letter or an e-mail",
    Evidence.POSTING: "the advertisement or website",
    Evidence.VERBAL: "what was said, not written",
    Evidence.THIRD_PARTY: "what somebody else says",
}


class MayChange(StrEnum):
    """Whether a term can change once it is agreed, and who or what changes it."""

    FIXED = "fixed"
    FORMULA = "formula"
    DISCRETION = "discretion"

    @property
    def says(self) -> str:
        """The answer to "can this change?" in words."""
        return _CHANGES[self]


_CHANGES = {
    MayChange.FIXED: "no, unless both agree",
    MayChange.FORMULA: "yes, by a stated rule",
    MayChange.DISCRETION: "yes, the practice decides",
}


class Knownness(StrEnum):
    """How a term came to be known or not. A term that is left out has no `Fact` at all."""

    STATED = "stated"
    VAGUE = "vague"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One term or answer as the offer file words it, with what it rests on.

    `said` is the text of the value as written (for a range or a list, a short rendering of it). `change` says whether
    it can change later and `notice_days` how many days ahead that is told; none where the offer does not say.
    """

    path: tuple[str, ...]
    said: str
    knownness: Knownness
    evidence: Evidence
    place: Place
    quote: str | None = None
    where: str | None = None
    as_of: date | None = None
    change: MayChange | None = None
    notice_days: int | None = None

    @property
    def name(self) -> str:
        """The dotted name of the term, `pay.missed_visit.fee`; list items count from 0."""
        return ".".join(self.path)
