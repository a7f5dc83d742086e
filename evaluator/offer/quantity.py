"""A number as an offer states it: a point or a range.

In: low, likely, high. Out: `Quantity`. Must not know units beyond carrying plain floats.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated number. A point has three equal values; a range without a likely value takes its middle.

    Units are the field's: dollars, shares (0.6, not 60), hours, minutes, weeks.
    """

    low: float
    likely: float
    high: float

    @classmethod
    def point(cls, value: float) -> "Quantity":
        """The quantity of a single number."""
        return cls(value, value, value)

    @property
    def is_point(self) -> bool:
        """Whether the number was stated exactly."""
        return self.low == self.high
