"""What an offer is worth: one engine over cases and weeks, and the intervals of what is not stated."""

from evaluator.economics.appraise import Appraisal, appraise, hourly_difference
from evaluator.economics.assumptions import Assumptions, UnknownTaxYearError, load_assumptions
from evaluator.economics.figures import Assumption, Interval, Money
from evaluator.economics.reader import Reader

__all__ = [
    "Appraisal",
    "Assumption",
    "Assumptions",
    "Interval",
    "Money",
    "Reader",
    "UnknownTaxYearError",
    "appraise",
    "hourly_difference",
    "load_assumptions",
]
