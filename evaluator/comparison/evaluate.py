"""Everything about one offer: what the checklists found and what the money is.

In: an offer as read, the catalogue, the reader. Out: an `Evaluation`. Must not know other offers.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evaluator.checklists import Assessment, Catalogue, assess, scorecard, verdict
from evaluator.checklists.findings import Score, Verdict
from evaluator.economics import Appraisal, Reader, appraise
from evaluator.offer import OfferFile


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One offer evaluated."""

    offer_file: OfferFile
    assessment: Assessment
    scores: Mapping[str, Score]
    verdict: Verdict
    appraisal: Appraisal


def evaluate(offer_file: OfferFile, catalogue: Catalogue, reader: Reader) -> Evaluation:
    """Check, score and appraise one offer. Raises `UnknownTaxYearError` for a year without payroll-tax parameters."""
    assessment = assess(catalogue, offer_file)
    scores = scorecard(catalogue, assessment)
    return Evaluation(
        offer_file, assessment, scores, verdict(scores["overall"], assessment), appraise(offer_file, reader)
    )
