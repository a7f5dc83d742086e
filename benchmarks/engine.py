"""The engine's speed: a silent offer projected over many cases, beside one NumPy sum of as many cases × weeks.

In: nothing. Out: seconds for each, for `run`. Must not measure reading, typing or start-up.
"""

import time
from collections.abc import Callable

import numpy as np

from evaluator.economics import Appraisal, Reader, appraise, load_assumptions
from evaluator.offer.clinician import AboutMe
from evaluator.offer.terms import Offer, OfferFile

CASES = 1_000
WEEKS = 52

# Says what it must and no more, so that nearly every term is varied.
QUIET = {
    "format": "1",
    "offer": {"name": "Therapist", "discipline": "psychotherapy", "evidence": "posting"},
    "pay": {"structure": "percentage", "share": "60%"},
    "caseload": {"sessions_per_week": "25"},
}


def quiet_offer() -> Appraisal:
    """An offer that leaves most terms open, read by somebody who says nothing about themselves."""
    offer = OfferFile("quiet", "quiet.yaml", "", "", Offer.model_validate(QUIET), {}, {})
    reader = Reader(AboutMe(), load_assumptions(), tax_year=2026, discipline="psychotherapy")
    return appraise(offer, reader)


def seconds(work: Callable[[], object], rounds: int) -> list[float]:
    """How long each round of the work took."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return taken


def measure(rounds: int) -> tuple[list[float], list[float]]:
    """Seconds for projecting all cases, and for one sum of an array of the same cases and weeks, by turns."""
    appraisal = quiet_offer()
    draws = np.random.default_rng(0)
    choices = draws.integers(-1, 2, size=(CASES, len(appraisal.open_names))).astype(np.float64)
    plain = draws.random((CASES, WEEKS))
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds):
        ours += seconds(lambda: appraisal.projection(choices).effective_hourly_usd, 1)
        theirs += seconds(lambda: plain.sum(axis=-1), 20)
    return ours, theirs
