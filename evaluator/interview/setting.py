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
from evaluator.offer import Evidence, OfferFile, Questions, parse_offer
from evaluator.offer.commenting import Wording, marked_left_out
from evaluator.offer.glossary import term_descriptions
from evaluator.offer.shapes import Part, Single, telling_words, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.walking import Path

START = """\
# One job offer, written down by interview. What is left out was not stated; `vague` and `refused` mean that somebody
# asked. To go on where it stopped: evaluator new FILE. What each line means: evaluator explain NAME.
format: 1
"""


@dataclass(frozen=True)
class Setting:
    """What holds for the whole interview. `text` is the file gone on with, or the start of a new one."""

    catalogue: Catalogue
    assumptions: Assumptions
    today: date
    name: str
    text: str
    before: OfferFile | None
    left_before: frozenset[Path]

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
        """Readable words for the choices of the head and of pay, and the questions behind open terms."""
        models, silent = load_business_models().models, load_business_models().not_stated
        kinds = {("offer.kind", str(kind)): meaning.title for kind, meaning in models.items()}
        evidence = {("offer.evidence", one.value): one.says for one in Evidence}
        asks = {name: term.ask for name, term in self.assumptions.open_terms.items()}
        head = {"offer.kind": silent.model, "offer.engagement": silent.engagement, "pay.structure": silent.pay}
        return Words({**kinds, **evidence, **_structures()}, head, asks)

    def read(self, text: str) -> OfferFile:
        """The offer in a text. Raises `OfferProblems`."""
        return parse_offer(text.encode(), file=self.name, questions=self.questions)


def _structures() -> Mapping[tuple[str, str], str]:
    """What each pay structure is, in the words of its model; the word itself where two share a model."""
    found: dict[tuple[str, str], str] = {}
    pay = terms_of(Offer)["pay"].shape
    assert isinstance(pay, Part)
    for model in pay.models:
        words = telling_words(pay, model)
        shape = terms_of(model)["structure"]
        assert isinstance(shape.shape, Single)
        for word in words:
            also = f" ({word.replace('_', ' ')})" if len(words) > 1 else ""
            found["pay.structure", word] = shape.description.rstrip(".") + also
    return found


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
        return Setting(catalogue, assumptions, today, name, above + START, None, frozenset())
    before = parse_offer(text.encode(), file=name, questions=catalogue.questions())
    return Setting(catalogue, assumptions, today, name, text, before, frozenset(marked_left_out(text)))
