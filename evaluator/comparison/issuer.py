"""What the issuer of an offer may want to settle before the sheet goes out, most useful to a candidate first.

In: one offer, evaluated and disclosed. Out: an `IssuerList`. Must not weigh anything anew: the order is that of the
questions a candidate would ask, and what rests on spoken words stands where its question does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evaluator.checklists import MEASURES, Catalogue, Check
from evaluator.checklists.contradictions import contradictions
from evaluator.comparison.disclosure_model import Disclosure, Issue, IssueKind, IssuerList, Stated
from evaluator.comparison.evaluate import Evaluation
from evaluator.comparison.model import Question
from evaluator.comparison.questions import worth_asking
from evaluator.offer import Evidence, Fact, Knownness, OfferFile
from evaluator.offer.evidence import MayChange
from evaluator.offer.vagueness import vague_statements

MOST_KEYS = 4
SPOKEN = (Evidence.VERBAL, Evidence.THIRD_PARTY)
_WORDS: dict[IssueKind, str] = {
    "only_said": "Put it into the letter or the contract.",
}
_CHANGES_ALONE = frozenset({"any_time", "under_30_days", "short_notice", "sixty_days_and_exit"})
"""Answers on changes of pay by which the practice may change it alone."""
_RATES = (
    "pay.share",
    "pay.rate",
    "pay.salary",
    "pay.hourly_rate",
    "pay.unit_rate",
    "pay.base_salary",
    "pay.base_hourly",
)


@dataclass(frozen=True, slots=True)
class _Settling:
    """One offer with what is needed to say what is open in it."""

    offer: OfferFile
    evaluation: Evaluation
    catalogue: Catalogue
    disclosure: Disclosure

    def issues(self) -> Iterator[Issue]:
        """Everything, in order; a key may come up more than once."""
        yield from self._contradictions()
        yield from self._questions()
        yield from self._spoken_terms()
        yield from self._loose()
        yield from self._head()
        yield from self._changes()

    def _contradictions(self) -> Iterator[Issue]:
        until, day = self.offer.offer.offer.good_until, self.disclosure.as_of
        if until is not None and until < day:
            says = f"The offer ended on {until}; this sheet is made on {day}. Set another day, or issue it anew."
            yield Issue("contradiction", "offer.good_until", says, line=self._line("offer.good_until"))
        answer = self.offer.answers.get("transparency", {}).get("rate-changes")
        for key in _RATES:
            fact = self.offer.facts.get(key)
            if fact is None or fact.change is None or answer is None:
                continue
            if fact.change is MayChange.FIXED and answer in _CHANGES_ALONE:
                says = "The rate is marked as fixed, and the answer on changes of pay says that you may change it."
                yield Issue("contradiction", key, says, line=fact.place.line)
            if fact.change is MayChange.DISCRETION and answer == "both_agree":
                says = "By this mark you may change the rate, by the answer on changes of pay only both sides may."
                yield Issue("contradiction", key, says, line=fact.place.line)
        for pair in contradictions(self.offer):
            says = f"{pair.says.rstrip('.')} (see {pair.early.name}, line {pair.early.place.line}): {pair.ask}."
            yield Issue("contradiction", pair.late.name, says, line=pair.place.line)
        for warning in self.offer.warnings:
            key = next((name for name, fact in self.offer.facts.items() if fact.place.line == warning.place.line), "")
            yield Issue(
                "contradiction", key, f"{warning.message[:1].upper()}{warning.message[1:]}.", line=warning.place.line
            )

    def _questions(self) -> Iterator[Issue]:
        for question in worth_asking(self.evaluation, self.catalogue):
            key = self._key(question)
            kind = self._kind(question, key)
            if kind is not None:
                says = f"{question.ask} {_WORDS.get(kind, '')}".rstrip()
                line = self._line(key)
                yield Issue(kind, key, says, question.critical, question.score_gain, question.hourly_swing_usd, line)

    def _key(self, question: Question) -> str:
        """Where the answer belongs in the offer file."""
        if question.term is not None:
            first, second, *rest = [*question.term.split("."), ""]
            shared = (first, second) == ("collections", "payers") and rest and not rest[0].isdigit()
            return f"collections.payers.*.{rest[0]}" if shared else question.term
        check = self.catalogue.by_id[question.check or ""]
        if check.answers is not None:
            return f"{self.catalogue.checklist_of[check.id].section}.{check.id}"
        return ", ".join(self._open_behind(check)[:MOST_KEYS]) or check.id

    def _open_behind(self, check: Check) -> list[str]:
        """The terms and answers behind a check on terms or numbers, those that are open; all of them where none is."""
        measure = MEASURES[check.measure] if check.measure is not None else None
        groups = [names.split("|") for names in (measure.terms if measure else check.terms or {})]
        counted = [name for name in (measure.checks if measure else ()) if name in self.catalogue.by_id]
        groups += [[f"{self.catalogue.checklist_of[name].section}.{name}"] for name in counted]
        still_open = [names[0] for names in groups if not any(map(self._is_stated, names))]
        return still_open or [names[0] for names in groups]

    def _is_stated(self, key: str) -> bool:
        fact = self.offer.facts.get(key)
        return fact is not None and fact.knownness is Knownness.STATED

    def _kind(self, question: Question, key: str) -> IssueKind | None:
        """How the answer is missing; none where the employer's own document gives it, or gives it as a range."""
        if question.term is not None:
            unknown = next(one for one in self.evaluation.appraisal.money.unknowns if one.term == question.term)
            return None if unknown.state == "range" else unknown.state
        finding = self.evaluation.assessment.finding(question.check or "")
        if finding.outcome in ("not_stated", "vague", "refused"):
            return finding.outcome
        return "only_said" if finding.evidence in SPOKEN else None

    def _spoken_terms(self) -> Iterator[Issue]:
        """Terms of the sheet that nobody wrote down; the answers among them came with their questions."""
        for label, one in self._on_sheet():
            if one.state == "stated" and one.evidence in SPOKEN and one.key.partition(".")[0] not in self.offer.answers:
                yield Issue("only_said", one.key, f"{label}: {one.reads}. {_WORDS['only_said']}", line=one.line)

    def _loose(self) -> Iterator[Issue]:
        for found in vague_statements(self.offer):
            says = f"In “{found.text}”, {found.suggestion}."
            key = ".".join(found.path).removesuffix(".quote").removesuffix(".where")
            yield Issue("loose_words", key, says, line=found.place.line)

    def _head(self) -> Iterator[Issue]:
        for row in self.disclosure.about.rows:
            for one in row.terms:
                if one.state != "stated":
                    yield Issue(
                        "not_stated",
                        one.key,
                        f"{row.label}: say it, or the sheet prints that it is not stated.",
                        line=one.line,
                    )

    def _changes(self) -> Iterator[Issue]:
        """One line for all the terms of which nobody says whether they can change."""
        silent = [one.key for _, one in self._on_sheet() if one.state == "stated" and one.change is None]
        if silent:
            says = (
                "Say whether it can change: change: fixed, formula or discretion, and notice: 30 days. "
                f"{len(silent)} stated terms of the sheet don't say it: {', '.join(silent)}."
            )
            yield Issue("change_not_stated", silent[0], says, line=self._line(silent[0]))

    def _on_sheet(self) -> Iterator[tuple[str, Stated]]:
        return ((row.label, one) for part in self.disclosure.parts for row in part.rows for one in row.terms)

    def _line(self, key: str) -> int | None:
        fact: Fact | None = self.offer.facts.get(key)
        return None if fact is None else fact.place.line


def list_issues(evaluation: Evaluation, catalogue: Catalogue, disclosure: Disclosure, as_of: date) -> IssuerList:
    """What is contradictory, open, vague or only said, in the order of what a candidate gains from knowing it.

    `catalogue` is the one with which the offer was evaluated. A key is named once, where it matters most.
    """
    offer = evaluation.offer_file
    found: dict[tuple[str, bool], Issue] = {}
    for issue in _Settling(offer, evaluation, catalogue, disclosure).issues():
        apart = issue.kind in ("contradiction", "loose_words", "change_not_stated")
        found.setdefault((issue.key if not apart else f"{issue.key} {issue.kind} {issue.line}", apart), issue)
    return IssuerList(1, as_of, disclosure.name, offer.file, tuple(found.values()))
