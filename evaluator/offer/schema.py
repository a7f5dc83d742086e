"""JSON Schemas of the offer file and the clinician file, for editors that complete and explain while one types.

In: the models, and the questions of the checklists with their wording. Out: draft-07 schemas as plain JSON data. Must
not be stricter than the reader: what the reader accepts, the schema accepts. It knows nothing of sums and
contradictions.
"""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel

from evaluator.offer.clinician import Clinician
from evaluator.offer.evidence import Evidence
from evaluator.offer.loading import Questions
from evaluator.offer.shapes import Amounts, Part, Rows, Shape, Single, Term, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.values import WRAPPING_KEYS, Written
from evaluator.offer.walking import NOT_GIVEN, OF_THE_FILE, Path

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Schema = dict[str, Json]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_MOST = {"share": 1, "money": 10_000_000}

_BLANK: Schema = {"type": "null"}
_NOT_GIVEN: Schema = {"enum": list(NOT_GIVEN), "description": "Asked, and answered vaguely or not at all."}


def offer_schema(questions: Questions, wording: Mapping[str, Mapping[str, str]]) -> Schema:
    """The schema of an offer file. `wording` has the text of each question, by section and check id."""
    properties: Schema = {name: _term(term, (name,), evidence_allowed=True) for name, term in terms_of(Offer).items()}
    for section, asked in questions.items():
        if section not in properties:
            properties[section] = _section(asked, wording.get(section, {}))
    return _top("Offer", "One offer, its terms and what each of them rests on.", properties, Offer)


def clinician_schema() -> Schema:
    """The schema of a clinician file: values as they stand, without evidence."""
    properties: Schema = {
        name: _term(term, (name,), evidence_allowed=False) for name, term in terms_of(Clinician).items()
    }
    return _top("Clinician", "What a clinician brings to every offer.", properties, Clinician)


def _top(title: str, description: str, properties: Schema, model: type[BaseModel]) -> Schema:
    required = [name for name, term in terms_of(model).items() if term.required]
    return {
        "$schema": _DRAFT,
        "title": title,
        "description": description,
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
        "definitions": _definitions(),
    }


def _definitions() -> Schema:
    return {
        "not_given": _NOT_GIVEN,
        "evidence": {"enum": [member.value for member in Evidence], "description": "What this rests on."},
        "quote": {"type": ["string", "number", "boolean"], "description": "The employer's own words."},
        "where": {"type": ["string", "number"], "description": "The place in the document, such as a section."},
        "as_of": {"type": "string", "description": "The day on which it was so, such as 2026-11-02."},
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _term(term: Term, path: Path, *, evidence_allowed: bool) -> Schema:
    bare = _bare(term.shape, path, evidence_allowed)
    plain = not evidence_allowed or path in OF_THE_FILE
    choices: list[Json] = [*bare] if plain else [*bare, _ref("not_given"), _wrapped(bare)]
    if not term.required:
        choices.append(_BLANK)
    schema: Schema = {"description": term.description} if term.description else {}
    if len(choices) == 1 and isinstance(choices[0], Mapping):
        return {**choices[0], **schema}
    return {**schema, "anyOf": choices}


def _wrapped(bare: Sequence[Json]) -> Schema:
    """A value with its basis around it."""
    value: Schema = {"anyOf": [*bare, _ref("not_given")]}
    basis: Schema = {key: {"anyOf": [_ref(key), _BLANK]} for key in ("evidence", "quote", "where", "as_of")}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {"value": value, "answer": value, **basis},
        "oneOf": [{"required": ["value"]}, {"required": ["answer"]}],
    }


def _bare(shape: Shape, path: Path, evidence_allowed: bool) -> list[Json]:
    """The ways to write a term without its basis."""
    match shape:
        case Single():
            return _single(shape)
        case Amounts(each=each, single=single):
            named: Schema = {
                "type": "object",
                "propertyNames": {"not": {"enum": list(WRAPPING_KEYS)}},
                "additionalProperties": _term(
                    Term("", each, False, ""), (*path, ""), evidence_allowed=evidence_allowed
                ),
            }
            return [named, {"const": "none"}, *_single(each)] if single else [named]
        case Rows(model=model):
            return [{"type": "array", "minItems": 1, "items": _group(model, (*path, "0"), evidence_allowed)}]
        case Part(models=models):
            return [_group(model, path, evidence_allowed) for model in models]


def _group(model: type[BaseModel], path: Path, evidence_allowed: bool) -> Schema:
    terms = terms_of(model)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, term in terms.items() if term.required],
        "properties": {
            name: _term(term, (*path, name), evidence_allowed=evidence_allowed) for name, term in terms.items()
        },
    }


def _single(shape: Single) -> list[Json]:
    if shape.words:
        # An editor takes the 1 of `format: 1` for a number and an unquoted yes for a truth value.
        return [{"enum": [*shape.words, *(int(word) for word in shape.words if word.isdigit()), *_truths(shape.words)]}]
    assert shape.written is not None
    if not shape.is_number:
        types: Json = ["string", "number", "boolean"] if shape.written.name == "text" else "string"
        return [{"type": types, "pattern": shape.written.pattern}]
    number = _number(shape.written)
    scalar: Schema = {"anyOf": number}
    keys: Schema = {"low": scalar, "likely": scalar, "high": scalar}
    in_three: Schema = {
        "type": "object",
        "additionalProperties": False,
        "required": ["low", "high"],
        "properties": keys,
    }
    return [*number, in_three]


def _number(written: Written) -> list[Json]:
    number: Schema = {"type": "number", "minimum": 0}
    if written.name in _MOST:
        number["maximum"] = _MOST[written.name]
    return [number, {"type": "string", "pattern": written.pattern, "examples": [written.example]}]


def _truths(words: Sequence[str]) -> list[Json]:
    if not {"yes", "no"} <= set(words):
        return []
    dresses = ("Yes", "YES", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE")
    return [True, False, *dresses]


def _section(asked: Mapping[str, Sequence[str]], wording: Mapping[str, str]) -> Schema:
    """A section of answers."""
    properties: Schema = {
        check: _term(
            Term(check, Single(words=tuple(answers)), False, wording.get(check, "")), (), evidence_allowed=True
        )
        for check, answers in asked.items()
    }
    group: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {"anyOf": [group, _ref("not_given"), _wrapped([group]), _BLANK]}
