"""A contractor's status in words: the facts, their count, and three tests that are kept apart.

In: offers written here. Out: pass or fail. Must not look for a conclusion: there is none.
"""

import pytest

from evaluator.checklists import assess
from evaluator.comparison.model import Status
from evaluator.comparison.status import status_of
from tests.checklists.written import FULL_HEAD, NO_CONTROL, Said, offer, the_catalogue

HEAD: dict[str, Said] = {**FULL_HEAD, "offer.license_stage": "independent"}


def status(said: dict[str, Said]) -> Status | None:
    written = offer({**HEAD, **said})
    return status_of(written, the_catalogue(), assess(the_catalogue(), written))


def of_a_contractor(said: dict[str, Said]) -> Status:
    found = status(said)
    assert found is not None
    return found


@pytest.mark.parametrize("engagement", ["employee", "partner"])
def test_only_a_contractor_has_a_status_to_look_at(engagement: str) -> None:
    assert status({"offer.engagement": engagement}) is None


def test_silence_is_every_number_from_none_to_twelve() -> None:
    found = of_a_contractor({})
    assert (found.least, found.most) == (0, 12)
    assert {fact.state for fact in found.facts} == {"open"}


def test_the_count_and_its_parts() -> None:
    # Behaviour: meetings and hours of 6; money: prices of 2; the relationship: a non-compete of 4. Four, none open.
    found = of_a_contractor(
        {
            **NO_CONTROL,
            "autonomy.availability": "practice_sets",
            "control.required_meetings": "yes",
            "control.sets_prices": "yes",
            "contract.non-compete": "short_and_local",
        }
    )
    assert (found.least, found.most) == (4, 4)
    taxes, wages, state = found.tests
    assert "behaviour: 2 of 6; money: 1 of 2; the relationship: 1 of 4." in taxes.says
    assert "4 of 12 things are the practice's to decide" in wages.says
    assert [test.title for test in found.tests] == ["Taxes", "Wage and hour law", "State law"]
    assert state.says.startswith("We know of no stricter test in OH")


def test_what_is_open_is_said_part_by_part() -> None:
    found = of_a_contractor({**NO_CONTROL, "control.sets_prices": "vague", "autonomy.quality-review": "refused"})
    assert (found.least, found.most) == (0, 2)
    assert "behaviour: 0 of 6 (1 open); money: 0 of 2 (1 open); the relationship: 0 of 4." in found.tests[0].says


def test_a_state_with_a_strict_test_is_told_with_its_sources_and_the_offer_on_an_exemption() -> None:
    silent = of_a_contractor({**NO_CONTROL, "offer.state": "CA"}).tests[2]
    assert silent.says.startswith("California is reported to")
    assert silent.says.endswith("On an exemption: The offer does not say.")
    assert silent.sources
    said: dict[str, Said] = {**NO_CONTROL, "offer.state": "CA", "contract.contractor-exemption": "documented"}
    assert "There is a written reason" in of_a_contractor(said).tests[2].says


def test_an_unnamed_state_is_said_to_be_unnamed() -> None:
    written = offer({name: value for name, value in HEAD.items() if name != "offer.state"})
    found = status_of(written, the_catalogue(), assess(the_catalogue(), written))
    assert found is not None
    assert "names no state" in found.tests[2].says


def test_nothing_is_concluded() -> None:
    said = " ".join(test.says for test in of_a_contractor({"control.sets_prices": "yes", "offer.state": "CA"}).tests)
    for word in ("misclassified", "unlawful", "illegal", "you are an employee", "violat"):
        assert word not in said.lower()
