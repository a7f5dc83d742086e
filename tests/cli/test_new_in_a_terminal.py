"""The interview at a real terminal: two offers documented by somebody who has never seen a file, and the clock held.

A new therapist described two offers in Ohio in public. Offer one: a contractor at $61 a client hour, no supervision,
$400 a month toward health insurance only at 30 clients a week or more, $500 twice a year at 25 clients a week; 8 to 10
clients at the start, about 25 after a few months. Offer two: an employee at $32 a client hour with supervision, paid
leave after 90 days, and benefits only at 30 clients a week or more.

The clock: 3 seconds to read each question, and 5 keys a second. 600 seconds are the limit for each.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from evaluator.checklists import load_catalogue
from evaluator.offer import OfferFile, load_offer
from tests.cli.terminals import HAS_TMUX, PATIENCE_SECONDS, WHY_SKIPPED, Terminal

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not HAS_TMUX, reason=WHY_SKIPPED)

COUNT = re.compile(r"^(\d+) of \d+, about .* left$", re.MULTILINE)
SECONDS_TO_READ, KEYS_A_SECOND, MOST_SECONDS = 3, 5, 600
Keys = tuple[str, ...] | Callable[[str], tuple[str, ...]]


def command(*arguments: str) -> str:
    return " ".join((f"'{sys.executable}' -m evaluator", *arguments))


def environment() -> dict[str, str]:
    return {"PYTHONPATH": str(ROOT), "LANG": os.environ.get("LANG", "C.UTF-8"), "NO_COLOR": "1"}


def listed(screen: str) -> list[str]:
    """The answers that stand on the screen below the last question, the pointed one among them."""
    below = screen[[*COUNT.finditer(screen)][-1].end() :]
    marked = re.compile(r" [» ] (?:[○●] )?(\S.*)")
    return [found[1] for line in below.splitlines() if (found := marked.fullmatch(line)) and line[3] != " "]


def choose(says: str) -> Callable[[str], tuple[str, ...]]:
    """Down to an answer, and Enter."""
    return lambda screen: (*["Down"] * _place(screen, says), "Enter")


def pick(*says: str) -> Callable[[str], tuple[str, ...]]:
    """Down to each of several, Space, and Enter at the end."""

    def keys(screen: str) -> tuple[str, ...]:
        typed: list[str] = []
        at = 0
        for place in sorted(_place(screen, one) for one in says):
            typed += [*["Down"] * (place - at), "Space"]
            at = place
        return (*typed, "Enter")

    return keys


def _place(screen: str, says: str) -> int:
    found = [place for place, line in enumerate(listed(screen)) if line.startswith(says)]
    assert found, f"{says!r} is not among {listed(screen)}"
    return found[0]


NOTHING = choose("The offer says nothing of it")
OHIO: Mapping[str, Keys] = {
    "What do you have in front of you": choose("An offer letter"),
    "Which field is the position in": choose("Psychotherapy"),
    "Which license is the position for": choose("An associate"),
    "In which state is the work done": ("OH", "Enter"),
    "How is the work paid": choose("A fixed amount for each kept session"),
    "Is every kept session paid alike": choose("Yes, one amount"),
    "How many sessions a week are booked once": ("25", "Enter"),
    "What is known of how fast the caseload fills": choose("After how many weeks"),
    "Autonomy:": NOTHING,
    "Transparency:": NOTHING,
    "Contract:": NOTHING,
    "Support:": choose("Let me pick"),
    "Support: what does": pick("Supervision"),
    "Who supervises me": ("Enter",),
    "architecture:": NOTHING,
    "The most important is asked": choose("No, that is enough."),
}
CONTRACTOR: Mapping[str, Keys] = {
    **OHIO,
    "What is the position called": ("Ohio, contractor", "Enter"),
    "Is the clinician an employee": choose("A contractor"),
    "What is paid for one kept session": ("$61", "Enter"),
    "Who supervises me": choose("No supervision"),
    "How many weeks until the caseload is full": ("12-16", "Enter"),
    "How full is the caseload in the first week": ("32-40%", "Enter"),
    "What is the regular amount for": ("health insurance", "Enter"),
    "How much is it each time": ("400", "Enter"),
    "Is that amount for a week": choose("Month"),
    "From how many kept sessions a week is it paid": ("30", "Enter"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def answer_all(terminal: Terminal, keys: Mapping[str, Keys], queued: list[tuple[str, Keys]]) -> int:
    """Answer every question; whatever is not in `keys` or next in `queued` is left out. The number of questions."""
    number, until = 0, time.monotonic() + 4 * PATIENCE_SECONDS
    while "ENDED WITH" not in (screen := terminal.screen()):
        assert time.monotonic() < until, f"the interview does not end; the screen is:\n{screen}"
        counts = [*COUNT.finditer(screen)]
        if not counts or int(counts[-1][1]) == number or not screen[counts[-1].end() :].strip():
            time.sleep(0.03)
            continue
        time.sleep(0.05)
        screen = terminal.screen()
        number, asked = int(counts[-1][1]), screen[[*COUNT.finditer(screen)][-1].end() :]
        terminal.type(*_keys_for(asked, screen, keys, queued))
    return number


def _keys_for(asked: str, screen: str, keys: Mapping[str, Keys], queued: list[tuple[str, Keys]]) -> tuple[str, ...]:
    asked = " ".join(asked.split())
    if queued and queued[0][0] in asked:
        chosen: Keys = queued.pop(0)[1]
    else:
        # the question stands before its answers, whose words may be those of another question
        fitting = sorted((asked.index(words), -len(words), words) for words in keys if words in asked)
        chosen = keys[fitting[0][2]] if fitting else ("Enter",)
    return chosen(screen) if callable(chosen) else chosen


def seconds(questions: int, keys: int) -> float:
    return SECONDS_TO_READ * questions + keys / KEYS_A_SECOND


def at_question(terminal: Terminal, number: int, words: str) -> None:
    """Wait until this question is the last on the screen, with these words below it, and takes keys."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        screen = terminal.screen()
        counts = [*COUNT.finditer(screen)]
        if counts and int(counts[-1][1]) == number and words in screen[counts[-1].end() :]:
            time.sleep(0.3)
            return
        assert time.monotonic() < until, f"question {number} did not come; the screen is:\n{screen}"
        time.sleep(0.05)


