"""What the audit says of a practice's books: every figure is the books' own, and both sides stay equal."""

import hashlib
import re
from functools import cache
from pathlib import Path

from evaluator.checklists import load_catalogue
from evaluator.comparison.audit import audit
from evaluator.comparison.audit_model import Audit
from evaluator.economics import load_assumptions
from evaluator.offer.practice import load_books
from evaluator.offer.waivers import load_waivers
from evaluator.report.audit_outputs import render_audit
from evaluator.report.audit_sections.books import build_books, diagnosis_line, split_rows
from evaluator.report.audit_sections.shared_years import build_shared_years
from evaluator.report.naming import label_offers
from evaluator.report.wording import dollars, percent
from tests.comparison.samples import AS_OF, OFFERS, sample

BOOKS: Path = OFFERS / "about" / "lakeside-practice.yaml"


@cache
def audited() -> Audit:
    return audit(
        [sample("lakeside-group")],
        catalogue=load_catalogue(),
        assumptions=load_assumptions(),
        as_of=AS_OF,
        practice=load_books(BOOKS),
    )


def test_the_split_calculated_stands_beside_the_split_chosen_and_the_offers() -> None:
    found, books = audited(), audited().practice
    assert books is not None
    assert books.chosen is not None
    rows = dict(split_rows(found, label_offers(found.owner)))
    assert rows["Covers all costs"] == percent(books.targets[0].split)
    assert rows["The split in your books"] == percent(books.chosen.split)
    sides = found.offers[0].both_sides
    assert rows["The clinician's part in the first year of offer A"] == percent(
        sides.clinician_usd / (sides.collected_usd + sides.fees_usd)
    )


def test_ranges_of_the_books_have_a_dash_as_all_others() -> None:
    found = audited()
    labels = label_offers(found.owner)
    view, shared = build_books(found, labels), build_shared_years(found, labels)
    assert view is not None
    assert shared is not None
    cells = [text for table in (view.turnover, view.over, view.further) for row in table for text in row]
    cells += [says for _, says in shared.leaver]
    assert "$25,560–$76,680" in cells
    assert "30%–90% of a year's pay" in cells
    assert "$19,620–$58,860" in cells
    assert not [text for text in cells if re.search(r"[0-9]%? to [$0-9]", text)]


def test_the_share_is_what_it_buys_to_the_cent() -> None:
    found = audited().practice
    assert found is not None
    assert found.chosen is not None
    assert (
        round(sum(line.amount_usd for line in found.chosen.buys.lines) - found.chosen.buys.practice_share_usd, 2) == 0
    )
    view = build_books(audited(), label_offers(audited().owner))
    assert view is not None
    assert {len(cells) for _, cells in view.keys} == {len(view.key_names)}
    assert len(view.keys) == found.clinicians + 1
    assert len(set(view.keys[-1][1])) == 1  # whatever the key, the mean is the common split
    assert view.diagnosis == found.chosen.diagnosis.label


def test_the_diagnosis_tells_its_gap() -> None:
    found, line = audited().practice, diagnosis_line(audited())
    assert found is not None
    assert found.chosen is not None
    assert line is not None
    assert f"The gap: {dollars(found.chosen.diagnosis.gap_usd)} a year." in line


def test_books_and_waivers_are_named_by_their_fingerprints(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    row = "{check: tools, reason: ours, by: R. Doe, expires: 2027-06-01}"
    path.write_text(f"format: 1\nwaivers: [{row}, {row.replace('tools', 'niche')}]\n", encoding="utf-8")
    catalogue = load_catalogue()
    found = audit(
        [sample("lakeside-group")],
        catalogue=catalogue,
        assumptions=load_assumptions(),
        as_of=AS_OF,
        practice=load_books(BOOKS),
        waivers=load_waivers(path, catalogue.by_id),
    )
    prints = {kind: hashlib.sha256(file.read_bytes()).hexdigest() for kind, file in (("b", BOOKS), ("w", path))}
    assert [(one.kind, one.sha256) for one in found.inputs] == [("practice", prints["b"]), ("waivers", prints["w"])]
    for format in ("json", "html"):
        text = render_audit(found, format).decode()
        assert all(sha256 in text for sha256 in prints.values())
