"""What a PDF carries is what went in: the same offers, by what they say, and the same figures from them.

In: the samples. Out: pass. Must not make more whole reports than it needs: they are slow, and the attachments are the
same on one small page.
"""

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest

from evaluator.checklists import load_catalogue
from evaluator.comparison import Comparison
from evaluator.comparison.audit import audit
from evaluator.economics import load_assumptions
from evaluator.offer import OfferFile, load_offers
from evaluator.offer.attachments import RECORD
from evaluator.offer.fingerprint import fingerprint, short_fingerprint
from evaluator.offer.loading import load_given
from evaluator.report import outputs
from evaluator.report.audit_outputs import render_audit
from evaluator.report.interchange import dump_comparison
from tests.comparison.samples import AS_OF, SAMPLES, compared, sample

QUESTIONS = load_catalogue().questions()
TWO = ("lakeside-group", "harbor-employee")


@cache
def offers() -> tuple[OfferFile, ...]:
    return tuple(sample(path.stem) for path in SAMPLES)


@cache
def report() -> bytes:
    """The whole report over two samples, as `compare` writes it."""
    return outputs.render(compared(*map(sample, TWO)), "pdf")


def read(data: bytes, folder: Path) -> tuple[OfferFile, ...]:
    path = folder / "report.pdf"
    path.write_bytes(data)
    return load_offers(path, QUESTIONS)


def in_one_page(monkeypatch: pytest.MonkeyPatch, comparison: Comparison) -> bytes:
    """A PDF of one empty page with the attachments of this comparison."""
    monkeypatch.setattr(outputs, "_markup", lambda *_: '<html lang="en"><title>x</title><p>x</p>')
    attached = outputs.comparison_attached(comparison, b"{}")
    return outputs.view_as_pdf(SimpleNamespace(), attached, comparison.as_of)


def test_every_sample_comes_back_from_a_pdf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = offers()
    after = read(in_one_page(monkeypatch, compared(*before)), tmp_path)
    for old, new in zip(before, after, strict=True):
        assert replace(new, file=old.file, carrier=None) == old
        assert new.remarks == ()
        assert fingerprint(new) == fingerprint(old)


def test_the_figures_from_a_report_are_those_from_the_files(tmp_path: Path) -> None:
    files = tuple(map(sample, TWO))
    before, after = compared(*files), compared(*read(report(), tmp_path))
    named = tuple(replace(new, file=old.file) for new, old in zip(after.offers, before.offers, strict=True))
    assert dump_comparison(replace(after, offers=named)) == dump_comparison(before)
    assert [one.standing for one in load_given(tmp_path / "report.pdf", QUESTIONS)] == ["unchanged", "unchanged"]


def test_a_report_made_from_a_report_carries_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = read(report(), tmp_path)
    (tmp_path / "again").mkdir()
    again = read(in_one_page(monkeypatch, compared(*first)), tmp_path / "again")
    assert [(one.id, one.sha256, fingerprint(one)) for one in again] == [
        (one.id, one.sha256, fingerprint(one)) for one in first
    ]
    names = [Path(one.file).name.rpartition(" » ")[2] for one in again]
    assert names == ["offer-1-lakeside-group.yaml", "offer-2-harbor-employee.yaml"]


def test_an_audit_can_be_read_as_the_offer_it_audits(tmp_path: Path) -> None:
    found = audit(
        (sample("maple-tiers"),), catalogue=load_catalogue(), assumptions=load_assumptions(), as_of=AS_OF, draws=0
    )
    (offer,) = read(render_audit(found, "pdf"), tmp_path)
    assert (offer.id, fingerprint(offer)) == ("maple-tiers", fingerprint(sample("maple-tiers")))


def test_the_pages_and_the_pdf_name_the_same_fingerprints() -> None:
    comparison = compared(*map(sample, TWO))
    html = outputs.render(comparison, "html").decode()
    with pikepdf.open(BytesIO(report())) as pdf:
        record = str(pdf.docinfo[f"/{RECORD}"])
        about = [str(pdf.attachments[name].description) for name in pdf.attachments if name.endswith(".yaml")]
    for offer, says in zip(comparison.offers, about, strict=True):
        assert offer.fingerprint == fingerprint(sample(offer.id))
        assert short_fingerprint(offer.fingerprint) in html
        assert short_fingerprint(offer.fingerprint) in says
        assert f"{offer.sha256} {offer.fingerprint}" in record
