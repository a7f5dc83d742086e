"""What a practice file says that cannot be, each contradiction with both places.

In: the books as read and the walk with their places. Out: problems in the walk's notebook. Must not change a value, nor
judge whether a practice does well.
"""

from collections.abc import Mapping, Sequence

from evaluator.offer.books import PracticeFile, SharedCost
from evaluator.offer.problems import shown
from evaluator.offer.readable import place_in_words
from evaluator.offer.walking import Path, Walk

TOLERANCE = 0.001
_NEEDS = {"room_hours": "900", "new_clients": "12"}
_SHARED: Path = ("costs", "shared")


def refuse_impossible_books(books: PracticeFile, walk: Walk) -> None:
    """Note every impossibility and contradiction in books whose values could all be read."""
    _refuse_empty_lists(books, walk)
    _refuse_repeated([row.name for row in books.clinicians], ("clinicians",), "name", walk)
    _refuse_repeated([row.function for row in books.functions or ()], ("functions",), "function", walk)
    for index, cost in enumerate(books.costs.shared or ()):
        _refuse_pool(cost, (*_SHARED, str(index)), books, walk)
    if books.owner is not None:
        _refuse_key(books.owner.allocate_by, ("owner", "allocate_by"), books, walk)
    _refuse_owner_without_hours(books, walk)
    _refuse_more_than_all(books, walk)
    _refuse_payers(books, walk)
    _refuse_attendance(books, walk)


def _refuse_empty_lists(books: PracticeFile, walk: Walk) -> None:
    lists: Mapping[Path, Sequence[object] | None] = {
        ("clinicians",): books.clinicians,
        ("functions",): books.functions,
        ("payers",): books.payers,
        **{("costs", key): getattr(books.costs, key) for key in type(books.costs).model_fields},
        **{(*_SHARED, str(n), "steps"): cost.steps for n, cost in enumerate(books.costs.shared or ())},
    }
    for path, rows in lists.items():
        if rows is not None and not rows:
            walk.notebook.note(walk.spots[path].value, f"{path[-1]} is an empty list: expected at least one entry")


def _refuse_repeated(words: Sequence[str], path: Path, key: str, walk: Walk) -> None:
    for index, word in enumerate(words):
        if word in words[:index]:
            first = place_in_words(walk.spots[*path, str(words.index(word)), key].value)
            message = f"{key} {shown(word)} is named before at {first}: expected each {key} once"
            walk.notebook.note(walk.spots[*path, str(index), key].value, message)


def _refuse_pool(cost: SharedCost, path: Path, books: PracticeFile, walk: Walk) -> None:
    """One amount or steps, never both or neither; steps that start at one clinician and rise in number."""
    if cost.yearly is not None and cost.steps is not None:
        early, late = sorted(("yearly", "steps"), key=lambda key: walk.spots[*path, key].key)
        where = place_in_words(walk.spots[*path, early].key)
        walk.notebook.note(
            walk.spots[*path, late].key, f"{late} contradicts {early} at {where}: expected one of the two"
        )
    if cost.yearly is None and cost.steps is None:
        message = f"{shown(cost.name)} has no amount: expected 'yearly: $36,000' or the like, or 'steps'"
        walk.notebook.note(walk.spots[*path, "name"].value, message)
    before = 0.0
    for index, step in enumerate(cost.steps or ()):
        place = walk.spots[*path, "steps", str(index), "from_clinicians"].value
        if index == 0 and step.from_clinicians != 1:
            walk.notebook.note(place, "the first step does not start the costs: expected 'from_clinicians: 1'")
        elif step.from_clinicians <= before or step.from_clinicians % 1:
            walk.notebook.note(place, "this step does not follow the one before: expected a larger whole number")
        before = step.from_clinicians
    _refuse_key(cost.allocate_by, (*path, "allocate_by"), books, walk)


