"""Silence never pays in the sample offers either, line by line as a person would delete them.

In: the files in `offers/`. Out: pass or fail. Must not depend on what the samples say.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from evaluator.checklists import assess, assessing, scorecard
from evaluator.checklists.findings import Score
from evaluator.checklists.stated_terms import GRADES, terms_of
from evaluator.offer import OfferProblems, load_offer, parse_offer
from tests.checklists.written import the_catalogue

OFFERS = sorted((Path(__file__).parents[2] / "offers").glob("*.yaml"))
ANSWERS = tuple(f"{section}." for section in the_catalogue().questions())
SLACK = 1e-9


def scores(text: str) -> tuple[dict[str, Score], set[str]]:
    """The scores, and the checks of which nothing is stated."""
    written = parse_offer(text.encode(), file="sample.yaml", questions=the_catalogue().questions())
    assessment = assess(the_catalogue(), written)
    silent = {finding.check for finding in assessment.findings if finding.outcome == "not_stated"}
    return scorecard(the_catalogue(), assessment), silent


@pytest.mark.parametrize("path", OFFERS, ids=lambda path: path.stem)
def test_deleting_a_line_never_pays(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    whole, silent = scores("".join(lines))
    tried = 0
    for number, line in enumerate(lines):
        if not line.strip() or line.strip().startswith("#"):
            continue
        try:
            without, silent_then = scores("".join(lines[:number] + lines[number + 1 :]))
        except OfferProblems:
            continue  # the line held others together
        tried += 1
        for name, score in without.items():
            assert score.floor <= whole[name].floor + SLACK, (
                f"without line {number + 1} the floor of {name} rises: {line}"
            )
        if len(silent_then - silent) == 1 and not silent - silent_then:  # the line answered a silent question
            for name, score in without.items():
                width = whole[name].ceiling - whole[name].floor
                assert width <= score.ceiling - score.floor + SLACK, f"line {number + 1} widens {name}: {line}"
    assert tried > 3


def test_there_are_samples() -> None:
    assert len(OFFERS) >= 6


@pytest.mark.parametrize("path", OFFERS, ids=lambda path: path.stem)
def test_strengths_of_evidence_that_nothing_in_the_offer_has_change_no_finding(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer_file = load_offer(path, the_catalogue().questions())
    as_it_is = assess(the_catalogue(), offer_file)
    monkeypatch.setattr(assessing, "terms_of", lambda offer: replace(terms_of(offer), grades=GRADES))
    assert assess(the_catalogue(), offer_file) == as_it_is
