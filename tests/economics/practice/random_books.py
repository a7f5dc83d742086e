"""Random practice files for property tests, as the reader takes them.

In: nothing. Out: `books`, a strategy of `PracticeFile`s. Must not leave out what the audit needs.
"""

from typing import Any

from hypothesis import strategies as st

from evaluator.offer.practice import PracticeFile

KEYS = ("headcount", "sessions", "collections", "room_hours", "new_clients")
FUNCTIONS = ("billing", "intake", "scheduling", "credentialing", "supervision", "technology", "marketing", "compliance")


def usd(low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low * 100, high * 100).map(lambda cents: f"${cents / 100:.2f}")


def percent(low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low * 100, high * 100).map(lambda part: f"{part / 100:.2f}%")


def whole(low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low, high).map(str)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(fields)


_function = st.sampled_from(FUNCTIONS)


@st.composite
def _shared(draw: st.DrawFn) -> dict[str, Any]:
    pool: dict[str, Any] = {"name": "pool", "allocate_by": draw(st.sampled_from(KEYS))}
    if draw(st.booleans()):
        pool["function"] = draw(_function)
    if draw(st.booleans()):
        return {**pool, "yearly": draw(usd(0, 90_000))}
    starts = [1, *sorted(draw(st.sets(st.integers(2, 14), max_size=3)))]
    return {**pool, "steps": [{"from_clinicians": str(n), "yearly": draw(usd(0, 90_000))} for n in starts]}


@st.composite
def books(draw: st.DrawFn) -> PracticeFile:
    count = draw(st.integers(1, 5))
    clinicians = [
        {
            "name": f"clinician {n}",
            "collections": draw(usd(1, 250_000)),
            "kept_sessions": draw(whole(1, 1_800)),
            "room_hours": draw(whole(1, 2_000)),
            "new_clients": draw(whole(1, 90)),
            **draw(st.fixed_dictionaries({}, optional={"share": percent(0, 100), "weeks": whole(20, 52)})),
        }
        for n in range(count)
    ]
    named = draw(st.lists(_function, unique=True))
    tree: dict[str, Any] = {
        "format": "1",
        "practice": {"name": "Somewhere"},
        "pay": {"share": draw(percent(0, 100)), "burden": draw(percent(0, 25)), "target_margin": draw(percent(0, 20))},
        "clinicians": clinicians,
        "costs": {
            "shared": draw(st.lists(_shared(), max_size=3)),
            "per_clinician": draw(st.lists(some(name=st.just("seat"), yearly=usd(0, 9_000)), max_size=2)),
            "per_session": draw(st.lists(some(name=st.just("fee"), amount=usd(0, 9), function=_function), max_size=2)),
            "of_collections": draw(st.lists(some(name=st.just("card"), share=percent(0, 9)), max_size=2)),
        },
        "functions": [{"function": name, "market": draw(usd(0, 60_000))} for name in named],
        "reserve": {"of_collections": draw(percent(0, 3))},
    }
    if draw(st.booleans()):
        tree["owner"] = draw(
            some(
                hours_per_week=whole(1, 50),
                weeks=whole(1, 52),
                market_wage=usd(1, 150),
                allocate_by=st.sampled_from(KEYS),
            )
        )
    return PracticeFile.model_validate(tree)
