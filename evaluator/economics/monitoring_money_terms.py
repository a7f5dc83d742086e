"""The money terms of remote monitoring, and the month that they make case by case.

In: a `TermCollector`, later the values of its terms. Out: the terms taken; a `MonitoringMonth`. Must not know prices.
"""

from dataclasses import replace

import numpy as np

from evaluator.economics.inputs import Array, MonitoringMonth, Values
from evaluator.economics.money_term import TermCollector
from evaluator.economics.monitoring import billed_usd, has_national_price, monitoring_prices, priced_year
from evaluator.economics.reader import Reader
from evaluator.offer.monitoring import Monitoring

DAYS = ("sixteen_days", "two_to_fifteen_days")
MANAGED = ("managed_10_to_19", "managed_20_to_39", "managed_40_or_more")
MINUTES = ("minutes_10_to_19", "minutes_20_to_39", "minutes_40_or_more")
COUNTED = ("patients", "covered", *DAYS, *MANAGED, *MINUTES, "new_episodes", "collected")


def take_monitoring(c: TermCollector) -> None:
    """The terms of monitoring, none where the offer has none. Its pay is open unless one of the two ways is stated."""
    offered = c.file.offer.monitoring
    if offered is None:
        return
    for name in COUNTED:
        c.take(f"monitoring.{name}", getattr(offered, name))
    if offered.supply is not None or not has_national_price(offered.kind):
        c.take("monitoring.supply", offered.supply)
    if offered.per_patient is not None:
        c.told("monitoring.per_patient", offered.per_patient, "Pay a month for each monitored patient", "usd")
    if offered.clinician_share is not None or offered.per_patient is None:
        c.take("monitoring.clinician_share", offered.clinician_share)


def monitoring_month(offered: Monitoring | None, values: Values, reader: Reader) -> MonitoringMonth | None:
    """The month of each case, priced by the last year of prices up to the reader's tax year."""
    if offered is None:
        return None
    nothing = np.zeros((1, 1))
    shares = {**_within_all(DAYS, values), **_within_all(MANAGED, values)}
    month = MonitoringMonth(
        patients=values["monitoring.patients"],
        covered=values["monitoring.covered"],
        new_episodes=values["monitoring.new_episodes"],
        collected_share=values["monitoring.collected"],
        clinician_share=values.get("monitoring.clinician_share", nothing),
        per_patient_usd=values.get("monitoring.per_patient", nothing),
        **shares,
        **{name: values[f"monitoring.{name}"] for name in MINUTES},
    )
    codes = reader.assumptions.monitoring
    year = priced_year(codes, reader.tax_year)
    prices = monitoring_prices(codes, offered.kind, year, values.get("monitoring.supply"))
    return replace(month, collected_usd=month.collected_share * billed_usd(month, prices))


def _within_all(names: tuple[str, ...], values: Values) -> dict[str, Array]:
    """Shares that exclude each other, brought down together where open ones would come to more than all patients."""
    whole = np.maximum(1.0, sum(values[f"monitoring.{name}"] for name in names))
    return {name: values[f"monitoring.{name}"] / whole for name in names}
