"""How a waiver reads beside the finding it accepts.

In: an offer's result and a check. Out: a sentence, or nothing. Must not decide whether it holds.
"""

from evaluator.comparison.model import OfferResult
from evaluator.report.wording import day, sentence


def waiver_note(offer: OfferResult, check: str) -> str | None:
    """`Accepted by R. Doe until …: reason.`, or that this has ended; nothing where nobody accepts the finding."""
    one = next((waived for waived in offer.waived if waived.check == check), None)
    if one is None:
        return None
    ended = "" if one.holds else ", which has passed"
    return f"Accepted by {one.by} until {day(one.expires)}{ended}: {sentence(one.reason)}"


def waiver_summary(offers: tuple[OfferResult, ...]) -> str | None:
    """How many findings are accepted and how many waivers have ended; nothing without waivers."""
    waived = [one for offer in offers for one in offer.waived]
    if not waived:
        return None
    holding = sum(one.holds for one in waived)
    ended = len(waived) - holding
    some = "1 finding is accepted" if holding == 1 else f"{holding} findings are accepted"
    findings = some if holding else "No finding is accepted"
    late = "" if not ended else ", 1 waiver has ended" if ended == 1 else f", {ended} waivers have ended"
    return f"{findings} by a waiver{late}. Scores count them all the same."
