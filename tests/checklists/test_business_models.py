"""Every model and way of being engaged is there, reads well and concludes nothing; mistakes are told with their place.

In: the file of the package and small files written here. Out: pass or fail. Must not look at an offer.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
import yaml

from evaluator.checklists.business_models import (
    FOLDER,
    Meaning,
    employment_type,
    kind_text,
    load_business_models,
)
from evaluator.checklists.kinds_of_post import ASPECTS, EmploymentType
from evaluator.offer import OfferProblems
from evaluator.offer.choices import Engagement, Kind

KNOWN = load_business_models()
EVERY: list[tuple[str, Meaning]] = [*KNOWN.models.items(), *KNOWN.employment.items()]
CODE = re.compile(r"\b(AUT|TRN|SUP|RED|LEG|ARC|PT|PRI|MIS|DEC|RO|S[0-3])-?\d", re.ASCII)
CONCLUDES = re.compile(
    r"\b(illegal|unlawful|lawful|violates?|misclassif\w+|entitled|deductible|must pay)\b", re.IGNORECASE
)
CLAIMS = re.compile(r"\b(quick|quickly|easy|easily|seamless|competitive|best|efficient|streamlined?)\b", re.IGNORECASE)


def sentences(meaning: Meaning) -> Iterator[str]:
    for text in (meaning.says, *(getattr(meaning, aspect) for aspect in ASPECTS), *meaning.ask):
        yield from re.split(r"(?<=[.?!]) ", text)


def test_every_kind_that_an_offer_may_name_is_there() -> None:
    assert tuple(KNOWN.models) == get_args(Kind)
    assert tuple(KNOWN.employment) == get_args(EmploymentType)


@pytest.mark.parametrize(("kind", "meaning"), EVERY, ids=[kind for kind, _ in EVERY])
def test_texts_read_well(kind: str, meaning: Meaning) -> None:
    for sentence in sentences(meaning):
        assert sentence[0].isupper()
        assert sentence.endswith((".", "?"))
        assert len(sentence) <= 140, sentence
        for wrong in (CODE, CONCLUDES, CLAIMS):
            assert not wrong.search(sentence), sentence
        assert "—" not in sentence
    assert all("?" in question for question in meaning.ask)
    assert len(meaning.title.split()) <= 9
    text = kind_text(kind, meaning)
    assert len(text.sources) == len(meaning.sources)


def test_contradictions_of_the_sources_are_questions_or_stand_side_by_side() -> None:
    # One source shares a partnership's profit by ownership and, further down, evenly.
    for kind in (KNOWN.models["partnership"], KNOWN.employment["partner"]):
        assert any("by ownership or evenly" in question for question in kind.ask)
    # One article means an organisation to work under by a platform, the other a vendor for practices.
    assert "two meanings" in KNOWN.models["platform"].says
    assert any("work under, or a vendor" in question for question in KNOWN.models["platform"].ask)
    # The same vendor pays every two weeks and twice a month.
    assert any("every two weeks or twice a month" in question for question in KNOWN.models["platform"].ask)
    # A management company takes work off a practice, and income from it.
    assert "takes work off" in KNOWN.models["mso"].cost
    assert "takes income from it" in KNOWN.models["mso"].cost
    # Contractors are called more independent; what counts is what is done.
    assert "label alone does not bring it" in KNOWN.employment["contractor"].autonomy


def test_no_model_decides_a_tax_or_a_law() -> None:
    for meaning in KNOWN.models.values():
        assert re.search(r"does not decide it|accountant", meaning.tax)
    for meaning in (KNOWN.employment["partner"], KNOWN.models["partnership"]):
        assert "Ask an accountant" in meaning.tax


@pytest.mark.parametrize(
    ("engagement", "structure", "expected"),
    [
        ("employee", "salary", "employee_with_salary"),
        ("employee", "base_plus_commission", "employee_with_salary"),
        ("employee", "hourly", "employee_paid_by_work"),
        ("employee", "per_session", "employee_paid_by_work"),
        ("employee", "percentage", "employee_paid_by_work"),
        ("employee", None, None),
        ("contractor", "salary", "contractor"),
        ("contractor", None, "contractor"),
        ("partner", None, "partner"),
        (None, "salary", None),
    ],
)
def test_the_way_of_being_engaged(engagement: Engagement | None, structure: str | None, expected: str | None) -> None:
    assert employment_type(engagement, structure) == expected


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = (FOLDER / "business-models.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "models.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  ipa:\n", "  ipo:\n", "did you mean 'ipa'?"),
        ("    title: Platform\n", "    titel: Platform\n", "'titel' is not a key of this group: did you mean 'title'?"),
        ("sources: [platform-model, business-models, rate-cuts]", "sources: [platform-modell]",
         "there is no source 'platform-modell': did you mean 'platform-model'?"),
        ("sources: [platform-model, business-models, rate-cuts]", "sources: []", "expected at least one entry"),
        ("  group:\n", "  other:\n", "'other' is not possible here"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = changed(tmp_path, old, new)
    with pytest.raises(OfferProblems) as caught:
        load_business_models(path)
    lines = [problem for problem in caught.value.problems if message in problem.message]
    assert lines, caught.value
    text = path.read_text(encoding="utf-8").splitlines()
    assert new.splitlines()[0].strip().split(":")[0] in text[lines[0].line - 1]


def test_a_kind_that_is_missing_is_named(tmp_path: Path) -> None:
    tree = yaml.safe_load((FOLDER / "business-models.yaml").read_text(encoding="utf-8"))
    del tree["models"]["mso"], tree["employment"]["partner"]
    path = tmp_path / "models.yaml"
    path.write_text(yaml.safe_dump(tree), encoding="utf-8")
    with pytest.raises(OfferProblems, match="models says nothing of mso: expected it"):
        load_business_models(path)
