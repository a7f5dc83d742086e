"""Silence never pays: over all sample offers, with every line taken away and every silent question answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from evaluator.checklists import assess, load_catalogue, scorecard
from evaluator.checklists.findings import Score
from evaluator.offer import OfferFile
from tests.comparison.samples import SAMPLES, Path_, Tree, compared, having, read, tree_of, without

SECTIONS = ("autonomy", "transparency", "support", "red_flags", "contract", "architecture", "referral_to_cash")
TERM_GROUPS = (
    "pay",
    "caseload",
    "patient_flow",
    "attendance",
    "collections",
    "hours",
    "travel",
    "monitoring",
    "costs",
    "practice",
    "control",
    "benefits",
)
NEEDED = {("pay", "structure"), ("pay", "per"), ("monitoring", "kind")}
"""Keys without which pay or monitoring cannot be read: an error says so."""
CLOSE = 1e-9
SHARED_AMONG = 6
"""Each sample tries every sixth of the answers, beginning at another one, so that two or more try each of them."""

each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


def scores(offer: OfferFile) -> dict[str, Score]:
    catalogue = load_catalogue()
    return scorecard(catalogue, assess(catalogue, offer))


def answers(tree: Tree) -> Iterator[Path_]:
    return ((section, check) for section in SECTIONS for check in tree.get(section, {}))


def terms(tree: Tree) -> Iterator[Path_]:
    """Every term that can be left out: each key below the sections, and what describes the offer."""
    for name in (
        "organization",
        "kind",
        "discipline",
        "engagement",
        "license_stage",
        "state",
        "full_time_share",
        "as_of",
    ):
        if name in tree["offer"]:
            yield ("offer", name)
    for group in TERM_GROUPS:
        if group in tree:
            yield (group,)
        if isinstance(tree.get(group), dict) and not {"value", "low"} & set(tree[group]):
            yield from ((group, key) for key in tree[group] if (group, key) not in NEEDED)


def lines_of_their_own(path: Path) -> set[Path_]:
    """Keys that stand on one line each, alone: `tests/checklists/test_samples.py` takes those away, as text."""
    found: set[Path_] = set()
    whole = yaml.compose(path.read_text(encoding="utf-8"))
    assert isinstance(whole, yaml.MappingNode)
    for section, below in whole.value:
        if isinstance(below, yaml.MappingNode) and not below.flow_style:
            found |= {(section.value, key.value) for key, said in below.value if _on_one_line(key, said)}
    return found


def _on_one_line(key: yaml.Node, said: yaml.Node) -> bool:
    return bool(key.start_mark.line == said.end_mark.line)


@each_sample
def test_taking_a_part_away_never_raises_a_floor(path: Path) -> None:
    tree = tree_of(path)
    before = scores(read(tree))
    parts = {*answers(tree), *terms(tree)}
    alone = lines_of_their_own(path)
    removable = sorted(parts - alone)
    assert len(parts & alone) >= len(parts) / 3
    for line in removable:
        after = scores(read(without(tree, line)))
        for name, score in after.items():
            assert score.floor <= before[name].floor + CLOSE, (line, name)


@each_sample
def test_answering_a_silent_question_never_widens_an_interval(path: Path) -> None:
    tree = tree_of(path)
    before = scores(read(tree))
    given = set(read(tree).facts)
    possible = [
        (section, check, answer, evidence)
        for section, checks in load_catalogue().questions().items()
        for check, allowed in checks.items()
        if f"{section}.{check}" not in given
        for answer in allowed
        for evidence in ("contract", "verbal", "third_party")
    ]
    for section, check, answer, evidence in possible[SAMPLES.index(path) % SHARED_AMONG :: SHARED_AMONG]:
        answered = having(tree, (section, check), {"answer": answer, "evidence": evidence})
        for name, score in scores(read(answered)).items():
            width = before[name].ceiling - before[name].floor
            assert score.ceiling - score.floor <= width + CLOSE, (check, answer, evidence, name)
            assert score.floor >= before[name].floor - CLOSE, (check, answer, evidence, name)
    assert len(possible) > SHARED_AMONG


@each_sample
def test_an_answer_about_money_never_widens_its_interval(path: Path) -> None:
    tree = tree_of(path)
    offer = read(tree)
    before = compared(offer).offers[0].money
    for row in before.unknowns:
        if row.term not in STATED_AS or row.state == "range" or (row.term.startswith("pay.") and "pay" not in tree):
            continue
        after = compared(read(having(tree, *answered_at(row.term, tree)))).offers[0].money
        for figure in ("effective_split", "effective_hourly_usd", "take_home_usd"):
            wide, narrow = getattr(before, figure), getattr(after, figure)
            slack = 1e-6 * max(1.0, abs(wide.high))
            assert wide.low - slack <= narrow.low <= narrow.high <= wide.high + slack, (row.term, figure)


def answered_at(term: str, tree: Tree) -> tuple[Path_, str]:
    """Where an answer goes, and what it is: the term itself, or the one line that is open where others are stated.

    A single number for all lines would take back those that the sample states, and may lie outside what was open.
    """
    path = tuple(term.split("."))
    lines = tree.get(path[0], {}).get(path[1]) if term in OPEN_LINE else None
    if isinstance(lines, dict) and "value" not in lines:
        for line, said in lines.items():
            if isinstance(said, dict) and said.get("value") == "vague":
                return (*path, line), OPEN_LINE[term]
    return path, STATED_AS[term]


OPEN_LINE = {"hours.weekly": "3.5", "costs.yearly": "$400"}

# A plausible answer for each term that a sample leaves open, between the worst and the best that it was taken for.
STATED_AS = {
    "attendance.late_cancel": "5%",
    "attendance.no_show": "6%",
    "attendance.refilled": "0%",
    "caseload.ramp.starts_at": "20%",
    "caseload.ramp.weeks": "16",
    "caseload.sessions_per_week": "22",
    "costs.per_session": "$0",
    "costs.yearly": "$2,000",
    "hours.documentation_minutes": "10",
    "hours.session_minutes": "53",
    "hours.weekly": "3.5",
    "hours.weekly_paid": "0%",
    "pay.missed_visit.clinician_share": "50%",
    "pay.missed_visit.per_late_cancel": "$0",
    "pay.missed_visit.per_no_show": "$0",
}


def test_the_silent_offer_leaves_most_of_those_terms_open() -> None:
    quiet = next(path for path in SAMPLES if path.stem == "quiet-practice")
    open_terms = {row.term for row in compared(read(tree_of(quiet))).offers[0].money.unknowns}
    assert len(open_terms & set(STATED_AS)) >= 10


def test_an_offer_without_its_pay_never_outranks_one_that_says_it() -> None:
    quiet = next(path for path in SAMPLES if path.stem == "quiet-practice")
    comparison = compared(*(read(tree_of(path), path.name) for path in (quiet, *SAMPLES)))
    assert all(name.startswith("quiet-practice") for name in comparison.ranking[-2:])
