"""Two versions side by side and what lies between them: nothing is lost, invented, or dependent on an order.

In: the samples, and random edits of them. Out: pass. Must not evaluate offers.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator.checklists import load_catalogue
from evaluator.offer import OfferFile, OfferProblems
from evaluator.offer.aligning import Matter, align
from evaluator.offer.fingerprint import fingerprint
from evaluator.offer.matching import match_rows
from evaluator.offer.mixing import mixed
from tests.comparison.drafts import LAKESIDE, read_text, replaced
from tests.comparison.samples import SAMPLES, Path_, Tree, having, read, sample, tree_of, without

QUESTIONS = load_catalogue().questions()
NAMES = [path.stem for path in SAMPLES]


def whole_change(old: OfferFile, new: OfferFile) -> OfferFile:
    alignment = align(old, new)
    return mixed(old, new, alignment, alignment.matters, QUESTIONS)


def turned(matters: tuple[Matter, ...]) -> set[frozenset[tuple[object, object]]]:
    return {frozenset((_said(pair.old), _said(pair.new)) for pair in matter.pairs) for matter in matters}


def _said(fact: object) -> object:
    return getattr(fact, "path", None), getattr(fact, "said", None), getattr(fact, "evidence", None)


def test_every_sample_turns_into_another_once_all_changes_are_made() -> None:
    offers = [sample(name) for name in NAMES]
    for place, old in enumerate(offers):
        new = offers[place - 1]
        assert fingerprint(whole_change(old, new)) == fingerprint(new), (old.id, new.id)


@pytest.mark.parametrize("name", NAMES)
def test_a_version_does_not_differ_from_itself(name: str) -> None:
    alignment = align(sample(name), sample(name))
    assert alignment.matters == ()
    assert mixed(sample(name), sample(name), alignment, (), QUESTIONS) == sample(name)


@st.composite
def edits(draw: st.DrawFn) -> tuple[Tree, Tree]:
    """A sample, and the same with some of it taken out, answered otherwise, or resting on something else."""
    tree = edited = tree_of(draw(st.sampled_from(SAMPLES)))
    for path in draw(st.lists(st.sampled_from(sorted(_keys(tree))), max_size=5, unique=True)):
        value = draw(st.sampled_from([None, "vague", "refused", "contract", "verbal"]))
        if value is None:
            edited = without(edited, path)
        elif value in ("vague", "refused"):
            edited = having(edited, path, value)
        else:
            edited = having(edited, path, {"value": _bare(edited, path), "evidence": value, "where": "§9"})
    section = draw(st.sampled_from([None, *sorted(set(tree) - {"format", "offer"})]))
    if section is not None:
        word = draw(st.sampled_from([None, "vague", "refused"]))
        edited = without(edited, (section,)) if word is None else having(edited, (section,), word)
    return tree, edited


def _keys(tree: Tree) -> set[Path_]:
    return {
        (section, key)
        for section, group in tree.items()
        if section != "offer" and isinstance(group, dict)
        for key in group
    }


def _bare(tree: Tree, path: Path_) -> object:
    found = tree[path[0]][path[1]]
    if isinstance(found, dict):
        return found.get("value", found.get("answer", found))
    return found


def readable(tree: Tree) -> OfferFile | None:
    try:
        return read(tree)
    except OfferProblems:
        return None


@settings(max_examples=40)
@given(edits())
def test_random_edits_are_made_whole_and_turn_back(pair: tuple[Tree, Tree]) -> None:
    old, new = map(readable, pair)
    if old is None or new is None:
        return
    assert fingerprint(whole_change(old, new)) == fingerprint(new)
    assert fingerprint(whole_change(new, old)) == fingerprint(old)
    there, back = align(old, new).matters, align(new, old).matters
    flipped = {frozenset((second, first) for first, second in matter) for matter in turned(back)}
    assert turned(there) == flipped
    assert (there == ()) == (fingerprint(old) == fingerprint(new))


def test_answers_changed_without_reading_the_file_again_say_what_a_file_would() -> None:
    old = read_text(LAKESIDE)
    changes = (
        ("non-compete: {answer: none, evidence: contract}", "non-compete: vague"),
        ("  outside-work: {answer: free, evidence: contract, where: §2}\n", ""),
        ("availability: you_set", "availability: within_core_hours"),
    )
    new = read_text(replaced(LAKESIDE, *changes))
    alignment = align(old, new)
    quick = mixed(old, new, alignment, alignment.matters, QUESTIONS)
    assert quick.offer is old.offer
    assert quick.answers == new.answers
    assert fingerprint(quick) == fingerprint(new)


def test_items_belong_together_by_name_whatever_their_place() -> None:
    found = match_rows(
        {"0": {"name": "Aetna", "mix": "60%"}, "1": {"name": "self-pay", "mix": "40%"}},
        {"0": {"name": "self-pay", "mix": "40%"}, "1": {"name": "aetna ", "mix": "50%"}, "2": {"name": "Cigna"}},
    )
    assert found.marks == {"#0": ("0", "1"), "#1": ("1", "0"), "#2": (None, "2")}
    assert found.reordered
    assert (found.old_order, found.new_order) == (("#0", "#2", "#1"), ("#1", "#0", "#2"))


def test_a_renamed_item_stays_one_and_a_new_one_does_not_take_its_place() -> None:
    old = {"0": {"name": "commercial one", "mix": "60%", "allowed": "$125"}, "1": {"name": "self-pay", "mix": "40%"}}
    renamed = {"0": {"name": "self-pay", "mix": "40%"}, "1": {"name": "C1", "mix": "55%", "allowed": "$125"}}
    assert match_rows(old, renamed).marks == {"#0": ("0", "1"), "#1": ("1", "0")}
    other = {"0": {"name": "self-pay", "mix": "40%"}, "1": {"name": "Medicare", "mix": "20%", "allowed": "$90"}}
    assert match_rows(old, other).marks == {"#0": ("0", None), "#1": ("1", "0"), "#2": (None, "1")}


def test_tiers_without_names_go_by_where_they_start_then_by_place() -> None:
    old = {"0": {"from_sessions": "0", "share": "50%"}, "1": {"from_sessions": "20", "share": "60%"}}
    new = {"0": {"from_sessions": "0", "share": "52%"}, "1": {"from_sessions": "25", "share": "65%"}}
    assert match_rows(old, new).marks == {"#0": ("0", "0"), "#1": ("1", "1")}


def test_the_order_of_a_list_is_a_difference_of_its_own() -> None:
    lines = LAKESIDE.splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if "name: self-pay" in line)
    first = next(number for number, line in enumerate(lines) if "name: commercial one" in line)
    moved = [*lines[:first], lines[place], *lines[first:place], *lines[place + 1 :]]
    old, new = read_text(LAKESIDE), read_text("".join(moved))
    alignment = align(old, new)
    assert [(one.path, one.reordered) for one in alignment.matters] == [(("collections", "payers"), True)]
    assert fingerprint(whole_change(old, new)) == fingerprint(new)


def test_a_list_with_a_basis_of_its_own_keeps_it() -> None:
    text = replaced(LAKESIDE, ("weekly: {administration: 2,", "weekly: {value: {administration: 2,"))
    text = replaced(text, ("consultation: 0.5}", "consultation: 0.5}, quote: about three hours, where: p. 2}"))
    old, new = read_text(LAKESIDE), read_text(text)
    assert fingerprint(whole_change(old, new)) == fingerprint(new)
    assert fingerprint(whole_change(new, old)) == fingerprint(old)
