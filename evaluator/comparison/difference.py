"""Two versions of an offer: what changed, and what each change does to score and money.

In: two offers as read, the catalogue, what the reader brings, the day. Out: a `Difference`. Must not format or print.
Each change is made alone in the old version, which is then evaluated anew; nothing depends on an order of changes.
"""

from collections.abc import Sequence
from datetime import date

from evaluator.checklists import Catalogue
from evaluator.checklists.findings import Depth
from evaluator.comparison.compare import NOTICES, program_version, what_figures_are
from evaluator.comparison.difference_figures import effect_between, figures_in, flag_moves, rest_of, rise
from evaluator.comparison.difference_groups import Bench, groups_of
from evaluator.comparison.difference_model import (
    Change,
    Difference,
    Direction,
    Effect,
    Figures,
    FlagMove,
    Item,
    Version,
)
from evaluator.comparison.difference_words import Wording
from evaluator.comparison.trying import Tried
from evaluator.economics import Assumptions
from evaluator.offer import OfferFile
from evaluator.offer.aligning import Matter, align
from evaluator.offer.clinician import AboutMe
from evaluator.offer.fingerprint import fingerprint


def difference(
    old: OfferFile,
    new: OfferFile,
    *,
    catalogue: Catalogue,
    about: AboutMe,
    assumptions: Assumptions,
    as_of: date,
    depth: Depth = "core",
) -> Difference:
    """What differs between two versions of an offer, and what it does.

    Raises `UnknownTaxYearError` where the year of `as_of` has no payroll-tax parameters.
    """
    bench = Bench(old, new, align(old, new), catalogue, about, assumptions, as_of, depth)
    first, last = bench.tried(frozenset()), bench.of(new)
    before, after = figures_in(first, catalogue), figures_in(last, catalogue)
    wording = Wording(old, new, bench.alignment, catalogue, (first.appraisal.terms, last.appraisal.terms))
    changes = [_change(group, bench.tried(frozenset(group)), (first, before), wording) for group in groups_of(bench)]
    whole, flags = effect_between(before, after), flag_moves(first, last)
    return Difference(
        schema_version=1,
        as_of=as_of,
        version=program_version(),
        reader=about.name,
        same=fingerprint(old) == fingerprint(new),
        old=_version(old),
        new=_version(new),
        before=before,
        after=after,
        whole=whole,
        changes=tuple(sorted(changes, key=_gravest)),
        together=rest_of(whole, [change.effect for change in changes]),
        flags=flags,
        worse_because=worse_because(before, after, flags),
        notices=(*NOTICES, what_figures_are(about, 1)),
    )


def worse_because(before: Figures, after: Figures, flags: Sequence[FlagMove]) -> tuple[str, ...]:
    """Why the new version counts as worse: its floor or the worst case of an hour falls, or a red flag is raised."""
    reasons = []
    if after.capped_floor < before.capped_floor:
        reasons.append(f"the overall floor falls from {before.capped_floor:.1f} to {after.capped_floor:.1f}")
    if after.hourly_usd.low < before.hourly_usd.low:
        was, is_now = _usd(before.hourly_usd.low), _usd(after.hourly_usd.low)
        reasons.append(f"the worst case of an hour worked falls from {was} to {is_now}")
    reasons += [f"the red flag “{move.title}” is raised" for move in flags if move.after == "raised"]
    return tuple(reasons)


def _usd(amount: float) -> str:
    return f"{'-' if amount < 0 else ''}${abs(amount):,.2f}"


def _version(file: OfferFile) -> Version:
    about = file.offer.offer
    return Version(
        id=file.id,
        name=about.name,
        organization=about.organization,
        file=file.file,
        offer_as_of=about.as_of,
        fingerprint=fingerprint(file),
        sha256=file.sha256,
        source=file.text,
    )


def _change(group: Sequence[Matter], tried: Tried, base: tuple[Tried, Figures], wording: Wording) -> Change:
    effect = effect_between(base[1], figures_in(tried, wording.catalogue))
    flags = flag_moves(base[0], tried)
    items = tuple(wording.item(matter) for matter in group)
    return Change(items, _direction(items, effect, flags), effect, flags)


def _direction(items: Sequence[Item], effect: Effect, flags: Sequence[FlagMove]) -> Direction:
    """For the better where something that counts rises and nothing falls; for the worse the other way round.

    What counts is what is sure or likely: floor, worst and likely case of an hour, red flags. Only where none of them
    moves do the best cases decide, and only for the worse: less to hope for is a loss, more to hope for is no gain.
    Saying nothing any more is never for the better.
    """
    counted = [effect.floor, effect.hourly_usd.low, effect.hourly_usd.likely, *(-rise(move) for move in flags)]
    rises, falls = any(value > 0 for value in counted), any(value < 0 for value in counted)
    if not rises and not falls:
        hoped = min(effect.ceiling, effect.hourly_usd.high)
        answered = any(item.new.state != "not_mentioned" for item in items)
        return "worse" if hoped < 0 and answered else "open"
    if rises and falls:
        return "open"
    if falls:
        return "worse"
    return "open" if all(item.kind == "removed" for item in items) else "better"


def _gravest(change: Change) -> tuple[object, ...]:
    """Those that are not mentioned any more first, then for the worse, for the better, and open; the largest first.

    Within each: by red flags, by the hour, by the floor. Money and scores are never added up.
    """
    removed = all(item.kind == "removed" for item in change.items)
    place = 0 if removed else 1 + ("worse", "better", "open").index(change.direction)
    weights = {"critical": 1000, "high": 100, "medium": 10, "low": 1}
    flags = sum(weights[move.severity] * abs(rise(move)) for move in change.flags)
    effect = change.effect
    hour = max(abs(effect.hourly_usd.likely), abs(effect.hourly_usd.low))
    return (place, -flags, -hour, -abs(effect.floor), -abs(effect.ceiling))
