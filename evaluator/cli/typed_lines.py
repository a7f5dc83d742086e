"""One line that somebody types, or that a pipe brings.

In: standard input. Out: the line without its end, and a prompt on standard error. Must not understand what it says.
"""

import sys

import click


def next_line() -> str | None:
    """The next line, without blanks around it; none where there are no more.

    Not click.prompt: it writes to standard output even when told to ask on standard error.
    """
    click.echo("> ", nl=False, err=True)
    line = sys.stdin.buffer.readline()
    if not sys.stdin.isatty():
        click.echo("", err=True)  # a pipe brings no line break to the screen
    return line.decode("utf-8", "replace").strip() if line else None
