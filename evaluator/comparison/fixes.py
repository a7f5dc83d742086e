"""What to mend first: for every bad or open finding the smallest change that mends it, its gain and its price.

In: one offer on a workbench. Out: `Fix`es, most gained first, and what no single change mends. Each is found by making
the change and evaluating the offer again, so that no gain is promised that does not come. Must not word anything anew.
"""

from typing import Literal

from evaluator.checklists.assessing import control_states
from evaluator.checklists.findings import Finding, Severity
from evaluator.checklists.measures import MEASURES
from evaluator.comparison.audit_model import Fix, LiftedFlag, Unfixed
from evaluator.comparison.fix_words import what_to_do
from evaluator.comparison.money_remedies import AMOUNT_OPEN
from evaluator.comparison.remedies import Changes, remedies
from evaluator.comparison.trying import Tried, Workbench

LEAST_GAIN = 1e-9
LEAST_MONEY = 0.005
BAD = ("partly", "not_met", "vague", "refused", "not_stated")


def find_fixes(bench: Workbench) -> tuple[tuple[Fix, ...], tuple[Unfixed, ...]]:
    """The fixes of one offer in the order in which to make them, and the findings that need more than one change.

    First what does away with critical and high red flags, then the points of the overall floor, then the smaller cost.
    A fix that gains nothing by itself stays where a grave red flag hangs on it together with others.
    """
    behind = _behind_grave_flags(bench)
    found: dict[Changes, Fix] = {}
    unfixed: list[Unfixed] = []
    for finding in bench.before.assessment.findings:
        if not _may_be_mended(bench, finding) or not (_counts(bench, finding) or finding.check in behind):
            continue
        fix = _fix(bench, finding)
        if fix is None:
            check = bench.catalogue.by_id[finding.check]
            if finding.outcome in BAD:
                unfixed.append(Unfixed(check.id, check.title, check.request))
        elif _helps(fix) or finding.check in behind:
            found.setdefault(tuple(sorted(fix.changes, key=lambda change: change.path)), fix)
    return tuple(sorted(found.values(), key=_most_gained)), tuple(unfixed)


def _may_be_mended(bench: Workbench, finding: Finding) -> bool:
    """Whether something here is bad, open, or not in the contract; flags that watch others are mended through them."""
    if bench.catalogue.by_id[finding.check].watches is not None or finding.outcome == "not_applicable":
        return False
    return finding.outcome in BAD or (finding.evidence is not None and finding.knownness < 1)


def _counts(bench: Workbench, finding: Finding) -> bool:
    check = bench.catalogue.by_id[finding.check]
    if check.is_flag:
        return any(flag.check == check.id for flag in bench.before.assessment.red_flags)
    return check.core or bench.depth == "full"


def _fix(bench: Workbench, finding: Finding) -> Fix | None:
    """The first remedy after which the finding is a better one."""
    for changes in remedies(bench, finding):
        after = bench.tried(changes) if changes else None
        if after is not None and _better(finding, after.assessment.finding(finding.check)):
            return _measured(bench, finding, changes, after)
    return None


def _better(before: Finding, after: Finding) -> bool:
    return after.knownness * after.worth > before.knownness * before.worth + LEAST_GAIN


def _measured(bench: Workbench, finding: Finding, changes: Changes, after: Tried) -> Fix:
    before, check = bench.before, bench.catalogue.by_id[finding.check]
    cost, hourly = (_moved(amount) for amount in (bench.cost_usd(after), bench.hourly_usd(after)))
    unpriced = None if cost or hourly else _unpriced(bench, changes)
    found, control = after.assessment.finding(check.id), control_states(bench.catalogue, after.offer_file)
    return Fix(
        check=check.id,
        checklist=finding.checklist,
        title=check.title,
        outcome=finding.outcome,
        request=check.request,
        do=what_to_do(check, finding, found, changes, control),
        says=found.says,
        changes=changes,
        overall_gain=_uncapped(after) - _uncapped(before),
        checklist_gain=_floor(after, finding.checklist) - _floor(before, finding.checklist),
        flags_lifted=_lifted(before, after),
        cost_usd=None if unpriced else cost,
        hourly_usd=None if unpriced else hourly,
        unpriced=unpriced,
        verdict=after.verdict.says if after.verdict.id != before.verdict.id else None,
    )


def _moved(amount: float) -> float:
    """An amount of money, 0 for one that is not worth printing."""
    return amount if abs(amount) >= LEAST_MONEY else 0.0


def _unpriced(bench: Workbench, changes: Changes) -> Literal["no_term", "amount_open"] | None:
    """Why changes that move no money have no price; none where the price is nothing.

    Terms of money were worked out anew, and what is only written down was promised before. An answer is neither.
    """
    answers = [one.path[1] for one in changes if one.value is not None and one.path[0] in bench.questions]
    answers = [check for check in answers if check in bench.catalogue.by_id]
    if not answers:
        return None
    return "amount_open" if any(check in AMOUNT_OPEN for check in answers) else "no_term"


def _uncapped(tried: Tried) -> float:
    overall = tried.scores["overall"]
    return overall.floor if overall.uncapped_floor is None else overall.uncapped_floor


def _floor(tried: Tried, checklist: str) -> float:
    return tried.scores[checklist].floor if checklist in tried.scores else 0.0


def _lifted(before: Tried, after: Tried) -> tuple[LiftedFlag, ...]:
    left = {flag.check for flag in after.assessment.red_flags}
    return tuple(
        LiftedFlag(flag.check, flag.title, flag.severity, flag.state)
        for flag in before.assessment.red_flags
        if flag.check not in left
    )


def _helps(fix: Fix) -> bool:
    return bool(fix.flags_lifted) or max(fix.overall_gain, fix.checklist_gain) > LEAST_GAIN


def _most_gained(fix: Fix) -> tuple[float, ...]:
    def lifted(severity: Severity, raised: bool) -> int:
        return sum(flag.severity == severity and (flag.was == "raised") is raised for flag in fix.flags_lifted)

    flags = [-lifted(severity, raised) for severity in ("critical", "high") for raised in (True, False)]
    return (*flags, -round(fix.overall_gain, 6), -round(fix.checklist_gain, 6), fix.cost_usd or 0.0)


def _behind_grave_flags(bench: Workbench) -> frozenset[str]:
    """The checks on which a critical or high flag that is raised or not ruled out hangs."""
    names: set[str] = set()
    for flag in bench.before.assessment.red_flags:
        if flag.severity in ("critical", "high"):
            check = bench.catalogue.by_id[flag.check]
            names |= {watch.check for watch in check.watches or ()}
            names |= set(MEASURES[check.measure].checks) if check.measure else set()
    return frozenset(names)
