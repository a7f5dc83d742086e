"""`docs/checks.md` says what the checklists say.

In: the page and the catalogue. Out: pass or fail. Must not write.
"""

from evaluator.checklists.docs import PAGE, checks_markdown
from tests.checklists.written import the_catalogue


def test_the_page_is_current() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == checks_markdown(the_catalogue()), "run: python -m evaluator.checklists.docs"


def test_the_page_has_every_check_answer_and_sentence() -> None:
    page = checks_markdown(the_catalogue())
    for check in the_catalogue().by_id.values():
        assert f"(`{check.id}`)" in page
        assert check.why in page
        assert all(
            f"| `{word}` | {answer.worth} | {answer.says} |" in page for word, answer in (check.answers or {}).items()
        )
