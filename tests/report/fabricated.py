"""Comparisons made by hand, for looking at reports before and apart from the engine.

In: nothing. Out: `Comparison`s. The money of the first three offers is that of the three worked examples (a 60/40
contractor, a salary with a quota, a flat rate per session); everything else about them is invented.
"""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import accumulate
from typing import Literal

from evaluator.checklists.findings import (
    ChecklistText,
    CheckText,
    Finding,
    Outcome,
    RedFlag,
    Score,
    Severity,
    Verdict,
)
from evaluator.comparison.model import Comparison, Implausible, Lead, OfferResult, Question
from evaluator.comparison.terms_model import TermCell, TermRow
from evaluator.economics.figures import Assumption, Hours, Interval, Money, Step, Unknown
from tests.report.fabricated_fit import made_to_matter
from tests.report.fabricated_flow import with_flow
from tests.report.fabricated_kinds import made_kinds, made_notes, spoiled_kinds
from tests.report.fabricated_law import made_law, made_waived, spoiled_law
from tests.report.fabricated_sureness import made_sure, spoiled

HOSTILE = '<script>alert(1)</script>\x1b[31m=cmd()\u202egnp.exe\x9b2J & "quoted" {{ 7*7 }} \ud800\x00\x07\u200b]]>'
LONG_NAME = "Northern Lakes & Woodlands Behavioral Health Associates, LLC"
_CLAUSE = (
    "the practice may change the caseload, the fee schedule and the place of work whenever business needs require it"
)
QUOTE_300 = " ".join((f"{_CLAUSE} " * 16).split()[:300])
LONG_WORD = "supercalifragilistic" * 15

CHECKLISTS = (
    ChecklistText("autonomy", "Autonomy"),
    ChecklistText("transparency", "Transparency"),
    ChecklistText("support", "Support"),
    ChecklistText("red-flags", "Red flags"),
)
_CHECKS: tuple[tuple[str, str, str, str, Severity], ...] = (
    (
        "pause-intake",
        "autonomy",
        "Pausing intake",
        "Can I pause intake when I am full, how fast, and does anything happen to me?",
        "high",
    ),
    ("caseload-ceiling", "autonomy", "Caseload ceiling", "Who sets the largest number of sessions a week?", "high"),
    ("own-schedule", "autonomy", "Own schedule", "Do I decide on which days and hours I work?", "high"),
    ("treatment-length", "autonomy", "Length of treatment", "Who decides how long a client is treated?", "critical"),
    ("decline-referral", "autonomy", "Declining a referral", "May I decline a client who is not a good fit?", "high"),
    (
        "documentation-style",
        "autonomy",
        "How notes are written",
        "Does anyone prescribe the form of my notes beyond the law?",
        "medium",
    ),
    (
        "payer-mix",
        "transparency",
        "Payers and rates",
        "Does the offer list payers and what each pays per session?",
        "critical",
    ),
    (
        "ramp-history",
        "transparency",
        "How fast caseloads fill",
        "Are there figures for how long recent hires took to fill?",
        "high",
    ),
    (
        "fee-definition",
        "transparency",
        "What the share is of",
        "Is it written what is taken off before the share is computed?",
        "high",
    ),
    ("rate-changes", "transparency", "Rate changes", "How much notice is given before pay is changed?", "high"),
    ("unpaid-time", "transparency", "Unpaid time", "How much of the working time is not paid?", "medium"),
    ("billing", "support", "Billing and denials", "Who files claims and works on denials?", "high"),
    ("credentialing", "support", "Credentialing", "Who does the credentialing, and how long does it take?", "medium"),
    ("consultation", "support", "Consultation", "Is there regular case consultation, and is it paid?", "medium"),
    ("crisis-backup", "support", "Backup in a crisis", "Whom can I reach when a client is in danger?", "critical"),
    ("non-compete", "red-flags", "Non-compete", "Does anything keep me from working nearby afterwards?", "critical"),
    (
        "client-ownership",
        "red-flags",
        "Clients may not follow",
        "May clients choose to stay with me when I leave?",
        "high",
    ),
    ("clawback", "red-flags", "Pay is taken back", "Can pay be taken back when an insurer takes money back?", "high"),
    (
        "unilateral-change",
        "red-flags",
        "Terms may change alone",
        "May the other side change pay without my consent?",
        "high",
    ),
)
CHECKS = tuple(
    CheckText(
        id,
        checklist,
        title,
        ask,
        f"Why {title.lower()} matters, in two sentences. It decides what a week is like.",
        f"Write {title.lower()} into the contract.",
        weight,
    )
    for id, checklist, title, ask, weight in _CHECKS
)
_SAYS: dict[Outcome, tuple[str, str | None, float, float]] = {
    "met": ("You decide this yourself, at no cost to you.", "contract", 1.0, 1.0),
    "partly": ("It works in some cases, and only when somebody agrees.", "posting", 0.5, 0.5),
    "not_met": ("Somebody else decides, and you bear the cost.", "offer_letter", 1.0, 0.0),
    "vague": ("Asked, and answered without a number or a rule.", "verbal", 0.5, 0.0),
    "refused": ("Asked, and no answer was given.", None, 1.0, 0.0),
    "not_stated": ("The offer does not say.", None, 0.0, 0.0),
    "not_applicable": ("Does not apply: only contractors are asked this.", None, 0.0, 0.0),
}
_PATTERNS: dict[str, str] = {
    "group": "mpmnvsmspmnmsvms sss".replace(" ", ""),
    "salary": "mmpmmspmmmammmmmmsm",
    "platform": "npsnmvnrssnmmssxxsx",
    "silent": "s" * 19,
}
_LETTERS: dict[str, Outcome] = {
    "m": "met",
    "p": "partly",
    "n": "not_met",
    "v": "vague",
    "r": "refused",
    "s": "not_stated",
    "a": "not_applicable",
    "x": "not_met",
}


