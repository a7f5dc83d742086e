"""What became of every named item of the articles that the checklists start from.

In: docs/coverage.yaml, and all that can carry an item. Out: a `Ledger`, and the page docs/coverage.md. Must not let a
carrier pass that does not exist. Of use in a checkout only: the file stays out of the installed package.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, cast, get_args

from pydantic import AfterValidator, BeforeValidator, RootModel
from pydantic_core import PydanticCustomError

from evaluator.checklists import load_catalogue
from evaluator.checklists.business_models import Meaning, load_business_models
from evaluator.checklists.checks import Slug, Words
from evaluator.checklists.decision_guide import load_decision_guide
from evaluator.checklists.loading import place_at, validated
from evaluator.checklists.measures import MEASURES
from evaluator.checklists.ratings import TITLES
from evaluator.comparison.notes import LEADS, OVERSIGHT, SPLIT, SUPPORT
from evaluator.economics import load_assumptions
from evaluator.economics.assumptions import Sourced
from evaluator.offer.choices import Priority, Profile
from evaluator.offer.glossary import clinician_descriptions, practice_descriptions, term_descriptions
from evaluator.offer.priorities import PROFILES
from evaluator.offer.problems import Notebook, expected_one_of, shown, suggestion
from evaluator.offer.reading import load_document

ROOT = Path(__file__).parents[1]
LEDGER = ROOT / "docs" / "coverage.yaml"

CarrierKind = Literal[
    "check", "flag", "term", "books", "measure", "parameter", "priority", "profile", "model", "guide", "note", "text"
]
CARRIER_KINDS: tuple[str, ...] = get_args(CarrierKind)

_OPENING = """\
# Where each item of the articles is

This page is made by `python -m evaluator.docs` from `docs/coverage.yaml`, which fails when a carrier named there is
gone. The checklists start from four articles. Every item that they name is listed here in our own words, by heading,
with what carries it. What a vendor claims is turned into a question. Where a list was lost in the copy that we had, the
item says so. Menus, advertisements and contact details are left out.
"""


@dataclass(frozen=True, slots=True)
class Carrier:
    """One thing that carries an item. `words` is what must stand in the file `name`, for a text; else empty."""

    kind: str
    name: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}" + (f": {self.words}" if self.words else "")


def _carrier(given: object) -> Carrier:
    """`check:pause-intake`, or `text:README.md: What it can't do`. Raises `PydanticCustomError`."""
    kind, colon, rest = str(given).partition(":")
    name, _, words = rest.partition(": ") if kind == "text" else (rest, "", "")
    if kind not in CARRIER_KINDS or not name.strip() or (kind == "text" and not words.strip()):
        example = "check:pause-intake, or text:FILE: WORDS" if colon else "check:pause-intake"
        message = f"{shown(given)} is no carrier: expected one of {', '.join(CARRIER_KINDS)}, such as {example}"
        raise PydanticCustomError("checklist", "{message}", {"message": message})
    return Carrier(kind, name.strip(), " ".join(words.split()))


def _each_once(carriers: tuple[Carrier, ...]) -> tuple[Carrier, ...]:
    twice = [str(one) for number, one in enumerate(carriers) if one in carriers[:number]]
    if twice or not carriers:
        message = f"{twice[0]} is listed twice" if twice else "nothing carries this: expected at least one carrier"
        raise PydanticCustomError("checklist", "{message}", {"message": message})
    return carriers


Carriers = Annotated[
    tuple[Annotated[Carrier, BeforeValidator(_carrier)], ...],
    AfterValidator(_each_once),
]


class Ledger(RootModel[dict[Slug, dict[Words, dict[Words, Carriers]]]]):
    """The carriers of every item, by article (the id of its source), heading and item, in the article's order."""

    def items(self, article: str) -> tuple[tuple[str, str, tuple[Carrier, ...]], ...]:
        """Heading, item and carriers of everything that an article names. Raises `KeyError` for an unknown article."""
        return tuple(
            (heading, says, carriers) for heading, said in self.root[article].items() for says, carriers in said.items()
        )


def load_ledger(path: Path = LEDGER) -> Ledger:
    """The ledger, every carrier of which exists. Raises `OfferProblems` with the place of each that does not."""
    notebook = Notebook(path.name)
    top = load_document(path, notebook).top
    ledger = validated(Ledger, top, notebook)
    sources = load_catalogue().sources
    for article, headings in ledger.root.items():
        if article not in sources:
            notebook.note(
                place_at(top, (article,), key=True),
                f"there is no source {shown(article)}: {expected_one_of(article, sources)}",
            )
        for heading, said in headings.items():
            for says, carriers in said.items():
                for number, carrier in enumerate(carriers):
                    lost = _lost(carrier)
                    if lost:
                        notebook.note(place_at(top, (article, heading, says, number)), lost)
    notebook.stop_if_any()
    return ledger


def _lost(carrier: Carrier) -> str | None:
    """What is wrong with a carrier that does not exist; None for one that does."""
    if carrier.kind == "text":
        if carrier.words in _text_of(carrier.name):
            return None
        return f"{shown(carrier.words, 80)} does not stand in {carrier.name}: expected another carrier of this item"
    known = _known()[carrier.kind]
    if carrier.name in known:
        return None
    near = suggestion(carrier.name, sorted(known))
    hint = f"did you mean '{near}'?" if near else "expected what carries the item instead"
    return f"there is no {carrier.kind} {shown(carrier.name)}: {hint}"


