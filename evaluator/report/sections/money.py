"""Section "Where the money goes": a waterfall for each offer, the hours, and what is kept week by week.

In: a cleaned Comparison and the labels of its offers. Out: `MoneyView`, finished words and drawings on scales that all
offers share. Must not change amounts: they come from the engine, rounded so that they add up to the cent.
"""

from dataclasses import dataclass, replace
from math import ceil
from typing import ClassVar

from evaluator.comparison.model import Comparison, OfferResult
from evaluator.comparison.pay_headline import headline_in_words
from evaluator.economics.figures import Step
from evaluator.offer.shares import shown_share
from evaluator.report.charts import Drawing, Scale, draw_axis, draw_hours, draw_keep, draw_step, round_scale, text_width
from evaluator.report.naming import Label
from evaluator.report.sections.beliefs import Belief, build_beliefs
from evaluator.report.sections.money_remarks import remarks_of
from evaluator.report.wording import cents, change, dollars, half_up, percent, plain

BAR_WIDTH = 236.0
_LABEL_WIDTH = 222.0  # px that the label of a step may take before it wraps
# Two steps of different blocks bear one name in the engine; side by side they must be told apart.
_TOLD_APART = {"missed": "Missed visits, not collected", "missed_visits": "Pay for missed visits"}
_WEEKS = (4, 13, 26, 39, 52, 78, 104)


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: its bar, its amount with a sign (none for the first), what is left after it, as a share of the base."""

    label: str
    bar: Drawing
    amount: str | None
    level: str
    share: str
    subtotal: str | None


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Two blocks of steps: from booked sessions to what is collectible, and from the advertised pay to what is kept."""

    label: Label
    summary: str
    bridge: tuple[StepRow, ...]
    steps: tuple[StepRow, ...]
    approximate: bool
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Hours of one offer over the whole horizon."""

    label: Label
    bar: Drawing
    worked: str
    paid: str
    unpaid: str
    unpaid_share: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeepTable:
    """Kept in total by the end of certain weeks; a dash where an offer has no weekly figures."""

    weeks: tuple[str, ...]
    rows: tuple[tuple[Label, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class MoneyView:
    """The section about money and hours."""

    name: ClassVar[str] = "money"
    heading: ClassVar[str] = "Where the money goes"

    called_out: tuple[str, ...]
    beliefs: tuple[Belief, ...]
    axis: Drawing
    waterfalls: tuple[Waterfall, ...]
    formulas: tuple[tuple[str, str], ...]
    hours: tuple[HoursRow, ...]
    hour_parts: tuple[str, ...]
    keep_chart: Drawing | None
    overtakes: tuple[str, ...]
    keep_table: KeepTable


def build_money(comparison: Comparison, labels: dict[str, Label]) -> MoneyView:
    """Waterfalls, hours and weekly curves of all offers."""
    offers = comparison.offers
    levels = [step.level_usd for offer in offers for step in (*offer.money.bridge, *offer.money.waterfall)]
    scale, ticks = round_scale(levels, 8, BAR_WIDTH - 8)
    most = max((offer.money.hours.worked for offer in offers), default=0.0) or 1.0
    lines = [(f"{labels[o.id].mark}  {labels[o.id].title}", o.money.cumulative_keep_usd) for o in offers]
    drawn = [line for line in lines if line[1]]
    return MoneyView(
        called_out=tuple(call_out_flips(comparison, labels)),
        beliefs=build_beliefs(comparison, labels),
        axis=draw_axis(scale, ticks, BAR_WIDTH, f"Scale from {dollars(scale.low)} to {dollars(scale.high)}"),
        waterfalls=tuple(_waterfall(comparison, offer, labels, scale, ticks) for offer in offers),
        formulas=_formulas(offers),
        hours=tuple(_hours_row(offer, labels[offer.id], most) for offer in offers),
        hour_parts=("Sessions", "Notes", "Missed visits", "Weekly duties", "Other presence"),
        keep_chart=draw_keep(lines, _keep_says(offers, labels)) if drawn else None,
        overtakes=tuple(_overtakes(comparison, labels)),
        keep_table=_keep_table(comparison, labels),
    )


def step_name(step: str, label: str) -> str:
    """What a step is called in a report."""
    return _TOLD_APART.get(step, label)


def call_out_flips(comparison: Comparison, labels: dict[str, Label]) -> list[str]:
    """Sentences for where the advertised order misleads: the highest headline, the highest yearly sum.

    The first is left to the note on splits where there is one on the same offer.
    """
    offers = [offer for offer in comparison.offers if offer.money.pay_is_stated]
    if len(offers) < 2:
        return []
    headline = max(offers, key=lambda offer: offer.money.headline_split.likely)
    hourly = max(offers, key=lambda offer: offer.money.effective_hourly_usd.likely)
    yearly = max(offers, key=lambda offer: offer.money.take_home_usd.likely)
    said = []
    noted = any(note.id == "split-is-not-pay" and note.offers[0] == headline.id for note in comparison.notes)
    if not noted and _beats(headline, hourly, "headline_split") and _beats(hourly, headline, "effective_hourly_usd"):
        first, second = headline.money, hourly.money
        said.append(
            "The highest headline is not the highest pay per hour. "
            f"{_named(labels, headline)} starts from a split of {percent(first.headline_split.likely)} and comes to "
            f"{cents(first.effective_hourly_usd.likely)} for each hour worked; {_named(labels, hourly)} starts from "
            f"{percent(second.headline_split.likely)} and comes to {cents(second.effective_hourly_usd.likely)}."
        )
    if _beats(yearly, hourly, "take_home_usd") and _beats(hourly, yearly, "effective_hourly_usd"):
        said.append(
            "The highest take-home is not the highest pay per hour. "
            f"{_named(labels, yearly)} brings home {dollars(yearly.money.take_home_usd.likely)} for "
            f"{plain(yearly.money.hours.worked)} hours of work; {_named(labels, hourly)} "
            f"{dollars(hourly.money.take_home_usd.likely)} for {plain(hourly.money.hours.worked)}."
        )
    return said


def _beats(one: OfferResult, other: OfferResult, figure: str) -> bool:
    return bool(getattr(one.money, figure).likely > getattr(other.money, figure).likely)


def _named(labels: dict[str, Label], offer: OfferResult) -> str:
    return f"{labels[offer.id].title} ({labels[offer.id].mark})"


def _waterfall(
    comparison: Comparison, offer: OfferResult, labels: dict[str, Label], scale: Scale, ticks: tuple[float, ...]
) -> Waterfall:
    money = offer.money
    return Waterfall(
        label=labels[offer.id],
        summary=_summary(offer),
        bridge=_step_rows(_without_idle(money.bridge), scale, ticks),
        steps=_step_rows(_without_idle(money.waterfall), scale, ticks),
        approximate=money.approximate,
        remarks=remarks_of(comparison, offer, labels[comparison.offers[0].id]),
    )


def _summary(offer: OfferResult) -> str:
    money = offer.money
    if not money.waterfall:
        return "Too little is stated for a step-by-step account."
    last = money.waterfall[-1]
    split = percent(money.headline_split.likely)
    start = headline_in_words(money.structure, offer.pay_headline, split)
    if not money.pay_is_stated:
        start = f"The pay is not stated. A usual {split}"
    whole = dollars(money.full_ramp_collectible_usd)
    return f"{start} becomes {percent(last.share)}: {dollars(last.level_usd)} of {whole}."


def _step_rows(steps: tuple[Step, ...], scale: Scale, ticks: tuple[float, ...]) -> tuple[StepRow, ...]:
    rows = []
    for number, step in enumerate(steps):
        before = steps[number - 1].level_usd if number else None
        words = f"{step.label}: {cents(step.level_usd)} left"
        named = step.subtotal is not None or number == len(steps) - 1
        rows.append(
            StepRow(
                label=step.label,
                bar=draw_step(before, step.level_usd, named, scale, ticks, (BAR_WIDTH, _row_height(step)), words),
                amount=None if before is None else change(step.amount_usd),
                level=cents(step.level_usd),
                share=percent(step.share),
                subtotal=step.subtotal,
            )
        )
    return tuple(rows)


def _row_height(step: Step) -> float:
    """An estimate of the height in px that the words of a step need; rather too high, so that bars join up."""
    words = f"{step.label} = {step.subtotal}" if step.subtotal else step.label
    lines = ceil(text_width(words, 10.4) / _LABEL_WIDTH)
    return 17.0 if lines == 1 else 3.0 + 12.6 * lines


def _without_idle(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps that change anything. The name of a level passes to the step before where an idle step bore it."""
    shown: list[Step] = []
    for step in steps:
        if shown and half_up(step.amount_usd, 2) == 0:
            shown[-1] = replace(shown[-1], subtotal=step.subtotal or shown[-1].subtotal)
        else:
            shown.append(replace(step, label=step_name(step.step, step.label)))
    return tuple(shown)


