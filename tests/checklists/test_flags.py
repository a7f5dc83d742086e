"""Every red flag is raised by some offer, and ruled out by a posting but not by talk.

In: offers that say just enough. Out: pass or fail. Must not score.
"""

from pathlib import Path

import pytest

from evaluator.checklists import assess, load_catalogue
from evaluator.checklists.findings import RedFlag
from evaluator.offer import Evidence
from tests.checklists.written import FULL_HEAD, NO_CONTROL, Said, offer, the_catalogue

CONTRACTOR: dict[str, Said] = {**FULL_HEAD, "pay.structure": "percentage", "pay.share": "60%"}
EMPLOYEE: dict[str, Said] = {**CONTRACTOR, "offer.engagement": "employee"}
PHYSICAL: dict[str, Said] = {**EMPLOYEE, "offer.discipline": "physical_therapy"}
SERVICES = {
    "support.intake-steps": ("you_do_it", "steps_only"),
    "support.claim-steps": ("you_do_it", "steps_only"),
    "support.scheduling": ("you_do_it", "shared"),
    "support.credentialing": ("you_do_it", "staff_no_dates"),
    "support.tools": ("named_and_stable", "named_and_stable"),
    "support.lead-sources": ("sources_only", "sources_only"),
}
DIRECT = dict.fromkeys(list(the_catalogue().questions()["support"])[:5], "refused")
VAGUE = dict.fromkeys(list(the_catalogue().questions()["support"])[5:9], "vague")

