"""Times of the evaluator as ratios to something that everybody has, measured by turns in one run.

In: nothing. Out: a table, and exit code 1 when a target is missed. Must not compare with times of
another run or machine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

HERE = ROOT / "benchmarks"
OFFERS = [
    str(ROOT / "offers" / f"{name}.yaml") for name in ("lakeside-group", "brightpath-platform", "harbor-employee")
]
COMPARE = ["compare", *OFFERS]


@dataclass(frozen=True)
class Race:
    """Two things timed by turns; the first may take at most `target` times as long as the second."""

    name: str
    ours: Sequence[float]
    theirs: Sequence[float]
    against: str
    target: float

    @property
    def ratio(self) -> float:
        """Median by median."""
        return statistics.median(self.ours) / statistics.median(self.theirs)

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.ratio <= self.target


def python(*arguments: str | Path) -> list[str]:
    """A command that starts this same interpreter."""
    return [sys.executable, *map(str, arguments)]


def evaluator(*arguments: str | Path) -> list[str]:
    """The evaluator as a command, without the start-up of a wrapper script."""
    return python("-m", "evaluator", *arguments)


# Users have the compiled bytecode of every module beside it; without it each run would compile the whole program anew.
WITH_BYTECODE = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def once(command: Sequence[str]) -> float:
    """Seconds that a command takes; what it prints is thrown away, and failing ends the run."""
    start = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=WITH_BYTECODE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    taken = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    return taken


def by_turns(ours: Sequence[str], theirs: Sequence[str], rounds: int) -> tuple[list[float], list[float]]:
    """Seconds of both commands, one after the other, so that a busy moment hits both; the first round only warms up."""
    pairs = [(once(ours), once(theirs)) for _ in range(rounds + 1)][1:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def help_race() -> Race:
    """Start-up, as everybody feels it who asks for help or presses tab."""
    ours, theirs = by_turns(evaluator("--help"), python("-c", "import click"), rounds=15)
    return Race("evaluator --help", ours, theirs, "import click", 2.0)


def terminal_race() -> Race:
    """The main job without a report. The baseline is what such a run has to import; the target guards against drift."""
    ours, theirs = by_turns(evaluator(*COMPARE), python("-c", "import pydantic, numpy"), rounds=9)
    return Race("compare three offers, terminal", ours, theirs, "import pydantic, numpy", 8.0)


def pdf_race(folder: Path) -> Race:
    """The main job with its report, against WeasyPrint on the very same page."""
    once(python(HERE / "record_page.py", folder, *COMPARE, "-o", folder / "recorded.pdf"))
    ours, theirs = by_turns(
        evaluator(*COMPARE, "-o", folder / "ours.pdf"), python(HERE / "weasyprint_alone.py", folder), rounds=5
    )
    return Race("compare three offers, PDF", ours, theirs, "WeasyPrint, same page", 1.5)


def engine_race() -> Race:
    """The engine over a thousand cases, against one sum over as many numbers as one of its arrays has."""
    from benchmarks.engine import CASES, WEEKS, measure

    ours, theirs = measure(rounds=40)
    print(f"engine: {CASES / statistics.median(ours):,.0f} cases a second")
    return Race(f"engine, {CASES} cases x {WEEKS} weeks", ours, theirs, "one NumPy sum of that size", 600)


def draws_races() -> list[Race]:
    """10,000 simulated years of three offers: against plain array work, and against the same model once a draw."""
    from benchmarks.draws import DRAWS, measure

    ours, plain, single = measure(rounds=5)
    what = f"{DRAWS:,} draws x 3 offers"
    return [
        Race(what, ours, plain, "one triad for each pass", 8.0),
        Race(what, ours, single, "the model once per draw", 0.01),
    ]


def main() -> int:
    """Run all races and print the table; 1 if a target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        races = [help_race(), terminal_race(), pdf_race(Path(folder)), engine_race(), *draws_races()]
    print(f"{'what':32} {'ms':>9}   {'against':28} {'ms':>9} {'ratio':>7} {'target':>7}")
    for race in races:
        ours, theirs = (statistics.median(times) * 1000 for times in (race.ours, race.theirs))
        verdict = "" if race.met else "  MISSED"
        left = f"{race.name:32} {ours:9.2f}   {race.against:28} {theirs:9.3f}"
        print(f"{left} {race.ratio:7.3g} {race.target:7.3g}{verdict}")
    return 0 if all(race.met for race in races) else 1


if __name__ == "__main__":
    sys.exit(main())
