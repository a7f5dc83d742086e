"""Answers of an offer that do not go with another answer or with one of its terms.

In: the pairs in `contradictions.yaml` and an `OfferFile`. Out: `Contradiction`s with both places. Must not say which of
the two sides is right. Pairs of terms alone are judged where the file is read (`offer/judging`, `offer/odd_pairs`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from evaluator.checklists.checks import Part, Slug, Words, YesOrNo
from evaluator.checklists.loading import load_part
from evaluator.offer.evidence import Fact, Knownness, Place
from evaluator.offer.oddness import words_like
from evaluator.offer.quantity import Quantity
from evaluator.offer.readable import place_in_words
from evaluator.offer.terms import OfferFile

FILE = Path(__file__).parent / "contradictions.yaml"

Level = Literal["impossible", "odd"]


def _number(given: object) -> object:
    """A bound of the file, which the reader hands on as text."""
    return float(given) if isinstance(given, str) and given.replace(".", "", 1).isdigit() else given


Bound = Annotated[float, BeforeValidator(_number)]


class Condition(Part):
    """One side: a check with some of its answers, or a term and what it says."""

    check: Slug | None = None
    term: Words | None = None
    is_: tuple[Words, ...] = ()
    over: Bound | None = None
    under: Bound | None = None
    named: tuple[Words, ...] = ()
    none: YesOrNo = False
    stated: YesOrNo = False

    @model_validator(mode="before")
    @classmethod
    def _is_a_word_of_python(cls, given: object) -> object:
        return (
            {"is_" if key == "is" else key: value for key, value in given.items()} if isinstance(given, dict) else given
        )

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Condition":
        ways = [self.is_, self.named, self.none, self.stated, self.over is not None, self.under is not None]
        if (self.check is None) == (self.term is None) or sum(map(bool, ways)) != 1 or (self.check and not self.is_):
            raise PydanticCustomError("checklist", "expected a check with its answers, or a term with one condition")
        return self


class Pair(Part):
    """Two sides that do not go together."""

    id: Slug
    level: Level
    one: Condition
    other: Condition
    says: Words
    ask: Words


class Pairs(Part):
    """The file as a whole."""

    contradictions: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements of one offer that do not go together, the earlier in the file first.

    `impossible` ones cannot both be true; `odd` ones may. `says` is a sentence, `ask` what to do, without a full stop.
    """

    id: str
    level: Level
    early: Fact
    late: Fact
    says: str
    ask: str

    @property
    def place(self) -> Place:
        """Where the later of the two stands."""
        return self.late.place

    @property
    def message(self) -> str:
        """One line with the other's place, as problems and warnings are worded."""
        where = f"see {self.early.name} at {place_in_words(self.early.place)}"
        return f"{self.says[0].lower()}{self.says[1:].rstrip('.')} ({where}): {self.ask}"


@cache
def load_pairs() -> tuple[Pair, ...]:
    """The pairs in the order of the file."""
    return load_part(FILE, Pairs).contradictions


def contradictions(offer_file: OfferFile) -> tuple[Contradiction, ...]:
    """Every pair of statements that do not go together, in file order. Vague and refused ones contradict nothing."""
    found = []
    for pair in load_pairs():
        facts = [_shown(condition, offer_file) for condition in (pair.one, pair.other)]
        if facts[0] is not None and facts[1] is not None:
            early, late = sorted((facts[0], facts[1]), key=lambda fact: fact.place)
            found.append(Contradiction(pair.id, pair.level, early, late, pair.says, pair.ask))
    return tuple(sorted(found, key=lambda one: (one.place, one.id)))


def _shown(condition: Condition, offer_file: OfferFile) -> Fact | None:
    """The fact that shows a side to hold, none if nothing stated does."""
    if condition.check is not None:
        for section, answers in offer_file.answers.items():
            if answers.get(condition.check) in condition.is_:
                return offer_file.facts.get(f"{section}.{condition.check}")
        return None
    for path, value in _values(offer_file.offer, tuple((condition.term or "").split(".")), ()):
        fact = _fact(path, value, condition, offer_file.facts)
        if fact is not None and fact.knownness is Knownness.STATED and _holds(value, condition):
            return fact
    return None


def _values(read: object, names: tuple[str, ...], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    """The values of a term, one for each entry of the lists on the way to it."""
    if isinstance(read, tuple):
        for number, row in enumerate(read):
            yield from _values(row, names, (*path, str(number)))
    elif not names:
        yield path, read
    elif isinstance(read, BaseModel):
        yield from _values(getattr(read, names[0], None), names[1:], (*path, names[0]))


def _fact(path: tuple[str, ...], value: object, condition: Condition, facts: Mapping[str, Fact]) -> Fact | None:
    """The fact of a term; of amounts by name, that of the amount which a side names."""
    if condition.named and isinstance(value, Mapping):
        wanted = words_like("|".join(condition.named))
        path = (*path, next((name for name, each in value.items() if wanted.search(name) and each.high > 0), ""))
    return facts.get(".".join(path))


def _holds(value: object, condition: Condition) -> bool:
    if value is None:
        return False
    amounts = [value] if isinstance(value, Quantity) else list(value.values()) if isinstance(value, Mapping) else []
    if condition.over is not None:
        return any(amount.low > condition.over for amount in amounts)
    if condition.under is not None:
        return any(amount.high < condition.under for amount in amounts)
    if condition.none:
        return isinstance(value, Mapping) and not any(amount.high > 0 for amount in amounts)
    return value in condition.is_ if condition.is_ else True
