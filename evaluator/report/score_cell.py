"""A score in a table: a bar from floor to ceiling and the two numbers.

In: floor and ceiling, 0 to 100, and what the bar is of. Out: `ScoreCell`. Must not judge.
"""

from dataclasses import dataclass

from evaluator.report.charts import Drawing, draw_score
from evaluator.report.wording import between

NOT_ASSESSED = "not assessed"
NOT_FOR_THIS = "not for it"


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """A score as a bar and as a number; no bar where nothing was assessed."""

    bar: Drawing | None
    range: str


def score_cell(floor: float, ceiling: float, of: str, more: str = "", width: float = 84) -> ScoreCell:
    """The cell of one score; `of` names it for those who can't see the bar, `more` follows the numbers."""
    words = f"{between(floor, ceiling)}{more}"
    return ScoreCell(draw_score(floor, ceiling, f"{of}: {words} of 100", width), words)
