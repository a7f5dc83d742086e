"""What matters to an invented reader, for the comparisons made by hand.

In: a Comparison. Out: the same with ratings, fits and an order. The numbers are invented; nothing is weighed here.
"""

from dataclasses import replace

from evaluator.checklists.findings import Fit, PriorityScore, Protection, Rating
from evaluator.comparison.model import Comparison, NotSeparable, Ordered, ScoreOrder, Separating, Turn

RATINGS = (
    Rating("schedule", "Schedule and boundaries", 5, True, 8, "own"),
    Rating("niche", "Niche and referral fit", 3, False, 2, "assumed"),
    Rating("ramp", "A fast start", 2, False, 1, "own"),
    Rating("admin", "Little admin outside sessions", 4, True, 6, "own"),
    Rating("community", "Consultation, training and community", 3, False, 2, "assumed"),
    Rating("leadership", "A path to leadership or ownership", 1, False, 0, "own"),
)
_PROTECTIONS = (
    Protection("not_yet", "Not yet protected: ask", "It depends.", ("schedule",)),
    Protection("not_protected", "Does not protect your top two", "It can't.", ("schedule", "admin")),
    Protection("protected", "Protects your top two", "It does."),
)


def _fit(place: int) -> Fit:
    floor, ceiling = ((41.5, 73.5), (0.0, 49.0), (100.0, 100.0))[place % 3]
    scores = tuple(
        PriorityScore(rating.priority, floor, ceiling, 0.5, 4) for rating in RATINGS if rating.priority != "leadership"
    )
    return Fit(floor, ceiling, 0.5, floor, ceiling, _PROTECTIONS[place % 3], scores)


def made_to_matter(comparison: Comparison) -> Comparison:
    """The Comparison for somebody who rates; the last offer leads, the first two can't be told apart."""
    ids = [offer.id for offer in comparison.offers]
    rows = tuple(Ordered(id, place, 90.0 - 9 * place, 99.0) for place, id in enumerate(reversed(ids), 1))
    asked = (
        Separating("pause-intake", "Can I pause intake when I am full?", tuple(ids[:2]), 9.5, False, False),
        Separating("billing", "Who files claims?", (ids[0],), 2.0, False, True),
    )
    pair = NotSeparable(ids[0], ids[1], asked)
    turns = (Turn("autonomy", 2.0, ids[0]), Turn("support", 0.5, ids[0]))
    return replace(
        comparison,
        offers=tuple(replace(offer, fit=_fit(place)) for place, offer in enumerate(comparison.offers)),
        ratings=RATINGS,
        score_order=ScoreOrder(True, rows, 6, 4, turns, (pair,), 1),
    )
