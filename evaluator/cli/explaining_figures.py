"""What `evaluator explain` prints of terms, parameters, tax figures, the minimum wage and bad-year scenarios.

In: a name and the parameters. Out: lines, not yet wrapped. Must not compute.
"""

from collections.abc import Iterator, Mapping

from evaluator.checklists import Catalogue
from evaluator.checklists.law_words import state_name
from evaluator.cli.explaining_checks import looked_at_by
from evaluator.economics import Assumptions
from evaluator.economics.assumptions import MinimumWage, Parameter, Scenario, Sourced, TaxFigure
from evaluator.economics.term_words import amount_in_words
from evaluator.offer.bounds_page import bound_lines

_MOST_BELOW = 40
_WAGE_LAW = (
    "Dollars for an hour of an employee. Cities and counties may ask for more. Contractors and some salaried employees "
    "are outside of it: ask a lawyer in your state."
)


def term_lines(name: str, terms: Mapping[str, str], assumptions: Assumptions, catalogue: Catalogue) -> Iterator[str]:
    """A term: what it says, what it may mean where an offer leaves it open, and what looks at it."""
    yield name
    if terms.get(name):
        yield terms[name]
    bounds = tuple(bound_lines(name))
    if bounds:
        yield from ("", *bounds)
    known = assumptions.open_terms.get(name)
    if known is not None:
        yield from ("", f"To ask: {known.ask}", "", "If an offer leaves it open, the figures take:")
        for word, value in (("worst", known.worst), ("likely", known.likely), ("best", known.best)):
            yield f"  - {word}: {amount_in_words(value, known.unit)}"
        yield from (known.basis, _whence(known))
    parameter = {**assumptions.reader, **assumptions.payroll_tax}.get(name)
    if parameter is not None:
        yield from ("", *_parameter(parameter))
    below = [one for one in terms if one.startswith(f"{name}.") and "." not in one.removeprefix(f"{name}.")]
    if below:
        yield from ("", "Below it:", *(f"  - {one}: {terms[one]}" for one in below[:_MOST_BELOW]))
    looking = looked_at_by(name, catalogue)
    if looking:
        yield from ("", "Checks that look at it:", *(f"  - {id}: {catalogue.by_id[id].title}" for id in looking))


def parameter_lines(name: str, state: str | None, assumptions: Assumptions) -> Iterator[str]:
    """A published figure, with its unit, day and source; the minimum wage of one state, or of all."""
    if name in assumptions.income_tax:
        return _tax_figure(assumptions.income_tax[name])
    parameters = {**assumptions.reader, **assumptions.payroll_tax}
    return _parameter(parameters[name]) if name in parameters else _minimum_wage(assumptions.minimum_wage, state)


def scenario_lines(known: Scenario) -> Iterator[str]:
    """A bad year: what happens in it, and on what that rests."""
    yield from (known.label, "", known.says, _whence(known))


def _parameter(known: Parameter) -> Iterator[str]:
    yield from (known.label, "")
    if known.value is not None or known.word is not None:
        yield f"Value: {known.word if known.value is None else f'{known.value:g}'}."
    for year, amount in known.values.items():
        yield f"  - {year}: {amount:g}"
    for who, amount in known.by_filing_status.items():
        yield f"  - {who.replace('_', ' ')}: {amount:g}"
    yield from (f"Unit: {known.unit}.", _whence(known))


def _tax_figure(known: TaxFigure) -> Iterator[str]:
    yield from (known.label, "")
    shares = known.shares or ((known.value,) if known.value is not None else ())
    if shares:
        yield f"Value: {', '.join(f'{share:g}' for share in shares)}."
    for year, by_status in known.years.items():
        for who, found in by_status.items():
            amounts = found if isinstance(found, tuple) else (found,)
            yield f"  - {year}, {who.replace('_', ' ')}: {', '.join(f'{amount:,.0f}' for amount in amounts)}"
    yield from (f"Unit: {known.unit}.", _whence(known))


def _minimum_wage(known: MinimumWage, state: str | None) -> Iterator[str]:
    yield from (f"{known.label}{f', {state_name(state)}' if state else ''}", "")
    yield _WAGE_LAW
    yield f"  - Federal: ${known.federal:.2f}"
    for code in [state] if state else known.states:
        least, most = known.of(code)
        amount = f"${least:.2f}" if least == most else f"${least:.2f} to ${most:.2f}"
        own = "" if code in known.states else ", the federal figure"
        yield f"  - {state_name(code)}: {amount}{own}"
    yield _whence(known)


def _whence(known: Sourced) -> str:
    return f"As of {known.as_of}. Source: {known.source}."
