"""Offers that nobody would write, to try the pages: hostile texts, names of 60 letters, quotes of 300 words, silence.

In: the sample offers. Out: offers read by the real reader, made from the samples' trees of text. Must not hold a file's
worth of invented terms: what the pages show of an offer should be what the samples have.
"""

from typing import Any

from evaluator.offer import OfferFile
from tests.comparison.samples import OFFERS, Tree, read, tree_of

# All that the reader lets through: it refuses unprintable signs, which tests of the single formats try without it.
HOSTILE = (
    '<script>alert(1)</script>=cmd()\u202egnp.exe\u202c & "quoted" {{ 7*7 }} {% raw %} \u200b]]> <img src=x onerror=y>'
)
LONG_NAME = "Northern Lakes and Woodlands Behavioral Health Associates Inc"
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenamts"
_CLAUSE = (
    "the practice may change the caseload, the fee schedule and the place of work whenever business needs require it,"
)
QUOTE = " ".join((f"{_CLAUSE} " * 16).split()[:300])
ANSWERED = ("autonomy", "transparency", "support", "red_flags", "contract", "architecture")
TEXTS = frozenset({"name", "organization", "quote", "where"})


def hostile(name: str) -> OfferFile:
    """The sample with every free text an attack on some output, and a quote with everything that may have one."""
    return read(_with_texts(_quoted(_tree(name), HOSTILE, every=1), HOSTILE), f"{HOSTILE[:12]}{name}.yaml")


def long_named(name: str, words: str = LONG_NAME) -> OfferFile:
    """The sample under a name of 60 letters, from an organization of the same."""
    tree = _tree(name)
    tree["offer"] |= {"name": words, "organization": words}
    for payer in (tree.get("collections") or {}).get("payers", ()):
        payer["name"] = words
    return read(tree, f"{name}.yaml")


def long_quoted(name: str) -> OfferFile:
    """The sample with a quote of 300 words behind every sixth answer."""
    return read(_quoted(_tree(name), QUOTE, every=6), f"{name}.yaml")


def silent() -> OfferFile:
    """An offer of which nothing is known, not even its discipline's usual terms."""
    return read({"format": "1", "offer": {"name": "Therapist wanted", "evidence": "posting"}}, "silent.yaml")


def _tree(name: str) -> Tree:
    return tree_of(OFFERS / f"{name}.yaml")


def _with_texts(part: Any, words: str) -> Any:
    """The same tree with every free text replaced."""
    if isinstance(part, list):
        return [_with_texts(row, words) for row in part]
    if not isinstance(part, dict):
        return part
    return {key: words if key in TEXTS else _with_texts(row, words) for key, row in part.items()}


def _quoted(tree: Tree, quote: str, every: int) -> Tree:
    """The tree with this quote behind every n-th answer."""
    number = 0
    for section in ANSWERED:
        for check, said in (tree.get(section) or {}).items():
            number += 1
            if number % every == 0:
                whole = said if isinstance(said, dict) else {"answer": said}
                tree[section][check] = whole | {"quote": quote}
    return tree
