"""What an interview knows before anybody has answered: the catalogue, the words, the file that is gone on with.

In: the catalogue, the parameters, the day, and the text of a file, if there is one. Out: `Setting`. Must not hold
answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from evaluator.checklists import Catalogue
from evaluator.checklists.business_models import load_business_models
from evaluator.economics import Assumptions
from evaluator.interview.fields import Words
from evaluator.interview.file_before import Before, Row, read_before, wrong_beside
from evaluator.interview.wording import load_wording
from evaluator.offer import OfferFile, OfferProblems, Questions, parse_offer
from evaluator.offer.commenting import Wording
from evaluator.offer.glossary import term_descriptions
from evaluator.offer.shapes import terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.walking import Path

START = """\
# One job offer, written down by interview. What is left out was not stated; `vague` and `refused` mean that somebody
# asked. To go on where it stopped: evaluator new FILE. What each line means: evaluator explain NAME.
format: 1
"""


@dataclass(frozen=True)
class Setting:
    """What holds for the whole interview. `text` is the file gone on with, or the start of a new one.

    `there` is what that file holds; nothing for a new one.
    """

    catalogue: Catalogue
    assumptions: Assumptions
    today: date
    name: str
    text: str
    there: Before | None

    @property
    def before(self) -> OfferFile | None:
        """The offer in the file that is gone on with."""
        return None if self.there is None else self.there.offer

    @property
    def left_before(self) -> frozenset[Path]:
        """What was left out in an earlier session."""
        return frozenset() if self.there is None else self.there.left_out

    @property
    def unfinished(self) -> frozenset[Path]:
        """The lists and groups of the file that are not finished."""
        return frozenset() if self.there is None else self.there.unfinished

    @property
    def stands(self) -> frozenset[Path]:
        """What stands in the rows of the file, and in what is not finished."""
        return frozenset() if self.there is None else self.there.stands

    @property
    def rows(self) -> Mapping[Path, tuple[Row, ...]]:
        """The rows of the lists that stand in the file."""
        return {} if self.there is None else self.there.rows

    @cached_property
    def questions(self) -> Questions:
        """Every answer that an offer file may use."""
        return self.catalogue.questions()

    @cached_property
    def asked(self) -> Catalogue:
        """The checks of a comparison, without those of an owner's audit."""
        return self.catalogue.for_clinicians

    @cached_property
    def wording(self) -> Wording:
        """Sections in the order of a file, with the words above sections and groups."""
        terms = terms_of(Offer)
        headings = {tuple(name.split(".")): says for name, says in term_descriptions().items()}
        titles: dict[Path, str] = {(checklist.section,): checklist.title for checklist in self.catalogue.checklists}
        sections = [*terms, *(checklist.section for checklist in self.catalogue.checklists)]
        return Wording(tuple(dict.fromkeys(sections)), {**titles, **headings})

    @cached_property
    def words(self) -> Words:
        """The questions in plain words, readable choices, and the names of terms that figures would have to guess."""
        models = load_business_models().models
        kinds = {("offer.kind", str(kind)): f"{meaning.title}." for kind, meaning in models.items()}
        asked = load_wording()
        return Words({**kinds, **asked.answers()}, frozenset(self.assumptions.open_terms), asked)

    def read(self, text: str, leaving: frozenset[Path] = frozenset()) -> OfferFile:
        """The offer in a text, read without what is not finished yet, which may lack something but not be wrong.

        Raises `OfferProblems`.
        """
        if leaving:
            try:
                return parse_offer(text.encode(), file=self.name, questions=self.questions)
            except OfferProblems as found:
                if wrong := wrong_beside(found):
                    raise OfferProblems(wrong) from None
        return parse_offer(text.encode(), file=self.name, questions=self.questions, leaving=leaving)


def new_setting(
    catalogue: Catalogue,
    assumptions: Assumptions,
    today: date,
    name: str,
    text: str | None = None,
    above: str = "",
) -> Setting:
    """The setting of a new offer, or of a file gone on with. Raises `OfferProblems` where that file can't be used.

    `above` is a line to put above everything in a new file.
    """
    if text is None:
        return Setting(catalogue, assumptions, today, name, above + START, None)
    return Setting(catalogue, assumptions, today, name, text, read_before(text, name, catalogue.questions()))
