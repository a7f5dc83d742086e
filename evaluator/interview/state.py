"""An interview at one moment: what was said so far, and the offer file that says it.

In: a `Setting`. Out: `Interview`, its text, and the offer that the text holds. Must not decide what is asked, nor take
an answer apart.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from types import MappingProxyType

from evaluator.checklists.stated_terms import Terms
from evaluator.checklists.stated_terms import terms_of as terms_of_offer
from evaluator.interview.fields import row_model
from evaluator.interview.questions import Question, Said
from evaluator.interview.setting import Setting
from evaluator.offer import Evidence, OfferFile, OfferProblems
from evaluator.offer.commenting import Line, with_lines
from evaluator.offer.evidence import Fact
from evaluator.offer.glossary import term_at
from evaluator.offer.shapes import Part, Rows, terms_of
from evaluator.offer.terms import About
from evaluator.offer.walking import NOT_GIVEN, OF_THE_FILE, Path, Plain

NAME, EVIDENCE = ("offer", "name"), ("offer", "evidence")
_ALWAYS = ("offer", "pay")  # groups whose required keys are asked first of all


@dataclass(frozen=True)
class Interview:
    """What was said in this session, by path; None for what was left out. `steered` has answers that are not written.

    `trail` is every question answered so far, in order; `back` is the place in it to which somebody has gone back.
    `evidence` is what answers rest on from now on.
    """

    setting: Setting
    evidence: Evidence
    told: Mapping[Path, Said | None] = field(default_factory=lambda: MappingProxyType({}))
    steered: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    trail: tuple[Question, ...] = ()
    back: int | None = None

    @cached_property
    def written(self) -> tuple[str, OfferFile, frozenset[Path]]:
        """The text of the file, the offer in it, and the groups that are held back as comments.

        Groups and lists that are not finished are held back where the file would not be valid with them. Raises
        `OfferProblems` where it isn't valid even so.
        """
        told = frozenset(group for group in map(self._compound, self.told) if group is not None)
        unfinished = told | self.setting.unfinished
        try:
            return (*self.tried(frozenset()), frozenset())
        except OfferProblems:
            if not unfinished:
                raise
        # One by one, so that a list that is not finished takes no other with it.
        held = unfinished
        text, offer = self.tried(held)
        for group in sorted(unfinished):
            try:
                text, offer = self.tried(held - {group})
            except OfferProblems:
                continue
            held = held - {group}
        return text, offer, held

    @property
    def offer(self) -> OfferFile:
        """The offer as far as it was told."""
        return self.written[1]

    @cached_property
    def terms(self) -> Terms:
        """The terms of the offer by name, and how each came to be known."""
        return terms_of_offer(self.offer)

    @property
    def text(self) -> str | None:
        """The offer file as it may be saved; nothing before it has a name and says what it rests on."""
        if self.setting.before is None and not {NAME, EVIDENCE} <= set(self.told):
            return None
        return self.written[0]

    @property
    def structure(self) -> str | None:
        """The pay structure, if it is stated."""
        pay = self.offer.offer.pay
        return None if pay is None else pay.structure

    @property
    def around(self) -> Evidence:
        """What the file says that its terms rest on."""
        if self.setting.before is not None:
            return self.setting.before.offer.offer.evidence
        said = self.told.get(EVIDENCE)
        return Evidence(str(said.value)) if said is not None else self.evidence

    def _compound(self, path: Path) -> Path | None:
        """The list, or the group with required keys, that a term belongs to."""
        structure = self._said_structure()
        for size in range(1, len(path)):
            term = term_at(path[:size], structure)
            if term is None or (size == 1 and path[0] in _ALWAYS):
                continue
            if isinstance(term.shape, Rows) or (isinstance(term.shape, Part) and _requires(term.shape)):
                return path[:size]
        return None

    def needing(self, path: Path) -> Path | None:
        """The row or group that can't stand without this key, if it is one of those that were asked first."""
        group = self._compound(path)
        term = term_at(path, self._said_structure())
        if group is None or term is None or not term.required:
            return None
        if self._stands(group, path):
            return None  # what the file holds is not taken back
        return path[: len(group) + 1] if path[len(group)].isdigit() else group

    def _stands(self, group: Path, path: Path) -> bool:
        """Whether the row of a path, or its group, stands in the file."""
        if path[len(group)].isdigit():
            return int(path[len(group)]) < len(self.setting.rows.get(group, ()))
        return group in self.setting.stands

    def tried(self, held: frozenset[Path]) -> tuple[str, OfferFile]:
        """The text and the offer in it, with what stood there before unchanged. Raises `OfferProblems`."""
        setting = self.setting
        problems: OfferProblems | None = None
        for explicit, marks in ((False, True), (True, True), (True, False)):
            lines = self._lines(held, explicit=explicit)
            text = with_lines(setting.text, lines, setting.wording, replace_marks=marks)
            try:
                offer = setting.read(text, held & setting.unfinished)
            except OfferProblems as found:
                problems = problems or found
                continue
            if self._is_faithful(offer, held):
                return text, offer
        assert problems is not None, "an answer would have changed what stood in the file"
        raise problems

    def _is_faithful(self, offer: OfferFile, held: frozenset[Path]) -> bool:
        """Whether the offer says all that stood in the file before, and each answer on its own evidence."""
        before = self.setting.before
        lists = {".".join(path) for path in self.setting.rows}  # they say more with each row
        if before is not None and any(
            offer.facts.get(name) is None or not _same(fact, offer.facts[name])
            for name, fact in before.facts.items()
            if name not in lists
        ):
            return False
        for path, said in self.told.items():
            if said is None or path in OF_THE_FILE or any(path[: len(group)] == group for group in held):
                continue
            fact = offer.facts.get(".".join(path))
            if fact is not None and not isinstance(said.value, dict) and fact.evidence is not said.evidence:
                return False
        return True

    def _lines(self, held: frozenset[Path], *, explicit: bool) -> list[Line]:
        lines = [*self._required()]
        listed: set[Path] = set()
        for path, said in self.told.items():
            group = self._compound(path)
            if group is not None and self._is_list(group):
                if group not in listed:
                    listed.add(group)
                    lines += [*self._list(group, held=group in held, explicit=explicit), *self._left_of_rows(group)]
                if said is not None and self._stands(group, path):
                    lines.append(_line(path, said, self.around, held=False))
            elif said is None:
                lines.append(Line(path, None, self._comment(path)))
            else:
                stands = group is None or group in self.setting.unfinished
                lines.append(_line(path, said, self.around, held=not stands and group in held))
        if explicit:
            lines = [_explicit(line, self.told) for line in lines]
        order = {name: place for place, name in enumerate(self.setting.wording.sections)}
        return sorted(lines, key=lambda line: (order.get(line.path[0], len(order)), _in_head(line.path)))

    def _required(self) -> list[Line]:
        """What a file can't do without, for reading it before it was said."""
        if self.setting.before is not None:
            return []
        missing = {NAME: "not named yet", EVIDENCE: self.evidence.value}
        return [Line(path, value) for path, value in missing.items() if path not in self.told]

    def _is_list(self, group: Path) -> bool:
        term = term_at(group, self._said_structure())
        return term is not None and isinstance(term.shape, Rows)

    def _said_structure(self) -> str | None:
        said = self.told.get(("pay", "structure"))
        if said is not None:
            return str(said.value)
        before = self.setting.before
        return None if before is None or before.offer.pay is None else before.offer.pay.structure

    def _list(self, group: Path, *, held: bool, explicit: bool) -> Iterator[Line]:
        """A list as one line, each value with its basis where that is not the file's; unfinished rows as comments.

        Of a list that stands in the file, only the rows behind those there.
        """
        there, rows = len(self.setting.rows.get(group, ())), self._further_rows(group)
        term = term_at(group, self._said_structure())
        assert term is not None
        basis = partial(_with_basis, around=self.around, explicit=explicit)
        plain: dict[str, Plain] = {
            row: {name: basis(said) for name, said in keys.items()} for row, keys in rows.items()
        }
        whole = [plain[row] for row, keys in rows.items() if self._is_whole(group, keys)]
        if whole:
            yield Line(group, whole, term.description if not there else "", held, more=there > 0)
        for row, keys in rows.items():
            if not self._is_whole(group, keys):
                yield Line(group, [plain[row]], held=True)

    def _further_rows(self, group: Path) -> dict[str, dict[str, Said]]:
        """What was said of rows that don't stand in the file, by row and key."""
        size, there = len(group), len(self.setting.rows.get(group, ()))
        rows: dict[str, dict[str, Said]] = {}
        for path, said in self.told.items():
            if path[:size] == group and said is not None and len(path) > size and int(path[size]) >= there:
                rows.setdefault(path[size], {})[path[size + 1]] = said
        return rows

    def _is_whole(self, group: Path, keys: Mapping[str, Said]) -> bool:
        """Whether a row has all that it can't stand without."""
        term = term_at(group, self._said_structure())
        assert term is not None
        needed = [name for name, one in terms_of(row_model(term)).items() if one.required]
        return all(name in keys and keys[name].value not in NOT_GIVEN for name in needed)

    def _left_of_rows(self, group: Path) -> Iterator[Line]:
        """For each row the keys that were left out, now or in an earlier session."""
        size = len(group)
        before = [path for path in self.setting.left_before if path[:size] == group and len(path) == size + 2]
        rows: dict[str, list[str]] = {}
        for path in (*sorted(before), *self.told):
            if path[:size] == group and len(path) == size + 2:
                rows.setdefault(path[size], []).append(path[-1])
        places = self._places(group)
        for row, keys in rows.items():
            left = [key for key in keys if self.told.get((*group, row, key)) is None]
            if left or any(path[size] == row for path in before):
                yield Line(group, None, row=places.get(row, int(row)), left=tuple(dict.fromkeys(left)))

    def _places(self, group: Path) -> dict[str, int]:
        """At which place of the list each further row is found again: those that are not finished come last."""
        there, rows = len(self.setting.rows.get(group, ())), self._further_rows(group)
        order = sorted(rows, key=lambda row: not self._is_whole(group, rows[row]))
        return {row: there + number for number, row in enumerate(order)}

    def _comment(self, path: Path) -> str:
        """The question behind a path: the check's or the term's."""
        check = self.setting.catalogue.by_id.get(path[-1]) if len(path) == 2 else None
        if check is not None and self.setting.catalogue.checklist_of[check.id].section == path[0]:
            return check.ask
        term = term_at(path, self._said_structure())
        return self.setting.words.asks(path, term) if term is not None else ""


