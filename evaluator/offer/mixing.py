"""An offer between two versions of it: the old one with some of the changes of the new one made.

In: two offers, their alignment, the matters to change. Out: an `OfferFile`, or `OfferProblems` where no offer could say
so. Must not depend on the order in which changes are named.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from evaluator.offer.aligning import AS_OF, NAME, Alignment, Matter, Path
from evaluator.offer.evidence import Evidence, Fact, Knownness, Place
from evaluator.offer.glossary import STRUCTURE, term_at
from evaluator.offer.loading import Questions, parse_offer
from evaluator.offer.shapes import Amounts, Rows, terms_of
from evaluator.offer.terms import Offer, OfferFile
from evaluator.offer.values import parse_day
from evaluator.offer.writing import dump_offer

_NOWHERE = Place(1, 1)


def mixed(
    old: OfferFile, new: OfferFile, alignment: Alignment, chosen: Collection[Matter], questions: Questions
) -> OfferFile:
    """The old version with these matters as the new one has them. All of them together give what the new one says.

    Raises `OfferProblems` where some can't change without others. Changes of answers alone leave the terms the very
    same object.
    """
    answers = {matter for matter in chosen if is_answer(matter, questions)}
    terms = set(chosen) - answers
    if all(matter.path[0] in _SECTIONS for matter in terms):
        made = _with_terms(old, alignment, terms, questions) if terms else old
        return _with_answers(made, new, answers) if answers else made
    return _read_anew(old, alignment, set(chosen), questions)


def _with_terms(old: OfferFile, alignment: Alignment, made: Collection[Matter], questions: Questions) -> OfferFile:
    """With other terms and the old answers, which nothing in a term can change: they need not be read again."""
    facts = {name: fact for name, fact in old.facts.items() if fact.path[0] not in _SECTIONS}
    read = _read_anew(old, alignment, made, questions, answers=False)
    return replace(read, answers=old.answers, facts={**read.facts, **facts})


def _read_anew(
    old: OfferFile, alignment: Alignment, made: Collection[Matter], questions: Questions, *, answers: bool = True
) -> OfferFile:
    """Written down with these changes, and read as any offer is; without answers where they stay as they are."""
    said = {pair.path: pair.old for pair in alignment.alike if pair.old is not None}
    for matter in alignment.matters:
        said |= {pair.path: fact for pair in matter.pairs if (fact := pair.new if matter in made else pair.old)}
    if not answers:
        said = {path: fact for path, fact in said.items() if path[0] in _SECTIONS}
    about = old.offer.offer
    name, day = said.pop(NAME, None), said.pop(AS_OF, None)
    about = about.model_copy(
        update={"name": name.said if name else about.name, "as_of": parse_day(day.said) if day else None}
    )
    shell = replace(
        old,
        offer=old.offer.model_copy(update={"offer": about}),
        facts=_numbered(said, _orders(alignment, made), _places(alignment)),
    )
    read = parse_offer(dump_offer(shell).encode(), file=old.file, questions=questions)
    return replace(read, id=old.id)


def is_answer(matter: Matter, questions: Questions) -> bool:
    """Whether a matter is one answer to a question of a checklist."""
    path = matter.path
    return len(path) == 2 and not matter.whole and path[1] in questions.get(path[0], {}) and path[0] not in _SECTIONS


_SECTIONS = frozenset(terms_of(Offer))


def _with_answers(old: OfferFile, new: OfferFile, chosen: Collection[Matter]) -> OfferFile:
    facts = dict(old.facts)
    answers = {section: dict(words) for section, words in old.answers.items()}
    for matter in chosen:
        section, check = matter.path
        name, fact = ".".join(matter.path), matter.pairs[0].new
        facts.pop(name, None)
        answers.setdefault(section, {}).pop(check, None)
        if fact is not None:
            facts[name] = fact
        word = new.answers.get(section, {}).get(check)
        if word is not None:
            answers[section][check] = word
    return replace(old, facts=facts, answers=answers)


def _orders(alignment: Alignment, made: Collection[Matter]) -> Mapping[Path, tuple[str, ...]]:
    """The order of the items of each list: that of the old version unless the change of order is among those made."""
    turned = {matter.path for matter in alignment.matters if matter.reordered and matter in made}
    return {path: orders[path in turned] for path, orders in alignment.lists.items()}


def _places(alignment: Alignment) -> Mapping[Path, int]:
    """The place of every key: as the new version has them, and those that only the old one has behind."""
    pairs = [*alignment.alike, *(pair for matter in alignment.matters for pair in matter.pairs)]
    lines = sorted((_line(pair.new, 0), _line(pair.old, 1), pair.path) for pair in pairs)
    places: dict[Path, int] = {}
    for _, _, path in lines:
        for size in range(1, len(path) + 1):
            places.setdefault(path[:size], len(places))
    return places


def _line(fact: Fact | None, otherwise: int) -> tuple[int, Place]:
    return (0, fact.place) if fact is not None else (1 + otherwise, _NOWHERE)


def _numbered(
    said: Mapping[Path, Fact], orders: Mapping[Path, tuple[str, ...]], places: Mapping[Path, int]
) -> dict[str, Fact]:
    """The statements with the numbers of list items in place of their marks, and with a head for each list.

    Where one word says a whole group and parts of it are said, too, the parts hold.
    """
    inner = {path[:size] for path in said for size in range(1, len(path))}
    facts: dict[str, Fact] = {}
    for path in sorted(said, key=lambda path: _place(path, orders, places)):
        fact = said[path]
        if path in inner and fact.said:
            continue
        real = _real(path, said, orders)
        for size in range(1, len(real)):
            head = ".".join(real[:size])
            if head not in facts and _needs_head(real[:size], said):
                facts[head] = Fact(real[:size], "", Knownness.STATED, Evidence.CONTRACT, _NOWHERE)
        facts[".".join(real)] = replace(fact, path=real)
    return facts


def _place(path: Path, orders: Mapping[Path, tuple[str, ...]], places: Mapping[Path, int]) -> tuple[int, ...]:
    return tuple(
        orders[path[:size]].index(key) if path[:size] in orders else places[path[: size + 1]]
        for size, key in enumerate(path)
    )


def _real(path: Path, said: Mapping[Path, Fact], orders: Mapping[Path, tuple[str, ...]]) -> Path:
    real: list[str] = []
    for size, key in enumerate(path):
        above = path[:size]
        if above not in orders:
            real.append(key)
            continue
        there = [mark for mark in orders[above] if any(other[: size + 1] == (*above, mark) for other in said)]
        real.append(str(there.index(key)))
    return tuple(real)


def _needs_head(path: Path, said: Mapping[Path, Fact]) -> bool:
    structure = said.get(STRUCTURE)
    term = term_at(path, structure.said if structure else None)
    return term is not None and isinstance(term.shape, (Rows, Amounts))
