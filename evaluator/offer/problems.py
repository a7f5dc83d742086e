"""What is wrong with a file, as data: a place and a sentence that says what was expected.

In: places and words, some of them taken from the file. Out: `Problem` and `OfferProblems`. Must not print or exit,
and must not let text from a file reach a terminal as anything but visible letters.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from evaluator.offer.evidence import Place

MOST_PROBLEMS = 200
"""Problems kept of one file; the rest is announced in one more line."""

_LONGEST_SHOWN = 40


def printable(text: str) -> str:
    """The text with every character that is not a visible letter written as an escape, so that no terminal obeys it."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def shown(text: object, longest: int = _LONGEST_SHOWN) -> str:
    """Text from a file as messages quote it: `'in quotation marks'`, visible letters only, cut at `longest`."""
    whole = str(text)
    cut = whole if len(whole) <= longest else whole[: longest - 3] + "..."
    return f"'{printable(cut)}'"


def suggestion(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that is most like `word`, if one is; case, hyphens and underscores count as equal."""
    from difflib import get_close_matches  # only a file with a mistake in it pays for this import

    if len(word) > _LONGEST_SHOWN:
        return None
    folded = {_fold(candidate): candidate for candidate in allowed}
    found = get_close_matches(_fold(word), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def _fold(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


MOST_WORDS = 12
"""Allowed words that one message lists."""


def expected_one_of(word: str, allowed: Iterable[str], listed_by: str = "") -> str:
    """How a message about an unknown word ends: a suggestion if there is one, else the allowed words.

    `listed_by` is a command that lists them all, named where they are too many for the message.
    """
    words = tuple(allowed)
    best = suggestion(word, words)
    if best is not None:
        return f"did you mean '{best}'?"
    if len(words) == 1:
        return f"expected {words[0]}"
    more = f" or one of {len(words) - MOST_WORDS} more" if len(words) > MOST_WORDS else ""
    more += f", which `{listed_by}` lists" if more and listed_by else ""
    return f"expected one of: {', '.join(words[:MOST_WORDS])}{more}" if words else "expected nothing here"


def did_you_mean(word: str, allowed: Iterable[str], otherwise: str) -> str:
    """How a message about an unknown word ends where too many are allowed to list: a suggestion, or `otherwise`."""
    best = suggestion(word, allowed)
    return otherwise if best is None else f"did you mean '{best}'?"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a file. Line and column count from 1; both are 0 where a file could not be read at all."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """`file:line:column: what is wrong: what was expected`, safe to print."""
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{printable(self.file)}{place}: {self.message}"


class OfferProblems(Exception):
    """A file that cannot be used, with every problem found in it, in file order; one to a line as text."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(slots=True)
class Notebook:
    """Collects the problems of one file while it is read. Past `MOST_PROBLEMS` it only counts on.

    `what` and `keys` are what such a file holds and begins with, for messages about one that is empty or holds more.
    """

    file: str
    noted: list[Problem] = field(default_factory=list)
    left_out: int = 0
    what: str = "offer"
    keys: str = "'format: 1' and 'offer:'"

    @property
    def full(self) -> bool:
        """Whether further problems will only be counted, so that their wording need not be worked out."""
        return len(self.noted) >= MOST_PROBLEMS

    def note(self, place: Place, message: str) -> None:
        """Add one problem."""
        if self.full:
            self.left_out += 1
        else:
            self.noted.append(Problem(self.file, place.line, place.column, message))

    def take_over(self, other: "Notebook") -> None:
        """Add all that another notebook of the same file has noted."""
        for problem in other.noted:
            self.note(Place(problem.line, problem.column), problem.message)
        self.left_out += other.left_out

    def stop_if_any(self) -> None:
        """Raise `OfferProblems` with all that was noted, in file order and each once; do nothing if all is well."""
        if not self.noted:
            return
        problems = sorted(set(self.noted))
        if self.left_out:
            last = f"and at least {self.left_out} more problems: mend these first"
            problems.append(Problem(self.file, problems[-1].line, problems[-1].column, last))
        raise OfferProblems(problems)


def refusal(file: str, place: Place | None, message: str) -> OfferProblems:
    """The exception for a file that is refused as a whole, with its one line."""
    return OfferProblems([Problem(file, place.line if place else 0, place.column if place else 0, message)])
