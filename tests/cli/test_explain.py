"""`evaluator explain`: every name has an explanation that fits the page, and every slip has an answer.

In: all names that there are. Out: pass or fail. Must not repeat the words of single checks.
"""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evaluator.checklists import MEASURES
from evaluator.checklists.control import load_factors
from evaluator.checklists.law import STATES, load_state_law
from evaluator.checklists.law_words import STATE_NAMES, state_name
from evaluator.cli import group
from evaluator.cli.explainable import Library
from evaluator.economics import load_assumptions
from evaluator.offer.glossary import clinician_descriptions, term_descriptions
from tests.checklists.written import the_catalogue
from tests.cli.test_commands import ROOT, modules_after, run

CHECKS = the_catalogue().by_id


@cache
def explained(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["explain", *arguments], standalone_mode=False)


def flat(text: str) -> str:
    return " ".join(text.split())


def library() -> Library:
    return Library(the_catalogue())


@pytest.mark.parametrize("kind", library().kinds, ids=lambda kind: kind.word)
def test_every_name_of_every_kind_fits_the_page(kind) -> None:  # type: ignore[no-untyped-def]
    assert kind.titles
    for name in kind.titles:
        text = explained(f"{kind.word}:{name}").output
        lines = text.splitlines()
        assert len(lines) >= 2 or not kind.titles[name], name
        assert all(len(line) <= 80 for line in lines), name
        assert "  " not in text.replace("\n", "|").replace("|  ", "|").replace("|  ", "|"), name
        assert text.isprintable() or all(line.isprintable() for line in lines)


def test_nothing_with_a_name_is_forgotten() -> None:
    titles = {kind.word: set(kind.titles) for kind in library().kinds}
    assumptions = load_assumptions()
    assert titles["check"] == set(CHECKS)
    assert titles["checklist"] == {checklist.id for checklist in the_catalogue().checklists}
    assert titles["measure"] == set(MEASURES)
    assert titles["control"] == {factor.id for factor in load_factors()}
    assert titles["law"] == set(load_state_law().topics)
    assert titles["term"] == {*term_descriptions(), *clinician_descriptions(), *assumptions.open_terms}
    figures = {*assumptions.reader, *assumptions.payroll_tax, *assumptions.income_tax}
    assert titles["parameter"] == figures | {"minimum-wage"}
    assert titles["scenario"] == set(assumptions.scenarios)


@pytest.mark.parametrize("id", CHECKS)
def test_a_check_is_told_in_full(id: str) -> None:
    check, text = CHECKS[id], flat(explained(f"check:{id}").output)
    assert explained(id).output == explained(f"check:{id}").output or "Also:" in explained(id).output
    for words in (
        check.title,
        check.ask,
        check.why,
        f"What to request: {check.request}",
        check.importance,
        "Whom to ask: ",
    ):
        assert flat(words) in text
    for word, answer in (check.answers or {}).items():
        assert f"- {word}: {answer.says}" in text
    for source in check.sources:
        assert the_catalogue().sources[source].title in text
    if check.applies is not None:
        assert check.applies.because in text
    assert ("with `--depth full`" in text) == (not check.core)
    assert ("looks at its own offers" in text) == (not check.for_everyone)
    for watch in check.watches or ():
        assert f"- {id}: {check.title}" in flat(explained(f"check:{watch.check}").output), "the flag is named there"


def test_answers_stand_under_what_they_are_worth() -> None:
    lines = explained("client-contact").output.splitlines()
    heads = [line for line in lines if line.startswith(("Good", "In between", "Bad", "Not for you"))]
    assert heads == [
        "Good (met: counts in full):",
        "In between (partly: counts half):",
        "Bad (not met: counts nothing):",
        "Not for you (not applicable: takes the check out of the score, once a posting",
    ]
    assert lines.index("  - free_choice: Clients are told together, with their choices, and may follow") < lines.index(
        heads[1]
    )


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("contractor-in-name", "Watches this check"),
        ("pay-timing", "Decided by a number (pay_lag_days): Days from the session to the money."),
        ("own-costs", "Met when all of this is stated: - costs.yearly: your costs in a year"),
        ("non-compete-against-law", "For: - state law: only where one is reported to bar or limit this"),
        ("too-many-sessions", "- at most 30 (partly): Full time means … sessions a week"),
        ("treatment-length", "Scored by default (core). Part of every comparison."),
    ],
)
def test_how_each_sort_of_check_is_decided(id: str, words: str) -> None:
    assert words in flat(explained(id).output)


