"""Names and addresses found in a text, and what stands in their place.

In: names, with what stands for each. Out: functions from text to text. Must not know any record. Better
one word too many taken out than one name left in.
"""

import re
from collections.abc import Callable, Mapping

Replacer = Callable[[str], str]

NO_ADDRESS = "(address left out)"
_SHORTEST = 4  # letters; a shorter name is looked for as it is written, or it would be found in other words' company
_TITLES = frozenset({"the", "a", "an", "dr", "mr", "mrs", "ms"})
_OF_MANY = frozenset(
    "and associates behavioral center centers centre clinic clinical clinics company corporation counseling family "
    "group health healthcare home hospital inc institute llc medical mental network partners partnership physical pllc "
    "practice psychology psychotherapy rehab rehabilitation services solutions street system systems team the "
    "therapists therapy treatment university wellness".split()
)
_QUOTATION = re.compile(r"“([^”]*)”")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]{1,200}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<!\w)@\w[\w.]{2,60}"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.)+(?:com|org|net|health|care|clinic|io|us|edu|gov|co|info|example)(?![\w-])(?:/\S*)?"
    r"|(?<!\d)(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)"
    r"|(?<!\w)\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][\w'.-]{1,30} ){1,3}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Ln|Parkway|Pkwy|Court|Plaza)\b\.?"
)


def replacer(names: Mapping[str, str], as_written: Mapping[str, str] | None = None) -> Replacer:
    """A text with each of these names replaced in any case, those of `as_written` as written or in capitals.

    A name is found as a whole word. A text that is nothing but a name is replaced even where that is short. A sign or a
    single letter is no name.
    """
    held = {name.casefold(): stands for name, stands in names.items() if len(name) > 1 and re.search(r"\w", name)}
    loose = [name for name in held if len(name) >= _SHORTEST or " " in name]
    exact = {name: stands for name, stands in names.items() if name.casefold() in held} | dict(as_written or {})
    exact = {name.upper(): stands for name, stands in exact.items()} | exact
    any_case, own_case = _pattern(loose, re.IGNORECASE), _pattern(list(exact), 0)

    def replaced(text: str) -> str:
        if text.casefold() in held:
            return held[text.casefold()]
        text = any_case.sub(lambda found: held.get(found.group().casefold(), ""), text)
        return own_case.sub(lambda found: exact[found.group()], text)

    return replaced


def without_addresses(text: str) -> str:
    """The text without web and mail addresses, phone numbers, and numbers of houses with their street."""
    return _ADDRESS.sub(NO_ADDRESS, text)


def mixed(ours: Replacer, quoted: Replacer) -> Replacer:
    """For a text of ours that holds another's words between quotation marks, which are replaced as those are."""

    def replaced(text: str) -> str:
        return ours(_QUOTATION.sub(lambda found: f"“{quoted(found.group(1))}”", text))

    return replaced


def short_forms(name: str) -> tuple[str, ...]:
    """What a name is shortened to in speech: its first words, without title and article, and all of it in one word."""
    words = name.split()
    while len(words) > 1 and words[0].rstrip(".").casefold() in _TITLES:
        words = words[1:]
    shortened = [" ".join(words[:count]).rstrip(",") for count in range(len(words), 0, -1)]
    joined = re.sub(r"\W", "", "".join(words))
    return tuple(dict.fromkeys((*shortened, joined)))


def telling_words(name: str) -> tuple[str, ...]:
    """The words of a name that few others have: long enough, with a capital, and not what every practice is called."""
    words = (word.strip(".,&'()") for word in name.split())
    return tuple(
        word for word in words if len(word) >= _SHORTEST and word[0].isupper() and word.casefold() not in _OF_MANY
    )


def _pattern(names: list[str], flags: int) -> re.Pattern[str]:
    if not names:
        return re.compile(r"(?!)")  # is found nowhere
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", flags)
