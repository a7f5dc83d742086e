"""Every named item of the articles has a carrier that exists, and the page that says so is current.

In: docs/coverage.yaml, planted ledgers, docs/coverage.md. Out: pass or fail. Must not write outside tmp_path.
"""

import re
from pathlib import Path

import pytest

from evaluator import docs
from evaluator.checklists import load_catalogue
from evaluator.coverage import CARRIER_KINDS, LEDGER, ROOT, Ledger, anchor, coverage_markdown, load_ledger
from evaluator.offer.problems import OfferProblems

PAGE = ROOT / "docs" / "coverage.md"

# Items by article and heading, so that none can be dropped, nor one be traded for another, without a word here.
ITEMS: dict[str, dict[str, int]] = {
    "practice-architecture": {
        "Title": 1,
        "Opening": 4,
        "What the model is actually doing?": 22,
        "Where the model fails": 20,
        "What good architecture looks like": 31,
        "The honest version of the argument": 9,
    },
    "platform-model": {
        "Opening": 9,
        "What “Platform” Means (In Therapist Language)": 2,
        "You own your clinical work; the platform reduces operational friction": 9,
        "How this differs from a traditional group practice": 6,
        "The Biggest Bottlenecks a Platform Solves": 2,
        "Marketing systems and lead flow": 7,
        "Scheduling, billing, and admin burden": 6,
        "Tech stack decisions (EHR, forms, telehealth)": 6,
        "Real autonomy (schedule, caseload, clinical decisions)": 8,
        "Transparent compensation and expectations": 9,
        "Quality supports (consultation, training, culture)": 6,
        "Pressure for high-volume, low-fit caseloads": 5,
        "Vague promises with no systems": 4,
        "“Support” that’s actually just oversight": 5,
        "Who Thrives in a Platform Model": 7,
        "The Economics: How the therapy practice platform model changes your “effective split”": 8,
        "A short self-assessment: autonomy, support needs, growth goals": 7,
        "Contact us via Careers to talk fit": 6,
        "About the publisher: claims of a vendor, asked as questions": 6,
        "References and disclaimer": 7,
    },
    "business-models": {
        "Opening": 2,
        "Understanding the fundamentals of group practice structures": 5,
        "Key employment categories in group practices": 2,
        "Employee model": 6,
        "Independent contractor arrangements": 5,
        "Partnership model: Shared ownership and responsibility": 6,
        "Collaborative Independent Practice Association (IPA)": 8,
        "Management Service Organization (MSO) structure": 9,
        "Integrated group practice model": 5,
        "Financial considerations for each business model": 10,
        "Legal and administrative requirements": 11,
        "How the vendor is built for group practices: its claims, asked as questions": 13,
        "Choosing the right model for your practice": 12,
        "How the vendor helps a group practice grow: its claims, asked as questions": 7,
    },
    "rehab-revenue": {
        "Direct Answer": 21,
        "1. Why Physical-Therapy Revenue Architecture Is Different": 10,
        "2. The Therapy-EMR-and-Billing Stack as the Core": 13,
        "3. Engineer the Referral-to-Cash Cycle for Every Episode": 17,
        "4. Build the Referral-and-Retention Engine": 4,
        "5. Protect Payer Yield and Per-Visit Net Collections": 2,
        "6. Instrument the Physical-Therapy Revenue Engine": 8,
        "Frequently Asked Questions": 15,
        "Sources": 1,
    },
}


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load_ledger()


def plant(folder: Path, carriers: str, article: str = "platform-model") -> Path:
    """A ledger with one item, carried by `carriers` as YAML writes a list."""
    path = folder / "coverage.yaml"
    path.write_text(f"{article}:\n  Opening:\n    Something:\n      {carriers}\n", encoding="utf-8")
    return path


def told(path: Path) -> str:
    with pytest.raises(OfferProblems) as caught:
        load_ledger(path)
    return str(caught.value)


# --- the articles -----------------------------------------------------------------------------------------------------


def test_no_item_is_missing(ledger: Ledger) -> None:
    assert {
        article: {name: len(said) for name, said in headings.items()} for article, headings in ledger.root.items()
    } == ITEMS


def test_every_item_has_a_carrier_that_exists(ledger: Ledger) -> None:
    for article in ledger.root:
        for heading, says, carriers in ledger.items(article):
            assert carriers, f"{article}, {heading}: {says}"


def test_every_check_that_rests_on_an_article_carries_an_item_of_it(ledger: Ledger) -> None:
    held = {article: {one.name for _, _, carriers in ledger.items(article) for one in carriers} for article in ITEMS}
    for id, check in load_catalogue().by_id.items():
        for article in ITEMS:
            assert article not in check.sources or id in held[article], f"{id} cites {article}, which it does not carry"


