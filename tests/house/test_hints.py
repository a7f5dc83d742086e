"""Hints that a user is shown name nothing that only a checkout of this project has."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "evaluator"
OURS = ("docs.py", "coverage.py", "checklists/docs.py", "offer/bounds_page.py", "checklists/law_docs.py")
"""Modules that make the pages below docs/, and are run in a checkout."""


def _shown(path: Path) -> list[str]:
    """Texts of a module that may be shown: not its comments, and of docstrings only those of commands."""
    tree = ast.parse(path.read_text())
    told: list[str] = []
    hidden: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and node.body:
            first = node.body[0]
            is_command = isinstance(node, ast.FunctionDef) and node.name.endswith("_command")
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and not is_command:
                hidden.add(id(first.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in hidden:
            told.append(node.value)
    return told


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_hint_names_a_page_below_docs(path: Path) -> None:
    if str(path.relative_to(PACKAGE)) not in OURS:
        assert not [text for text in _shown(path) if "docs/" in text]


def test_data_of_the_package_name_no_page_below_docs() -> None:
    shown = [
        f"{path.name}: {line}"
        for path in PACKAGE.rglob("*.yaml")
        for line in path.read_text().splitlines()
        if "docs/" in line.partition("#")[0]
    ]
    assert not [line for line in shown if "http" not in line]
