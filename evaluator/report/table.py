"""The figures of a Comparison as a tidy table: one row for each offer and figure.

In: a Comparison. Out: CSV in UTF-8 with full precision. Must not round, and no cell may be taken for a formula.
"""

import csv
from collections.abc import Iterator
from dataclasses import fields
from io import StringIO

from evaluator.comparison.model import Comparison, OfferResult
from evaluator.economics.figures import Interval
from evaluator.report.wording import cleaned

COLUMNS = ("offer", "name", "organization", "figure", "unit", "low", "likely", "high", "words")
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20\t\r")  # plain and full-width signs that spreadsheets start to compute at
_INTERVALS = (
    ("headline_split", "share"),
    ("effective_split", "share"),
    ("effective_hourly_usd", "USD/hour"),
    ("take_home_usd", "USD"),
)
_STRESSED = (
    ("pay_change_usd", "USD"),
    ("keep_change_usd", "USD"),
    ("effective_split", "share"),
    ("effective_hourly_usd", "USD/hour"),
    ("lowest_week_usd", "USD/week"),
    ("practice_change_usd", "USD"),
    ("rank", "place"),
)
_FLAG_STATES = ("raised", "suspected", "not_ruled_out")
Row = tuple[str, str, float | None, float | None, float | None, str]


def dump_table(comparison: Comparison) -> bytes:
    """CSV with a heading row; figures without a range repeat their value as low and high."""
    safe = cleaned(comparison)
    held = StringIO(newline="")
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(COLUMNS)
    for offer in safe.offers:
        for figure, unit, low, likely, high, words in (
            *_rows(offer),
            *_order_rows(offer, safe),
            *_sure_rows(offer, safe),
        ):
            texts = (offer.id, offer.name, offer.organization or "", figure, unit)
            numbers = ("" if number is None else repr(float(number)) for number in (low, likely, high))
            writer.writerow((*map(guard_cell, texts), *numbers, guard_cell(words)))
    return held.getvalue().encode()


def guard_cell(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip(" \xa0'\"").startswith(_FORMULA) else text


def _point(figure: str, unit: str, value: float) -> Row:
    return figure, unit, value, value, value, ""


def _rows(offer: OfferResult) -> Iterator[Row]:
    money = offer.money
    if offer.baseline:
        yield "present_job", "words", None, None, None, "your present job, to compare with"
    yield "verdict", "words", None, None, None, offer.verdict.says
    yield _point("rank", "place", offer.rank)
    for name, unit in _INTERVALS:
        interval: Interval = getattr(money, name)
        yield name, unit, interval.low, interval.likely, interval.high, ""
    for field in fields(money):
        if field.name.endswith("_usd") and isinstance(getattr(money, field.name), float):
            yield _point(field.name, "USD", getattr(money, field.name))
    yield _point("kept_sessions", "sessions", money.kept_sessions)
    for field in fields(money.hours):
        yield _point(f"hours.{field.name}", "hours", getattr(money.hours, field.name))
    for block, steps in (("bridge", money.bridge), ("waterfall", money.waterfall)):
        for step in steps:
            yield f"{block}.{step.step}.level", "USD", step.level_usd, step.level_usd, step.level_usd, step.label
            yield f"{block}.{step.step}.amount", "USD", step.amount_usd, step.amount_usd, step.amount_usd, step.label
    for name, score in offer.scores.items():
        yield f"score.{name}", "of 100", score.floor, None, score.ceiling, "" if score.scored else "not scored"
        yield _point(f"coverage.{name}", "share", score.coverage)
    yield from _fit_rows(offer)
    for state in _FLAG_STATES:
        yield _point(f"red_flags.{state}", "flags", sum(flag.state == state for flag in offer.red_flags))


def _fit_rows(offer: OfferResult) -> Iterator[Row]:
    """How the offer fits what matters to the reader, where the reader says what does."""
    if offer.fit is None:
        return
    yield "fit", "of 100", offer.fit.floor, None, offer.fit.ceiling, ""
    for score in offer.fit.priorities:
        yield f"fit.{score.priority}", "of 100", score.floor, None, score.ceiling, ""
    yield "fit.protection", "words", None, None, None, offer.fit.protection.says


def _order_rows(offer: OfferResult, comparison: Comparison) -> Iterator[Row]:
    """The place by scores (and fit, with ratings), and the value that gives it."""
    for row in comparison.score_order.rows if comparison.score_order else ():
        if row.offer == offer.id:
            yield _point("place_by_scores", "place", row.place)
            yield "value_by_scores", "of 100", row.floor, None, row.ceiling, ""


def _sure_rows(offer: OfferResult, comparison: Comparison) -> Iterator[Row]:
    """Odds against each other offer, simulated pay per hour, and the year under each scenario, where looked at.

    Odds are given with one error either side; pay per hour with the 10th and 90th percentile.
    """
    for pair in comparison.how_sure.odds if comparison.how_sure else ():
        if offer.id in (pair.first, pair.second):
            rival = pair.second if offer.id == pair.first else pair.first
            share = pair.p_first if offer.id == pair.first else pair.p_second
            yield f"odds_over.{rival}", "share", max(share - pair.error, 0.0), share, min(share + pair.error, 1.0), ""
    sure = offer.sureness
    if sure is None:
        return
    yield "simulated_hourly_usd", "USD/hour", sure.hourly_p10_usd, sure.hourly_p50_usd, sure.hourly_p90_usd, ""
    for result in sure.stress:
        for name, unit in _STRESSED:
            yield (*_point(f"stress.{result.scenario}.{name}", unit, getattr(result, name))[:5], result.label)