def _findings(pattern: str, quote: str) -> tuple[Finding, ...]:
    found = []
    for number, (check, letter) in enumerate(zip(CHECKS, _PATTERNS[pattern], strict=True)):
        outcome = _LETTERS[letter]
        says, evidence, knownness, worth = _SAYS[outcome]
        stated = evidence is not None
        found.append(
            Finding(
                check.id,
                check.checklist,
                outcome,
                says,
                check.weight,
                knownness,
                worth,
                said="on_request" if stated else None,
                evidence=evidence,
                quote=quote if stated and number % 3 == 0 else None,
                where=f"§{number}.2" if stated and number % 2 == 0 else None,
                line=20 + number if stated else None,
            )
        )
    return tuple(found)


def _flags(pattern: str, quote: str) -> tuple[RedFlag, ...]:
    flags = []
    for check, letter in zip(CHECKS, _PATTERNS[pattern], strict=True):
        if check.checklist != "red-flags" or letter in "ma":
            continue
        raised = letter == "x"
        flags.append(
            RedFlag(
                check.id,
                check.title,
                check.weight,
                "raised" if raised else "not_ruled_out",
                "It says so, without limit in time or place." if raised else "Nothing that is stated rules it out.",
                check.why,
                check.request,
                evidence="contract" if raised else None,
                quote=quote if raised else None,
                where="§9.1" if raised else None,
                line=61 if raised else None,
            )
        )
    return tuple(flags)


def _questions(pattern: str, swings: tuple[float, ...]) -> tuple[Question, ...]:
    asked: list[Question] = []
    terms = (
        ("collections.fees_off_the_top", "What is taken off before my share is computed, and how much is it?"),
        ("pay.missed_visit.clinician_share", "What share of a missed-visit fee do I receive?"),
        ("caseload.ramp.weeks", "How many weeks did the last five hires take to reach a full caseload?"),
    )
    for swing, (term, ask) in zip(swings, terms, strict=False):
        asked.append(Question(ask, 0.0, swing, term=term))
    for number, (check, letter) in enumerate(zip(CHECKS, _PATTERNS[pattern], strict=True)):
        if letter in "svr":
            critical = check.checklist == "red-flags" and check.weight == "critical"
            gain = 0.0 if check.checklist == "red-flags" else 9.5 - number / 2
            asked.append(Question(check.ask, gain, 0.0, check=check.id, critical=critical))
    said = [
        Question(check.ask, 0.7, 0.0, check=check.id, already_said=True)
        for check, letter in zip(CHECKS, _PATTERNS[pattern], strict=True)
        if letter == "p"  # answered in a posting
    ]
    return (*asked, *said)


