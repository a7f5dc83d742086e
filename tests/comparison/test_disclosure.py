"""The disclosure sheet: every row always, nothing filled in, every term of the format with a place or a reason."""

from pathlib import Path

import pytest

from evaluator.checklists import load_catalogue
from evaluator.comparison.disclosed_rows import ABOUT, NOT_ON_SHEET, PARTS
from evaluator.comparison.value_words import value_in_words
from evaluator.offer.shapes import Part, Single, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.values import Written
from tests.comparison.disclosed import rows, sheet, sheet_of
from tests.comparison.samples import SAMPLES, compared, having, read, sample, tree_of

CLAIMED = {key for part in (ABOUT, *PARTS) for row in part.rows for asked in row.asked for key in asked.keys}
PLAN = [(part.title, [row.id for row in part.rows]) for part in PARTS]


def _terms(part: Part, path: str) -> set[str]:
    found = set[str]()
    for model in part.models:
        for name, term in terms_of(model).items():
            key = f"{path}{name}"
            found |= _terms(term.shape, f"{key}.") if isinstance(term.shape, Part) else {key}
    return found


def test_every_term_of_the_format_has_a_row_or_a_reason() -> None:
    def placed(key: str) -> bool:
        sizes = range(1, key.count(".") + 2)
        above = {".".join(key.split(".")[:size]) for size in sizes}
        return bool(above & (CLAIMED | set(NOT_ON_SHEET)))

    assert sorted(key for key in _terms(Part((Offer,)), "") if not placed(key)) == []


def test_every_claimed_key_exists() -> None:
    answers = {f"{section}.{check}" for section, asked in load_catalogue().questions().items() for check in asked}
    known = _terms(Part((Offer,)), "") | answers
    assert [
        key for key in CLAIMED | set(NOT_ON_SHEET) if not any(one == key or one.startswith(f"{key}.") for one in known)
    ] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sheet_has_every_row_in_the_same_order(path: Path) -> None:
    found = sheet_of(path.stem)
    assert [(part.title, [row.id for row in part.rows]) for part in found.parts] == PLAN
    for row in rows(found).values():
        assert bool(row.terms) != bool(row.not_for) or row.id == "pay-of-the-post"


def test_an_offer_that_says_nothing_has_all_rows_blank() -> None:
    silent = sheet(read({"format": "1", "offer": {"name": "A", "evidence": "posting"}}))
    states = {row.id: {one.state for one in row.terms} for row in rows(silent).values() if row.id != "pay-of-the-post"}
    assert states.pop("position") == {"stated"}
    assert set(map(frozenset, states.values())) == {frozenset({"not_stated"})}


def test_marks_are_printed_and_change_no_score_and_no_money() -> None:
    tree = tree_of(next(path for path in SAMPLES if path.stem == "brightpath-platform"))
    paths = [("caseload", "sessions_per_week"), ("pay", "lag_days"), ("hours", "session_minutes")]
    marked = tree
    for path in paths:
        value = marked[path[0]][path[1]]
        marked = having(marked, path, {"value": value, "change": "discretion", "notice": "14 days"})
    for name, day in (("issued", "2026-10-20"), ("good_until", "2026-12-20"), ("revision", "3")):
        marked = having(marked, ("offer", name), day)
    before, after = compared(read(tree)).offers[0], compared(read(marked)).offers[0]
    assert (before.scores, before.money, before.verdict) == (after.scores, after.money, after.verdict)
    told = rows(sheet(read(marked)))
    assert [
        (told[row].terms[0].change, told[row].terms[0].notice_days) for row in ("sessions", "pay-day", "session")
    ] == [("discretion", 14)] * 3
    assert told["good-until"].terms[0].says == "December 20, 2026"
    assert sheet(read(tree)).fingerprint != sheet(read(marked)).fingerprint


def test_what_a_row_says_and_rests_on() -> None:
    told = rows(sheet_of("lakeside-group"))
    share = told["rate"].terms[0]
    assert (share.reads, share.evidence, share.where, share.change, share.notice_days) == (
        "60% to you",
        "contract",
        "§3.1",
        "discretion",
        60,
    )
    assert [one.state for one in told["missed-pay"].terms] == ["not_stated", "stated", "stated", "stated"]
    assert told["ramp"].terms[0].state == "vague"
    assert told["clients"].terms[0].reads == "You may answer clients who ask, but not tell them yourself."
    assert told["supervision"].not_for is not None


def test_a_refusal_of_a_whole_group_holds_for_its_terms() -> None:
    offer = read(having(tree_of(SAMPLES[0]), ("costs",), "refused"))
    assert {one.state for one in rows(sheet(offer))["own-costs"].terms} == {"refused"}


def test_a_list_whose_parts_are_marked_otherwise_is_mixed() -> None:
    told = rows(sheet_of("tamarack-salary"))["extra-pay"].terms
    assert [one.change for one in told if one.key == "pay.bonuses"] == ["mixed"]


def test_rows_about_shares_do_not_apply_to_a_salary() -> None:
    told = rows(sheet_of("harbor-employee"))
    assert told["of-what"].not_for == told["off-the-top"].not_for == "You are paid a fixed yearly salary."


@pytest.mark.parametrize(
    ("key", "said", "kind", "words"),
    [
        ("rate", "82", "money", "$82"),
        ("rate", "$1,500.50", "money", "$1,500.50"),
        ("share", "0.6", "share", "60%"),
        ("no_show", "5-8%", "share", "5% to 8%"),
        ("weeks", "16", "weeks", "16 weeks"),
        ("weeks", "1 week", "weeks", "1 week"),
        ("weeks", "1", "weeks", "1 week"),
        ("sessions_per_week", "low 20, likely 22, high 26", "sessions", "20 to 26 sessions, likely 22"),
        ("allowed", "low $100, high $120", "money", "$100 to $120"),
        ("periods", "4", "sessions", "4"),
        ("issued", "2026-11-02", "day", "November 2, 2026"),
    ],
)
def test_values_read_as_they_were_said(key: str, said: str, kind: str, words: str) -> None:
    assert value_in_words(key, said, Single(Written(kind, "", ""))) == words


def test_no_code_name_and_no_underscore_reaches_the_sheet() -> None:
    for path in SAMPLES:
        for row in rows(sheet_of(path.stem)).values():
            for one in row.terms:
                assert "_" not in one.reads, one.reads


def test_the_source_travels_with_the_sheet() -> None:
    assert sheet_of("lakeside-group").source == sample("lakeside-group").text
