"""What the interview asks and what may be answered, as data.

In: nothing. Out: `Question`, `Choice`, `Reply` and `Said`. Must not know how a question is shown, nor what comes next.
"""

from dataclasses import dataclass
from typing import Literal

from evaluator.offer.evidence import Evidence
from evaluator.offer.walking import Path, Plain

Form = Literal["choice", "several", "text"]
"""One of a few answers, any number of them, or words and numbers."""

How = Literal["said", "left_out", "vague", "refused"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the word that stands for it, and how it reads."""

    word: str
    says: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `path` is where its answer is written; a question that only steers has none.

    `id` is its own among all questions. `hint` explains what may be typed. `steers` questions have no vague and no
    refused; `required` ones can't be left out. `weighs` is how many questions hang on it, itself included.
    """

    id: str
    asks: str
    form: Form
    section: str
    path: Path | None = None
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    suggested: str = ""
    comment: str = ""
    weighs: int = 1

    def says(self, word: str) -> str:
        """How the choice of a word reads; nothing where the word says as much."""
        found = next((choice.says for choice in self.choices if choice.word == word), "")
        return "" if found.rstrip(".").casefold().replace(" ", "_") == word else found

    @property
    def steers(self) -> bool:
        """Whether the answer only decides what is asked next."""
        return self.path is None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: `words` as typed or chosen; none for what is left out, vague or refused."""

    how: How = "said"
    words: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words as one text."""
        return self.words[0] if self.words else ""


LEFT_OUT = Reply("left_out")
VAGUE = Reply("vague")
REFUSED = Reply("refused")


def said(*words: str) -> Reply:
    """A reply of these words."""
    return Reply("said", words)


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one term or check, and what that rests on.

    `comment` is its question, `says` the answer as a sentence, where it is one of a few.
    """

    value: Plain
    evidence: Evidence
    comment: str = ""
    says: str = ""
    quote: str | None = None
    where: str | None = None


class NotUnderstoodError(Exception):
    """An answer that can't be taken; the text says why and what was expected."""
