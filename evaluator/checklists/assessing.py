"""What the checklists find in one offer.

In: a `Catalogue` and an `OfferFile`. Out: an `Assessment`, with one finding for every check in report order and the
red flags that are raised, suspected or not ruled out. Must not score.

Evidence: a good answer counts as much as its evidence; a bad one counts in full, unless only a third party says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from evaluator.checklists.catalogue import Catalogue
from evaluator.checklists.checks import Applies, Check, Checklist, outcome_of
from evaluator.checklists.control import State, states
from evaluator.checklists.findings import Finding, Outcome, RedFlag
from evaluator.checklists.flags import flag_of, watching_finding
from evaluator.checklists.law import load_state_law
from evaluator.checklists.measures import MEASURES, Asked, Found, Inapplicable, Measure, Subject
from evaluator.checklists.reading import Reading, show
from evaluator.checklists.stated_terms import EVIDENCE_BY_GRADE, Standing, Terms, terms_of
from evaluator.offer.evidence import Evidence, Fact, Knownness
from evaluator.offer.terms import About, OfferFile

SILENT = "The offer does not say."
VAGUE = "Asked, and answered without a number or a rule."
REFUSED = "Asked, and not answered."
SAID_NOT_TO_APPLY = "Said not to apply, but not in writing."
KNOWNNESS: Mapping[Outcome, float] = {"vague": 0.5, "refused": 1.0, "not_stated": 0.0, "not_applicable": 0.0}
WORTH: Mapping[Outcome, float] = {"met": 1.0, "partly": 0.5}

POSTING = Evidence.POSTING.grade
EMPLOYER = Evidence.VERBAL.grade


Views = Mapping[float, Subject]
"""The offer at every strength of evidence at which it says something else, the strongest first, and as a posting."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Findings in report order, red flags with critical ones first, and checks of which it is open whether they apply.

    Such a check counts as applicable; but it can't raise a flag, and in a score it can only lower the floor or raise
    the ceiling.
    """

    findings: tuple[Finding, ...]
    red_flags: tuple[RedFlag, ...]
    unsure: frozenset[str] = frozenset()

    def finding(self, check: str) -> Finding:
        """The finding of a check. Raises `KeyError` for an unknown id."""
        found = next((finding for finding in self.findings if finding.check == check), None)
        if found is None:
            raise KeyError(check)
        return found


def assess(
    catalogue: Catalogue, offer_file: OfferFile, figures: Mapping[str, Reading] = MappingProxyType({})
) -> Assessment:
    """What every check of the catalogue finds in the offer.

    `figures` are what the economics worked out, for measures that look at them; without them those are not known.
    """
    terms = terms_of(offer_file)
    answered = _Answered(catalogue, terms)
    applicable = answered.applicable
    views = _views(Subject(terms, answered.asked(), figures))
    pairs = tuple(catalogue.pairs())
    found: dict[str, Finding] = {}
    for checklist, check in pairs:
        if check.watches is None:
            found[check.id] = _finding(check, checklist, views, answered)
    for checklist, check in pairs:
        if check.watches is not None:
            base = _Base(check, checklist)
            if applicable[check.id] is False:
                found[check.id] = base.not_applicable()
            else:
                found[check.id] = watching_finding(check, checklist.id, found, applicable)
    findings = tuple(found[check.id] for _, check in pairs)
    unsure = frozenset(name for name, sure in applicable.items() if sure is None)
    flags = [flag_of(check, found[check.id], check.id in unsure) for _, check in pairs if check.is_flag]
    severities = ("critical", "high", "medium", "low")
    states = ("raised", "suspected", "not_ruled_out")
    raised = [flag for flag in flags if flag is not None]
    raised.sort(key=lambda flag: (severities.index(flag.severity), states.index(flag.state)))
    return Assessment(findings, tuple(raised), unsure)


def _views(subject: Subject) -> Views:
    terms = subject.terms
    return {grade: replace(subject, terms=terms.at_least(grade)) for grade in sorted({POSTING, *terms.grades})[::-1]}


def control_states(catalogue: Catalogue, offer_file: OfferFile) -> dict[str, State]:
    """Whether the practice decides each of the things that an employer usually decides, by the factor's id."""
    terms = terms_of(offer_file)
    return states(Subject(terms, _Answered(catalogue, terms).asked()))


def applies(rule: Applies | None, offer_file: OfferFile) -> bool | None:
    """Whether a check is for this offer; `None` where the offer does not say enough to tell."""
    if rule is None:
        return True
    about, pay = offer_file.offer.offer, offer_file.offer.pay
    pairs: tuple[tuple[tuple[str, ...] | None, str | None], ...] = (
        (rule.kinds, about.kind),
        (rule.disciplines, about.discipline),
        (rule.engagements, about.engagement),
        (rule.license_stages, about.license_stage),
        (rule.states, about.state),
        (rule.structures, None if pay is None else pay.structure),
    )
    limits = [None if stated is None else stated in allowed for allowed, stated in pairs if allowed is not None]
    if rule.law is not None:
        limits.append(_law_limits(rule.law, about))
    if False in limits:
        return False
    return None if None in limits else True


