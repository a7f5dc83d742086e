"""The door of a room that is furnished only when somebody comes in: names are loaded when they are first used.

In: a package, and which of its modules holds which names. Out: its `__getattr__`. Must not load anything by itself, nor
know a room: help and completion pass through these doors and would wait for all that stands behind them.

A name must not be that of a module of the room: Python would put the module in its place.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def door(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package; `homes` names the modules, and the names that each lets out, with spaces."""
    home_of = {name: home for home, names in homes.items() for name in names.split()}

    def opened(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{home_of[name]}"), name)

    return opened
