"""Section "Both sides of every dollar": what comes in, what the clinician gets, what the practice keeps.

In: a cleaned Audit and the labels of its offers. Out: `BothSidesView`, finished words and bars. Must not compute.
"""

from dataclasses import dataclass
from typing import ClassVar

from evaluator.comparison.audit_model import Audit, BothSides
from evaluator.report.charts import Drawing, draw_hours
from evaluator.report.naming import Label
from evaluator.report.sections.bad_years import StressTable, stress_tables
from evaluator.report.wording import cents, dollars, percent

BAR = 590.0  # px, as wide as the five columns above it


@dataclass(frozen=True, slots=True)
class SidesRow:
    """One clinician's year under one offer."""

    label: Label
    bar: Drawing | None
    collected: str
    fees: str
    clinician: str
    clinician_share: str
    practice: str
    practice_share: str
    per_session: str


@dataclass(frozen=True, slots=True)
class BothSidesView:
    """Where the money goes, and what a bad year takes from the practice."""

    name: ClassVar[str] = "both_sides"
    heading: ClassVar[str] = "Both sides of every dollar"

    intro: str
    rows: tuple[SidesRow, ...]
    unstated: str | None
    notices: tuple[str, ...]
    stress: tuple[StressTable, ...]


def build_both_sides(audit: Audit, labels: dict[str, Label]) -> BothSidesView:
    """One row for each offer, on one scale."""
    most = max((one.both_sides.collected_usd + one.both_sides.fees_usd for one in audit.offers), default=0.0)
    unstated = [labels[one.id].mark for one in audit.offers if not one.both_sides.pay_is_stated]
    years = "the first year" if audit.owner.years == 1 else "the first two years"
    return BothSidesView(
        intro=f"One clinician in {years}, likely case. What comes in equals what becomes of it, to the cent.",
        rows=tuple(_row(labels[one.id], one.both_sides, most) for one in audit.offers),
        unstated=f"What it pays is not stated, so these figures rest on what such offers usually pay: "
        f"{', '.join(unstated)}."
        if unstated
        else None,
        notices=audit.notices,
        stress=stress_tables(audit.candidate, labels),
    )


def _row(label: Label, sides: BothSides, most: float) -> SidesRow:
    whole = sides.collected_usd + sides.fees_usd
    words = f"Offer {label.mark}: {dollars(sides.clinician_usd)} to the clinician, {dollars(sides.practice_usd)} kept"
    return SidesRow(
        label=label,
        bar=draw_hours(sides.clinician_usd, max(sides.practice_usd, 0.0), max(most, sides.clinician_usd), words, BAR)
        if most > 0
        else None,
        collected=dollars(sides.collected_usd),
        fees=dollars(sides.fees_usd),
        clinician=dollars(sides.clinician_usd),
        clinician_share=percent(1 - sides.practice_share) if whole else "–",
        practice=dollars(sides.practice_usd),
        practice_share=percent(sides.practice_share) if whole else "–",
        per_session=cents(sides.practice_per_session_usd),
    )
