"""What `evaluator validate` found, told on the terminal or as JSON, and the exit code that follows.

In: problems, warnings, vague words and contradictions of files. Out: lines on stdout and stderr, or one JSON object on
stdout. Must not look into a file itself.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Literal

import click

from evaluator.cli import EXIT_INVALID
from evaluator.offer.problems import Problem, printable, shown

if TYPE_CHECKING:
    from evaluator.offer import Implausible, OfferFile

EXIT_STRICT = 1
"""With `--strict`: there are warnings, and no errors."""

Sort = Literal["problem", "implausible", "contradiction", "vague", "attachment"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing found in a file, with its place; errors have to be mended, warnings looked at."""

    file: str
    line: int
    column: int
    level: Literal["error", "warning"]
    sort: Sort
    message: str

    def __str__(self) -> str:
        """`file:line:column: message`, with `warning:` before the message of one."""
        level = "warning: " if self.level == "warning" else ""
        return str(Problem(self.file, self.line, self.column, level + printable(self.message)))


@dataclass(slots=True)
class Told:
    """The findings of all files so far, told as they come, or kept for one JSON object."""

    as_json: bool
    files: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    sound: list[dict[str, str]] = field(default_factory=list)

    def say(self, file: str, says: str) -> None:
        """A line about a sound file: on stdout, or kept for the JSON object."""
        self.sound.append({"file": file, "says": says})
        if not self.as_json:
            click.echo(f"{file}: {says}")

    def tell(self, findings: Sequence[Finding]) -> None:
        """Findings in file order: on stderr, or kept for the JSON object."""
        self.findings += sorted(findings)
        if not self.as_json:
            for finding in sorted(findings):
                click.echo(str(finding), err=True)

    def problems(self, problems: Sequence[Problem]) -> None:
        """What makes files unusable."""
        self.tell([Finding(one.file, one.line, one.column, "error", "problem", one.message) for one in problems])

    def warnings(self, file: str, warnings: Sequence["Implausible"]) -> None:
        """What is possible but hard to believe."""
        self.tell([_warning(file, one) for one in warnings])

    def count(self, level: str) -> int:
        """How many findings there are of a level."""
        return sum(finding.level == level for finding in self.findings)

    def end(self, *, strict: bool) -> None:
        """The summary, or the JSON object, and the exit code: 2 with errors, 1 with warnings that count, else 0."""
        errors, warnings = self.count("error"), self.count("warning")
        if self.as_json:
            listed = [{**asdict(finding), "place": _place(finding)} for finding in self.findings]
            told = {"files": self.files, "errors": errors, "warnings": warnings, "sound": self.sound}
            click.echo(json.dumps({**told, "findings": listed}, indent=2, ensure_ascii=False))
        else:
            summary = f"{_many(errors, 'error')}, {_many(warnings, 'warning')} in {_many(len(self.files), 'file')}"
            click.echo(summary, err=True)
        if errors:
            raise click.exceptions.Exit(EXIT_INVALID)
        if warnings and strict:
            raise click.exceptions.Exit(EXIT_STRICT)


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _place(finding: Finding) -> str:
    return f"{finding.file}:{finding.line}:{finding.column}" if finding.line else finding.file


def _warning(file: str, warning: "Implausible") -> Finding:
    return Finding(file, warning.place.line, warning.place.column, "warning", "implausible", warning.message)


def findings_in(offer: "OfferFile") -> tuple[Finding, ...]:
    """All that is to be said of an offer file that could be read: what is hard to believe, contradicts, or is vague."""
    from evaluator.checklists.contradictions import contradictions
    from evaluator.offer.vagueness import vague_statements

    found = [Finding(offer.file, 0, 0, "warning", "attachment", remark) for remark in offer.remarks]
    found += [_warning(offer.file, warning) for warning in offer.warnings]
    for pair in contradictions(offer):
        level: Literal["error", "warning"] = "error" if pair.level == "impossible" else "warning"
        found.append(Finding(offer.file, pair.place.line, pair.place.column, level, "contradiction", pair.message))
    for vague in vague_statements(offer):
        about = ".".join(vague.path)
        says = f"{about} is vague in {shown(vague.text, 60)}: {vague.suggestion}"
        found.append(Finding(offer.file, vague.place.line, vague.place.column, "warning", "vague", says))
    return tuple(sorted(found))
