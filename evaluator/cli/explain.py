"""`evaluator explain`: what a check, a term or a parameter means, offline.

In: an id. Out: its explanation on stdout, from the same texts as the report and the documentation.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import click

from evaluator.checklists import MEASURES, Catalogue, Check
from evaluator.cli.inputs import read_catalogue, stop
from evaluator.economics import Assumptions, load_assumptions
from evaluator.economics.assumptions import Parameter, TaxFigure
from evaluator.economics.term_words import amount_in_words
from evaluator.offer.glossary import clinician_descriptions, term_descriptions

WIDTH = 78


@click.command("explain", short_help="Explain a check, a term or a parameter.")
@click.argument("name", metavar="ID")
@click.option("--checklist", "checklists", multiple=True, metavar="FILE", type=click.Path(path_type=Path),
              help="A checklist of your own, beside the built-in ones. May be repeated.")  # fmt: skip
def explain_command(name: str, checklists: tuple[Path, ...]) -> None:
    """Explain a check, a term of the offer file or the clinician file, or a published parameter.

    \b
    Examples:
      evaluator explain pause-intake
      evaluator explain hours.documentation_minutes
    """
    catalogue, assumptions = read_catalogue(checklists), load_assumptions()
    terms = {**clinician_descriptions(), **term_descriptions()}
    parameters: dict[str, Parameter] = {**assumptions.reader, **assumptions.payroll_tax}
    if name in catalogue.by_id:
        lines = list(_check(catalogue.by_id[name], catalogue))
    elif name in terms or name in assumptions.open_terms:
        lines = list(_term(name, terms.get(name, ""), assumptions))
        lines += ["", *_parameter(parameters[name])] if name in parameters else []
    elif name in parameters:
        lines = list(_parameter(parameters[name]))
    elif name in assumptions.income_tax:
        lines = list(_tax_figure(assumptions.income_tax[name]))
    else:
        near = get_close_matches(name, [*catalogue.by_id, *terms, *parameters, *assumptions.income_tax], 3)
        hint = f"Did you mean {' or '.join(near)}?" if near else "`evaluator checks` lists the checks."
        stop(f"Nothing is called {name!r}. {hint}")
    click.echo("\n".join(_wrapped(line) for line in lines))


def _wrapped(line: str) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    hanging = indent + ("  " if line.lstrip().startswith("- ") else "")
    return click.wrap_text(line.strip(), WIDTH, indent, hanging) if line.strip() else ""


def _check(check: Check, catalogue: Catalogue) -> Iterator[str]:
    checklist = catalogue.checklist_of[check.id]
    yield f"{check.title} ({check.id})"
    kind = "red flag" if check.is_flag else "check"
    yield f"{checklist.title}, {check.importance} {kind}"
    yield from ("", check.ask, "", check.why, "")
    yield from _decided(check, checklist.section)
    yield from ("", f"Ask for: {check.request}")
    if check.applies is not None:
        yield from ("", f"Not for every offer: {check.applies.because}")
    if check.sources:
        yield from ("", "Sources:")
        for source in (catalogue.sources[name] for name in check.sources):
            yield f"  - {source.title}, {source.organisation}, {source.year}"


def _decided(check: Check, section: str) -> Iterator[str]:
    if check.answers is not None:
        yield f"Answers, in the section {section} of the offer file:"
        for word, answer in check.answers.items():
            yield f"  - {word} ({answer.worth}): {answer.says}"
    elif check.measure is not None and check.met is not None:
        yield f"Decided by a number: {MEASURES[check.measure].says}"
        partly = f"; partly: {check.partly.text}" if check.partly else ""
        yield f"Met: {check.met.text}{partly}; not met otherwise."
    elif check.terms is not None:
        yield "Met when all of this is stated:"
        for names, words in check.terms.items():
            yield f"  - {words} ({names.replace('|', ' or ')})"
    else:
        yield "Watches these checks:"
        for watch in check.watches or ():
            raised = f", raised by {', '.join(watch.raised_by)}" if watch.raised_by else ""
            yield f"  - {watch.check}{raised}"


def _term(name: str, description: str, assumptions: Assumptions) -> Iterator[str]:
    yield name
    if description:
        yield description
    known = assumptions.open_terms.get(name)
    if known is None:
        return
    yield from ("", f"To ask: {known.ask}", "", "If an offer leaves it open, the figures take:")
    for word, value in (("worst", known.worst), ("likely", known.likely), ("best", known.best)):
        yield f"  - {word}: {amount_in_words(value, known.unit)}"
    yield from (known.basis, f"As of {known.as_of}. Source: {known.source}.")


def _parameter(known: Parameter) -> Iterator[str]:
    yield from (known.label, "")
    if known.value is not None or known.word is not None:
        yield f"Value: {known.word if known.value is None else f'{known.value:g}'}."
    for year, amount in known.values.items():
        yield f"  - {year}: {amount:g}"
    for who, amount in known.by_filing_status.items():
        yield f"  - {who.replace('_', ' ')}: {amount:g}"
    yield from (f"Unit: {known.unit}.", f"As of {known.as_of}. Source: {known.source}.")


def _tax_figure(known: TaxFigure) -> Iterator[str]:
    yield from (known.label, "")
    shares = known.shares or ((known.value,) if known.value is not None else ())
    if shares:
        yield f"Value: {', '.join(f'{share:g}' for share in shares)}."
    for year, by_status in known.years.items():
        for who, found in by_status.items():
            amounts = found if isinstance(found, tuple) else (found,)
            yield f"  - {year}, {who.replace('_', ' ')}: {', '.join(f'{amount:,.0f}' for amount in amounts)}"
    yield from (f"Unit: {known.unit}.", f"As of {known.as_of}. Source: {known.source}.")
