"""What to ask before signing, and how much of the open interval a full answer would close.

In: a `Catalogue` and an `Assessment`. Out: `OpenQuestion`s, those behind critical flags first. Must not word answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from evaluator.checklists.assessing import Assessment
from evaluator.checklists.catalogue import Catalogue
from evaluator.checklists.checks import WEIGHTS, Check
from evaluator.checklists.findings import Depth, RedFlag
from evaluator.checklists.measures import MEASURES
from evaluator.checklists.score import FEWEST_SCORED, exactly, items_of
from evaluator.offer.evidence import Evidence

FIRM = ("met", "partly", "not_met", "not_applicable")


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A check worth asking about. `gain` is in points of the overall interval, 0 where only a flag asks."""

    check: str
    ask: str
    gain: float
    critical: bool


def gains(catalogue: Catalogue, assessment: Assessment, depth: Depth = "core") -> Mapping[str, float]:
    """For every check, the points of the overall interval (of 100, before caps) that a full answer would close.

    weight x (1 - knownness) / weight of its checklist, averaged over the scored checklists; 0 for flags, for checks
    that do not apply and for checklists that are shown only.
    """
    items = {
        name: listed for name, listed in items_of(catalogue, assessment, depth).items() if len(listed) >= FEWEST_SCORED
    }
    total = {name: sum(item.weight for item in listed) for name, listed in items.items()}
    found: dict[str, float] = {}
    for finding in assessment.findings:
        check = catalogue.by_id[finding.check]
        scored = finding.checklist in items and not check.is_flag and (check.core or depth == "full")
        if not scored or finding.outcome == "not_applicable":
            found[finding.check] = 0.0
            continue
        still_open = WEIGHTS[check.importance] * (1 - exactly(finding.knownness))
        found[finding.check] = float(Fraction(100) * still_open / total[finding.checklist] / len(items))
    return found


def gain_of(catalogue: Catalogue, assessment: Assessment, check: str, depth: Depth = "core") -> float:
    """The gain of one check, as `gains` lists it. Raises `KeyError` for an unknown id."""
    return gains(catalogue, assessment, depth)[check]


def open_questions(catalogue: Catalogue, assessment: Assessment, depth: Depth = "core") -> tuple[OpenQuestion, ...]:
    """Every question that is still worth asking: those behind critical flags that are not ruled out, then by gain.

    Those of which it is open whether they are about this offer come after the others of their kind.

    A flag that watches other checks is asked about through them; any other flag asks its own question.
    """
    points = gains(catalogue, assessment, depth)
    critical: dict[str, bool] = {}
    for flag in assessment.red_flags:
        if flag.state == "raised":
            continue
        for check in _asked_through(catalogue, assessment, flag):
            critical[check] = critical.get(check, False) or flag.severity == "critical"
    names = [name for name, gain in points.items() if gain > 0 or name in critical]
    questions = [
        OpenQuestion(name, catalogue.by_id[name].ask, points[name], critical.get(name, False)) for name in names
    ]
    return tuple(sorted(questions, key=lambda one: (not one.critical, one.check in assessment.unsure, -one.gain)))


def _asked_through(catalogue: Catalogue, assessment: Assessment, flag: RedFlag) -> list[str]:
    """The checks whose answers could rule the flag out, without those that are firmly answered already."""
    check = catalogue.by_id[flag.check]
    through = _checks_behind(check)
    if not through:
        return [check.id]
    return [name for name in through if name in catalogue.by_id and not _is_firm(assessment, name)] or [check.id]


def _checks_behind(check: Check) -> tuple[str, ...]:
    if check.watches is not None:
        return tuple(watch.check for watch in check.watches)
    return MEASURES[check.measure].checks if check.measure is not None else ()


def _is_firm(assessment: Assessment, name: str) -> bool:
    finding = assessment.finding(name)
    if finding.outcome not in FIRM:
        return False
    return finding.evidence is None or Evidence(finding.evidence).grade >= Evidence.POSTING.grade
