"""Own offers audited: what an owner sees of them, beside what a candidate will see.

In: offers as read, the whole catalogue, gates, waivers, the day. Out: the `Audit`. Must not format or print.
"""

from collections.abc import Sequence
from datetime import date

from evaluator.checklists import Catalogue
from evaluator.checklists.findings import Depth
from evaluator.comparison.audit_model import Audit, AuditedOffer, BothSides, GateResult, Gates, InputFile, Reach
from evaluator.comparison.compare import compare, distinct, reader_of
from evaluator.comparison.fixes import find_fixes
from evaluator.comparison.gates import gates_of, outcome_of_gates
from evaluator.comparison.model import Comparison, OfferResult
from evaluator.comparison.reaching import reach
from evaluator.comparison.trying import Workbench
from evaluator.economics import Assumptions
from evaluator.economics.figures import Money
from evaluator.economics.practice import PracticeFigures, audit_practice
from evaluator.economics.rounding import cents
from evaluator.offer import OfferFile
from evaluator.offer.clinician import AboutMe
from evaluator.offer.practice import Books, PracticeFile
from evaluator.offer.quantity import Quantity
from evaluator.offer.waivers import Waiver

DEFAULT_GATES = Gates()
OWN_NOTICE = "The practice's part is what it keeps of collections before its own costs, payroll tax among them."


def audit(
    offers: Sequence[OfferFile],
    *,
    catalogue: Catalogue,
    assumptions: Assumptions,
    as_of: date,
    gates: Gates = DEFAULT_GATES,
    depth: Depth = "core",
    waivers: Sequence[Waiver] = (),
    draws: int = 0,
    years: int = 1,
    to_reach: Reach | None = None,
    practice: Books | None = None,
) -> Audit:
    """Audit one or more offers, each by itself; the order given is the order of the report.

    `to_reach` asks for the cheapest fixes that lead to a verdict. `draws`, `years`, `depth` and `waivers` are as in
    `compare`. The candidate is one of whom nothing is known. `practice` are the practice's own books.
    Raises `UnknownTaxYearError` where the year of `as_of` has no payroll-tax parameters.
    """

    def compared(for_owner: bool, simulated: int) -> Comparison:
        return compare(
            offers,
            catalogue=catalogue,
            about=AboutMe(),
            assumptions=assumptions,
            as_of=as_of,
            draws=simulated,
            years=years,
            depth=depth,
            waivers=waivers,
            for_owner=for_owner,
        )

    owner = compared(True, 0)
    titles = {text.id: text.title for text in owner.checklists}
    benches = [
        Workbench(file, catalogue, reader_of(file, AboutMe(), assumptions, as_of, years), depth)
        for file in distinct(offers)
    ]
    audited = tuple(
        _audited(one, bench, gates_of(one, gates, titles), to_reach)
        for one, bench in zip(owner.offers, benches, strict=True)
    )
    return Audit(
        schema_version=1,
        gates=gates,
        outcome=outcome_of_gates([result for one in audited for result in one.gates], gates),
        offers=audited,
        owner=owner,
        candidate=compared(False, draws),
        practice=None if practice is None else _books(practice.practice, offers),
        inputs=_inputs(practice, waivers),
        notices=(OWN_NOTICE,),
    )


def _inputs(practice: Books | None, waivers: Sequence[Waiver]) -> tuple[InputFile, ...]:
    """The files beside the offers, each once."""
    books = [] if practice is None else [InputFile("practice", practice.file, practice.sha256)]
    return (*books, *dict.fromkeys(InputFile("waivers", one.file, one.sha256) for one in waivers))


def _books(practice: PracticeFile, offers: Sequence[OfferFile]) -> PracticeFigures:
    """What the books come to at their own split; where they name none, at the share that the first offer states."""
    found = audit_practice(practice, None)
    if found.chosen is not None:
        return found
    shares = (getattr(offer.offer.pay, "share", None) for offer in offers)
    stated = next((share for share in shares if isinstance(share, Quantity) and share.is_point), None)
    return found if stated is None else audit_practice(practice, stated.likely)


def _audited(
    result: OfferResult, bench: Workbench, gates: tuple[GateResult, ...], to_reach: Reach | None
) -> AuditedOffer:
    fixes, unfixed = find_fixes(bench)
    return AuditedOffer(
        id=result.id,
        both_sides=both_sides(result.money),
        gates=gates,
        fixes=fixes,
        unfixed=unfixed,
        reached=reach(bench, fixes, to_reach) if to_reach else None,
    )


def both_sides(money: Money) -> BothSides:
    """The money of one clinician from both sides, to the cent; what comes in equals what becomes of it."""
    collected = cents(money.collected_usd + money.monitoring_collected_usd)
    fees, pay = cents(money.fees_collected_usd), cents(money.gross_pay_usd)
    left = cents(collected + fees - pay)
    whole = collected + fees
    return BothSides(
        collected_usd=collected,
        fees_usd=fees,
        clinician_usd=pay,
        practice_usd=left,
        practice_share=round(left / whole, 9) if whole else 0.0,
        kept_sessions=money.kept_sessions,
        practice_per_session_usd=cents(left / money.kept_sessions) if money.kept_sessions else 0.0,
        pay_is_stated=money.pay_is_stated,
    )
