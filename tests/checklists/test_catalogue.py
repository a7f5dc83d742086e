"""The catalogue is whole, well written, and says clearly what is wrong with a file of the user's own.

In: the checklists of the package and small files written here. Out: pass or fail. Must not look at an offer.
"""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from evaluator.checklists import Catalogue, Check, load_catalogue
from evaluator.checklists.catalogue import BUILT_IN
from evaluator.checklists.law import load_state_law
from evaluator.checklists.loading import load_checklist
from evaluator.checklists.measures import MEASURES
from evaluator.offer import OfferProblems
from evaluator.offer.choices import Priority
from tests.checklists.written import the_catalogue

CODE = re.compile(r"\b(AUT|TRN|SUP|RED|LEG|ARC|PT|PRI|MIS|DEC|RO|S[0-3])-?\d", re.ASCII)
FOLDER = Path(__file__).parents[2] / "evaluator" / "checklists"
CHECKS = list(the_catalogue().by_id.values())


def sentences(check: Check) -> Iterator[str]:
    """What a report prints of a check as a sentence."""
    yield from (answer.says for answer in (check.answers or {}).values())
    yield from check.says.values()
    if check.applies is not None:
        yield check.applies.because


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_texts_read_well(check: Check) -> None:
    texts = [check.title, check.ask, check.why, check.request, *sentences(check), *(check.terms or {}).values()]
    for text in texts:
        assert text == " ".join(text.split())
        assert text
        assert not CODE.search(text), f"a code of a catalogue: {text}"
        for sentence in re.split(r"(?<=[.?!]) ", text):
            assert len(sentence) <= 200, sentence
    assert all(text.endswith(".") for text in [check.why, check.request, *sentences(check)])
    assert check.ask.endswith((".", "?"))
    assert len(check.title.split()) <= 5
    assert len(re.findall(r"[.?!](?: |$)", check.why)) == 2, "why has two sentences"
    assert check.sources, "every check says where it comes from"


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_good_and_a_bad_answer_are_both_possible(check: Check) -> None:
    if check.answers is not None:
        assert 2 <= len(check.answers) <= 6
        worths = {answer.worth for answer in check.answers.values()}
        assert {"met", "not met"} <= worths
        says = [answer.says for answer in check.answers.values()]
        assert len(set(says)) == len(says)


def test_the_core_is_there() -> None:
    """What is scored by default: the most important checks, few enough that a good letter can answer them."""
    checklists = the_catalogue().for_clinicians.checklists
    core = {checklist.id: sum(check.core for check in checklist.checks) for checklist in checklists}
    assert core == {
        "autonomy": 16,
        "transparency": 19,
        "support": 17,
        "red-flags": 51,
        "contract": 13,
        "architecture": 9,
        "referral-to-cash": 10,
    }
    assert tuple(core) == BUILT_IN
    assert all(check.core for check in CHECKS if check.is_flag), "a red flag always counts"


def test_checks_of_an_audit_are_for_nobody_else() -> None:
    owners = {check.id for check in CHECKS if not check.for_everyone}
    assert len(owners) > 40
    assert not owners & set(the_catalogue().for_clinicians.by_id)
    assert {check.id for check in CHECKS} == owners | set(the_catalogue().for_clinicians.by_id)


def test_agreed_answers() -> None:
    questions = the_catalogue().questions()
    assert list(questions) == [
        "autonomy",
        "transparency",
        "support",
        "red_flags",
        "contract",
        "architecture",
        "referral_to_cash",
    ]
    assert questions["autonomy"]["pause-intake"] == (
        "self_service",
        "on_request",
        "needs_approval",
        "costs_referrals",
        "not_possible",
    )
    assert questions["autonomy"]["treatment-length"][0] == "clinician"
    assert "missed-visits" not in questions["transparency"], "a number is stated as a term, never answered again"


def test_every_question_has_its_text() -> None:
    catalogue = the_catalogue()
    described = catalogue.descriptions()
    assert {section: list(checks) for section, checks in described.items()} == {
        section: list(checks) for section, checks in catalogue.questions().items()
    }
    assert [text.id for text in catalogue.check_texts()] == [check.id for check in CHECKS]
    assert [text.id for text in catalogue.checklist_texts()] == list(BUILT_IN)


