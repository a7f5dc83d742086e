"""Which of our files one is, so that a file given in another's place is told in one line and not key by key.

In: the top of a document and the kind that was asked for. Out: a problem in the notebook, or nothing. Must not guess:
only keys that no other kind has tell a kind.
"""

from collections.abc import Collection

from evaluator.offer.document import Group
from evaluator.offer.problems import Notebook

_TOLD_BY = {
    "offer": ("offer", "an offer file"),
    "clinician": ("clinician", "a clinician file (--for)"),
    "practice": ("clinicians", "a practice file (--practice)"),
    "waivers": ("waivers", "a waiver file (--waivers)"),
    "checklist": ("checks", "a checklist (--checklist)"),
}
"""For each kind the key that it can't do without and no other kind has, and how people call it."""


def refuse_other_kind(top: Group, wanted: str, notebook: Notebook, sections: Collection[str] = ()) -> None:
    """Raise `OfferProblems` with one problem where the file is surely of another kind than `wanted`.

    `sections` are keys of the user's own checklists, which an offer may hold whatever they are called.
    """
    own, expected = _TOLD_BY[wanted]
    if own in top.entries:
        return
    for kind, (key, words) in _TOLD_BY.items():
        if kind != wanted and key in top.entries and key not in sections:
            notebook.note(top.entries[key].key_place, f"this is {words}: expected {expected}")
            notebook.stop_if_any()
