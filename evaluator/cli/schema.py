"""`evaluator schema`: the JSON Schema of each file.

In: the name of a file kind. Out: its schema on stdout.
"""

import json

import click

KINDS = ("offer", "clinician", "comparison")


@click.command("schema", short_help="Print the JSON Schema of a file, for your editor.")
@click.argument("kind", type=click.Choice(KINDS), default="offer")
def schema_command(kind: str) -> None:
    """Print a JSON Schema, so that an editor completes keys and answers and shows each question.

    \b
    Examples:
      evaluator schema > offer.schema.json
      evaluator schema comparison
    """
    click.echo(schema_text(kind), nl=False)


def schema_text(kind: str) -> str:
    """The schema of one kind of file (one of `KINDS`) as JSON text."""
    match kind:
        case "offer":
            from evaluator.checklists import load_catalogue
            from evaluator.offer.schema import offer_schema

            catalogue = load_catalogue()
            schema = offer_schema(catalogue.questions(), catalogue.descriptions())
        case "clinician":
            from evaluator.offer.schema import clinician_schema

            schema = clinician_schema()
        case _:
            from evaluator.report.interchange import comparison_schema

            return comparison_schema()
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