def test_every_measure_and_source_is_used_and_every_priority_has_checks() -> None:
    assert {check.measure for check in CHECKS} - {None} == set(MEASURES)
    cited = {source for check in CHECKS for source in check.sources}
    cited |= {source for topic in load_state_law().topics.values() for law in topic.laws for source in law.sources}
    assert cited == set(the_catalogue().sources)
    scored = {tag for check in CHECKS if check.core and check.for_everyone for tag in check.priorities}
    assert scored == set(get_args(Priority)), "whatever a reader picks, something that is scored speaks to it"


def test_loading_is_fast_and_happens_once() -> None:
    started = time.perf_counter()
    for name in BUILT_IN:
        load_checklist(FOLDER / f"{name}.yaml")
    assert time.perf_counter() - started < 1.0  # about 0.02 s on a quiet machine
    assert load_catalogue() is load_catalogue()


MINE = """\
id: night-shift
title: Night shift
section: night_shift
sources:
  me: {title: What I care about, organisation: me, year: "2026"}
checks:
"""
PARKING = """\
  - id: parking
    title: Parking
    ask: Is there a place to park?
    why: I drive. It is dark.
    request: Ask for a place.
    weight: medium
    answers:
      yes: {worth: met, says: There is a place to park.}
      no: {worth: not met, says: There is no place to park.}
    sources: [me]
"""


def extra(folder: Path, text: str) -> Catalogue:
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return load_catalogue([path])


def problems(folder: Path, text: str) -> list[str]:
    """The messages about a file, each as `line:column: message`."""
    with pytest.raises(OfferProblems) as caught:
        extra(folder, text)
    found = caught.value.problems
    assert all(problem.file == str(folder / "mine.yaml") for problem in found)
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in found]


def test_a_checklist_of_ones_own_comes_last(tmp_path: Path) -> None:
    catalogue = extra(tmp_path, MINE + PARKING)
    assert catalogue.checklists[-1].id == "night-shift"
    assert catalogue.questions()["night_shift"] == {"parking": ("yes", "no")}
    assert catalogue.by_id["parking"].core
    assert "parking" not in load_catalogue().by_id


@pytest.mark.parametrize(
    ("line", "instead", "expected"),
    [
        (
            "    weight: medium",
            "    weigth: medium",
            "12:5: 'weigth' is not a key of this group: did you mean 'weight'?",
        ),
        (
            "    weight: medium",
            "    weight: huge",
            "12:13: 'huge' is not possible here: expected one of: critical, high, medium, low",
        ),
        ("    weight: medium\n", "", "7:5: expected either weight (a check) or severity (a red flag)"),
        ("    request: Ask for a place.\n", "", "7:5: 'request' is missing here: expected it"),
        ("  - id: parking", "  - id: Parking", "7:9: 'Parking' is not an id: expected small letters and hyphens"),
        ("  - id: parking", "  - id: niche", "7:9: 'niche' is taken by a check in"),
        ("worth: not met", "worth: bad", "15:19: 'bad' is not possible here: expected one of: met, partly, not met"),
        ("      no: {", "      vague: {", "'vague' is not an answer"),
        (
            "      no: {worth: not met, says: There is no place to park.}\n",
            "",
            "7:5: there is 1 answer: expected two to six",
        ),
        ("sources: [me]", "sources: [you]", "16:15: there is no source 'you'"),
        ("section: night_shift", "section: caseload", "3:10: 'caseload' is a part of every offer file"),
        (
            "section: night_shift",
            "section: support",
            "3:10: 'support' is the section of the built-in checklist Support",
        ),
        ("id: night-shift", "id: overall", "1:5: 'overall' is taken by the overall score"),
        (
            "sources: [me]",
            "applies: {kinds: [group], becuase: Of it.}",
            "16:31: 'becuase' is not a key of this group: did you mean",
        ),
        (
            "sources: [me]",
            "applies: {kinds: [clinic], because: Of it.}",
            "16:23: 'clinic' is not possible here: expected one of",
        ),
        ("sources: [me]", "core: perhaps", "16:11: 'perhaps' is neither yes nor no: expected true or false"),
        ("sources: [me]", "says: {met: Yes.}", "7:5: says has met: expected no sentences"),
        ("sources: [me]", "watches: [{check: niche}]\n    raised_when: any", "and found answers and watches"),
    ],
)
def test_mistakes_in_a_checklist_have_their_place(tmp_path: Path, line: str, instead: str, expected: str) -> None:
    text = MINE + PARKING
    assert line in text
    assert any(expected in message for message in problems(tmp_path, text.replace(line, instead, 1)))


