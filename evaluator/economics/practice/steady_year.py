"""The year of an average clinician of the books, as the engine takes it.

In: a practice file and the parameters. Out: `SteadyYear`, from which the engine's years are made case by case. Must not
fill in what the books leave out: that stays open, between the worst and the best that is known.

Only proportions are used, so the year has round figures: a full caseload from the first week, and $100 collected of
each session whoever pays, so that a payer's share of sessions is its share of collections.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evaluator.economics.assumptions import Assumptions
from evaluator.economics.cases import build_inputs, case_values
from evaluator.economics.inputs import Array, Values
from evaluator.economics.money_term import MoneyTerm
from evaluator.economics.money_terms import money_terms
from evaluator.economics.payers import payers_of
from evaluator.economics.practice.whole_year import WEEKS_A_YEAR
from evaluator.economics.reader import Reader
from evaluator.economics.stress import Year, planned_year
from evaluator.offer.books import PayerPart
from evaluator.offer.clinician import AboutMe
from evaluator.offer.practice import PracticeFile
from evaluator.offer.terms import Offer, OfferFile

COLLECTED_USD = 100.0
YEARS = 2  # a caseload that fills slowly may take more than one
_MATTERS = ("attendance.", "collections.", "caseload.ramp.")


@dataclass(frozen=True, slots=True)
class SteadyYear:
    """The year of an average clinician: terms, and the names of those that the books leave open."""

    offer_file: OfferFile
    reader: Reader
    terms: dict[str, MoneyTerm]
    open_names: tuple[str, ...]

    def year(self, choices: Array) -> Year:
        """The year under each row of choices, shape (cases, open names): -1 worst, 0 likely, 1 best."""
        values = self._with_equal_sessions(case_values(self.terms, choices, self.open_names))
        inputs = build_inputs(self.offer_file, self.terms, values, self.reader)
        return planned_year(self.offer_file.offer, values, inputs)

    def _with_equal_sessions(self, values: Values) -> Values:
        """The same with allowed amounts of which every payer's session brings in the same in every case."""
        offer, equal = self.offer_file.offer, dict(values)
        for index, payer in enumerate(payers_of(offer, values)):
            name = f"collections.payers.{index}.allowed"
            collected = payer.money().collected_usd
            equal[name] = values[name] * COLLECTED_USD / np.maximum(collected, 1e-9)
        return equal


def steady_year(
    practice: PracticeFile, known: Assumptions, payers: Sequence[PayerPart], *, filling: bool = False, years: int = 1
) -> SteadyYear:
    """The average clinician's year with these payers, full from the first week, or `filling` as a new clinician's."""
    offer = Offer.model_validate(_as_offer(practice, known, payers, filling))
    file = OfferFile("books", "", "", "", offer, answers={}, facts={}, warnings=())
    # The year decides on payroll tax alone, which changes no collections: any year that has parameters will do.
    newest = max(known.payroll_tax["wage_base_usd"].values)
    reader = Reader(AboutMe(), known, newest - YEARS + 1, practice.practice.discipline or "psychotherapy", years)
    terms = dict(money_terms(file, reader))
    names = tuple(name for name, term in terms.items() if term.is_open and name.startswith(_MATTERS))
    return SteadyYear(file, reader, terms, names)


def mean_weeks(practice: PracticeFile, known: Assumptions) -> float:
    """Worked weeks of an average clinician; the usual number for those of whom the books do not say it."""
    usual = WEEKS_A_YEAR - known.reader["weeks_off"].only
    return sum(row.weeks or usual for row in practice.clinicians) / len(practice.clinicians)


def _as_offer(
    practice: PracticeFile, known: Assumptions, payers: Sequence[PayerPart], filling: bool
) -> dict[str, object]:
    """The books in the words of an offer; what they leave out is left out here, too."""
    attendance = {"no_show": practice.attendance.no_show, "late_cancel": practice.attendance.late_cancel}
    refill = practice.turnover.refill
    ramp: dict[str, object] = {"weeks": "0"}
    if filling:
        ramp = {} if refill is None else {"weeks": {"low": f"{refill.low}", "high": f"{refill.high}"}}
    return {
        "format": "1",
        "offer": {"name": "books", "engagement": "contractor", "evidence": "contract"},
        "pay": {"structure": "per_session", "rate": "$1"},
        "caseload": {"sessions_per_week": "20", "ramp": ramp},
        "attendance": {**{name: _share(value) for name, value in attendance.items() if value is not None},
                       "refilled": "0%"},
        "collections": {"payers": [_payer(row) for row in payers]} if payers else {"per_session": f"${COLLECTED_USD}"},
        "hours": {"weeks_off": f"{WEEKS_A_YEAR - mean_weeks(practice, known):.9f}"},
    }  # fmt: skip


def _payer(row: PayerPart) -> dict[str, object]:
    """One payer. Books count what came in, so nothing of the clients' part is lost and nothing else cut."""
    said: dict[str, object] = {"name": row.name, "mix": _share(row.mix), "allowed": f"${COLLECTED_USD}"}
    said |= {"patient_part_collected": "100%"}
    if row.paid_by == "clients":
        return {**said, "patient_share": "100%"}
    rates = {"patient_share": row.patient_part, "denied": row.denied, "recovered": row.recovered}
    given = {name: _share(value) for name, value in rates.items() if value is not None}
    return {**said, "other_reductions": "0%", **given}


def _share(value: float) -> str:
    return f"{value * 100:.9f}%"


def readings(payers: Sequence[PayerPart]) -> tuple[tuple[PayerPart, ...], ...]:
    """The payers as the books say them; where they leave open who pays, once as an insurer, once as clients."""
    if all(row.paid_by is not None for row in payers):
        return (tuple(payers),)

    def read_as(word: str) -> tuple[PayerPart, ...]:
        return tuple(row if row.paid_by else row.model_copy(update={"paid_by": word}) for row in payers)

    return read_as("insurer"), read_as("clients")
