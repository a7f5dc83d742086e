"""Offers that travel in PDFs: found, told apart from changed and foreign ones, and refused where a PDF means harm.

In: PDFs written by hand. Out: pass. Must not need the report, which other tests bring in.
"""

import resource
import sys
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from evaluator.offer import OfferFile, OfferProblems, load_offer, load_offers, parse_offer, pdf_reading
from evaluator.offer import attachments as attachments_module
from evaluator.offer.attachments import own_name, record, split_choice
from evaluator.offer.fingerprint import fingerprint
from evaluator.offer.loading import load_given
from evaluator.offer.reading import MOST_BYTES, MOST_PDF_BYTES
from tests.offer.asked import HEAD, QUESTIONS, SAMPLE
from tests.offer.pdfs import CATALOG, PAGES, carrying, pdf, stream

OTHER = HEAD + "pay: {structure: percentage, share: 60%, of: collected}\n"
TWO = [("offer-1-lakeside.yaml", SAMPLE.encode()), ("offer-2-harbor.yaml", OTHER.encode())]


def recorded(files: Sequence[tuple[str, bytes]]) -> str:
    """What a PDF made with these offers says of them."""
    return record((name, data, fingerprint(parse_offer(data, file=name, questions=QUESTIONS))) for name, data in files)


def made(files: Sequence[tuple[str, bytes]]) -> bytes:
    return carrying(files, recorded(files))


@pytest.fixture
def two(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(made(TWO))
    return path


def refused(path: Path) -> str:
    """The one line with which a PDF is refused."""
    with pytest.raises(OfferProblems) as caught:
        load_offers(path, QUESTIONS)
    assert len(caught.value.problems) == 1
    return str(caught.value)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "x.pdf"
    path.write_bytes(data)
    return path


def test_all_offers_of_a_pdf_in_its_order_with_the_ids_of_their_files(two: Path) -> None:
    offers = load_offers(two, QUESTIONS)
    assert [offer.id for offer in offers] == ["lakeside", "harbor"]
    assert [offer.file for offer in offers] == [
        f"{two} » offer-1-lakeside.yaml",
        f"{two} » offer-2-harbor.yaml",
    ]
    assert all(offer.carrier == str(two) and offer.remarks == () for offer in offers)
    assert offers[0].text == SAMPLE
    assert fingerprint(offers[1]) == fingerprint(parse_offer(OTHER.encode(), file="h.yaml", questions=QUESTIONS))


def test_ten_offers_stay_in_the_order_of_the_pages(tmp_path: Path) -> None:
    """In a PDF the names are sorted as letters, where offer-10 comes before offer-2."""
    files = [(f"offer-{number}-{name}.yaml", OTHER.encode()) for number, name in enumerate("abcdefghijk", 1)]
    path = written(tmp_path, carrying(sorted(files), recorded(files)))
    assert [offer.id for offer in load_offers(path, QUESTIONS)] == list("abcdefghijk")


@pytest.mark.parametrize("choice", ["2", "harbor"])
def test_one_of_several_is_chosen_by_number_or_by_name(two: Path, choice: str) -> None:
    assert load_offer(f"{two}@{choice}", QUESTIONS).id == "harbor"
    assert [offer.id for offer in load_offers(f"{two}@{choice}", QUESTIONS)] == ["harbor"]


def test_where_one_is_asked_for_the_choice_is_named(two: Path) -> None:
    with pytest.raises(OfferProblems) as caught:
        load_offer(two, QUESTIONS)
    assert str(caught.value) == (
        f"{two}: this PDF carries 2 offers: expected one of them, written as {two}@1 (lakeside), {two}@2 (harbor)"
    )


@pytest.mark.parametrize("choice", ["0", "3", "maple", "9" * 80])
def test_a_choice_that_is_not_there(two: Path, choice: str) -> None:
    with pytest.raises(OfferProblems) as caught:
        load_offers(f"{two}@{choice}", QUESTIONS)
    assert "in this PDF: expected 1 to 2, or lakeside, harbor" in str(caught.value)


def test_a_file_that_is_really_called_so_is_that_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.pdf@2"
    path.write_text(OTHER)
    (tmp_path / "mine.pdf").write_bytes(made(TWO))
    assert split_choice(path) == (str(path), None)
    assert load_offer(path, QUESTIONS).file == str(path)


@pytest.mark.parametrize("path", ["x" * 5_000 + "@2", "a\0b@2", "@2", "report@", "no-such.pdf@2"])
def test_what_is_no_choice_stays_a_name(path: str) -> None:
    assert split_choice(path) == (path, None)


def test_a_choice_in_a_file_that_is_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(OTHER)
    with pytest.raises(OfferProblems, match="is no PDF"):
        load_offer(f"{path}@1", QUESTIONS)


@pytest.mark.parametrize(
    ("file", "own"),
    [
        ("offers/lakeside.yaml", "lakeside.yaml"),
        ("offers/offer-1-lakeside.yaml", "offer-1-lakeside.yaml"),
        ("a/r.pdf » offer-1-lakeside.yaml", "lakeside.yaml"),
        ("a/r.pdf » offer-1-offer-2-x.yaml", "offer-2-x.yaml"),
        ("a/r.pdf » offer-1-", "offer-1-"),
    ],
)
def test_own_name(file: str, own: str) -> None:
    assert own_name(file) == own


def test_problems_of_all_attached_offers_with_their_places(tmp_path: Path) -> None:
    bad = (HEAD + "pay: {structure: percentage, share: 60, of: collected}\n").encode()
    path = written(tmp_path, carrying([("offer-1-a.yaml", bad), ("offer-2-b.yaml", b"format: 1\n")]))
    with pytest.raises(OfferProblems) as caught:
        load_offers(path, QUESTIONS)
    first, second = str(caught.value).splitlines()
    assert first.startswith(f"{path} » offer-1-a.yaml:3:37: ")
    assert second.startswith(f"{path} » offer-2-b.yaml:1:1: ")


# What the PDF was made with, what was changed in it, and what it knows nothing of.


def test_a_changed_offer_is_refused_with_a_way_to_see_it(tmp_path: Path) -> None:
    changed = OTHER.replace("60%", "50%").encode()
    path = written(tmp_path, carrying([TWO[0], (TWO[1][0], changed)], recorded(TWO)))
    says = refused(path)
    assert says.startswith(f"{path} » offer-2-harbor.yaml: this offer was changed after the PDF was made")
    assert "save it from a PDF viewer" in says
    assert [one.standing for one in load_given(path, QUESTIONS)] == ["unchanged", "changed"]
    # The other offer of the same PDF was not touched.
    assert load_offer(f"{path}@1", QUESTIONS).id == "lakeside"


def test_a_comment_more_is_no_change_of_the_offer(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        carrying([("offer-1-a.yaml", b"# hello\n" + OTHER.encode())], recorded([("offer-1-a.yaml", OTHER.encode())])),
    )
    assert load_offer(path, QUESTIONS).remarks == ()


def test_the_same_bytes_are_unchanged_whatever_a_later_version_makes_of_them(tmp_path: Path) -> None:
    name, data = TWO[1]
    path = written(tmp_path, carrying([TWO[1]], record([(name, data, "0" * 64)])))
    (one,) = load_given(path, QUESTIONS)
    assert (one.standing, one.printed) == ("unchanged", "0" * 64)


def test_an_offer_that_the_pdf_knows_nothing_of_is_read_with_a_remark(tmp_path: Path) -> None:
    path = written(tmp_path, carrying([("mine.yaml", OTHER.encode()), ("notes.txt", b"\0")]))
    (offer,) = load_offers(path, QUESTIONS)
    assert offer.id == "mine"
    assert "does not say that it was made with this offer" in offer.remarks[0]


def test_an_offer_that_is_gone_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, carrying([TWO[0], ("another.yaml", OTHER.encode())], recorded(TWO)))
    assert refused(path).endswith("made with 'offer-2-harbor.yaml', which is not in it any more: ask for the PDF again")


