"""Offers evaluated alike and put in order.

In: offers as read, the catalogue, what the reader brings, the day. Out: the `Comparison`. Must not format or print.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise

from evaluator.checklists import Catalogue, ratings_of
from evaluator.checklists.findings import Depth
from evaluator.checklists.law import load_state_law
from evaluator.comparison.evaluate import Evaluation, evaluate
from evaluator.comparison.kinds import kinds_of_posts
from evaluator.comparison.lead import find_lead
from evaluator.comparison.model import Comparison, Implausible, OfferResult
from evaluator.comparison.notes import notes_on
from evaluator.comparison.order import order_by_scores
from evaluator.comparison.pay_headline import pay_headline
from evaluator.comparison.questions import worth_asking
from evaluator.comparison.status import status_of
from evaluator.comparison.sureness import how_sure
from evaluator.comparison.terms_side_by_side import terms_side_by_side
from evaluator.comparison.waived import remarks_on, waived_in
from evaluator.economics import Assumptions, Reader
from evaluator.economics.assumed import assumptions_used
from evaluator.economics.figures import Sureness
from evaluator.offer import OfferFile
from evaluator.offer.clinician import AboutMe
from evaluator.offer.fingerprint import fingerprint
from evaluator.offer.waivers import Waiver

SAME = 1e-9
"""Values that differ by less than this share hold the same rank."""

NOTICES = (
    "This report supports a decision. It is not legal, tax or financial advice.",
    "Percentage pay and missed-visit fees have legal limits that differ by state and payer. Ask a lawyer there.",
)


def compare(
    offers: Sequence[OfferFile],
    *,
    catalogue: Catalogue,
    about: AboutMe,
    assumptions: Assumptions,
    as_of: date,
    draws: int = 0,
    together: Sequence[str] = (),
    years: int = 1,
    baseline: int | None = None,
    depth: Depth = "core",
    waivers: Sequence[Waiver] = (),
    for_owner: bool = False,
) -> Comparison:
    """Compare one or more offers. The order given decides the order of columns and of ties, nothing else.

    `draws` simulated years tell how sure the order is; with 0 that part is left out. `together` names bad-year
    scenarios that one more row of the stress table stacks; `KeyError` for a name that is none. Figures cover `years`
    (1 or 2) from the first day; take-home is a year's. `baseline` is the place among the offers of the reader's present
    job, which is marked and otherwise treated as every other. `depth` says which checks are scored. Checks of an
    owner's audit are left out unless `for_owner`. `waivers` are shown beside what they accept and change nothing.
    Raises `UnknownTaxYearError` where the year of `as_of` has no payroll-tax parameters.
    """
    catalogue = catalogue if for_owner else catalogue.for_clinicians
    evaluations = [
        evaluate(offer, catalogue, reader_of(offer, about, assumptions, as_of, years), depth)
        for offer in distinct(offers)
    ]
    ranked = sorted(evaluations, key=_rank_key)
    ranks = _ranks(ranked)
    overall, own = how_sure(ranked, draws, together) if draws else (None, {})
    results = tuple(
        replace(
            _result(one, ranks[one.offer_file.id], catalogue, own.get(one.offer_file.id), depth),
            common_basis_split=_common_basis(one, evaluations[0]),
            baseline=place == baseline,
            waived=waived_in(one.offer_file.id, one.assessment, waivers, as_of),
        )
        for place, one in enumerate(evaluations)
    )
    return Comparison(
        schema_version=1,
        as_of=as_of,
        version=program_version(),
        reader=about.name,
        ranking=tuple(one.offer_file.id for one in ranked),
        lead=find_lead(ranked),
        offers=results,
        kinds=kinds_of_posts([one.offer_file for one in evaluations]),
        notes=notes_on(results),
        checklists=catalogue.checklist_texts(),
        checks=catalogue.check_texts(),
        sources=catalogue.source_texts(),
        assumptions=assumptions_used([one.appraisal for one in evaluations]),
        notices=(*NOTICES, what_figures_are(about, years)),
        how_sure=overall,
        same_content=_same_content(results),
        years=years,
        waiver_remarks=remarks_on(waivers, {one.offer_file.id: one.assessment for one in evaluations}, as_of),
        ratings=ratings_of(about),
        score_order=order_by_scores(evaluations, catalogue, ratings_of(about), depth),
        terms=terms_side_by_side(evaluations, catalogue),
    )


def _same_content(results: Sequence[OfferResult]) -> tuple[tuple[str, ...], ...]:
    """The ids of offers that say exactly the same, a group for each such offer, in the order given."""
    by_content: dict[str, list[str]] = {}
    for one in results:
        by_content.setdefault(one.fingerprint, []).append(one.id)
    return tuple(tuple(ids) for ids in by_content.values() if len(ids) > 1)


def what_figures_are(about: AboutMe, years: int) -> str:
    """The time that the figures are of, and which taxes take-home is after."""
    span = "one year" if years == 1 else "two years"
    mean = "" if years == 1 else " Take-home is a year's, the mean of the two."
    counted = [
        *(["federal income tax"] if about.income_tax == "yes" else []),
        *(["state income tax at the flat share you gave"] if about.state_income_tax is not None else []),
    ]
    if not counted:
        return f"Figures are for {span} from the first day, before income tax. No state tax is counted.{mean}"
    state = "" if about.state_income_tax is not None else " No state tax is counted."
    return (
        f"Figures are for {span} from the first day. Take-home is after {' and '.join(counted)}; the other "
        f"figures are before income tax.{state}{mean}"
    )


def reader_of(offer: OfferFile, about: AboutMe, assumptions: Assumptions, as_of: date, years: int = 1) -> Reader:
    """The reader of one offer. Where the clinician file prices no hour, the offer's own discipline does.

    So no offer's figures depend on which others stand beside it.
    """
    return Reader(about, assumptions, as_of.year, offer.offer.offer.discipline or "psychotherapy", years)


def distinct(offers: Sequence[OfferFile]) -> list[OfferFile]:
    """The offers with ids that tell them apart, for files of the same name in two folders."""
    seen: dict[str, int] = {}
    distinct = []
    for offer in offers:
        seen[offer.id] = seen.get(offer.id, 0) + 1
        distinct.append(offer if seen[offer.id] == 1 else replace(offer, id=f"{offer.id}-{seen[offer.id]}"))
    return distinct


def _rank_key(evaluation: Evaluation) -> tuple[float, float, float]:
    """By effective hourly value, then take-home. Silence never pays: an offer without its pay comes after the rest."""
    money = evaluation.appraisal.money
    return float(not money.pay_is_stated), -money.effective_hourly_usd.likely, -money.take_home_usd.likely


def _ranks(ranked: Sequence[Evaluation]) -> dict[str, int]:
    """Ranks from 1; offers with equal pay per hour and take-home share one."""
    ranks = {ranked[0].offer_file.id: 1}
    for place, (before, this) in enumerate(pairwise(ranked), start=2):
        pairs = zip(_rank_key(before), _rank_key(this), strict=True)
        tied = all(abs(a - b) <= SAME * max(abs(a), abs(b), 1.0) for a, b in pairs)
        ranks[this.offer_file.id] = ranks[before.offer_file.id] if tied else place
    return ranks


def _result(
    evaluation: Evaluation, rank: int, catalogue: Catalogue, sureness: Sureness | None, depth: Depth
) -> OfferResult:
    file, about = evaluation.offer_file, evaluation.offer_file.offer.offer
    return OfferResult(
        id=file.id,
        name=about.name,
        organization=about.organization,
        kind=about.kind,
        discipline=about.discipline,
        engagement=about.engagement,
        state=about.state,
        file=file.file,
        sha256=file.sha256,
        fingerprint=fingerprint(file),
        offer_as_of=about.as_of,
        rank=rank,
        verdict=evaluation.verdict,
        scores=dict(evaluation.scores),
        red_flags=evaluation.assessment.red_flags,
        findings=evaluation.assessment.findings,
        money=evaluation.appraisal.money,
        questions=worth_asking(evaluation, catalogue, depth),
        warnings=tuple(Implausible(row.place.line, row.message) for row in file.warnings),
        source=file.text,
        sureness=sureness,
        status=status_of(file, catalogue, evaluation.assessment),
        law=load_state_law().notes(about.state, about.discipline, about.engagement, about.license_stage, about.as_of),
        fit=evaluation.fit,
        pay_headline=pay_headline(file.offer.pay),
    )


def _common_basis(one: Evaluation, first: Evaluation) -> float:
    """What is kept of one offer as a share of the collectible revenue of the first (2.13); 0 of nothing."""
    whole = first.appraisal.money.full_ramp_collectible_usd
    return round(one.appraisal.money.keep_usd / whole, 9) if whole else 0.0


def program_version() -> str:
    """The version of this program, as outputs carry it, or that it runs from its source."""
    try:
        return version("evaluator")
    except PackageNotFoundError:
        return "from source"
