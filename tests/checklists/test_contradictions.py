"""Every pair of contradictions.yaml names things there are, is found in an offer that says both, and in no other."""

from pathlib import Path

import pytest
import yaml

from evaluator.checklists import load_catalogue
from evaluator.checklists.contradictions import Condition, Pair, Pairs, contradictions, load_pairs
from evaluator.checklists.loading import load_part
from evaluator.offer import OfferFile, OfferProblems, load_offer, parse_offer
from evaluator.offer.glossary import term_descriptions
from evaluator.offer.shapes import Part, Rows, Single, terms_of
from evaluator.offer.terms import Offer

CATALOGUE = load_catalogue()
QUESTIONS = CATALOGUE.questions()
PAIRS = load_pairs()
SAMPLES = sorted((Path(__file__).parents[2] / "offers").glob("*.yaml"))

# What has to stand beside a term for a file to be possible.
BESIDE: dict[str, dict[str, object]] = {
    "pay.of": {"structure": "percentage"},
    "pay.clawback_share": {"structure": "percentage"},
    "pay.guarantee.amount": {"structure": "hourly", "guarantee": {"per": "month"}},
    "pay.guarantee.balance_at_end": {"structure": "hourly", "guarantee": {"per": "month"}},
    "pay.bonus.above": {"structure": "salary", "bonus": {"per_session": "$5", "per": "week"}},
    "pay.bonuses.at_sessions": {"structure": "hourly", "bonuses": [{"amount": "$5", "paid": "once", "per": "week"}]},
    "pay.one_time.kept_after": {"structure": "hourly", "one_time": [{"name": "sign-on", "amount": "$500"}]},
    "monitoring.patients": {"kind": "respiratory"},
    "monitoring.clinician_share": {"kind": "respiratory"},
}
PAYER = {"name": "A", "mix": "100%", "allowed": "$100"}


def text_of(*conditions: Condition, word: int = 0, shift: float = 0.0) -> str:
    """An offer that says what the sides say."""
    said: dict[str, object] = {"format": "1", "offer": {"name": "A post", "evidence": "contract"}}
    for condition in conditions:
        if condition.check is not None:
            section = CATALOGUE.checklist_of[condition.check].section
            answers = said.setdefault(section, {})
            assert isinstance(answers, dict)
            answers[condition.check] = condition.is_[min(word, len(condition.is_) - 1)]
        else:
            assert condition.term is not None
            _put(said, condition.term, _value(condition, word, shift))
    return yaml.safe_dump(said)


def _value(condition: Condition, word: int, shift: float) -> object:
    term = condition.term or ""
    share = term.split(".")[-1] in (
        "paid_part clinician_share unpaid weekly_paid full_time_share denied clawback_share".split()
    )
    if condition.is_:
        return condition.is_[min(word, len(condition.is_) - 1)]
    if condition.named:
        return {f"own {condition.named[min(word, len(condition.named) - 1)]}": "3"}
    if condition.none:
        return "none"
    if condition.stated:
        return "12"
    if condition.over is not None:
        number = condition.over + (0.005 if share else 1) + shift
    else:
        assert condition.under is not None
        number = max(0.0, condition.under - (0.01 if share else 1)) + shift
    return {"health": f"{number:g}"} if term == "benefits" else f"{number:g}"


def _put(said: dict[str, object], term: str, value: object) -> None:
    section, *rest = term.split(".")
    if not rest:
        said[section] = value
        return
    if section == "collections":
        said[section] = {"payers": [{**PAYER, rest[1]: value}]}
        return
    beside = BESIDE.get(term, {"structure": "hourly"} if section == "pay" and rest != ["structure"] else {})
    inner = said.setdefault(section, {})
    assert isinstance(inner, dict)
    for key, one in beside.items():
        inner.setdefault(key, one)
    for key in rest[:-1]:
        inner = inner.setdefault(key, {})
        inner = inner[0] if isinstance(inner, list) else inner
    inner[rest[-1]] = value


def read(text: str) -> OfferFile:
    return parse_offer(text.encode(), file="f", questions=QUESTIONS)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_a_pair_names_things_there_are(pair: Pair) -> None:
    for side in (pair.one, pair.other):
        if side.check is not None:
            assert set(side.is_) <= set(CATALOGUE.by_id[side.check].answers or {})
        else:
            assert side.term in term_descriptions()
            assert not side.is_ or set(side.is_) <= _words_of(side.term or "")
    assert pair.one != pair.other
    assert pair.says.endswith(".")
    assert pair.says.count(".") == 1
    assert not pair.ask.endswith(".")
    assert pair.ask[0].islower()


