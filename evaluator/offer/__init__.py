"""The offer document: reading it strictly, what its terms are, and what each of them rests on.

In: offer and clinician files. Out: the names below, which are all that other rooms use. Must not import a room above.
"""

from evaluator.offer.clinician import Clinician
from evaluator.offer.evidence import Evidence, Fact, Knownness, Place
from evaluator.offer.loading import Questions, load_clinician, load_offer, load_offers, parse_offer
from evaluator.offer.problems import OfferProblems, Problem
from evaluator.offer.quantity import Quantity
from evaluator.offer.terms import Implausible, Offer, OfferFile

__all__ = [
    "Clinician",
    "Evidence",
    "Fact",
    "Implausible",
    "Knownness",
    "Offer",
    "OfferFile",
    "OfferProblems",
    "Place",
    "Problem",
    "Quantity",
    "Questions",
    "load_clinician",
    "load_offer",
    "load_offers",
    "parse_offer",
]
