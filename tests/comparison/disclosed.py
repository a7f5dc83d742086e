"""Sheets for tests, each made once.

In: nothing. Out: `sheet_of` a sample, `sheet` of any offer. Must not print.
"""

from datetime import date
from functools import cache

from evaluator.checklists import load_catalogue
from evaluator.comparison.disclosure import disclose
from evaluator.comparison.disclosure_model import Disclosure, Row
from evaluator.economics import load_assumptions
from evaluator.offer import OfferFile
from tests.comparison.samples import AS_OF, sample


def sheet(offer: OfferFile, as_of: date = AS_OF) -> Disclosure:
    return disclose(offer, catalogue=load_catalogue(), assumptions=load_assumptions(), as_of=as_of)


@cache
def sheet_of(name: str) -> Disclosure:
    return sheet(sample(name))


def rows(found: Disclosure) -> dict[str, Row]:
    return {row.id: row for part in (found.about, *found.parts) for row in part.rows}
