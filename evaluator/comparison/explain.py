"""The calculation of one of several offers, line by line.

In: the offers of a comparison, and the word that names one. Out: its `Trace`. Must not compute money.
"""

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches

from evaluator.comparison.compare import distinct, reader_of
from evaluator.economics import Assumptions, appraise
from evaluator.economics.trace import Trace, build_trace
from evaluator.offer import OfferFile
from evaluator.offer.attachments import own_name
from evaluator.offer.clinician import AboutMe


class NoSuchOfferError(LookupError):
    """The word names none of the offers, or several; the message says in one line which there are."""


def explain_money(
    offers: Sequence[OfferFile],
    wanted: str,
    *,
    about: AboutMe,
    assumptions: Assumptions,
    as_of: date,
    years: int = 1,
) -> Trace:
    """The trace of the offer that `wanted` names: its id, its file as given, or its file's name.

    Raises `NoSuchOfferError` for a word that names no offer, `UnknownTaxYearError` as `compare` does.
    """
    offer = _find(distinct(offers), wanted)
    return build_trace(appraise(offer, reader_of(offer, about, assumptions, as_of, years)))


def _find(offers: Sequence[OfferFile], wanted: str) -> OfferFile:
    by_id = {offer.id: offer for offer in offers}
    if wanted in by_id:
        return by_id[wanted]
    found = [offer for offer in offers if offer.file == wanted] or [
        offer for offer in offers if own_name(offer.file) == wanted
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise NoSuchOfferError(f"{wanted!r} names several offers: expected one of {', '.join(x.id for x in found)}")
    near = get_close_matches(wanted, by_id, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"expected one of {', '.join(by_id)}"
    raise NoSuchOfferError(f"{wanted!r} names none of the offers: {hint}")
