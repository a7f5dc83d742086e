"""The offer document: reading it strictly, what its terms are, and what each of them rests on.

In: offer and clinician files. Out: the names below, which are all that other rooms use. Must not import a room above.
"""

from typing import TYPE_CHECKING

from evaluator.doors import door

if TYPE_CHECKING:
    from evaluator.offer.clinician import Clinician as Clinician
    from evaluator.offer.evidence import Evidence as Evidence
    from evaluator.offer.evidence import Fact as Fact
    from evaluator.offer.evidence import Knownness as Knownness
    from evaluator.offer.evidence import Place as Place
    from evaluator.offer.loading import Questions as Questions
    from evaluator.offer.loading import load_clinician as load_clinician
    from evaluator.offer.loading import load_offer as load_offer
    from evaluator.offer.loading import load_offers as load_offers
    from evaluator.offer.loading import parse_offer as parse_offer
    from evaluator.offer.problems import OfferProblems as OfferProblems
    from evaluator.offer.problems import Problem as Problem
    from evaluator.offer.quantity import Quantity as Quantity
    from evaluator.offer.terms import Implausible as Implausible
    from evaluator.offer.terms import Offer as Offer
    from evaluator.offer.terms import OfferFile as OfferFile
else:
    __getattr__ = door(
        __name__,
        {
            "clinician": "Clinician",
            "evidence": "Evidence Fact Knownness Place",
            "loading": "Questions load_clinician load_offer load_offers parse_offer",
            "problems": "OfferProblems Problem",
            "quantity": "Quantity",
            "terms": "Implausible Offer OfferFile",
        },
    )
