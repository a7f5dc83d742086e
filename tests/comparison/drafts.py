"""Second drafts of offers: the words of a file with some of them replaced, through the real reader.

In: sample offers. Out: their texts changed, and what differs. Must not hold expectations.
"""

from evaluator.checklists import load_catalogue
from evaluator.comparison.difference import difference
from evaluator.comparison.difference_model import Difference
from evaluator.economics import load_assumptions
from evaluator.offer import OfferFile, parse_offer
from evaluator.offer.clinician import AboutMe
from tests.comparison.samples import AS_OF, OFFERS

LAKESIDE = (OFFERS / "lakeside-group.yaml").read_text(encoding="utf-8")
FILLS = '{value: vague, evidence: verbal, quote: "you\'ll be full before you know it"}'
REVISED = (
    ("share: {value: 60%, evidence: contract,", "share: {value: 55%, evidence: contract,"),
    ("sixty percent of", "fifty-five percent of"),
    ("{no_show: 6%, late_cancel: 4%, refilled: 0%}", "{late_cancel: 4%, refilled: 0%}"),
    (f"weeks: {FILLS}", "weeks: {value: 12, evidence: contract}"),
    ("name: commercial one, mix: 60%", "name: Commercial 1, mix: 60%"),
    ("mix: 25%, allowed", "mix: 20%, allowed"),
    ("mix: 15%, allowed", "mix: 20%, allowed"),
    (
        "pause-intake: {answer: on_request, evidence: verbal}",
        "pause-intake: {answer: on_request, evidence: contract, where: §6}",
    ),
    ("non-compete: {answer: none, evidence: contract}", "non-compete: {answer: short_and_local, evidence: contract}"),
    ("  records-access: {answer: guaranteed, evidence: contract, where: §10}\n", ""),
    ('software: "$1,200"', 'record_system: "$1,200"'),
    ("  quality-review: vague\n", "  quality-review: refused\n"),
    ("clinicians: 14", "clinicians: 14.0"),
    (
        "  discharge: {answer: clinician, evidence: contract, where: §2}",
        "  discharge: {answer: clinician, evidence: verbal}",
    ),
    ("share-statement: nothing", "share-statement: summary"),
)
"""One of every kind of difference but a new order of a list."""


def replaced(text: str, *changes: tuple[str, str]) -> str:
    """The text with each of these words, which must be there, replaced by others."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def read_text(text: str, file: str = "second-draft.yaml") -> OfferFile:
    return parse_offer(text.encode(), file=file, questions=load_catalogue().questions())


def differing(old: OfferFile, new: OfferFile, about: AboutMe | None = None) -> Difference:
    return difference(
        old, new, catalogue=load_catalogue(), about=about or AboutMe(), assumptions=load_assumptions(), as_of=AS_OF
    )


def drafts() -> Difference:
    """The two drafts that most tests look at."""
    return differing(read_text(LAKESIDE, "first-draft.yaml"), read_text(replaced(LAKESIDE, *REVISED)))
