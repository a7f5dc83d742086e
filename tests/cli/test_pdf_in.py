"""A PDF wherever an offer file is taken, and `verify`: what is printed, and how it ends.

In: small PDFs that carry samples. Out: pass. Must not make a report: what carries the offers is written by hand.
"""

import io
import json
import sys
from pathlib import Path

import pytest

from evaluator.checklists import load_catalogue
from evaluator.cli import main
from evaluator.offer import parse_offer
from evaluator.offer.attachments import record
from evaluator.offer.fingerprint import fingerprint, short_fingerprint
from tests.comparison.samples import OFFERS, sample
from tests.offer.pdfs import carrying

NAMES = ("lakeside-group", "harbor-employee")
FILES = [
    (f"offer-{number}-{name}.yaml", (OFFERS / f"{name}.yaml").read_bytes()) for number, name in enumerate(NAMES, 1)
]
YAML = [str(OFFERS / f"{name}.yaml") for name in NAMES]


def recorded(files: list[tuple[str, bytes]]) -> str:
    questions = load_catalogue().questions()
    return record((name, data, fingerprint(parse_offer(data, file=name, questions=questions))) for name, data in files)


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.pdf"
    path.write_bytes(carrying(FILES, recorded(FILES)))
    return str(path)


def run(*arguments: str) -> int:
    code = main(list(arguments))
    assert isinstance(code, int)
    return code


def ids_and_baseline(printed: str) -> list[tuple[str, bool]]:
    return [(offer["id"], offer["baseline"]) for offer in json.loads(printed)["offers"]]


def test_a_report_compares_as_its_files_do(report: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("compare", report, "--draws", "0", "--as-of", "2026-11-22") == 0
    from_pdf = capfd.readouterr()
    assert run("compare", *YAML, "--draws", "0", "--as-of", "2026-11-22") == 0
    assert capfd.readouterr() == from_pdf


def test_validate_says_each_offer_of_a_pdf_also_from_standard_input(
    report: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(report).read_bytes())))
    assert run("validate", report, "-") == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split(": a sound offer file")[0] for line in lines] == [
        *(f"{report} » {name}" for name, _ in FILES),
        *(f"<stdin> » {name}" for name, _ in FILES),
    ]


