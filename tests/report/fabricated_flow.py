"""Figures from referral to cash, made by hand, for an offer whose visits follow from referrals.

In: a comparison. Out: the same with a flow for some offers. Must not run the engine.
"""

from dataclasses import replace

from evaluator.comparison.model import Comparison
from evaluator.economics.figures import FlowFigures, FlowMetric, LostVisits

FLOW = FlowFigures(
    referrals=336.0,
    evaluations=285.6,
    planned_visits=3_427.2,
    kept_visits=1_935.902607,
    lost=(
        LostVisits("drop_out", "Patients who stopped coming", 932.6, 82_337.0),
        LostVisits("no_slot", "Follow-ups for which the schedule had no room", 0.0, 0.0),
        LostVisits("missed", "Missed visits that were not made up", 225.041264, 19_868.7),
        LostVisits("weeks_off", "Visits that fell into weeks off, or after the year's end", 333.656129, 29_458.0),
    ),
    metrics=(
        FlowMetric("conversion", "Referral conversion", "share", "evaluations ÷ referrals", 0.85, 0.85),
        FlowMetric(
            "net_collected_per_visit",
            "Net collected revenue per visit",
            "usd",
            "collected ÷ kept",
            88.846591,
            88.289337,
        ),
        FlowMetric("visits_per_episode", "Visits per episode", "visits", "kept ÷ evaluations", 6.77837, 7.576621),
        FlowMetric("clinician_cost_per_visit", "Clinician's cost per visit", "usd", "pay ÷ kept", 58.126489, None),
        FlowMetric(
            "margin_per_visit",
            "Margin per visit",
            "usd",
            "revenue − cost",
            None,
            None,
            "the clinic's cost is not stated",
        ),
    ),
)


def with_flow(comparison: Comparison, text: str | None = None) -> Comparison:
    """The comparison with a flow for all offers but the last; with `text`, every word of it is that."""
    flow = FLOW if text is None else _spoiled(text)
    *first, last = comparison.offers
    offers = tuple(replace(offer, money=replace(offer.money, flow=flow)) for offer in first)
    return replace(comparison, offers=(*offers, last))


def _spoiled(text: str) -> FlowFigures:
    return replace(
        FLOW,
        lost=tuple(replace(row, label=text) for row in FLOW.lost),
        metrics=tuple(replace(row, label=text, formula=text, missing=row.missing and text) for row in FLOW.metrics),
    )
