"""The clinician file: what it takes, and every mistake with its place."""

from pathlib import Path

import jsonschema
import pytest

from evaluator.economics import load_assumptions
from evaluator.economics.term_words import CHOICES
from evaluator.offer import OfferProblems, load_clinician
from evaluator.offer.clinician import AboutMe
from evaluator.offer.narrowing import WORDS, Narrowed, cases_in
from evaluator.offer.schema import clinician_schema
from tests.comparison.samples import OFFERS

UNITS = {name: term.unit for name, term in load_assumptions().open_terms.items()}
HEAD = "format: 1\nclinician:\n"
CLINICIANS = sorted(path for path in (OFFERS / "about").glob("*.yaml") if not path.stem.endswith("-practice"))


def written(folder: Path, body: str) -> Path:
    path = folder / "me.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def about(folder: Path, body: str) -> AboutMe:
    return load_clinician(written(folder, body), UNITS).clinician


def problems(folder: Path, body: str) -> list[str]:
    path = written(folder, body)
    with pytest.raises(OfferProblems) as raised:
        load_clinician(path, UNITS)
    return [str(problem).removeprefix(f"{path}:") for problem in raised.value.problems]


def test_all_that_a_reader_may_say(tmp_path: Path) -> None:
    (tmp_path / "job.yaml").write_text("format: 1\n", encoding="utf-8")
    me = about(
        tmp_path,
        "  sessions_per_week: 20\n  income_tax: yes\n  state_income_tax: 4.5%\n  current_job: job.yaml\n"
        "  narrow:\n    caseload.ramp.weeks: {worst: 20, likely: 12, best: 8 weeks}\n    pay.of: collected\n",
    )
    assert me.sessions_per_week is not None
    assert (me.sessions_per_week.likely, me.income_tax) == (20, "yes")
    assert me.state_income_tax is not None
    assert me.state_income_tax.likely == 0.045
    assert me.current_job == str(tmp_path / "job.yaml")
    assert me.narrow["caseload.ramp.weeks"] == Narrowed("20", "12", "8 weeks")
    assert me.narrow["pay.of"] == Narrowed("collected", "collected", "collected")


@pytest.mark.parametrize("word", ["yes", "Yes", "true"])
def test_yes_as_yaml_may_have_it(tmp_path: Path, word: str) -> None:
    assert about(tmp_path, f"  income_tax: {word}\n").income_tax == "yes"
    assert about(tmp_path, "  income_tax: no\n").income_tax == "no"


@pytest.mark.parametrize(
    ("unit", "narrowed", "expected"),
    [
        ("weeks", Narrowed("20", "12", "8"), (20, 12, 8)),
        ("weeks", Narrowed("20 weeks", None, "8 weeks"), (20, 14, 8)),  # the middle
        ("usd", Narrowed("$4,000", "$2,000", "$500"), (4000, 2000, 500)),
        ("share", Narrowed("15%", "0.06", "3%"), (0.15, 0.06, 0.03)),
        ("share_of_pay", Narrowed("0%", "5%", "11.5%"), (0, 0.05, 0.115)),
        ("session_pay_share", Narrowed("50%", "50%", "50%"), (0.5, 0.5, 0.5)),
        ("engagement", Narrowed("contractor", None, "employee"), (1, 1, 0)),
    ],
)
def test_cases_are_read_in_the_unit_of_their_term(
    unit: str, narrowed: Narrowed, expected: tuple[float, float, float]
) -> None:
    assert cases_in(unit, narrowed) == pytest.approx(expected)


def test_every_choice_has_a_word_for_each_value() -> None:
    assert {unit: len(words) for unit, words in WORDS.items()} == {unit: len(says) for unit, says in CHOICES.items()}


@pytest.mark.parametrize("name", UNITS)
def test_every_open_term_can_be_narrowed(name: str) -> None:
    text = {"usd": "$3", "engagement": "employee"}.get(UNITS[name])
    text = text or (WORDS[UNITS[name]][0] if UNITS[name] in WORDS else "5%" if "share" in UNITS[name] else "3")
    assert cases_in(UNITS[name], Narrowed(text, None, text))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "  narrow: {caseload.ramp.week: 8}\n",
            "3:12: unknown term 'caseload.ramp.week' in narrow: did you mean 'caseload.ramp.weeks'?",
        ),
        (
            "  narrow: {zzz: 8}\n",
            (
                "3:12: unknown term 'zzz' in narrow: expected a term such as caseload.ramp.weeks; "
                "`evaluator schema clinician` lists them"
            ),
        ),
        (
            "  narrow: {caseload.ramp.weeks: soon}\n",
            "3:33: caseload.ramp.weeks 'soon' is not a number of weeks: expected a number of weeks such as 16",
        ),
        (
            "  narrow: {caseload.ramp.weeks: {worst: 20, likely: 30, best: 8}}\n",
            "3:33: caseload.ramp.weeks '30' is not between the other two: expected the likely case between worst and",
        ),
        (
            "  narrow: {caseload.ramp.weeks: {worst: 20}}\n",
            "3:33: caseload.ramp.weeks 'worst' is not how the cases of a term are written: expected worst, likely and",
        ),
        ("  narrow: {pay.of: colected}\n", "3:20: pay.of 'colected' is not known: did you mean 'collected'?"),
        ("  income_tax: perhaps\n", "3:15: income_tax 'perhaps' is not known: expected one of: yes, no"),
        (
            "  current_job: old.yaml\n",
            "3:16: current_job 'old.yaml' is not there: expected the path of an offer file",
        ),
        ("  current_job: .\n", "3:16: current_job '.' is a folder: expected the path of an offer file"),
        (
            "  sessions_per_week: 0\n",
            "3:22: sessions_per_week '0' is not possible here: expected a number of sessions above",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, body: str, expected: str) -> None:
    assert problems(tmp_path, body)[0].startswith(expected)


