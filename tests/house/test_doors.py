"""The doors that load a name when it is first used open to what the type checker sees behind them.

In: the `__init__` of each room that has such a door. Out: pass or fail. Must not repeat the names.
"""

import ast
from importlib import import_module
from pathlib import Path

import pytest

from evaluator.doors import door

PACKAGE = Path(__file__).parents[2] / "evaluator"
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py") if "import door" in path.read_text("utf-8"))


def names_for_the_type_checker(room: str) -> dict[str, str]:
    """Every name that is imported only for types, with the module that it comes from."""
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))
    (split,) = (node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in split.body if isinstance(node, ast.ImportFrom)]
    return {alias.asname or "": node.module or "" for node in imports for alias in node.names}


def names_at_run_time(room: str) -> dict[str, str]:
    """Every name that the door opens to, with its module."""
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))
    (homes,) = (ast.literal_eval(node) for node in ast.walk(tree) if isinstance(node, ast.Dict))
    return {name: f"evaluator.{room}.{home}" for home, names in homes.items() for name in names.split()}


def test_several_rooms_have_such_a_door() -> None:
    assert {"offer", "economics", "checklists"} <= set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_opens_to_what_the_type_checker_sees(room: str) -> None:
    names = names_at_run_time(room)
    assert names == names_for_the_type_checker(room)
    opened = import_module(f"evaluator.{room}")
    assert all(getattr(opened, name) is getattr(import_module(home), name) for name, home in names.items())


@pytest.mark.parametrize("room", ROOMS)
def test_no_name_is_that_of_a_module_which_would_take_its_place(room: str) -> None:
    assert not names_at_run_time(room).keys() & {path.stem for path in (PACKAGE / room).iterdir()}


def test_a_door_says_what_is_not_behind_it() -> None:
    opened = door("evaluator.offer", {"evidence": "Fact Place"})
    assert opened("Place").__module__ == "evaluator.offer.evidence"
    with pytest.raises(AttributeError, match="has no attribute 'Places'"):
        opened("Places")
