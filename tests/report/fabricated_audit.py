"""Audits to look at: of a sample with a waiver, and one whose every text is an attack on some output."""

from dataclasses import replace
from datetime import date
from functools import cache

from evaluator.checklists import load_catalogue
from evaluator.comparison.audit import audit, both_sides
from evaluator.comparison.audit_model import Audit, AuditedOffer, Fix, Gates, LiftedFlag, MinScore, Reached, Unfixed
from evaluator.comparison.gates import gates_of, outcome_of_gates
from evaluator.economics import load_assumptions
from evaluator.economics.practice import PracticeFigures
from evaluator.offer.editing import Change
from evaluator.offer.waivers import Waiver
from tests.comparison.samples import AS_OF, sample
from tests.report.fabricated import HOSTILE, hostile

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
