"""The real command in a real process: what it prints where, what it writes, how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from evaluator.cli import VERBS
from tests.comparison.samples import OFFERS, SAMPLES

ROOT = OFFERS.parent
MAYA = str(OFFERS / "about" / "maya.yaml")
QUICKLY = ("--as-of", "2026-11-22", "--draws", "200")
QUIET = [str(OFFERS / "quiet-practice.yaml")]
THREE = [str(OFFERS / f"{name}.yaml") for name in ("lakeside-group", "brightpath-platform", "harbor-employee")]


def run(*arguments: str, stdin: str | None = None, cwd: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80", **more}
    return subprocess.run(
        [sys.executable, "-m", "evaluator", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        cwd=cwd,
        env=environment,
        timeout=120,
        check=False,
    )


def test_three_offers_to_the_terminal_and_to_every_format(tmp_path: Path) -> None:
    targets = [tmp_path / f"comparison.{suffix}" for suffix in ("pdf", "html", "json", "csv")]
    wanted = [part for target in targets for part in ("-o", str(target))]
    done = run("compare", *THREE, "--for", str(OFFERS / "about" / "maya.yaml"), "--as-of", "2026-11-22", *wanted)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == [f"Wrote {target}" for target in targets]
    assert max(map(len, done.stdout.splitlines())) <= 80
    for words in ("Harbor salary", "Lakeside 60/40", "$45.89", "$44.03"):
        assert words in done.stdout
    assert "\x1b" not in done.stdout
    assert targets[0].read_bytes().startswith(b"%PDF-")
    assert json.loads(targets[2].read_text())["ranking"][0] == "harbor-employee"
    assert sorted(tmp_path.iterdir()) == sorted(targets)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        # One offer's PDF says as much of this as that of three, in a third of the time.
        for format, offers in (("json", THREE), ("pdf", QUIET)):
            target = tmp_path / name / f"c.{format}"
            done = run("compare", *offers, *QUICKLY, "-o", str(target), SOURCE_DATE_EPOCH="1790000000")
            assert done.returncode == 0, done.stderr
    for format in ("pdf", "json"):
        assert (tmp_path / "one" / f"c.{format}").read_bytes() == (tmp_path / "two" / f"c.{format}").read_bytes()


@pytest.mark.parametrize("form", ["json", "csv", "html"])
def test_a_machine_format_prints_nothing_else(form: str, tmp_path: Path) -> None:
    done = run("compare", THREE[0], "--format", form)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith({"json": "{", "csv": "", "html": "<!doctype html>"}[form])
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\n")
    failed = run("compare", str(broken), "--format", form)
    assert (failed.returncode, failed.stdout) == (2, "")
    assert failed.stderr.count("\n") >= 1


def test_an_offer_from_standard_input() -> None:
    done = run("compare", "-", stdin=Path(THREE[2]).read_text(encoding="utf-8"))
    assert done.returncode == 0, done.stderr
    assert "Harbor salary" in done.stdout


def test_all_problems_of_all_files_at_once(tmp_path: Path) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text("format: 1\noffer: {name: One}\n")
    second.write_text("format: 1\noffer: {name: Two, evidence: rumour}\n")
    done = run("compare", str(first), str(second), "missing.yaml", "-o", str(tmp_path / "c.pdf"))
    assert done.returncode == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == [str(first), str(second), "missing.yaml"]
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.iterdir()) == [first, second]


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("report.docx", "no known format by its name: expected one of .html, .pdf, .json, .csv"),
        ("report", "no known format by its name"),
        ("nowhere/report.pdf", "there is no folder"),
    ],
)
def test_an_output_that_can_not_be_is_refused_before_anything_is_done(
    output: str, message: str, tmp_path: Path
) -> None:
    done = run("compare", *THREE, "-o", output, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    offer = tmp_path / "offer.json"
    text = Path(THREE[0]).read_text(encoding="utf-8")
    offer.write_text(text, encoding="utf-8")
    (tmp_path / "link.json").symlink_to(offer)
    for output in (offer, tmp_path / "link.json", tmp_path / "." / "offer.json"):
        done = run("compare", str(offer), "-o", str(output))
        assert done.returncode == 2
        assert "never overwritten" in done.stderr
    assert offer.read_text(encoding="utf-8") == text


def test_a_broken_pipe_is_silent() -> None:
    command = f"{sys.executable} -m evaluator checks --format json | head -c 20"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, cwd=ROOT, env=environment, timeout=60, check=False
    )
    assert done.stderr == ""


def test_a_year_without_parameters_is_one_clear_line() -> None:
    done = run("compare", THREE[0], "--as-of", "2031-05-01")
    assert done.returncode == 2
    assert done.stderr == (
        "--as-of 2031-05-01: no payroll-tax parameters for 2031: there are parameters for 2024 to 2027\n"
    )
    assert run("compare", THREE[0], "--as-of", "yesterday").returncode == 2


def test_income_tax_of_a_year_without_brackets_is_one_clear_line(tmp_path: Path) -> None:
    me = tmp_path / "me.yaml"
    me.write_text("format: 1\nclinician: {income_tax: yes}\n")
    done = run("compare", THREE[0], "--for", str(me), "--as-of", "2027-05-01", "--draws", "0")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "--as-of 2027-05-01: no income-tax parameters for 2027: there are parameters for 2024 to 2026\n"
    )
    assert run("compare", THREE[0], "--for", str(me), "--as-of", "2026-05-01", "--draws", "0").returncode == 0


@pytest.mark.parametrize("color", ["always", "never"])
def test_colour_only_when_wanted(color: str) -> None:
    done = run("compare", *THREE, "--color", color)
    assert ("\x1b[" in done.stdout) == (color == "always")


def modules_after(*arguments: str) -> set[str]:
    """The modules that are loaded when a command has run."""
    code = (
        "import sys, contextlib, io\n"
        "from evaluator.cli import main\n"
        "with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):\n"
        f"    main({list(arguments)!r})\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment, timeout=60, check=True
    )
    return set(done.stderr.split())


HEAVY = {
    *("pydantic", "pydantic_core", "numpy", "yaml", "rich", "jinja2", "weasyprint", "fontTools", "PIL", "pikepdf"),
    *("questionary", "prompt_toolkit", "importlib.metadata"),
}


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_imports_that_verb_and_nothing_heavy(verb: str) -> None:
    loaded = modules_after(verb, "--help")
    assert {name for name in loaded if name.removeprefix("evaluator.cli.") in VERBS} == {f"evaluator.cli.{verb}"}
    assert not loaded & HEAVY


def test_the_first_help_imports_no_command_and_nothing_heavy() -> None:
    loaded = modules_after("--help")
    assert "evaluator.cli" in loaded
    assert not {name for name in loaded if name.startswith(("evaluator.cli.", "evaluator.offer"))}
    assert not loaded & HEAVY


def test_a_comparison_on_the_terminal_never_imports_weasyprint() -> None:
    loaded = modules_after("compare", *THREE)
    assert "evaluator.economics.projection" in loaded
    assert not loaded & {"weasyprint", "jinja2", "fontTools", "PIL", "pikepdf", "questionary", "prompt_toolkit"}
    # Nor what only a report, an audit or the working out of one offer needs.
    assert not loaded & {"evaluator.report.view", "evaluator.offer.books", "evaluator.economics.trace"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", "offers/lakeside-group.yaml"),
        ("validate", "--clinician", "offers/about/maya.yaml"),
        ("checks",),
        ("explain", "pause-intake"),
        ("explain", "hours.presence_per_week"),
        ("guide", "--blank"),
        ("schema",),
    ],
    ids=" ".join,
)
def test_what_computes_nothing_imports_no_engine_and_no_report(arguments: tuple[str, ...]) -> None:
    loaded = modules_after(*arguments)
    assert "pydantic" in loaded
    assert not loaded & (HEAVY - {"pydantic", "pydantic_core", "yaml", "importlib.metadata"})


@pytest.mark.parametrize("verb", VERBS)
def test_every_help_opens_with_two_examples_that_are_real(verb: str) -> None:
    done = run(verb, "--help")
    assert done.returncode == 0
    assert done.stdout.count(f"evaluator {verb}") >= 2
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_a_misspelt_command_is_answered_with_the_right_one() -> None:
    done = run("compair", THREE[0])
    assert done.returncode == 2
    assert "Did you mean 'compare'?" in done.stderr


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_is_sound_and_opens_with_what_it_shows(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")
    assert "# Shows: " in path.read_text(encoding="utf-8")


def test_validate_counts_and_names_places(tmp_path: Path) -> None:
    done = run("validate", *(str(path) for path in SAMPLES))
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("a sound offer file") == len(SAMPLES)
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\noffer: {name: One, evidence: contract}\npai: {structure: salary}\n")
    done = run("validate", str(broken))
    assert done.returncode == 2
    assert done.stderr.startswith(f"{broken}:3:1: unknown key 'pai': did you mean 'pay'?")
    assert run("validate", "--clinician", str(OFFERS / "about" / "maya.yaml")).returncode == 0


def test_a_checklist_of_ones_own_is_asked_scored_and_explained(tmp_path: Path) -> None:
    own = tmp_path / "mine.yaml"
    checks = [
        {
            "id": f"own-{number}",
            "title": f"Own check {number}",
            "ask": f"Is number {number} given?",
            "why": "It matters to me.",
            "request": "Ask for it.",
            "weight": "high",
            "answers": {
                "given": {"worth": "met", "says": "It is given."},
                "withheld": {"worth": "not met", "says": "It is withheld."},
            },
        }
        for number in range(5)
    ]
    own.write_text(yaml.safe_dump({"id": "mine", "title": "My own list", "section": "mine", "checks": checks}))
    offer = tmp_path / "offer.yaml"
    offer.write_text("format: 1\noffer: {name: One, evidence: contract}\nmine: {own-0: given, own-1: withheld}\n")
    done = run("compare", str(offer), "--checklist", str(own), "--format", "json")
    assert done.returncode == 0, done.stderr
    score = json.loads(done.stdout)["offers"][0]["scores"]["mine"]
    assert (score["floor"], score["ceiling"]) == (20.0, 80.0)  # one of five met, one not, three open
    assert "It is given." in run("explain", "own-0", "--checklist", str(own)).stdout
    assert run("compare", str(offer)).returncode == 2


def test_explain_knows_checks_terms_and_parameters() -> None:
    for name, words in {
        "pause-intake": "You pause your own intake",
        "hours.documentation_minutes": "worst: 20 minutes",
        "wage_base_usd": "184500",
        "bracket_tops_usd": "2026, head of household: 17,700, 67,450, 105,700,",
        "weeks_off": "Judgement; it is your own choice",
        "narrow": "What you know better about terms",
        "state_income_tax": "flat share of pay",
        "contractor-in-name": "Watches this check",
    }.items():
        done = run("explain", name)
        assert done.returncode == 0
        assert words in done.stdout
    lost = run("explain", "pause-intakes")
    assert lost.returncode == 2
    assert "Did you mean pause-intake" in lost.stderr


@pytest.mark.parametrize("kind", ["offer", "clinician", "comparison", "audit"])
def test_schemas_are_json(kind: str) -> None:
    assert "$schema" in json.loads(run("schema", kind).stdout)


@pytest.mark.parametrize("named", ["lakeside-group", "lakeside-group.yaml", THREE[0]])
def test_the_money_of_one_offer_is_explained_line_by_line(named: str) -> None:
    done = run("compare", *THREE, "--for", MAYA, "--as-of", "2026-11-22", "--explain-money", named)
    assert done.returncode == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "Take-home                                                             $48,634.58" in done.stdout
    assert "Harbor" not in done.stdout


def test_an_explanation_as_json_and_the_report_beside_it(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    about = ("--for", MAYA, "--as-of", "2026-11-22", "--explain-money", "harbor-employee", "--format", "json")
    done = run("compare", *THREE, *about, "-o", str(report), "--draws", "0")
    assert done.returncode == 0, done.stderr
    lines = {line["label"]: line["value"] for line in json.loads(done.stdout)["lines"]}
    harbor = next(offer for offer in json.loads(report.read_text())["offers"] if offer["id"] == "harbor-employee")
    assert lines["Pay per hour worked"] == harbor["money"]["effective_hourly_usd"]["likely"]


def test_an_offer_to_explain_must_be_one_of_the_offers() -> None:
    lost = run("compare", *THREE, "--explain-money", "lakeside-grop")
    assert (lost.returncode, lost.stdout) == (2, "")
    assert lost.stderr == "--explain-money: 'lakeside-grop' names none of the offers: did you mean 'lakeside-group'?\n"
    twice = run("compare", THREE[0], THREE[0], "--explain-money", "lakeside-group.yaml")
    assert "names several offers: expected one of lakeside-group, lakeside-group-2" in twice.stderr
    assert run("compare", *THREE, "--explain-money", "harbor-employee", "--format", "csv").returncode == 2


def test_stacked_scenarios_by_name() -> None:
    done = run("compare", THREE[0], "--together", "panel-loss", "--together", "no-show-spike", "--format", "json")
    assert done.returncode == 0, done.stderr
    stress = json.loads(done.stdout)["offers"][0]["sureness"]["stress"]
    assert stress[-1]["scenario"] == "together"
    lost = run("compare", THREE[0], "--together", "earthquake")
    assert (lost.returncode, lost.stdout) == (2, "")
    assert lost.stderr.startswith("--together earthquake: no such scenario: expected one of panel-loss")


def test_two_years_have_a_second_tax_year() -> None:
    done = run("compare", THREE[0], "--years", "2", "--format", "json", "--as-of", "2026-11-22", "--draws", "0")
    assert done.returncode == 0, done.stderr
    comparison = json.loads(done.stdout)
    assert comparison["years"] == 2
    assert len(comparison["offers"][0]["money"]["cumulative_keep_usd"]) == 104
    beyond = run("compare", THREE[0], "--years", "2", "--as-of", "2027-11-22")
    assert beyond.returncode == 2
    assert "no payroll-tax parameters for 2028" in beyond.stderr


def test_the_present_job_joins_as_a_baseline(tmp_path: Path) -> None:
    job = tmp_path / "jobs" / "now.yaml"
    job.parent.mkdir()
    job.write_text(Path(THREE[2]).read_text(encoding="utf-8"), encoding="utf-8")
    me = tmp_path / "me.yaml"
    me.write_text("format: 1\nclinician: {current_job: jobs/now.yaml}\n", encoding="utf-8")
    done = run("compare", THREE[0], "--for", str(me), "--format", "json", "--draws", "0", "--as-of", "2026-11-22")
    assert done.returncode == 0, done.stderr
    offers = json.loads(done.stdout)["offers"]
    assert [(one["id"], one["baseline"]) for one in offers] == [("lakeside-group", False), ("now", True)]
    assert "(your present job)" in run("compare", THREE[0], "--for", str(me), "--draws", "0").stdout
    explained = run("compare", THREE[0], "--for", str(me), "--draws", "0", "--explain-money", "now")
    assert "How the money of Harbor salary is worked out" in explained.stdout
    given = run("compare", THREE[0], str(job), "--for", str(me), "--format", "json", "--draws", "0")
    assert [one["baseline"] for one in json.loads(given.stdout)["offers"]] == [False, True]


def test_a_present_job_that_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    me, job = tmp_path / "me.yaml", tmp_path / "now.json"
    me.write_text("format: 1\nclinician:\n  current_job: now.json\n", encoding="utf-8")
    lost = run("compare", THREE[0], "--for", str(me))
    assert (lost.returncode, lost.stdout) == (2, "")
    assert lost.stderr == f"{me}:3:16: current_job 'now.json' is not there: expected the path of an offer file\n"
    job.write_text("format: 1\noffer: {name: Now}\n", encoding="utf-8")
    broken = run("compare", THREE[0], "--for", str(me))
    assert (broken.returncode, broken.stdout) == (2, "")
    assert broken.stderr.startswith(f"{job}:2:1: key 'evidence' is missing")
    job.write_text(Path(THREE[2]).read_text(encoding="utf-8"), encoding="utf-8")
    kept = run("compare", THREE[0], "--for", str(me), "-o", str(job))
    assert (kept.returncode, "never overwritten" in kept.stderr) == (2, True)


@pytest.mark.parametrize(
    "body",
    [
        "attendance: {no_show: 100%, late_cancel: 0%, refilled: 0%}",
        "collections: {per_session: $0}",
        "collections: {payers: [{name: one, mix: 100%, allowed: $100, patient_part: $0, denied: 100%, recovered: 0%}]}",
        "pay: {structure: salary, salary: $0}\nhours: {weeks_off: 51, presence_per_week: 0, contract_per_week: 0}",
        "pay: {structure: percentage, share: 0%}",
        "caseload: {sessions_per_week: 0.01, ramp: {weeks: 104, starts_at: 0%}}",
    ],
)
def test_an_offer_under_which_nothing_comes_in_is_compared_like_any_other(body: str, tmp_path: Path) -> None:
    """No share of nothing, no warning, no traceback; in first place and in second."""
    offer = tmp_path / "edge.yaml"
    offer.write_text(f"format: 1\noffer: {{name: Edge, evidence: contract}}\n{body}\n")
    for files in ([str(offer), THREE[2]], [THREE[2], str(offer)]):
        done = run("compare", *files, "--draws", "100", "--format", "json", "-o", str(tmp_path / "c.html"))
        assert (done.returncode, done.stderr) == (0, "")
        assert "NaN" not in done.stdout
        assert "Infinity" not in done.stdout
