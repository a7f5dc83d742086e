"""An offer file or a clinician file, read, checked and typed.

In: a path or bytes, and the questions that the checklists ask. Out: `OfferFile` or `Clinician`; anything wrong is
raised as `OfferProblems` with all problems at once. Must not read the clock, print, or fill in what was not said.

Wherever an offer is asked for, a PDF that carries one will do (`attachments`); `report.pdf@2` is its second.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Literal, TypeVar

from pydantic import BaseModel, ValidationError

from evaluator.offer.attachments import INSIDE, Attachment, attachments, chosen, one_of_several, own_name, split_choice
from evaluator.offer.basis import Basis
from evaluator.offer.bounded import refuse_plain_out_of_bounds
from evaluator.offer.bounds_of_books import CLINICIAN_BOUNDS
from evaluator.offer.clinician import Clinician
from evaluator.offer.document import Document, Entry, Group, Text, without
from evaluator.offer.evidence import Evidence
from evaluator.offer.fingerprint import fingerprint
from evaluator.offer.judging import refuse_impossible
from evaluator.offer.kind_of_file import refuse_other_kind
from evaluator.offer.narrowing import Units, refuse_narrowing
from evaluator.offer.plausibility import implausible, plain_implausible
from evaluator.offer.priorities import refuse_priorities
from evaluator.offer.problems import Notebook, OfferProblems, Problem, refusal, shown
from evaluator.offer.reading import PDF_STARTS, load_document, parse_document, read_file
from evaluator.offer.shapes import terms_of
from evaluator.offer.terms import Implausible, Offer, OfferFile
from evaluator.offer.translating import translate
from evaluator.offer.walking import Plain, Walk

Questions = Mapping[str, Mapping[str, Sequence[str]]]
"""The allowed answers by section and check id, `{"autonomy": {"pause-intake": ["self_service", ...]}}`."""

STANDARD_INPUT = "<stdin>"

ModelT = TypeVar("ModelT", bound=BaseModel)

Standing = Literal["by itself", "unchanged", "changed", "foreign"]
_CHANGED = (
    "this offer was changed after the PDF was made, so the pages no longer show it: ask for the PDF again; to read the "
    "offer as it is now, save it from a PDF viewer and give that file"
)
_FOREIGN = (
    "this PDF does not say that it was made with this offer, so nothing tells whether its pages show the same: compare "
    "them yourself"
)


@dataclass(frozen=True, slots=True)
class Given:
    """An offer as it was given: by itself, or by a PDF that records another or the same, or nothing of it.

    `printed` is the fingerprint of what the pages of the PDF were made from, as the PDF has it.
    """

    offer: OfferFile
    printed: str | None
    standing: Standing


def load_offer(path: str | Path, questions: Questions) -> OfferFile:
    """The offer in the file at `path`, or on standard input for `-`. Raises `OfferProblems` with every problem.

    A PDF that carries several offers is refused with the names to choose one by.
    """
    return load_offers(path, questions, only_one=True)[0]


def load_offers(path: str | Path, questions: Questions, *, only_one: bool = False) -> tuple[OfferFile, ...]:
    """All offers in the file at `path`: the one of a YAML file, or those that a PDF carries, in its order.

    Raises `OfferProblems` with every problem, also for an attachment that was changed since the PDF was made.
    """
    given = load_given(path, questions, only_one=only_one)
    changed = [one.offer for one in given if one.standing == "changed"]
    if changed:
        raise OfferProblems(Problem(offer.file, 0, 0, _CHANGED) for offer in changed)
    return tuple(one.offer for one in given)


def load_given(path: str | Path, questions: Questions, *, only_one: bool = False) -> tuple[Given, ...]:
    """The same, and how each offer stands to the PDF that carries it; changed ones are among them."""
    place, choice = split_choice(path)
    file = STANDARD_INPUT if place == "-" else place
    read = read_file(place, file)
    if not read.startswith(PDF_STARTS):
        if choice is not None:
            raise refusal(str(path), None, f"{shown(place)} is no PDF: expected the path of a YAML file")
        return (Given(parse_offer(read, file=file, questions=questions), None, "by itself"),)
    carried = attachments(read, file)
    names = [offer_id(f"{file}{INSIDE}{one.name}") for one in carried]
    if choice is not None:
        carried = (carried[chosen(names, choice, file)],)
    elif only_one and len(carried) > 1:
        raise refusal(file, None, one_of_several(names, file))
    given, problems = [], list[Problem]()
    for one in carried:
        try:
            given.append(_given(one, file, questions))
        except OfferProblems as found:
            problems += found.problems
    if problems:
        raise OfferProblems(problems)
    return tuple(given)


def _given(attached: Attachment, pdf: str, questions: Questions) -> Given:
    """An attached offer, and whether it is what the PDF was made with, by its bytes or else by what it says."""
    offer = replace(parse_offer(attached.data, file=f"{pdf}{INSIDE}{attached.name}", questions=questions), carrier=pdf)
    recorded = attached.recorded
    if recorded is None:
        return Given(replace(offer, remarks=(_FOREIGN,)), None, "foreign")
    same = recorded.sha256 == offer.sha256 or recorded.fingerprint == fingerprint(offer)
    return Given(offer, recorded.fingerprint, "unchanged" if same else "changed")


def parse_offer(
    read: bytes, *, file: str, questions: Questions, leaving: Collection[tuple[str, ...]] = ()
) -> OfferFile:
    """The offer in `read`; `file` is what messages call it. Raises `OfferProblems` with every problem.

    `leaving` are the paths of groups and lists to read the file without, for somebody who has not finished them.
    """
    notebook = Notebook(file)
    document = parse_document(read, notebook)
    return _offer(replace(document, top=without(document.top, leaving)) if leaving else document, questions, notebook)


def load_clinician(path: str | Path, units: Units = MappingProxyType({})) -> Clinician:
    """The clinician file at `path`, or on standard input for `-`. Raises `OfferProblems` with every problem.

    `units` has the terms whose cases may be narrowed. The path of a current job is taken from the file's own folder.
    """
    return load_clinician_with_warnings(path, units)[0]


def load_clinician_with_warnings(
    path: str | Path, units: Units = MappingProxyType({})
) -> tuple[Clinician, tuple[Implausible, ...]]:
    """The same, with what is possible but hard to believe, in file order."""
    clinician, walk = load_plain_file(path, Clinician)
    if clinician is not None:
        about = clinician.clinician
        refuse_plain_out_of_bounds(about, CLINICIAN_BOUNDS, ("clinician",), walk)
        refuse_narrowing(about.narrow, units, walk)
        refuse_priorities(about.priorities, about.most_important, walk)
        clinician = _with_current_job(clinician, path, walk)
    walk.notebook.stop_if_any()
    assert clinician is not None
    return clinician, plain_implausible(clinician.clinician, CLINICIAN_BOUNDS, ("clinician",), walk.spots)


def load_plain_file(path: str | Path, model: type[ModelT]) -> tuple[ModelT | None, Walk]:
    """A file whose values rest on nothing but itself, as its model, and the walk with its places and problems so far.

    None where something is wrong; whoever asks adds what else is, and then lets the walk's notebook stop.
    """
    first = next(name for name in terms_of(model) if name != "format")
    notebook = Notebook(
        STANDARD_INPUT if str(path) == "-" else str(path), what=f"{first} file", keys=f"'format: 1' and '{first}:'"
    )
    document = load_document(path, notebook)
    refuse_other_kind(document.top, first, notebook)
    walk = Walk(notebook, evidence_allowed=False, sha256=document.sha256)
    data = walk.group(model, document.top, (), Basis(Evidence.POSTING))
    return _validated(model, data, walk, ()), walk


def _with_current_job(clinician: Clinician, path: str | Path, walk: Walk) -> Clinician:
    """The same with the current job's path made whole; a file that isn't there is noted at the key that names it."""
    about = clinician.clinician
    if about.current_job is None:
        return clinician
    folder = Path() if str(path) == "-" else Path(path).parent
    job = folder / about.current_job
    if not Path(split_choice(job)[0]).is_file():
        place = walk.spots[("clinician", "current_job")].value
        found = "is a folder" if job.is_dir() else "is not there"
        walk.notebook.note(place, f"current_job {shown(about.current_job)} {found}: expected the path of an offer file")
    return clinician.model_copy(update={"clinician": about.model_copy(update={"current_job": str(job)})})


def offer_id(file: str) -> str:
    """A short name for an offer from its file's name: small letters, digits and hyphens; `offer` if nothing is left."""
    stem = "" if file == STANDARD_INPUT else PurePath(own_name(file)).stem
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "offer"


