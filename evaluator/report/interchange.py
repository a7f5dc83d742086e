"""The Comparison as JSON, there and back, other records as JSON, and the schemas of all.

In: a Comparison or the bytes of one, an Audit, a Difference. Out: bytes, a Comparison, or a schema. Must not change a
value: what was written reads back equal.
"""

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from evaluator.comparison.model import Comparison

if TYPE_CHECKING:
    from pydantic import TypeAdapter

# Signs that JSON allows in text as they are but that a terminal or an editor would act on; written as escapes instead.
_ACTIVE = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_HALF = re.compile("[\ud800-\udfff]")


class UnreadableComparison(ValueError):
    """The bytes are not a Comparison; the message says in one line what is wrong first."""


@cache
def _adapter() -> "TypeAdapter[Comparison]":
    from pydantic import TypeAdapter

    return TypeAdapter(Comparison)


def dump_comparison(comparison: Comparison) -> bytes:
    """UTF-8 JSON, indented, ending in a newline. Lone surrogates, which UTF-8 has no bytes for, become U+FFFD."""
    return _dump(_adapter().dump_python(comparison))


def dump_record(record: object) -> bytes:
    """Any frozen record as JSON, in the same hand as a Comparison."""
    from pydantic import TypeAdapter

    return _dump(TypeAdapter(type(record)).dump_python(record))


def dump_data(data: object) -> bytes:
    """Plain lists, groups and texts as JSON, in the same hand as a Comparison."""
    return _dump(data)


def _dump(data: object) -> bytes:
    from pydantic_core import to_json

    try:
        text = to_json(data, indent=2, inf_nan_mode="strings").decode()
    except ValueError:
        text = json.dumps(data, indent=2, default=str, ensure_ascii=False)
        text = _HALF.sub("\ufffd", text)
    return _ACTIVE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text).encode() + b"\n"


def read_comparison(data: bytes) -> Comparison:
    """The Comparison that `dump_comparison` wrote; raises `UnreadableComparison` for anything else."""
    from pydantic import ValidationError

    try:
        return _adapter().validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        at = ".".join(str(part) for part in first["loc"]) or "the file"
        raise UnreadableComparison(f"not a comparison this version can read: {at}: {first['msg']}") from None


def comparison_schema() -> str:
    """The JSON Schema of what `dump_comparison` writes, as indented JSON."""
    return record_schema(Comparison)


def record_schema(record: type) -> str:
    """The JSON Schema of what `dump_record` writes for this kind of record, as indented JSON."""
    from pydantic import TypeAdapter

    inner = TypeAdapter(record).json_schema(mode="serialization")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **inner}, indent=2) + "\n"
