"""What one offer says to one thing that the sheet asks: `Stated` records, with words, basis and whether it can change.

In: an offer as read, its assessment, and what is asked. Out: `Stated`s. Must not fill in or judge anything.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from evaluator.checklists import Assessment, Catalogue
from evaluator.comparison.disclosed_rows import Asked
from evaluator.comparison.disclosed_words import label_in_words, reads_by_itself, shape_of, with_ending
from evaluator.comparison.disclosure_model import Changes, Stated
from evaluator.comparison.value_words import value_in_words
from evaluator.offer import Fact, Knownness, OfferFile
from evaluator.offer.pay import AnyPay, BasePlusCommission, Shared, Tiered
from evaluator.offer.shapes import Amounts, Part, Rows


def shares_money(pay: AnyPay) -> bool:
    """Whether pay is (or may be) a share of money, so that it matters what of and what comes off before."""
    match pay:
        case BasePlusCommission(commission_per_session=amount):
            return amount is None
        case Tiered(tiers=tiers):
            return not any(tier.per_session is not None for tier in tiers or ())
        case _:
            return isinstance(pay, Shared)


@dataclass(frozen=True, slots=True)
class Disclosing:
    """One offer, with what is needed to say in words what it states."""

    offer_file: OfferFile
    catalogue: Catalogue
    assessment: Assessment

    def stated(self, asked: Asked) -> Iterator[Stated]:
        """What the offer says to one thing that is asked; nothing where that can't be said of such an offer."""
        possible = [key for key in asked.keys if self.is_possible(key)]
        called = _bare(asked.names[-1])
        for key in possible:
            name = asked.name_of(asked.keys.index(key))
            found = [replace(one, name=called) if len(asked.names) > 1 else one for one in self._said(key, name)]
            if found:
                yield from found
                return
        if asked.always and possible:
            yield Stated(possible[0], called, "not_stated")

    def term(self, key: str) -> Stated | None:
        """What the offer says of one term, a list or amounts by name as a whole; none where it says nothing."""
        return next(self._said(key, "{}"), None)

    def is_possible(self, key: str) -> bool:
        """Whether the term exists for this way of being paid; answers and other terms always do."""
        pay = self.offer_file.offer.pay
        if not key.startswith("pay.") or pay is None:
            return True
        if key.removeprefix("pay.") in Shared.model_fields.keys() - AnyPay.model_fields.keys():
            return shares_money(pay)
        return shape_of(self.offer_file, tuple(key.split("."))) is not None

    def not_for(self, key: str) -> str | None:
        """Why a check is not about this offer; none where it is, or where no check is meant."""
        check = key.partition(".")[2]
        if check not in self.catalogue.by_id or self._section(check) != key.partition(".")[0]:
            return None
        finding = self.assessment.finding(check)
        return finding.says if finding.outcome == "not_applicable" else None

    def _section(self, check: str) -> str:
        return self.catalogue.checklist_of[check].section

    def _said(self, key: str, name: str) -> Iterator[Stated]:
        path = tuple(key.split("."))
        fact = self._fact(path)
        section, _, check = key.partition(".")
        if check in self.catalogue.by_id and self._section(check) == section:
            if fact is not None:
                yield self._one(key, name, fact, lambda: self._answer(section, check))
            return
        shape = shape_of(self.offer_file, path)
        if isinstance(shape, Part) and (fact is None or fact.knownness is Knownness.STATED):
            yield from self._of_group(path, name)
        elif fact is not None:
            yield self._one(key, name, fact, lambda: self._words(path, fact))

    def _fact(self, path: tuple[str, ...]) -> Fact | None:
        """What was said of the term, or that the group around it was vague or refused as a whole."""
        for size in range(len(path), 0, -1):
            fact = self.offer_file.facts.get(".".join(path[:size]))
            if fact is not None and (size == len(path) or fact.knownness is not Knownness.STATED):
                return fact
        return None

    def _one(self, key: str, name: str, fact: Fact, words: Callable[[], str]) -> Stated:
        known = fact.knownness is Knownness.STATED
        change, notice = self._change(fact)
        says = words() if known else ""
        reads = name.replace("{}", says) if "{}" in name else f"{name}: {says}" if name else says
        return Stated(
            key=key,
            name=_bare(name),
            state="stated" if known else "vague" if fact.knownness is Knownness.VAGUE else "refused",
            says=says,
            reads=reads if known else "",
            change=change,
            notice_days=notice,
            evidence=fact.evidence.value,
            where=fact.where,
            quote=fact.quote,
            line=fact.place.line,
        )

    def _change(self, fact: Fact) -> tuple[Changes | None, int | None]:
        """Whether the term can change; for a list, what all of its parts say, or that they differ."""
        size = len(fact.path)
        parts: list[tuple[Changes | None, int | None]] = [
            (one.change.value if one.change else None, one.notice_days)
            for one in self.offer_file.facts.values()
            if one.path[:size] == fact.path and len(one.path) > size and not self._holds_others(one)
        ]
        if fact.change is not None or fact.notice_days is not None or not parts:
            return fact.change.value if fact.change else None, fact.notice_days
        return parts[0] if len(set(parts)) == 1 else ("mixed", None)

    def _holds_others(self, fact: Fact) -> bool:
        return isinstance(shape_of(self.offer_file, fact.path), Rows | Amounts)

    def _answer(self, section: str, check: str) -> str:
        word = self.offer_file.answers.get(section, {}).get(check)
        answers = self.catalogue.by_id[check].answers or {}
        return answers[word].says if word in answers else ""

    def _of_group(self, path: tuple[str, ...], name: str) -> Iterator[Stated]:
        """Each stated term of a group; the first bears the group's name."""
        size = len(path)
        below = [fact for fact in self.offer_file.facts.values() if fact.path[:size] == path and len(fact.path) > size]
        own = [fact for fact in below if len(fact.path) == size + 1]
        for number, fact in enumerate(own):
            lead = f"{name}: " if name and not number else ""
            label = "" if reads_by_itself(fact.path[-1]) else f"{label_in_words(fact.path[-1])} "
            yield self._one(fact.name, f"{lead}{label}{{}}", fact, lambda fact=fact: self._words(fact.path, fact))  # type: ignore[misc]

    def _words(self, path: tuple[str, ...], fact: Fact) -> str:
        shape = shape_of(self.offer_file, path)
        if isinstance(shape, Rows):
            return "; ".join(self._entries(path))
        if isinstance(shape, Amounts):
            return self._amounts(path, fact)
        return value_in_words(path[-1], fact.said, shape)

    def _entries(self, path: tuple[str, ...]) -> Iterator[str]:
        """The entries of a list, each with its values in file order."""
        size, entries = len(path), dict[str, list[str]]()
        for fact in self.offer_file.facts.values():
            if fact.path[:size] == path and len(fact.path) == size + 2:
                entries.setdefault(fact.path[size], []).append(self._named(fact))
        return (", ".join(dict.fromkeys(words)) for words in entries.values())

    def _named(self, fact: Fact) -> str:
        key = fact.path[-1]
        if fact.knownness is not Knownness.STATED:
            return f"{label_in_words(key)} {fact.said}"
        value = self._words(fact.path, fact)
        return with_ending(key, value) if reads_by_itself(key) else f"{label_in_words(key)} {value}"

    def _amounts(self, path: tuple[str, ...], fact: Fact) -> str:
        size = len(path)
        named = [one for one in self.offer_file.facts.values() if one.path[:size] == path and len(one.path) == size + 1]
        if not named:
            return fact.said
        if [one.path[-1] for one in named] == ["all"]:
            return self._named(named[0]).removeprefix("all ")
        return ", ".join(self._named(one) for one in named)


def _bare(name: str) -> str:
    """The name without the place for a value."""
    return " ".join(name.replace("{}", "").rstrip(": ").split())
