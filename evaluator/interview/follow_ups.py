"""Questions that only follow from another answer, or only arise in one field: where they don't arise, nobody asks them.

In: an interview so far and a path. Out: yes or no. Must not order questions. What is not asked stays open; it is never
filled in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evaluator.interview.fields import name_of
from evaluator.interview.state import Interview
from evaluator.offer.walking import NOT_GIVEN, Path

_NOTHING = frozenset(("0", "$0", "0%", "none", "0.0"))


@dataclass(frozen=True, slots=True)
class After:
    """What must have been said of another key of the same group: a word, any number, or only not nothing.

    `word` is the one answer after which the question arises. Without one, a `known` key must have been answered, and
    any other must not have been left out. After `none` or nothing it never arises.
    """

    key: str
    word: str = ""
    known: bool = False


AFTER: Mapping[str, tuple[After, ...]] = {
    **dict.fromkeys(
        ("pay.missed_visit.enforceable", "pay.missed_visit.collected", "pay.missed_visit.clinician_share"),
        (After("fee"),),
    ),
    **dict.fromkeys(
        ("pay.guarantee.recoup_share", "pay.guarantee.recoup_floor", "pay.guarantee.balance_at_end"),
        (After("recoverable", "yes"),),
    ),
    "pay.listed_fee": (After("of", "listed"),),
    "pay.clawback_share": (After("of", "allowed"),),
    "pay.bonuses.units_per_visit": (After("at_units", known=True),),
    "pay.bonuses.productivity_of": (After("at_productivity", known=True),),
    "caseload.ramp.starts_at": (After("weeks"),),
    "hours.weekly_paid": (After("weekly"),),
    "collections.payers.recovered": (After("denied"),),
    "collections.payers.collected_later": (After("at_desk", known=True),),
    "collections.payers.beyond_authorization": (After("authorized_visits", known=True),),
    "collections.payers.above_threshold": (After("yearly_threshold", known=True),),
    "collections.payers.unit_rule": (After("codes", known=True),),
    "collections.payers.several_services_reduced": (After("codes", known=True),),
    "collections.payers.prices": (After("codes", known=True),),
}
"""What a question follows from."""

INSTEAD: Mapping[str, tuple[str, ...]] = {
    "collections.payers.patient_part": ("patient_share",),
    "collections.payers.patient_share": ("patient_part",),
    "collections.payers.patient_part_collected": ("at_desk", "collected_later"),
    "collections.payers.at_desk": ("patient_part_collected",),
    "collections.payers.collected_later": ("patient_part_collected",),
}
"""Keys that say the same in another way: once one is said, the other is not asked."""

OF_THERAPY_VISITS = frozenset(
    (
        "attendance.rescheduled",
        "collections.payers.evaluation",
        "collections.payers.at_desk",
        "collections.payers.collected_later",
        "collections.payers.needs_authorization",
        "collections.payers.authorized_visits",
        "collections.payers.beyond_authorization",
        "collections.payers.yearly_threshold",
        "collections.payers.above_threshold",
        "collections.payers.prices",
        "collections.payers.unit_rule",
        "collections.payers.several_services_reduced",
    )
)
"""What is only asked of physical therapy: evaluations, authorized visits, Medicare's threshold, timed minutes."""

_OF_CLAIMS = frozenset(
    f"collections.payers.{key}" for key in ("denied", "recovered", "other_reductions", "needs_authorization")
)


def arises(interview: Interview, path: Path) -> bool:
    """Whether a question has a meaning after what was said so far."""
    name = name_of(path)
    if name in OF_THERAPY_VISITS and interview.offer.offer.offer.discipline in _OTHER_FIELDS:
        return False
    if any(_is_said(interview, (*path[:-1], other)) for other in INSTEAD.get(name, ())):
        return False
    if name in _OF_CLAIMS and _pays_alone(interview, path[:-1]):
        return False
    return all(_follows(interview, (*path[:-1], after.key), after) for after in AFTER.get(name, ()))


_OTHER_FIELDS = ("psychotherapy", "psychological_assessment")


def _follows(interview: Interview, path: Path, after: After) -> bool:
    said = _said(interview, path)
    if said in _NOTHING:
        return False
    if after.word:
        return said == after.word
    if after.known:
        return _is_said(interview, path)
    return said is not None or not _was_left_out(interview, path)


def _pays_alone(interview: Interview, row: Path) -> bool:
    """Whether the client owes all of it: then there are no claims."""
    part, allowed = _said(interview, (*row, "patient_part")), _said(interview, (*row, "allowed"))
    return (part is not None and part == allowed) or _said(interview, (*row, "patient_share")) == "100%"


def _was_left_out(interview: Interview, path: Path) -> bool:
    return path in interview.told or path in interview.setting.left_before


def _is_said(interview: Interview, path: Path) -> bool:
    said = _said(interview, path)
    return said is not None and said not in NOT_GIVEN


def _said(interview: Interview, path: Path) -> str | None:
    """What was said of a key, in this session or in the file; nothing where it was not."""
    told = interview.told.get(path)
    if told is not None:
        return told.value if isinstance(told.value, str) else "some"
    rows = interview.setting.rows.get(path[:-2], ()) if len(path) > 2 else ()
    if path[-2].isdigit():
        return rows[int(path[-2])].get(path[-1]) if int(path[-2]) < len(rows) else None
    fact = interview.offer.facts.get(".".join(path))
    return None if fact is None else fact.said
