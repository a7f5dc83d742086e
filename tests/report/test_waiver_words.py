"""How a waiver reads beside its finding, in every format that people read.

In: comparisons with waivers. Out: pass or fail. Must not decide whether a waiver holds.
"""

import html
import json
import re
from dataclasses import replace
from datetime import date

from evaluator.comparison import Comparison
from evaluator.comparison.model import Waived
from evaluator.report import outputs
from evaluator.report.terminal import render_terminal
from evaluator.report.waiver_words import waiver_note, waiver_summary
from tests.comparison.test_waived import FULL, PLAIN
from tests.report import fabricated

HOLDS = Waived("paid-admin-time", "fine with me", "R. Doe", date(2027, 3, 31), holds=True)
ENDED = Waived("tools", "I bring my own.", "R. Doe", date(2026, 6, 30), holds=False)


def with_waivers(*waived: Waived) -> tuple:  # type: ignore[type-arg]
    return (replace(fabricated.GROUP, waived=waived),)


def text_of(comparison: Comparison) -> str:
    page = outputs.render(comparison, "html").decode()
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def test_the_sentence_beside_a_finding() -> None:
    offer = replace(fabricated.GROUP, waived=(HOLDS, ENDED))
    assert waiver_note(offer, "paid-admin-time") == "Accepted by R. Doe until March 31, 2027: Fine with me."
    assert waiver_note(offer, "tools") == ("Accepted by R. Doe until June 30, 2026, which has passed: I bring my own.")
    assert waiver_note(offer, "pause-intake") is None


def test_the_count() -> None:
    assert waiver_summary(with_waivers()) is None
    assert waiver_summary(with_waivers(HOLDS)) == "1 finding is accepted by a waiver. Scores count them all the same."
    assert waiver_summary(with_waivers(HOLDS, HOLDS, ENDED)) == (
        "2 findings are accepted by a waiver, 1 waiver has ended. Scores count them all the same."
    )
    assert waiver_summary(with_waivers(ENDED, ENDED)) == (
        "No finding is accepted by a waiver, 2 waivers have ended. Scores count them all the same."
    )


def test_on_paper() -> None:
    text = text_of(FULL)
    assert text.count("Accepted by R. Doe until March 31, 2027: Fine with me.") >= 2  # the check, and the red flag
    assert "which has passed" in text
    assert "ended on 2026-11-21: look at it again." in text
    assert "has nothing to accept: take it out." in text
    assert "Accepted by" not in text_of(PLAIN)


def test_on_the_terminal_and_in_json() -> None:
    text = " ".join(render_terminal(FULL, 80, color=False).split())
    assert "findings are accepted by a waiver" in text
    assert "ended on 2026-11-21: look at it again." in text
    assert "accepted" not in render_terminal(PLAIN, 80, color=False)
    saved = json.loads(outputs.render(FULL, "json"))
    assert {"check": "paid-admin-time", "reason": "fine with me", "by": "R. Doe", "expires": "2027-03-31"}.items() <= (
        saved["offers"][0]["waived"][0].items()
    )
    assert len(saved["waiver_remarks"]) == 2


def test_what_a_waiver_says_is_never_markup() -> None:
    evil = replace(HOLDS, reason="<script>alert(1)</script>\x1b[2J", by="<b>R</b>")
    offers = tuple(replace(offer, waived=tuple(replace(evil, check=flag.check) for flag in offer.red_flags[:1]))
                   for offer in fabricated.THREE.offers)  # fmt: skip
    page = outputs.render(replace(fabricated.THREE, offers=offers), "html").decode()
    assert "alert(1)" in page
    assert "<script>alert" not in page
    assert "\x1b" not in page
