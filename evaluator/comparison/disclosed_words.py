"""What the keys of an offer file are called on a sheet, and which shape a term has.

In: the name of a term. Out: words, or its shape. Must not word a value: `value_words` does.
"""

from evaluator.offer.shapes import Part, Rows, Shape, model_for, terms_of
from evaluator.offer.terms import Offer, OfferFile

_LABELS = {
    "amount": "amount",
    "above_sessions": "above",
    "after_weeks": "after",
    "at_collections": "at collections of",
    "at_productivity": "at productivity of",
    "at_sessions": "at",
    "at_units": "at",
    "kept_after": "yours after",
    "from_collections": "from collections of",
    "from_sessions": "from",
    "from_week": "from week",
    "per_session": "a session",
    "starts_at": "starts at",
}
_SAY_THEMSELVES = frozenset(
    {
        "name",
        "amount",
        "paid",
        "per",
        "recoverable",
        "productivity_of",
        "share",
        "visit_type",
        "minutes",
        "mix",
        "service",
        "payer",
        "client_state",
        "licence",
    }
)
"""Keys of an entry whose value reads by itself."""


def shape_of(offer_file: OfferFile, path: tuple[str, ...]) -> Shape | None:
    """The shape of a term; none for a section of answers and for keys that people name."""
    shape: Shape | None = Part((Offer,))
    for place, key in enumerate(path):
        match shape:
            case Part():
                teller = offer_file.facts.get(".".join((*path[:place], shape.told_by or "")))
                model = model_for(shape, teller.said if teller is not None else None)
                if model is None or key not in terms_of(model):
                    return None
                shape = terms_of(model)[key].shape
            case Rows(model=model):
                shape = Part((model,))
            case _:
                shape = getattr(shape, "each", None)
    return shape


def label_in_words(key: str) -> str:
    """What a key of a list or group is called before its value."""
    return _LABELS.get(key, key.replace("_", " "))


def with_ending(key: str, value: str) -> str:
    """The value of a key in a list, with what it is of."""
    return f"{value} of sessions" if key == "mix" else value


def reads_by_itself(key: str) -> bool:
    """Whether the value of a key in a list needs no name before it."""
    return key in _SAY_THEMSELVES
