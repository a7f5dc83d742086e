"""One offer disclosed: every row of the sheet, with what is stated, what it rests on, and whether it can change.

In: an offer as read, the catalogue, the parameters, the day. Out: a `Disclosure`. Must not fill in what the offer does
not say, nor leave out a row.
"""

from dataclasses import replace
from datetime import date

from evaluator.checklists import Catalogue, assess
from evaluator.comparison.compare import program_version, reader_of
from evaluator.comparison.disclosed_rows import ABOUT, PARTS, Asked, PartPlan, RowPlan
from evaluator.comparison.disclosed_terms import Disclosing
from evaluator.comparison.disclosure_model import Disclosure, Part, Row, Stated
from evaluator.comparison.value_words import value_in_words
from evaluator.economics import Assumptions
from evaluator.economics.posted_pay import posted_pay
from evaluator.offer import OfferFile
from evaluator.offer.clinician import AboutMe
from evaluator.offer.days import day_in_words
from evaluator.offer.fingerprint import fingerprint
from evaluator.offer.shapes import Single
from evaluator.offer.terms import About

NOTICES = (
    "This sheet supports a decision. It is not the contract, and not legal, tax or financial advice.",
    "What counts is what is signed. Where law decides, ask a lawyer in your state.",
)


def disclose(offer_file: OfferFile, *, catalogue: Catalogue, assumptions: Assumptions, as_of: date) -> Disclosure:
    """The sheet of one offer. Raises `UnknownTaxYearError` where the year of `as_of` has no payroll-tax parameters."""
    about = offer_file.offer.offer
    disclosing = Disclosing(offer_file, catalogue, assess(catalogue, offer_file))
    return Disclosure(
        schema_version=1,
        as_of=as_of,
        version=program_version(),
        name=about.name,
        organization=about.organization,
        issued=about.issued,
        good_until=about.good_until,
        revision=about.revision,
        terms_as_of=about.as_of,
        fingerprint=fingerprint(offer_file),
        about=_with_head(_part(disclosing, ABOUT), about),
        parts=tuple(_part(disclosing, plan) for plan in PARTS),
        pay=posted_pay(offer_file, reader_of(offer_file, AboutMe(), assumptions, as_of)),
        notices=NOTICES,
        file=offer_file.file,
        source=offer_file.text,
    )


def _part(disclosing: Disclosing, plan: PartPlan) -> Part:
    return Part(plan.title, tuple(_row(disclosing, row) for row in plan.rows))


def _row(disclosing: Disclosing, plan: RowPlan) -> Row:
    found: dict[str, Stated] = {}
    for asked in plan.asked:
        for stated in disclosing.stated(asked):
            found.setdefault(stated.key, stated)
    not_for = None if any(one.state == "stated" for one in found.values()) else _not_for(disclosing, plan.asked)
    if not_for is None and not found and plan.asked and disclosing.offer_file.offer.pay is not None:
        possible = any(disclosing.is_possible(key) for asked in plan.asked for key in asked.keys)
        structure = value_in_words("structure", disclosing.offer_file.offer.pay.structure, Single(words=("structure",)))
        not_for = None if possible else f"You are paid {structure}."
    if not_for is None and not found and plan.asked:
        found["-"] = Stated(plan.asked[0].keys[0], "", "not_stated")
    return Row(plan.id, plan.label, () if not_for else tuple(found.values()), not_for)


def _not_for(disclosing: Disclosing, asked: tuple[Asked, ...]) -> str | None:
    """Why the first check of a row is not about this offer."""
    reasons = [disclosing.not_for(key) for one in asked for key in one.keys]
    return reasons[0] if reasons and reasons[0] else None


def _with_head(part: Part, about: About) -> Part:
    """The name and the day of the terms, which rest on nothing but the file itself."""
    given: dict[str, str] = {
        "position": about.name,
        "as-of": day_in_words(about.as_of) if about.as_of else "",
    }
    rows = (
        replace(row, terms=(replace(row.terms[0], state="stated", says=given[row.id], reads=given[row.id]),))
        if given.get(row.id)
        else row
        for row in part.rows
    )
    return replace(part, rows=tuple(rows))
