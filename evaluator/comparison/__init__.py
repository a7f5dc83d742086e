"""Offers side by side: evaluated alike, ranked, with the questions worth asking."""

from evaluator.comparison.compare import compare
from evaluator.comparison.model import Comparison

__all__ = ["Comparison", "compare"]
