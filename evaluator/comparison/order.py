"""The order of offers by what the checklists found and what matters to the reader; how surely, and what would settle.

In: evaluations and the reader's ratings. Out: a `ScoreOrder`. Must not look at money: money and fit stay two things.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from evaluator.checklists import Catalogue, open_questions, personal_gains
from evaluator.checklists.findings import Depth, Rating
from evaluator.comparison.evaluate import Evaluation
from evaluator.comparison.model import NotSeparable, Ordered, ScoreOrder, Separating, Turn

FACTORS = (Fraction(1, 2), Fraction(2))
"""What each checklist's weight is multiplied by, in turn, to see whether the order holds."""

TOO_CLOSE = 5
"""Values whose floors differ by less than this, and whose intervals overlap, don't separate two offers."""

MOST_PAIRS = 10
MOST_QUESTIONS = 3

_NO_WEIGHTS: Mapping[str, Fraction] = {}
Key = tuple[bool, Fraction, Fraction, Fraction]


def order_by_scores(
    evaluations: Sequence[Evaluation], catalogue: Catalogue, ratings: Sequence[Rating] = (), depth: Depth = "core"
) -> ScoreOrder:
    """All offers in order: those with a confirmed critical flag last, then the highest floor, ceiling, coverage first.

    Offers that are alike in all of these share a place; they stand in the order of their ids, not of the input.
    """
    ranked = sorted(((_key(one), one) for one in evaluations), key=lambda pair: (pair[0], pair[1].offer_file.id))
    keys = [key for key, _ in ranked]
    turns, runs = _turns(ranked, catalogue)
    pairs = list(_not_separable(ranked))
    return ScoreOrder(
        by_fit=any(one.fit is not None for one in evaluations),
        rows=tuple(
            Ordered(one.offer_file.id, keys.index(key) + 1, float(-key[1]), float(-key[2])) for key, one in ranked
        ),
        runs=runs,
        stays_first=runs - len(turns),
        turns=turns,
        not_separable=tuple(
            NotSeparable(
                first.offer_file.id, second.offer_file.id, _separating((first, second), catalogue, ratings, depth)
            )
            for first, second in pairs[:MOST_PAIRS]
        ),
        pairs_not_separable=len(pairs),
    )


def _key(one: Evaluation, weights: Mapping[str, Fraction] = _NO_WEIGHTS) -> Key:
    """What sorts first is ahead."""
    value = one.weighed.value(weights)
    return one.weighed.stopped, -value.floor, -value.ceiling, -value.coverage


def _turns(ranked: Sequence[tuple[Key, Evaluation]], catalogue: Catalogue) -> tuple[tuple[Turn, ...], int]:
    """Where the first offer loses its place when one checklist counts half or double, and the number of tries."""
    if len(ranked) < 2 or ranked[0][0] == ranked[1][0]:
        return (), 0
    offers = [one for _, one in ranked]
    scored = [one.id for one in catalogue.checklists if any(one.id in each.weighed.checklists for each in offers)]
    turns = []
    for checklist in scored:
        for factor in FACTORS:
            keys = [_key(one, {checklist: factor}) for one in offers]
            first = offers[keys.index(min(keys))]
            if first is not offers[0]:
                turns.append(Turn(checklist, float(factor), first.offer_file.id))
    return tuple(turns), len(scored) * len(FACTORS)


def _not_separable(ranked: Sequence[tuple[Key, Evaluation]]) -> Iterator[tuple[Evaluation, Evaluation]]:
    """Pairs in order. A confirmed critical flag of only one of two offers separates them by itself."""
    for place, ((stopped, floor, _, _), one) in enumerate(ranked):
        for (other_stopped, other_floor, other_ceiling, _), other in ranked[place + 1 :]:
            if stopped != other_stopped or other_floor - floor >= TOO_CLOSE:  # both are negative in a key
                break  # those that follow are farther away still
            if other_ceiling <= floor:
                yield one, other


def _separating(
    pair: tuple[Evaluation, Evaluation], catalogue: Catalogue, ratings: Sequence[Rating], depth: Depth
) -> tuple[Separating, ...]:
    """What is open in either offer: questions behind critical flags first, then by what answers would close.

    After them comes what was said on weak evidence only, which is to be put into the contract.
    """
    found: dict[str, Separating] = {}
    for one in pair:
        points = personal_gains(catalogue, one.assessment, ratings, depth)
        outcomes = {finding.check: finding.outcome for finding in one.assessment.findings}
        for row in open_questions(catalogue, one.assessment, depth):
            if points[row.check] or row.critical:
                said = outcomes[row.check] in ("met", "partly", "not_met")
                asked = Separating(
                    row.check, row.ask, (one.offer_file.id,), round(points[row.check], 9), row.critical, said
                )
                before = found.get(row.check)
                found[row.check] = asked if before is None else _of_both(before, asked)
    order = sorted(found.values(), key=lambda row: (row.already_said, not row.critical, -row.gain))
    return tuple(order[:MOST_QUESTIONS])


def _of_both(first: Separating, second: Separating) -> Separating:
    """One question that is open in both offers; what only one has said is still asked of the other alone."""
    if first.already_said != second.already_said:
        return second if first.already_said else first
    return Separating(
        first.check,
        first.ask,
        (*first.offers, *second.offers),
        round(first.gain + second.gain, 9),
        first.critical or second.critical,
        first.already_said,
    )
