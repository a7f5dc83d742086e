"""Silence never pays in what matters to the reader either: not in the fit, not in the value that ranks.

In: offers and ratings drawn by Hypothesis. Out: pass or fail. Must not know how any check decides.

Caps included: those of unprotected priorities and those of red flags.
"""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator.checklists import Catalogue, fit_of, weigh
from evaluator.checklists.assessing import Assessment
from evaluator.checklists.findings import Rating
from evaluator.checklists.ratings import TITLES
from tests.checklists.small import EMPLOYEES, assessed, catalogue
from tests.checklists.test_never_pays import EVIDENCE, MOST_LINES, _only_silence_was_broken, sayings, without
from tests.checklists.test_never_pays import weighed as assessed_and_scored
from tests.checklists.written import Said, the_catalogue

SLACK = 1e-9
READERS = 6  # tried on each change: reading an offer takes the time here, not weighing it


def readers(chance: Random) -> list[tuple[Rating, ...]]:
    """Ratings of all kinds; the first reader cares for one priority alone, where nothing is averaged away."""
    made = []
    for number in range(READERS):
        only = chance.choice(list(TITLES)) if number == 0 else None
        top = (only,) if only else tuple(chance.sample(list(TITLES), chance.choice([0, 2])))
        weights = {name: int(name == only) if only else chance.randint(0, 4) for name in TITLES}
        made.append(
            tuple(
                Rating(name, title, weights[name] + 1, name in top, weights[name] * (1 + (name in top)), "own")
                for name, title in TITLES.items()
            )
        )
    return made


def ends(
    assessment: Assessment, ratings: tuple[Rating, ...], of: Catalogue | None = None
) -> dict[str, tuple[float, float]]:
    """Floor and ceiling of everything that silence could try to raise; a fit that there is not has neither."""
    used = of or the_catalogue()
    value = weigh(used, assessment, ratings).value()
    found = {"value": (float(value.floor), float(value.ceiling))}
    fit = fit_of(used, assessment, ratings)
    if fit is not None:
        found["fit"] = (fit.floor, fit.ceiling)
        found["uncapped fit"] = (fit.uncapped_floor, fit.uncapped_ceiling)
        found |= {one.priority: (one.floor, one.ceiling) for one in fit.priorities}
    for floor, ceiling in found.values():
        assert 0 <= floor <= ceiling <= 100
    return found


@settings(max_examples=8)
@given(sayings(), st.randoms(use_true_random=False))
def test_taking_a_line_away_never_raises_a_floor(said: dict[str, Said], chance: Random) -> None:
    whole, people = assessed_and_scored(said)[0], readers(chance)
    before = [ends(whole, ratings) for ratings in people]
    for name, rest in without(said, chance):
        less = assessed_and_scored(rest)[0]
        for ratings, was in zip(people, before, strict=True):
            for floor, (height, _) in ends(less, ratings).items():
                if floor in was:
                    assert height <= was[floor][0] + SLACK, f"without {name} the floor of {floor} rises"


@settings(max_examples=8)
@given(sayings(), st.randoms(use_true_random=False))
def test_answering_what_was_silent_never_widens_an_interval(said: dict[str, Said], chance: Random) -> None:
    whole, people = assessed_and_scored(said)[0], readers(chance)
    for name, rest in without(said, chance):
        less = assessed_and_scored(rest)[0]
        if not _only_silence_was_broken(less, whole):
            continue
        for ratings in people:
            wide = ends(less, ratings)
            for what, (floor, ceiling) in ends(whole, ratings).items():
                if what in wide:
                    widened = ceiling - floor - (wide[what][1] - wide[what][0])
                    assert widened <= SLACK, f"stating {name} widens {what}"


@settings(max_examples=6)
@given(sayings(), st.randoms(use_true_random=False))
def test_better_evidence_never_lowers_a_floor(said: dict[str, Said], chance: Random) -> None:
    whole, people = assessed_and_scored(said)[0], readers(chance)
    for name in chance.sample(sorted(said), min(len(said), MOST_LINES)):
        value = said[name]
        if not isinstance(value, tuple) or value[1] == "contract":
            continue
        better = chance.choice(EVIDENCE[: EVIDENCE.index(value[1])])
        firm = assessed_and_scored({**said, name: (value[0], better)})[0]
        for ratings in people:
            now = ends(firm, ratings)
            for floor, (height, _) in ends(whole, ratings).items():
                if floor in now:
                    assert now[floor][0] >= height - SLACK, f"{name} on {better} lowers the floor of {floor}"


SMALL = catalogue(last=EMPLOYEES)
STATED = st.tuples(
    st.sampled_from(["good", "good", "half", "bad"]), st.sampled_from(["contract", "contract", "verbal"])
)
ANSWERS = {
    f"{section}.{check}": STATED for section, checks in (("first", "abc"), ("second", "def")) for check in checks
}
ENGAGEMENT = {"offer.engagement": st.sampled_from(["employee", "contractor"])}


@settings(max_examples=50)
@given(st.fixed_dictionaries({}, optional={**ANSWERS, **ENGAGEMENT}), st.randoms(use_true_random=False))
def test_neither_pays_where_each_priority_hangs_on_a_check_or_two(said: dict[str, Said], chance: Random) -> None:
    """Few checks, so that single answers decide over protection, one priority that may not apply at all,
    and a checklist of which it hangs on that whether it is scored."""
    whole, people = assessed(said, SMALL), readers(chance)
    for name in said:
        rest = {other: value for other, value in said.items() if other != name}
        less = assessed(rest, SMALL)
        for ratings in people:
            now, was = ends(less, ratings, SMALL), ends(whole, ratings, SMALL)
            for what in now.keys() & was.keys():
                assert now[what][0] <= was[what][0] + SLACK, f"without {name} the floor of {what} rises"
                if name != "offer.engagement" and less.unsure == whole.unsure:
                    narrower = now[what][1] - now[what][0] - (was[what][1] - was[what][0])
                    assert narrower >= -SLACK, f"stating {name} widens {what}"