def _refuse_key(key: str, path: Path, books: PracticeFile, walk: Walk) -> None:
    """A way to share out costs that needs a number which a clinician lacks, or of which all together have none."""
    if key not in _NEEDS:
        return
    spot = walk.spots[path].value
    lacking = [index for index, row in enumerate(books.clinicians) if getattr(row, key) is None]
    for index in lacking:
        message = (
            f"key '{key}' is missing in an entry of clinicians, and allocate_by at {place_in_words(spot)} shares out "
            f"by it: expected '{key}: {_NEEDS[key]}' or the like"
        )
        walk.notebook.note(walk.spots["clinicians", str(index)].value, message)
    if books.clinicians and not lacking and not sum(getattr(row, key) for row in books.clinicians):
        first = place_in_words(walk.spots["clinicians", "0", key].value)
        message = (
            f"allocate_by {shown(key)} shares out by {key}, which is 0 for every clinician, first at {first}: expected "
            "a number above 0 for somebody, or another way"
        )
        walk.notebook.note(spot, message)


def _refuse_owner_without_hours(books: PracticeFile, walk: Walk) -> None:
    for index, row in enumerate(books.functions or ()):
        if row.done_by_owner == "yes" and books.owner is None:
            spot = walk.spots["functions", str(index), "done_by_owner"].value
            walk.notebook.note(
                spot, "done_by_owner is 'yes' and there is no owner: expected the owner's hours at 'owner'"
            )


def _refuse_more_than_all(books: PracticeFile, walk: Walk) -> None:
    """Shares of one whole that together pass it."""
    of_collections: dict[Path, float] = {
        ("costs", "of_collections", str(n), "share"): row.share
        for n, row in enumerate(books.costs.of_collections or ())
    }
    if books.reserve.of_collections is not None:
        of_collections["reserve", "of_collections"] = books.reserve.of_collections
    if books.pay.target_margin is not None:
        of_collections["pay", "target_margin"] = books.pay.target_margin
    _refuse_sum(of_collections, "of collections", walk)
    if books.rtm is not None:
        for keys in (("days_16", "days_2"), ("managed_10", "managed_20", "managed_40")):
            _refuse_sum({("rtm", key): getattr(books.rtm, key) for key in keys}, "of the patients", walk)


def _refuse_sum(shares: Mapping[Path, float], whole: str, walk: Walk) -> None:
    if len(shares) < 2 or sum(shares.values()) <= 1 + TOLERANCE:
        return
    places = sorted(shares, key=lambda path: walk.spots[path].value)
    last, others = places[-1], [place_in_words(walk.spots[path].value) for path in places[:-1]]
    adds = f"{round(sum(shares.values()) * 100, 2):g}%"
    noun = "share" if len(others) == 1 else "shares"
    message = f"{last[-1]} and the {noun} at {' and at '.join(others)} add to {adds}: expected at most 100% {whole}"
    walk.notebook.note(walk.spots[last].value, message)


def _refuse_payers(books: PracticeFile, walk: Walk) -> None:
    if books.payers and abs(sum(row.mix for row in books.payers) - 1) > TOLERANCE:
        adds = f"{round(sum(row.mix for row in books.payers) * 100, 2):g}%"
        walk.notebook.note(walk.spots["payers",].key, f"the mix of payers adds to {adds}: expected 100%")
    for index, row in enumerate(books.payers or ()):
        place = ("payers", str(index))
        for key in ("patient_part", "denied", "recovered"):
            if row.paid_by == "clients" and getattr(row, key) is not None:
                where = place_in_words(walk.spots[*place, "paid_by"].value)
                message = (
                    f"{key} contradicts 'paid_by: clients' at {where}: expected no such share where clients pay all"
                )
                walk.notebook.note(walk.spots[*place, key].key, message)


def _refuse_attendance(books: PracticeFile, walk: Walk) -> None:
    missed = [books.attendance.no_show or 0.0, books.attendance.late_cancel or 0.0]
    if sum(missed) >= 1:
        message = f"no_show and late_cancel add to {sum(missed) * 100:g}%: expected less than all booked sessions"
        walk.notebook.note(walk.spots["attendance",].key, message)
