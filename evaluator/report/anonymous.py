"""A record with the names of employers, of offers and of the reader taken out.

In: a Comparison, or an Audit with its Comparison. Out: the same record, offers called `Offer A`, `Offer B`. Must not
change a figure or a finding. Names are replaced wherever they stand, inside quotes, too; the offer files' own text,
their names and fingerprints go. What else a quote tells (a town, a date) stays, and the report says so.
"""

import dataclasses
import re
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import PurePath
from typing import TypeVar

from evaluator.comparison.audit_model import Audit, InputFile
from evaluator.comparison.model import Comparison, OfferResult, Waived
from evaluator.report.naming import mark_of

Record = TypeVar("Record")

SAYS = (
    "Names of employers and of the reader are left out, inside quotes, too, and no offer is attached. Places, dates "
    "and the words of quotes remain: read them before you share this."
)
NO_OTHERS: Mapping[str, str] = {}
WITHHELD = "withheld"
SOMEBODY = "somebody"
_EMPLOYERS_WORDS = ("quote", "where", "reason", "message")
_SHORTEST = 4  # letters; a shorter name would be found inside other words' company


def anonymized(comparison: Comparison) -> Comparison:
    """The Comparison without names."""
    return without_names(comparison, comparison)


def audit_without_names(audit: Audit) -> Audit:
    """The audit without names, those of the practice's books and of its clinicians among them."""
    books = audit.practice
    named = () if books is None or books.chosen is None else tuple(row.name for row in books.chosen.ledger.rows)
    others = {name: f"clinician {number}" for number, name in enumerate(named, 1)}
    return without_names(audit, audit.owner, others if books is None else {**others, books.name: "the practice"})


def without_names(record: Record, comparison: Comparison, others: Mapping[str, str] = NO_OTHERS) -> Record:
    """Any record about the offers of a Comparison, without the names in that Comparison and those in `others`."""
    everywhere, in_quotes = _names(comparison)
    everywhere |= others
    ids = {offer.id: f"offer-{mark_of(number).lower()}" for number, offer in enumerate(comparison.offers)}
    change = _Change(_replacer(everywhere), _replacer({**in_quotes, **everywhere}), ids)
    return change.of(record)  # type: ignore[return-value]


def _names(comparison: Comparison) -> tuple[dict[str, str], dict[str, str]]:
    """Names and what stands for them: those replaced everywhere, and short forms, replaced in the employer's words."""
    everywhere: dict[str, str] = {}
    short: dict[str, str] = {}
    for number, offer in enumerate(comparison.offers):
        mark = mark_of(number)
        if offer.organization:
            everywhere[offer.organization] = f"employer {mark}"
            short.setdefault(offer.organization.split()[0], f"employer {mark}")
        everywhere[PurePath(offer.file).name] = f"offer-{mark.lower()}.yaml"
        everywhere[offer.name] = f"Offer {mark}"
    if comparison.reader:
        everywhere[comparison.reader] = "the reader"
        short.setdefault(comparison.reader.split()[0], "the reader")
    return everywhere, short


def _replacer(names: dict[str, str]) -> Callable[[str], str]:
    held = {name.casefold(): stands for name, stands in names.items() if len(name) >= _SHORTEST or " " in name}
    if not held:
        return lambda text: text
    longest_first = sorted(held, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: held.get(found.group().casefold(), WITHHELD), text)


@dataclasses.dataclass(frozen=True, slots=True)
class _Change:
    """How texts change: all texts, those that are the employer's own words, and the ids of offers."""

    text: Callable[[str], str]
    quoted: Callable[[str], str]
    ids: dict[str, str]

    def of(self, value: object, field: str = "") -> object:
        """The value with every text in it changed, however deep; `field` names what holds it."""
        if isinstance(value, str) and not isinstance(value, Enum):
            if value in self.ids:
                return self.ids[value]
            return self.quoted(value) if field in _EMPLOYERS_WORDS else self.text(value)
        if isinstance(value, tuple):
            return tuple(self.of(item, field) for item in value)
        if isinstance(value, dict):
            return {self.ids.get(key, key): self.of(item, field) for key, item in value.items()}
        if isinstance(value, OfferResult):
            return self._record(self._unsigned(value))
        if isinstance(value, InputFile):
            return dataclasses.replace(value, file=f"{value.kind}.yaml", sha256=WITHHELD)
        if isinstance(value, Waived):
            return self._record(dataclasses.replace(value, by=SOMEBODY))
        if isinstance(value, Comparison):
            return self._record(dataclasses.replace(value, reader=None))
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return self._record(value)
        return value

    def _unsigned(self, offer: OfferResult) -> OfferResult:
        """The offer without its file and all by which the file could be told."""
        file = f"{self.ids.get(offer.id, 'offer')}.yaml"  # without its folders, which may name people, too
        return dataclasses.replace(
            offer, organization=None, sha256=WITHHELD, fingerprint=WITHHELD, source="", file=file
        )

    def _record(self, value: object) -> object:
        names = [field.name for field in dataclasses.fields(value)]  # type: ignore[arg-type]
        return type(value)(**{name: self.of(getattr(value, name), name) for name in names})
