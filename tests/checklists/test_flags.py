"""Every red flag is raised by some offer, and ruled out by a posting but not by talk.

In: offers that say just enough. Out: pass or fail. Must not score.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from evaluator.checklists import assess, load_catalogue
from evaluator.checklists.findings import RedFlag
from evaluator.checklists.reading import Reading
from evaluator.comparison.compare import reader_of
from evaluator.comparison.evaluate import figures_of
from evaluator.economics import appraise, load_assumptions
from evaluator.offer import Evidence, OfferFile
from evaluator.offer.clinician import AboutMe
from tests.checklists.flag_facts import CASES, CONTRACTOR, COUNTED, PHYSICAL
from tests.checklists.written import Said, offer, the_catalogue


def flag(name: str, said: dict[str, Said], evidence: str = "posting") -> RedFlag | None:
    written = offer(said, evidence)
    flags = assess(the_catalogue(), written, figures(written) if name == "below-minimum-wage" else {}).red_flags
    return next((one for one in flags if one.check == name), None)


def figures(written: OfferFile) -> Mapping[str, Reading]:
    """What the economics work out for a check, for a reader who says nothing of themselves."""
    reader = reader_of(written, AboutMe(), load_assumptions(), date(2026, 11, 2))
    return figures_of(appraise(written, reader), reader)


def state(name: str, said: dict[str, Said], evidence: str = "posting") -> str | None:
    found = flag(name, said, evidence)
    return found.state if found else None


def test_every_flag_has_a_case() -> None:
    assert set(CASES) == {check.id for check in the_catalogue().by_id.values() if check.is_flag}


@pytest.mark.parametrize("name", CASES)
def test_a_flag_is_raised_by_an_admission_in_any_form(name: str) -> None:
    head, bad, _ = CASES[name]
    for evidence in ("contract", "posting", "verbal"):
        found = flag(name, {**head, **bad}, evidence)
        assert found is not None
        assert found.state == "raised"
        check = the_catalogue().by_id[name]
        assert (found.title, found.severity, found.request) == (check.title, check.severity, check.request)
        assert found.says.endswith(".")


@pytest.mark.parametrize("name", CASES)
def test_a_flag_is_ruled_out_by_a_posting_and_not_by_talk(name: str) -> None:
    head, _, good = CASES[name]
    assert state(name, {**head, **good}, "contract") is None
    assert state(name, {**head, **good}, "posting") is None
    if name not in COUNTED:
        assert state(name, {**head, **good}, "verbal") == "not_ruled_out"
        assert state(name, {**head, **good}, "third_party") == "not_ruled_out"


@pytest.mark.parametrize("name", sorted(set(CASES) - COUNTED - {"turnover"}))
def test_a_flag_is_only_suspected_if_just_a_third_party_says_so(name: str) -> None:
    head, bad, _ = CASES[name]
    assert state(name, {**head, **bad}, "third_party") == "suspected"


@pytest.mark.parametrize("name", sorted(set(CASES) - COUNTED))
def test_silence_rules_nothing_out(name: str) -> None:
    head, _, good = CASES[name]
    assert state(name, head) == "not_ruled_out"
    for left_out in good:
        partly = {key: value for key, value in good.items() if key != left_out}
        spare = name == "undelivered-services" or (name == "contractor-in-name" and good[left_out] == "yes")
        if not spare and not (name == "full-load-at-once" and left_out.endswith("weeks")):
            assert state(name, {**head, **partly}) == "not_ruled_out"


def test_turnover_from_a_third_party() -> None:
    said: dict[str, Said] = {"practice.left_last_year": "45%"}
    assert state("turnover", said, "third_party") == "suspected"
    assert state("turnover", said, "verbal") == "raised"
    assert state("turnover", {"practice.left_last_year": "vague"}) == "not_ruled_out"


def test_part_time_can_not_hide_too_many_sessions() -> None:
    # 22 sessions in 60% of full time are 36.7 a week; without the share they are 22 or more.
    busy: dict[str, Said] = {**CONTRACTOR, "caseload.sessions_per_week": "22", "offer.full_time_share": "60%"}
    assert state("too-many-sessions", busy) == "raised"
    assert state("too-many-sessions", {k: v for k, v in busy.items() if "share" not in k}) == "not_ruled_out"
    therapist_only = {**busy, "offer.discipline": "physical_therapy"}
    assert state("too-many-sessions", therapist_only) is None


def test_a_session_that_was_billed_and_not_held_is_a_wrong_claim_and_no_matter_of_codes() -> None:
    said: dict[str, Said] = {**CONTRACTOR, "contract.billing-npi": "own", "autonomy.billing-codes": "not_as_held"}
    assert state("billed-under-another", said) == "raised"
    assert state("codes-set-by-others", said) is None
    assert state("billed-under-another", {**said, "autonomy.billing-codes": "cash_only"}) is None


def test_no_target_for_productivity_leaves_nothing_to_override() -> None:
    neither: dict[str, Said] = {**PHYSICAL, "referral_to_cash.clinical-override": "neither"}
    assert state("high-target-no-override", neither) == "not_ruled_out"
    assert state("high-target-no-override", {**neither, "referral_to_cash.productivity-target": "no_target"}) is None


def test_one_service_that_can_be_described_is_enough_against_no_systems() -> None:
    two: dict[str, Said] = {
        **CONTRACTOR,
        "support.intake-steps": "not_described",
        "support.claim-steps": "not_described",
    }
    assert state("no-systems", two) == "not_ruled_out"
    assert state("no-systems", {**two, "support.tools": "named_and_stable"}) is None
    assert state("no-systems", {**two, "support.tools": ("named_and_stable", "verbal")}) == "not_ruled_out"
    assert state("no-systems", {**two, "support.tools": ("not_named", "third_party")}) == "suspected"


def test_services_count_only_where_the_practice_keeps_three_tenths() -> None:
    _, bad, _ = CASES["undelivered-services"]
    assert state("undelivered-services", {**CONTRACTOR, **bad, "pay.share": "71%"}) is None
    assert state("undelivered-services", {**CONTRACTOR, **bad, "pay.share": "vague"}) == "not_ruled_out"


def test_a_verbal_promise_of_new_clients_does_not_rule_out_a_full_load() -> None:
    verbal: dict[str, Said] = {"caseload.new_clients.per_week": ("2", "verbal")}
    assert state("full-load-at-once", verbal) == "not_ruled_out"
    assert state("full-load-at-once", {"caseload.new_clients.per_week": "2"}) is None


def test_critical_flags_come_first_and_raised_ones_before_open_ones() -> None:
    said: dict[str, Said] = {
        **CONTRACTOR,
        "contract.non-compete": "long_or_wide",
        "autonomy.discharge": "quota",
        "support.consultation": "none",
    }
    flags = assess(the_catalogue(), offer(said)).red_flags
    rank = {"critical": 0, "high": 1, "medium": 2, "low": 3}
    order = [(rank[one.severity], ("raised", "suspected", "not_ruled_out").index(one.state)) for one in flags]
    assert order == sorted(order)
    assert flags[0].check == "quota-decides-care"


def test_a_flag_shows_what_it_rests_on() -> None:
    said: dict[str, Said] = {
        "contract.non-compete.answer": "long_or_wide",
        "contract.non-compete.quote": "two years, fifty miles",
        "contract.non-compete.where": "§9",
        "contract.non-compete.evidence": "contract",
    }
    found = flag("binding-non-compete", said)
    assert found is not None
    assert (found.evidence, found.quote, found.where, found.line) == ("contract", "two years, fifty miles", "§9", 1)


def test_at_least_two_of_three(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        """\
id: mine
title: Mine
section: mine
checks:
  - id: two-of-three
    title: Two of three
    ask: Are there two?
    why: One may be chance. Two are not.
    severity: high
    watches:
      - {check: niche, raised_by: [assigned]}
      - {check: personal-cap}
      - {check: after-hours, raised_by: [open_ended]}
    raised_when: {at_least: 2}
    says: {raised: There are two., clear: There are not two.}
    request: Ask.
