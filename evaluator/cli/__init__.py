"""The command line: one file per verb, imported only when the verb is used.

In: arguments. Out: text on stdout, problems on stderr, an exit code. Nothing else in the program prints or exits.
"""

import sys
from errno import EDQUOT, EIO, ENOSPC
from importlib import import_module
from typing import Any

import click

EXIT_INVALID = 2
EXIT_INTERRUPTED = 130

VERBS = {
    "compare": (
        "evaluator.cli.compare:compare_command",
        "Compare offers: scores, pay for each hour worked, questions.",
    ),
    "audit": (
        "evaluator.cli.audit:audit_command",
        "Check your own offer before candidates do, and gate it in CI.",
    ),
    "disclose": (
        "evaluator.cli.disclose:disclose_command",
        "The one-page sheet of an offer, and what is still open in it.",
    ),
    "new": ("evaluator.cli.new:new_command", "Write down an offer: an interview, or a form to fill in."),
    "validate": (
        "evaluator.cli.validate:validate_command",
        "Check files and show every problem at once, with its place.",
    ),
    "diff": ("evaluator.cli.diff:diff_command", "What changed between two versions of an offer, and what that does."),
    "verify": ("evaluator.cli.verify:verify_command", "Tell whether a PDF carries exactly this offer."),
    "guide": ("evaluator.cli.guide:guide_command", "Ten questions that end in which business models fit you."),
    "explain": ("evaluator.cli.explain:explain_command", "Explain a check, a term, a law or a figure."),
    "checks": ("evaluator.cli.checks:checks_command", "List what the checklists ask."),
    "schema": ("evaluator.cli.schema:schema_command", "Print the JSON Schema of a file, for your editor."),
}


class LazyGroup(click.Group):
    """A group that knows its verbs by name and imports one only to run it or to show its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order a newcomer needs them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command behind a verb; none for a word that is no verb."""
        if cmd_name not in VERBS:
            return None
        module, _, name = VERBS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, from their one-line texts, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in VERBS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As in Click, with the nearest verb named for one that is misspelt."""
        word = args[0] if args else ""
        if word not in VERBS and not word.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(word, VERBS, 1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Commands: {', '.join(VERBS)}."
            ctx.fail(f"There is no command {word!r}. {hint}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Nothing leaves your machine: no network, no telemetry. "
    "Decision support, not legal, tax or financial advice.",
)
@click.version_option(package_name="evaluator")
def group() -> None:
    """Compare job offers in psychotherapy, psychology and physical therapy.

    \b
    Examples:
      evaluator compare offers/*.yaml -o comparison.pdf
      evaluator validate my-offer.yaml
    """


def help_texts() -> dict[str, str]:
    """What `--help` prints for the program and for each verb, by the words to type; for the documentation."""
    top = group.make_context("evaluator", [], resilient_parsing=True, terminal_width=80)
    texts = {"evaluator": group.get_help(top)}
    for verb in VERBS:
        command = group.get_command(top, verb)
        if command is not None:
            context = command.make_context(verb, [], top, resilient_parsing=True, terminal_width=80)
            texts[f"evaluator {verb}"] = command.get_help(context)
    return texts


def main(args: list[str] | None = None) -> Any:
    """Run the command line; a broken pipe ends in silence, Ctrl-C with 130, a full disk behind stdout with one line."""
    try:
        done = group.main(args=args, prog_name="evaluator", standalone_mode=False) or 0
        sys.stdout.flush()
        return done
    except click.exceptions.Abort:
        click.echo("Interrupted.", err=True)
        return EXIT_INTERRUPTED
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return EXIT_INVALID
    except BrokenPipeError:
        _close_quietly()
        return 0
    except OSError as error:
        if error.errno not in (ENOSPC, EDQUOT, EIO) or error.filename is not None:
            raise
        _close_quietly()
        click.echo(f"Standard output can't be written: {error.strerror}", err=True)
        return EXIT_INVALID


def _close_quietly() -> None:
    """Point stdout elsewhere, so that Python does not complain about the broken pipe when it shuts down."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
