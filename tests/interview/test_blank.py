"""The form: valid as it stands, and valid with any of its lines brought in."""

import re

import pytest

from evaluator.interview.blank import blank_form
from evaluator.offer import OfferFile, parse_offer
from tests.interview.walking import setting_of

SETTING = setting_of()
FORM = blank_form(SETTING)
LINES = FORM.splitlines()
FILL_IN = re.compile(r"( *)#([a-z0-9][a-z0-9_-]*):(.*)")
PARTNER = {"recoup_share": "no", "balance_at_end": "no", "recoup_floor": "no"}


def read(lines: list[str]) -> OfferFile:
    return parse_offer("\n".join(lines).encode(), file="form.yaml", questions=SETTING.questions)


def brought_in(number: int) -> list[str]:
    """The form with one line brought in, and those that it belongs to; of a group, what it can't do without."""
    chosen = {number}
    indent = len(LINES[number]) - len(LINES[number].lstrip())
    for above in range(number, -1, -1):
        found = FILL_IN.match(LINES[above])
        if found and len(found[1]) < indent and not found[3].strip():
            chosen.add(above)
            indent = len(found[1])
    section = next(LINES[above] for above in range(number, -1, -1) if LINES[above][:1].isalpha())
    if section == "pay:" and "#structure:" not in LINES[number]:
        before = [above for above in range(number) if "#structure:" in LINES[above]]
        chosen.add(before[-1])
    lines = list(LINES)
    for one in chosen:
        found = FILL_IN.match(lines[one])
        assert found
        lines[one] = f"{found[1]}{found[2]}:{found[3]}"
    if "evidence" in lines[number]:
        lines.remove(next(line for line in LINES if line.startswith("  evidence:")))
    return lines


# Keys of a group that has keys it can't do without: with them the group is whole.
WHOLE = {
    "own_clients": {"share": "60%", "mix": "60%"},
    "bonus": {"per_session": "$40", "above": "25", "per": "year"},
    "guarantee": {"per": "month"},
    "monitoring": {"kind": "respiratory"},
}


def with_partners(lines: list[str], number: int) -> list[str]:
    """The lines with the keys that the group of a line can't do without."""
    indent = len(LINES[number]) - len(LINES[number].lstrip())
    head = next((above for above in range(number, -1, -1) if _heads(lines[above], indent)), None)
    if head is None:
        return lines
    group = lines[head].strip().rstrip(":")
    key = lines[number].strip().partition(":")[0]
    if lines[number].rstrip().endswith(":"):
        group, key, head, indent = key, "", number, indent + 2
    more = [f"{' ' * indent}{name}: {value}" for name, value in WHOLE.get(group, {}).items() if name != key]
    return [*lines[: head + 1], *more, *lines[head + 1 :]]


def _heads(line: str, indent: int) -> bool:
    return bool(re.fullmatch(r" *[a-z_]+:", line)) and len(line) - len(line.lstrip()) < indent


def test_the_form_is_valid_as_it_stands_and_says_nothing() -> None:
    offer = read(LINES)
    assert not offer.facts
    assert offer.offer.offer.evidence == "third_party"
    assert max(map(len, LINES)) <= 160


def test_the_form_has_every_question_and_every_answer() -> None:
    for checklist in SETTING.asked.checklists:
        for check in checklist.checks:
            for word, one in (check.answers or {}).items():
                assert f"  #{check.id}: {word}  # {one.says}" in LINES


@pytest.mark.parametrize("part", range(8))
def test_each_line_may_be_brought_in(part: int) -> None:
    numbers = [number for number, line in enumerate(LINES) if FILL_IN.match(line)]
    assert len(numbers) > 700
    for number in numbers[part::8]:
        lines = with_partners(brought_in(number), number)
        offer = read(lines)
        key = LINES[number].strip()[1:].partition(":")[0]
        if key not in ("evidence", "as_of") and not LINES[number].endswith(":"):
            assert any(key in fact.path for fact in offer.facts.values()), LINES[number]


def test_a_form_for_one_field_has_no_questions_of_another() -> None:
    form = blank_form(SETTING, "psychotherapy")
    assert "referral_to_cash:" not in form
    assert "referral_to_cash:" in blank_form(SETTING, "physical_therapy")
    read(form.splitlines())
