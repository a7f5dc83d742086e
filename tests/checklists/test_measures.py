"""Every measure by hand: what it reads, what it leaves open, and how it is shown.

In: small offers. Out: pass or fail. Must not judge the numbers; the checklists do.
"""

import math

import pytest

from evaluator.checklists.assessing import assess
from evaluator.checklists.checks import Unit
from evaluator.checklists.measures import MEASURES, Asked, Inapplicable, Subject
from evaluator.checklists.reading import Reading, show
from evaluator.checklists.stated_terms import terms_of
from evaluator.offer import Knownness
from tests.checklists.written import Said, offer, the_catalogue

ANYTHING = math.inf
SHARE: dict[str, Said] = {"pay.structure": "percentage"}
SALARY: dict[str, Said] = {"pay.structure": "salary"}


def read(measure: str, said: dict[str, Said], least_grade: float = 0.0) -> tuple[float, float] | str | None:
    found = MEASURES[measure].read(Subject(terms_of(offer(said), least_grade)))
    match found:
        case Reading(low, high):
            return round(low, 6), round(high, 6)
        case Inapplicable(because):
            return because
        case _:
            return None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, None),
        ({"fee": "$75", "clinician_share": "50%"}, (37.5, 37.5)),
        ({"fee": "$60-80", "clinician_share": "50-100%"}, (30, 30)),  # a range promises its lower end
        ({"fee": "$75"}, None),  # who gets it?
        ({"clinician_share": "100%"}, None),  # of what?
        ({"clinician_share": "0%"}, (0, 0)),  # of whatever
        ({"per_no_show": "$20", "per_late_cancel": "$0"}, (10, 10)),  # both kinds count alike
        ({"per_no_show": "$20"}, (10, 10)),  # nothing is promised for the other
        ({"fee": "$75", "clinician_share": "50%", "per_no_show": "$20"}, (47.5, 47.5)),
        ({"fee": "$75", "clinician_share": "vague", "per_no_show": "$20"}, (10, 10)),
    ],
)
def test_pay_for_a_missed_visit(said: dict[str, str], expected: tuple[float, float] | None) -> None:
    assert read("missed_visit_pay_usd", {**SHARE, **{f"pay.missed_visit.{k}": v for k, v in said.items()}}) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (SHARE, None),
        ({**SHARE, "hours.weekly.admin": "2"}, None),
        ({**SHARE, "hours.weekly.admin": "2", "hours.weekly_paid": "40-60%"}, (0.4, 0.6)),
        ({**SHARE, "hours.weekly_paid": "0%"}, (0, 0)),  # an admission, whatever the hours are
        ({**SHARE, "hours.weekly": "none"}, (1, 1)),
        ({**SHARE, "hours.weekly": "0"}, (1, 1)),
        ({**SHARE, "hours.weekly.admin": "0"}, None),  # other kinds of hours are not named
        (SALARY, None),
        ({**SALARY, "hours.contract_per_week": "40"}, (1, 1)),
        ({**SALARY, "hours.weekly.admin": "5"}, None),
        ({**SALARY, "hours.weekly_paid": "50%"}, (0.5, 1)),
        ({"pay.structure": "hourly", "pay.paid_for": "contract_hours", "hours.contract_per_week": "30"}, (1, 1)),
        ({"pay.structure": "hourly", "pay.paid_for": "session_hours", "hours.contract_per_week": "30"}, None),
        ({"pay.structure": "hourly", "pay.paid_for": "contract_hours"}, None),
    ],
)
def test_paid_share_of_required_hours(said: dict[str, Said], expected: tuple[float, float] | None) -> None:
    assert read("paid_share_of_required_hours", said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, None),
        ({"caseload.sessions_per_week": "25", "offer.full_time_share": "100%"}, (25, 25)),
        ({"caseload.sessions_per_week": "20-26", "offer.full_time_share": "80%"}, (25, 32.5)),
        # A part-time post could hide behind silence, so there is no upper end.
        ({"caseload.sessions_per_week": "25"}, (25, ANYTHING)),
        ({"offer.full_time_share": "100%"}, None),
        # Where visits follow from referrals, as many as the schedule has room for.
        ({"patient_flow.slots_per_week": "50", "offer.full_time_share": "80%"}, (62.5, 62.5)),
        ({"patient_flow.referrals_per_week": "7", "offer.full_time_share": "100%"}, None),
    ],
)
def test_sessions_of_a_full_time_post(said: dict[str, Said], expected: tuple[float, float] | None) -> None:
    assert read("full_time_sessions_per_week", said) == expected


