"""Who leads by effective hourly value, and how surely (report.md, section 1).

In: evaluations in order of rank. Out: a `Lead`. Must not let scores change who leads: money and fit stay two things. It
only says where the leader by money has a verdict that a reader must not miss.
"""

from collections.abc import Sequence

from evaluator.comparison.evaluate import Evaluation
from evaluator.comparison.model import Lead, Standing
from evaluator.comparison.pay_headline import headline_in_words, pay_headline
from evaluator.economics import Interval, hourly_difference
from evaluator.offer.fingerprint import fingerprint

TOO_CLOSE = 0.03
"""Likely values that differ by less than this share are too close to call when the difference may be zero."""

QUESTIONS_THAT_DECIDE = 3


def find_lead(ranked: Sequence[Evaluation]) -> Lead:
    """How the first offer stands against the second; an offer alone leads nobody."""
    leader = ranked[0]
    if len(ranked) == 1:
        return Lead("only_one", leader.offer_file.id, None, None, _alone(leader), ())
    second = ranked[1]
    ids = leader.offer_file.id, second.offer_file.id
    silence = _silence(leader, second)
    if silence is not None:
        return Lead("pay_not_stated", *ids, None, silence + _caution(leader), _deciding_questions(leader, second))
    if fingerprint(leader.offer_file) == fingerprint(second.offer_file):
        name = leader.offer_file.offer.offer.name
        says = f"{name} stands here more than once and says exactly the same, so there is nothing to choose by."
        return Lead("too_close", *ids, None, says + _caution(leader), ())
    difference = hourly_difference(leader.appraisal, second.appraisal)
    standing = _standing(difference, leader, second)
    decided_by = () if standing == "ahead" else _deciding_questions(leader, second)
    says = _sentence(standing, leader, second, difference) + _caution(leader)
    return Lead(standing, *ids, difference, says, decided_by)


def _alone(offer: Evaluation) -> str:
    """What an offer without a rival comes to: what is left of its headline, an hour and a year."""
    name, money = offer.offer_file.offer.offer.name, offer.appraisal.money
    if not money.pay_is_stated:
        return f"{name} does not say what it pays. Until it does, its figures rest on what such offers usually pay."
    words = pay_headline(offer.offer_file.offer.pay)
    headline = headline_in_words(money.structure, words, f"{money.headline_split.likely:.1%}")
    return (
        f"{headline} becomes {money.effective_split.likely:.1%} of what a full caseload could bring in: "
        f"${money.effective_hourly_usd.likely:,.2f} for each hour really worked."
    )


def _standing(difference: Interval, leader: Evaluation, second: Evaluation) -> Standing:
    if difference.low > 0:
        return "ahead"
    larger = max(abs(one.appraisal.money.effective_hourly_usd.likely) for one in (leader, second))
    return "too_close" if difference.likely < TOO_CLOSE * larger else "likely_ahead"


def _sentence(standing: Standing, leader: Evaluation, second: Evaluation, difference: Interval) -> str:
    first, other = (one.offer_file.offer.offer.name for one in (leader, second))
    gap = f"${difference.likely:,.2f} an hour"
    match standing:
        case "ahead":
            return (
                f"By pay for each hour really worked, {first} is ahead of {other} whatever the open answers are: {gap}."
            )
        case "likely_ahead":
            return (
                f"By pay for each hour really worked, {first} is likely ahead of {other}, by {gap} if open terms "
                f"turn out as assumed; the open answers could still turn it around."
            )
        case _:
            return f"By pay for each hour really worked, {first} and {other} are too close to call."


def _silence(leader: Evaluation, second: Evaluation) -> str | None:
    """What is to be said where pay is not stated; none where both state it.

    The figures of such an offer are what it would pay if its pay were as assumed, so no lead may be told in dollars.
    """
    money = second.appraisal.money
    first, other = (one.offer_file.offer.offer.name for one in (leader, second))
    if money.pay_is_stated:
        return None  # an offer that does not state its pay ranks after those that do
    if not leader.appraisal.money.pay_is_stated:
        return f"Neither {first} nor {other} says what it pays, so money can't put them in order."
    hour = f"${leader.appraisal.money.effective_hourly_usd.likely:,.2f}"
    return (
        f"{other} does not say what it pays, so it can't be set against {first}, which comes to {hour} for each hour "
        f"really worked. Ask for its pay first."
    )


def _caution(leader: Evaluation) -> str:
    """A sentence on a verdict that stands against the leader's money; nothing where there is none."""
    if leader.verdict.id not in ("stop", "not_enough", "weak", "ask_first"):
        return ""
    name = leader.offer_file.offer.offer.name
    return f" That is about money alone. The verdict on {name} is: {leader.verdict.says}."


def _deciding_questions(leader: Evaluation, second: Evaluation) -> tuple[str, ...]:
    """The open terms of the two with the largest swing of effective hourly value, each said with its offer."""
    rows = [
        (row.hourly_swing_usd, evaluation.offer_file.offer.offer.name, row.ask)
        for evaluation in (leader, second)
        for row in evaluation.appraisal.money.unknowns
        if row.hourly_swing_usd > 0
    ]
    rows.sort(key=lambda row: (-row[0], row[1], row[2]))
    return tuple(f"{name}: {ask}" for _, name, ask in rows[:QUESTIONS_THAT_DECIDE])
