"""An offer back to text: all that was said, so that reading it again gives the same terms, answers and facts.

In: an `OfferFile`. Out: YAML text. Must not lose a quote, a place, a day, a range or a word, and must not write what
was not said. Comments of the original are not kept; `OfferFile.text` has them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from evaluator.offer.basis import Basis
from evaluator.offer.evidence import Fact, Knownness
from evaluator.offer.problems import printable
from evaluator.offer.shapes import Amounts, Part, Rows, Shape, Single, model_for, terms_of
from evaluator.offer.terms import Offer, OfferFile

_RANGE = re.compile(r"low (?P<low>.+?)(?:, likely (?P<likely>.+?))?, high (?P<high>.+)")
# Texts that YAML and we read alike without quotation marks, also inside braces.
_PLAIN = re.compile(r"[A-Za-z0-9$.][A-Za-z0-9$.%/()_–-]*(?: [A-Za-z0-9$.%/()_–-]+)*")


@dataclass(slots=True)
class _Branch:
    """A key and what hangs below it."""

    fact: Fact | None = None
    below: dict[str, "_Branch"] = field(default_factory=dict)


def dump_offer(offer_file: OfferFile) -> str:
    """The offer as YAML text, sections and terms in the order of the original."""
    about = offer_file.offer.offer
    around = Basis(about.evidence)
    tree = _Branch()
    for fact in offer_file.facts.values():
        branch = tree
        for key in fact.path:
            branch = branch.below.setdefault(key, _Branch())
        branch.fact = fact
    lines = ["format: 1", "offer:", f"  name: {quoted(about.name)}"]
    if about.as_of is not None:
        lines.append(f"  as_of: {about.as_of.isoformat()}")
    lines.append(f"  evidence: {about.evidence}")
    lines += _group(tree.below.pop("offer", _Branch()), terms_of(Offer)["offer"].shape, around, "  ")
    for key, branch in tree.below.items():
        term = terms_of(Offer).get(key)
        lines += _term(key, branch, term.shape if term else None, around, "")
    return "\n".join(lines) + "\n"


def _group(branch: _Branch, shape: Shape | None, around: Basis, indent: str) -> Iterator[str]:
    """The lines of all keys of a group. A section of answers has no shape."""
    terms = {}
    if isinstance(shape, Part):
        teller = branch.below.get(shape.told_by or "")
        model = model_for(shape, teller.fact.said if teller is not None and teller.fact is not None else None)
        terms = terms_of(model) if model is not None else {}
    for key, below in branch.below.items():
        yield from _term(key, below, terms[key].shape if key in terms else None, around, indent)


def _term(key: str, branch: _Branch, shape: Shape | None, around: Basis, indent: str) -> Iterator[str]:
    """The lines of one key: on one line if its value fits there, else indented below it."""
    name, fact = quoted(key), branch.fact
    if fact is None:
        yield f"{indent}{name}:"
        yield from _group(branch, shape, around, indent + "  ")
        return
    whole = _single_text(branch, shape)
    if whole is not None:
        yield f"{indent}{name}: {_with_basis(whole, fact, around)}"
        return
    below = around
    if _basis_of(fact) != Basis(fact.evidence):
        # The list or the amounts have words of their own, so they stand as a value with its basis.
        yield f"{indent}{name}:"
        indent += "  "
        yield from (f"{indent}{part}" for part in _basis_parts(fact, None))
        name, below = "value", _basis_of(fact)
    yield f"{indent}{name}:"
    if isinstance(shape, Rows):
        for row in branch.below.values():
            first, *rest = _group(row, Part((shape.model,)), below, indent + "    ")
            yield f"{indent}  - {first.lstrip()}"
            yield from rest
        return
    each = shape.each if isinstance(shape, Amounts) else None
    for amount, under in branch.below.items():
        yield from _term(amount, under, each, below, indent + "  ")


def _single_text(branch: _Branch, shape: Shape | None) -> str | None:
    """The value of a term that fits on its line; nothing for a list or for amounts by name."""
    fact = branch.fact
    assert fact is not None
    if fact.knownness is not Knownness.STATED:
        return fact.said
    if isinstance(shape, Rows):
        return None
    if isinstance(shape, Amounts):
        alone = branch.below.get("all")
        if branch.below and not (alone is not None and alone.fact is not None and alone.fact.said == fact.said):
            return None
        return _value(fact.said, Single(shape.each.written))
    return _value(fact.said, shape)


def _value(said: str, shape: Shape | None) -> str:
    found = _RANGE.fullmatch(said) if isinstance(shape, Single) and shape.is_number else None
    if found is None:
        return quoted(said)
    parts = (f"{key}: {quoted(text)}" for key, text in found.groupdict().items() if text is not None)
    return "{" + ", ".join(parts) + "}"


def _basis_of(fact: Fact) -> Basis:
    return Basis(fact.evidence, fact.quote, fact.where, fact.as_of, fact.change, fact.notice_days)


def _with_basis(value: str, fact: Fact, around: Basis) -> str:
    """The value, with its basis unless it is the one that holds around it."""
    if _basis_of(fact) == around:
        return value
    return "{" + ", ".join((f"value: {value}", *_basis_parts(fact, around))) + "}"


def _basis_parts(fact: Fact, around: Basis | None) -> Iterator[str]:
    if around is None or fact.evidence is not around.evidence:
        yield f"evidence: {fact.evidence}"
    if fact.quote is not None:
        yield f"quote: {quoted(fact.quote)}"
    if fact.where is not None:
        yield f"where: {quoted(fact.where)}"
    if fact.as_of is not None:
        yield f"as_of: {fact.as_of.isoformat()}"
    if fact.change is not None:
        yield f"change: {fact.change}"
    if fact.notice_days is not None:
        yield f"notice: {fact.notice_days} days"


def quoted(text: str) -> str:
    """The text as a YAML scalar that reads back as exactly this text."""
    if _PLAIN.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{printable(escaped)}"'