""",
        encoding="utf-8",
    )
    catalogue = load_catalogue([path])

    def state_of(**words: str) -> str | None:
        said: dict[str, Said] = {f"autonomy.{name.replace('_', '-')}": word for name, word in words.items()}
        flags = assess(catalogue, offer(said, catalogue=catalogue)).red_flags
        return next((one.state for one in flags if one.check == "two-of-three"), None)

    assert state_of(niche="assigned", personal_cap="no") == "raised"
    assert state_of(niche="assigned", personal_cap="yes") == "not_ruled_out"
    assert state_of(niche="assigned", personal_cap="yes", after_hours="not_expected") is None
    assert state_of(niche="used_by_intake", personal_cap="yes") is None  # one more can't make two
    assert state_of(niche="used_by_intake") == "not_ruled_out"
    assert assess(catalogue, offer({}, catalogue=catalogue)).finding("two-of-three").checklist == "mine"


def test_evidence_of_at_least_a_posting_is_half() -> None:
    assert Evidence.POSTING.grade == 0.5


WATCHES_LIMITED = """\
id: mine
title: Mine
section: mine
checks:
  - id: my-flag
    title: My flag
    ask: Is it so?
    why: It matters. It does.
    severity: high
    watches:
      - {check: tax-status, raised_by: [unclear]}
      - {check: niche, raised_by: [assigned]}
    raised_when: HOW
    says: {raised: It is so., clear: It is not so.}
    request: Ask.
"""


@pytest.mark.parametrize(
    ("how", "engagement", "status", "expected"),
    [
        ("any", None, "unclear", "not_ruled_out"),  # perhaps it is not about this offer
        ("any", "contractor", "unclear", "raised"),
        ("any", "partner", "unclear", None),
        ("any", None, "status_and_duties", None),  # ruled out, whether it is or not
        ("all", None, "status_and_duties", "not_ruled_out"),  # if it is not, the niche alone raises the flag
        ("all", "contractor", "status_and_duties", None),
        ("all", "partner", "status_and_duties", "raised"),
    ],
)
def test_a_watched_check_that_may_not_apply_decides_nothing_alone(
    tmp_path: Path, how: str, engagement: str | None, status: str, expected: str | None
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(WATCHES_LIMITED.replace("HOW", how), encoding="utf-8")
    catalogue = load_catalogue([path])
    niche = "assigned" if how == "all" else "used_by_intake"
    said: dict[str, Said] = {"transparency.tax-status": status, "autonomy.niche": niche}
    if engagement:
        said["offer.engagement"] = engagement
    flags = assess(catalogue, offer(said, catalogue=catalogue)).red_flags
    assert next((one.state for one in flags if one.check == "my-flag"), None) == expected
