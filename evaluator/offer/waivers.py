"""The waiver file: findings that somebody has looked at and accepts for a while, with a name, a reason and an end.

In: the nodes of the file, by the models below. Out: `Waiver`s with the line they stand at. Must not know what checks
find: a waiver changes no score, no flag and no verdict.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from evaluator.offer.loading import load_plain_file, offer_id
from evaluator.offer.pay import Section
from evaluator.offer.problems import did_you_mean, shown
from evaluator.offer.values import Day, Line


class WaiverRow(Section):
    """One accepted finding."""

    check: Line = Field(description="The id of the check or red flag.")
    offer: Line | None = Field(
        None, description="The offer it is for, by the name of its file; all offers if left out."
    )
    reason: Line = Field(description="Why it is accepted.")
    by: Line = Field(description="Who accepts it.")
    expires: Day = Field(description="The last day on which it holds.")


class WaiverFile(Section):
    """One waiver file."""

    format: Literal["1"] = Field(description="The version of this file format.")
    waivers: tuple[WaiverRow, ...] = Field(description="The accepted findings.")


@dataclass(frozen=True, slots=True)
class Waiver:
    """An accepted finding of a check, in one offer (by id) or in all. Holds up to and including `expires`.

    `sha256` is the fingerprint of the file that it stands in, by which a report names that file.
    """

    check: str
    offer: str | None
    reason: str
    by: str
    expires: date
    file: str
    line: int
    sha256: str = ""


def _offer(named: str | None) -> str | None:
    """The id of the offer that a waiver names, also where it names the file with its ending."""
    return None if named is None else offer_id(named if named.endswith((".yaml", ".yml")) else f"{named}.yaml")


def load_waivers(path: str | Path, checks: Collection[str]) -> tuple[Waiver, ...]:
    """The waivers in the file at `path`. `checks` are the ids there are. Raises `OfferProblems` with every problem."""
    read, walk = load_plain_file(path, WaiverFile)
    found = []
    for number, row in enumerate(read.waivers if read else ()):
        place = walk.spots[("waivers", str(number), "check")].value
        if row.check not in checks:
            expected = did_you_mean(row.check, checks, "expected one that `evaluator checks` lists")
            walk.notebook.note(place, f"there is no check {shown(row.check)}: {expected}")
        given = (row.check, _offer(row.offer), row.reason, row.by, row.expires)
        found.append(Waiver(*given, str(path), place.line, walk.sha256))
    walk.notebook.stop_if_any()
    return tuple(found)
