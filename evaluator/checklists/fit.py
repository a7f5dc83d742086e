"""How well an offer fits what matters to this reader, and where that puts it beside other offers.

In: a `Catalogue`, an `Assessment` and the reader's `Rating`s. Out: a `Fit`, and `Weighed`, which ranks. Must not look
at an offer or at money.

Sums are exact fractions, as in `score`. A floor is the worst case: what is not known to be protected counts there as
unprotected, and a priority that may not apply counts only where it does harm; so silence can't raise a fit either.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from evaluator.checklists.asking import gains
from evaluator.checklists.assessing import Assessment
from evaluator.checklists.catalogue import Catalogue
from evaluator.checklists.checks import WEIGHTS
from evaluator.checklists.findings import Depth, Fit, PriorityScore, Protection, Rating
from evaluator.checklists.score import (
    FEWEST_SCORED,
    HUNDRED,
    Band,
    Item,
    Weights,
    band_of,
    caps_of,
    items_of,
    least_mean,
    mean_of,
    scored_checks,
)

UNPROTECTED = 50
"""A chosen priority that stays under this is not protected."""

CAP = Fraction(49)
"""The most that a fit may be where a chosen priority is not protected."""

HALF = Fraction(1, 2)
"""The part of the fit in the value that ranks; the other part is the overall score."""

NOTHING_KNOWN = Band(Fraction(0), HUNDRED, Fraction(0))


@dataclass(frozen=True, slots=True)
class PriorityBand:
    """One priority in one offer. `surely` is false where every check that carries its tag may not apply."""

    rating: Rating
    band: Band
    surely: bool
    weight: int
    applicable: int


@dataclass(frozen=True, slots=True)
class FitBand:
    """The fit before and after its caps. `surely` is false where it is open whether any check applies at all."""

    band: Band
    uncapped: Band
    surely: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """What ranks one offer: its scored checklists, its fit if there is one, the caps of its red flags.

    `stopped` marks an offer with a critical flag that is raised: it comes after all others.
    """

    checklists: Mapping[str, Band]
    fit: FitBand | None
    caps: tuple[int, int]
    stopped: bool

    def value(self, weights: Weights = MappingProxyType({})) -> Band:
        """What the offer ranks by, 0 to 100: half the overall score and half the fit, then the caps of red flags.

        The overall score alone where there is no fit. `weights` count some checklists more or less. Coverage is that
        of the overall score.
        """
        overall = mean_of(self.checklists, weights) or NOTHING_KNOWN
        floor, ceiling = overall.floor, overall.ceiling
        if self.fit is not None:
            floor = (1 - HALF) * overall.floor + HALF * self.fit.band.floor
            ceiling = (1 - HALF) * overall.ceiling + HALF * self.fit.band.ceiling
            if not self.fit.surely:
                floor, ceiling = min(floor, overall.floor), max(ceiling, overall.ceiling)
        return Band(min(floor, Fraction(self.caps[0])), min(ceiling, Fraction(self.caps[1])), overall.coverage)


def weigh(
    catalogue: Catalogue, assessment: Assessment, ratings: Sequence[Rating] = (), depth: Depth = "core"
) -> Weighed:
    """What ranks the offer; without ratings there is no fit."""
    items = items_of(catalogue, assessment, depth)
    return Weighed(
        checklists={name: band_of(listed) for name, listed in items.items() if len(listed) >= FEWEST_SCORED},
        fit=fit_band(priority_bands(catalogue, assessment, ratings, depth)),
        caps=caps_of(assessment.red_flags),
        stopped=any(flag.severity == "critical" and flag.state == "raised" for flag in assessment.red_flags),
    )


def fit_of(
    catalogue: Catalogue, assessment: Assessment, ratings: Sequence[Rating], depth: Depth = "core"
) -> Fit | None:
    """The fit of an offer, 0 to 100; nothing without ratings, or where no check applies to what matters."""
    bands = priority_bands(catalogue, assessment, ratings, depth)
    fit = fit_band(bands)
    if fit is None:
        return None
    return Fit(
        floor=float(fit.band.floor),
        ceiling=float(fit.band.ceiling),
        coverage=float(fit.band.coverage),
        uncapped_floor=float(fit.uncapped.floor),
        uncapped_ceiling=float(fit.uncapped.ceiling),
        protection=protection_of(bands, [rating for rating in ratings if rating.chosen]),
        priorities=tuple(
            PriorityScore(
                one.rating.priority,
                float(one.band.floor),
                float(one.band.ceiling),
                float(one.band.coverage),
                one.applicable,
            )
            for one in bands
        ),
    )


def priority_bands(
    catalogue: Catalogue, assessment: Assessment, ratings: Sequence[Rating], depth: Depth = "core"
) -> tuple[PriorityBand, ...]:
    """Floor, ceiling and coverage of each priority over the applicable checks that carry its tag; red flags never do.

    A priority without such a check is left out.
    """
    tagged: dict[str, list[Item]] = {rating.priority: [] for rating in ratings}
    for _, check, item in scored_checks(catalogue, assessment, depth):
        for tag in check.priorities:
            if tag in tagged:
                tagged[tag].append(item)
    return tuple(
        PriorityBand(
            rating=rating,
            band=band_of(items),
            surely=any(item.surely for item in items),
            weight=sum(item.weight for item in items),
            applicable=len(items),
        )
        for rating in ratings
        if (items := tagged[rating.priority])
    )


def fit_band(bands: Sequence[PriorityBand]) -> FitBand | None:
    """The mean of what matters, by weight, and the same under the caps; nothing where nothing that matters applies."""
    counted = [one for one in bands if one.rating.weight]
    if not counted:
        return None
    floor = least_mean([(one.rating.weight, one.band.floor, one.surely) for one in counted])
    ceiling = HUNDRED - least_mean([(one.rating.weight, HUNDRED - one.band.ceiling, one.surely) for one in counted])
    known = sum((one.rating.weight * one.band.coverage for one in counted), Fraction(0))
    uncapped = Band(floor, ceiling, known / sum(one.rating.weight for one in counted))
    chosen = [one for one in bands if one.rating.chosen]
    return FitBand(
        band=Band(
            min(floor, CAP) if any(one.band.floor < UNPROTECTED for one in chosen) else floor,
            min(ceiling, CAP) if any(_is_unprotected(one) for one in chosen) else ceiling,
            uncapped.coverage,
        ),
        uncapped=uncapped,
        surely=any(one.surely for one in counted),
    )


def _is_unprotected(one: PriorityBand) -> bool:
    return one.surely and one.band.ceiling < UNPROTECTED


def protection_of(bands: Sequence[PriorityBand], chosen: Sequence[Rating]) -> Protection:
    """Whether the two chosen priorities are protected: from below for sure, only if asked, or not at all."""
    if not chosen:
        because = "No two priorities stand out: choose the two that matter most to see whether they are protected."
        return Protection("none_chosen", "No two chosen", because)
    names = {rating.priority for rating in chosen}
    found = [one for one in bands if one.rating.priority in names]
    missing = [rating.title for rating in chosen if rating.priority not in {one.rating.priority for one in found}]
    left_out = f" No check on {_in_words(missing)} applies to this offer." if missing else ""
    if not found:
        return Protection("not_assessable", "Not assessable", left_out.strip())
    lost = [one for one in found if _is_unprotected(one)]
    still_open = [one for one in found if one not in lost and one.band.floor < UNPROTECTED]
    if lost:
        told = " and ".join(f"{_low(one.rating.title)} reaches {_cut(one.band.ceiling)}" for one in lost)
        because = f"Even with every open answer good, {told} of 100; 50 is needed.{left_out}"
        return Protection("not_protected", "Does not protect your top two", because, _ids(lost))
    if still_open:
        told = " and ".join(f"{_low(one.rating.title)} keeps {_cut(one.band.floor)}" for one in still_open)
        because = f"With every open answer bad, {told} of 100; 50 is needed.{left_out}"
        return Protection("not_yet", "Not yet protected: ask", because, _ids(still_open))
    kept = " and ".join(f"{_low(one.rating.title)} keeps {_cut(one.band.floor)}" for one in found)
    because = f"Even with every open answer bad, {kept} of 100.{left_out}"
    if missing:
        return Protection("one_protected", "Protects one of your top two, the other is not assessed", because)
    return Protection("protected", "Protects your top two", because)


def _ids(bands: Sequence[PriorityBand]) -> tuple[str, ...]:
    return tuple(one.rating.priority for one in bands)


def _low(title: str) -> str:
    return title[0].lower() + title[1:]


def _in_words(titles: Sequence[str]) -> str:
    return " and ".join(map(_low, titles))


def _cut(value: Fraction) -> str:
    """Cut to a whole number, so that 49.9 never reads as the 50 that it misses."""
    return str(int(value))


def personal_gains(
    catalogue: Catalogue, assessment: Assessment, ratings: Sequence[Rating] = (), depth: Depth = "core"
) -> dict[str, float]:
    """For every check, the points of the ranking interval (of 100, before caps) that a full answer would close.

    Half by its checklist, half by the priorities that it serves; by its checklist alone where there is no fit.
    """
    found = dict(gains(catalogue, assessment, depth))
    counted = {
        one.rating.priority: one for one in priority_bands(catalogue, assessment, ratings, depth) if one.rating.weight
    }
    if not counted:
        return found
    total = sum(one.rating.weight for one in counted.values())
    found = {name: float(1 - HALF) * gain for name, gain in found.items()}
    for _, check, item in scored_checks(catalogue, assessment, depth):
        still_open = WEIGHTS[check.importance] * (1 - item.knownness)
        for tag in check.priorities:
            if tag in counted:
                one = counted[tag]
                found[check.id] += float(HUNDRED * HALF * one.rating.weight * still_open / total / one.weight)
    return found
