"""What the offers say of each term, side by side.

In: nothing. Out: `TermRow` and `TermCell`. Must not compute.
"""

from dataclasses import dataclass
from typing import Literal

TermState = Literal["stated", "vague", "refused", "not_stated", "not_for"]


@dataclass(frozen=True, slots=True)
class TermCell:
    """What one offer says of one term: `says` is empty unless it is stated. `line` counts from 1 in the offer file."""

    state: TermState
    says: str = ""
    quote: str | None = None
    evidence: str | None = None
    where: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term across the offers, in their order. `differs` where they don't all say the same of it."""

    key: str
    section: str
    label: str
    differs: bool
    cells: tuple[TermCell, ...]
