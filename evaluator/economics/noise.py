"""Sessions kept or missed by chance, week by week (economics 2.0 and 2.15).

In: the inputs of one planned year. Out: the same year in many draws, for the one engine. Must not compute pay.

The base figures treat sessions as real numbers. Where pay is not in proportion to sessions (a quota, a tier, required
presence), what is paid for the expected week is not what is expected to be paid: the Jensen gap.
"""

from dataclasses import dataclass, replace

import numpy as np

from evaluator.economics.flow.filling import as_it_fills
from evaluator.economics.inputs import Array, Inputs
from evaluator.economics.projection import project
from evaluator.economics.simulation import SEED, uniform

NOISY_DRAWS = 500
NOTABLE = 0.01


@dataclass(frozen=True, slots=True)
class JensenGap:
    """What is kept on average over noisy years beside what the smooth year keeps, dollars of the horizon.

    `error` is the standard error of the mean; `notable` where the gap is over 1% of what is kept and over two errors.
    """

    smooth_usd: float
    noisy_usd: float
    error: float

    @property
    def gap_usd(self) -> float:
        """Noisy less smooth."""
        return self.noisy_usd - self.smooth_usd

    @property
    def notable(self) -> bool:
        """Whether the gap is worth a line in the report."""
        return abs(self.gap_usd) > max(NOTABLE * abs(self.smooth_usd), 2 * self.error)


def jensen_gap(inputs: Inputs, draws: int = NOISY_DRAWS) -> JensenGap:
    """The gap for a year of one case."""
    smooth = float(project(inputs).keep_usd[0])
    kept = project(replace(inputs, cases=draws), noisy_year(as_it_fills(inputs), draws)).keep_usd
    return JensenGap(smooth, float(kept.mean()), float(kept.std() / np.sqrt(draws)))


def noisy_year(inputs: Inputs, draws: int, seed: int = SEED) -> Inputs:
    """The year of one case in `draws` draws: whole sessions booked, each kept or missed by its own chance.

    Booked sessions are rounded up or down by chance, so that their mean stays. Each slot that is booked is kept with
    the week's probability. Bookings and luck are common to all offers, slot by slot.
    """
    weeks = inputs.weeks
    planned = np.broadcast_to(inputs.worked * inputs.sessions_per_week * inputs.ramp, (1, weeks))
    luck = uniform(seed, "reader", "bookings", draws * weeks).reshape(draws, weeks)
    booked = np.floor(planned) + (luck < planned % 1.0)
    slots = int(booked.max())
    missed_share = (inputs.no_show + inputs.late_cancel) * (1 - inputs.refilled)
    chances = uniform(seed, "reader", "visits", draws * weeks * slots).reshape(draws, weeks, slots)
    missed = ((chances < np.broadcast_to(missed_share, (1, weeks))[:, :, None]) & _is_booked(booked, slots)).sum(
        axis=-1
    )
    return replace(
        inputs,
        cases=draws,
        ramp=_share(booked, inputs.worked * inputs.sessions_per_week),
        no_show=_share(missed * _share(inputs.no_show, inputs.no_show + inputs.late_cancel), booked),
        late_cancel=_share(missed * _share(inputs.late_cancel, inputs.no_show + inputs.late_cancel), booked),
        refilled=np.zeros((1, 1)),
    )


def _is_booked(booked: Array, slots: int) -> np.ndarray:
    return np.arange(slots)[None, None, :] < booked[:, :, None]


def _share(part: Array, whole: Array) -> Array:
    """Part of whole, 0 where there is no whole."""
    return np.asarray(part / np.where(whole == 0, 1.0, whole) * (whole != 0))
