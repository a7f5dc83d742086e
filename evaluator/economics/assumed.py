"""What the figures rest on that no offer stated: the reader's own values and the published parameters.

In: the appraised offers. Out: `Assumption`s for the report's method section. Must not compute money.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from evaluator.economics.appraising import Appraisal
from evaluator.economics.assumed_prices import prices_used
from evaluator.economics.assumptions import Parameter, TaxFigure
from evaluator.economics.figures import Assumption
from evaluator.economics.reader import Reader
from evaluator.economics.term_words import amount_in_words

NOT_PROMISED = "Not mentioned by the offer, so counted as nothing: silence never pays."


def assumptions_used(appraisals: Sequence[Appraisal]) -> tuple[Assumption, ...]:
    """Every value used that no offer stated, the reader's first, then taxes, prices, and what was not promised.

    A value that differs between offers, the price of an hour by discipline, stands once for each.
    """
    listed = [row for one in appraisals for row in assumptions_of(one.reader).values()]
    return (*dict.fromkeys(listed), *prices_used(appraisals), *_not_promised(appraisals))


def assumptions_of(reader: Reader) -> dict[str, Assumption]:
    """What the figures of one offer use that no offer states, by short names such as `value_of_hour` or
    `payroll_tax.wage_base_usd`."""
    return {**dict(_of_reader(reader)), **dict(_of_payroll_tax(reader)), **dict(_of_income_tax(reader))}


def _of_reader(reader: Reader) -> Iterator[tuple[str, Assumption]]:
    about = reader.about
    values = {
        "value_of_hour": (reader.hour_value_name, f"${reader.hour_value_usd:,.2f} an hour"),
        "weeks_off": ("weeks_off", amount_in_words(reader.weeks_off, "weeks")),
        "missed_slot_used": ("missed_slot_used", amount_in_words(reader.missed_slot_used, "share")),
        "filing_status": ("filing_status", reader.filing_status.replace("_", " ")),
        "other_wages": ("other_wages_usd", amount_in_words(reader.other_wages_usd, "usd")),
    }
    for own_name, (name, value) in values.items():
        known = reader.parameter(name)
        stated = getattr(about, own_name) is not None
        row = _said(own_name, known.label, value) if stated else _published(f"reader.{name}", known, value)
        yield own_name, row
    if about.documentation_minutes is not None:
        minutes = amount_in_words(about.documentation_minutes.likely, "minutes")
        words = "Minutes your notes take for one session"
        yield "documentation_minutes", _said("documentation_minutes", words, minutes)
    if about.sessions_per_week is not None:
        words = amount_in_words(about.sessions_per_week.likely, "sessions")
        yield "sessions_per_week", _said("sessions_per_week", "Sessions a week you want at most", words)
    if about.interest is not None:
        words = "Interest a year on money that comes later"
        yield "interest", _said("interest", words, amount_in_words(reader.interest, "share"))
    yield from _narrowed(reader)
    for name, share in about.benefits_worth.items():
        worth = f"{amount_in_words(share.likely, 'share')} of its price"
        own_name = f"benefits_worth.{name}"
        yield own_name, _said(own_name, f"Worth of {name.replace('_', ' ')} to you", worth)


def _narrowed(reader: Reader) -> Iterator[tuple[str, Assumption]]:
    """The cases that the reader set for open terms, and whether they leave the range of the parameters."""
    for name in reader.about.narrow:
        own, known = reader.open_term(name), reader.assumptions.open_terms[name]
        ends = sorted((known.worst, known.best))
        beyond = not ends[0] <= min(own.worst, own.best) <= max(own.worst, own.best) <= ends[1]
        usual = f"{amount_in_words(known.worst, known.unit)} to {amount_in_words(known.best, known.unit)}"
        words = [amount_in_words(value, own.unit) for value in (own.worst, own.likely, own.best)]
        value = words[0] if own.worst == own.best else f"worst {words[0]}, likely {words[1]}, best {words[2]}"
        value += f" (beyond the usual {usual})" if beyond else ""
        yield f"narrow.{name}", _said(f"narrow.{name}", f"If an offer leaves it open: {known.label}", value)


def _said(name: str, label: str, value: str) -> Assumption:
    return Assumption(f"clinician.{name}", label, value, "clinician", "", "Your clinician file")


def _published(name: str, known: Parameter, value: str) -> Assumption:
    return Assumption(name, known.label, value, "parameter", known.as_of.isoformat(), known.source)


def _of_payroll_tax(reader: Reader) -> Iterator[tuple[str, Assumption]]:
    tax = reader.assumptions.payroll_tax
    base = reader.assumptions.wage_base_usd(reader.tax_year)
    over = tax["additional_medicare_over_usd"].by_filing_status[reader.filing_status]
    values = {
        "wage_base_usd": f"${base:,.0f} in {reader.tax_year}",
        "social_security_rate": f"{tax['social_security_rate'].only:.1%}",
        "medicare_rate": f"{tax['medicare_rate'].only:.2%}",
        "self_employed_base_share": f"{tax['self_employed_base_share'].only:.2%}",
        "self_employed_floor_usd": f"${tax['self_employed_floor_usd'].only:,.0f}",
        "additional_medicare_rate": f"{tax['additional_medicare_rate'].only:.1%}",
        "additional_medicare_over_usd": f"${over:,.0f}",
    }
    for name, value in values.items():
        yield f"payroll_tax.{name}", _published(f"payroll_tax.{name}", tax[name], value)


def _of_income_tax(reader: Reader) -> Iterator[tuple[str, Assumption]]:
    """What income taxes are counted; a state's is said to be left out where no share is given."""
    state = reader.parameter("state_income_tax")
    if reader.about.state_income_tax is None:
        yield "state_income_tax", _published("reader.state_income_tax", state, "not counted")
    else:
        share = amount_in_words(reader.state_tax_share, "share")
        yield "state_income_tax", _said("state_income_tax", state.label, share)
    if not reader.counts_income_tax:
        return
    yield "income_tax", _said("income_tax", "Federal income tax", "taken off take-home")
    for name, known in reader.assumptions.income_tax.items():
        if known.years:
            value = "; ".join(_of_year(known, year, reader.filing_status) for year in reader.tax_years)
        else:
            shares = known.shares or (known.value or 0.0,)
            value = ", ".join(amount_in_words(share, "share") for share in shares)
        row = Assumption(f"income_tax.{name}", known.label, value, "parameter", known.as_of.isoformat(), known.source)
        yield f"income_tax.{name}", row


def _of_year(known: TaxFigure, year: int, filing_status: str) -> str:
    found = known.of(year, filing_status)
    amounts = found if isinstance(found, tuple) else (found,)
    return f"{', '.join(f'${usd:,.0f}' for usd in amounts)} in {year}"


def _not_promised(appraisals: Sequence[Appraisal]) -> Iterator[Assumption]:
    """Extras that at least one offer does not mention, each once, with the offers it concerns."""
    where: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for appraisal in appraisals:
        for name, term in appraisal.terms.items():
            if term.state == "absent" and name in _EXTRAS:
                where.setdefault(name, []).append(appraisal.offer_file.offer.offer.name)
                labels[name] = term.label
    kind: Literal["parameter"] = "parameter"
    for name, offers in where.items():
        yield Assumption(name, f"{labels[name]} ({', '.join(offers)})", "none", kind, "", NOT_PROMISED)


_EXTRAS = ("benefits", "costs.per_session", "pay.missed_visit.per_no_show", "pay.missed_visit.fee")
