"""Taking an answer: the interview before and a reply give the interview after.

In: an `Interview` and a `Reply`. Out: another `Interview`. Raises `NotUnderstoodError` with the reader's own words for
what can't be taken; then nothing has changed. Must not choose the next question.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from evaluator.interview.everyday import NOT_KNOWN, REFUSED_WORDS, VAGUE_WORDS
from evaluator.interview.fields import readable
from evaluator.interview.openness import WAYS
from evaluator.interview.questions import NotUnderstoodError, Question, Reply, Said
from evaluator.interview.script import current_question, left_out_by
from evaluator.interview.setting import Setting
from evaluator.interview.state import EVIDENCE, Interview
from evaluator.interview.typed import value_of
from evaluator.offer import Evidence, OfferProblems
from evaluator.offer.glossary import term_at
from evaluator.offer.problems import expected_one_of, shown
from evaluator.offer.walking import NOT_GIVEN, OF_THE_FILE, Path, Plain

NO_MORE = ("no",)
STRUCTURE = ("pay", "structure")
_KEY = re.compile(r"[a-z]+(?:_[a-z]+)+")
_PLACE = re.compile(r"^.*?:\d+:\d+: ")


def start(setting: Setting) -> Interview:
    """An interview of which nothing has been answered; what it rests on is what the file says, or is asked first."""
    there = setting.there
    if there is None:
        return Interview(setting, Evidence.POSTING)
    # What a comment of the file holds counts as said, so that it can be finished.
    return Interview(setting, there.offer.offer.offer.evidence, told=dict(there.held))


def answer(interview: Interview, reply: Reply) -> Interview:
    """The interview after a reply to its current question."""
    question = current_question(interview)
    if question is None:
        raise NotUnderstoodError("there is nothing left to ask")
    reply = _fitting(question, reply)
    moved = _moved(interview, question)
    after = _steered(moved, question, reply) if question.steers else _told(moved, question, reply)
    _check(after, question)
    return after


def go_back(interview: Interview) -> Interview:
    """The interview at the question before; at the first one it stays there."""
    place = len(interview.trail) if interview.back is None else interview.back
    return interview if not interview.trail else replace(interview, back=max(place - 1, 0))


def rests_on(interview: Interview, word: str) -> Interview:
    """The interview in which answers rest on this from now on."""
    words = tuple(one.value for one in Evidence)
    if word not in words:
        raise NotUnderstoodError(f"{shown(word)} is not known: {expected_one_of(word, words)}")
    return replace(interview, evidence=Evidence(word))


def with_quote(interview: Interview, quote: str | None = None, where: str | None = None) -> Interview:
    """The last answer with the employer's own words, or with the place where they stand."""
    last = last_said(interview)
    if last is None:
        raise NotUnderstoodError("the last question has no answer that their words could belong to")
    path, said = last
    changed = replace(said, quote=quote or said.quote, where=where or said.where)
    after = replace(interview, told={**interview.told, path: changed})
    _check(after, None)
    return after


def last_said(interview: Interview) -> tuple[Path, Said] | None:
    """The last answer that a quote can belong to, with its path; none where the last question was left out."""
    for question in reversed(interview.trail[: interview.back]):
        if question.path is not None and question.path not in OF_THE_FILE:
            said = interview.told.get(question.path)
            return None if said is None else (question.path, said)
    return None


def not_finished(interview: Interview) -> tuple[str, ...]:
    """Why the file can't be read by other commands yet, each with its place; nothing where it can."""
    text = interview.text
    try:
        interview.setting.read(text or "")
    except OfferProblems as found:
        return () if text is None else tuple(map(str, found.problems))
    return ()


def so_far(interview: Interview, question: Question) -> str:
    """What was answered to a question before, as it would be typed; empty if nothing was."""
    if question.id.startswith("way."):
        path = tuple(interview.steered.get(question.id, ("",))[0].split("."))
        told = interview.told.get(path)
        # What was left out, vague or refused stands below the usual way, which nobody chose.
        if path in interview.told and (told is None or told.value in NOT_GIVEN):
            return "" if told is None else str(told.value)
    if question.path is None:
        return ", ".join(interview.steered.get(question.id, ()))
    said = interview.told.get(question.path)
    if said is None:
        return ""
    if isinstance(said.value, dict):
        return ", ".join(f"{name} {amount}" for name, amount in said.value.items())
    return said.value if isinstance(said.value, str) else ""


