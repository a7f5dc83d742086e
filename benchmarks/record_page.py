"""Runs the evaluator and keeps the page and the style that it hands to WeasyPrint.

In: a folder, then the evaluator's own arguments. Out: `page.html` and `page.css` in the folder. Must not change
what the evaluator does.
"""

import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import weasyprint


def keep(path: Path, begin: Callable[..., None]) -> Callable[..., None]:
    """The constructor `begin`, which now also writes the text that it is given to `path`."""

    def begin_and_keep(self: object, *args: Any, **options: Any) -> None:
        if "string" in options:
            path.write_text(options["string"], encoding="utf-8")
        begin(self, *args, **options)

    return begin_and_keep


if __name__ == "__main__":
    folder = Path(sys.argv.pop(1))
    weasyprint.HTML.__init__ = keep(folder / "page.html", weasyprint.HTML.__init__)
    weasyprint.CSS.__init__ = keep(folder / "page.css", weasyprint.CSS.__init__)
    runpy.run_module("evaluator", run_name="__main__", alter_sys=True)
