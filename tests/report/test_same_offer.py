"""One offer in two files is said to be one, in every output, and nothing is left out for it."""

from dataclasses import replace

import pytest

from evaluator.checklists import load_catalogue
from evaluator.comparison import Comparison
from evaluator.comparison.audit import audit
from evaluator.economics import load_assumptions
from evaluator.offer import OfferFile, parse_offer
from evaluator.report.anonymous import anonymized
from evaluator.report.naming import label_offers
from evaluator.report.outputs import render
from evaluator.report.sections.answer import build_answer
from evaluator.report.terminal import render_terminal
from evaluator.report.terminal_audit import render_audit_text
from tests.comparison.samples import AS_OF, OFFERS, compared, sample

SAYS = "A and C say exactly the same (lakeside-group.yaml and copy.yaml): it is one offer, shown twice."


def copy(change: tuple[str, str] = ("", "")) -> OfferFile:
    """The offer of Lakeside in another file, laid out otherwise: a comment more, and what `change` says."""
    text = "# as they sent it to me\n" + (OFFERS / "lakeside-group.yaml").read_text().replace(*change, 1)
    return parse_offer(text.encode(), file="sent/copy.yaml", questions=load_catalogue().questions())


@pytest.fixture(scope="module")
def doubled() -> Comparison:
    return compared(sample("lakeside-group"), sample("harbor-employee"), copy())


def test_it_is_said_in_every_output_and_all_offers_stay(doubled: Comparison) -> None:
    assert doubled.same_content == (("lakeside-group", "copy"),)
    assert len(doubled.offers) == 3
    assert SAYS in " ".join(render_terminal(doubled, 80, color=False).split())
    for format in ("md", "html"):
        assert SAYS in " ".join(render(doubled, format).decode().split()), format


def test_without_names_it_is_said_of_letters_and_of_no_other_offer(doubled: Comparison) -> None:
    hidden = anonymized(doubled)  # which withholds every fingerprint, so that all look alike
    (said,) = build_answer(hidden, label_offers(hidden)).same
    assert said == "A and C say exactly the same (offer-a.yaml and offer-c.yaml): it is one offer, shown twice."


def test_three_times_and_one_file_named_twice() -> None:
    thrice = compared(*(sample("lakeside-group"),) * 3)
    (said,) = build_answer(thrice, label_offers(thrice)).same
    assert said == "A, B and C say exactly the same (lakeside-group.yaml): it is one offer, shown 3 times."


def test_no_margin_is_told_between_an_offer_and_itself() -> None:
    lead = compared(sample("lakeside-group"), copy()).lead
    assert (lead.standing, lead.difference_usd, lead.decided_by) == ("too_close", None, ())
    assert "says exactly the same, so there is nothing to choose by" in lead.says


def test_one_word_of_difference_makes_two_offers() -> None:
    assert not compared(sample("lakeside-group"), copy(("lag_days: 42", "lag_days: 41"))).same_content
    assert not compared(sample("lakeside-group"), sample("harbor-employee")).same_content


def test_an_audit_says_it_too() -> None:
    files = [replace(sample("summit-quota"), file=f"{name}.yaml", id=name) for name in ("one", "two")]
    found = audit(files, catalogue=load_catalogue(), assumptions=load_assumptions(), as_of=AS_OF)
    words = " ".join(render_audit_text(found, 80, color=False).split())
    assert "A and B say exactly the same (one.yaml and two.yaml): it is one offer, shown twice." in words
