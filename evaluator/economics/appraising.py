"""The money of one offer: intervals, waterfall, hours, and what each open term is worth.

In: an offer as read and the reader. Out: `Money` and an `Appraisal` that comparisons can ask for differences. Must not
know checklists or other offers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from evaluator.economics.cases import build_inputs, case_values
from evaluator.economics.cash import cash_view
from evaluator.economics.figures import CashView, FlowFigures, Hours, Interval, Money, Unknown
from evaluator.economics.flow.metrics import flow_figures
from evaluator.economics.inputs import Array, Values
from evaluator.economics.intervals import Spread, difference, spread
from evaluator.economics.money_term import MoneyTerm
from evaluator.economics.money_terms import money_terms
from evaluator.economics.pay_money_terms import AMOUNTS, structure_in_words
from evaluator.economics.payroll_tax import employer_half
from evaluator.economics.projection import Projection, project, total
from evaluator.economics.reader import Reader
from evaluator.economics.rounding import cents
from evaluator.economics.stress import Year, planned_year
from evaluator.economics.term_words import amount_in_words
from evaluator.economics.waterfall import revenue_bridge, split_waterfall
from evaluator.offer.terms import OfferFile

HEADLINE, SPLIT, HOURLY, TAKE_HOME = range(4)
SILENT = ("not_stated", "vague", "refused")


@dataclass(frozen=True, slots=True)
class Appraisal:
    """One offer's money, with the means to project it again under other choices for its open terms."""

    offer_file: OfferFile
    reader: Reader
    terms: Mapping[str, MoneyTerm]
    open_names: tuple[str, ...]
    money: Money

    def projection(self, choices: Array) -> Projection:
        """The projection of each row of choices, shape (cases, open terms)."""
        return _project(self.offer_file, self.reader, self.terms, self.open_names, choices)

    def year(self, choices: Array) -> Year:
        """The year as planned under each row of choices."""
        return self.year_of(case_values(self.terms, choices, self.open_names))

    def year_of(self, values: Values) -> Year:
        """The year as planned with these values of the terms."""
        inputs = build_inputs(self.offer_file, self.terms, values, self.reader)
        return planned_year(self.offer_file.offer, values, inputs)


def appraise(offer_file: OfferFile, reader: Reader) -> Appraisal:
    """Work out the money of an offer. Raises `UnknownTaxYearError` for a year without parameters."""
    terms = money_terms(offer_file, reader)
    open_names = tuple(name for name, term in terms.items() if term.is_open)

    def run(choices: Array) -> Projection:
        return _project(offer_file, reader, terms, open_names, choices)

    found = spread(lambda choices: _figures(run(choices)), len(open_names))
    likely = run(np.zeros((1, len(open_names))))
    money = _money(offer_file, reader, terms, open_names, found, likely)
    return Appraisal(offer_file, reader, terms, open_names, money)


def hourly_difference(first: Appraisal, second: Appraisal) -> Interval:
    """Effective hourly value of the first less the second, terms of the reader or market varied together."""
    shared = [
        (column, second.open_names.index(name))
        for column, name in enumerate(first.open_names)
        if name in second.open_names and _same_unknown(first.terms[name], second.terms[name])
    ]
    low, likely, high = difference(
        _hourly(first.projection), _hourly(second.projection), shared, len(first.open_names), len(second.open_names)
    )
    return Interval(_usd(low), _usd(likely), _usd(high))


def _same_unknown(first: MoneyTerm, second: MoneyTerm) -> bool:
    """Whether two open terms are one fact about the reader or the market, seen alike in both offers."""
    return first.scope == "reader" and (first.worst, first.likely, first.best) == (
        second.worst,
        second.likely,
        second.best,
    )


def _hourly(run: Callable[[Array], Projection]) -> Callable[[Array], Array]:
    return lambda choices: _figures(run(choices))[:, [HOURLY]]


def _project(
    offer_file: OfferFile, reader: Reader, terms: Mapping[str, MoneyTerm], names: tuple[str, ...], choices: Array
) -> Projection:
    return project(build_inputs(offer_file, terms, case_values(terms, choices, names), reader))


def _figures(p: Projection) -> Array:
    """Headline split, effective split, effective hourly and take-home of each case, shape (cases, 4)."""
    return np.stack([p.headline_split, p.effective_split, p.effective_hourly_usd, p.take_home_usd], axis=-1)


