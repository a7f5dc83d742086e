"""The generated pages of documentation, written by `python -m evaluator.docs`, checked with `--check`.

In: the checklists, models, parameters, commands, and the ledger of the articles. Out: the pages below docs/. Must not
hold facts of its own.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from evaluator.checklists import load_catalogue
from evaluator.checklists.docs import checks_markdown
from evaluator.checklists.law import load_state_law
from evaluator.checklists.law_docs import law_markdown
from evaluator.cli import help_texts
from evaluator.cli.schema import KINDS, schema_text
from evaluator.coverage import coverage_markdown, load_ledger
from evaluator.economics import load_assumptions
from evaluator.economics.term_words import amount_in_words
from evaluator.offer.basis import BASIS_SAYS
from evaluator.offer.bounds_page import bounds_markdown
from evaluator.offer.glossary import clinician_descriptions, practice_descriptions, term_descriptions
from evaluator.offer.problems import OfferProblems

FOLDER = Path(__file__).parents[1] / "docs"


def pages() -> dict[str, str]:
    """Every generated page, by its path below docs/. Raises `OfferProblems` where an item has lost a carrier."""
    return {
        "bounds.md": bounds_markdown(),
        "checks.md": checks_markdown(load_catalogue()),
        "coverage.md": coverage_markdown(load_ledger()),
        "state-law.md": law_markdown(load_state_law(), load_catalogue()),
        "terms.md": "\n".join(_terms()) + "\n",
        "commands.md": "\n".join(_commands()) + "\n",
        **{f"schema/{kind}.schema.json": schema_text(kind) for kind in KINDS},
    }


def _terms() -> Iterator[str]:
    open_terms = load_assumptions().open_terms
    yield "# The terms of an offer file"
    yield ""
    yield "This page is made by `python -m evaluator.docs`."
    yield "What an offer leaves open is taken at its worst, likely and best; the cases are judgements about what is"
    yield "plausible, and each names what it rests on."
    yield ""
    yield "| term | what it says |"
    yield "|---|---|"
    for name, description in term_descriptions().items():
        yield f"| `{name}` | {description} |"
    yield ""
    yield "## What a term rests on, and whether it can change"
    yield ""
    yield "Any term and any answer may be a group of keys: `value` (or `answer`), and beside it what is known of it."
    yield ""
    yield "| key | what it says |"
    yield "|---|---|"
    for name, description in BASIS_SAYS.items():
        yield f"| `{name}` | {description} |"
    yield ""
    yield "## The clinician file"
    yield ""
    yield "What you bring to every offer, below the key `clinician`; all of it may be left out."
    yield ""
    yield "| key | what it says |"
    yield "|---|---|"
    for name, description in clinician_descriptions().items():
        yield f"| `{name}` | {description} |"
    yield ""
    yield "## The practice file"
    yield ""
    yield "What an owner knows about the own practice: the books of one year. Amounts are as they were and not ranges,"
    yield "except turnover and what it costs. `offers/about/lakeside-practice.yaml` is an example."
    yield ""
    yield "| key | what it says |"
    yield "|---|---|"
    for name, description in practice_descriptions().items():
        yield f"| `{name}` | {description} |"
    yield ""
    yield "## What an open term may mean"
    yield ""
    yield "| term | worst | likely | best | rests on | as of, source |"
    yield "|---|---|---|---|---|---|"
    for name, known in open_terms.items():
        cases = " | ".join(amount_in_words(value, known.unit) for value in (known.worst, known.likely, known.best))
        yield f"| `{name}` | {cases} | {known.basis} | {known.as_of}, {known.source} |"


def _commands() -> Iterator[str]:
    yield "# The commands"
    yield ""
    yield "This page is made by `python -m evaluator.docs` from what `--help` prints."
    for title, text in help_texts().items():
        yield from ("", f"## {title}", "", "```text", text, "```")


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` name those that are not current; 1 if any is not, or can't be made."""
    try:
        made = pages()
    except OfferProblems as problems:
        sys.stdout.write(f"{problems}\n")
        return 1
    stale = []
    for name, text in made.items():
        path = FOLDER / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    word = "not current, run python -m evaluator.docs" if "--check" in arguments else "written"
    sys.stdout.writelines(f"docs/{name}: {word}\n" for name in stale)
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
