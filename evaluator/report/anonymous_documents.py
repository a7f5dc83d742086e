"""A disclosure sheet, its issuer's list and a difference with the names taken out, as a comparison's are.

In: those records. Out: the same records, of which no file is attached. Must not change a figure or what is stated.
"""

import dataclasses

from evaluator.comparison.difference_model import Difference, Item, Statement, Version
from evaluator.comparison.disclosure_model import Disclosure, Issue, IssuerList, Stated
from evaluator.report.anonymous import WITHHELD, Known, OwnWords, without_names

_OWN_WORDS: OwnWords = {
    Disclosure: frozenset({"revision"}),
    Stated: frozenset({"says", "reads", "name"}),
    Issue: frozenset({"says"}),
    Statement: frozenset({"says"}),
    Item: frozenset({"label"}),
}
OFFER_FILE = "offer-a.yaml"


def sheet_without_names(sheet: Disclosure) -> Disclosure:
    """The sheet without names; who makes the offer stays unsaid only where the offer does not say it."""
    if sheet.fingerprint == WITHHELD:
        return sheet
    unsigned = dataclasses.replace(
        sheet,
        file=OFFER_FILE,
        source="",
        fingerprint=WITHHELD,
        organization=sheet.organization and "Employer A",
    )
    return without_names(unsigned, _of_sheet(sheet), own_words=_OWN_WORDS)


def issues_without_names(issues: IssuerList, sheet: Disclosure) -> IssuerList:
    """The issuer's list without the names in the sheet that it belongs to, which still has them."""
    return without_names(dataclasses.replace(issues, file=OFFER_FILE), _of_sheet(sheet), own_words=_OWN_WORDS)


def difference_without_names(found: Difference) -> Difference:
    """The difference without names. Two versions of one name stay of one name, others are told apart by letters."""
    if found.new.fingerprint == WITHHELD:
        return found
    versions = (found.old, found.new)
    known = tuple(Known(one.id, one.name, one.organization, one.file) for one in versions)
    alike = found.old.sha256 == found.new.sha256
    unsigned = dataclasses.replace(
        found,
        reader=None,
        old=_unsigned(found.old, "offer-a", WITHHELD),
        new=_unsigned(found.new, "offer-b", WITHHELD if alike else f"{WITHHELD}, another"),
    )
    return without_names(unsigned, known, found.reader, own_words=_OWN_WORDS)


def _of_sheet(sheet: Disclosure) -> tuple[Known, ...]:
    return (Known("offer-a", sheet.name, sheet.organization, sheet.file),)


def _unsigned(version: Version, id: str, sha256: str) -> Version:
    return dataclasses.replace(
        version, id=id, organization=None, file=f"{id}.yaml", sha256=sha256, fingerprint=WITHHELD, source=""
    )
