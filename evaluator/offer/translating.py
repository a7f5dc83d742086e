"""What the models object to, in words for the person who filled in the file.

In: pydantic's list of errors and the places that the walk remembered. Out: problems in the notebook. Must not show
pydantic's own wording, nor values that are not made safe to print.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from evaluator.offer.evidence import Place
from evaluator.offer.problems import expected_one_of, printable, shown
from evaluator.offer.shapes import Amounts, Part, Rows, Several, Shape, Single, model_for, telling_words, terms_of
from evaluator.offer.walking import Path, Walk

_TOP = Place(1, 1)


def translate(
    errors: Sequence[ErrorDetails],
    model: type[BaseModel],
    data: Mapping[str, Any],
    walk: Walk,
    more_keys: Sequence[str],
) -> None:
    """Note every error of one validation. `more_keys` are keys that may stand at the top beside the model's own."""
    paths = [(_path(error, model), error) for error in errors]
    paths.sort(key=lambda pair: _place(pair[0], pair[1], walk))
    for path, error in paths:
        if walk.notebook.full:
            walk.notebook.note(_TOP, "")  # counted only
        else:
            walk.notebook.note(_place(path, error, walk), _message(path, error, model, data, walk, more_keys))


def _path(error: ErrorDetails, model: type[BaseModel]) -> Path:
    """Pydantic's location without the word that it puts in to say which of several models it tried."""
    path: list[str] = []
    shape: Shape | None = Part((model,))
    location = list(error["loc"])
    while location:
        part = str(location.pop(0))
        path.append(part)
        shape = _below(shape, part)
        if isinstance(shape, Part) and shape.told_by is not None and location:
            chosen = model_for(shape, str(location.pop(0)))
            shape = None if chosen is None else Part((chosen,))
    return tuple(path)


def _below(shape: Shape | None, key: str) -> Shape | None:
    """The shape of one key of a group, one row of a list, or one amount."""
    match shape:
        case Part(models=(model,)):
            term = terms_of(model).get(key)
            return term.shape if term else None
        case Rows(model=model):
            return Part((model,))
        case Amounts(each=each):
            return each
        case Several(words=words):
            return Single(words=words)
        case _:
            return None


def _shape_at(path: Path, model: type[BaseModel], data: Mapping[str, Any]) -> Shape | None:
    """The shape of a term. Where a word tells models apart, the word in the data decides."""
    shape: Shape | None = Part((model,))
    here: Any = data
    for key in path:
        shape = _below(shape, key)
        here = here.get(key) if isinstance(here, Mapping) else here[int(key)] if isinstance(here, list) else None
        if isinstance(shape, Part) and shape.told_by is not None and isinstance(here, Mapping):
            chosen = model_for(shape, here.get(shape.told_by))
            shape = shape if chosen is None else Part((chosen,))
    return shape


def _place(path: Path, error: ErrorDetails, walk: Walk) -> Place:
    """The key for a key that is unknown or should hold something; else the value, or the nearest thing around it."""
    about_key = error["type"] in ("extra_forbidden", "missing", "union_tag_not_found")
    if error["type"] in ("union_tag_invalid", "union_tag_not_found"):
        teller = (*path, error["ctx"]["discriminator"].strip("'"))
        path = teller if teller in walk.spots else path
    if error["type"] == "missing" and ".".join(path) in walk.facts:
        about_key = False
    while path:
        if path in walk.spots:
            return walk.spots[path].key if about_key else walk.spots[path].value
        path = path[:-1]
    return _TOP


def _message(
    path: Path,
    error: ErrorDetails,
    model: type[BaseModel],
    data: Mapping[str, Any],
    walk: Walk,
    more_keys: Sequence[str],
) -> str:
    name = _name(path)
    match error["type"]:
        case "value":
            return f"{name} {error['ctx']['problem']}"
        case "extra_forbidden":
            around = _shape_at(path[:-1], model, data)
            allowed = tuple(terms_of(around.models[0])) if isinstance(around, Part) else ()
            more = tuple(more_keys) if len(path) == 1 else ()
            schema = f"evaluator schema {walk.notebook.what.removesuffix(' file')}"
            return f"unknown key {shown(path[-1])}: {expected_one_of(path[-1], (*allowed, *more), schema)}"
        case "missing":
            return _missing(path, _shape_at(path, model, data), walk)
        case "union_tag_not_found" | "union_tag_invalid":
            return _structure(path, error, _shape_at(path, model, data), walk)
        case "literal_error" | "enum":
            words = _words(_shape_at(path, model, data))
            given = error["input"]
            if not isinstance(given, str):
                return f"{name} is {_kind(given)}: expected one of: {', '.join(words)}"
            return f"{name} {shown(given)} is not known: {expected_one_of(given, words)}"
        case "tuple_type" | "list_type":
            shape = _shape_at(path, model, data)
            wanted = f"words such as [{', '.join(shape.words[:2])}]" if isinstance(shape, Several) else "groups"
            return f"{name} is {_kind(error['input'])}: expected a list of {wanted}"
        case _:
            return f"{name} is {_kind(error['input'])}: expected a group of keys"


def _name(path: Path) -> str:
    """The last key, as messages name it; an entry of a list by the list's name."""
    last = path[-1]
    return f"an entry of {printable(path[-2])}" if last.isdigit() and len(path) > 1 else printable(last[:40])


def _kind(given: object) -> str:
    if isinstance(given, str):
        return shown(given)
    return "a list" if isinstance(given, list) else "a group of keys"


def _words(shape: Shape | None) -> tuple[str, ...]:
    return shape.words if isinstance(shape, Single) else ()


def _missing(path: Path, shape: Shape | None, walk: Walk) -> str:
    fact = walk.facts.get(".".join(path))
    if fact is not None:
        around = "the whole list" if path[-2].isdigit() else f"all of {path[-2]}"
        return f"{path[-1]} cannot be {fact.knownness} by itself: expected a value, or '{fact.knownness}' for {around}"
    where = "" if len(path) == 1 else f" in {_name(path[:-1])}"
    match shape:
        case Single(words=words) if words:
            hint = f"'{path[-1]}: {words[0]}'" if len(words) == 1 else f"one of: {', '.join(words)}"
        case Single(written=written) if written is not None and shape.is_number:
            hint = f"'{path[-1]}: {written.example}' or the like"
        case Part():
            hint = "a group of keys"
        case Rows():
            hint = "a list of groups"
        case _:
            hint = "a few words"
    return f"key '{path[-1]}' is missing{where}: expected {hint}"


def _structure(path: Path, error: ErrorDetails, shape: Shape | None, walk: Walk) -> str:
    assert isinstance(shape, Part)
    words = telling_words(shape)
    key = str(shape.told_by)
    if error["type"] == "union_tag_not_found":
        fact = walk.facts.get(".".join((*path, key)))
        if fact is not None:
            whole = f"'{path[-1]}: {fact.knownness}'"
            return f"{key} cannot be {fact.knownness} by itself: expected {whole}, or one of: {', '.join(words)}"
        return f"key '{key}' is missing in {_name(path)}: expected one of: {', '.join(words)}"
    given = str(error["ctx"]["tag"])
    return f"{key} {shown(given)} is not known: {expected_one_of(given, words)}"
