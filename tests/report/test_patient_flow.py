"""The section from referral to cash, in words."""

from evaluator.report.naming import label_offers
from evaluator.report.sections.patient_flow import PatientFlowView, build_patient_flow
from evaluator.report.view import build_view
from tests.report import fabricated


def _section() -> PatientFlowView:
    found = build_patient_flow(fabricated.WITH_FLOW, label_offers(fabricated.WITH_FLOW))
    assert found is not None
    return found


def test_the_section_is_left_out_without_referrals() -> None:
    assert "patient_flow" not in [section.name for section in build_view(fabricated.SURE).sections]
    names = [section.name for section in build_view(fabricated.WITH_FLOW).sections]
    assert names.index("patient_flow") == names.index("money") + 1


def test_only_offers_with_referrals_are_in_it() -> None:
    assert [label.mark for label, _ in _section().summaries] == ["A", "B"]
    assert _section().summaries[0][1] == (
        "Of 336 patients who want to come, 286 are evaluated. Their plans have 3,427 visits, of which 1,936 are kept "
        "in the year."
    )


def test_what_is_lost_stands_between_planned_and_kept_and_nothing_lost_is_left_out() -> None:
    (table,) = _section().tables
    assert [row.name for row in table.lost] == [
        "Planned",
        "Patients who stopped coming",
        "Missed visits that were not made up",
        "Visits that fell into weeks off, or after the year's end",
        "Kept",
    ]
    assert table.lost[1].cells[0] == ("933", "$82,337")


def test_a_measure_has_its_unit_and_what_is_missing_its_reason() -> None:
    measures = {row.name: row for row in _section().tables[0].measures}
    assert measures["Referral conversion"].cells[0] == ("85.0%", "85.0%")
    assert measures["Net collected revenue per visit"].cells[0] == ("$88.85", "$88.29")
    assert measures["Visits per episode"].cells[0] == ("6.78", "7.58")
    assert measures["Visits per episode"].says == "Kept ÷ evaluations."
    assert measures["Margin per visit"].cells[0] == ("not known", "not known")
    assert _section().missing == ("A and B: Margin per visit: the clinic's cost is not stated.",)


def test_a_measure_of_a_year_only_has_a_dash_for_the_full_week() -> None:
    costs = {row.name: row for row in _section().tables[0].measures}["Clinician's cost per visit"]
    assert [second for _, second in costs.cells] == ["–", "–"]