def _requires(part: Part) -> bool:
    return any(term.required for term in terms_of(part.models[0]).values())


_HEAD = {name: place for place, name in enumerate(terms_of(About))}


def _in_head(path: Path) -> int:
    """The place of a key in the head; elsewhere the order of the telling stands."""
    return _HEAD.get(path[1], 0) if path[0] == "offer" and len(path) > 1 else 0


def _line(path: Path, said: Said, around: Evidence, *, held: bool) -> Line:
    if path in OF_THE_FILE:
        return Line(path, said.value, said.comment, says=said.says)
    evidence = None if said.evidence is around else said.evidence
    return Line(path, said.value, said.comment, held, evidence, said.quote, said.where, said.says)


def _explicit(line: Line, told: Mapping[Path, Said | None]) -> Line:
    """The line with its evidence written out, for groups that have another one of their own."""
    said = told.get(line.path)
    if said is None or line.path in OF_THE_FILE:
        return line
    return replace(line, evidence=said.evidence)


def _with_basis(said: Said, around: Evidence, *, explicit: bool) -> Plain:
    basis: dict[str, Plain] = {}
    if explicit or said.evidence is not around:
        basis["evidence"] = said.evidence.value
    if said.quote is not None:
        basis["quote"] = said.quote
    if said.where is not None:
        basis["where"] = said.where
    return {"value": said.value, **basis} if basis else said.value


def _same(before: Fact, after: Fact) -> bool:
    """Whether a fact still says the same, wherever it stands now."""
    return replace(before, place=after.place) == after
