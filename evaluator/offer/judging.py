"""What an offer says that cannot be, and what it says that is hard to believe.

In: the sections of an offer that could be read, and their places. Out: problems for the impossible, `Implausible` for
the unlikely. Must not change a value, nor judge whether an offer is good.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from evaluator.offer.bounded import refuse_out_of_bounds
from evaluator.offer.judging_pay import EITHER_OR, refuse_impossible_pay
from evaluator.offer.judging_visits import (
    FLOW_INSTEAD,
    PAYER_EITHER_OR,
    refuse_impossible_flow,
    refuse_impossible_monitoring,
    refuse_impossible_payer,
)
from evaluator.offer.pay import SessionRate
from evaluator.offer.quantity import Quantity
from evaluator.offer.readable import is_stated, place_in_words, readable
from evaluator.offer.terms import About, Attendance, Caseload, Payer, RampStep, WorkHours
from evaluator.offer.walking import Path, Walk

HOURS_A_WEEK = 168
MIX_TOLERANCE = 0.001


def refuse_impossible(data: Mapping[str, Any], walk: Walk) -> None:
    """Note every impossibility and contradiction, in the sections that could be read."""
    for first, second in ONE_OF_TWO:
        _refuse_both(first, second, walk)
    _refuse_days(readable(About, data.get("offer", {})), walk)
    pay = data.get("pay")
    if isinstance(pay, Mapping):
        refuse_impossible_pay(pay, walk)
        _refuse_mix(SessionRate, pay.get("rates"), ("pay", "rates"), walk)
    collections = data.get("collections")
    if isinstance(collections, Mapping):
        _refuse_payers(collections.get("payers"), walk)
    caseload = readable(Caseload, data.get("caseload", {})) or Caseload()
    _refuse_ramp(data, walk)
    _refuse_start_without_ramp(caseload, walk)
    _refuse_attendance(readable(Attendance, data.get("attendance", {})) or Attendance(), walk)
    _refuse_hours(readable(WorkHours, data.get("hours", {})) or WorkHours(), caseload, walk)
    refuse_impossible_monitoring(data, walk)
    refuse_impossible_flow(data, walk)
    refuse_out_of_bounds(data, walk)


_RAMP = ("caseload", "ramp")
ONE_OF_TWO: tuple[tuple[Path, Path], ...] = (
    *EITHER_OR,
    ((*_RAMP, "weeks"), (*_RAMP, "steps")),
    ((*_RAMP, "starts_at"), (*_RAMP, "steps")),
    (("collections", "per_session"), ("collections", "payers")),
    *FLOW_INSTEAD,
)
"""Terms that say the same thing in two ways: an offer states one of the two."""


def _refuse_both(first: Path, second: Path, walk: Walk) -> None:
    """Two terms that say the same thing in two ways; the later one in the file gets the blame."""
    if is_stated(first, walk) and is_stated(second, walk):
        early, late = sorted((first, second), key=lambda path: walk.spots[path].key)
        where = place_in_words(walk.spots[early].key)
        message = f"{late[-1]} contradicts {early[-1]} at {where}: expected one of the two"
        walk.notebook.note(walk.spots[late].key, message)


def _refuse_days(about: About | None, walk: Walk) -> None:
    """An offer that ends before it begins."""
    if about is None or about.good_until is None:
        return
    for name in ("issued", "as_of"):
        first = getattr(about, name)
        if first is not None and about.good_until < first:
            path = ("offer", "good_until")
            where = place_in_words(walk.spots["offer", name].key)
            message = (
                f"good_until {about.good_until} is before {name} {first} at {where}: expected that day or a later one"
            )
            walk.notebook.note(walk.spots[path].value, message)


def _refuse_payers(data: object, walk: Walk) -> None:
    rows = _refuse_mix(Payer, data, ("collections", "payers"), walk)
    for index, payer in enumerate(rows):
        if payer is None:
            continue
        path = ("collections", "payers", str(index))
        for first, second in PAYER_EITHER_OR:
            _refuse_both((*path, first), (*path, second), walk)
        refuse_impossible_payer(payer, path, walk)


RowT = TypeVar("RowT", Payer, SessionRate)


def _refuse_mix(model: type[RowT], data: object, path: Path, walk: Walk) -> Sequence[RowT | None]:
    """The rows that can be read; notes a mix that does not add to 100%, if every row has one."""
    if not isinstance(data, list):
        return ()
    if not data:
        walk.notebook.note(walk.spots[path].value, f"{path[-1]} is an empty list: expected at least one entry")
        return ()
    rows = [readable(model, row) for row in data]
    mixes = [row.mix for row in rows if row is not None]
    if len(mixes) == len(rows):
        low, high = sum(mix.low for mix in mixes), sum(mix.high for mix in mixes)
        if low > 1 + MIX_TOLERANCE or high < 1 - MIX_TOLERANCE:
            adds = _percent(low) if low == high else f"{_percent(low)} to {_percent(high)}"
            walk.notebook.note(walk.spots[path].key, f"the mix of {path[-1]} adds to {adds}: expected 100%")
    return rows


def _percent(share: float) -> str:
    return f"{round(share * 100, 2):g}%"


def _refuse_ramp(data: Mapping[str, Any], walk: Walk) -> None:
    caseload = data.get("caseload")
    ramp = caseload.get("ramp") if isinstance(caseload, Mapping) else None
    steps = ramp.get("steps") if isinstance(ramp, Mapping) else None
    if not isinstance(steps, list):
        return
    path = (*_RAMP, "steps")
    if not steps:
        walk.notebook.note(walk.spots[path].value, "steps is an empty list: expected at least one entry")
    before: Quantity | None = None
    for index, step in enumerate(readable(RampStep, row) for row in steps):
        if step is None:
            return
        place = walk.spots[*path, str(index), "from_week"].value
        if before is None and (step.from_week.low, step.from_week.high) != (1, 1):
            walk.notebook.note(place, "the first step does not start the ramp: expected 'from_week: 1'")
        if before is not None and (step.from_week.low <= before.low or step.from_week.high <= before.high):
            walk.notebook.note(place, "this step does not start after the one before: expected from_week to rise")
        before = step.from_week


def _refuse_start_without_ramp(caseload: Caseload, walk: Walk) -> None:
    weeks, start = caseload.ramp.weeks, caseload.ramp.starts_at
    if weeks is not None and weeks.high == 0 and start is not None and start.high < 1:
        early, late = sorted(((*_RAMP, "weeks"), (*_RAMP, "starts_at")), key=lambda path: walk.spots[path].key)
        where = place_in_words(walk.spots[early].key)
        message = f"a caseload that is full at once starts at 100%, see {early[-1]} at {where}: expected one of the two"
        walk.notebook.note(walk.spots[late].value, message)


def _refuse_attendance(attendance: Attendance, walk: Walk) -> None:
    no_show, late_cancel = attendance.no_show, attendance.late_cancel
    if no_show is not None and late_cancel is not None and no_show.high + late_cancel.high > 1 + 1e-9:
        early, late = sorted(("no_show", "late_cancel"), key=lambda key: walk.spots["attendance", key].key)
        where = place_in_words(walk.spots["attendance", early].key)
        adds = _percent(no_show.high + late_cancel.high)
        message = f"{late} and {early} at {where} add to {adds}: expected at most 100% of the booked sessions"
        walk.notebook.note(walk.spots["attendance", late].value, message)


def _refuse_hours(hours: WorkHours, caseload: Caseload, walk: Walk) -> None:
    """Hours that do not fit into a week: those by kind, and the sessions with their notes if all of that is stated."""
    total = sum(amount.high for amount in (hours.weekly or {}).values())
    if hours.session_minutes is not None and caseload.sessions_per_week is not None:
        notes = hours.documentation_minutes.high if hours.documentation_minutes is not None else 0.0
        total += caseload.sessions_per_week.high * (hours.session_minutes.high + notes) / 60
    if total > HOURS_A_WEEK:
        path = ("hours", "weekly") if hours.weekly else ("hours", "session_minutes")
        message = f"sessions, notes and weekly hours add to {total:g} hours a week: expected at most {HOURS_A_WEEK}"
        walk.notebook.note(walk.spots[path].key, message)
