"""The table of state laws says what is reported, for whom and when, and says clearly what is wrong with such a file.

In: the table of the package, small tables written here, and facts of an offer's head. Out: pass or fail. Must not look
at a whole offer.
"""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator.checklists.findings import ADVICE
from evaluator.checklists.law import STATES, Law, StateLaw, load_state_law
from evaluator.offer import OfferProblems
from evaluator.offer.choices import Discipline, Engagement, LicenseStage
from tests.checklists.written import the_catalogue

TABLE = load_state_law()
LAWS = [pytest.param(law, id=f"{name}-{n}") for name, topic in TABLE.topics.items() for n, law in enumerate(topic.laws)]
SUMMER_2026 = date(2026, 8, 1)

Head = tuple[str | None, str | None, str | None, str | None]
EMPLOYEE, CONTRACTOR = ("employee", "independent"), ("contractor", "independent")


def therapist(state: str | None, engagement: str | None = "employee", stage: str | None = "independent") -> Head:
    return (state, "psychotherapy", engagement, stage)


def physical_therapist(state: str | None, engagement: str | None = "employee") -> Head:
    return (state, "physical_therapy", engagement, "independent")


def assessor(state: str | None, engagement: str | None = "employee", stage: str | None = "independent") -> Head:
    return (state, "psychological_assessment", engagement, stage)


@pytest.mark.parametrize(
    ("topic", "head", "expected"),
    [
        # Non-competes: broad bans reach every discipline, employees and contractors, but not partners.
        ("non-compete", therapist("CA"), True),
        ("non-compete", physical_therapist("CA", "contractor"), True),
        ("non-compete", therapist("CA", "partner"), False),
        ("non-compete", therapist("OH"), False),
        # Montana names mental health licences; for physical therapists reports differ.
        ("non-compete", therapist("MT", "partner"), True),
        ("non-compete", physical_therapist("MT"), None),
        # Maryland's law is for employees; Utah's takes in associates and contractors.
        ("non-compete", physical_therapist("MD"), True),
        ("non-compete", therapist("MD", "contractor"), False),
        ("non-compete", therapist("UT", "contractor", "associate"), True),
        # In Maine and Colorado it hangs on pay, in Massachusetts on the licence: the head holds neither.
        ("non-compete", therapist("ME"), None),
        ("non-compete", therapist("CO"), None),
        ("non-compete", therapist("MA"), None),
        ("non-compete", assessor("MA"), True),
        ("non-compete", therapist("WA", "contractor"), True),
        # Laws of 2025 for physicians, which reach neither therapists nor physical therapists.
        ("non-compete", therapist("TX"), False),
        ("non-compete", physical_therapist("IN"), False),
        ("non-compete", therapist("FL"), False),
        # Stay-or-pay: California yes, New York not before December 2026, Ohio no.
        ("stay-or-pay", therapist("CA"), True),
        ("stay-or-pay", therapist("CA", "contractor"), None),
        ("stay-or-pay", therapist("NY"), False),
        ("stay-or-pay", physical_therapist("WY"), None),  # up to set shares it may be asked back
        ("stay-or-pay", therapist("IN"), False),
        # Contractors: a strict test of wages, one of unemployment insurance only, and California's way out.
        ("contractor-test", therapist("CA", "contractor"), True),
        ("contractor-test", assessor("CA", "contractor"), False),
        ("contractor-test", assessor("CA", "contractor", "associate"), True),
        ("contractor-test", physical_therapist("NJ", "contractor"), True),
        ("contractor-test", therapist("NJ"), False),
        ("contractor-test", therapist("WA", "contractor"), False),
        ("piece-rate", therapist("CA"), True),
        ("piece-rate", therapist("CA", "contractor"), False),
        ("piece-rate", therapist("NV"), False),
        ("exempt-pay", therapist("OH"), True),
        ("exempt-pay", therapist("OH", "contractor"), False),
        ("fee-splitting", physical_therapist("NY", "contractor"), True),
        ("fee-splitting", therapist("IL"), None),
        ("fee-splitting", physical_therapist("IL"), False),
        ("paid-referrals", therapist("NY"), True),
        ("paid-referrals", therapist("OH"), None),
        ("pay-range", therapist("CO"), True),
        ("pay-range", therapist("CO", "contractor"), False),
        ("pay-range", therapist("IL"), None),
        ("pay-range", therapist("CT"), False),
        ("pay-secrecy", therapist("OH"), None),
        ("freelance-pay", therapist("NY", "contractor"), False),
        ("associates", therapist("CA", "contractor", "associate"), True),
        ("associates", therapist("CA", "contractor"), False),
        ("associates", therapist("CA", "employee", "associate"), False),
        ("supervision-pay", therapist("CA", "employee", "trainee"), True),
        ("supervision-pay", therapist("OH", "employee", "trainee"), False),
        ("lay-control", therapist("NY"), True),
        ("lay-control", therapist("OR"), False),
    ],
)
def test_whom_a_law_limits(topic: str, head: Head, expected: bool | None) -> None:
    assert TABLE.limiting(topic, *head, on=SUMMER_2026) is expected