# What raises each flag, and what rules it out, on top of the head of an offer.
CASES: dict[str, tuple[dict[str, Said], dict[str, Said], dict[str, Said]]] = {
    "any-client": (
        CONTRACTOR,
        {"autonomy.niche": "assigned"},
        {"autonomy.niche": "agreed_informally", "autonomy.decline-referrals": "freely"},
    ),
    "too-many-sessions": (
        CONTRACTOR,
        {"caseload.sessions_per_week": "31"},
        {"caseload.sessions_per_week": "30", "offer.full_time_share": "100%"},
    ),
    "no-consultation": (CONTRACTOR, {"support.consultation": "none"}, {"support.consultation": "some_unpaid"}),
    "leads-as-lever": (
        CONTRACTOR,
        {"autonomy.pause-intake": "costs_referrals"},
        {"autonomy.pause-intake": "not_possible", "autonomy.decline-referrals": "limited_number"},
    ),
    "no-systems": (
        CONTRACTOR,
        {"support.intake-steps": "not_described", "support.claim-steps": "not_described", "support.tools": "not_named"},
        {"support.tools": "named_changing"},
    ),
    "control-as-support": (
        CONTRACTOR,
        {"autonomy.quality-review": "undisclosed_monitoring"},
        {"autonomy.quality-review": "unwritten"},
    ),
    "volume-incentives": (
        CONTRACTOR,
        {"red_flags.volume-incentives": "managers_paid_on_it"},
        {"red_flags.volume-incentives": "up_to_half"},
    ),
    "undelivered-services": (
        CONTRACTOR,
        {name: bad for name, (bad, _) in SERVICES.items()},
        {name: good for name, (_, good) in SERVICES.items()},
    ),
    "full-load-at-once": (
        CONTRACTOR,
        {"caseload.ramp.weeks": "0"},
        {"caseload.ramp.weeks": "6", "caseload.ramp.starts_at": "50%"},
    ),
    "split-not-calculated": (
        CONTRACTOR,
        {"transparency.split-reasoning": "market_rate"},
        {"transparency.split-reasoning": "explained"},
    ),
    "turnover": (CONTRACTOR, {"practice.left_last_year": "refused"}, {"practice.left_last_year": "30%"}),
    "vague-answers": (
        CONTRACTOR,
        {f"support.{check}": word for check, word in {**DIRECT, **VAGUE}.items()},  # 4 of 9
        {f"support.{check}": word for check, word in {**DIRECT, **dict.fromkeys(VAGUE, "refused")}.items()},
    ),
    "quota-decides-care": (
        CONTRACTOR,
        {"autonomy.discharge": "quota"},
        {"autonomy.discharge": "clinician", "autonomy.treatment-length": "peer_review"},
    ),
    "contractor-in-name": (
        CONTRACTOR,
        {"control.required_meetings": "yes", "control.supervises": "yes", "control.sets_prices": "yes"},
        {**NO_CONTROL, "control.required_meetings": "yes", "control.sets_prices": "yes"},
    ),
    "unpaid-required-work": (EMPLOYEE, {"hours.weekly_paid": "10%"}, {"hours.weekly_paid": "50%"}),
    "unlimited-take-backs": (
        CONTRACTOR,
        {"transparency.take-backs": "all_yours"},
        {"transparency.take-backs": "shared_by_rule"},
    ),
    "binding-non-compete": (
        CONTRACTOR,
        {"contract.non-compete": "holds_if_let_go"},
        {"contract.non-compete": "short_and_local"},
    ),
    "clients-kept-from-you": (
        CONTRACTOR,
        {"contract.client-contact": "may_not_tell"},
        {"contract.client-contact": "only_if_they_ask"},
    ),
    "numbers-over-care": (
        PHYSICAL,
        {"referral_to_cash.clinical-guard": "visits_enforced"},
        {"referral_to_cash.clinical-guard": "in_pay_judgement_first"},
    ),
    "high-target-no-override": (  # either of the two good answers rules it out
        PHYSICAL,
        {
            "referral_to_cash.productivity-target": "ninety_or_more",
            "referral_to_cash.clinical-override": "neither",
        },
        {"referral_to_cash.productivity-target": "from_81_to_89"},
    ),
    "too-many-patients": (
        PHYSICAL,
        # 76 visits in five days are 15.2 a day
        {"caseload.sessions_per_week": "76"},
        {
            "referral_to_cash.patients-per-hour": "two",
            "caseload.sessions_per_week": "60",
            "offer.full_time_share": "80%",  # 75 in full time
        },
    ),
    "routine-double-booking": (
        PHYSICAL,
        {"referral_to_cash.double-booking": "routine"},
        {"referral_to_cash.double-booking": "rare_group_code"},
    ),
    "group-as-individual": (
        PHYSICAL,
        {"referral_to_cash.overlapping-patients": "one_on_one_codes"},
        {"referral_to_cash.overlapping-patients": "mixed_and_checked"},
    ),
    "aides-billed-as-care": (
        PHYSICAL,
        {"referral_to_cash.aides": "billed_as_care"},
        {"referral_to_cash.aides": "unskilled_help"},
    ),
    "pressure-on-units": (
        PHYSICAL,
        {"referral_to_cash.units-by-minutes": "least_number"},
        {"referral_to_cash.units-by-minutes": "number_as_guide"},
    ),
    "routine-copay-waivers": (
        PHYSICAL,
        {"referral_to_cash.copay-waivers": "routine"},
        {"referral_to_cash.copay-waivers": "hardship_informal"},
    ),
    "federal-copay-waivers": (
        PHYSICAL,
        {"referral_to_cash.copay-waivers": "routine_federal"},
        {"referral_to_cash.copay-waivers": "routine"},
    ),
}
# What is counted, and not said by anybody, has no evidence that could be weak.
COUNTED = {"vague-answers"}


def flag(name: str, said: dict[str, Said], evidence: str = "posting") -> RedFlag | None:
    flags = assess(the_catalogue(), offer(said, evidence)).red_flags
    return next((one for one in flags if one.check == name), None)


def state(name: str, said: dict[str, Said], evidence: str = "posting") -> str | None:
    found = flag(name, said, evidence)
    return found.state if found else None


def test_every_flag_has_a_case() -> None:
    assert set(CASES) <= {check.id for check in the_catalogue().by_id.values() if check.is_flag}


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
