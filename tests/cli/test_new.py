"""`evaluator new` in a real process, answered over a pipe, and every way of going wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from evaluator.checklists import load_catalogue
from evaluator.interview import LEFT_OUT, Question, Reply, said, start
from evaluator.offer import load_offer
from tests.interview.test_rows_in_the_file import REPLIES, ROWS, lines_kept
from tests.interview.walking import begun, setting_of, silent, walk

ROOT = Path(__file__).parents[2]


def evaluator(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
    return subprocess.run(
        [sys.executable, "-m", "evaluator", *arguments],
        input=stdin, capture_output=True, text=True, cwd=folder, env=environment, timeout=240, check=False,
    )  # fmt: skip


def piped(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


# Offer letter; a name; nobody named; a group; psychotherapy; contractor; associate; Ohio; no share of full time; today.
HEAD = ("3", "Ohio, contractor", "", "2", "1", "2", "2", "oh", "", "today")


def test_an_offer_by_pipe_and_then_compared(tmp_path: Path) -> None:
    answers = [
        *HEAD,
        *("2", "1", "a lot", "$61", "/quote $61 per client hour", "/where first page"),
        *("", "v", "r", *[""] * 4),  # no pay for a no-show, vague on late cancels, refused the fee, the rest left out
        "6",  # of what else pay may have: regular amounts in cash
        *("health insurance", "400", "2", "30", "", "1"),
        *("25", "1", "12-16", "32-40%"),
    ]
    done = evaluator(tmp_path, "new", "ohio.yaml", stdin=piped(*answers))
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "'a lot' is not an amount of money: expected an amount such as $150" in " ".join(done.stderr.split())
    assert "A first result, from what is answered so far:" in done.stderr
    assert "Paused. What you said is saved in ohio.yaml." in done.stderr
    assert max(map(len, done.stderr.splitlines())) <= 80
    offer = load_offer(tmp_path / "ohio.yaml", load_catalogue().questions())
    rate = offer.facts["pay.rate"]
    assert (rate.said, rate.quote, rate.where, rate.evidence) == (
        "$61",
        "$61 per client hour",
        "first page",
        "offer_letter",
    )
    assert offer.facts["pay.missed_visit.per_late_cancel"].said == "vague"
    assert offer.facts["pay.missed_visit.fee"].said == "refused"
    assert str(offer.as_of) == "2026-11-22" or offer.as_of is not None
    compared = evaluator(tmp_path, "compare", "ohio.yaml", "--draws", "0")
    assert compared.returncode == 0, compared.stderr


def test_to_the_end_the_result_is_on_stdout_and_the_file_is_finished(tmp_path: Path) -> None:
    """The lines of somebody who knows a salary and lets the rest be: the third way through each checklist, then no."""
    lines: list[str] = []

    def reply_to(question: Question) -> Reply:
        number = {"checks": 3, "rest": 2}.get(question.id.partition(".")[0])
        lines.append("" if number is None else str(number))
        return silent(question) if number is None else said(question.choices[number - 1].word)

    walk(begun(), {"pay.structure": said("salary")}, reply_to)
    # the structure is answered before the walk writes lines: an offer letter, a name, eight times nothing, a salary
    answers = ["3", "Brook", *[""] * 8, "5", *lines]
    done = evaluator(tmp_path, "new", "brook.yaml", stdin=piped(*answers))
    assert done.returncode == 0, done.stderr
    assert "Ask these first" in done.stdout
    assert "Wrote brook.yaml" in done.stderr
    text = (tmp_path / "brook.yaml").read_text(encoding="utf-8")
    assert "# pause-intake: not stated" in text


def test_going_on_keeps_a_file_made_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("# mine\nformat: 1\noffer: {name: x, evidence: verbal} # short\npay: vague\n", encoding="utf-8")
    done = evaluator(tmp_path, "new", "mine.yaml", stdin=piped("Brook Care", "/evidence contract", "1"))
    assert done.returncode == 0, done.stderr
    assert "what it says already stays as it is" in " ".join(done.stderr.split())
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# mine\nformat: 1\noffer: {")
    assert text.endswith("name: x, evidence: verbal} # short\npay: vague\n")
    offer = load_offer(file, load_catalogue().questions())
    assert (offer.facts["offer.organization"].said, offer.facts["offer.organization"].evidence) == (
        "Brook Care",
        "verbal",
    )
    assert (offer.offer.offer.kind, offer.facts["offer.kind"].evidence) == ("platform", "contract")


def test_the_schema_is_named_where_it_lies_beside_the_file(tmp_path: Path) -> None:
    evaluator(tmp_path, "new", "a.yaml", stdin=piped("3", "A"))
    assert "yaml-language-server" not in (tmp_path / "a.yaml").read_text(encoding="utf-8")
    (tmp_path / "offer.schema.json").write_text("{}", encoding="utf-8")
    evaluator(tmp_path, "new", "b.yaml", stdin=piped("3", "B"))
    first = (tmp_path / "b.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=offer.schema.json"


def test_a_form_goes_to_stdout_or_to_a_new_file(tmp_path: Path) -> None:
    printed = evaluator(tmp_path, "new", "--blank")
    assert printed.returncode == 0
    assert printed.stderr == ""
    written = evaluator(tmp_path, "new", "--blank", "form.yaml")
    assert (tmp_path / "form.yaml").read_text(encoding="utf-8") == printed.stdout
    assert written.stdout == ""
    assert evaluator(tmp_path, "validate", "form.yaml").returncode == 0
    again = evaluator(tmp_path, "new", "--blank", "form.yaml")
    assert again.returncode == 2
    assert "never written over a file" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("new", "no/such/folder.yaml"), "there is no folder no/such"),
        (("new", "."), "is a folder"),
        (("new", "sheet.pdf"), "an offer file is text and ends in .yaml: expected a name such as sheet.yaml"),
        (("new", "broken.yaml"), "broken.yaml:1:1: "),
        (("new", "--discipline", "psychotherapy"), "only with --blank"),
        (("new",), "my-offer.yaml: is there already. To go on with it:  evaluator new my-offer.yaml"),
        (("new", "a.yaml", "--checklist", "none.yaml"), "there is no such file"),
    ],
)
def test_what_can_not_be_done_is_said_at_once(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    (tmp_path / "broken.yaml").write_text("- a list\n", encoding="utf-8")
    (tmp_path / "my-offer.yaml").write_text("", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    done = evaluator(tmp_path, *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_pipe_that_ends_at_once_leaves_nothing(tmp_path: Path) -> None:
    done = evaluator(tmp_path, "new", "a.yaml")
    assert done.returncode == 0
    assert "Nothing is saved yet" in done.stderr
    assert not (tmp_path / "a.yaml").exists()


def test_words_that_are_no_answer_get_a_hint(tmp_path: Path) -> None:
    done = evaluator(tmp_path, "new", "a.yaml", stdin=piped("9", "postng", "/shout", "/quote", "4", "A", "v", "q"))
    said = " ".join(done.stderr.split())
    assert "type a number from 0 to 6, or b to go back." in said
    assert "Did you mean 4, posting?" in said
    assert "There is no command /shout" in said
    assert "/quote needs words behind it." in said
    offer = load_offer(tmp_path / "a.yaml", load_catalogue().questions())
    assert offer.facts["offer.organization"].said == "vague"


def test_everyday_words_windows_line_ends_and_an_end_in_the_middle(tmp_path: Path) -> None:
    head = ("3", "Telly", "idk", "?", "platform", "Psychotherapy", "1099", "not sure", "Ohio", "", "1 Jan 2027")
    typed = (*head, "1", "60/40", "60 percent", "money that is collected", "none")
    done = evaluator(tmp_path, "new", "a.yaml", stdin="".join(f"{line}\r\n" for line in typed))
    assert done.returncode == 0, done.stderr
    printed = " ".join(done.stderr.split())
    assert printed.count("Type the number of an answer") == 2  # at the start, and for the question mark
    assert "'60/40' does not say who gets which part: expected the share that is asked for, 60% or 40%." in printed
    assert "Paused. What you said is saved in a.yaml. To go on: evaluator new a.yaml" in printed
    offer = load_offer(tmp_path / "a.yaml", load_catalogue().questions())
    facts = {name: fact.said for name, fact in offer.facts.items()}
    assert facts == {
        "offer.kind": "platform",
        "offer.discipline": "psychotherapy",
        "offer.engagement": "contractor",
        "offer.state": "OH",
        "pay.structure": "percentage",
        "pay.share": "60%",
        "pay.of": "collected",
        "pay.fees_off_the_top": "0%",
    }
    assert str(offer.as_of) == "2027-01-01"


def test_rows_that_are_not_finished_are_asked_for_and_named_at_the_end(tmp_path: Path) -> None:
    """A file that no other command reads; all it lacks is answered but the period of the bonus."""
    file = tmp_path / "rows.yaml"
    file.write_text(ROWS, encoding="utf-8", newline="\r\n")
    lines: list[str] = []

    def reply_to(question: Question) -> Reply:
        reply = {**REPLIES, "pay.bonuses.0.per": LEFT_OUT}.get(question.id) or silent(question)
        if question.id.startswith("checks."):
            reply = said("nothing")
        words = [choice.word for choice in question.choices]
        lines.append(" ".join(str(words.index(word) + 1) if words else word for word in reply.words))
        return reply

    walk(start(setting_of(ROWS)), {}, reply_to)
    done = evaluator(tmp_path, "new", "rows.yaml", stdin=piped(*lines))
    assert done.returncode == 0, done.stderr
    printed = " ".join(done.stderr.split())
    assert "Some of it is not finished: you are asked for what is missing." in printed
    assert "The regular amount 'platform fee': is that amount for a week, a month or a year?" in printed
    assert "Before other commands can read it, this has to be finished: rows.yaml:" in printed
    assert "key 'per' is missing in an entry of bonuses: expected one of: week, month, year" in printed
    assert "Ask these first" in done.stdout
    written = file.read_bytes().decode()
    assert written.count("\n") == written.count("\r\n")
    lines_kept(ROWS, written.replace("\r\n", "\n"))
    assert evaluator(tmp_path, "validate", "rows.yaml").returncode == 2
