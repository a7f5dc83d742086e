"""Every combination of gate and outcome: the sentence, the state and the exit code never disagree."""

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product

import pytest

from evaluator.checklists.findings import RedFlag, Score
from evaluator.comparison.audit_model import FailOn, Gates, MinScore
from evaluator.comparison.gates import gates_of, outcome_of_gates
from evaluator.comparison.model import OfferResult, Waived
from tests.comparison.samples import compared, sample

TITLES = {"support": "Support"}


def flag(severity: str, state: str) -> RedFlag:
    return RedFlag("one", "One", severity, state, "", "", "")  # type: ignore[arg-type]


@cache
def lakeside() -> OfferResult:
    return compared(sample("lakeside-group")).offers[0]


def result(flags: tuple[RedFlag, ...], support: Score | None, coverage: float, waived: bool) -> OfferResult:
    given = lakeside()
    overall = replace(given.scores["overall"], floor=50.0, ceiling=90.0, coverage=coverage, scored=True)
    scores = {"overall": overall, **({"support": support} if support else {})}
    waiver = Waived("one", "known", "R. Doe", date(2027, 1, 1), holds=True)
    return replace(given, red_flags=flags, scores=scores, waived=(waiver,) if waived else ())


SUPPORT = {
    "above": Score(70.0, 90.0, 0.8, 80.0),
    "exactly": Score(60.0, 90.0, 0.8, 80.0),
    "just_below": Score(59.99999, 90.0, 0.8, 80.0),
    "hopeless": Score(10.0, 20.0, 0.8, 80.0),
    "not_scored": Score(100.0, 100.0, 1.0, 100.0, scored=False),
    "absent": None,
}
FLAGS = {
    "none": (),
    "critical": (flag("critical", "raised"),),
    "high": (flag("high", "raised"),),
    "medium": (flag("medium", "raised"),),
    "suspected": (flag("critical", "suspected"),),
    "open": (flag("critical", "not_ruled_out"),),
}
BREACHES = {"critical": ("critical",), "high": ("critical", "high"), "none": ()}


@pytest.mark.parametrize("fail_on", ["critical", "high", "none"])
@pytest.mark.parametrize("least", [None, 60.0])
@pytest.mark.parametrize("most_unknown", [None, 0.5])
def test_every_combination(fail_on: FailOn, least: float | None, most_unknown: float | None) -> None:
    gates = Gates(fail_on, () if least is None else (MinScore("support", least),), most_unknown)
    for flags, support, coverage, waived in product(FLAGS, SUPPORT, (0.0, 0.5, 0.49, 1.0), (False, True)):
        one = result(FLAGS[flags], SUPPORT[support], coverage, waived)
        results = gates_of(one, gates, TITLES)
        outcome = outcome_of_gates(results, gates)
        breached = (flags in BREACHES[fail_on] and not waived) or (
            least is not None and support in ("just_below", "hopeless")
        )
        undecided = (least is not None and support in ("not_scored", "absent")) or (
            coverage < 0.5 if most_unknown is not None else gates.any_set and coverage == 0
        )
        expected = 1 if breached else 3 if undecided else 0
        assert outcome.exit_code == expected, (fail_on, least, most_unknown, flags, support, coverage, waived)
        assert outcome.title == {1: "Not passed", 3: "Too much is unknown"}.get(
            expected, "Passed" if gates.any_set else "No gate was set"
        )
        assert ("breached" in outcome.says) == (expected == 1)
        assert ("can't be decided" in outcome.says) == (expected == 3)
        assert any(row.state == "breached" for row in results) == (expected == 1)


def test_a_waived_flag_breaches_nothing_and_is_told() -> None:
    one = result(FLAGS["critical"], None, 1.0, True)
    (row,) = gates_of(one, Gates(), TITLES)
    assert (row.state, row.flags) == ("held", ())
    assert row.says == "1 is raised and accepted by a waiver."


def test_a_waiver_that_has_ended_accepts_nothing() -> None:
    one = result(FLAGS["critical"], None, 1.0, True)
    one = replace(one, waived=(replace(one.waived[0], holds=False),))
    assert outcome_of_gates(gates_of(one, Gates(), TITLES), Gates()).exit_code == 1


def test_one_bad_offer_fails_the_audit_of_several() -> None:
    good, bad = result((), None, 1.0, False), result(FLAGS["critical"], None, 0.0, False)
    rows = [*gates_of(good, Gates(), TITLES), *gates_of(bad, Gates(), TITLES)]
    assert outcome_of_gates(rows, Gates()).exit_code == 1
    assert outcome_of_gates(rows, Gates()).says == "1 of 3 gates is breached."


def test_the_share_unknown_never_reads_as_the_limit_that_it_passes() -> None:
    (row,) = gates_of(result((), None, 0.59996, False), Gates("none", (), 0.4), TITLES)
    assert row.state == "unknown"
    assert row.says.startswith("41%")