def _steps(base: float, rows: tuple[tuple[str, str, float, str, str | None], ...]) -> tuple[Step, ...]:
    steps: list[Step] = []
    for step, label, level, formula, subtotal in rows:
        amount = round(level - (steps[-1].level_usd if steps else 0.0), 2)
        steps.append(Step(step, label, level, amount, level / base, formula, subtotal))
    return tuple(steps)


def _ramped(keep: float, weeks: int, start: float) -> tuple[float, ...]:
    """A cumulative curve that ends at `keep`, with `weeks` of growing pay and four weeks off."""
    off = {10, 21, 31, 42}
    parts = [0.0 if t in off else min(1.0, start + (1 - start) * (t - 1) / weeks) for t in range(1, 53)]
    return tuple(round(keep * sum_ / sum(parts), 6) for sum_ in accumulate(parts))


def _unknown(
    term: str,
    label: str,
    state: Literal["not_stated", "vague", "refused", "range"],
    cases: tuple[str, str, str],
    basis: str,
    swings: tuple[float, float, float],
) -> Unknown:
    worst, likely, best = cases
    hourly, split, take_home = swings
    return Unknown(
        term=term,
        label=label,
        state=state,
        worst=worst,
        likely=likely,
        best=best,
        basis=basis,
        ask=f"{label}?",
        hourly_swing_usd=hourly,
        split_swing=split,
        take_home_swing_usd=take_home,
    )


