"""What a fix asks of an owner, as one instruction: do this, or say that in the contract.

In: a check, its finding now, the offer as the fix leaves it, and the changes of the file. Out: a sentence. Must not
decide what is worth mending, nor word a good answer anew: the checklists do.
"""

from collections.abc import Mapping

from evaluator.checklists.checks import Check
from evaluator.checklists.control import State, load_factors
from evaluator.checklists.findings import Finding
from evaluator.offer.editing import Change

CONTROL = "control_factors"


def what_to_do(
    check: Check, now: Finding, after: Finding, changes: tuple[Change, ...], control: Mapping[str, State]
) -> str:
    """The instruction that mends one finding. What only moves into the contract is quoted as it stands.

    `control` is who decides what an employer usually decides, once the fix is made.
    """
    if check.measure == CONTROL:
        return _left_to_clinicians(changes, control)
    if check.terms is not None and check.mend is not None:
        return check.mend
    if now.outcome == "met":
        return f"Put into the contract what the offer says already: “{after.says}”"
    if check.mend is not None:
        return check.mend.replace("{value}", after.said or "")
    if not check.for_everyone:
        return check.request  # an owner's own check is about the practice, and its request tells the owner what to do
    bad = now.outcome in ("partly", "not_met")
    return f"{'Change to this, and put it into' if bad else 'Promise this in'} the contract: “{after.says}”"


def _left_to_clinicians(changes: tuple[Change, ...], control: Mapping[str, State]) -> str:
    """What the fix leaves to clinicians, and what it comes to of all that an employer usually decides."""
    new = {change.path[-1] for change in changes if change.value is not None}
    left = [one.left for one in load_factors() if (one.check or (one.term or "").rpartition(".")[2]) in new]
    theirs, every = sum(state == "no" for state in control.values()), len(control)
    counted = f"that makes {theirs} of the {every} things that an employer usually decides"
    if not left:
        return f"Put into the contract what clinicians decide already: {counted}."
    listed = left[0] if len(left) == 1 else f"{', '.join(left[:-1])} and {left[-1]}"
    return f"Let clinicians decide, and say in the contract that they {listed}: {counted}."
