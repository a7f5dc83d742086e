"""The models of organisations and the ways of being engaged, as the file of the package says them.

In: `business-models.yaml`, or a file like it. Out: `BusinessModels` with a text for every kind that an offer file may
name. Must not judge an offer. Raises `OfferProblems` with the place of every mistake.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, get_args

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from evaluator.checklists.checks import Part, Slug, Source, Words
from evaluator.checklists.kinds_of_post import EmploymentType, KindText
from evaluator.checklists.loading import load_sources, place_at, validated
from evaluator.offer.choices import Engagement, Kind
from evaluator.offer.document import Group
from evaluator.offer.problems import Notebook, expected_one_of, shown
from evaluator.offer.reading import load_document

FOLDER = Path(__file__).parent
EMPLOYMENT: tuple[str, ...] = get_args(EmploymentType)
SALARIED = ("salary", "base_plus_commission")
"""Pay structures of an employee who has a fixed amount whatever the sessions; all others pay for work done."""


def not_empty(given: object) -> object:
    """The list or group as it stands. An empty one is an error: it says nothing."""
    if not given:
        raise PydanticCustomError("checklist", "nothing is listed here: expected at least one entry")
    return given


class Meaning(Part):
    """What one kind means for the one who takes the post. Every aspect must be said."""

    title: Words
    says: Words
    autonomy: Words
    cost: Words
    risk: Words
    tax: Words
    brand: Words
    ask: Annotated[tuple[Words, ...], BeforeValidator(not_empty)]
    sources: Annotated[tuple[Slug, ...], BeforeValidator(not_empty)]


class NotStated(Part):
    """What to ask where an offer leaves open its model, the way of being engaged, or an employee's way of pay."""

    model: Words
    engagement: Words
    pay: Words


class BusinessModels(Part):
    """Every model and every way of being engaged; none may be missing."""

    not_stated: NotStated
    models: dict[Kind, Meaning]
    employment: dict[EmploymentType, Meaning]

    @model_validator(mode="after")
    def _is_whole(self) -> "BusinessModels":
        wanted = (("models", get_args(Kind), set(self.models)), ("employment", EMPLOYMENT, set(self.employment)))
        for name, kinds, held in wanted:
            missing = [kind for kind in kinds if kind not in held]
            if missing:
                raise PydanticCustomError("checklist", f"{name} says nothing of {', '.join(missing)}: expected it")
        return self


def employment_type(engagement: Engagement | None, structure: str | None) -> EmploymentType | None:
    """The way of being engaged. None where that is not stated, or where an employee's way of pay is not."""
    match engagement:
        case "contractor" | "partner":
            return engagement
        case "employee" if structure is not None:
            return "employee_with_salary" if structure in SALARIED else "employee_paid_by_work"
        case _:
            return None


def load_business_models(path: Path | None = None) -> BusinessModels:
    """The models of the package, or of another file like it. Read once in a process. Raises `OfferProblems`."""
    return _load(path or FOLDER / "business-models.yaml")


@cache
def _load(path: Path) -> BusinessModels:
    notebook = Notebook(str(path))
    top = load_document(path, notebook).top
    loaded = validated(BusinessModels, top, notebook)
    for kind, meaning in loaded.models.items():
        note_unknown_sources(meaning.sources, ("models", kind), top, notebook)
    for how, meaning in loaded.employment.items():
        note_unknown_sources(meaning.sources, ("employment", how), top, notebook)
    notebook.stop_if_any()
    return loaded


@cache
def known_sources() -> Mapping[str, Source]:
    """The sources of the package, by id."""
    return load_sources(FOLDER / "sources.yaml")


def note_unknown_sources(sources: Iterable[str], path: tuple[str | int, ...], top: Group, notebook: Notebook) -> None:
    """Add a problem for each source below `path` that is not a source of the package."""
    known = known_sources()
    for position, source in enumerate(sources):
        if source not in known:
            message = f"there is no source {shown(source)}: {expected_one_of(source, known)}"
            notebook.note(place_at(top, (*path, "sources", position)), message)


def kind_text(kind: str, meaning: Meaning) -> KindText:
    """What a kind means, as a record with its sources in words."""
    known = known_sources()
    cited = (known[source] for source in meaning.sources)
    return KindText(
        id=kind,
        title=meaning.title,
        says=meaning.says,
        autonomy=meaning.autonomy,
        cost=meaning.cost,
        risk=meaning.risk,
        tax=meaning.tax,
        brand=meaning.brand,
        ask=meaning.ask,
        sources=tuple(f"{source.title}, {source.organisation}, {source.year}" for source in cited),
    )
