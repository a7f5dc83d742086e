"""Three common beliefs about offers, said where the offers at hand speak against one.

In: evaluated offers. Out: `Note`s. Must not judge anew: splits, pay, answers, flags and scores come as they were found.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from evaluator.comparison.model import Note, OfferResult
from evaluator.comparison.pay_headline import states_a_split

HIGH = 60.0
"""Floor of a checklist from which it counts as high: the line from which a verdict is sound."""

SAME = 1e-9
"""Figures that differ by less than this share hold the same rank."""

PLACES_LOST = 2
"""Among three offers or more, a split misleads when the offer ranks so many places lower by pay per hour than by split.

One place is often a near tie of two offers. With two offers there is only one place to lose, and losing it is enough.
"""

SPLIT = "A higher split means higher pay."
LEADS = "If they supply clients, they decide whom I see."
SUPPORT = "More support means less autonomy."
OVERSIGHT = "Oversight is a kind of support."


def notes_on(offers: Sequence[OfferResult]) -> tuple[Note, ...]:
    """The notes that the offers call for, in the order of the beliefs; none where no offer touches a belief."""
    return (*_splits(offers), *_leads(offers), *_support(offers), *_control(offers))


def _splits(offers: Sequence[OfferResult]) -> Iterator[Note]:
    """An offer that states a split and loses places by pay per hour, beside the best paid of those that it outranks.

    All offers with stated pay are ranked, by the split that they state or that their pay comes to.
    """
    stated = [offer for offer in offers if offer.money.pay_is_stated]
    splits = _ranks(stated, lambda offer: offer.money.headline_split.likely)
    hourly = _ranks(stated, lambda offer: offer.money.effective_hourly_usd.likely)
    enough = 1 if len(stated) == 2 else PLACES_LOST
    for offer in sorted(stated, key=lambda one: splits[one.id]):
        paid_more = [one for one in stated if splits[one.id] > splits[offer.id] and hourly[one.id] < hourly[offer.id]]
        if paid_more and states_a_split(offer.money.structure) and hourly[offer.id] - splits[offer.id] >= enough:
            better = min(paid_more, key=lambda one: hourly[one.id])
            yield Note("split-is-not-pay", SPLIT, _split_says(offer, better, splits, hourly), (offer.id, better.id))


def _split_says(offer: OfferResult, better: OfferResult, splits: dict[str, int], hourly: dict[str, int]) -> str:
    share, pay, other = _percent(offer), _usd(offer), _percent(better)
    word = "" if states_a_split(better.money.structure) else "what comes to "
    open_terms = any(
        one.money.effective_hourly_usd.low < one.money.effective_hourly_usd.high for one in (offer, better)
    )
    caution = ", if open terms turn out as assumed" if open_terms else ""
    return (
        f"{offer.name} is number {splits[offer.id]} by split ({share}) and number {hourly[offer.id]} by pay for each "
        f"hour worked ({pay}). {better.name} pays {_usd(better)} with {word}{other}{caution}."
    )


def _percent(offer: OfferResult) -> str:
    return f"{_rounded(offer.money.headline_split.likely * 100, 1)}%"


def _usd(offer: OfferResult) -> str:
    amount = _rounded(offer.money.effective_hourly_usd.likely, 2)
    return f"{'-' if amount < 0 else ''}${abs(amount):,}"


def _rounded(number: float, places: int) -> Decimal:
    """Half away from zero, as everywhere in a report; a ten-billionth is forgiven, as a share times 100 may miss it."""
    return Decimal(repr(round(number, 10))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _ranks(offers: Sequence[OfferResult], figure: Callable[[OfferResult], float]) -> dict[str, int]:
    """Ranks from 1 by a figure, highest first; equal figures share one."""

    def beaten(value: float, other: float) -> bool:
        return other - value > SAME * max(abs(value), abs(other), 1.0)

    return {one.id: 1 + sum(beaten(figure(one), figure(other)) for other in offers) for one in offers}


def _leads(offers: Sequence[OfferResult]) -> Iterator[Note]:
    found = [offer for offer in offers if _raised(offer, "leads-as-lever")]
    if found:
        says = (
            f"Supplying clients does not bring that with it. {_answers(found, ('decline-referrals', 'pause-intake'))} "
            "Ask for a line that referrals don't depend on whom you accept."
        )
        yield Note("leads-are-not-choice", LEADS, says, _ids(found))


def _support(offers: Sequence[OfferResult]) -> Iterator[Note]:
    """Much support and much autonomy side by side, and a review by colleagues.

    A low score for autonomy would bear the belief out, and an offer in which control is raised is not praised.
    """
    found = [
        offer
        for offer in offers
        if min(_floor(offer, "support"), _floor(offer, "autonomy")) >= HIGH
        and _outcome(offer, "quality-review") == "met"
        and not _raised(offer, "control-as-support")
    ]
    if found:
        both = _joined([_with_floors(offer) for offer in found])
        says = (
            f"Here they are found together. {both}, even with every open answer at its worst. A colleague reviews "
            "your work on written clinical criteria."
        )
        yield Note("support-is-not-control", SUPPORT, says, _ids(found))


def _control(offers: Sequence[OfferResult]) -> Iterator[Note]:
    found = [offer for offer in offers if _raised(offer, "control-as-support")]
    if found:
        says = f"Support takes work off you; oversight limits your judgement. {_answers(found, ('quality-review',))}"
        yield Note("control-is-not-support", OVERSIGHT, says, _ids(found))


def _with_floors(offer: OfferResult) -> str:
    """`Harbor has 88 of 100 for support and 77 for autonomy`, as the score tables show them."""
    support, autonomy = _rounded(_floor(offer, "support"), 0), _rounded(_floor(offer, "autonomy"), 0)
    return f"{offer.name} has {support} of 100 for support and {autonomy} for autonomy"


def _answers(offers: Sequence[OfferResult], checks: Sequence[str]) -> str:
    """What each offer says on these checks where it is not met, as `Lakeside: Declining costs you referrals.`"""
    said = []
    for offer in offers:
        found = [one.says for one in offer.findings if one.check in checks and one.outcome == "not_met"]
        said.append(f"{offer.name}: {' '.join(found)}")
    return " ".join(said)


def _floor(offer: OfferResult, checklist: str) -> float:
    """A score with every open answer at its worst; below any score where the checklist is not scored."""
    score = offer.scores.get(checklist)
    return -1.0 if score is None or not score.scored else score.floor


def _outcome(offer: OfferResult, check: str) -> str | None:
    return next((finding.outcome for finding in offer.findings if finding.check == check), None)


def _raised(offer: OfferResult, check: str) -> bool:
    return any(flag.check == check and flag.state == "raised" for flag in offer.red_flags)


def _ids(offers: Sequence[OfferResult]) -> tuple[str, ...]:
    return tuple(offer.id for offer in offers)


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
