"""Two terms of one offer that look wrong together: each may be true, but a careful reader would ask about both.

In: a valid offer and the places of its terms. Out: warnings as paths and words, each with both places. Must not warn
of a term by itself (`bounded` does), nor stop a run (`judging` does, where two terms cannot both be true).
"""

from collections.abc import Iterator, Mapping

from evaluator.offer.numbers import Path
from evaluator.offer.odd_pay import ODD_IN_PAY
from evaluator.offer.odd_work import ODD_IN_WORK
from evaluator.offer.readable import place_in_words
from evaluator.offer.terms import Offer
from evaluator.offer.walking import Spot

JUDGES = (*ODD_IN_PAY, *ODD_IN_WORK)


def odd_pairs(offer: Offer, spots: Mapping[Path, Spot]) -> Iterator[tuple[Path, str]]:
    """Every odd pair: the path of the term that stands later in the file, and a line that names the other's place."""
    for judge in JUDGES:
        for odd in judge(offer):
            places = [_stated(path, spots) for path in (odd.one, odd.other)]
            if None not in places:
                early, late = sorted((path for path in places if path), key=lambda path: spots[path].key)
                where = f"see {_name(early)} at {place_in_words(spots[early].key)}"
                yield late, f"{odd.says} ({where}): {odd.ask}"


def _stated(path: Path, spots: Mapping[Path, Spot]) -> Path | None:
    """Where a term stands; amounts without names stand at their group."""
    return path if path in spots else path[:-1] if path[:-1] in spots else None


def _name(path: Path) -> str:
    """A term as the file has it, without the places in lists."""
    return ".".join(part for part in path if not part.isdigit())
