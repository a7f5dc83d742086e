"""Red flags: when what a check found raises one, and when it rules one out.

In: a flag and the findings of the checks it watches. Out: the flag's own finding, and a `RedFlag` unless it is ruled
out. Must not look at an offer. A flag is ruled out by a stated fact whose evidence is at least a posting, and by
nothing weaker.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from evaluator.checklists.checks import AtLeast, Check, Watch
from evaluator.checklists.findings import Finding, FlagState, Outcome, RedFlag
from evaluator.offer.evidence import Evidence

POSTING = Evidence.POSTING.grade

OPEN = "Nothing in the offer rules this out."
MAY_NOT_APPLY = "What is stated points to it; whether it applies here is open."
ONLY_SAID = "What speaks against it was said, not written."
ONLY_THIRD_PARTY = "Only somebody else speaks against it."
ASKED_VAGUE = "Asked, and answered without a number or a rule."
ASKED_REFUSED = "Asked, and not answered."


@dataclass(frozen=True, slots=True)
class _Sighting:
    """What one watched check says of the flag: it points to it, speaks against it (with a grade), or is open."""

    finding: Finding
    points: Literal["to", "perhaps", "open", "against"]
    grade: float = 0.0


def watching_finding(
    check: Check, checklist: str, found: Mapping[str, Finding], applicable: Mapping[str, bool | None]
) -> Finding:
    """The finding of a flag that watches other checks: not met if enough of them point to it."""
    watches = [watch for watch in check.watches or () if found[watch.check].outcome != "not_applicable"]
    rule = check.raised_when
    needed = rule.at_least if isinstance(rule, AtLeast) else len(watches) if rule == "all" else 1
    if len(watches) < max(needed, 1):
        left_out = next(watch.check for watch in check.watches or () if watch not in watches)
        return _finding(check, checklist, "not_applicable", found[left_out].says, 0.0)
    seen = [
        _sighting(watch, found[watch.check], applicable[watch.check] is None, all_needed=rule == "all")
        for watch in watches
    ]
    to = [one for one in seen if one.points == "to"]
    perhaps = [one for one in seen if one.points == "perhaps"]
    if len(to) >= needed:
        return _finding(check, checklist, "not_met", check.says["raised"], 1.0, to[0].finding)
    if len(to) + len(perhaps) >= needed:
        return _finding(check, checklist, "not_met", check.says["raised"], 0.5, perhaps[0].finding)
    # The flag is ruled out as firmly as the weakest of the strongest denials that are needed to make it impossible.
    against = sorted((one for one in seen if one.points == "against"), key=lambda one: -one.grade)
    enough = len(seen) - needed
    if len(against) > enough:
        shown = against[enough]
        return _finding(check, checklist, "met", check.says["clear"], shown.grade, shown.finding)
    return _open_finding(check, checklist, [one.finding for one in seen if one.points == "open"])


def _sighting(watch: Watch, finding: Finding, unsure: bool, all_needed: bool) -> _Sighting:
    if finding.outcome in ("not_stated", "vague", "refused"):
        return _Sighting(finding, "open")
    if _raises(watch, finding):
        if unsure:
            return _Sighting(finding, "open")
        return _Sighting(finding, "perhaps" if _only_a_third_party_says(finding) else "to")
    if unsure and all_needed:  # if it turned out not to apply, the others alone could raise the flag
        return _Sighting(finding, "open")
    return _Sighting(finding, "against", Evidence(finding.evidence).grade if finding.evidence else 0.0)


def _raises(watch: Watch, finding: Finding) -> bool:
    return finding.outcome == "not_met" if watch.raised_by is None else finding.said in watch.raised_by


def _only_a_third_party_says(finding: Finding) -> bool:
    """An admission of the employer counts in full, also one whose answer is worth half and is known as far as shown."""
    return finding.knownness < 1 and finding.evidence == Evidence.THIRD_PARTY.value


def _open_finding(check: Check, checklist: str, still_open: list[Finding]) -> Finding:
    by_outcome: tuple[tuple[Outcome, str, float], ...] = (("refused", ASKED_REFUSED, 1.0), ("vague", ASKED_VAGUE, 0.5))
    for outcome, says, knownness in by_outcome:
        for finding in still_open:
            if finding.outcome == outcome:
                return _finding(check, checklist, outcome, says, knownness, finding)
    pointing = [finding for finding in still_open if finding.outcome != "not_stated"]
    says = MAY_NOT_APPLY if any(finding.outcome == "not_met" for finding in pointing) else OPEN
    return _finding(check, checklist, "not_stated", says, 0.0, pointing[0] if pointing else None)


def _finding(
    check: Check, checklist: str, outcome: Outcome, says: str, knownness: float, shown: Finding | None = None
) -> Finding:
    return Finding(
        check=check.id,
        checklist=checklist,
        outcome=outcome,
        says=says,
        weight=check.importance,
        knownness=knownness,
        worth=1.0 if outcome == "met" else 0.0,
        said=shown.said if shown else None,
        evidence=shown.evidence if shown else None,
        quote=shown.quote if shown else None,
        where=shown.where if shown else None,
        line=shown.line if shown else None,
    )


def flag_of(check: Check, finding: Finding, unsure: bool) -> RedFlag | None:
    """The flag for a report, or nothing if it does not apply or is ruled out.

    A flag of which it is open whether it applies is never raised: it is not ruled out.
    """
    state, says = _state(finding, unsure)
    if state is None:
        return None
    return RedFlag(
        check=check.id,
        title=check.title,
        severity=check.importance,
        state=state,
        says=says,
        why=check.why,
        request=check.request,
        evidence=finding.evidence,
        quote=finding.quote,
        where=finding.where,
        line=finding.line,
    )


def _state(finding: Finding, unsure: bool) -> tuple[FlagState | None, str]:
    match finding.outcome:
        case "not_applicable":
            return None, ""
        case "not_met" if unsure:
            return "not_ruled_out", MAY_NOT_APPLY
        case "not_met":
            return ("raised" if finding.knownness == 1 else "suspected"), finding.says
        case "met" | "partly":
            if finding.knownness >= POSTING:
                return None, ""
            return "not_ruled_out", ONLY_THIRD_PARTY if finding.evidence == "third_party" else ONLY_SAID
        case "vague":
            return "not_ruled_out", ASKED_VAGUE
        case "refused":
            return "not_ruled_out", ASKED_REFUSED
        case _:
            return "not_ruled_out", OPEN if finding.says.startswith("The offer does not say") else finding.says