@pytest.mark.parametrize(
    ("topic", "head", "first_day"),
    [
        ("non-compete", therapist("MN", "contractor"), date(2023, 7, 1)),
        ("non-compete", physical_therapist("MD"), date(2025, 7, 1)),
        ("non-compete", therapist("WY"), date(2025, 7, 1)),
        ("non-compete", physical_therapist("UT"), date(2026, 5, 6)),
        ("stay-or-pay", therapist("CA"), date(2026, 1, 1)),
        ("stay-or-pay", therapist("NY"), date(2026, 12, 19)),
        ("stay-or-pay", physical_therapist("WA"), date(2027, 6, 30)),
        ("contractor-test", therapist("CA", "contractor"), date(2020, 1, 1)),
        ("pay-range", therapist("MD"), date(2024, 10, 1)),
    ],
)
def test_a_law_holds_from_its_first_day(topic: str, head: Head, first_day: date) -> None:
    assert TABLE.limiting(topic, *head, on=first_day - timedelta(days=1)) is False
    assert TABLE.limiting(topic, *head, on=first_day) is True


def test_one_law_ends_where_the_next_begins() -> None:
    contractor = therapist("WA", "contractor")
    last, first = date(2027, 6, 29), date(2027, 6, 30)
    assert TABLE.limiting("non-compete", *contractor, on=last) is True
    assert TABLE.limiting("non-compete", *contractor, on=first) is True
    assert TABLE.limiting("non-compete", *contractor, on=last, by=("bars",)) is False
    assert TABLE.limiting("non-compete", *contractor, on=first, by=("bars",)) is True


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (therapist(None), None),
        ((None, None, None, None), None),
        (("CA", None, "employee", None), True),  # California asks for neither discipline nor licence
        (("CA", None, None, None), None),  # but partners are left out
        (("CA", None, "partner", None), False),
        (("OH", None, None, None), False),
        (("MA", "psychological_assessment", "partner", None), None),  # a psychologist's licence, if it is there
        (("MA", "psychological_assessment", "partner", "trainee"), False),
    ],
)
def test_an_unknown_fact_leaves_it_open_only_where_it_decides(head: Head, expected: bool | None) -> None:
    assert TABLE.limiting("non-compete", *head, on=SUMMER_2026) is expected


def test_without_a_day_the_tables_own_day_counts() -> None:
    assert TABLE.as_of < date(2026, 12, 19)
    assert TABLE.limiting("stay-or-pay", *therapist("NY")) is False
    assert TABLE.limiting("non-compete", *therapist("UT")) is True


def test_an_unknown_topic_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        TABLE.limiting("parking", *therapist("CA"))


