"""What an offer file becomes: typed terms, answers, and a fact for everything that was said in any way."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from evaluator.offer import (
    Evidence,
    Fact,
    Knownness,
    OfferFile,
    OfferProblems,
    Place,
    Quantity,
    load_clinician,
    load_offer,
    parse_offer,
)
from evaluator.offer.loading import offer_id
from evaluator.offer.pay import PerSession, Salary
from tests.offer.asked import HEAD, QUESTIONS, SAMPLE


def parse(text: str) -> OfferFile:
    return parse_offer(text.encode(), file="offers/lakeside.yaml", questions=QUESTIONS)


def with_head(rest: str) -> OfferFile:
    return parse(HEAD + rest)


def known(offer_file: OfferFile) -> dict[str, Knownness]:
    return {name: fact.knownness for name, fact in offer_file.facts.items()}


def messages(text: str) -> list[str]:
    with pytest.raises(OfferProblems) as caught:
        parse(text)
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in caught.value.problems]


@pytest.fixture(scope="module")
def sample() -> OfferFile:
    return parse(SAMPLE)


def test_what_identifies_the_file(sample: OfferFile) -> None:
    assert sample.id == "lakeside"
    assert sample.file == "offers/lakeside.yaml"
    assert sample.text == SAMPLE
    assert sample.sha256 == hashlib.sha256(SAMPLE.encode()).hexdigest()
    assert sample.as_of == date(2026, 11, 2)


def test_terms_are_typed(sample: OfferFile) -> None:
    assert sample.offer.caseload.sessions_per_week == Quantity(20, 23, 26)
    assert sample.offer.collections.payers is not None
    assert sample.offer.collections.payers[1].allowed == Quantity(120, 140, 1_500)
    assert sample.offer.costs.yearly == {"malpractice": Quantity.point(480), "ehr": Quantity.point(1_500)}
    assert sample.offer.benefits == {}
    assert sample.offer.attendance.no_show is None
    assert sample.offer.hours.weekly == {"admin": Quantity.point(2), "meetings": Quantity.point(1)}


def test_answers(sample: OfferFile) -> None:
    assert sample.answers == {
        "autonomy": {"pause-intake": "on_request", "outside-work": "yes"},
        "contract": {},
    }


def test_plain_terms_rest_on_the_evidence_of_the_file(sample: OfferFile) -> None:
    assert sample.facts["pay.share"] == Fact(
        ("pay", "share"), "60%", Knownness.STATED, Evidence.POSTING, Place(15, 3), None, None, None
    )


def test_evidence_of_a_term(sample: OfferFile) -> None:
    fact = sample.facts["hours.documentation_minutes"]
    assert (fact.said, fact.evidence, fact.quote) == ("10", Evidence.VERBAL, "most people finish notes in ten minutes")
    fact = sample.facts["autonomy.pause-intake"]
    assert (fact.said, fact.evidence, fact.as_of) == ("on_request", Evidence.CONTRACT, date(2026, 10, 1))


def test_vague_and_refused_are_not_silence(sample: OfferFile) -> None:
    assert sample.facts["attendance.no_show"].knownness is Knownness.VAGUE
    fact = sample.facts["attendance.late_cancel"]
    assert (fact.knownness, fact.evidence, fact.quote) == (Knownness.REFUSED, Evidence.VERBAL, "we don't share that")
    assert sample.facts["practice"].knownness is Knownness.REFUSED
    assert sample.facts["contract"].knownness is Knownness.VAGUE
    assert "attendance.refilled" not in sample.facts


def test_a_list_has_a_fact_of_its_own_with_its_weakest_evidence() -> None:
    offer_file = with_head("""\
collections:
  payers:
    - {name: a, mix: 60%, allowed: {value: $125, evidence: verbal}}
    - {name: b, mix: 40%, allowed: {value: $99, evidence: contract}}
