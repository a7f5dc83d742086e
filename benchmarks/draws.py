"""The speed of simulated years: 10,000 draws of three offers, beside plain array work and beside one draw at a time.

In: the sample offers. Out: seconds for `run`. Must not measure reading or start-up. A pass is one NumPy operation over
an array of cases × weeks; they are counted while the engine works, and each is set against one triad a = b + 2c.
"""

import time
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from evaluator.checklists import load_catalogue
from evaluator.economics import Appraisal, Reader, appraise, load_assumptions
from evaluator.economics.inputs import Array
from evaluator.economics.projection import project
from evaluator.economics.sensitivity import CHUNK, drawn_hourly
from evaluator.economics.simulation import SEED, drawn_chunks, drawn_values
from evaluator.offer import load_clinician, load_offer

DRAWS = 10_000
ONE_BY_ONE = 200
OFFERS = Path(__file__).parents[1] / "offers"
THREE = ("lakeside-group", "brightpath-platform", "harbor-employee")


class Counted(np.ndarray):
    """An array that counts the operations over as many numbers as a chunk has."""

    passes = 0
    least = 0

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **more: Any) -> Any:
        """Do the operation on plain arrays, and count it if it is a whole pass."""
        plain = [np.asarray(each) if isinstance(each, Counted) else each for each in inputs]
        result = getattr(ufunc, method)(*plain, **more)
        if max(np.size(each) for each in (*plain, result)) >= Counted.least:
            Counted.passes += 1
        return result.view(Counted) if isinstance(result, np.ndarray) else result


def three_offers() -> list[Appraisal]:
    """The three sample offers of the main job."""
    questions, about = load_catalogue().questions(), load_clinician(OFFERS / "about" / "maya.yaml").clinician
    reader = Reader(about, load_assumptions(), 2026, "psychotherapy")
    return [appraise(load_offer(OFFERS / f"{name}.yaml", questions), reader) for name in THREE]


def passes_of(appraisal: Appraisal) -> int:
    """Operations over cases × weeks in one projection of a chunk."""
    inputs = appraisal.year_of(next(drawn_chunks(appraisal.terms, CHUNK, SEED, CHUNK))).inputs
    Counted.passes, Counted.least = 0, CHUNK * inputs.weeks
    _ = project(_counted(inputs)).effective_hourly_usd
    return Counted.passes


def _counted(part: Any) -> Any:
    match part:
        case np.ndarray():
            return part.view(Counted)
        case tuple():
            return tuple(_counted(each) for each in part)
        case _ if is_dataclass(part) and not isinstance(part, type):
            return replace(part, **{each.name: _counted(getattr(part, each.name)) for each in fields(part)})
    return part


def measure(rounds: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds for all draws, for as many triads as the engine makes passes, and for one draw at a time, by turns."""
    offers = three_offers()
    triads = sum(passes_of(offer) for offer in offers) * DRAWS // CHUNK
    first, second = np.random.default_rng(0).random((2, CHUNK, 52))
    ours, plain, single = [], [], []
    for _ in range(rounds):
        ours.append(_seconds(lambda: [drawn_hourly(offer, DRAWS) for offer in offers]))
        plain.append(_seconds(lambda: _triads(first, second, triads)))
        single.append(_one_by_one(offers) * DRAWS / ONE_BY_ONE)
    return ours, plain, single


def _triads(first: Array, second: Array, count: int) -> None:
    for _ in range(count):
        _ = first + 2.0 * second


def _one_by_one(offers: list[Appraisal]) -> float:
    drawn = [drawn_values(offer.terms, ONE_BY_ONE) for offer in offers]

    def each() -> None:
        for offer, values in zip(offers, drawn, strict=True):
            for draw in range(ONE_BY_ONE):
                one = {name: value[draw : draw + 1] if len(value) > 1 else value for name, value in values.items()}
                _ = project(offer.year_of(one).inputs).effective_hourly_usd

    return _seconds(each)


def _seconds(work: Any) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
