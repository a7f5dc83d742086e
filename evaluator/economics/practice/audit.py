"""The whole audit of a practice's books.

In: a practice file, and the split to audit if it is not the one in the file. Out: `PracticeFigures`. Must not read
files or know offers.
"""

from collections.abc import Sequence

from evaluator.economics.assumptions import Assumptions, load_assumptions
from evaluator.economics.practice import whole_year
from evaluator.economics.practice.bad_years import bad_years
from evaluator.economics.practice.collections_ledger import collections_ledger
from evaluator.economics.practice.cost_base import CostBase, cost_base
from evaluator.economics.practice.diagnosis import diagnose
from evaluator.economics.practice.figures import AtChosenSplit, Figure, FunctionSpending, PracticeFigures, SplitOutcome
from evaluator.economics.practice.functions import function_spending
from evaluator.economics.practice.outcome import split_outcome
from evaluator.economics.practice.over_caseload import over_caseload
from evaluator.economics.practice.rtm import rtm_month
from evaluator.economics.practice.share_ledger import cost_lines, share_ledger
from evaluator.economics.practice.splits import KEYS_FORMULA, TARGETS_FORMULA, splits_by_key, target_splits
from evaluator.economics.practice.turnover import turnover_splits
from evaluator.offer.practice import PracticeFile

_MARGINS = ("margin_low", "margin_middle", "margin_high")
_COMMON_SPLITS = ("common_split_low", "common_split_middle", "common_split_high")


def audit_practice(practice: PracticeFile, chosen_share: float | None) -> PracticeFigures:
    """What the books come to. `chosen_share` (0 to 1) is then every clinician's split; None takes those of the file.

    Raises `ValueError` for a share outside 0 to 1. Figures are of the year of the books, as it would be at that split.
    """
    if chosen_share is not None and not 0 <= chosen_share <= 1:
        raise ValueError(f"a split of {chosen_share} is not between 0 and 1")
    known, base, pay = load_assumptions(), cost_base(practice), practice.pay
    functions = function_spending(practice, cost_lines(practice, base))
    splits = _chosen_splits(practice, chosen_share)
    chosen = None if splits is None else _at(practice, base, functions, splits, chosen_share is None, known)
    target = pay.target_margin or 0.0
    return PracticeFigures(
        name=practice.practice.name,
        as_of=practice.practice.as_of,
        clinicians=base.headcount,
        collections=whole_year.collected(base),
        kept_sessions=whole_year.kept(base),
        shared_costs=whole_year.shared(base),
        owner_wage=whole_year.owner_wage(base),
        targets=target_splits(base, [known.practice[name].only for name in _MARGINS], pay.target_margin),
        targets_formula=TARGETS_FORMULA,
        keys=splits_by_key(base, target),
        keys_formula=KEYS_FORMULA,
        tried=_tried(base, chosen, known),
        chosen=chosen,
        functions=functions,
        turnover=turnover_splits(base, practice.turnover, known.practice_ranges, sorted({0.0, target})),
        reserve=whole_year.reserve_weeks(practice, base),
        largest_payer=whole_year.largest_payer(practice),
        rtm=None if practice.rtm is None else rtm_month(practice.rtm, base, known),
        left_out=_left_out(practice, splits is not None),
    )


def _chosen_splits(practice: PracticeFile, chosen_share: float | None) -> tuple[float, ...] | None:
    """One split for each clinician, or None where the books leave out any."""
    if chosen_share is not None:
        return tuple(chosen_share for _ in practice.clinicians)
    common = practice.pay.share
    splits = [row.share if row.share is not None else common for row in practice.clinicians]
    known = tuple(split for split in splits if split is not None)
    return known if len(known) == len(splits) else None


def _at(
    practice: PracticeFile,
    base: CostBase,
    functions: Sequence[FunctionSpending],
    splits: Sequence[float],
    from_books: bool,
    known: Assumptions,
) -> AtChosenSplit:
    paid = sum(split * row.collections for split, row in zip(splits, base.clinicians, strict=True))
    # Where all splits are the same, the mean is that split and not a rounding away from it.
    mean = splits[0] if len(set(splits)) == 1 else paid / base.collections_usd
    ledger = collections_ledger(base, splits)
    drawn = practice.owner.drawn if practice.owner else None
    return AtChosenSplit(
        mean,
        from_books,
        ledger,
        share_ledger(practice, base, ledger),
        split_outcome(base, mean, is_chosen=True),
        diagnose(base, functions, mean, drawn, _unpaid_admin(practice, known)),
        over_caseload(practice, base, ledger, known),
        bad_years(practice, base, mean, known),
    )


def _tried(base: CostBase, chosen: AtChosenSplit | None, known: Assumptions) -> tuple[SplitOutcome, ...]:
    common = [known.practice[name].only for name in _COMMON_SPLITS]
    own = [] if chosen is None else [chosen.outcome]
    others = [split_outcome(base, split) for split in common if chosen is None or split != chosen.split]
    return tuple(sorted([*own, *others], key=lambda outcome: outcome.split))


def _unpaid_admin(practice: PracticeFile, known: Assumptions) -> Figure | None:
    """What the office work that clinicians do unpaid is worth in a year; None where the books do not give its hours."""
    admin = practice.unpaid_admin
    if admin is None:
        return None
    usual = whole_year.WEEKS_A_YEAR - known.reader["weeks_off"].only
    weeks = sum(row.weeks or usual for row in practice.clinicians)
    published = known.reader[f"hour_value_{practice.practice.discipline or 'psychotherapy'}_usd"]
    worth = published.only if admin.hour_worth is None else admin.hour_worth
    basis = f", at ${published.only:.2f}: {published.source}" if admin.hour_worth is None else ""
    words = f"hours a worked week × worked weeks of all clinicians × what an hour is worth{basis}"
    return Figure("Office work that clinicians do unpaid", admin.hours_per_week * weeks * worth, "usd", words)


def _left_out(practice: PracticeFile, has_split: bool) -> tuple[str, ...]:
    """What the books are silent on, in whole sentences."""
    lacks = {
        "No split is named, so what is left at it, and who goes short, was not worked out.": not has_split,
        "The owner's hours are not given, so that work counts as nothing and splits look higher than they are.": (
            practice.owner is None
        ),
        "No function has a market price, so nothing is concluded on whether enough is spent on them.": (
            not any(row.market is not None for row in practice.functions or ())
        ),
        "Unpaid office work of clinicians is not given, so it is not priced.": practice.unpaid_admin is None,
        "By how much a caseload above the cap raises the chance of leaving is not given; the table shows how much it "
        "may rise.": practice.caseload.rise_in_leaving is None,
    }
    return tuple(says for says, lacking in lacks.items() if lacking)