def documented(folder: Path) -> OfferFile:
    return load_offer(folder / "ohio.yaml", load_catalogue().questions())


def test_the_contractors_offer_in_under_ten_minutes(folder: Path) -> None:
    extra: list[tuple[str, Keys]] = [
        ("Which of these are stated, too", pick("Regular amounts in cash")),
        ("Is there another regular amount?", choose("Yes")),
        ("What is the regular amount for", ("$500 twice a year", "Enter")),
        ("How much is it each time", ("1,000", "Enter")),
        ("Is that amount for a week", choose("Year")),
        ("From how many kept sessions a week is it paid", ("25", "Enter")),
    ]
    with Terminal(command("new", "ohio.yaml"), folder, environment(), (80, 24)) as terminal:
        terminal.wait_for("» The contract")
        questions = answer_all(terminal, CONTRACTOR, extra)
        assert "ENDED WITH 0" in terminal.screen()
    assert extra == []
    # 3 s a question and 5 keys a second; about 65 questions and 250 keys are 195 s + 50 s
    assert seconds(questions, terminal.keys_typed) < MOST_SECONDS
    offer = documented(folder)
    pay = offer.offer.pay
    assert pay is not None
    assert offer.facts["pay.rate"].said == "$61"
    assert questions > 40
    assert [
        (row.amount.likely, row.per, row.above_sessions.likely) for row in pay.stipends or () if row.above_sessions
    ] == [
        (400, "month", 30),
        (1000, "year", 25),
    ]
    assert offer.answers["support"]["supervision"] == "none"
    assert (offer.offer.caseload.ramp.weeks, offer.offer.offer.engagement) != (None, None)
    compared(folder)


EMPLOYEE: Mapping[str, Keys] = {
    **OHIO,
    "What is the position called": ("Ohio, employee", "Enter"),
    "Is the clinician an employee": choose("An employee"),
    "What is paid for one kept session": ("$32", "Enter"),
    "Who supervises me": choose("A named, qualified"),
    "From how many kept sessions a week are there benefits": ("30", "Enter"),
    "After how many weeks do benefits start": ("13", "Enter"),
}


def test_the_employees_offer_in_under_ten_minutes(folder: Path) -> None:
    extra: list[tuple[str, Keys]] = [
        ("Which of these are stated, too", ("Enter",)),
        (
            "Which of these are stated, too",
            pick("How many kept sessions a week benefits", "After how many weeks benefits"),
        ),
    ]
    with Terminal(command("new", "ohio.yaml"), folder, environment(), (120, 40)) as terminal:
        terminal.wait_for("» The contract")
        questions = answer_all(terminal, EMPLOYEE, extra)
        assert "ENDED WITH 0" in terminal.screen()
    # about 60 questions and 200 keys are 180 s + 40 s
    assert seconds(questions, terminal.keys_typed) < MOST_SECONDS
    offer = documented(folder)
    assert offer.facts["pay.rate"].said == "$32"
    when = offer.offer.benefits_when
    assert when.above_sessions is not None
    assert when.after_weeks is not None
    assert (when.above_sessions.likely, when.after_weeks.likely) == (30, 13)
    assert offer.answers["support"]["supervision"] == "named_free"
    compared(folder)


