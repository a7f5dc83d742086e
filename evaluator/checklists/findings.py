"""What the checklists found: plain frozen records, part of the Comparison.

In: nothing. Out: findings, flags, scores and verdicts. Must not compute. Scores run from 0 to 100.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Outcome = Literal["met", "partly", "not_met", "vague", "refused", "not_stated", "not_applicable"]
Severity = Literal["critical", "high", "medium", "low"]
LawStatus = Literal["bars", "limits", "permits", "strengthens", "none known"]
Depth = Literal["core", "full"]
"""Which checks are scored: the core, or all. An offer's answers never decide that."""
FlagState = Literal["raised", "suspected", "not_ruled_out"]
ADVICE = "Ask a lawyer in your state."
Whom = Literal["hiring", "clinical_lead", "billing_office", "colleagues", "lawyer"]
"""Who can answer: whoever makes the offer, the clinical lead, who runs billing, who works there or left, a lawyer."""

WHOM: Mapping[Whom, str] = {
    "hiring": "Whoever makes the offer",
    "clinical_lead": "The clinical lead",
    "billing_office": "Whoever runs billing and the office",
    "colleagues": "A clinician who works there, or who left",
    "lawyer": "A lawyer in your state",
}
"""Those who can answer, as reports and pages call them, in the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Score:
    """A checklist's score. `quality` is none when nothing is stated; all 0 to 100 but `coverage`, which is 0 to 1.

    `scored` is false for a checklist with fewer than three applicable checks: shown, not part of the mean.
    For the overall score, floor and ceiling are capped by red flags and the uncapped figures stand beside them.
    """

    floor: float
    ceiling: float
    coverage: float
    quality: float | None
    scored: bool = True
    applicable: int = 0
    uncapped_floor: float | None = None
    uncapped_ceiling: float | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict and the rule that led to it, in words."""

    id: Literal["stop", "not_enough", "weak", "ask_first", "strong", "sound", "mixed", "not_assessable"]
    says: str
    because: str


@dataclass(frozen=True, slots=True)
class Rating:
    """How much one priority matters to the reader: 1 (does not matter) to 5 (matters most).

    `weight` is what it counts in the fit: rating less 1, doubled for the two `chosen`. `given` tells whose rating it
    is: the reader's own, that of the profile, or the middle, taken where neither says.
    """

    priority: str
    title: str
    rating: int
    chosen: bool
    weight: int
    given: Literal["own", "profile", "assumed"]


@dataclass(frozen=True, slots=True)
class PriorityScore:
    """What an offer says to one priority: a score over the `applicable` checks that carry its tag, 0 to 100."""

    priority: str
    floor: float
    ceiling: float
    coverage: float
    applicable: int


@dataclass(frozen=True, slots=True)
class Protection:
    """Whether an offer protects the two priorities that matter most; `priorities` are those that it does not.

    `one_protected` where no check applies to the other of the two, `not_assessable` where none applies to either.
    """

    id: Literal["protected", "one_protected", "not_yet", "not_protected", "none_chosen", "not_assessable"]
    says: str
    because: str
    priorities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an offer fits what matters to the reader, 0 to 100; capped at 49 where the chosen two go unprotected.

    A priority to which no check applies has no score. `coverage` is 0 to 1.
    """

    floor: float
    ceiling: float
    coverage: float
    uncapped_floor: float
    uncapped_ceiling: float
    protection: Protection
    priorities: tuple[PriorityScore, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found in one offer.

    `says` is a whole sentence: the answer's own wording, or why the check does not apply or is open. `said` is the
    offer's word or number, `quote` the employer's own words. `rests_on` is the weakest evidence used, `line` the
    place in the offer file, `where` the place in the employer's document. `knownness` is e and `worth` is s of the
    scoring rule.
    """

    check: str
    checklist: str
    outcome: Outcome
    says: str
    weight: Severity
    knownness: float
    worth: float
    said: str | None = None
    evidence: str | None = None
    quote: str | None = None
    where: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A flag that is raised, suspected, or that nothing stated rules out."""

    check: str
    title: str
    severity: Severity
    state: FlagState
    says: str
    why: str
    request: str
    evidence: str | None = None
    quote: str | None = None
    where: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class CheckText:
    """The words of a check, once for all offers, in the order in which reports print them."""

    id: str
    checklist: str
    title: str
    ask: str
    why: str
    request: str
    weight: Severity
    core: bool = True


@dataclass(frozen=True, slots=True)
class ChecklistText:
    """The name of a checklist."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class LawNote:
    """One thing reported of the law, for a reader. `in_force` is false for a law that is still to begin.

    `depends_on` is the fact on which it hangs whether the law reaches the reader, in words that follow "depends on".
    """

    topic: str
    title: str
    status: LawStatus
    says: str
    depends_on: str | None
    in_force: bool
    federal: bool
    starts: date | None
    as_of: date
    sources: tuple[str, ...]
    advice: str = ADVICE


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source by its id, as reports print it."""

    id: str
    says: str
