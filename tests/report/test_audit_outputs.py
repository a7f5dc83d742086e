"""The audit in every format: valid by its standard, safe whatever an offer says, at one with the exit code."""

import json
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from evaluator.comparison.audit_model import Audit
from evaluator.report.audit_outputs import AUDIT_FORMATS, render_audit
from evaluator.report.audit_view import AUDIT_SECTIONS, build_audit_view
from evaluator.report.interchange import record_schema
from evaluator.report.terminal_audit import render_audit_text
from evaluator.resources import resource_folder
from tests.pages import tagged
from tests.report import fabricated_audit
from tests.report.test_books import audited

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
AUDIT_SCHEMA = jsonschema.Draft202012Validator(json.loads(record_schema(Audit)))
AUDITS = {"summit": fabricated_audit.summit, "spoiled": fabricated_audit.spoiled}


@cache
def written(name: str, format: str) -> bytes:
    return render_audit(AUDITS[name](), format)


@pytest.fixture(params=AUDITS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_sarif_is_valid_by_the_official_schema(name: str) -> None:
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(written(name, "sarif")))


def test_the_schema_would_notice() -> None:
    log = json.loads(written("summit", "sarif"))
    log["runs"][0]["results"][0]["kind"] = "unknown"
    assert list(jsonschema.Draft4Validator(SCHEMA).iter_errors(log))


