"""What a checklist file may say: frozen models of checklists, checks, answers, bounds and sources.

In: text from a checklist file. Out: `Checklist` with its `Check`s, each valid by itself. Must not read files, nor
know which other checks, measures or terms exist (`catalogue` looks at those).
"""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from evaluator.checklists.findings import Outcome, Severity, Whom
from evaluator.offer.choices import Discipline, Engagement, Kind, LicenseStage, Priority
from evaluator.offer.pay import (
    AnyPay,
    BasePlusCommission,
    Hourly,
    Percentage,
    PerSession,
    PerUnit,
    Salary,
    Tiered,
)

Structure = Literal[
    "percentage", "per_session", "per_unit", "per_point", "salary", "hourly", "base_plus_commission", "tiered"
]
Worth = Literal["met", "partly", "not met", "not applicable"]
Audience = Literal["everyone", "owner"]
Unit = Literal["dollars", "share", "days", "sessions", "services", "facts"]

WEIGHTS: dict[Severity, int] = {"critical": 10, "high": 6, "medium": 3, "low": 1}
STRUCTURES: tuple[type[AnyPay], ...] = (Percentage, PerSession, PerUnit, Salary, Hourly, BasePlusCommission, Tiered)

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_STATE = re.compile(r"[A-Z]{2}")
_BOUND = re.compile(r"(at most|at least) (\$?)(\d+(?:\.\d+)?)(%?)(?: [a-z ]+)?")


def _wrong(*sentences: str) -> PydanticCustomError:
    """An error of one sentence or of several; whoever shows them finds each in `all`."""
    whole = "; ".join(sentences).replace("{", "{{").replace("}", "}}")
    return PydanticCustomError("checklist", whole, {"all": list(sentences)})


def _words(given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        raise _wrong("nothing stands here: expected words")
    return " ".join(given.split())


def _slug(given: object) -> str:
    if not isinstance(given, str) or not _SLUG.fullmatch(given):
        raise _wrong(f"{given!r} is not an id: expected small letters and hyphens, such as pause-intake")
    return given


def _word(given: object) -> str:
    if not isinstance(given, str) or not _WORD.fullmatch(given) or given in ("vague", "refused"):
        raise _wrong(f"{given!r} is not an answer: expected small letters and underscores, such as on_request")
    return given


def _state(given: object) -> str:
    if not isinstance(given, str) or not _STATE.fullmatch(given):
        raise _wrong(f"{given!r} is not a state: expected its two capital letters, such as OH")
    return given


def _some(given: tuple["Check", ...]) -> tuple["Check", ...]:
    if not given:
        raise _wrong("this checklist has no checks: expected at least one")
    return given


def _yes_or_no(given: object) -> bool:
    found = {"true": True, "yes": True, "false": False, "no": False, True: True, False: False}.get(given)
    if found is None:
        raise _wrong(f"{given!r} is neither yes nor no: expected true or false")
    return bool(found)


Words = Annotated[str, BeforeValidator(_words)]
Slug = Annotated[str, BeforeValidator(_slug)]
Word = Annotated[str, BeforeValidator(_word)]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]


class Part(BaseModel):
    """Base of every part of a checklist: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Source(Part):
    """Where a check comes from. The year is text, since a page may be undated."""

    title: Words
    organisation: Words
    year: Words


class Answer(Part):
    """One of the words that an offer file may use, what it is worth, and how it reads in a report.

    `not applicable` takes the check out of the score, with the sentence as its reason, once it rests on a posting or
    better: a word alone can't take a question away.
    """

    worth: Worth
    says: Words


class Bound(Part):
    """One end of a band, from text such as `at most 26`, `at least $25` or `at most 10%`."""

    direction: Literal["at most", "at least"]
    value: float
    mark: Literal["$", "%", ""]
    text: str

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, given: object) -> object:
        if isinstance(given, dict):
            return given
        found = _BOUND.fullmatch(given) if isinstance(given, str) else None
        if found is None or (found[2] and found[4]):
            raise _wrong(
                f"{given!r} is not a bound: expected words such as 'at most 26', 'at least $25' or 'at most 10%'"
            )
        value = float(found[3]) / 100 if found[4] else float(found[3])
        return {"direction": found[1], "value": value, "mark": found[2] or found[4], "text": given}

    def holds(self, value: float) -> bool:
        """Whether a value is inside the bound; a billionth of slack, since shares are sums of fractions."""
        return value <= self.value + 1e-9 if self.direction == "at most" else value >= self.value - 1e-9


class Watch(Part):
    """A check that a red flag watches, and which of its answers raise it; without a list, all that are not met."""

    check: Slug
    raised_by: tuple[Word, ...] | None = None


class AtLeast(Part):
    """So many of the watched checks must point to the flag."""

    at_least: Annotated[int, BeforeValidator(lambda given: int(given) if str(given).isdigit() else given), Field(ge=1)]


class Applies(Part):
    """The offers that a check is for. A list that is absent limits nothing; `because` is printed for other offers.

    `law` names a topic of the table of state laws: the check is for offers that a law of the table limits.
    """

    kinds: tuple[Kind, ...] | None = None
    disciplines: tuple[Discipline, ...] | None = None
    engagements: tuple[Engagement, ...] | None = None
    license_stages: tuple[LicenseStage, ...] | None = None
    states: tuple[Annotated[str, BeforeValidator(_state)], ...] | None = None
    structures: tuple[Structure, ...] | None = None
    law: Slug | None = None
    because: Words


class Check(Part):
    """One check. It is decided by `answers`, a `measure` with bounds, `terms`, or (a red flag) what it `watches`.

    A check with a `severity` is a red flag; every other check has a `weight`. A check for the `owner` is part of an
    audit and of nothing else. `whom` is who can answer; the checklist says so where the check doesn't. `mend` tells an
    owner what to do about a check on numbers or terms; of an answered one, the good answer does.
    """

    id: Slug
    title: Words
    ask: Words
    why: Words
    request: Words
    mend: Words | None = None
    weight: Severity | None = None
    severity: Severity | None = None
    answers: dict[Word, Answer] | None = None
    measure: str | None = None
    met: Bound | None = None
    partly: Bound | None = None
    refused: Literal["raises"] | None = None
    terms: dict[Words, Words] | None = None
    watches: tuple[Watch, ...] | None = None
    raised_when: Literal["any", "all"] | AtLeast | None = None
    says: dict[Literal["met", "partly", "not_met", "refused", "raised", "clear"], Words] = Field(default_factory=dict)
    applies: Applies | None = None
    priorities: tuple[Priority, ...] = ()
    core: YesOrNo = True
    audience: Audience = "everyone"
    whom: Whom | None = None
    sources: tuple[Slug, ...] = ()

    @property
    def is_flag(self) -> bool:
        """Whether this is a red flag, which caps a score instead of joining it."""
        return self.severity is not None

    @property
    def for_everyone(self) -> bool:
        """Whether this is part of every evaluation, not of an owner's audit alone."""
        return self.audience == "everyone"

    @property
    def importance(self) -> Severity:
        """The weight of a check or the severity of a flag."""
        return self.severity or self.weight or "low"

    @property
    def term_groups(self) -> tuple[tuple[str, ...], ...]:
        """The terms that must be stated; any one of a group will do."""
        return tuple(tuple(name.split("|")) for name in self.terms or {})

    @model_validator(mode="after")
    def _is_whole(self) -> "Check":
        wrong = [*_ways_to_decide(self), *_of_answers(self), *_of_numbers(self), *_of_watching(self), *_sentences(self)]
        if wrong:
            raise _wrong(*wrong)
        return self