def ramp(**said: str) -> dict[str, Said]:
    return {f"caseload.ramp.{name}": value for name, value in said.items()}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, None),
        (ramp(weeks="0"), (1, 1)),
        (ramp(starts_at="100%"), (1, 1)),
        # From 50% in 6 weeks: .5 + .5*(0+1+2+3+4+5)/36 = .708333
        (ramp(weeks="6", starts_at="50%", shape="linear"), (0.708333, 0.708333)),
        # From 20% in 16 weeks: .2 + .8*15/96 = .325
        (ramp(weeks="16", starts_at="20%", shape="linear"), (0.325, 0.325)),
        (ramp(weeks="6", shape="linear"), (0.416667, 1)),  # any start: 15/36 ... 1
        (ramp(starts_at="20%"), (0.2, 1)),  # any number of weeks
    ],
)
def test_load_of_the_first_six_weeks(said: dict[str, Said], expected: tuple[float, float] | None) -> None:
    assert read("early_load_share", said) == expected


def test_a_ramp_without_a_shape_is_between_the_shapes() -> None:
    # The S-curve is still almost flat in week 6 of 16, far under the straight line's .325.
    s_curve = read("early_load_share", ramp(weeks="16", starts_at="20%", shape="s_curve"))
    assert isinstance(s_curve, tuple)
    assert 0.2 < s_curve[0] == s_curve[1] < 0.25
    assert read("early_load_share", ramp(weeks="16", starts_at="20%")) == (s_curve[0], 0.325)


def steps(*pairs: tuple[str, str]) -> dict[str, Said]:
    return {
        f"caseload.ramp.steps.{i}.{name}": value
        for i, pair in enumerate(pairs)
        for name, value in zip(("from_week", "share"), pair, strict=True)
    }


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (steps(("1", "40%"), ("4", "100%")), (0.7, 0.7)),  # (3*.4 + 3*1)/6
        (steps(("1", "40%"), ("4", "70%"), ("9", "100%")), (0.55, 0.55)),
        (steps(("1", "40%")), (0.4, 1)),  # when it becomes full is not said
    ],
)
def test_load_by_steps(said: dict[str, Said], expected: tuple[float, float]) -> None:
    assert read("early_load_share", said) == expected


def test_load_has_no_meaning_where_clients_limit_it() -> None:
    assert (
        read("early_load_share", {"caseload.new_clients.per_week": "2"})
        == "Your caseload grows only as fast as new clients come."
    )
    assert (
        read("early_load_share", {"patient_flow.referrals_per_week": "7"})
        == "Your schedule fills only as fast as patients are referred."
    )


def left(share: str | None, *worths: str | None, applies: bool | None = True) -> tuple[float, float]:
    """Services left to the clinician, with one worth for each of the six; `None` is silence."""
    measure = MEASURES["functions_left_to_clinician"]
    asked = {
        check: Asked(None, worth, 1.0, applies, Knownness.STATED)  # type: ignore[arg-type]
        for check, worth in zip(measure.checks, worths, strict=True)
    }
    said: dict[str, Said] = {**SHARE, "pay.share": share} if share else SHARE
    found = measure.read(Subject(terms_of(offer(said)), asked))
    assert isinstance(found, Reading)
    return found.low, found.high


