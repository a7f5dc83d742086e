"""What kind of post an offer is, in plain words: frozen records, part of the Comparison.

In: nothing. Out: the words on a model or a way of being engaged, and which of them an offer has. Must not compute, nor
load a file: reading a saved comparison needs no more than this.
"""

from dataclasses import dataclass
from typing import Literal

Aspect = Literal["autonomy", "cost", "risk", "tax", "brand"]
EmploymentType = Literal["employee_with_salary", "employee_paid_by_work", "contractor", "partner"]

ASPECTS: tuple[Aspect, ...] = ("autonomy", "cost", "risk", "tax", "brand")


@dataclass(frozen=True, slots=True)
class KindText:
    """What one model, or one way of being engaged, means for the one who takes the post.

    `ask` are whole questions. `sources` are already in words: title, organisation, year.
    """

    id: str
    title: str
    says: str
    autonomy: str
    cost: str
    risk: str
    tax: str
    brand: str
    ask: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindOfPost:
    """The model and the way of being engaged of one offer, as ids of `KindText`s.

    Each is none where the offer does not say; `to_ask` then holds the question that would settle it.
    """

    offer: str
    model: str | None
    employment: str | None
    to_ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindsOfPost:
    """The kinds of all offers, and the words on those kinds that at least one offer has, each once."""

    offers: tuple[KindOfPost, ...]
    models: tuple[KindText, ...]
    employment: tuple[KindText, ...]