@cache
def _text_of(name: str) -> str:
    """A file of the checkout with its white space made single, nothing for a file that is not there."""
    path = ROOT / name
    return " ".join(path.read_text(encoding="utf-8").split()) if path.is_file() else ""


@cache
def _known() -> Mapping[str, Collection[str]]:
    """The names of everything that may carry an item, by kind."""
    checks = load_catalogue().by_id
    return {
        "check": {id for id, check in checks.items() if not check.is_flag},
        "flag": {id for id, check in checks.items() if check.is_flag},
        "term": {*term_descriptions(), *clinician_descriptions()},
        "books": set(practice_descriptions()),
        "measure": set(MEASURES),
        "parameter": set(_parameters()),
        "priority": {priority for check in checks.values() for priority in check.priorities},
        "profile": set(PROFILES),
        "model": set(_kinds_of_post()),
        "guide": set(load_decision_guide().by_id),
        "note": {SPLIT, LEADS, SUPPORT, OVERSIGHT},
    }


def _kinds_of_post() -> Mapping[str, Meaning]:
    """What the report says of every model and every way of being engaged, by its id."""
    models = load_business_models()
    return {str(kind): meaning for kind, meaning in (*models.models.items(), *models.employment.items())}


def _parameters() -> Mapping[str, str]:
    """The label of every published parameter, by its group and name."""
    published = load_assumptions()
    groups: Mapping[str, Mapping[str, Sourced]] = {
        "payroll_tax": published.payroll_tax,
        "income_tax": published.income_tax,
        "reader": published.reader,
        "open_terms": published.open_terms,
        "scenarios": published.scenarios,
        "practice": published.practice,
        "practice_ranges": published.practice_ranges,
    }
    return {f"{group}.{name}": one.label for group, held in groups.items() for name, one in held.items()}


def coverage_markdown(ledger: Ledger) -> str:
    """The page: totals, then a table for each article."""
    sources = load_catalogue().sources
    lines = [_OPENING, "| article | carried |", "|---|---|"]
    lines += [f"| {sources[article].title} | {_carried(ledger, article)} |" for article in ledger.root]
    lines.append(f"| all four | {_carried(ledger)} |")
    for article in ledger.root:
        source = sources[article]
        lines += ["", f"## {source.title}", "", f"By: {source.organisation}. Year: {source.year}.", ""]
        lines += [*_table(ledger, article)]
    return "\n".join(lines) + "\n"


def _carried(ledger: Ledger, *articles: str) -> str:
    """`100% of 87 items`, of some articles or of all."""
    held = [carriers for article in articles or ledger.root for _, _, carriers in ledger.items(article)]
    return f"{sum(bool(carriers) for carriers in held) / len(held):.0%} of {len(held)} items"


def _table(ledger: Ledger, article: str) -> Iterator[str]:
    yield "| heading | item | carried by |"
    yield "|---|---|---|"
    before = ""
    for heading, says, carriers in ledger.items(article):
        yield f"| {'' if heading == before else heading} | {says} | {'; '.join(map(_shown, carriers))} |"
        before = heading


def _shown(carrier: Carrier) -> str:
    """A carrier as readers see it, with a link where there is a page that shows it."""
    return _SHOWN[carrier.kind](carrier)


def _check_link(carrier: Carrier) -> str:
    check = load_catalogue().by_id[carrier.name]
    return f"{'red flag ' if check.is_flag else ''}[{check.title}](checks.md#{anchor(f'{check.title} ({check.id})')})"


def _measure_link(carrier: Carrier) -> str:
    words = carrier.name.replace("_", " ")
    held = [check for check in load_catalogue().by_id.values() if check.measure == carrier.name]
    if not held:
        return f"the number {words}"
    return f"the number [{words}](checks.md#{anchor(f'{held[0].title} ({held[0].id})')})"


def _text_link(carrier: Carrier) -> str:
    return f"“{carrier.words.replace('**', '')}” in [{carrier.name}](../{carrier.name})"


def _shown_profile(carrier: Carrier) -> str:
    first, second = (TITLES[priority] for priority in PROFILES[cast(Profile, carrier.name)])
    return f"the profile [`{carrier.name}`](terms.md), which puts “{first}” and “{second}” first"


def anchor(heading: str) -> str:
    """The part of a link that leads to a heading of a page: small letters, hyphens for spaces, no other signs."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


_SHOWN: Mapping[str, Callable[[Carrier], str]] = {
    "check": _check_link,
    "flag": _check_link,
    "term": lambda carrier: f"the term [`{carrier.name}`](terms.md)",
    "books": lambda carrier: f"the practice file’s [`{carrier.name}`](terms.md#the-practice-file)",
    "measure": _measure_link,
    "parameter": lambda carrier: f"the figure “{_parameters()[carrier.name]}”",
    "priority": lambda carrier: f"the priority “{TITLES[cast(Priority, carrier.name)]}”",
    "profile": _shown_profile,
    "model": lambda carrier: f"the report on the kind of post “{_kinds_of_post()[carrier.name].title}”",
    "guide": lambda carrier: (
        f"the question “{load_decision_guide().by_id[carrier.name].title}” of [the guide](commands.md)"
    ),
    "note": lambda carrier: f"a note of the report on the belief “{carrier.name}”",
    "text": _text_link,
}