""")
    assert offer_file.facts["collections.payers"].evidence is Evidence.VERBAL
    assert offer_file.facts["collections.payers"].said == "a; b"
    assert offer_file.facts["collections.payers.1.allowed"].evidence is Evidence.CONTRACT
    assert offer_file.facts["collections.payers.1.mix"].evidence is Evidence.POSTING


def test_amounts_by_name_have_facts_of_their_own(sample: OfferFile) -> None:
    assert sample.facts["costs.yearly"].said == "malpractice $480, ehr $1,500"
    # The basis around the amounts is the basis of each of them.
    assert sample.facts["costs.yearly.ehr"].where == "handbook, p. 3"
    assert sample.facts["costs.yearly.ehr"].evidence is Evidence.POLICY
    assert sample.facts["hours.weekly.supervision"].knownness is Knownness.VAGUE
    assert sample.facts["hours.weekly"].knownness is Knownness.STATED
    assert sample.facts["benefits"].said == "none"


def test_one_amount_alone_is_named_all() -> None:
    offer_file = with_head("costs: {yearly: $900}\nbenefits: none\nhours: {weekly: 2-4}\n")
    assert offer_file.offer.costs.yearly == {"all": Quantity.point(900)}
    assert offer_file.offer.hours.weekly == {"all": Quantity(2, 3, 4)}
    assert offer_file.offer.benefits == {}
    assert list(offer_file.facts) == [
        "costs.yearly",
        "costs.yearly.all",
        "benefits",
        "hours.weekly",
        "hours.weekly.all",
    ]


def test_own_evidence_inside_a_list_takes_no_quote_from_around_it() -> None:
    offer_file = with_head("costs: {yearly: {value: {a: $1, b: {value: $2, where: p. 4}}, evidence: verbal, quote: q}}")
    a, b = offer_file.facts["costs.yearly.a"], offer_file.facts["costs.yearly.b"]
    assert (a.evidence, a.quote, a.where) == (Evidence.VERBAL, "q", None)
    assert (b.evidence, b.quote, b.where) == (Evidence.VERBAL, None, "p. 4")


@pytest.mark.parametrize(
    "word", ["vague", "refused", '"vague"', "{value: vague}", "{answer: refused, evidence: verbal}"]
)
def test_whole_sections_and_lists(word: str) -> None:
    knownness = Knownness.REFUSED if "refused" in word else Knownness.VAGUE
    text = f"pay: {word}\nbenefits: {word}\ncollections: {{payers: {word}}}\nautonomy: {word}\n"
    text += f"caseload: {{ramp: {word}}}\n"
    offer_file = with_head(text)
    assert known(offer_file) == dict.fromkeys(
        ["pay", "benefits", "collections.payers", "autonomy", "caseload.ramp"], knownness
    )
    assert offer_file.offer.pay is None
    assert offer_file.offer.benefits is None
    assert offer_file.offer.collections.payers is None


def test_a_key_with_nothing_behind_it_says_nothing() -> None:
    offer_file = with_head("pay:\ncaseload:\n  sessions_per_week:\nbenefits:\nautonomy:\n  pause-intake:\ncontract:\n")
    assert offer_file.facts == {}
    assert offer_file.offer == with_head("").offer
    assert offer_file.answers == with_head("").answers


@pytest.mark.parametrize("word", ["yes", "Yes", "YES", "true", "True"])
def test_yes_in_every_dress(word: str) -> None:
    offer_file = with_head(f"autonomy: {{outside-work: {word}}}")
    assert offer_file.answers["autonomy"] == {"outside-work": "yes"}
    assert offer_file.facts["autonomy.outside-work"].said == word


def test_yes_is_no_answer_where_it_is_not_asked_for() -> None:
    assert messages(HEAD + "autonomy: {pause-intake: yes}")[0].startswith("3:26: pause-intake 'yes' is not an answer")


def test_pay_structures() -> None:
    pay = with_head("pay: {structure: salary, salary: 70k}".replace("70k", "$70,000")).offer.pay
    assert isinstance(pay, Salary)
    assert pay.salary == Quantity.point(70_000)
    pay = with_head("""\
pay:
  structure: {value: per_session, evidence: contract}
  rates: [{name: short, amount: $80, mix: 50%}, {name: long, amount: $95, mix: 50%}]
""").offer.pay
    assert isinstance(pay, PerSession)
    assert pay.rates is not None


def test_terms_of_another_structure_are_unknown_keys() -> None:
    (found,) = messages(HEAD + "pay: {structure: salary, share: 60%}")
    assert found.startswith("3:26: unknown key 'share': expected one of: missed_visit, lag_days, bonuses, ")
    assert found.endswith(", structure, salary, bonus")


def test_problems_come_once_and_in_file_order() -> None:
    found = messages("format: 3\noffer: {nme: x}\npay: {structure: salary, salary: lots}\n")
    assert [line.split(":")[0:2] for line in found] == [["1", "9"], ["2", "1"], ["2", "1"], ["2", "9"], ["3", "34"]]


def test_warnings_do_not_stop() -> None:
    offer_file = with_head("""\
