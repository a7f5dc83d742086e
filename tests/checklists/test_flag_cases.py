"""One offer file for each red flag, in tests/cases/red-flags: it raises the flag that it is named after.

In: the files, through the real reader. Out: pass or fail. Must not say when a flag is raised; test_flags.py does.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from evaluator.checklists import Assessment, assess, scorecard, verdict
from evaluator.checklists.reading import Reading
from evaluator.comparison import compare
from evaluator.comparison.compare import reader_of
from evaluator.comparison.evaluate import figures_of
from evaluator.economics import appraise, load_assumptions
from evaluator.offer import OfferFile, load_offer
from evaluator.offer.clinician import AboutMe
from tests.checklists.written import the_catalogue
from tests.comparison.samples import AS_OF, Tree, read, tree_of, without

CASES = sorted((Path(__file__).parents[1] / "cases" / "red-flags").glob("*.yaml"))
FLAGS = {check.id: check for check in the_catalogue().by_id.values() if check.is_flag}
CRITICAL = [path for path in CASES if FLAGS[path.stem].importance == "critical"]
STOP = "Stop: resolve first"

# One fact may be two flags: a plain one and a graver one, or one for itself and one as a part of a larger lack.
BESIDE = {
    "no-consultation": {"main-purpose-missing"},
    "stay-or-pay-against-law": {"stay-or-pay-debt"},
    "federal-copay-waivers": {"routine-copay-waivers"},
}
# The only flag that looks at what the economics worked out, which take far longer than all checks together.
ON_FIGURES = "below-minimum-wage"

every_case = pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)


@cache
def case(path: Path) -> OfferFile:
    return load_offer(path, questions=the_catalogue().questions())


def assessed(file: OfferFile, flag: str) -> Assessment:
    return assess(the_catalogue(), file, figures(file) if flag == ON_FIGURES else {})


def figures(file: OfferFile) -> Mapping[str, Reading]:
    reader = reader_of(file, AboutMe(), load_assumptions(), AS_OF)
    return figures_of(appraise(file, reader), reader)


def raised(assessment: Assessment) -> set[str]:
    return {flag.check for flag in assessment.red_flags if flag.state == "raised"}


def with_one_line_less(tree: Tree) -> Iterator[Tree]:
    """The offer without one term or answer, the last ones first; pay goes as a whole, and so does a single line."""
    for section, said in reversed(tree.items()):
        if section in ("format", "offer"):
            continue
        if section == "pay" or not isinstance(said, dict) or len(said) == 1:
            yield without(tree, (section,))
        else:
            yield from (without(tree, (section, name)) for name in reversed(said))


def test_every_red_flag_has_a_file_and_every_file_a_red_flag() -> None:
    assert {path.stem for path in CASES} == set(FLAGS)


@every_case
def test_a_file_raises_its_flag_and_no_other(path: Path) -> None:
    assessment = assessed(case(path), path.stem)
    assert raised(assessment) == {path.stem} | BESIDE.get(path.stem, set())
    found = next(flag for flag in assessment.red_flags if flag.check == path.stem)
    assert (found.title, found.severity) == (FLAGS[path.stem].title, FLAGS[path.stem].importance)


@every_case
def test_without_its_line_the_flag_is_not_raised(path: Path) -> None:
    tree = tree_of(path)
    assert path.stem in raised(assessed(read(tree), path.stem))
    assert any(path.stem not in raised(assessed(read(less), path.stem)) for less in with_one_line_less(tree))


@every_case
def test_a_flag_caps_the_score_and_a_critical_one_alone_stops(path: Path) -> None:
    assessment = assessed(case(path), path.stem)
    overall = scorecard(the_catalogue(), assessment)["overall"]
    severity = FLAGS[path.stem].importance
    assert (verdict(overall, assessment).says == STOP) == (severity == "critical")
    assert overall.ceiling <= {"critical": 39, "high": 79}.get(severity, 100)


@pytest.mark.parametrize("path", CRITICAL, ids=lambda path: path.stem)
def test_a_comparison_says_to_stop_at_a_critical_flag_of_its_reader(path: Path) -> None:
    """An owner's flag is no part of a comparison, which is made for clinicians."""
    made = compare(
        [case(path)], catalogue=the_catalogue(), about=AboutMe(), assumptions=load_assumptions(), as_of=AS_OF
    )
    found, check = made.offers[0].verdict, FLAGS[path.stem]
    assert (found.says == STOP) == (check.audience != "owner")
    if check.audience != "owner":
        assert (check.title[0].lower() + check.title[1:]) in found.because


@every_case
def test_a_file_is_short_and_says_what_it_shows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert 12 <= len(lines) <= 25
    assert lines[0].startswith("# ")
    assert lines[0].endswith(".")
    assert "quote: " in text
    assert "organization" not in text
    assert max(map(len, lines)) <= 120
