"""A month of remote therapeutic monitoring: what is billed, and the clinician's hours in it (economics 1.6 and 2.17).

In: patients, shares of them by days of data and minutes of management, prices. Out: dollars and hours of a month. Must
not know offers. The shares exclude each other, as the codes do: nobody is counted in two of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from evaluator.economics.assumptions import MonitoringCode
from evaluator.economics.inputs import WEEKS_A_YEAR, Array, MonitoringMonth
from evaluator.economics.volume import Volume

MONTHS_A_YEAR = 12
MINUTES_AN_HOUR = 60
SUPPLY = {
    "respiratory": ("98976", "98984"),
    "musculoskeletal": ("98977", "98985"),
    "cognitive_behavioral": ("98978", "98986"),
}
"""The supply codes of each kind of monitoring: 16 days of data or more, and 2 to 15."""


@dataclass(frozen=True, slots=True)
class MonitoringPrices:
    """Dollars of each code: set-up, supply by days of data, management by minutes. 0 where a year has no such code."""

    set_up: Array
    sixteen_days: Array
    two_days: Array
    first_ten: Array
    first_twenty: Array
    further_twenty: Array


def priced_year(codes: Mapping[str, MonitoringCode], year: int) -> int:
    """The last year up to `year` for which there are prices, or the first year that has any."""
    known = sorted({known for code in codes.values() for known in code.prices_usd})
    return max((one for one in known if one <= year), default=known[0])


def has_national_price(kind: str) -> bool:
    """Whether Medicare has one price for the device supply of this kind; else each carrier sets its own."""
    return kind != "cognitive_behavioral"


def monitoring_prices(
    codes: Mapping[str, MonitoringCode], kind: str, year: int, supply_usd: Array | None = None
) -> MonitoringPrices:
    """The prices of a year. `supply_usd` stands for both supply codes where the offer or its payer states it.

    Raises `LookupError` for a kind without a national price if no other is given: it is an unknown, never zero.
    """
    if supply_usd is None and not has_national_price(kind):
        raise LookupError(f"no national price for {kind} device supply: each carrier sets its own")

    def price(code: str) -> Array:
        return np.array([[codes[code].prices_usd.get(year, 0.0)]])

    def supply(code: str, exists: bool) -> Array:
        if supply_usd is None:
            return price(code)
        return supply_usd if exists else np.zeros((1, 1))

    whole, part = SUPPLY[kind]
    short_months = bool(codes["98985"].prices_usd.get(year))
    return MonitoringPrices(
        price("98975"),
        supply(whole, exists=True),
        supply(part, exists=short_months),
        price("98979"),
        price("98980"),
        price("98981"),
    )


def billed_usd(month: MonitoringMonth, prices: MonitoringPrices) -> Array:
    """Dollars of claims in a month, for the patients whose payer covers it."""
    supply = month.sixteen_days * prices.sixteen_days + month.two_to_fifteen_days * prices.two_days
    twenty = month.managed_20_to_39 + month.managed_40_or_more
    managed = month.managed_10_to_19 * prices.first_ten + twenty * prices.first_twenty
    managed = managed + month.managed_40_or_more * prices.further_twenty
    each = month.patients * (supply + managed) + month.new_episodes * prices.set_up
    return np.asarray(month.covered * each)


def clinician_hours(month: MonitoringMonth) -> Array:
    """Hours a month that the clinician spends on managing patients, covered or not: minutes are hours."""
    minutes = (
        month.managed_10_to_19 * month.minutes_10_to_19
        + month.managed_20_to_39 * month.minutes_20_to_39
        + month.managed_40_or_more * month.minutes_40_or_more
    )
    return np.asarray(month.patients * minutes / MINUTES_AN_HOUR)


def caseload_weeks(month: MonitoringMonth | None, volume: Volume, full_sessions: Array) -> Array:
    """How much of a month's monitoring falls into each week: 12/52 in a full worked week, less while it fills."""
    if month is None:
        return np.zeros((1, volume.booked.shape[-1]))
    return np.asarray(MONTHS_A_YEAR / WEEKS_A_YEAR * volume.booked / np.maximum(full_sessions, 1e-9))


def pay_usd(month: MonitoringMonth) -> Array:
    """The clinician's pay for a month's monitoring: a share of what is collected, and an amount for each patient."""
    return np.asarray(month.clinician_share * month.collected_usd + month.per_patient_usd * month.patients)


def paid_hours(month: MonitoringMonth) -> Array:
    """Those hours of a month that some pay covers: all of them if anything is paid for monitoring, else none."""
    return np.asarray(clinician_hours(month) * (pay_usd(month) > 0))
