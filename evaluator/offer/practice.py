"""The practice file: an owner's books for one year, read as strictly as an offer.

In: a path. Out: `PracticeFile`; anything wrong is raised as `OfferProblems` with all problems at once. Must not compute
money, read the clock or fill in what was not said.
"""

from pathlib import Path

from evaluator.offer.books import PracticeFile
from evaluator.offer.judging_books import refuse_impossible_books
from evaluator.offer.loading import load_plain_file

__all__ = ["PracticeFile", "load_practice"]


def load_practice(path: str | Path) -> PracticeFile:
    """The practice file at `path`, or on standard input for `-`. Raises `OfferProblems` with every problem."""
    read, walk = load_plain_file(path, PracticeFile)
    if read is not None:
        refuse_impossible_books(read, walk)
    walk.notebook.stop_if_any()
    assert read is not None
    return read
