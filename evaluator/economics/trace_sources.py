"""What a line of a trace rests on: terms of the offer with their places, and parameters with their sources.

In: one appraised offer. Out: `TermUse`s and `Assumption`s by name. Must not compute: values are those of the terms.
"""

from dataclasses import dataclass

from evaluator.economics.appraising import Appraisal
from evaluator.economics.assumed import assumptions_of
from evaluator.economics.figures import Assumption
from evaluator.economics.money_term import MoneyTerm, State
from evaluator.economics.term_words import amount_in_words
from evaluator.offer.evidence import Fact, Knownness


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term as a line uses it.

    `value` is the value used, in words; `said` is how the offer file words it. `line`, `evidence`, `quote` and `where`
    are of the term, or of the group that leaves it open as a whole; none where the file has no word about it. `worst`,
    `likely`, `best` and `basis` are what is assumed of an open term, none for any other.
    """

    name: str
    label: str
    value: str
    state: State
    line: int | None = None
    said: str | None = None
    evidence: str | None = None
    quote: str | None = None
    where: str | None = None
    worst: str | None = None
    likely: str | None = None
    best: str | None = None
    basis: str | None = None


class Sources:
    """The terms and parameters of one appraisal, looked up by the groups that a line names; remembers what was used."""

    def __init__(self, appraisal: Appraisal) -> None:
        self._appraisal = appraisal
        self._assumed = assumptions_of(appraisal.reader)
        self._used: set[str] = set()

    def terms(self, *groups: str, without: tuple[str, ...] = ()) -> tuple[TermUse, ...]:
        """The terms of some groups (`pay`, `hours.weekly`), each once, in the order of the offer file."""
        names = [name for name in self._appraisal.terms if _in(name, groups) and not (without and _in(name, without))]
        self._used.update(names)
        return tuple(self._use(name, self._appraisal.terms[name]) for name in names)

    def rest(self) -> tuple[TermUse, ...]:
        """The terms that no line has named so far, so that none is ever left out of a trace."""
        return self.terms(*(name for name in self._appraisal.terms if name not in self._used))

    def parameters(self, *groups: str) -> tuple[Assumption, ...]:
        """What no offer states: `value_of_hour`, or all of a group such as `payroll_tax`."""
        return tuple(known for name, known in self._assumed.items() if _in(name, groups))

    def _use(self, name: str, term: MoneyTerm) -> TermUse:
        fact = self._fact(name)
        mine = self._appraisal.reader.replaces(name)
        if fact is None or mine:
            place: tuple[int | None, str | None, str | None, str | None, str | None] = (None, None, None, None, None)
        else:
            place = (fact.place.line, fact.said or None, fact.evidence.value, fact.quote, fact.where)
        cases = (None, None, None)
        if term.is_open:
            worst, likely, best = (amount_in_words(x, term.unit) for x in (term.worst, term.likely, term.best))
            cases = (worst, likely, best)  # type: ignore[assignment]
        return TermUse(
            name,
            term.label,
            amount_in_words(term.likely, term.unit),
            "reader" if mine and not term.is_open else term.state,
            *place,
            *cases,
            term.basis if term.is_open or term.state in ("not_stated", "vague", "refused", "published") else None,
        )

    def _fact(self, name: str) -> Fact | None:
        """The fact of a term; for one that is open, of the group that is vague or refused as a whole."""
        facts = self._appraisal.offer_file.facts
        if name in facts:
            return facts[name]
        parts = name.split(".")
        for size in range(len(parts) - 1, 0, -1):
            fact = facts.get(".".join(parts[:size]))
            if fact is not None and fact.knownness is not Knownness.STATED:
                return fact
        return None


def _in(name: str, groups: tuple[str, ...]) -> bool:
    return any(name == group or name.startswith(f"{group}.") for group in groups)