_PAYROLL = "Half of self-employment tax, which an employer would have paid"
_UNPAID = "Unpaid hours × $40 an hour"
_MONEY_A = Money(
    structure="share of collections",
    pay_is_stated=True,
    headline_split=Interval(0.6, 0.6, 0.6),
    effective_split=Interval(0.232406, 0.295449, 0.347851),
    effective_hourly_usd=Interval(40.760635, 44.028442, 47.316971),
    take_home_usd=Interval(41_202.11, 48_634.577544, 54_880.9),
    full_ramp_collectible_usd=128_104.065,
    keep_usd=37_848.23992,
    gross_pay_usd=66_096.152297,
    collected_usd=110_890.081266,
    fees_collected_usd=3_116.25,
    practice_keeps_usd=47_910.178969,
    kept_sessions=934.875,
    hours=Hours(1195.496875, 825.80625, 369.690625, 825.80625, 155.8125, 45.878125, 168.0, 0.0),
    bridge=_steps(
        128_104.065,
        (
            ("booked", "Booked sessions", 147_000.00, "booked sessions × mean contracted amount", None),
            ("missed", "Missed visits", 132_300.00, "missed sessions × mean contracted amount", None),
            (
                "denied",
                "Claims denied for good",
                129_870.00,
                "kept sessions × amount × denied × not recovered",
                None,
            ),
            (
                "bad_debt",
                "Patients' part not paid",
                128_104.07,
                "kept sessions × patients' part × share not collected",
                "collectible at full ramp",
            ),
        ),
    ),
    waterfall=_steps(
        128_104.065,
        (
            (
                "headline",
                "What the offer says",
                76_862.44,
                "the advertised pay at a full caseload from the first week",
                None,
            ),
            (
                "rate_terms",
                "Fine print of the rate",
                74_556.57,
                "pay by the real rule at a full caseload, less the headline",
                None,
            ),
            (
                "missed_visits",
                "Pay for missed visits",
                76_356.57,
                "missed visits × fee × share really collected × your share",
                "contract split",
            ),
            (
                "ramp",
                "Filling the caseload",
                66_096.15,
                "the pay above with the real ramp, less the pay with a full caseload",
                "cash split",
            ),
            ("overhead", "Your own costs", 56_637.15, "your costs a year, and for each kept session", None),
            ("payroll_equalisation", "Employer's payroll tax", 52_635.86, _PAYROLL, "W-2-equivalent split"),
            ("unpaid_time", "Unpaid time", 37_848.24, _UNPAID, "effective split"),
        ),
    ),
    cumulative_keep_usd=_ramped(37_848.23992, 16, 0.2),
    unknowns=(
        _unknown(
            "collections.fees_off_the_top",
            "Fees off the top",
            "not_stated",
            ("5%", "3%", "none"),
            "Usual range of card and billing fees",
            (2.586103, 0.024134, 2_310.0),
        ),
        _unknown(
            "pay.missed_visit.clinician_share",
            "Your share of missed-visit fees",
            "vague",
            ("none", "50%", "100%"),
            "All that is possible",
            (2.422502, 0.022607, 2_170.0),
        ),
        _unknown(
            "caseload.ramp.weeks",
            "Weeks to a full caseload",
            "range",
            ("30 weeks", "16 weeks", "8 weeks"),
            "The range the offer gives",
            (1.566107, 0.069519, 9_800.0),
        ),
    ),
    approximate=False,
)
_MONEY_B = Money(
    structure="salary",
    pay_is_stated=True,
    headline_split=Interval(0.530413, 0.530413, 0.530413),
    effective_split=Interval(0.588366, 0.588366, 0.588366),
    effective_hourly_usd=Interval(45.806048, 45.806048, 45.806048),
    take_home_usd=Interval(71_833.0, 71_833.0, 71_833.0),
    full_ramp_collectible_usd=147_055.104,
    keep_usd=86_522.2,
    gross_pay_usd=78_000.0,
    collected_usd=135_791.3088,
    fees_collected_usd=0.0,
    practice_keeps_usd=57_791.3088,
    kept_sessions=1093.68,
    hours=Hours(1950.07, 1880.0, 70.07, 966.084, 273.42, 0.0, 564.0, 146.566),
    bridge=_steps(
        147_055.104,
        (
            ("booked", "Booked sessions", 168_448.00, "booked sessions × mean contracted amount", None),
            ("missed", "Missed visits", 151_603.20, "missed sessions × mean contracted amount", None),
            (
                "denied",
                "Claims denied for good",
                147_055.10,
                "kept sessions × amount × denied × not recovered",
                "collectible at full ramp",
            ),
        ),
    ),
    waterfall=_steps(
        147_055.104,
        (
            (
                "headline",
                "What the offer says",
                78_000.00,
                "the advertised pay at a full caseload from the first week",
                None,
            ),
            (
                "rate_terms",
                "Fine print of the rate",
                79_376.00,
                "pay by the real rule at a full caseload, less the headline",
                "contract split",
            ),
            (
                "ramp",
                "Filling the caseload",
                78_000.00,
                "the pay above with the real ramp, less the pay with a full caseload",
                "cash split",
            ),
            ("benefits", "Benefits", 89_525.00, "what the benefits cost × what they are worth to you", None),
            ("overhead", "Your own costs", 89_325.00, "your costs a year, and for each kept session", None),
            (
                "payroll_equalisation",
                "Employer's payroll tax",
                89_325.00,
                _PAYROLL,
                "W-2-equivalent split",
            ),
            ("unpaid_time", "Unpaid time", 86_522.20, _UNPAID, "effective split"),
        ),
    ),
    cumulative_keep_usd=tuple(round(86_522.2 * week / 52, 6) for week in range(1, 53)),
    unknowns=(),
    approximate=False,
)
_MONEY_C = Money(
    structure="fixed amount per session",
    pay_is_stated=True,
    headline_split=Interval(0.426257, 0.490196, 0.576701),
    effective_split=Interval(0.17, 0.23808, 0.301),
    effective_hourly_usd=Interval(41.3, 43.344648, 46.2),
    take_home_usd=Interval(31_000.0, 40_430.125462, 46_000.0),
    full_ramp_collectible_usd=126_669.312,
    keep_usd=30_157.41721,
    gross_pay_usd=47_802.698951,
    collected_usd=94_706.19,
    fees_collected_usd=0.0,
    practice_keeps_usd=46_903.49,
    kept_sessions=757.952704,
    hours=Hours(1009.499764, 669.524889, 339.974875, 663.21, 126.33, 51.96, 168.0, 0.0),
    bridge=_steps(
        126_669.312,
        (
            ("booked", "Booked sessions", 146_880.00, "booked sessions × mean contracted amount", None),
            ("missed", "Missed visits", 129_254.40, "missed sessions × mean contracted amount", None),
            (
                "denied",
                "Claims denied for good",
                126_669.31,
                "kept sessions × amount × denied × not recovered",
                "collectible at full ramp",
            ),
        ),
    ),
    waterfall=_steps(
        126_669.312,
        (
            (
                "headline",
                "What the offer says",
                62_092.80,
                "the advertised pay at a full caseload from the first week",
                None,
            ),
            (
                "missed_visits",
                "Pay for missed visits",
                63_936.00,
                "missed visits × fee × share really collected × your share",
                "contract split",
            ),
            (
                "ramp",
                "Filling the caseload",
                47_802.70,
                "the pay above with the real ramp, less the pay with a full caseload",
                "cash split",
            ),
            ("overhead", "Your own costs", 47_082.70, "your costs a year, and for each kept session", None),
            ("payroll_equalisation", "Employer's payroll tax", 43_756.41, _PAYROLL, "W-2-equivalent split"),
            ("unpaid_time", "Unpaid time", 30_157.42, _UNPAID, "effective split"),
        ),
    ),
    cumulative_keep_usd=_ramped(30_157.41721, 39, 0.07),
    unknowns=(
        _unknown(
            "collections.per_session",
            "Collected for a session",
            "not_stated",
            ("$106.21", "$124.95", "$143.69"),
            "Estimate from published rates, 15% either way",
            (0.0, 0.16, 0.0),
        ),
        _unknown(
            "caseload.new_clients.per_week",
            "New clients a week",
            "refused",
            ("0.75", "2", "3"),
            "Usual range of platforms",
            (3.1, 0.1, 14_000.0),
        ),
    ),
    approximate=True,
)