def _fitting(question: Question, reply: Reply) -> Reply:
    """The reply, if the question takes it; an empty text is left out, a word is one of the choices."""
    if reply.how == "said" and question.form == "text":
        reply = _meant(reply)
    if reply.how == "left_out" and question.required and question.suggested:
        reply = Reply("said", (question.suggested,))
    if reply.how == "left_out" and question.required:
        raise NotUnderstoodError("this can't be left out: expected an answer")
    if reply.how in ("vague", "refused") and (question.required or question.form == "several"):
        raise NotUnderstoodError(f"'{reply.how}' is no answer here: expected one of those listed")
    if reply.how == "said" and question.form != "text":
        words = tuple(choice.word for choice in question.choices)
        for word in reply.words:
            if word not in words:
                raise NotUnderstoodError(f"{shown(word)} is not an answer: {expected_one_of(word, words)}")
        if question.form == "choice" and len(reply.words) != 1:
            raise NotUnderstoodError("expected one answer")
    return reply


def _meant(reply: Reply) -> Reply:
    """Words that say that there is no answer, as that."""
    typed = " ".join(reply.text.replace("’", "'").casefold().split()).rstrip(".!")
    if not typed or typed in NOT_KNOWN:
        return Reply("left_out")
    if not typed.strip("?"):
        raise NotUnderstoodError(
            "Type what the offer says. Enter alone means that you don't know, or that it was left out; vague that they "
            "were vague, refused that they refused to say"
        )
    return Reply("vague") if typed in VAGUE_WORDS else Reply("refused") if typed in REFUSED_WORDS else reply


def _moved(interview: Interview, question: Question) -> Interview:
    """The interview with the question in its trail, and with nobody gone back."""
    if interview.back is not None:
        return replace(interview, back=None)
    return replace(interview, trail=(*interview.trail, question))


def _steered(interview: Interview, question: Question, reply: Reply) -> Interview:
    told = dict(interview.told)
    words = reply.words
    if question.id.startswith("way."):
        usual = question.id.removeprefix("way.")
        told = _without_other_ways(told, usual, words[0] if words else usual)
        if reply.how != "said":
            path = tuple(usual.split("."))
            said = Said(reply.how, interview.evidence, question.asks) if reply.how != "left_out" else None
            told[path], words = said, (usual,)
    if question.id.startswith("row."):
        group, keys = tuple(question.id.split("."))[1:-1], {choice.word for choice in question.choices} - set(words)
        told = {path: said for path, said in told.items() if path[: len(group)] != group or path[-1] not in keys}
    after = replace(interview, told=told, steered={**interview.steered, question.id: words})
    for path in left_out_by(after, question, words):
        told[path] = None
    return replace(after, told=told)


def _without_other_ways(told: Mapping[Path, Said | None], usual: str, chosen: str) -> dict[Path, Said | None]:
    ways = next(ways for ways in WAYS if ways[0][0] == usual)
    kept = next((way for way in ways if way[0] == chosen), ways[0])
    dropped = [tuple(name.split(".")) for way in ways if way is not kept for name in way if name not in kept]
    return {path: said for path, said in told.items() if not any(path[: len(one)] == one for one in dropped)}


def _told(interview: Interview, question: Question, reply: Reply) -> Interview:
    path = question.path
    assert path is not None
    told = dict(interview.told)
    comment = (question.comment or question.asks).strip()
    group = interview.needing(path) if reply.how != "said" else None
    match reply.how:
        case _ if group is not None:
            said = None if reply.how == "left_out" else Said(reply.how, interview.evidence, comment)
            whole = group[:-1] if group[-1].isdigit() else group
            told = _without_key(told, path, group, said, stands=whole in interview.setting.rows)
        case "left_out":
            told[path] = None
        case "vague" | "refused" if path == STRUCTURE:
            # A key that its group can't do without is not vague by itself: the whole of it is.
            told = {one: said for one, said in told.items() if one[0] != "pay"}
            told["pay",] = Said(reply.how, interview.evidence, comment)
        case "vague" | "refused":
            told[path] = Said(reply.how, interview.evidence, comment)
        case _:
            value = _value(interview, question, reply.text)
            told[path] = Said(value, interview.evidence, comment, question.says(reply.text))
    if path == STRUCTURE:
        told = _of_structure(told, reply)
    evidence = Evidence(reply.text) if path == EVIDENCE else interview.evidence
    return replace(interview, told=_resting_on(told, interview, path, evidence), evidence=evidence)


