"""What each key of a model looks like in a file: one value, amounts by name, a list, or a group.

In: the models of `terms`, `pay` and `clinician`. Out: `Term`s, read off the annotations once. Must not read files; it
is what lets the walk through a file, the schema and the writer share one description of the format.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from evaluator.offer.values import Written


@dataclass(frozen=True, slots=True)
class Single:
    """One value: a number with a range, a day, a text (`written`), or one of a few words."""

    written: Written | None = None
    words: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether a range may stand here."""
        return self.written is not None and self.written.name not in ("text", "state", "day")


@dataclass(frozen=True, slots=True)
class Amounts:
    """Amounts by name. `single` is true where one amount alone or `none` will do too."""

    each: Single
    single: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of groups."""

    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Several:
    """A list of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A group of keys. Several models are told apart by the word in their key `told_by`."""

    models: tuple[type[BaseModel], ...]
    told_by: str | None = None


Shape = Single | Amounts | Rows | Several | Part


@dataclass(frozen=True, slots=True)
class Term:
    """A key that a group may have."""

    name: str
    shape: Shape
    required: bool
    description: str


@cache
def terms_of(model: type[BaseModel]) -> dict[str, Term]:
    """The keys of a model, in its order."""
    return {name: _term(name, field) for name, field in model.model_fields.items()}


def model_for(part: Part, word: str | None) -> type[BaseModel] | None:
    """The model of a group, given the word that tells; nothing if the word names none of them."""
    if part.told_by is None:
        return part.models[0]
    return next((model for model in part.models if word in telling_words(part, model)), None)


def telling_words(part: Part, model: type[BaseModel] | None = None) -> tuple[str, ...]:
    """The words that tell the models of a group apart: all of them, or those of one model."""
    if part.told_by is None:
        return ()
    models = part.models if model is None else (model,)
    shapes = [terms_of(one)[part.told_by].shape for one in models]
    return tuple(word for shape in shapes if isinstance(shape, Single) for word in shape.words)


def _term(name: str, field: FieldInfo) -> Term:
    shape = _shape(field.annotation, tuple(field.metadata))
    description = field.description or ""
    if not description and isinstance(shape, Part):
        description = (shape.models[0].__doc__ or "").partition("\n")[0]
    return Term(name, shape, field.is_required(), description)


def _shape(annotation: Any, metadata: tuple[object, ...]) -> Shape:
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _shape(inner, (*metadata, *more))
    arguments = tuple(argument for argument in get_args(annotation) if argument is not NoneType)
    if get_origin(annotation) in (Union, UnionType):
        if len(arguments) == 1:
            return _shape(arguments[0], metadata)
        told_by = next(extra.discriminator for extra in metadata if isinstance(extra, FieldInfo))
        return Part(arguments, str(told_by))
    if get_origin(annotation) is tuple:
        row = _shape(arguments[0], ())
        return Several(row.words) if isinstance(row, Single) else Rows(arguments[0])
    if get_origin(annotation) is dict:
        each = _shape(arguments[1], ())
        assert isinstance(each, Single)
        return Amounts(each, single=bool(metadata))
    if get_origin(annotation) is Literal:
        return Single(words=arguments)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return Single(words=tuple(str(member.value) for member in annotation))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Part((annotation,))
    return Single(next((extra for extra in metadata if isinstance(extra, Written)), None))