def _scores(**parts: tuple[float, float, float]) -> dict[str, Score]:
    return {
        name.replace("_", "-"): Score(floor, ceiling, coverage, None if coverage == 0 else floor / coverage, True, 6)
        for name, (floor, ceiling, coverage) in parts.items()
    }


def _offer(
    id: str,
    organization: str | None,
    name: str,
    kind: str,
    engagement: str,
    rank: int,
    verdict: Verdict,
    pattern: str,
    money: Money,
    scores: dict[str, Score],
    quote: str = "You can pause new intakes by telling the coordinator.",
    swings: tuple[float, ...] = (),
) -> OfferResult:
    source = f"# {id}\nformat: 1\noffer:\n  name: {name!r}\n"
    return OfferResult(
        id=id,
        name=name,
        organization=organization,
        kind=kind,
        discipline="psychotherapy",
        engagement=engagement,
        state="OH",
        file=f"offers/{id}.yaml",
        sha256=sha256(source.encode("utf-8", "replace")).hexdigest(),
        fingerprint=sha256(b"what it says: " + source.encode("utf-8", "replace")).hexdigest(),
        offer_as_of=date(2026, 11, 2),
        rank=rank,
        verdict=verdict,
        scores=scores,
        red_flags=_flags(pattern, quote),
        findings=_findings(pattern, quote),
        money=money,
        questions=_questions(pattern, swings),
        warnings=(),
        source=source,
    )


ASK_FIRST = Verdict("ask_first", "Ask first", "a critical red flag is not ruled out")
STRONG = Verdict("strong", "Strong", "even with every open answer at its worst it scores 76 of 100")
STOP = Verdict("stop", "Stop: resolve first", "a critical red flag is confirmed: Non-compete")
NOT_ENOUGH = Verdict("not_enough", "Not enough stated", "only 0% of what matters is stated")

