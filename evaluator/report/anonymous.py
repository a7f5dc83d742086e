"""A record with the names of employers, of offers and of the reader taken out.

In: a Comparison, or an Audit with its Comparison. Out: the same record, offers called `Offer A`, `Offer B`. Must not
change a figure or a finding. Names are replaced wherever they stand, inside quotes, too; the offer files' own text,
their names and fingerprints go. What else a quote tells (a town, a date) stays, and the report says so.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import PurePath
from typing import TypeVar

from evaluator.comparison.audit_model import Audit, InputFile
from evaluator.comparison.model import Comparison, OfferResult, Waived
from evaluator.comparison.terms_model import TermCell
from evaluator.report.names_in_text import Replacer, mixed, replacer, short_forms, telling_words, without_addresses
from evaluator.report.naming import mark_of

Record = TypeVar("Record")
OwnWords = Mapping[type, frozenset[str]]

SAYS = (
    "Names of employers, of offers and of the reader, web and mail addresses and phone numbers are left out, inside "
    "quotes, too, and no offer is attached. Places, dates and the words of quotes remain: read them before you share "
    "this."
)
NO_OTHERS: Mapping[str, str] = {}
WITHHELD = "withheld"
SOMEBODY = "somebody"
_EMPLOYERS_WORDS = ("quote", "where", "reason", "message")
_TERMS: OwnWords = {TermCell: frozenset({"says"})}


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """By what an offer is known: its id, its name, who makes it, and its file."""

    id: str
    name: str
    organization: str | None
    file: str


def anonymized(comparison: Comparison) -> Comparison:
    """The Comparison without names."""
    return without_names(comparison, _offers_of(comparison), comparison.reader)


def audit_without_names(audit: Audit) -> Audit:
    """The audit without names, those of the practice's books and of its clinicians among them."""
    books = audit.practice
    named = () if books is None or books.chosen is None else tuple(row.name for row in books.chosen.ledger.rows)
    others = {name: f"clinician {number}" for number, name in enumerate(named, 1)}
    others = others if books is None else {**others, books.name: "the practice"}
    return without_names(audit, _offers_of(audit.owner), audit.owner.reader, others)


def without_names(
    record: Record,
    offers: Iterable[Known],
    reader: str | None = None,
    others: Mapping[str, str] = NO_OTHERS,
    own_words: OwnWords = _TERMS,
) -> Record:
    """Any record about these offers, without their names, that of the reader, and those in `others`.

    `own_words` are fields, by the kind of record, that hold an offer's words beside ours.
    """
    offers = tuple(offers)
    everywhere, short = _names(offers, reader)
    everywhere |= others
    ids = {offer.id: f"offer-{mark_of(number).lower()}" for number, offer in enumerate(offers)}
    quoted = replacer({**short, **everywhere})
    said = mixed(replacer(everywhere, short), quoted)
    change = _Change(
        replacer(everywhere),
        lambda text: quoted(without_addresses(text)),
        lambda text: said(without_addresses(text)),
        own_words,
        ids,
    )
    return change.of(record)  # type: ignore[return-value]


def _offers_of(comparison: Comparison) -> Iterable[Known]:
    return (Known(offer.id, offer.name, offer.organization, offer.file) for offer in comparison.offers)


def _names(offers: Iterable[Known], reader: str | None) -> tuple[dict[str, str], dict[str, str]]:
    """Names and what stands for them: those replaced everywhere, and short forms, replaced in the employer's words."""
    everywhere: dict[str, str] = {}
    short: dict[str, str] = {}
    for number, offer in enumerate(offers):
        mark = mark_of(number)
        if offer.organization:
            stands = everywhere.setdefault(offer.organization, f"employer {mark}")
            for form in (*short_forms(offer.organization), *telling_words(offer.organization)):
                short.setdefault(form, stands)
        everywhere.setdefault(PurePath(offer.file).name, f"offer-{mark.lower()}.yaml")
        everywhere.setdefault(offer.name, f"Offer {mark}")
    if reader:
        everywhere.setdefault(reader, "the reader")
        for form in (*short_forms(reader), reader.split()[-1]):
            short.setdefault(form, "the reader")
    return everywhere, short


@dataclasses.dataclass(frozen=True, slots=True)
class _Change:
    """How texts change: all texts, those that are the employer's own words, those that mix both, and ids of offers."""

    text: Replacer
    quoted: Replacer
    said: Replacer
    own_words: OwnWords
    ids: dict[str, str]

    def of(self, value: object, field: str = "", holder: type = object) -> object:
        """The value with every text in it changed, however deep; `field` of `holder` is where it stands."""
        if isinstance(value, str) and not isinstance(value, Enum):
            return self._text(value, field, holder)
        if isinstance(value, tuple):
            return tuple(self.of(item, field, holder) for item in value)
        if isinstance(value, dict):
            return {self.ids.get(key, key): self.of(item, field, holder) for key, item in value.items()}
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

    def _text(self, value: str, field: str, holder: type) -> str:
        if value in self.ids:
            return self.ids[value]
        if field in _EMPLOYERS_WORDS:
            return self.quoted(value)
        return self.said(value) if field in self.own_words.get(holder, ()) else self.text(value)

    def _unsigned(self, offer: OfferResult) -> OfferResult:
        """The offer without its file and all by which the file could be told."""
        file = f"{self.ids.get(offer.id, 'offer')}.yaml"  # without its folders, which may name people, too
        return dataclasses.replace(
            offer, organization=None, sha256=WITHHELD, fingerprint=WITHHELD, source="", file=file
        )

    def _record(self, value: object) -> object:
        names = [field.name for field in dataclasses.fields(value)]  # type: ignore[arg-type]
        return type(value)(**{name: self.of(getattr(value, name), name, type(value)) for name in names})
