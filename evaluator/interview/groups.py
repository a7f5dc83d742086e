"""Questions about groups of keys and lists of rows: what they need, what else may be said, and whether there is more.

In: an interview so far, a path and its term. Out: the open questions, in order. Must not choose which groups are asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from evaluator.interview.fields import name_of, row_model
from evaluator.interview.openness import Names, is_open_key, question_for, was_not_said
from evaluator.interview.questions import Choice, Question
from evaluator.interview.rows import further_rows, is_in_file, named, row_of, said_in_row, shares_all, suggesting_name
from evaluator.interview.state import Interview
from evaluator.offer.shapes import Part, Rows, Several, Term, terms_of
from evaluator.offer.walking import Path

WAYS_OF_ROW: Mapping[str, tuple[Names, ...]] = {
    "pay.bonuses": (("at_sessions", "at_collections", "at_units", "at_productivity"),),
    "pay.tiers": (("share", "per_session"), ("from_sessions", "from_collections")),
}
"""Keys of which each row has one. The first tier starts at nothing."""
NEEDED: Mapping[str, Names] = {
    "collections.payers": ("allowed",),
    "pay.stipends": ("above_sessions", "after_weeks"),
    "pay.one_time": ("kept_after",),
}
"""Keys of rows without which their row says little, though the figures have no case for them."""
_NOT_IN_FIRST: Mapping[str, Names] = {"pay.tiers": ("from_sessions", "from_collections")}
PICK = "Which of these are stated, too?"
ANOTHER = (
    Choice("no", "No, that is all."),
    Choice("yes", "Yes, there is another."),
    Choice("unfinished", "Leave it unfinished: keep it in the file as a comment."),
)
NOTHING_MORE = "What you don't pick stays open."


def keys_of_group(interview: Interview, path: Path, term: Term, section: str) -> Iterator[Question]:
    """The keys of a group or row: what it can't do without, what the figures need, and a pick from the rest."""
    name = name_of(path)
    keys = {key: one for key, one in terms_of(row_model(term)).items() if not isinstance(one.shape, (Rows, Several))}
    required = [key for key, one in keys.items() if one.required]
    needed = [key for key in keys if f"{name}.{key}" in interview.setting.words.open or key in NEEDED.get(name, ())]
    for key in required:
        if was_not_said(interview, (*path, key)):
            return  # without it the group can't stand
        if is_open_key(interview, (*path, key)):
            question = question_for(interview, (*path, key), section)
            yield suggesting_name(interview, question) if key == "name" else question
    ways = _ways_of_row(name, path)
    for way in ways:
        yield from _way_of_row(interview, path, way, keys, section)
    asked = {*required, *(key for way in ways for key in way), *_NOT_IN_FIRST.get(name, ())}
    for key in needed:
        if key not in asked and is_open_key(interview, (*path, key)):
            yield question_for(interview, (*path, key), section)
    if is_in_file(interview, path):
        return  # of what is there, only that which it lacks is asked
    rest = [key for key in keys if key not in {*asked, *needed} and is_open_key(interview, (*path, key))]
    yield from _more(interview, path, {key: keys[key] for key in rest}, section)


def _more(interview: Interview, path: Path, rest: Mapping[str, Term], section: str) -> Iterator[Question]:
    """What else may be said of a group or row: picked from a list, unless there is only one thing."""
    id = f"more.{'.'.join(path)}"
    chosen = interview.steered.get(id)
    if chosen is None and len(rest) > 1:
        words, name = interview.setting.words, name_of(path)
        choices = tuple(Choice(key, words.picks(f"{name}.{key}", term)) for key, term in rest.items())
        yield Question(id, PICK, "several", section, choices=choices, hint=NOTHING_MORE)
        return
    for key in rest if chosen is None else chosen:
        if is_open_key(interview, (*path, key)):
            yield question_for(interview, (*path, key), section)


def _ways_of_row(name: str, path: Path) -> tuple[Names, ...]:
    ways = WAYS_OF_ROW.get(name, ())
    return ways[:1] if path[-1] == "0" and name == "pay.tiers" else ways


def _way_of_row(
    interview: Interview, path: Path, way: Names, keys: Mapping[str, Term], section: str
) -> Iterator[Question]:
    """Which of several keys a row has, then that key; rows of one list are alike, so it is asked once."""
    name, words = name_of((*path, way[0])), interview.setting.words
    if any(said_in_row(interview, (*path, key)) for key in way):
        return
    id = f"row.{name}"
    chosen = interview.steered.get(id) or _way_of_others(interview, path, way)
    if chosen is None:
        choices = tuple(Choice(key, words.picks(name_of((*path, key)), keys[key])) for key in way)
        yield Question(id, words.asked.rows[name], "choice", section, choices=choices, required=True, weighs=2)
        return
    for key in chosen:
        if is_open_key(interview, (*path, key)):
            yield question_for(interview, (*path, key), section)


def _way_of_others(interview: Interview, path: Path, way: Names) -> tuple[str, ...] | None:
    """The key that other rows of a list in the file have. Bonuses need not be alike."""
    if path[:-1] == ("pay", "bonuses"):
        return None
    rows = interview.setting.rows.get(path[:-1], ())
    return next(((key,) for row in rows for key in way if key in row), None)


def rows_of_list(interview: Interview, path: Path, term: Term) -> Iterator[Question]:
    """The rows of a list, one after the other, until there is no other. Those in the file are named."""
    group = replace(term, shape=Part((row_model(term),)))
    there = interview.setting.rows.get(path, ())
    for number in range(len(there)):
        row = (*path, str(number))
        for question in keys_of_group(interview, row, group, path[0]):
            yield named(question, row_of(interview, row))
    number = len(there)
    if there and not further_rows(interview, path):
        return
    while path not in interview.told:
        row = (*path, str(number))
        questions = [*keys_of_group(interview, row, group, path[0])]
        yield from questions
        another = ".".join((*row, "another"))
        said = interview.steered.get(another)
        if said is None and not questions and shares_all(interview, path):
            return
        if said is None and not questions:
            asks = interview.setting.words.asked.lists[name_of(path)]
            yield Question(another, asks, "choice", path[0], choices=ANOTHER, required=True)
        if said != ("yes",):
            return
        number += 1
