"""The rules of the house hold in the source, and the checker that says so sees each kind of breach.

In: the package's source, and small planted trees. Out: pass or the list of breaches. Must not import the package.
"""

from pathlib import Path

import pytest

from tests.house.structure import LONGEST_FILE, breaches

PACKAGE = Path(__file__).parents[2] / "evaluator"

# A file that is long for a good reason: its path in the package, and the reason.
LONG_FILES: dict[str, str] = {}

DOC = '"""What comes in, what goes out, what it must not do."""\n'


def plant(folder: Path, path: str, text: str) -> Path:
    """A package in `folder` that is in order but for the one file."""
    package = folder / "evaluator"
    sound = {
        "__init__.py": DOC + '__version__ = "1"\n',
        "__main__.py": DOC + "from evaluator.cli import main\n",
        "resources.py": DOC,
        "docs.py": DOC + "from evaluator import checklists, cli\n",
        "offer/terms.py": DOC + "import yaml\nfrom evaluator.resources import folder\nyaml.parse('')\n",
        "economics/pay.py": DOC + "import re\nfrom evaluator.offer import terms\nre.compile('a')\n",
        "checklists/measures.py": DOC + "from evaluator.economics import pay\n",
        "interview/script.py": DOC + "from evaluator.checklists import measures\nfrom evaluator.economics import pay\n",
        "comparison/compare.py": DOC + "import evaluator.checklists.measures\nfrom evaluator import __version__\n",
        "report/outputs.py": DOC + "def write():\n    import weasyprint, jinja2\n",
        "report/terminal.py": DOC + "import rich\nfrom evaluator.comparison import compare\n",
        "cli/__init__.py": DOC + "import click\nfrom evaluator.report import outputs\nprint('done')\n",
    }
    for name, source in {**sound, path: text}.items():
        file = package / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, encoding="utf-8")
    return package


def test_the_source_keeps_the_rules() -> None:
    assert breaches(PACKAGE, long_files=LONG_FILES) == []


def test_it_is_not_an_empty_folder_that_keeps_the_rules() -> None:
    assert {path.name for path in PACKAGE.iterdir()} >= {
        "cli",
        "report",
        "interview",
        "comparison",
        "checklists",
        "economics",
        "offer",
    }


def test_a_sound_tree_has_no_breach(tmp_path: Path) -> None:
    assert breaches(plant(tmp_path, "offer/reading.py", DOC)) == []


@pytest.mark.parametrize(
    ("path", "code", "says"),
    [
        ("offer/a.py", "from evaluator.economics import pay", "offer must not import economics"),
        ("economics/a.py", "import evaluator.comparison.compare", "economics must not import comparison"),
        ("economics/a.py", "from evaluator.checklists import measures", "economics must not import checklists"),
        ("checklists/a.py", "from evaluator.economics import pay", "checklists must not import economics"),
        ("checklists/measures.py", "import evaluator.report", "checklists must not import report"),
        ("comparison/a.py", "from evaluator import report", "comparison must not import report"),
        ("report/a.py", "def f():\n    from evaluator.cli import main", "report must not import cli"),
        ("interview/a.py", "from evaluator.report import outputs", "interview must not import report"),
        ("comparison/a.py", "from evaluator.interview import script", "comparison must not import interview"),
        ("cli/a.py", "import questionary", "imports questionary"),
        ("cli/a.py", "def f():\n    from prompt_toolkit.styles import Style", "imports prompt_toolkit"),
        ("resources.py", "import evaluator.offer", "resources must not import offer"),
        ("cli/a.py", "import evaluator.__main__", "cli must not import __main__"),
        ("offer/a.py", "from evaluator import docs", "offer must not import docs"),
        ("offer/a.py", "from . import terms", "relative import"),
        ("report/view.py", "import jinja2", "imports jinja2"),
        ("cli/a.py", "def f():\n    from weasyprint.urls import URLFetcher", "imports weasyprint"),
        ("report/a.py", "import click", "imports click"),
        ("cli/a.py", "from rich.table import Table", "imports rich"),
        ("offer/a.py", "import urllib.request", "imports urllib"),
        ("offer/a.py", "import socket", "imports socket"),
        ("offer/a.py", "from http.client import HTTPConnection", "imports http"),
        ("offer/a.py", "import requests", "imports requests"),
        ("offer/a.py", "import pickle", "imports pickle"),
        ("offer/a.py", "eval('1')", "calls eval"),
        ("offer/a.py", "exec('1')", "calls exec"),
        ("offer/a.py", "import builtins\nbuiltins.eval('1')", "calls eval"),
        ("offer/a.py", "__import__('os')", "calls __import__"),
        ("offer/a.py", "import yaml\nyaml.load('', Loader=yaml.Loader)", "yaml.load can run"),
        ("offer/a.py", "from yaml import unsafe_load", "yaml.unsafe_load can run"),
        ("offer/a.py", "def f():\n    print(1)", "prints"),
        ("offer/utils.py", "", "'utils' says nothing"),
        ("offer/common/a.py", "", "'common' says nothing"),
        ("offer/a.py", "HERE = '.." + "/shared/x'", "outside the project"),
        ("offer/a.py", "x = 1\n" * LONGEST_FILE, f"has {LONGEST_FILE + 1} lines"),
    ],
)
def test_a_planted_breach_is_found(tmp_path: Path, path: str, code: str, says: str) -> None:
    found = breaches(plant(tmp_path, path, DOC + code))
    assert len(found) == 1
    assert found[0].startswith(f"{path}:")
    assert says in found[0]


def test_a_breach_is_found_at_its_line(tmp_path: Path) -> None:
    found = breaches(plant(tmp_path, "offer/a.py", DOC + "\n\nimport evaluator.cli\n"))
    assert found == ["offer/a.py:4: offer must not import cli: arrows point down only"]


def test_a_missing_docstring_is_found(tmp_path: Path) -> None:
    found = breaches(plant(tmp_path, "offer/a.py", "x = 1\n"))
    assert len(found) == 1
    assert "has no docstring" in found[0]


def test_a_long_file_needs_a_reason_and_a_reason_needs_a_long_file(tmp_path: Path) -> None:
    package = plant(tmp_path, "offer/a.py", DOC + "x = 1\n" * LONGEST_FILE)
    assert breaches(package, long_files={"offer/a.py": "a table"}) == []
    found = breaches(package, long_files={"offer/a.py": "a table", "offer/terms.py": "none"})
    assert found == ["offer/terms.py:1: is excused for its length, and is not too long"]
