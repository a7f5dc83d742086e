"""The figures of a version, rounded, and the differences of such figures.

In: evaluated offers. Out: `Figures`, `Effect`s, `FlagMove`s. Must not word anything. All arithmetic after rounding is
decimal, so that differences and their sums are exact.
"""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from evaluator.checklists import Catalogue
from evaluator.checklists.findings import FlagState
from evaluator.comparison.difference_model import ChecklistFigures, Effect, Figures, FlagMove
from evaluator.comparison.trying import Tried
from evaluator.economics.figures import Interval

CENT, TENTH, TENTH_OF_A_POINT = Decimal("0.01"), Decimal("0.1"), Decimal("0.001")
STATES: tuple[FlagState | None, ...] = (None, "not_ruled_out", "suspected", "raised")
"""The states of a red flag, the mildest first; the first is that it is ruled out."""


def figures_in(tried: Tried, catalogue: Catalogue) -> Figures:
    """The figures of one version."""
    overall, money = tried.scores["overall"], tried.appraisal.money
    titles = {text.id: text.title for text in catalogue.checklist_texts()}
    return Figures(
        floor=_rounded(overall.floor if overall.uncapped_floor is None else overall.uncapped_floor, TENTH),
        ceiling=_rounded(overall.ceiling if overall.uncapped_ceiling is None else overall.uncapped_ceiling, TENTH),
        capped_floor=_rounded(overall.floor, TENTH),
        capped_ceiling=_rounded(overall.ceiling, TENTH),
        coverage=_cut(overall.coverage),
        verdict=tried.verdict,
        checklists=tuple(
            ChecklistFigures(
                id,
                titles[id],
                _rounded(score.floor, TENTH),
                _rounded(score.ceiling, TENTH),
                _cut(score.coverage),
                score.scored,
            )
            for id, score in tried.scores.items()
            if id in titles and score.applicable
        ),
        split=_interval(money.effective_split, TENTH_OF_A_POINT),
        hourly_usd=_interval(money.effective_hourly_usd, CENT),
        take_home_usd=_interval(money.take_home_usd, CENT),
        pay_is_stated=money.pay_is_stated,
    )


def effect_between(before: Figures, after: Figures) -> Effect:
    """What becomes of the figures from one version to the other."""
    return Effect(
        _less(after.floor, before.floor),
        _less(after.ceiling, before.ceiling),
        _less_each(after.split, before.split),
        _less_each(after.hourly_usd, before.hourly_usd),
        _less_each(after.take_home_usd, before.take_home_usd),
    )


def rest_of(whole: Effect, parts: Sequence[Effect]) -> Effect:
    """What is left of a whole after its parts."""
    left = whole
    for part in parts:
        left = Effect(
            _less(left.floor, part.floor),
            _less(left.ceiling, part.ceiling),
            _less_each(left.split, part.split),
            _less_each(left.hourly_usd, part.hourly_usd),
            _less_each(left.take_home_usd, part.take_home_usd),
        )
    return left


def flag_moves(before: Tried, after: Tried) -> tuple[FlagMove, ...]:
    """The red flags whose state changes, in the order of the checklists; the gravest first."""
    old, new = ({flag.check: flag for flag in one.assessment.red_flags} for one in (before, after))
    moves = []
    for check, flag in {**old, **new}.items():
        was, is_now = old.get(check), new.get(check)
        states = was.state if was else None, is_now.state if is_now else None
        if states[0] != states[1]:
            moves.append(FlagMove(check, flag.title, flag.severity, *states))
    return tuple(sorted(moves, key=lambda move: ("critical", "high", "medium", "low").index(move.severity)))


def rise(move: FlagMove) -> int:
    """How much graver the state of a flag becomes: above 0 for the worse, below 0 for the better."""
    return STATES.index(move.after) - STATES.index(move.before)


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(value)))


def _rounded(value: float, step: Decimal) -> float:
    """Half up, away from zero, as figures are shown."""
    return float(_decimal(value).quantize(step, ROUND_HALF_UP)) + 0.0


def _cut(coverage: float) -> float:
    """What is known to a tenth of a percent, cut as it is shown, so that nothing is known more than it is."""
    return float((_decimal(coverage) + Decimal("1e-9")).quantize(TENTH_OF_A_POINT, ROUND_DOWN)) + 0.0


def _interval(found: Interval, step: Decimal) -> Interval:
    return Interval(_rounded(found.low, step), _rounded(found.likely, step), _rounded(found.high, step))


def _less(first: float, second: float) -> float:
    return float(_decimal(first) - _decimal(second)) + 0.0


def _less_each(first: Interval, second: Interval) -> Interval:
    return Interval(_less(first.low, second.low), _less(first.likely, second.likely), _less(first.high, second.high))
