"""One number of an offer and how it is known, and the collector that takes them one by one.

In: stated quantities and the parameters. Out: `MoneyTerm`. Must not know which terms an offer has.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from evaluator.economics.assumptions import OpenTerm
from evaluator.economics.reader import Reader
from evaluator.offer.evidence import Knownness
from evaluator.offer.quantity import Quantity
from evaluator.offer.terms import OfferFile

State = Literal["stated", "range", "not_stated", "vague", "refused", "reader", "absent", "published"]


@dataclass(frozen=True, slots=True)
class MoneyTerm:
    """One number. `worst`, `likely` and `best` are equal unless the term is open; a range's low end counts as worst."""

    name: str
    label: str
    unit: str
    worst: float
    likely: float
    best: float
    state: State
    scope: Literal["reader", "offer"] = "offer"
    ask: str = ""
    basis: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the figures change with what this term turns out to be."""
        return self.worst != self.best or self.worst != self.likely


class TermCollector:
    """Takes terms one by one from the typed offer and remembers how each is known."""

    def __init__(self, offer_file: OfferFile, reader: Reader) -> None:
        self.file, self.reader = offer_file, reader
        self.terms: dict[str, MoneyTerm] = {}

    def state_of(self, name: str) -> State:
        """How a missing term is missing; a group that is vague or refused as a whole says it for its parts."""
        parts = name.split(".")
        for size in range(len(parts), 0, -1):
            fact = self.file.facts.get(".".join(parts[:size]))
            if fact is not None and fact.knownness is not Knownness.STATED:
                return "vague" if fact.knownness is Knownness.VAGUE else "refused"
        return "not_stated"

    def take(self, name: str, stated: Quantity | None, entry: str | None = None, label: str | None = None) -> None:
        """A term: its stated value, else the open case of the parameters."""
        known = self.reader.open_term(entry or name)
        if stated is None:
            self.terms[name] = self._open(name, known, label)
            return
        self.terms[name] = MoneyTerm(
            name,
            label or known.label,
            _stated_unit(name, known),
            stated.low,
            stated.likely,
            stated.high,
            "stated" if stated.is_point else "range",
            known.scope,
            known.ask if label is None else f"Which exact figure will the contract state? {label}.",
            "The offer states a range.",
        )

    def _open(self, name: str, known: OpenTerm, label: str | None) -> MoneyTerm:
        return MoneyTerm(
            name,
            label or known.label,
            known.unit,
            known.worst,
            known.likely,
            known.best,
            self.state_of(name),
            known.scope,
            known.ask,
            known.basis,
        )

    def take_word(self, name: str, word: str | None, words: tuple[str, ...], entry: str | None = None) -> None:
        """A term that is one of a few words: its place among them, or open."""
        if word is None:
            self.take(name, None, entry)
        else:
            known = self.reader.assumptions.open_terms[entry or name]
            self.fixed(name, known.label, known.unit, float(words.index(word)), "stated")

    def take_sum(
        self,
        name: str,
        parts: Mapping[str, Quantity] | None,
        entry: str | None = None,
        worth: Mapping[str, float] | None = None,
    ) -> None:
        """Amounts by kind, added up. A kind that is only named, vague or refused, leaves the sum open.

        `worth` is what each kind is worth to the reader, 1 unless given.
        """
        known = self.reader.open_term(entry or name)
        silent = [
            fact
            for path, fact in self.file.facts.items()
            if path.startswith(name + ".") and fact.knownness is not Knownness.STATED
        ]
        stated = _sum(parts, worth or {})
        if stated is None or not silent:
            self.take(name, stated, entry)
            return
        self.terms[name] = MoneyTerm(
            name,
            known.label,
            _stated_unit(name, known),
            *_sum_with_open_part(stated, known),
            "vague" if silent[0].knownness is Knownness.VAGUE else "refused",
            known.scope,
            known.ask,
            f"{stated.likely:g} is stated; at least one named part is not. {known.basis}",
        )

    def at_most(self, name: str, wanted: float) -> None:
        """A volume that the reader limits. Where the offer is silent the reader's number is assumed, and it stays open
        that the offer may bring less: wanting more does not make a promise."""
        term, basis = self.terms[name], f"You want {wanted:g}; whether the offer brings it is not said."
        if term.state in ("not_stated", "vague", "refused"):
            self.terms[name] = replace(term, worst=min(term.worst, wanted), likely=wanted, best=wanted, basis=basis)
        elif term.best > wanted:
            worst, likely = min(term.worst, wanted), min(term.likely, wanted)
            state: State = "reader" if worst == wanted else term.state
            self.terms[name] = replace(term, worst=worst, likely=likely, best=wanted, state=state)

    def told(self, name: str, stated: Quantity, label: str, unit: str) -> None:
        """A number that the file must state wherever it has the term at all: a point, or a range of its own."""
        ask = "" if stated.is_point else f"Which exact figure will the contract state? {label}."
        state: State = "stated" if stated.is_point else "range"
        basis = "" if stated.is_point else "The offer states a range."
        self.terms[name] = MoneyTerm(
            name, label, unit, stated.low, stated.likely, stated.high, state, ask=ask, basis=basis
        )

    def published(self, name: str, label: str, unit: str, value: float, source: str) -> None:
        """A number that the offer settles by naming a published table; `source` says which, and of what day."""
        self.terms[name] = MoneyTerm(name, label, unit, value, value, value, "published", basis=source)

    def fixed(self, name: str, label: str, unit: str, value: float, state: State) -> None:
        """A number that is not open: the reader's own, or zero for an extra that was not promised."""
        self.terms[name] = MoneyTerm(name, label, unit, value, value, value, state)


def _stated_unit(name: str, known: OpenTerm) -> str:
    """The unit of a stated value; what is open as a share of pay or of the allowed amount is stated in dollars."""
    in_dollars = known.unit in ("session_pay_share", "share_of_pay", "follow_up_share") or name.endswith(
        ".patient_part"
    )
    return "usd" if in_dollars else known.unit


def _sum(parts: Mapping[str, Quantity] | None, worth: Mapping[str, float]) -> Quantity | None:
    if parts is None:
        return None
    weighted = [(worth.get(name, 1.0), part) for name, part in parts.items()]
    return Quantity(
        sum(share * part.low for share, part in weighted),
        sum(share * part.likely for share, part in weighted),
        sum(share * part.high for share, part in weighted),
    )


def _sum_with_open_part(stated: Quantity, known: OpenTerm) -> tuple[float, float, float]:
    """Worst, likely and best of a sum with an open part. A benefit that is only named counts as nothing."""
    if known.unit == "share_of_pay":
        return stated.low, stated.likely, stated.high
    return stated.high + known.worst, stated.likely + known.likely, stated.low + known.best
