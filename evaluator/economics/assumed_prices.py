"""Published prices that the figures rest on: Medicare's for therapy and for remote monitoring.

In: the appraised offers. Out: `Assumption`s for the report's method section. Must not compute money.
"""

from collections.abc import Iterator, Sequence

from evaluator.economics.appraising import Appraisal
from evaluator.economics.figures import Assumption
from evaluator.economics.monitoring import SUPPLY, priced_year
from evaluator.economics.term_words import amount_in_words

MANAGEMENT = ("98975", "98979", "98980", "98981")


def prices_used(appraisals: Sequence[Appraisal]) -> Iterator[Assumption]:
    """Every published figure that an offer's terms point to, each once."""
    found: dict[tuple[str, str], Assumption] = {}
    for appraisal in appraisals:
        for name, term in appraisal.terms.items():
            if term.state == "published":
                value = amount_in_words(round(term.likely, 4), term.unit)
                row = Assumption(name.rpartition(".")[2], term.label, value, "parameter", "", term.basis)
                found.setdefault((term.label, value), row)
        for row in (*_monitoring(appraisal), *_driving(appraisal)):
            found.setdefault((row.label, row.value), row)
    yield from found.values()


def _driving(appraisal: Appraisal) -> Iterator[Assumption]:
    if appraisal.offer_file.offer.travel is not None:
        known = appraisal.reader.parameter("mile_cost_usd")
        value, as_of = f"${known.only:.3f}", known.as_of.isoformat()
        yield Assumption("reader.mile_cost_usd", known.label, value, "parameter", as_of, known.source)


def _monitoring(appraisal: Appraisal) -> Iterator[Assumption]:
    """The prices of a year for the kind that the offer monitors; what carriers price is an open term instead."""
    offered = appraisal.offer_file.offer.monitoring
    if offered is None:
        return
    known, schedule = appraisal.reader.assumptions.monitoring, appraisal.reader.assumptions.fee_schedule
    year = priced_year(known, appraisal.reader.tax_year)
    file = schedule.files[year]
    for code in (*MANAGEMENT[:1], *(() if offered.supply else SUPPLY[offered.kind]), *MANAGEMENT[1:]):
        price = known[code].prices_usd.get(year)
        if price is not None:
            label = f"{code}, remote monitoring, {known[code].label}: {known[code].rule}"
            value = f"${price:,.2f} in {year}"
            yield Assumption(f"monitoring.{code}", label, value, "parameter", file.as_of.isoformat(), file.source)