@pytest.mark.parametrize("path", CLINICIANS, ids=lambda path: path.stem)
def test_every_sample_clinician_file_is_sound(path: Path) -> None:
    assert load_clinician(path, UNITS).clinician.name == path.stem.capitalize()


def test_together_the_samples_say_all_that_can_be_said() -> None:
    said = [load_clinician(path, UNITS).clinician.model_fields_set for path in CLINICIANS]
    assert set().union(*said) == set(AboutMe.model_fields)


def test_priorities_by_rating_choice_and_profile(tmp_path: Path) -> None:
    me = about(
        tmp_path,
        "  profile: specialist\n  priorities: {schedule: 5, leadership: 1}\n  most_important: [schedule, admin]\n",
    )
    assert me.priorities is not None
    assert (me.priorities.schedule, me.priorities.niche, me.priorities.leadership) == ("5", None, "1")
    assert (me.profile, me.most_important) == ("specialist", ("schedule", "admin"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "  priorities: {schedule: 0}\n",
            "3:26: schedule '0' is not a rating: expected a whole number from 1 (does not matter) to 5 (matters most)",
        ),
        (
            "  priorities: {admin: 6}\n",
            "3:23: admin '6' is not a rating: expected a whole number from 1 (does not matter) to 5 (matters most)",
        ),
        (
            "  priorities: {admin: 2-4}\n",
            "3:23: admin '2-4' is not a rating: expected a whole number from 1 (does not matter) to 5 (matters most)",
        ),
        ("  priorities: {shedule: 5}\n", "3:16: unknown key 'shedule': did you mean 'schedule'?"),
        ("  priorities: high\n", "3:15: priorities is 'high': expected a group of keys"),
        (
            "  most_important: [schedule, money]\n",
            "3:30: an entry of most_important 'money' is not known: expected one of: schedule, niche, ramp, admin, ",
        ),
        (
            "  most_important: [schedule, admin, niche]\n",
            "3:19: most_important names 3 priorities: expected two such as [schedule, admin]",
        ),
        (
            "  most_important: [schedule]\n",
            "3:19: most_important names 1 priority: expected two such as [schedule, admin]",
        ),
        ("  most_important: []\n", "3:19: most_important names 0 priorities: expected two such as [schedule, admin]"),
        (
            "  most_important: [schedule, schedule]\n",
            "3:30: most_important names 'schedule' twice, first at line 3, column 20: expected two that differ",
        ),
        (
            "  most_important: schedule\n",
            "3:19: most_important is 'schedule': expected a list of words such as [schedule, niche]",
        ),
        ("  most_important: [[schedule]]\n", "3:20: an entry of most_important is a list: expected one of: schedule,"),
        (
            "  priorities: {niche: 1}\n  most_important: [niche, admin]\n",
            "4:20: most_important names 'niche', which line 3, column 23 rates 1 (does not matter): expected 2 or more",
        ),
        ("  profile: self-starter\n", "3:12: profile 'self-starter' is not known: did you mean 'self_starter'?"),
    ],
)
def test_a_mistake_in_priorities_is_told_with_its_place(tmp_path: Path, body: str, expected: str) -> None:
    found = problems(tmp_path, body)
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_an_editor_knows_the_priorities() -> None:
    schema = jsonschema.Draft7Validator(clinician_schema())

    def fits(body: object) -> bool:
        return bool(schema.is_valid({"format": 1, "clinician": body}))

    assert fits({"priorities": {"schedule": 5, "niche": "3"}, "most_important": ["schedule", "admin"]})
    assert fits({"profile": "future_leader"})
    assert not fits({"priorities": {"schedule": 6}})
    assert not fits({"priorities": {"money": 5}})
    assert not fits({"most_important": ["schedule", "money"]})
    assert not fits({"most_important": ["schedule", "schedule"]})
