"""What the practice decides about a contractor's work: twelve facts, how many point to employment, and in which part.

In: the factors in `control-factors.yaml` and a `Subject`. Out: the state of each factor. Must not say what somebody is
in law: tax, wage-hour and state tests weigh such facts each in its own way.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, Protocol

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from evaluator.checklists.checks import Part, Slug, Word, Words
from evaluator.checklists.loading import load_part
from evaluator.offer.quantity import Quantity

ControlPart = Literal["behaviour", "money", "relationship"]
State = Literal["yes", "no", "open"]

FILE = Path(__file__).parent / "control-factors.yaml"


class Factor(Part):
    """One thing that a practice may decide. `says` is the sentence for a yes; a check or a term shows it.

    `left` is what clinicians do where it is left to them, to follow "clinicians".
    """

    id: Slug
    title: Words
    part: ControlPart
    says: Words
    left: Words
    check: Slug | None = None
    yes: tuple[Word, ...] = ()
    term: Words | None = None

    @model_validator(mode="after")
    def _is_shown_by_one(self) -> "Factor":
        if (self.check is None) == (self.term is None) or (self.check is None) != (not self.yes):
            raise PydanticCustomError("checklist", "expected a check with its answers, or a term")
        return self


class Factors(Part):
    """The file as a whole."""

    factors: tuple[Factor, ...]


@cache
def load_factors() -> tuple[Factor, ...]:
    """The factors in the order of the file, which is that of reports."""
    return load_part(FILE, Factors).factors


class Seen(Protocol):
    """As much of an offer as a factor looks at; `measures.Subject` is one."""

    def word(self, check: str) -> str | None:
        """The answer to a check, or none."""

    def is_taken_out(self, check: str) -> bool:
        """Whether the check surely does not apply."""

    def value(self, term: str) -> object:
        """The value of a term, or none."""

    def is_none(self, term: str) -> bool:
        """Whether amounts by name are stated to be none at all."""


def state_of(factor: Factor, seen: Seen) -> State:
    """Whether the practice decides this: yes, no, or open where nothing good enough says so."""
    if factor.term is not None:
        return _state_of_term(factor.term, seen)
    word = seen.word(factor.check or "")
    if word is None:
        return "no" if seen.is_taken_out(factor.check or "") else "open"
    return "yes" if word in factor.yes else "no"


def _state_of_term(name: str, seen: Seen) -> State:
    """A yes or no; or amounts by name (benefits): one that is surely something is a yes, and `none` alone is a no."""
    value = seen.value(name)
    if isinstance(value, Mapping):
        if any(isinstance(amount, Quantity) and amount.low > 0 for amount in value.values()):
            return "yes"
        return "no" if seen.is_none(name) else "open"
    return "open" if value is None else "yes" if value == "yes" else "no"


def states(seen: Seen) -> dict[str, State]:
    """The state of every factor, by its id."""
    return {factor.id: state_of(factor, seen) for factor in load_factors()}
