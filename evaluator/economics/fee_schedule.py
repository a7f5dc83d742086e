"""What Medicare pays for one service of therapy, and what is left of it beside a dearer one (economics 1.5 and 1.10).

In: the relative values of `parameters/fee_schedule.yaml`. Out: dollars of one service, rounded to the cent as claims
are. Must not know visits, payers or offers.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict

from evaluator.economics.rounding import cents


class UnknownPriceError(LookupError):
    """A service or a year that the fee schedule does not have, or does not have in enough detail."""


class RelativeValue(BaseModel):
    """Relative value units of one service in one year: in three parts, or only their total."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    work: float | None = None
    practice: float | None = None
    liability: float | None = None
    total: float | None = None

    @property
    def whole(self) -> float:
        """All units together."""
        if self.total is not None:
            return self.total
        return (self.work or 0.0) + (self.practice or 0.0) + (self.liability or 0.0)


class Service(BaseModel):
    """One service by its code: our own label, and whether it is billed by time."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    label: str
    timed: bool
    values: dict[int, RelativeValue]


class ValueFile(BaseModel):
    """Where the relative values of a year were read."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    label: str
    as_of: date
    source: str


class Figure(BaseModel):
    """One figure beside the relative values, by year where it differs."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    label: str
    unit: str
    as_of: date
    source: str
    value: float | None = None
    values: dict[int, float] = {}

    def of(self, year: int) -> float:
        """The figure of a year; a year outside the table is refused."""
        if self.value is not None:
            return self.value
        if year not in self.values:
            known = f"{min(self.values)} to {max(self.values)}"
            raise UnknownPriceError(f"no “{self.label}” for {year}: there is one for {known}")
        return self.values[year]


class FeeSchedule(BaseModel):
    """Relative values by code and year, and what makes dollars of them."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    figures: dict[str, Figure]
    files: dict[int, ValueFile]
    codes: dict[str, Service]

    def price_usd(self, code: str, year: int) -> float:
        """National payment for one unit of a service, to the cent. Raises `UnknownPriceError` for what is not there."""
        return cents(self.exact_usd(code, year))

    def exact_usd(self, code: str, year: int) -> float:
        """The same before rounding, as a reduction starts from it."""
        units = self._value(code, year).whole
        return self.figures["conversion_factor_usd"].of(year) * units

    def reduced_price_usd(self, code: str, year: int) -> float:
        """The same beside a service with a higher practice-expense part: half of that part is taken off.

        Raises `UnknownPriceError` also where the file gave only the total, since the part is then not known.
        """
        known = self._value(code, year)
        lost = self.figures["practice_part_lost"].of(year) * self._practice(known, code, year)
        return cents(self.figures["conversion_factor_usd"].of(year) * (known.whole - lost))

    def practice_usd(self, code: str, year: int) -> float:
        """The practice-expense part of a service in dollars, unrounded; it decides which service stays whole."""
        return self.figures["conversion_factor_usd"].of(year) * self._practice(self._value(code, year), code, year)

    def threshold_usd(self, year: int) -> float:
        """Allowed amounts a patient may reach in a year before Medicare wants the KX modifier."""
        return self.figures["therapy_threshold_usd"].of(year)

    def _value(self, code: str, year: int) -> RelativeValue:
        known = self.codes.get(code)
        if known is None:
            raise UnknownPriceError(f"no price for the code {code}: there are prices for {', '.join(self.codes)}")
        if year not in known.values:
            years = f"{min(known.values)} to {max(known.values)}"
            raise UnknownPriceError(f"no price for the code {code} in {year}: there are prices for {years}")
        return known.values[year]

    def _practice(self, known: RelativeValue, code: str, year: int) -> float:
        if known.practice is None:
            raise UnknownPriceError(f"the practice-expense part of {code} in {year} is not known, only the whole price")
        return known.practice

    def priced_year(self, year: int) -> int:
        """The last year up to `year` that has a file of relative values, or the first one."""
        return max((known for known in self.files if known <= year), default=min(self.files))
