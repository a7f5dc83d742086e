"""Files of this room to the models of what they may say, each mistake with its place.

In: the path of a YAML file. Out: a `Checklist`, sources, or another model (`law`), with the place of every key. Must
not know which checks other files hold (`catalogue` does). Raises `OfferProblems` with all that is wrong with the file.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from evaluator.checklists.checks import Check, Checklist, Slug, Source
from evaluator.offer.document import Group, Listing, Node, Text
from evaluator.offer.evidence import Place
from evaluator.offer.kind_of_file import refuse_other_kind
from evaluator.offer.problems import Notebook, expected_one_of, shown
from evaluator.offer.reading import load_document

Model = TypeVar("Model", bound=BaseModel)
Sources = RootModel[dict[Slug, Source]]
Key = str | int


@dataclass(frozen=True, slots=True)
class Loaded:
    """A checklist file as read: the checklist if all of it is sound, and all the same what is sound of it.

    `checks` has the sound checks by their number in the file. `top` shows where each key stands; the notebook holds
    what is wrong so far.
    """

    file: str
    top: Group
    notebook: Notebook
    checklist: Checklist | None
    checks: Mapping[int, Check]

    def place(self, *path: Key) -> Place:
        """Where the value at this path stands; the nearest group above it where there is none."""
        return place_at(self.top, path)

    def text(self, *path: Key) -> str:
        """The text at this path, empty where there is none."""
        found = _node_at(self.top, path)
        return found.text if isinstance(found, Text) else ""

    def length(self, key: str) -> int:
        """How many items the list at a key has; 0 where there is none."""
        found = _node_at(self.top, (key,))
        return len(found.items) if isinstance(found, Listing) else 0

    def keys(self, key: str) -> tuple[str, ...]:
        """The keys of the group at a key; none where there is no group."""
        found = _node_at(self.top, (key,))
        return tuple(found.entries) if isinstance(found, Group) else ()


def load_checklist(path: Path) -> Loaded:
    """The checklist in a file, with all that is wrong with it noted. Raises `OfferProblems` if it is not plain YAML."""
    notebook = Notebook(str(path), what="checklist", keys="'id:' and 'checks:'")
    top = load_document(path, notebook).top
    refuse_other_kind(top, "checklist", notebook)
    checklist = noted(Checklist, top, notebook)
    checks = dict(enumerate(checklist.checks)) if checklist else _sound_checks(top)
    return Loaded(str(path), top, notebook, checklist, checks)


def _sound_checks(top: Group) -> dict[int, Check]:
    """The checks of a file that are sound by themselves, so that what they name can be looked at all the same."""
    sound = {}
    listed = _node_at(top, ("checks",))
    for number, item in enumerate(listed.items if isinstance(listed, Listing) else ()):
        with suppress(ValidationError):
            sound[number] = Check.model_validate(_plain(item))
    return sound


@cache
def load_sources(path: Path) -> Mapping[str, Source]:
    """The sources in a file, by id. Read once in a process. Raises `OfferProblems`."""
    return MappingProxyType(load_part(path, Sources).root)


def load_part(path: Path, model: type[Model]) -> Model:
    """A data file of this room as its model. Raises `OfferProblems` with every mistake and its place."""
    notebook = Notebook(str(path))
    return validated(model, load_document(path, notebook).top, notebook)


def validated(model: type[Model], top: Group, notebook: Notebook) -> Model:
    """The document as the model reads it. Raises `OfferProblems` with every mistake at its place."""
    found = noted(model, top, notebook)
    notebook.stop_if_any()
    assert found is not None
    return found


def noted(model: type[Model], top: Group, notebook: Notebook) -> Model | None:
    """The document as the model reads it; none where it doesn't, with every mistake noted at its place."""
    try:
        return model.model_validate(_plain(top))
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=True):
            path = tuple(part for part in detail["loc"] if part != "[key]")
            about_key = detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]
            place = place_at(top, path, key=about_key)
            for message in detail.get("ctx", {}).get("all") or [_message(detail, model)]:
                notebook.note(place, message)
        return None


def _plain(node: Node) -> object:
    """The node as dictionaries, lists and text. A key with nothing behind it counts as absent."""
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Listing):
        return [_plain(item) for item in node.items]
    entries = node.entries.items()
    return {key: _plain(e.node) for key, e in entries if not (isinstance(e.node, Text) and e.node.blank)}


def place_at(top: Node, path: tuple[Key, ...], key: bool = False) -> Place:
    """Where the value at a path stands (or its key), as deep as the file goes along it."""
    node, place = top, top.place
    for part in path:
        if isinstance(node, Group) and part in node.entries:
            entry = node.entries[str(part)]
            node, place = entry.node, entry.key_place if key else entry.node.place
        elif isinstance(node, Listing) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            place = node.place
    return place


def _node_at(top: Node, path: tuple[Key, ...]) -> Node | None:
    """The node at a path, if the file goes along it to the end."""
    node: Node | None = top
    for part in path:
        if isinstance(node, Group) and part in node.entries:
            node = node.entries[str(part)].node
        elif isinstance(node, Listing) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            return None
    return node


def _message(detail: ErrorDetails, model: type[BaseModel]) -> str:
    """What is wrong and what was expected, in our words."""
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    match detail["type"]:
        case "missing":
            return f"{shown(name)} is missing here: expected it"
        case "extra_forbidden":
            return f"{shown(name)} is not a key of this group: {expected_one_of(name, _keys_at(detail['loc'], model))}"
        case "literal_error":
            allowed = [word.strip("' ") for word in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")]
            return f"{shown(detail['input'])} is not possible here: {expected_one_of(str(detail['input']), allowed)}"
        case "checklist" | "value":
            return detail["msg"]
        case "tuple_type" | "list_type":
            return "expected a list here"
        case "dict_type" | "model_type":
            return "expected a group of keys here"
        case _:
            return f"{shown(detail['input'])} does not fit here: {detail['msg'][0].lower()}{detail['msg'][1:]}"


def _keys_at(loc: tuple[Key, ...], model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that the group around an unknown key may have, found by going along the path through the models."""
    around: object = model
    for part in loc[:-1]:
        around = _inside(around, part)
    found = next((kind for kind in _choices(around) if isinstance(kind, type) and issubclass(kind, BaseModel)), None)
    return tuple(field.alias or name for name, field in found.model_fields.items()) if found else ()


def _inside(kind: object, part: Key) -> object:
    """The type of what stands at a key or number of something of this type; itself where the path names a choice."""
    for choice in _choices(kind):
        if isinstance(choice, type) and issubclass(choice, RootModel):
            return _inside(choice.model_fields["root"].annotation, part)
        if isinstance(choice, type) and issubclass(choice, BaseModel):
            named = {field.alias or name: field.annotation for name, field in choice.model_fields.items()}
            return named.get(str(part), choice)
        if get_origin(choice) is dict:
            return get_args(choice)[1]
        if get_origin(choice) is tuple:
            return get_args(choice)[0]
    return kind


def _choices(kind: object) -> tuple[object, ...]:
    """The types that a type is a choice of, without what is said beside them."""
    if get_origin(kind) is Annotated:
        return _choices(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return tuple(choice for arm in get_args(kind) for choice in _choices(arm))
    return (kind,)