def _words_of(term: str) -> set[str]:
    models: list[type] = [Offer]
    words: set[str] = set()
    for name in term.split("."):
        shapes = [terms_of(model)[name].shape for model in models if name in terms_of(model)]
        words = {word for shape in shapes if isinstance(shape, Single) for word in shape.words}
        models = [
            model
            for shape in shapes
            for model in (
                shape.models if isinstance(shape, Part) else (shape.model,) if isinstance(shape, Rows) else ()
            )
        ]
    return words


def test_ids_are_taken_once() -> None:
    assert len({pair.id for pair in PAIRS}) == len(PAIRS) > 90


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
@pytest.mark.parametrize("word", [0, 1, 2, 3])
def test_a_pair_is_found_where_both_sides_are_said(pair: Pair, word: int) -> None:
    offer = read(text_of(pair.one, pair.other, word=word))
    found = {one.id: one for one in contradictions(offer)}
    assert pair.id in found
    one = found[pair.id]
    assert one.level == pair.level
    assert one.early.place < one.late.place
    assert f"(see {one.early.name} at line {one.early.place.line}, column {one.early.place.column}): " in one.message
    assert one.place == one.late.place


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_one_side_alone_contradicts_nothing(pair: Pair) -> None:
    for side in (pair.one, pair.other):
        assert pair.id not in {one.id for one in contradictions(read(text_of(side)))}


@pytest.mark.parametrize(
    "pair", [pair for pair in PAIRS if pair.one.check and pair.other.check], ids=lambda pair: pair.id
)
def test_other_answers_do_not_contradict(pair: Pair) -> None:
    for side, kept in ((pair.one, pair.other), (pair.other, pair.one)):
        answers = CATALOGUE.by_id[side.check or ""].answers or {}
        for word in answers:
            if word not in side.is_:
                text = text_of(kept, Condition(check=side.check, is_=(word,)))
                assert pair.id not in {one.id for one in contradictions(read(text))}


def test_what_is_vague_or_refused_contradicts_nothing() -> None:
    head = "format: 1\noffer: {name: x, evidence: contract}\n"
    for said in ("vague", "refused"):
        text = head + f"pay: {{structure: percentage, of: {said}}}\ntransparency: {{unpaid-claims: paid_anyway}}\n"
        assert contradictions(read(text)) == ()
        text = head + f"pay: {{structure: percentage, of: collected}}\ntransparency: {{unpaid-claims: {said}}}\n"
        assert contradictions(read(text)) == ()


def test_a_range_that_may_be_on_either_side_contradicts_nothing() -> None:
    head = "format: 1\noffer: {name: x, evidence: contract}\nreferral_to_cash: {follow-up-minutes: thirty_or_more}\n"
    assert contradictions(read(head + "hours: {session_minutes: 20-40}\n")) == ()
    assert [one.id for one in contradictions(read(head + "hours: {session_minutes: 20-29}\n"))] == ["short-follow-up"]


def test_both_places_and_what_to_do_in_one_line() -> None:
    text = "format: 1\noffer: {name: x, evidence: contract}\npay: {structure: percentage, of: collected}\n"
    (one,) = contradictions(read(text + "transparency: {unpaid-claims: paid_anyway}\n"))
    assert (one.place.line, one.level) == (4, "impossible")
    assert one.message == (
        "pay is a share of money collected here, and paid whoever pays the practice there "
        "(see pay.of at line 3, column 30): say what happens to a session that nobody pays for"
    )


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_sample_says_what_cannot_be(path: Path) -> None:
    assert [one.id for one in contradictions(load_offer(path, QUESTIONS)) if one.level == "impossible"] == []


@pytest.mark.parametrize(
    "side",
    [
        "{check: pause-intake}",
        "{check: pause-intake, over: 3}",
        "{term: pay.of, is: [a], over: 3}",
        "{is: [a]}",
        "{check: pause-intake, term: pay.of, is: [a]}",
        "{term: pay.of, like: [a]}",
    ],
)
def test_a_side_that_says_nothing_or_two_things_is_refused(side: str, tmp_path: Path) -> None:
    path = tmp_path / "pairs.yaml"
    path.write_text(
        "contradictions:\n  - id: a-pair\n    level: odd\n    one: {check: notice, is: [at_will]}\n"
        f"    other: {side}\n    says: It does not go together.\n    ask: ask\n"
    )
    with pytest.raises(OfferProblems):
        load_part(path, Pairs)
