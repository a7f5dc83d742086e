"""From evaluations to the follow-ups of every week: cohorts, drop-out, slots and weeks off (economics 2.18).

In: a `Flow`, the worked share of each week, and the share of new patients who come. Out: visits by week and payer. Must
not know money or pay.

Visit j of a cohort falls ⌊(j - 1) / visits a week⌋ weeks after the evaluation, and as many of its patients are still
there as did not drop out before it.
"""

from dataclasses import dataclass

import numpy as np

from evaluator.economics.flow.causes import Flow
from evaluator.economics.inputs import Array


@dataclass(frozen=True, slots=True)
class Visits:
    """Visits by case and week, shape (cases, weeks), or in one full week, shape (cases, 1).

    `wanted_*` is before the limit of the schedule, `served` the share of it that found a slot. Follow-ups are slots
    booked; with `by_class` those of each payer that are delivered, and of these the billed ones.
    """

    wanted_evaluations: Array
    wanted_follow_ups: Array
    served: Array
    evaluations: Array
    follow_ups: Array
    delivered_by_class: tuple[Array, ...]
    billed_by_class: tuple[Array, ...]

    @property
    def scheduled(self) -> Array:
        """All slots booked."""
        return self.evaluations + self.follow_ups

    @property
    def unserved(self) -> Array:
        """Visits for which the schedule had no room: lost."""
        return self.wanted_evaluations + self.wanted_follow_ups - self.scheduled


def follow_ups_by_lag(visits: Array, per_week: Array, drop_out: Array) -> Array:
    """Follow-ups of one evaluation by weeks after it, shape (cases, lags); a part of a visit counts as its part."""
    most = int(np.ceil(np.nan_to_num(visits, posinf=0.0).max()))
    cases = max(visits.shape[0], per_week.shape[0], drop_out.shape[0])
    number = np.arange(2, max(most, 1) + 1)[None, :]
    share = np.clip(visits - (number - 1), 0.0, 1.0) * (1 - drop_out) ** (number - 1)
    lag = np.floor((number - 1) / per_week + 1e-9).astype(int)
    lags = int(lag.max()) + 1 if number.size else 1
    share, lag = np.broadcast_to(share, (cases, number.size)), np.broadcast_to(lag, (cases, number.size))
    return np.stack([(share * (lag == week)).sum(axis=-1) for week in range(lags)], axis=-1)


def drop_out_from(completion: Array, visits: Array) -> Array:
    """The share that stops after each visit, if so many reach the last one: 1 - completion^(1 / (visits - 1))."""
    return np.asarray(1 - completion ** (1 / np.maximum(visits - 1, 1e-9)))


def full_week(flow: Flow) -> Visits:
    """A week in which all cohorts are present: what therapy calls a full schedule."""
    delivered = [_lags(flow, one.delivered).sum(axis=-1, keepdims=True) for one in flow.classes]
    billed = [_lags(flow, one.billed).sum(axis=-1, keepdims=True) for one in flow.classes]
    wanted = flow.referrals * flow.conversion
    each = _of_all(flow, delivered)
    booked_each = flow.bookings_a_visit * each
    served = share_served(wanted, booked_each * wanted, flow.slots)
    evaluations = served * wanted
    follow_ups = served * evaluations
    return Visits(
        wanted_evaluations=wanted,
        wanted_follow_ups=booked_each * evaluations,
        served=served,
        evaluations=evaluations,
        follow_ups=flow.bookings_a_visit * each * follow_ups,
        delivered_by_class=tuple(_share(flow, k) * count * follow_ups for k, count in enumerate(delivered)),
        billed_by_class=tuple(_share(flow, k) * count * follow_ups for k, count in enumerate(billed)),
    )


