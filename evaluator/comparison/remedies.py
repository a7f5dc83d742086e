"""What an offer file would have to say for one finding to be a good one.

In: a check, its finding, the offer and its money terms. Out: changes to try, the smallest first. Must not evaluate them
nor judge what they are worth.
"""

from collections.abc import Callable, Iterator, Mapping

from evaluator.checklists.assessing import control_states
from evaluator.checklists.catalogue import Catalogue
from evaluator.checklists.checks import Check
from evaluator.checklists.control import Factor, load_factors
from evaluator.checklists.findings import Finding
from evaluator.checklists.measures import MEASURES, PAID_BY_THE_CLOCK
from evaluator.comparison.money_remedies import money_changes
from evaluator.comparison.trying import Workbench
from evaluator.economics.money_term import MoneyTerm
from evaluator.economics.term_words import amount_in_words
from evaluator.offer.editing import Change
from evaluator.offer.evidence import Evidence, Knownness
from evaluator.offer.quantity import Quantity
from evaluator.offer.terms import OfferFile

Changes = tuple[Change, ...]
AMOUNTS_NOW = frozenset({"usd", "share", "hours", "minutes", "weeks", "days", "sessions"})
_FEE = "pay.missed_visit"


def remedies(bench: Workbench, finding: Finding) -> tuple[Changes, ...]:
    """The changes to try for one finding, most fitting first; none where no single place of the file decides it."""
    check = bench.catalogue.by_id[finding.check]
    if check.answers is not None:
        return _answered(check, finding, bench)
    if check.terms is not None:
        stated = _state_terms(check, bench)
        return (stated,) if stated else ()
    if check.measure is None:
        return ()
    names = tuple(name for group in MEASURES[check.measure].terms for name in group.split("|"))
    written = _written_down(names, bench.offer_file)
    if finding.outcome == "met":
        return (written,) if written else ()
    found = _BY_MEASURE[check.measure](check, bench) if check.measure in _BY_MEASURE else ()
    return tuple(changes + _rest_of(written, changes) for changes in found)


def _answered(check: Check, finding: Finding, bench: Workbench) -> tuple[Changes, ...]:
    """The best answer with the money terms that it changes, then without: not every file has room for them."""
    answer = _answer(bench.catalogue, check, finding)
    money = money_changes(check.id, bench) if finding.outcome != "met" and answer else ()
    return ((*answer, *money), answer) if money else (answer,)


def _answer(catalogue: Catalogue, check: Check, finding: Finding) -> Changes:
    """The best answer, in the contract; a good one that is there already is only written into it."""
    path = (catalogue.checklist_of[check.id].section, check.id)
    if finding.outcome == "met":
        return (Change(path),)
    answers = check.answers or {}
    for worth in ("met", "partly"):
        for word, answer in answers.items():
            if answer.worth == worth:
                return (Change(path, word),)
    return ()


def _state_terms(check: Check, bench: Workbench) -> Changes:
    """Every missing term stated at its likely value, and those that are there written into the contract."""
    changes: list[Change] = []
    for group in check.term_groups:
        stated = _written_down(group, bench.offer_file, keep_contract=True)
        if stated is None:
            missing = next(_statements(group, bench.before.appraisal.terms), None)
            if missing is None:
                return ()
            stated = (missing,)
        changes += stated
    return tuple(changes)


def _statements(names: tuple[str, ...], terms: Mapping[str, MoneyTerm]) -> Iterator[Change]:
    """Each of these terms as a file would state its likely value, where there is one that is a plain amount."""
    for name in names:
        term = terms.get(name)
        if term is not None and term.unit in AMOUNTS_NOW:
            yield _set(name, amount_in_words(term.likely, term.unit))
        elif name == "benefits" and term is not None:
            yield _set(name, "none")


def _written_down(names: tuple[str, ...], offer_file: OfferFile, keep_contract: bool = False) -> Changes | None:
    """The stated ones among these terms, moved into the contract.

    With `keep_contract`, nothing (rather than no change) where none of them is stated.
    """
    stated: list[Change] = []
    found = False
    for name in names:
        path = tuple(name.split("."))
        facts = [fact for fact in offer_file.facts.values() if fact.path[: len(path)] == path]
        if any(fact.knownness is Knownness.STATED for fact in facts):
            found = True
            if any(fact.evidence is not Evidence.CONTRACT for fact in facts):
                stated.append(Change(path))
    if keep_contract and not found:
        return None
    return tuple(stated)


def _rest_of(written: Changes | None, changes: Changes) -> Changes:
    """What else a measure looks at, written into the contract, without what the changes say anew."""
    said = {change.path for change in changes}
    return tuple(one for one in written or () if one.path not in said)


def _set(name: str, value: str) -> Change:
    return Change(tuple(name.split(".")), value)


def _quantity(offer_file: OfferFile, name: str) -> Quantity | None:
    found: object = offer_file.offer
    for part in name.split("."):
        found = getattr(found, part, None)
    return found if isinstance(found, Quantity) else None


def _bound(check: Check) -> float:
    return check.met.value if check.met else 0.0


