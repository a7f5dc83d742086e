"""`evaluator checks`: what the checklists ask.

In: filters. Out: a list on stdout, as text or JSON.
"""

import json
from dataclasses import asdict
from pathlib import Path

import click

from evaluator.checklists.findings import CheckText
from evaluator.cli.inputs import read_catalogue, stop


@click.command("checks", short_help="List what the checklists ask.")
@click.option("--in", "within", metavar="CHECKLIST", help="Only this checklist, such as autonomy or red-flags.")
@click.option("--weight", type=click.Choice(["critical", "high", "medium", "low"]), help="Only checks of this weight.")
@click.option("--checklist", "checklists", multiple=True, metavar="FILE", type=click.Path(path_type=Path),
              help="A checklist of your own, beside the built-in ones. May be repeated.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def checks_command(within: str | None, weight: str | None, checklists: tuple[Path, ...], form: str) -> None:
    """List the checks with their questions.

    \b
    Examples:
      evaluator checks --in red-flags
      evaluator checks --weight critical --format json
    """
    catalogue = read_catalogue(checklists)
    known = {text.id: text.title for text in catalogue.checklist_texts()}
    if within is not None and within not in known:
        stop(f"There is no checklist {within!r}: expected one of {', '.join(known)}")
    chosen = [
        check
        for check in catalogue.check_texts()
        if within in (None, check.checklist) and weight in (None, check.weight)
    ]
    if form == "json":
        click.echo(json.dumps([asdict(check) for check in chosen], indent=2, ensure_ascii=False))
    else:
        click.echo(_as_text(chosen, known), nl=False)


def _as_text(chosen: list[CheckText], titles: dict[str, str]) -> str:
    """Checks under the name of their checklist, the question wrapped below each id."""
    lines: list[str] = []
    last = None
    for check in chosen:
        if check.checklist != last:
            lines += [*([""] if lines else []), titles[check.checklist], ""]
            last = check.checklist
        lines.append(f"  {check.id}  ({check.weight})")
        lines.append(click.wrap_text(check.ask, width=78, initial_indent="      ", subsequent_indent="      "))
    return "\n".join(lines) + "\n" if lines else "No check fits.\n"
