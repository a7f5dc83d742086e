"""The practice file: an owner's books for one year, read as strictly as an offer.

In: a path. Out: `PracticeFile`, or `Books` with its fingerprint; anything wrong is raised as `OfferProblems` with all
problems at once. Must not compute money, read the clock or fill in what was not said.
"""

from dataclasses import dataclass
from pathlib import Path

from evaluator.offer.books import PracticeFile
from evaluator.offer.bounded import refuse_plain_out_of_bounds
from evaluator.offer.bounds_of_books import PRACTICE_BOUNDS
from evaluator.offer.judging_books import refuse_impossible_books
from evaluator.offer.loading import load_plain_file
from evaluator.offer.plausibility import plain_implausible
from evaluator.offer.terms import Implausible

__all__ = ["Books", "PracticeFile", "load_books", "load_practice"]


@dataclass(frozen=True, slots=True)
class Books:
    """A practice file, where it was read, and the SHA-256 of its bytes, 64 hexadecimal digits.

    `warnings` name what is possible but hard to believe, in file order.
    """

    practice: PracticeFile
    file: str
    sha256: str
    warnings: tuple[Implausible, ...] = ()


def load_practice(path: str | Path) -> PracticeFile:
    """The practice file at `path`, or on standard input for `-`. Raises `OfferProblems` with every problem."""
    return load_books(path).practice


def load_books(path: str | Path) -> Books:
    """The same, with the fingerprint by which a report names it. Raises `OfferProblems` with every problem."""
    read, walk = load_plain_file(path, PracticeFile)
    if read is not None:
        refuse_plain_out_of_bounds(read, PRACTICE_BOUNDS, (), walk)
        refuse_impossible_books(read, walk)
    walk.notebook.stop_if_any()
    assert read is not None
    warnings = plain_implausible(read, PRACTICE_BOUNDS, (), walk.spots)
    return Books(read, walk.notebook.file, walk.sha256, warnings)