GROUP = _offer(
    "lakeside-group",
    "Lakeside Counseling Group",
    "Staff therapist, evenings",
    "group",
    "contractor",
    2,
    ASK_FIRST,
    "group",
    _MONEY_A,
    _scores(
        overall=(45.9, 59.0, 0.63),
        autonomy=(48.2, 81.0, 0.67),
        transparency=(38.1, 88.4, 0.5),
        support=(51.5, 79.2, 0.72),
    ),
    swings=(2.586103, 2.422502, 1.566107),
)
SALARY = _offer(
    "harbor-employee",
    "Harbor Behavioral Health",
    "Licensed therapist",
    "integrated",
    "employee",
    1,
    STRONG,
    "salary",
    _MONEY_B,
    _scores(
        overall=(76.4, 89.0, 0.88),
        autonomy=(74.0, 90.5, 0.84),
        transparency=(72.5, 89.5, 0.83),
        support=(82.7, 87.0, 0.96),
    ),
)
PLATFORM = _offer(
    "brightpath-platform",
    "Brightpath",
    "Remote therapist",
    "platform",
    "contractor",
    3,
    STOP,
    "platform",
    _MONEY_C,
    _scores(
        overall=(22.5, 39.0, 0.7),
        autonomy=(20.0, 55.0, 0.65),
        transparency=(12.0, 41.0, 0.71),
        support=(35.5, 62.0, 0.74),
    ),
    quote="For twenty-four months the Provider shall not offer services within fifty miles.",
    swings=(0.0, 0.0, 3.1),
)
_WIDE = Interval(-0.052, 0.231, 0.618)
SILENT = _offer(
    "silent",
    None,
    "Therapist wanted",
    "group",
    "contractor",
    4,
    NOT_ENOUGH,
    "silent",
    replace(
        _MONEY_A,
        structure="not stated",
        pay_is_stated=False,
        headline_split=Interval(0.35, 0.5, 0.7),
        effective_split=_WIDE,
        effective_hourly_usd=Interval(9.8, 33.1, 71.2),
        take_home_usd=Interval(8_100.0, 39_000.0, 88_000.0),
        bridge=(),
        waterfall=(),
        cumulative_keep_usd=(),
        approximate=True,
        unknowns=tuple(replace(unknown, state="not_stated") for unknown in _MONEY_A.unknowns),
    ),
    _scores(
        overall=(0.0, 100.0, 0.0), autonomy=(0.0, 100.0, 0.0), transparency=(0.0, 100.0, 0.0), support=(0.0, 100.0, 0.0)
    ),
    swings=(9.2, 4.4, 12.5),
)
LONG = replace(
    GROUP,
    id="northern-lakes",
    organization=LONG_NAME,
    name="W" * 60,
    rank=5,
    warnings=(Implausible(14, "60 sessions a week is more than almost anybody keeps up"),),
)
QUOTED = replace(
    _offer(
        "quoted",
        "Riverbend Therapy",
        "Therapist",
        "group",
        "contractor",
        6,
        STOP,
        "platform",
        _MONEY_C,
        PLATFORM.scores,
        quote=QUOTE_300,
    ),
    red_flags=(
        *_flags("platform", QUOTE_300),
        replace(_flags("platform", LONG_WORD)[0], state="suspected", severity="high"),
    ),
)
ASSUMPTIONS = (
    Assumption(
        "value_of_hour_usd",
        "What an hour of your unpaid time is worth",
        "$40.00 an hour",
        "clinician",
        "2026-11-21",
        "me.yaml",
    ),
    Assumption(
        "se_tax_oasdi",
        "Social security part of self-employment tax",
        "12.4%",
        "parameter",
        "2026-01-01",
        "Schedule SE, tax year 2026",
    ),
    Assumption(
        "ss_wage_base_usd",
        "Wages on which social security tax is paid",
        "$184,500",
        "parameter",
        "2026-01-01",
        "Social Security Administration, October 2025",
    ),
    Assumption(
        "no_show_share",
        "Booked sessions to which nobody comes",
        "6% (3% to 15%)",
        "parameter",
        "2026-11-21",
        "Judgement, from reviews of outpatient attendance",
    ),
)
NOTICES = ("This report supports a decision. It is not legal, tax or financial advice.",)


def compare_by_hand(*offers: OfferResult, lead: Lead | None = None) -> Comparison:
    """A Comparison of these offers in this order, ranked by their `rank`."""
    ranked = tuple(offer.id for offer in sorted(offers, key=lambda offer: offer.rank))
    only = Lead("only_one", ranked[0], None, None, "There is nothing to compare it with.", ())
    names = {offer.id: offer.organization or offer.name for offer in offers}
    if lead is None and len(offers) > 1:
        says = f"{names[ranked[0]]} is likely ahead of {names[ranked[1]]}, by $1.78 an hour."
        lead = replace(LIKELY, leader=ranked[0], runner_up=ranked[1], says=says)
    return Comparison(
        schema_version=1,
        as_of=date(2026, 11, 21),
        version="0.1.0",
        reader="Sam",
        ranking=ranked,
        lead=lead or only,
        offers=offers,
        checklists=CHECKLISTS,
        checks=CHECKS,
        assumptions=ASSUMPTIONS,
        notices=NOTICES,
        kinds=made_kinds(offers),
    )


