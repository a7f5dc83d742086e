"""What raises each red flag and what rules it out, on top of the head of an offer.

In: nothing. Out: `CASES`, by the id of the flag. Must not assess anything; test_flags.py does.
"""

from tests.checklists.written import FULL_HEAD, NO_CONTROL, Said, the_catalogue

CONTRACTOR: dict[str, Said] = {**FULL_HEAD, "pay.structure": "percentage", "pay.share": "60%"}
EMPLOYEE: dict[str, Said] = {**CONTRACTOR, "offer.engagement": "employee"}
PHYSICAL: dict[str, Said] = {**EMPLOYEE, "offer.discipline": "physical_therapy"}
# Where laws are reported to limit non-competes and debts for leaving.
IN_CALIFORNIA: dict[str, Said] = {**EMPLOYEE, "offer.state": "CA"}
# 20 sessions of 53 minutes with notes of 10, and two hours more, are 23 hours a week. $10 a session is then below $9 an
# hour and $100 above $80, where $11 is the minimum wage.
WAGE: dict[str, Said] = {
    **FULL_HEAD,
    "pay.structure": "per_session",
    "pay.missed_visit.per_no_show": "$0",
    "pay.missed_visit.per_late_cancel": "$0",
    "caseload.sessions_per_week": "20",
    "hours.session_minutes": "53",
    "hours.documentation_minutes": "10",
    "hours.weekly": "2",
    "hours.weekly_paid": "0%",
}
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
    "cap-not-kept": (
        CONTRACTOR,
        {"architecture.caseload-cap": "aspiration_only"},
        {"architecture.caseload-cap": "managers_choice"},
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
    "double-entry": (CONTRACTOR, {"architecture.re-entry": "four_or_more"}, {"architecture.re-entry": "two_or_three"}),
    "control-as-support": (
        CONTRACTOR,
        {"autonomy.quality-review": "undisclosed_monitoring"},
        {"autonomy.quality-review": "unwritten"},
    ),
    "below-own-standard": (
        CONTRACTOR,
        {"autonomy.professional-standard": "shortcuts_required"},
        {"autonomy.professional-standard": "no_right"},
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
    "main-purpose-missing": (
        CONTRACTOR,
        {"support.panel-gap": "yours_alone"},
        {
            "support.panel-gap": "clients_reassigned",
            "support.claim-steps": "steps_only",
            "support.consultation": "some_unpaid",
        },
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
    "costs-above-share": (
        CONTRACTOR,
        {"architecture.share-covers-costs": "less_than_costs"},
        {"architecture.share-covers-costs": "running_costs_only"},
    ),
    "turnover": (CONTRACTOR, {"practice.left_last_year": "refused"}, {"practice.left_last_year": "30%"}),
    "vague-answers": (
        CONTRACTOR,
        {f"support.{check}": word for check, word in {**DIRECT, **VAGUE}.items()},  # 4 of 9
        {f"support.{check}": word for check, word in {**DIRECT, **dict.fromkeys(VAGUE, "refused")}.items()},
    ),
    "overselling": (
        CONTRACTOR,
        {"support.public-texts": "promises_results"},
        {"support.public-texts": "no_say"},
    ),
    "leadership-unwritten": (
        CONTRACTOR,
        {"support.leadership-path": "promise_only"},
        {"support.leadership-path": "no_path"},
    ),
    "quota-decides-care": (
        CONTRACTOR,
        {"autonomy.discharge": "quota"},
        {"autonomy.discharge": "clinician", "autonomy.treatment-length": "peer_review"},
    ),
    "codes-set-by-others": (
        CONTRACTOR,
        {"autonomy.billing-codes": "changed_without_you"},
        {"autonomy.billing-codes": "changed_with_you"},
    ),
    "billed-under-another": (
        CONTRACTOR,
        {"contract.billing-npi": "someone_elses"},
        {"contract.billing-npi": "supervised_with_payer_letter", "autonomy.billing-codes": "changed_with_you"},
    ),
    "contractor-in-name": (
        CONTRACTOR,
        {"control.required_meetings": "yes", "control.supervises": "yes", "control.sets_prices": "yes"},
        {**NO_CONTROL, "control.required_meetings": "yes", "control.sets_prices": "yes"},
    ),
    "pre-licensed-contractor": (
        EMPLOYEE,
        {"support.supervision": "you_pay"},
        {"support.supervision": "paid_outside", "support.associate-employment": "employed_some_unpaid"},
    ),
    "unpaid-required-work": (EMPLOYEE, {"hours.weekly_paid": "10%"}, {"hours.weekly_paid": "50%"}),
    "below-minimum-wage": (WAGE, {"pay.rate": "$10"}, {"pay.rate": "$100"}),
    "wages-wait-for-payers": (
        EMPLOYEE,
        {"transparency.unpaid-claims": "only_if_paid"},
        {"transparency.unpaid-claims": "adjusted_later"},
    ),
    "pay-held-for-notes": (
        EMPLOYEE,
        {"contract.late-notes-pay": "delays_pay"},
        {"contract.late-notes-pay": "bonus_only"},
    ),
    "unlimited-take-backs": (
        CONTRACTOR,
        {"transparency.take-backs": "all_yours"},
        {"transparency.take-backs": "shared_by_rule"},
    ),
    "sudden-pay-cut": (
        CONTRACTOR,
        {"transparency.rate-changes": "under_30_days"},
        {"transparency.rate-changes": "short_notice"},
    ),
    "earned-pay-lost": (
        CONTRACTOR,
        {"transparency.pay-after-leaving": "forfeited"},
        {"transparency.pay-after-leaving": "short_cut_off"},
    ),
    "earned-wages-lost": (
        EMPLOYEE,
        {"transparency.pay-after-leaving": "forfeited"},
        {"transparency.pay-after-leaving": "short_cut_off"},
    ),
    "binding-non-compete": (
        CONTRACTOR,
        {"contract.non-compete": "holds_if_let_go"},
        {"contract.non-compete": "short_and_local"},
    ),
    "non-compete-against-law": (
        IN_CALIFORNIA,
        {"contract.non-compete": "short_and_local"},
        {"contract.non-compete": "none"},
    ),
    "clients-kept-from-you": (
        CONTRACTOR,
        {"contract.client-contact": "may_not_tell"},
        {"contract.client-contact": "only_if_they_ask"},
    ),
    "stay-or-pay-debt": (
        CONTRACTOR,
        {"contract.stay-or-pay": "bonus_flat"},
        {"contract.stay-or-pay": "bonus_only_fair_terms"},
    ),
    "stay-or-pay-against-law": (
        IN_CALIFORNIA,
        {"contract.stay-or-pay": "bonus_flat"},
        {"contract.stay-or-pay": "bonus_only_fair_terms"},
    ),
    "insurance-tail-left-to-you": (CONTRACTOR, {"contract.tail-cover": "you_pay"}, {"contract.tail-cover": "shared"}),
    "broad-indemnity": (
        CONTRACTOR,
        {"contract.indemnity": "broad"},
        {"contract.indemnity": "one_way_own_negligence"},
    ),
    "session-data-reused": (
        CONTRACTOR,
        {"autonomy.recording": "undisclosed"},
        {"autonomy.recording": "required", "contract.session-data": "de_identified_opt_out"},
    ),
    "kept-silent": (
        EMPLOYEE,
        {"transparency.pay-talk": "barred"},
        {
            "transparency.pay-talk": "asked_not_to",
            "contract.non-disparagement": "mutual",
            "autonomy.raising-concerns": "policy_only",
        },
    ),
    "no-time-to-read": (
        CONTRACTOR,
        {"transparency.review-time": "not_shown"},
        {"transparency.review-time": "three_to_six_days"},
    ),
    "range-not-posted": (
        {**EMPLOYEE, "offer.state": "CO"},
        {"transparency.posted-range": "no_range"},
        {"transparency.posted-range": "range_only"},
    ),
    "fees-shared-outside": (
        {**CONTRACTOR, "offer.state": "NY"},
        {"contract.fee-split": "lay_share_of_fees"},
        {"contract.fee-split": "common_unconfirmed"},
    ),
    "pay-for-referrals": (
        CONTRACTOR,
        {"contract.referral-pay": "per_referral"},
        {"contract.referral-pay": "marketing_at_cost"},
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
