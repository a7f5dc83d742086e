"""The pages `docs/checks.md` and `docs/state-law.md` say what the checklists and the table say, and are current.

In: the pages, the catalogue and the table. Out: pass or fail. Must not write.
"""

from functools import cache

from evaluator.checklists.docs import checks_markdown
from evaluator.checklists.findings import WHOM
from evaluator.checklists.law import load_state_law
from evaluator.checklists.law_docs import law_markdown
from evaluator.checklists.ratings import TITLES
from evaluator.docs import FOLDER
from tests.checklists.written import the_catalogue


def test_the_pages_are_current() -> None:
    current = {
        "checks.md": checks_markdown(the_catalogue()),
        "state-law.md": law_markdown(load_state_law(), the_catalogue()),
    }
    for name, text in current.items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, "run: python -m evaluator.docs"


def test_the_page_has_every_check_answer_and_sentence() -> None:
    page = checks_markdown(the_catalogue())
    for check in the_catalogue().by_id.values():
        assert f"(`{check.id}`)" in page
        assert check.why in page
        assert all(
            f"| `{word}` | {answer.worth} | {answer.says} |" in page for word, answer in (check.answers or {}).items()
        )


@cache
def the_page() -> str:
    return checks_markdown(the_catalogue())


def part_of(id: str) -> str:
    return the_page().partition(f"(`{id}`)\n")[2].partition("\n#")[0]


def test_each_check_says_for_whom_it_is_whom_to_ask_and_where_it_counts() -> None:
    for id, check in the_catalogue().by_id.items():
        part = part_of(id)
        assert f"Whom to ask: {WHOM[the_catalogue().whom(id)]}." in part
        assert ("a practice that looks at its own offers" in part) == (not check.for_everyone)
        assert ("with `--depth full`" in part) == (not check.core)
        assert all(TITLES[one] in part for one in check.priorities)
        if check.applies is not None and check.applies.law is not None:
            assert f"[`law:{check.applies.law}`](state-law.md)" in part
            assert "only where one is reported" in part


def test_the_table_of_laws_is_all_there() -> None:
    page = law_markdown(load_state_law(), the_catalogue())
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| where")]
    laws = [law for topic in load_state_law().topics.values() for law in topic.laws]
    assert len(rows) == len(laws)
    for law, row in zip(laws, rows, strict=True):
        assert row.count(" | ") == 5
        assert law.says in row
        assert str(law.as_of) in row
        assert law.start is None or f"from {law.start}" in row
        assert law.depends_on is None or law.depends_on in row
    assert "Ask a lawyer in your state." in page