def test_a_record_of_nonsense_is_no_record(tmp_path: Path) -> None:
    path = written(tmp_path, carrying([("a.yaml", OTHER.encode())], "a.yaml 00 11; ; x " + "f" * 200))
    assert load_given(path, QUESTIONS)[0].standing == "foreign"


def test_two_attachments_of_one_name_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, carrying([TWO[0], TWO[0]], recorded([TWO[0]])))
    assert "two attachments of this PDF are called 'offer-1-lakeside.yaml'" in refused(path)


# PDFs that mean harm, or are none.

BOMB = zlib.compress(bytes(1024 * 1024))  # 1 KB that unpacks to four times what an offer file may be


def kids_forever() -> bytes:
    return pdf([CATALOG, PAGES, b"<< /Kids [3 0 R 3 0 R] >>"])


def deep_kids() -> bytes:
    chain = [b"<< /Kids [%d 0 R] >>" % (number + 1) for number in range(3, 3000)]
    return pdf([CATALOG, PAGES, *chain, b"<< /Names [] >>"])


def nested_arrays() -> bytes:
    return pdf([CATALOG, PAGES, b"[" * 100_000 + b"]" * 100_000])


def packed_zeros(megabytes: int, before: bytes = b"") -> bytes:
    """Text, and then so many million zeros, packed; one block is packed once and repeated."""
    packing = zlib.compressobj(9)
    start = packing.compress(before) + packing.flush(zlib.Z_FULL_FLUSH)
    block = packing.compress(bytes(16 * 1024 * 1024)) + packing.flush(zlib.Z_FULL_FLUSH)
    return start + block * (megabytes // 16) + packing.flush()


def object_stream_bomb() -> bytes:
    """The list of attachments stands in an object stream that unpacks to more than the memory there is."""
    body = packed_zeros(1536, b"3 0 << /Names [] >> ")
    out = b"%PDF-1.7\n"
    places = {}
    objects = {1: CATALOG, 2: PAGES, 4: stream(body, b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")}
    for number, held in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    places[5] = len(out)
    rows = [(0, 0, 65535), (1, places[1], 0), (1, places[2], 0), (2, 4, 0), (1, places[4], 0), (1, places[5], 0)]
    table = b"".join(bytes([kind]) + place.to_bytes(4) + more.to_bytes(2) for kind, place, more in rows)
    about = b"/Type /XRef /Size 6 /Root 1 0 R /W [1 4 2]"
    return out + b"5 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(table, about), places[5])


def xref_stream_bomb() -> bytes:
    body = packed_zeros(1536)
    about = b"/Type /XRef /Size 5 /Root 1 0 R /W [1 4 2] /Filter /FlateDecode"
    return b"%PDF-1.7\n1 0 obj\n" + stream(body, about) + b"\nendobj\nstartxref\n9\n%%EOF\n"


def xref_loop() -> bytes:
    sound = made(TWO)
    start = int(sound.rsplit(b"startxref\n", 1)[1].split()[0])
    return sound.replace(b"/Size", b"/Prev %d /Size" % start)


HARM: dict[str, tuple[bytes, str]] = {
    "nothing behind the first line": (b"%PDF-1.7\n", "broken or cut off"),
    "cut off": (made(TWO)[:-200], "broken or cut off"),
    "cut in half": (made(TWO)[:900], "broken or cut off"),
    "noise": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "broken or cut off"),
    "no attachment": (pdf([b"<< /Type /Catalog /Pages 2 0 R >>", PAGES]), "there is no offer in this PDF"),
    "only other attachments": (carrying([("a.txt", b"x"), ("b.json", b"{}")]), "there is no offer in this PDF"),
    "catalog of nothing": (pdf([b"null", PAGES]), "broken or cut off"),
    "attachments of the wrong kind": (pdf([CATALOG, PAGES, b"(text)"]), "there is no offer in this PDF"),
    "file of the wrong kind": (
        pdf([CATALOG, PAGES, b"<< /Names [(a.yaml) << /UF (a.yaml) /EF << /F (text) >> >>] >>"]),
        "x.pdf » a.yaml: there is nothing in this attachment",
    ),
    "number for a file": (pdf([CATALOG, PAGES, b"<< /Names [(a.yaml) 12] >>"]), "broken or cut off"),
    "bomb in an attachment": (
        carrying([("a.yaml", BOMB)], packing=b"/Filter /FlateDecode"),
        "x.pdf » a.yaml: this attachment is too large: expected at most 256 KB",
    ),
    "packed twice": (
        carrying([("a.yaml", zlib.compress(BOMB))], packing=b"/Filter [/FlateDecode /FlateDecode]"),
        "packed in an unusual way",
    ),
    "packed otherwise": (
        carrying([("a.yaml", b"61>")], packing=b"/Filter /ASCIIHexDecode"),
        "packed in an unusual way",
    ),
    "packed by a guess": (
        carrying([("a.yaml", BOMB)], packing=b"/Filter /FlateDecode /DecodeParms << /Predictor 12 >>"),
        "packed in an unusual way",
    ),
    "not what it is packed as": (carrying([("a.yaml", b"plain")], packing=b"/Filter /FlateDecode"), "be unpacked"),
    "unpacks to a part": (
        carrying([("a.yaml", zlib.compress(OTHER.encode())[:-9])], packing=b"/Filter /FlateDecode"),
        "be unpacked",
    ),
    "many full attachments": (
        carrying([(f"{n}.yaml", b"#" * (MOST_BYTES - 1)) for n in range(40)]),
        "the offers in this PDF are too large",
    ),
    "100,000 attachments": (
        pdf([CATALOG, PAGES, b"<< /Names [%s] >>" % (b"(a) 3 0 R " * 100_000)]),
        "more than 200 attachments",
    ),
    "100,000 branches": (
        pdf([CATALOG, PAGES, b"<< /Kids [%s] >>" % (b"2 0 R " * 100_000)]),
        "more than 200 attachments",
    ),
    "a tree that leads back to itself": (kids_forever(), "leads back to itself"),
    "a tree without an end": (deep_kids(), "has no end"),
    "nested without an end": (nested_arrays(), "there is no offer in this PDF"),
    "bomb in the table of objects": (xref_stream_bomb(), "broken or cut off"),
    "bomb in an object stream": (object_stream_bomb(), "there is no offer in this PDF"),
    "empty attachment": (carrying([("a.yaml", b"")]), "x.pdf » a.yaml"),
}


@pytest.mark.parametrize("name", HARM)
def test_harm_is_one_clear_line_in_bounded_time(name: str, tmp_path: Path) -> None:
    data, says = HARM[name]
    path = written(tmp_path, data)
    before = time.process_time()
    found = refused(path)
    assert says in found
    assert time.process_time() - before < 2  # of this process; the one that reads is stopped after 10 seconds
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    assert most < 1.1 * 1024**3
    assert list(tmp_path.iterdir()) == [path]


def test_a_table_of_objects_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    path = written(tmp_path, xref_loop())
    assert "broken or cut off" in refused(path)


def test_a_pdf_that_is_too_large_is_not_even_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments_module, "_read_apart", lambda *_: pytest.fail("it was read"))
    path = written(tmp_path, b"%PDF-1.7\n" + bytes(MOST_PDF_BYTES))
    assert refused(path).endswith("this PDF is too large: expected at most 32 MB")


@pytest.mark.parametrize(
    ("name", "shown_as", "id"),
    [
        ("../../../etc/cron.d/offer-1-x.yaml", "offer-1-x.yaml", "x"),
        ("C:\\Windows\\offer-1-x.yaml", "offer-1-x.yaml", "x"),
        ("\u202elmay.yaml", "\\u202elmay.yaml", "u202elmay"),
        ("a\x1b[2J\nb.yaml", "a\\x1b[2J\\nb.yaml", "a-x1b-2j-nb"),
        ("r.pdf » b.yaml", "r.pdf - b.yaml", "r-pdf-b"),
        ("Über-Büro.YML", "Über-Büro.YML", "uber-buro"),
        ("x" * 300 + ".yaml", None, None),
    ],
)
def test_a_hostile_name_becomes_a_harmless_one(name: str, shown_as: str | None, id: str | None, tmp_path: Path) -> None:
    path = written(tmp_path, carrying([(name, OTHER.encode())]))
    if shown_as is None:  # cut before its end, so that nothing says it is a YAML file
        assert "there is no offer" in refused(path)
        return
    offer = load_offer(path, QUESTIONS)
    assert (offer.file, offer.id) == (f"{path} » {shown_as}", id)
    assert list(tmp_path.iterdir()) == [path]


def test_a_locked_pdf_is_told_apart_from_one_that_only_may_not_be_printed(tmp_path: Path) -> None:
    import pikepdf

    sound = written(tmp_path, made(TWO))
    for user, expected in (("secret", None), ("", 2)):
        locked = tmp_path / "locked.pdf"
        with pikepdf.open(sound) as opened:
            opened.save(locked, encryption=pikepdf.Encryption(owner="owner", user=user))
        if expected is None:
            assert "locked by a password" in refused(locked)
        else:
            assert len(load_offers(locked, QUESTIONS)) == expected


def test_a_pdf_that_was_saved_anew_by_another_program_still_carries_its_offers(tmp_path: Path) -> None:
    import pikepdf

    sound, anew = written(tmp_path, made(TWO)), tmp_path / "anew.pdf"
    with pikepdf.open(sound) as opened:
        opened.save(anew, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert [one.standing for one in load_given(anew, QUESTIONS)] == ["unchanged", "unchanged"]


def test_reading_for_a_very_long_time_is_given_up(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments_module, "_PATIENCE", 0.001)
    assert refused(two).endswith("reading this PDF takes too long: expected an offer sheet or a report")


def test_a_reader_that_comes_to_a_bad_end_is_one_line(
    two: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it does where it is stopped for its memory or time, or where the library behind it crashes."""
    crashing = tmp_path / "crashing.py"
    crashing.write_text("import os\nos.kill(os.getpid(), 9)\n")
    monkeypatch.setattr(pdf_reading, "__file__", str(crashing))
    assert refused(two).endswith("reading this PDF takes too much time or memory: expected a sheet or a report")


def test_a_pdf_in_place_of_another_file_is_one_line(two: Path) -> None:
    from evaluator.offer import load_clinician

    with pytest.raises(OfferProblems, match="this is a PDF: expected a YAML file"):
        load_clinician(two)


def test_the_offer_file_alone_needs_no_other_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments_module, "_read_apart", lambda *_: pytest.fail("a process was started"))
    path = tmp_path / "a.yaml"
    path.write_text(OTHER)
    found: OfferFile = load_offer(path, QUESTIONS)
    assert (found.carrier, found.remarks) == (None, ())
