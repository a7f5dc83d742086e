"""Section "From referral to cash": patients and visits of a year, where visits are lost, and the measures by name.

In: a cleaned Comparison and the labels of its offers. Out: `PatientFlowView`, finished words, or none where no offer's
visits follow from referrals. Must not compute: visits, dollars and measures come from the Comparison.
"""

from dataclasses import dataclass
from typing import ClassVar

from evaluator.comparison.model import Comparison, OfferResult
from evaluator.economics.figures import FlowFigures, FlowMetric, LostVisits
from evaluator.report.naming import Label, grouped
from evaluator.report.wording import NOT_KNOWN, cents, dollars, half_up, listed, percent, plain, sentence


@dataclass(frozen=True, slots=True)
class PairRow:
    """A row with two figures for each offer, and what the row means."""

    name: str
    says: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FlowTable:
    """Up to three offers side by side: what became of the visits, and the measures."""

    labels: tuple[Label, ...]
    lost: tuple[PairRow, ...]
    measures: tuple[PairRow, ...]


@dataclass(frozen=True, slots=True)
class PatientFlowView:
    """The section about patients, visits and their money."""

    name: ClassVar[str] = "patient_flow"
    heading: ClassVar[str] = "From referral to cash"

    span: str
    summaries: tuple[tuple[Label, str], ...]
    tables: tuple[FlowTable, ...]
    missing: tuple[str, ...]


def build_patient_flow(comparison: Comparison, labels: dict[str, Label]) -> PatientFlowView | None:
    """The section for the offers whose visits follow from referrals; nothing if there are none."""
    offers = tuple(offer for offer in comparison.offers if offer.money.flow is not None)
    if not offers:
        return None
    span = "year" if comparison.years == 1 else "two years"
    return PatientFlowView(
        span=span,
        summaries=tuple((labels[offer.id], _summary(_flow(offer), span)) for offer in offers),
        tables=tuple(_table(group, labels) for group in grouped(offers)),
        missing=tuple(_missing(offers, labels)),
    )


def _flow(offer: OfferResult) -> FlowFigures:
    assert offer.money.flow is not None
    return offer.money.flow


def _summary(flow: FlowFigures, span: str) -> str:
    """The way of a year in two sentences."""
    return (
        f"Of {plain(flow.referrals)} patients who want to come, {plain(flow.evaluations)} are evaluated. Their plans "
        f"have {plain(flow.planned_visits)} visits, of which {plain(flow.kept_visits)} are kept in the {span}."
    )


def _table(offers: tuple[OfferResult, ...], labels: dict[str, Label]) -> FlowTable:
    flows = [_flow(offer) for offer in offers]
    kept = PairRow("Kept", "", tuple((plain(flow.kept_visits), "") for flow in flows))
    planned = PairRow("Planned", "", tuple((plain(flow.planned_visits), "") for flow in flows))
    lost = [
        PairRow(row.label, "", tuple(_lost(flow.lost[place]) for flow in flows))
        for place, row in enumerate(flows[0].lost)
        if any(half_up(flow.lost[place].visits, 0) for flow in flows)
    ]
    measures = [
        PairRow(one.label, sentence(one.formula), tuple(_cell(flow.metrics[place]) for flow in flows))
        for place, one in enumerate(flows[0].metrics)
    ]
    return FlowTable(tuple(labels[offer.id] for offer in offers), (planned, *lost, kept), tuple(measures))


def _lost(row: LostVisits) -> tuple[str, str]:
    return plain(row.visits), dollars(row.worth_usd)


def _cell(metric: FlowMetric) -> tuple[str, str]:
    """The year, and the full week; a dash where the measure is of a year only."""
    year = _shown(metric.year, metric.unit)
    only_a_year = metric.year is not None and metric.full_week is None
    return year, "–" if only_a_year else _shown(metric.full_week, metric.unit)


def _shown(value: float | None, unit: str) -> str:
    if value is None:
        return NOT_KNOWN
    match unit:
        case "usd":
            return cents(value)
        case "share":
            return percent(value)
        case _:
            return plain(value, 2)


def _missing(offers: tuple[OfferResult, ...], labels: dict[str, Label]) -> list[str]:
    """For each measure that is left out the offers and the reason; measures with the same ones stand together."""
    marks: dict[tuple[str, str], list[str]] = {}
    for offer in offers:
        for metric in _flow(offer).metrics:
            if metric.missing:
                marks.setdefault((metric.label, metric.missing), []).append(labels[offer.id].mark)
    found: dict[tuple[str, str], list[str]] = {}
    for (name, why), whose in marks.items():
        found.setdefault((listed(whose), why), []).append(name)
    return [f"{whose}: {', '.join(names)}: {why}." for (whose, why), names in found.items()]