def test_items_are_plain_words(ledger: Ledger) -> None:
    for article in ledger.root:
        for heading, says, _ in ledger.items(article):
            for words in (heading, says):
                assert not re.search(r"[A-Z]{2,3}-\d\d|[|—]", words), words


def test_the_ledger_stays_out_of_the_installed_package() -> None:
    assert not LEDGER.is_relative_to(ROOT / "evaluator")


# --- what it refuses --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("carriers", "says"),
    [
        ("[check:pause-intakes]", "there is no check 'pause-intakes': did you mean 'pause-intake'?"),
        ("[check:any-client]", "there is no check 'any-client'"),
        ("[flag:pause-intake]", "there is no flag 'pause-intake'"),
        ("[term:pay.shares]", "there is no term 'pay.shares': did you mean 'pay.share'?"),
        ("[measure:hours]", "there is no measure 'hours'"),
        ("[parameter:scenarios.flood]", "there is no parameter 'scenarios.flood'"),
        ("[priority:money]", "there is no priority 'money'"),
        ("[profile:specialists]", "there is no profile 'specialists': did you mean 'specialist'?"),
        ("[model:partnerships]", "there is no model 'partnerships': did you mean 'partnership'?"),
        ("[guide:tax]", "there is no guide 'tax': did you mean 'taxes'?"),
        ("[note:All is well.]", "there is no note 'All is well.'"),
        ('["text:README.md: words that nobody wrote"]', "'words that nobody wrote' does not stand in README.md"),
        ('["text:no-such-page.md: words"]', "'words' does not stand in no-such-page.md"),
    ],
)
def test_a_carrier_that_is_gone_is_named_with_its_place(tmp_path: Path, carriers: str, says: str) -> None:
    said = told(plant(tmp_path, carriers))
    assert said.startswith("coverage.yaml:4:8: ")
    assert says in said


@pytest.mark.parametrize(
    ("carriers", "says"),
    [
        ("[check:pause-intake, flag:any-client, check:pause-intake]", "check:pause-intake is listed twice"),
        ("[]", "nothing carries this: expected at least one carrier"),
        ("[pause-intake]", "'pause-intake' is no carrier: expected one of check, flag"),
        ("[rumour:pause-intake]", "'rumour:pause-intake' is no carrier"),
        ("[text:README.md]", "'text:README.md' is no carrier"),
        ('["check:"]', "'check:' is no carrier"),
    ],
)
def test_a_carrier_that_says_nothing_is_refused(tmp_path: Path, carriers: str, says: str) -> None:
    assert says in told(plant(tmp_path, carriers))


def test_an_article_that_is_no_source_is_refused(tmp_path: Path) -> None:
    said = told(plant(tmp_path, "[check:pause-intake]", article="platform-models"))
    assert said == "coverage.yaml:1:1: there is no source 'platform-models': did you mean 'platform-model'?"


def test_every_kind_of_carrier_is_in_use(ledger: Ledger) -> None:
    used = {one.kind for article in ledger.root for _, _, carriers in ledger.items(article) for one in carriers}
    assert used == set(CARRIER_KINDS)


# --- the page ---------------------------------------------------------------------------------------------------------


def test_the_page_is_current(ledger: Ledger) -> None:
    assert PAGE.read_text(encoding="utf-8") == coverage_markdown(ledger), "run: python -m evaluator.docs"


def test_the_page_has_every_item_and_the_totals(ledger: Ledger) -> None:
    page = coverage_markdown(ledger)
    counts = {article: sum(headings.values()) for article, headings in ITEMS.items()}
    for article, count in counts.items():
        assert f"| {load_catalogue().sources[article].title} | 100% of {count} items |" in page
        assert all(f"| {says} | " in page for _, says, _ in ledger.items(article))
    assert f"| all four | 100% of {sum(counts.values())} items |" in page


def test_every_link_of_the_page_leads_somewhere(ledger: Ledger) -> None:
    links = set(re.findall(r"\]\(([^)#]+)(?:#([^)]+))?\)", coverage_markdown(ledger)))
    assert links
    headings = {
        name: {anchor(line.lstrip("# ")) for line in (PAGE.parent / name).read_text(encoding="utf-8").splitlines()}
        for name in {name for name, part in links if part}
    }
    for name, part in links:
        assert (PAGE.parent / name).is_file(), name
        assert not part or part in headings[name], f"{name}#{part}"


def test_a_lost_carrier_fails_the_check_of_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = plant(tmp_path, "[check:pause-intakes]")
    monkeypatch.setattr(docs, "load_ledger", lambda: load_ledger(lost))
    assert docs.main(["--check"]) == 1
    assert capsys.readouterr().out.startswith("coverage.yaml:4:8: there is no check 'pause-intakes'")
