"""What an odd pair is, and how the judges of it look at amounts by name.

In: paths and words. Out: `Odd`. Must not judge.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from evaluator.offer.numbers import Path
from evaluator.offer.quantity import Quantity
from evaluator.offer.terms import Offer


@dataclass(frozen=True, slots=True)
class Odd:
    """Two terms that look wrong together: their paths, what is odd, and one line on what to do about it."""

    one: Path
    other: Path
    says: str
    ask: str


Judge = Callable[[Offer], Iterator[Odd]]


def above_nothing(number: Quantity | None) -> bool:
    """Whether a number is stated and surely above nothing."""
    return number is not None and number.low > 0


def is_nothing(number: Quantity | None) -> bool:
    """Whether a number is stated to be nothing."""
    return number is not None and number.high == 0


def named(amounts: Mapping[str, Quantity] | None, words: re.Pattern[str]) -> Iterator[str]:
    """The names of amounts above nothing in which one of the words stands."""
    return (name for name, amount in (amounts or {}).items() if amount.high > 0 and words.search(name))


def words_like(pattern: str) -> re.Pattern[str]:
    """Whole words in the names of amounts, in large or small letters, with any sign between them."""
    return re.compile(rf"(?<![a-z])(?:{pattern})(?![a-z])", re.IGNORECASE)
