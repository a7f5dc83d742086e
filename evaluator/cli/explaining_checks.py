"""What `evaluator explain` prints of checks, checklists, measures, control factors, state laws and priorities.

In: a name and the catalogue. Out: lines, not yet wrapped. Must not hold words of its own for a check: those are
`checklists.check_words`, which the documentation shows too.
"""

from collections.abc import Iterable, Iterator

from evaluator.checklists import MEASURES, Catalogue, Check
from evaluator.checklists.check_words import COUNTS, CheckWords, words_of
from evaluator.checklists.control import load_factors
from evaluator.checklists.findings import WHOM
from evaluator.checklists.law import load_state_law
from evaluator.checklists.law_words import ADVICE, checks_on, law_in_words, laws_of, nothing_for, state_name
from evaluator.checklists.ratings import TITLES

_NO_TEST = (
    "None of them settles by itself what somebody is in law: tax, wage-hour and state tests weigh such facts each in "
    "its own way."
)
_GROUPS = {"met": "Good", "partly": "In between", "not met": "Bad", "not applicable": "Not for you"}


def check_lines(id: str, catalogue: Catalogue) -> Iterator[str]:
    """A check: what it asks, how it is decided, what to request, whom to ask, and where it counts."""
    words = words_of(catalogue.by_id[id], catalogue)
    yield f"{words.title} ({words.id})"
    kind = words.kind.capitalize() if words.section == "red_flags" else f"{words.checklist}, {words.kind}"
    yield f"{kind}. {words.depth} {words.audience}"
    yield from ("", words.ask, "", words.why, "", _plain(words.decided), *_ways(words))
    for note in words.notes:
        yield from ("", note)
    yield from ("", f"What to request: {words.request}", f"Whom to ask: {words.whom}.")
    if words.priorities:
        yield f"Counts for: {'; '.join(words.priorities)}."
    if words.limits:
        yield from ("", "Not for every offer. For:", *(f"  - {limit}" for limit in words.limits))
        yield f"Otherwise: {words.otherwise}"
    if words.law or id in load_state_law().topics:
        yield f"State laws: evaluator explain law:{words.law or id} --state OH"
    if words.flags:
        yield from ("", "Red flags that watch it:", *_named(words.flags, catalogue))
    if words.sources:
        yield from ("", "Sources:", *(f"  - {source}" for source in words.sources))


def _ways(words: CheckWords) -> Iterator[str]:
    """Answers from good to bad; whatever else decides in its own order."""
    if not words.by_answers:
        for way in words.ways:
            worth = f" ({way.worth})" if way.worth else ""
            yield f"  - {way.word}{worth}: {way.says}"
        return
    for worth, heading in _GROUPS.items():
        of_worth = [way for way in words.ways if way.worth == worth]
        if of_worth:
            yield f"{heading} ({worth}: {COUNTS[worth]}):"
            yield from (f"  - {way.word}: {way.says}" for way in of_worth)


def checklist_lines(id: str, catalogue: Catalogue) -> Iterator[str]:
    """A checklist and its checks, those of an audit last."""
    checklist = next(one for one in catalogue.checklists if one.id == id)
    yield f"{checklist.title} ({id})"
    yield f"Answered in the section {checklist.section} of the offer file. Whom to ask, unless a check says otherwise:"
    yield f"{WHOM[checklist.whom]}."
    everyone = [check for check in checklist.checks if check.for_everyone]
    owners = [check for check in checklist.checks if not check.for_everyone]
    for heading, some in (("Checks:", everyone), ("Checks for a practice that looks at its own offers:", owners)):
        if some:
            yield from ("", heading, *(_titled(check) for check in some))


def measure_lines(name: str, catalogue: Catalogue) -> Iterator[str]:
    """A measure: what it counts, in what, from which terms and answers, and which checks use it."""
    measure = MEASURES[name]
    yield f"{name}, counted in {measure.unit}"
    for part in (measure.read.__doc__ or "").split("\n\n"):
        yield from (" ".join(part.split()).replace("`", ""), "")
    if measure.terms:
        yield from (
            "Reads these terms:",
            *(f"  - {term.replace('|', ' or ')}: {words}" for term, words in measure.terms.items()),
            "",
        )
    if measure.checks:
        yield from ("Counts the answers of:", *_named(measure.checks, catalogue), "")
    if name == "control_factors":
        yield from ("The twelve:", *(f"  - control:{one.id}: {one.says}" for one in load_factors()), "")
    used = [id for id, check in catalogue.by_id.items() if check.measure == name]
    yield from ("Checks that use it:", *_named(used, catalogue))


def factor_lines(id: str, catalogue: Catalogue) -> Iterator[str]:
    """One of the things that an employer usually decides: the sentence, and which answer or term shows it."""
    factor = next(one for one in load_factors() if one.id == id)
    yield f"{factor.title} ({factor.part})"
    yield from ("", factor.says, "")
    if factor.check is None:
        yield f"Shown by the term {factor.term} of the offer file."
    else:
        answers = catalogue.by_id[factor.check].answers or {}
        yield f"Shown by the check {factor.check}, answered so:"
        yield from (f"  - {word}: {answers[word].says}" for word in factor.yes)
    yield from (
        "",
        f"One of {len(load_factors())} facts about who decides over a contractor's work. {_NO_TEST}",
        "The count: evaluator explain control_factors",
    )


def law_lines(name: str, state: str | None, catalogue: Catalogue) -> Iterator[str]:
    """A topic of the table of state laws: all entries, or the federal ones and those of one state."""
    table = load_state_law()
    topic = table.topics[name]
    laws = laws_of(topic, state)
    yield f"{topic.title}{f', {state_name(state)}' if state else ''} (law:{name})"
    yield f"{ADVICE} The newest report in the table is of {table.as_of}."
    if state is not None and not any(law.states for law in laws):
        yield from ("", nothing_for(state))
    for law in laws:
        words = law_in_words(law, catalogue)
        yield from ("", f"{words.where}: {words.status}", f"  {words.says}")
        about = (("For", words.reach), ("Holds", words.days), ("Depends on", words.depends_on))
        yield from (f"  - {label}: {said}" for label, said in about if said)
        yield f"  - As of {words.as_of}. {'; '.join(words.sources)}"
    looking = checks_on(name, catalogue)
    if looking:
        yield from ("", "Checks and red flags about it:", *_named(looking, catalogue))


def priority_lines(name: str, catalogue: Catalogue) -> Iterator[str]:
    """A priority and the checks that count for it."""
    yield f"{TITLES[name]} ({name})"  # type: ignore[index]  # a name of the table itself
    counting = [id for id, check in catalogue.by_id.items() if name in check.priorities]
    yield from ("", "Checks that count for it:", *_named(counting, catalogue))


def looked_at_by(term: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The checks that look at a term: by a number, because it must be stated, or as a sign of control."""
    by_number = {name for name, measure in MEASURES.items() if term in "|".join(measure.terms).split("|")}
    return tuple(
        id
        for id, check in catalogue.by_id.items()
        if check.measure in by_number or any(term in group for group in check.term_groups)
    )


def _named(ids: Iterable[str], catalogue: Catalogue) -> Iterator[str]:
    return (f"  - {id}: {catalogue.by_id[id].title}" for id in ids if id in catalogue.by_id)


def _titled(check: Check) -> str:
    flag = ", red flag" if check.is_flag else ""
    return f"  - {check.id} ({check.importance}{flag}): {check.ask}"


def _plain(text: str) -> str:
    """Words that the documentation sets as code, for a terminal."""
    return text.replace("`", "")
