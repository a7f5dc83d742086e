"""`evaluator checks`: what the checklists ask.

In: filters. Out: a list on stdout, as text or JSON.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from evaluator.cli.inputs import read_catalogue, stop
from evaluator.cli.options import own_checklists
from evaluator.offer.choices import Discipline, Engagement, Kind, LicenseStage, Priority

if TYPE_CHECKING:
    from evaluator.checklists import Catalogue, Check

# What an offer may be, and the limit of a check that looks at it.
LIMITS: dict[str, tuple[str, tuple[str, ...]]] = {
    "kind": ("kinds", get_args(Kind)),
    "discipline": ("disciplines", get_args(Discipline)),
    "engagement": ("engagements", get_args(Engagement)),
    "license_stage": ("license_stages", get_args(LicenseStage)),
}


def _limit_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, (_, words) in reversed(LIMITS.items()):
        flag, text = f"--{name.replace('_', '-')}", f"Only checks for offers of this {name.replace('_', ' ')}."
        command = click.option(flag, name, type=click.Choice(words), help=text)(command)
    return command


@click.command("checks", short_help="List what the checklists ask.")
@click.option("--in", "within", metavar="CHECKLIST", help="Only this checklist, such as autonomy or red-flags.")
@click.option("--weight", type=click.Choice(["critical", "high", "medium", "low"]), help="Only checks of this weight.")
@click.option("--priority", type=click.Choice(get_args(Priority)), help="Only checks that count for this priority.")
@_limit_options
@click.option("--audience", type=click.Choice(["everyone", "owner"]), help="Only checks for everyone, or for owners.")
@click.option("--core/--not-core", "core", default=None, help="Only checks that are scored by default, or the others.")
@own_checklists("A checklist of your own, beside the built-in ones. May be repeated.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def checks_command(
    within: str | None,
    weight: str | None,
    priority: Priority | None,
    audience: str | None,
    core: bool | None,
    checklists: tuple[Path, ...],
    form: str,
    **limits: str | None,
) -> None:
    """List the checks with their questions.

    \b
    Examples:
      evaluator checks --in red-flags --weight critical
      evaluator checks --engagement contractor --format json
    """
    catalogue = read_catalogue(checklists)
    known = {text.id: text.title for text in catalogue.checklist_texts()}
    if within is not None and within not in known:
        stop(f"There is no checklist {within!r}: expected one of {', '.join(known)}")
    chosen = [
        check
        for checklist, check in catalogue.pairs()
        if within in (None, checklist.id)
        and weight in (None, check.importance)
        and (priority is None or priority in check.priorities)
        and audience in (None, check.audience)
        and core in (None, check.core)
        and all(_is_for(check, name, word) for name, word in limits.items())
    ]
    if form == "json":
        click.echo(json.dumps([_as_data(check, catalogue) for check in chosen], indent=2, ensure_ascii=False))
    else:
        click.echo(_as_text(chosen, catalogue), nl=False)


def _is_for(check: "Check", limit: str, word: str | None) -> bool:
    """Whether a check is for offers of which this is said; a check without such a limit is for all."""
    allowed = None if check.applies is None else getattr(check.applies, LIMITS[limit][0])
    return word is None or allowed is None or word in allowed


def _as_data(check: "Check", catalogue: "Catalogue") -> dict[str, object]:
    """Everything about a check, with the checklist it is in and who can answer it."""
    about = {"checklist": catalogue.checklist_of[check.id].id, "importance": check.importance}
    return {**about, **check.model_dump(mode="json", exclude_none=True), "whom": catalogue.whom(check.id)}


def _as_text(chosen: list["Check"], catalogue: "Catalogue") -> str:
    """Checks under the name of their checklist, the question wrapped below each id; how many there are at the end."""
    lines: list[str] = []
    last = None
    for check in chosen:
        checklist = catalogue.checklist_of[check.id]
        if checklist.id != last:
            lines += [*([""] if lines else []), checklist.title, ""]
            last = checklist.id
        lines.append(f"  {check.id}  ({check.importance}{', red flag' if check.is_flag else ''})")
        lines.append(click.wrap_text(check.ask, width=78, initial_indent="      ", subsequent_indent="      "))
    count = "1 check" if len(chosen) == 1 else f"{len(chosen)} checks"
    return "\n".join([*lines, "", f"{count}."]) + "\n" if lines else "No check fits.\n"
