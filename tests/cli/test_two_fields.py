"""A therapist's offer and a physical therapist's in one report, by the real command in a real process.

In: two sample offers. Out: pass or fail. Must not pin a figure that a sample may change.
"""

import re
from html import unescape

from tests.cli.test_commands import run
from tests.comparison.samples import OFFERS

HEADING = "From referral to cash"


def page(*names: str) -> str:
    """The text of the report as a reader sees it."""
    files = [str(OFFERS / f"{name}.yaml") for name in names]
    done = run("compare", *files, "--draws", "0", "--as-of", "2026-11-22", "--format", "html")
    assert (done.returncode, done.stderr) == (0, "")
    body = re.sub(r"(?s)<(style|script)\b.*?</\1>", " ", done.stdout)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_both_fields_compare_and_the_flow_of_patients_is_shown_for_the_one_that_has_it() -> None:
    text = page("lakeside-group", "tamarack-salary")
    start = text.rindex(HEADING)
    section = text[start : text.index("Terms that an offer leaves open are taken at their likely case.", start)]
    for words in ("Where planned visits are lost", "Value of a referral", "Tamarack salary and bonus", "Timed units"):
        assert words in section
    assert "Lakeside" not in section
    assert "Lakeside 60/40" in text[:start]
    assert "Tamarack salary and bonus" in text[:start]


def test_a_therapists_report_has_no_such_section() -> None:
    assert HEADING not in page("lakeside-group")
