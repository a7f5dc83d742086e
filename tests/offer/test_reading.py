"""Reading YAML: every scalar stays text with its place, both parsers agree, and no input does anything worse."""

import io
import time
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evaluator.offer import OfferProblems, load_offer, parse_offer
from evaluator.offer.document import Document, Text
from evaluator.offer.evidence import Place
from evaluator.offer.problems import Notebook
from evaluator.offer.reading import MOST_BYTES, Events, c_events, parse_document, pure_events
from evaluator.offer.walking import Plain, plain_data
from tests.offer.asked import HEAD, QUESTIONS, SAMPLE

BOTH = pytest.mark.parametrize("events", [c_events, pure_events])


def read(text: str | bytes, events: Events = c_events) -> Document:
    raw = text.encode() if isinstance(text, str) else text
    return parse_document(raw, Notebook("f"), events)


def plain(text: str, events: Events = c_events) -> dict[str, Plain]:
    return cast(dict[str, Plain], plain_data(read(text, events).top))


@BOTH
@pytest.mark.parametrize(
    "word", ["no", "on", "12:30", "0123", "1_000", "1e3", ".inf", "2026-11-02", "null", "~", "0x1F"]
)
def test_a_scalar_is_text_whatever_it_looks_like(word: str, events: Events) -> None:
    assert plain(f"a: {word}", events) == {"a": word}
    assert plain(f'a: "{word}"', events) == {"a": word}


@BOTH
def test_places_count_from_one(events: Events) -> None:
    top = read("a: 1\nb:\n  é: ['x',  \"y\"]\n", events).top
    assert top.entries["a"].node.place == Place(1, 4)
    group = top.entries["b"].node
    assert group.place == Place(3, 3)
    assert [item.place for item in group.entries["é"].node.items] == [Place(3, 7), Place(3, 13)]  # type: ignore[union-attr]


@BOTH
def test_nothing_behind_a_key_is_not_an_empty_text(events: Events) -> None:
    top = read("a:\nb: ''\nc: {d: , e}\n", events).top
    assert top.entries["a"].node == Text(Place(1, 1), "", blank=True)
    assert top.entries["b"].node == Text(Place(2, 4), "", blank=False)
    assert plain("c: {d: , e}", events) == {"c": {"d": "", "e": ""}}


@BOTH
def test_a_comma_inside_an_amount_does_not_cut_it(events: Events) -> None:
    assert plain("a: {x: $1,500, y: $1,500,000.50, z: $1,500-$2,000}", events) == {
        "a": {"x": "$1,500", "y": "$1,500,000.50", "z": "$1,500-$2,000"}
    }
    # With a blank between, or quotation marks, or other than three digits, it is what YAML says it is.
    assert plain("a: {x: $1, 500}", events) == {"a": {"x": "$1", "500": ""}}
    assert plain("a: {x: '1',500}", events) == {"a": {"x": "1", "500": ""}}
    assert plain("a: {x: 1,50}", events) == {"a": {"x": "1", "50": ""}}
    assert plain("a: {x: 0.1,500}", events) == {"a": {"x": "0.1", "500": ""}}


def test_byte_order_mark_and_line_ends() -> None:
    unix = read("a: 1\nb: 2\n").top
    assert read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n").top == unix
    assert read("a: 1\rb: 2\r").top == unix


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"PK\x03\x04\x14", "a Word document, or another packed file"),
        (b"\x89PNG\r\n", "a picture (PNG)"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\n<!DOCTYPE html>\n<html>", "a web page"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(start: bytes, kind: str) -> None:
    with pytest.raises(OfferProblems) as found:
        parse_document(start, Notebook("mine.yaml"))
    assert str(found.value.problems[0]) == f"mine.yaml:1:1: this is {kind}: expected a plain text file in YAML"


@BOTH
def test_a_question_mark_is_part_of_its_text(events: Events) -> None:
    assert plain("{a: about 25 (more? yes), b?: ok?}", events) == {"a": "about 25 (more? yes)", "b?": "ok?"}


def test_separators_from_word_processors_are_blanks() -> None:
    assert plain("a: x\u2028y\u2029z\x85w\nb: 1") == {"a": "x y z w", "b": "1"}


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SAMPLE.encode())))
    offer_file = load_offer("-", QUESTIONS)
    assert (offer_file.id, offer_file.file) == ("offer", "<stdin>")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"format: 2")))
    with pytest.raises(OfferProblems, match=r"<stdin>:1:9: format '2' is not known"):
        load_offer("-", QUESTIONS)


def outcome(raw: bytes, events: Events) -> object:
    notebook = Notebook("f")
    try:
        return parse_document(raw, notebook, events).top, notebook.noted
    except OfferProblems as problems:
        return problems.problems