def by_week(flow: Flow, worked: Array, come: Array) -> Visits:
    """The visits of each week from the first on. `come` is the share of each week's new patients who come.

    A week off has no evaluation and no visit, and the cohorts that would have had one there lose it. Where the schedule
    is too small, all who want a slot that week find one in the same proportion; an evaluation that finds none starts
    no plan. The loop stays because a cohort is as large as its own week had room for.
    """
    delivered = [_lags(flow, one.delivered) for one in flow.classes]
    billed = [_lags(flow, one.billed) for one in flow.classes]
    lags = flow.bookings_a_visit[..., :1] * _of_all(flow, delivered)
    wanted = flow.referrals * flow.conversion * come
    cases = max(wanted.shape[0], worked.shape[0], lags.shape[0], flow.slots.shape[0], flow.no_show.shape[0])
    weeks = worked.shape[-1]
    wanted = np.broadcast_to(wanted, (cases, weeks))
    again = np.broadcast_to(flow.bookings_a_visit, (cases, weeks)) / flow.bookings_a_visit[..., :1]
    evaluations, served, wanted_follow_ups = (np.zeros((cases, weeks)) for _ in range(3))
    for week in range(weeks):
        reach = min(week, lags.shape[-1] - 1)
        before = evaluations[:, week - reach : week][:, ::-1]
        due = (lags[:, 1 : reach + 1] * before).sum(axis=-1)
        now = worked[:, week] * again[:, week]
        first, older = wanted[:, week], now * due
        room = np.where(worked[:, week] > 0, flow.slots[:, 0], 0.0) * worked[:, week]
        share = share_served(first + older, now * lags[:, 0] * first, room)
        served[:, week] = share
        evaluations[:, week] = share * first
        wanted_follow_ups[:, week] = older + now * lags[:, 0] * share * first
    slots_used = served * wanted_follow_ups
    present = served * worked

    def of_class(k: int, own: Array) -> Array:
        return np.asarray(_share(flow, k) * present * _spread(own, evaluations))

    return Visits(
        wanted_evaluations=wanted,
        wanted_follow_ups=wanted_follow_ups,
        served=served,
        evaluations=evaluations,
        follow_ups=slots_used,
        delivered_by_class=tuple(of_class(k, own) for k, own in enumerate(delivered)),
        billed_by_class=tuple(of_class(k, own) for k, own in enumerate(billed)),
    )


def share_served(wanted: Array, of_the_served: Array, slots: Array) -> Array:
    """The share x of wanted visits that finds a slot: x × (wanted + x × of_the_served) fills the slots, at most 1.

    `of_the_served` is what the evaluations of the same week bring with them, and so shrinks with x.
    """
    room = np.where(np.isinf(slots), wanted + of_the_served, slots)
    root = np.sqrt(wanted**2 + 4 * of_the_served * room)
    whole = np.where(wanted + root > 0, wanted + root, 1.0)
    return np.where(wanted + of_the_served > room, np.minimum(1.0, 2 * room / whole), 1.0)


def _lags(flow: Flow, visits: Array) -> Array:
    return follow_ups_by_lag(visits, flow.visits_per_week, flow.drop_out)


def _share(flow: Flow, k: int) -> Array:
    """The share of one payer's patients among all who are evaluated."""
    return np.asarray(flow.classes[k].mix / sum(one.mix for one in flow.classes))


def _of_all(flow: Flow, by_class: list[Array]) -> Array:
    """Follow-ups of a mean evaluation by lag; payers whose plans are shorter have nothing in the later lags."""
    longest = max(one.shape[-1] for one in by_class)
    padded = [np.pad(one, ((0, 0), (0, longest - one.shape[-1]))) for one in by_class]
    return np.asarray(sum(_share(flow, k) * one for k, one in enumerate(padded)))


def _spread(lags: Array, evaluations: Array) -> Array:
    """Follow-ups of each week that the evaluations of it and of the weeks before it lead to."""
    weeks = evaluations.shape[-1]
    found = np.zeros((max(lags.shape[0], evaluations.shape[0]), weeks))
    for lag in range(min(lags.shape[-1], weeks)):
        found[:, lag:] += lags[:, [lag]] * evaluations[:, : weeks - lag]
    return found
