"""Which terms of an offer are asked about, and in which order.

In: an interview so far. Out: questions about the head and the money, open ones only. Must not look at answers of
checks. What the figures would otherwise have to guess, and what the core checks look at, is asked by itself; the rest
of what an offer may state is picked from a list.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from evaluator.checklists.assessing import applies
from evaluator.checklists.measures import MEASURES
from evaluator.checklists.stated_terms import terms_of as standings_of
from evaluator.economics import Reader
from evaluator.economics.money_terms import money_terms
from evaluator.interview.fields import question_about, readable, row_model, term_at
from evaluator.interview.questions import Choice, Question
from evaluator.interview.state import EVIDENCE, NAME, Interview
from evaluator.offer.clinician import AboutMe
from evaluator.offer.judging_pay import EITHER_OR
from evaluator.offer.shapes import Part, Rows, Several, Term, telling_words, terms_of
from evaluator.offer.terms import About, Offer
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
TIERS = ("pay.per", "pay.method", "pay.tiers")
NOT_PICKED = ("format", "offer", "pay", "patient_flow", "control", "pay.listed_fee", "pay.clawback_share")
PICK_PAY, PICK_REST = "pick.pay", "pick.rest"
PICK = "Does the offer say anything of these, too? Pick what it speaks of."
ANOTHER = (
    Choice("no", "No, that is all."),
    Choice("yes", "Yes, there is another."),
    Choice("unfinished", "Leave it unfinished: keep it in the file as a comment."),
)
NOTHING_MORE = "what is not picked stays open"


def head_questions(interview: Interview) -> Iterator[Question]:
    """What names the offer, and the head's other keys."""
    about = interview.offer.offer.offer
    for path in (EVIDENCE, NAME):
        if interview.setting.before is None and path not in interview.told:
            yield _first(interview, path)
    for name in terms_of(About):
        path = ("offer", name)
        if path in (EVIDENCE, NAME) or (name == "as_of" and about.as_of is not None):
            continue
        if is_open(interview, path):
            question = _question(interview, path, "offer")
            yield replace(question, suggested=interview.setting.today.isoformat()) if name == "as_of" else question


def _first(interview: Interview, path: Path) -> Question:
    question = _question(interview, path, "offer")
    suggested = readable(PurePath(interview.setting.name).stem) if path == NAME else ""
    return replace(question, required=True, suggested=suggested)


def money_questions(interview: Interview) -> Iterator[Question]:
    """The pay structure, then what the figures would have to guess, then what else an offer may state of pay."""
    if is_open(interview, ("pay", "structure")) and interview.structure is None:
        yield _structure(interview)
    names = _in_order(interview, [*_guessed(interview), *_looked_at(interview)])
    yield from _of_section(interview, [name for name in names if name.startswith("pay.")])
    if interview.structure is not None:
        yield from _picked(interview, PICK_PAY, "pay", names, _rest_of_pay(interview))
    yield from _of_section(interview, [name for name in names if not name.startswith("pay.")])
    yield from _picked(interview, PICK_REST, "the rest", names, _rest_of_offer(interview))


def is_open(interview: Interview, path: Path) -> bool:
    """Whether nothing has been said of a term or check, and nobody has left it out."""
    setting = interview.setting
    if path in interview.told or (path in setting.left_before and not interview.steered.get("again") == ("yes",)):
        return False
    if any(path[:size] in interview.told and path[:size] not in _groups(interview) for size in range(1, len(path))):
        return False
    return standings_of(interview.offer).standing(".".join(path)).knownness is None


def _groups(interview: Interview) -> set[Path]:
    """Paths that only lead to others: nothing is told of them as a whole."""
    return {path[:size] for path in interview.told for size in range(1, len(path))} - set(interview.told)


def _structure(interview: Interview) -> Question:
    path = ("pay", "structure")
    pay = terms_of(Offer)["pay"]
    assert isinstance(pay.shape, Part)
    words = interview.setting.words
    choices = tuple(Choice(word, words.choices["pay.structure", word]) for word in telling_words(pay.shape))
    return Question(
        ".".join(path), words.asks["pay.structure"], "choice", "pay", path, choices=choices, comment=" "
    )


