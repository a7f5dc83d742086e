"""How often one offer pays more per hour than another, in plain words.

In: a cleaned Comparison and the labels of its offers. Out: sentences, and a grid where there are many pairs. Must not
draw lots: the shares and their errors come from the Comparison.
"""

from dataclasses import dataclass

from evaluator.comparison.model import Comparison, Odds
from evaluator.report.naming import Label
from evaluator.report.wording import half_up, percent

MOST_SENTENCES = 3
_WITHIN = 1.96  # errors either side that hold the true share 95 times in 100


@dataclass(frozen=True, slots=True)
class OddsGrid:
    """For each pair, in how many of 100 years the offer of the row paid more per hour than that of the column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Label, tuple[str, ...]], ...]


def odds_sentences(comparison: Comparison, labels: dict[str, Label]) -> tuple[str, ...]:
    """A sentence for every pair, the likelier winner first; with many pairs only those of the offer that leads."""
    if comparison.how_sure is None:
        return ()
    pairs = comparison.how_sure.odds
    if len(pairs) > MOST_SENTENCES:
        leader = comparison.ranking[0]
        pairs = tuple(pair for pair in pairs if leader in (pair.first, pair.second))
    return tuple(_sentence(pair, pair.p_first >= 0.5, comparison.how_sure.draws, labels) for pair in pairs)


def leading_odds(comparison: Comparison, labels: dict[str, Label]) -> str | None:
    """The sentence about the leader and the runner-up, the leader first.

    None where nothing was simulated, and where no difference in dollars is told: one of the two does not say
    what it pays, or they are one and the same offer.
    """
    sure, lead = comparison.how_sure, comparison.lead
    if sure is None or lead.runner_up is None or lead.difference_usd is None:
        return None
    for pair in sure.odds:
        if {pair.first, pair.second} == {lead.leader, lead.runner_up}:
            return _sentence(pair, pair.first == lead.leader, sure.draws, labels)
    return None


def odds_grid(comparison: Comparison, labels: dict[str, Label]) -> OddsGrid | None:
    """All pairs as a grid; none where sentences say everything."""
    if comparison.how_sure is None or len(comparison.how_sure.odds) <= MOST_SENTENCES:
        return None
    shares = {}
    for pair in comparison.how_sure.odds:
        shares[pair.first, pair.second], shares[pair.second, pair.first] = pair.p_first, pair.p_second
    ids = [offer.id for offer in comparison.offers if any(offer.id in pair for pair in shares)]
    rows = tuple((labels[one], tuple(_cell(shares.get((one, other))) for other in ids)) for one in ids)
    return OddsGrid(tuple(labels[id].mark for id in ids), rows)


def _cell(share: float | None) -> str:
    return "" if share is None else f"{half_up(share * 100, 0)}"


def _sentence(pair: Odds, forward: bool, draws: int, labels: dict[str, Label]) -> str:
    first, second = (pair.first, pair.second) if forward else (pair.second, pair.first)
    share = pair.p_first if forward else pair.p_second
    years = f"In {draws:,} simulated years, {_named(labels[first])} paid more per hour than {_named(labels[second])}"
    if share in (0.0, 1.0):
        return f"{years} in {'every one' if share else 'none'}."
    places = 0 if 0.01 <= share <= 0.99 else 1
    return f"{years} in {half_up(share * 100, places)} of 100 (±{percent(pair.error * _WITHIN)[:-1]})."


def _named(label: Label) -> str:
    return f"{label.title} ({label.mark})"
