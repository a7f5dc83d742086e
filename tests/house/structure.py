"""Reads the program's own source and says where it breaks the rules of the house.

In: a folder that holds the package. Out: one line a breach, `file:line: what and why`. Must not import what it reads.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOMS_BELOW = {
    "offer": frozenset[str](),
    "economics": frozenset({"offer"}),
    "checklists": frozenset({"offer"}),
    "comparison": frozenset({"offer", "economics", "checklists"}),
    "interview": frozenset({"offer", "economics", "checklists", "comparison"}),
    "report": frozenset({"offer", "economics", "checklists", "comparison"}),
    "cli": frozenset({"offer", "economics", "checklists", "comparison", "interview", "report", "docs"}),
}
# Not rooms: single files beside them. The first are open to all and know nobody; the others stand on top of everything.
GROUND_FLOOR = frozenset({"doors", "resources"})
ROOF = frozenset({"__main__", "coverage", "docs"})

# The one passage between the two wings in the middle: checks on numbers.
PASSAGE = ("checklists/measures", "economics")

KEPT_TO = {
    "click": "cli/",
    "jinja2": "report/outputs",
    "pikepdf": "offer/pdf_reading",
    "prompt_toolkit": "cli/asking_keyboard",
    "questionary": "cli/asking_keyboard",
    "rich": "report/terminal",
    "weasyprint": "report/outputs",
}
LEAVES_THE_MACHINE = frozenset(
    "aiohttp ftplib http httpx imaplib poplib requests smtplib socket socketserver ssl telnetlib urllib urllib3 "
    "webbrowser xmlrpc".split()
)
RUNS_WHAT_IT_READS = frozenset("cloudpickle dill marshal pickle shelve".split())
FORBIDDEN_CALLS = frozenset({"eval", "exec", "compile", "__import__"})
UNSAFE_YAML = frozenset({"load", "load_all", "unsafe_load", "unsafe_load_all", "full_load", "full_load_all"})
SAYS_NOTHING = frozenset("base common helper helpers manager managers misc util utils".split())

LONGEST_FILE = 350
PRIVATE_FOLDER = "../" + "shared"


def breaches(package: Path, *, long_files: dict[str, str] | None = None) -> list[str]:
    """Every breach in the `.py` files of `package`, sorted by file and line; empty when all is well.

    `long_files` maps a file to the reason why it may be longer than `LONGEST_FILE` lines; a reason for a file that is
    not, or is no more, too long is itself a breach.
    """
    reasons = long_files or {}
    found = list(_idle_reasons(package, reasons))
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text, filename=name)
        found += [f"{name}:1: {says}" for says in _whole_file(name, text, tree, justified=name in reasons)]
        found += [f"{name}:{line}: {says}" for line, says in sorted(_places(name, package.name, tree))]
    return found


def _idle_reasons(package: Path, reasons: dict[str, str]) -> Iterator[str]:
    for name in sorted(reasons):
        path = package / name
        if not path.is_file() or _length(path.read_text(encoding="utf-8")) <= LONGEST_FILE:
            yield f"{name}:1: is excused for its length, and is not too long"


def _length(text: str) -> int:
    return len(text.splitlines())


def _whole_file(name: str, text: str, tree: ast.Module, *, justified: bool) -> Iterator[str]:
    for part in Path(name).with_suffix("").parts:
        if part in SAYS_NOTHING:
            yield f"'{part}' says nothing about what is inside"
    if not ast.get_docstring(tree):
        yield "has no docstring that says what comes in, what goes out and what it must not do"
    if _length(text) > LONGEST_FILE and not justified:
        yield f"has {_length(text)} lines, more than {LONGEST_FILE}"
    if PRIVATE_FOLDER in text:
        yield "mentions a folder outside the project"


def _places(name: str, package: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from (
                (node.lineno, says) for module in _modules(node, package) for says in _import(name, package, module)
            )
        if isinstance(node, ast.ImportFrom) and node.module == "yaml":
            names = {alias.name for alias in node.names}
            yield from ((node.lineno, f"yaml.{bad} can run what it reads") for bad in sorted(names & UNSAFE_YAML))
        if isinstance(node, ast.Call):
            yield from ((node.lineno, says) for says in _call(name, node.func))


def _modules(node: ast.Import | ast.ImportFrom, package: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif node.level:
        yield "."
    elif node.module == package:
        yield from (f"{package}.{alias.name}" for alias in node.names)
    elif node.module:
        yield node.module


def _import(name: str, package: str, module: str) -> Iterator[str]:
    top, *rest = module.split(".")
    if module == ".":
        yield "relative import: say the whole name"
    elif top == package:
        if rest and not _may_see(name, rest[0]):
            yield f"{_room(name)} must not import {rest[0]}: arrows point down only"
    elif top in LEAVES_THE_MACHINE:
        yield f"imports {top}: nothing leaves the machine"
    elif top in RUNS_WHAT_IT_READS:
        yield f"imports {top}: nothing read is ever code"
    elif top in KEPT_TO and not name.startswith(KEPT_TO[top]):
        yield f"imports {top}, which only {KEPT_TO[top].rstrip('/')} may know"


def _room(name: str) -> str:
    return Path(name).parts[0].removesuffix(".py")


def _may_see(name: str, other: str) -> bool:
    here = _room(name)
    if here == other or other in GROUND_FLOOR or here in ROOF:
        return True
    if name.startswith(PASSAGE[0]) and other == PASSAGE[1]:
        return True
    if other not in ROOMS_BELOW and other not in ROOF:
        return other.startswith("_") and other != "__main__"  # names of the package itself, such as __version__
    return other in ROOMS_BELOW.get(here, frozenset())


def _call(name: str, called: ast.expr) -> Iterator[str]:
    match called:
        case ast.Name(id="print") if not name.startswith("cli/"):
            yield "prints: only the command line speaks"
        case ast.Name(id=function) if function in FORBIDDEN_CALLS:
            yield f"calls {function}: nothing read is ever code"
        case ast.Attribute(value=ast.Name(id="builtins"), attr=function) if function in FORBIDDEN_CALLS:
            yield f"calls {function}: nothing read is ever code"
        case ast.Attribute(value=ast.Name(id="yaml"), attr=function) if function in UNSAFE_YAML:
            yield f"yaml.{function} can run what it reads"