def _money(
    offer_file: OfferFile,
    reader: Reader,
    terms: Mapping[str, MoneyTerm],
    open_names: tuple[str, ...],
    found: Spread,
    likely: Projection,
) -> Money:
    gross, collected, fees = (
        float(total(array)[0]) for array in (likely.gross_pay_usd, likely.collected_usd, likely.fees_usd)
    )
    monitored = float(total(likely.monitoring_usd)[0])
    pay = offer_file.offer.pay
    return Money(
        structure=structure_in_words(pay),
        pay_is_stated=not any(terms[name].state in SILENT for name in AMOUNTS if name in terms),
        headline_split=_interval(found, HEADLINE, 9),
        effective_split=_interval(found, SPLIT, 9),
        effective_hourly_usd=_interval(found, HOURLY, 6),
        take_home_usd=_interval(found, TAKE_HOME, 6),
        full_ramp_collectible_usd=_usd(likely.collectible_usd[0]),
        keep_usd=_usd(likely.keep_usd[0]),
        gross_pay_usd=_usd(gross),
        collected_usd=_usd(collected),
        fees_collected_usd=_usd(fees),
        practice_keeps_usd=_usd(collected + fees + monitored - gross),
        kept_sessions=_usd(total(likely.volume.kept)[0]),
        hours=_hours(likely),
        bridge=revenue_bridge(likely),
        waterfall=split_waterfall(likely),
        cumulative_keep_usd=tuple(cents(float(x)) for x in np.cumsum(likely.weekly_keep_usd[0])),
        unknowns=_unknowns(terms, open_names, found),
        approximate=found.approximate,
        supported_sessions=_supported_sessions(terms),
        contractor_equivalent_split=_contractor_equivalent(likely),
        cash=_cash(offer_file, reader, likely),
        monitoring_collected_usd=_usd(monitored),
        flow=_flow(offer_file, likely),
    )


def _flow(offer_file: OfferFile, likely: Projection) -> FlowFigures | None:
    offered = offer_file.offer.patient_flow
    cost = offered.clinic_cost_per_visit if offered else None
    return flow_figures(likely, cost.likely if cost else None)


def _cash(offer_file: OfferFile, reader: Reader, likely: Projection) -> CashView:
    """When pay arrives; a lag that is not stated is taken at its likely case."""
    lag = offer_file.offer.pay.lag_days if offer_file.offer.pay else None
    days = lag.likely if lag else reader.open_term("pay.lag_days").likely
    return cash_view(likely, days, stated=lag is not None)


def _supported_sessions(terms: Mapping[str, MoneyTerm]) -> float | None:
    """Sessions a client has a week × new clients a week ÷ share of clients who finish in a week (2.2)."""
    group = "caseload.new_clients."
    if group + "per_week" not in terms:
        return None
    come, finish, each = (
        terms[group + name].likely for name in ("per_week", "discharged_per_week", "sessions_per_client")
    )
    return round(each * come / finish, 6) if finish else None


def _contractor_equivalent(likely: Projection) -> float | None:
    """The share of collections that leaves a contractor without costs the W-2-equivalent value of this offer (2.13).

    Self-employment tax kinks at the wage base, so the yearly pay that leaves as much is searched by halving.
    """
    collected = float(total(likely.collected_usd)[0])
    if float(likely.inputs.contractor[0, 0]) or not collected:
        return None
    wanted = float(likely.keep_usd[0] + total(likely.unpaid_time_usd)[0]) / likely.inputs.years
    low, high = wanted, 2 * max(wanted, 0.0) + 1.0
    for _ in range(60):
        pay = (low + high) / 2
        left = pay - float(employer_half(np.array([[pay]]), likely.inputs.tax)[0, 0])
        low, high = (pay, high) if left < wanted else (low, pay)
    return round(low * likely.inputs.years / collected, 9)


def _usd(value: float) -> float:
    """Unrounded for any reader, and the same on every machine: a millionth of a dollar."""
    return round(float(value), 6)


def _interval(found: Spread, figure: int, digits: int) -> Interval:
    return Interval(*(round(float(end[figure]), digits) for end in (found.low, found.likely, found.high)))


def _hours(p: Projection) -> Hours:
    w = p.worked
    return Hours(
        *(
            _usd(total(array)[0])
            for array in (w.worked, w.paid, w.unpaid, w.sessions, w.documentation, w.missed, w.weekly, w.presence)
        )
    )


def _unknowns(terms: Mapping[str, MoneyTerm], open_names: tuple[str, ...], found: Spread) -> tuple[Unknown, ...]:
    """The open terms, largest swing of effective hourly value first; ties by take-home, then by name."""
    rows = []
    for index, name in enumerate(open_names):
        term, swing = terms[name], found.swings[index]
        ends = (term.worst, term.best)
        if term.state == "range" and swing[HOURLY] < 0:
            ends = (term.best, term.worst)
        rows.append(
            Unknown(
                term=name,
                label=term.label,
                state=term.state,  # type: ignore[arg-type]  # an open term is never stated as a point
                worst=amount_in_words(ends[0], term.unit),
                likely=amount_in_words(term.likely, term.unit),
                best=amount_in_words(ends[1], term.unit),
                basis=term.basis,
                ask=term.ask,
                hourly_swing_usd=_usd(abs(swing[HOURLY])),
                split_swing=round(abs(float(swing[SPLIT])), 9),
                take_home_swing_usd=_usd(abs(swing[TAKE_HOME])),
            )
        )
    return tuple(sorted(rows, key=lambda row: (-row.hourly_swing_usd, -row.take_home_swing_usd, row.term)))
