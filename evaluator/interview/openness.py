"""Whether a term or check is still open, and the ways in which a thing may be stated.

In: an interview so far and a path. Out: yes or no, and the question about one term. Must not order questions.
"""

from evaluator.interview.fields import question_about
from evaluator.interview.follow_ups import arises
from evaluator.interview.questions import Question
from evaluator.interview.state import Interview
from evaluator.offer.glossary import term_at
from evaluator.offer.judging import ONE_OF_TWO
from evaluator.offer.shapes import Term
from evaluator.offer.walking import Path

Names = tuple[str, ...]

WAYS: tuple[tuple[Names, ...], ...] = (
    (("caseload.sessions_per_week", "caseload.ramp.weeks", "caseload.ramp.starts_at"), ("patient_flow",)),
    (("caseload.ramp.weeks", "caseload.ramp.starts_at"), ("caseload.ramp.steps",), ("caseload.new_clients",)),
    (("pay.rate",), ("pay.rates",)),
    (("pay.units_per_session",), ("pay.units_by_visit",), ("pay.minutes_per_unit",)),
    (("pay.base_salary",), ("pay.base_hourly",)),
    (("pay.commission_per_session",), ("pay.commission_share",)),
    (("collections.per_session",), ("collections.payers",)),
)
"""Terms that may be stated in one of several ways, the usual one first. The first line is for physical therapy."""

OF_VISITS = WAYS[0]


def is_open(interview: Interview, path: Path) -> bool:
    """Whether nothing has been said of a term or check, and nobody has left it out."""
    setting = interview.setting
    if path in interview.told or path in setting.stands or was_left_before(interview, path):
        return False
    if len(path) > 1 and not arises(interview, path):
        return False
    if any(path in pair and one in setting.unfinished for pair in ONE_OF_TWO for one in pair if one != path):
        return False
    if any(path[:size] in interview.told and path[:size] not in _groups(interview) for size in range(1, len(path))):
        return False
    return interview.terms.standing(".".join(path)).knownness is None


def was_left_before(interview: Interview, path: Path) -> bool:
    """Whether an earlier session left something out, and nobody wants to go through that again."""
    return path in interview.setting.left_before and interview.steered.get("again") != ("yes",)


def _groups(interview: Interview) -> set[Path]:
    """Paths that only lead to others: nothing is told of them as a whole."""
    return {path[:size] for path in interview.told for size in range(1, len(path))} - set(interview.told)


def is_open_key(interview: Interview, path: Path) -> bool:
    """Whether a key of a group or row is to be asked: not said yet, and not said in another way."""
    if any(key.isdigit() for key in path):
        stands = path in interview.told or path in interview.setting.stands
        return not stands and not was_left_before(interview, path) and arises(interview, path)
    for pair in ONE_OF_TWO:
        if path in pair and any(interview.told.get(one) is not None for one in pair if one != path):
            return False
    return is_open(interview, path) and not is_otherwise(interview, ".".join(path))


def is_otherwise(interview: Interview, name: str) -> bool:
    """Whether the name belongs to a way that was not chosen."""
    for ways in WAYS:
        chosen = interview.steered.get(f"way.{ways[0][0]}")
        if chosen is not None and any(name in way and way[0] != chosen[0] for way in ways):
            return not any(name in way and way[0] == chosen[0] for way in ways)
    return False


def was_not_said(interview: Interview, path: Path) -> bool:
    """Whether a key was asked for, and left out, vague or refused."""
    if path not in interview.told:
        return False
    said = interview.told[path]
    return said is None or said.value in ("vague", "refused")


def term_of(interview: Interview, name: str) -> Term | None:
    """The term of a dotted name under the pay structure of the offer, if it can be stated there."""
    return term_at(tuple(name.split(".")), interview.structure)


def question_for(interview: Interview, path: Path, section: str, *, required: bool = False) -> Question:
    """The question about a term that exists."""
    term = term_at(path, interview.structure)
    assert term is not None
    return question_about(path, term, interview.setting.words, section=section, required=required)