def test_services_left_to_the_clinician() -> None:
    done, mine, silent = "met", "not met", None
    assert left("60%", done, done, done, done, "partly", mine) == (1, 1)
    assert left("60%", mine, mine, mine, mine, done, done) == (4, 4)
    assert left("60%", mine, mine, silent, silent, done, done) == (2, 4)
    assert left("70%", *[mine] * 6) == (6, 6)  # the practice keeps 30%
    assert left("71%", *[mine] * 6) == (0, 0)  # it keeps less
    assert left("65-75%", *[mine] * 6) == (0, 6)
    assert left(None, *[mine] * 6) == (0, 6)
    assert left("60%", *[mine] * 6, applies=None) == (0, 6)
    assert left("60%", *[mine] * 6, applies=False) == (0, 0)


WEEK: dict[str, Said] = {**SHARE, "caseload.sessions_per_week": "20", "hours.session_minutes": "60"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (SHARE, None),
        (WEEK, None),
        ({**SHARE, "hours.weekly": "5"}, None),  # five hours beside how many?
        ({**SHARE, "hours.weekly": "none"}, (0, 0)),  # beside however many
        ({**WEEK, "hours.weekly": "0"}, (0, 0)),
        # Five hours beside 20 of sessions are 25%; who pays for them is open.
        ({**WEEK, "hours.weekly": "5"}, (0, 0.25)),
        ({**WEEK, "hours.weekly": "5", "hours.weekly_paid": "0%"}, (0.25, 0.25)),
        ({**WEEK, "hours.weekly": "5", "hours.weekly_paid": "60%"}, (0.1, 0.1)),  # 5 * .4 / 20
        ({**WEEK, "hours.weekly": "5", "hours.weekly_paid": "40-60%"}, (0.1, 0.15)),
        ({**WEEK, "hours.weekly": "4-6", "hours.weekly_paid": "0%"}, (0.2, 0.3)),
        # 45 minutes: 20 * .75 = 15 hours, and 6/15 = 40%;  16-24 sessions of 50 minutes: 13.33-20 hours
        ({**WEEK, "hours.session_minutes": "45", "hours.weekly": "6", "hours.weekly_paid": "0%"}, (0.4, 0.4)),
        (
            {
                **SHARE,
                "caseload.sessions_per_week": "16-24",
                "hours.session_minutes": "50",
                "hours.weekly": "4",
                "hours.weekly_paid": "0%",
            },
            (0.2, 0.3),
        ),
        # Hours by name are a least: somebody may have left one out. (2 + 1)/20 = 15%
        (
            {**WEEK, "hours.weekly.admin": "2", "hours.weekly.meetings": "1", "hours.weekly_paid": "0%"},
            (0.15, ANYTHING),
        ),
        # A salary pays for all hours of the contract, so none is unpaid.
        ({**WEEK, **SALARY, "hours.weekly": "5", "hours.contract_per_week": "40"}, (0, 0)),
        ({**WEEK, **SALARY, "hours.weekly": "5"}, (0, 0.25)),
        ({**SALARY, "hours.weekly.notes": "5", "hours.contract_per_week": "40"}, (0, 0)),  # however many sessions
    ],
)
def test_unpaid_hours_as_a_share_of_those_in_sessions(
    said: dict[str, Said], expected: tuple[float, float] | None
) -> None:
    assert read("unpaid_hours_share", said) == expected


def test_unpaid_hours_rest_on_the_weakest_of_their_facts() -> None:
    paid: dict[str, Said] = {**WEEK, "hours.weekly": "5", "hours.weekly_paid": ("60%", "verbal")}
    assert read("unpaid_hours_share", paid, least_grade=0.3) == (0.1, 0.1)
    assert read("unpaid_hours_share", paid, least_grade=0.5) == (0, 0.25)  # what is only said to be paid may not be
    hours: dict[str, Said] = {**WEEK, "hours.weekly": ("5", "verbal"), "hours.weekly_paid": "0%"}
    assert read("unpaid_hours_share", hours, least_grade=0.5) is None


