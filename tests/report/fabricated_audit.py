"""Audits to look at: of a sample with a waiver, and one whose every text is an attack on some output."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from evaluator.checklists import load_catalogue
from evaluator.comparison.audit import audit, both_sides
from evaluator.comparison.audit_model import (
    Audit,
    AuditedOffer,
    Fix,
    Gates,
    InputFile,
    LiftedFlag,
    MinScore,
    Reached,
    Unfixed,
)
from evaluator.comparison.gates import gates_of, outcome_of_gates
from evaluator.economics import load_assumptions
from evaluator.economics.practice import PracticeFigures, audit_practice
from evaluator.offer.editing import Change
from evaluator.offer.practice import load_practice
from evaluator.offer.waivers import Waiver
from tests.comparison.samples import AS_OF, sample
from tests.report.fabricated import GROUP, HOSTILE, compare_by_hand, hostile

WAIVER = Waiver(
    "too-many-sessions", None, "We hire [two](http://x.example) more; {0}", "R. Doe", date(2027, 1, 1), "w.yaml", 3
)


@cache
def summit(reaching: bool = False) -> Audit:
    return audit(
        [sample("summit-quota"), sample("lakeside-group")],
        catalogue=load_catalogue(),
        assumptions=load_assumptions(),
        as_of=AS_OF,
        gates=Gates("high", (MinScore("support", 20.0),), 0.6),
        waivers=[WAIVER],
        to_reach="sound" if reaching else None,
    )


SMALL_BOOKS = Path(__file__).parent / "small-practice.yaml"


@cache
def small() -> Audit:
    """One offer with few checks, one fix of each kind, and the books of two clinicians: every section, in few words."""
    compared = compare_by_hand(replace(GROUP, questions=GROUP.questions[:2], red_flags=GROUP.red_flags[:2]))
    compared = replace(compared, checks=compared.checks[:6], assumptions=compared.assumptions[:1], kinds=None)
    gates = Gates("high", (MinScore("overall", 50.0),), 0.5)
    changes = (Change(("autonomy", "pause-intake"), "any_time"),)
    lifted = (LiftedFlag("full-at-once", "Full load at once", "high", "suspected"),)
    request, do = "Write that intake can be paused.", "Let clinicians pause intake."
    words = ("Pausing intake", "not_met", request, do, "Clinicians may pause intake.", changes)
    fix = Fix("pause-intake", "autonomy", *words, 2.5, 6.0, lifted, 1200.0, 0.75, verdict="Sound")  # type: ignore[arg-type]
    open_fix = replace(fix, check="tools", title="Tools", cost_usd=None, hourly_usd=None, unpriced="amount_open")
    unfixed = (Unfixed("turnover", "How many leave", "Ask those who left."),)
    reached = Reached("sound", True, True, ("pause-intake",), 61.0, 1200.0, 0.75, "One fix leads to Sound.")
    (one,) = compared.offers
    held = gates_of(one, gates, {})
    audited = (AuditedOffer(one.id, both_sides(one.money), held, (fix, open_fix), unfixed, reached),)
    practice = audit_practice(load_practice(SMALL_BOOKS), None)
    inputs = (InputFile("practice", SMALL_BOOKS.name, "0" * 64),)
    outcome = outcome_of_gates(held, gates)
    return Audit(1, gates, outcome, audited, compared, compared, practice, inputs, ("A word on the audit.",))


@cache
def spoiled() -> Audit:
    """Every text that could come from an offer, a waiver or a checklist of the user's own is hostile."""
    compared, gates = hostile(), Gates("high", (MinScore("overall", 50.0),), 0.1)
    fix = Fix(
        "pause-intake",
        "autonomy",
        HOSTILE,
        "vague",
        HOSTILE,
        HOSTILE,
        HOSTILE,
        (Change(("autonomy", HOSTILE), HOSTILE), Change(("hours", HOSTILE))),
        1.0,
        2.0,
        (LiftedFlag("x", HOSTILE, "critical", "raised"),),
        float("nan"),
        1e9,
        verdict=HOSTILE,
    )
    reached = Reached("sound", True, False, ("pause-intake",), 61.0, -5.0, 0.0, HOSTILE)
    audited = tuple(
        AuditedOffer(
            one.id,
            both_sides(one.money),
            gates_of(one, gates, {}),
            (fix,),
            (Unfixed("turnover", HOSTILE, HOSTILE),),
            reached,
        )
        for one in compared.offers
    )
    outcome = outcome_of_gates([row for one in audited for row in one.gates], gates)
    return Audit(1, gates, outcome, audited, compared, compared, notices=(HOSTILE,))


def with_books(practice: PracticeFigures) -> Audit:
    """An audit with these books."""
    return replace(summit(), practice=practice)