def _formulas(offers: tuple[OfferResult, ...]) -> tuple[tuple[str, str], ...]:
    """Each step that any offer shows and how it is computed, once, in the order of the steps."""
    blocks = [offer.money.bridge for offer in offers] + [offer.money.waterfall for offer in offers]
    used = {(step.label, step.formula) for steps in blocks for step in _without_idle(steps)}
    every = dict.fromkeys((step_name(step.step, step.label), step.formula) for steps in blocks for step in steps)
    return tuple(pair for pair in every if pair in used)


def _hours_row(offer: OfferResult, label: Label, most: float) -> HoursRow:
    hours = offer.money.hours
    says = f"Offer {label.mark}: {plain(hours.paid)} hours paid, {plain(hours.unpaid)} unpaid"
    parts = (hours.sessions, hours.documentation, hours.missed, hours.weekly, hours.presence)
    return HoursRow(
        label=label,
        bar=draw_hours(hours.paid, hours.unpaid, most, says),
        worked=plain(hours.worked),
        paid=plain(hours.paid),
        unpaid=plain(hours.unpaid),
        unpaid_share="–" if not hours.worked else shown_share(hours.unpaid / hours.worked),
        parts=tuple(plain(part) for part in parts),
    )


def _keep_says(offers: tuple[OfferResult, ...], labels: dict[str, Label]) -> str:
    ends = [
        f"{labels[offer.id].mark} ends at {dollars(offer.money.cumulative_keep_usd[-1])}"
        for offer in offers
        if offer.money.cumulative_keep_usd
    ]
    return f"Money kept in total, week by week: {'; '.join(ends)}. The table below has the numbers."