LIKELY = Lead(
    "likely_ahead",
    "harbor-employee",
    "lakeside-group",
    Interval(-1.510923, 1.777606, 5.045413),
    "Harbor Behavioral Health is likely ahead of Lakeside Counseling Group, by $1.78 an hour.",
    (
        "What is taken off before my share is computed, and how much is it?",
        "What share of a missed-visit fee do I receive?",
    ),
)


def hostile() -> Comparison:
    """Three offers whose every text is an attack on some output."""

    def spoil(offer: OfferResult) -> OfferResult:
        return replace(
            offer,
            name=HOSTILE,
            organization=HOSTILE,
            kind=HOSTILE,
            engagement=HOSTILE,
            state=HOSTILE,
            file=HOSTILE,
            verdict=replace(offer.verdict, says=HOSTILE, because=HOSTILE),
            findings=tuple(
                replace(f, says=HOSTILE, said=HOSTILE, quote=HOSTILE, where=HOSTILE) for f in offer.findings
            ),
            red_flags=tuple(
                replace(f, title=HOSTILE, says=HOSTILE, quote=HOSTILE, where=HOSTILE) for f in offer.red_flags
            ),
            questions=tuple(replace(q, ask=HOSTILE) for q in offer.questions),
            warnings=(Implausible(1, HOSTILE),),
            money=replace(
                offer.money,
                structure=HOSTILE,
                waterfall=tuple(
                    replace(s, label=HOSTILE, formula=HOSTILE, subtotal=HOSTILE) for s in offer.money.waterfall
                ),
                unknowns=tuple(replace(u, label=HOSTILE, basis=HOSTILE) for u in offer.money.unknowns),
            ),
        )

    lead = replace(LIKELY, says=HOSTILE, decided_by=(HOSTILE,))
    compared = compare_by_hand(*map(spoil, (GROUP, SALARY, PLATFORM)), lead=lead)
    worst = spoiled_law(spoiled_kinds(spoiled(made_sure(compared), HOSTILE), HOSTILE), HOSTILE)
    return replace(with_flow(worst, HOSTILE), reader=HOSTILE)


def with_terms(comparison: Comparison) -> Comparison:
    """Terms in all their states: said alike, said otherwise, vague with a quote, refused, not stated, not for it."""
    others = tuple(TermCell("not_stated") for _ in comparison.offers[2:])
    quoted = TermCell("vague", "", "soon enough", "verbal", None, 7)
    rows = (
        ("offer.state", "What is offered", False, (TermCell("stated", "OH", None, "contract", "§1", 3),) * 2),
        ("pay.share", "Pay", True, (TermCell("stated", "60%", None, "contract", "§3.1", 5), TermCell("not_for"))),
        ("caseload.ramp.weeks", "Caseload", True, (quoted, TermCell("refused", "", None, "posting", None, 9))),
    )
    terms = tuple(
        TermRow(key, part, key.partition(".")[2], differs, cells + others) for key, part, differs, cells in rows
    )
    return replace(comparison, terms=terms)


THREE = compare_by_hand(GROUP, PLATFORM, SALARY)
ONE = compare_by_hand(GROUP)
SIX = made_law(made_notes(made_sure(compare_by_hand(GROUP, PLATFORM, SALARY, SILENT, LONG, QUOTED))))
WITH_SILENT = compare_by_hand(SILENT, SALARY)
LONG_NAMES = compare_by_hand(LONG, replace(LONG, id="other", rank=6), SALARY)
QUOTES = compare_by_hand(QUOTED, SALARY)
SURE = made_waived(made_law(made_sure(THREE)))
MATTERS = made_to_matter(THREE)
WITH_FLOW = with_terms(with_flow(SURE))
EVERY = {
    "three": THREE,
    "one": ONE,
    "six": SIX,
    "silent": WITH_SILENT,
    "silent_alone": made_sure(compare_by_hand(SILENT)),
    "long_names": LONG_NAMES,
    "quotes": QUOTES,
    "hostile": hostile(),
    "sure": SURE,
    "matters": MATTERS,
    "six_matter": made_to_matter(SIX),
    "with_flow": WITH_FLOW,
}
