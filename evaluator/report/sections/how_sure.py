"""Section "How sure is this": odds, spreads, what the figures hang on, what would turn the order, bad years.

In: a cleaned Comparison and the labels of its offers. Out: `HowSureView`, finished words and drawings, or none where
nothing was simulated; of an offer that does not state its pay, why there is nothing and what to ask. Must not draw lots
or search: shares, break-evens and values come from the Comparison.
"""

from dataclasses import dataclass
from typing import ClassVar

from evaluator.comparison.model import Comparison, HowSure, OfferResult
from evaluator.economics.figures import Bar, Sureness
from evaluator.report.charts import Drawing, Scale
from evaluator.report.naming import Label
from evaluator.report.sections.bad_years import StressTable, stress_tables
from evaluator.report.sections.odds import OddsGrid, odds_grid, odds_sentences
from evaluator.report.sections.step_order import OrderTable, order_tables
from evaluator.report.spreads import close_scale, draw_hourly_axis, draw_strip, draw_swing
from evaluator.report.wording import cents, counted, dollars, sentence

MOST_BARS = 8
MOST_WORTH = 5
ASK_PAY = "What is the pay, in writing?"
_STRIP, _BAR = 300.0, 200.0  # widths in px


@dataclass(frozen=True, slots=True)
class Strip:
    """The simulated pay per hour of one offer: drawn, and as three figures."""

    label: Label
    strip: Drawing
    low: str
    middle: str
    high: str
    by_chance: str | None


@dataclass(frozen=True, slots=True)
class Swing:
    """One input of a tornado: on the left the end at which pay per hour is lower, on the right the other."""

    name: str
    lower: str
    lower_usd: str
    bar: Drawing
    higher_usd: str
    higher: str


@dataclass(frozen=True, slots=True)
class Tornado:
    """What the pay per hour of one offer hangs on, longest bar first; `left_out` counts the smaller ones."""

    label: Label
    base: str
    axis: Drawing | None
    swings: tuple[Swing, ...]
    left_out: str | None


@dataclass(frozen=True, slots=True)
class HowSureView:
    """The section about certainty."""

    name: ClassVar[str] = "how_sure"
    heading: ClassVar[str] = "How sure is this"

    intro: str | None
    odds: tuple[str, ...]
    grid: OddsGrid | None
    strip_axis: Drawing | None
    strips: tuple[Strip, ...]
    unstated: tuple[str, ...]
    scales: str
    tornados: tuple[Tornado, ...]
    turning: tuple[str, ...]
    not_turning: tuple[str, ...]
    bad_years: tuple[StressTable, ...]
    step_order: tuple[OrderTable, ...]
    compares: bool
    ranked: bool
    worth_asking: tuple[str, ...]


def build_how_sure(comparison: Comparison, labels: dict[str, Label]) -> HowSureView | None:
    """The section, or none where neither the offers nor their order were looked at for certainty."""
    sure, known = comparison.how_sure, [(o, o.sureness) for o in comparison.offers if o.sureness is not None]
    if sure is None and not known:
        return None
    strips, strip_axis = _strips(known, labels)
    unstated = [offer for offer in comparison.offers if not offer.money.pay_is_stated]
    break_evens = sure.break_evens if sure else ()
    return HowSureView(
        intro=_intro(sure) if known else None,
        odds=odds_sentences(comparison, labels),
        grid=odds_grid(comparison, labels),
        strip_axis=strip_axis,
        strips=strips,
        unstated=_unstated(unstated, labels),
        scales=_scales(sum(bool(one.tornado) for _, one in known)),
        tornados=_tornados(known, labels),
        turning=tuple(sentence(row.says) for row in break_evens if row.outcome == "crosses"),
        not_turning=tuple(sentence(row.says) for row in break_evens if row.outcome != "crosses"),
        bad_years=stress_tables(comparison, labels),
        step_order=order_tables(comparison, labels),
        ranked=len(known) > 1,
        compares=sure is not None and len(known) > 1,
        worth_asking=_worth_asking(sure, labels),
    )


def _intro(sure: HowSure | None) -> str:
    years = "many times" if sure is None else f"{sure.draws:,} times"
    return (
        f"The year was played through {years}. Each time the open terms, and the rates that nobody can know "
        "beforehand, fall differently within their limits; what an offer states stays as stated. Luck that goes with "
        "you, such as how often your clients miss a visit, is the same for every offer."
    )


