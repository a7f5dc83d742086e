"""What a user may choose about a report without touching what it finds: paper, sections, names, own templates.

In: nothing. Out: `Layout`, and the names of the sections. Must not load anything heavy: help starts from here.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Paper = Literal["letter", "a4"]

SECTION_NAMES = (
    *("answer", "money", "patient-flow", "checklists", "red-flags", "kinds-of-post", "law", "questions"),
    *("how-sure", "terms", "method"),
)
"""The sections of a comparison's report, as `--sections` takes them, in the order in which they are printed."""

AUDIT_SECTION_NAMES = (
    "result",
    "both-sides",
    "books",
    "shared-years",
    "share",
    "fixes",
    "red-flags",
    "candidate",
    "checklists",
    "method",
)
"""The same for an audit."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a report is laid out. `sections` none means all; `templates` is a folder laid over the program's own.

    `anonymous` leaves out the names of employers and of the reader, and attaches no offer.
    """

    paper: Paper = "letter"
    sections: tuple[str, ...] | None = None
    anonymous: bool = False
    templates: Path | None = None

    def holds(self, section: str) -> bool:
        """Whether a section, named as its template is (`red_flags`), is to be printed."""
        return self.sections is None or section.removeprefix("audit_").replace("_", "-") in self.sections


PLAIN = Layout()