def test_sarif_tells_raised_open_and_accepted_apart() -> None:
    audit = fabricated_audit.summit()
    (run,) = json.loads(written("summit", "sarif"))["runs"]
    own = audit.owner.offers[0]
    results = {row["ruleId"]: row for row in run["results"] if row["properties"]["offer"] == own.name}
    for flag in own.red_flags:
        row = results[flag.check]
        expected = {"raised": "fail", "suspected": "review", "not_ruled_out": "open"}[flag.state]
        assert row["kind"] == expected
        assert (row["level"] == "none") == (expected != "fail")
    accepted = results["too-many-sessions"]
    assert accepted["kind"] == "fail"
    (suppression,) = accepted["suppressions"]
    assert suppression["justification"].startswith("We hire [two](http://x.example) more; {0}.")
    assert suppression["status"] == "accepted"
    assert [check for check, row in results.items() if "suppressions" in row] == ["too-many-sessions"]
    stated = next(finding for finding in own.findings if finding.line is not None)
    region = results[stated.check]["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == stated.line
    silent = next(finding for finding in own.findings if finding.outcome == "not_stated")
    assert results[silent.check]["kind"] == "open"
    assert "region" not in results[silent.check]["locations"][0]["physicalLocation"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[row["ruleIndex"]] == row["ruleId"] for row in run["results"])
    assert run["invocations"][0]["exitCode"] == audit.outcome.exit_code


def test_no_text_of_an_offer_becomes_a_link_in_sarif() -> None:
    for run in json.loads(written("spoiled", "sarif"))["runs"]:
        for row in run["results"]:
            text = row["message"]["text"]
            plain = text.replace("\\[", "").replace("\\]", "")
            assert "[" not in plain
            assert "]" not in plain
            uri = row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            assert uri.isascii()
            assert not set('<>" {}\\') & set(uri)


def test_junit_fails_where_the_gates_do(name: str) -> None:
    audit = AUDITS[name]()
    root = ET.fromstring(written(name, "xml"))
    suites = list(root)
    for suite in suites:
        cases = list(suite)
        assert int(suite.attrib["tests"]) == len(cases)
        for kind, total in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert int(suite.attrib[total]) == sum(case.find(kind) is not None for case in cases)
    assert any(int(suite.attrib["failures"]) for suite in suites) == (audit.outcome.exit_code == 1)
    undecided = any(row.state == "unknown" for one in audit.offers for row in one.gates)
    assert any(int(suite.attrib["errors"]) for suite in suites) == undecided
    waived = [case for suite in suites for case in suite if case.attrib["name"] == "Too many sessions"]
    assert all(case.find("failure") is None for case in waived)


def test_html_holds_no_markup_of_an_offer_and_refers_to_nothing_outside() -> None:
    text = written("spoiled", "html").decode()
    assert "<script" not in text
    assert "{{ 7*7 }}" in text
    assert "http://" not in text.replace("http://www.w3.org/", "")


def test_the_pdf_is_accessible_and_carries_what_was_read() -> None:
    """The worst of texts; what real offers' audits look like is asked in `tests/pages`."""
    data = written("spoiled", "pdf")
    assert tagged.ua_failures(data) == []
    with tagged.opened(data) as pdf:
        assert "audit.json" in tagged.attached(pdf)


@pytest.mark.parametrize("width", [40, 80])
def test_the_summary_of_the_books_keeps_to_its_width(width: int) -> None:
    text = render_audit_text(audited(), width, color=False)
    assert max(map(len, text.splitlines())) <= width
    said = " ".join(text.split())
    for finding in (
        "5.4¢ is lacking.",
        "$3,031 each if five share it",
        "A clinician who leaves costs you $3,074–$12,240",
    ):
        assert finding in said


def test_json_holds_both_views() -> None:
    found = json.loads(written("summit", "json"))
    assert found["outcome"]["exit_code"] == 1
    assert len(found["owner"]["checks"]) > len(found["candidate"]["checks"])


def test_json_fits_its_published_schema() -> None:
    found = audited()
    with_books = json.loads(render_audit(found, "json"))
    AUDIT_SCHEMA.validate(with_books)
    without = json.loads(render_audit(replace(found, practice=None, inputs=()), "json"))
    of_books = {**AUDIT_SCHEMA.schema, "required": [], "properties": {}}
    assert without["practice"] is None
    for key in ("practice", "inputs"):  # the rest is the same text
        part = {**of_books, "properties": {key: AUDIT_SCHEMA.schema["properties"][key]}}
        jsonschema.Draft202012Validator(part).validate({key: without[key]})
    assert {key: without[key] for key in without if key not in ("practice", "inputs")} == {
        key: with_books[key] for key in with_books if key not in ("practice", "inputs")
    }
    spoiled: list[dict[str, object]] = [{"outcome": {}}, {"schema_version": 2}, {"gates": "none"}, {"offers": [{}]}]
    for spoil in spoiled:
        assert not AUDIT_SCHEMA.is_valid({**with_books, **spoil})


def test_the_schema_names_every_part_of_an_audit() -> None:
    jsonschema.Draft202012Validator.check_schema(AUDIT_SCHEMA.schema)
    named = set(AUDIT_SCHEMA.schema["properties"])
    assert named == {one.name for one in fields(Audit)}
    assert {"ShareLedger", "BadYears", "Leaver", "InputFile", "Fix"} <= set(AUDIT_SCHEMA.schema["$defs"])


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_summary_keeps_to_its_width_and_holds_no_escape(name: str, width: int) -> None:
    text = render_audit_text(AUDITS[name](), width, color=False)
    assert max(map(len, text.splitlines())) <= width
    assert "\x1b" not in text
    assert text.splitlines()[0].startswith(AUDITS[name]().outcome.title[: width - 2])


def test_a_section_without_anything_to_say_is_left_out() -> None:
    names = [section.name for section in build_audit_view(fabricated_audit.summit()).sections]
    of_books = {"share", "books", "shared_years"}
    assert not of_books & set(names)
    assert len(names) == len(AUDIT_SECTIONS) - len(of_books)
    held = {
        path.name.removesuffix(".html.jinja") for path in (resource_folder("templates") / "report" / "audit").iterdir()
    }
    assert held - of_books <= set(names)


def test_every_format_is_the_same_twice() -> None:
    audit: Audit = fabricated_audit.summit()
    for format in AUDIT_FORMATS:
        if format != "pdf":
            assert render_audit(audit, format) == render_audit(audit, format)
