"""How sure a comparison made by hand is: invented odds, spreads, bars, bad years.

In: a Comparison of `fabricated`. Out: the same with `how_sure` and every offer's `sureness`. The figures are invented,
but hang together: attributions add up to the account, odds of a pair to 1.
"""

from dataclasses import replace
from itertools import combinations
from math import sqrt

from evaluator.comparison.model import BreakEven, Comparison, HowSure, Odds, OfferResult, WorthAsking
from evaluator.economics.figures import Attribution, Bar, StressResult, Sureness

DRAWS = 4_000
_INPUTS = (
    ("attendance.no_show", "No-shows", "8.5%", "3.9%", 1.9),
    ("caseload.ramp.weeks", "Weeks until the caseload is full", "30 weeks", "8 weeks", 1.4),
    ("hours.documentation", "Minutes of notes for a session", "20 minutes", "5 minutes", 3.2),
    ("pay.missed_visit.clinician_share", "Your share of a missed-visit fee", "0%", "100%", 1.2),
    ("collections.fees_off_the_top", "Fees taken before the split", "5%", "0%", 1.1),
    ("collections.denied", "Claims denied at first", "12.1%", "5.2%", 0.6),
    ("collections.recovered", "Denied claims recovered", "67.5%", "82.1%", 0.3),
    ("collections.patient_part", "Patients' part collected", "91.0%", "98.2%", 0.24),
    ("costs.yearly", "Costs a year that you carry", "$4,000", "$500", 0.2),
    ("hours.weekly", "Weekly hours outside sessions", "6 hours", "1 hour", 0.1),
)
_EVENTS = (
    ("panel-loss", "The largest insurer is lost for half a year", -11_240.0, 0.84),
    ("no-show-spike", "Three times the no-shows for twelve weeks", -3_120.0, 0.97),
    ("rate-cut", "Insurers cut their rates by 28.6%", -9_870.0, 0.8),
    ("illness", "Six weeks ill and unpaid", -7_640.0, 0.99),
)


def made_sure(comparison: Comparison) -> Comparison:
    """The comparison with everything that section 6 shows."""
    offers = tuple(
        replace(offer, sureness=_sureness(offer, number) if offer.money.pay_is_stated else None)
        for number, offer in enumerate(comparison.offers)
    )
    return replace(comparison, offers=offers, how_sure=_together(comparison))


def spoiled(comparison: Comparison, text: str) -> Comparison:
    """The same with `text` for every word that section 6 shows."""
    sure = comparison.how_sure
    assert sure
    return replace(
        comparison,
        how_sure=replace(
            sure,
            break_evens=tuple(replace(row, says=text, label=text) for row in sure.break_evens),
            worth_asking=tuple(replace(row, ask=text) for row in sure.worth_asking),
        ),
        offers=tuple(replace(offer, sureness=_spoiled(offer.sureness, text)) for offer in comparison.offers),
    )


def _spoiled(sureness: Sureness | None, text: str) -> Sureness | None:
    return sureness and replace(
        sureness,
        tornado=tuple(replace(bar, label=text, low=text, high=text) for bar in sureness.tornado),
        stress=tuple(replace(result, label=text, says=text) for result in sureness.stress),
        attribution=tuple(replace(step, label=text) for step in sureness.attribution),
    )


def _sureness(offer: OfferResult, number: int) -> Sureness:
    middle, salaried = offer.money.effective_hourly_usd.likely, offer.money.structure == "salary"
    inputs = _INPUTS[:1] if salaried else _INPUTS
    bars = [
        Bar(name, label, low, high, middle - swing, middle + swing * 0.8) for name, label, low, high, swing in inputs
    ]
    return Sureness(
        hourly_p10_usd=middle - (0.4 if salaried else 2.9),
        hourly_p50_usd=middle - 0.1,
        hourly_p90_usd=middle + (0.3 if salaried else 2.4),
        tornado=tuple(sorted(bars, key=lambda bar: bar.at_low_usd - bar.at_high_usd)),
        stress=tuple(_stress(event, offer, salaried) for event in _EVENTS if not (salaried and event[0] == "rate-cut")),
        attribution=_attribution(offer),
        noise_gap_usd=-640.0 if number == 2 else None,
    )


def _stress(event: tuple[str, str, float, float], offer: OfferResult, salaried: bool) -> StressResult:
    scenario, label, pay, factor = event
    lost = 0.0 if salaried and scenario != "illness" else pay
    return StressResult(
        scenario=scenario,
        label=label,
        says=f"{label}, from week 14 on",
        pay_change_usd=lost,
        keep_change_usd=lost * 0.8,
        effective_split=offer.money.effective_split.likely * factor,
        effective_hourly_usd=offer.money.effective_hourly_usd.likely * (1.0 if salaried else factor),
        lowest_week_usd=1_500.0 if salaried else 640.0,
        practice_change_usd=pay if salaried else pay * 0.66,
        rank=offer.rank,
    )


def _attribution(offer: OfferResult) -> tuple[Attribution, ...]:
    """The steps after the headline; what the ramp takes more when averaged, the unpaid time takes less."""
    base, moved = offer.money.full_ramp_collectible_usd, {"ramp": -1_900.0, "unpaid_time": 1_900.0}
    return tuple(
        Attribution(
            step=step.step,
            label=step.label,
            amount_usd=step.amount_usd,
            shapley_usd=step.amount_usd + moved.get(step.step, 0.0),
            gap_share=abs(moved.get(step.step, 0.0)) / base,
            depends_on_order=abs(moved.get(step.step, 0.0)) / base > 0.01,
        )
        for step in offer.money.waterfall[1:]
    )


def _together(comparison: Comparison) -> HowSure:
    names = {offer.id: offer.name for offer in comparison.offers}
    stated = {offer.id for offer in comparison.offers if offer.money.pay_is_stated}
    ranking = [id for id in comparison.ranking if id in stated]
    odds = []
    for place, (first, second) in enumerate(combinations(ranking, 2)):
        share = (0.71, 0.98, 0.4325, 1.0, 0.997)[place % 5]
        odds.append(Odds(first, second, share, 1 - share, sqrt(share * (1 - share) / DRAWS)))
    if len(ranking) < 2:
        return HowSure(DRAWS, 1, (), (), ())
    first, second = ranking[:2]
    crosses = (
        f"{names[second]} pays more per hour than {names[first]} with a caseload above 27.4 sessions (now 25 sessions)"
    )
    never = f"{names[second]} stays behind {names[first]} with a no-show rate of anything from 0% to 40%"
    break_evens = (
        BreakEven(second, first, "caseload.sessions_per_week", "Sessions", "crosses", ("27.4 sessions",), (), crosses),
        BreakEven(second, first, "attendance.no_show", "No-shows", "never", (), (), never),
    )
    ask = "What share of a missed-visit fee do I receive?"
    worth = (WorthAsking(second, "pay.missed_visit.clinician_share", ask, 192.4),)
    return HowSure(DRAWS, 1, tuple(odds), break_evens, worth)