def test_flags_that_count_an_answer_through_a_number_are_named() -> None:
    # The flag has a measure that counts the answer of `tools`; it does not watch that check itself.
    assert "- undelivered-services: Paying for work you do" in explained("tools").output


def test_the_law_of_one_state() -> None:
    california = explained("non-compete", "--state", "ca").output
    assert "Non-competes, California (law:non-compete)" in california
    assert "California: reported to bar" in california
    assert "Minnesota" not in california
    assert "Federal: " in california
    assert "As of 2026-01-13." in california
    assert explained("law:non-compete", "--state", "California").output == california
    assert "Minnesota" in explained("law:non-compete").output


def test_a_state_without_an_entry_is_not_called_free() -> None:
    text = flat(explained("non-compete", "--state", "OH").output)
    assert "The table has no entry for Ohio. That does not mean that there is no law." in text
    assert "Ask a lawyer in your state" in text


def test_every_topic_asks_for_a_lawyer_and_shows_every_entry() -> None:
    for name, topic in load_state_law().topics.items():
        text = flat(explained(f"law:{name}").output)
        assert "Ask a lawyer in your state" in text
        for law in topic.laws:
            assert flat(law.says) in text
            assert f"As of {law.as_of}." in text
            for code in law.states or ():
                assert state_name(code) in text


def test_every_state_has_its_name() -> None:
    assert set(STATE_NAMES) == STATES


def test_the_minimum_wage_of_a_state_and_of_one_without_its_own() -> None:
    assert "- Florida: $14.00 to $15.00" in explained("minimum-wage", "--state", "FL").output
    assert "- Texas: $7.25, the federal figure" in explained("minimum-wage", "--state", "TX").output
    assert "Washington: $17.13" in explained("minimum-wage").output


def test_a_name_that_means_several_things_says_so() -> None:
    assert explained("tools").output.endswith("Also: control:tools\n")
    assert "The practice supplies your tools" in explained("control:tools").output
    assert explained("non-compete").output.endswith("Also: law:non-compete\n")


def test_names_as_an_offer_file_has_them() -> None:
    assert explained("autonomy.pause-intake").output == explained("pause-intake").output
    assert explained("red_flags").output == explained("red-flags").output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("pause-intakes",), "Nothing is called 'pause-intakes'. Did you mean pause-intake?"),
        (("law:nocompete",), "Nothing is called 'law:nocompete'. Did you mean law:non-compete?"),
        (("minimum_wage",), "Did you mean minimum-wage?"),
        (("qqqqqq",), "`evaluator checks` lists the checks."),
        (("pause-intake", "--state", "OH"), "--state is for state laws and the minimum wage: expected one of "),
        (("non-compete", "--state", "ZZ"), "--state ZZ: is no state: expected a code such as OH"),
        (("non-compete", "--state", "Calfornia"), "is no state: did you mean 'California'?"),
        (("\x1b[2Jx",), r"Nothing is called '\x1b[2Jx'"),
    ],
)
def test_a_slip_is_answered_on_one_line(arguments: tuple[str, ...], message: str) -> None:
    done = explained(*arguments)
    assert done.return_value == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def completed(words: str, **more: str) -> list[str]:
    """What the shell would offer after these words, as bash asks for it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "_EVALUATOR_COMPLETE": "bash_complete", **more}
    environment |= {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    code = "from evaluator.cli import group; group(prog_name='evaluator')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


def test_the_shell_completes_names() -> None:
    assert completed("evaluator explain pause-i") == ["pause-intake"]
    assert "law:non-compete" in completed("evaluator explain law:n")


def test_the_shell_completes_names_of_ones_own_checklist(tmp_path: Path) -> None:
    own = ROOT / "tests" / "own_checklists" / "commute.yaml"
    assert "parking" in completed(f"evaluator explain --checklist {own} park")
    assert completed(f"evaluator explain --checklist {tmp_path}/none.yaml pause-i") == ["pause-intake"]


def test_start_up_stays_light() -> None:
    loaded = modules_after("explain", "--help")
    assert not loaded & {"pydantic", "yaml", "numpy", "rich", "jinja2", "weasyprint"}
    assert not modules_after("explain", "pause-intake") & {"rich", "jinja2", "weasyprint"}


def test_in_a_real_process() -> None:
    done = run("explain", "non-compete", "--state", "CA")
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80
