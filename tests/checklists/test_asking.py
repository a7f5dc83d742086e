"""What a full answer would close, and which questions come first.

In: small offers. Out: pass or fail. Must not check wording.
"""

import pytest

from evaluator.checklists import assess, gain_of, gains, open_questions, scorecard
from evaluator.offer import OfferFile
from tests.checklists.written import FULL_HEAD, NO_CONTROL, Said, offer, the_catalogue

HEAD: dict[str, Said] = {**FULL_HEAD, "pay.structure": "percentage"}


def gain(said: dict[str, Said], check: str) -> float:
    return gain_of(the_catalogue(), assess(the_catalogue(), offer(said)), check)


def test_gain_by_hand() -> None:
    # The core of autonomy weighs 10*4 + 6*9 + 3*3 = 103: treatment-length, discharge, status-match and billing-codes
    # critical; availability, protected-time, pause-intake, decline-referrals, clinical-method, quality-review,
    # recording, professional-standard and raising-concerns high; niche, after-hours and personal-cap medium.
    # Five checklists are scored (with contract and architecture), so 100*3*(1-e)/103/5.
    assert gain(HEAD, "niche") == pytest.approx(100 * 3 / 103 / 5)
    assert gain({**HEAD, "autonomy.niche": ("used_by_intake", "verbal")}, "niche") == pytest.approx(100 * 2.1 / 103 / 5)
    assert gain({**HEAD, "autonomy.niche": "used_by_intake"}, "niche") == 0
    assert gain({**HEAD, "autonomy.niche": "vague"}, "niche") == pytest.approx(100 * 1.5 / 103 / 5)
    assert gain({**HEAD, "autonomy.niche": "assigned"}, "niche") == 0
    assert gain(HEAD, "outside-work") == 0  # not part of the core
    assert gain(HEAD, "turnover") == 0  # flags are not averaged


def test_gains_add_up_to_the_width_of_the_uncapped_interval() -> None:
    said: dict[str, Said] = {**HEAD, "autonomy.niche": ("used_by_intake", "verbal"), "support.tools": "vague"}
    assessment = assess(the_catalogue(), offer(said))
    overall = scorecard(the_catalogue(), assessment)["overall"]
    assert overall.uncapped_ceiling is not None
    assert overall.uncapped_floor is not None
    width = overall.uncapped_ceiling - overall.uncapped_floor
    assert sum(gains(the_catalogue(), assessment).values()) == pytest.approx(width)


def asked(written: OfferFile) -> list[tuple[str, bool]]:
    rows = open_questions(the_catalogue(), assess(the_catalogue(), written))
    return [(row.check, row.critical) for row in rows]


def test_questions_behind_critical_flags_come_first_and_through_the_checks_they_watch() -> None:
    said: dict[str, Said] = {**HEAD, "offer.state": "OH"}  # where no law of the table limits a term
    critical = [check for check, is_critical in asked(offer(said)) if is_critical]
    assert set(critical) == {
        *("status-match", "billing-codes", "recording", "session-data", "billing-npi", "referral-pay"),
        *("treatment-length", "discharge", "associate-employment", "supervision", "below-minimum-wage"),
        *("intake-steps", "claim-steps", "scheduling", "credentialing", "tools", "lead-sources"),
    }
    questions = asked(offer(HEAD))
    assert [is_critical for _, is_critical in questions] == sorted((c for _, c in questions), reverse=True)
    assert len({check for check, _ in questions}) == len(questions)


def test_what_is_firmly_answered_is_not_asked_again() -> None:
    said: dict[str, Said] = {
        **HEAD,
        "autonomy.treatment-length": "clinician",
        "autonomy.discharge": ("clinician", "verbal"),
        **{name: (value, "third_party") for name, value in NO_CONTROL.items() if isinstance(value, str)},
    }
    questions = dict(asked(offer(said)))
    assert "treatment-length" not in questions
    assert questions["discharge"]
    assert questions["status-match"]


def test_a_flag_of_its_own_asks_its_own_question_and_one_that_does_not_apply_asks_none() -> None:
    questions = dict(asked(offer(HEAD)))
    assert questions["turnover"] is False
    assert questions["volume-incentives"] is False
    assert "unpaid-required-work" not in questions
    physical: dict[str, Said] = {**HEAD, "offer.discipline": "physical_therapy"}
    assert "too-many-sessions" not in dict(asked(offer(physical)))