# Pieces that YAML gives a meaning to, so that chance soon builds something awkward.
WORDS = "a|b: |- |? |: |{|}|[|]|,|'|\"|#|&a |*a|!t |!!str |%|@|`|---|<<: |\\|~|1,500|$1|=|-|:|?|é|>".split("|")
BREAKS = ["\n", "\n  ", "\n    ", "\t", " ", "|", "|-\n ", "\n---\n", "\n...\n", "\r\n", "\r"]
BREAKS += [">2\n", "😀", "\u2028", "\x85", "\ufeff"]
PIECES = st.lists(st.sampled_from(WORDS + BREAKS), max_size=25).map("".join)


@given(PIECES)
@example("a: {x: 1,\t500}")
@example("a:\tb")
@example("{a:b}")
@example("a: 'x\n\ty'")
@example("[a, b]: c")
@example('"\\UFFFFFFFF": 1')
@example('"\\uD800": 1')
@example("a: |\n\tb")
@example("{a: b?c, d: e?, f: g? h, i?: j, k ? l}")
@example("{a:?b}")
@example("? a\n: b")
@example("a: [? b]")
@example("a: really? {b}\nc: '?'\nd: \"\\?\"")
def test_both_parsers_agree(text: str) -> None:
    assert outcome(text.encode(), c_events) == outcome(text.encode(), pure_events)


def assert_only_problems(raw: bytes) -> None:
    """Reads or raises problems, soon, and shows nothing but visible letters."""
    started = time.perf_counter()
    found: list[str] = []
    try:
        parse_offer(raw, file="f", questions=QUESTIONS)
    except OfferProblems as refused:
        found = [*map(str, refused.problems)] or ["raised without a problem\n"]
    assert time.perf_counter() - started < 10
    assert all(line.isprintable() for line in found)


@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    assert_only_problems(raw)


@given(PIECES, st.booleans())
def test_any_text(text: str, after_a_head: bool) -> None:
    assert_only_problems(((HEAD + "pay: " if after_a_head else "") + text).encode())


@given(st.data())
def test_mutated_offers(data: st.DataObject) -> None:
    raw = bytearray(SAMPLE.encode())
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(raw) - 1))
        end = data.draw(st.integers(start, min(len(raw), start + 12)))
        raw[start:end] = data.draw(st.one_of(st.binary(max_size=3), PIECES.map(str.encode)))
    assert_only_problems(bytes(raw))
    assert outcome(bytes(raw), c_events) == outcome(bytes(raw), pure_events)


KEYS = (
    "format offer pay caseload ramp steps structure share of rates rate mix amount name evidence value answer quote "
    "where as_of low likely high payers allowed autonomy pause-intake outside-work benefits weekly hours costs yearly "
    "all per missed_visit bonus above percentage salary per_session 0"
).split()
VALUES = ["vague", "refused", "60%", "$5", "20-26", "percentage", "none", "", "1", "posting", "yes", "x"]


@given(st.data())
def test_any_tree_of_known_keys(data: st.DataObject) -> None:
    """Known keys in places where they do not belong, with values of the wrong make."""
    key, word = st.sampled_from(KEYS), st.sampled_from(VALUES)
    tree = st.recursive(
        word, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(key, inner, max_size=4), max_leaves=12
    )
    top = data.draw(st.dictionaries(key, tree, max_size=6))
    assert_only_problems(flow(top).encode())


def flow(tree: object) -> str:
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(flow, tree)) + "]"
    return f'"{tree}"'


ATTACKS = {
    "brackets": "[" * (MOST_BYTES - 10),
    "brackets on lines": "[\n" * (MOST_BYTES // 2 - 10),
    "braces": "{a: " * (MOST_BYTES // 4 - 10),
    "dashes": "- " * (MOST_BYTES // 2 - 10),
    "question marks": "? " * (MOST_BYTES // 2 - 10),
    "quotes": "'" * (MOST_BYTES - 10),
    "one long word": "a" * (MOST_BYTES - 10),
    "one long line of blanks": "a:" + " " * (MOST_BYTES - 10),
    "ever deeper": "".join(" " * n + "a:\n" for n in range(700)),
    "comments": "#\n" * (MOST_BYTES // 2 - 10),
    "keys": HEAD + "pay:\n" + "".join(f"  k{n}:\n" for n in range(9_000)),
    "one key again and again": HEAD + "".join("pay: 1\n" for _ in range(9_000)),
    "one long key": HEAD + "x" * 100_000 + ": 1\n",
    "amounts": HEAD + "benefits:\n" + "".join(f"  k{n}: {{value: vague, quote: q}}\n" for n in range(3_000)),
    "payers": HEAD + "collections:\n  payers:\n" + "    - {name: a, mix: 0.1%}\n" * 3_000,
    "bad answers": HEAD + "autonomy:\n" + "".join(f"  pause-intak{n}: on_reques\n" for n in range(6_000)),
    "bad evidence": HEAD + "benefits:\n" + "".join(f"  k{n}: {{value: 1, evidnce: poting}}\n" for n in range(3_000)),
    "commas": HEAD + "benefits: {a: 1" + ",000" * 9_000 + "}\n",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_bounded_time(attack: str) -> None:
    assert_only_problems(attack.encode())