def _missed_visits(check: Check, bench: Workbench) -> tuple[Changes, ...]:
    """A larger share of the fee that is charged already, else fixed pay for each missed visit."""
    fee, wanted = _quantity(bench.offer_file, f"{_FEE}.fee"), _bound(check)
    fixed = tuple(_set(f"{_FEE}.per_{kind}", f"${wanted:g}") for kind in ("no_show", "late_cancel"))
    if fee is None or fee.low < wanted:
        return (fixed,)
    likely = bench.before.appraisal.terms[f"{_FEE}.clinician_share"].likely
    # Whole percent, rounded up so that the bound is reached, and never less than what such offers usually give.
    share = max(-(-wanted * 100 // fee.low), round(likely * 100))
    return ((_set(f"{_FEE}.clinician_share", f"{share:g}%"),), fixed)


def _paid_hours(check: Check, bench: Workbench) -> tuple[Changes, ...]:
    """The hours outside sessions paid, at what the profession earns an hour where no rate is stated."""
    pay = bench.offer_file.offer.pay
    terms = bench.before.appraisal.terms
    if pay is not None and pay.structure in PAID_BY_THE_CLOCK:
        hours = terms.get("hours.contract_per_week")
        likely = hours.likely if hours is not None and hours.likely else 40.0
        return ((_set("hours.contract_per_week", f"{likely:g} hours"),),)
    share = _bound(check) if check.measure == "paid_share_of_required_hours" else 1.0
    paid = _set("hours.weekly_paid", f"{share * 100:g}%")
    if _quantity(bench.offer_file, "hours.paid_hour") is not None:
        return ((paid,),)
    return ((paid, _set("hours.paid_hour", f"${bench.reader.hour_value_usd:,.2f}")),)


def _lag(check: Check, _bench: Workbench) -> tuple[Changes, ...]:
    return ((_set("pay.lag_days", f"{_bound(check):g} days"),),)


def _caseload(check: Check, bench: Workbench) -> tuple[Changes, ...]:
    """As many sessions as the bound allows for this share of full time, or as many as there are now if fewer.

    Where referrals fill a schedule, its slots are what can be stated.
    """
    share = _quantity(bench.offer_file, "offer.full_time_share")
    allowed = _bound(check) * (share.low if share else 1.0)
    terms = bench.before.appraisal.terms
    name = next((one for one in ("caseload.sessions_per_week", "patient_flow.slots_per_week") if one in terms), None)
    if name is None:
        return ()
    sessions = min(int(allowed + 1e-9), int(terms[name].likely)) or 1
    full = () if share else (_set("offer.full_time_share", "100%"),)
    return ((_set(name, f"{sessions} sessions"), *full),)


def _ramp(_check: Check, bench: Workbench) -> tuple[Changes, ...]:
    """A start and a length that are stated, first as they are likely now, then slower."""
    terms = bench.before.appraisal.terms
    start, weeks = terms.get("caseload.ramp.starts_at"), terms.get("caseload.ramp.weeks")
    now = (start.likely if start else 0.5, weeks.likely if weeks else 12.0)
    return tuple(
        (
            _set("caseload.ramp.starts_at", f"{round(share * 100):g}%"),
            _set("caseload.ramp.weeks", f"{length:g} weeks"),
            _set("caseload.ramp.shape", "linear"),
        )
        for share, length in (now, (0.5, 8.0), (0.25, 12.0))
    )


def _control(_check: Check, bench: Workbench) -> tuple[Changes, ...]:
    """What is open about the practice's control stated as left to the clinician; then also what is decided now."""
    shown = [(factor, _factor_change(factor, bench)) for factor in load_factors()]
    state = control_states(bench.catalogue, bench.offer_file)
    as_open = tuple(
        change for factor, change in shown if change and (change.value is None or state[factor.id] != "yes")
    )
    return (as_open, tuple(change for _, change in shown if change))


def _factor_change(factor: Factor, bench: Workbench) -> Change | None:
    """One thing that an employer usually decides, left to the clinician in the contract; nothing where it is."""
    if factor.term is not None:
        fact = bench.offer_file.facts.get(factor.term)
        if fact is not None and fact.said in ("no", "none"):
            return None if fact.evidence is Evidence.CONTRACT else Change(tuple(factor.term.split(".")))
        return _set(factor.term, "none" if factor.term == "benefits" else "no")
    finding = bench.before.assessment.finding(factor.check or "")
    if finding.outcome == "not_applicable" or (finding.outcome == "met" and finding.knownness == 1):
        return None
    changes = _answer(bench.catalogue, bench.catalogue.by_id[finding.check], finding)
    return changes[0] if changes else None


_BY_MEASURE: dict[str, Callable[[Check, Workbench], tuple[Changes, ...]]] = {
    "control_factors": _control,
    "missed_visit_pay_usd": _missed_visits,
    "paid_share_of_required_hours": _paid_hours,
    "unpaid_hours_share": _paid_hours,
    "pay_lag_days": _lag,
    "full_time_sessions_per_week": _caseload,
    "early_load_share": _ramp,
}
"""The measures that a term or two decide. The others count many facts, or tell what has happened already."""
