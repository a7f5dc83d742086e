"""What to ask before signing, by what an answer could change.

In: one evaluation. Out: its `Question`s. Must not word anything anew: the checklists and parameters hold the words.
"""

from collections.abc import Sequence

from evaluator.checklists import Catalogue, open_questions
from evaluator.checklists.findings import Depth, Whom
from evaluator.comparison.evaluate import Evaluation
from evaluator.comparison.model import Question

KNOWS_BEST: dict[str, Whom] = {
    "attendance": "billing_office",
    "collections": "billing_office",
    "hours": "colleagues",  # how long the work takes is known by those who do it
}
"""Who can best answer a question about a money term, by the part of the offer file; else whoever makes the offer."""


def worth_asking(evaluation: Evaluation, catalogue: Catalogue, depth: Depth = "core") -> tuple[Question, ...]:
    """The open questions of one offer: unknown critical flags first, then those high in either ranking, then what was
    said already and only needs to be put into the contract. Those that may not be about this offer come after the
    others of their kind.

    The two rankings, points and dollars an hour, are merged by the better of a question's two places, so that the first
    few questions hold the first few of both.
    """
    questions = [*_about_checks(evaluation, catalogue, depth), *_about_terms(evaluation)]
    by_score = _places(questions, [question.score_gain for question in questions])
    by_money = _places(questions, [question.hourly_swing_usd for question in questions])
    order = sorted(
        range(len(questions)),
        key=lambda i: (
            questions[i].already_said,
            not questions[i].critical,
            questions[i].check in evaluation.assessment.unsure,
            min(by_score[i], by_money[i]),
            by_money[i],
            by_score[i],
            i,
        ),
    )
    return tuple(questions[i] for i in order)


def _about_checks(evaluation: Evaluation, catalogue: Catalogue, depth: Depth) -> list[Question]:
    outcomes = {finding.check: finding.outcome for finding in evaluation.assessment.findings}
    return [
        Question(
            ask=row.ask,
            score_gain=row.gain,
            hourly_swing_usd=0.0,
            check=row.check,
            critical=row.critical,
            already_said=outcomes[row.check] in ("met", "partly", "not_met"),
            whom=catalogue.whom(row.check),
        )
        for row in open_questions(catalogue, evaluation.assessment, depth)
    ]


def _about_terms(evaluation: Evaluation) -> list[Question]:
    """Open terms that move pay for an hour or take-home; a swing of under a cent is not worth a question."""
    return [
        Question(
            ask=row.ask,
            score_gain=0.0,
            hourly_swing_usd=row.hourly_swing_usd,
            term=row.term,
            whom=KNOWS_BEST.get(row.term.split(".")[0], "hiring"),
        )
        for row in evaluation.appraisal.money.unknowns
        if row.hourly_swing_usd >= 0.005 or row.take_home_swing_usd >= 0.5
    ]


def _places(questions: Sequence[Question], values: Sequence[float]) -> list[float]:
    """The place of each question in one ranking, from 0; a question without effect on it has none (infinity)."""
    order = sorted(range(len(questions)), key=lambda i: -values[i])
    places = [float("inf")] * len(questions)
    for place, i in enumerate(order):
        if values[i] > 0:
            places[i] = float(place)
    return places
