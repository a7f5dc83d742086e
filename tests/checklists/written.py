"""Offer files for the tests of this room, written from a flat list of terms and answers.

In: dotted names with their text. Out: `OfferFile`s, read by the real reader. Must not know what a check makes of them.
"""

import json
from collections.abc import Mapping
from functools import cache

from evaluator.checklists import Catalogue, load_catalogue
from evaluator.offer import OfferFile, parse_offer

Said = str | tuple[str, str]
"""A value, or a value with the evidence it rests on."""

FULL_HEAD = {
    "offer.kind": "group",
    "offer.discipline": "psychotherapy",
    "offer.engagement": "contractor",
    "offer.license_stage": "associate",
    "offer.state": "OH",
}
"""An offer to which every check of the catalogue applies but those for employees, if pay is a percentage."""

NO_CONTROL: dict[str, Said] = {
    "autonomy.availability": "you_set",
    "autonomy.decline-referrals": "freely",
    "autonomy.clinical-method": "clinician",
    "autonomy.quality-review": "peer_clinical",
    "autonomy.outside-work": "free",
    "contract.non-compete": "none",
    "benefits": "none",
    **dict.fromkeys(
        (
            "control.required_meetings",
            "control.supervises",
            "control.sets_prices",
            "control.supplies_tools",
            "control.open_ended",
        ),
        "no",
    ),
}
"""None of the twelve things that an employer usually decides."""
THREE_CONTROLS: dict[str, Said] = {
    "control.required_meetings": "yes",
    "control.supervises": "yes",
    "control.sets_prices": "yes",
}


@cache
def the_catalogue() -> Catalogue:
    return load_catalogue()


def offer(said: Mapping[str, Said], evidence: str = "contract", catalogue: Catalogue | None = None) -> OfferFile:
    """The offer that says this, each on `evidence` unless it names another. Numbers in a name are places in a list."""
    top: dict[str, object] = {"format": "1", "offer": {"name": "A post", "evidence": evidence}}
    for name, value in said.items():
        _put(top, name.split("."), value if isinstance(value, str) else {"value": value[0], "evidence": value[1]})
    text = json.dumps(_lists(top), ensure_ascii=False)
    return parse_offer(text.encode(), file="offer.yaml", questions=(catalogue or the_catalogue()).questions())


def _put(group: dict[str, object], path: list[str], value: object) -> None:
    first, *rest = path
    if not rest:
        group[first] = value
        return
    inner = group.setdefault(first, {})
    assert isinstance(inner, dict)
    _put(inner, rest, value)


def _lists(node: object) -> object:
    if not isinstance(node, dict):
        return node
    if node and all(key.isdigit() for key in node):
        return [_lists(value) for _, value in sorted(node.items())]
    return {key: _lists(value) for key, value in node.items()}
