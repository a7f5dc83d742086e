"""Which gates an offer passes, and how an audit ends.

In: the results of the offers and the gates that the user set. Out: `GateResult`s and the `AuditOutcome`, the one place
that decides the exit code. Must not change a finding, a score or a verdict.
"""

from collections.abc import Iterator, Sequence

from evaluator.checklists.findings import RedFlag, Score
from evaluator.comparison.audit_model import AuditOutcome, GateResult, Gates, GateState, MinScore
from evaluator.comparison.model import OfferResult
from evaluator.offer.shares import shown_rest

GRAVE = {"critical": ("critical",), "high": ("critical", "high"), "none": ()}
OVERALL = "overall"


def gates_of(offer: OfferResult, gates: Gates, titles: dict[str, str]) -> tuple[GateResult, ...]:
    """Every gate that is set, for one offer. `titles` names the checklists by id.

    Where any gate is set and nothing at all is known of the offer, one more result says so.
    """
    results = [_on_flags(offer, gates)] if gates.fail_on != "none" else []
    results += [_on_score(offer, one, titles) for one in gates.min_scores]
    results += _on_unknown(offer, gates)
    return tuple(results)


def accepted(offer: OfferResult) -> frozenset[str]:
    """The checks whose findings a waiver accepts that still holds."""
    return frozenset(waived.check for waived in offer.waived if waived.holds)


def breaching(offer: OfferResult, gates: Gates) -> tuple[RedFlag, ...]:
    """The red flags that are raised, grave enough for the gate, and accepted by nobody."""
    grave, waived = GRAVE[gates.fail_on], accepted(offer)
    return tuple(
        flag
        for flag in offer.red_flags
        if flag.state == "raised" and flag.severity in grave and flag.check not in waived
    )


def outcome_of_gates(results: Sequence[GateResult], gates: Gates) -> AuditOutcome:
    """How the audit ends, over the gates of all offers."""
    breached = sum(one.state == "breached" for one in results)
    unknown = sum(one.state == "unknown" for one in results)
    if breached:
        verb = "is" if breached == 1 else "are"
        return AuditOutcome(1, "Not passed", f"{_gates(breached, len(results))} {verb} breached.")
    if unknown:
        return AuditOutcome(3, "Too much is unknown", f"{_gates(unknown, len(results))} can't be decided.")
    if not gates.any_set:
        return AuditOutcome(0, "No gate was set", "The audit ran, and nothing was asked to hold.")
    return AuditOutcome(0, "Passed", f"{_gates(len(results), len(results))} held.")


def _gates(number: int, all_of_them: int) -> str:
    if all_of_them == 1:
        return "The gate"
    every = "Both" if all_of_them == 2 else f"All {all_of_them}"
    return f"{every} gates" if number == all_of_them else f"{number} of {all_of_them} gates"


def _on_flags(offer: OfferResult, gates: Gates) -> GateResult:
    title = "No critical red flag" if gates.fail_on == "critical" else "No critical or high red flag"
    found = breaching(offer, gates)
    grave = GRAVE[gates.fail_on]
    waived = sum(
        flag.state == "raised" and flag.severity in grave and flag.check in accepted(offer) for flag in offer.red_flags
    )
    still_open = sum(flag.state != "raised" and flag.severity in grave for flag in offer.red_flags)
    says = [f"Raised: {', '.join(flag.title for flag in found)}."] if found else []
    says += [f"{waived} {'is' if waived == 1 else 'are'} raised and accepted by a waiver."] if waived else []
    says = says or ["None is raised."]
    says += [f"{still_open} {'is' if still_open == 1 else 'are'} not ruled out."] if still_open else []
    state: GateState = "breached" if found else "held"
    return GateResult("flags", state, title, " ".join(says), tuple(flag.check for flag in found))


def _on_score(offer: OfferResult, gate: MinScore, titles: dict[str, str]) -> GateResult:
    """Compares the floor, unrounded. A checklist that is not scored for this offer leaves the gate undecided."""
    name = "The overall score" if gate.checklist == OVERALL else titles[gate.checklist]
    title = f"{name}: a floor of at least {gate.least:g}"
    score = offer.scores.get(gate.checklist)
    if score is None or not score.scored:
        return GateResult("score", "unknown", title, "Fewer than three of its checks apply, so there is no score.")
    held = score.floor >= gate.least
    shown = _tenths(score.floor)
    why = (
        "" if held or score.ceiling < gate.least else f" Open answers could still lift it to {_tenths(score.ceiling)}."
    )
    return GateResult("score", "held" if held else "breached", title, f"The floor is {shown} of 100.{why}")


def unknown_share(overall: Score) -> float:
    """The share of what matters that is unknown, 0 to 1; all of it where there is no score."""
    return 1 - overall.coverage if overall.scored else 1.0


def too_much_unknown(unknown: float, most: float) -> bool:
    """Whether the gate on the unknown does not hold."""
    return unknown > most + 1e-12


def shown_unknown(unknown: float, most: float) -> str:
    """The unknown share beside a limit: rounded up, so that one just above the limit never reads as the limit."""
    is_whole = abs(most * 100 - round(most * 100)) < 1e-9
    return shown_rest(1 - unknown, tenths=not is_whole)


def _on_unknown(offer: OfferResult, gates: Gates) -> Iterator[GateResult]:
    unknown = unknown_share(offer.scores[OVERALL])
    if gates.max_unknown is not None:
        held = not too_much_unknown(unknown, gates.max_unknown)
        state: GateState = "held" if held else "unknown"
        title = f"At most {gates.max_unknown * 100:g}% unknown"
        shown = shown_unknown(unknown, gates.max_unknown)
        yield GateResult("unknown", state, title, f"{shown} of what matters is unknown.")
    elif gates.any_set and unknown >= 1:
        yield GateResult("anything_known", "unknown", "Something is known", "Nothing in this offer could be checked.")


def _tenths(value: float) -> str:
    """Cut after one decimal, so that 59.97 never reads as the 60 that it misses."""
    whole, tenth = divmod(int(value * 10 + 1e-9), 10)
    return f"{whole}.{tenth}" if tenth else str(whole)