HEADS = st.tuples(
    st.sampled_from([*sorted(STATES)]),
    st.sampled_from(get_args(Discipline)),
    st.sampled_from(get_args(Engagement)),
    st.sampled_from(get_args(LicenseStage)),
)
DAYS = st.dates(date(2019, 1, 1), date(2028, 12, 31))


@given(HEADS, st.tuples(*[st.booleans()] * 4), DAYS, st.sampled_from(sorted(TABLE.topics)))
def test_one_more_fact_never_changes_what_is_sure(head: Head, told: tuple[bool, ...], day: date, topic: str) -> None:
    state, discipline, engagement, stage = (fact if kept else None for fact, kept in zip(head, told, strict=True))
    with_less = TABLE.limiting(topic, state, discipline, engagement, stage, on=day)
    assert with_less in (None, TABLE.limiting(topic, *head, on=day))


@given(HEADS, DAYS)
def test_a_limit_never_comes_without_its_note(head: Head, day: date) -> None:
    noted = {note.topic for note in TABLE.notes(*head, on=day) if note.in_force}
    for topic in TABLE.topics:
        if TABLE.limiting(topic, *head, on=day) is not False:
            assert topic in noted


def test_notes_say_what_when_and_from_where() -> None:
    notes = TABLE.notes(*therapist("MD"), on=SUMMER_2026)
    about = next(note for note in notes if note.topic == "non-compete" and note.status == "bars")
    assert about.title == "Non-competes"
    assert "$350,000" in about.says
    assert about.in_force
    assert about.starts == date(2025, 7, 1)
    assert about.as_of == date(2025, 6, 20)
    assert about.sources == ("maryland-covenants",)
    assert about.advice == ADVICE == "Ask a lawyer in your state."
    assert about.depends_on is None


def test_notes_tell_of_laws_for_others_so_that_nobody_misreads_them() -> None:
    for state in ("CO", "TX", "IN", "OR"):
        notes = TABLE.notes(*physical_therapist(state), on=SUMMER_2026)
        found = [note.says for note in notes if note.status == "permits" and note.topic == "non-compete"]
        assert any("herapists and physical therapists are not named" in says for says in found), state


def test_a_law_to_come_is_noted_and_a_past_one_is_not() -> None:
    def seen(day: date) -> list[tuple[str, bool]]:
        notes = TABLE.notes(*therapist("WA"), on=day)
        return [(note.status, note.in_force) for note in notes if note.topic == "non-compete" and note.starts]

    assert seen(SUMMER_2026) == [("limits", True), ("bars", False)]
    assert seen(date(2027, 7, 1)) == [("bars", True)]


def test_without_a_state_only_federal_notes_are_left() -> None:
    notes = TABLE.notes(*therapist(None), on=SUMMER_2026)
    assert {note.topic for note in notes} == {"non-compete", "exempt-pay", "paid-referrals", "pay-secrecy"}
    assert not TABLE.notes("OH", "psychotherapy", "partner", "independent", on=SUMMER_2026)[2:]


def test_a_note_is_for_the_reader_only() -> None:
    topics = {note.topic for note in TABLE.notes(*therapist("CA"), on=SUMMER_2026)}
    assert "piece-rate" in topics
    assert not topics & {"associates", "contractor-test"}


def test_every_topic_that_a_checklist_names_is_in_the_table() -> None:
    named = {check.applies.law for check in the_catalogue().by_id.values() if check.applies and check.applies.law}
    assert {"contractor-test", "piece-rate"} <= named <= set(TABLE.topics)


@pytest.mark.parametrize("law", LAWS)
def test_every_entry_reads_well(law: Law) -> None:
    assert law.states is None or len(set(law.states)) == len(law.states)
    for words in (law.says, law.depends_on or ""):
        assert "\N{EM DASH}" not in words
        assert not re.search(r"\b(illegal|unlawful|invalid|you can sue|must comply)\b", words)
    sentences = re.split(r"(?<=[.?!]) ", law.says)
    assert law.says.endswith(".")
    assert len(sentences) <= 2
    assert all(len(sentence) <= 200 for sentence in sentences)
    assert not (law.depends_on or "").endswith(".")