def _guessed(interview: Interview) -> list[str]:
    """The terms that the figures would take at their worst, likely and best case."""
    discipline = interview.offer.offer.offer.discipline or "psychotherapy"
    reader = Reader(AboutMe(), interview.setting.assumptions, interview.setting.today.year, discipline)
    return [name for name, term in money_terms(interview.offer, reader).items() if term.state == "not_stated"]


def _looked_at(interview: Interview) -> Iterator[str]:
    """The terms that core checks look at, as far as these are for this offer; the first of those that say the same."""
    terms = standings_of(interview.offer)
    for _, check in interview.setting.asked.pairs():
        if not check.core or applies(check.applies, interview.offer) is False:
            continue
        groups = [*check.term_groups] if check.terms else []
        if check.measure is not None:
            groups += [tuple(names.split("|")) for names in MEASURES[check.measure].terms]
        yield from (names[0] for names in groups if terms.standing_of_any(names).knownness is None)


def _in_order(interview: Interview, names: Iterable[str]) -> list[str]:
    """Each name once, by section, in the order of the figures; those alone that the offer can state as one term."""
    order = {name: place for place, name in enumerate(interview.setting.wording.sections)}
    known: dict[str, None] = {}
    for name in names:
        if name == "pay.share" and _term(interview, name) is None:
            known |= dict.fromkeys(one for one in TIERS if _term(interview, one) is not None)
        elif (term := _term(interview, name)) is not None and not isinstance(term.shape, (Part, Rows)):
            known[name] = None
    for first, second in EITHER_OR:
        if ".".join(first) in known or not is_open(interview, first):
            known.pop(".".join(second), None)
    return sorted(known, key=lambda name: order[name.partition(".")[0]])


def _of_section(interview: Interview, names: Sequence[str]) -> Iterator[Question]:
    """The questions behind the names; where there are several ways to state a thing, the way first."""
    taken: set[str] = set()
    for name in names:
        ways = _ways_from(interview, name)
        if ways is None:
            if name not in taken and not _otherwise(interview, name):
                yield from _asked(interview, name)
            continue
        id = f"way.{name}"
        chosen = interview.steered.get(id)
        if chosen is None and all(is_open(interview, tuple(one.split("."))) for way in ways for one in way[:1]):
            yield _way(interview, id, ways)
            yield from _asked(interview, name)
        elif chosen is None or chosen == (name,):
            yield from _asked(interview, name)
        else:
            way = next(way for way in ways if way[0] == chosen[0])
            for one in way:
                yield from _asked(interview, one)


def _ways_from(interview: Interview, name: str) -> tuple[Names, ...] | None:
    """The ways of stating what the name is the usual term for."""
    of_visits = interview.offer.offer.offer.discipline == "physical_therapy"
    for ways in WAYS:
        if ways[0][0] == name and (of_visits or ways is not OF_VISITS):
            usable = tuple(way for way in ways if _term(interview, way[0]) is not None)
            return usable if len(usable) > 1 else None
    return None


def _otherwise(interview: Interview, name: str) -> bool:
    """Whether the name belongs to a way that was not chosen."""
    for ways in WAYS:
        chosen = interview.steered.get(f"way.{ways[0][0]}")
        if chosen is not None and any(name in way and way[0] != chosen[0] for way in ways):
            return not any(name in way and way[0] == chosen[0] for way in ways)
    return False


def _way(interview: Interview, id: str, ways: Sequence[Names]) -> Question:
    words = interview.setting.words
    choices = tuple(Choice(way[0], _describes(interview, way[0])) for way in ways)
    asks = words.open.get(ways[0][0], "How is it stated?")
    return Question(id, asks, "choice", ways[0][0].partition(".")[0], choices=choices, hint="How is it stated?")


def _describes(interview: Interview, name: str) -> str:
    term = _term(interview, name)
    return (term.description or readable(term.name)) if term is not None else readable(name)


def _term(interview: Interview, name: str) -> Term | None:
    return term_at(tuple(name.split(".")), interview.structure)


def _question(interview: Interview, path: Path, section: str, *, required: bool = False) -> Question:
    term = term_at(path, interview.structure)
    assert term is not None
    return question_about(path, term, interview.setting.words, section=section, required=required)


def _asked(interview: Interview, name: str) -> Iterator[Question]:
    """The open questions of one term: itself, the keys of a group, or the rows of a list."""
    path = tuple(name.split("."))
    term = term_at(path, interview.structure)
    if term is None:
        return
    match term.shape:
        case Rows():
            yield from _rows(interview, path, term)
        case Part():
            yield from _keys(interview, path, term, path[0])
        case _ if is_open(interview, path):
            yield _question(interview, path, path[0])


