"""What may matter to a reader, how much, and which two matter most, as a clinician file says it.

In: values as written. Out: frozen models, and problems for ratings that contradict each other. Must not know checks,
nor weigh anything.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from evaluator.offer.choices import Priority, Profile
from evaluator.offer.pay_extras import Section
from evaluator.offer.problems import shown
from evaluator.offer.readable import place_in_words
from evaluator.offer.values import parse_words, wrong
from evaluator.offer.walking import Walk

TOP = 2
"""How many priorities a reader picks as those that matter most."""

PROFILES: Mapping[Profile, tuple[Priority, Priority]] = {
    "self_starter": ("niche", "ramp"),
    "specialist": ("admin", "community"),
    "future_leader": ("leadership", "community"),
}
"""The two priorities that matter most in each profile: building a niche, assessments, a way to lead or own."""

_NUMBERS = ("1", "2", "3", "4", "5")
_ABOUT = ("clinician",)


def _rating(given: object) -> str:
    text = parse_words(given).strip()
    if text not in _NUMBERS:
        raise wrong(text, "is not a rating", "a whole number from 1 (does not matter) to 5 (matters most)")
    return text


Rating = Annotated[Literal["1", "2", "3", "4", "5"], BeforeValidator(_rating)]


class Priorities(Section):
    """How much each of six things matters to you, from 1 (not at all) to 5 (most)."""

    schedule: Rating | None = Field(None, description="Your say over your schedule and your boundaries, 1 to 5.")
    niche: Rating | None = Field(None, description="Referrals that fit you and your niche, 1 to 5.")
    ramp: Rating | None = Field(None, description="A caseload that fills fast, 1 to 5.")
    admin: Rating | None = Field(None, description="Little admin outside sessions, 1 to 5.")
    community: Rating | None = Field(None, description="Consultation, training and community, 1 to 5.")
    leadership: Rating | None = Field(None, description="A path to leadership or ownership, 1 to 5.")


def refuse_priorities(ratings: Priorities | None, top: tuple[Priority, ...] | None, walk: Walk) -> None:
    """Note a choice that is not of two different priorities, or of one that is rated as not mattering."""
    if top is None:
        return
    path = (*_ABOUT, "most_important")
    for number, name in enumerate(top):
        place = walk.spots[*path, str(number)].value
        if name in top[:number]:
            first = place_in_words(walk.spots[*path, str(top.index(name))].value)
            walk.notebook.note(
                place, f"most_important names {shown(name)} twice, first at {first}: expected two that differ"
            )
        elif ratings is not None and getattr(ratings, name) == "1":
            where = place_in_words(walk.spots[*_ABOUT, "priorities", name].value)
            message = (
                f"most_important names {shown(name)}, which {where} rates 1 (does not matter): expected 2 or more there"
            )
            walk.notebook.note(place, message)
    if len(set(top)) == len(top) != TOP:
        named = "1 priority" if len(top) == 1 else f"{len(top)} priorities"
        walk.notebook.note(
            walk.spots[path].value, f"most_important names {named}: expected two such as [schedule, admin]"
        )
