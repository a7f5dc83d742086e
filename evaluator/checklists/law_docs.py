"""The table of state laws as a page of documentation.

In: the table and a `Catalogue`. Out: Markdown, the same for the same table. Must not say what the table doesn't.
"""

from collections.abc import Iterator

from evaluator.checklists.catalogue import Catalogue
from evaluator.checklists.law import StateLaw, Topic
from evaluator.checklists.law_words import ADVICE, LawWords, checks_on, law_in_words

_OPENING = """\
# What is reported of state laws

This page is made by `python -m evaluator.docs` from the table that reports and red flags look at.
`evaluator explain law:non-compete --state OH` prints a part of it.

{advice} A state that is not listed is not free of such laws: the table has no entry for it.
The newest report in the table is of {as_of}.
"""


def law_markdown(table: StateLaw, catalogue: Catalogue) -> str:
    """The page, topic by topic, with the day and the sources of every entry."""
    lines = [_OPENING.format(advice=ADVICE, as_of=table.as_of)]
    for name, topic in table.topics.items():
        lines += [f"## {topic.title} (`law:{name}`)", "", *_topic(name, topic, catalogue), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _topic(name: str, topic: Topic, catalogue: Catalogue) -> Iterator[str]:
    looking = checks_on(name, catalogue)
    if looking:
        yield f"Checks: {', '.join(f'[`{id}`](checks.md)' for id in looking)}"
        yield ""
    yield "| where | what is reported | for whom | holds | as of | sources |"
    yield "|---|---|---|---|---|---|"
    for law in topic.laws:
        yield _row(law_in_words(law, catalogue))


def _row(words: LawWords) -> str:
    depends = f" Depends on {words.depends_on}." if words.depends_on else ""
    cells = (
        words.where,
        f"**{words.status}**: {words.says}{depends}",
        words.reach or "all",
        words.days or "no dates given",
        words.as_of,
        "; ".join(words.sources),
    )
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
