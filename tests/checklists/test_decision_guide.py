"""The guide: whole, fair to every model, honest about ties and about what was not answered.

In: the files of the package, and answers. Out: pass or fail. Every answer of every question goes through `weigh`.
"""

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator.checklists.business_models import load_business_models
from evaluator.checklists.decision_guide import UNKNOWN, answers_form, load_answers, load_decision_guide
from evaluator.checklists.fitting_models import TOO_LITTLE, Guidance, ModelFit, weigh
from evaluator.offer import OfferProblems
from evaluator.offer.choices import Kind

GUIDE, MODELS = load_decision_guide(), load_business_models()
EVERY = [(question.id, word) for question in GUIDE.questions for word in question.answers]
KINDS: tuple[str, ...] = get_args(Kind)
CHOSEN = st.fixed_dictionaries(
    {}, optional={question.id: st.sampled_from(sorted(question.answers)) for question in GUIDE.questions}
)
CONCLUDES = re.compile(
    r"\b(illegal|unlawful|lawful|violates?|entitled|deductible|you must|should choose)\b", re.IGNORECASE
)


def weighed(chosen: dict[str, str]) -> Guidance:
    return weigh(GUIDE, MODELS, chosen)


def by_model(guidance: Guidance) -> dict[str, ModelFit]:
    return {fit.model: fit for fit in guidance.fits}


def best_for(kind: str) -> dict[str, str]:
    """For each question the answer that speaks most for a model."""
    return {
        question.id: max(
            question.answers,
            key=lambda word: (kind in question.answers[word].for_) - (kind in question.answers[word].against),
        )
        for question in GUIDE.questions
    }


def test_ten_questions_and_each_has_something_to_say_about_every_model() -> None:
    assert len(GUIDE.questions) == 10
    for question in GUIDE.questions:
        told = {kind for answer in question.answers.values() for kind in (*answer.for_, *answer.against)}
        assert told == set(KINDS), question.id


def test_texts_read_well() -> None:
    for question in GUIDE.questions:
        assert question.ask.endswith("?")
        assert len(question.ask) <= 110
        for answer in question.answers.values():
            for text in (answer.says, *answer.for_.values(), *answer.against.values()):
                assert text[0].isupper()
                assert text.endswith((".", "?"))
                assert len(text) <= 120, text
                assert not CONCLUDES.search(text), text
                assert "—" not in text


@pytest.mark.parametrize(("question", "word"), EVERY, ids=[f"{id}-{word}" for id, word in EVERY])
def test_each_answer_counts_one_where_it_speaks_and_its_reason_names_it(question: str, word: str) -> None:
    answer = GUIDE.by_id[question].answers[word]
    fits = by_model(weighed({question: word}))
    for kind, fit in fits.items():
        pro, con = answer.for_.get(kind), answer.against.get(kind)  # type: ignore[call-overload]
        assert fit.net == (pro is not None) - (con is not None)
        assert [reason.says for reason in fit.speaks_for] == ([pro] if pro else [])
        assert [reason.says for reason in fit.speaks_against] == ([con] if con else [])
        for reason in (*fit.speaks_for, *fit.speaks_against):
            assert (reason.question, reason.answer, reason.answered) == (question, word, answer.says)


@pytest.mark.parametrize("kind", KINDS)
def test_every_model_can_lead_alone_and_fit_well(kind: str) -> None:
    guidance = weighed(best_for(kind))
    assert guidance.leading == (kind,)
    assert by_model(guidance)[kind].net == 10
    assert guidance.says == f"{MODELS.models[kind].title} fits your answers best, and well."  # type: ignore[index]


def test_a_case_worked_by_hand() -> None:
    # up-front none: platform +1, group +1, partnership -1
    # control full_control: ipa +1, mso +1, partnership -1, integrated -1, group -1
    # brand own_name: ipa +1, mso +1, integrated -1, group -1
    fits = by_model(weighed({"up-front": "none", "control": "full_control", "brand": "own_name"}))
    assert {kind: fit.net for kind, fit in fits.items()} == {
        "ipa": 2, "mso": 2, "platform": 1, "group": -1, "integrated": -2, "partnership": -2,
    }  # fmt: skip
    # 2 of 3 is at least half; 1 of 3 is not
    assert {kind: fit.fit for kind, fit in fits.items()} == {
        "ipa": "well", "mso": "well", "platform": "partly", "group": "badly", "integrated": "badly",
        "partnership": "badly",
    }  # fmt: skip
    assert {kind: (fit.rank, fit.shared) for kind, fit in fits.items()} == {
        "ipa": (1, True), "mso": (1, True), "platform": (3, False), "group": (4, False), "integrated": (5, True),
        "partnership": (5, True),
    }  # fmt: skip


