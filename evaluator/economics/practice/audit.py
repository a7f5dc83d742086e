"""The whole audit of a practice's books.

In: a practice file, and the split to audit if it is not the one in the file. Out: `PracticeFigures`. Must not read
files or know offers.
"""

from evaluator.economics.practice.figures import PracticeFigures
from evaluator.offer.practice import PracticeFile


def audit_practice(practice: PracticeFile, chosen_share: float | None) -> PracticeFigures:
    """What the books come to. `chosen_share` (0 to 1) is then every clinician's split; None takes those of the file.

    Not finished: for now this raises `NotImplementedError`; names and fields will stay.
    """
    raise NotImplementedError(f"{practice.practice.name}: {chosen_share}")
