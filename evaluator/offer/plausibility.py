"""What an offer says that is possible but hard to believe: a slip of the pen, or a claim to look at twice.

In: a valid offer and the places of its terms. Out: `Implausible` warnings in file order. Must not change a value,
stop a run, or judge whether an offer is good.
"""

from collections.abc import Mapping

from pydantic import BaseModel

from evaluator.offer.bounded import out_of_bounds, plain_out_of_bounds
from evaluator.offer.bounds import Bound
from evaluator.offer.odd_pairs import odd_pairs
from evaluator.offer.terms import Implausible, Offer
from evaluator.offer.walking import Path, Spot


def implausible(offer: Offer, spots: dict[Path, Spot]) -> tuple[Implausible, ...]:
    """Every implausible number, and every pair of terms that look wrong together, with both places."""
    found = {Implausible(_spot(path, spots).value, message) for path, message in out_of_bounds(offer)}
    found |= {Implausible(spots[path].value, message) for path, message in odd_pairs(offer, spots)}
    return tuple(sorted(found, key=lambda warning: (warning.place, warning.message)))


def plain_implausible(
    read: BaseModel, table: tuple[Bound, ...], above: Path, spots: Mapping[Path, Spot]
) -> tuple[Implausible, ...]:
    """Every implausible number of a file without evidence, whose terms `table` names from below `above` on."""
    found = {
        Implausible(_spot(path, spots).value, message) for path, message in plain_out_of_bounds(read, table, above)
    }
    return tuple(sorted(found, key=lambda warning: (warning.place, warning.message)))


def _spot(path: Path, spots: Mapping[Path, Spot]) -> Spot:
    """A number that stands alone for amounts by name stands at its group."""
    return spots.get(path) or spots[path[:-1]]