def test_a_tie_is_called_a_tie() -> None:
    guidance = weighed({"up-front": "none", "control": "full_control", "brand": "own_name"})
    assert guidance.leading == ("ipa", "mso")
    assert guidance.says.startswith(
        "Independent practice association and Management services organization fit your answers equally."
    )


def test_nothing_is_said_on_too_few_answers() -> None:
    for chosen in ({}, {"up-front": "none"}, {"up-front": "none", "brand": "own_name"}):
        guidance = weighed(chosen)
        assert guidance.says == TOO_LITTLE
        assert guidance.leading == ()
        assert all(fit.fit is None for fit in guidance.fits)
        assert len(guidance.open) == 10 - len(chosen)


def test_half_of_the_answers_is_enough_to_fit_well() -> None:
    # control share, income now, office-work most, growth clinical: group +1 for income and +1 for growth, 2 of 4
    guidance = weighed({"control": "share", "income": "now", "office-work": "most", "growth": "clinical"})
    assert guidance.leading == ("group",)
    assert (by_model(guidance)["group"].net, by_model(guidance)["group"].fit) == (2, "well")


def test_no_model_leads_where_answers_pull_apart() -> None:
    # control full_control: ipa +1, mso +1, partnership -1, integrated -1, group -1
    # autonomy little: integrated +1, group +1, ipa -1
    # shared-services none: partnership +1, platform -1, mso -1, integrated -1
    guidance = weighed({"control": "full_control", "autonomy": "little", "shared-services": "none"})
    assert {fit.model: fit.net for fit in guidance.fits} == {
        "group": 0, "ipa": 0, "mso": 0, "partnership": 0, "platform": -1, "integrated": -1,
    }  # fmt: skip
    assert guidance.leading == ()
    assert guidance.says.startswith("No model has more that speaks for it than against it.")
    assert {fit.fit for fit in guidance.fits if fit.net == 0} == {"undecided"}


@given(CHOSEN)
def test_an_answer_moves_every_model_by_one_at_most_and_not_answering_by_nothing(chosen: dict[str, str]) -> None:
    whole = by_model(weighed(chosen))
    for question in chosen:
        rest = by_model(weighed({id: word for id, word in chosen.items() if id != question}))
        assert all(abs(whole[kind].net - rest[kind].net) <= 1 for kind in KINDS)
    for kind, fit in whole.items():
        assert fit.net == len(fit.speaks_for) - len(fit.speaks_against), kind
        assert {reason.question for reason in (*fit.speaks_for, *fit.speaks_against)} <= set(chosen)
    order = [fit.net for fit in weighed(chosen).fits]
    assert order == sorted(order, reverse=True)


def test_an_answer_that_the_guide_lacks_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        weighed({"weather": "fine"})
    with pytest.raises(KeyError):
        weighed({"up-front": "lots"})


def test_a_form_reads_back_as_nothing_answered(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    form = answers_form(GUIDE)
    path.write_text(form, encoding="utf-8")
    assert load_answers(path, GUIDE) == {}
    path.write_text(form.replace(f"brand: {UNKNOWN}", "brand: own_name"), encoding="utf-8")
    assert load_answers(path, GUIDE) == {"brand": "own_name"}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("brand: own-name\n", 1, "'own-name' is not an answer"),
        ("brand: own_nam\n", 1, "'own_nam' is no answer of brand: did you mean 'own_name'?"),
        ("brand: own_name\nbrend: own_name\n", 2, "there is no question 'brend': did you mean 'brand'?"),
        ("brand: own_name\nbrand: important\n", 2, "brand"),
        ("brand: [own_name]\n", 1, "is not an answer"),
        ("- brand\n", 1, "expected"),
    ],
)
def test_a_mistake_among_answers_is_told_with_its_place(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OfferProblems) as caught:
        load_answers(path, GUIDE)
    assert caught.value.problems[0].line == line
    assert message in caught.value.problems[0].message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  platform: It asks for little", "  platfrom: It asks for little", "did you mean 'platform'?"),
        ("  partnership: Partners put in", "  group: Partners put in", "speaks for and against group"),
        ("  - id: control\n", "  - id: up-front\n", "'up-front' is asked twice"),
        ("sources: [business-models,", "sources: [business-model,", "there is no source 'business-model'"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_guide_is_told_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = Path(load_decision_guide.__code__.co_filename).with_name("decision-guide.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "guide.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(OfferProblems) as caught:
        load_decision_guide(path)
    assert any(message in problem.message and problem.line > 0 for problem in caught.value.problems), caught.value
