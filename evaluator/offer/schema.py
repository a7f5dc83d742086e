"""JSON Schemas of the offer, clinician and practice files, for editors that complete and explain while one types.

In: the models, their bounds, and the questions of the checklists with their wording. Out: draft-07 schemas as plain
JSON data, with the words that editors show beside each answer (`enumDescriptions`). Must not be stricter than the
reader: what the reader accepts, the schema accepts. It knows nothing of sums and contradictions.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from pydantic import BaseModel

from evaluator.offer.basis import BASIS_SAYS
from evaluator.offer.books import PracticeFile
from evaluator.offer.bounded import OFFER_BOUNDS
from evaluator.offer.bounds import Bound, Span
from evaluator.offer.bounds_of_books import CLINICIAN_BOUNDS, PRACTICE_BOUNDS
from evaluator.offer.clinician import Clinician
from evaluator.offer.evidence import Evidence, MayChange
from evaluator.offer.loading import Questions
from evaluator.offer.narrowing import CASE_KEYS
from evaluator.offer.notice import MOST_NOTICE_DAYS
from evaluator.offer.shapes import Amounts, Part, Rows, Several, Shape, Single, Term, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.values import BASIS_KEYS, RANGE_KEYS, VALUE_KEYS, WRAPPING_KEYS, Written
from evaluator.offer.waivers import WaiverFile, WaiverRow
from evaluator.offer.walking import NOT_GIVEN, OF_THE_FILE, Path
from evaluator.offer.word_meanings import meanings_of

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Schema = dict[str, Json]

_DRAFT = "http://json-schema.org/draft-07/schema#"

_YES_AND_NO: Sequence[Json] = (True, False, "Yes", "YES", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE")
_BLANK: Schema = {"type": "null"}
_BASIS: Schema = {
    "not_given": {
        "enum": list(NOT_GIVEN),
        "enumDescriptions": list(meanings_of(tuple(NOT_GIVEN))),
        "description": "Asked, and answered vaguely or not at all.",
    },
    "evidence": {
        "enum": [*(member.value for member in Evidence), None],
        "enumDescriptions": [*meanings_of([member.value for member in Evidence]), "What the file rests on."],
        "description": BASIS_SAYS["evidence"],
    },
    "quote": {"type": ["string", "number", "boolean", "null"], "description": BASIS_SAYS["quote"]},
    "where": {"type": ["string", "number", "null"], "description": BASIS_SAYS["where"]},
    "as_of": {"type": ["string", "null"], "description": BASIS_SAYS["as_of"]},
    "change": {
        "enum": [*(member.value for member in MayChange), None],
        "enumDescriptions": [*meanings_of([member.value for member in MayChange]), "Not stated."],
        "description": BASIS_SAYS["change"],
    },
    "notice": {
        "type": ["string", "integer", "null"],
        "pattern": r"^\s*[0-9]{1,4}( ?days?)?\s*$",
        "minimum": 0,
        "maximum": MOST_NOTICE_DAYS,
        "description": BASIS_SAYS["notice"],
    },
}

EXAMPLES: Mapping[str, Schema] = {
    "Offer": {
        "format": 1,
        "offer": {"name": "Staff therapist, evenings", "evidence": "posting"},
        "pay": {"structure": "percentage", "share": "60%", "of": "collected"},
    },
    "Clinician": {"format": 1, "clinician": {"value_of_hour": "$45", "weeks_off": 4}},
    "Practice": {
        "format": 1,
        "practice": {"name": "A practice"},
        "pay": {"share": "60%", "burden": "8%"},
        "clinicians": [{"name": "A", "collections": "$95,000", "kept_sessions": 900}],
    },
}
"""The least that such a file may say."""


def offer_schema(
    questions: Questions,
    wording: Mapping[str, Mapping[str, str]],
    meanings: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Schema:
    """The schema of an offer file.

    `wording` has the text of each question, by section and check id; `meanings` what each answer says, by check id.
    """
    drawing = _Drawing(evidence_allowed=True, stops=_stops(OFFER_BOUNDS))
    properties = drawing.terms(Offer, ())
    for section, asked in questions.items():
        if section not in properties:
            properties[section] = drawing.section(section, asked, wording.get(section, {}), meanings)
    return _top("Offer", "One offer, its terms and what each of them rests on.", properties, Offer, drawing)


def _stops(table: tuple[Bound, ...], above: str = "") -> Mapping[str, Span]:
    """The stop ranges that are narrower than those of their kind of number, by the dotted name of the term."""
    return {f"{above}{bound.term}": bound.stop for bound in table if bound.stop != Span()}


def clinician_schema() -> Schema:
    """The schema of a clinician file: values as they stand, without evidence."""
    drawing = _Drawing(evidence_allowed=False, stops=_stops(CLINICIAN_BOUNDS, "clinician."))
    properties = drawing.terms(Clinician, ())
    return _top("Clinician", "What a clinician brings to every offer.", properties, Clinician, drawing)


def waivers_schema(checks: Mapping[str, str]) -> Schema:
    """The schema of a waiver file. `checks` has the ids that may be waived, with their titles."""
    drawing = _Drawing(evidence_allowed=False)
    properties = drawing.terms(WaiverFile, ())
    row = WaiverRow.model_fields["check"].description
    named: Schema = {"description": row, "anyOf": [{"const": id, "description": title} for id, title in checks.items()]}
    drawing.definitions["WaiverRow"] = _with_property(drawing.definitions["WaiverRow"], "check", named)
    return _top("Waivers", "Findings that somebody accepts for a while.", properties, WaiverFile, drawing)


def _with_property(group: Json, name: str, drawn: Schema) -> Schema:
    """A drawn group with one of its properties drawn otherwise."""
    assert isinstance(group, Mapping)
    properties = group["properties"]
    assert isinstance(properties, Mapping)
    return {**group, "properties": {**properties, name: drawn}}


def practice_schema() -> Schema:
    """The schema of a practice file: values as they stand, without evidence."""
    drawing = _Drawing(evidence_allowed=False, stops=_stops(PRACTICE_BOUNDS))
    properties = drawing.terms(PracticeFile, ())
    return _top("Practice", "An owner's books for one year.", properties, PracticeFile, drawing)


def _top(title: str, description: str, properties: Schema, model: type[BaseModel], drawing: "_Drawing") -> Schema:
    return {
        "$schema": _DRAFT,
        "title": title,
        "description": description,
        "type": "object",
        "additionalProperties": False,
        "required": _required(model),
        "properties": properties,
        **({"examples": [EXAMPLES[title]]} if title in EXAMPLES else {}),
        "definitions": dict(sorted(drawing.definitions.items())),
    }


def _required(model: type[BaseModel]) -> list[Json]:
    return [name for name, term in terms_of(model).items() if term.required]


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


class _Drawing:
    """Draws terms; groups and kinds of numbers are drawn once, as definitions that the terms refer to."""

    def __init__(self, *, evidence_allowed: bool, stops: Mapping[str, Span] = MappingProxyType({})) -> None:
        self.evidence_allowed = evidence_allowed
        self.stops = stops
        self.definitions: Schema = dict(_BASIS) if evidence_allowed else {}

    def terms(self, model: type[BaseModel], path: Path) -> Schema:
        """The properties of a group. What several groups inherit is drawn once, and they refer to it."""
        return {name: self.property(model, term, (*path, name)) for name, term in terms_of(model).items()}

    def property(self, model: type[BaseModel], term: Term, path: Path) -> Json:
        """A term of a group, by reference if the group has it from another."""
        owner = next(one for one in model.__mro__ if term.name in getattr(one, "__annotations__", ()))
        if owner is model:
            return self.term(term, path)
        name = f"{owner.__name__}_{term.name}"
        if name not in self.definitions:
            self.definitions[name] = self.term(term, path)
        return {"description": term.description, "allOf": [_ref(name)]}

    def term(self, term: Term, path: Path) -> Schema:
        """All ways to write a term: bare, with what it rests on, or as a word for not giving it."""
        bare = self.bare(term.shape, path)
        if not self.evidence_allowed or path in OF_THE_FILE:
            choices = [*bare]
        elif isinstance(term.shape, Single) and term.shape.written is not None:
            choices = [self.told_once(term.shape.written.name, bare)]
        elif isinstance(term.shape, Single) and len(term.shape.words) > 1:
            choices = [self.told_once("_or_".join(term.shape.words), bare)]
        else:
            choices = self.told(bare)
        if not term.required:
            choices += [_BLANK, *_empty(term.shape)]
        described: Schema = {"description": term.description} if term.description else {}
        stop = self.stops.get(".".join(part for part in path if not part.isdigit()))
        return {**described, **(_narrower(stop) if stop is not None else {}), "anyOf": choices}

    def told_once(self, name: str, bare: list[Json]) -> Json:
        """`told` for a kind of value that many terms share, by reference."""
        self.definitions.setdefault(f"{name}_as_told", {"anyOf": self.told(bare)})
        return _ref(f"{name}_as_told")

    def told(self, bare: list[Json]) -> list[Json]:
        """A value plainly, a word for not giving it, or either of them with its basis around it."""
        value: Schema = {"anyOf": [*bare, _ref("not_given")]}
        basis: Schema = {key: _ref(key) for key in BASIS_KEYS}
        wrapped: Schema = {
            "type": "object",
            "additionalProperties": False,
            "properties": {**dict.fromkeys(VALUE_KEYS, value), **basis},
            "oneOf": [{"required": [key]} for key in VALUE_KEYS],
        }
        return [*bare, _ref("not_given"), wrapped]

    def bare(self, shape: Shape, path: Path) -> list[Json]:
        """The ways to write a term without its basis."""
        match shape:
            case Single(words=words) if words:
                return [self.one_of(words)]
            case Single():
                return [self.written(shape)]
            case Amounts(each=each, single=single):
                named: Schema = {
                    "type": "object",
                    "propertyNames": {"not": {"enum": list(WRAPPING_KEYS)}},
                    "additionalProperties": self.term(Term("", each, False, ""), (*path, "")),
                }
                return [named, {"const": "none"}, self.written(each)] if single else [named]
            case Rows(model=model):
                return [{"type": "array", "minItems": 1, "items": self.group(model, (*path, "0"))}]
            case Several(words=words):
                return [{"type": "array", "uniqueItems": True, "items": _words(words)}]
            case Part(models=models):
                return [self.group(model, path) for model in models]

    def one_of(self, words: tuple[str, ...]) -> Schema:
        """One of a few words, by reference where there is a choice."""
        if len(words) == 1:
            return _words(words)
        name = "_or_".join(words)
        self.definitions.setdefault(name, _words(words))
        return _ref(name)

    def group(self, model: type[BaseModel], path: Path) -> Schema:
        """A group of keys, by reference."""
        if model.__name__ not in self.definitions:
            self.definitions[model.__name__] = {
                "type": "object",
                "additionalProperties": False,
                "required": _required(model),
                "properties": self.terms(model, path),
            }
        return _ref(model.__name__)

    def written(self, shape: Single) -> Schema:
        """A text or a number of one kind, by reference."""
        written = shape.written
        assert written is not None
        if written.name not in self.definitions:
            self.definitions[written.name] = _definition(written, shape)
        return _ref(written.name)

    def section(
        self,
        name: str,
        asked: Mapping[str, Sequence[str]],
        wording: Mapping[str, str],
        meanings: Mapping[str, Mapping[str, str]],
    ) -> Schema:
        """A section of answers. The words of each check are drawn once, with what they say, and referred to."""
        properties: Schema = {}
        for check, answers in asked.items():
            says = meanings.get(check, {})
            self.definitions[f"answer_{check}"] = _words(answers, [says.get(word, "") for word in answers])
            described: Schema = {"description": wording[check]} if wording.get(check) else {}
            properties[check] = {**described, "anyOf": [*self.told([_ref(f"answer_{check}")]), _BLANK]}
        described = {"description": f"Answers to the questions of the checklist {name.replace('_', ' ')}."}
        name = f"{name}_answers"
        self.definitions[name] = {"type": "object", "additionalProperties": False, "properties": properties}
        return {**described, "anyOf": [*self.told([_ref(name)]), _BLANK]}


def _words(words: Sequence[str], meanings: Sequence[str] = ()) -> Schema:
    """One of a few words, as an editor sees them: the 1 of `format: 1` is a number, an unquoted yes a truth value.

    Editors show what each means beside it; the further ways to write yes and no mean what those do.
    """
    numbers: list[Json] = [int(word) for word in words if word.isdigit()]
    told = list(meanings or meanings_of(words))
    # Older YAML takes an unquoted yes or no for a truth value, also where only one of the two may stand.
    one: Sequence[Json] = [word == "yes" for word in words if word in ("yes", "no")]
    more: Sequence[Json] = _YES_AND_NO if len(one) == 2 else one
    by_word = dict(zip(words, told, strict=True))
    told += [by_word[str(number)] for number in numbers]
    told += [by_word["yes" if str(word).casefold() in ("yes", "true") else "no"] for word in more]
    explained: Schema = {"enumDescriptions": list(told)} if any(told) else {}
    return {"enum": [*words, *numbers, *more], **explained}


def _narrower(stop: Span) -> Schema:
    """The stop range of one term, for numbers that stand alone, with what they rest on, or at the ends of a range."""
    limits: Schema = {}
    if stop.least is not None:
        limits["exclusiveMinimum" if stop.above_least else "minimum"] = stop.least
    if stop.most is not None:
        limits["exclusiveMaximum" if stop.below_most else "maximum"] = stop.most
    return {**limits, "properties": dict.fromkeys((*VALUE_KEYS, *RANGE_KEYS), limits)}


def _empty(shape: Shape) -> list[Json]:
    """A group of keys with nothing in it says nothing, even where one of its keys may not be left out."""
    needs = isinstance(shape, Part) and shape.told_by is None and any(map(_required, shape.models))
    return [{"type": "object", "maxProperties": 0}] if needs else []


def _definition(written: Written, shape: Single) -> Schema:
    if written.name == "cases":
        return _cases(written)
    return _number(written) if shape.is_number else _text(written)


def _cases(written: Written) -> Schema:
    """One value, or worst, likely and best; what each may be depends on the term's unit, so any text or number."""
    scalar: Schema = {"type": ["string", "number", "boolean"], "pattern": written.pattern}
    properties: Schema = dict.fromkeys(CASE_KEYS, scalar)
    required: list[Json] = ["worst", "best"]
    group: Schema = {"type": "object", "additionalProperties": False, "required": required, "properties": properties}
    return {"anyOf": [scalar, group]}


def _text(written: Written) -> Schema:
    types: Json = ["string", "number", "boolean"] if written.name == "text" else "string"
    return {"type": types, "pattern": written.pattern}


def _number(written: Written) -> Schema:
    """A number, a number with its unit, or, unless it must be exact, a range in either way of writing it."""
    number: Schema = {"type": "number"}
    if written.limits is not None:
        number["minimum" if written.limits.zero else "exclusiveMinimum"] = written.limits.least
        number["maximum"] = written.limits.most
    scalars: list[Json] = [number, {"type": "string", "pattern": written.pattern, "examples": [written.example]}]
    if written.exact:
        return {"anyOf": scalars}
    in_three: Schema = {
        "type": "object",
        "additionalProperties": False,
        "required": ["low", "high"],
        "properties": {key: {"anyOf": scalars} for key in RANGE_KEYS},
    }
    return {"anyOf": [*scalars, in_three]}
