"""What of a group could be read although some of its terms could not, and whether and where a term is stated.

In: plain data of a group and the walk that took it. Out: models and words for places. Must not note a problem.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from evaluator.offer.evidence import Knownness, Place
from evaluator.offer.pay_extras import Section
from evaluator.offer.walking import Path, Walk

SectionT = TypeVar("SectionT", bound=Section)


def readable(model: type[SectionT], data: Any) -> SectionT | None:
    """The group as its model, without the terms that could not be read; nothing if not even that is possible."""
    for _ in range(2):
        try:
            return model.model_validate(data)
        except ValidationError as error:
            if not isinstance(data, Mapping):
                return None
            bad = {str(details["loc"][0]) for details in error.errors(include_url=False) if details["loc"]}
            data = {key: value for key, value in data.items() if key not in bad}
    return None


def is_stated(path: Path, walk: Walk) -> bool:
    """Whether the file states the term."""
    fact = walk.facts.get(".".join(path))
    return fact is not None and fact.knownness is Knownness.STATED


def place_in_words(place: Place) -> str:
    """A place as messages name it."""
    return f"line {place.line}, column {place.column}"
