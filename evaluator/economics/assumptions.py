"""The published parameters: payroll tax, what is assumed of the reader, and what an open term may mean.

In: the YAML files of `parameters/`. Out: frozen models. Must not hold a number of its own.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from evaluator.economics.fee_schedule import FeeSchedule

_FOLDER = Path(__file__).parent / "parameters"

Unit = Literal[
    "usd",
    "share",
    "minutes",
    "hours",
    "weeks",
    "days",
    "sessions",
    "clients",
    "basis",
    "engagement",
    "share_of_pay",
    "session_pay_share",
    "guarantee_share",
    "method",
    "paid_for",
    "recoverable",
    "balance",
    "units",
    "points",
    "months",
    "visits",
    "follow_up_share",
    "beyond",
    "unit_rule",
    "reduced",
    "productivity_of",
    "miles",
]


class Sourced(BaseModel):
    """What every parameter carries: a label, the day it was current, and where it was read."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    label: str
    as_of: date
    source: str


class Parameter(Sourced):
    """One published figure, by year or filing status where it differs."""

    unit: str
    value: float | None = None
    word: str | None = None
    values: dict[int, float] = {}
    by_filing_status: dict[str, float] = {}

    @property
    def only(self) -> float:
        """The value of a parameter that has just one."""
        if self.value is None:
            raise LookupError(f"{self.label} has no single value")
        return self.value


class PublishedRange(Sourced):
    """A published figure that is a range, or one of several on which sources disagree."""

    unit: str
    low: float
    high: float


class TaxFigure(Sourced):
    """One figure of income tax: by year and filing status, or the same in all of them."""

    unit: str
    value: float | None = None
    shares: tuple[float, ...] = ()
    years: dict[int, dict[str, float | tuple[float, ...]]] = {}

    def of(self, year: int, filing_status: str) -> float | tuple[float, ...]:
        """The figure of a year and status; a year outside the table is refused."""
        if year not in self.years:
            raise UnknownTaxYearError(
                f"no income-tax parameters for {year}: there are parameters for {min(self.years)} to {max(self.years)}"
            )
        return self.years[year][filing_status]


class OpenTerm(Sourced):
    """What a term may mean that an offer leaves open, and the question to ask.

    `scope` tells what travels with the reader or the market, and so is the same for all offers, from what is the
    offer's own.
    """

    unit: Unit
    worst: float
    likely: float
    best: float
    scope: Literal["reader", "offer"]
    ask: str
    basis: str


class Scenario(Sourced):
    """Something that can go wrong in a year: a transform of `stress.py` and its figures.

    `strikes` tells whom it meets in a practice: one clinician alone, all at once, or either.
    """

    says: str
    transform: str
    strikes: Literal["one", "all", "either"]
    figures: dict[str, float]


class WageRange(BaseModel):
    """The lowest and the highest minimum wage of a state's own law, in dollars an hour."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    least: float
    most: float


class MinimumWage(Sourced):
    """The federal minimum wage and those of the states that ask for more, in dollars an hour."""

    federal: float
    states: dict[str, WageRange]

    def of(self, state: str | None) -> tuple[float, float]:
        """The lowest and the highest figure of a state; of all states where none is known."""
        if state is None:
            return self.federal, max(wage.most for wage in self.states.values())
        known = self.states.get(state)
        return (known.least, known.most) if known else (self.federal, self.federal)


class MonitoringCode(BaseModel):
    """One code of remote monitoring: our own label and rule, and its price by year where there is one."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    label: str
    rule: str
    prices_usd: dict[int, float]


class UnknownTaxYearError(LookupError):
    """A tax year for which there are no parameters."""


class Assumptions(BaseModel):
    """All parameters the engine uses."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    payroll_tax: dict[str, Parameter]
    income_tax: dict[str, TaxFigure]
    reader: dict[str, Parameter]
    open_terms: dict[str, OpenTerm]
    scenarios: dict[str, Scenario]
    minimum_wage: MinimumWage
    fee_schedule: FeeSchedule
    monitoring: dict[str, MonitoringCode]
    practice: dict[str, Parameter]
    practice_ranges: dict[str, PublishedRange]

    def wage_base_usd(self, year: int) -> float:
        """The Social Security wage base of a year; a year outside the table is refused."""
        known = self.payroll_tax["wage_base_usd"].values
        if year not in known:
            raise UnknownTaxYearError(
                f"no payroll-tax parameters for {year}: there are parameters for {min(known)} to {max(known)}"
            )
        return known[year]


def _read(name: str) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)((_FOLDER / f"{name}.yaml").read_bytes())
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


@cache
def load_assumptions() -> Assumptions:
    """The parameters that come with the package."""
    return TypeAdapter(Assumptions).validate_python(
        {
            "payroll_tax": _read("payroll_tax"),
            "income_tax": _read("income_tax"),
            "reader": _read("reader"),
            "open_terms": _read("unknown_terms"),
            "scenarios": _read("stress"),
            "minimum_wage": _read("minimum_wage"),
            "fee_schedule": _read("fee_schedule"),
            "monitoring": _read("monitoring"),
            "practice": _read("practice"),
            "practice_ranges": _read("practice_ranges"),
        }
    )