def _strips(
    known: list[tuple[OfferResult, Sureness]], labels: dict[str, Label]
) -> tuple[tuple[Strip, ...], Drawing | None]:
    if not known:
        return (), None
    spreads = [(one.hourly_p10_usd, one.hourly_p50_usd, one.hourly_p90_usd) for _, one in known]
    scale, ticks = close_scale([value for spread in spreads for value in spread], 10, _STRIP - 10)
    rows = []
    for (offer, one), spread in zip(known, spreads, strict=True):
        low, middle, high = map(cents, spread)
        label = labels[offer.id]
        says = f"Offer {label.mark}: {low} to {high} an hour in eight of ten years, {middle} in the middle"
        strip = draw_strip(spread, scale, ticks, _STRIP, says)
        rows.append(Strip(label, strip, low, middle, high, _by_chance(one, label)))
    return tuple(rows), _axis(scale, ticks, _STRIP)


def _by_chance(one: Sureness, label: Label) -> str | None:
    """What visits missed by chance do to pay that hangs on a threshold, where that is notable."""
    gap = one.noise_gap_usd
    if gap is None:
        return None
    word = "more" if gap > 0 else "less"
    return (
        f"{label.title} ({label.mark}) pays by thresholds: with visits missed by chance instead of evenly, you keep "
        f"about {dollars(abs(gap))} {word} a year on average than the account shows."
    )


def _unstated(offers: list[OfferResult], labels: dict[str, Label]) -> tuple[str, ...]:
    """Why there is nothing here on an offer that does not say what it pays, and what to ask of it first."""
    rows = []
    for offer in offers:
        ask = next((row.ask for row in offer.money.unknowns if row.term.split(".")[0] == "pay"), ASK_PAY)
        rows.append(
            f"{labels[offer.id].title} ({labels[offer.id].mark}) does not say what it pays. Odds, spreads and "
            "break-evens would only tell what such offers usually pay, so there are none here for it. "
            f"Ask first: {sentence(ask)}"
        )
    return tuple(rows)


def _tornados(known: list[tuple[OfferResult, Sureness]], labels: dict[str, Label]) -> tuple[Tornado, ...]:
    """One for each offer, on one scale."""
    scale, ticks = _scale(known)
    rows = []
    for offer, one in known:
        base = offer.money.effective_hourly_usd.likely
        swings = tuple(_swing(bar, base, scale, ticks) for bar in one.tornado[:MOST_BARS])
        rest = len(one.tornado) - len(swings)
        left_out = f"{counted(rest, 'smaller bar')} left out here; the JSON file has them all." if rest else None
        axis = _axis(scale, ticks, _BAR) if swings else None
        rows.append(Tornado(labels[offer.id], cents(base), axis, swings, left_out))
    return tuple(rows)


def _scale(known: list[tuple[OfferResult, Sureness]]) -> tuple[Scale, tuple[float, ...]]:
    moved = [(offer, one) for offer, one in known if one.tornado]
    ends = [usd for _, one in moved for bar in one.tornado[:MOST_BARS] for usd in (bar.at_low_usd, bar.at_high_usd)]
    return close_scale([*ends, *(offer.money.effective_hourly_usd.likely for offer, _ in moved)], 6, _BAR - 6)


def _scales(tornados: int) -> str:
    return "All bars share one scale." if tornados > 1 else ""


def _swing(bar: Bar, base: float, scale: Scale, ticks: tuple[float, ...]) -> Swing:
    lower, higher = sorted(((bar.at_low_usd, bar.low), (bar.at_high_usd, bar.high)), key=lambda end: end[0])
    says = f"{bar.label}: from {cents(lower[0])} to {cents(higher[0])} an hour"
    drawing = draw_swing((lower[0], higher[0]), base, scale, ticks, _BAR, says)
    return Swing(bar.label, lower[1], cents(lower[0]), drawing, cents(higher[0]), higher[1])


def _axis(scale: Scale, ticks: tuple[float, ...], width: float) -> Drawing:
    return draw_hourly_axis(scale, ticks, width, f"Scale from {cents(scale.low)} to {cents(scale.high)} an hour")


def _worth_asking(sure: HowSure | None, labels: dict[str, Label]) -> tuple[str, ...]:
    rows = sure.worth_asking[:MOST_WORTH] if sure else ()
    return tuple(
        f"Not knowing “{row.ask.strip()}” ({labels[row.offer].mark}) costs you about {dollars(row.value_usd)} a year "
        "in choosing wrongly."
        for row in rows
    )
