"""Which findings somebody has accepted, and which waivers no longer do anything.

In: waivers and the findings of the offers, the day. Out: `Waived` by offer, and remarks. Must not change a finding, a
score or a verdict: what is accepted is still there.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from evaluator.checklists import Assessment
from evaluator.comparison.model import Waived
from evaluator.offer.waivers import Waiver

GOOD = ("met", "partly", "not_applicable")


def waived_in(offer: str, assessment: Assessment, waivers: Sequence[Waiver], on: date) -> tuple[Waived, ...]:
    """The waivers that meet something to accept in this offer, in the order of the file. One holds through its last
    day."""
    return tuple(
        Waived(one.check, one.reason, one.by, one.expires, holds=on <= one.expires)
        for one in waivers
        if _meets(one, offer, assessment)
    )


def remarks_on(waivers: Sequence[Waiver], assessments: Mapping[str, Assessment], on: date) -> tuple[str, ...]:
    """A sentence for every waiver that has expired or that meets nothing. Waivers of other offers are not looked at."""
    said = []
    for one in waivers:
        concerned = [offer for offer in assessments if one.offer in (None, offer)]
        where = f"{one.file}, line {one.line}"
        if not concerned:
            continue
        if not any(_meets(one, offer, assessments[offer]) for offer in concerned):
            said.append(f"The waiver of {one.check} ({where}) has nothing to accept: take it out.")
        elif on > one.expires:
            said.append(f"The waiver of {one.check} ({where}) ended on {one.expires}: look at it again.")
    return tuple(said)


def _meets(waiver: Waiver, offer: str, assessment: Assessment) -> bool:
    if waiver.offer not in (None, offer):
        return False
    found = next((finding for finding in assessment.findings if finding.check == waiver.check), None)
    return found is not None and found.outcome not in GOOD