HEAD_OF_CHECK = """\
  - id: my-flag
    title: My flag
    ask: Is it so?
    why: It matters. It does.
    request: Ask.
"""


NUMBER = ("weight: high", "says: {met: Yes., not_met: No.}")
HALF = ("weight: high", "says: {met: Yes., partly: So., not_met: No.}")
CRITICAL = ("severity: critical", "says: {met: Yes., not_met: No.}")
TERMS = ("weight: high", "says: {met: Yes.}")
WATCHER = ("weight: high", "says: {raised: Yes., clear: No.}")
FLAG = ("severity: high", "says: {raised: Yes., clear: No.}")


@pytest.mark.parametrize(
    ("around", "decided", "expected"),
    [
        (
            NUMBER,
            "measure: pay_lag|met: at most 3",
            "13:14: there is no measure 'pay_lag': did you mean 'pay_lag_days'?",
        ),
        (
            NUMBER,
            "measure: pay_lag_days|met: at most 3%",
            "14:10: pay_lag_days counts days: expected a bound such as 'at most 10'",
        ),
        (NUMBER, "measure: pay_lag_days|met: below 3", "14:10: 'below 3' is not a bound: expected words such as"),
        (
            HALF,
            "measure: pay_lag_days|met: at most 3|partly: at most 2",
            "the bound of partly is not beyond that of met",
        ),
        (
            NUMBER,
            "measure: pay_lag_days|met: at most 3|partly: at most 4",
            "says has met, not_met: expected met, not_met, partly",
        ),
        (NUMBER, "measure: vague_share|met: at most 3%", "vague_share falls when an answer is taken away"),
        (CRITICAL, "measure: vague_share|met: at most 3%", "vague_share falls when an answer is taken away"),
        (TERMS, "terms: {pay.shares: the share}", "13:12: there is no term 'pay.shares' in an offer file"),
        (WATCHER, "watches: [{check: niche}]|raised_when: any", "only a red flag can watch other checks"),
        (
            FLAG,
            "watches: [{check: nische}]|raised_when: any",
            "13:23: there is no check 'nische' to watch: did you mean 'niche'?",
        ),
        (
            FLAG,
            "watches: [{check: own-costs}]|raised_when: any",
            "13:23: own-costs only looks whether terms are stated",
        ),
        (
            FLAG,
            "watches: [{check: niche, raised_by: [asigned]}]|raised_when: any",
            "'asigned' is no answer of niche: did you mean",
        ),
        (
            FLAG,
            "watches: [{check: niche}]|raised_when: {at_least: 2}",
            "at_least is more than the number of watched checks",
        ),
        (FLAG, "watches: [{check: niche}]", "expected watches and raised_when together"),
    ],
)
def test_a_check_that_names_what_is_not_there(
    tmp_path: Path, around: tuple[str, str], decided: str, expected: str
) -> None:
    lines = [around[0], *decided.split("|"), around[1]]
    found = problems(tmp_path, MINE + HEAD_OF_CHECK + "".join(f"    {line}\n" for line in lines))
    assert any(expected in message for message in found), found


def test_all_mistakes_come_at_once(tmp_path: Path) -> None:
    text = (MINE + PARKING).replace("weight: medium", "weight: huge").replace("ask:", "asks:").replace("yes:", "Yes:")
    assert len(problems(tmp_path, text)) == 4  # the weight, the unknown key, the missing question, the answer's word