def _law_limits(topic: str, about: About) -> bool | None:
    """Whether a law of the table is reported to limit such a term on the day of the offer; `None` where unknown."""
    return load_state_law().limiting(
        topic, about.state, about.discipline, about.engagement, about.license_stage, about.as_of
    )


class _Answered:
    """Of every check of a catalogue what one offer answers, and whether the check is for it; each looked up once.

    `words` are the answers: none where the offer is silent, vague or refuses. `by_head` tells whether a check is for
    the offer by what its head says; `applicable` also counts an answer that takes the check out, surely from a posting
    on, perhaps by a word alone.
    """

    def __init__(self, catalogue: Catalogue, terms: Terms) -> None:
        self.catalogue = catalogue
        self.terms = terms
        self.words = {check.id: _word(check, checklist, terms) for checklist, check in catalogue.pairs()}
        self.by_head = {check.id: applies(check.applies, terms.offer_file) for _, check in catalogue.pairs()}
        self.applicable = {
            check.id: self._applicable(check, checklist, self.by_head[check.id])
            for checklist, check in catalogue.pairs()
        }

    def _applicable(self, check: Check, checklist: Checklist, by_head: bool | None) -> bool | None:
        word = self.words[check.id]
        if by_head is False or word is None or (check.answers or {})[word].worth != "not applicable":
            return by_head
        return False if self.terms.standing(f"{checklist.section}.{check.id}").grade >= POSTING else None

    def asked(self) -> dict[str, Asked]:
        """Every check that takes an answer, as measures see it."""
        asked = {}
        for checklist, check in self.catalogue.pairs():
            if check.answers is None:
                continue
            standing, word = self.terms.standing(f"{checklist.section}.{check.id}"), self.words[check.id]
            worth = check.answers[word].worth if word is not None else None
            asked[check.id] = Asked(word, worth, standing.grade, self.applicable[check.id], standing.knownness)
        return asked


def _word(check: Check, checklist: Checklist, terms: Terms) -> str | None:
    """The answer that the offer gives, or `None` where it is silent, vague or refuses."""
    if check.answers is None:
        return None
    word = terms.offer_file.answers.get(checklist.section, {}).get(check.id)
    if word is None or terms.standing(f"{checklist.section}.{check.id}").knownness is not Knownness.STATED:
        return None
    return word


def _finding(check: Check, checklist: Checklist, views: Views, answered: _Answered) -> Finding:
    base, terms = _Base(check, checklist), answered.terms
    if check.answers is not None and answered.by_head[check.id] is not False:
        return _of_answer(base, terms, answered.words[check.id])
    if answered.applicable[check.id] is False:
        return base.not_applicable()
    if check.terms is not None:
        return _of_terms(base, terms)
    return _of_measure(base, MEASURES[check.measure or ""], terms, views)


@dataclass(frozen=True, slots=True)
class _Base:
    """What all findings of a check have in common."""

    check: Check
    checklist: Checklist

    def finding(
        self,
        outcome: Outcome,
        says: str,
        fact: Fact | None = None,
        said: str | None = None,
        evidence: Evidence | None = None,
        only_third_party: bool | None = None,
    ) -> Finding:
        """A finding with its place, knownness and worth by the rule of the module's opening lines."""
        rests_on = evidence or (fact.evidence if fact else None)
        if only_third_party is None:
            only_third_party = rests_on is Evidence.THIRD_PARTY
        if outcome == "not_met":
            knownness = 0.5 if only_third_party else 1.0
        else:
            knownness = KNOWNNESS.get(outcome, rests_on.grade if rests_on else 0.0)
        return Finding(
            check=self.check.id,
            checklist=self.checklist.id,
            outcome=outcome,
            says=says,
            weight=self.check.importance,
            knownness=knownness,
            worth=WORTH.get(outcome, 0.0),
            said=said if said is not None else (fact.said if fact else None),
            evidence=rests_on.value if rests_on else None,
            quote=fact.quote if fact else None,
            where=fact.where if fact else None,
            line=fact.place.line if fact else None,
        )

    def not_applicable(self, because: str | None = None) -> Finding:
        """The check is not for this offer, with the reason."""
        rule = self.check.applies
        return self.finding("not_applicable", because or (rule.because if rule else ""))

    def open(self, standing: Standing, silent: str = SILENT) -> Finding:
        """Nothing decides the check: silent, vague or refused."""
        match standing.knownness:
            case Knownness.REFUSED:
                return self.finding("refused", REFUSED, standing.fact)
            case Knownness.VAGUE:
                return self.finding("vague", VAGUE, standing.fact)
            case _:
                return self.finding("not_stated", silent)


