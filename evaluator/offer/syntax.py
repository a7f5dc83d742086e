"""YAML's own complaints, in words for people who do not know YAML.

In: an error of the parser and the text. Out: a place and a message. Must not show the parser's wording.
"""

import yaml

from evaluator.offer.evidence import Place
from evaluator.offer.problems import shown

# Fragments of PyYAML's messages in the order in which they are tried, each with the words that we use instead.
_IN_PLAIN_WORDS: tuple[tuple[str, str], ...] = (
    (
        "while scanning a quoted scalar found unexpected",
        "a quotation mark opens here and never closes: expected its partner",
    ),
    (
        "while scanning a double-quoted scalar",
        "a backslash in double quotes starts an escape: expected single quotes around such text",
    ),
    (
        "tag",
        "a tag (!) stands here: expected a plain value, or quotation marks around the text",
    ),
    (
        "while scanning an alias",
        "an alias (*) stands here: expected the value itself, or quotation marks around the text",
    ),
    (
        "while scanning an anchor",
        "an anchor (&) stands here: expected a plain value, or quotation marks around the text",
    ),
    (
        "mapping values are not allowed",
        "a colon is not allowed here: expected quotation marks around a text with a colon, and a colon after each key",
    ),
    (
        "could not find expected ':'",
        "this line has no colon after its key: expected 'key: value'",
    ),
    (
        "flow mapping",
        (
            "a group in braces is not written right: expected {key: value, key: value}, "
            "and quotation marks around a text with , ? : [ ] { or } in it"
        ),
    ),
    (
        "flow sequence",
        (
            "a list in brackets is not written right: expected [value, value], "
            "and quotation marks around a text with , ? : [ ] { or } in it"
        ),
    ),
    (
        "block mapping",
        "this line does not line up with its group: expected the same indentation for all keys of a group",
    ),
    (
        "block collection",
        "this line does not line up with its list: expected the same indentation for all items of a list",
    ),
    (
        "does not match any outer indentation",
        "this line does not line up with any line above: expected the indentation of its group",
    ),
    (
        "sequence entries are not allowed",
        "a list item is not allowed here: expected it on a line of its own, under its key",
    ),
    (
        "block scalar",
        "a text after | or > is not written right: expected it on the following lines, indented with spaces",
    ),
    (
        "document start",
        "more text follows the end of the document: expected one offer in one file",
    ),
)

_AT_THE_START = ("while scanning a quoted scalar", "while scanning an alias", "while scanning an anchor")


def explain(error: yaml.YAMLError, text: str) -> tuple[Place, str]:
    """Where the mistake is, and the message for it. A mistake that is not known by name gets a general one."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Place(1, 1), "this is not YAML: expected lines of the form 'key: value'"
    context, problem = error.context or "", error.problem or ""
    mark = error.problem_mark or error.context_mark
    if context.startswith(_AT_THE_START) and error.context_mark is not None:
        mark = error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark is not None else Place(1, 1)
    if "cannot start any token" in problem:
        return place, _strange_start(text, place)
    both = f"{context} {problem}"
    for fragment, message in _IN_PLAIN_WORDS:
        if fragment in both:
            return place, message
    return place, "this is not YAML: expected lines of the form 'key: value'"


def _strange_start(text: str, place: Place) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    character = line[place.column - 1 : place.column]
    if character == "\t":
        return "a tab stands here: expected spaces in front of a key or value"
    return f"text cannot start with {shown(character)}: expected quotation marks around it"
