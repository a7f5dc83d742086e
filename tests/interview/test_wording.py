"""Every term that can be asked has a question in plain words; a new term fails here until it has one."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from evaluator.interview.fields import question_about
from evaluator.interview.groups import WAYS_OF_ROW
from evaluator.interview.openness import WAYS
from evaluator.interview.questions import Question
from evaluator.interview.wording import load_wording
from evaluator.offer.shapes import Part, Rows, Several, Single, Term, telling_words, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.walking import Path
from tests.interview.walking import setting_of

WORDING = load_wording()
LONGEST_QUESTION, LONGEST_HINT = 76, 76  # one line each on a screen of 80 columns
CODE = re.compile(r"[a-z]_[a-z]|[A-Z]{3}-\d|'|`|\bpay\.|:$")


def leaves(model: type[BaseModel], path: Path = ()) -> Iterator[tuple[Path, Term]]:
    """Every term of one value below a model, rows and all structures of pay included."""
    for name, term in terms_of(model).items():
        below = (*path, name)
        match term.shape:
            case Part(models=models):
                for one in models:
                    yield from leaves(one, below)
            case Rows(model=row):
                yield from leaves(row, below)
            case Several():
                continue  # the interview asks for none of these
            case _:
                yield below, term


def lists(model: type[BaseModel], path: Path = ()) -> Iterator[str]:
    for name, term in terms_of(model).items():
        match term.shape:
            case Part(models=models):
                for one in models:
                    yield from lists(one, (*path, name))
            case Rows(model=row):
                yield ".".join((*path, name))
                yield from lists(row, (*path, name))


ALL = {".".join(path): (path, term) for path, term in leaves(Offer) if path != ("format",)}


def question_of(name: str) -> Question:
    path, term = ALL[name]
    return question_about(path, term, setting_of().words, section=path[0])


def test_every_term_has_its_question_and_no_question_is_left_over() -> None:
    assert set(ALL) == set(WORDING.terms)
    assert set(lists(Offer)) == set(WORDING.lists) == set(WORDING.nouns)
    assert all(asks.startswith("Is there another ") for asks in WORDING.lists.values())


def test_questions_are_short_end_in_a_question_mark_and_have_no_code_in_them() -> None:
    others = [*WORDING.lists.values(), *WORDING.rows.values(), *(way.ask for way in WORDING.ways.values())]
    for ask in [*(term.ask for term in WORDING.terms.values()), *others]:
        assert ask.endswith("?"), ask
        assert ask.count("?") == 1, ask
        assert len(ask) <= LONGEST_QUESTION, ask
        assert not CODE.search(ask.replace("'s", "").replace("s' ", "s ").replace("s'?", "s?")), ask
        assert not re.search(r"\b(I|me|my|mine)\b", ask), ask


def test_no_two_questions_of_a_section_are_the_same() -> None:
    asked: dict[tuple[str, str], str] = {}
    for name, term in WORDING.terms.items():
        other = asked.setdefault((name.partition(".")[0], term.ask), name)
        assert other == name, f"{name} asks the same as {other}"


def test_what_is_typed_has_a_hint_of_one_line_that_does_not_repeat_the_question() -> None:
    for name in ALL:
        question = question_of(name)
        assert len(question.hint) <= LONGEST_HINT, (name, question.hint)
        if question.form == "text":
            assert question.hint.endswith("."), name
        if question.form == "text" and _is_number(ALL[name][1]):
            assert re.search(r"\d", question.hint), (name, question.hint)
        assert not question.hint or question.hint.rstrip(".") not in question.asks
        assert question.asks.rstrip("?") not in question.hint


def _is_number(term: Term) -> bool:
    return isinstance(term.shape, Single) and term.shape.is_number


def test_choices_are_words_and_answers_are_those_that_the_format_has() -> None:
    for name in ALL:
        question = question_of(name)
        said = [choice.says for choice in question.choices]
        assert len(said) == len(set(said)), name
        for says in said:
            assert says.endswith("."), (name, says)
            assert "_" not in says, (name, says)
        if name in WORDING.terms and WORDING.terms[name].answers and name != "pay.structure":
            assert set(WORDING.terms[name].answers) == {choice.word for choice in question.choices}, name


def test_every_pay_structure_has_its_words() -> None:
    pay = terms_of(Offer)["pay"].shape
    assert isinstance(pay, Part)
    assert set(WORDING.terms["pay.structure"].answers) == set(telling_words(pay))


def test_every_way_and_every_kind_of_row_has_its_words() -> None:
    assert {ways[0][0]: {way[0] for way in ways} for ways in WAYS if ways[0][0] != "caseload.sessions_per_week"} == {
        name: set(way.answers) for name, way in WORDING.ways.items() if name != "caseload.sessions_per_week"
    }
    assert set(WORDING.ways["caseload.sessions_per_week"].answers) == {"caseload.sessions_per_week", "patient_flow"}
    rows = {f"{name}.{way[0]}" for name, ways in WAYS_OF_ROW.items() for way in ways}
    assert rows == set(WORDING.rows)


def test_what_is_picked_from_a_list_reads_without_the_names_of_keys() -> None:
    words = setting_of().words
    for name, (_, term) in ALL.items():
        assert not re.search(r"[a-z]_[a-z]|with '|with at_", words.picks(name, term)), name