def _offer(document: Document, questions: Questions, notebook: Notebook) -> OfferFile:
    refuse_other_kind(document.top, "offer", notebook, questions)
    walk = Walk(notebook)
    around = Basis(_default_evidence(document.top))
    own, answered = _split(document.top, questions)
    data = walk.group(Offer, own, (), around)
    answers = {section: walk.answers(section, entry, questions[section], around) for section, entry in answered.items()}
    offer = _validated(Offer, data, walk, tuple(questions))
    refuse_impossible(data, walk)
    notebook.stop_if_any()
    assert offer is not None
    return OfferFile(
        id=offer_id(document.file),
        file=document.file,
        sha256=document.sha256,
        text=document.text,
        offer=offer,
        answers={section: answers.get(section, {}) for section in questions},
        facts=walk.facts,
        warnings=implausible(offer, walk.spots),
        name_place=walk.spots["offer", "name"].value,
    )


def _split(top: Group, questions: Questions) -> tuple[Group, dict[str, Entry]]:
    """The sections of the models, and those with answers. A section of both is the models'."""
    answered = {key: entry for key, entry in top.entries.items() if key in questions and key not in terms_of(Offer)}
    own = {key: entry for key, entry in top.entries.items() if key not in answered}
    return Group(top.place, own), answered


def _default_evidence(top: Group) -> Evidence:
    """The evidence of all terms that name none. If it cannot be read, any will do: the file will be refused for it."""
    about = top.entries.get("offer")
    entry = about.node.entries.get("evidence") if about is not None and isinstance(about.node, Group) else None
    word = entry.node.text.strip() if entry is not None and isinstance(entry.node, Text) else ""
    return Evidence(word) if word in {member.value for member in Evidence} else Evidence.THIRD_PARTY


def _validated(model: type[ModelT], data: dict[str, Plain], walk: Walk, more_keys: Sequence[str]) -> ModelT | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        translate(error.errors(include_url=False), model, data, walk, more_keys)
        return None
