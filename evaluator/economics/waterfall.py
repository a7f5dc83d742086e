"""From the headline to the effective split, and from booked sessions to collections (economics 2.4 and 2.11).

In: a projection. Out: steps that add up to the cent. Must not compute pay.

The display rule of 2.0: every running level is rounded, and a step is the difference of two rounded levels.
"""

from collections.abc import Sequence

import numpy as np

from evaluator.economics.figures import Step
from evaluator.economics.projection import Projection, total
from evaluator.economics.rounding import cents


def split_waterfall(projection: Projection, case: int = 0) -> tuple[Step, ...]:
    """The steps from headline to effective split of one case, in the fixed order of 2.11."""
    p = projection

    def amount(weekly: np.ndarray) -> float:
        return float(total(weekly)[case])

    headline = float(p.headline_usd[case])
    full_earned, full_missed, full_other = (
        float(array[case]) for array in (p.full_earned_usd, p.full_missed_usd, p.full_other_usd)
    )
    ramp = amount(p.accrued_usd) - full_earned - full_missed - full_other
    steps = [
        ("headline", headline),
        ("rate_terms", full_earned - headline),
        ("missed_visits", full_missed),
        ("other_pay", full_other),
        ("ramp", ramp),
        ("guarantee", amount(p.guarantee_usd)),
        ("timing", amount(p.timing_usd) - amount(p.waiting_usd)),
        ("benefits", amount(p.benefits_usd)),
        ("overhead", -amount(p.overhead_usd)),
        ("payroll_equalisation", -amount(p.payroll_usd)),
        ("unpaid_time", -amount(p.unpaid_time_usd)),
    ]
    return _levels(steps, _SPLIT_WORDS, float(p.collectible_usd[case]))


def revenue_bridge(projection: Projection, case: int = 0) -> tuple[Step, ...]:
    """The steps from booked sessions at contract to full-ramp collectible revenue of one case."""
    p, money = projection, projection.planned.money

    def of(array: np.ndarray) -> float:
        return float(np.broadcast_to(array, (p.collectible_usd.shape[0], 1))[case, 0])

    def full(weekly: np.ndarray) -> float:
        return float(np.broadcast_to(total(weekly), p.collectible_usd.shape)[case])

    kept, missed = full(p.full.kept), full(p.full.missed)
    steps = [
        ("booked", of(money.allowed_usd) * (kept + missed)),
        ("missed", -of(money.allowed_usd) * missed),
        ("denied", -of(money.denied_usd) * kept),
        ("reduced", -of(money.reduced_usd) * kept),
        ("bad_debt", -of(money.bad_debt_usd) * kept),
    ]
    return _levels(steps, _BRIDGE_WORDS, float(p.collectible_usd[case]))


def _levels(
    steps: Sequence[tuple[str, float]], words: dict[str, tuple[str, str, str | None]], base: float
) -> tuple[Step, ...]:
    shown, level, before = [], 0.0, 0.0
    for name, step_usd in steps:
        level += step_usd
        rounded = cents(level)
        label, formula, subtotal = words[name]
        shown.append(
            Step(
                name,
                label,
                rounded,
                cents(rounded - before),
                round(level / base, 9) if base else 0.0,
                formula,
                subtotal,
            )
        )
        before = rounded
    return tuple(shown)


_SPLIT_WORDS: dict[str, tuple[str, str, str | None]] = {
    "headline": ("What the offer says", "the advertised pay at a full caseload from the first week", None),
    "rate_terms": (
        "Fine print of the rate",
        "pay by the real rule at a full caseload, less the headline: fees before the split, tiers, bonus, pay basis",
        None,
    ),
    "missed_visits": (
        "Missed visits",
        "missed visits at a full caseload × fee × chargeable share × collected share × your share, plus fixed pay",
        None,
    ),
    "other_pay": (
        "Other pay",
        "paid weekly hours × their hourly pay, driving, remote monitoring, stipends, and single payments that are kept",
        "contract split",
    ),
    "ramp": ("Filling the caseload", "the pay above with the real ramp, less the pay with a full caseload", None),
    "guarantee": (
        "Guaranteed pay",
        "pay guaranteed at first, beyond what is earned; a draw that must be paid back is a loan and adds nothing",
        None,
    ),
    "timing": (
        "Timing",
        "earned pay lost for late notes or by leaving before it comes in, and what waiting costs at your interest",
        "cash split",
    ),
    "benefits": ("Benefits", "what the benefits cost the practice × what they are worth to you", None),
    "overhead": (
        "Your own costs",
        "your costs a year, plus your cost per session × kept sessions, plus miles beyond what is paid back for them",
        None,
    ),
    "payroll_equalisation": (
        "Employer's half of payroll tax",
        "for a contractor, half of self-employment tax on pay less costs; an employee's is paid by the employer",
        "W-2-equivalent split",
    ),
    "unpaid_time": ("Unpaid hours", "hours worked that no pay covers × the value of an hour", "effective split"),
}

_BRIDGE_WORDS: dict[str, tuple[str, str, str | None]] = {
    "booked": ("Booked sessions at the contracted amount", "booked sessions × mean allowed amount", None),
    "missed": ("Missed visits", "missed sessions × mean allowed amount", None),
    "denied": ("Claims denied for good", "kept sessions × allowed × denied × not recovered", None),
    "reduced": ("Other cuts by payers", "kept sessions × payer's part × other reductions", None),
    "bad_debt": (
        "Patients' part not collected",
        "kept sessions × patient's part × share not collected",
        "full-ramp collectible revenue",
    ),
}
