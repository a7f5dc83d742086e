"""What findings are worth: scores, caps and the verdict.

In: weights with knownness and worth, or an assessment. Out: `Score`s and a `Verdict`. Must not look at an offer.

Sums are exact fractions, turned into floats at the very end, so that bands and caps see unrounded values.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from math import lcm
from types import MappingProxyType

from evaluator.checklists.assessing import Assessment
from evaluator.checklists.catalogue import Catalogue
from evaluator.checklists.checks import WEIGHTS, Check
from evaluator.checklists.findings import Depth, FlagState, RedFlag, Score, Severity, Verdict
from evaluator.offer.shares import shown_share

FEWEST_SCORED = 3
HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Item:
    """One applicable check: its weight, knownness e and worth s. `surely` is false where it may not apply at all."""

    weight: int
    knownness: Fraction
    worth: Fraction
    surely: bool = True

    @property
    def least(self) -> Fraction:
        """What the check is worth if everything open turns out badly, 0 to 1."""
        return self.knownness * self.worth

    @property
    def most(self) -> Fraction:
        """What the check is worth if everything open turns out well, 0 to 1."""
        return self.least + 1 - self.knownness


@dataclass(frozen=True, slots=True)
class Band:
    """Floor, ceiling (0 to 100) and coverage (0 to 1) as exact fractions.

    `surely` is false where so many checks may not apply that it is open whether the whole is scored at all.
    """

    floor: Fraction
    ceiling: Fraction
    coverage: Fraction
    surely: bool = True


@cache
def exactly(number: float) -> Fraction:
    """The decimal that a grade such as 0.7 stands for."""
    return Fraction(str(number))


def band_of(items: Sequence[Item]) -> Band:
    """Floor, ceiling and coverage of the applicable checks; nothing known of an empty list.

    A check that may not apply counts in the floor only where it lowers it, and in the ceiling only where it raises
    it, so that leaving out a fact on which applicability hangs can't help.
    """
    return _band_of(tuple(items))


@lru_cache(maxsize=4_096)
def _band_of(items: tuple[Item, ...]) -> Band:
    """Kept, because trying many changes of one offer leaves most checklists as they were."""
    if not items:
        return Band(Fraction(0), HUNDRED, Fraction(0))
    weight = sum(item.weight for item in items)
    known = sum((item.weight * item.knownness for item in items), Fraction(0))
    floor = least_mean([(item.weight, item.least, item.surely) for item in items])
    ceiling = 1 - least_mean([(item.weight, 1 - item.most, item.surely) for item in items])
    surely = sum(item.surely for item in items) >= FEWEST_SCORED
    return Band(HUNDRED * floor, HUNDRED * ceiling, known / weight, surely)


def least_mean(values: Iterable[tuple[int | Fraction, Fraction, bool]]) -> Fraction:
    """The smallest weighted mean over all lists that hold every sure value and any of the others; 0 if none is sure."""
    listed = sorted(values, key=lambda entry: entry[1])
    # In whole numbers, which are as exact as fractions and many times as fast.
    parts = lcm(*(each.denominator for each, _, _ in listed))
    steps = lcm(*(value.denominator for _, value, _ in listed))
    whole = [
        (each.numerator * (parts // each.denominator), value.numerator * (steps // value.denominator), surely)
        for each, value, surely in listed
    ]
    weight = sum(each for each, _, surely in whole if surely)
    total = sum(each * value for each, value, surely in whole if surely)
    for each, value, surely in whole:
        if not surely and (weight == 0 or value * weight < total):
            weight += each
            total += each * value
    return Fraction(total, weight * steps)


def score_of(items: Sequence[Item], band: Band | None = None) -> Score:
    """The score of one checklist. Fewer than three applicable checks are shown, not scored."""
    return _score_of(tuple(items), band or band_of(items))


@lru_cache(maxsize=4_096)
def _score_of(items: tuple[Item, ...], band: Band) -> Score:
    known = sum((item.weight * item.knownness for item in items), Fraction(0))
    good = sum((item.weight * item.least for item in items), Fraction(0))
    return Score(
        floor=float(band.floor),
        ceiling=float(band.ceiling),
        coverage=float(band.coverage),
        quality=float(HUNDRED * good / known) if known else None,
        scored=len(items) >= FEWEST_SCORED,
        applicable=len(items),
    )


def cap_of(confirmed: Mapping[Severity, int], suspected_critical: int = 0) -> int:
    """The most that an overall figure may be with so many flags of each severity."""
    if confirmed.get("critical", 0):
        return 39
    if confirmed.get("high", 0) >= 3 or suspected_critical:
        return 59
    return {0: 100, 1: 79}.get(confirmed.get("high", 0), 69)


def caps_of(flags: Iterable[RedFlag]) -> tuple[int, int]:
    """The caps of floor and ceiling. The floor is the worst case: flags suspected or not ruled out count in it."""
    listed = list(flags)

    def count(states: tuple[FlagState, ...]) -> dict[Severity, int]:
        severities: tuple[Severity, ...] = ("critical", "high")
        return {one: sum(flag.severity == one and flag.state in states for flag in listed) for one in severities}

    suspected = sum(flag.severity == "critical" and flag.state == "suspected" for flag in listed)
    return cap_of(count(("raised", "suspected", "not_ruled_out"))), cap_of(count(("raised",)), suspected)


def scored_checks(
    catalogue: Catalogue, assessment: Assessment, depth: Depth = "core"
) -> Iterator[tuple[str, Check, Item]]:
    """The checklist, the check and its item for every applicable check of this depth (`core` or `full`); no flags."""
    for finding in assessment.findings:
        check = catalogue.by_id[finding.check]
        if check.is_flag or finding.outcome == "not_applicable" or not (check.core or depth == "full"):
            continue
        surely = finding.check not in assessment.unsure
        item = Item(WEIGHTS[check.importance], exactly(finding.knownness), exactly(finding.worth), surely)
        yield finding.checklist, check, item


def items_of(catalogue: Catalogue, assessment: Assessment, depth: Depth = "core") -> dict[str, list[Item]]:
    """The applicable checks of each checklist that is scored at this depth (`core` or `full`); red flags never are."""
    items: dict[str, list[Item]] = {
        finding.checklist: [] for finding in assessment.findings if not catalogue.by_id[finding.check].is_flag
    }
    for checklist, _, item in scored_checks(catalogue, assessment, depth):
        items[checklist].append(item)
    return items


Weights = Mapping[str, Fraction]
"""The weight of each checklist in the overall mean, by its id; 1 for one that is not named."""


def scorecard(
    catalogue: Catalogue, assessment: Assessment, depth: Depth = "core", weights: Weights = MappingProxyType({})
) -> dict[str, Score]:
    """The scores by checklist id, `overall` first: the mean of the scored checklists, capped by red flags.

    `weights` count some checklists more or less in that mean.
    """
    items = items_of(catalogue, assessment, depth)
    bands = {name: band_of(listed) for name, listed in items.items()}
    scores = {name: score_of(listed, bands[name]) for name, listed in items.items()}
    mean = mean_of({name: bands[name] for name, score in scores.items() if score.scored}, weights)
    return {"overall": _overall(mean, sum(map(len, items.values())), caps_of(assessment.red_flags)), **scores}


def mean_of(bands: Mapping[str, Band], weights: Weights = MappingProxyType({})) -> Band | None:
    """The weighted mean of the bands of checklists; nothing of no checklist.

    A checklist that may not be scored at all counts only where it lowers the floor or raises the ceiling, as a check
    that may not apply does within its checklist.
    """
    if not bands:
        return None
    listed = [(weights.get(name, Fraction(1)), band) for name, band in bands.items()]
    floor = least_mean([(share, band.floor, band.surely) for share, band in listed])
    ceiling = HUNDRED - least_mean([(share, HUNDRED - band.ceiling, band.surely) for share, band in listed])
    known = sum((share * band.coverage for share, band in listed), Fraction(0))
    return Band(floor, ceiling, known / sum(share for share, _ in listed))


def _overall(mean: Band | None, applicable: int, caps: tuple[int, int]) -> Score:
    if mean is None:
        return Score(0.0, 100.0, 0.0, None, False, applicable, 0.0, 100.0)
    floor, ceiling, coverage = mean.floor, mean.ceiling, mean.coverage
    return Score(
        floor=float(min(floor, Fraction(caps[0]))),
        ceiling=float(min(ceiling, Fraction(caps[1]))),
        coverage=float(coverage),
        quality=float(floor / coverage) if coverage else None,
        scored=True,
        applicable=applicable,
        uncapped_floor=float(floor),
        uncapped_ceiling=float(ceiling),
    )


def verdict(overall: Score, assessment: Assessment) -> Verdict:
    """The verdict on an offer, first rule that fits, with the rule in words."""
    if not overall.scored:
        return Verdict("not_assessable", "Not assessable", "Too few checks apply to this offer.")
    critical = [flag for flag in assessment.red_flags if flag.severity == "critical"]
    raised = [flag.title for flag in critical if flag.state == "raised"]
    still_open = [flag.title for flag in critical if flag.state != "raised"]
    floor, ceiling = _tenths(overall.floor), _tenths(overall.ceiling)
    if raised:
        return Verdict("stop", "Stop: resolve first", f"{_flags(raised)} raised: {_listed(raised)}.")
    if overall.coverage < 0.4:
        because = f"Only {shown_share(overall.coverage, cut=True)} of what matters is known; 40% is needed."
        return Verdict("not_enough", "Not enough stated", because)
    if overall.ceiling < 60:
        because = f"Even with every open answer good it reaches {ceiling} of 100; 60 is needed."
        return Verdict("weak", "Weak even if every open answer is good", because)
    if still_open:
        return Verdict("ask_first", "Ask first", f"{_flags(still_open)} not ruled out: {_listed(still_open)}.")
    if overall.floor >= 75:
        return Verdict("strong", "Strong", f"Even with every open answer bad it keeps {floor} of 100.")
    if overall.floor >= 60:
        because = f"Even with every open answer bad it keeps {floor} of 100, short of the 75 of a strong offer."
        return Verdict("sound", "Sound, close the gaps", because)
    because = f"It lies between {floor} and {ceiling} of 100, depending on the open answers."
    return Verdict("mixed", "Mixed: depends on the open answers", because)


def _flags(titles: Sequence[str]) -> str:
    return "A critical red flag is" if len(titles) == 1 else "Critical red flags are"


def _listed(titles: Sequence[str]) -> str:
    return ", ".join(title[0].lower() + title[1:] for title in titles)


def _tenths(value: float) -> str:
    """Cut after one decimal, so that 59.97 never reads as the 60 that it misses."""
    whole, tenth = divmod(int(value * 10 + 1e-9), 10)
    return f"{whole}.{tenth}" if tenth else str(whole)
