"""Changes made in the tree of an offer file, as its owner would, to compare with what an audit promised."""

from collections.abc import Sequence
from typing import Any

from evaluator.checklists import load_catalogue
from evaluator.comparison.compare import reader_of
from evaluator.comparison.trying import Workbench
from evaluator.economics import load_assumptions
from evaluator.offer import OfferFile
from evaluator.offer.clinician import AboutMe
from evaluator.offer.editing import Change
from tests.comparison.samples import AS_OF, Tree, having

VALUES = ("value", "answer")


def bench_of(offer: OfferFile) -> Workbench:
    return Workbench(offer, load_catalogue(), reader_of(offer, AboutMe(), load_assumptions(), AS_OF), "core")


def applied(tree: Tree, changes: Sequence[Change]) -> Tree:
    """The tree with each change written where the file would have it."""
    for change in changes:
        for length in range(1, len(change.path)):
            if isinstance(_at(tree, change.path[:length]), str):  # "hours: vague" makes room for its parts
                tree = having(tree, change.path[:length], {})
        if change.value is not None:
            tree = having(tree, change.path, {"value": change.value, "evidence": str(change.evidence)})
        elif _at(tree, change.path) is not None:
            tree = having(tree, change.path, _resting_on(_at(tree, change.path), str(change.evidence)))
    return tree


def _at(tree: Tree, path: tuple[str, ...]) -> Any:
    found: Any = tree
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _resting_on(said: Any, evidence: str) -> Any:
    """The same words, resting on something else, however deep they stand."""
    if isinstance(said, list):
        return [_resting_on(row, evidence) for row in said]
    if not isinstance(said, dict) or set(said) <= {"low", "likely", "high"}:
        return {"value": said, "evidence": evidence}
    value = next((said[key] for key in VALUES if key in said), None)
    if value is None:
        return {key: _resting_on(part, evidence) for key, part in said.items()}
    if isinstance(value, dict | list) and not (isinstance(value, dict) and "low" in value):
        inner = _resting_on(value, evidence)
        return {**{key: part for key, part in said.items() if key not in VALUES}, "value": inner, "evidence": evidence}
    return {**said, "evidence": evidence}
