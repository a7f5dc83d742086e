"""Every command that the documentation shows runs as it is printed, in a folder with files of the kinds that it names.

In: the lines `evaluator ...` of the code blocks of README.md and docs/, whose commands.md has each `--help`. Out: pass,
or the line. Pages are written as HTML instead of PDF, no year is simulated, and `*` stands for two files: the line is
tested, not the page.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from evaluator.cli import group
from tests.comparison.samples import OFFERS

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
QUIETLY = ("compare", "audit")
AT_THE_KEYBOARD = ("new", "guide")
RAN = {"audit": {0, 1, 3}, "verify": {0, 1}}
"""Exit codes of a command that ran, where a gate or a difference decides one."""
SOURCES = {"me": "about/maya", "our-books": "about/lakeside-practice"}


def shown() -> Iterator[tuple[str, str]]:
    """Each command once, with the page that shows it."""
    texts = [(page.name, page.read_text(encoding="utf-8")) for page in PAGES]
    seen = set[str]()
    for name, text in texts:
        for line in re.findall(r"^\s{4,6}(evaluator .+)$|entry: (evaluator .+)$", text, re.MULTILINE):
            command = line[0] or f"{line[1]} our-offer.yaml"
            if command not in seen:
                seen.add(command)
                yield name, command


COMMANDS = sorted(shown(), key=lambda pair: pair[1])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scratch folder with the samples, a report of the two that the pages name, and what the pages say to save."""
    made = tmp_path_factory.mktemp("documented")
    shutil.copytree(OFFERS, made / "offers")
    for page, name in (("waivers", "waivers"), ("own-checklists", "commute"), ("own-checklists", "mine")):
        text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
        (made / f"{name}.yaml").write_text(text.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    draft = (OFFERS / "harbor-employee.yaml").read_text(encoding="utf-8")
    (made / "second-draft.yaml").write_text(draft.replace("lag_days:", "lag_days: 9 #"), encoding="utf-8")
    (made / "my-answers.yaml").write_text("up-front: none\n", encoding="utf-8")
    pair = [str(OFFERS / f"{name}.yaml") for name in ("lakeside-group", "harbor-employee")]
    done = CliRunner().invoke(group, ["compare", *pair, "--draws", "0", "-o", str(made / "both.pdf")])
    assert done.exit_code == 0, done.output
    for name in ("sheet", "report"):
        shutil.copy(made / "both.pdf", made / f"{name}.pdf")
    return made


def test_there_are_commands_to_try() -> None:
    assert len(COMMANDS) > 40
    assert {"README.md", "audit.md", "commands.md"} <= {name for name, _ in COMMANDS}


@pytest.mark.parametrize("command", [command for _, command in COMMANDS])
def test_a_documented_command_runs(command: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    verb, *arguments = _expanded(shlex.split(command.partition(" > ")[0], comments=True)[1:], folder)
    if verb in AT_THE_KEYBOARD and "--answers" not in arguments and "--blank" not in arguments:
        pytest.skip("asks at the keyboard, and has tests of its own")
    if verb == "new":
        Path(arguments[-1]).unlink()
    quietly = ["--draws", "0"] if verb in QUIETLY else []
    done = CliRunner().invoke(group, [verb, *arguments, *quietly], standalone_mode=False)
    assert done.exception is None, done.exception
    assert int(done.return_value or 0) in RAN.get(verb, {0}), done.stderr


def _expanded(words: list[str], folder: Path) -> list[str]:
    """The words as a shell would hand them over; PDFs to write become HTML, files to read are there."""
    found: list[str] = []
    for before, word in zip(["", *words], words, strict=False):
        if "*" in word:
            found += sorted(str(path.relative_to(folder)) for path in folder.glob(word))[:2]
        elif before in ("-o", "--output"):
            found.append(word.replace(".pdf", ".html"))
        else:
            if word.endswith(".yaml") and not (folder / word).exists():
                shutil.copy(
                    OFFERS / f"{SOURCES.get(word.removesuffix('.yaml'), 'harbor-employee')}.yaml", folder / word
                )
            found.append(word)
    return found