def _without_key(
    told: Mapping[Path, Said | None], path: Path, group: Path, said: Said | None, *, stands: bool
) -> dict[Path, Said | None]:
    """Without a key that its row or group can't do without. Of a row or list of which nothing is said, that is all.

    A list that stands in the file stays, whatever becomes of further rows.
    """
    whole = group[:-1] if group[-1].isdigit() else group
    others = {one: before for one, before in told.items() if one != path}
    # A name alone, which may be the one that was suggested, says nothing.
    if any(before is not None and one[: len(group)] == group and one[-1] != "name" for one, before in others.items()):
        return {**told, path: said}
    kept = {one: before for one, before in others.items() if one[: len(group)] != group}
    return kept if stands or any(one[: len(whole)] == whole for one in kept) else {**kept, whole: said}


def _resting_on(
    told: dict[Path, Said | None], interview: Interview, path: Path, evidence: Evidence
) -> dict[Path, Said | None]:
    """What was told on the file's own evidence follows it when that is answered anew."""
    if path != EVIDENCE:
        return told
    before = interview.around
    return {
        one: replace(said, evidence=evidence) if said is not None and said.evidence is before else said
        for one, said in told.items()
    }


def _of_structure(told: dict[Path, Said | None], reply: Reply) -> dict[Path, Said | None]:
    """Without the terms of pay that another structure has: they can't stand beside this one."""
    if reply.how in ("said", "left_out"):
        told.pop(("pay",), None)  # that the whole of it was vague or refused is taken back
    word = reply.text if reply.how == "said" else None
    return {
        path: said
        for path, said in told.items()
        if path[0] != "pay" or path in (STRUCTURE, ("pay",)) or term_at(path, word) is not None
    }


def _value(interview: Interview, question: Question, text: str) -> Plain:
    assert question.path is not None
    if question.form != "text" or question.path == STRUCTURE:
        return text.strip()
    return value_of(question.path, interview.structure, text, question, interview.setting.today)


def _check(interview: Interview, question: Question | None) -> None:
    """Raise `NotUnderstoodError` where the file would not be valid, or a list that is called finished isn't."""
    try:
        _, _, held = interview.written
    except OfferProblems as found:
        key = question.path[-1] if question is not None and question.path else ""
        raise NotUnderstoodError(_in_words(found, key)) from None
    if question is not None and question.id.endswith(".another") and interview.steered.get(question.id) == NO_MORE:
        group = tuple(question.id.removesuffix(".another").split("."))[:-1]
        if group in held:
            raise NotUnderstoodError(_why(interview, group))


def _why(interview: Interview, group: Path) -> str:
    """Why a list can't stand in the file as it is, and the two ways on."""
    try:
        interview.tried(frozenset())
    except OfferProblems as found:
        why, _, expected = _in_words(found).partition(": ")
        said = f"{why}: {_without_keys(interview, group, expected)}" if expected else why
        return f"{said}. Go back and answer that, add another one, or leave it unfinished"
    return f"{readable(group[-1])} is not finished"


def _without_keys(interview: Interview, group: Path, text: str) -> str:
    """The text with the keys of a list's rows as they are picked from a list."""
    words = interview.setting.words.asked.terms

    def spoken(found: re.Match[str]) -> str:
        term = words.get(".".join((*group, found[0])))
        pick = term.pick if term is not None else None
        return f"{pick[:1].lower()}{pick[1:].rstrip('.')}" if pick else readable(found[0])

    return _KEY.sub(spoken, text)


def _in_words(found: OfferProblems, key: str = "") -> str:
    """The first problem without its place, and without the name of the key that was asked for."""
    return _PLACE.sub("", str(found.problems[0])).removeprefix(f"{key} ")
