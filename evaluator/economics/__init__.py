"""What an offer is worth: one engine over cases and weeks, and the intervals of what is not stated.

This is the door of the room: other rooms import these names from here. Whoever only wants the parameters pays for no
engine.
"""

from typing import TYPE_CHECKING

from evaluator.doors import door

if TYPE_CHECKING:
    from evaluator.economics.appraising import Appraisal as Appraisal
    from evaluator.economics.appraising import appraise as appraise
    from evaluator.economics.appraising import hourly_difference as hourly_difference
    from evaluator.economics.assumptions import Assumptions as Assumptions
    from evaluator.economics.assumptions import UnknownTaxYearError as UnknownTaxYearError
    from evaluator.economics.assumptions import load_assumptions as load_assumptions
    from evaluator.economics.figures import Assumption as Assumption
    from evaluator.economics.figures import Interval as Interval
    from evaluator.economics.figures import Money as Money
    from evaluator.economics.reader import Reader as Reader
else:
    __getattr__ = door(
        __name__,
        {
            "appraising": "Appraisal appraise hourly_difference",
            "assumptions": "Assumptions UnknownTaxYearError load_assumptions",
            "figures": "Assumption Interval Money",
            "reader": "Reader",
        },
    )
