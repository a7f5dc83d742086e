"""Silence never pays: what must always hold, tried on offers of all kinds.

In: offers drawn by Hypothesis. Out: pass or fail. Must not know how any check decides.

Taking away any line never raises a floor; answering what was silent never widens an interval; better evidence never
lowers a floor. Caps included.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator.checklists import assess, scorecard
from evaluator.checklists.assessing import Assessment
from evaluator.checklists.findings import Score
from evaluator.checklists.measures import MEASURES
from evaluator.checklists.reading import Reading
from evaluator.offer import Evidence
from tests.checklists.written import Said, offer, the_catalogue

SLACK = 1e-9
Values = dict[str, tuple[str, ...]]
MOST_LINES = 10  # of each offer, drawn at random: reading an offer is what takes the time here
EVIDENCE = [evidence.value for evidence in Evidence]
SHARES = ("0%", "10%", "50%", "70%", "71%", "60-80%", "90%", "100%")
DOLLARS = ("$0", "$4", "$20", "$75", "$10-60")

HEAD: Values = {
    "offer.kind": ("group", "platform", "ipa", "mso", "integrated", "partnership"),
    "offer.discipline": ("psychotherapy", "physical_therapy"),
    "offer.engagement": ("employee", "contractor", "partner"),
    "offer.license_stage": ("independent", "associate"),
    "offer.state": ("OH", "CA", "CO", "NY"),
    "offer.full_time_share": ("40%", "60%", "100%"),
}
TERMS: Values = {
    "caseload.sessions_per_week": ("5", "22", "26", "31", "20-35"),
    "caseload.ramp.shape": ("linear", "s_curve"),
    "caseload.new_clients.per_week": ("2",),
    "hours.documentation_minutes": ("10",),
    "hours.session_minutes": ("45", "60", "50-60"),
    "hours.weekly_paid": SHARES,
    "hours.contract_per_week": ("40",),
    "costs.yearly.ehr": DOLLARS,
    "costs.yearly.room": DOLLARS,
    "costs.per_session": DOLLARS,
    "practice.left_last_year": ("5%", "20%", "45%", "10-20%"),
    "pay.lag_days": ("14", "45", "90", "20-40"),
    "pay.missed_visit.fee": DOLLARS,
    "pay.missed_visit.clinician_share": SHARES,
    "pay.missed_visit.per_no_show": DOLLARS,
    "pay.missed_visit.per_late_cancel": DOLLARS,
    **dict.fromkeys((name for name in MEASURES["control_factors"].terms if name != "benefits"), ("yes", "no")),
}
BENEFITS: tuple[Values, ...] = (
    {},
    {"benefits": ("none",)},
    {"benefits.health": ("$0", "$0-4800", "$4,800"), "benefits.retirement": ("$0", "$1,200")},
)
HOURS: tuple[Values, ...] = (
    {},
    {"hours.weekly": ("none", "0", "2", "3-6")},
    {"hours.weekly.admin": ("0", "2"), "hours.weekly.meetings": ("0", "1")},
)
RAMPS: tuple[Values, ...] = (
    {},
    {"caseload.ramp.weeks": ("0", "2", "16", "0-8"), "caseload.ramp.starts_at": ("10%", "50%", "100%")},
)
PAY: dict[str, Values] = {
    "percentage": {
        "pay.share": ("50%", "60%", "70%", "75%", "60-75%"),
        "pay.of": ("collected", "allowed"),
        "pay.fees_off_the_top": ("3%",),
        "pay.deduction_per_session": DOLLARS,
    },
    "per_session": {
        "pay.rate": ("$60", "$50-60"),
        "pay.missed_visit.no_show_rate_share": SHARES,
        "pay.missed_visit.late_cancel_rate_share": SHARES,
    },
    "hourly": {"pay.hourly_rate": ("$40",)},
    "salary": {"pay.salary": ("$80,000",)},
    "base_plus_commission": {"pay.base_salary": ("$40,000",)},
}
ANSWERS: Values = {
    f"{section}.{check}": tuple(words)
    for section, checks in the_catalogue().questions().items()
    for check, words in checks.items()
}


@st.composite
def sayings(draw: st.DrawFn) -> dict[str, Said]:
    """What an offer says, in any mixture of stated, vague, refused and silent terms."""
    structure = draw(st.sampled_from([*PAY, None]))
    groups = [draw(st.sampled_from(choices)) for choices in (HOURS, RAMPS, BENEFITS)]
    terms = {**TERMS, **groups[0], **groups[1], **groups[2], **PAY.get(structure or "", {})}
    if structure is None:
        terms = {name: values for name, values in terms.items() if not name.startswith("pay.")}
    talkative = draw(st.integers(1, 9))
    said: dict[str, Said] = {} if structure is None else {"pay.structure": structure}
    for name, values in {**HEAD, **terms, **ANSWERS}.items():
        if draw(st.integers(0, 9)) <= talkative:
            said[name] = draw(_worded(values))
    for share, fixed in (("no_show_rate_share", "per_no_show"), ("late_cancel_rate_share", "per_late_cancel")):
        if f"pay.missed_visit.{share}" in said:
            said.pop(f"pay.missed_visit.{fixed}", None)
    return said


def _worded(values: tuple[str, ...]) -> st.SearchStrategy[Said]:
    stated = st.tuples(st.sampled_from(values), st.sampled_from(EVIDENCE))
    return st.one_of(stated, stated, stated, stated, stated, st.sampled_from(["vague", "refused"]))


@dataclass(frozen=True, slots=True)
class Wage:
    """Pay over the minimum wage as the economics would work it out: for an offer, and for one that says less."""

    known: Reading
    less_known: Reading


@st.composite
def wages(draw: st.DrawFn) -> Wage:
    """Ends on both sides of the bounds of 100% and 150%; what says less has them wider or alike, never narrower."""
    ends = st.sampled_from((0.0, 0.4, 0.9, 1.0, 1.2, 1.5, 2.0, 4.0))
    worst, low, high, best = sorted(draw(st.tuples(ends, ends, ends, ends)))
    return Wage(Reading(low, high), Reading(worst, best))


def weighed(said: Mapping[str, Said], wage: Reading | None = None) -> tuple[Assessment, dict[str, Score]]:
    figures = {} if wage is None else {"over_minimum_wage": wage}
    assessment = assess(the_catalogue(), offer(said, "offer_letter"), figures)
    return assessment, scorecard(the_catalogue(), assessment)


def floors(scores: Mapping[str, Score]) -> dict[str, float]:
    """Every floor: each checklist's, and the overall one with and without caps."""
    overall = scores["overall"]
    assert overall.uncapped_floor is not None
    return {**{name: score.floor for name, score in scores.items()}, "uncapped": overall.uncapped_floor}


