"""What offers are called in a report: a letter, a name, a short name.

In: a Comparison with cleaned texts. Out: one `Label` for each offer, in the order of the inputs. Must not print.
"""

from collections import Counter
from dataclasses import dataclass
from string import ascii_uppercase

from evaluator.comparison.model import Comparison, OfferResult

GROUP = 4  # offers side by side in one table; more would leave columns too narrow to read
SIDEWAYS = 6  # offers side by side on a page turned sideways: its columns are as wide as four on one that is not
_KINDS = {"ipa": "independent practice association", "mso": "management services organization"}


@dataclass(frozen=True, slots=True)
class Label:
    """How one offer is named: `mark` is its letter, `title` its full name, `detail` what kind of offer it is."""

    mark: str
    title: str
    detail: str


def label_offers(comparison: Comparison) -> dict[str, Label]:
    """Labels by offer id. The organization joins the name where two offers would read the same."""
    names = Counter(offer.name for offer in comparison.offers)
    labels = {}
    for number, offer in enumerate(comparison.offers):
        shared = names[offer.name] > 1 and offer.organization
        title = f"{offer.organization}: {offer.name}" if shared else offer.name
        title += " (your present job)" if offer.baseline else ""
        labels[offer.id] = Label(mark_of(number), title, _detail(offer, title))
    return labels


def named_with_pay(label: Label, pay: str | None) -> str:
    """An offer by its name and the pay that it states: `Harbor salary, $78,000 a year`."""
    return f"{label.title}, {pay}" if pay else label.title


def grouped(offers: tuple[OfferResult, ...], *, sideways: bool = False) -> tuple[tuple[OfferResult, ...], ...]:
    """The offers in groups of at most four, as even as possible: five make three and two.

    With `sideways`, five or six stay together, for a section that turns its pages for them. Seven or eight don't: two
    tables of four are read more easily than columns of a finger's width.
    """
    together = sideways and GROUP < len(offers) <= SIDEWAYS
    tables = 1 if together else -(-len(offers) // GROUP) or 1
    size = -(-len(offers) // tables)
    return tuple(offers[start : start + size] for start in range(0, len(offers), max(size, 1)))


def mark_of(number: int) -> str:
    """The letter of an offer by its place from 0: A to Z, then AA."""
    return (
        ascii_uppercase[number] if number < 26 else f"{ascii_uppercase[number // 26 - 1]}{ascii_uppercase[number % 26]}"
    )


def _detail(offer: OfferResult, title: str) -> str:
    organization = offer.organization if offer.organization and offer.organization not in title else None
    parts = (organization, _plain_word(offer.kind), _plain_word(offer.engagement), offer.state)
    return " · ".join(part for part in parts if part)


def _plain_word(word: str | None) -> str | None:
    return None if word is None else _KINDS.get(word, word.replace("_", " "))
