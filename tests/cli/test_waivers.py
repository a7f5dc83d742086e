"""`compare --waivers` with the example of `docs/waivers.md`, in real processes.

In: the page and sample offers. Out: pass or fail.
"""

import json
import re
from pathlib import Path

from tests.cli.test_commands import ROOT, THREE, run

PAGE = (ROOT / "docs" / "waivers.md").read_text(encoding="utf-8")


def example(folder: Path) -> Path:
    path = folder / "waivers.yaml"
    path.write_text(re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)[0], encoding="utf-8")
    return path


def test_the_example_of_the_page(tmp_path: Path) -> None:
    waivers = str(example(tmp_path))
    shown = (
        re.findall(r"^    evaluator (compare .*)$", PAGE, flags=re.MULTILINE)[0]
        .replace("waivers.yaml", waivers)
        .split()
    )
    done = run(*shown, "--draws", "0")
    assert done.returncode == 0, done.stderr
    text = " ".join(done.stdout.split())
    assert "1 finding is accepted by a waiver, " in text
    assert "has ended. Scores count them all the same." in text
    assert "The waiver of unpaid-claims" in text
    assert "The waiver of pause-intake" in text
    assert run("validate", "--waivers", waivers).stdout == f"{waivers}: a sound waiver file with 3 waivers\n"


def test_scores_and_verdicts_are_those_without_waivers(tmp_path: Path) -> None:
    arguments = ("compare", *THREE, "--draws", "0", "--as-of", "2026-11-22", "--format", "json")
    without, waived = (
        json.loads(run(*arguments, *more).stdout) for more in ((), ("--waivers", str(example(tmp_path))))
    )
    assert any(offer["waived"] for offer in waived["offers"])
    for one in (without, waived):
        for offer in one["offers"]:
            offer.pop("waived")
        one.pop("waiver_remarks")
    assert waived == without


def test_a_bad_waiver_stops_before_anything_is_written(tmp_path: Path) -> None:
    waivers = example(tmp_path)
    waivers.write_text(waivers.read_text(encoding="utf-8").replace("check: pause-intake", "check: pause-intakes"))
    done = run("compare", *THREE, "--waivers", str(waivers), "-o", str(tmp_path / "c.json"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{waivers}:12:12: there is no check 'pause-intakes': did you mean 'pause-intake'?\n"
    assert not (tmp_path / "c.json").exists()
    assert run("validate", "--waivers", str(waivers)).returncode == 2


def test_waivers_are_an_input_and_never_overwritten(tmp_path: Path) -> None:
    waivers = example(tmp_path).rename(tmp_path / "waivers.json")
    text = waivers.read_text(encoding="utf-8")
    done = run("compare", THREE[0], "--waivers", str(waivers), "-o", str(waivers))
    assert (done.returncode, "never overwritten" in done.stderr) == (2, True)
    assert waivers.read_text(encoding="utf-8") == text


def test_the_schema_knows_every_check() -> None:
    schema = json.loads(run("schema", "waivers").stdout)
    listed = schema["definitions"]["WaiverRow"]["properties"]["check"]["anyOf"]
    assert {"const": "pause-intake", "description": "Pausing intake"} in listed
    assert len(listed) == len(json.loads(run("checks", "--format", "json").stdout))
