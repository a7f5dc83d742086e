"""Section "Method": how the figures come about, every value assumed, what was read, and what this can't tell.

In: a cleaned Comparison and the labels of its offers. Out: `MethodView`, finished words. Must not read files: inputs
are named by the fingerprints that the Comparison carries.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import ClassVar

from evaluator.comparison.model import Comparison, OfferResult
from evaluator.economics.figures import Unknown
from evaluator.offer.fingerprint import short_fingerprint
from evaluator.report.naming import Label
from evaluator.report.wording import cents, day, dollars, half_up, percent, sentence

# Terms of the report, in the order in which a reader meets them.
GLOSSARY = (
    (
        "Headline split",
        (
            "the share of what your full caseload could collect that the advert promises. For a salary or a fixed "
            "amount per session it is worked out from the pay and from what sessions bring in."
        ),
    ),
    (
        "Effective split",
        (
            "the same share after fine print, missed visits, the time it takes to fill a caseload, benefits, your own "
            "costs, the employer's part of payroll tax, and the value of unpaid hours."
        ),
    ),
    (
        "Pay per hour worked",
        (
            "pay and benefits, less your own costs and the employer's part of payroll tax, divided by every hour "
            "worked, paid or not. Offers are ranked by it, then by take-home."
        ),
    ),
    (
        "Take-home",
        (
            "pay less your own costs and payroll or self-employment tax. Income tax is taken off only where the "
            "clinician file asks for it."
        ),
    ),
    (
        "Floor and ceiling",
        (
            "the score of a checklist, from 0 to 100, if every open answer turns out badly, and if every one turns out "
            "well. A good answer counts as far as what it rests on: fully in the contract, little if only said."
        ),
    ),
    (
        "Answered",
        "how much of what the checklists ask is stated, weighed by importance and by what the statements rest on.",
    ),
    (
        "Not ruled out",
        (
            "a red flag that nothing written denies. It holds down the overall floor; a raised one holds down the "
            "ceiling too."
        ),
    ),
)
LIMITS = (
    "Figures describe an average year. Real weeks vary, and pay that hangs on a threshold varies more.",
    "An offer is taken at its word. What it says was not checked with anybody else.",
    "A term that is left out is never filled in silently: it is listed with its worst and best case.",
)
NOTHING = "–"
# Most open terms are not stated; only the other ways of being open are remarked on.
_STATES = {"not_stated": None, "vague": "vague", "refused": "refused", "range": "given as a range"}


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """An open term with its three cases, and how far it moves pay per hour, the effective split and take-home."""

    label: str
    state: str | None
    worst: str
    likely: str
    best: str
    basis: str
    hourly: str
    split: str
    take_home: str


@dataclass(frozen=True, slots=True)
class OfferUnknowns:
    """The open terms of one offer; `idle` names in one sentence those that move none of the figures."""

    label: Label
    rows: tuple[UnknownRow, ...]
    idle: str | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class AssumptionRow:
    """A value that no offer stated."""

    label: str
    value: str
    as_of: str
    source: str


@dataclass(frozen=True, slots=True)
class InputRow:
    """A file that was read: the short fingerprint of what it says, and the sum over its bytes."""

    label: Label
    file: str
    as_of: str
    structure: str
    fingerprint: str
    sha256: str


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that was read beside the offers, and its fingerprint."""

    what: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """The last section."""

    name: ClassVar[str] = "method"
    heading: ClassVar[str] = "Method"

    glossary: tuple[tuple[str, str], ...]
    unknowns: tuple[OfferUnknowns, ...]
    own: tuple[tuple[str, str], ...]
    absent: tuple[tuple[str, tuple[str, ...]], ...]
    assumptions: tuple[AssumptionRow, ...]
    warnings: tuple[tuple[Label, str], ...]
    inputs: tuple[InputRow, ...]
    versions: str
    limits: tuple[str, ...]
    notices: tuple[str, ...]
    files: tuple[FileRow, ...] = ()


def build_method(comparison: Comparison, labels: dict[str, Label]) -> MethodView:
    """Everything that is needed to follow or repeat the figures."""
    return MethodView(
        glossary=GLOSSARY,
        unknowns=tuple(_offer_unknowns(offer, labels[offer.id]) for offer in comparison.offers),
        assumptions=tuple(
            AssumptionRow(
                label=known.label,
                value=known.value,
                as_of=_day_if_one(known.as_of),
                source=known.source,
            )
            for known in comparison.assumptions
            if known.origin == "parameter" and known.as_of
        ),
        absent=_absent(comparison),
        own=tuple((known.label, known.value) for known in comparison.assumptions if known.origin == "clinician"),
        warnings=tuple(
            (labels[offer.id], f"{PurePath(offer.file).name}, line {warning.line}: {warning.message}")
            for offer in comparison.offers
            for warning in offer.warnings
        ),
        inputs=tuple(_input(offer, labels[offer.id]) for offer in comparison.offers),
        versions=f"Evaluator {comparison.version}, comparison format {comparison.schema_version}, "
        f"figures as of {day(comparison.as_of)}.",
        limits=LIMITS,
        notices=comparison.notices,
    )


def _offer_unknowns(offer: OfferResult, label: Label) -> OfferUnknowns:
    rows = [(term, _unknown(term)) for term in offer.money.unknowns]
    moving = tuple(row for _, row in rows if {row.hourly, row.split, row.take_home} != {NOTHING})
    idle = [f"{term.label} ({term.likely})" for term, row in rows if row not in moving]
    says = f"Also open, but moving none of these figures on its own: {'; '.join(idle)}." if idle else None
    return OfferUnknowns(label, moving, says, offer.money.approximate)


def _unknown(term: Unknown) -> UnknownRow:
    return UnknownRow(
        label=term.label,
        state=_STATES[term.state],
        worst=term.worst,
        likely=term.likely,
        best=term.best,
        basis=term.basis,
        hourly=cents(term.hourly_swing_usd) if half_up(term.hourly_swing_usd, 2) else NOTHING,
        split=percent(term.split_swing) if half_up(term.split_swing, 3) else NOTHING,
        take_home=dollars(term.take_home_swing_usd) if half_up(term.take_home_swing_usd, 0) else NOTHING,
    )


def _absent(comparison: Comparison) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Values of no date, because they stand for what nobody mentions: the rule, and what it was applied to."""
    held: dict[str, list[str]] = {}
    for known in comparison.assumptions:
        if known.origin == "parameter" and not known.as_of:
            words = known.label if known.value == "none" else f"{known.label}: {known.value}"
            held.setdefault(known.source, []).append(words)
    return tuple((sentence(rule), tuple(names)) for rule, names in held.items())


def _day_if_one(text: str) -> str:
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


def _input(offer: OfferResult, label: Label) -> InputRow:
    return InputRow(
        label=label,
        file=PurePath(offer.file).name,
        as_of=day(offer.offer_as_of) if offer.offer_as_of else "not dated",
        structure=offer.money.structure,
        fingerprint=short_fingerprint(offer.fingerprint),
        sha256=offer.sha256,
    )
