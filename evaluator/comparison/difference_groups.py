"""Which changes can be made alone, and which only together; and the old version with some of them made.

In: two versions aligned. Out: groups of matters, evaluated offers. Must not depend on the order of changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from evaluator.checklists import Catalogue
from evaluator.checklists.findings import Depth
from evaluator.comparison.compare import reader_of
from evaluator.comparison.trying import Tried, evaluated
from evaluator.economics import Appraisal, Assumptions, Reader, appraise
from evaluator.offer import OfferFile, OfferProblems
from evaluator.offer.aligning import Alignment, Matter
from evaluator.offer.clinician import AboutMe
from evaluator.offer.evidence import Knownness
from evaluator.offer.glossary import term_at
from evaluator.offer.mixing import is_answer, mixed
from evaluator.offer.terms import Offer

Chosen = frozenset[Matter]

NOT_OF_MONEY = (
    *("name", "organization", "kind", "license_stage", "full_time_share", "as_of", "evidence"),
    *("issued", "good_until", "revision", "revised_because"),
)
"""What an offer says of itself that no figure of money looks at."""


@dataclass(frozen=True)
class Bench:
    """Two versions with everything that it takes to evaluate what lies between them."""

    old: OfferFile
    new: OfferFile
    alignment: Alignment
    catalogue: Catalogue
    about: AboutMe
    assumptions: Assumptions
    as_of: date
    depth: Depth
    _made: dict[Chosen, OfferFile | None] = field(default_factory=dict)

    @cached_property
    def questions(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The answers that an offer file may use."""
        return self.catalogue.questions()

    def made(self, chosen: Chosen) -> OfferFile | None:
        """The old version with these changes; nothing where no offer could say so."""
        if chosen not in self._made:
            try:
                self._made[chosen] = mixed(self.old, self.new, self.alignment, chosen, self.questions)
            except OfferProblems:
                self._made[chosen] = None
        return self._made[chosen]

    def tried(self, chosen: Chosen) -> Tried:
        """The old version with these changes, evaluated. They must be possible together."""
        offer = self.made(chosen)
        assert offer is not None
        return self.of(offer)

    def of(self, offer: OfferFile) -> Tried:
        """Any version evaluated. Money is worked out anew only where a term of the old version is another."""
        same = offer.offer is self.old.offer or (
            _of_money(offer.offer) == _of_money(self.old.offer) and _open_terms(offer) == _open_terms(self.old)
        )
        appraisal = self._first if same else appraise(offer, self._reader(offer))
        return evaluated(offer, appraisal, self._asked, self._reader(offer), self.depth)

    @cached_property
    def _first(self) -> Appraisal:
        return appraise(self.old, self._reader(self.old))

    @cached_property
    def _asked(self) -> Catalogue:
        return self.catalogue.for_clinicians

    def _reader(self, offer: OfferFile) -> Reader:
        return reader_of(offer, self.about, self.assumptions, self.as_of)


def _of_money(offer: Offer) -> Offer:
    """An offer without the sections and names that no figure of money looks at."""
    about = offer.offer.model_copy(update=dict.fromkeys(NOT_OF_MONEY))
    return offer.model_copy(update={"offer": about, "practice": None, "control": None})


def _open_terms(offer: OfferFile) -> dict[str, Knownness]:
    """The terms that were asked for and not told, which the typed terms can't show."""
    return {
        name: fact.knownness
        for name, fact in offer.facts.items()
        if fact.knownness is not Knownness.STATED and term_at(fact.path[:1], None) is not None
    }


def groups_of(bench: Bench) -> tuple[tuple[Matter, ...], ...]:
    """All that differs, in file order; what no offer could say alone stands together with what it needs."""
    matters = bench.alignment.matters
    found: list[frozenset[Matter]] = []
    for matter in matters:
        if any(matter in group for group in found) or bench.made(frozenset({matter})) is not None:
            continue
        found.append(_needed(bench, matter))
    grouped = _joined(bench, found)
    inside = frozenset().union(*grouped) if grouped else frozenset()
    groups = [*grouped, *(frozenset({matter}) for matter in matters if matter not in inside)]
    ordered = [tuple(one for one in matters if one in group) for group in groups]
    return tuple(sorted(ordered, key=lambda group: matters.index(group[0])))


def _needed(bench: Bench, matter: Matter) -> Chosen:
    """The matter with as few others as make it possible: of its own section if that will do, else of any."""
    terms = [one for one in bench.alignment.matters if not is_answer(one, bench.questions)]
    own = [one for one in terms if one.path[0] == matter.path[0]]
    chosen = next(set_ for some in (own, terms) if bench.made(set_ := frozenset({*some, matter})) is not None)
    for other in sorted(chosen - {matter}, key=terms.index, reverse=True):
        fewer = chosen - {other}
        if bench.made(fewer) is not None:
            chosen = fewer
    return chosen


def _joined(bench: Bench, groups: Sequence[Chosen]) -> list[Chosen]:
    """Groups that share a matter as one. One that is not possible as a whole takes in all others until it is."""
    joined: list[Chosen] = []
    for group in groups:
        apart = [other for other in joined if not other & group]
        whole = group.union(*(other for other in joined if other & group))
        if bench.made(whole) is None:
            whole, apart = whole.union(*apart), []
        if bench.made(whole) is None:
            whole = frozenset(one for one in bench.alignment.matters if not is_answer(one, bench.questions))
        joined = [*apart, whole]
    return joined