def compared(folder: Path) -> None:
    """The file goes into a comparison as any other."""
    done = subprocess.run(
        [sys.executable, "-m", "evaluator", "compare", "ohio.yaml", "--draws", "0"],
        cwd=folder, env={**os.environ, **environment()}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Ask these first" in done.stdout


def test_stopping_with_ctrl_c_going_back_and_going_on(folder: Path) -> None:
    file = folder / "brook.yaml"
    with Terminal(command("new", "brook.yaml"), folder, environment(), (80, 24)) as terminal:
        at_question(terminal, 1, "» The contract")
        terminal.type("Down", "Down", "Enter")
        at_question(terminal, 2, "Enter alone takes: brook")
        terminal.type("Enter")
        at_question(terminal, 3, "Who makes the offer")
        terminal.type("Tab")  # no answer, also where one is typed
        terminal.wait_for("What would you like?")
        terminal.type("Up", "Enter")
        terminal.wait_for("What would you like? Nothing: go back to the question.\n\n3 of")
        at_question(terminal, 3, "Who makes the offer")
        terminal.type("Broook Care", "Enter")
        at_question(terminal, 4, "» I don't know")
        terminal.type("BTab")
        at_question(terminal, 3, "> Broook Care")
        terminal.type("C-u", "Brook Care", "Enter")
        at_question(terminal, 4, "» I don't know")
        terminal.type("Tab")
        terminal.wait_for("What would you like?")
        terminal.type("Up", "Up", "Up", "Enter")
        terminal.wait_for("Type it:")
        terminal.type("we are Brook Care", "Enter")
        at_question(terminal, 4, "» I don't know")
        assert "Added to your answer to: Who makes the offer?" in terminal.screen()
        terminal.type("C-c")
        screen = terminal.wait_for("ENDED WITH 130")
        assert "saved in brook.yaml" in screen
        assert "Traceback" not in screen
    offer = load_offer(file, load_catalogue().questions())
    assert offer.facts["offer.organization"].said == "Brook Care"
    assert offer.facts["offer.organization"].quote == "we are Brook Care"
    before = file.read_text(encoding="utf-8")
    with Terminal(command("new", "brook.yaml"), folder, environment(), (80, 24)) as terminal:
        at_question(terminal, 1, "» I don't know")
        terminal.type("plat", "Enter")
        at_question(terminal, 2, "Psychological assessment")
        terminal.type("C-c")
        terminal.wait_for("ENDED WITH 130")
    after = file.read_text(encoding="utf-8")
    assert load_offer(file, load_catalogue().questions()).offer.offer.kind == "platform"
    assert [line for line in after.splitlines() if "kind" not in line] != []
    assert all(line in after for line in before.splitlines())


def test_ctrl_c_at_the_first_question_leaves_no_file(folder: Path) -> None:
    with Terminal(command("new", "brook.yaml"), folder, environment(), (80, 24)) as terminal:
        terminal.wait_for("» The contract")
        terminal.type("C-c")
        screen = terminal.wait_for("ENDED WITH 130")
        assert "Nothing is saved yet" in screen
    assert not (folder / "brook.yaml").exists()


ROWS = """\
format: 1
offer: {name: x, evidence: posting, organization: A, kind: group, discipline: psychotherapy, engagement: employee,
  license_stage: independent, state: OH, full_time_share: 100%, as_of: 2026-11-02}
pay:
  structure: salary
  stipends:
    - {name: platform fee, amount: $100} # each
"""


def test_a_row_in_the_file_is_named_and_completed_on_a_narrow_terminal(folder: Path) -> None:
    file = folder / "rows.yaml"
    file.write_text(ROWS, encoding="utf-8")
    with Terminal(command("new", "rows.yaml"), folder, environment(), (40, 24)) as terminal:
        at_question(terminal, 1, "» I don't know")
        screen = terminal.screen()
        assert "The regular amount 'platform fee'" in " ".join(screen.split())
        terminal.type("Down", "Down", "Enter")
        at_question(terminal, 2, ">")
        terminal.type("about 25", "Enter")
        terminal.wait_for("is not exact")
        time.sleep(0.3)
        terminal.type("25", "Enter")
        at_question(terminal, 3, ">")
        terminal.type("C-c")
        screen = terminal.wait_for("ENDED WITH 130")
        assert "evaluator new rows.yaml" in screen
        assert "Traceback" not in screen
    text = file.read_text(encoding="utf-8")
    assert "- {per: month, above_sessions: 25, name: platform fee, amount: $100} # each" in text
    assert load_offer(file, load_catalogue().questions()).facts["pay.stipends.0.per"].said == "month"
