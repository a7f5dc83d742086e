"""The fingerprint: the same for the same offer however it is laid out, another for any other.

In: small offers and the samples. Out: pass. Must not read anything outside the project.
"""

from pathlib import Path

import pytest

from evaluator.checklists import load_catalogue
from evaluator.offer import OfferFile, load_offer, parse_offer
from evaluator.offer.fingerprint import fingerprint, short_fingerprint
from evaluator.offer.writing import dump_offer

QUESTIONS = load_catalogue().questions()
SAMPLES = sorted((Path(__file__).parents[2] / "offers").glob("*.yaml"))

PLAIN = """format: 1
offer: {name: A, kind: group, evidence: posting}
pay: {structure: percentage, share: 60%, of: collected}
autonomy: {pause-intake: on_request}
"""


def read(text: str) -> OfferFile:
    return parse_offer(text.encode(), file="an-offer.yaml", questions=QUESTIONS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "# a comment\nformat: 1"),
        ("{name: A, kind: group, evidence: posting}", "{evidence: posting, kind: 'group', name: \"A\"}"),
        ("share: 60%", "share: {value: 60%}"),
        ("share: 60%", "share: {value: 60%, evidence: posting}"),
    ],
)
def test_layout_changes_nothing(old: str, new: str) -> None:
    assert old in PLAIN
    assert fingerprint(read(PLAIN.replace(old, new))) == fingerprint(read(PLAIN))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: A", "name: B"),
        ("kind: group", "kind: platform"),
        ("share: 60%", "share: 61%"),
        ("share: 60%", "share: vague"),
        ("share: 60%", "share: {value: 60%, evidence: contract}"),
        ("share: 60%", 'share: {value: 60%, quote: "sixty"}'),
        ("share: 60%", 'share: {value: 60%, where: "§4"}'),
        ("share: 60%", "share: {value: 60%, as_of: 2026-01-02}"),
        ("share: 60%", "share: {value: 60%, change: fixed}"),
        ("share: 60%", "share: {value: 60%, notice: 30 days}"),
        ("kind: group", "kind: group, issued: 2026-11-02"),
        ("kind: group", "kind: group, good_until: 2026-12-02"),
        ("kind: group", "kind: group, revision: 2"),
        ("evidence: posting", "evidence: contract"),
        ("evidence: posting", "evidence: posting, as_of: 2026-01-02"),
        ("on_request", "self_service"),
        ("autonomy: {pause-intake: on_request}\n", ""),
    ],
)
def test_whatever_is_said_otherwise_changes_it(old: str, new: str) -> None:
    assert old in PLAIN
    assert fingerprint(read(PLAIN.replace(old, new))) != fingerprint(read(PLAIN))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_written_anew_keeps_its_fingerprint(path: Path) -> None:
    offer = load_offer(path, QUESTIONS)
    assert fingerprint(read(dump_offer(offer))) == fingerprint(offer)


def test_no_two_samples_share_one() -> None:
    assert len({fingerprint(load_offer(path, QUESTIONS)) for path in SAMPLES}) == len(SAMPLES)


def test_short_form_is_read_in_fours() -> None:
    assert short_fingerprint("0123456789abcdef" * 4) == "0123 4567 89ab cdef"
