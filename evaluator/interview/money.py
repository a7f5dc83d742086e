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
from evaluator.economics import Reader
from evaluator.economics.money_terms import money_terms
from evaluator.interview.fields import readable
from evaluator.interview.groups import NOTHING_MORE, PICK, keys_of_group, rows_of_list
from evaluator.interview.openness import (
    OF_VISITS,
    WAYS,
    Names,
    is_open,
    is_open_key,
    is_otherwise,
    question_for,
    term_of,
)
from evaluator.interview.questions import Choice, Question
from evaluator.interview.rows import MORE_ROWS, question_about_more
from evaluator.interview.state import EVIDENCE, NAME, Interview
from evaluator.offer.clinician import AboutMe
from evaluator.offer.glossary import term_at
from evaluator.offer.judging import ONE_OF_TWO
from evaluator.offer.shapes import Part, Rows, Term, telling_words, terms_of
from evaluator.offer.terms import About, Offer
from evaluator.offer.walking import Path

TIERS = ("pay.per", "pay.method", "pay.tiers")
NOT_PICKED = ("format", "offer", "pay", "patient_flow", "control", "pay.listed_fee", "pay.clawback_share")
PICK_PAY, PICK_REST = "pick.pay", "pick.rest"
LATER = ("issued", "good_until", "revision", "revised_because")
"""Keys of the head that are for those who want every question."""


def head_questions(interview: Interview) -> Iterator[Question]:
    """What names the offer, and the head's other keys."""
    about = interview.offer.offer.offer
    for path in (EVIDENCE, NAME):
        if interview.setting.before is None and path not in interview.told:
            yield _first(interview, path)
    for name in terms_of(About):
        path = ("offer", name)
        if path in (EVIDENCE, NAME) or name in LATER or (name == "as_of" and about.as_of is not None):
            continue
        if is_open(interview, path):
            yield question_for(interview, path, "offer")


def later_head_questions(interview: Interview) -> Iterator[Question]:
    """The head's keys that only matter to some: until when it can be accepted, and which version it is."""
    about = interview.offer.offer.offer
    for name in LATER:
        if name == "revised_because" and _is_first(about.revision):
            continue
        if is_open(interview, ("offer", name)):
            yield question_for(interview, ("offer", name), "offer")


def _is_first(revision: str | None) -> bool:
    """Whether there was no version before this one, or none is stated."""
    return revision is None or revision.strip().casefold().rstrip(".") in ("1", "first", "1st", "one", "v1", "original")


def _first(interview: Interview, path: Path) -> Question:
    question = question_for(interview, path, "offer")
    suggested = readable(PurePath(interview.setting.name).stem) if path == NAME else ""
    return replace(question, required=True, suggested=suggested)


def money_questions(interview: Interview) -> Iterator[Question]:
    """The pay structure, then what the figures would have to guess, then what else an offer may state of pay.

    What the rows in the file lack comes first, then a list that somebody has begun: once it can stand, the figures
    have no more to guess of it.
    """
    for path in (*interview.setting.rows, *sorted(interview.setting.unfinished)):
        yield from _asked(interview, ".".join(path))
    yield from question_about_more(interview)
    for name in interview.steered.get(MORE_ROWS, ()):
        yield from _asked(interview, name)
    begun = (path[:size] for path in interview.told for size, key in enumerate(path) if key.isdigit())
    for path in dict.fromkeys(begun):
        yield from _asked(interview, ".".join(path))
    if is_open(interview, ("pay", "structure")) and interview.structure is None:
        yield _structure(interview)
    names = _in_order(interview, [*_guessed(interview), *_looked_at(interview)])
    yield from _of_section(interview, [name for name in names if name.startswith("pay.")])
    if interview.structure is not None and not _were_offered(interview, past=("offer", "pay")):
        yield from _picked(interview, PICK_PAY, "pay", names, _rest_of_pay(interview))
    yield from _of_section(interview, [name for name in names if not name.startswith("pay.")])
    if not _were_offered(interview, past=tuple(terms_of(Offer))):
        yield from _picked(interview, PICK_REST, "the rest", names, _rest_of_offer())


def _were_offered(interview: Interview, *, past: Sequence[str]) -> bool:
    """Whether an earlier session came past a list to pick from: only an interview marks what was left out.

    `past` are the sections up to that list. What was not picked is offered again with all else that was left out.
    """
    setting = interview.setting
    if setting.before is None or not setting.left_before or interview.steered.get("again") == ("yes",):
        return False
    sections = {path[0] for path in setting.left_before} | {name.partition(".")[0] for name in setting.before.facts}
    return bool(sections - set(past))


