"""Which models fit the answers that somebody gave, how well, and why.

In: a `DecisionGuide`, the `BusinessModels`, the chosen answers. Out: a `Guidance`: every model with all that speaks for
it and against it. Must not fill in an answer: a question that was not answered counts for nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evaluator.checklists.business_models import BusinessModels
from evaluator.checklists.decision_guide import Chosen, DecisionGuide
from evaluator.offer.choices import Kind

HowWell = Literal["well", "partly", "undecided", "badly"]

FEWEST_ANSWERS = 3
"""With fewer answers than this nothing is said about which model fits."""

TOO_LITTLE = f"Too little is answered to say which model fits: answer at least {FEWEST_ANSWERS} questions."

WELL = 0.5
"""A model fits well when what speaks for it, less what speaks against it, is at least this share of the answers."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a model fits or does not: the question, the answer given, and what follows from it."""

    question: str
    title: str
    answer: str
    answered: str
    says: str


@dataclass(frozen=True, slots=True)
class ModelFit:
    """How one model fits.

    `rank` counts from 1 and is `shared` by models that fit equally. `net` is the number of reasons for the model less
    the number against it. `fit` is none where too little was answered. `ask` are the questions to put to such a model.
    """

    model: str
    title: str
    rank: int
    shared: bool
    net: int
    fit: HowWell | None
    speaks_for: tuple[Reason, ...]
    speaks_against: tuple[Reason, ...]
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guidance:
    """The end of the guide.

    `leading` are the models of rank 1, where enough was answered and more speaks for them than against them; `says`
    puts that into words. `open` are the questions that were not answered.
    """

    answered: int
    asked: int
    leading: tuple[str, ...]
    says: str
    fits: tuple[ModelFit, ...]
    open: tuple[str, ...]


def weigh(guide: DecisionGuide, models: BusinessModels, chosen: Chosen) -> Guidance:
    """Every model with its reasons, best fit first; equal fits share a rank and keep the order of the file.

    Each answer counts one for a model, one against it, or nothing. `KeyError` for an answer that the guide lacks.
    """
    reasons: dict[Kind, tuple[list[Reason], list[Reason]]] = {kind: ([], []) for kind in models.models}
    for kind, speaks_for, reason in _reasons(guide, chosen):
        reasons[kind][0 if speaks_for else 1].append(reason)
    net = {kind: len(pro) - len(con) for kind, (pro, con) in reasons.items()}
    enough = len(chosen) >= FEWEST_ANSWERS
    fits = tuple(
        ModelFit(
            model=kind,
            title=models.models[kind].title,
            rank=1 + sum(other > net[kind] for other in net.values()),
            shared=sum(other == net[kind] for other in net.values()) > 1,
            net=net[kind],
            fit=_fit(net[kind], len(chosen)) if enough else None,
            speaks_for=tuple(reasons[kind][0]),
            speaks_against=tuple(reasons[kind][1]),
            ask=models.models[kind].ask,
        )
        for kind in sorted(reasons, key=lambda kind: -net[kind])
    )
    leading = tuple(fit for fit in fits if fit.rank == 1 and fit.net > 0)
    return Guidance(
        answered=len(chosen),
        asked=len(guide.questions),
        leading=tuple(fit.model for fit in leading) if enough else (),
        says=_says(leading) if enough else TOO_LITTLE,
        fits=fits,
        open=tuple(question.ask for question in guide.questions if question.id not in chosen),
    )


def _reasons(guide: DecisionGuide, chosen: Chosen) -> Iterator[tuple[Kind, bool, Reason]]:
    questions = guide.by_id
    unknown = [name for name in chosen if name not in questions]
    if unknown:
        raise KeyError(unknown[0])
    for question in guide.questions:
        if question.id not in chosen:
            continue
        word = chosen[question.id]
        answer = question.answers[word]
        for speaks_for, sentences in ((True, answer.for_), (False, answer.against)):
            for kind, says in sentences.items():
                yield kind, speaks_for, Reason(question.id, question.title, word, answer.says, says)


def _fit(net: int, answered: int) -> HowWell:
    if net >= WELL * answered:
        return "well"
    if net > 0:
        return "partly"
    return "undecided" if net == 0 else "badly"


def _says(leading: tuple[ModelFit, ...]) -> str:
    """Who leads, in a sentence that does not claim more than the answers do."""
    if not leading:
        return "No model has more that speaks for it than against it. Your answers pull in different directions."
    names = [fit.title for fit in leading]
    if len(names) > 1:
        joined = f"{', '.join(names[:-1])} and {names[-1]}"
        return f"{joined} fit your answers equally. Look at the reasons to see how they differ."
    how = "fits your answers best, and well" if leading[0].fit == "well" else "fits your answers best, but only in part"
    return f"{names[0]} {how}."
