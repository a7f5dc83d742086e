"""The trace says what the Comparison says: the same figures to the cent, each term at its place, none left out."""

import re
from pathlib import Path

import pytest
import yaml

from evaluator.checklists import load_catalogue
from evaluator.economics import Appraisal, Reader, appraise, load_assumptions
from evaluator.economics.trace import Trace, build_trace
from evaluator.economics.trace_line import TraceLine
from evaluator.offer import load_clinician, load_offer, parse_offer
from evaluator.offer.clinician import AboutMe
from tests.comparison.samples import SAMPLES, having, maya, read, tree_of

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))


def appraised(path: Path, folder: Path) -> Appraisal:
    """A sample, or a case worked by hand, with the clinician file that belongs to it."""
    assumptions = load_assumptions()
    if path in SAMPLES:
        offer, about, year = load_offer(path, load_catalogue().questions()), maya(), 2026
    else:
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        offer = parse_offer(case["offer"].encode(), file="case.yaml", questions={})
        me = folder / "me.yaml"
        me.write_text(case["clinician"], encoding="utf-8")
        about, year = load_clinician(me).clinician, int(str(case["as_of"])[:4])
    return appraise(offer, Reader(about, assumptions, year, offer.offer.offer.discipline or "psychotherapy"))


@pytest.fixture(params=[*SAMPLES, *CASES], ids=lambda path: path.stem)
def appraisal(request: pytest.FixtureRequest, tmp_path: Path) -> Appraisal:
    return appraised(request.param, tmp_path)


def lines_of(trace: Trace, section: str) -> dict[str, TraceLine]:
    found = {line.label: line for line in trace.lines if line.section.startswith(section)}
    assert found, section
    return found


def test_the_waterfalls_are_those_of_the_comparison(appraisal: Appraisal) -> None:
    trace, money = build_trace(appraisal), appraisal.money
    bridge, steps = lines_of(trace, "From booked"), lines_of(trace, "From the headline")
    assert {step.label: step.amount_usd for step in money.bridge}.items() <= {
        (label, line.value) for label, line in bridge.items()
    }
    assert {step.label: step.amount_usd for step in money.waterfall}.items() <= {
        (label, line.value) for label, line in steps.items()
    }
    assert bridge["Full-ramp collectible revenue"].value == money.full_ramp_collectible_usd
    assert steps["Effective split, in dollars"].value == money.waterfall[-1].level_usd
    assert steps["Effective split"].span == money.effective_split
    assert steps["Headline split"].value == money.headline_split.likely


def test_every_other_figure_is_that_of_the_comparison(appraisal: Appraisal) -> None:
    trace, money = build_trace(appraisal), appraisal.money
    hours, ranking = lines_of(trace, "Hours"), lines_of(trace, "The two figures")
    kinds = {
        "In sessions": money.hours.sessions,
        "Notes": money.hours.documentation,
        "Missed visits": money.hours.missed,
        "Weekly work": money.hours.weekly,
        "Required presence": money.hours.presence,
        "Worked": money.hours.worked,
        "Paid": money.hours.paid,
        "Unpaid": money.hours.unpaid,
    }
    assert {label: line.value for label, line in hours.items()} == kinds
    assert lines_of(trace, "Sessions")["Kept"].value == money.kept_sessions
    assert ranking["What you keep"].value == money.keep_usd
    assert ranking["Pay per hour worked"].value == money.effective_hourly_usd.likely
    assert ranking["Take-home"].span == money.take_home_usd
    sides = {label: line.value for label, line in lines_of(trace, "Both sides").items()}
    assert sides == {
        "Collected": money.collected_usd,
        "Missed-visit fees collected": money.fees_collected_usd,
        **({"Remote monitoring collected": money.monitoring_collected_usd} if money.monitoring_collected_usd else {}),
        "Your gross pay": money.gross_pay_usd,
        "The practice keeps": money.practice_keeps_usd,
    }


def test_lines_add_up_to_the_lines_that_say_so(appraisal: Appraisal) -> None:
    trace = build_trace(appraisal)
    pay = {label: line.value for label, line in lines_of(trace, "From pay to take-home").items()}
    parts = ("Pay for sessions", "Pay for missed visits", "Other pay", "Guaranteed pay", "Timing")
    assert sum(pay[label] for label in parts) == pytest.approx(pay["Gross pay"], abs=0.005)
    spent = [value for label, value in pay.items() if label.startswith("Your own") or label.endswith("income tax")]
    assert pay["Gross pay"] + sum(spent) == pytest.approx(pay["Take-home"], abs=0.005)
    sessions = {label: line.value for label, line in lines_of(trace, "Sessions").items()}
    missed = sessions["Missed by no-shows"] + sessions["Missed by late cancellations"]
    assert sessions["Booked, with the time it takes to fill"] - missed == pytest.approx(sessions["Kept"], abs=1e-5)
    brought = lines_of(trace, "What a kept session")
    for label, line in brought.items():
        payer, _, what = label.rpartition(": ")
        if what == "allowed":
            lost = [brought[f"{payer}: {part}"].value for part in ("denied for good", "other cuts", "collected")]
            lost.append(brought[f"{payer}: patient's part not collected"].value)
            assert line.value == pytest.approx(sum(lost), abs=1e-5)
    for line in trace.lines:
        assert line.formula
        assert line.span is None or line.span.low <= line.value <= line.span.high


