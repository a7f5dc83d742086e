"""Kinds of posts and notes for comparisons made by hand.

In: offers made by hand. Out: `KindsOfPost` and `Note`s, the kinds with the words of the package. Must not compare.
"""

from collections.abc import Sequence
from dataclasses import replace

from evaluator.checklists.business_models import employment_type, kind_text, load_business_models
from evaluator.checklists.kinds_of_post import KindOfPost, KindsOfPost, KindText
from evaluator.comparison.model import Comparison, Note, OfferResult


def made_kinds(offers: Sequence[OfferResult]) -> KindsOfPost:
    """The kinds that the offers name; a word that is no kind counts as not stated, and asks."""
    known = load_business_models()
    models = {kind: kind_text(kind, meaning) for kind, meaning in known.models.items()}
    ways = {kind: kind_text(kind, meaning) for kind, meaning in known.employment.items()}
    posts = []
    for offer in offers:
        engagement = offer.engagement if offer.engagement in ("employee", "contractor", "partner") else None
        way = employment_type(engagement, "salary")  # type: ignore[arg-type]
        model = offer.kind if offer.kind in models else None
        posts.append(KindOfPost(offer.id, model, way, () if model and way else (known.not_stated.model,)))
    return KindsOfPost(
        tuple(posts),
        tuple(text for kind, text in models.items() if kind in {post.model for post in posts}),
        tuple(text for kind, text in ways.items() if kind in {post.employment for post in posts}),
    )


def made_notes(comparison: Comparison) -> Comparison:
    """With one note of each kind on its first offer."""
    first = comparison.offers[0]
    notes = (
        Note("split-is-not-pay", "A higher split means higher pay.", f"{first.name} is number 1.", (first.id,)),
        Note("leads-are-not-choice", "If they supply clients, they choose.", f"{first.name}: no.", (first.id,)),
        Note("support-is-not-control", "More support means less autonomy.", f"{first.name} has both.", (first.id,)),
        Note("control-is-not-support", "Oversight is a kind of support.", f"{first.name}: it isn't.", (first.id,)),
    )
    return replace(comparison, notes=notes)


def few_words(comparison: Comparison) -> Comparison:
    """Kinds in a few words that no package file holds, one offer of which the kind is not known, and all notes."""
    first, *others = (offer.id for offer in comparison.offers)
    model = KindText(
        "group", "Group practice", "It shares.", "Some.", "Low.", "Shared.", "Yours.", "Theirs.", (), ("A source",)
    )
    way = KindText(
        "contractor", "Contractor", "You bill it.", "", "", "", "Both halves.", "", ("Who sets the hours?",), ()
    )
    posts = (
        KindOfPost(first, model.id, way.id),
        *(KindOfPost(other, None, way.id, ("What kind of practice is it?",)) for other in others),
    )
    return replace(made_notes(comparison), kinds=KindsOfPost(posts, (model,), (way,)))


def spoiled_kinds(comparison: Comparison, text: str) -> Comparison:
    """With this text in every word about kinds, and in every note."""
    kinds = comparison.kinds
    assert kinds is not None
    some = KindText("platform", text, text, text, text, text, text, text, (text,), (text,))
    posts = tuple(replace(post, model=some.id, employment=None, to_ask=(text,)) for post in kinds.offers)
    notes = tuple(replace(note, belief=text, says=text) for note in made_notes(comparison).notes)
    return replace(comparison, kinds=KindsOfPost(posts, (some,), ()), notes=notes)
