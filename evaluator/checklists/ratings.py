"""How much each priority matters to the reader, as the fit counts it.

In: what a clinician file says. Out: a `Rating` for each of six priorities, or none at all. Must not look at an offer.
"""

from collections.abc import Mapping

from evaluator.checklists.findings import Rating
from evaluator.offer.choices import Priority
from evaluator.offer.clinician import AboutMe
from evaluator.offer.priorities import PROFILES, TOP

TITLES: Mapping[Priority, str] = {
    "schedule": "Schedule and boundaries",
    "niche": "Niche and referral fit",
    "ramp": "A fast start",
    "admin": "Little admin outside sessions",
    "community": "Consultation, training and community",
    "leadership": "A path to leadership or ownership",
}
MIDDLE, HIGHEST = 3, 5


def ratings_of(about: AboutMe) -> tuple[Rating, ...]:
    """The six ratings in their order; empty where the file says nothing of priorities.

    Own ratings come before those of the profile (5 for its two), and a priority that neither rates is taken as 3. All
    rated 1 means that all matter alike.
    """
    if about.profile is None and about.priorities is None and about.most_important is None:
        return ()
    own = {name: getattr(about.priorities, name) for name in TITLES} if about.priorities else {}
    of_profile = PROFILES[about.profile] if about.profile else ()
    ratings = {name: int(own.get(name) or (HIGHEST if name in of_profile else MIDDLE)) for name in TITLES}
    top = about.most_important or _top_of_profile(of_profile, ratings) or two_highest(ratings)
    alike = all(rating == 1 for rating in ratings.values())
    return tuple(
        Rating(
            priority=name,
            title=title,
            rating=ratings[name],
            chosen=name in top,
            weight=(1 if alike else ratings[name] - 1) * (2 if name in top else 1),
            given="own" if own.get(name) else "profile" if name in of_profile else "assumed",
        )
        for name, title in TITLES.items()
    )


def _top_of_profile(of_profile: tuple[Priority, ...], ratings: Mapping[Priority, int]) -> tuple[Priority, ...]:
    """The two of the profile, unless the reader rates one of them as not mattering."""
    return of_profile if of_profile and all(ratings[name] > 1 for name in of_profile) else ()


def two_highest(ratings: Mapping[Priority, int]) -> tuple[Priority, ...]:
    """The two priorities rated above all others; none if a third is rated as high as the second."""
    order = sorted(ratings, key=lambda name: -ratings[name])
    return tuple(order[:TOP]) if ratings[order[TOP - 1]] > ratings[order[TOP]] else ()