def _of_answer(base: _Base, terms: Terms, word: str | None) -> Finding:
    standing = terms.standing(f"{base.checklist.section}.{base.check.id}")
    if word is None:
        return base.open(standing)
    answer = (base.check.answers or {})[word]
    if answer.worth == "not applicable" and standing.grade < POSTING:
        return base.finding("not_stated", SAID_NOT_TO_APPLY, standing.fact, said=word)
    return base.finding(outcome_of(answer.worth), answer.says, standing.fact, said=word)


def _of_terms(base: _Base, terms: Terms) -> Finding:
    """Met when every term is stated, on the weakest evidence; never partly, for silence must not close an interval."""
    groups = zip(base.check.term_groups, (base.check.terms or {}).values(), strict=True)
    standings = [(terms.standing_of_any(names), words) for names, words in groups]
    still_open = [words for standing, words in standings if standing.knownness is not Knownness.STATED]
    if not still_open:
        weakest = min((standing for standing, _ in standings), key=lambda standing: standing.grade)
        return base.finding("met", base.check.says["met"], weakest.fact)
    stated = len(standings) - len(still_open)
    says = f"{stated} of {len(standings)} stated; open: {', '.join(still_open)}."
    return base.open(_worst([standing for standing, _ in standings]), says)


def _worst(standings: list[Standing]) -> Standing:
    """A refusal if there was one, else a vague answer, else silence."""
    for knownness in (Knownness.REFUSED, Knownness.VAGUE):
        for standing in standings:
            if standing.knownness is knownness:
                return standing
    return Standing(None)


def _of_measure(base: _Base, measure: Measure, terms: Terms, views: Views) -> Finding:
    """The outcome that earns most by what it rests on: the facts are read at every strength of evidence in turn.

    Weaker facts can thus add to what stronger ones have shown, and never take from it: a sure half stays a half when
    somebody promises the whole.
    """
    found = {grade: measure.read(subject) for grade, subject in views.items()}
    firm = found[POSTING]
    if isinstance(firm, Inapplicable):
        return base.not_applicable(firm.because)
    judged = [(grade, *_judged(base.check, reading)) for grade, reading in found.items()]
    decided = [(grade, outcome, reading) for grade, outcome, reading in judged if outcome and reading]
    if not decided:
        return _open_measure(base, measure, terms)
    grade, outcome, reading = max(decided, key=lambda one: one[0] * WORTH.get(one[1], 0.0))  # the strongest of equals
    said = show(reading, measure.unit)
    says = base.check.says[outcome].replace("{value}", said)  # type: ignore[index]
    fact = _fact_shown(measure, terms, grade)
    finding = base.finding(outcome, says, fact, said, EVIDENCE_BY_GRADE[grade], grade < EMPLOYER)
    # A number that is counted rather than stated (the share of vague answers) rests on no document.
    return finding if measure.terms else replace(finding, evidence=None)


def _judged(check: Check, found: Found) -> tuple[Outcome | None, Reading | None]:
    """The band that the whole reading falls into; nothing where it falls into several."""
    if not isinstance(found, Reading):
        return None, None
    low, high = _band(check, found.low), _band(check, found.high)
    return (low, found) if low == high else (None, found)


def _band(check: Check, value: float) -> Outcome:
    if check.met is not None and check.met.holds(value):
        return "met"
    return "partly" if check.partly is not None and check.partly.holds(value) else "not_met"


def _open_measure(base: _Base, measure: Measure, terms: Terms) -> Finding:
    standings = {words: terms.standing_of_any(tuple(names.split("|"))) for names, words in measure.terms.items()}
    worst = _worst(list(standings.values()))
    if worst.knownness is Knownness.REFUSED and base.check.refused == "raises":
        return base.finding("not_met", base.check.says["refused"], worst.fact, only_third_party=False)
    missing = [words for words, standing in standings.items() if standing.knownness is not Knownness.STATED]
    if len(missing) == len(standings):
        return base.open(worst)
    if missing:
        return base.open(worst, f"What is stated does not decide it; open: {', '.join(missing)}.")
    if measure.checks:
        return base.open(worst, "What is stated does not decide it; answers that it counts are open.")
    return base.open(worst, "What is stated is too wide a range to decide it.")


def _fact_shown(measure: Measure, terms: Terms, grade: float) -> Fact | None:
    """The weakest fact among those that decide a measure, to show its place and words."""
    standings = [terms.standing_of_any(tuple(names.split("|"))) for names in measure.terms]
    used = [one for one in standings if one.grade >= grade]
    return min(used, key=lambda one: one.grade).fact if used else None