def without(said: Mapping[str, Said], chance: Random) -> Iterator[tuple[str, dict[str, Said]]]:
    """The offer without one of its lines, for some of them; pay goes as a whole with its structure."""
    for name in chance.sample(sorted(said), min(len(said), MOST_LINES)):
        gone = "pay." if name == "pay.structure" else name
        yield name, {other: value for other, value in said.items() if other != name and not other.startswith(gone)}


@settings(max_examples=25)
@given(sayings(), wages(), st.randoms(use_true_random=False))
def test_taking_a_line_away_never_raises_a_floor(said: dict[str, Said], wage: Wage, chance: Random) -> None:
    before = floors(weighed(said, wage.known)[1])
    for name, rest in without(said, chance):
        after = floors(weighed(rest, wage.less_known)[1])
        for floor, value in after.items():
            assert value <= before[floor] + SLACK, f"without {name} the floor of {floor} rises"


@settings(max_examples=25)
@given(sayings(), wages(), st.randoms(use_true_random=False))
def test_answering_what_was_silent_never_widens_an_interval(said: dict[str, Said], wage: Wage, chance: Random) -> None:
    """A question is silent if its check found nothing stated; one that was answered vaguely or refused is not."""
    after, narrow = weighed(said, wage.known)
    for name, rest in without(said, chance):
        before, wide = weighed(rest, wage.less_known)
        if _only_silence_was_broken(before, after):
            for checklist, score in narrow.items():
                widened = (score.ceiling - score.floor) - (wide[checklist].ceiling - wide[checklist].floor)
                assert widened <= SLACK, f"stating {name} widens {checklist}"


def _only_silence_was_broken(before: Assessment, after: Assessment) -> bool:
    unsure = before.unsure - after.unsure
    changed = [
        was
        for was, now in zip(before.findings, after.findings, strict=True)
        if (was.outcome, was.knownness) != (now.outcome, now.knownness) and was.check not in unsure
    ]
    return all(was.outcome == "not_stated" for was in changed)


@settings(max_examples=25)
@given(sayings(), wages(), st.randoms(use_true_random=False))
def test_better_evidence_never_lowers_a_floor(said: dict[str, Said], wage: Wage, chance: Random) -> None:
    before = floors(weighed(said, wage.known)[1])
    for name in chance.sample(sorted(said), min(len(said), MOST_LINES)):
        value = said[name]
        if isinstance(value, tuple) and value[1] != "contract":
            better = chance.choice(EVIDENCE[: EVIDENCE.index(value[1])])
            after = floors(weighed({**said, name: (value[0], better)}, wage.known)[1])
            for floor, height in after.items():
                assert height >= before[floor] - SLACK, f"{name} on {better} lowers the floor of {floor}"


@settings(max_examples=50)
@given(sayings(), wages())
def test_floors_stay_under_ceilings(said: dict[str, Said], wage: Wage) -> None:
    assessment, scores = weighed(said, wage.known)
    for score in scores.values():
        assert 0 <= score.floor <= score.ceiling <= 100
        assert 0 <= score.coverage <= 1
    for finding in assessment.findings:
        assert finding.says
        assert finding.outcome in ("met", "partly") or finding.worth == 0
