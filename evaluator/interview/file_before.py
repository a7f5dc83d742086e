"""The file that is gone on with, as far as it goes: its lists row by row, and what in it is not finished.

In: the text of a file. Out: `Before`: the offer in it, its rows, and what its comments hold. A row that lacks a key
makes no other part of the file unreadable. Raises `OfferProblems` for every other mistake. Must not ask.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evaluator.interview.questions import Said
from evaluator.offer import Evidence, OfferFile, OfferProblems, Questions, parse_offer
from evaluator.offer.basis import Basis, unwrap
from evaluator.offer.document import Group, Listing, Node, Text
from evaluator.offer.marks import Held, lines_of, marks_in
from evaluator.offer.problems import Notebook, Problem
from evaluator.offer.reading import parse_document
from evaluator.offer.shapes import Part, Rows, Term, model_for, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.walking import Path, plain_data

_CAN_BE_FINISHED = re.compile(
    r"^key '[a-z_]+' is missing in (?!the |offer)|^a tier needs one |has no number to reach|^the mix of \w+ adds to "
)
_NOTHING = Notebook("")

Row = Mapping[str, str]
"""The keys that stand in a row, each with what it says."""


@dataclass(frozen=True)
class Before:
    """What stands in a file. `unfinished` are the lists and groups that the offer was read without.

    `rows` are those of each list, in order; `stands` every path with something behind it in lists and unfinished
    groups; `held` what the comments hold of what could not stand in the file yet.
    """

    offer: OfferFile
    rows: Mapping[Path, tuple[Row, ...]]
    unfinished: frozenset[Path]
    stands: frozenset[Path]
    left_out: frozenset[Path]
    held: Mapping[Path, Said]


def read_before(text: str, file: str, questions: Questions) -> Before:
    """The file in a text. Raises `OfferProblems` where it is wrong in more than what it lacks."""
    offer, unfinished = _read(text, file, questions)
    top = parse_document(text.encode(), Notebook(file)).top
    groups = dict(_groups_of(top))
    rows = {path: found for path, node in groups.items() if (found := _rows(node)) is not None}
    stands = {
        (*path, str(number), key) for path, found in rows.items() for number, row in enumerate(found) for key in row
    }
    for path in unfinished:
        node = groups[path]
        stands |= {path} | ({(*path, key) for key in node.entries} if isinstance(node, Group) else set())
    marks = marks_in(text)
    held = _held(marks.held, rows, offer.offer.offer.evidence)
    if held and not _are_comments(text, marks.held, offer, unfinished, questions):
        held = {}
    return Before(offer, rows, unfinished, frozenset(stands), marks.paths, held)


def _read(text: str, file: str, questions: Questions) -> tuple[OfferFile, frozenset[Path]]:
    """The offer, and the few lists and groups that it had to be read without."""
    read = text.encode()
    try:
        return parse_offer(read, file=file, questions=questions), frozenset()
    except OfferProblems as found:
        if wrong_beside(found):
            raise
        problems = found
    leaving = {path for path, _ in _groups_of(parse_document(read, Notebook(file)).top)}
    try:
        offer = parse_offer(read, file=file, questions=questions, leaving=leaving)
    except OfferProblems:
        raise problems from None
    for path in sorted(leaving):
        try:
            offer = parse_offer(read, file=file, questions=questions, leaving=leaving - {path})
        except OfferProblems:
            continue
        leaving.remove(path)
    return offer, frozenset(leaving)


def wrong_beside(found: OfferProblems) -> tuple[Problem, ...]:
    """The problems that no further answer mends: all but those of a row, list or group that lacks something."""
    return tuple(problem for problem in found.problems if not _CAN_BE_FINISHED.search(problem.message))


def _groups_of(top: Group) -> Iterator[tuple[Path, Node]]:
    """The lists and the groups with keys they can't do without, below the sections of the offer."""
    for name, term in terms_of(Offer).items():
        if name not in ("format", "offer") and (node := _below(top, name)) is not None:
            yield from _inside(node, term, (name,))


def _inside(node: Node, term: Term, path: Path) -> Iterator[tuple[Path, Node]]:
    if isinstance(term.shape, Rows) and isinstance(node, Listing):
        yield path, node
    if not isinstance(term.shape, Part) or not isinstance(node, Group):
        return
    told = _below(node, term.shape.told_by or "")
    model = model_for(term.shape, told.text.strip() if isinstance(told, Text) else None)
    terms = terms_of(model) if model is not None else {}
    if path != ("pay",) and any(one.required for one in terms.values()):
        yield path, node
    for name, one in terms.items():
        if (below := _below(node, name)) is not None:
            yield from _inside(below, one, (*path, name))


def _below(group: Group, key: str) -> Node | None:
    """What stands behind a key, without its basis; nothing where nothing does."""
    entry = group.entries.get(key)
    if entry is None or (isinstance(entry.node, Text) and entry.node.blank):
        return None
    return unwrap(entry.node, Basis(Evidence.POSTING), _NOTHING)[0]


def _rows(node: Node) -> tuple[Row, ...] | None:
    if not isinstance(node, Listing) or not all(isinstance(item, Group) for item in node.items):
        return None
    return tuple(_row(item) for item in node.items if isinstance(item, Group))


def _row(group: Group) -> Row:
    found = {key: _below(group, key) for key in group.entries}
    return {key: node.text.strip() if isinstance(node, Text) else "" for key, node in found.items() if node is not None}


def _held(marks: tuple[Held, ...], rows: Mapping[Path, tuple[Row, ...]], around: Evidence) -> dict[Path, Said]:
    """What comments hold, as it was said; rows count on from those in the file."""
    found: dict[Path, Said] = {}
    counts = {path: len(there) for path, there in rows.items()}
    for mark in marks:
        try:
            node = parse_document(f"held: {mark.written}".encode(), Notebook("")).top.entries["held"].node
        except OfferProblems:
            continue  # somebody has changed the comment: it stays one
        if not isinstance(node, Listing):
            found[mark.path] = _said(node, around)
            continue
        for item in node.items:
            number = counts[mark.path] = counts.get(mark.path, 0) + 1
            entries = item.entries if isinstance(item, Group) else {}
            found |= {(*mark.path, str(number - 1), key): _said(entry.node, around) for key, entry in entries.items()}
    return found


def _said(node: Node, around: Evidence) -> Said:
    bare, basis = unwrap(node, Basis(around), _NOTHING)
    return Said(plain_data(bare or node), basis.evidence, quote=basis.quote, where=basis.where)


def _are_comments(
    text: str, held: tuple[Held, ...], offer: OfferFile, unfinished: frozenset[Path], questions: Questions
) -> bool:
    """Whether the file says the same without those lines: one that stands in a quotation is no comment."""
    numbers = {mark.number for mark in held}
    bare = "".join(line for number, line in enumerate(lines_of(text)) if number not in numbers)
    try:
        other = parse_offer(bare.encode(), file=offer.file, questions=questions, leaving=unfinished)
    except OfferProblems:
        return False
    return [(f.path, f.said, f.quote, f.where) for f in offer.facts.values()] == [
        (f.path, f.said, f.quote, f.where) for f in other.facts.values()
    ]
