"""What an offer says of patients, visits, their payers and remote monitoring that cannot be.

In: the sections as far as they could be read, and their places. Out: problems in the notebook. Must not change a value,
nor judge whether a figure is good.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from evaluator.offer.monitoring import Monitoring
from evaluator.offer.patient_flow import PatientFlow
from evaluator.offer.readable import is_stated, place_in_words, readable
from evaluator.offer.terms import Payer
from evaluator.offer.walking import Path, Walk

ROUNDING = 0.001
FLOW_INSTEAD: tuple[tuple[Path, Path], ...] = (
    (("patient_flow", "drop_out"), ("patient_flow", "completion")),
    (("patient_flow", "referrals_per_week"), ("caseload", "sessions_per_week")),
    (("patient_flow", "referrals_per_week"), ("caseload", "ramp", "weeks")),
    (("patient_flow", "referrals_per_week"), ("caseload", "new_clients", "per_week")),
)
"""A caseload that is stated and one that follows from referrals are two accounts of the same visits."""

PAYER_EITHER_OR = (
    ("allowed", "codes"),
    ("evaluation", "codes"),
    ("patient_part", "patient_share"),
    ("patient_part_collected", "at_desk"),
    ("patient_part_collected", "collected_later"),
)
_DAYS = ("sixteen_days", "two_to_fifteen_days")
_MANAGED = ("managed_10_to_19", "managed_20_to_39", "managed_40_or_more")
_NEEDS_AUTHORIZATION = ("authorized_visits", "beyond_authorization")


def refuse_impossible_payer(payer: Payer, path: Path, walk: Walk) -> None:
    """Note what one payer cannot be: without an amount, with a patient's part above it, with a cap it does not set."""
    place = walk.spots[path].key
    if payer.codes == ():
        walk.notebook.note(walk.spots[*path, "codes"].value, "codes is an empty list: expected at least one entry")
    elif payer.codes and not any(code.visit == "follow_up" for code in payer.codes):
        walk.notebook.note(walk.spots[*path, "codes"].key, "codes has no follow_up visit: expected at least one")
    if payer.allowed is None and payer.codes is None:
        message = "key 'allowed' is missing in an entry of payers: expected 'allowed: $150' or the like"
        walk.notebook.note(place, message)
    part, allowed = payer.patient_part, payer.allowed
    above = part is not None and allowed is not None
    if above and (part.low > allowed.low or part.likely > allowed.likely or part.high > allowed.high):  # type: ignore[union-attr]
        where = place_in_words(walk.spots[*path, "allowed"].value)
        message = f"patient_part is more than the allowed amount at {where}: expected a part of it"
        walk.notebook.note(walk.spots[*path, "patient_part"].value, message)
    if payer.needs_authorization == "no":
        for name in _NEEDS_AUTHORIZATION:
            if is_stated((*path, name), walk):
                where = place_in_words(walk.spots[*path, "needs_authorization"].value)
                message = f"{name} contradicts 'needs_authorization: no' at {where}: expected one of the two"
                walk.notebook.note(walk.spots[*path, name].key, message)


def refuse_impossible_flow(data: Mapping[str, Any], walk: Walk) -> None:
    """Note a plan of care that no patient could follow."""
    flow = readable(PatientFlow, data["patient_flow"]) if "patient_flow" in data else None
    if flow is None:
        return
    plan, completion = flow.plan_of_care_visits, flow.completion
    if completion is not None and plan is not None and plan.high <= 1:
        place = walk.spots["patient_flow", "completion"].value
        walk.notebook.note(place, "nobody's drop-out follows from this completion: expected drop_out instead")


def refuse_impossible_monitoring(data: Mapping[str, Any], walk: Walk) -> None:
    """Note shares of monitored patients that exclude each other and are more than all."""
    monitoring = readable(Monitoring, data["monitoring"]) if "monitoring" in data else None
    if monitoring is not None:
        for names in (_DAYS, _MANAGED):
            _refuse_more_than_all(names, monitoring, "monitoring", walk)


def _refuse_more_than_all(names: Sequence[str], section: Monitoring, path: str, walk: Walk) -> None:
    """Shares that exclude each other and together are more than all; the last one in the file gets the blame."""
    stated = [name for name in names if getattr(section, name) is not None]
    adds = sum(getattr(section, name).low for name in stated)
    if adds > 1 + ROUNDING:
        last = max(stated, key=lambda name: walk.spots[path, name].key)
        others = " and ".join(name for name in stated if name != last)
        message = f"{last} and {others} exclude each other and add to {100 * adds:g}%: expected at most 100%"
        walk.notebook.note(walk.spots[path, last].value, message)
