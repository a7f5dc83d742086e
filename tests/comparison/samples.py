"""The sample offers as trees of text, so that tests can take a line away or add one and read the file again."""

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from evaluator.checklists import load_catalogue
from evaluator.comparison import Comparison, compare
from evaluator.economics import load_assumptions
from evaluator.offer import OfferFile, load_clinician, load_offer, parse_offer
from evaluator.offer.clinician import AboutMe

OFFERS = Path(__file__).parents[2] / "offers"
SAMPLES = sorted(OFFERS.glob("*.yaml"))
AS_OF = date(2026, 11, 22)

Tree = dict[str, Any]
Path_ = tuple[str, ...]


def tree_of(path: Path) -> Tree:
    """The file with every value as text."""
    loaded: Tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return loaded


def read(tree: Tree, name: str = "changed.yaml") -> OfferFile:
    """The tree through the real reader. JSON is YAML, too, and written thirty times faster."""
    text = json.dumps(tree, indent=1, ensure_ascii=False)
    return parse_offer(text.encode(), file=name, questions=load_catalogue().questions())


def without(tree: Tree, path: Path_) -> Tree:
    """A copy without one key."""
    copy = deepcopy(tree)
    group = copy
    for name in path[:-1]:
        group = group[name]
    del group[path[-1]]
    return copy


def having(tree: Tree, path: Path_, value: Any) -> Tree:
    """A copy with one key set; groups are made as needed."""
    copy = deepcopy(tree)
    group = copy
    for name in path[:-1]:
        group = group.setdefault(name, {})
    group[path[-1]] = value
    return copy


def maya() -> AboutMe:
    return load_clinician(OFFERS / "about" / "maya.yaml").clinician


def sample(name: str) -> OfferFile:
    return load_offer(OFFERS / f"{name}.yaml", load_catalogue().questions())


def compared(
    *offers: OfferFile,
    about: AboutMe | None = None,
    as_of: date = AS_OF,
    draws: int = 0,
    together: tuple[str, ...] = (),
) -> Comparison:
    return compare(
        offers,
        catalogue=load_catalogue(),
        about=about or maya(),
        assumptions=load_assumptions(),
        as_of=as_of,
        draws=draws,
        together=together,
    )