def lowest_pay(said: dict[str, Said], least_grade: float = 0.0) -> tuple[float, float] | None:
    """The measure over figures that the economics are said to have worked out as 80% to 120%."""
    subject = Subject(terms_of(offer(said), least_grade), figures={"over_minimum_wage": Reading(0.8, 1.2)})
    found = MEASURES["lowest_pay_over_minimum_wage"].read(subject)
    return (found.low, found.high) if isinstance(found, Reading) else None


def test_lowest_pay_is_known_as_far_as_the_pay_is_stated() -> None:
    assert lowest_pay({}) is None
    assert lowest_pay(SHARE) is None  # a structure alone is no pay
    assert lowest_pay({**SHARE, "pay.share": "vague"}) is None
    assert lowest_pay({**SHARE, "pay.share": "60%"}) == (0.8, 1.2)
    assert lowest_pay({**SALARY, "pay.salary": ("$80,000", "verbal")}, least_grade=0.3) == (0.8, 1.2)
    assert lowest_pay({**SALARY, "pay.salary": ("$80,000", "verbal")}, least_grade=0.5) is None
    assert read("lowest_pay_over_minimum_wage", {**SHARE, "pay.share": "60%"}) is None  # nobody worked it out


@pytest.mark.parametrize(
    ("low", "high", "outcome"),
    [
        (1.5, 9, "met"),
        (1.0, 1.499, "partly"),
        (0.0, 0.999, "not_met"),
        (0.9, 1.2, "not_stated"),  # an open term decides it
        (1.2, 1.8, "not_stated"),
    ],
)
def test_what_the_flag_makes_of_the_lowest_pay(low: float, high: float, outcome: str) -> None:
    said: dict[str, Said] = {**SHARE, "offer.engagement": "contractor", "pay.share": "60%"}
    assessment = assess(the_catalogue(), offer(said), {"over_minimum_wage": Reading(low, high)})
    assert assessment.finding("below-minimum-wage").outcome == outcome


def test_share_of_vague_answers() -> None:
    checks = list(the_catalogue().questions()["support"])[:8]

    def flag(vague: int, count: int = 8) -> str:
        words = ["vague"] * vague + ["refused"] * (count - vague)
        said: dict[str, Said] = {f"support.{check}": word for check, word in zip(checks, words, strict=False)}
        return assess(the_catalogue(), offer(said)).finding("vague-answers").outcome

    assert [flag(0), flag(1), flag(2), flag(3)] == ["met", "partly", "partly", "not_met"]  # 0, 12.5, 25, 37.5%
    assert flag(7, count=7) == "not_applicable"


def test_weaker_evidence_is_out_of_sight() -> None:
    said: dict[str, Said] = {**SHARE, "pay.lag_days": ("14", "verbal")}
    assert read("pay_lag_days", said, least_grade=0.3) == (14, 14)
    assert read("pay_lag_days", said, least_grade=0.5) is None


@pytest.mark.parametrize(
    ("reading", "unit", "text"),
    [
        (Reading(25, 25), "dollars", "$25"),
        (Reading(37.5, 1250), "dollars", "$37.50–$1,250"),
        (Reading(0.125, 0.125), "share", "13%"),
        (Reading(0.0075, 0.0075), "share", "0.8%"),
        (Reading(0.2, 0.4), "share", "20%–40%"),
        (Reading(1, 1), "days", "1 day"),
        (Reading(0, 14), "days", "0–14 days"),
        (Reading(31.25, 31.25), "sessions", "31.3"),
        (Reading(35, math.inf), "sessions", "35 or more"),
    ],
)
def test_how_a_reading_is_shown(reading: Reading, unit: Unit, text: str) -> None:
    assert show(reading, unit) == text
