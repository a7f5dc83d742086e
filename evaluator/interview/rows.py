"""The rows of lists that stand in the file already: what each is called, and whether there are more of them.

In: an interview so far. Out: names of rows, questions that name them, and the question about further rows. Must not
decide what a row lacks.
"""

from collections.abc import Iterator
from dataclasses import replace

from pydantic_core import PydanticCustomError

from evaluator.interview.fields import name_of
from evaluator.interview.questions import Choice, Question
from evaluator.interview.state import Interview
from evaluator.offer.values import parse_share
from evaluator.offer.walking import NOT_GIVEN, Path

MORE_ROWS = "rows.more"
_ASKS = "Are there more of these than the file has?"
_HINT = "Pick what there is more of."
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CALLED = ("name", "visit_type", "code")
_LONGEST_NAME = 40
_ROUNDING = 0.0005


def is_in_file(interview: Interview, path: Path) -> bool:
    """Whether a row, or a group that is not finished, stands in the file."""
    if path[-1].isdigit():
        return int(path[-1]) < len(interview.setting.rows.get(path[:-1], ()))
    return path in interview.setting.unfinished


def said_in_row(interview: Interview, path: Path) -> bool:
    """Whether a key of a row stands in the file, with more behind it than that nobody would say."""
    rows = interview.setting.rows.get(path[:-2], ())
    number = int(path[-2])
    return number < len(rows) and path[-1] in rows[number] and rows[number][path[-1]] not in NOT_GIVEN


def row_of(interview: Interview, path: Path) -> str:
    """A row in plain words: `The payer 'commercial'`, or `The second tier (60%)` for one without a name."""
    row = interview.setting.rows[path[:-1]][int(path[-1])]
    noun = interview.setting.words.asked.nouns[name_of(path[:-1])]
    called = next((row[key] for key in _CALLED if row.get(key) and row[key] not in NOT_GIVEN), None)
    if called is not None:
        return f"The {noun} '{_short(called)}'"
    number = int(path[-1])
    place = _ORDINALS[number] if number < len(_ORDINALS) else f"{number + 1}th"
    said = ", ".join(value for value in row.values() if value and value not in NOT_GIVEN)
    return f"The {place} {noun} ({_short(said)})" if said else f"The {place} {noun}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 3]}..."


def named(question: Question, row: str) -> Question:
    """The question with the row that it is about in front."""
    return replace(question, asks=f"{row}: {question.asks[:1].lower()}{question.asks[1:]}")


def suggesting_name(interview: Interview, question: Question) -> Question:
    """The question for a row's name, which nobody has to think of: without one, the row is called what it is."""
    assert question.path is not None
    noun, number = interview.setting.words.asked.nouns[name_of(question.path[:-1])], int(question.path[-2])
    return replace(question, required=True, suggested=noun if number == 0 else f"{noun} {number + 1}")


def lists_to_go_on_with(interview: Interview) -> Iterator[Path]:
    """The lists of the file that may have further rows: not those that share all sessions, nor lists within rows."""
    for path, rows in interview.setting.rows.items():
        known = name_of(path) in interview.setting.words.asked.lists and not any(key.isdigit() for key in path)
        if rows and known and not shares_all(interview, path):
            yield path


def question_about_more(interview: Interview) -> Iterator[Question]:
    """One question about all lists of the file; those that are picked go on."""
    lists = [*lists_to_go_on_with(interview)]
    if lists and MORE_ROWS not in interview.steered:
        asked = interview.setting.words.asked.lists
        says = {path: asked[name_of(path)].removeprefix("Is there ").removesuffix("?") for path in lists}
        choices = tuple(Choice(".".join(path), f"{word[:1].upper()}{word[1:]}.") for path, word in says.items())
        yield Question(MORE_ROWS, _ASKS, "several", lists[0][0], choices=choices, hint=_HINT)


def further_rows(interview: Interview, path: Path) -> bool:
    """Whether somebody wants to add rows to a list of the file, or has begun to."""
    there = len(interview.setting.rows.get(path, ()))
    begun = any(
        one[: len(path)] == path and len(one) > len(path) and int(one[len(path)]) >= there for one in interview.told
    )
    return begun or ".".join(path) in interview.steered.get(MORE_ROWS, ())


def shares_all(interview: Interview, path: Path) -> bool:
    """Whether the rows of a list that can stand share all sessions among them, so that there is no other."""
    there = interview.setting.rows.get(path, ())
    told = {
        one[len(path)]: said for one, said in interview.told.items() if one[: len(path)] == path and one[-1] == "mix"
    }
    mixes = [row.get("mix") for row in there] + [said.value if said is not None else None for said in told.values()]
    texts = [mix for mix in mixes if isinstance(mix, str)]
    if not texts or len(texts) < len(mixes) or path in interview.written[2]:
        return False
    try:
        return abs(sum(parse_share(text) for text in texts) - 1) < _ROUNDING
    except PydanticCustomError:
        return False  # a range, vague or refused