def test_one_offer_of_a_pdf_is_audited(report: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("audit", f"{report}@harbor-employee", "--draws", "0", "--format", "json") in (0, 1)
    assert [offer["id"] for offer in json.loads(capfd.readouterr().out)["owner"]["offers"]] == ["harbor-employee"]


@pytest.mark.parametrize("choice", ["@2", "@harbor-employee"])
def test_the_present_job_in_a_pdf_is_one_of_its_offers(
    choice: str, report: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    me = tmp_path / "me.yaml"
    me.write_text(f"format: 1\nclinician: {{current_job: report.pdf{choice}}}\n")
    assert run("compare", report, "--for", str(me), "--draws", "0", "--format", "json") == 0
    assert ids_and_baseline(capfd.readouterr().out) == [("lakeside-group", False), ("harbor-employee", True)]
    assert run("compare", f"{report}@2", "--for", str(me), "--draws", "0", "--format", "json") == 0
    assert ids_and_baseline(capfd.readouterr().out) == [("harbor-employee", True)]
    assert run("compare", f"{report}@1", "--for", str(me), "--draws", "0", "--format", "json") == 0
    assert ids_and_baseline(capfd.readouterr().out) == [("lakeside-group", False), ("harbor-employee", True)]


def test_a_present_job_that_could_be_several_is_refused(
    report: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    me = tmp_path / "me.yaml"
    me.write_text("format: 1\nclinician: {current_job: report.pdf}\n")
    assert run("compare", YAML[0], "--for", str(me)) == 2
    assert "this PDF carries 2 offers: expected one of them" in capfd.readouterr().err


def test_a_pdf_that_is_read_is_never_overwritten(report: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = Path(report).read_bytes()
    for given in (report, f"{report}@2"):
        assert run("compare", given, "-o", report) == 2
        assert "is one of the inputs, which are never overwritten" in capfd.readouterr().err
    assert Path(report).read_bytes() == before


def test_a_foreign_offer_is_compared_with_a_warning(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "foreign.pdf"
    path.write_bytes(carrying([("harbor.yaml", FILES[1][1])]))
    assert run("compare", str(path), "--draws", "0", "--format", "json") == 0
    printed = capfd.readouterr()
    assert printed.err.startswith(f"{path} » harbor.yaml: warning: this PDF does not say that it was made with")
    assert printed.err.count("\n") == 1
    assert ids_and_baseline(printed.out) == [("harbor", False)]


@pytest.mark.parametrize("arguments", [["compare", "--format", "json"], ["audit"], ["validate"]])
def test_a_changed_offer_and_a_broken_pdf_stop_every_command(
    arguments: list[str], report: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    changed, broken = tmp_path / "changed.pdf", tmp_path / "broken.pdf"
    name, data = FILES[0]
    assert b"share: {value: 60%" in data
    other = data.replace(b"share: {value: 60%", b"share: {value: 61%", 1)
    changed.write_bytes(carrying([(name, other)], recorded(FILES[:1])))
    broken.write_bytes(Path(report).read_bytes()[:3000])
    assert run(*arguments, str(changed), str(broken)) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    first, second, *summary = printed.err.splitlines()
    assert first.startswith(f"{changed} » {name}: this offer was changed after the PDF was made")
    assert second == f"{broken}: this PDF is broken or cut off: expected a sound one, or the offer file itself"
    assert summary == (["2 errors, 0 warnings in 2 files"] if arguments == ["validate"] else [])


# verify


def test_verify_finds_the_offer_in_the_pdf(report: str, capfd: pytest.CaptureFixture[str]) -> None:
    short = short_fingerprint(fingerprint(sample(NAMES[1])))
    assert run("verify", report, YAML[1]) == 0
    printed = capfd.readouterr()
    assert printed.out == (
        f"{report} carries exactly this offer, as offer-2-harbor-employee.yaml.\nFingerprint of {YAML[1]}: {short}\n"
    )
    assert printed.err == ""


def test_verify_names_the_terms_that_differ(report: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "harbor-employee.yaml"
    text = FILES[1][1].decode()
    assert "$78,000" in text
    other.write_text(text.replace("$78,000", "$70,000", 1))
    assert run("verify", report, str(other)) == 1
    said = capfd.readouterr().out
    assert "does not carry this offer. Most like it is offer-2-harbor-employee.yaml." in said
    assert "Not the same in 1 term:\n  pay.salary\n    in the PDF:   $78,000\n    in the offer: $70,000\n" in said
    assert run("verify", report, str(other), "--format", "json") == 1
    told = json.loads(capfd.readouterr().out)
    assert (told["same"], told["outcome"]) == (False, "differs")
    assert [one["term"] for one in told["changed"]] == ["pay.salary"]
    assert told["fingerprint_of_offer"] != told["fingerprint_carried"] == told["fingerprint_of_pages"]


def test_verify_tells_pages_and_attachment_apart(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    name, data = FILES[1]
    changed = data.replace(b"$78,000", b"$70,000", 1)
    path, other = tmp_path / "x.pdf", tmp_path / "other.yaml"
    path.write_bytes(carrying([(name, changed)], recorded(FILES[1:])))
    other.write_bytes(changed)
    assert run("verify", str(path), YAML[1], "--format", "json") == 1
    told = json.loads(capfd.readouterr().out)
    assert (told["outcome"], told["standing"]) == ("attachment_changed", "changed")
    assert run("verify", str(path), str(other)) == 1
    said = capfd.readouterr().out
    assert "but its pages show another" in said
    assert f"Fingerprint of what its pages show: {short_fingerprint(fingerprint(sample(NAMES[1])))}" in said


def test_verify_warns_where_nothing_is_known_of_the_pages(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(carrying([("a.yaml", FILES[0][1])]))
    assert run("verify", str(path), YAML[0]) == 0
    printed = capfd.readouterr()
    assert "carries exactly this offer, as a.yaml" in printed.out
    assert "nothing tells whether its pages show the same" in printed.err


def test_verify_can_not_run(report: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("verify", YAML[0], YAML[1]) == 2
    assert "this is a text file, such as an offer file, not a PDF: expected a sheet or report" in capfd.readouterr().err
    assert run("verify", YAML[0], report) == 2
    assert f"expected the PDF first: evaluator verify {report} {YAML[0]}" in capfd.readouterr().err
    assert run("verify", report, report) == 2
    assert "this PDF carries 2 offers" in capfd.readouterr().err
    assert run("verify", "-", "-") == 2
    assert run("verify", report, str(tmp_path / "missing.yaml")) == 2
    assert "there is no such file" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "this is an empty file, not a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "this is a picture (PNG), not a PDF"),
        (b"\xff\xd8\xff\xe0JFIF", "this is a picture (JPEG), not a PDF"),
        (b"PK\x03\x04" + bytes(20), "this is a Word document, or another packed file, not a PDF"),
        (b" <!DOCTYPE html><html>", "this is a web page, not a PDF"),
        (b"our offer: come and see", "this is a text file, such as an offer file, not a PDF"),
        (bytes(range(200, 255)), "this is no text file, not a PDF"),
        (carrying([]), "there is no offer in this PDF"),
        (carrying([("a.yaml", b"a: 1\nb: 2\n")]), "it carries a.yaml, which is no offer file"),
        (None, "there is no such file"),
        ("folder", "this is a folder"),
    ],
)
def test_verify_says_what_it_was_given(
    content: bytes | str | None, says: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sheet.pdf"
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    assert run("verify", str(path), YAML[0]) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith(f"{path}: {says}")
    assert "expected a sheet or report" in printed.err
    assert "'offer:'" not in printed.err


def test_verify_says_what_stands_in_place_of_the_offer(
    report: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "offer.yaml"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert run("verify", report, str(picture)) == 2
    expected = "this is a picture (PNG): expected the offer file, or a PDF that carries it"
    assert capfd.readouterr().err == f"{picture}: {expected}\n"


def test_verify_takes_one_of_several_on_both_sides(report: str) -> None:
    assert run("verify", f"{report}@2", f"{report}@harbor-employee") == 0
    assert run("verify", f"{report}@1", f"{report}@2") == 1


# one offer only


@pytest.mark.parametrize("verb", ["disclose", "diff"])
def test_a_verb_on_one_offer_asks_which_one_is_meant(verb: str, report: str, capfd: pytest.CaptureFixture[str]) -> None:
    others = (YAML[0],) if verb == "diff" else ()
    assert run(verb, report, *others) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert f"{report}@1" in printed.err
    assert run(verb, f"{report}@2", *others, "--format", "json") == 0
    assert '"name": "Harbor salary"' in capfd.readouterr().out
