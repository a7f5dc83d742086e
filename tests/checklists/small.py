"""A catalogue of six checks in two checklists, small enough to weigh by hand.

In: nothing. Out: the catalogue, an offer that answers it, and ratings. Must not follow the real checklists: their
growth changes no arithmetic here.
"""

from evaluator.checklists import Assessment, Catalogue, Checklist, assess
from evaluator.checklists.findings import Rating
from evaluator.checklists.ratings import ratings_of
from evaluator.offer.clinician import AboutMe
from tests.checklists.written import Said, offer


def _check(id: str, weight: str, tags: list[str], applies: dict[str, object] | None = None) -> dict[str, object]:
    answers = {
        word: {"worth": worth, "says": f"It is {word}."}
        for word, worth in (("good", "met"), ("half", "partly"), ("bad", "not met"))
    }
    words = {"title": id, "ask": f"What of {id}?", "why": "It matters.", "request": "Ask."}
    return {"id": id, "weight": weight, "priorities": tags, "answers": answers, "applies": applies, **words}


EMPLOYEES: dict[str, object] = {"engagements": ["employee"], "because": "For employees."}


def catalogue(last: dict[str, object] | None = None) -> Catalogue:
    """Six checks; `last` limits to whom the last of them, the only one on the niche, applies.

    Where it does not, the second checklist has two left and is not scored.
    """
    first = [_check("a", "high", ["schedule"]), _check("b", "medium", ["admin"]), _check("c", "low", [])]
    second = [
        _check("d", "high", ["admin"]),
        _check("e", "medium", ["schedule"]),
        _check("f", "medium", ["niche"], last),
    ]
    return Catalogue(
        tuple(
            Checklist.model_validate({"id": id, "title": id.title(), "section": id, "checks": checks})
            for id, checks in (("first", first), ("second", second))
        ),
        {},
    )


SAID: dict[str, Said] = {
    "first.a": "good",
    "first.c": "bad",
    "second.d": ("half", "verbal"),
    "second.e": "good",
}
"""On the contract but for d; b and f are left open."""


def assessed(said: dict[str, Said], of: Catalogue | None = None) -> Assessment:
    used = of or catalogue()
    return assess(used, offer(said, catalogue=used))


def about(chosen: list[str] | None = None, **ratings: int) -> AboutMe:
    """A reader who rates; what is not named has no rating of its own."""
    written = {name: str(rating) for name, rating in ratings.items()}
    return AboutMe.model_validate({"priorities": written, "most_important": chosen})


RATINGS: tuple[Rating, ...] = ratings_of(
    about(["schedule", "admin"], schedule=5, niche=2, ramp=1, admin=3, community=1, leadership=1)
)
"""Weights: schedule 2 x (5 - 1) = 8, admin 2 x (3 - 1) = 4, niche 1, the others 0; together 13."""
