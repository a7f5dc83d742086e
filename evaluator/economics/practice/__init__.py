"""A practice's own books, worked out for its owner: what the share buys, which split covers costs, who goes short.

In: a practice file. Out: `PracticeFigures`. Must not know of offers or checklists.
"""

from evaluator.economics.practice.audit import audit_practice
from evaluator.economics.practice.figures import PracticeFigures

__all__ = ["PracticeFigures", "audit_practice"]
