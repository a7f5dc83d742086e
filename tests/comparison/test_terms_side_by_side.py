"""The terms side by side: every term that is said, once, in words, and where offers differ.

In: the samples and small offers. Out: pass. Must not read anything outside the project.
"""

from evaluator.checklists import load_catalogue
from evaluator.comparison.compare import reader_of
from evaluator.comparison.evaluate import Evaluation, evaluate
from evaluator.comparison.terms_model import TermCell, TermRow
from evaluator.comparison.terms_side_by_side import _LABELS, terms_side_by_side
from evaluator.economics import load_assumptions
from evaluator.offer import OfferFile, parse_offer
from evaluator.offer.clinician import AboutMe
from evaluator.offer.glossary import term_descriptions
from tests.comparison.samples import AS_OF, SAMPLES, sample

CATALOGUE = load_catalogue()
QUESTIONS = CATALOGUE.questions()

SHARE = """format: 1
offer: {name: A, kind: group, evidence: contract}
pay: {structure: percentage, share: {value: 60%, where: "§3"}, of: collected}
caseload: {sessions_per_week: 25, ramp: {weeks: {value: vague, evidence: verbal, quote: "soon"}}}
hours: {weekly: {meetings: 1, administration: 2}}
"""
SALARY = """format: 1
offer: {name: B, kind: group, evidence: posting}
pay: {structure: salary, salary: $78,000}
caseload: {sessions_per_week: 25}
"""


def evaluated(offer: OfferFile) -> Evaluation:
    reader = reader_of(offer, AboutMe(), load_assumptions(), AS_OF)
    return evaluate(offer, CATALOGUE.for_clinicians, reader)


def rows_of(*texts: str) -> dict[str, TermRow]:
    offers = [parse_offer(text.encode(), file=f"{place}.yaml", questions=QUESTIONS) for place, text in enumerate(texts)]
    return {row.key: row for row in terms_side_by_side([evaluated(offer) for offer in offers], CATALOGUE)}


def test_what_one_says_and_another_does_not_and_what_it_can_not_say() -> None:
    rows = rows_of(SHARE, SALARY)
    stated = TermCell("stated", "60%", None, "contract", "§3", 3)
    assert rows["pay.share"].cells == (stated, TermCell("not_for"))  # a salary has no share
    assert rows["caseload.ramp.weeks"].cells[0] == TermCell("vague", "", "soon", "verbal", None, 4)
    assert rows["caseload.ramp.weeks"].cells[1] == TermCell("not_stated")
    assert rows["hours.weekly"].cells[0].says == "meetings 1 hour, administration 2 hours"
    assert rows["pay.salary"].cells[1].says == "$78,000"


def test_only_what_is_not_alike_is_marked() -> None:
    rows = rows_of(SHARE, SALARY)
    assert {key for key, row in rows.items() if row.differs} == {
        "pay.structure",
        "caseload.ramp.weeks",
        "hours.weekly",
    }
    assert not any(row.differs for row in rows_of(SHARE).values())


def test_the_kind_of_pay_comes_before_its_parts() -> None:
    keys = list(rows_of(SHARE))
    assert keys.index("offer.kind") < keys.index("pay.structure") < keys.index("pay.share")
    assert keys.index("pay.share") < keys.index("caseload.sessions_per_week") < keys.index("hours.weekly")


def test_every_term_of_every_sample_has_its_row_and_no_answer_has() -> None:
    offers = [sample(path.stem) for path in SAMPLES]
    rows = terms_side_by_side([evaluated(offer) for offer in offers], CATALOGUE)
    keys = {row.key for row in rows}
    for place, offer in enumerate(offers):
        for fact in offer.facts.values():
            answer = fact.path[0] not in term_descriptions()  # its section is one of a checklist
            held = any(".".join(fact.path[:size]) in keys for size in range(1, len(fact.path) + 1))
            assert held is not answer, fact.name
        told = [row.cells[place] for row in rows]
        assert all(cell.says for cell in told if cell.state == "stated")
        assert not any("_" in cell.says for cell in told)


def test_short_names_are_of_terms_that_there_are() -> None:
    assert set(_LABELS) <= set(term_descriptions())
