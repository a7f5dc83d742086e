"""Sessions above the cap: what they leave the practice, against what it costs if somebody leaves (economics 2.17).

In: a practice file, its sums and its ledger. Out: an `OverCaseload`. Must not guess by how much
the chance of leaving rises.
"""

from evaluator.economics.assumptions import Assumptions
from evaluator.economics.practice.cost_base import CostBase
from evaluator.economics.practice.figures import ClinicianLedger, Known, Ledger, OverCap, OverCaseload
from evaluator.economics.practice.turnover import PUBLISHED, replacement_range
from evaluator.economics.practice.whole_year import WEEKS_A_YEAR
from evaluator.offer.practice import PracticeFile
from evaluator.offer.shares import shown_share

FORMULA = (
    "kept sessions above the cap × (collections of a session less pay with its burden, costs of collections and costs "
    "of a session), against the rise in the chance of leaving × cost of a replacement × the clinician's pay"
)


def over_caseload(practice: PracticeFile, base: CostBase, ledger: Ledger, known: Assumptions) -> OverCaseload:
    """Every clinician whose kept sessions a worked week are above the cap."""
    caseload, usual_weeks = practice.caseload, WEEKS_A_YEAR - known.reader["weeks_off"].only
    cap = caseload.cap_per_week or known.practice["cap_sessions_per_week"].only
    low, high = replacement_range(practice.turnover, known.practice_ranges)
    rows = []
    for clinician, row in zip(base.clinicians, ledger.rows, strict=True):
        weeks = clinician.weeks or usual_weeks
        above = row.kept_sessions - cap * weeks
        if above > 0:
            rows.append(_over_cap(row, weeks, above, base, (low * row.pay_usd, high * row.pay_usd)))
    rise = caseload.rise_in_leaving
    leaves = sum(row.leaves_usd for row in rows)
    nets = [
        None if rise is None else leaves - rise * sum(cost)
        for cost in ([row.replacement_high_usd for row in rows], [row.replacement_low_usd for row in rows])
    ]
    return OverCaseload(cap, tuple(rows), rise, nets[0], nets[1], FORMULA, _assumed(practice, known))


def _over_cap(
    row: ClinicianLedger, weeks: float, above: float, base: CostBase, replacement: tuple[float, float]
) -> OverCap:
    per_session = row.collections_usd / row.kept_sessions
    kept_share = 1 - base.of_collections - row.split * (1 + base.burden)
    leaves = above * (per_session * kept_share - base.per_session_usd)
    worth = [None if cost <= 0 else max(0.0, leaves) / cost for cost in replacement]
    return OverCap(row.name, row.kept_sessions / weeks, above, leaves, *replacement, worth[1], worth[0])


def _assumed(practice: PracticeFile, known: Assumptions) -> tuple[Known, ...]:
    found = []
    if practice.caseload.cap_per_week is None:
        cap = known.practice["cap_sessions_per_week"]
        found.append(Known(cap.label, f"{cap.only:g} sessions", cap.as_of, cap.source))
    if any(row.weeks is None for row in practice.clinicians):
        off = known.reader["weeks_off"]
        found.append(Known(off.label, f"{off.only:g} weeks", off.as_of, "Judgement; set weeks for each clinician"))
    if practice.turnover.cost_of_pay is None:
        found += [
            Known(one.label, f"{shown_share(one.low)}–{shown_share(one.high)} of a year's pay", one.as_of, one.source)
            for one in (known.practice_ranges[name] for name in PUBLISHED)
        ]
    return tuple(found)