def _overtakes(comparison: Comparison, labels: dict[str, Label]) -> list[str]:
    """For each pair whose order changes: from which week on who has kept more, to the end."""
    curves = [(labels[offer.id], offer.money.cumulative_keep_usd) for offer in comparison.offers]
    drawn = [curve for curve in curves if curve[1]]
    said = []
    for number, (one, first) in enumerate(drawn):
        for other, second in drawn[number + 1 :]:
            week, ahead = _last_crossing(first, second)
            if week is not None:
                front, back = (one, other) if ahead > 0 else (other, one)
                said.append(f"From week {week} on, {front.mark} has kept more than {back.mark} in total.")
    if not said and len(drawn) > 1:
        order = sorted(drawn, key=lambda curve: -curve[1][-1])
        said.append(
            f"No offer overtakes another: the order is {', '.join(label.mark for label, _ in order)} throughout."
        )
    return said


def _last_crossing(first: tuple[float, ...], second: tuple[float, ...]) -> tuple[int | None, int]:
    """The week from which the final order holds, and +1 if the first leads then; none if it always held."""
    signs = [(a > b + 0.005) - (b > a + 0.005) for a, b in zip(first, second, strict=False)]
    final = signs[-1]
    earlier = [week for week, sign in enumerate(signs, 1) if sign == -final]
    if final == 0 or not earlier:
        return None, final
    return next(week for week in range(earlier[-1] + 1, len(signs) + 1) if signs[week - 1] == final), final


def _keep_table(comparison: Comparison, labels: dict[str, Label]) -> KeepTable:
    longest = max((len(offer.money.cumulative_keep_usd) for offer in comparison.offers), default=0)
    weeks = tuple(week for week in _WEEKS if week <= longest)
    rows = []
    for offer in comparison.offers:
        curve = offer.money.cumulative_keep_usd
        rows.append((labels[offer.id], tuple(dollars(curve[w - 1]) if w <= len(curve) else "–" for w in weeks)))
    return KeepTable(tuple(f"Week {week}" for week in weeks), tuple(rows))
