"""The form: an offer file in which every question stands with its possible answers, all of them commented out.

In: the catalogue and the words of the interview. Out: the text of a valid offer file. Must not ask or write.
"""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from evaluator.checklists.checks import Check
from evaluator.interview.setting import Setting
from evaluator.offer.commenting import comment_lines, in_flow
from evaluator.offer.evidence import Evidence
from evaluator.offer.shapes import Amounts, Part, Rows, Several, Single, Term, telling_words, terms_of
from evaluator.offer.terms import Offer
from evaluator.offer.walking import Path, Plain

OPENING = """\
# A form for one job offer. A line with a # right in front of its first letter is an answer that may be given: take that
# sign away, leave the other answers as they are, and put your own figures in place of the examples. A line that is
# indented belongs to the line above it that is indented less. Leave as it is what the offer does not say: that is how
# questions are made. Write `vague` or `refused` for what somebody was asked and did not answer. A number may be a
# range, such as 20-26. What a line rests on, and in whose words, may stand with it:
#     pause-intake: {answer: on_request, evidence: contract, quote: "their words", where: "page 4"}
# To be asked instead of filling in: evaluator new FILE. To check it: evaluator validate FILE.
format: 1
"""
_NAMED = {"money": {"liability cover": "$480", "software": "$1,200"}, "hours": {"meetings": "1", "administration": "2"}}


def blank_form(setting: Setting, discipline: str | None = None) -> str:
    """The form, with the questions for every discipline or for one."""
    lines = [*OPENING.splitlines(), *_head(setting)]
    for name, term in terms_of(Offer).items():
        if name == "pay":
            lines += _pay(setting, term)
        elif name not in ("format", "offer"):
            lines += _section(setting, name, term)
    for checklist in setting.asked.checklists:
        checks = [check for check in checklist.checks if check.answers and _is_for(check, discipline)]
        if checks:
            lines += ["", *comment_lines(checklist.title, ""), f"{checklist.section}:"]
            lines += [line for check in checks for line in _check(check)]
    return "\n".join(lines) + "\n"


def _is_for(check: Check, discipline: str | None) -> bool:
    only = check.applies.disciplines if check.applies is not None else None
    return discipline is None or only is None or discipline in only


def _head(setting: Setting) -> Iterator[str]:
    about = terms_of(Offer)["offer"].shape
    assert isinstance(about, Part)
    terms = terms_of(about.models[0])
    yield from ("", *comment_lines(setting.wording.headings["offer",], ""), "offer:")
    yield from (*comment_lines(terms["name"].description, "  "), "  name: My offer")
    yield from comment_lines(terms["evidence"].description, "  ")
    # The weakest stands there: who forgets this line must not be taken for somebody with a contract.
    *others, weakest = sorted(Evidence, key=lambda one: -one.grade)
    yield from (f"  #evidence: {one}  # {one.says}" for one in others)
    yield f"  evidence: {weakest}  # {weakest.says}"
    for name, term in terms.items():
        if name not in ("name", "evidence"):
            yield from _term(setting, ("offer", name), term, "  ")


def _pay(setting: Setting, term: Term) -> Iterator[str]:
    """The pay structures one after the other, each with its own terms; then what any of them may have."""
    assert isinstance(term.shape, Part)
    yield from ("", *comment_lines(f"{term.description} Choose one structure, and of its terms what is stated.", ""))
    yield "pay:"
    shared = set.intersection(*(set(terms_of(model)) for model in term.shape.models))
    for model in term.shape.models:
        for word in telling_words(term.shape, model):
            yield ""
            yield f"  #structure: {word}  # {setting.words.choices['pay.structure', word]}"
        for name, own in terms_of(model).items():
            if name not in shared:
                yield from _term(setting, ("pay", name), own, "  ")
    yield from ("", *comment_lines("With any structure:", "  "))
    for name, own in terms_of(term.shape.models[0]).items():
        if name in shared and name != "structure":
            yield from _term(setting, ("pay", name), own, "  ")


def _section(setting: Setting, name: str, term: Term) -> Iterator[str]:
    yield ""
    if not isinstance(term.shape, Part):
        yield from _term(setting, (name,), term, "")
        return
    yield from (*comment_lines(term.description, ""), f"{name}:")
    for key, below in terms_of(term.shape.models[0]).items():
        yield from _term(setting, (name, key), below, "  ")


def _term(setting: Setting, path: Path, term: Term, indent: str) -> Iterator[str]:
    """A term below its description: a line for each of its words, an example, or the keys of a group."""
    yield from comment_lines(term.description, indent)
    match term.shape:
        case Single(words=words) if words:
            for word in words:
                says = setting.words.choices.get((".".join(path), word))
                yield f"{indent}#{term.name}: {in_flow(word)}" + (f"  # {says}" if says else "")
        case Part(models=models):
            yield f"{indent}#{term.name}:"
            for key, below in terms_of(models[0]).items():
                yield from _term(setting, (*path, key), below, indent + "  ")
        case _:
            yield f"{indent}#{term.name}: {in_flow(_EXAMPLES.get(path) or _example(term))}"


def _example(term: Term) -> Plain:
    match term.shape:
        case Single(words=words, written=written):
            return words[0] if words else written.example if written is not None else "words"
        case Amounts(each=each):
            named = _NAMED.get(each.written.name if each.written else "money", _NAMED["money"])
            return dict(named)
        case Rows(model=model):
            return [_row(model)]
        case Several(words=words):
            return [words[0]]
        case Part():
            return {}


_EXAMPLES: Mapping[Path, Plain] = {
    ("pay", "later_shares"): [{"from_week": "53", "share": "65%"}],
    ("patient_flow", "visits_per_week"): "2",
    ("travel", "mileage_rate"): "$0.70",
    ("caseload", "new_clients", "sessions_per_client"): "1",
}
"""Examples where that of the kind of number would be no possible value."""
_ALSO = ("at_sessions", "allowed", "above_sessions", "kept_after", "per_session")
"""Keys that a row is of little use without, though the format does not require them."""
_WHOLE = {"mix": "100%", "from_week": "1"}


def _row(model: type[BaseModel]) -> Plain:
    rows = {name: term for name, term in terms_of(model).items() if term.required or name in _ALSO}
    return {name: _WHOLE.get(name, _example(term)) for name, term in rows.items()}


def _check(check: Check) -> Iterator[str]:
    yield from comment_lines(check.ask, "  ")
    for word, answer in (check.answers or {}).items():
        yield f"  #{check.id}: {word}  # {answer.says}"
