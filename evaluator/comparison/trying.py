"""An offer tried with changes: what the checklists and the money would be.

In: an offer as read, the catalogue, the reader, changes. Out: `Tried`. Must not decide which change is worth trying.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from evaluator.checklists import Assessment, Catalogue, assess, scorecard, verdict
from evaluator.checklists.findings import Depth, Score, Verdict
from evaluator.comparison.evaluate import figures_of
from evaluator.comparison.taken_over import taken_over_usd
from evaluator.economics import Appraisal, Reader, appraise
from evaluator.offer import OfferFile, OfferProblems
from evaluator.offer.editing import Change, change_offer


@dataclass(frozen=True, slots=True)
class Tried:
    """One version of an offer, evaluated."""

    offer_file: OfferFile
    assessment: Assessment
    scores: Mapping[str, Score]
    verdict: Verdict
    appraisal: Appraisal


@dataclass(frozen=True)
class Workbench:
    """One offer with everything that it takes to try changes of it."""

    offer_file: OfferFile
    catalogue: Catalogue
    reader: Reader
    depth: Depth

    @cached_property
    def questions(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The answers that an offer file may use."""
        return self.catalogue.questions()

    @cached_property
    def before(self) -> Tried:
        """The offer as it is."""
        return self._evaluated(self.offer_file, appraise(self.offer_file, self.reader))

    def tried(self, changes: Sequence[Change]) -> Tried | None:
        """The offer with these changes; nothing where no offer file could say so.

        Answers can't change money, so it is worked out anew only where a term changes.
        """
        if not changes:
            return self.before
        try:
            changed = change_offer(self.offer_file, changes, self.questions)
        except OfferProblems:
            return None
        same_terms = changed.offer is self.offer_file.offer
        return self._evaluated(changed, self.before.appraisal if same_terms else appraise(changed, self.reader))

    def cost_usd(self, tried: Tried) -> float:
        """What the practice has less in a year than now; below zero where it has more. Likely case.

        What it keeps less of collections, and the clinician's own costs that it takes over.
        """
        before, after = self.before.appraisal.money, tried.appraisal.money
        kept = before.practice_keeps_usd - after.practice_keeps_usd
        offers = self.offer_file.offer, tried.offer_file.offer
        return (kept + taken_over_usd(*offers, after.kept_sessions, self.reader.years)) / self.reader.years

    def hourly_usd(self, tried: Tried) -> float:
        """What the clinician has more for each hour worked. Likely case."""
        before, after = self.before.appraisal.money, tried.appraisal.money
        return after.effective_hourly_usd.likely - before.effective_hourly_usd.likely

    def _evaluated(self, offer_file: OfferFile, appraisal: Appraisal) -> Tried:
        return evaluated(offer_file, appraisal, self.catalogue, self.reader, self.depth)


def evaluated(offer_file: OfferFile, appraisal: Appraisal, catalogue: Catalogue, reader: Reader, depth: Depth) -> Tried:
    """One version of an offer with its money as worked out already, or as worked out for the very same terms."""
    assessment = assess(catalogue, offer_file, figures_of(appraisal, reader))
    scores = scorecard(catalogue, assessment, depth)
    return Tried(offer_file, assessment, scores, verdict(scores["overall"], assessment), appraisal)
