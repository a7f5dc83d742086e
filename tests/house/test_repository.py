"""What is in the repository stands alone, tells the truth about its commands, and names nobody.

In: the tracked files. Out: pass or the places that don't hold. Must not look at anything that git ignores.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]

# Put together here, so that this file may be read like every other.
MACHINE_PATH = re.compile(r"(?<![\w.~*])/(?:root|home|Users|work)" + r"/\w")
REGISTRY_HOST = re.compile(r"(?:pypi|pythonhosted|npmjs|debian|anaconda)" + r"\.(?:org|com)\b")
INDEX_OPTION = re.compile("--(?:extra-)?" + "index-url|--find-" + "links")
OUTSIDE = re.compile(re.escape("../" + "shared"))
SIGNED_BY_A_PROGRAM = re.compile("co-authored" + "-by:|generated " + "with ", re.IGNORECASE)

# Practices, platforms and payers that exist. Sample offers are invented; nobody may find a real name in them.
REAL_NAMES = """
    aetna alma anthem athletico betterhelp brightside cerebral cigna headway humana ivyrehab kaiser lifestance lyra
    magellan mindpath optum rula sondermind talkiatry talkspace thriveworks
    unitedhealthcare wellpoint
""".split()
REAL_NAMES_OF_SEVERAL_WORDS = [
    "ati physical therapy",
    "blue cross",
    "blue shield",
    "grow therapy",
    "path mental health",
    "select physical therapy",
    "spring health",
    "two chairs",
    "united healthcare",
]


@cache
def repository_files() -> tuple[Path, ...]:
    """Tracked files and those that would be added next; an unpacked sdist has no git and is all of it."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    paths = (ROOT / name for name in listed.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def texts() -> Iterator[tuple[str, str]]:
    for path in repository_files():
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a font


def places(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize(
    "pattern", [MACHINE_PATH, REGISTRY_HOST, INDEX_OPTION, OUTSIDE, SIGNED_BY_A_PROGRAM], ids=lambda p: p.pattern[:20]
)
def test_nothing_points_at_one_machine_or_one_registry(pattern: re.Pattern[str]) -> None:
    assert places(pattern) == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (MACHINE_PATH, "see /" + "home/ann/offers"),
        (REGISTRY_HOST, "https://files.python" + "hosted.org/x"),
        (INDEX_OPTION, "--extra-index" + "-url https://x"),
        (OUTSIDE, "open('.." + "/shared/x')"),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)


def named_in(text: str) -> list[str]:
    low = text.casefold()
    words = set(re.findall(r"[\w']+", low))
    return [name for name in REAL_NAMES if name in words] + [
        name for name in REAL_NAMES_OF_SEVERAL_WORDS if name in low
    ]


def test_sample_offers_name_no_real_organisation() -> None:
    samples = sorted((ROOT / "offers").rglob("*.yaml"))
    assert samples
    assert {path.name: named for path in samples if (named := named_in(path.read_text(encoding="utf-8")))} == {}


def test_a_real_name_is_found_and_a_part_of_a_word_is_not() -> None:
    assert named_in("Pays like Headway and Grow Therapy do; we are making headways in Palma") == [
        "headway",
        "grow therapy",
    ]


# --- the commands -----------------------------------------------------------------------------------------------------


def verbs_of_dev() -> set[str]:
    """The verbs that `./dev help` tells of."""
    done = subprocess.run([ROOT / "dev", "help"], capture_output=True, text=True, check=True)
    return set(re.findall(r"^  ([a-z]+)   *\S", done.stdout, re.MULTILINE))


def test_dev_help_tells_of_every_verb() -> None:
    script = (ROOT / "dev").read_text(encoding="utf-8")
    (cases,) = re.findall(r"^case \$verb in\n(report\).*?)^esac", script, re.MULTILINE | re.DOTALL)
    assert set(re.findall(r"^([a-z]+)(?: \||\))", cases, re.MULTILINE)) == verbs_of_dev()


def test_dev_refuses_a_verb_that_it_does_not_know() -> None:
    done = subprocess.run([ROOT / "dev", "tset"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no verb 'tset'" in done.stderr


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/decisions.md"])
def test_documents_name_only_commands_that_exist(name: str) -> None:
    # A verb counts where it is shown as a command: in a code block or between backticks.
    shown = re.findall(r"^    +(.+)$|`([^`\n]+)`", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    commands = [words for groups in shown for text in groups if len(words := text.split()) > 1]
    assert {words[1] for words in commands if words[0] == "./dev"} <= verbs_of_dev()
    for verb in {words[1] for words in commands if words[0] == "evaluator"}:
        done = subprocess.run(
            [sys.executable, "-m", "evaluator", verb, "--help"], capture_output=True, check=False, cwd=ROOT
        )
        assert done.returncode == 0, f"{name} tells of `evaluator {verb}`"


def test_the_readme_starts_with_the_two_commands() -> None:
    commands = re.findall(r"^\s*\./dev ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert commands[:2] == ["report", "test"]
    assert "./dev test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/decisions.md"])
def test_links_lead_somewhere(name: str) -> None:
    source = ROOT / name
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", source.read_text(encoding="utf-8"))
    assert [link for link in links if not (source.parent / link).exists()] == []


# --- the lock ---------------------------------------------------------------------------------------------------------


def locked() -> dict[str, list[Requirement]]:
    """Each package of the lock with its versions, one for each kind of machine; every one must carry a hash."""
    found: dict[str, list[Requirement]] = {}
    entries = re.split(r"\n(?=[a-z0-9])", (ROOT / "requirements.lock").read_text(encoding="utf-8"))
    for entry in entries[1:]:
        first, *hashes = entry.split("\\\n")
        assert hashes, f"{first} has no hash"
        assert all(re.fullmatch(r"\s*--hash=sha256:[0-9a-f]{64}\s*", line) for line in hashes), first
        requirement = Requirement(first.strip())
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def test_the_lock_covers_all_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["build-system"]["requires"] + project["project"]["dependencies"]
    wanted += project["project"]["optional-dependencies"]["dev"]
    lock = locked()
    for requirement in map(Requirement, wanted):
        entries = lock[canonicalize_name(requirement.name)]
        for entry in entries:
            (pin,) = entry.specifier
            assert pin.operator == "=="
            assert requirement.specifier.contains(pin.version), f"{entry} does not satisfy {requirement}"