pay: {structure: percentage, share: 92%, of: collected}
caseload: {sessions_per_week: 38, ramp: {weeks: 60}}
attendance: {no_show: 45%, late_cancel: 41%}
hours: {session_minutes: 53, documentation_minutes: 45}
""")
    assert [(warning.place.line, warning.message.split(":")[0]) for warning in offer_file.warnings] == [
        (3, "a share of 92% leaves the practice very little"),
        (4, "38 sessions of 53 minutes or more a week is over 35"),
        (4, "a ramp of 60 weeks is longer than a year"),
        (5, "a no-show share of 45% is over 40%"),
        (5, "a late-cancel share of 41% is over 40%"),
        (6, "45 minutes of notes for one session is over 30"),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("caseload: {sessions_per_week: 40}", 0),
        ("caseload: {sessions_per_week: 41}", 1),
        ("caseload: {sessions_per_week: 38}\nhours: {session_minutes: 45}", 0),
        ("pay: {structure: per_session, rate: $400}", 0),
        ("pay: {structure: per_session, rate: $401}", 1),
        ("pay: {structure: per_session, rates: [{name: a, amount: $500, mix: 100%}]}", 1),
        ("pay: {structure: salary, salary: $19,999}", 1),
        ("pay: {structure: salary, salary: $400,001}", 1),
        ("caseload: {ramp: {steps: [{from_week: 1, share: 10%}, {from_week: 60, share: 100%}]}}", 1),
    ],
)
def test_where_warnings_begin(text: str, count: int) -> None:
    assert len(with_head(text).warnings) == count


def test_visits_of_physical_therapy_are_not_counted_like_sessions() -> None:
    head = "format: 1\noffer: {name: x, evidence: posting, discipline: physical_therapy}\n"
    assert parse(head + "caseload: {sessions_per_week: 75}").warnings == ()
    (warning,) = parse(head + "caseload: {sessions_per_week: 76}").warnings
    assert warning.message.startswith("76 visits a week is over 75")


def test_a_part_time_salary_is_judged_as_full_time() -> None:
    # $18,000 for half of full time is $36,000 a year.
    head = "format: 1\noffer: {name: x, evidence: posting, full_time_share: 50%}\n"
    assert parse(head + "pay: {structure: salary, salary: $18,000}").warnings == ()


@pytest.mark.parametrize(
    "text",
    [
        # Sums at the edge: 33.3 + 33.3 + 33.3 = 99.9%, within a tenth of a point.
        "collections: {payers: [" + ", ".join("{name: a, mix: 33.3%, allowed: $9}" for _ in range(3)) + "]}",
        "collections: {payers: [{name: a, mix: 40-60%, allowed: $9}, {name: b, mix: 50%, allowed: $9}]}",
        "collections: {payers: [{name: a, mix: 1, allowed: $9, patient_part: $9}]}",
        "attendance: {no_show: 60%, late_cancel: 40%}",
        "pay: {structure: per_session, rate: vague, rates: [{name: a, amount: $9, mix: 100%}]}",
        "pay: {structure: percentage, of: allowed, clawback_share: 100%}",
        "hours: {weekly: 168}",
    ],
)
def test_possible_at_the_edge(text: str) -> None:
    with_head(text)


def test_contradictions_are_found_beside_other_mistakes() -> None:
    # One payer cannot be read, the other is judged all the same; the sum waits until all can be read.
    found = messages(
        HEAD
        + """\
collections:
  payers:
    - {name: a, mix: lots, allowed: $125}
    - {name: b, mix: 40%, allowed: $100, patient_part: $120}
"""
    )
    assert found == [
        "5:22: mix 'lots' is not a share: expected a share such as 60% or 0.6",
        "6:56: patient_part is more than the allowed amount at line 6, column 36: expected a part of it",
    ]


@pytest.mark.parametrize(
    ("file", "id"),
    [
        ("offers/Lakeside Group (2026).yaml", "lakeside-group-2026"),
        ("crème brûlée.yml", "creme-brulee"),
        ("<stdin>", "offer"),
        ("日本.yaml", "offer"),
        ("a.b.yaml", "a-b"),
    ],
)
def test_offer_id(file: str, id: str) -> None:
    assert offer_id(file) == id


def test_clinician_file(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text(
        "format: 1\nclinician:\n  value_of_hour: $45\n  filing_status: joint\n  benefits_worth: {health: 80%}\n"
    )
    clinician = load_clinician(path).clinician
    assert clinician.value_of_hour == Quantity.point(45)
    assert clinician.benefits_worth == {"health": Quantity.point(0.8)}
    path.write_text("""\
format: 1
clinician:
  value_of_hours: $45
  filing_status: married
  weeks_off: {value: 4, evidence: verbal}
  benefits_worth: most
""")
    with pytest.raises(OfferProblems) as caught:
        load_clinician(path)
    words = "single, joint, separate, head_of_household"
    written = "{low: ..., likely: ..., high: ...}, likely may be left out"
    assert str(caught.value).replace(str(path), "me.yaml").splitlines() == [
        "me.yaml:3:3: unknown key 'value_of_hours': did you mean 'value_of_hour'?",
        f"me.yaml:4:18: filing_status 'married' is not known: expected one of: {words}",
        f"me.yaml:5:14: weeks_off 'value, evidence' is not how a range is written: expected {written}",
        "me.yaml:6:19: benefits_worth is 'most': expected a group of keys",
    ]


def test_files_are_read_as_they_are_parsed(tmp_path: Path) -> None:
    path = tmp_path / "lakeside.yaml"
    path.write_text(SAMPLE, encoding="utf-8")
    assert load_offer(path, QUESTIONS).offer == parse(SAMPLE).offer