def _structure(interview: Interview) -> Question:
    path = ("pay", "structure")
    pay = terms_of(Offer)["pay"]
    assert isinstance(pay.shape, Part)
    words = interview.setting.words
    choices = tuple(Choice(word, words.choices["pay.structure", word]) for word in telling_words(pay.shape))
    asks = words.asked.terms["pay.structure"].ask
    return Question(".".join(path), asks, "choice", "pay", path, choices=choices, comment=" ")


def _guessed(interview: Interview) -> list[str]:
    """The terms that the figures would take at their worst, likely and best case."""
    discipline = interview.offer.offer.offer.discipline or "psychotherapy"
    reader = Reader(AboutMe(), interview.setting.assumptions, interview.setting.today.year, discipline)
    return [name for name, term in money_terms(interview.offer, reader).items() if term.state == "not_stated"]


def _looked_at(interview: Interview) -> Iterator[str]:
    """The terms that core checks look at, as far as these are for this offer; the first of those that say the same."""
    terms = interview.terms
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
        if name == "pay.share" and term_of(interview, name) is None:
            known |= dict.fromkeys(one for one in TIERS if term_of(interview, one) is not None)
        elif (term := term_of(interview, name)) is not None and not isinstance(term.shape, (Part, Rows)):
            known[name] = None
    for first, second in ONE_OF_TWO:
        if ".".join(first) in known or not is_open(interview, first):
            known.pop(".".join(second), None)
    headings = {".".join(path): place for place, path in enumerate(interview.setting.wording.headings)}
    # Pay goes as the figures go; elsewhere a term may refer to the one before it in the file.
    return sorted(known, key=lambda name: (order[name.partition(".")[0]], name[:4] != "pay." and headings.get(name, 0)))


def _of_section(interview: Interview, names: Sequence[str]) -> Iterator[Question]:
    """The questions behind the names; where there are several ways to state a thing, the way first."""
    taken: set[str] = set()
    for name in names:
        ways = _ways_from(interview, name)
        if ways is None:
            if name not in taken and not is_otherwise(interview, name):
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
            usable = tuple(way for way in ways if term_of(interview, way[0]) is not None)
            return usable if len(usable) > 1 else None
    return None


def _way(interview: Interview, id: str, ways: Sequence[Names]) -> Question:
    spoken = interview.setting.words.asked.ways[ways[0][0]]
    choices = tuple(Choice(way[0], spoken.answers[way[0]]) for way in ways)
    return Question(id, spoken.ask, "choice", ways[0][0].partition(".")[0], choices=choices)


def _asked(interview: Interview, name: str) -> Iterator[Question]:
    """The open questions of one term: itself, the keys of a group, or the rows of a list."""
    path = tuple(name.split("."))
    term = term_at(path, interview.structure)
    if term is None:
        return
    match term.shape:
        case Rows():
            yield from rows_of_list(interview, path, term)
        case Part():
            yield from keys_of_group(interview, path, term, path[0])
        case _ if is_open(interview, path):
            yield question_for(interview, path, path[0])


def _rest_of_pay(interview: Interview) -> Iterator[tuple[str, Term]]:
    pay = terms_of(Offer)["pay"].shape
    assert isinstance(pay, Part)
    model = next(model for model in pay.models if interview.structure in telling_words(pay, model))
    yield from ((f"pay.{name}", term) for name, term in terms_of(model).items() if name != "structure")


def _rest_of_offer() -> Iterator[tuple[str, Term]]:
    for section, term in terms_of(Offer).items():
        if section in NOT_PICKED or not isinstance(term.shape, Part):
            continue
        if section in ("travel", "monitoring"):
            yield section, term
            continue
        for name, below in terms_of(term.shape.models[0]).items():
            yield f"{section}.{name}", below


def _picked(
    interview: Interview, id: str, section: str, asked: Sequence[str], rest: Iterable[tuple[str, Term]]
) -> Iterator[Question]:
    """A list of what is still open to pick from, or the questions about what was picked."""
    chosen = interview.steered.get(id)
    if chosen is not None:
        for name in chosen:
            yield from _asked(interview, name)
        return
    alternatives = {one for ways in WAYS for way in ways for one in way}
    choices = tuple(
        Choice(name, interview.setting.words.picks(name, term))
        for name, term in rest
        if name not in (*asked, *alternatives, *NOT_PICKED) and _is_untold(interview, tuple(name.split(".")), asked)
    )
    if choices:
        yield Question(id, PICK, "several", section, choices=choices, hint=NOTHING_MORE)


def _is_untold(interview: Interview, path: Path, asked: Sequence[str]) -> bool:
    """Whether a term, or some key of a group, is open and not asked by itself."""
    term = term_at(path, interview.structure)
    if term is not None and isinstance(term.shape, Part):
        below = terms_of(term.shape.models[0])
        return any(is_open_key(interview, (*path, key)) and ".".join((*path, key)) not in asked for key in below)
    return term is not None and is_open_key(interview, path)
