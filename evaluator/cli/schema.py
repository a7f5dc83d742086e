"""`evaluator schema`: the JSON Schema of each file.

In: the name of a file kind, checklists of the user's own. Out: its schema on stdout.
"""

import json
from pathlib import Path

import click

from evaluator.cli.inputs import read_catalogue, stop
from evaluator.cli.options import own_checklists

KINDS = ("offer", "clinician", "practice", "waivers", "comparison", "difference", "audit")
ASKING = ("offer", "waivers")
"""The kinds whose schema knows the checks."""


@click.command("schema", short_help="Print the JSON Schema of a file, for your editor.")
@click.argument("kind", type=click.Choice(KINDS), default="offer")
@own_checklists("A checklist of your own, whose questions an offer file may answer. May be repeated.")
def schema_command(kind: str, checklists: tuple[Path, ...]) -> None:
    """Print a JSON Schema, so that an editor completes keys and answers and shows each question.

    \b
    Examples:
      evaluator schema > offer.schema.json
      evaluator schema --checklist mine.yaml > offer.schema.json
      evaluator schema waivers > waivers.schema.json
    """
    if checklists and kind not in ASKING:
        stop(f"--checklist: a {kind} file has no checks: expected the schema of one of {', '.join(ASKING)}")
    if checklists:
        read_catalogue(checklists)  # says what is wrong with them
    click.echo(schema_text(kind, checklists), nl=False)


def schema_text(kind: str, checklists: tuple[Path, ...] = ()) -> str:
    """The schema of one kind of file (one of `KINDS`) as JSON text. Raises `OfferProblems` for a bad checklist."""
    match kind:
        case "offer":
            from evaluator.checklists import load_catalogue
            from evaluator.offer.schema import offer_schema

            catalogue = load_catalogue(checklists)
            schema = offer_schema(catalogue.questions(), catalogue.descriptions(), catalogue.answer_meanings())
        case "waivers":
            from evaluator.checklists import load_catalogue
            from evaluator.offer.schema import waivers_schema

            schema = waivers_schema({check.id: check.title for check in load_catalogue(checklists).by_id.values()})
        case "clinician":
            from evaluator.offer.schema import clinician_schema

            schema = clinician_schema()
        case "practice":
            from evaluator.offer.schema import practice_schema

            schema = practice_schema()
        case "difference":
            from evaluator.comparison.difference_model import Difference
            from evaluator.report.interchange import record_schema

            return record_schema(Difference)
        case "audit":
            from evaluator.comparison.audit_model import Audit
            from evaluator.report.interchange import record_schema

            return record_schema(Audit)
        case _:
            from evaluator.report.interchange import comparison_schema

            return comparison_schema()
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
