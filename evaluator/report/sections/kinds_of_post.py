"""Section "What kind of post this is": the model and the employment of each offer, and what each kind means.

In: a cleaned Comparison and the labels of its offers. Out: `KindsOfPostView`, finished words. Must not guess a kind.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from evaluator.checklists.kinds_of_post import ASPECTS, KindText
from evaluator.comparison.model import Comparison
from evaluator.report.naming import GROUP, Label

NOT_STATED = "Not stated"
_ASPECTS = {"autonomy": "Autonomy", "cost": "Cost", "risk": "Risk", "tax": "Tax", "brand": "Brand"}


@dataclass(frozen=True, slots=True)
class PostRow:
    """One offer with its model and the way of being engaged, and what to ask where it leaves one open."""

    label: Label
    model: str
    employment: str
    to_ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindColumn:
    """One kind: its name, the letters of the offers that are of it, what it is."""

    title: str
    offers: str
    says: str


@dataclass(frozen=True, slots=True)
class KindTable:
    """Up to three kinds side by side: one row for each aspect, then what to ask."""

    heading: str
    columns: tuple[KindColumn, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    ask: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class KindsOfPostView:
    """The section about kinds of posts."""

    name: ClassVar[str] = "kinds_of_post"
    heading: ClassVar[str] = "What kind of post this is"

    rows: tuple[PostRow, ...]
    tables: tuple[KindTable, ...]
    sources: tuple[str, ...]


def build_kinds_of_post(comparison: Comparison, labels: dict[str, Label]) -> KindsOfPostView | None:
    """Kinds of all offers, each kind explained once; none for a Comparison that was saved without them."""
    kinds = comparison.kinds
    if kinds is None:
        return None
    titles = {text.id: text.title for text in (*kinds.models, *kinds.employment)}
    marks = {
        kind: ", ".join(labels[post.offer].mark for post in kinds.offers if kind in (post.model, post.employment))
        for kind in titles
    }
    cited = (source for text in (*kinds.models, *kinds.employment) for source in text.sources)
    return KindsOfPostView(
        rows=tuple(
            PostRow(
                labels[post.offer],
                titles.get(post.model or "", NOT_STATED),
                titles.get(post.employment or "", NOT_STATED),
                post.to_ask,
            )
            for post in kinds.offers
        ),
        tables=(
            *_tables("The organisation", kinds.models, marks),
            *_tables("How you would be engaged", kinds.employment, marks),
        ),
        sources=tuple(dict.fromkeys(cited)),
    )


def _tables(heading: str, texts: tuple[KindText, ...], marks: dict[str, str]) -> Iterable[KindTable]:
    """The kinds in tables of at most three columns, as even as possible."""
    tables = -(-len(texts) // GROUP)
    size = -(-len(texts) // tables) if tables else 1
    for start in range(0, len(texts), size):
        part = texts[start : start + size]
        yield KindTable(
            heading=heading if start == 0 else f"{heading}, continued",
            columns=tuple(KindColumn(text.title, marks[text.id], text.says) for text in part),
            rows=tuple((_ASPECTS[aspect], tuple(str(getattr(text, aspect)) for text in part)) for aspect in ASPECTS),
            ask=tuple(text.ask for text in part),
        )