class Checklist(Part):
    """One checklist file. `section` is the part of an offer file that holds its answers."""

    id: Slug
    title: Words
    section: Word
    whom: Whom = "hiring"
    checks: Annotated[tuple[Check, ...], AfterValidator(_some)]
    sources: dict[Slug, Source] = Field(default_factory=dict)


def _ways_to_decide(check: Check) -> Iterator[str]:
    ways = [name for name in ("answers", "measure", "terms", "watches") if getattr(check, name) is not None]
    if len(ways) != 1:
        found = " and ".join(ways) if ways else "none of them"
        yield f"expected exactly one of answers, measure, terms and watches, and found {found}"
    if (check.weight is None) == (check.severity is None):
        yield "expected either weight (a check) or severity (a red flag)"


def _of_answers(check: Check) -> Iterator[str]:
    if check.mend is not None and check.measure is None and check.terms is None:
        yield "mend is for a check with a measure or terms: what mends this one is told by its answers"
    if check.answers is not None and not 2 <= len(check.answers) <= 6:
        count = "is 1 answer" if len(check.answers) == 1 else f"are {len(check.answers)} answers"
        yield f"there {count}: expected two to six"


def _of_numbers(check: Check) -> Iterator[str]:
    if (check.measure is None) != (check.met is None):
        yield "expected measure and met together"
    if check.partly is not None and (check.met is None or not _follows(check.met, check.partly)):
        yield "the bound of partly is not beyond that of met: expected 'at most 26' and then 'at most 30'"
    if check.refused is not None and not (check.is_flag and check.measure):
        yield "only a red flag with a measure can be raised by a refusal"


def _follows(met: Bound, partly: Bound) -> bool:
    same_kind = met.direction == partly.direction and met.mark == partly.mark
    farther = partly.value > met.value if met.direction == "at most" else partly.value < met.value
    return same_kind and farther


def _of_watching(check: Check) -> Iterator[str]:
    if (check.watches is None) != (check.raised_when is None):
        yield "expected watches and raised_when together"
    if check.watches is not None and not check.is_flag:
        yield "only a red flag can watch other checks: expected severity instead of weight"
    if isinstance(check.raised_when, AtLeast) and check.raised_when.at_least > len(check.watches or ()):
        yield "at_least is more than the number of watched checks, so nothing could raise this flag"


def _sentences(check: Check) -> Iterator[str]:
    """Each outcome that a check can reach needs its sentence, and a sentence for any other would never be seen."""
    needed: set[str] = set()
    if check.measure:
        needed = (
            {"met", "not_met"} | ({"partly"} if check.partly else set()) | ({"refused"} if check.refused else set())
        )
    elif check.terms:
        needed = {"met"}
    elif check.watches:
        needed = {"raised", "clear"}
    given = set(check.says)
    if given != needed:
        expected = ", ".join(sorted(needed)) or "no sentences, since each answer has its own"
        yield f"says has {', '.join(sorted(given)) or 'nothing'}: expected {expected}"


def outcome_of(worth: Worth) -> Outcome:
    """The outcome that an answer's worth stands for."""
    words: dict[Worth, Outcome] = {"not met": "not_met", "not applicable": "not_applicable"}
    return words.get(worth) or ("met" if worth == "met" else "partly")
