"""What the reader brings to every offer.

In: the clinician file and the parameters. Out: `Reader`. Must not know offers. Where the clinician file is silent, the
published parameter is used and printed as assumed.
"""

from dataclasses import dataclass

from evaluator.economics.assumptions import Assumptions, OpenTerm, Parameter
from evaluator.economics.inputs import WEEKS_A_YEAR
from evaluator.offer.clinician import AboutMe
from evaluator.offer.narrowing import cases_in

WITH_OWN_CASES = ("physical_therapy",)
OWN_ESTIMATE = "Your own estimate, from your clinician file."


@dataclass(frozen=True, slots=True)
class Reader:
    """What the reader brings, with the parameters' values where the clinician file is silent.

    `tax_year` is the first of the `years` (1 or 2) that the figures cover.
    """

    about: AboutMe
    assumptions: Assumptions
    tax_year: int
    discipline: str
    years: int = 1

    @property
    def weeks(self) -> int:
        """Weeks that the figures cover."""
        return self.years * WEEKS_A_YEAR

    @property
    def tax_years(self) -> range:
        """The tax years that the figures cover."""
        return range(self.tax_year, self.tax_year + self.years)

    def parameter(self, name: str) -> Parameter:
        """The published parameter behind one of the reader's values."""
        return self.assumptions.reader[name]

    def open_term(self, name: str) -> OpenTerm:
        """What a term may mean that an offer leaves open, narrowed by what the reader knows better.

        A field of practice may have cases of its own (`pay.salary.physical_therapy`).
        """
        terms, own = self.assumptions.open_terms, self.about.narrow.get(name)
        known = terms.get(f"{name}.{self.discipline}") if self.discipline in WITH_OWN_CASES else None
        known = known or terms[name]
        if own is None:
            return known
        worst, likely, best = cases_in(known.unit, own)
        return known.model_copy(update={"worst": worst, "likely": likely, "best": best, "basis": OWN_ESTIMATE})

    def replaces(self, term: str) -> bool:
        """Whether the clinician file gives a term that the offer's own word would otherwise decide."""
        return term == "hours.documentation_minutes" and self.about.documentation_minutes is not None

    @property
    def hour_value_name(self) -> str:
        """The parameter that prices an hour in the reader's discipline."""
        return f"hour_value_{self.discipline}_usd"

    @property
    def hour_value_usd(self) -> float:
        """Dollars an hour of own unpaid time is worth; the profession's median wage if not given."""
        own = self.about.value_of_hour
        return own.likely if own else self.parameter(self.hour_value_name).only

    @property
    def weeks_off(self) -> float:
        """Weeks a year without sessions where the offer leaves it to the reader."""
        own = self.about.weeks_off
        return own.likely if own else self.parameter("weeks_off").only

    @property
    def missed_slot_used(self) -> float:
        """Share of a missed slot that serves for work already counted."""
        own = self.about.missed_slot_used
        return own.likely if own else self.parameter("missed_slot_used").only

    @property
    def other_wages_usd(self) -> float:
        """Wages a year from another job."""
        own = self.about.other_wages
        return own.likely if own else self.parameter("other_wages_usd").only

    @property
    def interest(self) -> float:
        """Interest a year that money which comes later costs; none unless the clinician file says so."""
        own = self.about.interest
        return own.likely if own else 0.0

    @property
    def filing_status(self) -> str:
        """Federal filing status."""
        return self.about.filing_status or str(self.parameter("filing_status").word)

    @property
    def counts_income_tax(self) -> bool:
        """Whether take-home is after federal income tax; not unless the clinician file asks for it."""
        return self.about.income_tax == "yes"

    @property
    def state_tax_share(self) -> float:
        """State income tax as a flat share of pay less own costs; zero, and said to be left out, if not given."""
        own = self.about.state_income_tax
        return own.likely if own else self.parameter("state_income_tax").only
