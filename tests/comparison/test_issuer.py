"""What the issuer is told: contradictions first, then what a candidate gains most from, each with its key."""

from datetime import date

import pytest

from evaluator.checklists import load_catalogue
from evaluator.comparison.compare import reader_of
from evaluator.comparison.disclosure_model import Issue
from evaluator.comparison.evaluate import evaluate
from evaluator.comparison.issuer import list_issues
from evaluator.economics import load_assumptions
from evaluator.offer import OfferFile
from evaluator.offer.clinician import AboutMe
from tests.comparison.disclosed import sheet
from tests.comparison.samples import AS_OF, SAMPLES, Tree, having, read, sample, tree_of, without

PATHS = {path.stem: path for path in SAMPLES}


def issues(offer: OfferFile, as_of: date = AS_OF) -> tuple[Issue, ...]:
    catalogue = load_catalogue().for_clinicians
    evaluation = evaluate(offer, catalogue, reader_of(offer, AboutMe(), load_assumptions(), as_of))
    return list_issues(evaluation, catalogue, sheet(offer, as_of), as_of).issues


def lakeside() -> Tree:
    return tree_of(PATHS["lakeside-group"])


def by_key(found: tuple[Issue, ...]) -> dict[str, Issue]:
    return {issue.key: issue for issue in reversed(found)}


def test_what_is_open_vague_or_only_spoken_is_named_with_its_key() -> None:
    found = by_key(issues(sample("lakeside-group"), date(2026, 11, 5)))
    assert found["pay.missed_visit.clinician_share"].kind == "not_stated"
    assert found["pay.missed_visit.clinician_share"].hourly_usd > 1
    assert found["caseload.ramp.weeks"].kind == "vague"
    assert found["autonomy.recording"].kind == "vague"
    assert found["transparency.take-backs"].kind == "not_stated"
    assert found["hours.documentation_minutes"].kind == "only_said"
    assert found["autonomy.pause-intake"].kind == "only_said"
    assert "contract.non-compete" not in found


def test_the_order_is_that_of_what_a_candidate_gains() -> None:
    found = [
        one for one in issues(sample("quiet-practice")) if one.kind in ("not_stated", "vague") and one.score_points
    ]
    critical = [one.critical for one in found]
    assert critical == sorted(critical, reverse=True)
    assert {one.score_points for one in found if not one.critical}


def test_every_issue_about_a_check_or_term_names_where_to_write_it() -> None:
    for path in SAMPLES:
        for issue in issues(sample(path.stem)):
            assert issue.key, issue
            assert not issue.says[:1].islower(), issue


def test_an_answered_key_leaves_the_list() -> None:
    tree = lakeside()
    assert "transparency.take-backs" in by_key(issues(read(tree)))
    answered = having(tree, ("transparency", "take-backs"), "practice_bears")
    assert "transparency.take-backs" not in by_key(issues(read(answered)))


def test_an_offer_that_has_ended_says_so_first() -> None:
    first = issues(sample("lakeside-group"), date(2026, 11, 22))[0]
    assert (first.kind, first.key) == ("contradiction", "offer.good_until")
    assert issues(sample("lakeside-group"), date(2026, 11, 13))[0].key != "offer.good_until"  # the last good day


@pytest.mark.parametrize(
    ("change", "answer", "told"),
    [
        ("fixed", "any_time", True),
        ("fixed", "both_agree", False),
        ("discretion", "both_agree", True),
        ("discretion", "any_time", False),
    ],
)
def test_a_mark_against_the_answer_on_changes_of_pay(change: str, answer: str, *, told: bool) -> None:
    tree = having(lakeside(), ("pay", "share"), {"value": "60%", "change": change})
    found = issues(read(having(tree, ("transparency", "rate-changes"), answer)), date(2026, 11, 5))
    assert any(one.kind == "contradiction" and one.key == "pay.share" for one in found) is told


def test_loose_words_are_named_with_what_to_say_instead() -> None:
    found = [one for one in issues(sample("maple-tiers")) if one.kind == "loose_words"]
    assert [one.key for one in found][:1] == ["pay.advertised"]
    assert found[0].says.startswith("In “earn up to 70%”, 'up to 70%' names the most")
    keys = [one.key for one in issues(sample("lakeside-group")) if one.kind == "loose_words"]
    assert "hours.documentation_minutes" in keys  # "most people finish notes in ten minutes"
    assert "autonomy.personal-cap" not in keys  # "twelve or thirty, that's up to you"


def test_answers_that_contradict_terms_are_told_with_both_places() -> None:
    found = [one for one in issues(sample("juniper-associate")) if one.kind == "contradiction"]
    assert any(one.key == "transparency.benefits-within-reach" and "see benefits, line" in one.says for one in found), (
        found
    )


def test_terms_without_a_mark_are_told_in_one_line() -> None:
    found = [one for one in issues(sample("harbor-employee")) if one.kind == "change_not_stated"]
    assert len(found) == 1
    assert "pay.salary" not in found[0].says.split(": ")[-1]
    assert "hours.session_minutes" in found[0].says


def test_blanks_of_the_head_are_told() -> None:
    found = by_key(issues(read(without(lakeside(), ("offer", "issued")))))
    assert found["offer.issued"].kind == "not_stated"
