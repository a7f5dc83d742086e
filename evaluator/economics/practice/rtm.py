"""Remote therapeutic monitoring at the present caseload: what a month of it brings in and costs (economics 2.17).

In: the programme of a practice file. Out: an `Rtm`. Must not price what has no price: it is named instead.
"""

from dataclasses import dataclass

import numpy as np

from evaluator.economics.assumptions import Assumptions
from evaluator.economics.inputs import Array, MonitoringMonth
from evaluator.economics.monitoring import MonitoringPrices, billed_usd, clinician_hours, priced_year
from evaluator.economics.practice.cost_base import CostBase
from evaluator.economics.practice.figures import Figure, Known, Rtm
from evaluator.offer.remote_monitoring import RtmPrices, RtmProgram

MONTHS = 12
_SUPPLY = {
    "supply_16_days": {"respiratory": "98976", "musculoskeletal": "98977", "behavioral": "98978"},
    "supply_2_days": {"respiratory": "98984", "musculoskeletal": "98985", "behavioral": "98986"},
}
_MANAGEMENT = {
    "first_10_minutes": "98979",
    "first_20_minutes": "98980",
    "further_20_minutes": "98981",
}
_GROSS = (
    "patients × (share with 16 days × supply + share with 2 to 15 days × supply + shares by minutes × management) + "
    "new episodes × set-up"
)


@dataclass(frozen=True, slots=True)
class _Priced:
    """Prices by key, those that are published, and the names of those nobody knows."""

    usd: dict[str, float]
    published: tuple[Known, ...]
    missing: tuple[str, ...]


def rtm_month(program: RtmProgram, base: CostBase, known: Assumptions) -> Rtm:
    """A month of the programme, the year it makes, and the rise of the split that it could pay for."""
    priced = _prices(program, known)
    month = _month(program)
    gross = float(billed_usd(month, _as_prices(priced.usd))[0, 0])
    net = program.collected * gross - program.enrolled * (
        program.platform + program.staff_minutes / 60 * program.staff_hour
    )
    hours = float(clinician_hours(month)[0, 0])
    after = net - hours * (program.clinician_hour or 0.0)
    rise = MONTHS * net / ((1 + base.burden) * base.collections_usd)
    return Rtm(
        gross=Figure("Allowed in a month", gross, "usd", _GROSS),
        collected=Figure("Collected in a month", program.collected * gross, "usd", "allowed × share collected"),
        net=Figure("Left of a month", net, "usd", "collected less software and staff"),
        net_yearly=Figure("Remote monitoring leaves in a year", MONTHS * net, "usd", "left of a month × 12"),
        net_yearly_after_hours=Figure(
            "Remote monitoring leaves in a year after clinicians' hours",
            MONTHS * after,
            "usd",
            "left of a month less hours × pay, × 12",
        )
        if program.clinician_hour is not None
        else None,
        clinician_hours=Figure(
            "Clinicians' hours in a month", hours, "hours", "patients × shares by minutes × minutes"
        ),
        net_per_added_hour=Figure(
            "Remote monitoring leaves for an hour of a clinician", net / hours, "usd_per_hour", "left ÷ hours"
        )
        if hours > 0
        else None,
        split_rise=Figure(
            "Rise of the split it could pay for",
            rise,
            "share",
            "left of a year ÷ (collections × (1 + payroll burden))",
        ),
        unpriced=priced.missing,
        prices=priced.published,
    )


def _month(program: RtmProgram) -> MonitoringMonth:
    """The programme as the engine takes it, every patient covered: the books give what is collected in the end."""
    minutes = program.clinician_minutes
    return MonitoringMonth(
        patients=_one(program.enrolled),
        covered=_one(1.0),
        sixteen_days=_one(program.days_16),
        two_to_fifteen_days=_one(program.days_2),
        managed_10_to_19=_one(program.managed_10),
        managed_20_to_39=_one(program.managed_20),
        managed_40_or_more=_one(program.managed_40),
        minutes_10_to_19=_one(minutes.at_10 or 0.0),
        minutes_20_to_39=_one(minutes.at_20 or 0.0),
        minutes_40_or_more=_one(minutes.at_40 or 0.0),
        new_episodes=_one(program.new_episodes),
        collected_share=_one(program.collected),
    )


def _as_prices(usd: dict[str, float]) -> MonitoringPrices:
    return MonitoringPrices(
        set_up=_one(usd["set_up"]),
        sixteen_days=_one(usd["supply_16_days"]),
        two_days=_one(usd["supply_2_days"]),
        first_ten=_one(usd["first_10_minutes"]),
        first_twenty=_one(usd["first_20_minutes"]),
        further_twenty=_one(usd["further_20_minutes"]),
    )


def _one(value: float) -> Array:
    return np.array([[value]])


def _prices(program: RtmProgram, known: Assumptions) -> _Priced:
    """The practice's own prices, else Medicare's of the newest year."""
    codes = {"set_up": "98975", **{key: by_device[program.device] for key, by_device in _SUPPLY.items()}, **_MANAGEMENT}
    file = known.fee_schedule.figures["conversion_factor_usd"]
    year = priced_year(known.monitoring, file.as_of.year)
    usd, published, missing = {}, {}, []
    for key, code in codes.items():
        own, price = getattr(program.prices, key), known.monitoring[code].prices_usd.get(year)
        if own is not None:
            usd[key] = own
        elif price is not None:
            usd[key] = price
            label = f"Remote monitoring, {known.monitoring[code].label}"
            published[label] = Known(label, f"${price:,.2f}", file.as_of, file.source)
        else:
            usd[key] = 0.0
            missing.append(str(RtmPrices.model_fields[key].description))
    return _Priced(usd, tuple(published.values()), tuple(missing))