def _keys(interview: Interview, path: Path, term: Term, section: str) -> Iterator[Question]:
    """The keys of a group or row: what it can't do without, what the figures need, and a pick from the rest."""
    name = ".".join(key for key in path if not key.isdigit())
    keys = {key: one for key, one in terms_of(row_model(term)).items() if not isinstance(one.shape, (Rows, Several))}
    required = [key for key, one in keys.items() if one.required]
    needed = [key for key in keys if f"{name}.{key}" in interview.setting.words.open and key not in required]
    for key in (*required, *needed):
        if interview.told.get((*path, key), "open") is None and key in required:
            return  # without it the group can't stand
        if _is_open_key(interview, (*path, key)):
            yield _question(interview, (*path, key), section, required=False)
    rest = [key for key in keys if key not in (*required, *needed) and _is_open_key(interview, (*path, key))]
    if len(rest) == 1 or interview.steered.get(f"more.{'.'.join(path)}") is None:
        if len(rest) > 1:
            choices = tuple(Choice(key, keys[key].description) for key in rest)
            asks = f"{PICK}"
            yield Question(f"more.{'.'.join(path)}", asks, "several", section, choices=choices, hint=NOTHING_MORE)
        elif rest:
            yield _question(interview, (*path, rest[0]), section)
        return
    for key in interview.steered[f"more.{'.'.join(path)}"]:
        if _is_open_key(interview, (*path, key)):
            yield _question(interview, (*path, key), section)


def _is_open_key(interview: Interview, path: Path) -> bool:
    return path not in interview.told if any(key.isdigit() for key in path) else is_open(interview, path)


def _rows(interview: Interview, path: Path, term: Term) -> Iterator[Question]:
    """The rows of a list, one after the other, until there is no other."""
    number = 0
    while path not in interview.told:
        row = (*path, str(number))
        one = replace(term, shape=Part((row_model(term),)))
        questions = [*_keys(interview, row, one, path[0])]
        yield from questions
        another = ".".join((*row, "another"))
        said = interview.steered.get(another)
        if said is None:
            if not questions:
                yield Question(
                    another,
                    f"Another one? {term.description}",
                    "choice",
                    path[0],
                    choices=ANOTHER,
                    required=True,
                )
            return
        if said != ("yes",):
            return
        number += 1


def _rest_of_pay(interview: Interview) -> Iterator[tuple[str, str]]:
    pay = terms_of(Offer)["pay"].shape
    assert isinstance(pay, Part)
    model = next(model for model in pay.models if interview.structure in telling_words(pay, model))
    yield from ((f"pay.{name}", term.description) for name, term in terms_of(model).items() if name != "structure")


def _rest_of_offer(interview: Interview) -> Iterator[tuple[str, str]]:
    for section, term in terms_of(Offer).items():
        if section in NOT_PICKED or not isinstance(term.shape, Part):
            continue
        if section in ("travel", "monitoring"):
            yield section, term.description
            continue
        for name, below in terms_of(term.shape.models[0]).items():
            yield f"{section}.{name}", below.description


def _picked(
    interview: Interview, id: str, section: str, asked: Sequence[str], rest: Iterable[tuple[str, str]]
) -> Iterator[Question]:
    """A list of what is still open to pick from, or the questions about what was picked."""
    chosen = interview.steered.get(id)
    if chosen is not None:
        for name in chosen:
            yield from _asked(interview, name)
        return
    alternatives = {one for ways in WAYS for way in ways for one in way}
    choices = tuple(
        Choice(name, says)
        for name, says in rest
        if name not in (*asked, *alternatives, *NOT_PICKED) and _is_untold(interview, tuple(name.split(".")), asked)
    )
    if choices:
        yield Question(id, PICK, "several", section, choices=choices, hint=NOTHING_MORE)


def _is_untold(interview: Interview, path: Path, asked: Sequence[str]) -> bool:
    """Whether a term, or some key of a group, is open and not asked by itself."""
    term = term_at(path, interview.structure)
    if term is not None and isinstance(term.shape, Part):
        below = terms_of(term.shape.models[0])
        return any(is_open(interview, (*path, key)) and ".".join((*path, key)) not in asked for key in below)
    return term is not None and is_open(interview, path)
