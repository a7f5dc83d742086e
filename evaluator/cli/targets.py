"""Where a command writes: files checked before anything is done, and what a terminal can take.

In: what the user gave with `-o` and `--color`. Out: paths, widths, files on disk. Ends the command with exit code 2
where nothing can be written.
"""

import os
import shutil
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from evaluator.cli.inputs import same_file, stop


def checked_target(output: str, inputs: tuple[str | None, ...], formats: Collection[str]) -> Path:
    """Where to write, known to be possible as far as that can be known: right suffix, a folder, not an input."""
    target = Path(output)
    if target.suffix.removeprefix(".") not in formats:
        stop(f"{output}: no known format by its name: expected one of {', '.join(f'.{name}' for name in formats)}")
    if target.is_dir():
        stop(f"{output}: is a folder: expected a file to write")
    if not target.parent.is_dir():
        stop(f"{output}: there is no folder {target.parent}")
    for given in inputs:
        refuse_overwriting(target, given)
    return target


def checked_targets(outputs: Sequence[str], inputs: tuple[str | None, ...], formats: Collection[str]) -> list[Path]:
    """Where to write each, as `checked_target` says; a file that is named twice would be made twice, and is refused."""
    targets = [checked_target(output, inputs, formats) for output in outputs]
    seen = set[Path]()
    for target in targets:
        if target.resolve() in seen:
            stop(f"{target}: is named twice: expected a file for each")
        seen.add(target.resolve())
    return targets


def refuse_overwriting(target: Path, given: str | None) -> None:
    """End the command where a file to write is one that is read."""
    if given is None or given == "-":
        return
    from evaluator.offer.attachments import split_choice

    if same_file(target, Path(split_choice(given)[0])):
        stop(f"{target}: is one of the inputs, which are never overwritten")


def write_target(target: Path, render: Callable[[str], bytes]) -> None:
    """Make the file in the format that its suffix names; one line and exit code 2 where that can't be."""
    from evaluator.report.outputs import PdfUnavailable, TemplateProblem, write_output

    try:
        write_output(target, render(target.suffix.removeprefix(".")))
    except PdfUnavailable as error:
        stop(f"{target}: {error}")
    except TemplateProblem as error:
        stop(str(error))
    except OSError as error:
        stop(f"{target}: can't be written: {error.strerror or error}")


def rendered(render: Callable[[], bytes]) -> bytes:
    """What is to be printed; one line and exit code 2 where a template of the user's own is wrong."""
    from evaluator.report.outputs import TemplateProblem

    try:
        return render()
    except TemplateProblem as error:
        stop(str(error))


def width_of_terminal() -> int:
    """Columns to write for, 120 at most."""
    return min(shutil.get_terminal_size((80, 24)).columns, 120)


def wants_color(color: str) -> bool:
    """Whether to color: as told, else on a terminal unless NO_COLOR is set."""
    return color == "always" or (color == "auto" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
