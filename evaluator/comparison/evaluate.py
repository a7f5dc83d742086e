"""Everything about one offer: what the checklists found and what the money is.

In: an offer as read, the catalogue, the reader. Out: an `Evaluation`. Must not know other offers.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evaluator.checklists import Assessment, Catalogue, Weighed, assess, fit_of, ratings_of, scorecard, verdict, weigh
from evaluator.checklists.findings import Depth, Fit, Score, Verdict
from evaluator.checklists.reading import Reading
from evaluator.economics import Appraisal, Reader, appraise
from evaluator.economics.minimum_wage import over_minimum_wage
from evaluator.offer import OfferFile


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One offer evaluated."""

    offer_file: OfferFile
    assessment: Assessment
    scores: Mapping[str, Score]
    verdict: Verdict
    appraisal: Appraisal
    weighed: Weighed
    fit: Fit | None


def evaluate(offer_file: OfferFile, catalogue: Catalogue, reader: Reader, depth: Depth = "core") -> Evaluation:
    """Check, score and appraise one offer. Raises `UnknownTaxYearError` for a year without payroll-tax parameters."""
    appraisal = appraise(offer_file, reader)
    assessment = assess(catalogue, offer_file, figures_of(appraisal, reader))
    scores = scorecard(catalogue, assessment, depth)
    ratings = ratings_of(reader.about)
    return Evaluation(
        offer_file=offer_file,
        assessment=assessment,
        scores=scores,
        verdict=verdict(scores["overall"], assessment),
        appraisal=appraisal,
        weighed=weigh(catalogue, assessment, ratings, depth),
        fit=fit_of(catalogue, assessment, ratings, depth),
    )


def figures_of(appraisal: Appraisal, reader: Reader) -> Mapping[str, Reading]:
    """The figures of the economics that checks look at, by the names that measures know them by."""
    state = appraisal.offer_file.offer.offer.state
    least, most = over_minimum_wage(appraisal.money.effective_hourly_usd, state, reader.assumptions)
    return {"over_minimum_wage": Reading(least, most)}
