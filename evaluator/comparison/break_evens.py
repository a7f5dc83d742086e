"""Where one term would make one offer pay as much per hour as another (economics 2.16), in words.

In: evaluations in order of rank. Out: `BreakEven`s. Must not search: `economics.break_even` does.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from evaluator.comparison.evaluate import Evaluation
from evaluator.comparison.model import BreakEven
from evaluator.economics.break_even import Crossing, crossings
from evaluator.economics.inputs import Array
from evaluator.economics.sensitivity import hourly_at
from evaluator.economics.term_words import amount_in_words

RANGES: dict[str, tuple[float, float, str]] = {
    "pay.share": (0.1, 1.0, "a share"),
    "pay.rate": (10.0, 250.0, "a rate"),
    "pay.salary": (20_000.0, 250_000.0, "a salary"),
    "pay.hourly_rate": (10.0, 200.0, "an hourly rate"),
    "pay.unit_rate": (2.0, 80.0, "a rate for each unit"),
    "pay.base_salary": (10_000.0, 250_000.0, "a base"),
    "pay.base_hourly": (5.0, 200.0, "an hourly base"),
    "caseload.sessions_per_week": (5.0, 40.0, "a caseload"),
    "patient_flow.referrals_per_week": (1.0, 25.0, "a flow of referrals"),
    "attendance.no_show": (0.0, 0.4, "a no-show rate"),
    "caseload.ramp.weeks": (0.0, 52.0, "a ramp"),
}
"""The terms that are varied, over which range, and what to call a value."""


def break_evens(ranked: Sequence[Evaluation]) -> tuple[BreakEven, ...]:
    """Each other offer against the leader, then the leader against the second, for every term; all state their pay."""
    if len(ranked) < 2:
        return ()
    pairs = [*((other, ranked[0]) for other in ranked[1:]), (ranked[0], ranked[1])]
    return tuple(row for offer, rival in pairs for row in _of_pair(offer, rival))


def _of_pair(offer: Evaluation, rival: Evaluation) -> Iterator[BreakEven]:
    target = rival.appraisal.money.effective_hourly_usd.likely
    for name, (low, high, a_value) in RANGES.items():
        term = offer.appraisal.terms.get(name)
        if term is None:
            continue

        def lead(points: Array, name: str = name) -> Array:
            hourly = hourly_at(offer.appraisal, {name: points})
            return np.broadcast_to(hourly, points.shape) - target

        found, ahead = crossings(lead, low, high)
        ends = (amount_in_words(low, term.unit), amount_in_words(high, term.unit))
        says = _sentence(offer, rival, found, ahead, a_value, ends, term.unit, term.likely)
        yield BreakEven(
            offer=offer.offer_file.id,
            rival=rival.offer_file.id,
            name=name,
            label=term.label,
            outcome="crosses" if found else "always" if ahead else "never",
            roots=tuple(_words(crossing.value, term.unit) for crossing in found if not crossing.jump),
            jumps=tuple(_words(crossing.value, term.unit) for crossing in found if crossing.jump),
            says=says,
        )


def _sentence(
    offer: Evaluation,
    rival: Evaluation,
    found: tuple[Crossing, ...],
    ahead: bool,
    a_value: str,
    ends: tuple[str, str],
    unit: str,
    now: float,
) -> str:
    first, other = (one.offer_file.offer.offer.name for one in (offer, rival))
    if not found:
        verb = "is ahead of" if ahead else "stays behind"
        return f"{first} {verb} {other} with {a_value} anywhere from {ends[0]} to {ends[1]}."
    places = [f"{'above' if crossing.rising else 'below'} {_words(crossing.value, unit)}" for crossing in found]
    return f"{first} pays more per hour than {other} with {a_value} {' and '.join(places)} (now {_words(now, unit)})."


def _words(value: float, unit: str) -> str:
    """A break-even to the precision that a contract would state it with."""
    match unit:
        case "usd" if value >= 1_000:
            return amount_in_words(round(value), unit)
        case "share":
            return amount_in_words(round(value, 3), unit)
        case "usd":
            return amount_in_words(round(value, 2), unit)
    return amount_in_words(round(value, 1), unit)