def test_no_term_is_left_out_and_each_stands_where_the_file_has_it(appraisal: Appraisal) -> None:
    trace, file = build_trace(appraisal), appraisal.offer_file
    uses = [use for line in trace.lines for use in line.uses]
    assert {use.name for use in uses} == set(appraisal.terms)
    text = re.split("\r\n|\r|\n", file.text)
    for use in uses:
        if use.name in file.facts and use.state != "reader":
            fact = file.facts[use.name]
            assert (use.line, use.quote, use.where) == (fact.place.line, fact.quote, fact.where)
            assert use.evidence == fact.evidence.value
            assert f"{fact.path[-1]}:" in text[fact.place.line - 1]
        assert (use.worst is not None) == appraisal.terms[use.name].is_open


def test_income_taxes_are_lines_of_their_own() -> None:
    about = AboutMe.model_validate({**dict(maya()), "income_tax": "yes", "state_income_tax": "4%"})
    offer = read(tree_of(next(path for path in SAMPLES if path.stem == "lakeside-group")))
    appraisal = appraise(offer, Reader(about, load_assumptions(), 2026, "psychotherapy"))
    pay = lines_of(build_trace(appraisal), "From pay to take-home")
    # worked out in test_income_tax
    assert pay["Federal income tax"].value == pytest.approx(-3_259.443032, abs=0.005)
    assert pay["State income tax"].value == pytest.approx(-2_265.486092, abs=0.005)
    spent = [line.value for label, line in pay.items() if label.startswith("Your own") or label.endswith("income tax")]
    assert pay["Gross pay"].value + sum(spent) == pytest.approx(appraisal.money.take_home_usd.likely, abs=0.005)
    sources = {row.name for row in pay["Federal income tax"].parameters}
    assert {f"income_tax.{name}" for name in load_assumptions().income_tax} <= sources


def test_over_two_years_take_home_is_a_years() -> None:
    offer = read(tree_of(next(path for path in SAMPLES if path.stem == "harbor-employee")))
    appraisal = appraise(offer, Reader(maya(), load_assumptions(), 2025, "psychotherapy", years=2))
    pay = lines_of(build_trace(appraisal), "From pay to take-home")
    spent = [line.value for label, line in pay.items() if label.startswith("Your own") or label.endswith("income tax")]
    assert (pay["Gross pay"].value + sum(spent)) / 2 == pytest.approx(pay["Take-home"].value, abs=0.005)
    assert pay["Take-home"].formula.endswith("÷ 2 years")


def test_open_terms_show_their_cases_and_their_words() -> None:
    tree = tree_of(next(path for path in SAMPLES if path.stem == "lakeside-group"))
    offer = read(having(tree, ("caseload", "ramp", "weeks"), {"value": "vague", "quote": "it fills up quickly"}))
    trace = build_trace(appraise(offer, Reader(maya(), load_assumptions(), 2026, "psychotherapy")))
    use = next(use for line in trace.lines for use in line.uses if use.name == "caseload.ramp.weeks")
    assert (use.state, use.worst, use.likely, use.best) == ("vague", "30 weeks", "16 weeks", "8 weeks")
    assert use.quote == "it fills up quickly"
    assert use.basis


def test_what_the_reader_says_is_marked_as_the_readers() -> None:
    tree = tree_of(next(path for path in SAMPLES if path.stem == "lakeside-group"))
    about = AboutMe.model_validate({"documentation_minutes": "7", "value_of_hour": "$40"})
    trace = build_trace(appraise(read(tree), Reader(about, load_assumptions(), 2026, "psychotherapy")))
    notes = lines_of(trace, "Hours")["Notes"].uses[0]
    assert (notes.value, notes.state, notes.line, notes.quote) == ("7 minutes", "reader", None, None)
    price = lines_of(trace, "From the headline")["Unpaid hours"].parameters
    assert [(row.value, row.origin) for row in price] == [("$40.00 an hour", "clinician")]