SMALL = """\
as_of: 2026-06-29
topics:
  parking:
    title: Parking
    laws:
      - states: [OH, NY]
        status: bars
        from: 2025-01-01
        says: It is reported that nobody parks.
        sources: [covenant-map]
        as_of: 2026-01-13
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "law.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_of_ones_own(tmp_path: Path) -> None:
    table: StateLaw = load_state_law(written(tmp_path, SMALL))
    assert table.limiting("parking", "OH", None, None, None) is True
    assert table.limiting("parking", "OH", None, None, None, on=date(2024, 12, 31)) is False
    assert table.limiting("parking", "CA", None, None, None) is False
    assert table.limiting("parking", None, None, None, None) is None


def test_the_table_is_read_once() -> None:
    assert load_state_law() is TABLE


@pytest.mark.parametrize(
    ("line", "instead", "expected"),
    [
        ("[OH, NY]", "[OH, Ohio]", "6:22: 'Ohio' is not a state: expected its two capital letters such as OH"),
        ("[OH, NY]", "[OH, ZZ]", "6:22: 'ZZ' is not a state: expected its two capital letters such as OH"),
        ("[OH, NY]", "OH", "6:17: 'OH' is not a list of states: expected one such as [CA, NY], or all"),
        ("[OH, NY]", "[]", "6:17: '[]' is not a list of states: expected one such as [CA, NY], or all"),
        ("status: bars", "status: bans", "7:17: 'bans' is not possible here: did you mean 'bars'?"),
        ("        status: bars\n", "", "6:9: 'status' is missing here: expected it"),
        ("status: bars", "statos: bars", "7:9: 'statos' is not a key of this group: did you mean 'status'?"),
        ("from: 2025", "form: 2025", "8:9: 'form' is not a key of this group: did you mean 'from'?"),
        ("from: 2025-01-01", "from: January", "8:15: 'January' is not a day: expected a day such as 2026-11-02"),
        ("from: 2025-01-01", "from: 2025-02-30", "8:15: '2025-02-30' is not a day of the calendar"),
        ("from: 2025-01-01", "from: 2025-01-01\n        until: 2024-01-01", "6:9: '2024-01-01' ends the law before it"),
        ("status: bars", "status: bars\n        disciplines: [parking]", "8:23: 'parking' is not possible here"),
        ("status: bars", "status: bars\n        engagements: []", "8:22: '[]' is empty: expected at least one entry"),
        ("[covenant-map]", "[covenant-mop]", "10:19: there is no source 'covenant-mop': did you mean 'covenant-map'?"),
        ("[covenant-map]", "[]", "10:18: '[]' is empty: expected at least one entry"),
        ("2026-01-13", "2026-07-13", "11:16: '2026-07-13' is after the day of the table: expected at most 2026-06-29"),
        ("title: Parking", "titel: Parking", "4:5: 'titel' is not a key of this group: did you mean 'title'?"),
        ("as_of: 2026-06-29\n", "", "1:1: 'as_of' is missing here: expected it"),
        ("topics:", "topic:", "2:1: 'topic' is not a key of this group: did you mean 'topics'?"),
        ("  parking:", "  Parking:", "'Parking' is not an id: expected small letters and hyphens"),
    ],
)
def test_mistakes_in_a_table_have_their_place(tmp_path: Path, line: str, instead: str, expected: str) -> None:
    assert SMALL.count(line) == 1
    path = written(tmp_path, SMALL.replace(line, instead))
    with pytest.raises(OfferProblems) as caught:
        load_state_law(path)
    found = [f"{one.line}:{one.column}: {one.message}" for one in caught.value.problems]
    assert any(expected in message for message in found), found
    assert all(one.file == str(path) for one in caught.value.problems)
