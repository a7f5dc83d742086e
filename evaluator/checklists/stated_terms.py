"""The terms of an offer by name: how each came to be known, and its value as far as good enough evidence goes.

In: an `OfferFile`. Out: `Standing` of a term, and `Terms`, the view of an offer that leaves out weaker evidence. Must
not fill in anything that was not stated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from pydantic import BaseModel

from evaluator.checklists.checks import STRUCTURES
from evaluator.offer.evidence import Evidence, Fact, Knownness
from evaluator.offer.quantity import Quantity
from evaluator.offer.terms import Offer, OfferFile

STATED = Knownness.STATED


@dataclass(frozen=True, slots=True)
class Standing:
    """How a term is known: stated, vague, refused, or `None` where the offer is silent; with the fact that shows it."""

    knownness: Knownness | None
    fact: Fact | None = None

    @property
    def grade(self) -> float:
        """The grade of the evidence of a stated term; 0 for every other."""
        return self.fact.evidence.grade if self.fact and self.knownness is STATED else 0.0


@dataclass(frozen=True, slots=True)
class Terms:
    """An offer as far as evidence of at least `least_grade` goes; everything weaker counts as not stated.

    `grades` are all at which there is something else to see, strongest first: the strongest there is, and those of the
    offer's own facts.
    """

    offer_file: OfferFile
    least_grade: float
    grades: tuple[float, ...]
    below: Mapping[str, list[Fact]] = field(repr=False)
    unstated: Mapping[str, Fact] = field(repr=False)
    known: dict[str, Standing] = field(repr=False, compare=False)

    def at_least(self, grade: float) -> "Terms":
        """The same offer through stricter or milder eyes."""
        return replace(self, least_grade=grade)

    def standing(self, name: str) -> Standing:
        """How a term is known, whatever its evidence. A term made of items (costs by kind) is stated once one item is.

        Such a term takes the best evidence among its items: with the weakest, taking a weak item away would raise the
        term. `vague` or `refused` said of a whole group holds for every term in it.
        """
        if name not in self.known:
            self.known[name] = self._find(name)
        return self.known[name]

    def standing_of_any(self, names: tuple[str, ...]) -> Standing:
        """The best standing among terms that say the same thing in different ways."""
        rank = {Knownness.STATED: 3, Knownness.REFUSED: 2, Knownness.VAGUE: 1, None: 0}
        return max(map(self.standing, names), key=lambda standing: (rank[standing.knownness], standing.grade))

    def value(self, name: str) -> object:
        """The typed value of a term, or `None` where nothing good enough states it."""
        if not self.is_stated(name):
            return None
        found: object = self.offer_file.offer
        for part in name.split("."):
            found = getattr(found, part, None)
        return found

    def is_stated(self, name: str) -> bool:
        """Whether evidence that is good enough states the term."""
        standing = self.standing(name)
        return standing.knownness is STATED and standing.grade >= self.least_grade

    def quantity(self, name: str) -> Quantity | None:
        """The number of a term, or `None`."""
        found = self.value(name)
        return found if isinstance(found, Quantity) else None

    def weakest(self, name: str) -> float:
        """The weakest grade among the items of a term; 0 where nothing states it."""
        return min((fact.evidence.grade for fact in self._facts(name)), default=0.0)

    def is_none(self, name: str) -> bool:
        """Whether a group of amounts is stated to be empty as a whole: `none`, or one amount that is zero.

        Named amounts that are all zero are not that: the next line may have named one that is not.
        """
        found = self.value(name)
        named = {fact.name for fact in self.below.get(name, ())} - {f"{name}.all"}
        return isinstance(found, dict) and not named and all(amount.high == 0 for amount in found.values())

    @property
    def structure(self) -> str | None:
        """The pay structure, or `None` where the offer says nothing of pay."""
        pay = self.offer_file.offer.pay
        return None if pay is None else pay.structure

    def _facts(self, name: str) -> list[Fact]:
        """The facts of a term's items; its own fact where it has none (the whole of a group says nothing by itself)."""
        own = self.offer_file.facts.get(name)
        return self.below.get(name) or ([own] if own is not None else [])

    def _find(self, name: str) -> Standing:
        said = [*self._facts(name), *self._unstated_above(name)]
        stated = [fact for fact in said if fact.knownness is STATED]
        if stated:
            return Standing(STATED, max(stated, key=lambda fact: fact.evidence.grade))
        for knownness in (Knownness.REFUSED, Knownness.VAGUE):
            for fact in said:
                if fact.knownness is knownness:
                    return Standing(knownness, fact)
        return Standing(None)

    def _unstated_above(self, name: str) -> list[Fact]:
        """What was said vaguely, or refused, of the groups that a term is in; the innermost first."""
        if not self.unstated:
            return []
        parts = name.split(".")
        groups = (".".join(parts[:length]) for length in range(len(parts) - 1, 0, -1))
        return [self.unstated[group] for group in groups if group in self.unstated]


def terms_of(offer_file: OfferFile, least_grade: float = 0.0) -> Terms:
    """The terms of an offer, as far as evidence of at least `least_grade` goes."""
    below: dict[str, list[Fact]] = {}
    for fact in offer_file.facts.values():
        for length in range(1, len(fact.path)):
            below.setdefault(".".join(fact.path[:length]), []).append(fact)
    unstated = {name: fact for name, fact in offer_file.facts.items() if fact.knownness is not STATED}
    found = {fact.evidence.grade for fact in offer_file.facts.values()}
    return Terms(offer_file, least_grade, tuple(sorted({GRADES[0], *found}, reverse=True)), below, unstated, {})


EVIDENCE_BY_GRADE = {evidence.grade: evidence for evidence in Evidence}
GRADES = tuple(sorted(EVIDENCE_BY_GRADE, reverse=True))


def is_term(name: str) -> bool:
    """Whether an offer file can state a term of this name, under some pay structure."""
    first, *rest = name.split(".")
    if first == "pay":
        return any(_has(model, rest) for model in STRUCTURES)
    return _has(Offer, [first, *rest])


def _has(model: type[BaseModel], path: list[str]) -> bool:
    field = model.model_fields.get(path[0]) if path else None
    if field is None:
        return False
    if len(path) == 1:
        return True
    candidates = (field.annotation, *get_args(field.annotation))
    inner = [one for one in candidates if isinstance(one, type) and issubclass(one, BaseModel)]
    return any(_has(one, path[1:]) for one in inner)
